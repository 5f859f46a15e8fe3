/** What must hold for the facts on the pages of treatments: rules KN-110 to KN-112. */
import { isPromiseOrCommand, unreadNumbers } from "./ownWords.ts";
import type { Source } from "./schema.ts";
import { treatmentFactParts, type TreatmentFacts } from "./treatmentFactsSchema.ts";
import { isWeakSource } from "./weakSource.ts";

type Named = { readonly id: string };
type Files = {
  readonly treatmentFacts: TreatmentFacts;
  readonly treatments: readonly Named[];
  readonly sources: readonly Source[];
  readonly routineEvidence: readonly Named[];
  readonly questions: { readonly facts: readonly Named[] };
};

const FILE = "treatmentFacts.json";

/** One sentence for each fault. */
export const treatmentFactFaults = (files: Files): string[] => [
  ...pointers(files),
  ...figures(files.treatmentFacts),
  ...wording(files.treatmentFacts),
];

/** [KN-110] Everything that is pointed to is there, once; nothing lies unused or rests on weak sources alone. */
function pointers({ treatmentFacts, treatments, sources, routineEvidence, questions }: Files): string[] {
  const { facts, treatments: lists } = treatmentFacts;
  const found: string[] = [];
  const known = new Set([...facts, ...routineEvidence, ...questions.facts].map(({ id }) => id));
  const used = new Set<string>();
  for (const [place, { id }] of facts.entries())
    if (facts.findIndex((one) => one.id === id) !== place) found.push(`${FILE}: ${id} stands twice`);
  for (const { id } of treatments)
    if (lists.filter(({ treatment }) => treatment === id).length !== 1)
      found.push(`${FILE}: the treatment ${id} has not one list of facts`);
  for (const list of lists) {
    if (!treatments.some(({ id }) => id === list.treatment))
      found.push(`${FILE}: unknown treatment ${list.treatment}`);
    for (const part of treatmentFactParts)
      for (const id of list[part]) {
        used.add(id);
        if (!known.has(id)) found.push(`${FILE}: ${list.treatment}, ${part}: unknown fact ${id}`);
      }
  }
  for (const { id, sources: pointed } of facts) {
    if (!used.has(id)) found.push(`${FILE}: the fact ${id} stands on no page`);
    const behind = sources.filter((source) => pointed.some((one) => one.id === source.id));
    if (behind.length !== pointed.length) found.push(`${FILE}: ${id}: a source is not known`);
    if (behind.every(isWeakSource)) found.push(`${FILE}: ${id} rests on weak sources alone`);
  }
  return found;
}

/** [KN-111] A number in a text was read as it stands, or rounded to a whole one. */
const figures = ({ facts }: TreatmentFacts): string[] =>
  facts.flatMap(({ id, text, figures: read }) =>
    unreadNumbers(text, read).map((number) => `${FILE}: ${id}: ${number} was not read`),
  );

/** [KN-112] Nothing is called safe, promised or commanded. */
const wording = ({ facts }: TreatmentFacts): string[] =>
  facts
    .filter(({ text }) => isPromiseOrCommand(text))
    .map(({ id, text }) => `${FILE}: ${id}: a promise or a command: ${text}`);
