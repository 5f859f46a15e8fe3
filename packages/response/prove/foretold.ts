/** Does what is said beforehand come true? Fair tests and further days of people as the engine believes them to be. */
import { type SeededRandom, seededRandom } from "@unclench/stats";
import {
  assess,
  assessFairTest,
  type DiaryDay,
  type DoseSpan,
  LONGEST_TEST,
  planDays,
  planFairTest,
  type Result,
  type TreatmentCourse,
  type VerdictChances,
} from "../src/index.ts";
import type { ForetoldRate } from "../src/errorRates.ts";
import { type LookBack, lookBack, MCID_SHARE } from "../src/look.ts";
import { logistic } from "../src/posterior/posterior.ts";
import { EFFECT_PRIOR, ERROR_PRIORS, TREND_PRIOR } from "../src/priors.ts";
import { isHelp, type VerdictName } from "../src/rules.ts";
import { ASSUMED_TAU, drawnSpeed, SPEEDS, trueExposure } from "./situation.ts";

export type ForetoldSituation = {
  readonly name: string;
  readonly plan: "fair test" | "further days";
  /** effect at full exposure, in smallest differences that matter; null: as different from person to person as believed */
  readonly differences: 0 | 1 | 2 | null;
  /** the first day with the treatment before the plan is made; null: it is new */
  readonly since: number | null;
};

/** Days of diary before the plan is made. */
const BEFORE = 42;
/** Further days, of which the plan is held against what came. */
const FURTHER = 28;
const LEVEL = 6;
const MISSING = 0.15;

const sizes = [
  ["does nothing", 0],
  ["helps by as much as matters", 1],
  ["helps by twice as much as matters", 2],
] as const;

export const foretold: readonly ForetoldSituation[] = [
  ...sizes.map(([words, differences]): ForetoldSituation => {
    return { name: `fair test of what is new and ${words}`, plan: "fair test", differences, since: null };
  }),
  ...sizes.map(([words, differences]): ForetoldSituation => {
    return {
      name: `fair test of what was done for four weeks already and ${words}`,
      plan: "fair test",
      differences,
      since: BEFORE - 27,
    };
  }),
  { name: "four weeks more, after two with it", plan: "further days", differences: null, since: BEFORE - 13 },
];

/** A person with errors, trend and speed as believed before, from day to day. */
function personOf(random: SeededRandom, { differences }: ForetoldSituation) {
  const drawn = ({ mean, sd }: { mean: number; sd: number }): number => random.normal(mean, sd);
  const sigma = Math.exp(drawn(ERROR_PRIORS.logSigma));
  const rho = Math.tanh(drawn(ERROR_PRIORS.atanhRho));
  const lambda = logistic(drawn(ERROR_PRIORS.logitLambda!));
  const trend = drawn(TREND_PRIOR);
  const effect = differences === null ? drawn(EFFECT_PRIOR) : -differences * MCID_SHARE * LEVEL;
  const tau = drawnSpeed(random) * ASSUMED_TAU;
  const lasting = sigma * Math.sqrt(lambda);
  let level = random.normal(0, lasting);
  const days = Array.from({ length: BEFORE + LONGEST_TEST }, (_, place) => {
    if (place > 0) level = rho * level + random.normal(0, lasting * Math.sqrt(1 - rho * rho));
    const noise = random.normal(0, sigma * Math.sqrt(1 - lambda));
    return { exact: LEVEL + (trend * (place + 1)) / 30 + level + noise, missing: random.chance(MISSING) };
  });
  return (spans: readonly DoseSpan[], until: number): DiaryDay[] => {
    const exposure = trueExposure(spans, tau, until);
    return days.slice(0, until).flatMap(({ exact, missing }, place) => {
      const rating = Math.round(exact + effect * exposure[place]!);
      return missing ? [] : [{ day: place + 1, rating: Math.min(10, Math.max(0, rating)) }];
    });
  };
}

type Foretold = { readonly said: VerdictChances; readonly came: VerdictName };

function foretoldOf(random: SeededRandom, situation: ForetoldSituation, lot: number): Foretold | null {
  const person = personOf(random, situation);
  const { plan, differences, since } = situation;
  const taken: DoseSpan[] = since === null ? [] : [{ from: since, to: null, doseShare: 1 }];
  const id = "treatment";
  const course = (spans: readonly DoseSpan[]): TreatmentCourse => {
    return { kind: "on-off", id, tauOn: ASSUMED_TAU, tauOff: ASSUMED_TAU, spans, timeScales: SPEEDS };
  };
  const treatments = [course(taken)];
  const { fit, baseline }: LookBack = had(
    lookBack({ diary: person(taken, BEFORE), treatments, today: BEFORE }),
  );
  const { mcid } = baseline;
  if (plan === "further days") {
    const [forecast] = planDays(fit, { treatment: id, mcid, after: BEFORE, mayPause: false });
    const said = forecast?.outlooks.find(({ days }) => days === FURTHER);
    if (said === undefined || said.tooEarly) return null;
    const today = BEFORE + FURTHER;
    const { verdicts } = had(assess({ diary: person(taken, today), treatments, today }));
    return { said, came: verdicts[0]!.verdict };
  }
  const test = had(planFairTest({ fit, treatment: id, mayPause: true, after: BEFORE, mcid, seed: lot }));
  const { blocks, resultOn: today, power } = test;
  const before = taken.map((span) => ({ ...span, to: BEFORE }));
  const done = blocks.flatMap(({ from, to, on }) => (on ? [{ from, to, doseShare: 1 }] : []));
  const diary = person([...before, ...done], today);
  const { verdicts } = had(assessFairTest({ diary, treatments, test, today }));
  return { said: power[differences ?? 0]!, came: verdicts[0]!.verdict };
}

function had<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

/** Of 100: what was said before, on average, and what came. */
export function foretoldRateOf(situation: ForetoldSituation, diaries: number, seed: number): ForetoldRate {
  const random = seededRandom(seed);
  const found = Array.from({ length: diaries }, (_, place) => foretoldOf(random, situation, place)).filter(
    (one) => one !== null,
  );
  const meanOf = (read: (one: Foretold) => number): number =>
    Math.round((1000 * found.reduce((sum, one) => sum + read(one), 0)) / found.length) / 10;
  return {
    situation: situation.name,
    diaries: found.length,
    helpingSaid: meanOf(({ said }) => said.helping),
    helpingCame: meanOf(({ came }) => Number(isHelp(came))),
    notEnoughSaid: meanOf(({ said }) => said.notEnough),
    notEnoughCame: meanOf(({ came }) => Number(came === "not-enough")),
  };
}
