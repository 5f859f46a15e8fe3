import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDeviceId, type Stamp } from "../src/clock.ts";
import type { LocalDate } from "../src/localDate.ts";
import type { Operation } from "../src/operation.ts";
import type { RecordChannel } from "../src/ledger.ts";
import { openRecord, type PersonalRecord } from "../src/record.ts";
import { err } from "../src/result.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import type { RecordStore } from "../src/store/store.ts";
import { emptyCheckIn } from "../src/vocabulary.ts";
import { operation } from "./arbitrary.ts";
import { value } from "./storeContract.ts";

const today = "2026-01-06" as LocalDate;
const yesterday = "2026-01-05" as LocalDate;
const now = () => Date.UTC(2026, 0, 6, 9);
const device = createDeviceId(new Uint8Array([1]));

const open = async (kept: unknown[] = [], more: { channel?: RecordChannel; store?: RecordStore } = {}) =>
  value(await openRecord({ store: createMemoryStore(kept), now, device, ...more }));

/** What a person can see. */
const view = (record: PersonalRecord): string => JSON.stringify([record.checkIns(), record.treatments()]);

describe("record", () => {
  it("[RC-14] keeps what is put, leaves alone what is left out, and is the same after opening it again", async () => {
    const kept: unknown[] = [];
    const record = await open(kept);
    value(await record.putCheckIn({ date: today, stiffness: 6, spasms: 0, note: " ok\r\n" }, today));
    value(await record.putCheckIn({ date: today, pain: 2 }, today));
    const expected = {
      ...emptyCheckIn,
      id: today,
      date: today,
      stiffness: 6,
      spasms: 0,
      pain: 2,
      sleep: null,
      spasmCount: null,
      note: "ok",
      backfilled: false,
      recordedAt: "2026-01-06T09:00:00.000Z",
    };
    expect(record.checkIns()).toEqual([expected]);
    expect((await open(kept)).checkIns()).toEqual([expected]);
    value(await record.putCheckIn({ date: today, spasms: null }, today));
    expect(record.checkIn(today)?.spasms).toBeNull();
  });

  it("[RC-14] marks a day that was filled in later, for good", async () => {
    const record = await open();
    value(await record.putCheckIn({ date: yesterday, stiffness: 6 }, today));
    value(await record.putCheckIn({ date: today, stiffness: 6 }, today));
    value(await record.putCheckIn({ date: today, stiffness: 5 }, "2026-01-09" as LocalDate));
    expect(record.checkIns().map(({ date, backfilled }) => [date, backfilled])).toEqual([
      [yesterday, true],
      [today, false],
    ]);
  });

  it("[RC-7] refuses what cannot be true, and changes nothing", async () => {
    const record = await open();
    const refusal = async (entry: Parameters<PersonalRecord["putCheckIn"]>[0]) => {
      const put = await record.putCheckIn(entry, today);
      return put.ok ? "ok" : put.error.type;
    };
    expect(await refusal({ date: "2026-01-07" as LocalDate, pain: 1 })).toBe("FutureDate");
    expect(await refusal({ date: "1726-01-05" as LocalDate, pain: 1 })).toBe("DateOutOfRange");
    expect(await refusal({ date: "2026-02-30" as LocalDate, pain: 1 })).toBe("DateOutOfRange");
    expect(await refusal({ date: today, pain: 11 })).toBe("RatingOutOfRange");
    expect(await refusal({ date: today, pain: Number.NaN })).toBe("RatingOutOfRange");
    expect(await refusal({ date: today, spasmCount: 1.5 })).toBe("CountOutOfRange");
    expect(await refusal({ date: today, note: "x".repeat(10_001) })).toBe("TextTooLong");
    expect(record.operations()).toEqual([]);
    expect(record.canUndo).toBe(false);
  });

  it("[RC-8] keeps treatments as dose periods, and refuses a stop before the start", async () => {
    const record = await open();
    const period = {
      treatment: "Example  medicine",
      kind: "medicine",
      start: yesterday,
      dose: 5,
      unit: "mg",
    } as const;
    const id = value(await record.putTreatment(period));
    const second = value(await record.putTreatment(period));
    expect(second).not.toBe(id);
    value(await record.putTreatment({ ...period, stop: today }, id));
    expect(record.treatments().map(({ treatment, stop }) => [treatment, stop])).toEqual([
      ["Example medicine", today],
      ["Example medicine", null],
    ]);
    expect(await record.putTreatment({ ...period, stop: "2026-01-01" as LocalDate })).toMatchObject({
      error: { type: "StopBeforeStart" },
    });
    expect(await record.putTreatment({ ...period, treatment: " " })).toMatchObject({
      error: { type: "EmptyName" },
    });
    value(await record.removeTreatment(second));
    expect(record.treatments()).toHaveLength(1);
  });

  it("[RC-14] a removed day can be filled in again, and nothing of the old one comes back", async () => {
    const record = await open();
    value(await record.putCheckIn({ date: today, pain: 7, note: "old" }, today));
    value(await record.removeCheckIn(today));
    expect(record.checkIns()).toEqual([]);
    value(await record.putCheckIn({ date: today, stiffness: 1 }, today));
    expect(record.checkIn(today)).toMatchObject({ stiffness: 1, pain: null, note: null });
  });

  it("[RC-18] undo takes back one step after the other, and nothing else", async () => {
    const record = await open();
    const seen = [view(record)];
    const steps = [
      () => record.putCheckIn({ date: today, pain: 7, note: "first" }, today),
      () => record.putCheckIn({ date: today, pain: 3 }, today),
      () => record.putTreatment({ treatment: "x", kind: "other", start: today }),
      () => record.removeCheckIn(today),
      () => record.putCheckIn({ date: today, sleep: 0 }, today),
    ];
    for (const step of steps) {
      value<unknown, unknown>(await step());
      seen.push(view(record));
    }
    for (const before of seen.slice(0, -1).reverse()) {
      expect(value(await record.undo())).toBe(true);
      expect(view(record)).toBe(before);
    }
    expect(value(await record.undo())).toBe(false);
  });

  it("[RC-18] undo leaves alone what another tab has written since", async () => {
    const kept: unknown[] = [];
    const [left, right] = [await open(kept), await open(kept)];
    value(await left.putCheckIn({ date: today, pain: 7, sleep: 4 }, today));
    value(await right.refresh());
    value(await right.putCheckIn({ date: today, sleep: 5 }, today));
    value(await left.undo());
    expect(left.checkIn(today)).toMatchObject({ pain: null, sleep: 5 });
  });

  it("[RC-18] restoring any operations, and undoing it, shows what was there before", async () => {
    const many = fc.array(operation, { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(many, many, async (before, file) => {
        const record = await open(structuredClone(before));
        const seen = view(record);
        const live = JSON.stringify(liveValues(record));
        value(await record.restore(file));
        value(await record.undo());
        expect(view(record)).toBe(seen);
        expect(JSON.stringify(liveValues(record))).toBe(live);
      }),
    );
  });

  it("[RC-5] two tabs that write at the same instant lose nothing and agree", async () => {
    const kept: unknown[] = [];
    const [left, right] = [await open(kept), await open(kept)];
    await Promise.all([
      left.putCheckIn({ date: today, pain: 1 }, today),
      right.putCheckIn({ date: today, sleep: 2 }, today),
      left.putCheckIn({ date: yesterday, pain: 3 }, today),
      right.putCheckIn({ date: yesterday, pain: 4 }, today),
    ]);
    await Promise.all([left.refresh(), right.refresh()]);
    expect(view(left)).toBe(view(right));
    expect(left.checkIn(today)).toMatchObject({ pain: 1, sleep: 2 });
    const stamps = (kept as { at: string }[]).map(({ at }) => at);
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it("[RC-5] tells other tabs at once, and listeners of changes only", async () => {
    const kept: unknown[] = [];
    const listeners: (() => void)[] = [];
    const channelOf = (own: number): RecordChannel => ({
      postMessage: () => {
        for (const [other, listener] of listeners.entries()) if (other !== own) listener();
      },
      addEventListener: (_, listener) => void listeners.push(listener),
      close: () => {},
    });
    const left = await open(kept, { channel: channelOf(0) });
    const right = await open(kept, { channel: channelOf(1) });
    let told = 0;
    const stop = right.subscribe(() => {
      told += 1;
    });
    const before = right.checkIns();
    expect(right.checkIns()).toBe(before);
    value(await left.putCheckIn({ date: today, pain: 1 }, today));
    await right.refresh();
    expect(right.checkIns()).toHaveLength(1);
    expect(told).toBe(1);
    stop();
    value(await left.undo());
    await right.refresh();
    expect(right.checkIns()).toEqual([]);
    expect(told).toBe(1);
  });

  it("[RC-5] a failed write changes nothing of what is shown, saved or undone", async () => {
    const kept: unknown[] = [];
    const memory = createMemoryStore(kept);
    let isFull = false;
    const store: RecordStore = {
      ...memory,
      append: async (operations, head) =>
        isFull ? err({ type: "StorageFull" }) : memory.append(operations, head),
    };
    const record = await open(kept, { store });
    value(await record.putCheckIn({ date: today, pain: 1 }, today));
    const before = view(record);
    isFull = true;
    expect(await record.putCheckIn({ date: today, pain: 9 }, today)).toEqual({
      ok: false,
      error: { type: "StorageFull" },
    });
    expect(await record.undo()).toEqual({ ok: false, error: { type: "StorageFull" } });
    expect(view(record)).toBe(before);
    expect(kept).toHaveLength(1);
    isFull = false;
    expect(value(await record.undo())).toBe(true);
    expect(record.checkIns()).toEqual([]);
  });

  it("[RC-17] what a newer version wrote is shown as far as it is understood, kept, and not written over", async () => {
    const kept: unknown[] = [];
    value(await (await open(kept)).putCheckIn({ date: today, pain: 1 }, today));
    const newer = {
      version: 2,
      at: "ffffffffffff-0000",
      device: "a",
      table: "checkIn",
      id: today,
      how: "new",
    };
    kept.push(newer);
    const record = await open(kept);
    expect(record.isReadOnly).toBe(true);
    expect(record.checkIns()).toHaveLength(1);
    expect(record.notUnderstood).toEqual([newer]);
    for (const write of [
      record.removeCheckIn(today),
      record.write([{ table: "t", id: "x", set: {} }]),
      record.restore(record.operations()),
    ]) {
      expect(await write).toEqual({ ok: false, error: { type: "WrittenByNewerVersion" } });
    }
    expect(kept).toHaveLength(2);
  });

  it("[RC-9] broken operations in the store are set aside and kept; unknown tables and odd values do no harm", async () => {
    const base = {
      version: 1,
      at: "000000000001-0000",
      device: "a",
      table: "checkIn",
      id: today,
      set: { pain: 3 },
    };
    const kept: unknown[] = [
      base,
      { ...base, at: "nonsense" },
      null,
      { ...base, id: "not a day" },
      { ...base, table: "moon", set: { phase: "full" } },
      { ...base, set: { stiffness: "very", sleep: 99, note: 5, mood: [1, 2] } },
      { ...base, table: "treatment", id: "t", set: { treatment: "x", kind: "spell", start: today } },
    ];
    const record = await open(kept);
    expect(record.isReadOnly).toBe(false);
    expect(record.checkIns()).toMatchObject([{ pain: 3, stiffness: null, sleep: null, note: null }]);
    expect(record.treatments()).toEqual([]);
    expect(record.notUnderstood).toHaveLength(2);
    value(await record.putCheckIn({ date: today, pain: 4 }, today));
    expect(kept).toHaveLength(8);
    expect(JSON.stringify(record.operations())).toContain('"mood":[1,2]');
  });

  it("[RC-4] a backup from more than a day ahead is refused as a whole", async () => {
    const record = await open();
    const ahead: Operation = {
      version: 1,
      at: "ffffffffffff-0000" as Stamp,
      device,
      table: "checkIn",
      id: today,
      set: { pain: 3 },
    };
    const restored = await record.restore([ahead]);
    expect(restored).toMatchObject({ ok: false, error: { type: "ClockTooFarAhead" } });
    expect(record.operations()).toEqual([]);
  });

  it("[RC-85] opens in short turns, and does not miss what another tab writes meanwhile", async () => {
    const kept: unknown[] = [];
    const first = await open(kept);
    const day = (place: number) => new Date(Date.UTC(2020, 0, 1 + place)).toISOString().slice(0, 10);
    const edits = Array.from({ length: 2_000 }, (_, place) => ({
      table: "checkIn",
      id: day(place),
      set: { stiffness: place % 11 },
      deleted: false,
    }));
    value(await first.write(edits));
    const listeners: (() => void)[] = [];
    const channel: RecordChannel = {
      postMessage: () => {},
      addEventListener: (_, listener) => listeners.push(listener),
      close: () => {},
    };
    // A clock on which every look at it finds the page busy for too long.
    let clock = now();
    const late = () => {
      clock += 1_000;
      return clock;
    };
    let turns = 0;
    const other = setInterval(() => {
      turns++;
    });
    const opening = openRecord({ store: createMemoryStore(kept), now: late, device, channel });
    await new Promise((done) => setTimeout(done));
    value(await first.putCheckIn({ date: today, stiffness: 9 }, today));
    for (const listener of listeners) listener();
    const opened = value(await opening);
    clearInterval(other);
    expect(turns).toBeGreaterThan(3);
    value(await opened.refresh());
    expect(view(opened)).toBe(view(first));
    expect(opened.checkIn(today)?.stiffness).toBe(9);
  });
});

/** Values that are not "not known", of rows that were not removed: what undo has to bring back, in any table. */
function liveValues(record: PersonalRecord): unknown[] {
  const rows = new Map<string, Map<string, unknown>>();
  const removed = new Set<string>();
  for (const { table, id, set, deleted } of record.operations()) {
    const key = `${table} ${id}`;
    const row = rows.get(key) ?? new Map<string, unknown>();
    rows.set(key, row);
    for (const [field, fieldValue] of Object.entries(set)) row.set(field, fieldValue);
    if (deleted === true) removed.add(key);
  }
  return [...rows]
    .filter(([key]) => !removed.has(key))
    .map(([key, row]) => [
      key,
      [...row]
        .filter(([, fieldValue]) => fieldValue !== null)
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    ])
    .filter(([, row]) => (row ?? []).length > 0)
    .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));
}
