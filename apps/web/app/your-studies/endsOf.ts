import type { PairAnswer } from "@unclench/answers/your-studies";

/** What lies left and right of "no difference": people are fewer or more, a score lower or higher. */
export const endsOf = (measure: PairAnswer["measure"]): { lessLabel: string; moreLabel: string } =>
  measure === "OR" || measure === "RR" || measure === "RD"
    ? { lessLabel: "fewer with it", moreLabel: "more with it" }
    : { lessLabel: "lower with it", moreLabel: "higher with it" };
