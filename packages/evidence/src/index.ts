export * from "./absolute.ts";
export * from "./acceptability.ts";
export * from "./certainty.ts";
export * from "./cumulative.ts";
export * from "./effectSizes.ts";
export * from "./heterogeneity.ts";
export * from "./mantelHaenszel.ts";
export { type Contribution, contributions } from "./network/contributions.ts";
export type { Decomposition, QPart } from "./network/decomposition.ts";
export { type League, type Matrix, type Prediction, pScores } from "./network/league.ts";
export * from "./network/network.ts";
export { type RankRequest, type Ranks, rankProbabilities } from "./network/ranks.ts";
export type { Split } from "./network/split.ts";
export {
  type ContrastsOfStudies,
  type NetworkContrast,
  type NetworkFault,
  type NetworkMeasure,
  type NetworkStudy,
  networkMeasures,
  networkStudies,
} from "./network/studies.ts";
export { type NetworkMethod, networkMethods } from "./network/tauSquared.ts";
export * from "./peto.ts";
export * from "./pool.ts";
export * from "./poolStudies.ts";
export * from "./proportions.ts";
export * from "./smallStudy.ts";
export * from "./studies.ts";
export * from "./subgroups.ts";
export * from "./units.ts";
