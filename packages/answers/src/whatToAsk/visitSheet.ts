/** The visit sheet: one page for ten minutes, and one for the clinician. */
import type { LocalDate } from "@unclench/record";
import { clinicianPage } from "./clinicianPage.ts";
import { evidenceOf } from "./evidence.ts";
import { fitted } from "./fit.ts";
import { whatToAsk } from "./index.ts";
import { personPage } from "./personPage.ts";
import type { VisitSheet } from "./sheetTypes.ts";
import type { AskEvidence, AskSnapshot } from "./types.ts";

export type * from "./sheetTypes.ts";

const footer =
  "Written with Unclench on the person’s own device. It informs and measures; it is no diagnosis and no prescription. Stopping a medicine or a pump suddenly can be dangerous.";

/** How much of everything stands on a page, from all that is meant for it to half of it. */
const shares = [1, 0.75, 0.5] as const;

/**
 * [AN-270] The sheet for a record and a day, from the same answers as the screens.
 *
 * @example
 * visitSheet(snapshotOf(record), today).pages.map(({ id }) => id) // ["person", "clinician"]
 */
export function visitSheet(
  snapshot: AskSnapshot,
  today: LocalDate,
  evidence: AskEvidence = evidenceOf(snapshot, today),
): VisitSheet {
  const asked = whatToAsk(snapshot, today, evidence);
  const foot = snapshot.isExample ? `MADE-UP EXAMPLE: nobody lived these days. ${footer}` : footer;
  const person = shares.map((share) => personPage({ snapshot, evidence, asked, today, share }));
  const clinician = shares.map((share) => clinicianPage(snapshot, evidence, today, share));
  return {
    question: "visit-sheet",
    format: 1,
    isExample: snapshot.isExample,
    today,
    pages: [
      fitted(person, foot),
      ...(snapshot.sheet?.withClinicianPage === false ? [] : [fitted(clinician, foot)]),
    ],
    foot,
  };
}
