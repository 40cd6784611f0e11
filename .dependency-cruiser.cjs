/** The import direction of the house: app → components → lib, and nothing back. */
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lib-knows-no-pages",
      severity: "error",
      from: { path: "^lib/" },
      to: {
        path: "^(app|components|seed|scripts|bench|e2e)/",
        pathNot: "^seed/(test-database|factories|corpus-fixture)",
      },
    },
    {
      name: "components-know-no-pages",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|seed|scripts|bench|e2e)/" },
    },
    {
      name: "components-take-only-what-is-safe-in-a-browser",
      comment: "Schemas, pure cores and the offline outbox. Types of anything else are free.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/",
        pathNot: "^lib/([a-z-]+/([a-z-]*schema|dto|paths|rungs)\\.ts|scheduler/|quiz/|offline/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pure-cores",
      comment: "No clock, no database, no framework: the same in browser and server.",
      severity: "error",
      from: { path: "^lib/(scheduler|quiz)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(lib/(?!scheduler|quiz)|node_modules/(next|react|@prisma|pg|next-auth)/)" },
    },
    {
      name: "offline-runs-in-browsers",
      severity: "error",
      from: { path: "^lib/offline/" },
      to: {
        path: "^(lib/(?!scheduler|offline|content/rungs)|node_modules/(next|@prisma|pg|next-auth)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-lib-touches-prisma",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: {
        path: "(^lib/generated/|^lib/db\\.ts|node_modules/(@prisma|pg)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "app-does-not-import-seed",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(seed|scripts|bench|e2e)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
