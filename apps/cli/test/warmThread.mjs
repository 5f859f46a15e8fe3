// Answers one command after the other for `unclench.ts`, which waits for the signal.
import { workerData } from "node:worker_threads";

const { port, signal } = workerData;
const { ranWith } = await import("../src/main.ts");
port.on("message", async (args) => {
  port.postMessage(await ranWith(args));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
