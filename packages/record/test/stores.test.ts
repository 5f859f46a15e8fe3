import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import { openRecord } from "../src/record.ts";
import { createDeviceId } from "../src/clock.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openIndexedDbStore } from "../src/store/onDevice.ts";
import { MOST_IN_TAIL } from "../src/store/sealedLog.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { someOperations, storeContract, value } from "./storeContract.ts";

let places = 0;

storeContract("memory", () => {
  const kept: unknown[] = [];
  return { open: async () => createMemoryStore(kept) };
});

storeContract("IndexedDB", () => {
  const name = `place ${places++}`;
  return { open: async () => value(await openIndexedDbStore(name)) };
});

const today = "2026-01-05" as LocalDate;
const options = { now: () => 1_767_600_000_000, device: createDeviceId(new Uint8Array([1])) };

describe("IndexedDB", () => {
  it("[RC-16] joins small batches, also those of earlier visits, so that opening stays fast", async () => {
    const operations = someOperations(MOST_IN_TAIL + 3);
    let store = value(await openIndexedDbStore("joined"));
    for (const [head, operation] of operations.entries()) {
      if (head % 50 === 49) {
        store.close();
        store = value(await openIndexedDbStore("joined"));
      }
      value(await store.append([operation], head));
    }
    const raw = await openDB("joined");
    await vi.waitFor(async () => expect(await raw.count("tail")).toBeLessThan(10), 5000);
    expect(await raw.count("segments")).toBe(1);
    raw.close();
    expect(value(await store.load()).operations).toEqual(operations);
    expect(value(await store.since(100)).operations).toEqual(operations.slice(100));
  });

  it("[RC-17] opens storage that a newer version has changed for reading only", async () => {
    const store = value(await openIndexedDbStore("newer"));
    value(await store.append(someOperations(2), 0));
    store.close();
    (await openDB("newer", 7)).close();
    const opened = value(await openRecord({ store: value(await openIndexedDbStore("newer")), ...options }));
    expect(opened.isReadOnly).toBe(true);
    expect(opened.operations()).toHaveLength(2);
    expect(await opened.putCheckIn({ date: today, pain: 1 }, today)).toEqual({
      ok: false,
      error: { type: "WrittenByNewerVersion" },
    });
    expect(opened.checkIns()).toEqual([]);
    expect(await value(await openIndexedDbStore("newer")).wipe()).toMatchObject({ ok: false });
  });

  it("[RC-17] lets a newer app in another tab have the storage, and then says that it cannot save", async () => {
    const store = value(await openIndexedDbStore("taken over"));
    const opened = value(await openRecord({ store, ...options }));
    value(await opened.putCheckIn({ date: today, pain: 1 }, today));
    (await openDB("taken over", 3)).close();
    expect(await opened.putCheckIn({ date: today, pain: 9 }, today)).toMatchObject({
      ok: false,
      error: { type: "StorageUnavailable" },
    });
    expect(opened.checkIns()[0]?.pain).toBe(1);
  });

  it("[RC-5] says that the device is full, and leaves what was saved as it was", async () => {
    const store = value(await openIndexedDbStore("full"));
    const opened = value(await openRecord({ store, ...options }));
    value(await opened.putCheckIn({ date: today, pain: 1 }, today));
    const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await opened.putCheckIn({ date: today, pain: 9 }, today)).toEqual({
      ok: false,
      error: { type: "StorageFull" },
    });
    add.mockRestore();
    expect(opened.checkIns()[0]?.pain).toBe(1);
    expect(value(await store.load()).operations).toHaveLength(1);
    value(await opened.putCheckIn({ date: today, pain: 2 }, today));
    expect(opened.checkIns()[0]?.pain).toBe(2);
  });

  it("[RC-5] says that storage is unavailable when the browser forbids it", async () => {
    const open = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("not here", "SecurityError");
    });
    expect(await openIndexedDbStore("forbidden")).toMatchObject({
      ok: false,
      error: { type: "StorageUnavailable" },
    });
    open.mockRestore();
  });
});
