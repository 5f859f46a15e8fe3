/** The scripts beside the figures of "What works?", run where R with metafor is. */
import { conditions, patterns } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { rScriptOf } from "../src/whatWorks/argue.ts";
import { whatWorks } from "../src/whatWorks/index.ts";
import type { Outcome } from "../src/whatWorks/types.ts";
import { hasMetafor, numbersOf } from "./rscript.ts";

/** Every figure of every page that rests on different studies, once. */
const outcomes: readonly Outcome[] = [
  ...new Map(
    conditions
      .flatMap((condition) =>
        patterns.flatMap((pattern) => {
          const answer = whatWorks(condition.id, pattern.id);
          if (!answer.ok) throw new Error(answer.error.sentence);
          return answer.value.rows.flatMap((row) => [...row.outcomes, ...row.enriched]);
        }),
      )
      .map((outcome) => [rScriptOf(outcome, ""), outcome] as const),
  ).values(),
];

describe("scripts for R", () => {
  it("[AN-62] yield the figures beside them to six digits", () => {
    expect(outcomes.length).toBeGreaterThan(20);
    for (const outcome of outcomes) {
      const script = rScriptOf(outcome, "a title");
      // Where there is no R, this much is true of every script: it holds each number that was pooled, and the model.
      for (const { estimate, se } of outcome.studies)
        for (const value of [estimate, se]) expect(script).toContain(String(value));
      expect(script).toContain(`test = "${outcome.ci}"`);
    }
    if (!hasMetafor) return;
    const read = "c(fit$beta, fit$se, fit$ci.lb, fit$ci.ub, fit$tau2, weights(fit))";
    const theirs = numbersOf(outcomes.map((outcome) => ({ script: rScriptOf(outcome, ""), read })));
    for (const [i, outcome] of outcomes.entries()) {
      const { estimate, se, ciLower, ciUpper, tau2, studies } = outcome;
      const ours = [estimate, se, ciLower, ciUpper, tau2 ?? 0, ...studies.map(({ weight }) => weight ?? 0)];
      expect(theirs[i]?.length, outcome.key).toBe(ours.length);
      for (const [j, value] of ours.entries())
        expect(theirs[i]?.[j], `${outcome.key} ${j}`).toBeCloseTo(value, 6);
    }
  }, 120_000);
});
