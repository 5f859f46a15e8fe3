/** The record's own code, bundled for a page that has nothing else, and a Chromium that can be killed like one. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";

/** The record as a script that leaves `Unclench` behind. */
export async function recordScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, "../src/index.ts"), formats: ["iife"], name: "Unclench" },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result !== undefined && "output" in result ? result.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("the record was not bundled");
  // Evaluated as a function's body, a `var` would stay inside of it.
  return chunk.code.replace(/^var Unclench\s*=/m, "globalThis.Unclench =");
}

/** An empty page on this machine, where storage and cryptography work as on any secure site. */
export async function emptySite(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((_request, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end("<!doctype html><title>empty</title>");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A Chromium of its own, with its profile in `folder`. `kill` ends it and all its processes at once, unasked. */
export async function killableBrowser(folder: string): Promise<{ page: Page; kill: () => Promise<void> }> {
  const program: ChildProcess = spawn(
    process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--no-first-run",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      "about:blank",
    ],
    // A group of its own, so that the signal reaches every process of the browser and no other.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((done) => program.once("close", () => done()));
  const address = await new Promise<string>((found, failed) => {
    let said = "";
    program.stderr?.on("data", (part: Buffer) => {
      said += part.toString();
      const named = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (named !== undefined) found(named);
    });
    program.once("close", () => failed(new Error(`Chromium ended: ${said.slice(-500)}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error("Chromium has no window");
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    kill: async () => {
      if (program.pid !== undefined && program.exitCode === null) process.kill(-program.pid, "SIGKILL");
      await ended;
      await browser.close().catch(() => {});
    },
  };
}
