/** Network meta-analysis: many treatments, compared directly and through each other. Rules EV-60 to EV-75. */
import { chiSquaredUpperTail } from "@unclench/stats";
import { components } from "./components.ts";
import { type Decomposition, decompose } from "./decomposition.ts";
import { degreesOfFreedom, type Fit, fitNetwork, isWithinNumbers, varianceOf } from "./fit.ts";
import type { Component } from "./graph.ts";
import { withIndependentErrors } from "./independentErrors.ts";
import { type League, leagueOf, type Prediction, predictionOf } from "./league.ts";
import type { NetworkFault, NetworkStudy } from "./studies.ts";
import { type NetworkMethod, networkDerSimonianLaird, networkRestrictedLikelihood } from "./tauSquared.ts";

export type FittedContrast = {
  readonly study: string;
  readonly treatment: string;
  readonly versus: string;
  readonly estimate: number;
  readonly se: number;
  /** As if it were a study of two arms: 1/√weight, common and random; `null` where a weight is not above 0. */
  readonly seAdjustedCommon: number | null;
  readonly seAdjustedRandom: number | null;
  readonly fittedCommon: number;
  readonly leverageCommon: number;
};

/** One network that hangs together. `null` = cannot be known from these studies. */
export type Network = {
  readonly treatments: readonly string[];
  readonly k: number;
  readonly q: number;
  readonly qDf: number;
  readonly qP: number | null;
  /** `null` without degrees of freedom, and so is everything that rests on it. */
  readonly tau2: number | null;
  /** Percent. */
  readonly i2: number | null;
  readonly common: League;
  readonly random: League | null;
  readonly prediction: Prediction | null;
  readonly decomposition: Decomposition | null;
  readonly contrasts: readonly FittedContrast[];
};

/** A network that falls apart is returned in its parts, the largest first; nothing is compared between them. */
export type Networks = { readonly networks: readonly Network[] };

export const isNetworkFault = <T extends object>(value: T | NetworkFault): value is NetworkFault =>
  "type" in value;

/**
 * Pools a network of studies by weighted least squares on its graph. Instead of a method, a τ² that comes from
 * elsewhere can be given; one that is below 0 or not finite is a bug and throws. `reference` matters only for the REML τ²
 * of studies that were given as contrasts (EV-66).
 *
 * @example
 * network([{ study: "A", contrasts: [{ treatment: "x", versus: "y", estimate: 1, variance: 1 }] },
 *   { study: "B", contrasts: [{ treatment: "y", versus: "z", estimate: 1, variance: 1 }] }], "REML")
 * // x against z: estimate 2, variance 2
 */
export function network(
  studies: readonly NetworkStudy[],
  method: NetworkMethod | { readonly tau2: number },
  reference?: string,
): Networks | NetworkFault {
  if (typeof method === "object" && !(method.tau2 >= 0 && method.tau2 < Number.POSITIVE_INFINITY))
    throw new RangeError(`network: τ² is ${method.tau2}`);
  const parts = components(studies);
  if ("type" in parts) return parts;
  const networks: Network[] = [];
  for (const part of parts) {
    const fitted = fitComponent(part, method, reference);
    if (fitted === null) return { type: "BeyondNumbers" };
    networks.push(fitted);
  }
  return { networks };
}

/** `null` where weights or effects leave the range of numbers. */
function fitComponent(
  component: Component,
  method: NetworkMethod | { readonly tau2: number },
  reference: string | undefined,
): Network | null {
  const common = fitNetwork(component, 0);
  if (common === null || !isWithinNumbers(common)) return null;
  const qDf = degreesOfFreedom(component);
  const tau2 = tauSquared(component, common, method, reference);
  const random = tau2 === null ? null : tau2 === 0 ? common : fitNetwork(component, tau2);
  if (tau2 !== null && (random === null || !isWithinNumbers(random))) return null;
  const commonLeague = leagueOf(component, common);
  const randomLeague =
    random === null ? null : random === common ? commonLeague : leagueOf(component, random);
  return {
    treatments: component.treatments,
    k: component.studies.length,
    q: common.q,
    qDf,
    qP: qDf > 0 ? chiSquaredUpperTail(common.q, qDf) : null,
    tau2,
    i2: qDf > 0 ? (common.q > qDf ? (100 * (common.q - qDf)) / common.q : 0) : null,
    common: commonLeague,
    random: randomLeague,
    prediction:
      random === null || randomLeague === null || qDf <= 0 ? null : predictionOf(random, randomLeague, qDf),
    decomposition: qDf > 0 ? decompose(component, common) : null,
    contrasts: contrastsOf(component, common, random),
  };
}

function tauSquared(
  component: Component,
  common: Fit,
  method: NetworkMethod | { readonly tau2: number },
  reference: string | undefined,
): number | null {
  if (typeof method === "object") return method.tau2;
  if (degreesOfFreedom(component) <= 0) return null;
  return method === "DL"
    ? networkDerSimonianLaird(component, common)
    : networkRestrictedLikelihood(withIndependentErrors(component, reference));
}

/** Arms that vary together closely can leave a pair a weight below 0, which no study of two arms has. */
const adjusted = (weight: number): number | null => (weight > 0 ? 1 / Math.sqrt(weight) : null);

function contrastsOf({ treatments, studies }: Component, common: Fit, random: Fit | null): FittedContrast[] {
  return studies.flatMap(({ study, arms, effects, variances }, s) => {
    const p = arms.length;
    const rows: FittedContrast[] = [];
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) {
        const [a, b] = [arms[i]!, arms[j]!];
        const weight = -common.laplacians[s]![i * p + j]!;
        rows.push({
          study,
          treatment: treatments[a]!,
          versus: treatments[b]!,
          estimate: effects[i * p + j]!,
          se: Math.sqrt(variances[i * p + j]!),
          seAdjustedCommon: adjusted(weight),
          seAdjustedRandom: random === null ? null : adjusted(-random.laplacians[s]![i * p + j]!),
          fittedCommon: common.effects[a]! - common.effects[b]!,
          leverageCommon: weight * varianceOf(common, a, b),
        });
      }
    }
    return rows;
  });
}
