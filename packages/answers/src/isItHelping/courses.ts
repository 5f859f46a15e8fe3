/** From the person's treatment rows to the exposure courses of the engine, with what had to be assumed. */
import { exposures, medicineNames, type Exposure, treatments as catalogue } from "@unclench/knowledge";
import { type LocalDate, toDayNumber } from "@unclench/record";
import type { DoseSpan, TreatmentCourse } from "@unclench/response";

export type TreatmentKind = "medicine" | "injection" | "session" | "other";

/** One row of the person's list: a dose period, or one injection. */
export type TreatmentEntry = {
  readonly treatment: string;
  readonly kind: TreatmentKind;
  readonly start: LocalDate;
  readonly stop: LocalDate | null;
  readonly dose: number | null;
  readonly unit: string | null;
};

export type Course = {
  readonly name: string;
  readonly kind: TreatmentKind;
  readonly entries: readonly TreatmentEntry[];
  readonly course: TreatmentCourse;
  readonly assumed: readonly string[];
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

/** Is this the name of a botulinum toxin, generic or brand, as people write it ("Dysport 500 units, left arm")? */
export const isBotulinum = (name: string): boolean =>
  tokens(name).some((token) => botulinumTokens.has(token));

/** Different doses of one treatment belong together when the name is the same, however it is capitalised. */
const sameName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, " ");

const dailyCourse = (id: string, entries: readonly TreatmentEntry[], assumed: string[]): TreatmentCourse => {
  const exposure = curve("taken-regularly");
  assumed.push(exposure.words);
  const ordered = [...entries].sort((left, right) => left.start.localeCompare(right.start));
  const units = new Set(ordered.map((entry) => entry.unit?.toLowerCase() ?? null));
  const last = ordered.at(-1);
  const usual = last?.dose ?? null;
  const comparable =
    units.size === 1 && usual !== null && usual > 0 && ordered.every((entry) => entry.dose !== null);
  if (comparable && ordered.some((entry) => entry.dose !== usual)) {
    assumed.push(
      `Doses are weighed against the last one (${usual} ${last?.unit ?? ""}), as if half the dose did half as much.`,
    );
  } else if (!comparable && ordered.length > 1) {
    assumed.push("Doses were missing or in different units, so every period counts as the full dose.");
  }
  const spans = ordered.map(
    (entry): DoseSpan => ({
      from: toDayNumber(entry.start),
      to: entry.stop === null ? null : toDayNumber(entry.stop),
      doseShare: comparable && entry.dose !== null && usual !== null ? entry.dose / usual : 1,
    }),
  );
  return { kind: "on-off", id, tauOn: exposure.tauOnDays ?? 1, tauOff: exposure.tauOffDays ?? 1, spans };
};

const injectionCourse = (
  id: string,
  entries: readonly TreatmentEntry[],
  assumed: string[],
): TreatmentCourse => {
  const days = entries.map((entry) => toDayNumber(entry.start));
  if (isBotulinum(id)) {
    const exposure = curve("botulinum-toxin");
    assumed.push(exposure.words);
    return {
      kind: "wave",
      id,
      givenOn: [...new Set(days)].sort((a, b) => a - b),
      knots: exposure.knots ?? [],
    };
  }
  assumed.push(
    "How this injection wears off was not found in any source, so it counts as lasting from the day it was given until the stop date, if there is one.",
  );
  const exposure = curve("taken-regularly");
  const spans = entries.map((entry) => ({
    from: toDayNumber(entry.start),
    to: entry.stop === null ? null : toDayNumber(entry.stop),
    doseShare: 1,
  }));
  return { kind: "on-off", id, tauOn: exposure.tauOnDays ?? 1, tauOff: exposure.tauOffDays ?? 1, spans };
};

/** One course per treatment name, in the order in which they first appear. */
export function coursesOf(entries: readonly TreatmentEntry[]): Course[] {
  const byName = new Map<string, TreatmentEntry[]>();
  for (const entry of entries) {
    const key = sameName(entry.treatment);
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  }
  return [...byName.values()].map((own) => {
    const first = own[0] as TreatmentEntry;
    const assumed: string[] = [];
    const name = first.treatment.trim();
    const course =
      first.kind === "injection" ? injectionCourse(name, own, assumed) : dailyCourse(name, own, assumed);
    return { name, kind: first.kind, entries: own, course, assumed };
  });
}

/** The catalogue's treatment for a name or brand that a person wrote, if it is known exactly. */
export function catalogueName(name: string): string | null {
  const wanted = sameName(name);
  const medicine = medicineNames.find(
    (entry) =>
      sameName(entry.medicine) === wanted ||
      entry.brands.some((brand) => sameName(brand.name) === wanted) ||
      entry.synonyms.some((synonym) => sameName(synonym) === wanted),
  )?.medicine;
  const found = catalogue.find(
    (entry) => sameName(entry.name) === wanted || (medicine !== undefined && entry.medicine === medicine),
  );
  return found?.id ?? null;
}
