/** From what a person gives, a file or a text, to studies or one sentence that says what is wrong: rule AN-141. */
import { isBinary, isStudiesFault, type NetworkMeasure, readStudies, type Study } from "@unclench/evidence";
import { fileErrorSentence, readFileText } from "@unclench/record";
import { tableFaultSentence } from "./networkSentences.ts";
import { faultSentence } from "./poolSentences.ts";
import { readStudiesCsv } from "./studiesCsv.ts";

export type StudiesRead =
  | { readonly ok: true; readonly studies: readonly Study[] }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads studies from text: JSON if the name ends so or the text begins with a brace or bracket, a table otherwise.
 *
 * @example
 * readStudiesText("study,treatment,events,n\nA,x,3,40\nA,placebo,9,41\n") // { ok: true, studies: [one] }
 */
export function readStudiesText(text: string, name = ""): StudiesRead {
  if (/\.json$/i.test(name) || /^\uFEFF?\s*[{[]/.test(text)) {
    const studies = readStudies(text);
    return isStudiesFault(studies) ? { ok: false, sentence: faultSentence(studies) } : { ok: true, studies };
  }
  const studies = readStudiesCsv(text);
  return "type" in studies ? { ok: false, sentence: tableFaultSentence(studies) } : { ok: true, studies };
}

export type TextOfFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly sentence: string };

/** The text of a file that was chosen, or why it holds none: a workbook, a picture, nothing at all. */
export function textOfFile(bytes: Uint8Array, name: string): TextOfFile {
  const read = readFileText(bytes);
  return read.ok
    ? { ok: true, text: read.value.text }
    : { ok: false, sentence: fileErrorSentence(read.error, name) };
}

/**
 * The measure to begin with: the one that was chosen if the studies hold what it needs, else the odds ratio for counts and
 * the mean difference for scores. What cannot be read keeps what was chosen; the fault is told when it is compared.
 */
export function measureSuiting(text: string, name: string, chosen: NetworkMeasure): NetworkMeasure {
  const read = readStudiesText(text, name);
  const arms = read.ok ? read.studies.flatMap((study) => ("arms" in study ? study.arms : [])) : [];
  if (arms.length === 0) return chosen;
  const counts = arms.every(({ events }) => events !== undefined);
  const scores = arms.every(({ mean, sd }) => mean !== undefined && sd !== undefined);
  if (isBinary(chosen) ? counts || !scores : scores || !counts) return chosen;
  return counts ? "OR" : "MD";
}
