/** [RC-87] The record on the device: in the browser's database, and where it has a second place, there as well. */
import { err, ok, type Result } from "../result.ts";
import { deleteCopy, openCopy } from "./indexedDb.ts";
import type { RecordStore, StoreError } from "./store.ts";
import { keepTwice, type OpenCopy } from "./twice.ts";

/** The part of the Storage Buckets API (WICG) that is used; TypeScript does not know it yet. */
type Bucket = { readonly indexedDB: IDBFactory; persist(): Promise<boolean> };
type Buckets = { open(name: string): Promise<Bucket> };

/** Opens or creates the record of this name. If a newer version of the app has changed the storage, it opens for reading. */
export async function openIndexedDbStore(name: string): Promise<Result<RecordStore, StoreError>> {
  const first = await openCopy(name);
  const buckets = (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;
  if (buckets === undefined) return first;
  const openSecond = () => openIn(buckets, `${name}-second`);
  if (!first.ok)
    return first.error.type === "StorageUnavailable" ? onSecondAlone(name, openSecond, first) : first;
  return first.value.isReadOnly ? first : ok(keepTwice(first.value, openSecond));
}

/**
 * [RC-88] The first place cannot be opened. What is written to the second meanwhile is brought back into the first once that
 * opens again; until both are deleted, deleting is not done.
 */
async function onSecondAlone(
  name: string,
  openSecond: OpenCopy,
  first: Result<RecordStore, StoreError>,
): Promise<Result<RecordStore, StoreError>> {
  const second = await openSecond();
  if (!second.ok) return first;
  const wipe: RecordStore["wipe"] = async () => {
    const wiped = await second.value.wipe();
    return wiped.ok ? deleteCopy(name) : wiped;
  };
  return ok({ ...second.value, wipe });
}

/** A bucket has files of its own, which a fault in those of the first place does not touch. */
async function openIn(buckets: Buckets, name: string): Promise<Result<RecordStore, StoreError>> {
  try {
    const bucket = await buckets.open(name);
    // Asked for again at each visit: what the browser has promised for the first place goes for this one too.
    if (await globalThis.navigator.storage?.persisted?.()) void bucket.persist().catch(() => {});
    return await openCopy(name, () => bucket.indexedDB);
  } catch (failure) {
    return err({
      type: "StorageUnavailable",
      reason: failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure),
    });
  }
}
