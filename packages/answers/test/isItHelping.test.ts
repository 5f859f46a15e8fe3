import { parseLocalDate, toDayNumber } from "@unclench/record";
import { assess, planDays } from "@unclench/response";
import { beforeAll, describe, expect, it } from "vitest";
import { type HelpingInput, type IsItHelping, isItHelping } from "../src/isItHelping/index.ts";
import { outOf100, reasonSentence, secondLookSentence } from "../src/isItHelping/words.ts";
import { dateOf, firstDay, madeDiary, row } from "./diaries.ts";
import { answersToAll, answerTo, courseOf, from29, only } from "./helpingDiaries.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

let answers: ReturnType<typeof answersToAll>;
beforeAll(() => {
  answers = answersToAll();
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
      only(answerTo({ seed: 3, days: 70, effectOn: from29(-1.9) }, [row("Baclofen", 29)])),
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
      expect(told).toContain(
        "the longer your good and bad spells last and the larger your ups and downs, the more is asked, and a little more after twelve weeks of diary",
      );
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
    const later = answerTo({ seed: 17, days: then, effectOn: from29(-3) }, [row("Baclofen", 29)]);
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
    expect(answersToAll()).toEqual(answers);
    for (const [situation, answer] of Object.entries(answers)) {
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      expect(brokenNumbers(answer), situation).toEqual([]);
      expect(textsOf(answer).filter((text) => forbiddenWords.test(text))).toEqual([]);
    }
  });
});
