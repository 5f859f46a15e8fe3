/** What stands in the record today: what is taken, what changed, who is seen next. */
import { bankQuestions } from "@unclench/knowledge/questions";
import { stopping } from "@unclench/knowledge/stopping";
import { treatments as catalogue } from "@unclench/knowledge";
import { addDays, type Appointment, type LocalDate, sameNameKey, type Treatment } from "@unclench/record";
import { catalogueTreatment } from "../isItHelping/catalogueTreatment.ts";
import { allTreatments } from "../isItHelping/written.ts";
import type { AskSnapshot } from "./types.ts";

/** A treatment of the person with the catalogue's id for it, if it is known there. */
export type Taken = {
  readonly name: string;
  readonly kind: Treatment["kind"];
  readonly catalogue: string | null;
  /** the latest row that has begun */
  readonly row: Pick<Treatment, "start" | "stop" | "dose" | "unit">;
  /** the one before it, where the dose was another */
  readonly before: Pick<Treatment, "start" | "stop" | "dose" | "unit"> | null;
};

/** Everything that began up to today, each name once, the latest row speaking. */
export function takenBy(snapshot: AskSnapshot, today: LocalDate): Taken[] {
  const begun = allTreatments(snapshot)
    .filter(({ start }) => start <= today)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const byName = new Map<string, Taken>();
  for (const row of begun) {
    const key = `${sameNameKey(row.treatment)}|${row.kind}`;
    byName.set(key, {
      name: row.treatment,
      kind: row.kind,
      catalogue: catalogueTreatment(row.treatment, row.kind),
      row,
      before: byName.get(key)?.row ?? null,
    });
  }
  return [...byName.values()];
}

/** An injection works on for weeks, so it counts as going on. */
export const goesOn = ({ kind, row }: Taken, today: LocalDate): boolean =>
  kind === "injection" || row.stop === null || row.stop >= today;

/** Ids of the catalogue of all that goes on, the pump on the emergency card included. */
export function catalogueIds(snapshot: AskSnapshot, today: LocalDate): Set<string> {
  const ids = takenBy(snapshot, today)
    .filter((one) => goesOn(one, today))
    .flatMap((one) => one.catalogue ?? []);
  const listed = snapshot.medicines.flatMap(({ text }) => catalogueTreatment(text, "medicine") ?? []);
  return new Set([...ids, ...listed, ...(hasPump(snapshot) ? ["baclofen-intrathecal"] : [])]);
}

export const hasPump = ({ emergencyCard, circumstances }: AskSnapshot): boolean =>
  emergencyCard.pump !== null ||
  emergencyCard.pumpDrug !== null ||
  circumstances.context.some((word) => /pump/i.test(word) && !/\bno\b/i.test(word));

/** What a sudden stop of it can do, as the page on stopping has it. */
export const isDangerousToStop = (treatment: string | null): boolean =>
  stopping.some(
    (entry) => entry.treatment === treatment && (entry.kind === "slowly" || entry.kind === "emergency"),
  );

/** [AN-264] The next appointment from today on. */
export const nextAppointment = ({ appointments }: AskSnapshot, today: LocalDate): Appointment | null =>
  appointments.find(({ date }) => date >= today) ?? null;

const kindsOfVisit: readonly (readonly [situation: string, words: RegExp])[] = [
  ["botox-visit", /botox|botulin|toxin|inject|dysport|xeomin/i],
  ["pump-visit", /pump|refill|intrathecal/i],
  ["physio-visit", /physio|physical therap|occupational/i],
];

/** What kind of visit it is, by its words; null where they do not say. */
export function kindOfVisit(visit: Appointment | null): string | null {
  if (visit === null) return null;
  const words = `${visit.with} ${visit.note ?? ""}`;
  return kindsOfVisit.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

export const withinDays = (date: LocalDate, today: LocalDate, before: number, after: number): boolean =>
  date >= addDays(today, -before) && date <= addDays(today, after);

const nameById = new Map(catalogue.map(({ id, name }) => [id, name]));
export const catalogueName = (id: string): string => nameById.get(id) ?? id;

/** Does the bank have this question for that treatment? */
export const fits = (bank: string, treatment: string | null): boolean => {
  const found = bankQuestions.find(({ id }) => id === bank);
  if (found === undefined) throw new Error(`no question ${bank}`);
  return found.treatments.includes("any") || (treatment !== null && found.treatments.includes(treatment));
};
