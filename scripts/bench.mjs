// npm run bench: runs every `packages/*/bench/*.ts` and `apps/*/bench/*.ts`, prints their tables and writes them to docs/bench.md.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, environment, install, root, run } from "./lib/house.mjs";

install();
if (Number(process.versions.node.split(".")[0]) < 24) {
  // The benches are TypeScript: they need the Node that the npm package `node` brings.
  process.exit(run("node", ["scripts/bench.mjs"], { env: environment }) ? 0 : 1);
}

build();
const tables = [];
const homes = ["packages", "apps"].flatMap((top) =>
  readdirSync(join(root, top))
    .sort()
    .map((name) => join(root, top, name)),
);
for (const home of homes) {
  const folder = join(home, "bench");
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder)
    .filter((entry) => entry.endsWith(".ts"))
    .sort()) {
    const bench = await import(pathToFileURL(join(folder, file)).href);
    tables.push(await bench.default());
  }
}
const text = tables
  .map(({ title, columns, rows }) =>
    [
      `## ${title}`,
      "",
      `| ${columns.join(" | ")} |`,
      `| ${columns.map(() => "---").join(" | ")} |`,
      ...rows.map((row) => `| ${row.join(" | ")} |`),
      "",
    ].join("\n"),
  )
  .join("\n");
console.log(text);
writeFileSync(
  join(root, "docs/bench.md"),
  `# Benchmarks\n\nWritten by \`npm run bench\` (Node ${process.versions.node}, ${process.platform} ${process.arch}). A clock differs from machine to machine and run to run: compare the ratios.\n\n${text}`,
);
