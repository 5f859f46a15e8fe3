import { describe, expect, it } from "vitest";
import { entryErrorSentence, readRecordJson, recordJson, tables } from "../src/index.ts";
import type { LocalDate } from "../src/localDate.ts";
import { readRow } from "../src/tables.ts";
import { openEmpty } from "./openEmpty.ts";
import { value } from "./storeContract.ts";

const today = "2026-02-02" as LocalDate;
const answer = (about: string, said: "yes" | "no", on = today) => ({ about, answer: said, on });

describe("before a routine", () => {
  it("[RC-120] answers are one row that can be changed, undone and restored; what was not asked is not there", async () => {
    const record = await openEmpty();
    expect(record.row(tables.bodyCheck)).toBeNull();
    value(await record.put(tables.bodyCheck, { answers: [answer("dvt", "no")] }, today));
    value(await record.put(tables.bodyCheck, { answers: [answer("dvt", "yes")] }, today));
    expect(record.rows(tables.bodyCheck)).toHaveLength(1);
    expect(record.row(tables.bodyCheck)?.answers).toEqual([answer("dvt", "yes")]);
    value(await record.undo());
    expect(record.row(tables.bodyCheck)?.answers).toEqual([answer("dvt", "no")]);
    const other = await openEmpty();
    value(await other.restore(value(readRecordJson(recordJson(record))).operations));
    expect(other.row(tables.bodyCheck)).toEqual(record.row(tables.bodyCheck));
  });

  it("[RC-120] what cannot be read is left out and never a no; a day ahead is refused", async () => {
    const record = await openEmpty();
    const ahead = await record.put(
      tables.bodyCheck,
      { answers: [answer("dvt", "no", "2026-02-03" as LocalDate)] },
      today,
    );
    if (ahead.ok || !("field" in ahead.error)) throw new Error("taken");
    expect(entryErrorSentence(ahead.error)).toContain("has not come yet");
    expect(record.row(tables.bodyCheck)).toBeNull();
    const read = readRow(tables.bodyCheck, "me", () => [
      { about: "dvt", answer: "maybe", on: today },
      { about: "pressure-sore", answer: "no" },
      answer("recent-surgery", "no"),
    ]);
    expect(read?.answers).toEqual([answer("recent-surgery", "no")]);
  });

  it("[RC-121] of the last choice, what is left out stays as it was", async () => {
    const record = await openEmpty();
    value(await record.put(tables.reliefChoice, { place: "calf", minutes: 3 }, today));
    value(await record.put(tables.reliefChoice, { position: "lying" }, today));
    expect(record.row(tables.reliefChoice)).toMatchObject({
      place: "calf",
      position: "lying",
      minutes: 3,
      company: null,
    });
  });

  it("[RC-122] what was looked at stays, so that looking often is not forgotten", async () => {
    const record = await openEmpty();
    const looked = (trigger: string) => ({ trigger, on: today });
    value(await record.put(tables.suspects, { lookedAt: [looked("heat")] }, today));
    const before = record.row(tables.suspects)?.lookedAt ?? [];
    value(await record.put(tables.suspects, { lookedAt: [...before, looked("stress")] }, today));
    expect(record.row(tables.suspects)?.lookedAt.map(({ trigger }) => trigger)).toEqual(["heat", "stress"]);
  });
});
