/** From the rows of one question to one effect, and how much that effect hangs on a single trial or on the model. */
import { type Pooled, poolEffects } from "@unclench/evidence";
import type { PoolRow } from "@unclench/knowledge/trials";
import type { Choices } from "./choices.ts";
import { effectsOf, type RowEffect } from "./effects.ts";
import { studyLabel, studyName } from "./labels.ts";
import type { Outcome } from "./types.ts";
import { robustnessWords } from "./words.ts";

/** [AN-6] REML, with the ad hoc floor below five studies. A common effect knows no spread between trials. */
export function poolRows(
  rows: readonly PoolRow[],
  model: Choices["model"],
): { effects: RowEffect[]; pooled: Pooled } {
  const effects = effectsOf(rows);
  const pooled = poolEffects(
    effects.map((effect) => ({
      study: studyLabel(effect.row, rows),
      estimate: effect.estimate,
      variance: effect.variance,
    })),
    model === "common"
      ? { method: "EE", ci: "z" }
      : { method: "REML", ci: effects.length > 4 ? "knha" : "adhoc" },
  );
  return { effects, pooled };
}

/** [AN-60] Would leaving out any one trial, or the other model, change what the figure says? */
export function robustnessOf(rows: readonly PoolRow[], model: Choices["model"]): Outcome["robustness"] {
  const trials = [...new Set(rows.map((row) => row.trial))];
  if (trials.length < 2) return { level: "one-trial", sentence: robustnessWords("one-trial", [], false) };
  const saysOf = (kept: readonly PoolRow[], how: Choices["model"]): -1 | 0 | 1 => {
    const { ciLower, ciUpper } = poolRows(kept, how).pooled;
    return ciLower > 0 ? 1 : ciUpper < 0 ? -1 : 0;
  };
  const says = saysOf(rows, model);
  const turning = trials
    .filter(
      (trial) =>
        saysOf(
          rows.filter((row) => row.trial !== trial),
          model,
        ) !== says,
    )
    .map((trial) => studyName(trial));
  const other = saysOf(rows, model === "random" ? "common" : "random") !== says;
  const level = turning.length > 0 || other ? "fragile" : "robust";
  return { level, sentence: robustnessWords(level, turning, says !== 0) };
}
