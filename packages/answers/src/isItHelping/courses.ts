/** From the person's treatment rows to the exposure courses of the engine, with what had to be assumed. */
import { type Exposure, exposures } from "@unclench/knowledge";
import {
  sameNameKey,
  type Treatment,
  type TreatmentKind,
  toDayNumber,
  treatmentCourses,
} from "@unclench/record";
import { asOnOff, type DoseSpan, type TreatmentCourse } from "@unclench/response";
import { catalogueTreatment, isBotulinum } from "./catalogueTreatment.ts";

/** One row of the person's list: a dose period, or one injection. */
export type TreatmentEntry = Pick<Treatment, "treatment" | "kind" | "start" | "stop" | "dose" | "unit">;

export type Course = {
  /** The name as the person writes it; with the kind behind it if two kinds of treatment have the same name. */
  readonly name: string;
  readonly kind: TreatmentKind;
  /** The catalogue's treatment by that name; null: nobody knows it. */
  readonly catalogue: string | null;
  readonly entries: readonly TreatmentEntry[];
  readonly course: TreatmentCourse;
  readonly assumed: readonly string[];
  /** Sources of the curve by which it builds up and wears off, if it has any. */
  readonly sources: readonly string[];
};

/** [AN-37] The curve of a catalogue treatment; that of everything else where none is known. */
const curveOf = (treatment: string | null): Exposure => {
  const own = exposures.find((entry) => treatment !== null && entry.treatments.includes(treatment));
  const found = own ?? exposures.find(({ treatments }) => treatments.length === 0);
  if (found === undefined) throw new Error("no exposure curve for a treatment without one of its own");
  return found;
};

const dayOrNull = (date: Treatment["stop"]): number | null => (date === null ? null : toDayNumber(date));

/** [AN-38] Dose shares against the last dose taken; a dose of 0 is a pause, whatever its unit. */
const dailyCourse = (
  id: string,
  exposure: Exposure,
  periods: readonly TreatmentEntry[],
  assumed: string[],
): TreatmentCourse => {
  assumed.push(exposure.words);
  const taken = periods.filter((period) => period.dose !== 0);
  const units = new Set(taken.map(({ unit }) => (unit === null ? null : sameNameKey(unit))));
  const usual = taken.at(-1) ?? null;
  const comparable = units.size === 1 && taken.every(({ dose }) => dose !== null);
  if (comparable && taken.some(({ dose }) => dose !== usual?.dose)) {
    const dose = `${usual?.dose} ${usual?.unit ?? ""}`.trim();
    assumed.push(`Doses are weighed against the last one (${dose}), as if half the dose did half as much.`);
  } else if (!comparable && taken.length > 1) {
    assumed.push("Doses were missing or in different units, so every period counts as the full dose.");
  }
  const share = (dose: number | null): number => {
    if (dose === 0) return 0;
    return comparable && dose !== null && usual?.dose ? dose / usual.dose : 1;
  };
  const spans = periods.map(
    ({ start, stop, dose }): DoseSpan => ({
      from: toDayNumber(start),
      to: dayOrNull(stop),
      doseShare: share(dose),
    }),
  );
  return onOff(id, exposure, spans);
};

const onOff = (id: string, exposure: Exposure, spans: readonly DoseSpan[]): TreatmentCourse => {
  const { tauOnDays, tauOffDays, timeScales } = exposure;
  if (tauOnDays === null || tauOffDays === null) throw new Error(`${exposure.id} has no time constants`);
  return { kind: "on-off", id, tauOn: tauOnDays, tauOff: tauOffDays, spans, timeScales };
};

const injectionCourse = (
  id: string,
  exposure: Exposure,
  injections: readonly TreatmentEntry[],
  assumed: string[],
): TreatmentCourse => {
  if (exposure.knots !== null) {
    assumed.push(exposure.words);
    const days = injections.map(({ start }) => toDayNumber(start));
    return {
      kind: "wave",
      id,
      givenOn: [...new Set(days)].sort((a, b) => a - b),
      knots: exposure.knots,
      timeScales: exposure.timeScales,
    };
  }
  assumed.push(
    "How this injection wears off was not found in any source, so it counts as lasting from the day it was given to its last day, if you gave one.",
  );
  const spans = injections.map(({ start, stop }) => ({
    from: toDayNumber(start),
    to: dayOrNull(stop),
    doseShare: 1,
  }));
  return onOff(id, exposure, spans);
};

/** [AN-36] One course per treatment, in the order in which they began. */
export function coursesOf(entries: readonly TreatmentEntry[]): Course[] {
  const rows = entries.map((entry, place) => ({
    ...entry,
    id: String(place),
    treatmentId: null,
    taken: null,
  }));
  const grouped = treatmentCourses(rows);
  return grouped.map(({ treatment, kind, periods }) => {
    const sharesName = grouped.some(
      (other) => other.kind !== kind && sameNameKey(other.treatment) === sameNameKey(treatment),
    );
    const plain = treatment.trim();
    const name = sharesName ? `${plain} (${kind})` : plain;
    const assumed: string[] = [];
    const catalogue = catalogueTreatment(plain, kind);
    // Type B is no treatment of the catalogue; no other curve is nearer to it than that of type A.
    const typeB = catalogue === null && kind === "injection" && isBotulinum(plain);
    const exposure = curveOf(typeB ? "botulinum-toxin-a" : catalogue);
    const course =
      kind === "injection"
        ? injectionCourse(name, exposure, periods, assumed)
        : dailyCourse(name, exposure, periods, assumed);
    return { name, kind, catalogue, entries: periods, course, assumed, sources: exposure.sources };
  });
}

/** Between two sessions of a routine there may be days off. */
const DAYS_OFF = 7;

/** Is it being taken on this day? An injection that wears off by itself always is; a routine, within a week of a session. */
export const isTakenOn = (course: TreatmentCourse, day: number): boolean =>
  course.kind === "wave" ||
  (course.kind === "sessions" &&
    course.sessions.some((session) => session.day <= day && session.day > day - DAYS_OFF)) ||
  (asOnOff(course).spans.findLast(({ from, to }) => from <= day && (to === null || day <= to))?.doseShare ??
    0) > 0;

/**
 * Did it begin once between these days and go on to the last of them? Then the diary holds nothing but a before and an
 * after.
 */
export function hasOneStart(course: TreatmentCourse, first: number, last: number): boolean {
  if (course.kind === "wave") {
    const given = course.givenOn.filter((day) => day <= last);
    return given.length === 1 && (given[0] ?? first) > first;
  }
  const spans = asOnOff(course)
    .spans.filter(({ from, doseShare }) => doseShare > 0 && from <= last)
    .sort((left, right) => left.from - right.from);
  const begin = spans[0]?.from ?? first;
  let until = begin - 1;
  for (const { from, to } of spans) {
    if (from > until + 1) return false;
    until = Math.max(until, to ?? Number.POSITIVE_INFINITY);
  }
  return begin > first && until >= last;
}
