import pg from "pg";

const name = "wt_look";
const admin = new pg.Client({ connectionString: "postgres://postgres@127.0.0.1:5599/postgres" });
await admin.connect();
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await admin.query(`CREATE DATABASE ${name} TEMPLATE tmpl_wt`);
await admin.end();
const pool = new pg.Pool({ connectionString: `postgres://postgres@127.0.0.1:5599/${name}` });
const { loadContent } = await import("#seed/load-content.ts");
for (let i = 0; i < 2; i++) {
  const t = performance.now();
  console.log(
    await loadContent(pool, { directory: "/tmp/content-now" }),
    Math.round(performance.now() - t),
  );
}
await pool.end();
