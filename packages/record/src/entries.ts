/** What a caller hands in is checked here before it is written: exactly the fields that it sets, or what is wrong with it. */
import { isTimeOfDay } from "./clockTime.ts";
import { dailyDose, readTaken, type TakenFault, takenLine } from "./takenAt.ts";
import type { FieldFault } from "./fieldKinds.ts";
import {
  LONGEST_NAME,
  LONGEST_NOTE,
  LONGEST_UNIT,
  isCount,
  isDose,
  isPlausibleDate,
  isRating,
  tidyNumber,
} from "./limits.ts";
import { err, ok, type Result } from "./result.ts";
import { tidyName, tidyText } from "./text.ts";
import {
  type CheckIn,
  type CheckInEntry,
  type FairTestEntry,
  isAttainment,
  isBlockDays,
  isBlockOrder,
  isSeed,
  isTestableKind,
  isTreatmentKind,
  type PersonEntry,
  ratings,
  type Treatment,
  type TreatmentEntry,
} from "./vocabulary.ts";

export type EntryError =
  | FieldFault
  | { readonly type: "DateOutOfRange"; readonly field: string; readonly text: string }
  | { readonly type: "FutureDate"; readonly field: string; readonly text: string }
  | { readonly type: "RatingOutOfRange"; readonly field: string; readonly text: string }
  | { readonly type: "CountOutOfRange"; readonly field: string; readonly text: string }
  | { readonly type: "DoseOutOfRange"; readonly field: string; readonly text: string }
  | {
      readonly type: "NumberOutOfRange";
      readonly field: string;
      readonly text: string;
      readonly lowest: number;
      readonly highest: number;
    }
  | {
      readonly type: "TakenNotValid";
      readonly field: "taken";
      readonly text: string;
      readonly fault: TakenFault;
    }
  | {
      readonly type: "TakenAddsUp";
      readonly field: "taken";
      readonly text: string;
      readonly sum: number;
      readonly dose: number;
    }
  | { readonly type: "TextTooLong"; readonly field: string; readonly most: number }
  | { readonly type: "EmptyName"; readonly field: string }
  | { readonly type: "UnknownKind"; readonly field: string; readonly text: string }
  | { readonly type: "FairTestNotValid"; readonly field: string; readonly text: string }
  | { readonly type: "StopBeforeStart"; readonly field: string; readonly text: string };

type CheckInSet = { readonly [Field in keyof Omit<CheckIn, "date" | "id">]?: CheckIn[Field] };

/** [RC-7] Checks what is handed in and returns exactly the fields that it sets. */
export function checkInFields(entry: CheckInEntry): Result<CheckInSet, EntryError> {
  if (!isPlausibleDate(entry.date))
    return err({ type: "DateOutOfRange", field: "date", text: String(entry.date) });
  const fields: { -readonly [Field in keyof CheckInSet]: CheckInSet[Field] } = {};
  if (entry.time !== undefined) {
    if (entry.time !== null && !isTimeOfDay(entry.time))
      return err({
        type: "FieldNotValid",
        field: "time",
        plain: "the time",
        problem: "unreadable",
        text: entry.time,
      });
    fields.time = entry.time;
  }
  if (entry.zone !== undefined) fields.zone = tidyName(entry.zone)?.slice(0, LONGEST_NAME) ?? null;
  if (entry.goals !== undefined) {
    const wrong = entry.goals.find((one) => !isAttainment(one));
    if (wrong !== undefined)
      return err({
        type: "FieldNotValid",
        field: "goals",
        plain: "the rating of a goal",
        problem: "out-of-range",
        text: JSON.stringify(wrong),
        lowest: -2,
        highest: 2,
      });
    fields.goals = entry.goals.map(({ goal, rating }) => ({ goal, rating }));
  }
  for (const measure of ratings) {
    const rating = entry[measure];
    if (rating === undefined) continue;
    if (rating !== null && !isRating(rating)) {
      return err({ type: "RatingOutOfRange", field: measure, text: String(rating) });
    }
    fields[measure] = rating === null ? null : tidyNumber(rating);
  }
  if (entry.spasmCount !== undefined) {
    if (entry.spasmCount !== null && !isCount(entry.spasmCount)) {
      return err({ type: "CountOutOfRange", field: "spasmCount", text: String(entry.spasmCount) });
    }
    fields.spasmCount = entry.spasmCount;
  }
  if (entry.note !== undefined) {
    const note = tidyText(entry.note);
    if (note !== null && note.length > LONGEST_NOTE) {
      return err({ type: "TextTooLong", field: "note", most: LONGEST_NOTE });
    }
    fields.note = note;
  }
  if (entry.backfilled !== undefined) fields.backfilled = entry.backfilled;
  if (entry.recordedAt !== undefined) fields.recordedAt = entry.recordedAt;
  return ok(fields);
}

/** [RC-8] Checks a treatment row and completes it: what is left out is not known. */
export function treatmentFields(entry: TreatmentEntry): Result<Omit<Treatment, "id">, EntryError> {
  const treatment = tidyName(entry.treatment);
  const { kind, start, stop = null, treatmentId = null } = entry;
  const line = tidyName(entry.taken);
  const taken = readTaken(line ?? "");
  if (!taken.ok) return err({ type: "TakenNotValid", field: "taken", text: line ?? "", fault: taken.error });
  const { doses } = taken.value;
  const unit = tidyName(entry.unit) ?? taken.value.unit;
  const ofADay = doses.length === 0 ? null : dailyDose(doses);
  const dose = entry.dose ?? ofADay;
  if (treatment === null) return err({ type: "EmptyName", field: "treatment" });
  if (treatment.length > LONGEST_NAME)
    return err({ type: "TextTooLong", field: "treatment", most: LONGEST_NAME });
  if (unit !== null && unit.length > LONGEST_UNIT) {
    return err({ type: "TextTooLong", field: "unit", most: LONGEST_UNIT });
  }
  if (!isTreatmentKind(kind)) return err({ type: "UnknownKind", field: "kind", text: String(kind) });
  if (!isPlausibleDate(start)) return err({ type: "DateOutOfRange", field: "start", text: String(start) });
  if (stop !== null && !isPlausibleDate(stop)) {
    return err({ type: "DateOutOfRange", field: "stop", text: String(stop) });
  }
  if (stop !== null && stop < start) return err({ type: "StopBeforeStart", field: "stop", text: stop });
  if (dose !== null && !isDose(dose))
    return err({ type: "DoseOutOfRange", field: "dose", text: String(dose) });
  // Six decimals are kept of either.
  if (ofADay !== null && dose !== null && Math.abs(ofADay - dose) > 1e-5)
    return err({ type: "TakenAddsUp", field: "taken", text: line ?? "", sum: ofADay, dose });
  const otherUnit = taken.value.unit !== null && taken.value.unit !== unit;
  if (otherUnit)
    return err({
      type: "TakenNotValid",
      field: "taken",
      text: line ?? "",
      fault: { type: "TwoUnits", text: line ?? "" },
    });
  return ok({
    treatment,
    kind,
    treatmentId,
    start,
    stop,
    dose: dose === null ? null : tidyNumber(dose),
    unit,
    taken: takenLine(doses),
  });
}

/** How a text is tidied (`tidyName` makes one line of it), and how long it may be then. */
interface TextRule {
  readonly tidy: (text: string | null | undefined) => string | null;
  readonly most: number;
}
export const ONE_LINE: TextRule = { tidy: tidyName, most: LONGEST_NAME };

/** Those of these fields that are handed in, tidied; what is left out is not written. */
export function textFields<Field extends string>(
  entry: { readonly [Name in Field]?: string | null },
  names: readonly Field[],
  { tidy, most }: TextRule,
): Result<{ [Name in Field]?: string | null }, EntryError> {
  const fields: { [Name in Field]?: string | null } = {};
  for (const field of names) {
    const text = entry[field];
    if (text === undefined) continue;
    const tidied = tidy(text);
    if (tidied !== null && tidied.length > most) return err({ type: "TextTooLong", field, most });
    fields[field] = tidied;
  }
  return ok(fields);
}

/** [RC-42] Checks what is said of the person. */
export const personFields = (entry: PersonEntry): Result<PersonEntry, EntryError> =>
  textFields(entry, ["condition", "pattern"], ONE_LINE);

/** [RC-43] Checks a fair test; a medicine or an injection is refused here too. */
export function fairTestFields(entry: FairTestEntry): Result<FairTestEntry, EntryError> {
  const { kind, from, blockDays, order, seed, endedOn } = entry;
  const treatment = tidyName(entry.treatment);
  if (treatment === null) return err({ type: "EmptyName", field: "treatment" });
  if (treatment.length > LONGEST_NAME)
    return err({ type: "TextTooLong", field: "treatment", most: LONGEST_NAME });
  if (!isTestableKind(kind)) return err({ type: "FairTestNotValid", field: "kind", text: String(kind) });
  if (!isPlausibleDate(from)) return err({ type: "DateOutOfRange", field: "from", text: String(from) });
  if (!isBlockDays(blockDays))
    return err({ type: "FairTestNotValid", field: "blockDays", text: String(blockDays) });
  if (!isBlockOrder(order)) return err({ type: "FairTestNotValid", field: "order", text: String(order) });
  if (!isSeed(seed)) return err({ type: "FairTestNotValid", field: "seed", text: String(seed) });
  if (endedOn !== null && !isPlausibleDate(endedOn))
    return err({ type: "DateOutOfRange", field: "endedOn", text: String(endedOn) });
  return ok({ treatment, kind, from, blockDays, order, seed, endedOn });
}
