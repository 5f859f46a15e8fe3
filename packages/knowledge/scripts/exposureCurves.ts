/** How treatments build up and wear off: one curve from a fitted formula, the others ours within what sources say. */

type Parameter = { readonly key: string; readonly default?: unknown; readonly sources: readonly string[] };

type Speeds = {
  readonly timeScales: readonly { readonly factor: number; readonly weight: number }[];
  /** how far the curve may be off, as the end of a sentence */
  readonly words: string;
};

/**
 * How much slower or faster than given a curve may be, unless the sources say otherwise: a quarter to four times. Of baclofen
 * the sources say "hours to weeks", so both ends are likelier than what lies between; how much likelier is ours, chosen so that
 * neither who is helped at once nor who is helped slowly is missed much more often than has to be (docs/decisions/0067).
 */
const withinFour: Speeds = {
  timeScales: [
    { factor: 0.25, weight: 0.25 },
    { factor: 0.5, weight: 0.1 },
    { factor: 1, weight: 0.1 },
    { factor: 2, weight: 0.1 },
    { factor: 4, weight: 0.45 },
  ],
  words:
    "it may be a quarter of that or, a little likelier, four times as long, and your diary may show which.",
};

/**
 * Where a label says by when a medicine has to have shown whether it helps, it is not slower than that: at the slowest, three
 * time constants (95 of 100 of the effect) have passed by then (docs/decisions/0069).
 */
const judgedBy = (slowest: number, words: string): Speeds => ({
  timeScales: [
    { factor: 0.25, weight: 0.25 },
    { factor: 0.5, weight: 0.1 },
    { factor: 1, weight: 0.2 },
    { factor: slowest, weight: 0.45 },
  ],
  words,
});
/** Half-wane 9 to 20 weeks around 14 in the collected time course. */
const waveScales = [
  { factor: 0.7, weight: 0.25 },
  { factor: 1, weight: 0.5 },
  { factor: 1.4, weight: 0.25 },
];

/** A medicine whose sources say how fast a dose works, but not how fast the days change: the time constants are ours. */
const takenDaily = (
  treatment: string,
  tauOnDays: number,
  tauOffDays: number,
  sourceIds: readonly string[],
  words: string,
  speeds: Speeds = withinFour,
) => ({
  id: treatment,
  treatments: [treatment],
  kind: "on-off",
  tauOnDays,
  tauOffDays,
  knots: null,
  timeScales: speeds.timeScales,
  basis: "assumed-within-sources",
  sources: sourceIds,
  words: `${words} How long the days take to follow is our assumption; ${speeds.words}`,
});

/**
 * The exposure curve of an injection, from the fitted formula of the collected time course:
 * f(t) = (1 − exp(−(t/τ)^k)) / (1 + (t/T50)^h), τ = halfRise / ln(2)^(1/k), t in weeks, divided by its maximum.
 */
export function exposureCurves(parameters: readonly Parameter[]) {
  const parameter = (key: string): number => {
    const found = parameters.find((row) => row.key === key);
    if (typeof found?.default !== "number") throw new Error(`time course: ${key} has no default`);
    return found.default;
  };
  const [halfRise, riseShape, halfWane, waneShape] = [
    "half_rise",
    "rise_shape_k",
    "T50",
    "decay_shape_h",
  ].map(parameter) as [number, number, number, number];
  const tau = halfRise / Math.log(2) ** (1 / riseShape);
  const share = (day: number): number => {
    const week = day / 7;
    return (1 - Math.exp(-((week / tau) ** riseShape))) / (1 + (week / halfWane) ** waneShape);
  };
  const peak = Math.max(...Array.from({ length: 365 }, (_, day) => share(day)));
  const knotDays = [
    0, 2, 4, 7, 10, 14, 18, 21, 25, 30, 35, 42, 49, 56, 63, 70, 77, 84, 98, 112, 126, 140, 168, 196, 252,
  ];
  return [
    {
      id: "botulinum-toxin",
      treatments: ["botulinum-toxin-a"],
      kind: "wave",
      tauOnDays: null,
      tauOffDays: null,
      // The last knot is 0: beyond nine months the formula leaves under 2 % of the peak, which no diary can see.
      knots: [...knotDays.map((day) => [day, Number((share(day) / peak).toFixed(4))]), [365, 0]],
      timeScales: waveScales,
      basis: "fitted-to-sources",
      sources: [...new Set(parameters.flatMap((row) => row.sources))],
      words:
        "The effect of an injection is taken to be half there after about 8 days, full from week 3 to 6, and half gone after about 14 weeks. Group averages from arms after a stroke; you may differ.",
    },
    takenDaily(
      "baclofen-oral",
      3,
      1.5,
      ["wholehealthmd-baclofen", "nephronpower-2017", "ozobax-efficacy"],
      "Baclofen by mouth leaves the blood within hours, but its effect may take hours to weeks. It counts as two thirds there after 3 days, and as two thirds gone 1 to 2 days after the last dose.",
    ),
    takenDaily(
      "tizanidine",
      0.5,
      0.5,
      ["medicine-com-tizanidine", "fda-tizanidine-old-label-glc"],
      "A dose of tizanidine works for hours, so each day counts nearly by itself.",
    ),
    takenDaily(
      "dantrolene",
      10,
      4,
      ["fda-dantrolene-dailymed-2024", "bahrain-moh-dantrolene"],
      "The gain from dantrolene may take weeks. It counts as two thirds there after 10 days, and as two thirds gone 4 days after the last dose.",
      judgedBy(
        1.5,
        "it may be a quarter of that or, a little likelier, half as long again, and your diary may show which. Not slower, because the US label gives it 45 days to show whether it helps.",
      ),
    ),
    takenDaily(
      "nabiximols",
      5,
      2,
      ["sativex-spc-2019-medthority", "sativex-uk-dosing"],
      "Finding the dose of the spray takes about two weeks. It counts as two thirds there after 5 days on a dose, and as two thirds gone 2 days after the last spray.",
      judgedBy(
        2,
        "it may be a quarter of that or, a little likelier, twice as long, and your diary may show which. Not slower, because after four weeks it is judged whether it helps enough to go on.",
      ),
    ),
    takenDaily(
      "dronabinol",
      0.5,
      0.5,
      ["fda-marinol-pd-clustermed"],
      "A dose of dronabinol works for hours, so each day counts nearly by itself.",
    ),
    takenDaily(
      "baclofen-intrathecal",
      0.5,
      0.5,
      ["fda-lioresal-it-pd-clustermed"],
      "A new rate of the pump is felt from 6 to 8 hours on, so each day counts nearly by itself.",
    ),
    {
      id: "taken-regularly",
      treatments: [],
      kind: "on-off",
      tauOnDays: 3,
      tauOffDays: 3,
      knots: null,
      timeScales: withinFour.timeScales,
      basis: "assumed",
      sources: [],
      words: `A treatment taken or done every day is assumed to be two thirds there after 3 days and nearly all there after 9, and to fade as fast after stopping. This is our assumption, not a measured figure; ${withinFour.words}`,
    },
  ];
}
