// Finds the program age (https://age-encryption.org), which the test of the backup opens it with, or installs Debian's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "./house.mjs";

const isThere = () => spawnSync("age", ["--version"], { stdio: "ignore" }).status === 0;

/** Stops with a clear sentence when age cannot be had. */
export function findAge() {
  if (isThere()) return;
  if (existsSync("/usr/bin/apt-get")) {
    console.log("The program age was not found: installing Debian's …");
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
    const apt = (...args) => {
      const [command, ...rest] = [...asRoot, "apt-get", ...args];
      return run(command, rest, {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        stdio: ["ignore", "ignore", "inherit"],
      });
    };
    if (apt("update", "-qq") && apt("install", "-y", "-qq", "age") && isThere()) return;
  }
  console.error(
    "The program age could not be found or installed. Install it (https://age-encryption.org), and try again.",
  );
  process.exit(1);
}
