// npm start: install, build what changed, serve, say where.
import { build, environment, install, root, run } from "./lib/house.mjs";

install();
build();
process.exit(
  run("node", ["scripts/serve.mjs", ...process.argv.slice(2)], { cwd: root, env: environment }) ? 0 : 1,
);
