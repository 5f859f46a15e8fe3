import { assess, sensitivity } from "@unclench/response";
import { toDayNumber } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { coursesOf } from "../src/isItHelping/courses.ts";
import {
  type HangsOn,
  type HelpingInput,
  hangsOnOf,
  helpingInParts,
  isItHelping,
} from "../src/isItHelping/index.ts";
import { dateOf, madeDiary, row } from "./diaries.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const from29 =
  (effect: number) =>
  (day: number): number =>
    day < 29 ? 0 : effect;

const clear: HelpingInput = {
  diary: madeDiary({ seed: 1, days: 84, effectOn: from29(-3) }),
  treatments: [row("Baclofen", 29)],
  measure: "stiffness",
};

const only = (found: readonly HangsOn[]): HangsOn => {
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error("not one answer");
  return one;
};

describe("what an answer hangs on", () => {
  it("[AN-100] says of each other assumption what the engine finds under it", () => {
    const { checks, base } = only(hangsOnOf(clear));
    const assessed = assess({
      diary: clear.diary.map(({ date, stiffness }) => ({ day: toDayNumber(date), rating: stiffness })),
      treatments: coursesOf(clear.treatments).map(({ course }) => course),
      today: Math.max(
        ...clear.diary.filter((one) => one.stiffness !== null).map(({ date }) => toDayNumber(date)),
      ),
    });
    if (!assessed.ok) throw new Error("no assessment");
    const { fit, baseline } = assessed.value;
    const wanted = sensitivity(fit, { weights: { Baclofen: 1 }, mcid: baseline.mcid });
    expect(checks.map(({ of, helps, matters }) => ({ of, helps, matters }))).toEqual([
      { of: "drift", helps: wanted.drift.probabilities.helps, matters: wanted.drift.matters },
      { of: "odd-days", helps: wanted.robust.probabilities.helps, matters: wanted.robust.matters },
      ...wanted.curves.map(({ change, probabilities, matters }) => ({
        of: change,
        helps: probabilities.helps,
        matters,
      })),
    ]);
    expect(base).toContain(`${Math.min(99, Math.round(100 * wanted.main.probabilities.helps))} in 100`);
  });

  it("[AN-100] names what moves far enough to be another answer, and the odd days with their date", () => {
    // A level that wanders down by itself looks like a help to a model in which it always comes back.
    const wandering = (day: number): number => (day < 20 ? 0 : -0.06 * (day - 20));
    const drifting = only(
      hangsOnOf({ ...clear, diary: madeDiary({ seed: 31, days: 90, effectOn: wandering, missing: 0 }) }),
    );
    expect(drifting.matters).toBe(true);
    expect(drifting.headline).toContain("how your symptoms drift by themselves");
    expect(drifting.checks.find(({ of }) => of === "drift")?.matters).toBe(true);

    const odd = clear.diary.map((entry) => (entry.date === dateOf(60) ? { ...entry, stiffness: 10 } : entry));
    expect(only(hangsOnOf({ ...clear, diary: odd })).oddDays).toContainEqual({
      date: dateOf(60),
      rating: 10,
    });
    const calm = hangsOnOf({ ...clear, treatments: [row("Baclofen", 29)] });
    expect(only(calm).headline).toMatch(/^The answer (stays about the same|depends on)/);
  });

  it("[AN-100] looks beyond the ends of the scale where many ratings lie at them, and at a smaller dose where it varied", () => {
    const edge = { ...clear, diary: madeDiary({ seed: 12, days: 84, level: 1 }) };
    expect(only(hangsOnOf(edge)).checks.map(({ of }) => of)).toContain("ends-of-scale");
    expect(only(hangsOnOf(clear)).checks.map(({ of }) => of)).not.toContain("ends-of-scale");
    const mg = { unit: "mg" };
    const titrated = [row("Baclofen", 29, { dose: 5, ...mg }), row("Baclofen", 43, { dose: 10, ...mg })];
    expect(only(hangsOnOf({ ...clear, treatments: titrated })).checks.map(({ of }) => of)).toContain(
      "saturating",
    );
  });

  it("[AN-101] comes after the answer, which stays as it was, and counts its parts", () => {
    const two = { ...clear, treatments: [row("Baclofen", 29), row("Stretching", 50)] };
    const parts = [...helpingInParts(two)];
    expect(parts[0]).toMatchObject({ part: "answer", done: 1, all: 4, answer: isItHelping(two) });
    const shown = parts.filter(({ part }) => part !== "step");
    expect(shown.map(({ part }) => part)).toEqual(["answer", "measures", "hangs-on", "hangs-on"]);
    expect(shown.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
  });

  it("[AN-101] says nothing of what has no verdict yet, and holds those together that cannot be told apart", () => {
    const early = { ...clear, diary: clear.diary.slice(0, 10) };
    expect(hangsOnOf(early)).toEqual([]);
    expect([...helpingInParts({ ...clear, treatments: [] })]).toMatchObject([{ part: "answer", all: 1 }]);
    const together = { ...clear, treatments: [row("Baclofen", 29), row("Stretching", 29)] };
    expect(hangsOnOf(together).map(({ treatments }) => treatments)).toEqual([["Baclofen", "Stretching"]]);
  });

  it("[AN-100] has only words for people and numbers that can be printed", () => {
    const found = hangsOnOf(clear);
    expect(brokenNumbers(found)).toEqual([]);
    expect(ownWords(found).filter((text) => forbiddenWords.test(text))).toEqual([]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
