import { seededRandom } from "@unclench/stats";
import { describe, expect, it } from "vitest";
import { type Assessment, type AssessmentInput, assess, type Probabilities, planDays } from "../src/index.ts";
import { lastLook } from "../src/look.ts";
import { ratingMarks } from "../src/marks.ts";
import { mixtureCdf, summarise } from "../src/mixture.ts";
import { meanOfErrors } from "../src/posterior/posterior.ts";
import { isHelp, verdictFrom } from "../src/rules.ts";
import { wideningOf } from "../src/widening.ts";
import { diaryOf, simulatedDiary, treatmentFrom } from "./simulated.ts";

function assessed(input: AssessmentInput): Assessment {
  const result = assess(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const probabilities = (
  helps: number,
  helpsSome: number,
  helpsHalf: number,
  helpsEnough: number,
): Probabilities => {
  return { helps, helpsSome, helpsHalf, helpsEnough, notEnough: 1 - helpsEnough, worse: 1 - helps };
};
/** Begun once, days that do not hang together. */
const once = ratingMarks({ turns: 1, bends: 0, logInflation: 0, sigma: 1 });
const simulated = (effect: number, seed = 1) =>
  simulatedDiary(seededRandom(seed), { days: 84, start: 29, effect });

describe("verdicts", () => {
  it("[RS-12] each rule holds from its threshold on, and the first that holds wins", () => {
    const verdict = (...chances: Parameters<typeof probabilities>) =>
      verdictFrom(probabilities(...chances), once, { confirmed: true });
    expect(verdict(0.97, 0.81, 0.9, 0.8)).toBe("helping-clearly");
    expect(verdict(0.97, 0.81, 0.9, 0.799)).toBe("helping");
    expect(verdict(0.97, 0.81, 0.8, 0.05)).toBe("helping");
    expect(verdict(0.97, 0.809, 0.95, 0.9)).toBe("leaning");
    expect(verdict(0.99, 0.95, 0.79, 0.3)).toBe("leaning");
    expect(verdict(0.9, 0.6, 0.5, 0.11)).toBe("leaning");
    expect(verdict(0.9, 0.6, 0.5, 0.1)).toBe("not-enough");
    expect(verdict(0.5, 0.3, 0.2, 0.1)).toBe("not-enough");
    expect(verdict(0.025, 0.02, 0.01, 0.001)).toBe("worse");
    expect(verdict(0.026, 0.02, 0.01, 0.001)).toBe("not-enough");
    expect(verdict(0.89, 0.6, 0.5, 0.2)).toBe("unclear");
  });

  it("[RS-12] a help is told from the second look in a row on that shows it, and of the first one that it waits", () => {
    let [told, waiting] = [0, 0];
    for (let seed = 1; seed <= 8; seed++) {
      const input = simulatedDiary(seededRandom(100 + seed), { days: 84, start: 29, effect: -1.6 });
      let shownBefore = false;
      for (let today = 42; today <= 84; today += 7) {
        const { verdicts, baseline } = assessed({ ...input, today });
        const { verdict, reasons, marks, probabilities: p, awaitsSecondLook } = verdicts[0]!;
        const shown = reasons.length === 0 && p!.helpsSome >= marks!.helps;
        const praised = shown && p!.helpsHalf >= 0.8;
        const where = `seed ${seed}, day ${today}, ${baseline.mcid}`;
        expect(isHelp(verdict), where).toBe(praised && shownBefore);
        expect(awaitsSecondLook, where).toBe(praised && !shownBefore);
        if (isHelp(verdict)) told++;
        if (awaitsSecondLook) {
          waiting++;
          expect(verdict, where).toBe("leaning");
        }
        shownBefore = shown;
      }
    }
    expect(told).toBeGreaterThan(5);
    expect(waiting).toBeGreaterThan(2);
  });

  it("[RS-12] a look with too many gaps gives no verdict, and still counts as the first of two", () => {
    const isRated = (day: number) => day <= 16 || (day >= 36 && day <= 52) || day > 56;
    const ratings = Array.from({ length: 63 }, (_, i) => {
      const day = i + 1;
      return isRated(day) ? (day < 29 ? 7 : 2) + (day % 2) : null;
    });
    const at = (today: number) =>
      assessed({ diary: diaryOf(ratings), treatments: [treatmentFrom("treat", 29)], today }).verdicts[0]!;
    expect(at(56).reasons.map(({ type }) => type)).toEqual(["daysFilled"]);
    expect(at(56).verdict).toBe("not-yet");
    expect(at(63)).toMatchObject({ verdict: "helping-clearly", awaitsSecondLook: false });
  });

  it("[RS-12] trials can hold praise back and enlarge it, never make it", () => {
    const silent = probabilities(0.9, 0.79, 0.9, 0.1);
    const sure = probabilities(0.999, 0.99, 0.99, 0.95);
    const said = (p: Probabilities, alone = p) => verdictFrom(p, once, { alone, confirmed: true });
    expect(said(sure)).toBe("helping-clearly");
    expect(said(sure, silent)).toBe("leaning");
    expect(said(silent, sure)).toBe("leaning");
    const enough = probabilities(0.97, 0.83, 0.85, 0.3);
    expect(said(enough)).toBe("helping");
    expect(said(sure, enough)).toBe("helping-clearly");
    // However sure: one look is not enough.
    expect(verdictFrom(sure, once, { confirmed: false })).toBe("leaning");
  });

  it("[RS-9] looks fall on every seventh day of the diary", () => {
    expect(lastLook(10, 10)).toEqual({ day: 10, next: 16, diaryDays: 1 });
    expect(lastLook(10, 15)).toEqual({ day: 15, next: 16, diaryDays: 6 });
    expect(lastLook(10, 16)).toEqual({ day: 16, next: 23, diaryDays: 7 });
    expect(lastLook(10, 22)).toEqual({ day: 16, next: 23, diaryDays: 7 });
    expect(lastLook(10, 23)).toEqual({ day: 23, next: 30, diaryDays: 14 });
  });

  it("[RS-9] the verdict stands still between looks, whatever is rated meanwhile", () => {
    const input = simulated(-2);
    const monday = assessed({ ...input, today: 77 });
    const sunday = assessed({ ...input, today: 83 });
    expect(sunday.verdicts).toEqual(monday.verdicts);
    expect(assessed({ ...input, today: 84 }).verdicts).not.toEqual(monday.verdicts);
  });

  it("[RS-10] the smallest difference that matters is 18 % of the level without treatment, at least half a point", () => {
    const usual = assessed(simulated(-2));
    expect(usual.baseline.mean).toBeGreaterThan(5);
    expect(usual.baseline.mcid).toBeCloseTo(0.18 * usual.baseline.mean, 12);
    expect(usual.baseline.clearDifference).toBeCloseTo(0.3 * usual.baseline.mean, 12);
    const mild = diaryOf(Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 2 : 1)));
    expect(assessed({ diary: mild, treatments: [treatmentFrom("treat", 30)], today: 60 }).baseline.mcid).toBe(
      0.5,
    );
  });

  it("[RS-10] the baseline holds covariates at their mean", () => {
    const flare = { id: "flare", values: [10, 20, 30, 40].map((day) => ({ day, value: 1 })) };
    const ratings = Array.from({ length: 60 }, (_, i) => ([10, 20, 30, 40].includes(i + 1) ? 9 : 5));
    const { baseline, fit } = assessed({
      diary: diaryOf(ratings),
      treatments: [],
      covariates: [flare],
      today: 60,
    });
    expect(fit.columns.map(({ kind }) => kind)).toEqual(["level", "trend", "covariate"]);
    expect(baseline.mean).toBeGreaterThan(5.15);
    expect(baseline.mean).toBeLessThan(5.35);
  });

  it("[RS-11] says as data why it is too early", () => {
    const { verdicts } = assessed({
      ...simulatedDiary(seededRandom(4), { days: 21, start: 15, effect: -3 }),
    });
    expect(verdicts[0]!.verdict).toBe("not-yet");
    const types = verdicts[0]!.reasons.map(({ type }) => type);
    expect(types).toContain("treatmentDays");
    for (const { have, need } of verdicts[0]!.reasons) expect(have).toBeLessThan(need);
    const never = assessed({ ...simulated(0), treatments: [treatmentFrom("treat", 500)] });
    expect(never.verdicts[0]!.reasons).toEqual([{ type: "treatmentDays", have: 0, need: 14 }]);
    const always = assessed({ ...simulated(0), treatments: [treatmentFrom("treat", -500)] });
    expect(always.verdicts[0]!.reasons).toEqual([{ type: "baselineDays", have: 0, need: 14 }]);
  });

  it("[RS-11] fewer than 60 % of the days rated is too early", () => {
    const every = (keep: (i: number) => boolean) =>
      assessed({
        diary: diaryOf(Array.from({ length: 84 }, (_, i) => (i === 0 || keep(i) ? 5 + (i % 2) : null))),
        treatments: [treatmentFrom("treat", 43)],
        today: 84,
      });
    const half = every((i) => i % 2 === 0);
    expect(half.verdicts[0]!.reasons).toEqual([{ type: "daysFilled", have: 0.5, need: 0.6 }]);
    expect(every((i) => i % 3 !== 0).verdicts[0]!.verdict).not.toBe("not-yet");
  });

  it("[RS-12] finds a large effect, and calls a harmful one worse", () => {
    expect(assessed(simulated(-4)).verdicts[0]!.verdict).toBe("helping-clearly");
    expect(assessed(simulated(3)).verdicts[0]!.verdict).toBe("worse");
  });

  it("[RS-13] treatments started together get no verdict of their own, only one for the sum", () => {
    const input = simulated(-4);
    const twins = [treatmentFrom("a", 29), treatmentFrom("other", 50), treatmentFrom("b", 30)];
    const { verdicts, combined } = assessed({ ...input, treatments: twins });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([
      "inseparable",
      expect.any(String),
      "inseparable",
    ]);
    expect(verdicts[0]).toMatchObject({
      inseparableFrom: ["b"],
      probabilities: null,
      effect: null,
      marks: null,
    });
    expect(verdicts[1]!.probabilities).not.toBeNull();
    expect(combined).toHaveLength(1);
    expect(combined[0]!.members).toEqual([
      { id: "a", weight: 1 },
      { id: "b", weight: 1 },
    ]);
    expect(combined[0]!.verdict).toBe("helping-clearly");
  });

  it("[RS-13] one treatment that replaces another is compared with it", () => {
    const input = simulated(-4);
    const switched = [treatmentFrom("old", -300, 28), treatmentFrom("new", 29)];
    const { verdicts, combined } = assessed({ ...input, treatments: switched });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["inseparable", "inseparable"]);
    expect(combined[0]!.members).toEqual([
      { id: "old", weight: -1 },
      { id: "new", weight: 1 },
    ]);
    expect(combined[0]!.effect.mean).toBeLessThan(-2);
    expect(combined[0]!.verdict).toBe("helping-clearly");
  });

  it("[RS-14] warns when the phases are not equally complete", () => {
    const input = simulated(0);
    expect(assessed(input).verdicts[0]!.completeness.differs).toBe(false);
    const thinned = input.diary.map((entry) =>
      entry.day > 28 && entry.day % 3 === 0 ? { ...entry, rating: null } : entry,
    );
    const { completeness } = assessed({ ...input, diary: thinned }).verdicts[0]!;
    expect(completeness.differs).toBe(true);
    expect(completeness.off.days).toBe(28);
  });

  it("[RS-15] flags the edge of the scale and ratings that hardly differ", () => {
    expect(assessed(simulated(0)).scale.edgeReached).toBe(false);
    const edge = diaryOf(Array.from({ length: 60 }, (_, i) => (i % 4 === 0 ? 10 : 5 + (i % 3))));
    expect(assessed({ diary: edge, treatments: [], today: 60 }).scale).toMatchObject({
      edgeReached: true,
      shareAtEdge: 15 / 56 + 0 / 56 - 1 / 56,
    });
    const flat = diaryOf(Array.from({ length: 60 }, () => 5));
    expect(assessed({ diary: flat, treatments: [], today: 60 }).scale.edgeReached).toBe(true);
  });

  it("[RS-16] probabilities and effect describe the same posterior", () => {
    const { probabilities: p, effect } = assessed(simulated(-1)).verdicts[0]!;
    if (!p || !effect) throw new Error("separable treatment without numbers");
    expect(p.helps + p.worse).toBeCloseTo(1, 12);
    expect(p.helpsEnough + p.notEnough).toBeCloseTo(1, 12);
    expect(p.helps).toBeGreaterThan(p.helpsSome);
    expect(p.helps).toBeGreaterThan(p.helpsHalf);
    expect(p.helpsHalf).toBeGreaterThan(p.helpsEnough);
    expect(effect.q05).toBeLessThan(effect.q50);
    expect(effect.q50).toBeLessThan(effect.q95);
  });

  it("[RS-33] the range that is told is the posterior's, wider where spells last long, narrower where they are short, and nothing else is", () => {
    const { verdicts, fit } = assessed(simulated(-1));
    const { posterior, effect, probabilities: told } = verdicts[0]!;
    const own = summarise(posterior!);
    const correlation = meanOfErrors(fit.posterior, ({ rho }) => rho);
    const widening = 1 + 1.2 * (Math.min(Math.max(correlation, 0.42), 0.65) - 0.49);
    expect(widening).not.toBe(1);
    expect(effect!.q95 - effect!.q50).toBeCloseTo(widening * (own.q95 - own.q50), 10);
    expect(effect!.q50 - effect!.q05).toBeCloseTo(widening * (own.q50 - own.q05), 10);
    expect([effect!.mean, effect!.sd, effect!.q50]).toEqual([own.mean, own.sd, own.q50]);
    expect(told!.helps).toBe(mixtureCdf(posterior!, 0));
    // Ups and downs by turns are no spell: the narrowest that is told.
    const byTurns = diaryOf(Array.from({ length: 84 }, (_, i) => 4 + 2 * (i % 2)));
    const swinging = assessed({ diary: byTurns, treatments: [treatmentFrom("treat", 29)], today: 84 });
    expect(wideningOf(swinging.fit.posterior)).toBeCloseTo(0.916, 12);
    // The longest spells: seven weeks up, seven weeks down.
    const lasting = diaryOf(Array.from({ length: 98 }, (_, i) => 5 + 3 * Math.sign(Math.sin(i / 7))));
    const slow = assessed({ diary: lasting, treatments: [treatmentFrom("treat", 29)], today: 98 });
    expect(wideningOf(slow.fit.posterior)).toBeCloseTo(1.192, 12);
  });
});

describe("how many more days", () => {
  const plan = (effect: number, mayPause: boolean, days = 84) => {
    const { fit, baseline, look } = assessed(simulatedDiary(seededRandom(2), { days, start: 29, effect }));
    return planDays(fit, { treatment: "treat", mcid: baseline.mcid, after: look.day, mayPause });
  };

  it("[RS-24] a pause is planned only if the caller allows it", () => {
    expect(plan(-1, false).map((forecast) => forecast.plan)).toEqual(["stay-on"]);
    expect(plan(-1, true).map((forecast) => forecast.plan)).toEqual(["stay-on", "pause"]);
  });

  it("[RS-22] looks at 7, 14 … 84 days, the SD shrinks and the chances add up", () => {
    for (const { outlooks, daysNeeded } of plan(-1, true)) {
      expect(outlooks.map(({ days }) => days)).toEqual([7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84]);
      outlooks.forEach(({ helping, notEnough, worse, settled, sdThen }, i) => {
        expect(helping + notEnough + worse).toBeCloseTo(settled, 12);
        expect(settled).toBeLessThanOrEqual(1);
        if (i > 0) expect(sdThen).toBeLessThan(outlooks[i - 1]!.sdThen);
      });
      const first = outlooks.find(({ settled, tooEarly }) => settled >= 0.8 && !tooEarly);
      expect(daysNeeded).toBe(first?.days ?? null);
    }
  });

  it("[RS-22] a pause teaches more than staying on", () => {
    const [stayOn, pause] = plan(-1, true);
    expect(pause!.outlooks.at(-1)!.sdThen).toBeLessThan(stayOn!.outlooks.at(-1)!.sdThen);
  });

  it("[RS-22] a settled case needs no more than a week, one without a baseline is never settled by staying on", () => {
    expect(plan(-4, false)[0]!.daysNeeded).toBe(7);
    const input = simulated(-4);
    const { fit, look, baseline } = assessed({ ...input, treatments: [treatmentFrom("treat", -50)] });
    const [stayOn] = planDays(fit, {
      treatment: "treat",
      mcid: baseline.mcid,
      after: look.day,
      mayPause: false,
    });
    expect(stayOn!.outlooks.every(({ tooEarly }) => tooEarly)).toBe(true);
    expect(stayOn!.daysNeeded).toBeNull();
  });

  it("[RS-23] thins the days to come by the person's own completion, evenly", () => {
    const { fit, look } = assessed(simulated(-1));
    const rated = (completion: number) =>
      planDays(fit, {
        treatment: "treat",
        mcid: 1,
        after: look.day,
        mayPause: false,
        completion,
      })[0]!.outlooks.map(({ ratedDays }) => ratedDays);
    expect(rated(1)).toEqual([7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84]);
    expect(rated(0.5)).toEqual([3, 7, 10, 14, 17, 21, 24, 28, 31, 35, 38, 42]);
    expect(rated(0)).toEqual(new Array(12).fill(0));
  });
});
