/**
 * Search over everything, on the device: MiniSearch (BM25+, prefixes, near spellings), with the everyday words of people
 * beside those of the pages.
 */
import MiniSearch from "minisearch";
import { everydayWords } from "./everydayWords.ts";
import { type Found, type Hit, type Kind, kindNames, type SearchDocument } from "./types.ts";

/** Words that stand in every question and tell nothing. */
const noWords = new Set(
  (
    "a an and any are as at be but by can could do does for from get had has have how i if in into is it its me my of on or " +
    "our she he so than that the their them then there they this to too was we what when which while who why will with would " +
    "you your im ive dont doesnt cant about after before am been being did just like make makes much more"
  ).split(" "),
);

const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");

/** "spasms" and "spasm", "stiffness" and "stiff", "stretching" and "stretch" are one. */
function stemmed(word: string): string {
  if (word.length <= 4) return word.length === 4 ? word.replace(/s$/, "") : word;
  return (
    word
      .replace(/ness$/, "")
      .replace(/ies$/, "y")
      // "stopping" and "stop"
      .replace(/(?:([bdgmnprt])\1|(.))(?:ings|ing|ed)$/, "$1$2")
      .replace(/(?:es|s)$/, "")
  );
}

const wordsIn = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

/** In how many letters a word may differ: none in short ones. */
const slips = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

/** What counts more where the words are met alike: a page about a thing before a page that mentions it. */
const weights: Readonly<Record<Kind, number>> = {
  urgent: 1,
  comparison: 0.8,
  treatment: 1.4,
  routine: 1,
  avoid: 1,
  "side-effects": 0.9,
  stopping: 1,
  question: 0.5,
  learn: 1,
  article: 0.9,
  experience: 0.7,
  word: 0.6,
  page: 1.4,
};

export type Index = { readonly mini: MiniSearch; readonly byId: ReadonlyMap<string, SearchDocument> };

/** Builds the index once; it is asked many times. */
export function indexOf(documents: readonly SearchDocument[]): Index {
  const mini = new MiniSearch({
    fields: ["title", "names", "text"],
    tokenize: wordsIn,
    processTerm: (term) => (noWords.has(term) ? null : stemmed(term)),
  });
  mini.addAll(documents);
  return { mini, byId: new Map(documents.map((document) => [document.id, document])) };
}

/** What the pages call it, of what was said. */
function alsoMeant(query: string): string {
  const words = new Set(wordsIn(query));
  return everydayWords
    .filter(({ said }) => said.split(" ").every((word) => words.has(word)))
    .map(({ means }) => means)
    .join(" ");
}

const MOST_HITS = 40;

/**
 * [AN-381] What is found for a question in everyday words, best first, and by kind. A name of a brand finds its treatment;
 * a slip of the pen finds what was meant; nothing found is said with what to try.
 *
 * @example
 * find(indexOf(searchDocuments()), "my leg locks at night").hits[0]?.path
 */
export function find({ mini, byId }: Index, query: string): Found {
  const options = {
    prefix: (term: string) => term.length > 2,
    fuzzy: (term: string) => slips(term),
    boost: { title: 3, names: 2, text: 1 },
    weights: { fuzzy: 0.35, prefix: 0.6 },
    // Far fewer people have a pump than tablets: unless it is named, it comes after them.
    boostDocument: (id: string) =>
      weights[byId.get(id)?.kind ?? "page"] * (id.endsWith("intrathecal") ? 0.75 : 1),
  };
  const asked = mini.search(query, options);
  const meant = alsoMeant(query);
  const scores = new Map<string, number>(asked.map(({ id, score }) => [id, score]));
  // What was only meant counts half of what was said.
  if (meant !== "")
    for (const { id, score } of mini.search(meant, options))
      scores.set(id, (scores.get(id) ?? 0) + score / 2);
  const hits = [...scores]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, MOST_HITS)
    .flatMap(([id]) => {
      const document = byId.get(id);
      return document === undefined ? [] : [hitOf(document, query)];
    });
  const found = [...new Set(hits.map(({ kind }) => kind))];
  return {
    query,
    hits,
    groups: found.map((kind) => ({
      kind,
      name: kindNames[kind],
      hits: hits.filter((hit) => hit.kind === kind),
    })),
    sentence: sentence(query, hits.length),
  };
}

function sentence(query: string, many: number): string {
  if (query.trim() === "") return "Write what you look for, in your own words.";
  if (many === 0)
    return `Nothing was found for “${query.trim()}”. Try another word, like the place that is stiff or the name on the box; all pages are listed below.`;
  return many >= MOST_HITS ? `The ${many} nearest are shown.` : `${many} found.`;
}

/** The other name that begins with a word of the question, where the title has none of its words. */
function hitOf({ id, kind, title, path, names }: SearchDocument, query: string): Hit {
  const words = wordsIn(query).filter((word) => word.length > 2 && !noWords.has(word));
  const inTitle = words.some((word) => plain(title).includes(stemmed(word)));
  const isName = kind === "treatment" || kind === "stopping" || kind === "side-effects";
  const by = names.split(", ").find((name) => words.some((word) => plain(name).startsWith(word)));
  return { id, kind, title, path, by: !inTitle && isName && by !== undefined ? by : null };
}
