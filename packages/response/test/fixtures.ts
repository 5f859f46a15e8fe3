import { readdirSync, readFileSync } from "node:fs";
import type { NormalPrior } from "../src/index.ts";
import type { Regression } from "../src/posterior/regression.ts";
import type { ErrorPriors } from "../src/priors.ts";

const folder = new URL("./fixtures/", import.meta.url);

/** Reads all fixtures whose name starts with `prefix`; an empty answer is a broken checkout, not a passed test. */
export function readFixtures<Fixture>(prefix: string): { name: string; fixture: Fixture }[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith(".json"));
  if (names.length === 0) throw new Error(`No fixture starts with "${prefix}"`);
  return names.map((name) => ({
    name: name.replace(".json", ""),
    fixture: JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Fixture,
  }));
}

export interface FixtureDiary {
  T: number;
  columns: string[];
  day: number[];
  y: number[];
  X: number[][];
}

export interface CoefficientReference {
  mean: number;
  sd: number;
  q05: number;
  q50: number;
  q95: number;
  p_below_0: number;
  p_below_minus_mcid: number;
  p_above_mcid: number;
}

export interface PosteriorFixture extends FixtureDiary {
  priors: {
    b_mean: number[];
    b_sd: number[];
    log_sigma: [number, number];
    atanh_rho: [number, number];
    logit_lambda: [number, number] | null;
  };
  mcid: number;
  stan: { coef: Record<string, CoefficientReference>; sigma: { mean: number }; rho: { mean: number } };
  grid: {
    mode: number[];
    log_posterior_at_mode: number;
    log_marginal_likelihood: number;
    points: number;
    step_in_sd: number;
    span_in_sd: number;
    coef: Record<string, CoefficientReference>;
  };
}

const asPrior = ([mean, sd]: [number, number]): NormalPrior => ({ mean, sd });

export function errorPriorsOf({ priors }: PosteriorFixture): ErrorPriors {
  return {
    logSigma: asPrior(priors.log_sigma),
    atanhRho: asPrior(priors.atanh_rho),
    logitLambda: priors.logit_lambda && asPrior(priors.logit_lambda),
  };
}

export function regressionOf(fixture: PosteriorFixture): Regression {
  return {
    days: fixture.day,
    ratings: fixture.y,
    rows: Float64Array.from(fixture.X.flat()),
    priors: fixture.priors.b_mean.map((mean, k) => ({ mean, sd: fixture.priors.b_sd[k]! })),
  };
}
