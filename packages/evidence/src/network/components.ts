/** Which studies hang together, and whether each can be what it says: rules EV-67 and EV-75. */
import { weightsOf } from "./fit.ts";
import type { Component, IndexedStudy } from "./graph.ts";
import type { NetworkFault, NetworkStudy } from "./studies.ts";

/**
 * The parts of a network that hang together, the one with the most treatments first, then the one with the most
 * studies, then by the alphabet.
 */
export function components(studies: readonly NetworkStudy[]): readonly Component[] | NetworkFault {
  const neighbours = new Map<string, Set<string>>();
  const names = new Set<string>();
  for (const one of studies) {
    if (names.has(one.study)) return { type: "RepeatedStudy", study: one.study };
    names.add(one.study);
    const fault = faultOf(one);
    if (fault !== null) return fault;
    for (const { treatment, versus } of one.contrasts) {
      neighbours.set(treatment, (neighbours.get(treatment) ?? new Set()).add(versus));
      neighbours.set(versus, (neighbours.get(versus) ?? new Set()).add(treatment));
    }
  }
  if (neighbours.size === 0) return { type: "NoNetwork", dropped: [] };
  const found: Component[] = [];
  const seen = new Set<string>();
  for (const start of [...neighbours.keys()].sort()) {
    if (seen.has(start)) continue;
    const reached = new Set([start]);
    // A set that grows while it is walked is walked to its new end.
    for (const treatment of reached) for (const near of neighbours.get(treatment) ?? []) reached.add(near);
    for (const treatment of reached) seen.add(treatment);
    const treatments = [...reached].sort();
    const own = studies.filter(({ contrasts }) => reached.has(contrasts[0]?.treatment ?? ""));
    found.push({ treatments, studies: own.map((study) => indexed(study, treatments)) });
  }
  for (const { treatments, studies: own } of found) {
    for (const study of own) {
      const fault = contradiction(study, treatments);
      if (fault !== null) return fault;
    }
  }
  return found.sort(
    (a, b) => b.treatments.length - a.treatments.length || b.studies.length - a.studies.length,
  );
}

/** What is wrong with the contrasts of one study, taken one by one and as a set of pairs. */
function faultOf({ study, contrasts }: NetworkStudy): NetworkFault | null {
  if (contrasts.length === 0) return { type: "TooFewArms", study, field: "contrasts" };
  const pairs = new Set<string>();
  for (const [i, { treatment, versus, estimate, variance }] of contrasts.entries()) {
    const field = `contrasts[${i}]`;
    if (treatment === versus) return { type: "AgainstItself", study, field, treatment };
    if (!Number.isFinite(estimate))
      return { type: "NotANumber", study, field: `${field}.estimate`, found: estimate };
    if (!Number.isFinite(variance))
      return { type: "NotANumber", study, field: `${field}.variance`, found: variance };
    if (variance <= 0)
      return { type: "OutOfRange", study, field: `${field}.variance`, found: variance, rule: "above 0" };
    // The same pair twice, in whatever order, would be counted twice.
    const pair = pairKey(treatment, versus);
    if (pairs.has(pair)) return { type: "RepeatedTreatment", study, field, treatment };
    pairs.add(pair);
  }
  const treatments = treatmentsOf(contrasts);
  for (const [i, treatment] of treatments.entries())
    for (const versus of treatments.slice(i + 1))
      if (!pairs.has(pairKey(treatment, versus))) return { type: "MissingPair", study, treatment, versus };
  return null;
}

const pairKey = (one: string, other: string): string =>
  JSON.stringify(one < other ? [one, other] : [other, one]);

const treatmentsOf = (contrasts: NetworkStudy["contrasts"]): string[] =>
  [...new Set(contrasts.flatMap(({ treatment, versus }) => [treatment, versus]))].sort();

function indexed(
  { study, contrasts, readyMade = false }: NetworkStudy,
  treatments: readonly string[],
): IndexedStudy {
  const names = treatmentsOf(contrasts);
  const p = names.length;
  const effects = new Float64Array(p * p);
  const variances = new Float64Array(p * p);
  for (const { treatment, versus, estimate, variance } of contrasts) {
    const [i, j] = [names.indexOf(treatment), names.indexOf(versus)];
    effects[i * p + j] = estimate;
    effects[j * p + i] = -estimate;
    variances[i * p + j] = variance;
    variances[j * p + i] = variance;
  }
  return { study, arms: names.map((name) => treatments.indexOf(name)), effects, variances, readyMade };
}

/** How far three effects of a study may be from adding up, in standard errors: more than two printed digits explain. */
const ROUNDING = 0.25;

/** A study with three and more arms whose effects or variances no data could have given. */
function contradiction(of: IndexedStudy, names: readonly string[]): NetworkFault | null {
  const { study, arms, effects, variances } = of;
  const p = arms.length;
  for (let i = 0; i < p; i++) {
    for (let j = i + 1; j < p; j++) {
      for (let k = j + 1; k < p; k++) {
        const places = [i * p + j, j * p + k, i * p + k] as const;
        const [ij, jk, ik] = places.map((place) => effects[place]!) as [number, number, number];
        const least = Math.sqrt(Math.min(...places.map((place) => variances[place]!)));
        // Beside it, rounding of the effects themselves where they are huge against their standard errors.
        const allowed = ROUNDING * least + 1e-9 * Math.max(Math.abs(ij), Math.abs(jk), Math.abs(ik));
        if (Math.abs(ij + jk - ik) > allowed) {
          const treatments = [names[arms[i]!]!, names[arms[j]!]!, names[arms[k]!]!] as const;
          return { type: "ContradictoryEffects", study, treatments };
        }
      }
    }
  }
  return weightsOf(of, 0) === null ? { type: "ContradictoryVariances", study } : null;
}
