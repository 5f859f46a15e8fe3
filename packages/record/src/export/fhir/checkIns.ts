/** A check-in as FHIR: the answers as they were given, and each rating as an observation that points to them. */
import { type CheckIn, type Rating, ratings } from "../../vocabulary.ts";
import type { Put, Resource, Subject } from "./bundle.ts";
import { QUESTIONNAIRE, ratingCodings, ratingName } from "./codes.ts";

const FILLED_IN_LATER = "Filled in on a later day, from memory.";

export function checkInResources(
  checkIn: CheckIn,
  subject: Subject,
  goalTexts: ReadonlyMap<string, string>,
  put: Put,
): void {
  const answers = put(questionnaireResponse(checkIn, subject, goalTexts));
  for (const rating of ratings) {
    const value = checkIn[rating];
    if (value !== null) put(ratingObservation(rating, value, checkIn, subject, answers));
  }
}

function questionnaireResponse(
  checkIn: CheckIn,
  subject: Subject,
  goalTexts: ReadonlyMap<string, string>,
): Resource {
  const { spasmCount, note, goals, recordedAt } = checkIn;
  const rated = ratings.flatMap((rating) => {
    const value = checkIn[rating];
    return value === null
      ? []
      : [{ linkId: rating, text: ratingName(rating), answer: [{ valueDecimal: value }] }];
  });
  const reached = goals.map(({ goal, rating }) => ({
    linkId: "goal",
    text: goalTexts.get(goal) ?? goal,
    answer: [{ valueInteger: rating }],
  }));
  return {
    resourceType: "QuestionnaireResponse",
    questionnaire: QUESTIONNAIRE,
    status: "completed",
    subject,
    source: subject,
    // The instant of writing where it is known; a day that was filled in later is the day it is about.
    authored: recordedAt !== null && !checkIn.backfilled && isInstant(recordedAt) ? recordedAt : checkIn.date,
    item: [
      ...rated,
      ...(spasmCount === null ? [] : [{ linkId: "spasmCount", answer: [{ valueInteger: spasmCount }] }]),
      ...(reached.length === 0 ? [] : [{ linkId: "goals", item: reached }]),
      ...(note === null ? [] : [{ linkId: "note", answer: [{ valueString: note }] }]),
    ],
  };
}

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text);

const ratingObservation = (
  rating: Rating,
  value: number,
  { date, backfilled, time }: CheckIn,
  subject: Subject,
  answers: { readonly reference: string },
): Resource => ({
  resourceType: "Observation",
  status: "final",
  category: [
    {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey" }],
    },
  ],
  code: { coding: ratingCodings(rating), text: ratingName(rating) },
  subject,
  performer: [subject],
  // FHIR wants an offset with every time; the day is what is known for certain.
  effectiveDateTime: date,
  valueQuantity: { value, unit: "{score}", system: "http://unitsofmeasure.org", code: "{score}" },
  derivedFrom: [answers],
  ...notes([...(time === null ? [] : [`Local time ${time}.`]), ...(backfilled ? [FILLED_IN_LATER] : [])]),
});

/** The field `note`, or nothing. */
export const notes = (texts: readonly string[]): { note?: { text: string }[] } =>
  texts.length === 0 ? {} : { note: texts.map((text) => ({ text })) };
