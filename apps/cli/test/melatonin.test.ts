/**
 * A real diary of someone else, from CSV to verdict: 70 days of melatonin by lot (fixtures/melatonin70-daily.LICENCE.md).
 *
 * Converted like this: mood from 0 to 100, higher is better, becomes a burden from 0 to 10, (100 − mood) ÷ 10, in the column
 * `stiffness`; days with melatonin in a row become one row of the list of treatments.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IsItHelping } from "@unclench/answers/is-it-helping";
import { parseLocalDate, toDayNumber } from "@unclench/record";
import { assess } from "@unclench/response";
import { describe, expect, it } from "vitest";
import { fileOf, unclench } from "./unclench.ts";

type Day = { readonly date: string; readonly melatonin: boolean; readonly burden: number };

const days: Day[] = readFileSync(join(import.meta.dirname, "fixtures/melatonin70-daily.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [date = "", , melatonin, mood] = line.replaceAll('"', "").split(",");
    return { date, melatonin: melatonin === "1", burden: (100 - Number(mood)) / 10 };
  });

function dayNumber(text: string): number {
  const date = parseLocalDate(text);
  if (!date.ok) throw new Error(`no date: ${text}`);
  return toDayNumber(date.value);
}

/** Days with melatonin in a row, as dose periods. */
function periods(): string[] {
  const rows: { from: string; to: string }[] = [];
  days.forEach(({ date, melatonin }, place) => {
    const before = days[place - 1];
    const last = rows.at(-1);
    if (!melatonin) return;
    if (before?.melatonin && last !== undefined) last.to = date;
    else rows.push({ from: date, to: date });
  });
  return rows.map(({ from, to }) => `Melatonin,medicine,${from},${to}`);
}

const diary = fileOf(
  "melatonin.csv",
  ["date,stiffness", ...days.map(({ date, burden }) => `${date},${burden.toFixed(4)}`)].join("\n"),
);
const treatments = fileOf("melatoninDays.csv", ["treatment,kind,start,stop", ...periods()].join("\n"));
const args = ["is-it-helping", diary, "--treatments", treatments];

const mean = (on: boolean): number => {
  const burdens = days.filter(({ melatonin }) => melatonin === on).map(({ burden }) => burden);
  return burdens.reduce((sum, burden) => sum + burden, 0) / burdens.length;
};

describe("70 days of melatonin by lot", () => {
  it("run from CSV to a verdict: with three days to fade, hardly a day is free of it, and that is said", () => {
    expect(days.length).toBe(71);
    const ran = unclench([...args, "--json"]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    const [one]: IsItHelping["treatments"] = JSON.parse(ran.out).treatments;
    expect(one).toMatchObject({ treatment: "Melatonin", verdict: "not-yet", size: null });
    expect(one?.days.before).toBeLessThan(14);
    const { out } = unclench(args);
    expect(out).toContain("Too early to say.");
    expect(out).toContain("14 are needed to compare with");
    expect(out).toContain("This is our assumption, not a measured figure");
  });

  it("have a verdict where the treatment is known to be gone the next day, and it is that of a plain comparison", () => {
    const spans = periods().map((row) => {
      const [, , from = "", to = ""] = row.split(",");
      return { from: dayNumber(from), to: dayNumber(to), doseShare: 1 };
    });
    const found = assess({
      diary: days.map(({ date, burden }) => ({ day: dayNumber(date), rating: burden })),
      treatments: [{ kind: "on-off", id: "Melatonin", tauOn: 0.1, tauOff: 0.1, spans }],
      today: dayNumber(days.at(-1)?.date ?? ""),
    });
    if (!found.ok) throw new Error("no answer");
    const [one] = found.value.verdicts;
    const plain = mean(true) - mean(false);
    expect(one?.verdict).not.toBe("not-yet");
    expect(one?.effect?.q05).toBeLessThan(plain);
    expect(one?.effect?.q95).toBeGreaterThan(plain);
    expect(Math.abs((one?.effect?.mean ?? 9) - plain)).toBeLessThan(0.2);
  });
});
