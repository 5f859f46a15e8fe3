import { describe, expect, it } from "vitest";
import { readRecordJson, recordJson } from "../src/index.ts";
import { openEmpty } from "./openEmpty.ts";

describe("the person of a record", () => {
  it("[RC-42] says nothing until something was said, then field by field", async () => {
    const record = await openEmpty();
    expect(record.person()).toEqual({ condition: null, pattern: null });
    expect(await record.putPerson({ condition: "ms" })).toEqual({ ok: true, value: null });
    expect(await record.putPerson({ pattern: " lower-limb " })).toEqual({ ok: true, value: null });
    expect(record.person()).toEqual({ condition: "ms", pattern: "lower-limb" });
    expect(record.person()).toBe(record.person());
  });

  it("[RC-42] can be undone and taken back", async () => {
    const record = await openEmpty();
    await record.putPerson({ condition: "ms", pattern: "generalised" });
    await record.putPerson({ condition: "stroke" });
    await record.undo();
    expect(record.person()).toEqual({ condition: "ms", pattern: "generalised" });
    await record.putPerson({ condition: null });
    expect(record.person().condition).toBeNull();
  });

  it("[RC-42] goes through a file and back", async () => {
    const record = await openEmpty();
    await record.putPerson({ condition: "stroke", pattern: "upper-limb" });
    const read = readRecordJson(recordJson(record));
    if (!read.ok) throw new Error("unreadable");
    const other = await openEmpty();
    await other.restore(read.value.operations);
    expect(other.person()).toEqual({ condition: "stroke", pattern: "upper-limb" });
  });

  it("[RC-42] refuses a text that is too long and writes nothing", async () => {
    const record = await openEmpty();
    expect(await record.putPerson({ condition: "x".repeat(500) })).toEqual({
      ok: false,
      error: { type: "TextTooLong", field: "condition", most: 200 },
    });
    expect(record.person().condition).toBeNull();
  });
});
