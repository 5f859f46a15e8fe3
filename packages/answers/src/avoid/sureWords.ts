import { certaintyWords } from "../whatWorks/words.ts";

/** How sure a collected fact is, in the words that the comparison uses too. */
export const sureWords = (certainty: string | null): string =>
  certainty === "expert"
    ? "what experts say; not tested"
    : (certaintyWords[certainty as keyof typeof certaintyWords]?.words ?? "not recorded");
