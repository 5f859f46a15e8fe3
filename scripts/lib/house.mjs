// What `npm start`, `npm test` and `npm run bench` share. Plain JavaScript for Node 20, because it runs before
// anything is installed; what it starts runs on the Node that the npm package `node` brings.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(root, "node_modules");
const stamps = join(root, ".cache");

/** The environment for what we start: our own Node first, however old the one that runs this. */
export const environment = {
  ...process.env,
  PATH: `${join(modules, ".bin")}${delimiter}${process.env.PATH ?? ""}`,
};

/** Runs a command with its output on our own terminal; returns whether it succeeded. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  return result.status === 0;
}

const hashOf = (texts) => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex");
};

const stampIs = (name, value) => {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, "utf8") === value;
};

const writeStamp = (name, value) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
};

/** Installs exactly what the lock file says, once per lock file. */
export function install() {
  const lock = hashOf([readFileSync(join(root, "package-lock.json"))]);
  if (existsSync(modules) && stampIs("installed", lock)) return;
  console.log("Installing what the lock file names …");
  if (!run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])) {
    console.error("npm ci failed: is the network there? Nothing else was changed. Try again.");
    process.exit(1);
  }
  writeStamp("installed", lock);
}

const skipped = new Set(["node_modules", "build", ".react-router", "test", "bench", "prove", ".git"]);

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Builds the web app if a file that goes into it has changed since the last build. */
export function build() {
  const inputs = [join(root, "package-lock.json")];
  for (const folder of ["packages", "apps/web"]) inputs.push(...filesBelow(join(root, folder)));
  inputs.sort();
  // The public address is written into the pages.
  const address = process.env.UNCLENCH_ADDRESS ?? "";
  const state = hashOf([address, ...inputs.flatMap((path) => [path.slice(root.length), readFileSync(path)])]);
  const made = join(root, "apps/web/build/client/index.html");
  if (existsSync(made) && statSync(made).size > 0 && stampIs("built", state)) return;
  console.log("Building the app …");
  if (!run("npm", ["run", "build", "--silent"], { stdio: ["ignore", "pipe", "inherit"] })) {
    console.error("The build failed: the messages above say why.");
    process.exit(1);
  }
  writeStamp("built", state);
}
