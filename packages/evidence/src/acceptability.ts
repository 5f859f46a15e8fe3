/**
 * Which of several options suits what matters to someone: stochastic multicriteria acceptability analysis over what is not
 * known of the effects and of the wishes. Nothing here names a winner: it counts how often each option comes first.
 */
import { type SeededRandom, seededRandom } from "@unclench/stats";
import { absoluteRisk } from "./absolute.ts";

/** What is known of one option on one criterion, in the criterion's own unit. */
export type Measurement =
  | { readonly type: "known"; readonly value: number }
  /** an estimate with its standard error */
  | { readonly type: "normal"; readonly mean: number; readonly sd: number }
  /**
   * a difference of shares, of 100 people, from a log odds ratio with its standard error at the share `control`, 0 to 1,
   * without the option; the log odds ratio is drawn, so that no share leaves 0 … 100
   */
  | { readonly type: "odds-ratio"; readonly mean: number; readonly sd: number; readonly control: number }
  /** nothing is known: anything between the two ends of the criterion */
  | { readonly type: "unknown" };

export type Criterion = {
  readonly id: string;
  /** the end of the scale that is worth 0, and the one that is worth 1; values beyond count as the end */
  readonly worst: number;
  readonly best: number;
  /** how much it matters, in any unit: only the proportions count; 0 = not at all */
  readonly importance: number;
};

export type Option = {
  readonly id: string;
  /** by criterion; a criterion that is left out is unknown */
  readonly measurements: Readonly<Record<string, Measurement>>;
};

export type AcceptabilityInput = {
  readonly criteria: readonly Criterion[];
  readonly options: readonly Option[];
  readonly draws: number;
  readonly seed: number;
};

export type Acceptability = {
  readonly option: string;
  /** share of the draws in which it comes 1st, 2nd, …; sums to 1 */
  readonly rankShares: readonly number[];
  /** mean worth, 0 to 1, and its spread over the draws */
  readonly meanWorth: number;
  readonly sdWorth: number;
  /** by criterion: mean of weight × worth, what the mean worth is made of */
  readonly parts: Readonly<Record<string, number>>;
  /** by criterion: the mean weights of the draws in which it comes first; null if it never does */
  readonly centralWeights: Readonly<Record<string, number>> | null;
};

export type AcceptabilityResult = {
  readonly options: readonly Acceptability[];
  /** [row][column]: share of the draws in which the row's option is worth more than the column's; 0.5 on the diagonal */
  readonly beats: readonly (readonly number[])[];
};

export type AcceptabilityError =
  | { readonly type: "TooFewOptions"; readonly have: number }
  | { readonly type: "NothingMatters" }
  | { readonly type: "DrawsNotValid"; readonly draws: number }
  | { readonly type: "CriterionNotValid"; readonly criterion: string }
  | { readonly type: "MeasurementNotValid"; readonly option: string; readonly criterion: string };

/**
 * How firmly a stated wish is taken: weights are drawn from a Dirichlet distribution with this sum of its parameters, so
 * that a wish with half of the weight lies between about 0.25 and 0.75 in 95 of 100 draws. A decision: people say what
 * matters, not by how many percent.
 */
const FIRMNESS = 12;

/**
 * [EV-90] … [EV-96] Rank acceptability (Lahdelma & Salminen 2001, Operations Research 49:444; for treatments: Tervonen,
 * van Valkenhoef, Buskens, Hillege & Postmus 2011, Statistics in Medicine 30:1419). Worth of an option in one draw:
 * Σ weight × (value − worst)/(best − worst), cut to 0 … 1 for each criterion.
 *
 * @example
 * acceptability({
 *   criteria: [{ id: "gain", worst: 0, best: 50, importance: 1 }],
 *   options: [
 *     { id: "a", measurements: { gain: { type: "normal", mean: 20, sd: 5 } } },
 *     { id: "b", measurements: { gain: { type: "known", value: 0 } } },
 *   ],
 *   draws: 10_000, seed: 1,
 * })
 */
export function acceptability(
  input: AcceptabilityInput,
):
  | { readonly ok: true; readonly value: AcceptabilityResult }
  | { readonly ok: false; readonly error: AcceptabilityError } {
  const error = faultOf(input);
  if (error !== null) return { ok: false, error };
  const { options, draws } = input;
  const criteria = input.criteria.filter(({ importance }) => importance > 0);
  const total = criteria.reduce((sum, { importance }) => sum + importance, 0);
  const shapes = criteria.map(({ importance }) => (FIRMNESS * importance) / total);
  const random = seededRandom(input.seed);

  const [count, width] = [options.length, criteria.length];
  const ranks = new Float64Array(count * count);
  const beats = new Float64Array(count * count);
  const parts = new Float64Array(count * width);
  const firstWeights = new Float64Array(count * width);
  const sums = new Float64Array(count);
  const squares = new Float64Array(count);
  const worth = new Float64Array(count);
  const weights = new Float64Array(width);
  const order = Uint16Array.from({ length: count }, (_, place) => place);

  for (let draw = 0; draw < draws; draw++) {
    drawWeights(random, shapes, weights);
    for (let a = 0; a < count; a++) {
      let sum = 0;
      for (let c = 0; c < width; c++) {
        const part = weights[c]! * worthOf(random, criteria[c]!, options[a]!.measurements[criteria[c]!.id]);
        parts[a * width + c] = parts[a * width + c]! + part;
        sum += part;
      }
      worth[a] = sum;
      sums[a] = sums[a]! + sum;
      squares[a] = squares[a]! + sum * sum;
    }
    for (let a = 0; a < count; a++)
      for (let b = 0; b < a; b++) {
        // Two options of which the same is known share a draw in which they are worth the same.
        const share = worth[a]! > worth[b]! ? 1 : worth[a]! < worth[b]! ? 0 : 0.5;
        beats[a * count + b] = beats[a * count + b]! + share;
        beats[b * count + a] = beats[b * count + a]! + 1 - share;
      }
    rankInto(ranks, order, worth, count);
    const first = order[0]!;
    for (let c = 0; c < width; c++)
      firstWeights[first * width + c] = firstWeights[first * width + c]! + weights[c]!;
  }

  const firsts = new Float64Array(count);
  for (let a = 0; a < count; a++)
    for (let c = 0; c < width; c++) firsts[a] = firsts[a]! + firstWeights[a * width + c]!;
  const byCriterion = (values: (c: number) => number): Record<string, number> =>
    Object.fromEntries(criteria.map(({ id }, c) => [id, values(c)]));
  return {
    ok: true,
    value: {
      options: options.map(({ id }, a) => {
        const mean = sums[a]! / draws;
        return {
          option: id,
          rankShares: Array.from({ length: count }, (_, rank) => ranks[a * count + rank]! / draws),
          meanWorth: mean,
          sdWorth: Math.sqrt(Math.max(0, squares[a]! / draws - mean * mean)),
          parts: byCriterion((c) => parts[a * width + c]! / draws),
          centralWeights:
            firsts[a]! > 0 ? byCriterion((c) => firstWeights[a * width + c]! / firsts[a]!) : null,
        };
      }),
      beats: options.map((_, a) => options.map((__, b) => (a === b ? 0.5 : beats[a * count + b]! / draws))),
    },
  };
}

/** Gamma draws over their sum are Dirichlet. */
function drawWeights(random: SeededRandom, shapes: readonly number[], weights: Float64Array): void {
  let sum = 0;
  for (let c = 0; c < shapes.length; c++) {
    weights[c] = random.gamma(shapes[c]!);
    sum += weights[c]!;
  }
  for (let c = 0; c < shapes.length; c++) weights[c] = weights[c]! / sum;
}

function worthOf(
  random: SeededRandom,
  { worst, best }: Criterion,
  measured: Measurement | undefined,
): number {
  // [EV-93] What is not known may be anything: it widens, and is never taken for nothing.
  if (measured === undefined || measured.type === "unknown") return random.uniform();
  const value = drawn(random, measured);
  return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
}

function drawn(random: SeededRandom, measured: Exclude<Measurement, { type: "unknown" }>): number {
  if (measured.type === "known") return measured.value;
  const value = random.normal(measured.mean, measured.sd);
  return measured.type === "normal"
    ? value
    : 100 * (absoluteRisk("OR", value, measured.control) - measured.control);
}

/** Adds this draw's ranks; options of equal worth share the ranks that they hold together. */
function rankInto(ranks: Float64Array, order: Uint16Array, worth: Float64Array, count: number): void {
  order.sort((a, b) => worth[b]! - worth[a]!);
  let from = 0;
  while (from < count) {
    let to = from + 1;
    while (to < count && worth[order[to]!] === worth[order[from]!]) to++;
    for (let place = from; place < to; place++)
      for (let rank = from; rank < to; rank++) {
        const at = order[place]! * count + rank;
        ranks[at] = ranks[at]! + 1 / (to - from);
      }
    from = to;
  }
}

const MOST_DRAWS = 1_000_000;

function faultOf({ criteria, options, draws }: AcceptabilityInput): AcceptabilityError | null {
  if (options.length < 2) return { type: "TooFewOptions", have: options.length };
  if (!(Number.isInteger(draws) && draws > 0 && draws <= MOST_DRAWS)) return { type: "DrawsNotValid", draws };
  for (const { id, worst, best, importance } of criteria) {
    if (![worst, best, importance].every(Number.isFinite) || worst === best || importance < 0)
      return { type: "CriterionNotValid", criterion: id };
  }
  if (!criteria.some(({ importance }) => importance > 0)) return { type: "NothingMatters" };
  for (const { id, measurements } of options)
    for (const [criterion, measured] of Object.entries(measurements)) {
      const numbers =
        measured.type === "known"
          ? [measured.value]
          : measured.type === "unknown"
            ? []
            : [measured.mean, measured.sd];
      const isShare = measured.type !== "odds-ratio" || (measured.control >= 0 && measured.control <= 1);
      if (!numbers.every(Number.isFinite) || ("sd" in measured && measured.sd < 0) || !isShare)
        return { type: "MeasurementNotValid", option: id, criterion };
    }
  return null;
}
