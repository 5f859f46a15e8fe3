/**
 * The record on the device: IndexedDB through `idb`.
 *
 * One object store, `log`. Its key is the head after the batch, its value `{ operations }`. A check-in is a batch of
 * one, an import one of thousands; `compact` joins small neighbours, because reading 73 batches of 500 is several times
 * faster than reading 36,500 of one.
 */
import { deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Operation } from "../operation.ts";
import { err, ok, type Result } from "../result.ts";
import type { Behind, RecordStore, StoredOperations, StoreError } from "./store.ts";

const LOG = "log";
const STORAGE_VERSION = 1;
export const BATCH_SIZE = 500;

/** Joining batches on every check-in would write the same operations again and again. */
export const MOST_SMALL_BATCHES = 200;

type Batch = { readonly operations: readonly unknown[] };
type Schema = { [LOG]: { key: number; value: Batch } };
type Database = IDBPDatabase<Schema>;

/**
 * Opens or creates the record of this name. If a newer version of the app has changed the storage, it opens for reading.
 */
export async function openIndexedDbStore(name: string): Promise<Result<RecordStore, StoreError>> {
  try {
    const database = await openDatabase(name);
    return ok(storeOn(database.opened, name, database.isNewer));
  } catch (failure) {
    return err(asStoreError(failure));
  }
}

async function openDatabase(name: string): Promise<{ opened: Database; isNewer: boolean }> {
  const callbacks = {
    upgrade: (database: Database) => {
      database.createObjectStore(LOG);
    },
    // A newer app in another tab needs the storage to itself for a moment: let go at once rather than block it.
    blocking: (_current: number, _blocked: number | null, event: IDBVersionChangeEvent) => {
      (event.target as IDBDatabase).close();
    },
  };
  try {
    return { opened: await openDB<Schema>(name, STORAGE_VERSION, callbacks), isNewer: false };
  } catch (failure) {
    if (!(failure instanceof DOMException && failure.name === "VersionError")) throw failure;
    return { opened: await openDB<Schema>(name, undefined, callbacks), isNewer: true };
  }
}

function storeOn(database: Database, name: string, isReadOnly: boolean): RecordStore {
  const since = async (head: number): Promise<Result<StoredOperations, StoreError>> =>
    guarded(async () => {
      if (!database.objectStoreNames.contains(LOG)) return err({ type: "WrittenByNewerVersion" });
      const log = database.transaction(LOG).store;
      const [batches, keys] = await Promise.all([
        log.getAll(IDBKeyRange.lowerBound(head, true)),
        log.getAllKeys(IDBKeyRange.lowerBound(head, true)),
      ]);
      const operations: unknown[] = [];
      for (const batch of batches) for (const operation of batch.operations) operations.push(operation);
      const newHead = keys.at(-1) ?? head;
      // A batch that was joined since then may begin before `head`: only its end is new.
      return ok({
        operations: operations.slice(Math.max(0, operations.length - (newHead - head))),
        head: newHead,
      });
    });
  let smallBatches = 0;
  return {
    isReadOnly,
    load: () => since(0),
    since,
    append: (operations, head) =>
      guarded(async () => {
        if (isReadOnly) return err({ type: "WrittenByNewerVersion" });
        const appended = await append(database, operations, head);
        if (appended.ok && ++smallBatches >= MOST_SMALL_BATCHES) {
          smallBatches = 0;
          // The write is safe already; if joining fails, the log is as it was and merely longer.
          await compact(database).catch(() => {});
        }
        return appended;
      }),
    wipe: () =>
      guarded(async () => {
        if (isReadOnly) return err({ type: "WrittenByNewerVersion" });
        database.close();
        await deleteDB(name);
        return ok(null);
      }),
    close: () => database.close(),
  };
}

async function append(
  database: Database,
  operations: readonly Operation[],
  head: number,
): Promise<Result<number, Behind>> {
  // "strict" waits until the device has written, not only until the browser has taken note.
  const transaction = database.transaction(LOG, "readwrite", { durability: "strict" });
  const newest = await transaction.store.openKeyCursor(null, "prev");
  const current = newest?.key ?? 0;
  if (current !== head || operations.length === 0) {
    await transaction.done;
    return current === head ? ok(head) : err({ type: "Behind", head: current });
  }
  const newHead = head + operations.length;
  // Not awaited one by one: when the write fails, `done` carries the reason.
  void transaction.store.add({ operations }, newHead).catch(() => {});
  await transaction.done;
  return ok(newHead);
}

/** [RC-16] Joins small neighbouring batches, in one transaction. The operations and their order stay the same. */
export async function compact(database: Database): Promise<void> {
  const transaction = database.transaction(LOG, "readwrite", { durability: "strict" });
  let joined: { keys: number[]; operations: unknown[] } = { keys: [], operations: [] };
  const close = (): void => {
    const key = joined.keys.at(-1);
    if (key !== undefined && joined.keys.length > 1) {
      for (const old of joined.keys) void transaction.store.delete(old).catch(() => {});
      void transaction.store.add({ operations: joined.operations }, key).catch(() => {});
    }
    joined = { keys: [], operations: [] };
  };
  const [batches, keys] = await Promise.all([transaction.store.getAll(), transaction.store.getAllKeys()]);
  for (const [place, batch] of batches.entries()) {
    const key = keys[place];
    if (key === undefined) continue;
    if (joined.operations.length + batch.operations.length > BATCH_SIZE) close();
    joined.keys.push(key);
    for (const operation of batch.operations) joined.operations.push(operation);
  }
  close();
  await transaction.done;
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
