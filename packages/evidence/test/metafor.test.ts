/** Every vector of metafor against the engine; see `fixtures/README.md` for how they were made. */
import { afterAll, describe, expect, it } from "vitest";
import {
  type BinaryMeasure,
  binaryEffects,
  type ContinuousMeasure,
  continuousEffect,
  egger,
  heterogeneity,
  type Interval,
  type Method,
  mantelHaenszel,
  peto,
  poolEffects,
  predictionInterval,
  qProfile,
  tauSquaredSe,
  typicalVariance,
} from "../src/index.ts";
import { effectsOf, Ledger, type Model, type PairwiseFixture, readFixtures } from "./reference.ts";

/** Closed forms, and everything that follows from an iterated τ² (tolerances of the vectors). */
const EXACT = 1e-9;
const ITERATED = 1e-6;
const I2_PERCENT = 1e-4;
const closedForms: readonly string[] = ["EE", "DL", "HE", "SJ"];

const fixtures = readFixtures<PairwiseFixture>("pairwise-");
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

const tablesOf = (fixture: PairwiseFixture) =>
  fixture.data.map((row) => ({
    active: { events: row.ai!, n: row.n1i! },
    control: { events: row.ci!, n: row.n2i! },
  }));

describe.each(fixtures)("$id", (fixture) => {
  it("[EV-1] [EV-4] [EV-5] [EV-7] has the effect and variance of each study from its arms", () => {
    const own = ledger();
    for (const analysis of fixture.analyses) {
      if (analysis.measure === "GEN") continue;
      const rule = analysis.zero_cells;
      const effects =
        rule === undefined
          ? fixture.data.map((row) =>
              continuousEffect(
                analysis.measure as ContinuousMeasure,
                { n: row.n1i!, mean: row.m1i!, sd: row.sd1i! },
                { n: row.n2i!, mean: row.m2i!, sd: row.sd2i! },
                analysis.vtype,
              ),
            )
          : binaryEffects(analysis.measure as BinaryMeasure, tablesOf(fixture), {
              add: rule.add,
              to: rule.to,
              dropDoubleZero: rule.drop00,
            });
      expect(effects.length).toBe(analysis.yi.length);
      effects.forEach((effect, i) => {
        const where = `${analysis.measure} ${analysis.vtype ?? JSON.stringify(rule)} study ${i}`;
        const [yi, vi] = [analysis.yi[i], analysis.vi[i]];
        // A double zero that metafor drops is `null` there and here.
        if (yi === null || yi === undefined || vi === null || vi === undefined)
          expect(effect, where).toBeNull();
        else {
          own.close("yi", where, effect?.estimate, yi, EXACT);
          own.close("vi", where, effect?.variance, vi, EXACT, 0);
        }
      });
    }
    own.settle(fixture.kind === "generic-inverse-variance" ? 0 : 2 * fixture.data.length);
  });

  it("[EV-10] [EV-14] [EV-15] [EV-20] [EV-24] has every estimator with every test, its weights and prediction intervals", () => {
    const own = ledger();
    let models = 0;
    for (const analysis of fixture.analyses) {
      const effects = effectsOf(analysis);
      const v = effects.map((effect) => effect.variance);
      const typical = typicalVariance(v);
      for (const [key, model] of Object.entries(analysis.models) as [string, Model][]) {
        const [method, ci] = key.split("_") as [Method, Interval];
        if (!["z", "knha", "adhoc"].includes(ci)) continue;
        expect(model.error, "a model that the reference could not fit must be looked at").toBeUndefined();
        models++;
        const pooled = poolEffects(effects, { method, ci });
        const tolerance = closedForms.includes(method) ? EXACT : ITERATED;
        const where = `${analysis.measure} ${JSON.stringify(analysis.zero_cells ?? analysis.vtype)} ${key}`;
        const check = (
          kind: string,
          ours: number | null,
          theirs: number | null,
          allowed = tolerance,
          scale = 1,
        ) => {
          if (theirs === null) expect(ours, `${where} ${kind}`).toBeNull();
          else
            own.close(
              `${closedForms.includes(method) ? "closed" : "iterated"} ${kind}`,
              where,
              ours,
              theirs,
              allowed,
              scale,
            );
        };
        check("estimate", pooled.estimate, model.estimate);
        check("se", pooled.se, model.se);
        check("ciLower", pooled.ciLower, model.ci_lb);
        check("ciUpper", pooled.ciUpper, model.ci_ub);
        check("p", pooled.p, model.p);
        // τ² on the scale of the sampling variances, so that a risk difference is held as strictly as an odds ratio.
        check("tau2", pooled.tau2, model.tau2, tolerance, typical);
        if (model.se_tau2 !== null) {
          const y = effects.map((effect) => effect.estimate);
          check(
            "seTau2",
            tauSquaredSe(y, v, pooled.tau2 ?? Number.NaN, method),
            model.se_tau2,
            tolerance,
            typical,
          );
        }
        check("i2", pooled.i2, model.I2_percent, I2_PERCENT);
        check("h2", pooled.h2, model.H2);
        check("q", pooled.q, model.Q, EXACT);
        check("qP", pooled.qP, model.Q_p, EXACT, 0);
        expect([pooled.qDf, pooled.k]).toEqual([model.Q_df, model.k]);
        const prediction = [pooled.predictionLower, pooled.predictionUpper] as const;
        for (const end of [0, 1] as const) {
          check("prediction", prediction[end], model.pi_metafor_default?.[end] ?? null);
          check(
            "prediction t(k-2)",
            predictionInterval(pooled, "t(k-2)")?.[end] ?? null,
            model.pi_t_kminus2?.[end] ?? null,
          );
          check(
            "prediction t(k-1)",
            predictionInterval(pooled, "t(k-1)")?.[end] ?? null,
            model.pi_t_kminus1?.[end] ?? null,
          );
        }
        if (model.weights_percent !== null) {
          expect(model.weights_percent.length).toBe(pooled.studies.length);
          model.weights_percent.forEach((weight, i) => {
            check("weight", pooled.studies[i]?.weight ?? null, weight);
          });
        }
      }
    }
    expect(models).toBe(22 * fixture.analyses.length);
    own.settle(models * 11);
  });

  it("[EV-16] has the Q-profile interval of τ²", () => {
    const own = ledger();
    for (const analysis of fixture.analyses) {
      const profile = analysis.models.REML_confint_Qprofile!;
      const effects = effectsOf(analysis);
      const y = effects.map((effect) => effect.estimate);
      const v = effects.map((effect) => effect.variance);
      const typical = typicalVariance(v);
      const ours = qProfile(y, v);
      const [tau2, lower, upper] = profile.tau2 as [number, number, number];
      own.close("Q-profile lower", analysis.measure, ours.lower, lower, ITERATED, typical);
      // metafor looks no further than the larger of 100 and 10 τ² and gives that end where the interval is wider.
      const ceiling = Math.max(100, 10 * tau2);
      own.close("Q-profile upper", analysis.measure, Math.min(ceiling, ours.upper), upper, ITERATED, typical);
      const i2 = profile.I2_percent as [number, number, number];
      own.close("I2", analysis.measure, heterogeneity(y, v, "REML").i2, i2[0], I2_PERCENT);
      own.close("I2 lower", analysis.measure, (100 * ours.lower) / (ours.lower + typical), i2[1], I2_PERCENT);
      if (upper < ceiling)
        own.close(
          "I2 upper",
          analysis.measure,
          (100 * ours.upper) / (ours.upper + typical),
          i2[2],
          I2_PERCENT,
        );
    }
    own.settle(3 * fixture.analyses.length);
  });

  it("[EV-27] has every study left out in turn", () => {
    const own = ledger();
    for (const analysis of fixture.analyses) {
      const left = analysis.models.leave1out_DL;
      const ours = poolEffects(effectsOf(analysis), { method: "DL", ci: "z" }).leaveOneOut;
      expect(ours.length).toBe(left?.estimate.length ?? 0);
      ours.forEach((entry, i) => {
        const where = `${analysis.measure} without ${i}`;
        own.close("left out estimate", where, entry.estimate, left!.estimate[i]!, EXACT);
        own.close("left out se", where, entry.se, left!.se[i]!, EXACT);
        own.close("left out tau2", where, entry.tau2, left!.tau2[i]!, EXACT);
        own.close("left out q", where, entry.q, left!.Q[i]!, EXACT);
      });
    }
    own.settle(fixture.data.length < 3 ? 0 : 12);
  });

  it("[EV-32] has Egger's test", () => {
    const own = ledger();
    for (const analysis of fixture.analyses) {
      const theirs = analysis.models.egger_lm;
      const ours = egger(effectsOf(analysis));
      if (theirs === undefined) {
        expect(ours).toBeNull();
        continue;
      }
      own.close("Egger t", analysis.measure, ours?.t, theirs.t, EXACT);
      own.close("Egger p", analysis.measure, ours?.p, theirs.p, EXACT);
      own.close("Egger limit", analysis.measure, ours?.limitEstimate, theirs.limit_estimate, EXACT);
      expect(ours?.df).toBe(theirs.df);
    }
    own.settle(fixture.data.length < 3 ? 0 : 3);
  });
});

describe.each(fixtures.filter((fixture) => fixture.kind === "binary"))(
  "$id, two-by-two tables",
  (fixture) => {
    it("[EV-30] has Mantel and Haenszel's estimates", () => {
      const own = ledger();
      for (const [measure, theirs] of Object.entries(fixture.mantel_haenszel!)) {
        const ours = mantelHaenszel(measure as BinaryMeasure, tablesOf(fixture));
        own.close("MH estimate", measure, ours?.estimate, theirs.estimate, EXACT);
        own.close("MH se", measure, ours?.se, theirs.se, EXACT);
        own.close("MH ciLower", measure, ours?.ciLower, theirs.ci_lb, EXACT);
        own.close("MH ciUpper", measure, ours?.ciUpper, theirs.ci_ub, EXACT);
        own.close("MH p", measure, ours?.p, theirs.p, EXACT);
        own.close("MH q", measure, ours?.q, theirs.Q, EXACT);
        own.close("MH qP", measure, ours?.qP, theirs.Q_p, EXACT, 0);
        own.close("MH i2", measure, ours?.i2, theirs.I2_percent, I2_PERCENT);
      }
      own.settle(24);
    });

    it("[EV-31] has Peto's odds ratio", () => {
      const own = ledger();
      const ours = peto(tablesOf(fixture));
      const theirs = fixture.peto!;
      own.close("Peto estimate", "OR", ours?.estimate, theirs.log_or, EXACT);
      own.close("Peto se", "OR", ours?.se, theirs.se, EXACT);
      own.close("Peto ciLower", "OR", ours?.ciLower, theirs.ci_lb, EXACT);
      own.close("Peto ciUpper", "OR", ours?.ciUpper, theirs.ci_ub, EXACT);
      own.close("Peto q", "OR", ours?.q, theirs.Q, EXACT);
      own.settle(5);
    });
  },
);

afterAll(() => {
  // A fixture that is not read proves nothing.
  expect(fixtures.length).toBe(13);
  total.settle(30_000);
  if (process.env.SHOW_ERRORS) {
    console.log(total.count, "comparisons");
    for (const [kind, { error, where, count }] of total.worstByKind) console.log(kind, count, error, where);
  }
});
