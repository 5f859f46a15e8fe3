/**
 * The record as a FHIR R4 bundle (type collection), for a clinic or another program. Who the person is stays out unless
 * they give a name. https://hl7.org/fhir/R4/bundle.html
 */
import type { LocalDate } from "../../localDate.ts";
import type { Circumstances, Medicine } from "../../medicines.ts";
import {
  type Goal,
  type Injection,
  type Measurement,
  type MissedDose,
  type RoutineDone,
  tables,
  type TitrationStep,
} from "../../tables.ts";
import type { PersonalRecord } from "../../record.ts";
import type { CheckIn, Treatment } from "../../vocabulary.ts";
import { checkInResources } from "./checkIns.ts";
import { checkInQuestionnaire, ownCodeSystem } from "./codes.ts";
import { measurementResource } from "./measurements.ts";
import {
  injectionResource,
  medicineResource,
  missedDoseResource,
  routineResource,
  stepsResource,
  treatmentResource,
} from "./treatments.ts";

/** A resource as JSON; the tests hold every one against the definitions of R4. */
export type Resource = { readonly resourceType: string } & Readonly<Record<string, unknown>>;

export type FhirContents = {
  readonly checkIns: readonly CheckIn[];
  readonly treatments: readonly Treatment[];
  readonly medicines: readonly Medicine[];
  readonly circumstances: Pick<Circumstances, "conditions">;
  readonly injections: readonly Injection[];
  readonly measurements: readonly Measurement[];
  readonly goals: readonly Goal[];
  readonly steps: readonly TitrationStep[];
  readonly missedDoses: readonly MissedDose[];
  readonly routines: readonly RoutineDone[];
};

export type FhirOptions = {
  readonly today: LocalDate;
  readonly now: Date;
  /** a new random UUID at every call: two files never name the same thing */
  readonly newId: () => string;
  /** only if the person wants it in the file */
  readonly name?: string;
};

/** Everything of the record that FHIR has a place for. */
export const fhirContentsOf = (record: PersonalRecord): FhirContents => ({
  checkIns: record.checkIns(),
  treatments: record.treatments(),
  medicines: record.medicines(),
  circumstances: record.circumstances(),
  injections: record.rows(tables.injection),
  measurements: record.rows(tables.measurement),
  goals: record.rows(tables.goal),
  steps: record.rows(tables.titrationStep),
  missedDoses: record.rows(tables.missedDose),
  routines: record.rows(tables.routineDone),
});

/** Puts a resource into the bundle and gives back how others refer to it. */
export type Put = (resource: Resource) => { readonly reference: string };

/**
 * [RC-107] The bundle. What is not known is left out; nothing is made up to fill a field.
 * @example
 *   const bundle = fhirBundle(fhirContentsOf(record), { today, now: new Date(), newId: () => crypto.randomUUID() });
 *   download("unclench.fhir.json", JSON.stringify(bundle));
 */
export function fhirBundle(contents: FhirContents, options: FhirOptions): Resource {
  const { today, now, newId, name } = options;
  const entry: { fullUrl: string; resource: Resource }[] = [];
  const put: Put = (resource) => {
    const fullUrl = `urn:uuid:${newId()}`;
    entry.push({ fullUrl, resource });
    return { reference: fullUrl };
  };
  const subject = put({ resourceType: "Patient", ...(name === undefined ? {} : { name: [{ text: name }] }) });
  if (contents.checkIns.length > 0) put(checkInQuestionnaire);
  if (contents.checkIns.length > 0 || contents.measurements.length > 0) put(ownCodeSystem);
  const goalTexts = new Map(contents.goals.map(({ id, text }) => [id, text]));
  for (const checkIn of contents.checkIns) checkInResources(checkIn, subject, goalTexts, put);
  for (const measurement of contents.measurements) put(measurementResource(measurement, subject));
  for (const medicine of contents.medicines) put(medicineResource(medicine, subject));
  for (const treatment of contents.treatments) put(treatmentResource(treatment, subject, today));
  if (contents.steps.length > 0) put(stepsResource(contents.steps, subject, today));
  for (const missed of contents.missedDoses) put(missedDoseResource(missed, subject));
  for (const routine of contents.routines) put(routineResource(routine, subject));
  for (const injection of contents.injections) put(injectionResource(injection, subject));
  for (const goal of contents.goals) put(goalResource(goal, subject, today));
  for (const text of contents.circumstances.conditions) put(conditionResource(text, subject));
  return { resourceType: "Bundle", type: "collection", timestamp: now.toISOString(), entry };
}

export type Subject = { readonly reference: string };

function goalResource({ text, from, until }: Goal, subject: Subject, today: LocalDate): Resource {
  return {
    resourceType: "Goal",
    lifecycleStatus: from > today ? "planned" : until !== null && until < today ? "completed" : "active",
    description: { text },
    subject,
    startDate: from,
  };
}

/** What a person says of themselves is no diagnosis, and is marked so. */
const conditionResource = (text: string, subject: Subject): Resource => ({
  resourceType: "Condition",
  clinicalStatus: {
    coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }],
  },
  verificationStatus: {
    coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "unconfirmed" }],
  },
  code: { text },
  subject,
});
