/** A network as the engine works on it. */

/** Studies by the places of their treatments, with full matrices. */
export type IndexedStudy = {
  readonly study: string;
  /** Places in the network's list of treatments. */
  readonly arms: readonly number[];
  /** p × p, row-major: effect of row minus column, and its variance; 0 on the diagonal. */
  readonly effects: Float64Array;
  readonly variances: Float64Array;
  /** Given as contrasts, without arms. */
  readonly readyMade: boolean;
};

/** A network that hangs together, its treatments in alphabetical order. */
export type Component = { readonly treatments: readonly string[]; readonly studies: readonly IndexedStudy[] };
