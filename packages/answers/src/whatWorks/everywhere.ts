/** Every comparison of the product once: for pages that gather what is known of one treatment. */
import { conditions, patterns } from "@unclench/knowledge";
import { whatWorks } from "./index.ts";
import type { WhatWorks } from "./types.ts";

let known: readonly WhatWorks[] | undefined;

/** All conditions with all places, in the order of the catalogue. */
export function everyComparison(): readonly WhatWorks[] {
  known ??= conditions.flatMap((condition) =>
    patterns.flatMap((pattern) => {
      const compared = whatWorks(condition.id, pattern.id);
      return compared.ok ? [compared.value] : [];
    }),
  );
  return known;
}
