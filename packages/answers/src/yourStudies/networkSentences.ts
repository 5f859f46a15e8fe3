/** The sentences for what can be wrong with a network of studies and its file, and for what is worth knowing about it. */
import type { NetworkFault } from "@unclench/evidence";
import type { NetworkNote, UnknownReference } from "./network.ts";
import { faultSentence } from "./poolSentences.ts";
import type { TableFault } from "./studiesCsv.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** One sentence: what is wrong, where, and what to do. */
export function networkFaultSentence(fault: NetworkFault): string {
  switch (fault.type) {
    case "NoNetwork":
      return fault.dropped.length === 0
        ? "Nothing is left to compare."
        : `Nothing is left to compare: ${quoted(fault.dropped)} ${fault.dropped.length === 1 ? "has" : "have"} no events in any arm (or nothing but events), which says nothing about a ratio.`;
    case "MissingPair":
      return `Study "${fault.study}" has contrasts of more than two treatments, but none of "${fault.treatment}" with "${fault.versus}"; a network needs all pairs of a study.`;
    case "ContradictoryEffects":
      return `Study "${fault.study}": the effects between ${quoted(fault.treatments)} do not add up; look for a wrong sign or a typing error.`;
    case "ContradictoryVariances":
      return `Study "${fault.study}": no arms can have the standard errors that its contrasts state; look for a typing error.`;
    default:
      return faultSentence(fault);
  }
}

export function tableFaultSentence(fault: TableFault): string {
  switch (fault.type) {
    case "EmptyTable":
      return "The file holds no studies; let its first line be study,treatment,events,n or study,treatment,n,mean,sd (docs/formats.md).";
    case "QuoteNotClosed":
      return `Line ${fault.line}: a quotation mark stands where none can be, or is not closed.`;
    case "LacksColumn":
      return `The first line lacks the ${fault.columns.length === 1 ? "column" : "columns"} ${fault.columns.join(", ")}; let it be study,treatment,events,n or study,treatment,n,mean,sd (docs/formats.md).`;
    case "RepeatedColumn":
      return `The first line names the column ${fault.column} twice.`;
    case "CellCount":
      return `Line ${fault.line} has ${fault.cells} ${fault.cells === 1 ? "cell" : "cells"}, the first line ${fault.columns}.`;
    case "EmptyCell":
      return `Line ${fault.line} lacks ${fault.column}.`;
    case "NoNumber":
      return `Line ${fault.line}: ${fault.column} has to be a number, not "${fault.found}".`;
    case "Thousands":
      return `Line ${fault.line}: ${fault.column} "${fault.found}" may be thousands or a fraction; write it with another number of decimals or without a mark.`;
    case "FaultyStudy":
      return `Line ${fault.line}: ${faultSentence(fault.fault)}`;
  }
}

export function networkNoteSentence(note: NetworkNote): string {
  switch (note.type) {
    case "NoEvents":
      return `Left out: "${note.study}" has no events in any arm (or nothing but events), which says nothing about a ratio.`;
    case "Apart":
      return `No study connects these ${note.parts.length} groups of treatments, so nothing is compared between them: ${note.parts.map((part) => part.join(", ")).join(" | ")}.`;
    case "IndependentErrors":
      return `For tau² the contrasts of ${note.studies.join(", ")} with the reference are taken as independent, as netmeta does where there are no arms; with arms, or with the method DL, the reference plays no part.`;
    case "CommonForLackOfRepeats":
      return `No difference between ${note.treatments.join(", ")} is measured in two ways, so nothing tells how much studies differ; these figures are of the common model, and their intervals may be too narrow.`;
  }
}

export const unknownReferenceSentence = ({ reference, known }: UnknownReference): string =>
  `No study that is compared here has the treatment "${reference}"; there is: ${known.join(", ")}.`;
