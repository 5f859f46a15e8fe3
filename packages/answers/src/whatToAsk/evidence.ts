/** What the other answers say of a record, so that a question can rest on them. */
import { type LocalDate, type Measure, measures } from "@unclench/record";
import { allMeasures } from "../isItHelping/gainAndPrice.ts";
import { type HelpingInput, cyclesOf, isItHelping } from "../isItHelping/index.ts";
import { describe, fromDiary } from "../whatToAvoid/circumstances.ts";
import { whatToAvoidFrom } from "../whatToAvoid/index.ts";
import type { AskEvidence, AskSnapshot } from "./types.ts";

/** [AN-260] The rating that was filled in on most days; the first of them where several were. */
export function mainMeasure({ checkIns }: Pick<AskSnapshot, "checkIns">): Measure {
  const filled = (measure: Measure): number => checkIns.filter((one) => one[measure] !== null).length;
  return measures.reduce((best, measure) => (filled(measure) > filled(best) ? measure : best));
}

export const helpingInput = (snapshot: AskSnapshot): HelpingInput => {
  const { condition, pattern } = snapshot.person;
  return {
    diary: snapshot.checkIns,
    treatments: snapshot.treatments,
    injections: snapshot.injections,
    missedDoses: snapshot.missedDoses,
    triggers: snapshot.triggers,
    routinesDone: snapshot.routinesDone ?? [],
    fairTests: snapshot.fairTests,
    measure: mainMeasure(snapshot),
    about: condition === null || pattern === null ? null : { condition, pattern },
  };
};

/** [AN-260] Verdicts, gain and price, injections and warnings, as the other screens show them for the same record. */
export function evidenceOf(snapshot: AskSnapshot, today: LocalDate): AskEvidence {
  const input = helpingInput(snapshot);
  const helping = isItHelping(input);
  // The list of medicines counts, and what the diary says is taken today and the list does not name.
  const taken = fromDiary(snapshot.treatments, snapshot.injections, snapshot.medicines, today);
  const avoid = whatToAvoidFrom(
    describe({
      medicines: [
        ...snapshot.medicines,
        ...taken.map((text) => ({ id: text, text, status: "current" as const })),
      ],
      circumstances: snapshot.circumstances,
      signs: [],
      condition: snapshot.person.condition,
    }),
  );
  return {
    helping: helping.ok ? helping.value : null,
    noVerdicts: helping.ok ? null : helping.error.sentence,
    measures: helping.ok ? allMeasures(input) : null,
    cycles: helping.ok ? cyclesOf(input) : [],
    avoid,
  };
}
