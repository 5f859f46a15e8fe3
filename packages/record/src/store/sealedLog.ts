/**
 * How the log lies in IndexedDB. A check-in is one sealed batch in `tail`; about 500 operations are one zipped and sealed
 * `segment`, because reading 73 of those is several times faster than reading 36,500 of the others. `unsealed` holds what
 * the first version of the app had written, until it is sealed.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import { type SealedBatch, seal, unseal } from "./sealing.ts";

export const SEGMENT_SIZE = 500;

/** More single batches than this are joined into segments. */
export const MOST_IN_TAIL = 200;

export const DEVICE_KEY = "device";

export interface LogSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  tail: { key: number; value: SealedBatch };
  segments: { key: number; value: SealedBatch };
  /** key: the head after the batch */
  unsealed: { key: number; value: { readonly operations: readonly unknown[] } };
}
export type LogDatabase = IDBPDatabase<LogSchema>;

export const logStores = ["unsealed", "tail", "segments"] as const;
type LogStore = (typeof logStores)[number];
type LogTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<
  LogSchema,
  StoreNames<LogSchema>[],
  Mode
>;

export const readLog = (database: LogDatabase): LogTransaction<"readonly"> =>
  database.transaction([...logStores]);

/** "strict" waits until the device has written, not only until the browser has taken note. */
export const writeLog = (database: LogDatabase): LogTransaction<"readwrite"> =>
  database.transaction([...logStores], "readwrite", { durability: "strict" });

/**
 * Asks for all of `requests` and waits until they are durable. They are not awaited one by one: when one fails, the whole
 * transaction does, and `done` carries the reason. One that cannot even be asked for takes the others with it.
 */
export async function allOrNothing(
  transaction: LogTransaction<"readwrite">,
  requests: () => void,
): Promise<void> {
  try {
    requests();
  } catch (failure) {
    transaction.done.catch(() => {});
    transaction.abort();
    throw failure;
  }
  await transaction.done;
}

/** The number of operations ever appended, as this transaction sees it. */
export async function headOf(transaction: LogTransaction<IDBTransactionMode>): Promise<number> {
  const newest = await Promise.all(
    logStores.map((store) => transaction.objectStore(store).openKeyCursor(null, "prev")),
  );
  return Math.max(0, ...newest.map((cursor) => cursor?.key ?? 0));
}

export type LogBatch = {
  readonly store: LogStore;
  readonly from: number;
  readonly to: number;
  /** null if it cannot be opened */
  readonly open: (key: CryptoKey) => Promise<readonly unknown[] | null>;
};

/** The batches that end after `head`, in order. All of one moment. */
export async function batchesAfter(database: LogDatabase, head: number): Promise<LogBatch[]> {
  const range = IDBKeyRange.lowerBound(head, true);
  const transaction = readLog(database);
  const [plain, plainKeys, tail, segments] = await Promise.all([
    transaction.objectStore("unsealed").getAll(range),
    transaction.objectStore("unsealed").getAllKeys(range),
    transaction.objectStore("tail").getAll(range),
    transaction.objectStore("segments").getAll(range),
  ]);
  const sealed = (store: LogStore, batches: readonly SealedBatch[]): LogBatch[] =>
    batches.map((batch) => ({
      store,
      from: batch.from,
      to: batch.to,
      open: (key) => unseal(key, batch),
    }));
  return [
    ...plain.map(({ operations }, place): LogBatch => {
      const to = plainKeys[place] ?? 0;
      return { store: "unsealed", from: to - operations.length, to, open: async () => operations };
    }),
    ...sealed("tail", tail),
    ...sealed("segments", segments),
  ].sort((left, right) => left.to - right.to);
}

/** Zipped and sealed batches of at most `SEGMENT_SIZE`, the first beginning at `from`. */
export function sealedSegments(
  key: CryptoKey,
  operations: readonly unknown[],
  from: number,
): Promise<SealedBatch[]> {
  const segments: Promise<SealedBatch>[] = [];
  for (let start = 0; start < operations.length; start += SEGMENT_SIZE) {
    const part = operations.slice(start, start + SEGMENT_SIZE);
    const place = { from: from + start, to: from + start + part.length, zipped: true };
    segments.push(seal(key, JSON.stringify(part), place));
  }
  return Promise.all(segments);
}

/**
 * [RC-16] Joins what lies behind the last full segment into segments, in one transaction: single batches, a segment that
 * is not full, and what was never sealed. The operations and their order stay the same. If another tab was first, or the
 * device is full, everything stays as it is.
 */
export async function compact(database: LogDatabase, key: CryptoKey): Promise<void> {
  const batches = await batchesAfter(database, 0);
  const firstLoose = batches.findIndex(
    ({ store, from, to }) => store !== "segments" || to - from < SEGMENT_SIZE,
  );
  if (firstLoose < 0) return;
  const opened = await Promise.all(batches.slice(firstLoose).map((batch) => batch.open(key)));
  // What cannot be opened stays as it lies: perhaps someone still can.
  const firstGood = opened.lastIndexOf(null) + 1;
  const joined = batches.slice(firstLoose + firstGood);
  const [first, last] = [joined[0], joined.at(-1)];
  if (first === undefined || last === undefined) return;
  if (joined.length === 1 && first.store === "segments") return;
  const segments = await sealedSegments(
    key,
    opened.slice(firstGood).flatMap((operations) => operations ?? []),
    first.from,
  );
  const range = IDBKeyRange.bound(first.to, last.to);
  const transaction = writeLog(database);
  const found = await Promise.all(logStores.map((store) => transaction.objectStore(store).getAllKeys(range)));
  const unchanged = logStores.every((store, place) => {
    const expected = joined.filter((batch) => batch.store === store).map(({ to }) => to);
    return String(found[place]) === String(expected);
  });
  await allOrNothing(transaction, () => {
    if (!unchanged) return;
    for (const store of logStores)
      void transaction
        .objectStore(store)
        .delete(range)
        .catch(() => {});
    for (const segment of segments)
      void transaction
        .objectStore("segments")
        .add(segment)
        .catch(() => {});
  });
}
