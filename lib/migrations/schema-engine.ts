import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

type EngineModule = typeof engineModule & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

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
 */
export async function openSchemaEngine(pool: pg.Pool): Promise<OpenedEngine> {
  loaded ??= loadEngine();
  const { SchemaEngine: Engine } = await loaded;
  let scriptError: unknown;
  const factory = wholeScripts(new PrismaPg(pool), (error) => {
    scriptError = error;
  });
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, adapter);
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
 * The adapter cuts a script at every semicolon, also inside function bodies and strings. PostgreSQL reads a whole script
 * itself, so it gets it whole.
 */
function wholeScripts(
  factory: PrismaPg,
  onError: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const repaired = async (connecting: ReturnType<PrismaPg["connect"]>): Promise<SqlDriverAdapter> => {
    const adapter = await connecting;
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        onError(error);
        throw error;
      }
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => repaired(factory.connect()),
    connectToShadowDb: () => repaired(factory.connectToShadowDb()),
  };
}
