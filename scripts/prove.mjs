// npm run prove: the heavy proofs, listed below. Writes their pages into docs.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, install, root, run } from "./lib/house.mjs";

install();
if (Number(process.versions.node.split(".")[0]) < 24) {
  process.exit(run("node", ["scripts/prove.mjs"], { env: environment }) ? 0 : 1);
}
const proofs = ["packages/response/prove/errorRates.ts"];
for (const path of proofs) {
  const { default: prove } = await import(pathToFileURL(join(root, path)).href);
  for (const [file, text] of Object.entries(await prove())) {
    writeFileSync(join(root, file), text);
    console.log(`wrote ${file}`);
  }
}
