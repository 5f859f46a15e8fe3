import { describe, expect, it } from "vitest";
import {
  type AllMeasures,
  allMeasures,
  type DiaryEntry,
  type HelpingInput,
  isItHelping,
  measures,
} from "../src/isItHelping/index.ts";
import { standingOf } from "../src/isItHelping/gainAndPrice.ts";
import { madeDiary, row } from "./diaries.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const from40 =
  (effect: number) =>
  (day: number): number =>
    day < 40 ? 0 : effect;

/** Stiffness, sleep and pain with effects of their own. */
function diaryWith(effects: { stiffness: number; sleep: number; pain?: number }, seed = 5): DiaryEntry[] {
  const made = (effect: number, more: number, level: number) =>
    madeDiary({ seed: seed + more, days: 100, level, effectOn: from40(effect) });
  const sleep = made(effects.sleep, 3, 3);
  const pain = made(effects.pain ?? 0, 50, 5);
  return made(effects.stiffness, 0, 6).map((entry, place) => ({
    ...entry,
    sleep: sleep[place]?.stiffness ?? null,
    pain: pain[place]?.stiffness ?? null,
  }));
}

const all = (input: Partial<HelpingInput>): AllMeasures => {
  const found = allMeasures({
    diary: diaryWith({ stiffness: -2.5, sleep: 1.6 }),
    treatments: [row("Baclofen", 40)],
    measure: "stiffness",
    ...input,
  });
  if (found === null) throw new Error("nothing found");
  return found;
};

describe("gain and price", () => {
  it("[AN-120] stand in one sentence, with what showed no clear change", () => {
    const [one] = all({}).treatments;
    expect(one?.sentence).toMatch(
      /^Since Baclofen began on 9 February 2026: about \d\.\d points less stiffness \(very probably\), but about \d\.\d points worse sleep \((very probably|may be)\)\. No clear change in pain\.$/,
    );
  });

  it("[AN-120] is the verdict of each measure, whichever of them is on the screen", () => {
    const diary = diaryWith({ stiffness: -2.5, sleep: 1.6 });
    const treatments = [row("Baclofen", 40), row("Stretching", 70)];
    for (const measure of ["stiffness", "sleep"] as const) {
      const found = all({ diary, treatments, measure });
      expect(found).toEqual(all({ diary, treatments, measure: "pain" }));
      for (const { treatments: names, lines } of found.treatments) {
        for (const line of lines) {
          if (line.of === "spasm-count") continue;
          const answer = isItHelping({ diary, treatments, measure: line.of });
          if (!answer.ok) throw new Error(answer.error.sentence);
          const own = answer.value.treatments.find(({ treatment }) => treatment === names[0]);
          expect(line.verdict).toBe(own?.verdict);
          if (line.effect !== null) expect(line.effect.q50).toBe(own?.effect?.q50);
        }
      }
    }
  });

  it("[AN-120] judges the spasms that were counted, as a ratio", () => {
    const { diary, treatments } = {
      diary: diaryWith({ stiffness: -2.5, sleep: 0 }).map((entry) => ({
        ...entry,
        spasmCount: entry.stiffness === null ? null : Math.round(entry.stiffness * 1.5),
      })),
      treatments: [row("Baclofen", 40)],
    };
    const found = all({ diary, treatments });
    expect(found.measures).toContain("spasm-count");
    const line = found.treatments[0]?.lines.find(({ of }) => of === "spasm-count");
    expect(line).toMatchObject({ unit: "ratio", direction: "gain", sureness: "very probably" });
    expect(line?.effect?.q50).toBeGreaterThan(0.3);
    expect(line?.effect?.q50).toBeLessThan(0.8);
    expect(line?.words).toMatch(/^about \d+ of 100 fewer spasms a day \(times 0\.\d\d\)$/);
  });

  it("[AN-120] says since when only of what began once, and judges together what cannot be told apart", () => {
    const twice = [
      row("Baclofen", 20, { stop: madeDiary({ seed: 1, days: 35 }).at(-1)?.date ?? null }),
      row("Baclofen", 60),
    ];
    expect(all({ treatments: twice }).treatments[0]?.sentence).toMatch(/^With Baclofen: /);
    const together = all({ treatments: [row("Baclofen", 40), row("Stretching", 40)] }).treatments;
    expect(together.map(({ treatments }) => treatments)).toEqual([["Baclofen", "Stretching"]]);
    expect(together[0]?.sentence).toMatch(/^With Baclofen and Stretching together: /);
    expect(allMeasures({ diary: [], treatments: [row("Baclofen", 40)], measure: "pain" })).toBeNull();
  });

  it("[AN-121] is never surer than the verdict", () => {
    const sure = ["helping", "helping-clearly", "worse"];
    for (let seed = 1; seed <= 12; seed++) {
      const diary = diaryWith({ stiffness: -0.3 * (seed % 5), sleep: 0.25 * (seed % 4) }, 100 * seed);
      for (const { lines } of all({ diary }).treatments) {
        for (const line of lines) {
          if (line.sureness === "very probably") expect(sure).toContain(line.verdict);
          if (sure.includes(line.verdict)) expect(line.sureness).toBe("very probably");
          if (line.sureness === "may be")
            expect(line.verdict === "leaning" || (line.worse ?? 0) >= 0.9).toBe(true);
          expect(line.words === null).toBe(line.sureness === null);
        }
      }
    }
  });

  it("[AN-121] has the mirror of a hint of help for harm, and no size for anything else", () => {
    expect(standingOf("unclear", 0.91)).toEqual({ direction: "price", sureness: "may be" });
    expect(standingOf("not-enough", 0.91)).toEqual({ direction: "price", sureness: "may be" });
    expect(standingOf("unclear", 0.89)).toEqual({ direction: "none", sureness: null });
    for (const verdict of ["not-yet", "inseparable"] as const)
      expect(standingOf(verdict, 0.99)).toEqual({ direction: "none", sureness: null });
    const early = all({ diary: diaryWith({ stiffness: -2, sleep: 1 }).slice(0, 45) }).treatments[0];
    expect(early?.sentence).toBe(
      "Since Baclofen began on 9 February 2026: too early to say of stiffness, pain and sleep.",
    );
  });

  it("[AN-122] says how many answers were looked at", () => {
    const { answers, answersSentence } = all({ treatments: [row("Baclofen", 40), row("Stretching", 70)] });
    expect(answers).toBe(6);
    expect(answersSentence).toMatch(/^6 answers were looked at \(2 treatments, 3 measures\)\./);
    const alone = madeDiary({ seed: 5, days: 90 });
    expect(all({ diary: alone }).answersSentence).toBe("One answer was looked at.");
  });

  it("[AN-120] has only words for people and numbers that can be printed", () => {
    const found = all({});
    expect(brokenNumbers(found)).toEqual([]);
    expect(ownWords(found).filter((text) => forbiddenWords.test(text))).toEqual([]);
    expect(found.measures.every((of) => of === "spasm-count" || measures.includes(of))).toBe(true);
  });
});
