import { nelderMead, symmetricEigen } from "@unclench/stats";
import { ball, hessian } from "../posterior/referenceLattice.ts";
import { LatentEvaluator, mixPoints, type Theta, type ThetaPoint } from "../latent/integrate.ts";
import { type CountErrorPriors, type CountPosterior, countPosterior, countProblem } from "./integrate.ts";
import type { CountRegression } from "./model.ts";

/**
 * The same posterior on the lattice of the reference implementation in R (`test/fixtures/scripts/nb_counts.R`): step 0.75,
 * |z|² ≤ 10 around the joint mode. It leaves out what lies beyond (2 % of a normal posterior); it exists to prove the
 * engine against that implementation point by point.
 */
export function integrateCountsOnReferenceLattice(
  regression: CountRegression,
  priors: CountErrorPriors,
  { step = 0.75, reach = Math.sqrt(10) } = {},
): CountPosterior {
  const evaluator = new LatentEvaluator(countProblem(regression, priors), 1e-8);
  const thetaOf = (x: Float64Array): Theta => [x[0]!, x[1]!, x[2]!];
  const cost = (x: Float64Array) => -(evaluator.at(thetaOf(x))?.logPosterior ?? -1e6);
  const start = [priors.logSigma.mean, priors.atanhRho.mean, priors.logSize.mean];
  const first = nelderMead(cost, start, { tolerance: 1e-13 });
  const { at: mode } = nelderMead(cost, first.at, { tolerance: 1e-14 });
  const { values, vectors } = symmetricEigen(hessian(cost, mode), 3);
  const scales = values.map((value) => 1 / Math.sqrt(Math.max(value, 0.05)));
  const points: ThetaPoint[] = [];
  for (const z of ball(3, step, reach)) {
    const x = mode.map((centre, i) =>
      z.reduce((sum, zk, k) => sum + vectors[i * 3 + k]! * scales[k]! * zk, centre),
    );
    const point = evaluator.at(thetaOf(x));
    if (point) points.push(point);
  }
  const logCell = scales.reduce((sum, scale) => sum + Math.log(scale * step), 0);
  return countPosterior(mixPoints(points, logCell, evaluator.evaluations));
}
