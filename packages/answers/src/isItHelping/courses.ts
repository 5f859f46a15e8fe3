/** From the person's treatment rows to the exposure courses of the engine, with what had to be assumed. */
import { type Exposure, exposures, medicineNames } from "@unclench/knowledge";
import {
  sameNameKey,
  type Treatment,
  type TreatmentKind,
  toDayNumber,
  treatmentCourses,
} from "@unclench/record";
import { asOnOff, type DoseSpan, type TreatmentCourse } from "@unclench/response";

/** One row of the person's list: a dose period, or one injection. */
export type TreatmentEntry = Pick<Treatment, "treatment" | "kind" | "start" | "stop" | "dose" | "unit">;

export type Course = {
  /** The name as the person writes it; with the kind behind it if two kinds of treatment have the same name. */
  readonly name: string;
  readonly kind: TreatmentKind;
  readonly entries: readonly TreatmentEntry[];
  readonly course: TreatmentCourse;
  readonly assumed: readonly string[];
  /** Sources of the curve by which it builds up and wears off, if it has any. */
  readonly sources: readonly string[];
};

const curve = (id: string): Exposure => {
  const found = exposures.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no exposure curve ${id}`);
  return found;
};

const tokens = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const botulinumTokens = new Set(
  medicineNames
    .filter((entry) => /botulinum/i.test(entry.medicine))
    .flatMap((entry) => [entry.medicine, ...entry.synonyms, ...entry.brands.map((brand) => brand.name)])
    .map((name) => tokens(name)[0] ?? "")
    .concat("botulinum"),
);

/** [AN-37] Is this the name of a botulinum toxin, generic or brand ("Dysport 500 units, left arm")? */
export const isBotulinum = (name: string): boolean =>
  tokens(name).some((token) => botulinumTokens.has(token));

const dayOrNull = (date: Treatment["stop"]): number | null => (date === null ? null : toDayNumber(date));

/** [AN-38] Dose shares against the last dose taken; a dose of 0 is a pause, whatever its unit. */
const dailyCourse = (id: string, periods: readonly TreatmentEntry[], assumed: string[]): TreatmentCourse => {
  const exposure = curve("taken-regularly");
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
  return { kind: "on-off", id, tauOn: exposure.tauOnDays ?? 1, tauOff: exposure.tauOffDays ?? 1, spans };
};

const injectionCourse = (
  id: string,
  injections: readonly TreatmentEntry[],
  assumed: string[],
): TreatmentCourse => {
  if (isBotulinum(id)) {
    const exposure = curve("botulinum-toxin");
    assumed.push(exposure.words);
    const days = injections.map(({ start }) => toDayNumber(start));
    return {
      kind: "wave",
      id,
      givenOn: [...new Set(days)].sort((a, b) => a - b),
      knots: exposure.knots ?? [],
    };
  }
  assumed.push(
    "How this injection wears off was not found in any source, so it counts as lasting from the day it was given to its last day, if you gave one.",
  );
  const exposure = curve("taken-regularly");
  const spans = injections.map(({ start, stop }) => ({
    from: toDayNumber(start),
    to: dayOrNull(stop),
    doseShare: 1,
  }));
  return { kind: "on-off", id, tauOn: exposure.tauOnDays ?? 1, tauOff: exposure.tauOffDays ?? 1, spans };
};

/** [AN-36] One course per treatment, in the order in which they began. */
export function coursesOf(entries: readonly TreatmentEntry[]): Course[] {
  const rows = entries.map((entry, place) => ({ ...entry, id: String(place), treatmentId: null }));
  const grouped = treatmentCourses(rows);
  return grouped.map(({ treatment, kind, periods }) => {
    const sharesName = grouped.some(
      (other) => other.kind !== kind && sameNameKey(other.treatment) === sameNameKey(treatment),
    );
    const plain = treatment.trim();
    const name = sharesName ? `${plain} (${kind})` : plain;
    const assumed: string[] = [];
    const course =
      kind === "injection" ? injectionCourse(name, periods, assumed) : dailyCourse(name, periods, assumed);
    const sources = course.kind === "wave" ? curve("botulinum-toxin").sources : [];
    return { name, kind, entries: periods, course, assumed, sources };
  });
}

/** Is it being taken on this day? An injection that wears off by itself always is. */
export const isTakenOn = (course: TreatmentCourse, day: number): boolean =>
  course.kind === "wave" ||
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
