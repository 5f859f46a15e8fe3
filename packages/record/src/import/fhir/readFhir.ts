/** Medicines and conditions of a FHIR R4 file, such as hospitals and patient portals give out. See docs/formats.md. */
import * as v from "valibot";
import { err, ok, type Result } from "../../result.ts";
import { LONGEST_NAME } from "../../limits.ts";
import { sameNameKey, tidyName } from "../../text.ts";
import { type FileTextError, readFileText } from "../fileText.ts";
import {
  anyResource,
  bundle,
  bundleEntry,
  condition,
  conceptName,
  dosageWords,
  medication,
  medicationRequest,
  medicationStatement,
  statusCode,
} from "./resources.ts";

/** A medicine or a condition that the file names. */
export type FhirItem = {
  /** the place in the file, the first entry being 1 */
  readonly place: number;
  /** one line, as it would stand in the record */
  readonly text: string;
  /** only of medicines: taken already, or about to be */
  readonly status: "current" | "starting";
  /** Why this needs a second look before it is taken over; null if the file says plainly that it is so. */
  readonly doubt: FhirDoubt | null;
};
export type FhirDoubt = "status-unknown" | "not-confirmed" | "finding";

/** Why an entry is not offered. */
export type FhirLeftOut = "ended" | "on-hold" | "not-taken" | "error" | "proposed" | "refuted" | "repeated";

export type FhirReading = {
  readonly medicines: readonly FhirItem[];
  readonly conditions: readonly FhirItem[];
  /** how many entries are not offered, by why */
  readonly leftOut: ReadonlyMap<FhirLeftOut, number>;
  /** how many entries are about something else, by their kind: most of a bundle */
  readonly passedOver: ReadonlyMap<string, number>;
  readonly unreadable: readonly { readonly place: number; readonly resourceType: string }[];
};

export type FhirFileError =
  | FileTextError
  | { readonly type: "NotJson" }
  | { readonly type: "NotFhir" }
  | { readonly type: "TooManyEntries"; readonly entries: number; readonly most: number };

/** A lifetime's bundle has some ten thousand entries. */
export const MOST_ENTRIES = 200_000;

/** Is this parsed JSON a FHIR resource, or a list of them? */
export const isFhir = (value: unknown): boolean =>
  v.is(anyResource, Array.isArray(value) ? (value as unknown[])[0] : value);

/**
 * [RC-110] Reads a bundle, a list of resources or a single one. Only medicines (MedicationStatement, MedicationRequest) and
 * conditions are looked at; who the person is is never read.
 * @example
 *   const read = readFhir('{"resourceType":"Condition","code":{"text":"Asthma"}}');
 *   if (read.ok) read.value.conditions[0].text; // "Asthma"
 */
export function readFhir(file: string | Uint8Array): Result<FhirReading, FhirFileError> {
  const text = readFileText(file);
  if (!text.ok) return text;
  try {
    return readFhirValue(JSON.parse(text.value.text));
  } catch {
    return err({ type: "NotJson" });
  }
}

/** The same of JSON that is parsed already. */
export function readFhirValue(value: unknown): Result<FhirReading, FhirFileError> {
  if (!isFhir(value)) return err({ type: "NotFhir" });
  const entries = entriesOf(value);
  if (entries.length > MOST_ENTRIES)
    return err({ type: "TooManyEntries", entries: entries.length, most: MOST_ENTRIES });
  const reader = new Reader(medicineNames(entries));
  for (const [index, { resource }] of entries.entries()) reader.take(resource, index + 1);
  return ok(reader.reading());
}

type Entry = { readonly fullUrl: string | null; readonly resource: unknown };

function entriesOf(value: unknown): Entry[] {
  if (Array.isArray(value)) return value.map((resource: unknown) => ({ fullUrl: null, resource }));
  const whole = v.safeParse(bundle, value);
  if (!whole.success) return [{ fullUrl: null, resource: value }];
  return whole.output.entry.map((entry) => {
    const parsed = v.safeParse(bundleEntry, entry);
    return parsed.success ? parsed.output : { fullUrl: null, resource: entry };
  });
}

/** Names of the Medication resources, by everything that a reference may call them. */
function medicineNames(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { fullUrl, resource } of entries) {
    const parsed = v.safeParse(medication, resource);
    const name = parsed.success ? conceptName(parsed.output.code) : null;
    if (!parsed.success || name === null) continue;
    if (fullUrl !== null) names.set(fullUrl, name);
    if (parsed.output.id !== null) names.set(`Medication/${parsed.output.id}`, name);
  }
  return names;
}

/** What a status of R4 means for a list of what is taken now. */
const fateByStatus: ReadonlyMap<string, FhirLeftOut> = new Map<string, FhirLeftOut>([
  ["completed", "ended"],
  ["stopped", "ended"],
  ["cancelled", "ended"],
  ["on-hold", "on-hold"],
  ["not-taken", "not-taken"],
  ["entered-in-error", "error"],
  ["draft", "proposed"],
]);
const proposals = new Set(["proposal", "plan", "option"]);
const endedConditions = new Set(["inactive", "remission", "resolved"]);

class Reader {
  readonly #names: ReadonlyMap<string, string>;
  readonly #medicines = new Map<string, FhirItem>();
  readonly #conditions = new Map<string, FhirItem>();
  readonly #leftOut = new Map<FhirLeftOut, number>();
  readonly #passedOver = new Map<string, number>();
  readonly #unreadable: { place: number; resourceType: string }[] = [];

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
  }

  take(resource: unknown, place: number): void {
    const kind = v.safeParse(anyResource, resource);
    if (!kind.success) {
      if (resource !== null) this.#unreadable.push({ place, resourceType: "" });
      return;
    }
    const { resourceType } = kind.output;
    const taken =
      resourceType === "MedicationStatement" || resourceType === "MedicationRequest"
        ? this.#medicine(resource, place)
        : resourceType === "Condition"
          ? this.#condition(resource, place)
          : this.#passOver(resourceType);
    if (!taken) this.#unreadable.push({ place, resourceType });
  }

  reading(): FhirReading {
    return {
      medicines: [...this.#medicines.values()],
      conditions: [...this.#conditions.values()],
      leftOut: this.#leftOut,
      passedOver: this.#passedOver,
      unreadable: this.#unreadable,
    };
  }

  #passOver(resourceType: string): true {
    const name = resourceType.slice(0, 60);
    this.#passedOver.set(name, (this.#passedOver.get(name) ?? 0) + 1);
    return true;
  }

  #leaveOut(why: FhirLeftOut): true {
    this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
    return true;
  }

  #medicine(resource: unknown, place: number): boolean {
    const parsed = v.safeParse(v.union([medicationStatement, medicationRequest]), resource);
    if (!parsed.success) return false;
    const { status, medicationReference, contained } = parsed.output;
    const isRequest = parsed.output.resourceType === "MedicationRequest";
    const fate = fateByStatus.get(status ?? "");
    if (fate !== undefined) return this.#leaveOut(fate);
    if (isRequest && proposals.has(parsed.output.intent ?? "")) return this.#leaveOut("proposed");
    const pointer = medicationReference?.reference ?? "";
    const name =
      conceptName(parsed.output.medicationCodeableConcept) ??
      (pointer.startsWith("#") ? containedName(contained, pointer.slice(1)) : this.#named(pointer)) ??
      medicationReference?.display ??
      null;
    const dose = dosageWords(isRequest ? parsed.output.dosageInstruction : parsed.output.dosage);
    const text = lineOf(name, dose);
    if (text === null) return false;
    return this.#offer(this.#medicines, {
      place,
      text,
      status: status === "intended" ? "starting" : "current",
      doubt: status === "active" || status === "intended" ? null : "status-unknown",
    });
  }

  /** A reference may be relative or whole; both end in "Medication/ID". */
  #named(pointer: string): string | null {
    const tail = /Medication\/[^/]+/.exec(pointer)?.[0] ?? "";
    return this.#names.get(pointer) ?? this.#names.get(tail) ?? null;
  }

  #condition(resource: unknown, place: number): boolean {
    const parsed = v.safeParse(condition, resource);
    if (!parsed.success) return false;
    const verified = statusCode(parsed.output.verificationStatus);
    if (verified === "refuted") return this.#leaveOut("refuted");
    if (verified === "entered-in-error") return this.#leaveOut("error");
    const clinical = statusCode(parsed.output.clinicalStatus);
    const isOver =
      clinical === null ? parsed.output.abatementDateTime !== null : endedConditions.has(clinical);
    if (isOver) return this.#leaveOut("ended");
    const name = conceptName(parsed.output.code);
    // SNOMED CT names end in the kind of thing in brackets; "(disorder)" says nothing that a person needs.
    const text = lineOf(name?.replace(/ \(disorder\)$/, "") ?? null, null);
    if (text === null) return false;
    const doubt: FhirDoubt | null = / \((?:finding|situation)\)$/.test(text)
      ? "finding"
      : clinical === null
        ? "status-unknown"
        : verified === null || verified === "confirmed"
          ? null
          : "not-confirmed";
    return this.#offer(this.#conditions, { place, text, status: "current", doubt });
  }

  /** The same line twice is offered once; of two, the one without doubt. */
  #offer(items: Map<string, FhirItem>, item: FhirItem): true {
    const key = sameNameKey(item.text);
    const earlier = items.get(key);
    if (earlier !== undefined) this.#leaveOut("repeated");
    if (earlier === undefined || (earlier.doubt !== null && item.doubt === null)) items.set(key, item);
    return true;
  }
}

function containedName(contained: readonly unknown[], id: string): string | null {
  for (const inner of contained) {
    const parsed = v.safeParse(medication, inner);
    if (parsed.success && parsed.output.id === id) return conceptName(parsed.output.code);
  }
  return null;
}

/** "Name, dose" as one line of the record; the dose is dropped where both are too long. */
function lineOf(name: string | null, dose: string | null): string | null {
  const tidy = tidyName(name);
  if (tidy === null) return null;
  const whole = dose === null ? tidy : (tidyName(`${tidy}, ${dose}`) ?? tidy);
  if (whole.length <= LONGEST_NAME) return whole;
  return tidy.length <= LONGEST_NAME ? tidy : `${tidy.slice(0, LONGEST_NAME - 1).toWellFormed()}…`;
}
