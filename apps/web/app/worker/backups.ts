import type { BackupError, Result } from "@unclench/record";
import { type Remote, wrap } from "comlink";
import type { BackupEngine } from "./backup.worker.ts";

/** One piece of work in a worker of its own, which takes the memory it needed with it when it ends. */
async function once<Value>(work: (engine: Remote<BackupEngine>) => Promise<Value>): Promise<Value> {
  const worker = new Worker(new URL("./backup.worker.ts", import.meta.url), { type: "module" });
  try {
    // Where the worker's own script cannot be fetched, its calls would never be answered.
    const failed = new Promise<never>((_, fail) => {
      worker.addEventListener("error", () => fail(new Error("the worker did not start")));
    });
    return await Promise.race([work(wrap<BackupEngine>(worker)), failed]);
  } finally {
    worker.terminate();
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

export const sealedInWorker = (json: string, passphrase: string): Promise<Result<Bytes, BackupError>> =>
  once(async (engine) => await engine.sealBackup(json, passphrase));

export const openedInWorker = (file: Uint8Array, passphrase: string): Promise<Result<Bytes, BackupError>> =>
  once(async (engine) => await engine.openBackup(file, passphrase));
