/**
 * Situations in which a diary may be kept, to simulate how often a verdict is wrong. They are those of docs/methods.md §5
 * (the rows analysed with the full model), with diaries from fresh seeds and verdicts from this engine.
 */
import type { SeededRandom } from "@unclench/stats";
import type { AssessmentInput, DiaryDay, DoseSpan } from "../src/index.ts";

export type Situation = {
  readonly name: string;
  /** effect of the treatment at full exposure, in points; 0: it does nothing */
  readonly effect: number;
  /** "once": days without, then on to the end; "blocks": 14 days without, then pairs of 14 days on and off by lot */
  readonly design: "once" | "blocks";
  readonly baseDays: number;
  readonly errors: "ar1+noise" | "ar1" | "random walk" | "heavy tails";
  readonly rho: number;
  readonly sd: number;
  /** points per 30 days, whatever is taken */
  readonly trend: number;
  readonly missing: number;
  /** worse days are more often missing */
  readonly worseMissing: boolean;
  /** the treatment began on purpose in a bad week */
  readonly badWeek: boolean;
  /** and the person said so */
  readonly saidSo: boolean;
};

const usual: Omit<Situation, "name"> = {
  effect: 0,
  design: "once",
  baseDays: 28,
  errors: "ar1+noise",
  rho: 0.6,
  sd: 1.2,
  trend: 0,
  missing: 0.15,
  worseMissing: false,
  badWeek: false,
  saidSo: false,
};
const of = (name: string, change: Partial<Situation> = {}): Situation => ({ ...usual, name, ...change });
const blocks = { design: "blocks", baseDays: 14 } as const;

export const useless: readonly Situation[] = [
  of("28 days before, 56 on; the usual ups and downs"),
  of("days hardly alike from one to the next (ρ 0.3, no noise)", { errors: "ar1", rho: 0.3 }),
  of("long good and bad spells (ρ 0.8, no noise)", { errors: "ar1", rho: 0.8 }),
  of("larger ups and downs (SD 1.8)", { sd: 1.8 }),
  of("on and off in blocks of 14 days, by lot", blocks),
  of("a slow drift of its own (random walk and noise)", { errors: "random walk" }),
  of("now and then a very bad day (heavy tails)", { errors: "heavy tails" }),
  of("25 of 100 days missing, worse ones more often", { missing: 0.25, worseMissing: true }),
  of("40 of 100 days missing", { missing: 0.4 }),
  of("begun in a bad week", { badWeek: true }),
  of("begun in a bad week, and said so", { badWeek: true, saidSo: true }),
  of("begun in a bad week, only 14 days before", { badWeek: true, baseDays: 14 }),
  of("getting better anyway, 0.3 points a month", { trend: -0.3 }),
  of("getting better anyway, blocks of 14 days", { trend: -0.3, ...blocks }),
  of("a slow drift of its own, blocks of 14 days", { errors: "random walk", ...blocks }),
  of("long good and bad spells, blocks of 14 days", { errors: "ar1", rho: 0.8, ...blocks }),
];

export const helping: readonly Situation[] = [
  of("half a point better", { effect: -0.5 }),
  of("1 point better", { effect: -1 }),
  of("1.5 points better", { effect: -1.5 }),
  of("2 points better", { effect: -2 }),
  of("1 point better, blocks of 14 days", { effect: -1, ...blocks }),
  of("2 points better, blocks of 14 days", { effect: -2, ...blocks }),
];

export const DAYS = 84;
const MARGIN = 60;

/** Day-to-day deviations; the marginal SD of each process is close to `sd`. */
function deviations(random: SeededRandom, { errors, rho, sd }: Situation, days: number): number[] {
  const lasting = (scale: number): number[] => {
    const found = [random.normal(0, scale)];
    for (let day = 1; day < days; day++)
      found.push(rho * found[day - 1]! + random.normal(0, scale * Math.sqrt(1 - rho * rho)));
    return found;
  };
  switch (errors) {
    case "ar1":
      return lasting(sd);
    case "ar1+noise":
      return lasting(0.75 * sd).map((value) => value + random.normal(0, 0.66 * sd));
    case "heavy tails":
      return lasting(0.8 * sd).map((value) => value + (0.5 * sd * random.studentT(3)) / Math.sqrt(3));
    case "random walk": {
      let level = 0;
      const walk = Array.from({ length: days }, () => (level += random.normal(0, 0.12)));
      const mean = walk.reduce((sum, value) => sum + value, 0) / days;
      return walk.map((value) => value - mean + random.normal(0, 0.8 * sd));
    }
  }
}

/** Where the diary begins, if the treatment begins when the week before was half an SD worse than usual. */
function badWeekOffset(errors: readonly number[], { sd, baseDays }: Situation): number {
  for (let day = 30; day <= MARGIN; day++) {
    const week = errors.slice(day - 7, day);
    if (week.reduce((sum, value) => sum + value, 0) / 7 > 0.5 * sd) return Math.max(0, day - 1 - baseDays);
  }
  return Math.max(0, 44 - baseDays);
}

function spansOf(random: SeededRandom, { design, baseDays }: Situation): DoseSpan[] {
  if (design === "once") return [{ from: baseDays + 1, to: null, doseShare: 1 }];
  const spans: DoseSpan[] = [];
  for (let day = baseDays; day < DAYS; day += 28) {
    const from = random.chance(0.5) ? day + 1 : day + 15;
    if (from <= DAYS) spans.push({ from, to: Math.min(DAYS, from + 13), doseShare: 1 });
  }
  return spans;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** One diary of 84 days of this situation. */
export function diaryOf(random: SeededRandom, situation: Situation): Omit<AssessmentInput, "today"> {
  const { effect, trend, missing, worseMissing, badWeek, saidSo } = situation;
  const all = deviations(random, situation, DAYS + MARGIN);
  const offset = badWeek ? badWeekOffset(all, situation) : 0;
  const spans = spansOf(random, situation);
  const keep = Math.exp(-1 / 3);
  const diary: DiaryDay[] = [];
  let exposure = 0;
  for (let day = 1; day <= DAYS; day++) {
    const on = spans.some(({ from, to }) => day >= from && (to === null || day <= to));
    exposure = on ? 1 - (1 - exposure) * keep : exposure * keep;
    const exact = 6 + effect * exposure + (trend * day) / 30 + all[offset + day - 1]!;
    const chance = worseMissing ? logistic(Math.log(missing / (1 - missing)) + 0.5 * (exact - 6)) : missing;
    if (!random.chance(chance)) diary.push({ day, rating: Math.min(10, Math.max(0, Math.round(exact))) });
  }
  return {
    diary,
    treatments: [{ kind: "on-off", id: "treatment", tauOn: 3, tauOff: 3, spans, startedInBadSpell: saidSo }],
  };
}
