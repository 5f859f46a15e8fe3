/**
 * Which code says what in the FHIR export. LOINC stands only where the published definition is the same question on the
 * same scale; everything else has a code of our own, and the bundle brings the system that explains it.
 *
 * - 72514-3 "Pain severity - 0-10 verbal numeric rating [Score] - Reported": 0 no pain, 10 the worst (https://loinc.org/72514-3)
 * - 89423-8 "Time to rise from chair, walk 10 feet and back, and return to sitting [TUG]", in seconds (https://loinc.org/89423-8)
 *
 * This material contains content from LOINC (https://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the
 * LOINC Committee and is available at no cost under the license at https://loinc.org/license.
 */
import { measureEnds, type Rating, ratings } from "../../vocabulary.ts";
import type { MeasurementKind } from "../../tables.ts";

const LOINC = "http://loinc.org";
/** Drawn once; it names the code system and the questionnaire of this program wherever they turn up. */
export const OWN_SYSTEM = "urn:uuid:0f0d1d5e-0f4b-4d57-8c2a-6f1d0a6f6c11";
export const QUESTIONNAIRE = "urn:uuid:5a6c4c0e-3d0e-4a0b-9f57-2b7f6b1f9a42";

export type Coding = { readonly system: string; readonly code: string; readonly display: string };

const loincByRating: Partial<Readonly<Record<Rating, Coding>>> = {
  pain: {
    system: LOINC,
    code: "72514-3",
    display: "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
  },
};
const loincByMeasurement: Partial<Readonly<Record<MeasurementKind, Coding>>> = {
  "timed-up-and-go": {
    system: LOINC,
    code: "89423-8",
    display: "Time to rise from chair, walk 10 feet and back, and return to sitting [TUG]",
  },
};

const measurementNames: Readonly<Record<Exclude<MeasurementKind, "other">, string>> = {
  "walk-10m": "Time to walk 10 metres",
  "timed-up-and-go": "Timed Up and Go",
  "range-of-motion": "Range of motion",
  "modified-ashworth": "Modified Ashworth Scale",
};

export const ratingName = (rating: Rating): string =>
  `${rating.charAt(0).toUpperCase()}${rating.slice(1)}, from 0 (${measureEnds[rating].zero}) to 10 (${measureEnds[rating].ten})`;

const own = (code: string, display: string): Coding => ({ system: OWN_SYSTEM, code, display });

export const ratingCodings = (rating: Rating): readonly Coding[] => {
  const loinc = loincByRating[rating];
  return [...(loinc === undefined ? [] : [loinc]), own(rating, ratingName(rating))];
};

export const measurementCodings = (kind: Exclude<MeasurementKind, "other">): readonly Coding[] => {
  const loinc = loincByMeasurement[kind];
  return [...(loinc === undefined ? [] : [loinc]), own(kind, measurementNames[kind])];
};

/** The code system that explains our own codes, as a resource. */
export const ownCodeSystem = {
  resourceType: "CodeSystem",
  url: OWN_SYSTEM,
  name: "UnclenchCodes",
  title: "What a person with spasticity writes down",
  status: "active",
  content: "complete",
  caseSensitive: true,
  concept: [
    ...ratings.map((rating) => ({ code: rating, display: ratingName(rating) })),
    ...Object.entries(measurementNames).map(([code, display]) => ({ code, display })),
  ],
} as const;

/** The questions of a check-in, as a resource. */
export const checkInQuestionnaire = {
  resourceType: "Questionnaire",
  url: QUESTIONNAIRE,
  name: "UnclenchCheckIn",
  title: "Check-in",
  status: "active",
  item: [
    ...ratings.map((rating) => ({
      linkId: rating,
      type: "decimal",
      text: ratingName(rating),
      code: ratingCodings(rating),
    })),
    { linkId: "spasmCount", type: "integer", text: "Spasms counted that day" },
    {
      linkId: "goals",
      type: "group",
      text: "Goals of one's own: -2 (much less than hoped) to +2 (much more than hoped)",
      item: [{ linkId: "goal", type: "integer", repeats: true, text: "Reached" }],
    },
    { linkId: "note", type: "text", text: "Note" },
  ],
} as const;
