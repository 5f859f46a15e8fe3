#!/usr/bin/env node
// The commands are TypeScript that Node runs as it is. A Node that can't (before 22.18) hands over to the one that the
// npm package `node` brings. This file itself must run on any Node from 18 on.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

if (process.features.typescript) {
  const { run } = await import("../src/main.ts");
  await run(process.argv.slice(2));
} else {
  process.exitCode = handOver();
}

function handOver() {
  const tooOld = `unclench needs Node 22.18 or newer (this is ${process.versions.node}); run npm install in its folder, which brings one.`;
  let node;
  try {
    const home = dirname(createRequire(import.meta.url).resolve("node/package.json"));
    node = join(home, "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    console.error(tooOld);
    return 2;
  }
  const { error, status, signal } = spawnSync(
    node,
    ["--experimental-strip-types", fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, NODE_NO_WARNINGS: "1" } },
  );
  if (error) {
    console.error(tooOld);
    return 2;
  }
  return status ?? 128 + (constants.signals[signal] ?? 0);
}
