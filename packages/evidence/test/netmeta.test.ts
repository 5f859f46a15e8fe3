/** Every vector of netmeta against the engine; see `fixtures/README.md` for how they were made. */
import { afterAll, describe, expect, it } from "vitest";
import {
  isNetworkFault,
  type Matrix,
  type Network,
  type NetworkStudy,
  network,
  networkStudies,
  pScores,
} from "../src/index.ts";
import { denseLikelihoods } from "./denseLikelihood.ts";
import {
  armsOf,
  fromNetmeta,
  isContrastData,
  type Named,
  networkFixtures,
  studiesOf,
} from "./networkFixtures.ts";
import { Ledger } from "./reference.ts";

/** Closed forms, and what follows from an iterated τ² (tolerances of the vectors). */
const EXACT = 1e-8;
const ITERATED = 1e-4;

const total = new Ledger();

/** A ledger for one test that also feeds the grand total. */
function ledger(): Ledger {
  const own = new Ledger();
  const close = own.close.bind(own);
  own.close = (...args) => {
    close(...args);
    total.close(...args);
  };
  return own;
}

const only = (
  studies: readonly NetworkStudy[],
  method: Parameters<typeof network>[1],
  reference?: string,
): Network => {
  const answer = network(studies, method, reference);
  if (isNetworkFault(answer)) throw new Error(JSON.stringify(answer));
  expect(answer.networks.length).toBe(1);
  return answer.networks[0]!;
};

/** R wrote matrices with one wrapping list too many. */
const unwrapped = ({ values }: Named): (number | null)[][] =>
  (Array.isArray(values[0]?.[0]) ? values[0] : values) as (number | null)[][];

const cases = networkFixtures.flatMap((fixture) =>
  fixture.results.map((result) => ({
    name: `${fixture.id} ${result.sm} ${result.method_tau}`,
    fixture,
    result,
  })),
);
const usable = cases.filter(({ result }) => result.error === undefined);

describe.each(usable)("$name", ({ name, fixture, result }) => {
  const tolerance = result.method_tau === "DL" ? EXACT : ITERATED;
  const readyMade = isContrastData(fixture);
  const studies = studiesOf(result).map((study) => ({ ...study, readyMade }));
  const our = only(studies, result.method_tau, result.reference);
  const { tau2 } = our;
  const place = (treatment: string): number => our.treatments.indexOf(treatment);

  /** Checks that know their tolerance, and a count that must be reached. */
  function checks() {
    const own = ledger();
    const check = (
      kind: string,
      ours: number | null | undefined,
      theirs: number | null,
      allowed = tolerance,
    ): void => {
      if (theirs !== null) own.close(`${result.method_tau} ${kind}`, name, ours, theirs, allowed);
    };
    const checkMatrix = (
      kind: string,
      ours: Matrix | undefined,
      theirs: Named,
      allowed = tolerance,
    ): void => {
      const values = unwrapped(theirs);
      for (const [i, row] of theirs.rows.entries())
        for (const [j, column] of theirs.cols.entries())
          if (row !== column) check(kind, ours?.[place(row)]?.[place(column)], values[i]![j]!, allowed);
    };
    return { check, checkMatrix, settle: (atLeast: number) => own.settle(atLeast) };
  }
  const pairs = (result.n_treatments * (result.n_treatments - 1)) / 2;

  it("[EV-64] [EV-65] [EV-66] [EV-68] has τ², Q and the league tables", () => {
    const { check, checkMatrix, settle } = checks();
    expect(our.k).toBe(result.k_studies);
    expect([...our.treatments].sort()).toEqual([...result.treatments].sort());
    expect(our.qDf).toBe(result.df_Q);
    check("tau2", tau2, result.tau2);
    check("q", our.q, result.Q, EXACT);
    check("qP", our.qP, result.p_Q, EXACT);
    check("i2", our.i2 === null ? null : our.i2 / 100, result.I2, EXACT);
    for (const [kind, ours, theirs] of [
      ["common", our.common, result.common],
      ["random", our.random, result.random],
    ] as const) {
      const allowed = kind === "common" ? EXACT : tolerance;
      checkMatrix(`${kind} estimate`, ours?.estimate, theirs.TE, allowed);
      checkMatrix(`${kind} se`, ours?.se, theirs.seTE, allowed);
      checkMatrix(`${kind} ciLower`, ours?.ciLower, theirs.lower, allowed);
      checkMatrix(`${kind} ciUpper`, ours?.ciUpper, theirs.upper, allowed);
      checkMatrix(`${kind} p`, ours?.p, theirs.pval, allowed);
    }
    settle(20 * pairs);
  });

  it("[EV-62] [EV-63] has the adjusted standard errors, fitted values and leverages of every contrast", () => {
    const { check, settle } = checks();
    const { studies } = result;
    for (const [i, study] of studies.studlab.map(String).entries()) {
      const [a, b] = [studies.treat1[i]!, studies.treat2[i]!];
      const found = our.contrasts.find(
        (one) => one.study === study && [a, b].includes(one.treatment) && [a, b].includes(one.versus),
      );
      const sign = found?.treatment === a ? 1 : -1;
      check("seAdjustedCommon", found?.seAdjustedCommon, studies.seTE_adj_common[i]!, EXACT);
      check("seAdjustedRandom", found?.seAdjustedRandom, studies.seTE_adj_random[i]!);
      check("fitted", sign * (found?.fittedCommon ?? Number.NaN), studies.fitted_common[i]!, EXACT);
      check("leverage", found?.leverageCommon, studies.leverage[i]!, EXACT);
    }
    // netmeta gives no leverage for a study with more than two arms.
    const leverages = studies.leverage.filter((leverage) => leverage !== null).length;
    settle(3 * studies.studlab.length + leverages);
  });

  it("[EV-69] [EV-70] has the prediction intervals and P-scores", () => {
    const { check, checkMatrix, settle } = checks();
    checkMatrix("prediction", our.prediction?.lower, result.prediction.lower);
    checkMatrix("prediction", our.prediction?.upper, result.prediction.upper);
    for (const [better, theirs] of [
      ["lower", result.p_scores.small_values_desirable],
      ["higher", result.p_scores.small_values_undesirable],
    ] as const) {
      for (const kind of ["common", "random"] as const) {
        const scores = pScores(our[kind]!, better);
        for (const [treatment, score] of Object.entries(theirs[kind]))
          check(`P-score ${kind}`, scores[place(treatment)], score, kind === "common" ? EXACT : tolerance);
      }
    }
    settle(4 * result.n_treatments);
  });

  it("[EV-72] has the parts of Q", () => {
    const { check, settle } = checks();
    const { decomposition } = our;
    check("Q heterogeneity", decomposition?.heterogeneity.q, result.Q_heterogeneity, EXACT);
    check("Q heterogeneity p", decomposition?.heterogeneity.p, result.p_Q_heterogeneity, EXACT);
    check("Q inconsistency", decomposition?.inconsistency.q, result.Q_inconsistency, EXACT);
    check("Q inconsistency p", decomposition?.inconsistency.p, result.p_Q_inconsistency, EXACT);
    expect(decomposition?.heterogeneity.df).toBe(result.df_Q_heterogeneity);
    expect(decomposition?.inconsistency.df).toBe(result.df_Q_inconsistency);
    expect(decomposition?.designs.length).toBe(result.n_designs);
    const design = result.decomp_design?.Q_het_design;
    for (const [i, label] of (design?.design ?? []).entries()) {
      // The reference group stands first in netmeta's labels, and R sorts by other rules.
      const wanted = label.split(":").sort().join(":");
      const found = decomposition?.designs.find((one) => one.treatments.join(":") === wanted);
      check("Q of a design", found?.q, design!.Q[i]!, EXACT);
      expect(found?.df).toBe(design!.df[i]);
    }
    const theirs = result.decomp_design?.Q_inc_random;
    const ours = decomposition?.inconsistencyRandom;
    check("Q inconsistency, random", ours?.q, theirs?.Q[0] ?? null, EXACT);
    check("Q inconsistency, random p", ours?.p, theirs?.pval[0] ?? null, EXACT);
    check("tau within", Math.sqrt(ours?.tau2Within ?? Number.NaN), theirs?.["tau.within"][0] ?? null, EXACT);
    settle(2);
  });

  it("[EV-71] splits direct and indirect evidence", () => {
    const { check, settle } = checks();
    const split = (kind: "common" | "random", a: string, b: string) => {
      const found = our[kind]!.splits.find(
        (one) => [a, b].includes(one.treatment) && [a, b].includes(one.versus),
      )!;
      return { found, sign: found.treatment === a ? 1 : -1 };
    };
    for (const kind of ["common", "random"] as const)
      for (const [label, theirs] of Object.entries(result[`prop_direct_${kind}`])) {
        const [a, b] = label.split(":") as [string, string];
        check(
          `proportion ${kind}`,
          split(kind, a, b).found.proportionDirect,
          theirs,
          kind === "common" ? EXACT : tolerance,
        );
      }
    const matrices = [
      ["common", "direct", "estimate", result.direct_common],
      ["random", "direct", "estimate", result.direct_random],
      ["random", "direct", "se", result.se_direct_random],
      ["random", "indirect", "estimate", result.indirect_random],
      ["random", "indirect", "se", result.se_indirect_random],
    ] as const;
    for (const [kind, side, field, theirs] of matrices) {
      const values = unwrapped(theirs);
      for (const [i, row] of theirs.rows.entries())
        for (const [j, column] of theirs.cols.entries()) {
          if (row === column) continue;
          const { found, sign } = split(kind, row, column);
          const ours = found[side]?.[field];
          const turned = ours === undefined ? undefined : field === "se" ? ours : sign * ours;
          check(`${side} ${field} ${kind}`, turned, values[i]![j]!, kind === "common" ? EXACT : tolerance);
        }
    }
    for (const [i, label] of (result.netsplit?.comparison ?? []).entries()) {
      const [a, b] = label.split(":") as [string, string];
      const { found, sign } = split("random", a, b);
      const theirs = result.netsplit!;
      expect(found.k).toBe(theirs.k[i]);
      check(
        "netsplit difference",
        found.difference === null ? null : sign * found.difference.estimate,
        theirs.diff[i]!,
      );
      check("netsplit difference se", found.difference?.se, theirs.diff_se[i]!);
      check("netsplit p", found.difference?.p, theirs.diff_p[i]!);
    }
    settle(pairs);
  });
});

describe.each(networkFixtures.filter((fixture) => !isContrastData(fixture)))("$id", (fixture) => {
  it("[EV-60] [EV-61] has every pair's effect from the arms", () => {
    const own = ledger();
    const arms = armsOf(fixture);
    for (const result of fixture.results.filter(({ error }) => error === undefined)) {
      const ours = networkStudies(arms, result.sm);
      if (isNetworkFault(ours)) throw new Error(JSON.stringify(ours));
      const theirs = studiesOf(result);
      expect(ours.studies.map(({ study }) => study).sort()).toEqual(theirs.map(({ study }) => study).sort());
      for (const { study, contrasts } of theirs) {
        const where = `${result.sm} ${study}`;
        const found = ours.studies.find((one) => one.study === study)!;
        expect(found.contrasts.length).toBe(contrasts.length);
        const measured = arms.find((one) => one.study === study)!;
        for (const contrast of contrasts) {
          const pair = [contrast.treatment, contrast.versus];
          const one = found.contrasts.find(
            (each) => pair.includes(each.treatment) && pair.includes(each.versus),
          )!;
          const expected = fromNetmeta(result.sm, measured, contrast);
          const sign = one.treatment === contrast.treatment ? 1 : -1;
          own.close("pair estimate", where, sign * one.estimate, expected.estimate, 1e-9);
          own.close("pair variance", where, one.variance, expected.variance, 1e-9, 0);
        }
      }
    }
    own.settle(12);
  });
});

const likely = cases.filter(({ result }) => result.method_tau === "REML");

describe.each(likely)("$name", ({ fixture, result }) => {
  it("[EV-66] has the τ² of the largest restricted likelihood, by dense matrices", () => {
    // Where netmeta's own search did not converge, the contrasts are those of its DerSimonian-Laird run.
    const studies = studiesOf(
      result.error === undefined ? result : fixture.results.find(({ error }) => error === undefined)!,
    );
    const tau2 = only(studies, "REML").tau2!;
    const around = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1.01, 1.1, 2, 10, 100].map((factor) => factor * tau2);
    const far = [1e-6, 1e-4, 1e-2, 0.1, 1, 10];
    const [highest, ...others] = denseLikelihoods(studies, [tau2, ...around, ...far]);
    for (const [i, other] of others.entries())
      expect(highest! - other, `against τ² ${[...around, ...far][i]}`).toBeGreaterThanOrEqual(-1e-9);
  });
});

it("[EV-66] netmeta's REML did not converge in one case, which is the only one without its vectors", () => {
  const without = cases.filter(({ result }) => result.error !== undefined);
  expect(without.map(({ name }) => name)).toEqual(["network-baker2009 OR REML"]);
  expect(without[0]!.result.error).toContain("did not converge");
});

afterAll(() => {
  // A fixture that is not read proves nothing.
  expect(networkFixtures.length).toBe(7);
  expect(usable.length).toBe(23);
  total.settle(10_000);
  if (process.env.SHOW_ERRORS) {
    console.log(total.count, "comparisons");
    for (const [kind, { error, where, count }] of total.worstByKind) console.log(kind, count, error, where);
  }
});
