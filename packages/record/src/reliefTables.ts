/** What a person has said about their body before a routine, and what they chose last when looking for one. */
import { line, listOf, numberBetween, oneOf, optional, pastDay, required } from "./fieldKinds.ts";
import type { Table } from "./tables.ts";

export const MOST_BODY_ANSWERS = 100;

const bodyCheckFields = {
  /** one for each question that was answered: the id of what it asks about, the answer and the day */
  answers: optional(
    "the answers",
    listOf(
      {
        about: required("what was asked", line()),
        /** `yes` is also said by someone who is not sure */
        answer: required("the answer", oneOf(["yes", "no"])),
        on: required("the day it was answered", pastDay),
      },
      MOST_BODY_ANSWERS,
    ),
  ),
} as const;

/** One row: what speaks against some routines. What was not asked is not there, and never counts as "no". */
export const bodyCheck: Table<typeof bodyCheckFields> = {
  name: "bodyCheck",
  plain: ["answer about the body", "answers about the body"],
  fields: bodyCheckFields,
  idFrom: [],
};

const reliefChoiceFields = {
  /** ids of the catalogue of routines; what is no longer known there counts as not chosen */
  place: optional("the place", line()),
  position: optional("the position", line()),
  minutes: optional("the minutes", numberBetween(0, 1440)),
  company: optional("the company", line()),
} as const;

/** One row: what was chosen last when looking for a routine. */
export const reliefChoice: Table<typeof reliefChoiceFields> = {
  name: "reliefChoice",
  plain: ["choice of a routine", "choices of routines"],
  fields: reliefChoiceFields,
  idFrom: [],
};

const suspectsFields = {
  /** every trigger that was ever looked at, with the day; the more there are, the more chance finds */
  lookedAt: optional(
    "what was looked at",
    listOf(
      { trigger: required("the trigger", line()), on: required("the day it was looked at", pastDay) },
      MOST_BODY_ANSWERS,
    ),
  ),
} as const;

/** One row: what was suspected of making days worse, and looked at. */
export const suspects: Table<typeof suspectsFields> = {
  name: "suspects",
  plain: ["suspect that was looked at", "suspects that were looked at"],
  fields: suspectsFields,
  idFrom: [],
};
