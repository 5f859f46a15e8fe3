/**
 * The few parts of FHIR R4 that are read: what a medicine or a condition is called, how it is taken, and whether it still
 * is so. Everything else of a resource is passed over and never kept: no names, no numbers of insured people, no addresses.
 * https://hl7.org/fhir/R4/medicationrequest.html, medicationstatement.html, condition.html
 */
import * as v from "valibot";

const text = v.nullish(v.string(), null);
const listOf = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(v.array(schema), []);

const concept = v.object({
  text,
  coding: listOf(v.object({ system: text, code: text, display: text })),
});
export type Concept = v.InferOutput<typeof concept>;

const reference = v.object({ reference: text, display: text });

const quantity = v.object({ value: v.nullish(v.number(), null), unit: text });

const dosage = v.object({
  text,
  timing: v.nullish(
    v.object({
      repeat: v.nullish(
        v.object({
          frequency: v.nullish(v.number(), null),
          period: v.nullish(v.number(), null),
          periodUnit: text,
        }),
        null,
      ),
    }),
    null,
  ),
  doseAndRate: listOf(v.object({ doseQuantity: v.nullish(quantity, null) })),
});
export type Dosage = v.InferOutput<typeof dosage>;

const medicineParts = {
  id: text,
  status: text,
  medicationCodeableConcept: v.nullish(concept, null),
  medicationReference: v.nullish(reference, null),
  contained: v.nullish(v.array(v.unknown()), []),
};

export const medicationStatement = v.object({
  resourceType: v.literal("MedicationStatement"),
  ...medicineParts,
  dosage: listOf(dosage),
});

export const medicationRequest = v.object({
  resourceType: v.literal("MedicationRequest"),
  ...medicineParts,
  intent: text,
  dosageInstruction: listOf(dosage),
});

export const medication = v.object({
  resourceType: v.literal("Medication"),
  id: text,
  code: v.nullish(concept, null),
});

export const condition = v.object({
  resourceType: v.literal("Condition"),
  clinicalStatus: v.nullish(concept, null),
  verificationStatus: v.nullish(concept, null),
  code: v.nullish(concept, null),
  abatementDateTime: text,
});

/** Any resource, as far as its kind. */
export const anyResource = v.object({ resourceType: v.pipe(v.string(), v.minLength(1)), id: text });

export const bundle = v.object({
  resourceType: v.literal("Bundle"),
  entry: v.nullish(v.array(v.unknown()), []),
});

/** An entry of a bundle; what has no resource (a deletion, a mere request) says nothing. */
export const bundleEntry = v.object({ fullUrl: text, resource: v.nullish(v.unknown(), null) });

/** What a person would call it: the text, else the first display name, else the first code. */
export function conceptName(named: Concept | null): string | null {
  if (named === null) return null;
  const displays = named.coding.map(({ display }) => display);
  const codes = named.coding.map(({ code }) => code);
  return [named.text, ...displays, ...codes].find((name) => name !== null && name.trim() !== "") ?? null;
}

/** The code of a status, whatever system it names: the R4 value sets for both statuses are closed. */
export const statusCode = (status: Concept | null): string | null =>
  status?.coding.find(({ code }) => code !== null)?.code ?? null;

/** "10 mg, 3 times a day": the words of the prescription, else amount and times a day if both are plain. */
export function dosageWords(dosages: readonly Dosage[]): string | null {
  const words = dosages.flatMap(({ text }) => (text === null || text.trim() === "" ? [] : [text.trim()]));
  if (words.length > 0) return words.join("; ");
  const [only, ...more] = dosages;
  if (only === undefined || more.length > 0) return null;
  const amount = only.doseAndRate[0]?.doseQuantity ?? null;
  const repeat = only.timing?.repeat ?? null;
  const parts: string[] = [];
  if (amount?.value != null && amount.unit !== null) parts.push(`${amount.value} ${amount.unit}`);
  if (repeat?.frequency != null && repeat.period === 1 && repeat.periodUnit === "d")
    parts.push(repeat.frequency === 1 ? "once a day" : `${repeat.frequency} times a day`);
  return parts.length === 0 ? null : parts.join(", ");
}
