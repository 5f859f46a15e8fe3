/** The log in two copies, and what happens when one of them is lost. */
import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openRecord } from "../src/record.ts";
import { err, ok } from "../src/result.ts";
import { openCopy } from "../src/store/indexedDb.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { openIndexedDbStore } from "../src/store/onDevice.ts";
import { SEGMENT_SIZE } from "../src/store/sealedLog.ts";
import { DAMAGED, type RecordStore } from "../src/store/store.ts";
import { keepTwice } from "../src/store/twice.ts";
import { someOperations, storeContract, value } from "./storeContract.ts";

let places = 0;

const twice = (first: unknown[], second: unknown[]): RecordStore =>
  keepTwice(createMemoryStore(first), async () => ok(createMemoryStore(second)));

const copies = async (name: string): Promise<RecordStore> =>
  keepTwice(value(await openCopy(name)), () => openCopy(`${name} again`));

storeContract("two copies in memory", () => {
  const [first, second]: [unknown[], unknown[]] = [[], []];
  return { open: async () => twice(first, second) };
});

storeContract("two copies in IndexedDB", () => {
  const name = `twice ${places++}`;
  return { open: () => copies(name) };
});

const today = "2026-01-05" as LocalDate;
const options = { now: () => 1_767_600_000_000, device: createDeviceId(new Uint8Array([1])) };
const fails = err({ type: "StorageUnavailable", reason: "gone" } as const);

describe("two copies", () => {
  it("[RC-87] a write is acknowledged once both hold it", async () => {
    const [first, second]: [unknown[], unknown[]] = [[], []];
    const operations = someOperations(3);
    const store = twice(first, second);
    value(await store.append(operations.slice(0, 2), 0));
    value(await store.append(operations.slice(2), 2));
    expect(first).toEqual(operations);
    expect(second).toEqual(operations);
  });

  it("[RC-87] what was there before the second copy is copied at the first visit, piece by piece", async () => {
    const operations = someOperations(4_500);
    const [first, second]: [unknown[], unknown[]] = [[...operations], []];
    expect(value(await twice(first, second).load())).toEqual({ operations, head: 4_500 });
    await vi.waitFor(() => expect(second).toEqual(operations));
  });

  it("[RC-87] a second copy that stayed behind catches up with the next write", async () => {
    const operations = someOperations(5);
    const [first, second]: [unknown[], unknown[]] = [operations.slice(0, 4), operations.slice(0, 1)];
    value(await twice(first, second).append(operations.slice(4), 4));
    expect(second).toEqual(operations);
  });

  it("[RC-87] a second copy that cannot be opened, fails or never answers keeps nobody waiting", async () => {
    const never = new Promise<never>(() => {});
    const seconds: (() => RecordStore)[] = [
      () => ({ ...createMemoryStore(), head: async () => fails, append: async () => fails }),
      () => ({ ...createMemoryStore(), head: () => never, append: () => never }),
      () => ({ ...createMemoryStore(), isReadOnly: true, append: () => never }),
    ];
    vi.useFakeTimers();
    const operations = someOperations(2);
    for (const open of [
      ...seconds.map((second) => async () => ok(second())),
      async () => fails,
      () => never,
    ]) {
      const first: unknown[] = [operations[0]];
      const store = keepTwice(createMemoryStore(first), open);
      const loading = store.load();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(value(await loading)).toEqual({ operations: [operations[0]], head: 1 });
      const appending = store.append(operations.slice(1), 1);
      // Waited for once, not at every write.
      await vi.advanceTimersByTimeAsync(0);
      expect(await appending).toEqual(ok(2));
      expect(first).toEqual(operations);
      store.close();
    }
    vi.useRealTimers();
  });

  it("[RC-88] a first copy that was lost as a whole is brought back, and how much it was is said", async () => {
    const store = await copies("lost");
    const operations = someOperations(SEGMENT_SIZE + 40);
    value(await store.append(operations.slice(0, 40), 0));
    value(await store.append(operations.slice(40), 40));
    store.close();
    await deleteDB("lost");
    const record = value(await openRecord({ store: await copies("lost"), ...options }));
    expect(record.operations()).toHaveLength(operations.length);
    expect(record.broughtBack).toBe(operations.length);
    value(await record.putCheckIn({ date: today, pain: 1 }, today));
    record.close();
    const again = value(await openRecord({ store: await copies("lost"), ...options }));
    expect(again.broughtBack).toBe(0);
    expect(again.checkIn(today)?.pain).toBe(1);
    // Without the second copy as well: it lies in the first again.
    expect(value(await value(await openCopy("lost")).load()).operations.slice(0, -1)).toEqual(operations);
  });

  it("[RC-88] two tabs that find the first copy lost bring it back once", async () => {
    const operations = someOperations(6);
    const [first, second]: [unknown[], unknown[]] = [[], [...operations]];
    const both = await Promise.all([twice(first, second).load(), twice(first, second).load()]);
    for (const loaded of both) expect(value(loaded)).toMatchObject({ operations, head: 6 });
    expect(first).toEqual(operations);
    expect(second).toEqual(operations);
  });

  it("[RC-88] a first copy that lost its end gets it back; what both have written since then stays", async () => {
    const operations = someOperations(9);
    const shorter: unknown[] = operations.slice(0, 4);
    expect(value(await twice(shorter, [...operations]).load())).toMatchObject({ operations, broughtBack: 5 });
    expect(shorter).toEqual(operations);

    // Lost, and begun anew while the second place could not be opened.
    const begunAnew: unknown[] = someOperations(2, 500);
    const second: unknown[] = [...operations];
    const loaded = value(await twice(begunAnew, second).load());
    expect(loaded).toEqual({
      operations: [...someOperations(2, 500), ...operations],
      head: 11,
      broughtBack: 9,
    });
    expect(begunAnew).toEqual(loaded.operations);
    await vi.waitFor(() => expect(second).toEqual([...operations, ...someOperations(2, 500)]));
  });

  it("[RC-88] after that both go on, though they lie in another order, or one holds damaged entries as well", async () => {
    const operations = someOperations(6);
    const [begunAnew, next] = [someOperations(2, 500), someOperations(3, 900)];
    const first: unknown[] = [...begunAnew];
    const second: unknown[] = operations.map((operation, place) => (place < 2 ? DAMAGED : operation));
    const store = twice(first, second);
    expect(value(await store.load())).toMatchObject({ head: 6, broughtBack: 4 });
    value(await store.append(next.slice(0, 1), 6));
    const again = twice(first, second);
    expect(value(await again.load())).toEqual({ operations: first, head: 7 });
    // Another tab's copy is still on its way.
    value(await createMemoryStore(first).append(next.slice(1, 2), 7));
    value(await again.append(next.slice(2), 8));
    expect(first).toEqual([...begunAnew, ...operations.slice(2), ...next]);
    expect(second).toEqual([DAMAGED, DAMAGED, ...operations.slice(2), ...begunAnew, ...next]);
  });

  it("[RC-88] nothing is taken out of the second copy while the first is brought back", async () => {
    const operations = someOperations(5);
    const wipe = vi.fn(async () => ok(null));
    const first: unknown[] = operations.slice(0, 3);
    const kept: unknown[] = [...operations];
    const store = keepTwice(createMemoryStore(first), async () => ok({ ...createMemoryStore(kept), wipe }));
    expect(value(await store.load()).broughtBack).toBe(2);
    value(await store.append(someOperations(1, 50), 5));
    expect(kept).toEqual([...operations, ...someOperations(1, 50)]);
    expect(wipe).not.toHaveBeenCalled();
  });

  it("[RC-88] another tab's write between the two is not taken for a loss", async () => {
    const operations = someOperations(5);
    const [first, second]: [unknown[], unknown[]] = [operations.slice(0, 3), operations.slice(0, 3)];
    const kept = createMemoryStore(first);
    const store = keepTwice(
      {
        ...kept,
        load: async () => {
          const loaded = await kept.load();
          // At this moment the other tab writes, to both.
          value(await twice(first, second).append(operations.slice(3), 3));
          return loaded;
        },
      },
      async () => ok(createMemoryStore(second)),
    );
    expect(value(await store.load())).toEqual({ operations, head: 5 });
  });

  it("[RC-88] entries that cannot be opened are read from the other copy, in either", async () => {
    const operations = someOperations(6);
    const first: unknown[] = operations.map((operation, place) => (place > 2 ? DAMAGED : operation));
    expect(value(await twice(first, [...operations]).load()).operations).toEqual(operations);
    const second: unknown[] = operations.map((operation, place) => (place < 2 ? DAMAGED : operation));
    expect(value(await twice([], second).load())).toMatchObject({
      operations: operations.slice(2),
      broughtBack: 4,
    });
  });

  it("[RC-88] where the device is too full to bring it back, it is shown all the same, and tried again", async () => {
    const operations = someOperations(4);
    const second: unknown[] = [...operations];
    const full = { ...createMemoryStore(), append: async () => err({ type: "StorageFull" } as const) };
    const store = keepTwice(full, async () => ok(createMemoryStore(second)));
    expect(value(await store.load())).toEqual({ operations, head: 0, broughtBack: 4 });
    expect(second).toEqual(operations);
    const first: unknown[] = [];
    expect(value(await twice(first, second).load()).operations).toEqual(operations);
    expect(first).toEqual(operations);
  });

  it("[RC-89] deleting everything deletes both", async () => {
    const store = await copies("deleted");
    value(await store.append(someOperations(3), 0));
    expect(await store.wipe()).toEqual(ok(null));
    expect(value(await (await copies("deleted")).load())).toEqual({ operations: [], head: 0 });
  });

  it("[RC-89] where the second copy cannot be deleted, that is said and nothing is", async () => {
    const first: unknown[] = someOperations(2);
    expect(await keepTwice(createMemoryStore(first), async () => fails).wipe()).toEqual(fails);
    const stuck = { ...createMemoryStore(), wipe: async () => fails };
    expect(await keepTwice(createMemoryStore(first), async () => ok(stuck)).wipe()).toEqual(fails);
    vi.useFakeTimers();
    const waiting = keepTwice(createMemoryStore(first), () => new Promise(() => {})).wipe();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await waiting).toMatchObject({ ok: false, error: { type: "StorageUnavailable" } });
    vi.useRealTimers();
    expect(first).toHaveLength(2);
  });
});

describe("the second place of a browser", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** A bucket with a database of its own, as far as names go. */
  const withBuckets = (open: (name: string) => Promise<{ indexedDB: IDBFactory; persist: () => unknown }>) =>
    vi.stubGlobal("navigator", { storageBuckets: { open }, storage: { persisted: async () => true } });
  const apart = (bucket: string): IDBFactory =>
    ({
      open: (name: string, version?: number) => indexedDB.open(`${bucket}: ${name}`, version),
      deleteDatabase: (name: string) => indexedDB.deleteDatabase(`${bucket}: ${name}`),
    }) as IDBFactory;

  it("[RC-87] is a storage bucket, which the browser is asked to keep if it keeps the first", async () => {
    const persist = vi.fn(async () => true);
    withBuckets(async (name) => ({ indexedDB: apart(name), persist }));
    const store = value(await openIndexedDbStore("bucketed"));
    value(await store.append(someOperations(1), 0));
    const raw = await openDB("bucketed-second: bucketed-second");
    expect(await raw.count("tail")).toBe(1);
    raw.close();
    expect(persist).toHaveBeenCalledOnce();
  });

  it("[RC-87] that the browser refuses is done without", async () => {
    withBuckets(async () => {
      throw new DOMException("no", "NotAllowedError");
    });
    const store = value(await openIndexedDbStore("refused"));
    expect(await store.append(someOperations(1), 0)).toEqual(ok(1));
    expect(value(await store.load()).operations).toHaveLength(1);
  });

  it("[RC-88] is used alone while the first cannot be opened, and brings back what was written meanwhile", async () => {
    withBuckets(async (name) => ({ indexedDB: apart(name), persist: async () => true }));
    const operations = someOperations(3);
    value(await value(await openIndexedDbStore("broken")).append(operations.slice(0, 2), 0));
    const opening = indexedDB.open.bind(indexedDB);
    const open = vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
      if (name === "broken") throw new DOMException("Internal error opening backing store", "UnknownError");
      return opening(name, version);
    });
    const alone = value(await openIndexedDbStore("broken"));
    expect(value(await alone.load()).operations).toEqual(operations.slice(0, 2));
    value(await alone.append(operations.slice(2), 2));
    alone.close();
    open.mockRestore();
    expect(value(await value(await openIndexedDbStore("broken")).load())).toEqual({
      operations,
      head: 3,
      broughtBack: 1,
    });
  });

  it("[RC-89] is not deleted alone: the first goes too, though it cannot be opened", async () => {
    withBuckets(async (name) => ({ indexedDB: apart(name), persist: async () => true }));
    const before = value(await openIndexedDbStore("gone"));
    value(await before.append(someOperations(2), 0));
    before.close();
    const opening = indexedDB.open.bind(indexedDB);
    const open = vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
      if (name === "gone") throw new DOMException("no", "UnknownError");
      return opening(name, version);
    });
    expect(await value(await openIndexedDbStore("gone")).wipe()).toEqual(ok(null));
    open.mockRestore();
    expect(value(await value(await openIndexedDbStore("gone")).load())).toEqual({ operations: [], head: 0 });
  });
});
