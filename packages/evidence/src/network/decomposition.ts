/** Where the disagreement of a network comes from: rule EV-72. */
import { chiSquaredUpperTail } from "@unclench/stats";
import type { Component, IndexedStudy } from "./graph.ts";
import { degreesOfFreedom, type Fit, fitNetwork } from "./fit.ts";
import { momentTauSquared, momentTrace } from "./tauSquared.ts";

export type QPart = { readonly q: number; readonly df: number; readonly p: number | null };

export type Decomposition = {
  readonly total: QPart;
  /** Studies of one design disagree with each other. */
  readonly heterogeneity: QPart;
  /** Designs disagree with each other. */
  readonly inconsistency: QPart;
  /** The same between designs when studies of one design may differ by their own τ². */
  readonly inconsistencyRandom: QPart & { readonly tau2Within: number };
  readonly designs: readonly (QPart & { readonly treatments: readonly string[] })[];
};

const part = (q: number, df: number): QPart => ({
  // Rounding may leave a hair: below 0 where designs agree exactly, above it where nothing can disagree.
  q: df > 0 ? Math.max(0, q) : 0,
  df,
  p: df > 0 ? chiSquaredUpperTail(Math.max(0, q), df) : null,
});

/** The studies of each set of treatments, as a network of their own. */
function designsOf({ treatments, studies }: Component): Component[] {
  const byDesign = new Map<string, IndexedStudy[]>();
  for (const study of studies) {
    const key = study.arms.join(" ");
    const own = byDesign.get(key);
    if (own === undefined) byDesign.set(key, [study]);
    else own.push(study);
  }
  return [...byDesign.values()].map((own) => ({
    treatments: own[0]!.arms.map((place) => treatments[place]!),
    studies: own.map((study) => ({ ...study, arms: study.arms.map((_, i) => i) })),
  }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Q = Q within designs + Q between designs, with the weights of the common model; a design is a set of treatments that
 * were compared in one study (Higgins et al. 2012, Res Synth Methods 3:98; Krahn, Binder & König 2013, BMC Med Res
 * Methodol 13:35).
 */
export function decompose(component: Component, common: Fit): Decomposition | null {
  const designs = designsOf(component);
  const fitsAt = (tau2: number): Fit[] | null => {
    const fits = designs.map((design) => fitNetwork(design, tau2));
    return fits.every((fit) => fit !== null) ? fits : null;
  };
  const fits = fitsAt(0);
  if (fits === null) return null;
  const qs = fits.map((fit) => fit.q);
  const dfs = designs.map(degreesOfFreedom);
  const [df, dfWithin] = [degreesOfFreedom(component), sum(dfs)];
  const within = sum(qs);
  const trace = sum(designs.map((design, i) => momentTrace(design, fits[i]!)));
  const tau2Within = momentTauSquared(within, dfWithin, trace);
  const [random, randomFits] =
    tau2Within === 0 ? [common, fits] : [fitNetwork(component, tau2Within), fitsAt(tau2Within)];
  if (random === null || randomFits === null) return null;
  const between = random.q - sum(randomFits.map((fit) => fit.q));
  return {
    total: part(common.q, df),
    heterogeneity: part(within, dfWithin),
    inconsistency: part(common.q - within, df - dfWithin),
    inconsistencyRandom: { ...part(between, df - dfWithin), tau2Within },
    designs: designs.map(({ treatments }, i) => ({ treatments, ...part(qs[i]!, dfs[i]!) })),
  };
}
