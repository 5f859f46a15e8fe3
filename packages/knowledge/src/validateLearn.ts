/** What must hold for the pages to learn from: rules KN-80 to KN-84. */
import type { Learn } from "./learnSchema.ts";
import { numbersIn, isPromiseOrCommand, unreadNumbers } from "./ownWords.ts";
import type { Source } from "./schema.ts";
import { isWeakSource } from "./weakSource.ts";

type Sourced = { readonly id: string; readonly certainty: string | null };
type Files = {
  readonly learn: Learn;
  readonly sources: readonly Source[];
  readonly conditions: readonly { readonly id: string }[];
  readonly routines: readonly { readonly id: string }[];
  readonly measures: readonly Sourced[];
  readonly routineEvidence: readonly Sourced[];
  readonly questions: { readonly facts: readonly Sourced[] };
};

const FILE = "learn.json";

/** One sentence for each fault. */
export function learnFaults(files: Files): string[] {
  return [...pointers(files), ...figures(files.learn), ...agreement(files), ...wording(files.learn)];
}

/** [KN-80, KN-84] Everything that is pointed to is there, once, and nothing lies unused. */
function pointers({ learn, sources, conditions, routines }: Files): string[] {
  const found: string[] = [];
  for (const list of [learn.facts, learn.signs, learn.pages])
    for (const [place, { id }] of list.entries())
      if (list.findIndex((one) => one.id === id) !== place) found.push(`${FILE}: ${id} stands twice`);
  const known = (list: readonly { readonly id: string }[], id: string, where: string): void => {
    if (!list.some((entry) => entry.id === id)) found.push(`${FILE}: ${where}: unknown id ${id}`);
  };
  const used = new Set<string>();
  const point = (facts: readonly string[], where: string): void => {
    for (const fact of facts) {
      used.add(fact);
      known(learn.facts, fact, where);
    }
  };
  for (const sign of learn.signs) point(sign.facts, sign.id);
  for (const page of learn.pages) {
    for (const id of page.conditions) known(conditions, id, page.id);
    for (const id of page.routines) known(routines, id, page.id);
    for (const section of page.sections) {
      point(section.facts, `${page.id}, ${section.id}`);
      if (section.facts.length === 0 && section.missing === null)
        found.push(`${FILE}: ${page.id}, ${section.id}: it says nothing, not even that nothing was read`);
    }
  }
  for (const { id } of conditions)
    if (!learn.pages.some((page) => page.conditions.includes(id)))
      found.push(`${FILE}: the condition ${id} has no page`);
  for (const fact of learn.facts) {
    if (!used.has(fact.id)) found.push(`${FILE}: the fact ${fact.id} stands on no page`);
    for (const { id } of fact.sources) known(sources, id, fact.id);
    const behind = sources.filter(({ id }) => fact.sources.some((source) => source.id === id));
    if (behind.length > 0 && behind.every(isWeakSource))
      found.push(`${FILE}: ${fact.id} rests on weak sources alone`);
  }
  return found;
}

/** [KN-81] A number in a text was read: as it stands, or rounded to whole people. What is ours has none. */
function figures({ facts, signs, pages }: Learn): string[] {
  const found: string[] = [];
  for (const { id, text, figures: read } of facts)
    for (const number of unreadNumbers(text, read)) found.push(`${FILE}: ${id}: ${number} was not read`);
  const ours = [
    ...signs.map(({ id, like, apart }) => ({ id, text: `${like} ${apart}` })),
    ...pages.flatMap(({ id, lead, sections }) => [
      { id, text: lead },
      ...sections.map(({ missing, note }) => ({ id, text: `${missing ?? ""} ${note ?? ""}` })),
    ]),
  ];
  for (const { id, text } of ours)
    if (numbersIn(text).length > 0) found.push(`${FILE}: ${id}: a number in words of ours: ${text.trim()}`);
  return found;
}

/** [KN-82] The same fact elsewhere is as sure there as here. */
function agreement({ learn, measures, routineEvidence, questions }: Files): string[] {
  const elsewhere = [...measures, ...routineEvidence, ...questions.facts];
  return learn.facts.flatMap(({ id, certainty }) =>
    elsewhere
      .filter((other) => other.id === id && other.certainty !== certainty)
      .map((other) => `${FILE}: ${id} is ${certainty} here and ${other.certainty ?? "not graded"} elsewhere`),
  );
}

/** [KN-83] Nothing is called safe, promised or commanded. */
function wording({ facts, signs, pages }: Learn): string[] {
  const texts = [
    ...facts.map(({ text }) => text),
    ...signs.flatMap(({ like, apart }) => [like, apart]),
    ...pages.flatMap(({ title, lead, sections }) => [
      title,
      lead,
      ...sections.flatMap(({ heading, missing, note }) => [heading, missing ?? "", note ?? ""]),
    ]),
  ];
  return texts.filter(isPromiseOrCommand).map((text) => `${FILE}: a promise or a command: ${text}`);
}
