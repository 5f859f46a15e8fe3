/** The sentences for what can be wrong with a file of studies, and for what is worth knowing about a pool. */
import type { NumberRule, PoolFault, PoolNote } from "@unclench/evidence";

const shown = (value: unknown): string =>
  typeof value === "string" ? `"${value}"` : String(JSON.stringify(value) ?? value);

const ruleWords: Readonly<Record<NumberRule, string>> = {
  finite: "a number",
  "not below 0": "0 or more",
  "above 0": "above 0",
  "2 or more": "2 or more, because the measure needs a standard deviation",
};

/** One sentence: what is wrong, where, and what to do. */
export function faultSentence(fault: PoolFault): string {
  switch (fault.type) {
    case "NotJson":
      return `The file is not valid JSON: ${fault.detail}.`;
    case "NoStudies":
      return 'The file holds no studies; let it look like {"studies": [{"study": "A", "arms": […]}]} (docs/formats.md).';
    case "UnknownFormat":
      return `The file says format ${shown(fault.format)}, but this version reads format 1 only.`;
    case "NotAStudy":
      return `Study ${fault.study} is not an object with "study" and "arms" or "contrasts".`;
    case "RepeatedStudy":
      return `There are two studies named "${fault.study}"; give each its own name, or people would be counted twice.`;
    case "ArmsOrContrasts":
      return `Study "${fault.study}" needs either "arms" or "contrasts", not both.`;
    case "TooFewArms":
      return fault.field === "arms"
        ? `Study "${fault.study}" needs a list of at least two arms.`
        : `Study "${fault.study}" needs a list of at least one contrast.`;
    case "Missing":
      return `Study "${fault.study}" lacks ${fault.field}.`;
    case "NotAText":
      return `Study "${fault.study}": ${fault.field} has to be a text that is not empty.`;
    case "NotANumber":
      return `Study "${fault.study}": ${fault.field} has to be a number, not ${shown(fault.found)}.`;
    case "OutOfRange":
      return `Study "${fault.study}": ${fault.field} is ${fault.found}, but has to be ${ruleWords[fault.rule]}.`;
    case "MoreEventsThanPeople":
      return `Study "${fault.study}": ${fault.field} is ${fault.events}, more than the ${fault.n} people of that arm.`;
    case "RepeatedTreatment":
      return `Study "${fault.study}": ${fault.field} names "${fault.treatment}" a second time.`;
    case "AgainstItself":
      return `Study "${fault.study}": ${fault.field} compares "${fault.treatment}" with itself.`;
    case "HalfAComparison":
      return `--treatment and --versus belong together; --${fault.missing} is missing.`;
    case "SameTreatment":
      return `--treatment and --versus both say "${fault.treatment}".`;
    case "UnknownTreatment":
      return `No study has the treatment "${fault.treatment}"; there is: ${fault.known.join(", ")}.`;
    case "NothingToPool":
      return `Nothing is left to pool. ${fault.notes.map(noteSentence).join(" ")}`;
    case "NoEffect":
      return `Study "${fault.study}" has no ${fault.measure} that can be pooled; check its numbers.`;
    case "BeyondNumbers":
      return "The studies are so far apart or so exact that the pool leaves the range of numbers; check the units.";
  }
}

export function noteSentence(note: PoolNote): string {
  switch (note.type) {
    case "WithoutComparison":
      return `Left out: "${note.study}" does not have this comparison.`;
    case "NoEventsToCompare":
      return `Left out: "${note.study}" has no events in either arm (or nothing but events), which says nothing about a ratio.`;
    case "DifferentComparisons":
      return `These studies compare different things (${note.comparisons.join("; ")}); choose with --treatment and --versus.`;
    case "NoWidth":
      return "The studies agree exactly, so that the Knapp-Hartung interval has no width; the kind of interval called adhoc gives it one.";
    case "SingleStudy":
      return "A single study: nothing was pooled.";
  }
}
