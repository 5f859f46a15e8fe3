/** From the studies of a file to one pooled effect: rules EV-22 and EV-54 to EV-56. */
import { binaryEffect, continuousEffect, isBinary, isRatio, type Measure } from "./effectSizes.ts";
import type { Method } from "./heterogeneity.ts";
import { defaultInterval, type Interval, type Pooled, poolEffects, type StudyEffect } from "./pool.ts";
import type { Arm, StudiesFault, Study } from "./studies.ts";

export type PoolRequest = {
  readonly measure: Measure;
  /** REML unless told otherwise. */
  readonly method?: Method;
  /** `defaultInterval` unless told otherwise. */
  readonly ci?: Interval;
  /** Both or neither: what is compared with what. Without them the first arm stands against the second. */
  readonly treatment?: string;
  readonly versus?: string;
};

/** Why a study is not in the pool. */
export type LeftAside =
  | { readonly type: "WithoutComparison"; readonly study: string }
  | { readonly type: "NoEventsToCompare"; readonly study: string };

export type PoolNote =
  | LeftAside
  | { readonly type: "DifferentComparisons"; readonly comparisons: readonly string[] }
  | { readonly type: "NoWidth" }
  | { readonly type: "SingleStudy" };

export type PooledStudies = Omit<Pooled, "method" | "ci"> & {
  readonly measure: Measure;
  readonly method: Method;
  readonly ci: Interval;
  readonly treatment: string;
  readonly versus: string;
  /** Ratios as such, not as logarithms; `null` for differences. */
  readonly natural: { readonly estimate: number; readonly ciLower: number; readonly ciUpper: number } | null;
  readonly notes: readonly PoolNote[];
};

export type PoolFault =
  | StudiesFault
  | { readonly type: "HalfAComparison"; readonly missing: "treatment" | "versus" }
  | { readonly type: "SameTreatment"; readonly treatment: string }
  | { readonly type: "UnknownTreatment"; readonly treatment: string; readonly known: readonly string[] }
  | { readonly type: "NothingToPool"; readonly notes: readonly PoolNote[] }
  | { readonly type: "NoEffect"; readonly study: string; readonly measure: Measure }
  | { readonly type: "BeyondNumbers" };

export const isPoolFault = (value: PooledStudies | PoolFault): value is PoolFault => "type" in value;

type Compared = StudyEffect & { readonly pair: readonly [treatment: string, versus: string] };

/**
 * Pools the comparison of two treatments over studies.
 *
 * @example
 * pool([{ study: "A", arms: [{ treatment: "x", events: 3, n: 40 }, { treatment: "placebo", events: 9, n: 41 }] }],
 *   { measure: "OR" }) // estimate −1.2438…, k 1
 */
export function pool(studies: readonly Study[], request: PoolRequest): PooledStudies | PoolFault {
  const { measure, method = "REML", treatment, versus } = request;
  if ((treatment === undefined) !== (versus === undefined))
    return { type: "HalfAComparison", missing: treatment === undefined ? "treatment" : "versus" };
  if (treatment !== undefined && treatment === versus) return { type: "SameTreatment", treatment };
  const known = [...new Set(studies.flatMap(treatmentsOf))];
  for (const wanted of [treatment, versus])
    if (wanted !== undefined && !known.includes(wanted))
      return { type: "UnknownTreatment", treatment: wanted, known };

  const notes: PoolNote[] = [];
  const compared: Compared[] = [];
  for (const study of studies) {
    const effect = compare(study, measure, treatment, versus);
    if (!("type" in effect)) {
      // A mean of the wrong sign under ROM, or a standard error whose square leaves the range of numbers.
      if (!isSound(effect)) return { type: "NoEffect", study: study.study, measure };
      compared.push(effect);
    } else if (effect.type === "WithoutComparison" || effect.type === "NoEventsToCompare") notes.push(effect);
    else return effect;
  }
  const first = compared[0];
  if (first === undefined) return { type: "NothingToPool", notes };
  const comparisons = [...new Set(compared.map(({ pair }) => `${pair[0]} against ${pair[1]}`))];
  if (comparisons.length > 1) notes.push({ type: "DifferentComparisons", comparisons });

  const pooled = poolEffects(
    compared.map(({ study, estimate, variance }) => ({ study, estimate, variance })),
    {
      method,
      ci: request.ci ?? defaultInterval(method, compared.length),
    },
  );
  if (!Object.values(pooled).every((value) => typeof value !== "number" || Number.isFinite(value)))
    return { type: "BeyondNumbers" };
  if (pooled.k === 1) notes.push({ type: "SingleStudy" });
  else if (pooled.se === 0) notes.push({ type: "NoWidth" });
  const { estimate, ciLower, ciUpper } = pooled;
  return {
    measure,
    treatment: first.pair[0],
    versus: first.pair[1],
    ...pooled,
    natural: isRatio(measure)
      ? { estimate: Math.exp(estimate), ciLower: Math.exp(ciLower), ciUpper: Math.exp(ciUpper) }
      : null,
    notes,
  };
}

const isSound = ({ estimate, variance }: Compared): boolean =>
  Number.isFinite(estimate) && variance > 0 && variance < Number.POSITIVE_INFINITY;

const treatmentsOf = (study: Study): string[] =>
  "arms" in study
    ? study.arms.map((arm) => arm.treatment)
    : study.contrasts.flatMap((contrast) => [contrast.treatment, contrast.versus]);

/** One study's effect for the wanted comparison, why it has none, or what is wrong with it. */
function compare(
  study: Study,
  measure: Measure,
  treatment?: string,
  versus?: string,
): Compared | LeftAside | PoolFault {
  if ("contrasts" in study) {
    const contrast =
      treatment === undefined
        ? study.contrasts[0]
        : study.contrasts.find(
            (one) => [treatment, versus].includes(one.treatment) && [treatment, versus].includes(one.versus),
          );
    if (contrast === undefined) return { type: "WithoutComparison", study: study.study };
    const turned = treatment !== undefined && contrast.treatment !== treatment;
    return {
      study: study.study,
      pair: turned ? [contrast.versus, contrast.treatment] : [contrast.treatment, contrast.versus],
      estimate: turned ? -contrast.estimate : contrast.estimate,
      variance: contrast.se ** 2,
    };
  }
  const place = (name: string | undefined, otherwise: number): number =>
    name === undefined ? otherwise : study.arms.findIndex((arm) => arm.treatment === name);
  const places = [place(treatment, 0), place(versus, 1)] as const;
  const [active, control] = [study.arms[places[0]], study.arms[places[1]]];
  if (active === undefined || control === undefined) return { type: "WithoutComparison", study: study.study };
  const effect = effectOfArms(study.study, measure, [active, control], places);
  if ("type" in effect) return effect;
  return { ...effect, study: study.study, pair: [active.treatment, control.treatment] };
}

function effectOfArms(
  study: string,
  measure: Measure,
  arms: readonly [Arm, Arm],
  places: readonly [number, number],
): { readonly estimate: number; readonly variance: number } | LeftAside | PoolFault {
  const missing = (which: 0 | 1, key: string): StudiesFault => ({
    type: "Missing",
    study,
    field: `arms[${places[which]}].${key}`,
  });
  if (isBinary(measure)) {
    const counted: { events: number; n: number }[] = [];
    for (const which of [0, 1] as const) {
      const { events, n } = arms[which];
      if (events === undefined) return missing(which, "events");
      counted.push({ events, n });
    }
    const [active, control] = counted as [{ events: number; n: number }, { events: number; n: number }];
    return binaryEffect(measure, active, control) ?? { type: "NoEventsToCompare", study };
  }
  const measured: { n: number; mean: number; sd: number }[] = [];
  for (const which of [0, 1] as const) {
    const { n, mean, sd } = arms[which];
    if (mean === undefined) return missing(which, "mean");
    if (sd === undefined) return missing(which, "sd");
    if (n < 2)
      return { type: "OutOfRange", study, field: `arms[${places[which]}].n`, found: n, rule: "2 or more" };
    measured.push({ n, mean, sd });
  }
  const [active, control] = measured as [
    { n: number; mean: number; sd: number },
    { n: number; mean: number; sd: number },
  ];
  return continuousEffect(measure, active, control);
}
