import { describe, expect, it } from "vitest";
import { mixtureCdf, mixtureUpperTail, summarise } from "../src/mixture.ts";
import { DEFAULT_FINENESS, integrate } from "../src/posterior/lattice.ts";
import { coefficient, contrast, meanOfErrors, type Posterior } from "../src/posterior/posterior.ts";
import { integrateOnReferenceLattice } from "../src/posterior/referenceLattice.ts";
import { contrastsLike } from "../src/posterior/variants.ts";
import {
  type CoefficientReference,
  errorPriorsOf,
  type PosteriorFixture,
  readFixtures,
  regressionOf,
} from "./fixtures.ts";

const fixtures = readFixtures<PosteriorFixture>("posterior-");
const QUANTITIES = ["mean", "sd", "q05", "q50", "q95"] as const;
const PROBABILITIES = ["p_below_0", "p_below_minus_mcid", "p_above_mcid"] as const;
type Quantity = (typeof QUANTITIES)[number] | (typeof PROBABILITIES)[number];

function referenceNumbers(posterior: Posterior, k: number, mcid: number): CoefficientReference {
  const mixture = coefficient(posterior, k);
  return {
    ...summarise(mixture),
    p_below_0: mixtureCdf(mixture, 0),
    p_below_minus_mcid: mixtureCdf(mixture, -mcid),
    p_above_mcid: mixtureUpperTail(mixture, mcid),
  };
}

interface Difference {
  where: string;
  quantity: Quantity;
  size: number;
}

/** Every coefficient × every quantity that `reference` holds. */
function differences(
  fixture: PosteriorFixture,
  posterior: Posterior,
  reference: PosteriorFixture["grid"]["coef"],
) {
  return fixture.columns.flatMap((column, k) => {
    const ours = referenceNumbers(posterior, k, fixture.mcid);
    const theirs = reference[column]!;
    return [...QUANTITIES, ...PROBABILITIES].map((quantity): Difference => {
      return { where: column, quantity, size: Math.abs(ours[quantity] - theirs[quantity]) };
    });
  });
}

const isProbability = ({ quantity }: Difference) => quantity.startsWith("p_");

describe("posterior of the coefficients", () => {
  it("[RS-7] all eight fits and both error models are there", () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(8);
    expect(fixtures.some(({ fixture }) => fixture.priors.logit_lambda === null)).toBe(true);
    expect(fixtures.some(({ fixture }) => fixture.priors.logit_lambda !== null)).toBe(true);
  });

  for (const { name, fixture } of fixtures) {
    const regression = regressionOf(fixture);
    const errorPriors = errorPriorsOf(fixture);
    const { step_in_sd: step, span_in_sd: span } = fixture.grid;
    const own = integrate(regression, errorPriors);

    it(`[RS-7] ${name}: the lattice of the R implementation gives its numbers to 1e-3`, () => {
      const posterior = integrateOnReferenceLattice(regression, errorPriors, { step, span });
      const found = differences(fixture, posterior, fixture.grid.coef);
      expect(found.length).toBe(fixture.columns.length * 8);
      for (const { where, quantity, size } of found) expect(size, `${where} ${quantity}`).toBeLessThan(1e-3);
      expect(posterior.logMarginalLikelihood).toBeCloseTo(fixture.grid.log_marginal_likelihood, 4);
      expect(Math.log(posterior.mode.sigma)).toBeCloseTo(fixture.grid.mode[0]!, 3);
      expect(Math.atanh(posterior.mode.rho)).toBeCloseTo(fixture.grid.mode[1]!, 3);
    });

    it(`[RS-7] ${name}: our own lattice agrees with it to 5e-3`, () => {
      const found = differences(fixture, own, fixture.grid.coef);
      expect(found.length).toBe(fixture.columns.length * 8);
      // The edge of the reference's ball leaves 1.3 % of this one posterior out (fixtures/README.md): a wider ball on the
      // same lattice has to agree instead, there and everywhere.
      const cutOff = ({ where, quantity }: Difference) =>
        name === "posterior-ar1-nugget-d5" && where === "treat1" && quantity === "q95";
      for (const one of found) {
        if (!cutOff(one)) expect(one.size, `${one.where} ${one.quantity}`).toBeLessThan(5e-3);
      }
      expect(found.filter(cutOff).length).toBe(name === "posterior-ar1-nugget-d5" ? 1 : 0);
      const wide = integrateOnReferenceLattice(regression, errorPriors, { step: 0.7, span: 14 });
      fixture.columns.forEach((column, k) => {
        const [ours, theirs] = [
          referenceNumbers(own, k, fixture.mcid),
          referenceNumbers(wide, k, fixture.mcid),
        ];
        for (const quantity of [...QUANTITIES, ...PROBABILITIES]) {
          expect(Math.abs(ours[quantity] - theirs[quantity]), `wide ${column} ${quantity}`).toBeLessThan(
            2e-3,
          );
        }
      });
    });

    it(`[RS-7] ${name}: agrees with Stan, 0.02 in probabilities and 0.03 in quantiles`, () => {
      const found = differences(fixture, own, fixture.stan.coef);
      expect(found.length).toBe(fixture.columns.length * 8);
      for (const one of found) {
        expect(one.size, `${one.where} ${one.quantity}`).toBeLessThan(isProbability(one) ? 0.02 : 0.03);
      }
      expect(Math.abs(meanOfErrors(own, ({ sigma }) => sigma) - fixture.stan.sigma.mean)).toBeLessThan(0.03);
      expect(Math.abs(meanOfErrors(own, ({ rho }) => rho) - fixture.stan.rho.mean)).toBeLessThan(0.03);
    });

    it(`[RS-31] ${name}: a weighted sum on the lattice of another fit is what all of the posterior says of it`, () => {
      const place = fixture.columns.length - 1;
      const c = fixture.columns.map((_, k) => (k === place ? 1 : 0.3 * k));
      const width = fixture.columns.length;
      const column = Float64Array.from(regression.days, (_, i) => regression.rows[i * width + place]!);
      const otherColumn = column.map((value, i) => value + (i % 3));
      const believed = regression.priors.map((prior, k) => (k === place ? { ...prior, mean: -0.8 } : prior));
      const informed = { ...regression, priors: believed };
      for (const [one, fit] of [
        [regression, own],
        [informed, integrate(informed, errorPriors)],
      ] as const) {
        // The one that is asked for stands second: its column comes from beside the others.
        const variants = { place, columns: [otherColumn, column] };
        const like = contrastsLike(one, variants, errorPriors, { other: fit, c })[1]!;
        const [found, wanted] = [summarise(like.mixture), summarise(contrast(fit, c))];
        for (const quantity of QUANTITIES)
          expect(Math.abs(found[quantity] - wanted[quantity]), quantity).toBeLessThan(0.02 * wanted.sd);
        // Only points below e⁻⁵ of the best were left out.
        expect(Math.abs(like.logMarginalLikelihood - fit.logMarginalLikelihood)).toBeLessThan(0.02);
      }
    });

    it(`[RS-7] ${name}: a lattice twice as fine and deeper changes nothing that shows`, () => {
      const fine = integrate(regression, errorPriors, {
        step: DEFAULT_FINENESS.step / 2,
        sigmaStep: DEFAULT_FINENESS.sigmaStep / 2,
        depth: 14,
      });
      fixture.columns.forEach((column, k) => {
        const [usual, finer] = [
          referenceNumbers(own, k, fixture.mcid),
          referenceNumbers(fine, k, fixture.mcid),
        ];
        for (const quantity of [...QUANTITIES, ...PROBABILITIES]) {
          expect(Math.abs(usual[quantity] - finer[quantity]), `${column} ${quantity}`).toBeLessThan(2e-3);
        }
      });
    });
  }
});
