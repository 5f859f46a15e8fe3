/** Every control of the hazard log names a test that proves it; this holds the log against the tests that there are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

function* testFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (["node_modules", "build", ".git", ".react-router", ".cache"].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* testFiles(path);
    else if (entry.name.endsWith(".test.ts") && path !== import.meta.filename) yield path;
  }
}

const titles = [...testFiles(root)].flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/\bit\(\s*(["'`])(.*?)\1/gs)].map(([, , title = ""]) => title),
);

const log = readFileSync(join(root, "docs/hazard-log.md"), "utf8");
const rows = log
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| hazard") && !line.startsWith("| ---"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("the hazard log", () => {
  it("has rows, each with cause, harm, control and proof", () => {
    expect(rows.length).toBeGreaterThan(8);
    for (const [, ...cells] of rows) expect(cells.slice(0, 5).every((cell) => cell !== "")).toBe(true);
  });

  for (const [, hazard, , , , proof = ""] of rows) {
    it(`has a test for "${hazard}"`, () => {
      const named = [...proof.matchAll(/`([^`]+)`/g)].map(([, title = ""]) => title);
      expect(named.length).toBeGreaterThan(0);
      for (const title of named) {
        expect(
          titles.some((known) => known.includes(title)),
          title,
        ).toBe(true);
      }
    });
  }
});
