import { describe, expect, it } from "vitest";
import {
  type EmergencyCardEntry,
  emptyEmergencyCard,
  entryErrorSentence,
  isEmptyCard,
  type LocalDate,
  readRecordJson,
  recordJson,
} from "../src/index.ts";
import { localDateFrom } from "../src/localDate.ts";
import { openEmpty } from "./openEmpty.ts";

const refillOn = localDateFrom(2026, 5, 4);
if (refillOn === null) throw new Error("no such day");

describe("the emergency card of a record", () => {
  it("[RC-50] is empty until something was said, then field by field, and can be undone", async () => {
    const record = await openEmpty();
    expect(record.emergencyCard()).toEqual(emptyEmergencyCard);
    expect(isEmptyCard(record.emergencyCard())).toBe(true);
    await record.putEmergencyCard({ pump: " Model  one " });
    await record.putEmergencyCard({ refillOn, contacts: "First\r\nSecond " });
    expect(record.emergencyCard()).toEqual({
      ...emptyEmergencyCard,
      pump: "Model one",
      refillOn,
      contacts: "First\nSecond",
    });
    expect(record.emergencyCard()).toBe(record.emergencyCard());
    await record.undo();
    expect(record.emergencyCard()).toEqual({ ...emptyEmergencyCard, pump: "Model one" });
    await record.putEmergencyCard({ pump: "" });
    expect(isEmptyCard(record.emergencyCard())).toBe(true);
  });

  it("[RC-50] goes through a file and back, and two devices merge field by field", async () => {
    const [record, other] = [await openEmpty(), await openEmpty()];
    const all: EmergencyCardEntry = Object.fromEntries(
      Object.keys(emptyEmergencyCard).map((field) => [
        field,
        field.endsWith("On") ? refillOn : `my ${field}`,
      ]),
    );
    await record.putEmergencyCard(all);
    const read = readRecordJson(recordJson(record));
    if (!read.ok) throw new Error("unreadable");
    await other.restore(read.value.operations);
    expect(other.emergencyCard()).toEqual(all);
    expect(other.emergencyCard()).toEqual(record.emergencyCard());
    const fresh = await openEmpty();
    await fresh.putEmergencyCard({ allergies: "penicillin" });
    const one = readRecordJson(recordJson(fresh));
    if (!one.ok) throw new Error("unreadable");
    const third = await openEmpty();
    await third.restore([...one.value.operations, ...read.value.operations]);
    expect(third.emergencyCard().pump).toBe("my pump");
  });

  it("[RC-51] refuses what is too long or no day, with a sentence, and writes nothing", async () => {
    const record = await openEmpty();
    const broken: EmergencyCardEntry[] = [
      { pump: "x".repeat(300) },
      { medicines: "x".repeat(3_000) },
      { refillOn: "2026-02-31" as LocalDate, pump: "Model one" },
    ];
    for (const entry of broken) {
      const written = await record.putEmergencyCard(entry);
      expect(written.ok).toBe(false);
      if (!written.ok && "field" in written.error)
        expect(entryErrorSentence(written.error).length).toBeGreaterThan(20);
    }
    expect(isEmptyCard(record.emergencyCard())).toBe(true);
    expect(record.canUndo).toBe(false);
  });

  it("[RC-51] takes what it cannot read for not said, and keeps it", async () => {
    const record = await openEmpty();
    const set = { pump: 7, refillOn: "soon", usualPressure: "100/60", ofLater: "kept" };
    await record.write([{ table: "emergencyCard", id: "me", set, deleted: false }]);
    expect(record.emergencyCard()).toEqual({ ...emptyEmergencyCard, usualPressure: "100/60" });
    expect(recordJson(record)).toContain("ofLater");
    await record.write([{ table: "emergencyCard", id: "me", set: {}, deleted: true }]);
    expect(isEmptyCard(record.emergencyCard())).toBe(true);
  });
});
