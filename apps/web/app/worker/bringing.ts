import type { LocalDate } from "@unclench/record";
import type { readAnyBlob } from "@unclench/record/in";
import { proxy, wrap } from "comlink";
import type { FileReaderWorker } from "./bringing.worker.ts";

export type FileRead = Awaited<ReturnType<typeof readAnyBlob>>;

/** A reading that is under way. */
export type Reading = {
  /** What the file says. Rejected if it went away or the worker failed. */
  readonly read: Promise<FileRead>;
  /** Ends it at once; `read` then says that it was stopped. */
  readonly stop: () => void;
};

/** A worker for this one file: to end it is to end the reading, wherever that is. */
export function startReading(file: Blob, today: LocalDate, tell: (share: number) => void): Reading {
  const worker = new Worker(new URL("./bringing.worker.ts", import.meta.url), { type: "module" });
  const stopped = Promise.withResolvers<FileRead>();
  worker.addEventListener("error", (event) => stopped.reject(new Error(event.message)));
  const done = wrap<FileReaderWorker>(worker).read(file, today, proxy(tell));
  const read = Promise.race([done as Promise<FileRead>, stopped.promise]).finally(() => worker.terminate());
  return { read, stop: () => stopped.resolve({ ok: false, error: { type: "Cancelled" } }) };
}
