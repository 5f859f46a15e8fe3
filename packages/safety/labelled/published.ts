/** The figures of the labelled regimens as they were last measured (`npm run bench` writes them, a test compares them). */
import type { Measured, Share } from "./measure.ts";
import result from "./result.json" with { type: "json" };

export type Published = {
  /** Before anything was corrected that the set brought to light, neither a rule nor a name nor a label. */
  readonly firstRun: {
    readonly regimens: number;
    readonly grave: Share;
    readonly mild: Share;
    readonly specificity: Share;
    readonly notChecked: Share;
    readonly unexpected: number;
    readonly forbidden: number;
  };
  readonly now: Measured;
};

export type { Measured, Share } from "./measure.ts";
export const published = result as Published;
