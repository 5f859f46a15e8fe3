/** Medicines, treatments and injections as FHIR. They are what the person says that they take, not what was prescribed. */
import type { LocalDate } from "../../localDate.ts";
import { readTaken, takenWords } from "../../takenAt.ts";
import type { Medicine } from "../../medicines.ts";
import type { Injection, MissedDose, RoutineDone, TitrationStep } from "../../tables.ts";
import type { Treatment } from "../../vocabulary.ts";
import type { Resource, Subject } from "./bundle.ts";
import { notes } from "./checkIns.ts";

/** A line of the list of medicines: the text holds name and dose as the person writes them. */
export const medicineResource = ({ text, status }: Medicine, subject: Subject): Resource => ({
  resourceType: "MedicationStatement",
  status: status === "starting" ? "intended" : "active",
  medicationCodeableConcept: { text },
  subject,
  informationSource: subject,
  ...notes(status === "current" || status === "starting" ? [] : [`The person marks this as: ${status}.`]),
});

/** A dose period of a medicine is a statement; what is injected or done is a procedure. */
export function treatmentResource(row: Treatment, subject: Subject, today: LocalDate): Resource {
  const { treatment, kind, start, stop, dose } = row;
  if (kind === "injection")
    return procedure(
      `Injection: ${treatment}`,
      subject,
      { performedDateTime: start },
      "completed",
      doseWords(row),
    );
  const period = { start, ...(stop === null ? {} : { end: stop }) };
  const isOver = stop !== null && stop < today;
  const isAhead = start > today;
  if (kind !== "medicine") {
    const status = isAhead ? "preparation" : isOver ? "completed" : "in-progress";
    return procedure(treatment, subject, { performedPeriod: period }, status, doseWords(row));
  }
  return {
    resourceType: "MedicationStatement",
    // A dose of 0 is a pause.
    status: isAhead ? "intended" : isOver ? "completed" : dose === 0 ? "on-hold" : "active",
    medicationCodeableConcept: { text: treatment },
    subject,
    informationSource: subject,
    effectivePeriod: period,
    ...dosage(row),
  };
}

const quantity = (value: number, unit: string | null) => [
  { doseQuantity: { value, ...(unit === null ? {} : { unit }) } },
];

/** One entry for each time of the day where doses differ, else the dose of a day. */
function dosage({ dose, unit, taken }: Treatment): { readonly dosage?: readonly object[] } {
  const read = readTaken(taken ?? "");
  if (read.ok && read.value.doses.length > 0) {
    return {
      dosage: read.value.doses.map(({ days, at, dose: amount }, place) => ({
        sequence: place + 1,
        text: takenWords([...days, at, amount].join(" "), unit) ?? at,
        timing: {
          repeat: {
            frequency: 1,
            period: days.length === 0 ? 1 : 7,
            periodUnit: "d",
            ...(days.length === 0 ? {} : { frequency: days.length, dayOfWeek: days }),
            timeOfDay: [`${at}:00`],
          },
        },
        doseAndRate: quantity(amount, unit),
      })),
    };
  }
  if (dose === null) return {};
  const text = [dose, ...(unit === null ? [] : [unit])].join(" ");
  return { dosage: [{ text, doseAndRate: quantity(dose, unit) }] };
}

const doseWords = ({ dose, unit }: Treatment): string[] =>
  dose === null ? [] : [`Dose: ${dose}${unit === null ? "" : ` ${unit}`}.`];

/** A dose that was left out. Nobody said why, and the file does not either. */
export const missedDoseResource = ({ date, medicine }: MissedDose, subject: Subject): Resource => ({
  resourceType: "MedicationStatement",
  status: "not-taken",
  medicationCodeableConcept: { text: medicine },
  subject,
  informationSource: subject,
  effectiveDateTime: date,
  ...notes(["One dose was missed on this day."]),
});

/** The steps of a dose as the prescriber gave them: a plan, and no word on what was taken. */
export const stepsResource = (
  steps: readonly TitrationStep[],
  subject: Subject,
  today: LocalDate,
): Resource => ({
  resourceType: "CarePlan",
  status: "unknown",
  intent: "plan",
  title: "Steps of doses, as the prescriber gave them and the person wrote them down",
  subject,
  activity: steps.map(({ medicine, from, text }) => ({
    detail: {
      kind: "MedicationRequest",
      code: { text: medicine },
      status: from > today ? "scheduled" : "unknown",
      scheduledPeriod: { start: from },
      description: text,
    },
  })),
});

const afterWords = {
  easier: "Easier afterwards.",
  same: "The same afterwards.",
  worse: "Worse afterwards.",
} as const;

/** A routine that was done, with how long it took and how it was afterwards. */
export const routineResource = (
  { date, routine, minutes, after, pain }: RoutineDone,
  subject: Subject,
): Resource =>
  procedure(routine, subject, { performedDateTime: date }, "completed", [
    ...(minutes === null ? [] : [`${minutes} minutes.`]),
    ...(after === null ? [] : [afterWords[after]]),
    ...(pain === true ? ["It hurt, and was ended for that."] : []),
  ]);

const guidanceWords = {
  ultrasound: "ultrasound",
  emg: "EMG",
  stimulation: "electrical stimulation",
  none: "no device",
} as const;

export function injectionResource(injection: Injection, subject: Subject): Resource {
  const { product, date, muscles, guidance, clinic, note } = injection;
  const named = muscles.map(({ muscle, side, units }) => ({
    site: side === null ? muscle : `${muscle}, ${side}`,
    units,
  }));
  const said = [
    ...named.flatMap(({ site, units }) => (units === null ? [] : [`${site}: ${units} units.`])),
    ...(guidance === null ? [] : [`Guided by ${guidanceWords[guidance]}.`]),
    ...(note === null ? [] : [note]),
  ];
  return {
    ...procedure(`Injection: ${product}`, subject, { performedDateTime: date }, "completed", said),
    usedCode: [{ text: product }],
    ...(clinic === null ? {} : { location: { display: clinic } }),
    ...(named.length === 0 ? {} : { bodySite: named.map(({ site }) => ({ text: site })) }),
  };
}

const procedure = (
  text: string,
  subject: Subject,
  performed: Readonly<Record<string, unknown>>,
  status: "completed" | "in-progress" | "preparation",
  said: readonly string[],
): Resource => ({
  resourceType: "Procedure",
  status,
  code: { text },
  subject,
  ...performed,
  ...notes(said),
});
