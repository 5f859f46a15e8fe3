/**
 * The person's list of medicines and the circumstances that change what to avoid. The words stay as they were written:
 * what they mean is read anew each time, so that a better reading helps old lists too.
 */
import type { Edit, FieldValue } from "./operation.ts";
import { err, ok, type Result } from "./result.ts";
import { LONGEST_NAME, tidyNumber } from "./limits.ts";
import { sameNameKey, tidyName } from "./text.ts";
import type { EntryError } from "./entries.ts";

export const MEDICINE = "medicine";
export const CIRCUMSTANCES = "circumstances";
/** A record is one person's: the table of circumstances has one row. */
export const CIRCUMSTANCES_ID = "me";

export const medicineStatuses = ["current", "starting", "changing", "stopping", "missed"] as const;
export type MedicineStatus = (typeof medicineStatuses)[number];

/** One medicine as the person writes it, dose and all: "baclofen 10 mg 1-1-2". */
export type Medicine = {
  readonly id: string;
  readonly text: string;
  readonly status: MedicineStatus;
};
export type MedicineEntry = Omit<Medicine, "id">;

/** What the person told about themselves; null is "not said" and never "no". */
export type Circumstances = {
  /** years */
  readonly age: number | null;
  readonly sex: "f" | "m" | null;
  /** two letters */
  readonly country: string | null;
  readonly pregnant: boolean | null;
  readonly breastfeeding: boolean | null;
  /** ml/min per 1.73 m² */
  readonly egfr: number | null;
  /** times the upper limit of the laboratory */
  readonly alt: number | null;
  /** mmHg */
  readonly systolic: number | null;
  readonly alcohol: boolean | null;
  readonly driving: boolean | null;
  /** in the person's own words */
  readonly conditions: readonly string[];
  readonly context: readonly string[];
};
export type CircumstancesEntry = Partial<Circumstances>;

export const nothingSaid: Circumstances = {
  age: null,
  sex: null,
  country: null,
  pregnant: null,
  breastfeeding: null,
  egfr: null,
  alt: null,
  systolic: null,
  alcohol: null,
  driving: null,
  conditions: [],
  context: [],
};

/** What a number may be; a mistyped one is refused rather than kept. */
export const numberBounds = {
  age: [0, 130],
  egfr: [0, 250],
  alt: [0, 1000],
  systolic: [40, 300],
} as const satisfies Partial<Record<keyof Circumstances, readonly [number, number]>>;
type NumberField = keyof typeof numberBounds;

export const MOST_WORDS = 100;

const isStatus = (value: unknown): value is MedicineStatus =>
  (medicineStatuses as readonly unknown[]).includes(value);
const isSex = (value: unknown): value is "f" | "m" => value === "f" || value === "m";
const isCountry = (value: unknown): value is string => typeof value === "string" && /^[A-Z]{2}$/.test(value);
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isNumberFor = (field: NumberField, value: unknown): value is number => {
  const [lowest, highest] = numberBounds[field];
  return typeof value === "number" && value >= lowest && value <= highest;
};

/** [RC-60] Checks a medicine; its text is one line. */
export function medicineFields(entry: MedicineEntry): Result<MedicineEntry, EntryError> {
  const text = tidyName(entry.text);
  if (text === null) return err({ type: "EmptyName", field: "medicine" });
  if (text.length > LONGEST_NAME) return err({ type: "TextTooLong", field: "medicine", most: LONGEST_NAME });
  if (!isStatus(entry.status))
    return err({ type: "UnknownKind", field: "status", text: String(entry.status) });
  return ok({ text, status: entry.status });
}

/** [RC-61] Checks what is told of the circumstances; what is left out is not written. */
export function circumstancesFields(entry: CircumstancesEntry): Result<CircumstancesEntry, EntryError> {
  const fields: { -readonly [Field in keyof Circumstances]?: Circumstances[Field] } = {};
  for (const field of Object.keys(numberBounds) as NumberField[]) {
    const value = entry[field];
    if (value === undefined) continue;
    if (value !== null && !isNumberFor(field, value)) {
      const [lowest, highest] = numberBounds[field];
      return err({ type: "NumberOutOfRange", field, text: String(value), lowest, highest });
    }
    fields[field] = value === null ? null : tidyNumber(value);
  }
  for (const field of ["pregnant", "breastfeeding", "alcohol", "driving"] as const)
    if (entry[field] !== undefined) fields[field] = entry[field];
  if (entry.sex !== undefined) fields.sex = entry.sex;
  if (entry.country !== undefined) {
    if (entry.country !== null && !isCountry(entry.country))
      return err({ type: "UnknownKind", field: "country", text: entry.country });
    fields.country = entry.country;
  }
  for (const field of ["conditions", "context"] as const) {
    const words = entry[field]?.map(tidyName).filter((text) => text !== null);
    if (words === undefined) continue;
    if (words.some((text) => text.length > LONGEST_NAME))
      return err({ type: "TextTooLong", field, most: LONGEST_NAME });
    fields[field] = [...new Set(words)].slice(0, MOST_WORDS);
  }
  return ok(fields);
}

type FieldLookup = (field: string) => FieldValue | undefined;

/** [RC-60] The medicine that these fields describe, or null if its name cannot be read. */
export function readMedicine(id: string, field: FieldLookup): Medicine | null {
  const written = field("text");
  const text = typeof written === "string" ? tidyName(written) : null;
  if (text === null) return null;
  const status = field("status");
  return { id, text, status: isStatus(status) ? status : "current" };
}

/** [RC-61] What the record says of the circumstances; a value outside of the vocabulary counts as not said. */
export function readCircumstances(field: FieldLookup): Circumstances {
  const one = <Value>(name: string, fits: (value: unknown) => value is Value): Value | null => {
    const value = field(name);
    return fits(value) ? value : null;
  };
  const number = (name: NumberField): number | null =>
    one(name, (value): value is number => isNumberFor(name, value));
  const words = (name: string): string[] => {
    const value = field(name);
    return Array.isArray(value)
      ? value
          .map((text: unknown) => (typeof text === "string" ? tidyName(text) : null))
          .filter((text) => text !== null)
      : [];
  };
  return {
    age: number("age"),
    sex: one("sex", isSex),
    country: one("country", isCountry),
    pregnant: one("pregnant", isBoolean),
    breastfeeding: one("breastfeeding", isBoolean),
    egfr: number("egfr"),
    alt: number("alt"),
    systolic: number("systolic"),
    alcohol: one("alcohol", isBoolean),
    driving: one("driving", isBoolean),
    conditions: words("conditions"),
    context: words("context"),
  };
}

export const medicineEdit = (id: string, set: MedicineEntry): Edit => ({
  table: MEDICINE,
  id,
  set,
  deleted: false,
});

export const circumstancesEdit = (set: CircumstancesEntry): Edit => ({
  table: CIRCUMSTANCES,
  id: CIRCUMSTANCES_ID,
  set: set as Readonly<Record<string, FieldValue>>,
  deleted: false,
});

/** The id of a new row: its first text, so that the same list read on two devices makes the same rows. */
export function medicineRowId(text: string, taken: ReadonlySet<string>): string {
  const wanted = sameNameKey(text);
  let id = wanted;
  for (let copy = 2; taken.has(id); copy++) id = `${wanted}|${copy}`;
  return id;
}
