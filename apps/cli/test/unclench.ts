/** Runs the real command in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";

const bin = join(import.meta.dirname, "..", "bin", "unclench.mjs");
const folder = mkdtempSync(join(tmpdir(), "unclench-cli-"));
/** The same sources are compiled a hundred times here; Node keys its cache by their content. */
const NODE_COMPILE_CACHE = join(folder, "compiled");

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export function unclench(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", NODE_COMPILE_CACHE, ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Writes a file for one test and gives its path. */
export function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** One sentence on standard error, nothing on standard output, exit code 2. */
export function expectFault(ran: Ran, part: string): void {
  expect(ran.err).toContain(part);
  expect(ran.err.trimEnd()).not.toContain("\n");
  expect(ran.err).toMatch(/[.?)]\n$/);
  expect(ran.err).not.toMatch(/\bat .*:\d+:\d+/);
  expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: "" });
}
