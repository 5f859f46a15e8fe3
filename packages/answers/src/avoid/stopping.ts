/** "Stopping a medicine": what a sudden stop does, its signs, how texts say it is lowered, and what to ask. */
import { type Stopping, stopping } from "@unclench/knowledge/avoid";
import { type RedFlagLine, redFlagOf } from "../redFlags.ts";
import { type CalledError, treatmentCalled } from "../sideBySide/called.ts";
import type { SourceLine } from "../sources.ts";
import { otherNames } from "./names.ts";
import { sourceLines } from "./sourceLines.ts";

export type StoppingEntry = {
  readonly id: string;
  readonly name: string;
  readonly kind: Stopping["kind"];
  /** the kind in words, for a list */
  readonly kindWords: string;
};

export type StoppingSheet = StoppingEntry & {
  readonly question: "stopping";
  readonly format: 1;
  readonly title: string;
  readonly what: string;
  readonly signs: readonly string[];
  readonly urgent: string | null;
  readonly risk: string | null;
  /** How texts say that it is lowered: a report with region and sources, never an instruction. */
  readonly lowered: readonly {
    readonly region: string;
    readonly text: string;
    readonly sources: readonly SourceLine[];
  }[];
  readonly loweredSentence: string;
  readonly ask: readonly string[];
  readonly missing: string | null;
  readonly note: string | null;
  readonly flags: readonly RedFlagLine[];
  readonly sources: readonly SourceLine[];
  readonly ownWords: string;
};

export type StoppingResult =
  | { readonly ok: true; readonly value: StoppingSheet }
  | { readonly ok: false; readonly error: CalledError };

const kindWords: Readonly<Record<Stopping["kind"], string>> = {
  emergency: "A pump that stops is an emergency",
  slowly: "Stopping suddenly can be dangerous",
  "wears-off": "Wears off by itself",
  "no-text": "No text on stopping was read",
};

const loweredSentence: Readonly<Record<Stopping["kind"], string>> = {
  emergency: "This is what texts say, not a plan for you. Nothing about a pump is changed at home.",
  slowly:
    "This is what texts say, with the country they are for. It is not a plan for you: how fast is right depends on you, and your prescriber decides it with you.",
  "wears-off": "Nothing has to be lowered.",
  "no-text":
    "No text was read that says how it is lowered. Nobody can tell from that whether a sudden stop does harm.",
};

export const ownWordsSentence =
  "The words are ours; no doctor, pharmacist or physiotherapist has checked them yet.";

/** All medicines of the list: first the pump, then what is dangerous to stop, then the rest. */
export const stoppingList = (): StoppingEntry[] =>
  stopping.map(({ id, name, kind }) => ({ id, name, kind, kindWords: kindWords[kind] }));

/**
 * [AN-201, AN-202] What is known about stopping one medicine; an id, a name or a brand will do.
 *
 * @example
 * const sheet = stoppingSheet("Lioresal");
 * // sheet.ok && sheet.value.id // "baclofen"
 */
export function stoppingSheet(called: string): StoppingResult {
  const known = stopping.map((entry) => ({
    treatment: entry.id,
    name: entry.name,
    ...otherNames(entry.treatment, entry.medicines),
  }));
  const found = treatmentCalled(known, called.trim());
  if ("type" in found)
    return { ok: false, error: { ...found, sentence: found.sentence.replace("treatment", "medicine") } };
  const entry = stopping.find(({ id }) => id === found.treatment);
  if (entry === undefined) throw new Error(`no entry ${found.treatment}`);
  return {
    ok: true,
    value: {
      question: "stopping",
      format: 1,
      id: entry.id,
      name: entry.name,
      kind: entry.kind,
      kindWords: kindWords[entry.kind],
      title: `Stopping: ${entry.name}`,
      what: entry.what,
      signs: entry.signs,
      urgent: entry.urgent,
      risk: entry.risk,
      lowered: entry.lowered.map(({ region, text, sources }) => ({
        region,
        text,
        sources: sourceLines(sources),
      })),
      loweredSentence: loweredSentence[entry.kind],
      ask: entry.ask,
      missing: entry.missing,
      note: entry.note,
      flags: entry.flags.flatMap((id) => redFlagOf(id) ?? []),
      sources: sourceLines(entry.sources),
      ownWords: ownWordsSentence,
    },
  };
}
