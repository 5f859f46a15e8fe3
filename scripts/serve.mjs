// Serves the built app from this machine to this machine. Port 4310, or the next free one.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { createSite } from "./lib/site.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "4310" } } });
const wanted = Number(values.port);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  console.error(`--port ${values.port}: give a whole number from 1 to 65535.`);
  process.exit(2);
}

const server = createServer(createSite());
let port = wanted;
server.on("error", (error) => {
  if (error.code === "EADDRINUSE" && port < wanted + 20 && port < 65535) {
    console.log(`Port ${port} is taken by another program; trying ${port + 1}.`);
    port += 1;
    server.listen(port, "localhost");
    return;
  }
  console.error(`Cannot serve on port ${port}: ${error.message}`);
  process.exit(1);
});
server.on("listening", () => {
  console.log(`Unclench is ready: http://localhost:${port}  (stop with Ctrl+C)`);
});
server.listen(port, "localhost");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.close(() => process.exit(0)));
