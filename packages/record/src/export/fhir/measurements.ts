/** Measurements as FHIR observations. */
import type { Measurement } from "../../tables.ts";
import type { Resource, Subject } from "./bundle.ts";
import { measurementCodings } from "./codes.ts";

const UCUM = "http://unitsofmeasure.org";
const units = {
  "walk-10m": { unit: "s", system: UCUM, code: "s" },
  "timed-up-and-go": { unit: "s", system: UCUM, code: "s" },
  "range-of-motion": { unit: "degrees", system: UCUM, code: "deg" },
} as const;

export function measurementResource(measurement: Measurement, subject: Subject): Resource {
  const { kind, date, what, where, by } = measurement;
  return {
    resourceType: "Observation",
    status: "final",
    code: kind === "other" ? { text: what ?? "Other" } : { coding: measurementCodings(kind) },
    subject,
    effectiveDateTime: date,
    ...(by === null ? {} : { performer: [{ display: by }] }),
    ...(where === null ? {} : { bodySite: { text: where } }),
    ...measuredValue(measurement),
  };
}

function measuredValue({ kind, value, grade, unit }: Measurement): Readonly<Record<string, unknown>> {
  // "1+" lies between 1 and 2: a grade is a word and no number.
  if (kind === "modified-ashworth") return grade === null ? {} : { valueString: grade };
  if (value === null) return {};
  if (kind === "other") return { valueQuantity: { value, ...(unit === null ? {} : { unit }) } };
  return { valueQuantity: { value, ...units[kind] } };
}
