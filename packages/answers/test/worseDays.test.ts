import { addDays, type LocalDate } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { FEWEST_WITH, worseDays, type WorseDaysInput } from "../src/relief/worseDays.ts";

const start = "2026-01-01" as LocalDate;

/** The same numbers at every run: a linear congruential generator (Numerical Recipes), twelve of it for a normal one. */
function random(seed: number) {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = (): number => Array.from({ length: 12 }, uniform).reduce((sum, one) => sum + one, -6);
  return { uniform, normal };
}

/** Days that hang together from one to the next, and three triggers by chance, of which the first adds `adds` points. */
function madeUp(seed: number, adds: number, days = 80): Omit<WorseDaysInput, "suspects" | "lookedAt"> {
  const { uniform, normal } = random(seed);
  const triggers: { date: LocalDate; trigger: string }[] = [];
  let carried = 0;
  const diary = Array.from({ length: days }, (_, day) => {
    const date = addDays(start, day);
    carried = 0.5 * carried + normal();
    let level = 5 + carried;
    for (const trigger of ["heat", "stress", "poor sleep"])
      if (uniform() < 0.2) {
        triggers.push({ date, trigger });
        if (trigger === "heat") level += adds;
      }
    return {
      date,
      stiffness: Math.round(Math.min(10, Math.max(0, level))),
      pain: null,
      sleep: null,
      spasms: null,
    };
  });
  return { diary, treatments: [], measure: "stiffness", triggers };
}
const suspects = ["heat", "stress", "poor sleep"];
const answer = (input: WorseDaysInput) => {
  const found = worseDays(input);
  if (!found.ok) throw new Error(found.error.sentence);
  return found.value;
};

describe("what goes with worse days", () => {
  it("[AN-310] finds what adds two points, and says that it is no cause", () => {
    const { suspects: found, limits, lookedAtSentence } = answer({ ...madeUp(1, 2), suspects, lookedAt: [] });
    expect(found.map(({ verdict }) => verdict)).toEqual(["worse", "unclear", "unclear"]);
    expect(found[0]?.sentence).toMatch(/^heat goes with worse days: stiffness was about \d\.\d points worse/);
    expect(found[1]?.sentence).toContain("nothing clear");
    expect(limits.join(" ")).toContain("not what causes what");
    expect(lookedAtSentence).toContain("3 suspects");
  });

  it("[AN-310] is less sure, the more were looked at", () => {
    const made = madeUp(1, 2);
    const width = (lookedAt: string[]): number => {
      const effect = answer({ ...made, suspects: ["heat"], lookedAt }).suspects[0]?.effect;
      return effect == null ? Number.NaN : effect.high - effect.low;
    };
    expect(width(["a", "b", "c", "d"])).toBeGreaterThan(width([]) * 1.2);
    expect(answer({ ...made, suspects: ["heat"], lookedAt: ["heat"] }).lookedAtSentence).toBe(
      "One suspect was looked at.",
    );
  });

  it("[AN-310] in diaries in which nothing matters, few find anything among three", () => {
    let wrong = 0;
    const diaries = 100;
    for (let seed = 1; seed <= diaries; seed++)
      if (
        answer({ ...madeUp(seed, 0), suspects, lookedAt: [] }).suspects.some(
          ({ verdict }) => verdict === "worse" || verdict === "better",
        )
      )
        wrong++;
    expect(wrong).toBeLessThanOrEqual(5);
  });

  it("[AN-310] says nothing on few days, and refuses more than three", () => {
    const made = madeUp(2, 2);
    const few = made.triggers.filter(({ trigger }) => trigger === "heat").slice(0, FEWEST_WITH - 1);
    const [suspect] = answer({ ...made, triggers: few, suspects: ["heat"], lookedAt: [] }).suspects;
    expect(suspect).toMatchObject({ verdict: "too-few", effect: null, days: { with: 4 } });
    expect(suspect?.sentence).toContain("on 4 rated days; from 5 on");
    const refused = worseDays({ ...made, suspects: [...suspects, "full moon"], lookedAt: [] });
    expect(refused.ok ? "" : refused.error.sentence).toContain("Pick at most 3");
    const none = worseDays({ ...made, suspects: [], lookedAt: [] });
    expect(none.ok ? "" : none.error.type).toBe("NoSuspect");
  });
});
