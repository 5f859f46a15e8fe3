import { isDay, LONGEST_DIARY } from "./diary.ts";
import { err, ok, type Result } from "./result.ts";

/** A stretch of days on one dose; `to` is the last day taken, or null while it goes on. */
export interface DoseSpan {
  readonly from: number;
  readonly to: number | null;
  /** dose taken ÷ the person's usual dose: 1 = usual, 0 = none */
  readonly doseShare: number;
}

export interface NormalPrior {
  readonly mean: number;
  readonly sd: number;
}

/** The curve of an effect may be slower (above 1) or faster (below 1) than given: times are multiplied by `factor`. */
export interface TimeScale {
  readonly factor: number;
  /** belief before the diary speaks; all weights of a treatment sum to 1 */
  readonly weight: number;
}

interface AnyTreatment {
  readonly id: string;
  /** true if the person started it because of a bad spell: adds the dummy of the 7 days before the start [RS-8] */
  readonly startedInBadSpell?: boolean;
  /** prior of the effect at full exposure, in rating points; without it the sceptical one of `priors.ts` */
  readonly effectPrior?: NormalPrior;
  /** what trials found for people like this one, at full exposure, in rating points: the starting belief [RS-32] */
  readonly trialsPrior?: NormalPrior;
  /** how far the curve may be from the one given [RS-31]; without it the curve is taken as known. A factor of 1 is among them. */
  readonly timeScales?: readonly TimeScale[];
}

/** A treatment that builds up with time constant `tauOn` (days) and wanes with `tauOff`. */
export interface OnOffTreatment extends AnyTreatment {
  readonly kind: "on-off";
  readonly tauOn: number;
  readonly tauOff: number;
  /** if two spans hold the same day, the one that started later counts: a new dose replaces the old */
  readonly spans: readonly DoseSpan[];
}

/** A treatment given as single events (injections), each followed by the same wave. */
export interface WaveTreatment extends AnyTreatment {
  readonly kind: "wave";
  readonly givenOn: readonly number[];
  /** [day since the injection, share of the peak], days ascending; 0 before the first and after the last knot */
  readonly knots: readonly (readonly [day: number, share: number])[];
}

/** One or more sessions of a day: minutes, or how many. Several entries of one day add up. */
export interface Session {
  readonly day: number;
  readonly amount: number;
}

/** A routine done in sessions (stretching, standing, cycling), whose effect builds up and fades with time constant `tau`. */
export interface SessionsTreatment extends AnyTreatment {
  readonly kind: "sessions";
  readonly tau: number;
  /** amount a day on average, days off included, that counts as exposure 1: the usual amount a week ÷ 7 */
  readonly usualPerDay: number;
  readonly sessions: readonly Session[];
}

export type TreatmentCourse = OnOffTreatment | WaveTreatment | SessionsTreatment;

/** Time constants (days) and shares beyond these are slips of the pen, and would only make the numbers overflow. */
export const LONGEST_TIME_CONSTANT = 1000;
const HIGHEST_SHARE = 100;

export type TreatmentError =
  | { type: "SameIdTwice"; id: string }
  | { type: "TimeConstantNotValid"; id: string }
  | { type: "SpanNotValid"; id: string; span: DoseSpan }
  | { type: "InjectionDayNotWhole"; id: string; day: number }
  | { type: "KnotsNotValid"; id: string }
  | { type: "UsualAmountNotValid"; id: string }
  | { type: "SessionNotValid"; id: string; session: Session }
  | { type: "PriorNotValid"; id: string }
  | { type: "TimeScalesNotValid"; id: string };

/** [RS-1] The first thing that is wrong with a list of treatments, if anything is. */
export function checkTreatments(treatments: readonly TreatmentCourse[]): Result<null, TreatmentError> {
  const seen = new Set<string>();
  for (const treatment of treatments) {
    const { id, effectPrior, trialsPrior, timeScales } = treatment;
    if (seen.has(id)) return err({ type: "SameIdTwice", id });
    seen.add(id);
    if ([effectPrior, trialsPrior].some((prior) => prior && !isPrior(prior)))
      return err({ type: "PriorNotValid", id });
    if (timeScales && !areTimeScales(timeScales)) return err({ type: "TimeScalesNotValid", id });
    if (treatment.kind === "wave") {
      const day = treatment.givenOn.find((given) => !isDay(given));
      if (day !== undefined) return err({ type: "InjectionDayNotWhole", id, day });
      if (!areKnots(treatment.knots)) return err({ type: "KnotsNotValid", id });
    } else if (treatment.kind === "sessions") {
      const { tau, usualPerDay, sessions } = treatment;
      if (!isTimeConstant(tau)) return err({ type: "TimeConstantNotValid", id });
      if (!(usualPerDay > 0 && usualPerDay < Infinity)) return err({ type: "UsualAmountNotValid", id });
      const session = sessions.find(
        ({ day, amount }) => !(isDay(day) && amount >= 0 && amount / usualPerDay <= HIGHEST_SHARE),
      );
      if (session) return err({ type: "SessionNotValid", id, session });
    } else {
      const { tauOn, tauOff, spans } = treatment;
      if (![tauOn, tauOff].every(isTimeConstant)) return err({ type: "TimeConstantNotValid", id });
      const span = spans.find((candidate) => !isSpan(candidate));
      if (span) return err({ type: "SpanNotValid", id, span });
    }
  }
  return ok(null);
}

function isTimeConstant(tau: number): boolean {
  return tau > 0 && tau <= LONGEST_TIME_CONSTANT;
}

const LARGEST_PRIOR = 1e6;

export function isPrior({ mean, sd }: NormalPrior): boolean {
  return Math.abs(mean) <= LARGEST_PRIOR && sd > 0 && sd <= LARGEST_PRIOR;
}

const LARGEST_FACTOR = 100;

function areTimeScales(scales: readonly TimeScale[]): boolean {
  const sum = scales.reduce((total, { weight }) => total + weight, 0);
  const each = scales.every(
    ({ factor, weight }) => factor >= 1 / LARGEST_FACTOR && factor <= LARGEST_FACTOR && weight > 0,
  );
  const distinct = new Set(scales.map(({ factor }) => factor)).size === scales.length;
  return each && distinct && scales.some(({ factor }) => factor === 1) && Math.abs(sum - 1) < 1e-9;
}

/** The same course with time constants, or the days of its wave, times `factor`. */
export function stretched<T extends TreatmentCourse>(treatment: T, factor: number): T;
export function stretched(treatment: TreatmentCourse, factor: number): TreatmentCourse {
  if (treatment.kind === "wave")
    return { ...treatment, knots: treatment.knots.map(([day, share]) => [day * factor, share] as const) };
  const times = (tau: number) => Math.min(tau * factor, LONGEST_TIME_CONSTANT);
  if (treatment.kind === "sessions") return { ...treatment, tau: times(treatment.tau) };
  return { ...treatment, tauOn: times(treatment.tauOn), tauOff: times(treatment.tauOff) };
}

function isSpan({ from, to, doseShare }: DoseSpan): boolean {
  const days = isDay(from) && (to === null || (isDay(to) && to >= from));
  return days && doseShare >= 0 && doseShare <= HIGHEST_SHARE;
}

function areKnots(knots: WaveTreatment["knots"]): boolean {
  let previous = -1;
  for (const [day, share] of knots) {
    if (!(day >= 0 && day > previous && day <= LONGEST_DIARY && share >= 0 && share <= HIGHEST_SHARE))
      return false;
    previous = day;
  }
  return knots.length > 0;
}

/** The first day on which the treatment was taken, or null if it never was. */
export function firstTaken(treatment: TreatmentCourse): number | null {
  const days =
    treatment.kind === "wave"
      ? treatment.givenOn
      : asOnOff(treatment)
          .spans.filter((span) => span.doseShare > 0)
          .map((span) => span.from);
  return days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b));
}

/** [RS-62] Sessions as doses: each day with sessions is a span of its own, its dose the day's sum ÷ the usual amount. */
export function asOnOff(treatment: OnOffTreatment | SessionsTreatment): OnOffTreatment {
  if (treatment.kind === "on-off") return treatment;
  const { tau, usualPerDay, sessions, ...rest } = treatment;
  const amounts = new Map<number, number>();
  for (const { day, amount } of sessions) amounts.set(day, (amounts.get(day) ?? 0) + amount);
  const spans = Array.from(amounts, ([day, amount]): DoseSpan => {
    return { from: day, to: day, doseShare: amount / usualPerDay };
  });
  return { ...rest, kind: "on-off", tauOn: tau, tauOff: tau, spans };
}

/** The dose share on a day: that of the span that started last among those that hold the day. */
export function doseShareOn(treatment: OnOffTreatment, day: number): number {
  let held: DoseSpan | null = null;
  for (const span of treatment.spans) {
    if (span.from <= day && (span.to === null || day <= span.to) && (held === null || span.from >= held.from))
      held = span;
  }
  return held?.doseShare ?? 0;
}

/** [RS-4] One day further: the exposure moves towards today's dose share u. */
export function nextExposure(exposure: number, doseShare: number, tauOn: number, tauOff: number): number {
  const tau = doseShare > exposure ? tauOn : tauOff;
  return exposure + (doseShare - exposure) * -Math.expm1(-1 / tau);
}

/** The exposure to a treatment on every calendar day from `from` to `to`, both included. */
export function exposureCurve(treatment: TreatmentCourse, from: number, to: number): Float64Array {
  return treatment.kind === "wave"
    ? waveCurve(treatment, from, to)
    : onOffCurve(asOnOff(treatment), from, to);
}

/** [RS-4] x(t) = x(t−1) + (u(t) − x(t−1))·(1 − exp(−1/τ)), τ = τ_on while rising and τ_off while falling. */
function onOffCurve(treatment: OnOffTreatment, from: number, to: number): Float64Array {
  const { tauOn, tauOff } = treatment;
  const curve = new Float64Array(to - from + 1);
  const start = firstTaken(treatment);
  if (start === null) return curve;
  // Beyond 40 time constants the past is forgotten to 4e-18: no need to walk through years before the diary.
  const begin = Math.max(start, from - Math.ceil(40 * Math.max(tauOn, tauOff)));
  const shares = doseShares(treatment, begin, to);
  let exposure = 0;
  for (let day = begin; day <= to; day++) {
    exposure = nextExposure(exposure, shares[day - begin]!, tauOn, tauOff);
    if (day >= from) curve[day - from] = exposure;
  }
  return curve;
}

/** `doseShareOn` for a whole range, painting the spans in the order in which they started. */
function doseShares(treatment: OnOffTreatment, from: number, to: number): Float64Array {
  const shares = new Float64Array(Math.max(0, to - from + 1));
  const spans = [...treatment.spans].sort((a, b) => a.from - b.from);
  for (const span of spans) {
    const first = Math.max(0, span.from - from);
    const last = Math.min(to, span.to ?? to) - from;
    if (last >= first) shares.fill(span.doseShare, first, last + 1);
  }
  return shares;
}

/** [RS-5] The wave of each injection; where waves overlap, the highest counts. */
function waveCurve(treatment: WaveTreatment, from: number, to: number): Float64Array {
  const { givenOn, knots } = treatment;
  const curve = new Float64Array(to - from + 1);
  const firstKnot = Math.ceil(knots[0]![0]);
  const lastKnot = Math.floor(knots.at(-1)![0]);
  for (const given of givenOn) {
    const end = Math.min(to, given + lastKnot);
    for (let day = Math.max(from, given + firstKnot); day <= end; day++) {
      curve[day - from] = Math.max(curve[day - from]!, waveShare(knots, day - given));
    }
  }
  return curve;
}

/** Linear between knots. */
export function waveShare(knots: WaveTreatment["knots"], day: number): number {
  for (let i = 0; i < knots.length; i++) {
    const [rightDay, rightShare] = knots[i]!;
    if (day > rightDay) continue;
    if (day === rightDay || i === 0) return day === rightDay ? rightShare : 0;
    const [leftDay, leftShare] = knots[i - 1]!;
    return leftShare + ((rightShare - leftShare) * (day - leftDay)) / (rightDay - leftDay);
  }
  return 0;
}
