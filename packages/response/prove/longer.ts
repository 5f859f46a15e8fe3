/** Diaries that are kept for half a year and more: every week is another look, and what wanders has the time to. */
import { seededRandom } from "@unclench/stats";
import type { LongerRate } from "../src/errorRates.ts";
import { assess } from "../src/index.ts";
import { DAYS_BETWEEN_LOOKS, lastLook } from "../src/look.ts";
import { isHelp, type VerdictName } from "../src/rules.ts";
import { dayWithEnough, diaryOf, type Simulated } from "./situation.ts";
import { blocks, DAYS, long, type Situation, usual } from "./situations.ts";

const HALF_A_YEAR = 182;
const of = (name: string, change: Partial<Situation> = {}): Situation => ({
  ...usual,
  days: HALF_A_YEAR,
  ...change,
  name,
});
const wandering = { errors: "random walk" } as const;

export const longer: readonly Situation[] = [
  of("no effect; 28 days before, 154 on; φ 0.6 and noise"),
  of("no effect; 28 days before, 154 on; getting better anyway; long spells and noise (φ 0.8)", {
    phi: 0.8,
    trend: -0.3,
  }),
  of("no effect; 28 days before, 154 on; a slow drift of its own", wandering),
  of("no effect; 120 days before, 118 on; a slow drift of its own", {
    ...wandering,
    baseDays: 120,
    days: 238,
  }),
  of("no effect; 14-day blocks by lot all the time; φ 0.8", { ...blocks, ...long }),
  of("1 point better; 28 days before, 154 on; φ 0.6 and noise", { effect: -1 }),
  of("1 point better; 14-day blocks by lot all the time; φ 0.8", { ...blocks, ...long, effect: -1 }),
];

/** What the app says at each weekly look from the first on at which it can say anything. */
function verdictsOf({ diary, treatments, covariates }: Simulated, days: number) {
  const rated = diary.map(({ day }) => day);
  const enough = dayWithEnough(treatments[0]!, rated);
  const found: { readonly today: number; readonly verdict: VerdictName }[] = [];
  for (let today = DAYS_BETWEEN_LOOKS; today <= days; today += DAYS_BETWEEN_LOOKS) {
    if (lastLook(rated[0]!, today).day < enough) continue;
    const assessed = assess({ diary, treatments, covariates, today });
    if (!assessed.ok) throw new Error(JSON.stringify(assessed.error));
    found.push({ today, verdict: assessed.value.verdicts[0]!.verdict });
  }
  return found;
}

/** One line of the page: shares of diaries, looked at every week. */
export function longerRateOf(situation: Situation, diaries: number, seed: number): LongerRate {
  const random = seededRandom(seed);
  const tally = { helpingByTwelveWeeks: 0, helping: 0, worse: 0, helpingAtEnd: 0, notEnoughAtEnd: 0 };
  // As the other tables; of a late start with as many days after it as they have.
  const twelveWeeks = Math.max(DAYS, situation.baseDays + DAYS - usual.baseDays);
  for (let place = 0; place < diaries; place++) {
    const found = verdictsOf(diaryOf(random, situation), situation.days);
    const help = found.find(({ verdict }) => isHelp(verdict));
    const last = found.at(-1)?.verdict;
    if (help !== undefined) tally.helping++;
    if (help !== undefined && help.today <= twelveWeeks) tally.helpingByTwelveWeeks++;
    if (found.some(({ verdict }) => verdict === "worse")) tally.worse++;
    if (last !== undefined && isHelp(last)) tally.helpingAtEnd++;
    if (last === "not-enough") tally.notEnoughAtEnd++;
  }
  const of100 = (count: number): number => Math.round((1_000 * count) / diaries) / 10;
  return {
    situation: situation.name,
    diaries,
    days: situation.days,
    effect: situation.effect,
    helpingByTwelveWeeks: of100(tally.helpingByTwelveWeeks),
    helping: of100(tally.helping),
    worse: of100(tally.worse),
    helpingAtEnd: of100(tally.helpingAtEnd),
    notEnoughAtEnd: of100(tally.notEnoughAtEnd),
  };
}
