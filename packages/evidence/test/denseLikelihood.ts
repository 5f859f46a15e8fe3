/**
 * The restricted likelihood of a network the long way round: contrasts with each study's first treatment, their full
 * covariance, dense matrices (Harville 1977, J Am Stat Assoc 72:320). Shares no line with the engine's graph.
 */
import { cholesky, logDeterminantFromCholesky, solveCholesky } from "@unclench/stats";
import type { NetworkStudy } from "../src/index.ts";

type Dense = {
  readonly y: number[];
  readonly x: number[][];
  readonly blocks: { at: number; v: number[][] }[];
};

function dense(studies: readonly NetworkStudy[]): Dense {
  const treatments = [
    ...new Set(studies.flatMap(({ contrasts }) => contrasts.flatMap((one) => [one.treatment, one.versus]))),
  ];
  const y: number[] = [];
  const x: number[][] = [];
  const blocks: { at: number; v: number[][] }[] = [];
  for (const { contrasts } of studies) {
    const arms = [...new Set(contrasts.flatMap((one) => [one.treatment, one.versus]))];
    const [base, ...others] = arms as [string, ...string[]];
    const of = (a: string, b: string): { effect: number; variance: number } => {
      const found = contrasts.find(
        (one) => (one.treatment === a && one.versus === b) || (one.treatment === b && one.versus === a),
      )!;
      return { effect: found.treatment === a ? found.estimate : -found.estimate, variance: found.variance };
    };
    const variance = (a: string, b: string): number => (a === b ? 0 : of(a, b).variance);
    blocks.push({
      at: y.length,
      v: others.map((a) => others.map((b) => (variance(a, base) + variance(b, base) - variance(a, b)) / 2)),
    });
    for (const a of others) {
      y.push(of(a, base).effect);
      // The first treatment of the network is the one that all columns stand against.
      x.push(treatments.slice(1).map((treatment) => Number(treatment === a) - Number(treatment === base)));
    }
  }
  return { y, x, blocks };
}

/** Twice the restricted log likelihood at each τ², up to a constant. */
export function denseLikelihoods(studies: readonly NetworkStudy[], tau2s: readonly number[]): number[] {
  const { y, x, blocks } = dense(studies);
  const m = y.length;
  const columns = x[0]!.length;
  return tau2s.map((tau2) => {
    const covariance = new Float64Array(m * m);
    for (const { at, v } of blocks)
      for (const [i, row] of v.entries())
        for (const [j, value] of row.entries())
          covariance[(at + i) * m + at + j] = value + (i === j ? tau2 : tau2 / 2);
    const factor = cholesky(covariance, m)!;
    const solvedX = Array.from({ length: columns }, (_, c) =>
      solveCholesky(
        factor,
        m,
        x.map((row) => row[c]!),
      ),
    );
    const solvedY = solveCholesky(factor, m, y);
    const information = new Float64Array(columns * columns);
    const pull = new Float64Array(columns);
    for (let c = 0; c < columns; c++) {
      for (let row = 0; row < m; row++) {
        pull[c] = pull[c]! + x[row]![c]! * solvedY[row]!;
        for (let d = 0; d < columns; d++)
          information[c * columns + d] = information[c * columns + d]! + x[row]![c]! * solvedX[d]![row]!;
      }
    }
    const informationFactor = cholesky(information, columns)!;
    const b = solveCholesky(informationFactor, columns, pull);
    let q = 0;
    for (let row = 0; row < m; row++) q += y[row]! * solvedY[row]!;
    for (let c = 0; c < columns; c++) q -= b[c]! * pull[c]!;
    return (
      -logDeterminantFromCholesky(factor, m) - logDeterminantFromCholesky(informationFactor, columns) - q
    );
  });
}
