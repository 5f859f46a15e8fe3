/** Diaries of spasm counts: how often the verdict on counts [RS-44] is wrong, in a few situations. */
import { type SeededRandom, seededRandom } from "@unclench/stats";
import { assessCounts, type CountAssessmentInput, type CountVerdict } from "../src/counts/assess.ts";
import { COUNT_EFFECT_PRIOR, COUNT_TREND_PRIOR } from "../src/counts/priors.ts";
import type { CountRange, CountRate } from "../src/errorRates.ts";
import type { NormalPrior } from "../src/exposure.ts";
import { DAYS_BETWEEN_LOOKS, lastLook } from "../src/look.ts";
import { DAYS, dayWithEnough, spansOf, trueExposure } from "./situation.ts";

export type CountSituation = {
  readonly name: string;
  /** rate ratio at full exposure; 1: it does nothing */
  readonly ratio: number;
  /** effect and trend differ from person to person, as believed before: `ratio` is not looked at */
  readonly asBelieved: boolean;
  readonly design: "once" | "blocks";
  readonly baseDays: number;
  /** correlation of the latent log rate from day to day */
  readonly phi: number;
  /** its SD */
  readonly sigma: number;
  /** spasms on a usual day without treatment */
  readonly rate: number;
};

/** Negative binomial size: variance = mean + mean²/4. */
const SIZE = 4;
const MISSING = 0.15;
const TAU = 3;

const usual: Omit<CountSituation, "name"> = {
  ratio: 1,
  asBelieved: false,
  design: "once",
  baseDays: 28,
  phi: 0.6,
  sigma: 0.35,
  rate: 6,
};
const of = (name: string, change: Partial<CountSituation> = {}): CountSituation => ({
  ...usual,
  name,
  ...change,
});
const blocks = { design: "blocks", baseDays: 14 } as const;
const long = { phi: 0.8, sigma: 0.5 } as const;

export const countSituations: readonly CountSituation[] = [
  of("no effect; 28 days before, 56 on; φ 0", { phi: 0 }),
  of("no effect; 28 days before, 56 on; φ 0.6"),
  of("no effect; 28 days before, 56 on; φ 0.8, long spells", long),
  of("no effect; few spasms (2 a day)", { rate: 2 }),
  of("no effect; 14-day blocks by lot; φ 0.6", blocks),
  of("no effect; 14-day blocks by lot; φ 0.8, long spells", { ...blocks, ...long }),
  of("a third fewer; 28 days before, 56 on; φ 0.6", { ratio: 2 / 3 }),
  of("half as many; 28 days before, 56 on; φ 0.6", { ratio: 1 / 2 }),
  of("a third fewer; 14-day blocks by lot; φ 0.6", { ratio: 2 / 3, ...blocks }),
];

/** For the ranges alone. */
export const countsBelieved: readonly CountSituation[] = [
  of("28 days before, 56 on; φ 0.6", { asBelieved: true }),
  of("14-day blocks by lot; φ 0.6", { asBelieved: true, ...blocks }),
  of("28 days before, 56 on; φ 0.8, long spells", { asBelieved: true, ...long }),
  of("14-day blocks by lot; φ 0.8, long spells", { asBelieved: true, ...blocks, ...long }),
  of("14-day blocks by lot; φ 0.8, long spells; few spasms (2 a day)", {
    asBelieved: true,
    ...blocks,
    ...long,
    rate: 2,
  }),
];

function diaryOf(random: SeededRandom, situation: CountSituation) {
  const { asBelieved, phi, sigma, rate } = situation;
  const drawn = ({ mean, sd }: NormalPrior): number => random.normal(mean, sd);
  const effect = asBelieved ? drawn(COUNT_EFFECT_PRIOR) : Math.log(situation.ratio);
  const trend = asBelieved ? drawn(COUNT_TREND_PRIOR) : 0;
  const spans = spansOf(random, { ...situation, titrated: false, days: DAYS });
  const exposure = trueExposure(spans, TAU);
  let latent = random.normal(0, sigma);
  const diary: { day: number; count: number }[] = [];
  for (let day = 1; day <= DAYS; day++) {
    if (day > 1) latent = phi * latent + random.normal(0, sigma * Math.sqrt(1 - phi * phi));
    const apart = (trend * (day - (1 + DAYS) / 2)) / 30;
    const mean = rate * Math.exp(effect * (exposure[day - 1] ?? 0) + apart + latent);
    const count = random.poisson((mean * random.gamma(SIZE)) / SIZE);
    if (!random.chance(MISSING)) diary.push({ day, count });
  }
  const treatment = { kind: "on-off", id: "treatment", tauOn: TAU, tauOff: TAU, spans } as const;
  return { input: { diary, treatments: [treatment] }, ratio: Math.exp(effect) };
}

/** The verdict of the last look on or before a day. */
function verdictOn(today: number, input: Omit<CountAssessmentInput, "today">): CountVerdict {
  const assessed = assessCounts({ ...input, today });
  if (!assessed.ok) throw new Error(JSON.stringify(assessed.error));
  const [verdict] = assessed.value.verdicts;
  if (verdict === undefined) throw new Error("no verdict");
  return verdict;
}

const of100 = (hits: number, among: number): number => Math.round((1_000 * hits) / among) / 10;

const isIn = ({ q05, q95 }: { readonly q05: number; readonly q95: number }, truth: number): boolean =>
  q05 < truth && truth < q95;

/** One line of the page: shares of diaries, looked at every week. */
export function countRateOf(situation: CountSituation, diaries: number, seed: number): CountRate {
  const random = seededRandom(seed);
  const tally = { helping: 0, worse: 0, notEnough: 0, covered: 0, sized: 0 };
  for (let place = 0; place < diaries; place++) {
    const { input, ratio } = diaryOf(random, situation);
    const ever = new Set<string>();
    const counted = input.diary.map(({ day }) => day);
    const enough = dayWithEnough(input.treatments[0]!, counted);
    for (let today = DAYS_BETWEEN_LOOKS; today <= DAYS; today += DAYS_BETWEEN_LOOKS) {
      if (lastLook(counted[0]!, today).day < enough) continue;
      const verdict = verdictOn(today, input);
      ever.add(verdict.verdict);
      if (today < DAYS) continue;
      if (verdict.verdict === "not-enough") tally.notEnough++;
      if (verdict.effect === null) continue;
      tally.sized++;
      if (isIn(verdict.effect.ratio, ratio)) tally.covered++;
    }
    if (ever.has("helping") || ever.has("helping-clearly")) tally.helping++;
    if (ever.has("worse")) tally.worse++;
  }
  return {
    situation: situation.name,
    ratio: Math.round(1_000 * situation.ratio) / 1_000,
    helping: of100(tally.helping, diaries),
    worse: of100(tally.worse, diaries),
    notEnoughAtEnd: of100(tally.notEnough, diaries),
    covered90: of100(tally.covered, tally.sized),
  };
}

/** One line on the ranges: only the last look tells one. */
export function countRangeOf(situation: CountSituation, diaries: number, seed: number): CountRange {
  const random = seededRandom(seed);
  let [covered, sized] = [0, 0];
  for (let place = 0; place < diaries; place++) {
    const { input, ratio } = diaryOf(random, situation);
    const { effect } = verdictOn(DAYS, input);
    if (effect === null) continue;
    sized++;
    if (isIn(effect.ratio, ratio)) covered++;
  }
  return { situation: situation.name, covered90: of100(covered, sized) };
}
