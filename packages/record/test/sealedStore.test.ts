/** What lies in IndexedDB, as someone sees it who looks past the app. */
import "fake-indexeddb/auto";
import { deleteDB, type IDBPDatabase, openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import type { Operation } from "../src/operation.ts";
import { openRecord } from "../src/record.ts";
import { createDeviceId, FIRST_STAMP, tick } from "../src/clock.ts";
import { addDays, type LocalDate } from "../src/localDate.ts";
import { createDeviceKey } from "../src/store/sealing.ts";
import { openIndexedDbStore } from "../src/store/onDevice.ts";
import {
  compact,
  type LogDatabase,
  MOST_IN_TAIL,
  SEGMENT_SIZE,
  sealedSegments,
} from "../src/store/sealedLog.ts";
import { isDamaged } from "../src/store/store.ts";
import { someOperations, value } from "./storeContract.ts";

type Raw = IDBPDatabase;
const raw = (name: string): Promise<Raw> => openDB(name);

/** Every byte and every text in the database, the key aside. */
async function everything(name: string): Promise<string> {
  const database = await raw(name);
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (part instanceof ArrayBuffer) found.push(Buffer.from(part).toString("latin1"));
    else if (ArrayBuffer.isView(part)) found.push(Buffer.from(part.buffer).toString("latin1"));
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(walk);
    else found.push(String(part));
  };
  for (const store of database.objectStoreNames) {
    if (store !== "keys") (await database.getAll(store)).forEach(walk);
  }
  database.close();
  return found.join("\n");
}

/** Written as the first version of the app wrote it: unsealed batches in one store called `log`. */
async function writeAsVersion1(name: string, batches: readonly (readonly Operation[])[]): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (upgraded) => {
      upgraded.createObjectStore("log");
    },
  });
  let head = 0;
  for (const operations of batches) {
    head += operations.length;
    await database.add("log", { operations }, head);
  }
  database.close();
}

describe("sealed storage", () => {
  it("[RC-70] nothing of the record can be read in the storage, neither after a check-in nor after an import", async () => {
    const store = value(await openIndexedDbStore("secret"));
    const operations = someOperations(SEGMENT_SIZE + 1).map((one) => ({
      ...one,
      set: { note: "a word to find" },
    }));
    value(await store.append(operations.slice(0, 1), 0));
    value(await store.append(operations.slice(1), 1));
    const stored = await everything("secret");
    expect(stored.length).toBeGreaterThan(1000);
    for (const word of ["word", "checkIn", "note", "row 0"]) expect(stored).not.toContain(word);
  });

  it("[RC-70] the key of the device is one, cannot be read out, and is drawn once even by two tabs at once", async () => {
    const [left, right] = await Promise.all([openIndexedDbStore("one key"), openIndexedDbStore("one key")]);
    value(await value(left).append(someOperations(1), 0));
    expect(value(await value(right).load()).operations).toEqual(someOperations(1));
    const database = await raw("one key");
    const keys = (await database.getAll("keys")) as CryptoKey[];
    expect(keys).toHaveLength(1);
    expect(keys[0]?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", keys[0] as CryptoKey)).rejects.toThrow();
    database.close();
  });

  it("[RC-71] a batch that was changed, or put in another's place, is set aside and the rest is read", async () => {
    const store = value(await openIndexedDbStore("meddled"));
    const operations = someOperations(4);
    for (const [head, operation] of operations.entries()) value(await store.append([operation], head));
    const database = await raw("meddled");
    const second = (await database.get("tail", 2)) as { bytes: ArrayBuffer };
    const third = (await database.get("tail", 3)) as { from: number; to: number };
    new Uint8Array(second.bytes)[3] = (new Uint8Array(second.bytes)[3] ?? 0) ^ 1;
    await database.put("tail", second);
    await database.put("tail", { ...third, from: 3, to: 4 });
    database.close();
    const loaded = value(await store.load());
    expect(loaded.head).toBe(4);
    expect(loaded.operations.map(isDamaged)).toEqual([false, true, false, true]);
    expect(value(await store.since(1)).operations.map(isDamaged)).toEqual([true, false, true]);
    const opened = value(
      await openRecord({ store, now: () => 1, device: createDeviceId(new Uint8Array([1])) }),
    );
    expect(opened.operations()).toHaveLength(2);
    expect(opened.damaged).toBe(2);
    value(await opened.write([{ table: "checkIn", id: "after", set: { pain: 1 } }]));
    expect(opened.operations()).toHaveLength(3);
  });

  it("[RC-71] what cannot be opened is never joined and never removed", async () => {
    const store = value(await openIndexedDbStore("kept broken"));
    const operations = someOperations(MOST_IN_TAIL + 1);
    value(await store.append(operations.slice(0, 1), 0));
    const database = await raw("kept broken");
    const broken = (await database.get("tail", 1)) as { bytes: ArrayBuffer };
    await database.put("tail", { ...broken, bytes: new ArrayBuffer(40) });
    for (let head = 1; head <= MOST_IN_TAIL; head++)
      value(await store.append(operations.slice(head, head + 1), head));
    await vi.waitFor(async () => expect(await database.count("tail")).toBeLessThan(5), 5000);
    expect(await database.get("tail", 1)).toMatchObject({ from: 0, to: 1 });
    const loaded = value(await store.load()).operations;
    expect(isDamaged(loaded[0])).toBe(true);
    expect(loaded.slice(1)).toEqual(operations.slice(1));
    database.close();
  });
});

describe("ten years, ten check-ins a day", () => {
  it("[RC-78] take at most 1,000,000 bytes", async () => {
    let state = 7;
    const drawn = (most: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % (most + 1);
    };
    const two = (number: number): string => String(number).padStart(2, "0");
    const operations = Array.from({ length: 36_500 }, (_, place) => {
      const date = addDays("2016-01-01" as LocalDate, Math.floor(place / 10));
      const time = `${two(8 + (place % 10))}:${two(drawn(59))}`;
      const milliseconds = Date.parse(`${date}T${time}Z`) + drawn(59_999);
      return {
        version: 1,
        at: tick(FIRST_STAMP, milliseconds),
        device: "5f2c9a01d3e4b7c6",
        table: "checkIn",
        id: place % 10 === 0 ? date : `${date} ${time}`,
        set: {
          stiffness: drawn(10),
          spasms: drawn(10),
          time,
          zone: "Europe/Dublin",
          backfilled: false,
          recordedAt: new Date(milliseconds).toISOString(),
        },
        deleted: false,
      };
    });
    const segments = await sealedSegments(await createDeviceKey(), operations, 0);
    expect(segments).toHaveLength(73);
    const bytes = segments.reduce(
      (sum, segment) => sum + segment.bytes.byteLength + segment.iv.byteLength,
      0,
    );
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(1_000_000);
  });
});

describe("what the first version of the app kept", () => {
  it("[RC-72] is taken over without loss, sealed, and goes on from there", async () => {
    const operations = someOperations(1203);
    await writeAsVersion1("old", [
      operations.slice(0, 1),
      operations.slice(1, 3),
      operations.slice(3, 1200),
      operations.slice(1200),
    ]);
    const store = value(await openIndexedDbStore("old"));
    expect(value(await store.load())).toEqual({ operations, head: 1203 });
    expect(value(await store.append(someOperations(1, 5000), 1203))).toBe(1204);
    expect(await everything("old")).not.toContain("checkIn");
    const database = await raw("old");
    expect(await database.count("unsealed")).toBe(0);
    expect(await database.count("segments")).toBe(3);
    database.close();
  });

  it("[RC-72] stays readable where the device is too full to seal it, and is sealed at a later visit", async () => {
    const operations = someOperations(7);
    await writeAsVersion1("old and full", [operations]);
    const add = vi.spyOn(IDBObjectStore.prototype, "add");
    add.mockImplementation(function (this: IDBObjectStore, content: unknown, key?: IDBValidKey) {
      if (this.name === "segments") throw new DOMException("no room", "QuotaExceededError");
      return key === undefined ? this.put(content) : this.put(content, key);
    });
    const store = value(await openIndexedDbStore("old and full"));
    expect(value(await store.load())).toEqual({ operations, head: 7 });
    expect(value(await store.append(someOperations(1, 50), 7))).toBe(8);
    add.mockRestore();
    store.close();
    const again = value(await openIndexedDbStore("old and full"));
    expect(value(await again.load()).operations).toEqual([...operations, ...someOperations(1, 50)]);
    expect(await everything("old and full")).not.toContain("checkIn");
  });

  it("[RC-72] an old page that is still open cannot take the new storage for an empty one", async () => {
    await writeAsVersion1("old page", [someOperations(2)]);
    value(await openIndexedDbStore("old page")).close();
    // The old version opens what is newer for reading, and says so if its store is not there.
    const seen = await raw("old page");
    expect(seen.objectStoreNames.contains("log")).toBe(false);
    seen.close();
    await deleteDB("old page");
  });

  it("[RC-16] joining in two tabs at once loses and repeats nothing", async () => {
    const store = value(await openIndexedDbStore("twice joined"));
    const operations = someOperations(40);
    for (const [head, operation] of operations.entries()) value(await store.append([operation], head));
    const database = (await raw("twice joined")) as unknown as LogDatabase;
    const key = (await database.get("keys", "device")) as CryptoKey;
    const appending = store.append(someOperations(1, 900), 40);
    await Promise.all([compact(database, key), compact(database, key), appending]);
    expect(value(await store.load()).operations).toEqual([...operations, ...someOperations(1, 900)]);
    expect(await database.count("segments")).toBe(1);
    database.close();
  });
});
