// npm test: installs what the tests need (a Chromium, the program age), then format, lint, types, unit and property tests, browser tests.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, environment, install, root, run } from "./lib/house.mjs";

install();
const { findChromium } = await import("./lib/chromium.mjs");
environment.CHROMIUM_PATH = await findChromium();
const { findAge } = await import("./lib/age.mjs");
findAge();
build();

const report = join(root, ".cache", "tests.json");
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(report, { force: true });
const steps = [
  ["format", "biome", ["format", "."]],
  ["lint", "biome", ["lint", "--error-on-warnings", "."]],
  ["route types", "npm", ["run", "typegen", "--silent", "--workspace", "apps/web"]],
  ["types", "tsc", ["--noEmit", "-p", "."]],
  [
    "unit, property and browser tests",
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ],
];

let failed = false;
for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const good = run(command, args);
  console.log(`${good ? "ok" : "FAILED"}: ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (!good) failed = true;
}
let counts = { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, "utf8"));
} catch {
  failed = true;
  console.error("The test run wrote no report.");
}
if (counts.numPassedTests !== counts.numTotalTests) failed = true;
console.log(`\n${counts.numPassedTests} passed, ${counts.numTotalTests - counts.numPassedTests} failed`);
process.exit(failed ? 1 : 0);
