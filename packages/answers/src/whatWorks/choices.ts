/** What a reader may do differently than we did. The comparison itself is always as published. */
export type Choices = {
  /** Trials to leave out, by id. */
  readonly without: readonly string[];
  /** "random": trials may differ in their true effect; "common": all have the same one. */
  readonly model: "random" | "common";
  /** Also count the trials that kept only people who had already improved. */
  readonly enriched: boolean;
  /** How many of 100 have the outcome without the treatment; null: as in the control groups. */
  readonly baseline: number | null;
};

export const asPublished: Choices = { without: [], model: "random", enriched: false, baseline: null };
