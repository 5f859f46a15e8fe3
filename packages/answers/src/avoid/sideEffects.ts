/** "Side effects": how often, with the treatment and without it, out of the same 100 people. */
import { treatments } from "@unclench/knowledge";
import { type SideEffects, type SideEffectTable, sideEffects } from "@unclench/knowledge/avoid";
import { type CalledError, treatmentCalled } from "../sideBySide/called.ts";
import type { SourceLine } from "../sources.ts";
import { type FrequencyLine, frequencyLine } from "./frequency.ts";
import { otherNames } from "./names.ts";
import { type PooledHarm, pooledHarmsOf } from "./pooledHarms.ts";
import { areWeak, sourceLines } from "./sourceLines.ts";
import { ownWordsSentence } from "./stopping.ts";
import { sureWords } from "./sureWords.ts";

export type EffectRow = {
  readonly effect: string;
  /** the word of the source */
  readonly term: string;
  /** one for each group with the treatment */
  readonly with: readonly FrequencyLine[];
  readonly without: FrequencyLine | null;
  readonly note: string | null;
  /** the row in one sentence: the text twin of its picture */
  readonly sentence: string;
};

export type EffectTable = {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly people: number | null }[];
  readonly without: { readonly name: string; readonly people: number | null } | null;
  /** What cannot be compared, or whom it was counted in; in words. */
  readonly limits: readonly string[];
  readonly rows: readonly EffectRow[];
  /** How many of the first rows stand as pictures: only where both sides were counted by people. */
  readonly pictured: number;
  readonly certainty: string;
  readonly note: string | null;
  readonly sources: readonly SourceLine[];
};

/** What only a machine has read: it makes no statement, only a question. */
export type Unconfirmed = { readonly question: string; readonly table: EffectTable };

export type SideEffectsSheet = {
  readonly question: "side-effects";
  readonly format: 1;
  readonly treatment: string;
  readonly name: string;
  readonly tables: readonly EffectTable[];
  readonly unconfirmed: readonly Unconfirmed[];
  readonly serious: { readonly signs: readonly string[]; readonly sources: readonly SourceLine[] } | null;
  readonly conflict: string | null;
  readonly missing: string | null;
  readonly pooled: readonly PooledHarm[];
  readonly ownWords: string;
};

export type SideEffectsResult =
  | { readonly ok: true; readonly value: SideEffectsSheet }
  | { readonly ok: false; readonly error: CalledError };

/** So many rows are drawn; all of them stand in the table below. */
const MOST_PICTURES = 4;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function effectRow(table: SideEffectTable, row: SideEffectTable["rows"][number]): EffectRow {
  const lines = row.with.map(frequencyLine);
  const without = row.without === null ? null : frequencyLine(row.without);
  const sides = [
    ...lines.map(({ words, printed }, place) =>
      "listed" in printed ? words : `${words} with ${table.arms[place]?.name ?? "it"}`,
    ),
    ...(without === null || table.without === null ? [] : [`${without.words} with ${table.without.name}`]),
  ];
  const { effect, term, note } = row;
  return { effect, term, with: lines, without, note, sentence: `${effect}: ${sides.join("; ")}.` };
}

const withoutComparison = ({ rows }: SideEffectTable): string =>
  rows.every((row) => row.with.every((figure) => "listed" in figure))
    ? "The text names them and counts nobody, so there is nothing to compare."
    : "No figures without the treatment were read here. Some of these people would have had it anyway; how many is not known.";

function effectTable(table: SideEffectTable): EffectTable {
  const rows = table.rows.map((row) => effectRow(table, row));
  const drawable = rows.filter(
    (row) => row.without?.of100 != null && row.with.every(({ of100 }) => of100 !== null),
  );
  return {
    id: table.id,
    title: table.population.charAt(0).toUpperCase() + table.population.slice(1),
    groups: table.arms,
    without: table.without,
    limits: [
      ...(table.without === null ? [withoutComparison(table)] : []),
      ...(table.indirect ? ["They did not have spasticity, so it may be different for you."] : []),
    ],
    rows,
    pictured: drawable.length === rows.length ? Math.min(MOST_PICTURES, rows.length) : 0,
    certainty: sureWords(table.certainty),
    note: table.note,
    sources: sourceLines(table.sources),
  };
}

/** [AN-204] A question for the pharmacist, with what a machine read. */
function unconfirmed(name: string, table: SideEffectTable): Unconfirmed {
  const rows = effectTable(table);
  const some = rows.rows.slice(0, 3).map(({ effect }) => lower(effect));
  return {
    question: `Ask your pharmacist: does ${lower(name)} cause ${some.join(", ").replace(/, ([^,]*)$/, " or $1")}, and how often? A program read figures from a label; nobody has compared them with the label.`,
    table: { ...rows, pictured: 0 },
  };
}

const nameOf = (treatment: string): string =>
  treatments.find(({ id }) => id === treatment)?.name ?? treatment;

/** Every treatment that has a page, in the order of the catalogue, and whether anything with placebo was read. */
export const sideEffectsList = (): {
  readonly treatment: string;
  readonly name: string;
  readonly words: string;
}[] =>
  sideEffects.map((entry) => ({
    treatment: entry.treatment,
    name: nameOf(entry.treatment),
    words: listWords(entry),
  }));

const listWords = ({ tables }: SideEffects): string => {
  const read = tables.filter((table) => !areWeak(table.sources));
  if (read.some(({ without }) => without !== null)) return "Counted with and without it";
  if (read.length > 0) return "Named or counted, without a comparison";
  return "No counts that a person has read";
};

/**
 * [AN-203] The side effects of one treatment; an id, a name or a brand will do.
 *
 * @example
 * const sheet = sideEffectsSheet("tizanidine");
 * // sheet.ok && sheet.value.tables[0]?.rows[0]?.sentence
 * // "Dry mouth: 49 of 100 with tizanidine; 10 of 100 with placebo."
 */
export function sideEffectsSheet(called: string): SideEffectsResult {
  const known = sideEffects.map(({ treatment }) => ({
    treatment,
    name: nameOf(treatment),
    ...otherNames(treatment, []),
  }));
  const found = treatmentCalled(known, called.trim());
  if ("type" in found) return { ok: false, error: found };
  const entry = sideEffects.find(({ treatment }) => treatment === found.treatment);
  if (entry === undefined) throw new Error(`no entry ${found.treatment}`);
  const { treatment, tables, serious, conflict, missing } = entry;
  return {
    ok: true,
    value: {
      question: "side-effects",
      format: 1,
      treatment,
      name: found.name,
      tables: tables.filter((table) => !areWeak(table.sources)).map(effectTable),
      unconfirmed: tables
        .filter((table) => areWeak(table.sources))
        .map((table) => unconfirmed(found.name, table)),
      serious:
        serious === null
          ? null
          : { signs: serious.signs, sources: sourceLines(serious.sources.map((id) => ({ id }))) },
      conflict,
      missing,
      pooled: pooledHarmsOf(treatment),
      ownWords: ownWordsSentence,
    },
  };
}
