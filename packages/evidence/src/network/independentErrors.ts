/**
 * [Note: What netmeta's REML does with contrasts]
 * Where a study has arms, its contrasts vary together as the arms do, and τ² is fitted with their full covariance. Where
 * a study of three or more treatments is given as contrasts alone, netmeta takes those with the reference treatment (in
 * studies without it: with their last treatment) and lets their sampling errors be independent, although the variances
 * of the pairs say how they vary together. τ², and τ² only, then depends on which treatment is the reference. We do the
 * same, because people check a network against netmeta; the answer says so.
 */
import type { Component, IndexedStudy } from "./graph.ts";

/** Studies as REML's τ² sees them: variance (a − b) = variance (a − r) + variance (b − r) in ready-made contrasts. */
export function withIndependentErrors(component: Component, reference: string | undefined): Component {
  if (!component.studies.some(hasReadyArms)) return component;
  const place = reference === undefined ? -1 : component.treatments.indexOf(reference);
  return {
    ...component,
    studies: component.studies.map((study) => (hasReadyArms(study) ? independent(study, place) : study)),
  };
}

const hasReadyArms = ({ readyMade, arms }: IndexedStudy): boolean => readyMade && arms.length > 2;

function independent(study: IndexedStudy, reference: number): IndexedStudy {
  const { arms, effects, variances } = study;
  const p = arms.length;
  const found = arms.indexOf(reference);
  const base = found === -1 ? p - 1 : found;
  const ofEffects = new Float64Array(p * p);
  const ofVariances = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      if (i === j) continue;
      ofEffects[i * p + j] = effects[i * p + base]! - effects[j * p + base]!;
      ofVariances[i * p + j] = variances[i * p + base]! + variances[j * p + base]!;
    }
  }
  return { ...study, effects: ofEffects, variances: ofVariances };
}
