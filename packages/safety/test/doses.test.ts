import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dose, parseDose } from "../src/doses.ts";

/** "3 × 4 mg, day 12 mg, single 4 mg": a dose in one line; "?" is not known. */
const short = (dose: Dose): string => {
  if (dose.type !== "read") return dose.type;
  const amount = (value: { amount: number; unit: string } | null): string =>
    value === null ? "?" : `${value.amount} ${value.unit}`;
  return `day ${amount(dose.perDay)}, single ${amount(dose.single)}`;
};
const read = (text: string): string => short(parseDose(text));
const all = (cases: readonly (readonly [string, string])[]): void => {
  for (const [text, expected] of cases) expect(read(text), text).toBe(expected);
};

describe("a written dose", () => {
  it("[SF-15] is an amount each time and how often", () => {
    all([
      ["Zanaflex 4mg tds", "day 12 mg, single 4 mg"],
      ["20 mg three times daily", "day 60 mg, single 20 mg"],
      ["oxybutynin 5mg BID", "day 10 mg, single 5 mg"],
      ["omeprazole 20 mg od", "day 20 mg, single 20 mg"],
      ["dantrolene 25 mg QID", "day 100 mg, single 25 mg"],
      ["2.5 mg t.d.s.", "day 7.5 mg, single 2.5 mg"],
      ["10 mg twice a day", "day 20 mg, single 10 mg"],
      ["10 mg x3/day", "day 30 mg, single 10 mg"],
      ["5 mg q8h", "day 15 mg, single 5 mg"],
      ["5 mg 8 hourly", "day 15 mg, single 5 mg"],
      ["paracetamol 1 g qds", "day 4000 mg, single 1000 mg"],
    ]);
    const dose = parseDose("tizanidine 2mg q8h");
    expect(dose.type === "read" && [dose.timesPerDay, dose.every]).toEqual([3, { hours: 8 }]);
  });

  it("[SF-16] is known in part where only a part stands there", () => {
    all([
      ["10 mg", "day ?, single 10 mg"],
      ["BACLOFEN 10MG TABLETS", "day ?, single 10 mg"],
      ["60 mg daily", "day 60 mg, single ?"],
      ["60 mg/day", "day 60 mg, single ?"],
      ["900 mg in 3 divided doses", "day 900 mg, single 300 mg"],
      ["5 mg stat", "day ?, single 5 mg"],
    ]);
  });

  it("[SF-17] by parts of the day is added up", () => {
    all([
      ["baclofen 10 mg 1-1-2", "day 40 mg, single 20 mg"],
      ["10 mg 1-0-1-0", "day 20 mg, single 10 mg"],
      ["10 mg 1+1+1", "day 30 mg, single 10 mg"],
      ["gabapentin 300-300-600 mg", "day 1200 mg, single 600 mg"],
      ["10 mg in the morning and 20 mg at night", "day 30 mg, single 20 mg"],
      ["morning 10 mg, noon 10 mg, night 20 mg", "day 40 mg, single 20 mg"],
      ["10 mg 8am, 10 mg 2pm, 20 mg 10pm", "day 40 mg, single 20 mg"],
      ["10 mg: 1 tablet in the morning, 2 at night", "day 30 mg, single 20 mg"],
      ["20 mg QID and 10 mg at bedtime", "day 90 mg, single 20 mg"],
      ["10 mg bd and 20 mg at night", "day 40 mg, single 20 mg"],
      ["take two 10mg tablets at 8am, 2pm and 10pm", "day 60 mg, single 20 mg"],
      ["simvastatin 40mg ON", "day 40 mg, single 40 mg"],
      ["10 mg morning and night", "day 20 mg, single 10 mg"],
      ["5 mg nocte", "day 5 mg, single 5 mg"],
    ]);
    const dose = parseDose("baclofen 10 mg 1-1-2");
    expect(dose.type === "read" && dose.pattern).toEqual([10, 10, 20]);
  });

  it("[SF-18] in tablets needs their strength", () => {
    all([
      ["10 mg tablets, two three times a day", "day 60 mg, single 20 mg"],
      ["2 x 10 mg", "day ?, single 20 mg"],
      ["2 x 10 mg tds", "day 60 mg, single 20 mg"],
      ["two 10 mg tablets three times a day", "day 60 mg, single 20 mg"],
      ["paracetamol 500mg 2 tablets four times a day", "day 4000 mg, single 1000 mg"],
      ["baclofen 20mg half a tablet tds", "day 30 mg, single 10 mg"],
      ["1½ tablets of 10 mg bd", "day 30 mg, single 15 mg"],
      ["baclofen 10 mg 3 a day", "day 30 mg, single ?"],
      ["baclofen 3 a day", "unclear"],
      ["baclofen 2 tablets tds", "unclear"],
      ["baclofen 1-1-2", "unclear"],
      ["Lioresal 10", "unclear"],
    ]);
    const dose = parseDose("baclofen 3 a day");
    expect(dose.type === "unclear" && dose.why).toMatch(/strength/);
  });

  it("[SF-19] of a liquid or a spray is counted by its strength", () => {
    all([
      ["5 mg/5 ml, 10 ml tds", "day 30 mg, single 10 mg"],
      ["baclofen liquid 10mg/5ml take 5 ml twice a day", "day 20 mg, single 10 mg"],
      ["salbutamol 100 micrograms, 2 puffs twice a day", "day 400 mcg, single 200 mcg"],
      ["Sativex 6 sprays a day", "day 6 sprays, single ?"],
      ["Sativex 2 sprays 3 times a day", "day 6 sprays, single 2 sprays"],
    ]);
  });

  it("[SF-20] written as a range counts with its larger end, and says so", () => {
    all([
      ["5-10 mg tds", "day 30 mg, single 10 mg"],
      ["5 to 10 mg tds", "day 30 mg, single 10 mg"],
      ["2mg 1-2 tablets at night", "day 4 mg, single 4 mg"],
      ["4 mg every 6-8 hours", "day 16 mg, single 4 mg"],
      ["up to 12 sprays a day", "day 12 sprays, single ?"],
      ["max 80 mg/day", "day 80 mg, single ?"],
    ]);
    for (const text of ["5-10 mg tds", "up to 12 sprays a day", "4 mg every 6-8 hours"]) {
      const dose = parseDose(text);
      expect(dose.type === "read" && dose.notes.length, text).toBe(1);
    }
  });

  it("[SF-21] that is not daily says how often, and its day is a day on which it is taken", () => {
    for (const [text, days] of [
      ["methotrexate 10 mg once a week", 7],
      ["methotrexate 10 mg weekly", 7],
      ["10 mg every other day", 2],
      ["10 mg alternate days", 2],
      ["10 mg every 3 days", 3],
      ["44 micrograms three times a week", 2.33],
      ["300 mg every 4 weeks", 28],
    ] as const) {
      const dose = parseDose(text);
      expect(dose.type === "read" && dose.every, text).toEqual({ days });
      expect(dose.type === "read" && dose.perDay, text).toEqual(dose.type === "read" ? dose.single : null);
    }
  });

  it("[SF-22] taken only when needed is marked", () => {
    for (const text of [
      "5 mg prn",
      "5 mg p.r.n.",
      "5 mg as needed",
      "5 mg up to twice a day when required",
      "5 mg bei Bedarf",
    ]) {
      const dose = parseDose(text);
      expect(dose.type === "read" && dose.asNeeded, text).toBe(true);
    }
    const daily = parseDose("5 mg twice a day");
    expect(daily.type === "read" && daily.asNeeded).toBe(false);
  });

  it("[SF-23] keeps its unit: micrograms stay micrograms, grams become milligrams", () => {
    all([
      ["50 µg daily", "day 50 mcg, single ?"],
      ["50 μg once daily", "day 50 mcg, single 50 mcg"],
      ["250 micrograms a day", "day 250 mcg, single ?"],
      ["0.5 g bd", "day 1000 mg, single 500 mg"],
      ["Botox 200 units", "day ?, single 200 U"],
      ["Botox 200 U", "day ?, single 200 U"],
      ["Dysport 1000U", "day ?, single 1000 U"],
      ["vitamin D3 1000 IU daily", "day 1000 U, single ?"],
    ]);
  });

  it("[SF-24] reads commas as people write them", () => {
    all([
      ["0,5 mg bd", "day 1 mg, single 0.5 mg"],
      ["2,5 mg bd", "day 5 mg, single 2.5 mg"],
      ["1,000 mg bd", "day 2000 mg, single 1000 mg"],
      ["5.0 mg bd", "day 10 mg, single 5 mg"],
    ]);
  });

  it("[SF-25] that has hurt people by its writing is asked back", () => {
    for (const text of ["insulin 10u", "10 u", "1.000 mg", ".5 mg", "50 mcg mg", "10 mg/kg", "25 mcg/hr"]) {
      const dose = parseDose(text);
      expect(dose.type, text).toBe("unclear");
      expect(dose.type === "unclear" && dose.why.length > 20, text).toBe(true);
    }
  });

  it("[SF-26] with two meanings is asked back, never guessed", () => {
    for (const text of [
      "10mg bd tds",
      "10 mg twice a day and at night",
      "10mg x 3",
      "2 tablets (10 mg) tds",
      "10 mg and 20 mg",
      "increase by 5 mg every 3 days",
      "5 mg then 10 mg",
      "10 mg 20 tds 5",
    ]) {
      expect(read(text), text).toBe("unclear");
    }
  });

  it("[SF-27] that is not there is none; figures of names, dates and lengths of time are no dose", () => {
    for (const text of [
      "",
      "baclofen",
      "vitamin B12",
      "interferon beta-1a",
      "omega-3",
      "4-aminopyridine",
      "baclofen since 2019",
      "diclofenac 1% gel",
    ]) {
      expect(read(text), text).toBe("none");
    }
    expect(read("ciprofloxacin 500 mg bd for 7 days")).toBe("day 1000 mg, single 500 mg");
    expect(read("nitrofurantoin 100mg MR bd 7/7")).toBe("day 200 mg, single 100 mg");
    expect(read("4-aminopyridine 10 mg bd")).toBe("day 20 mg, single 10 mg");
  });

  it("[SF-28] in German is read where the words are common", () => {
    all([
      ["1x täglich 5 mg", "day 5 mg, single 5 mg"],
      ["10 mg 3x tgl", "day 30 mg, single 10 mg"],
      ["5 mg morgens und abends", "day 10 mg, single 5 mg"],
      ["0,5 mg zur Nacht", "day 0.5 mg, single 0.5 mg"],
      ["10 mg dreimal täglich", "day 30 mg, single 10 mg"],
    ]);
  });

  it("[SF-29] never crashes, and never gives less than nothing", () => {
    const bit = fc.constantFrom(
      ..."0 1 2 10 500 0.5 1,5 1/2 ½ - + x / ( ) , . ; mg mcg µg g ml u units tablets tds bd od daily a day weekly every 8 hours morning night prn up to max 1-1-2 2 x 5 mg/5 ml % → then".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 120 }),
      fc.array(bit, { maxLength: 14 }).map((bits) => bits.join(" ")),
      fc.array(bit, { maxLength: 14 }).map((bits) => bits.join("")),
    );
    fc.assert(
      fc.property(text, (line) => {
        const dose = parseDose(line);
        if (dose.type !== "read") return;
        for (const { amount } of [...dose.perTaking, dose.perDay, dose.single].filter(
          (value) => value !== null,
        )) {
          expect(Number.isFinite(amount) && amount > 0).toBe(true);
        }
        if (dose.single && dose.perDay) expect(dose.perDay.amount).toBeGreaterThanOrEqual(dose.single.amount);
        if (dose.timesPerDay !== null) expect(dose.timesPerDay).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
