/** What a person writes down for a visit: the questions they ask, and what stands on the sheet that they print. */
import { anyDay, line, listOf, longText, numberBetween, optional, required, yesNo } from "./fieldKinds.ts";
import type { Table } from "./tables.ts";

export const LONGEST_QUESTION = 300;
export const LONGEST_ANSWER = 2000;

const questionFields = {
  /** in the person's own words, or as it was offered */
  text: required("the question", line(LONGEST_QUESTION)),
  /** where it comes from: an id of the bank, or of what was found; null: the person's own */
  bank: optional("where the question comes from", line()),
  /** smaller comes first; null: behind all that have a place */
  place: optional("the place in the list", numberBetween(0, 10_000)),
  /** the day it was taken away; it does not come back by itself for a while */
  takenAway: optional("the day it was taken away", anyDay),
  /** what was said to it at the visit */
  answer: optional("the answer", longText(LONGEST_ANSWER)),
} as const;

/** Questions that were written, changed, ordered or taken away. What is only offered is not kept. */
export const question: Table<typeof questionFields> = {
  name: "question",
  plain: ["question", "questions"],
  fields: questionFields,
  idFrom: ["bank", "text"],
};

const visitSheetFields = {
  /** who it is about, as the person wants it to stand there; nothing: no name */
  name: optional("the name", line()),
  /** for whom the sheet is */
  about: optional("what the visit is about", line(LONGEST_QUESTION)),
  /** ids of check-ins whose notes are printed; none unless chosen */
  notes: optional("the notes to print", listOf({ checkIn: required("the check-in", line()) }, 20)),
  /** ids of situations that the person wants to speak about, such as coming off a treatment */
  wishes: optional("what to speak about", listOf({ situation: required("the situation", line()) }, 20)),
  withSideEffects: optional("side effects on the sheet", yesNo),
  withAlerts: optional("warnings on the sheet", yesNo),
  withClinicianPage: optional("the page for the clinician", yesNo),
} as const;

/** One row: what stands on the printed sheet. */
export const visitSheet: Table<typeof visitSheetFields> = {
  name: "visitSheet",
  plain: ["visit sheet", "visit sheets"],
  fields: visitSheetFields,
  idFrom: [],
};
