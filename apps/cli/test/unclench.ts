/** Runs the real command: in a thread that stays warm, or in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { expect } from "vitest";

const bin = join(import.meta.dirname, "..", "bin", "unclench.mjs");
const folder = mkdtempSync(join(tmpdir(), "unclench-cli-"));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** The command as the shell starts it. */
export function spawned(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Longer than any command takes on a slow machine. */
const PATIENCE_MS = 120_000;

const { port1: here, port2: there } = new MessageChannel();
const signal = new Int32Array(new SharedArrayBuffer(4));
let thread: Worker | undefined;

/**
 * The same code as `spawned` by the same Node, without the start of a process: a few hundred of those were a sixth of all
 * the time that the tests took. It waits for the thread, so that tests read as if the command had been typed.
 */
export function unclench(args: readonly string[]): Ran {
  if (!process.features.typescript) return spawned(args);
  thread ??= new Worker(join(import.meta.dirname, "warmThread.mjs"), {
    workerData: { port: there, signal },
    transferList: [there],
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  // It serves every test file that this process runs, one after the other, and keeps the process from nothing.
  thread.unref();
  Atomics.store(signal, 0, 0);
  here.postMessage(args);
  if (Atomics.wait(signal, 0, 0, PATIENCE_MS) === "timed-out")
    throw new Error(`no answer to: ${args.join(" ")}`);
  return receiveMessageOnPort(here)?.message as Ran;
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
