/** Every engine has numbered rules, and each rule is named by a test; no test names a rule that is not there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const named = /\[((?:ST|EV|RS|KN|RC|AN|SF|FG|CT|WB)-C?\d+)\]/g;

function* testFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "build") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* testFiles(path);
    else if (entry.name.endsWith(".test.ts")) yield path;
  }
}

const proven = new Set(
  ["packages", "apps", "tests"].flatMap((top) =>
    [...testFiles(join(root, top))].flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(named)].map(([, rule = ""]) => rule),
    ),
  ),
);

/** The web app has rules for the finish of its pages; what its screens say is decided below them. */
const homes = [...readdirSync(join(root, "packages")).map((name) => `packages/${name}`), "apps/web"];
const rulesOf = (home: string): string[] =>
  [...readFileSync(join(root, home, "SPEC.md"), "utf8").matchAll(/^\| ([A-Z]{2}-C?\d+) \|/gm)].map(
    ([, rule = ""]) => rule,
  );
const all = homes.flatMap(rulesOf);

describe("the numbered rules", () => {
  it("stand in a SPEC.md of every package, each number once", () => {
    for (const home of homes) {
      expect(existsSync(join(root, home, "SPEC.md")), home).toBe(true);
      expect(rulesOf(home).length, home).toBeGreaterThan(5);
    }
    expect(all.filter((rule, place) => all.indexOf(rule) !== place)).toEqual([]);
  });

  it("are each named by a test", () => {
    expect(all.filter((rule) => !proven.has(rule))).toEqual([]);
  });

  it("are there, if a test names them", () => {
    expect([...proven].filter((rule) => !all.includes(rule))).toEqual([]);
  });
});
