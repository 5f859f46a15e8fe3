/** What can be found, and what was. */

/** In the order of the site map. */
export const kinds = [
  "urgent",
  "comparison",
  "treatment",
  "routine",
  "avoid",
  "side-effects",
  "stopping",
  "question",
  "learn",
  "article",
  "experience",
  "word",
  "page",
] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Readonly<Record<Kind, string>> = {
  urgent: "Signs that cannot wait",
  comparison: "What works, side by side",
  treatment: "Treatments",
  routine: "Routines for relief",
  avoid: "What to look for when it is worse",
  "side-effects": "Side effects",
  stopping: "Stopping a medicine",
  question: "Questions for a visit",
  learn: "Learn: what it is and why",
  article: "Articles",
  experience: "What people report",
  word: "Words explained",
  page: "Pages of this app",
};

export type SearchDocument = {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly path: string;
  /** other names: brands, other words for the same */
  readonly names: string;
  /** what it says, in short */
  readonly text: string;
};

export type Hit = Pick<SearchDocument, "id" | "title" | "path" | "kind"> & {
  /** the other name that was found, where the title does not hold it */
  readonly by: string | null;
};

export type Found = {
  readonly query: string;
  /** best first, whatever their kind */
  readonly hits: readonly Hit[];
  /** the same hits by kind; the kind of the best hit comes first */
  readonly groups: readonly { readonly kind: Kind; readonly name: string; readonly hits: readonly Hit[] }[];
  readonly sentence: string;
};
