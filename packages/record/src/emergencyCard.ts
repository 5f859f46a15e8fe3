/** The emergency card of the person: what a stranger needs to know when the person cannot tell. One row of the record. */
import type { LocalDate } from "./localDate.ts";
import type { FieldLookup } from "./rows.ts";
import { err, ok, type Result } from "./result.ts";
import { isPlausibleDate } from "./limits.ts";
import { tidyName, tidyText } from "./text.ts";
import { type EntryError, ONE_LINE, textFields } from "./entries.ts";

/** Everything as the person writes it; null is "not said". Nothing here is checked against a catalogue. */
export type EmergencyCard = {
  readonly holder: string | null;
  readonly emergencyNumber: string | null;
  /** people to call, one a line */
  readonly contacts: string | null;
  /** maker and model */
  readonly pump: string | null;
  /** what is in the pump, with its strength */
  readonly pumpDrug: string | null;
  /** dose a day, with its unit */
  readonly pumpDose: string | null;
  readonly refillOn: LocalDate | null;
  readonly alarmOn: LocalDate | null;
  readonly pumpClinicPhone: string | null;
  /** one a line */
  readonly medicines: string | null;
  readonly allergies: string | null;
  /** level of a spinal cord injury: "T4" */
  readonly injuryLevel: string | null;
  /** usual blood pressure: "100/60" */
  readonly usualPressure: string | null;
};
export type EmergencyCardEntry = Partial<EmergencyCard>;

/** Notes on a card are to be read in a hurry. */
export const LONGEST_CARD_TEXT = 2_000;

const dates = ["refillOn", "alarmOn"] as const;
const texts = ["contacts", "medicines", "allergies"] as const;
const names = [
  "holder",
  "emergencyNumber",
  "pump",
  "pumpDrug",
  "pumpDose",
  "pumpClinicPhone",
  "injuryLevel",
  "usualPressure",
] as const;

export const EMERGENCY_CARD = "emergencyCard";
/** A record is one person's: the table has one row. */
export const EMERGENCY_CARD_ID = "me";

export const emptyEmergencyCard: EmergencyCard = {
  holder: null,
  emergencyNumber: null,
  contacts: null,
  pump: null,
  pumpDrug: null,
  pumpDose: null,
  refillOn: null,
  alarmOn: null,
  pumpClinicPhone: null,
  medicines: null,
  allergies: null,
  injuryLevel: null,
  usualPressure: null,
};

/** True if nothing was written on it. */
export const isEmptyCard = (card: EmergencyCard): boolean =>
  Object.values(card).every((value) => value === null);

/** [RC-51] Checks what is said and returns exactly the fields that it sets; one fault and nothing is written. */
export function emergencyCardFields(entry: EmergencyCardEntry): Result<EmergencyCardEntry, EntryError> {
  const lines = textFields(entry, names, ONE_LINE);
  if (!lines.ok) return lines;
  const notes = textFields(entry, texts, { tidy: tidyText, most: LONGEST_CARD_TEXT });
  if (!notes.ok) return notes;
  const fields: { -readonly [Field in keyof EmergencyCard]?: EmergencyCard[Field] } = {
    ...lines.value,
    ...notes.value,
  };
  for (const field of dates) {
    const date = entry[field];
    if (date === undefined) continue;
    if (date !== null && !isPlausibleDate(date))
      return err({ type: "DateOutOfRange", field, text: String(date) });
    fields[field] = date;
  }
  return ok(fields);
}

/** [RC-50, RC-51] What the record holds of the card; a value that cannot be read is not said here and stays in the record. */
export function readEmergencyCard(field: FieldLookup): EmergencyCard {
  const text = (name: string): string | null => {
    const value = field(name);
    return typeof value === "string" ? value : null;
  };
  const card: { -readonly [Field in keyof EmergencyCard]: EmergencyCard[Field] } = { ...emptyEmergencyCard };
  for (const name of names) card[name] = tidyName(text(name));
  for (const name of texts) card[name] = tidyText(text(name));
  for (const name of dates) {
    const value = field(name);
    card[name] = isPlausibleDate(value) ? value : null;
  }
  return card;
}
