import fc from "fast-check";
import { medicineNames, treatments } from "@unclench/knowledge";
import { pausable } from "@unclench/knowledge/pausable";
import { addDays, type FairTest, toDayNumber, treatmentKinds } from "@unclench/record";
import { assessFairTest } from "@unclench/response";
import { describe, expect, it } from "vitest";
import {
  blocksOf,
  type FairTestQuestion,
  fairTestDay,
  fairTestsOffered,
  mayPause,
  planFor,
} from "../src/fairTest/index.ts";
import { coursesOf } from "../src/isItHelping/courses.ts";
import { type HelpingInput, isItHelping } from "../src/isItHelping/index.ts";
import { dateOf, madeDiary, row } from "./diaries.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const input: HelpingInput = {
  diary: madeDiary({ seed: 3, days: 56 }),
  treatments: [row("Stretching", 29, { kind: "session" }), row("Baclofen", 10, { dose: 10, unit: "mg" })],
  measure: "stiffness",
};
const question = { input, treatment: "Stretching", seed: 482913, from: dateOf(57) };

function planned(more: Partial<FairTestQuestion> = {}) {
  const plan = planFor({ ...question, ...more });
  if (!plan.ok) throw new Error(plan.error.sentence);
  return plan.value;
}
const kept = (more: Partial<FairTest> = {}): FairTest => ({ id: "one", ...planned().row, ...more });

/** Every name of a medicine or of a treatment that is no routine, splint or cooling. */
const medicines = [
  ...medicineNames.flatMap(({ medicine, synonyms, misspellings, brands }) => [
    medicine,
    ...synonyms,
    ...misspellings,
    ...brands.map(({ name }) => name),
  ]),
  ...treatments.filter(({ group }) => group !== "physical" && group !== "nothing").map(({ name }) => name),
  "pump",
  "ITB",
  "Botox",
  "the new pill",
];

describe("what a fair test is offered for", () => {
  it("[AN-130] is never a medicine, an injection or a pump, whatever stands beside its name", () => {
    const words = [...pausable.fillers, ...pausable.entries.flatMap((entry) => entry.words), "20", "5min"];
    const beside = fc.array(fc.constantFrom(...words), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...medicines),
        fc.constantFrom(...treatmentKinds),
        beside,
        beside,
        fc.constantFrom(" ", ", ", "-", "/", " + "),
        (medicine, kind, before, after, gap) => {
          const name = [...before, medicine, ...after].join(gap);
          expect(mayPause(name, kind)).toBeNull();
          const offered = fairTestsOffered({ ...input, treatments: [row(name, 29, { kind })] });
          expect(offered).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    for (const medicine of medicines)
      for (const kind of treatmentKinds) expect(mayPause(medicine, kind), `${medicine}, ${kind}`).toBeNull();
  });

  it("[AN-130] is never of the kind medicine or injection, and never a name with an unknown word", () => {
    fc.assert(
      fc.property(fc.constantFrom("medicine" as const, "injection" as const), fc.string(), (kind, name) => {
        expect(mayPause(name, kind)).toBeNull();
        expect(mayPause(`Stretching ${name}`, kind)).toBeNull();
      }),
    );
    for (const name of ["Zzzolin routine", "stretching with Xyzol", "cast", "splint cast", ""])
      expect(mayPause(name, "session"), name).toBeNull();
  });

  it("[AN-130] is stretching, a routine, a splint and cooling, as people write them", () => {
    expect(mayPause("Stretching, 20 min, both calves", "session")?.id).toBe("stretching");
    expect(mayPause("Evening exercises", "session")?.id).toBe("exercises");
    expect(mayPause("Night splint (left hand)", "other")?.id).toBe("splint");
    expect(mayPause("Cooling vest", "other")?.id).toBe("cooling");
    expect(fairTestsOffered(input)).toEqual(["Stretching"]);
    const refused = planFor({ ...question, treatment: "Baclofen" });
    expect(refused.ok ? "" : refused.error.sentence).toContain("never a medicine, an injection or a pump");
  });
});

describe("a fair test before it starts", () => {
  it("[AN-131] has blocks by lot, dates, and the number they were drawn from", () => {
    const plan = planned();
    expect(plan.blocks.length).toBeGreaterThanOrEqual(4);
    expect(plan.blocks.filter(({ on }) => on).length).toBe(plan.blocks.length / 2);
    expect(plan.blocks[0]?.from).toBe(dateOf(57));
    expect(plan.blocks.at(-1)?.to).toBe(plan.to);
    plan.blocks.slice(1).forEach((block, place) => {
      expect(block.from).toBe(addDays(plan.blocks[place]?.to ?? block.from, 1));
    });
    expect(plan.seedSentence).toContain("482913");
    expect(planned()).toEqual(plan);
    const orders = new Set(
      Array.from({ length: 30 }, (_, seed) => planned({ seed: 1000 + seed }).row.order.slice(0, 4)),
    );
    expect(orders.size).toBeGreaterThan(1);
    expect(planned({ from: dateOf(1) }).from).toBe(
      addDays(input.diary.filter(({ stiffness }) => stiffness !== null).at(-1)?.date ?? dateOf(1), 1),
    );
    expect(blocksOf(plan.row)).toEqual(plan.blocks);
    expect(plan.askFirst).toMatch(/^Ask first if/);
    expect(plan.basis).toContain("not yet checked by a physiotherapist");
    expect(plan.sources.length).toBeGreaterThan(0);
  });

  it("[AN-131] can be shorter or longer than proposed, and says what that finds", () => {
    const { lengths, pairs } = planned();
    expect(lengths.map((one) => one.pairs)).toEqual([2, 3, 4, 5, 6]);
    expect(lengths[0]?.words).toBe("4 blocks, 8 weeks");
    expect(lengths.map((one) => one.pairs)).toContain(pairs);
    const twice = (plan: ReturnType<typeof planned>) => plan.power[2]?.helping ?? 0;
    const [short, long] = [planned({ pairs: 2 }), planned({ pairs: 6 })];
    expect([short.blocks.length, long.blocks.length]).toEqual([4, 12]);
    expect(short.pairs).toBe(2);
    expect(twice(long)).toBeGreaterThan(twice(short) + 0.1);
    expect(planned({ pairs })).toEqual(planned());
    const refused = planFor({ ...question, pairs: 7 });
    expect(refused.ok ? "" : refused.error.sentence).toBe(
      "A fair test of Stretching has 4 to 12 blocks, half with it and half without.",
    );
  });

  it("[AN-132] says how it would end if it does nothing, helps a little, or twice that", () => {
    const { power } = planned();
    const answer = isItHelping(input);
    if (!answer.ok) throw new Error(answer.error.sentence);
    const { smallestThatMatters: mcid } = answer.value.baseline;
    expect(power.map(({ effect }) => Math.abs(effect))).toEqual([0, mcid, 2 * mcid]);
    for (const { helping, notEnough, worse, open } of power)
      expect(helping + notEnough + worse + open).toBeCloseTo(1, 9);
    expect(power[0]?.helping).toBeLessThan(0.05);
    expect(power[2]?.helping).toBeGreaterThan(power[1]?.helping ?? 1);
    expect(power.map(({ sentence }) => sentence.slice(0, 16))).toEqual([
      "If it does nothi",
      "If it helps a li",
      "If it helps twic",
    ]);
  });

  it("[AN-133] is refused with a sentence where it cannot be planned", () => {
    for (const more of [
      { treatment: "Yoga" },
      { seed: 0.5 },
      { input: { ...input, treatments: [] } },
      { input: { ...input, diary: [] } },
    ]) {
      const refused = planFor({ ...question, ...more });
      expect(refused.ok).toBe(false);
      if (!refused.ok) expect(refused.error.sentence.length).toBeGreaterThan(20);
    }
  });

  it("[AN-131] has only words for people and numbers that can be printed", () => {
    const plan = planned();
    expect(brokenNumbers(plan)).toEqual([]);
    expect(ownWords(plan).filter((text) => forbiddenWords.test(text))).toEqual([]);
    expect(ownWords(plan).join(" ")).not.toMatch(/\bsafe\b/i);
  });
});

describe("a fair test that is kept", () => {
  const test = kept();
  const end = toDayNumber(planned().to);
  const days = end - toDayNumber(dateOf(1)) + 1;
  const onIn = (day: number): boolean =>
    blocksOf(test).some(({ from, to, on }) => on && dateOf(day) >= from && dateOf(day) <= to);
  const after = madeDiary({ seed: 44, days, missing: 0.05, effectOn: (day) => (onIn(day) ? -2.5 : 0) });
  const helped: HelpingInput = {
    diary: after,
    treatments: [row("Stretching", 29, { kind: "session" })],
    measure: "stiffness",
    fairTests: [test],
  };

  it("[AN-134] counts as it was drawn, and the answer is the engine's for the same blocks", () => {
    const answer = isItHelping(helped);
    if (!answer.ok) throw new Error(answer.error.sentence);
    const [one] = answer.value.treatments;
    const rated = after.map(({ date, stiffness }) => ({ day: toDayNumber(date), rating: stiffness }));
    const blocks = blocksOf(test).map(({ from, to, on }, place) => ({
      from: toDayNumber(from),
      to: toDayNumber(to),
      on,
      pair: (place >> 1) + 1,
    }));
    const engine = assessFairTest({
      diary: rated,
      treatments: coursesOf(helped.treatments).map(({ course }) => course),
      test: { treatment: "Stretching", blocks },
      today: Math.max(...rated.filter(({ rating }) => rating !== null).map(({ day }) => day)),
    });
    if (!engine.ok) throw new Error("no analysis");
    expect(one?.verdict).toBe(engine.value.verdicts[0]?.verdict);
    expect(one?.effect?.mean).toBeCloseTo(engine.value.verdicts[0]?.effect?.mean ?? 9, 9);
    expect(one?.verdict).toMatch(/^helping/);
    // The bars of the picture stand where the lot said so.
    const bars = answer.value.timeline.spans.filter(({ from }) => from >= test.from);
    const drawn = blocksOf(test).filter(({ on }) => on);
    expect(bars.map(({ from }) => from)).toEqual(drawn.map(({ from }) => from));
    expect(answer.value.timeline.spans[0]?.to).toBe(addDays(test.from, -1));
    expect(one?.assumed.join(" ")).toContain("count as they were drawn (lot number 482913)");
  });

  it("[AN-134] leaves other treatments, and days before and after it, as the list has them", () => {
    const plain = isItHelping({ ...helped, fairTests: [] });
    const other = isItHelping({ ...helped, fairTests: [{ ...test, treatment: "Splint" }] });
    expect(other).toEqual(plain);
    expect(isItHelping({ ...helped, fairTests: [{ ...test, from: addDays(dateOf(1), 5000) }] })).toEqual(
      plain,
    );
    const stopped = isItHelping({ ...helped, fairTests: [{ ...test, endedOn: addDays(test.from, -1) }] });
    expect(stopped).toEqual(plain);
    const halfway = isItHelping({ ...helped, fairTests: [{ ...test, endedOn: addDays(test.from, 20) }] });
    expect(halfway).not.toEqual(plain);
  });

  it("[AN-135] says of each day what it is for", () => {
    const { from } = test;
    const [first] = blocksOf(test);
    const word = first?.on ? "with" : "without";
    expect(fairTestDay(test, addDays(from, -1))).toMatchObject({ state: "planned", today: null });
    expect(fairTestDay(test, from)).toMatchObject({
      state: "running",
      today: 0,
      sentence: `Today: ${word} Stretching. Day 1 of 14, block 1 of ${test.order.length}.`,
    });
    expect(fairTestDay(test, addDays(from, 14)).today).toBe(1);
    expect(fairTestDay(test, addDays(from, 14 * test.order.length)).state).toBe("over");
    const ended = { ...test, endedOn: addDays(from, 3) };
    expect(fairTestDay(ended, addDays(from, 3)).state).toBe("running");
    expect(fairTestDay(ended, addDays(from, 4)).state).toBe("ended-early");
  });
});
