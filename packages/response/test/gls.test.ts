import { describe, expect, it } from "vitest";
import { type GlsMethod, generalisedLeastSquares } from "../src/gls.ts";
import { type FixtureDiary, readFixtures } from "./fixtures.ts";

interface GlsFixture extends FixtureDiary {
  fits: {
    method: GlsMethod;
    rho_known: boolean;
    rho: number;
    coef: Record<string, number>;
    vcov: number[][];
    sigma: number;
    logLik: number;
    check: { coef: number[]; sigma: number };
  }[];
}

const fixtures = readFixtures<GlsFixture>("gls-ar1-");

describe("generalised least squares with AR(1)", () => {
  it("[RS-20] six diaries, both methods, known and estimated correlation are there", () => {
    const fits = fixtures.flatMap(({ fixture }) => fixture.fits);
    expect(fixtures.length).toBeGreaterThanOrEqual(6);
    for (const method of ["ML", "REML"]) {
      for (const known of [true, false]) {
        expect(fits.some((fit) => fit.method === method && fit.rho_known === known)).toBe(true);
      }
    }
  });

  for (const { name, fixture } of fixtures) {
    const input = {
      days: fixture.day,
      ratings: fixture.y,
      rows: Float64Array.from(fixture.X.flat()),
      width: fixture.columns.length,
    };
    for (const fit of fixture.fits) {
      const tolerance = fit.rho_known ? 1e-8 : 1e-4;
      const title = `${name} ${fit.method} ρ ${fit.rho_known ? fit.rho : "estimated"}`;
      it(`[RS-20] ${title}: agrees with nlme to ${tolerance}`, () => {
        const ours = generalisedLeastSquares(input, fit.method, fit.rho_known ? fit.rho : undefined);
        if (!ours) throw new Error("no fit");
        const near = (got: number, wanted: number, what: string) =>
          expect(Math.abs(got - wanted), what).toBeLessThan(tolerance);
        near(ours.rho, fit.rho, "rho");
        const coefficients = Object.values(fit.coef);
        expect(coefficients.length).toBe(input.width);
        coefficients.forEach((wanted, k) => {
          near(ours.coefficients[k]!, wanted, `coefficient ${k}`);
        });
        for (let r = 0; r < input.width; r++) {
          for (let c = 0; c < input.width; c++) {
            near(ours.covariance[r * input.width + c]!, fit.vcov[r]![c]!, `covariance ${r} ${c}`);
          }
        }
        near(ours.sigma, fit.sigma, "sigma");
        near(ours.logLikelihood, fit.logLik, "log likelihood");
      });
    }
  }

  it("[RS-20] gives null for more columns than days and for columns that depend on each other", () => {
    const rows = Float64Array.of(1, 2, 1, 2, 1, 2);
    expect(
      generalisedLeastSquares({ days: [1, 2, 3], ratings: [1, 2, 3], rows, width: 2 }, "ML", 0.2),
    ).toBeNull();
    expect(
      generalisedLeastSquares({ days: [1, 2], ratings: [1, 2], rows: rows.slice(0, 4), width: 2 }, "ML"),
    ).toBeNull();
  });
});
