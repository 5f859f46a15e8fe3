/** One simulated diary: how its days go, what was taken, which days are filled in. */
import type { SeededRandom } from "@unclench/stats";
import {
  type AssessmentInput,
  type Covariate,
  type DiaryDay,
  type DoseSpan,
  type TimeScale,
  type TreatmentCourse,
  triggerCovariate,
  type WaveTreatment,
} from "../src/index.ts";
import { exposureCurve, stretched } from "../src/exposure.ts";
import { TREATMENT_DAYS_NEEDED } from "../src/look.ts";
import { ON_ABOVE } from "../src/phases.ts";
import { EFFECT_PRIOR, TREND_PRIOR } from "../src/priors.ts";

export type Situation = {
  readonly name: string;
  /** effect of the treatment at full exposure, in points; 0: it does nothing */
  readonly effect: number;
  /** "once": days without, then on to the end; "blocks": 14 days without, then pairs of 14 days on and off by lot */
  readonly design: "once" | "blocks";
  readonly baseDays: number;
  /** of diary */
  readonly days: number;
  /** mean rating without treatment */
  readonly level: number;
  /** correlation of the lasting part of the deviations from day to day */
  readonly phi: number;
  /** is a part of the deviations pure noise, not lasting? */
  readonly noise: boolean;
  readonly sd: number;
  readonly errors: "ar1" | "random walk" | "heavy tails";
  /** points per 30 days, whatever is taken */
  readonly trend: number;
  /** effect, trend and speed differ from person to person, as believed before: `effect`, `trend` are not looked at, `trueTau` is the middle */
  readonly asBelieved: boolean;
  /** points worse on two days of each week */
  readonly weekend: number;
  readonly missing: number;
  /** worse days are more often missing */
  readonly worseMissing: boolean;
  /** the treatment began on purpose in a bad week */
  readonly badWeek: boolean;
  /** and the person said so */
  readonly saidSo: boolean;
  /** a second treatment, which takes one point off, began seven days later */
  readonly neighbour: boolean;
  /** time constant of the treatment in truth, in days; the engine is told 3, give or take */
  readonly trueTau: number;
  /** a curve of its own instead: the engine is told it, give or take, and the truth is one of what it believes */
  readonly ownCurve: OwnCurve | null;
  /** the dose goes up in four weekly steps */
  readonly titrated: boolean;
  /** days that are 2 points worse whatever is taken (an infection), and whether the person wrote them down */
  readonly illness: { readonly from: number; readonly to: number; readonly told: boolean } | null;
};

/** As the app gives it: time constants in days, or the wave of an injection. */
export type OwnCurve = { readonly timeScales: readonly TimeScale[] } & (
  | { readonly tauOnDays: number; readonly tauOffDays: number; readonly knots: null }
  | { readonly tauOnDays: null; readonly tauOffDays: null; readonly knots: WaveTreatment["knots"] }
);

export const DAYS = 84;
const MARGIN = 60;
/** of every treatment, in days: what the engine is told */
export const ASSUMED_TAU = 3;
const NEIGHBOUR_AFTER = 7;
const NEIGHBOUR_EFFECT = -1;
const ILLNESS_EFFECT = 2;

/** Day-to-day deviations; the marginal SD of each process is close to `sd`. */
function deviations(random: SeededRandom, { errors, phi, noise, sd }: Situation, days: number): number[] {
  const lasting = (scale: number): number[] => {
    const found = [random.normal(0, scale)];
    for (let day = 1; day < days; day++)
      found.push(phi * found[day - 1]! + random.normal(0, scale * Math.sqrt(1 - phi * phi)));
    return found;
  };
  switch (errors) {
    case "ar1":
      return noise ? lasting(0.75 * sd).map((value) => value + random.normal(0, 0.66 * sd)) : lasting(sd);
    case "heavy tails":
      return lasting(0.8 * sd).map((value) => value + (0.6 * sd * random.studentT(3)) / Math.sqrt(3));
    case "random walk": {
      let level = 0;
      const walk = Array.from({ length: days }, () => (level += random.normal(0, 0.12)));
      const mean = walk.reduce((sum, value) => sum + value, 0) / days;
      return walk.map((value) => value - mean + random.normal(0, 0.8 * sd));
    }
  }
}

/** Where the diary begins, if the treatment begins when the week before was half an SD worse than usual. */
function badWeekOffset(errors: readonly number[], { sd, baseDays }: Situation): number {
  for (let day = 30; day <= MARGIN; day++) {
    const week = errors.slice(day - 7, day);
    if (week.reduce((sum, value) => sum + value, 0) / 7 > 0.5 * sd) return Math.max(0, day - 1 - baseDays);
  }
  return Math.max(0, 44 - baseDays);
}

export function spansOf(
  random: SeededRandom,
  { design, baseDays, titrated, days }: Pick<Situation, "design" | "baseDays" | "titrated" | "days">,
): DoseSpan[] {
  if (titrated) {
    return [0.25, 0.5, 0.75, 1].map((doseShare, week) => ({
      from: baseDays + 1 + 7 * week,
      to: week === 3 ? null : baseDays + 7 * (week + 1),
      doseShare,
    }));
  }
  if (design === "once") return [{ from: baseDays + 1, to: null, doseShare: 1 }];
  const spans: DoseSpan[] = [];
  for (let day = baseDays; day < days; day += 28) {
    const from = random.chance(0.5) ? day + 1 : day + 15;
    if (from <= days) spans.push({ from, to: Math.min(days, from + 13), doseShare: 1 });
  }
  return spans;
}

/**
 * The day on which enough days with the treatment have been rated for a verdict [RS-11]. A look before it is "too early"
 * whatever the ratings say, and need not be worked out.
 */
export function dayWithEnough(treatment: TreatmentCourse, ratedDays: readonly number[]): number {
  const exposure = exposureCurve(treatment, 1, ratedDays.at(-1) ?? 1);
  const on = ratedDays.filter((day) => exposure[day - 1]! > ON_ABOVE);
  return on[TREATMENT_DAYS_NEEDED - 1] ?? Infinity;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The exposure in truth from day 1 on; [RS-4] with the true time constant. */
export function trueExposure(spans: readonly DoseSpan[], tau: number, days = DAYS): number[] {
  const step = -Math.expm1(-1 / tau);
  let exposure = 0;
  return Array.from({ length: days }, (_, place) => {
    const day = place + 1;
    const span = spans.find(({ from, to }) => day >= from && (to === null || day <= to));
    exposure += ((span?.doseShare ?? 0) - exposure) * step;
    return exposure;
  });
}

/** What the app believes of a curve it only knows roughly; it is published with the figures, and held against the app's. */
export const SPEEDS: readonly TimeScale[] = [
  { factor: 0.25, weight: 0.25 },
  { factor: 0.5, weight: 0.1 },
  { factor: 1, weight: 0.1 },
  { factor: 2, weight: 0.1 },
  { factor: 4, weight: 0.45 },
];

/** One of these speeds, as often as it is believed in. */
export function drawnSpeed(random: SeededRandom, speeds: readonly TimeScale[] = SPEEDS): number {
  let left = random.uniform();
  for (const { factor, weight } of speeds) {
    left -= weight;
    if (left < 0) return factor;
  }
  return speeds.at(-1)!.factor;
}

/** As the app makes it of the days that the person wrote down [RS-61]. */
function illnessColumn({ from, to }: { readonly from: number; readonly to: number }): Covariate {
  const days = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const made = triggerCovariate({ id: "illness", days });
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

const course = (id: string, spans: readonly DoseSpan[]): TreatmentCourse => ({
  kind: "on-off",
  id,
  tauOn: ASSUMED_TAU,
  tauOff: ASSUMED_TAU,
  spans,
  timeScales: SPEEDS,
});

/** What is not taken daily is given on the first day of each span. */
function courseAlong({ tauOnDays, tauOffDays, knots, timeScales }: OwnCurve, spans: readonly DoseSpan[]) {
  const common = { id: "treatment", timeScales };
  return knots === null
    ? ({ kind: "on-off", ...common, tauOn: tauOnDays, tauOff: tauOffDays, spans } as const)
    : ({ kind: "wave", ...common, knots, givenOn: spans.map(({ from }) => from) } as const);
}

export type Simulated = Omit<AssessmentInput, "today"> & {
  readonly covariates: readonly Covariate[];
  /** of this diary */
  readonly effect: number;
  /** what was taken of the treatment that is judged */
  readonly spans: readonly DoseSpan[];
};

/** One diary of this situation. The treatment that is judged comes first. */
export function diaryOf(random: SeededRandom, situation: Situation): Simulated {
  const { asBelieved, missing, worseMissing, badWeek, saidSo, level, weekend, neighbour, days } = situation;
  const effect = asBelieved ? random.normal(EFFECT_PRIOR.mean, EFFECT_PRIOR.sd) : situation.effect;
  const trend = asBelieved ? random.normal(TREND_PRIOR.mean, TREND_PRIOR.sd) : situation.trend;
  const all = deviations(random, situation, days + MARGIN);
  const offset = badWeek ? badWeekOffset(all, situation) : 0;
  const spans = spansOf(random, situation);
  const { ownCurve } = situation;
  const judged = ownCurve === null ? course("treatment", spans) : courseAlong(ownCurve, spans);
  const factor = asBelieved || ownCurve !== null ? drawnSpeed(random, judged.timeScales) : 1;
  const exposure =
    ownCurve === null
      ? trueExposure(spans, factor * situation.trueTau, days)
      : exposureCurve(stretched(judged, factor), 1, days);
  const neighbourSpans = [{ from: situation.baseDays + 1 + NEIGHBOUR_AFTER, to: null, doseShare: 1 }];
  const besides = trueExposure(neighbour ? neighbourSpans : [], ASSUMED_TAU, days);
  const diary: DiaryDay[] = [];
  const { illness } = situation;
  const isIll = (day: number): boolean => illness !== null && day >= illness.from && day <= illness.to;
  for (let day = 1; day <= days; day++) {
    const exact =
      level +
      effect * exposure[day - 1]! +
      NEIGHBOUR_EFFECT * besides[day - 1]! +
      (trend * day) / 30 +
      (day % 7 < 2 ? weekend : 0) +
      (isIll(day) ? ILLNESS_EFFECT : 0) +
      all[offset + day - 1]!;
    const chance = worseMissing ? logistic(Math.log(missing / (1 - missing)) + 0.5 * (exact - 6)) : missing;
    if (!random.chance(chance)) diary.push({ day, rating: Math.min(10, Math.max(0, Math.round(exact))) });
  }
  return {
    diary,
    treatments: [
      { ...judged, startedInBadSpell: saidSo },
      ...(neighbour ? [course("neighbour", neighbourSpans)] : []),
    ],
    covariates: illness?.told === true ? [illnessColumn(illness)] : [],
    effect,
    spans,
  };
}
