import { describe, expect, it } from "vitest";
import {
  entryErrorSentence,
  type FairTestEntry,
  readRecordJson,
  recordJson,
  treatmentKinds,
} from "../src/index.ts";
import { localDateFrom } from "../src/localDate.ts";
import { openEmpty } from "./openEmpty.ts";

const from = localDateFrom(2026, 3, 2);
if (from === null) throw new Error("no such day");
const plan: FairTestEntry = {
  treatment: "Stretching",
  kind: "session",
  from,
  blockDays: 14,
  order: "+--+",
  seed: 482913,
  endedOn: null,
};

describe("the fair tests of a record", () => {
  it("[RC-43] are kept, ended and taken back", async () => {
    const record = await openEmpty();
    expect(record.fairTests()).toEqual([]);
    const kept = await record.putFairTest(plan);
    if (!kept.ok) throw new Error("not kept");
    expect(record.fairTests()).toEqual([{ id: kept.value, ...plan }]);
    expect(record.fairTests()).toBe(record.fairTests());
    await record.putFairTest({ ...plan, endedOn: from });
    expect(record.fairTests()).toEqual([{ id: kept.value, ...plan, endedOn: from }]);
    await record.undo();
    expect(record.fairTests()[0]?.endedOn).toBeNull();
    await record.removeFairTest(kept.value);
    expect(record.fairTests()).toEqual([]);
    await record.undo();
    expect(record.fairTests().length).toBe(1);
  });

  it("[RC-43] go through a file and back, and the same plan on two devices is one row", async () => {
    const [record, other] = [await openEmpty(), await openEmpty()];
    await record.putFairTest(plan);
    await other.putFairTest(plan);
    const read = readRecordJson(recordJson(record));
    if (!read.ok) throw new Error("unreadable");
    await other.restore(read.value.operations);
    expect(other.fairTests()).toEqual(record.fairTests());
  });

  it("[RC-43] are never of a medicine or an injection, not even if a row says so", async () => {
    const record = await openEmpty();
    for (const kind of treatmentKinds) {
      const kept = await record.putFairTest({ ...plan, kind });
      expect(kept.ok).toBe(kind === "session" || kind === "other");
    }
    const set = { ...plan, kind: "medicine", treatment: "Baclofen" };
    await record.write([{ table: "fairTest", id: "by hand", set, deleted: false }]);
    expect(record.fairTests().map(({ treatment }) => treatment)).toEqual(["Stretching", "Stretching"]);
  });

  it("[RC-43] are refused with a sentence if they are no pairs of blocks", async () => {
    const record = await openEmpty();
    const broken: Partial<FairTestEntry>[] = [
      { order: "++--" },
      { order: "+-" },
      { order: "" },
      { blockDays: 3 },
      { blockDays: 60 },
      { seed: 0.5 },
      { treatment: "  " },
    ];
    for (const part of broken) {
      const kept = await record.putFairTest({ ...plan, ...part });
      expect(kept.ok, JSON.stringify(part)).toBe(false);
      if (!kept.ok && "field" in kept.error)
        expect(entryErrorSentence(kept.error).length).toBeGreaterThan(20);
    }
    expect(record.fairTests()).toEqual([]);
    expect(record.canUndo).toBe(false);
  });
});
