import { describe, expect, it } from "vitest";
import { ruleChances } from "../src/chances.ts";
import { knowledgeAfter } from "../src/planning.ts";
import { type FixtureDiary, readFixtures } from "./fixtures.ts";

interface PlanningFixture extends FixtureDiary {
  sigma: number;
  rho: number;
  lambda: number;
  prior_mean: number[];
  prior_sd: number[];
  mcid: number;
  mean_now: number[];
  cov_now: number[][];
  results: {
    plan: string;
    n: number;
    sd_now: number;
    sd_then: number;
    sd_of_mean_shift: number;
    prob_helping: number;
    prob_mcid: number;
    prob_not_enough: number;
    x_future: number[];
  }[];
}

/** Those of docs/methods.md §5, by which the reference was made. */
const PAPER_MARKS = { size: 0, helps: 0.975, worse: 0.975 };

const fixtures = readFixtures<PlanningFixture>("planning-");

describe("what further days would teach", () => {
  it("[RS-21] both diaries with twelve plans each are there", () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(2);
    for (const { fixture } of fixtures) expect(fixture.results.length).toBe(12);
  });

  for (const { name, fixture } of fixtures) {
    for (const result of fixture.results) {
      it(`[RS-21] ${name}, ${result.plan} for ${result.n} days: agrees with R to 1e-6`, () => {
        const regression = {
          days: fixture.day,
          ratings: fixture.y,
          rows: Float64Array.from(fixture.X.flat()),
          priors: fixture.prior_mean.map((mean, k) => ({ mean, sd: fixture.prior_sd[k]! })),
        };
        const k = fixture.columns.indexOf("treat1");
        const weights = fixture.columns.map((_, i) => Number(i === k));
        const days = result.x_future.map((_, i) => fixture.T + 1 + i);
        const rows = result.x_future.flatMap((x, i) => [1, (days[i]! - (fixture.T + 1) / 2) / 30, x]);
        const [knowledge] = knowledgeAfter(regression, fixture, weights, [
          { days, rows: Float64Array.from(rows) },
        ]);
        const near = (got: number, wanted: number, what: string) =>
          expect(Math.abs(got - wanted), what).toBeLessThan(1e-6);
        if (!knowledge) throw new Error("no knowledge");
        near(knowledge.mean, fixture.mean_now[k]!, "mean now");
        near(knowledge.sdNow, Math.sqrt(fixture.cov_now[k]![k]!), "SD now, from the covariance");
        near(knowledge.sdNow, result.sd_now, "SD now");
        near(knowledge.sdThen, result.sd_then, "SD then");
        near(Math.sqrt(knowledge.sdNow ** 2 - knowledge.sdThen ** 2), result.sd_of_mean_shift, "shift");
        const chances = ruleChances(knowledge, fixture.mcid, PAPER_MARKS);
        near(chances.helps, result.prob_helping, "helps");
        near(chances.helpsEnough, result.prob_mcid, "helps enough");
        near(chances.notEnough, result.prob_not_enough, "not enough");
      });
    }
  }
});
