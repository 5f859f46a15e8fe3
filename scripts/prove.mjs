// npm run prove: the heavy proofs, listed below. Writes their pages into docs.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, environment, install, root, run } from "./lib/house.mjs";

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

// The session is one of the built app.
if (!later) build();
// The kills and the session mostly wait; that the machine is busy meanwhile makes their task harder, not easier. Each writes its
// own pages: what one finds is not lost because another failed.
const proofs = later ? [errorRates] : [errorRates, killed, session];
const ended = await Promise.allSettled(proofs.map(write));
const failed = ended.flatMap((one, place) =>
  one.status === "rejected" ? [{ proof: proofs[place], reason: one.reason }] : [],
);
for (const { proof, reason } of failed) console.error(`${proof} failed:`, reason);
process.exitCode = failed.length > 0 ? 1 : 0;
