/** After the build: the typeface is fetched with the styles, not after them, so that the first letters are the last. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { built } from "./built.ts";

const [file, ...more] = globSync("assets/*-latin-wght-normal-*.woff2", { cwd: built });
if (file === undefined || more.length > 0)
  throw new Error(
    `${more.length + (file === undefined ? 0 : 1)} typefaces for Latin letters were built, and one was expected`,
  );
const preload = `<link rel="preload" as="font" type="font/woff2" crossorigin="" href="/${file.replaceAll("\\", "/")}"/>`;

for (const page of globSync("**/index.html", { cwd: built }).concat("__spa-fallback.html")) {
  const path = join(built, page);
  const html = readFileSync(path, "utf8");
  if (html.includes(preload)) continue;
  // Before the first style sheet: whoever reads the page fetches in this order.
  writeFileSync(
    path,
    html.replace('<link rel="stylesheet"', () => `${preload}<link rel="stylesheet"`),
  );
}
