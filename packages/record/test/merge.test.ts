import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createDeviceId,
  type DeviceId,
  FIRST_STAMP,
  isStamp,
  MOST_AHEAD_MILLISECONDS,
  millisecondsOf,
  type Stamp,
  tick,
  witness,
} from "../src/clock.ts";
import { applyOperations, createState, mergeStates, operationsOf, type RecordState } from "../src/merge.ts";
import { type Operation, parseOperation } from "../src/operation.ts";
import { operation } from "./arbitrary.ts";

const stateOf = (operations: readonly Operation[]): RecordState => {
  const state = createState();
  applyOperations(state, operations);
  return state;
};

/** Everything in the state as text, whatever the order in which it arrived. */
const seen = (state: RecordState): string => JSON.stringify(operationsOf(state));

describe("clock", () => {
  it("[RC-3] every stamp is later than the one before, however the device's clock jumps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constantFrom(Number.NaN, 2 ** 50, 1.8e12))),
        (times) => {
          let last = FIRST_STAMP;
          for (const now of times) {
            const next = tick(last, now);
            expect(isStamp(next)).toBe(true);
            if (millisecondsOf(last) < 2 ** 48 - 1) expect(next > last).toBe(true);
            if (now <= 2 ** 47) expect(millisecondsOf(next)).toBeGreaterThanOrEqual(now);
            last = next;
          }
        },
      ),
    );
  });

  it("[RC-3] the counter carries over into the milliseconds", () => {
    expect(tick("000000000005-ffff" as Stamp, 5)).toBe("000000000006-0000");
    expect(createDeviceId(new Uint8Array([1, 171]))).toBe("01ab");
    expect(() => createDeviceId(new Uint8Array(0))).toThrow(RangeError);
  });

  it("[RC-4] a stamp more than 24 hours ahead is refused; one just below is not", () => {
    const now = 1_800_000_000_000;
    const ahead = (by: number) => tick(FIRST_STAMP, now + MOST_AHEAD_MILLISECONDS + by);
    expect(witness(FIRST_STAMP, ahead(1), now)).toMatchObject({
      ok: false,
      error: { type: "ClockTooFarAhead" },
    });
    expect(witness(FIRST_STAMP, ahead(0), now)).toEqual({ ok: true, value: ahead(0) });
    expect(witness(ahead(0), FIRST_STAMP, now)).toEqual({ ok: true, value: ahead(0) });
  });
});

describe("merge", () => {
  const histories = fc.array(operation, { maxLength: 25 });

  it("[RC-12] does not depend on the order of the operations, nor on how often they arrive", () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (operations, order) => {
        const shuffled = operations
          .flatMap((one) => [one, one])
          .map((one) => ({ one, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(seen(stateOf(shuffled))).toBe(seen(stateOf(operations)));
      }),
    );
  });

  it("[RC-12] is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(histories, histories, histories, (first, second, third) => {
        const [a, b, c] = [stateOf(first), stateOf(second), stateOf(third)];
        expect(seen(mergeStates(a, b))).toBe(seen(mergeStates(b, a)));
        expect(seen(mergeStates(mergeStates(a, b), c))).toBe(seen(mergeStates(a, mergeStates(b, c))));
        expect(seen(mergeStates(a, a))).toBe(seen(a));
        expect(seen(mergeStates(a, b))).toBe(seen(stateOf([...first, ...second])));
      }),
    );
  });

  it("[RC-13] the fewest operations rebuild the whole state, through JSON too", () => {
    fc.assert(
      fc.property(histories, (operations) => {
        const state = stateOf(operations);
        const again = JSON.parse(JSON.stringify(operationsOf(state))) as unknown[];
        const parsed = again.map(parseOperation).flatMap((one) => (one.ok ? [one.value] : []));
        expect(parsed).toHaveLength(again.length);
        expect(seen(stateOf(parsed))).toBe(seen(state));
      }),
    );
  });

  it("[RC-11] the later stamp wins field by field; with equal stamps the device decides", () => {
    const write = (at: string, device: string, set: Operation["set"], deleted?: boolean): Operation => ({
      version: 1,
      at: at as Stamp,
      device: device as DeviceId,
      table: "checkIn",
      id: "2026-01-05",
      set,
      ...(deleted === undefined ? {} : { deleted }),
    });
    const row = stateOf([
      write("000000000002-0000", "a", { stiffness: 2, pain: 2 }),
      write("000000000001-ffff", "z", { stiffness: 9, sleep: 1 }),
      write("000000000002-0000", "b", { pain: 3 }),
      write("000000000003-0000", "a", {}, true),
      write("000000000002-0000", "z", {}, false),
    ])
      .get("checkIn")
      ?.get("2026-01-05");
    const values = [...(row?.fields ?? [])].map(([field, { value }]) => [field, value]);
    expect(Object.fromEntries(values)).toEqual({ stiffness: 2, pain: 3, sleep: 1 });
    expect(row?.deleted?.value).toBe(true);
  });

  it("[RC-10] says what is no operation, and never cuts a newer one to fit", () => {
    const good = {
      version: 1,
      at: "000000000001-0000",
      device: "a",
      table: "t",
      id: "x",
      set: { a: [1, { b: null }] },
    };
    expect(parseOperation(good).ok).toBe(true);
    expect(parseOperation({ ...good, version: 2, shape: "new" })).toEqual({
      ok: false,
      error: { type: "NewerOperation", version: 2 },
    });
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = [deep];
    for (const wrong of [
      null,
      "text",
      [],
      { ...good, at: "now" },
      { ...good, at: "00000000000G-0000" },
      { ...good, device: "" },
      { ...good, id: "" },
      { ...good, set: [1] },
      { ...good, set: { a: Number.NaN } },
      { ...good, set: { a: new Date(0) } },
      { ...good, set: { a: deep } },
      { ...good, deleted: "yes" },
      { ...good, version: 0 },
    ]) {
      expect(parseOperation(wrong)).toMatchObject({ ok: false, error: { type: "NotAnOperation" } });
    }
  });
});
