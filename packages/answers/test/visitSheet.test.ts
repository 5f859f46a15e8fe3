import { openExample, type PersonalRecord, tables } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { evidenceOf, snapshotOf, whatToAsk } from "../src/whatToAsk/index.ts";
import { sheetHtml } from "../src/whatToAsk/sheetHtml.ts";
import { type SheetSection, type VisitSheet, visitSheet } from "../src/whatToAsk/visitSheet.ts";
import { ago, crowdedRecord, done, emptyRecord, today } from "./visitRecord.ts";

const sheetOf = (record: PersonalRecord): VisitSheet => visitSheet(snapshotOf(record), today);
const sectionOf = (sheet: VisitSheet, id: string): SheetSection | undefined =>
  sheet.pages.flatMap(({ sections }) => sections).find((section) => section.id === id);
const wordsOf = (value: unknown): string => JSON.stringify(value);

describe("the visit sheet", () => {
  it("[AN-270] has one page for the person and one for the clinician, each with the foot, from the same answers", async () => {
    const record = await openExample(today);
    const sheet = sheetOf(record);
    expect(sheet.pages.map(({ id }) => id)).toEqual(["person", "clinician"]);
    expect(sheet.pages[0]?.sections.map(({ id }) => id)).toEqual([
      "questions",
      "trend",
      "doses",
      "verdicts",
      "side-effects",
      "warnings",
    ]);
    for (const { text } of whatToAsk(snapshotOf(record), today).questions)
      expect(wordsOf(sectionOf(sheet, "questions"))).toContain(text);
    expect(sheet.foot).toMatch(/^MADE-UP EXAMPLE/);
    await done(record.put(tables.visitSheet, { withClinicianPage: false }, today));
    expect(sheetOf(record).pages).toHaveLength(1);
  });

  it("[AN-271] draws twelve weeks with doses and injections, and says the same as averages", async () => {
    const sheet = sheetOf(await openExample(today));
    const [picture, words] = sectionOf(sheet, "trend")?.blocks ?? [];
    if (picture?.type !== "trend" || words?.type !== "text") throw new Error("no trend");
    expect(picture.picture.dots).toHaveLength(74);
    expect(picture.picture.dots.some(({ hollow }) => hollow)).toBe(true);
    expect(picture.picture.bands.map(({ label }) => label)).toContain("Example medicine 2 example units");
    expect(picture.picture.marks.map(({ label }) => label)).toEqual(["Example injection"]);
    for (const { x, y } of picture.picture.dots) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(picture.picture.width);
      expect(y).toBeLessThanOrEqual(picture.picture.height);
    }
    expect(words.text).toMatch(
      /^Average of the four weeks up to 29 March 2026, .*Stiffness \d\.\d \(eight weeks before: \d\.\d\)/,
    );
  });

  it("[AN-272] gives no verdict without its size and its chance, and no figure where none may be told", async () => {
    const record = await openExample(today);
    const answer = evidenceOf(snapshotOf(record), today).helping?.treatments;
    const sheet = sheetOf(record);
    const verdicts = wordsOf(sectionOf(sheet, "verdicts"));
    expect(verdicts).toContain(answer?.[0]?.size);
    expect(verdicts).toContain("Chance that it helps at all: more than 99 in 100.");
    expect(answer?.[1]?.verdict).toBe("not-yet");
    const table = sectionOf(sheet, "figures")?.blocks[0];
    if (table?.type !== "table") throw new Error("no figures");
    expect(table.rows[1]?.slice(0, 5)).toEqual(["Example injection", "Too early to say.", "–", "–", "–"]);
    expect(table.rows[0]?.[1]).toMatch(/^−\d\.\d \(−\d\.\d to −\d\.\d\)$/);
  });

  it("[AN-273] prints a note of the diary only if it was chosen", async () => {
    const record = await openExample(today);
    expect(wordsOf(sheetOf(record))).not.toContain("corner shop");
    const noted = record.checkIns().find(({ note }) => note?.includes("corner shop") === true);
    if (noted === undefined) throw new Error("no note");
    await done(record.put(tables.visitSheet, { notes: [{ checkIn: noted.id }] }, today));
    const notes = wordsOf(sectionOf(sheetOf(record), "notes"));
    expect(notes).toContain("corner shop");
    expect(notes).not.toContain("Slept badly");
  });

  it("[AN-273] leaves out what is not wanted, and names nobody unless asked to", async () => {
    const record = await emptyRecord();
    await done(record.putEmergencyCard({ holder: "Kim Example", contacts: "a friend" }));
    expect(wordsOf(sheetOf(record))).not.toContain("Kim");
    await done(
      record.put(tables.visitSheet, { name: "K.", withAlerts: false, withSideEffects: false }, today),
    );
    const sheet = sheetOf(record);
    expect(sheet.pages[0]?.lead).toMatch(/^K\. · /);
    expect(sectionOf(sheet, "warnings")).toBeUndefined();
    expect(sectionOf(sheet, "side-effects")).toBeUndefined();
  });

  it("[AN-274] tells the clinician the model, the days, what was assumed, false alarms and what was not checked", async () => {
    const methods = wordsOf(sectionOf(sheetOf(await openExample(today)), "methods"));
    for (const part of [
      "74 of 84 days",
      "Bayesian regression",
      "no randomised comparison",
      "False alarms",
      "Assumed: ",
      "Not checked: ",
    ])
      expect(methods).toContain(part);
    const empty = sheetOf(await emptyRecord());
    expect(wordsOf(sectionOf(empty, "methods"))).toContain("There is no verdict");
    expect(wordsOf(sectionOf(empty, "verdicts")).length).toBeGreaterThan(30);
  });

  it("[AN-274] holds goals with how they were rated, injections muscle by muscle and measurements", async () => {
    const record = await emptyRecord();
    const goal = await done(record.put(tables.goal, { text: "open my hand", from: ago(20) }, today));
    await done(record.putCheckIn({ date: ago(1), stiffness: 4, goals: [{ goal, rating: -1 }] }, today));
    await done(
      record.put(
        tables.injection,
        { date: ago(30), product: "Dysport", muscles: [{ muscle: "soleus", side: "left", units: null }] },
        today,
      ),
    );
    await done(record.put(tables.measurement, { date: ago(3), kind: "walk-10m", value: 14.5 }, today));
    const words = wordsOf(sheetOf(record));
    expect(words).toContain("last rated less than hoped on 28 March 2026");
    expect(words).toContain("left soleus (units not known); guidance not written down");
    expect(words).toContain("14.5");
  });

  it("[AN-275] is a whole HTML document with every word of every block, and every sign of it escaped", async () => {
    const record = await crowdedRecord();
    await done(record.put(tables.visitSheet, { name: `<b>"K" & 'L'</b>` }, today));
    const sheet = sheetOf(record);
    const html = sheetHtml(sheet, "p{}");
    expect(html).toContain("&#60;b&#62;&#34;K&#34; &#38; &#39;L&#39;&#60;/b&#62;");
    expect(html).not.toContain("<b>");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    for (const { title, sections } of sheet.pages) {
      expect(html).toContain(`<h1>${title}</h1>`);
      for (const section of sections) expect(html).toContain(`<h2 id="${section.id}">`);
    }
    expect(html).not.toMatch(/<script|http:|https:/);
    expect(wordsOf(sectionOf(sheet, "questions"))).toContain("which stand in the app");
  });
});
