/** Finds a treatment of the comparison by what a person calls it: its name, a brand, another name for the same thing. */
import type { Row } from "./types.ts";

export type Found = {
  readonly treatment: string;
  readonly name: string;
  /** The brand or other name that matched; null where the name itself did. */
  readonly by: string | null;
};

type Findable = Pick<Row, "treatment" | "name" | "brands" | "synonyms">;

/** Capitals, accents, blanks and hyphens make no difference. */
export const plainName = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const MOST = 8;

/**
 * [AN-63] Every treatment that has a name with a word that begins with what was typed, in the order of the comparison;
 * names that begin with it come first. Nothing is guessed: a name that nobody knows finds nothing.
 *
 * @example
 * findTreatments([{ treatment: "baclofen-oral", name: "Baclofen", brands: ["Lioresal"], synonyms: [] }], "liores")
 * // [{ treatment: "baclofen-oral", name: "Baclofen", by: "Lioresal" }]
 */
export function findTreatments(rows: readonly Findable[], typed: string): Found[] {
  const wanted = plainName(typed);
  if (wanted === "") return [];
  const matches = (name: string): boolean => ` ${plainName(name)}`.includes(` ${wanted}`);
  const found = rows.flatMap(({ treatment, name, brands, synonyms }): Found[] => {
    if (matches(name)) return [{ treatment, name, by: null }];
    const by = [...brands, ...synonyms].find(matches);
    return by === undefined ? [] : [{ treatment, name, by }];
  });
  const begins = ({ name, by }: Found): boolean => plainName(by ?? name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, MOST);
}
