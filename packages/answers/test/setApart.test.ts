import { triggers as sourcedTriggers } from "@unclench/knowledge/avoid";
import { describe, expect, it } from "vitest";
import { hangsOnOf, type HelpingInput, isItHelping } from "../src/isItHelping/index.ts";
import { comesFromOutside } from "../src/isItHelping/setApart.ts";
import { dateOf, madeDiary, row } from "./diaries.ts";

const WORSE_BY = 2.5;
const ill = (from: number, to: number) => (day: number) => (day >= from && day <= to ? WORSE_BY : 0);
const told = (trigger: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => ({ date: dateOf(from + place), trigger }));

const effectOf = (input: Omit<HelpingInput, "measure">) => {
  const answered = isItHelping({ ...input, measure: "stiffness" });
  if (!answered.ok) throw new Error(answered.error.sentence);
  const [first] = answered.value.treatments;
  if (first?.effect == null) throw new Error("no effect");
  return { answer: answered.value, mean: first.effect.mean };
};

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const meanOver = (of: (seed: number) => number): number =>
  seeds.reduce((sum, seed) => sum + of(seed), 0) / seeds.length;

describe("days set apart", () => {
  it("[AN-231] an infection before the start is not laid to the treatment, and one after it does not hide its help", () => {
    const trigger = "trigger-urinary-infection";
    const useless = (seed: number, triggers: HelpingInput["triggers"]) =>
      effectOf({
        diary: madeDiary({ seed, days: 84, effectOn: ill(15, 28) }),
        treatments: [row("Baclofen", 29)],
        triggers: triggers ?? [],
      }).mean;
    const [blind, seeing] = [
      meanOver((seed) => useless(seed, [])),
      meanOver((seed) => useless(seed, told(trigger, 15, 28))),
    ];
    expect(blind).toBeLessThan(-0.7);
    expect(Math.abs(seeing)).toBeLessThan(0.4);
    const helping = (seed: number, triggers: HelpingInput["triggers"]) =>
      effectOf({
        diary: madeDiary({ seed, days: 84, effectOn: (day) => (day < 29 ? 0 : -2) + ill(43, 63)(day) }),
        treatments: [row("Baclofen", 29)],
        triggers: triggers ?? [],
      }).mean;
    expect(meanOver((seed) => helping(seed, told(trigger, 43, 63)))).toBeLessThan(
      meanOver((seed) => helping(seed, [])) - 0.3,
    );
  });

  it("[AN-231] the answer says which days; few days, what a treatment may change, and own words change nothing", () => {
    const made = {
      diary: madeDiary({ seed: 3, days: 84, effectOn: ill(15, 28) }),
      treatments: [row("Baclofen", 29)],
    };
    const plain = effectOf(made);
    const apart = effectOf({
      ...made,
      triggers: [...told("trigger-infection-fever", 15, 20), ...told("trigger-heat-cold", 40, 44)],
    });
    const note = apart.answer.notes.find((one) => one.startsWith("Set apart"));
    expect(note).toMatch(/^Set apart: \d days with fever or a cold and \d with cold or heat\. /);
    expect(plain.answer.notes.some((one) => one.startsWith("Set apart"))).toBe(false);
    for (const triggers of [
      told("trigger-infection-fever", 15, 16),
      told("trigger-stress", 15, 28),
      told("trigger-constipation", 15, 28),
      told("a bad chair", 15, 28),
    ])
      expect(effectOf({ ...made, triggers }).mean).toBe(plain.mean);
    // The looks at other assumptions start from the same model.
    const [hangs] = hangsOnOf({
      ...made,
      triggers: told("trigger-infection-fever", 15, 28),
      measure: "stiffness",
    });
    const [without] = hangsOnOf({ ...made, measure: "stiffness" });
    expect(hangs?.base).not.toBe(without?.base);
  });

  it("[AN-231] what is set apart stands in the sourced list of triggers", () => {
    const known = new Set(sourcedTriggers.map(({ id }) => id));
    for (const id of Object.keys(comesFromOutside)) expect(known).toContain(id);
  });
});
