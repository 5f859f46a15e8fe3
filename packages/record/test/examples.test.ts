/** Runs every `@example expression // result` of the doc comments, so that no example lies. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const src = join(import.meta.dirname, "../src");

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

/** Types are gone when code runs: "x as LocalDate" is x. */
const untyped = (code: string): string => code.replace(/ as \w+/g, "");

const evaluate = (code: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `"use strict"; return (${untyped(code)});`)(...Object.values(scope));

let found = 0;

describe("examples in doc comments", async () => {
  for (const path of files) {
    const examples = readFileSync(join(src, path), "utf8").matchAll(/@example (.+?) \/\/ (.+?)(?: \*\/)?$/gm);
    const scope: Record<string, unknown> = { ...(await import(join(src, path))) };
    for (const [, code = "", expected = ""] of examples) {
      found += 1;
      it(`${path}: ${code}`, () => {
        expect(evaluate(code, scope)).toEqual(evaluate(expected, scope));
      });
    }
  }
  it("were found", () => {
    expect(found).toBeGreaterThan(8);
  });
});
