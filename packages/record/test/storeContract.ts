/** What every store promises. Run against each implementation. */
import { describe, expect, it } from "vitest";
import { createDeviceId, FIRST_STAMP, type Stamp, tick } from "../src/clock.ts";
import type { Operation } from "../src/operation.ts";
import type { Result } from "../src/result.ts";
import type { RecordStore } from "../src/store/store.ts";

/** One place to keep a record, which several tabs can open. */
export type Place = { open(): Promise<RecordStore> };

export const value = <Value, Problem>(result: Result<Value, Problem>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export function someOperations(count: number, from = 0): Operation[] {
  let at: Stamp = tick(FIRST_STAMP, from);
  return Array.from({ length: count }, (_, place) => {
    at = tick(at, 0);
    return {
      version: 1,
      at,
      device: createDeviceId(new Uint8Array([7])),
      table: "checkIn",
      id: `row ${from + place}`,
      set: { stiffness: place % 11, unheardOf: { deep: [0, null, "é😀"] } },
    };
  });
}

export function storeContract(name: string, createPlace: () => Place): void {
  describe(`store contract: ${name}`, () => {
    it("[RC-5] begins empty, at head 0", async () => {
      const store = await createPlace().open();
      expect(await store.load()).toEqual({ ok: true, value: { operations: [], head: 0 } });
      expect(store.isReadOnly).toBe(false);
    });

    it("[RC-5] gives back what was appended, in order, also after it was closed and opened again", async () => {
      const place = createPlace();
      const store = await place.open();
      const operations = someOperations(7);
      expect(await store.append(operations.slice(0, 1), 0)).toEqual({ ok: true, value: 1 });
      expect(await store.append(operations.slice(1), 1)).toEqual({ ok: true, value: 7 });
      expect(await store.append([], 7)).toEqual({ ok: true, value: 7 });
      store.close();
      const again = await place.open();
      expect(value(await again.load())).toEqual({ operations, head: 7 });
    });

    it("[RC-5] gives what came after a head, and nothing before it", async () => {
      const store = await createPlace().open();
      const operations = someOperations(9);
      await store.append(operations.slice(0, 4), 0);
      await store.append(operations.slice(4), 4);
      expect(value(await store.since(4))).toEqual({ operations: operations.slice(4), head: 9 });
      expect(value(await store.since(9))).toEqual({ operations: [], head: 9 });
    });

    it("[RC-5] refuses an append behind the head, and writes nothing of it", async () => {
      const place = createPlace();
      const [left, right] = [await place.open(), await place.open()];
      const operations = someOperations(3);
      await left.append(operations.slice(0, 2), 0);
      expect(await right.append(operations, 0)).toEqual({ ok: false, error: { type: "Behind", head: 2 } });
      expect(await right.append([], 1)).toEqual({ ok: false, error: { type: "Behind", head: 2 } });
      expect(value(await right.load()).operations).toEqual(operations.slice(0, 2));
    });

    it("[RC-5] of two tabs that append at once, one is first and the other is told", async () => {
      const place = createPlace();
      const [left, right] = [await place.open(), await place.open()];
      const both = await Promise.all([left.append(someOperations(1), 0), right.append(someOperations(1), 0)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(value(await left.load()).head).toBe(1);
    });

    it("[RC-5] keeps what it was given, not what the caller does with it later", async () => {
      const store = await createPlace().open();
      const [operation] = someOperations(1);
      const changing = structuredClone(operation) as Operation & { set: Record<string, number> };
      await store.append([changing], 0);
      changing.set.stiffness = 99;
      const loaded = value(await store.load()).operations as { set: Record<string, number> }[];
      expect(loaded[0]?.set.stiffness).toBe(0);
    });

    it("[RC-16] holds ten years, in many small appends and one large one, and in the same order", async () => {
      const place = createPlace();
      const store = await place.open();
      const operations = someOperations(37_000);
      for (let head = 0; head < 500; head++)
        value(await store.append(operations.slice(head, head + 1), head));
      value(await store.append(operations.slice(500), 500));
      expect(value(await store.since(137)).operations).toEqual(operations.slice(137));
      const again = await place.open();
      expect(value(await again.load())).toEqual({ operations, head: 37_000 });
    });

    it("[RC-5] wipes everything for good", async () => {
      const place = createPlace();
      const store = await place.open();
      await store.append(someOperations(3), 0);
      expect(await store.wipe()).toEqual({ ok: true, value: null });
      expect(value(await (await place.open()).load())).toEqual({ operations: [], head: 0 });
    });
  });
}
