/** Made-up networks for the tests, and ways to look into one. */
import fc from "fast-check";
import {
  isNetworkFault,
  type League,
  type Network,
  type NetworkContrast,
  type NetworkFault,
  type NetworkMethod,
  type NetworkStudy,
  network,
} from "../src/index.ts";

export type ArmEffect = { readonly treatment: string; readonly mean: number; readonly variance: number };

/** A study whose pairs add up, as they do where there are arms behind them. */
export const studyOf = (study: string, arms: readonly ArmEffect[]): NetworkStudy => ({
  study,
  contrasts: arms.flatMap((one, i) =>
    arms.slice(i + 1).map((other) => ({
      treatment: one.treatment,
      versus: other.treatment,
      estimate: one.mean - other.mean,
      variance: one.variance + other.variance,
    })),
  ),
});

/** A study of two treatments, "x-y". */
export const pair = (study: string, comparison: string, estimate: number, variance: number): NetworkStudy => {
  const [treatment = "", versus = ""] = comparison.split("-");
  return { study, contrasts: [{ treatment, versus, estimate, variance }] };
};

export const fitted = (
  studies: readonly NetworkStudy[],
  method: NetworkMethod | { readonly tau2: number } = "REML",
): readonly Network[] => {
  const answer = network(studies, method);
  if (isNetworkFault(answer)) throw new Error(JSON.stringify(answer));
  return answer.networks;
};
export const only = (
  studies: readonly NetworkStudy[],
  method: NetworkMethod | { readonly tau2: number } = "REML",
): Network => {
  const networks = fitted(studies, method);
  if (networks.length !== 1) throw new Error(`${networks.length} networks`);
  return networks[0]!;
};
export const faultOf = (studies: readonly NetworkStudy[]): NetworkFault => {
  const answer = network(studies, "REML");
  if (!isNetworkFault(answer)) throw new Error("no fault");
  return answer;
};

/** The entry of a league for two treatments by name. */
export const entry = (
  { treatments }: Network,
  league: League,
  field: "estimate" | "se" | "ciLower" | "ciUpper" | "p",
  one: string,
  other: string,
): number => league[field][treatments.indexOf(one)]![treatments.indexOf(other)]!;

export const random = ({ random: league }: Network): League => {
  if (league === null) throw new Error("no random model");
  return league;
};

const treatments = ["a", "b", "c", "d", "e", "f"];

const arm = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.02, max: 2, noNaN: true }),
});

/** Studies of two to four arms that hang together: each has a treatment of the first. */
export const anyNetwork = (least = 4, most = 10): fc.Arbitrary<NetworkStudy[]> =>
  fc
    .array(
      fc.tuple(
        fc.subarray(treatments, { minLength: 2, maxLength: 4 }),
        fc.array(arm, { minLength: 4, maxLength: 4 }),
      ),
      { minLength: least, maxLength: most },
    )
    .map((studies) => {
      const hub = studies[0]![0][0]!;
      return studies.map(([names, arms], s) => {
        const joined = names.includes(hub) ? names : [hub, ...names.slice(1)];
        return studyOf(
          `study ${s}`,
          joined.map((treatment, i) => ({ treatment, ...arms[i]! })),
        );
      });
    });

export const mapContrasts = (
  studies: readonly NetworkStudy[],
  change: (contrast: NetworkContrast) => NetworkContrast,
): NetworkStudy[] => studies.map(({ study, contrasts }) => ({ study, contrasts: contrasts.map(change) }));
