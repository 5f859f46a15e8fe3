import { exposures, smallestDifference } from "@unclench/knowledge";
import { exampleDiary, measureEnds, measures, parseLocalDate, toDayNumber } from "@unclench/record";
import { assess, errorRates, planDays, USUAL_SITUATION } from "@unclench/response";
import { worstFalseAlarm } from "../src/isItHelping/words.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { coursesOf, hasOneStart, isTakenOn } from "../src/isItHelping/courses.ts";
import {
  type HelpingInput,
  type IsItHelping,
  isItHelping,
  measureWords,
  type TreatmentEntry,
} from "../src/isItHelping/index.ts";
import { hintSentence, outOf100, reasonSentence, secondLookSentence } from "../src/isItHelping/words.ts";
import { dateOf, firstDay, type Made, madeDiary, row } from "./diaries.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const answerTo = (
  made: Made,
  treatments: readonly TreatmentEntry[],
  measure: HelpingInput["measure"] = "stiffness",
): IsItHelping => {
  const result = isItHelping({ diary: madeDiary(made), treatments, measure });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};

const only = (answer: IsItHelping): IsItHelping["treatments"][number] => {
  const [first] = answer.treatments;
  if (first === undefined || answer.treatments.length > 1) throw new Error("not one treatment");
  return first;
};

const courseOf = (...entries: TreatmentEntry[]) => {
  const [course] = coursesOf(entries);
  if (course === undefined) throw new Error("no course");
  return course;
};

const from29 =
  (effect: number) =>
  (day: number): number =>
    day < 29 ? 0 : effect;

/** Diaries of every kind that these tests know, with what they say. */
const situations = {
  clear: () => answerTo({ seed: 1, days: 84, effectOn: from29(-3) }, [row("Baclofen", 29)]),
  nothing: () => answerTo({ seed: 2, days: 84 }, [row("Baclofen", 29)]),
  worse: () => answerTo({ seed: 3, days: 84, effectOn: from29(3), level: 4 }, [row("Baclofen", 29)]),
  short: () => answerTo({ seed: 4, days: 10 }, [row("Baclofen", 5)]),
  early: () => answerTo({ seed: 14, days: 40, effectOn: from29(-3) }, [row("Baclofen", 29)]),
  gaps: () =>
    answerTo({ seed: 5, days: 80, missing: 0.55, effectOn: (day) => (day < 50 ? 0 : -3) }, [
      row("Baclofen", 50),
    ]),
  together: () =>
    answerTo({ seed: 6, days: 84, effectOn: from29(-2) }, [row("Baclofen", 29), row("Stretching", 29)]),
  before: () => answerTo({ seed: 7, days: 60 }, [row("Baclofen", -30)]),
  stopped: () =>
    answerTo({ seed: 8, days: 60, effectOn: from29(-1) }, [row("Baclofen", 29, { stop: dateOf(38) })]),
  exchanged: () =>
    answerTo({ seed: 9, days: 84 }, [row("Baclofen", 1, { stop: dateOf(42) }), row("Tizanidine", 43)]),
  injected: () =>
    answerTo({ seed: 10, days: 100, effectOn: from29(-2) }, [row("Dysport", 29, { kind: "injection" })]),
  planned: () => answerTo({ seed: 11, days: 40 }, [row("Baclofen", 60)]),
  edge: () => answerTo({ seed: 12, days: 84, level: 0 }, [row("Baclofen", 29)]),
} satisfies Record<string, () => IsItHelping>;
type Situation = keyof typeof situations;

let answers: Record<Situation, IsItHelping>;
beforeAll(() => {
  const entries = Object.entries(situations).map(([name, answer]) => [name, answer()] as const);
  answers = Object.fromEntries(entries) as Record<Situation, IsItHelping>;
});

const textsOf = (answer: IsItHelping): string[] => ownWords({ ...answer, timeline: null });

describe("the verdict", () => {
  it("[AN-21] finds a clear effect, with its size and its chance", () => {
    const { verdict, effect, probabilities, sentence, hill, daysNeeded, days } = only(answers.clear);
    expect(verdict).toBe("helping-clearly");
    expect(effect?.q50).toBeLessThan(-2);
    expect(effect?.q50).toBeGreaterThan(-4);
    expect(probabilities?.helps).toBeGreaterThan(0.975);
    expect(sentence).toMatch(
      /^Very probably helping, and enough to matter\. About \d\.\d points less stiffness/,
    );
    expect(hill.length).toBeGreaterThan(50);
    expect(daysNeeded).toBeNull();
    expect(days.before).toBeGreaterThan(14);
  });

  it("[AN-21] says when days are worse with it, and whom to talk to", () => {
    const { verdict, sentence } = only(answers.worse);
    expect(verdict).toBe("worse");
    expect(sentence).toContain("Talk to the people who treat you");
    expect(sentence).toContain("more stiffness");
  });

  it("calls a treatment that does nothing helpful in few diaries [AN-22]", () => {
    let helping = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { verdict } = only(answerTo({ seed: 1000 + seed, days: 84 }, [row("Nothing", 29)]));
      if (verdict.startsWith("helping")) helping++;
    }
    expect(helping).toBeLessThanOrEqual(10);
  });

  it("[AN-485] says what “very probably helping” asks for in this diary, and how much of it is there", () => {
    const open = [
      only(answerTo({ seed: 2, days: 90 }, [row("Baclofen", 35)])),
      only(answerTo({ seed: 3, days: 70, effectOn: from29(-2.2) }, [row("Baclofen", 29)])),
    ];
    expect(open.map(({ verdict }) => verdict)).toEqual(["unclear", "leaning"]);
    for (const { asked, probabilities, notes } of open) {
      if (asked === null) throw new Error("nothing is asked for");
      expect(asked).toBeGreaterThanOrEqual(0.8);
      expect(asked).toBeLessThanOrEqual(0.922);
      expect(probabilities?.helpsSome).toBeLessThan(asked);
      const told = notes.find((note) => note.includes("for a chance"));
      expect(told).toContain("asks, at two weekly looks in a row, for a chance");
      expect(told).toContain(`for a chance of ${outOf100(asked)} that it helps by 0.5 points or more`);
      expect(told).toContain(`Here it is ${outOf100(probabilities?.helpsSome ?? 0)}`);
      expect(told).toContain("the longer your good and bad spells last, the more is asked");
    }
    for (const answer of [answers.short, answers.worse, answers.clear].map(only))
      expect(answer.notes.join(" ")).not.toContain("for a chance");
    const { asked, probabilities } = only(answers.clear);
    expect(probabilities?.helpsSome).toBeGreaterThanOrEqual(asked ?? 1);
  });

  it("[AN-486] says of a help that is seen for the first time that it waits for the next look, and then tells it", () => {
    const after = (days: number) =>
      only(answerTo({ seed: 4, days, effectOn: from29(-2.2) }, [row("Baclofen", 29)]));
    const [first, second] = [after(52), after(63)];
    expect(first).toMatchObject({ verdict: "leaning", awaitsSecondLook: true });
    expect(first.probabilities?.helpsSome).toBeGreaterThanOrEqual(first.asked ?? 1);
    expect(first.notes).toContain(secondLookSentence);
    expect(second).toMatchObject({ verdict: "helping-clearly", awaitsSecondLook: false });
    expect(second.notes).not.toContain(secondLookSentence);
    for (const answer of [answers.short, answers.worse, answers.nothing].map(only))
      expect(answer.awaitsSecondLook).toBe(false);
  });

  it("[AN-23] is not yet after ten days, with every reason in words and no size", () => {
    const { verdict, notes, sentence, effect } = only(answers.short);
    expect(verdict).toBe("not-yet");
    expect(sentence).toBe("Too early to say.");
    expect(effect).not.toBeNull();
    expect(notes[0]).toMatch(
      /^There (is|are) \d days? with a check-in without Baclofen; 14 are needed to compare with\.$/,
    );
    expect(notes[1]).toMatch(/while Baclofen was working; 14 are needed\.$/);
    expect(notes.join(" ")).not.toMatch(/points|chance/);
  });

  it("[AN-23] says one day and two days as people do", () => {
    const reason = (have: number) => reasonSentence({ type: "baselineDays", have, need: 14 }, "X");
    expect(reason(1)).toMatch(/^There is 1 day with/);
    expect(reason(2)).toMatch(/^There are 2 days with/);
    expect(reasonSentence({ type: "daysFilled", have: 0.4, need: 0.6 }, "X")).toBe(
      "40 of 100 days have a check-in; 60 of 100 are needed.",
    );
  });

  it("[AN-24] is not given one by one for two treatments begun the same day, but for both together", () => {
    const { treatments, combined } = answers.together;
    for (const { verdict, effect, probabilities, hill, inseparableFrom, notes, treatment } of treatments) {
      expect(verdict).toBe("inseparable");
      expect([effect, probabilities, hill]).toEqual([null, null, []]);
      const other = treatment === "Baclofen" ? "Stretching" : "Baclofen";
      expect(inseparableFrom).toEqual([other]);
      expect(notes.join(" ")).toContain(`${treatment} and ${other} at about the same time`);
    }
    expect(combined).toHaveLength(1);
    expect(combined[0]?.sentence).toMatch(/^Baclofen and Stretching together: /);
    expect(combined[0]?.exchanged).toBe(false);
    expect(combined[0]?.effect.q50).toBeLessThan(-0.5);
  });

  it("[AN-24] compares the new one with the old one when one took the place of the other", () => {
    const { combined } = answers.exchanged;
    expect(combined[0]?.exchanged).toBe(true);
    expect(combined[0]?.sentence).toMatch(/^Tizanidine instead of Baclofen: /);
  });

  it("[AN-25] is not yet for a treatment that began before the diary: there is nothing to compare with", () => {
    const { verdict, notes, days, daysNeeded } = only(answers.before);
    expect(verdict).toBe("not-yet");
    expect(days.before).toBe(0);
    expect(notes[0]).toBe(
      "There are 0 days with a check-in without Baclofen; 14 are needed to compare with.",
    );
    expect(daysNeeded).toBeNull();
    expect(notes[1]).toContain("may not settle it");
  });

  it("never tells anyone to stop or change a medicine [AN-20]", () => {
    const order =
      /\b(stop|reduce|increase|lower|raise|pause|skip|double|halve|switch|taper|wean|discontinue|quit|cut down|come off|change)\b/i;
    const asNoun = /\b(a|any|the|smallest) (smallest )?change\b/gi;
    for (const [situation, answer] of Object.entries(answers)) {
      const texts = textsOf(answer).map((text) => text.replace(asNoun, ""));
      expect(texts.length).toBeGreaterThan(10);
      expect(
        texts.filter((text) => order.test(text)),
        situation,
      ).toEqual([]);
    }
    // The test itself can tell an order from a description.
    expect(order.test("Stop it today.")).toBe(true);
    expect(order.test("You began, changed or stopped it.")).toBe(false);
  });
});

describe("how many more days", () => {
  it("[AN-34] is null when the answer is settled", () => {
    for (const answer of Object.values(answers)) {
      for (const { verdict, daysNeeded, notes } of answer.treatments) {
        const open = ["not-yet", "leaning", "unclear"].includes(verdict);
        if (!open) expect(daysNeeded).toBeNull();
        expect(notes.some((note) => /more days?|12 more weeks/.test(note))).toBe(open);
      }
    }
  });

  it("[AN-34] counts from the last check-in to a weekly look", () => {
    const { daysNeeded, notes, verdict } = only(answers.early);
    const { period, look } = answers.early;
    expect(verdict).toBe("not-yet");
    expect(period.to).not.toBe(look.date);
    const fromLook = toDayNumber(period.to) - toDayNumber(look.date) + (daysNeeded ?? Number.NaN);
    expect(fromLook % 7).toBe(0);
    expect(daysNeeded).toBeGreaterThan(0);
    expect(daysNeeded).toBeLessThanOrEqual(84);
    expect(notes).toContain(`About ${daysNeeded} more days of check-ins may settle it.`);
    // At that look there are days enough for a verdict.
    const then = toDayNumber(period.to) - toDayNumber(firstDay) + 1 + (daysNeeded ?? Number.NaN);
    const later = answerTo({ seed: 14, days: then, effectOn: from29(-3) }, [row("Baclofen", 29)]);
    expect(only(later).verdict).not.toBe("not-yet");
  });

  it("[AN-34] is what fills the diary when too few days are filled, each of them with a check-in", () => {
    const { period, look } = answers.gaps;
    const { daysNeeded, notes, verdict } = only(answers.gaps);
    expect(verdict).toBe("not-yet");
    const fromLook = toDayNumber(period.to) - toDayNumber(look.date) + (daysNeeded ?? Number.NaN);
    const diaryDays = toDayNumber(look.date) - toDayNumber(period.from) + 1;
    expect((period.filled + fromLook) / (diaryDays + fromLook)).toBeGreaterThanOrEqual(0.6);
    expect(notes).toContain(`About ${daysNeeded} more days, each with a check-in, may settle it.`);
  });

  it("[AN-34] counts on a check-in every day where gaps are what is wrong, also for the rest of the answer", () => {
    let differs = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const diary = madeDiary({ seed, days: 60, missing: 0.45, effectOn: (day) => (day < 40 ? 0 : -2) });
      const result = isItHelping({ diary, treatments: [row("Baclofen", 40)], measure: "stiffness" });
      const rated = diary.map(({ date, stiffness }) => ({ day: toDayNumber(date), rating: stiffness }));
      const today = Math.max(...rated.filter(({ rating }) => rating !== null).map(({ day }) => day));
      const treatments = [courseOf(row("Baclofen", 40)).course];
      const assessed = assess({ diary: rated, treatments, today });
      if (!result.ok || !assessed.ok) throw new Error("no answer");
      const { look, fit, baseline, daysFilled } = assessed.value;
      if (daysFilled >= 0.6) continue;
      const plan = (completion?: number) =>
        planDays(fit, {
          treatment: "Baclofen",
          mcid: baseline.mcid,
          after: look.day,
          mayPause: false,
          ...(completion === undefined ? {} : { completion }),
        })[0]?.daysNeeded ?? null;
      const filledAfter = (days: number): boolean =>
        fit.days.length + days >= 0.6 * (look.diaryDays + days) - 1e-9;
      const [daily, asNow] = [plan(1), plan()];
      let wanted = daily;
      while (wanted !== null && wanted <= 84 && !filledAfter(wanted)) wanted += 7;
      const expected = wanted === null || wanted > 84 ? null : wanted - (today - look.day);
      expect(only(result.value).daysNeeded, `seed ${seed}`).toBe(expected);
      if (asNow !== daily && expected !== null) differs++;
    }
    expect(differs).toBeGreaterThan(0);
  });

  it("[AN-34] is not worked out for what is not being taken", () => {
    for (const answer of [answers.stopped, answers.planned]) {
      const { daysNeeded, notes, verdict } = only(answer);
      expect(["not-yet", "leaning", "unclear"]).toContain(verdict);
      expect(daysNeeded).toBeNull();
      expect(notes.join(" ")).toContain("You were not taking Baclofen on the day of this look");
    }
  });
});

describe("what goes in", () => {
  it("[AN-26] says in a sentence that nothing was rated", () => {
    const diary = madeDiary({ seed: 1, days: 30 });
    for (const measure of ["spasms", "pain", "sleep"] as const) {
      const result = isItHelping({ diary, treatments: [row("Baclofen", 5)], measure });
      expect(result.ok ? null : result.error.type).toBe("NoDiary");
      expect(result.ok ? "" : result.error.sentence).toContain(`no check-in with ${measure} yet`);
    }
    const empty = isItHelping({ diary: [], treatments: [], measure: "stiffness" });
    expect(empty.ok ? null : empty.error.type).toBe("NoDiary");
  });

  it("[AN-26] says in a sentence that there is no treatment", () => {
    const result = isItHelping({
      diary: madeDiary({ seed: 1, days: 30 }),
      treatments: [],
      measure: "stiffness",
    });
    expect(result.ok ? null : result.error.type).toBe("NoTreatments");
    expect(result.ok ? "" : result.error.sentence).toContain("Add one with the day it began");
  });

  it("[AN-26] names the day or the treatment that cannot be read", () => {
    const diary = madeDiary({ seed: 1, days: 30, missing: 0 });
    const sentence = (input: Partial<HelpingInput>): string => {
      const result = isItHelping({ diary, treatments: [row("Baclofen", 5)], measure: "stiffness", ...input });
      return result.ok ? "no fault" : result.error.sentence;
    };
    const [first] = diary;
    if (first === undefined) throw new Error("no diary");
    expect(sentence({ diary: [{ ...first, stiffness: 11 }] })).toContain("2026-01-01 the rating is 11");
    const old = parseLocalDate("1926-01-01");
    if (!old.ok) throw new Error("no such day");
    expect(sentence({ diary: [...diary, { ...first, date: old.value }] })).toContain(
      "is the year of a date mistyped?",
    );
    expect(sentence({ treatments: [row("Baclofen", 5, { stop: dateOf(2) })] })).toBe(
      "The last day of Baclofen is before its first: correct one of the two.",
    );
    const mg = { unit: "mg" };
    expect(
      sentence({
        treatments: [row("Baclofen", 5, { dose: 5000, ...mg }), row("Baclofen", 9, { dose: 5, ...mg })],
      }),
    ).toBe("A dose of Baclofen is far from its other doses: is one mistyped?");
  });

  it("[AN-28] may come in any order, and unrated days change nothing", () => {
    const diary = madeDiary({ seed: 21, days: 84, effectOn: from29(-1) });
    const treatments = [row("Baclofen", 29), row("Stretching", 50)];
    const answer = (rows: HelpingInput["diary"]) =>
      isItHelping({ diary: rows, treatments, measure: "stiffness" });
    const wanted = answer(diary);
    expect(wanted.ok).toBe(true);
    expect(answer([...diary].reverse())).toEqual(wanted);
    const rated = diary.filter(({ stiffness }) => stiffness !== null);
    expect(rated.length).toBeLessThan(diary.length);
    expect(answer(rated)).toEqual(wanted);
    const [first] = diary;
    if (first === undefined) throw new Error("no diary");
    const around = [-9, 0, 85, 99].map((day) => ({ ...first, date: dateOf(day), stiffness: null }));
    expect(answer([...around, ...diary])).toEqual(wanted);
  });

  it("[AN-29] is the answer of the last weekly look: days after it wait for the next one", () => {
    const diary = madeDiary({ seed: 22, days: 84, missing: 0 });
    const at = (days: number) => {
      const result = isItHelping({
        diary: diary.slice(0, days),
        treatments: [row("Baclofen", 29)],
        measure: "stiffness",
      });
      if (!result.ok) throw new Error(result.error.sentence);
      return result.value;
    };
    const [look, later] = [at(63), at(69)];
    expect(look.look).toEqual({ date: dateOf(63), next: dateOf(70) });
    expect(later.look).toEqual(look.look);
    expect(only(later).effect).toEqual(only(look).effect);
    expect(at(70).look.date).toBe(dateOf(70));
  });

  it("[AN-27] answers the same twice, survives JSON and holds no broken number", () => {
    for (const [situation, answer] of Object.entries(answers)) {
      expect(situations[situation as Situation]()).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      expect(brokenNumbers(answer), situation).toEqual([]);
      expect(textsOf(answer).filter((text) => forbiddenWords.test(text))).toEqual([]);
    }
  });
});

describe("treatments", () => {
  const sharesOf = (...entries: TreatmentEntry[]): number[] => {
    const { course } = courseOf(...entries);
    return course.kind !== "on-off" ? [] : course.spans.map(({ doseShare }) => doseShare);
  };

  it("[AN-37] follow the sourced wave if they are injections of botulinum toxin, and are on or off otherwise", () => {
    const wave = exposures.find(({ id }) => id === "botulinum-toxin");
    for (const name of [
      "Dysport 500 units, left arm",
      "BOTOX",
      "xeomin",
      "Botulinum toxin",
      "BoNT-A",
      "Myobloc",
    ]) {
      const { course, assumed } = courseOf(row(name, 29, { kind: "injection" }));
      expect(course.kind, name).toBe("wave");
      if (course.kind === "wave") expect(course.knots).toEqual(wave?.knots);
      expect(assumed).toEqual([wave?.words]);
    }
    for (const [name, kind] of [
      ["Phenol", "injection"],
      ["Baclofen", "medicine"],
      ["Stretching", "session"],
      ["Splint", "other"],
    ] as const) {
      expect(courseOf(row(name, 29, { kind })).course.kind, name).toBe("on-off");
    }
  });

  it("[AN-37] of another injection say that nobody knows how it wears off", () => {
    const { course, assumed } = courseOf(row("Phenol", 29, { kind: "injection", stop: dateOf(60) }));
    expect(assumed.join(" ")).toContain("How this injection wears off was not found in any source");
    if (course.kind === "on-off") expect(course.spans).toHaveLength(1);
  });

  it("[AN-37] say what is assumed of things taken every day", () => {
    const regular = exposures.find(({ id }) => id === "taken-regularly");
    const { course, assumed } = courseOf(row("Something new", 29));
    expect(assumed).toEqual([regular?.words]);
    if (course.kind === "on-off")
      expect([course.tauOn, course.tauOff]).toEqual([regular?.tauOnDays, regular?.tauOffDays]);
  });

  it("[AN-38] weigh doses against the last one", () => {
    const mg = (dose: number | null, from: number, unit: string | null = "mg") =>
      row("Baclofen", from, { dose, unit });
    expect(sharesOf(mg(5, 1), mg(15, 10), mg(10, 20))).toEqual([0.5, 1.5, 1]);
    expect(courseOf(mg(5, 1), mg(10, 20)).assumed[1]).toBe(
      "Doses are weighed against the last one (10 mg), as if half the dose did half as much.",
    );
    expect(courseOf(mg(10, 1), mg(10, 20)).assumed).toHaveLength(1);
    expect(sharesOf(mg(5, 1, "MG"), mg(10, 10, " mg"))).toEqual([0.5, 1]);
  });

  it("[AN-38] count every period as the full dose when doses cannot be compared", () => {
    const entries = [
      row("Baclofen", 1, { dose: 5, unit: "mg" }),
      row("Baclofen", 20, { dose: 1, unit: "tablet" }),
    ];
    expect(sharesOf(...entries)).toEqual([1, 1]);
    expect(courseOf(...entries).assumed[1]).toContain("every period counts as the full dose");
    expect(sharesOf(row("Baclofen", 1, { dose: 5, unit: "mg" }), row("Baclofen", 20))).toEqual([1, 1]);
  });

  it("[AN-38] take a dose of 0 for a pause, also as the last one", () => {
    const mg = (dose: number, from: number, unit: string | null = "mg") =>
      row("Baclofen", from, { dose, unit });
    expect(sharesOf(mg(10, 1), mg(0, 20, null))).toEqual([1, 0]);
    expect(sharesOf(mg(5, 1), mg(0, 10), mg(10, 20))).toEqual([0.5, 0, 1]);
    expect(sharesOf(mg(5, 1), mg(0, 10, null), mg(10, 20))).toEqual([0.5, 0, 1]);
    expect(sharesOf(mg(5, 1), mg(10, 10), mg(0, 20, null))).toEqual([0.5, 1, 0]);
    expect(sharesOf(mg(0, 1))).toEqual([0]);
    const { course } = courseOf(mg(10, 1), mg(0, 20));
    expect([isTakenOn(course, toDayNumber(dateOf(19))), isTakenOn(course, toDayNumber(dateOf(20)))]).toEqual([
      true,
      false,
    ]);
  });

  it("[AN-36] are one treatment if their names differ in capitals and blanks only; a new dose ends the old one", () => {
    const courses = coursesOf([row("Baclofen", 20, { dose: 10 }), row(" baclofen ", 1, { dose: 5 })]);
    expect(courses).toHaveLength(1);
    const course = courses[0]?.course;
    if (course?.kind !== "on-off") throw new Error("not on or off");
    expect(course.spans.map(({ from, to }) => [from, to])).toEqual([
      [toDayNumber(dateOf(1)), toDayNumber(dateOf(19))],
      [toDayNumber(dateOf(20)), null],
    ]);
  });

  it("[AN-36] of one name but two kinds are two treatments that can be told apart by name", () => {
    const entries = [row("Botox", 1), row("botox", 29, { kind: "injection" })];
    expect(coursesOf(entries).map(({ name }) => name)).toEqual(["Botox (medicine)", "botox (injection)"]);
    expect(answerTo({ seed: 31, days: 60 }, entries).treatments).toHaveLength(2);
  });

  it("[AN-40] begun once and gone on with are named as such, others are not", () => {
    const day = (number: number): number => toDayNumber(dateOf(number));
    const once = (...entries: TreatmentEntry[]) => hasOneStart(courseOf(...entries).course, day(1), day(84));
    expect(once(row("A", 29))).toBe(true);
    expect(once(row("A", 29, { dose: 5 }), row("A", 50, { dose: 10 }))).toBe(true);
    expect(once(row("A", 29, { stop: dateOf(50) }))).toBe(false);
    expect(once(row("A", 29, { stop: dateOf(40) }), row("A", 50))).toBe(false);
    expect(once(row("A", -5))).toBe(false);
    expect(once(row("A", 90))).toBe(false);
    expect(once(row("Botox", 29, { kind: "injection" }))).toBe(true);
    expect(once(row("Botox", 9, { kind: "injection" }), row("Botox", 60, { kind: "injection" }))).toBe(false);
    expect(answers.clear.notes.join(" ")).toContain("Your diary holds one start of Baclofen.");
    expect(answers.together.notes.join(" ")).toContain("one start of Baclofen and one of Stretching.");
    expect(answers.stopped.notes.join(" ")).not.toContain("one start");
  });

  it("[AN-41] looked at side by side are counted", () => {
    expect(answers.together.notes.join(" ")).toContain("2 treatments were looked at.");
    expect(answers.clear.notes.join(" ")).not.toContain("were looked at");
  });
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
      expect(answer.startingBelief).toContain("by less than 1 of 10 points a month");
    }
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
