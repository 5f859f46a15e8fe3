import { symmetricEigen } from "@unclench/stats";
import { type ErrorParameters, logistic, type Posterior } from "../posterior/posterior.ts";

/**
 * Six points, each worth the same, with the mean and the covariance of the posterior of (log σ, atanh ρ, logit λ): the mean ±
 * √3 SD along each principal axis. They carry the uncertainty of the errors where a whole lattice would be too much.
 */
export function errorPoints({ weights, logSigma, atanhRho, logitLambda }: Posterior): ErrorParameters[] {
  const columns = [logSigma, atanhRho, logitLambda];
  const mean = columns.map((column) => column.reduce((sum, value, i) => sum + weights[i]! * value, 0));
  const covariance = new Float64Array(9);
  columns.forEach((a, r) => {
    columns.forEach((b, c) => {
      for (let i = 0; i < weights.length; i++)
        covariance[r * 3 + c] =
          covariance[r * 3 + c]! + weights[i]! * (a[i]! - mean[r]!) * (b[i]! - mean[c]!);
    });
  });
  const { values, vectors } = symmetricEigen(covariance, 3);
  return Array.from(values).flatMap((value, axis) =>
    [-1, 1].map((sign): ErrorParameters => {
      const at = (r: number) => mean[r]! + sign * Math.sqrt(3 * Math.max(value, 0)) * vectors[r * 3 + axis]!;
      return { sigma: Math.exp(at(0)), rho: Math.tanh(at(1)), lambda: logistic(at(2)) };
    }),
  );
}
