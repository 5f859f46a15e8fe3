import { describe, expect, it } from "vitest";
import { entryErrorSentence, nothingSaid, readRecordJson, recordJson } from "../src/index.ts";
import { openEmpty } from "./openEmpty.ts";

describe("the list of medicines", () => {
  it("[RC-60] is kept as written, changed, taken back and removed", async () => {
    const record = await openEmpty();
    expect(record.medicines()).toEqual([]);
    const kept = await record.putMedicine({ text: "  Zanaflex 4 mg\n tds ", status: "starting" });
    if (!kept.ok) throw new Error("not kept");
    const entry = { id: kept.value, text: "Zanaflex 4 mg tds", status: "starting" };
    expect(record.medicines()).toEqual([entry]);
    expect(record.medicines()).toBe(record.medicines());
    await record.putMedicine({ text: "Zanaflex 2 mg tds", status: "changing" }, kept.value);
    expect(record.medicines()).toEqual([{ id: kept.value, text: "Zanaflex 2 mg tds", status: "changing" }]);
    await record.undo();
    expect(record.medicines()).toEqual([entry]);
    await record.removeMedicine(kept.value);
    expect(record.medicines()).toEqual([]);
    await record.undo();
    expect(record.medicines()).toEqual([entry]);
  });

  it("[RC-60] holds the same medicine twice, in an order that does not hang on the device", async () => {
    const [record, other] = [await openEmpty(), await openEmpty()];
    for (const text of ["baclofen 10 mg", "amitriptyline", "baclofen 10 mg"])
      await record.putMedicine({ text, status: "current" });
    const read = readRecordJson(recordJson(record));
    if (!read.ok) throw new Error("unreadable");
    await other.restore(read.value.operations);
    expect(other.medicines()).toEqual(record.medicines());
    expect(record.medicines().map(({ text }) => text)).toEqual([
      "amitriptyline",
      "baclofen 10 mg",
      "baclofen 10 mg",
    ]);
  });

  it("[RC-60] refuses an empty name and one that is too long, and reads a strange status as current", async () => {
    const record = await openEmpty();
    for (const text of ["", "  ", "x".repeat(300)]) {
      const kept = await record.putMedicine({ text, status: "current" });
      expect(kept.ok).toBe(false);
    }
    expect(record.canUndo).toBe(false);
    await record.write([
      { table: "medicine", id: "by hand", set: { text: "baclofen", status: "someday" }, deleted: false },
      { table: "medicine", id: "nameless", set: { status: "current" }, deleted: false },
    ]);
    expect(record.medicines()).toEqual([{ id: "by hand", text: "baclofen", status: "current" }]);
  });
});

describe("the circumstances", () => {
  it("[RC-61] say nothing until something is told, field by field, and go through a file", async () => {
    const [record, other] = [await openEmpty(), await openEmpty()];
    expect(record.circumstances()).toEqual(nothingSaid);
    await record.putCircumstances({ age: 41, pregnant: false, conditions: [" MS ", "", "MS"] });
    await record.putCircumstances({ egfr: 55 });
    const told = { ...nothingSaid, age: 41, pregnant: false, egfr: 55, conditions: ["MS"] };
    expect(record.circumstances()).toEqual(told);
    const read = readRecordJson(recordJson(record));
    if (!read.ok) throw new Error("unreadable");
    await other.restore(read.value.operations);
    expect(other.circumstances()).toEqual(told);
    await record.putCircumstances({ egfr: null });
    expect(record.circumstances().egfr).toBeNull();
    await record.undo();
    expect(record.circumstances()).toEqual(told);
  });

  it("[RC-61] refuse numbers that cannot be right, and do not believe them in a file", async () => {
    const record = await openEmpty();
    for (const entry of [{ age: 410 }, { egfr: -1 }, { alt: 5000 }, { systolic: 12 }, { age: Number.NaN }]) {
      const kept = await record.putCircumstances(entry);
      expect(kept.ok, JSON.stringify(entry)).toBe(false);
      if (!kept.ok && "field" in kept.error)
        expect(entryErrorSentence(kept.error)).toMatch(/cannot be right/);
    }
    expect((await record.putCircumstances({ country: "Utopia" })).ok).toBe(false);
    await record.write([
      { table: "circumstances", id: "me", set: { age: 410, sex: "x", context: ["pump", 3] }, deleted: false },
    ]);
    expect(record.circumstances()).toEqual({ ...nothingSaid, context: ["pump"] });
  });
});
