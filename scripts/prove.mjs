// npm run prove: the heavy proofs, listed below. Writes their pages into docs.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, install, root, run } from "./lib/house.mjs";

install();
if (Number(process.versions.node.split(".")[0]) < 24) {
  process.exit(run("node", ["scripts/prove.mjs", ...process.argv.slice(2)], { env: environment }) ? 0 : 1);
}
const { findChromium } = await import("./lib/chromium.mjs");
process.env.CHROMIUM_PATH = await findChromium();
const [killed, session, errorRates] = [
  "packages/record/prove/killed.ts",
  "apps/web/prove/session.ts",
  "packages/response/prove/errorRates.ts",
];
const at = process.argv.indexOf("--diaries");
const diaries = at < 0 ? undefined : Number(process.argv[at + 1]);
if (diaries !== undefined && !(Number.isInteger(diaries) && diaries > 0)) {
  console.error("--diaries needs a whole number above 0: how many diaries to simulate for each situation.");
  process.exit(2);
}
// --later: of the verdicts only the lines that were added after the first publication, into the tables that are there.
const later = process.argv.includes("--later");

async function write(path) {
  const { default: prove } = await import(pathToFileURL(join(root, path)).href);
  for (const [file, text] of Object.entries(await prove(diaries, later ? "later" : "all"))) {
    writeFileSync(join(root, file), text);
    console.log(`wrote ${file}`);
  }
}

if (!later) await write(killed);
// The session mostly waits, for ten minutes; that the machine is busy meanwhile makes its task harder, not easier.
await Promise.all(later ? [write(errorRates)] : [write(session), write(errorRates)]);
