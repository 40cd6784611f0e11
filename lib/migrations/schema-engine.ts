import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

type EngineModule = typeof engineModule & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

type SchemaEngine = Awaited<ReturnType<EngineModule["SchemaEngine"]["new"]>>;

/** Where the engine leaves the message of a panic, by a name that is compiled into it. */
const registry = globalThis as typeof globalThis & {
  PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void };
};

let loaded: Promise<EngineModule> | undefined;

export interface OpenedEngine {
  engine: SchemaEngine;
  /** What PostgreSQL said about the last script that failed; the engine's own error tells only a number. */
  scriptError(): unknown;
}

/**
 * Prisma's schema engine, compiled to WebAssembly: the same engine as in the binary that the CLI would download.
 * @param pool what it works on
 * @param scratch an empty database in which it may try migrations out
 */
export async function openSchemaEngine(pool: pg.Pool, scratch?: pg.Pool): Promise<OpenedEngine> {
  loaded ??= loadEngine();
  const engines = await loaded;
  let scriptError: unknown;
  const factory = repairedFactory(pool, scratch, (error) => {
    scriptError = error;
  });
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await engines.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    adapter,
  );
  return { engine, scriptError: () => scriptError };
}

async function loadEngine(): Promise<EngineModule> {
  const path = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = await readFile(path.replace(/\.js$/, ".wasm"));
  registry.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      throw new Error(`Prisma's schema engine broke down: ${message}`);
    },
  };
  const engine = engineModule as EngineModule;
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return engine;
}

/**
 * Prisma's adapter with repairs. It cuts a script at every semicolon, also inside function bodies and strings:
 * PostgreSQL reads a whole script itself, so it gets it whole. And its scratch database would be the real one when the
 * pool was made from a connection string: the caller makes the scratch database.
 */
function repairedFactory(
  pool: pg.Pool,
  scratch: pg.Pool | undefined,
  onError: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (to: pg.Pool): Promise<SqlDriverAdapter> => {
    const adapter = await new PrismaPg(to).connect();
    readCatalogLetters(to, adapter);
    adapter.executeScript = async (script) => {
      try {
        await to.query(script);
      } catch (error) {
        onError(error);
        throw error;
      }
    };
    return adapter;
  };
  return {
    ...{ provider: "postgres", adapterName: "@prisma/adapter-pg" },
    connect: () => connect(pool),
    connectToShadowDb: () => {
      if (!scratch) throw new Error("This work needs a scratch database");
      return connect(scratch);
    },
  };
}

const CATALOG_LETTER = 18;
const TEXT = 25;

/** PostgreSQL's catalogs keep kinds as single letters of a type that the adapter refuses, though the engine asks for it. */
function readCatalogLetters(pool: pg.Pool, adapter: SqlDriverAdapter): void {
  const lettersOf = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (
    ...parameters: unknown[]
  ) => Promise<Partial<pg.QueryResult>>;
  const translated = async (...parameters: unknown[]): Promise<Partial<pg.QueryResult>> => {
    const result = await query(...parameters);
    const letters = [...(result.fields ?? []).entries()].filter(
      ([, field]) => field.dataTypeID === CATALOG_LETTER,
    );
    for (const [, field] of letters) field.dataTypeID = TEXT;
    if (result.rows)
      lettersOf.set(
        result.rows,
        letters.map(([index]) => index),
      );
    return result;
  };
  pool.query = translated as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const index of lettersOf.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}
