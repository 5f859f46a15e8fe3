/** The record on the device: IndexedDB through `idb`, sealed. How it lies there: sealedLog.ts. */
import { wrap } from "idb";
import type { Operation } from "../operation.ts";
import { err, ok, type Result } from "../result.ts";
import {
  allOrNothing,
  batchesAfter,
  compact,
  DEVICE_KEY,
  headOf,
  type LogDatabase,
  logStores,
  MOST_IN_TAIL,
  readLog,
  SEGMENT_SIZE,
  sealedSegments,
  writeLog,
} from "./sealedLog.ts";
import { createDeviceKey, seal } from "./sealing.ts";
import { type Behind, DAMAGED, type RecordStore, type StoredOperations, type StoreError } from "./store.ts";

/** 1: unsealed batches in `log`. 2: sealed. */
const STORAGE_VERSION = 2;

/** A database by its name, in the place where the browser keeps it. */
type Where = { readonly name: string; readonly factory: IDBFactory };

/**
 * Opens or creates one copy of the record. If a newer version of the app has changed the storage, it opens for reading.
 * What the first version of the app had kept unsealed is sealed now.
 */
export async function openCopy(
  name: string,
  placeOf: () => IDBFactory = () => indexedDB,
): Promise<Result<RecordStore, StoreError>> {
  return guarded(async () => {
    const where = { name, factory: placeOf() };
    const { database, isNewer } = await openDatabase(where);
    if (["keys", ...logStores].some((store) => !database.objectStoreNames.contains(store as "keys"))) {
      database.close();
      return err({ type: "WrittenByNewerVersion" });
    }
    const key = isNewer ? await database.get("keys", DEVICE_KEY) : await deviceKey(database);
    if (key === undefined) {
      database.close();
      return err({ type: "WrittenByNewerVersion" });
    }
    if (!isNewer && (await database.count("unsealed")) > 0) await tidy(database, name, key);
    return ok(storeOn(database, where, key, isNewer));
  });
}

/** Removes a copy that may not even open. */
export const deleteCopy = (name: string): Promise<Result<null, StoreError>> =>
  guarded(async () => {
    await wrap(indexedDB.deleteDatabase(name));
    return ok(null);
  });

async function openDatabase(where: Where): Promise<{ database: LogDatabase; isNewer: boolean }> {
  try {
    return { database: await askFor(where, STORAGE_VERSION), isNewer: false };
  } catch (failure) {
    if (!(failure instanceof DOMException && failure.name === "VersionError")) throw failure;
    return { database: await askFor(where), isNewer: true };
  }
}

/** `openDB` of `idb` knows only the page's first place, so the request is made here and handed to it. */
async function askFor({ name, factory }: Where, version?: number): Promise<LogDatabase> {
  const request = factory.open(name, version);
  request.addEventListener("upgradeneeded", ({ oldVersion }) => {
    const database = request.result;
    database.createObjectStore("keys");
    database.createObjectStore("tail", { keyPath: "to" });
    database.createObjectStore("segments", { keyPath: "to" });
    // Renamed, so that a page of the old version finds no log and says so, instead of showing an empty one.
    const kept = oldVersion === 1 ? request.transaction?.objectStore("log") : undefined;
    if (kept === undefined) database.createObjectStore("unsealed");
    else kept.name = "unsealed";
  });
  const database = (await wrap(request)) as unknown as LogDatabase;
  // A newer app in another tab needs the storage to itself for a moment: let go at once rather than block it.
  database.addEventListener("versionchange", () => database.close());
  return database;
}

/** The key of this device; the first tab draws it. */
async function deviceKey(database: LogDatabase): Promise<CryptoKey> {
  const known = await database.get("keys", DEVICE_KEY);
  if (known !== undefined) return known;
  const drawn = await createDeviceKey();
  const transaction = database.transaction("keys", "readwrite", { durability: "strict" });
  const first = await transaction.store.get(DEVICE_KEY);
  if (first === undefined) void transaction.store.add(drawn, DEVICE_KEY).catch(() => {});
  await transaction.done;
  return first ?? drawn;
}

function storeOn(database: LogDatabase, where: Where, key: CryptoKey, isReadOnly: boolean): RecordStore {
  const since = (head: number): Promise<Result<StoredOperations, StoreError>> =>
    guarded(async () => {
      const batches = await batchesAfter(database, head);
      const opened = await Promise.all(batches.map((batch) => batch.open(key)));
      const operations: unknown[] = [];
      for (const [place, { from, to }] of batches.entries()) {
        const content = opened[place] ?? Array.from({ length: to - from }, () => DAMAGED);
        // A batch that was joined since then may begin before `head`: only its end is new.
        for (const operation of content.slice(Math.max(0, head - from))) operations.push(operation);
      }
      return ok({ operations, head: batches.at(-1)?.to ?? head });
    });
  return {
    isReadOnly,
    load: () => since(0),
    since,
    head: () => guarded(async () => ok(await headOf(readLog(database)))),
    append: (operations, head) =>
      guarded(async () => {
        if (isReadOnly) return err({ type: "WrittenByNewerVersion" });
        const appended = await append(database, key, operations, head);
        if (!appended.ok) return appended;
        // The write is safe already, and nobody waits for this.
        if (appended.value.inTail >= MOST_IN_TAIL) void tidy(database, where.name, key);
        return ok(appended.value.head);
      }),
    wipe: () =>
      guarded(async () => {
        if (isReadOnly) return err({ type: "WrittenByNewerVersion" });
        database.close();
        await wrap(where.factory.deleteDatabase(where.name));
        return ok(null);
      }),
    close: () => database.close(),
  };
}

async function append(
  database: LogDatabase,
  key: CryptoKey,
  operations: readonly Operation[],
  head: number,
): Promise<Result<{ head: number; inTail: number }, Behind>> {
  const newHead = head + operations.length;
  const isLong = operations.length >= SEGMENT_SIZE;
  // Sealed before the transaction begins: a transaction ends by itself while something else is waited for.
  const batches = isLong
    ? await sealedSegments(key, operations, head)
    : [await seal(key, JSON.stringify(operations), { from: head, to: newHead, zipped: false })];
  const transaction = writeLog(database);
  const current = await headOf(transaction);
  if (current !== head || operations.length === 0) {
    await transaction.done;
    return current === head ? ok({ head, inTail: 0 }) : err({ type: "Behind", head: current });
  }
  const store = transaction.objectStore(isLong ? "segments" : "tail");
  let counted = Promise.resolve(0);
  await allOrNothing(transaction, () => {
    for (const batch of batches) void store.add(batch).catch(() => {});
    counted = transaction.objectStore("tail").count();
    counted.catch(() => {});
  });
  return ok({ head: newHead, inTail: await counted });
}

/** Joins batches unless another tab is at it. Where it fails, the log is as it was and merely longer. */
async function tidy(database: LogDatabase, name: string, key: CryptoKey): Promise<void> {
  const work = () => compact(database, key).catch(() => {});
  // Locks spare the second tab the work; without them the transaction of `compact` decides.
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks === undefined) return work();
  await locks
    .request(`${name} tidy`, { ifAvailable: true }, (lock) => (lock === null ? undefined : work()))
    .catch(() => {});
}

async function guarded<Value, Problem>(
  work: () => Promise<Result<Value, Problem | StoreError>>,
): Promise<Result<Value, Problem | StoreError>> {
  try {
    return await work();
  } catch (failure) {
    return err(asStoreError(failure));
  }
}

/** What browsers throw, in three words that a screen can speak of. */
function asStoreError(failure: unknown): StoreError {
  const { name, message } = failure instanceof Error ? failure : { name: "", message: String(failure) };
  if (name === "QuotaExceededError") return { type: "StorageFull" };
  if (name === "VersionError") return { type: "WrittenByNewerVersion" };
  return { type: "StorageUnavailable", reason: name === "" ? message : `${name}: ${message}` };
}
