/** What must hold for the bank of questions: rules KN-50 to KN-54. */
import type { Questions } from "./questionsSchema.ts";
import type { Source } from "./schema.ts";

type Files = {
  readonly questions: Questions;
  readonly sources: readonly Source[];
  readonly treatments: readonly { readonly id: string }[];
};

const FILE = "questions.json";
/** Words of someone who speaks of themselves. */
const ownWords = /\b(I|me|my|myself)\b/i;

/** One sentence for each fault. */
export function questionFaults({ questions: bank, sources, treatments }: Files): string[] {
  return [
    ...doubles("situation", bank.situations),
    ...doubles("fact", bank.facts),
    ...doubles("question", bank.questions),
    ...pointers({ questions: bank, sources, treatments }),
    ...wording(bank),
  ];
}

function doubles(what: string, list: readonly { readonly id: string }[]): string[] {
  const ids = list.map(({ id }) => id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map(
    (id) => `${FILE}: the ${what} ${id} stands twice`,
  );
}

/** [KN-50] Everything that is pointed to is there, and nothing lies unused. */
function pointers({ questions: bank, sources, treatments }: Files): string[] {
  const found: string[] = [];
  const known = (list: readonly { readonly id: string }[], id: string, where: string): void => {
    if (!list.some((entry) => entry.id === id)) found.push(`${FILE}: ${where}: unknown id ${id}`);
  };
  for (const { id, treatments: of, situations, facts } of bank.questions) {
    for (const treatment of of) if (treatment !== "any") known(treatments, treatment, id);
    for (const situation of situations) known(bank.situations, situation, id);
    for (const fact of facts) known(bank.facts, fact, id);
  }
  for (const fact of bank.facts) {
    for (const source of fact.sources) known(sources, source.id, fact.id);
    if (!bank.questions.some(({ facts }) => facts.includes(fact.id)))
      found.push(`${FILE}: the fact ${fact.id} stands behind no question`);
  }
  return found;
}

const numerals = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

/** [KN-51, KN-52] Figures of a reason stand in its facts; a carer's question does not speak of "me". */
function wording(bank: Questions): string[] {
  const found: string[] = [];
  const facts = new Map(bank.facts.map((fact) => [fact.id, fact.text]));
  for (const { id, text, carer, why, facts: behind, forWhom } of bank.questions) {
    const written = behind.map((fact) => facts.get(fact) ?? "").join(" ");
    const inFacts = [...numerals(written), ...inWords(written)];
    for (const figure of numerals(why))
      if (!inFacts.includes(figure)) found.push(`${FILE}: ${id}: ${figure} stands in none of its facts`);
    if (forWhom !== "carer" && ownWords.test(text) && carer === null)
      found.push(`${FILE}: ${id}: a carer cannot ask it in these words`);
  }
  return found;
}

/** Small numbers that are written as words. */
const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (text: string): string[] =>
  words.flatMap((word, place) => (new RegExp(`\\b${word}\\b`, "i").test(text) ? [String(place + 1)] : []));
