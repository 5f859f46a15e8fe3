import { smallestDifference } from "@unclench/knowledge";
import { exampleDiary, measureEnds, measures } from "@unclench/record";
import { errorRates, USUAL_SITUATION } from "@unclench/response";
import { beforeAll, describe, expect, it } from "vitest";
import { isItHelping, measureWords } from "../src/isItHelping/index.ts";
import { hintSentence, worstFalseAlarm } from "../src/isItHelping/words.ts";
import { dateOf, firstDay, madeDiary, row } from "./diaries.ts";
import { answersToAll } from "./helpingDiaries.ts";

let answers: ReturnType<typeof answersToAll>;
beforeAll(() => {
  answers = answersToAll();
});

describe("what is said with every answer", () => {
  it("[AN-42] that part of any change may be expectation, with figures for stiffness only", () => {
    expect(answers.clear.expectation).toContain("improved by about 0.7 to 1.0 points of 10");
    const diary = madeDiary({ seed: 1, days: 30 }).map((entry) => ({ ...entry, pain: entry.stiffness }));
    const pain = isItHelping({ diary, treatments: [row("Baclofen", 15)], measure: "pain" });
    expect(pain.ok && pain.value.expectation).toMatch(/may be expectation/);
    expect(pain.ok && pain.value.expectation).not.toMatch(/\d/);
  });

  it("[AN-46] how often such a verdict is a false alarm, in the figures that were measured", () => {
    const rates = errorRates.useless.map(worstFalseAlarm);
    const usual = errorRates.useless.find(({ situation }) => situation === USUAL_SITUATION);
    if (usual === undefined) throw new Error("no usual situation");
    for (const { falseAlarms } of Object.values(answers)) {
      expect(falseAlarms).toContain(`${errorRates.diaries} diaries each`);
      const figures = falseAlarms.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
      expect(figures).toContain(worstFalseAlarm(usual));
      expect(figures).toContain(Math.min(...rates));
      expect(figures).toContain(Math.max(...rates));
    }
  });

  it("[AN-46] a hint says how often it shows up where the treatment does nothing", () => {
    const hints = errorRates.useless.map(({ hint }) => hint);
    const told = hintSentence(errorRates);
    const figures = told.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
    expect(figures).toEqual([
      Math.round(errorRates.days / 7),
      Math.min(...hints) < 10 ? Math.min(...hints) : Math.round(Math.min(...hints)),
      Math.max(...hints) < 10 ? Math.max(...hints) : Math.round(Math.max(...hints)),
      100,
    ]);
    const treatments = Object.values(answers).flatMap((answer) => answer.treatments);
    for (const { verdict, notes } of treatments)
      expect(notes.includes(told), notes.join(" ")).toBe(verdict === "leaning");
  });

  it("[AN-48] where the figures of its sentences come from", () => {
    const { sources } = answers.injected;
    const of = sources.map((entry) => entry.of);
    expect(of).toContain(
      "Expectation: 0.97 points in three nabiximols trials in multiple sclerosis, 0 to 10 rating",
    );
    expect(of).toContain("The smallest change that matters");
    expect(of).toContain("How fast treatments build up and wear off");
    for (const { source } of sources) expect(source.title.length, source.id).toBeGreaterThan(3);
    expect(answers.clear.sources.map((entry) => entry.of)).not.toContain(
      "How the injection builds up and wears off",
    );
  });

  it("[AN-49] refuses more treatments than any diary could tell apart", () => {
    const diary = madeDiary({ seed: 1, days: 40 });
    const many = Array.from({ length: 31 }, (_, place) => row(`Treatment ${place}`, 15));
    const answer = isItHelping({ diary, treatments: many, measure: "stiffness" });
    expect(answer).toMatchObject({ ok: false, error: { type: "TooManyTreatments" } });
    expect(isItHelping({ diary, treatments: many.slice(1), measure: "stiffness" }).ok).toBe(true);
  });

  it("[AN-43] what is believed before the diary speaks, with the figures of the model", () => {
    for (const answer of Object.values(answers)) {
      expect(answer.startingBelief).toContain("as likely to make things worse as better");
      expect(answer.startingBelief).toContain("by less than 2.9 of 10 points, 19 times in 20");
      expect(answer.startingBelief).toContain("by less than 1 of 10 points a month. The more");
    }
    // After twelve weeks the trend of the model may bend, and it says so.
    const diary = madeDiary({ seed: 1, days: 150 });
    const long = isItHelping({ diary, treatments: [row("Treatment", 40)], measure: "stiffness" });
    if (!long.ok) throw new Error(long.error.type);
    expect(long.value.startingBelief).toContain(
      "by less than 1 of 10 points a month at first; after twelve weeks the drift may change its course now and then.",
    );
  });

  it("[AN-44] the level without treatment and the smallest difference that matters, never below half a point", () => {
    const { level, smallestThatMatters, words } = answers.clear.baseline;
    expect(smallestThatMatters).toBeCloseTo(Math.max(0.5, smallestDifference.share * level), 10);
    expect(words).toBe(smallestDifference.words);
    expect(answers.edge.baseline.smallestThatMatters).toBe(0.5);
    expect(answers.edge.notes[0]).toMatch(/ratings sit at 0 or 10|hardly change/);
  });

  it("[AN-44] words for every measure, with the ends that the diary shows", () => {
    for (const measure of measures) {
      const { low, high, name, less, more } = measureWords[measure];
      expect([low, high]).toEqual([measureEnds[measure].zero, measureEnds[measure].ten]);
      expect(new Set([name, less, more]).size).toBe(3);
    }
  });
});

describe("the picture", () => {
  it("[AN-39] has every day from the first to the last rating, and the same week by week in figures", () => {
    const { timeline, period } = answers.clear;
    expect(timeline.days).toHaveLength(period.days);
    expect(timeline.days[0]?.date).toBe(period.from);
    expect(timeline.days.at(-1)?.date).toBe(period.to);
    expect(timeline.days.filter(({ rating }) => rating !== null)).toHaveLength(period.filled);
    expect(timeline.weeks).toHaveLength(Math.ceil(period.days / 7));
    expect(timeline.weeks.reduce((sum, { filled }) => sum + filled, 0)).toBe(period.filled);
    const first = timeline.days.slice(0, 7).flatMap(({ rating }) => (rating === null ? [] : [rating]));
    expect(timeline.weeks[0]?.mean).toBeCloseTo(
      first.reduce((sum, rating) => sum + rating, 0) / first.length,
      10,
    );
    for (const { model } of timeline.days)
      if (model !== null) expect(model.low <= model.mean && model.mean <= model.high).toBe(true);
  });

  it("[AN-39] shows spans that go forward in time and nothing that is only planned", () => {
    for (const { timeline, period } of Object.values(answers)) {
      for (const { from, to } of timeline.spans) expect(from <= to && to <= period.to).toBe(true);
      for (const { date } of timeline.injections) expect(date <= period.to).toBe(true);
    }
    expect(answers.planned.timeline.spans).toEqual([]);
    expect(answers.injected.timeline.injections).toEqual([
      { treatment: "Dysport", dose: null, date: dateOf(29) },
    ]);
  });

  it("[AN-39] marks the days that were filled in later", () => {
    const diary = madeDiary({ seed: 1, days: 30, missing: 0 }).map((entry, place) => ({
      ...entry,
      backfilled: place === 3,
    }));
    const result = isItHelping({ diary, treatments: [row("Baclofen", 15)], measure: "stiffness" });
    const later = result.ok ? result.value.timeline.days.filter(({ filledLater }) => filledLater) : [];
    expect(later.map(({ date }) => date)).toEqual([dateOf(4)]);
  });
});

describe("the example diary of the record", () => {
  it("[AN-45] goes in as it is: one treatment with a verdict, one injection too early to tell", () => {
    const { checkIns, treatments } = exampleDiary(firstDay);
    const result = isItHelping({ diary: checkIns, treatments, measure: "stiffness" });
    if (!result.ok) throw new Error(result.error.sentence);
    expect(result.value.treatments.map(({ verdict }) => verdict)).toEqual(["helping-clearly", "not-yet"]);
  });
});
