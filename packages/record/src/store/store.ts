/**
 * Where operations are kept. A store is a log: batches are appended in order and never changed. `head` is the number of
 * operations ever appended; it only grows.
 *
 * [Note: Append behind the head] `append` names the head that the caller has seen. If another tab appended meanwhile, it
 * is refused with `Behind` and nothing is written; the caller takes in what it missed, stamps its operations anew and
 * tries again. So no two tabs write the same stamp, and no tab overlooks another's writes.
 */
import type { Operation } from "../operation.ts";
import type { Result } from "../result.ts";

export type StoredOperations = {
  /** As they were stored. What a newer version wrote is among them, unread. */
  readonly operations: readonly unknown[];
  readonly head: number;
  /** [RC-88] How many of them the browser had lost, and a second copy gave back at this moment. */
  readonly broughtBack?: number;
};

/** Stands in for an operation that is there and cannot be opened. It is set aside like every other broken one. */
export const DAMAGED = Object.freeze({ damaged: true });

export const isDamaged = (stored: unknown): boolean =>
  typeof stored === "object" && stored !== null && "damaged" in stored && stored.damaged === true;

export type StoreError =
  /** the device has no room left; nothing was written */
  | { readonly type: "StorageFull" }
  /** storage is switched off, was closed by the browser, or failed */
  | { readonly type: "StorageUnavailable"; readonly reason: string }
  /** a newer version of the app has changed the storage itself; reading may go on, writing must not */
  | { readonly type: "WrittenByNewerVersion" };

export type Behind = { readonly type: "Behind"; readonly head: number };

export interface RecordStore {
  /** Everything, in the order in which it was appended. */
  load(): Promise<Result<StoredOperations, StoreError>>;
  /** What was appended after this head. */
  since(head: number): Promise<Result<StoredOperations, StoreError>>;
  /** The number of operations ever appended. */
  head(): Promise<Result<number, StoreError>>;
  /** All of the operations or none; acknowledged only once they are durable. Returns the new head. */
  append(operations: readonly Operation[], head: number): Promise<Result<number, StoreError | Behind>>;
  /** Removes everything for good. */
  wipe(): Promise<Result<null, StoreError>>;
  /** True if a newer version of the app owns the storage, so that nothing may be written. */
  readonly isReadOnly: boolean;
  close(): void;
}
