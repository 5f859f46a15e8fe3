// Finds a Chromium for the browser tests, or installs one: Debian's through apt, else Playwright's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, run } from "./house.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

async function installed() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  const { chromium } = await import("playwright-core");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The path of a Chromium that starts. Stops with a clear sentence when none can be had. */
export async function findChromium() {
  const known = await installed();
  if (known !== undefined) return known;
  if (existsSync("/usr/bin/apt-get")) {
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
    console.log("No Chromium found: installing Debian's …");
    const apt = (...args) => {
      const [command, ...rest] = [...asRoot, "apt-get", ...args];
      return run(command, rest, {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        stdio: ["ignore", "ignore", "inherit"],
      });
    };
    if (apt("update", "-qq") && apt("install", "-y", "-qq", "chromium")) {
      const now = await installed();
      if (now !== undefined) return now;
    }
  }
  console.log("Trying Playwright's Chromium …");
  spawnSync("npx", ["playwright-core", "install", "--with-deps", "chromium"], {
    cwd: root,
    stdio: "inherit",
  });
  const last = await installed();
  if (last !== undefined) return last;
  console.error(
    "No Chromium could be found or installed. Install one, or set CHROMIUM_PATH to its program file, and try again.",
  );
  process.exit(1);
}
