import type { Column } from "../design.ts";
import type { NormalPrior } from "../exposure.ts";
import type { CountErrorPriors } from "./integrate.ts";

/**
 * The priors for counts (SPEC.md, RS-42), on the scale of the log of the mean count. Design decisions, not findings: those of
 * the reference fits (`test/fixtures/counts-nb-*.json`), and for the columns that these do not have the same share of the
 * effect's prior SD as in the model of ratings.
 */
export const COUNT_ERROR_PRIORS: CountErrorPriors = {
  logSigma: { mean: Math.log(0.3), sd: 0.5 },
  atanhRho: { mean: 0.5, sd: 0.5 },
  logSize: { mean: Math.log(5), sd: 1 },
};

/** A usual day: 4.5 events, 95 % inside 0.24 to 85. */
export const COUNT_LEVEL_PRIOR: NormalPrior = { mean: 1.5, sd: 1.5 };
/** The sceptical prior of an effect: no direction, 95 % of rate ratios inside 0.25 to 4. */
export const COUNT_EFFECT_PRIOR: NormalPrior = { mean: 0, sd: 0.7 };
/** Per 30 days: a third of the effect's SD, as for ratings. */
export const COUNT_TREND_PRIOR: NormalPrior = { mean: 0, sd: 0.23 };
/** At a bend of the trend: its share of the effect's SD in the model of ratings. */
export const COUNT_BEND_PRIOR: NormalPrior = { mean: 0, sd: 0.33 };
/** A trigger or another covariate, per unit: two thirds of it. */
export const COUNT_COVARIATE_PRIOR: NormalPrior = { mean: 0, sd: 0.47 };

export function countPrior({ kind }: Column): NormalPrior {
  switch (kind) {
    case "level":
      return COUNT_LEVEL_PRIOR;
    case "trend":
      return COUNT_TREND_PRIOR;
    case "bend":
      return COUNT_BEND_PRIOR;
    case "effect":
    case "bad-spell":
      return COUNT_EFFECT_PRIOR;
    case "covariate":
      return COUNT_COVARIATE_PRIOR;
  }
}
