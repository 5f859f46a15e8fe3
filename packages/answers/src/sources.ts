import { sourceById } from "@unclench/knowledge/sources";

/** A source as a reader needs it: what it is, where it is, where in it, and how much of it was read. */
export type SourceLine = {
  readonly id: string;
  readonly title: string;
  readonly authors: string | null;
  readonly year: number | null;
  readonly journal: string | null;
  readonly link: string | null;
  readonly where: string | null;
  readonly read: "full" | "abstract" | "secondary" | null;
  readonly readWords: string;
};

const readWords: Readonly<Record<string, string>> = {
  full: "Read in full, or the part named",
  abstract: "Read in the abstract only",
  secondary: "Not read itself: taken from another document",
};

/** Some addresses carry a remark on where to look; only the address itself can be followed. */
const addressIn = (text: string | null): string | null => /^https?:\/\/\S+/.exec(text ?? "")?.[0] ?? null;

/** The line for a source id; a missing source is a fault of the data, which its own test names. */
export function sourceLine(id: string, where: string | null): SourceLine {
  const source = sourceById.get(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  const read =
    source.read === "full" || source.read === "abstract" || source.read === "secondary" ? source.read : null;
  const doi = source.doi === null ? null : `https://doi.org/${source.doi}`;
  const pubmed = source.pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`;
  return {
    id,
    title: source.title ?? id,
    authors: source.authors,
    year: source.year,
    journal: source.journal,
    link: doi ?? pubmed ?? addressIn(source.url),
    where,
    read,
    readWords: (read && readWords[read]) ?? "How it was read is not recorded",
  };
}
