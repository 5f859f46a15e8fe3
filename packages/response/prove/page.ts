/** The page that tells what the simulation found. */
import { fallsShort, isTelling } from "../src/errorRates.ts";
import type {
  CountRate,
  ErrorRate,
  ErrorRates,
  LongerRate,
  OwnCurveRate,
  PowerRate,
  RangeRate,
} from "../src/errorRates.ts";

const one = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
const two = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${columns.join(" | ")} |`,
  `| ${columns.map(() => "---").join(" | ")} |`,
  ...rows.map((row) => `| ${row.join(" | ")} |`),
];

const uselessRow = (rate: ErrorRate): string[] => [
  rate.situation,
  one(rate.helping),
  one(rate.helpingAfterSmallTrials),
  one(rate.helpingAfterLargeTrials),
  one(rate.welch),
  one(rate.gls),
  one(rate.hint),
  one(rate.worse),
  one(rate.notEnoughAtEnd),
  one(rate.withheldAtEnd),
];

/** With how far the count of false alarms lets it be known. */
const oracleCell = ({ oracle, oracleFrom, oracleTo }: PowerRate): string =>
  oracle === null ? one(oracle) : `${one(oracle)} (${one(oracleFrom)} to ${one(oracleTo)})`;

const helpingRow = (rate: PowerRate): string[] => [
  rate.situation,
  one(rate.helping),
  one(rate.falseAlarms),
  oracleCell(rate),
  one(rate.untold),
  one(rate.commonRate),
  one(rate.helpingAtCommonRate),
  one(rate.oracleAtCommonRate),
  one(rate.hint),
  one(rate.worse),
  one(rate.notEnoughAtEnd),
  two(rate.meanAtEnd),
];

const coverageRow = (rate: RangeRate): string[] => [
  rate.situation,
  one(rate.covered?.[50] ?? null),
  one(rate.covered?.[90] ?? null),
  one(rate.covered?.[95] ?? null),
  two(rate.meanAtEnd),
];

const range = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;

interface Share {
  readonly situation: string;
  /** of 100 of what the oracle finds, how much ours finds */
  readonly share: number;
  readonly short: boolean;
}

const sharesOf = (
  rates: readonly PowerRate[],
  read: (rate: PowerRate) => readonly [ours: number | null, oracle: number | null],
): Share[] =>
  rates.flatMap((rate) => {
    const [ours, oracle] = read(rate);
    if (ours === null || oracle === null || oracle === 0 || !isTelling(rate)) return [];
    const share = Math.round((100 * ours) / oracle);
    return [{ situation: rate.situation, share, short: fallsShort(ours, oracle) }];
  });

const rangeOf = (shares: readonly Share[]): string => {
  const found = shares.map(({ share }) => share);
  return `${Math.min(...found)} to ${Math.max(...found)}`;
};

const fallingShort = (shares: readonly Share[]): string => {
  const short = shares.filter((one) => one.short).toSorted((a, b) => a.share - b.share);
  const named = short.map(({ situation, share }) => `“${situation}” (${share})`);
  return short.length === 0
    ? `below 85 in none of ${shares.length}`
    : `below 85 in ${short.length} of ${shares.length}: ${named.join(", ")}`;
};

const illnessRow = (rate: ErrorRate): string[] => [
  rate.situation,
  one(rate.helping),
  one(rate.worse),
  one(rate.notEnoughAtEnd),
  one(rate.covered?.[90] ?? null),
  two(rate.meanAtEnd),
];

const countRow = (rate: CountRate): string[] => [
  rate.situation,
  one(rate.helping),
  one(rate.worse),
  one(rate.notEnoughAtEnd),
  one(rate.covered90),
];

const timesOf = ({ tauOnDays, tauOffDays }: OwnCurveRate["given"]): string =>
  tauOnDays === null ? "the wave of one injection" : `${tauOnDays} and ${tauOffDays} days`;

const ownCurveRow = ({ curves, given, useless, misled, helping }: OwnCurveRate): string[] => [
  curves.join(", "),
  timesOf(given),
  `${Math.min(...given.timeScales.map(({ factor }) => factor))} to ${Math.max(...given.timeScales.map(({ factor }) => factor))} times that`,
  one(useless.helping),
  one(misled.helping),
  one(helping.helping),
  one(useless.notEnoughAtEnd),
  one(helping.covered?.[90] ?? null),
];

const longerRow = (rate: LongerRate): string[] => [
  rate.situation,
  one(rate.helpingByTwelveWeeks),
  one(rate.helping),
  one(rate.helpingAtEnd),
  one(rate.worse),
  one(rate.notEnoughAtEnd),
];

const speedsOf = ({ speeds }: ErrorRates): string =>
  speeds
    .map(({ factor, weight }) => `${factor} times its days in ${Math.round(100 * weight)} of 100`)
    .join(", ");

export function pageOf(rates: ErrorRates): string {
  const { diaries, compared, seed, useless, helping, believed, illness } = rates;
  const { counts, countsBelieved, foretold, ownCurves, longer } = rates;
  const all = [...useless, ...helping];
  const alarms = useless.flatMap((rate) => [
    rate.helping,
    rate.helpingAfterSmallTrials,
    rate.helpingAfterLargeTrials,
  ]);
  const matched = sharesOf(helping, ({ helping: ours, oracle }) => [ours, oracle]);
  const atLeast = sharesOf(helping, ({ helping: ours, oracleFrom }) => [ours, oracleFrom]);
  const untold = sharesOf(helping, (rate) => [rate.helping, rate.untold]);
  const atCommonRate = sharesOf(helping, (rate) => [rate.helpingAtCommonRate, rate.oracleAtCommonRate]);
  const ninetyOf = (list: readonly RangeRate[]): number[] =>
    list.flatMap(({ covered }) => (covered === null ? [] : [covered[90]]));
  const heldAgainst = Math.max(...useless.map((rate) => rate.diaries));
  const forRanges = Math.max(...believed.map((rate) => rate.diaries));
  const standardError = (share: number): string =>
    (100 * Math.sqrt((share * (1 - share)) / diaries)).toFixed(1);
  return [
    "# How often a verdict is wrong",
    "",
    `Written by \`npm run prove\`: ${diaries} or more simulated diaries of 84 days for each line (seed ${seed}), looked at every week, as`,
    `the app does. More, where few false alarms decide what others are held to (up to ${heldAgainst}), and for people as the engine believes`,
    `them to be (${forRanges}). Figures are of 100 diaries. “Ever” counts a diary in which the verdict stood at any of the weekly looks, so`,
    `that looking again and again is paid for. The standard error of a figure near 5 is ${standardError(0.05)}, near 50 it is ${standardError(0.5)}.`,
    `The columns “t-test” (Welch, days on against days off) and “AR(1)” (least squares with autocorrelated errors, no priors) read the`,
    `first ${compared} of the same diaries at the same looks, one-sided at 0.025.`,
    "",
    "![False alarms in every situation, ours beside a plain t-test](verdicts.svg)",
    "",
    "## A treatment that does nothing",
    "",
    `“Very probably helping” was ever said in ${range(alarms)} of 100 such diaries, depending on how the days went and on what the`,
    `trials had found; a plain before/after t-test says so in ${range(useless.map(({ welch }) => welch))}.`,
    "",
    ...table(
      [
        "how the days went",
        "ever “helping”",
        "same, trials found a small gain",
        "same, trials found a large gain",
        "t-test",
        "AR(1)",
        "ever at least “may be helping”",
        "ever “worse”",
        "“not enough” at the end",
        "no verdict at the end",
      ],
      useless.map(uselessRow),
    ),
    "",
    "## A treatment that helps",
    "",
    "The oracle knows σ, φ, the noise and the curve, has only the effect to find, and needs one look only. It is held to as many",
    "false alarms as ours raises in the same situation; then both are allowed the most that both can raise, up to 5 of 100: the half",
    "of the rule that asks for a size keeps many diaries without an effect out whatever the mark. “–”: there is no situation without an",
    "effect to match.",
    "In brackets: as many, give or take a standard error, because a few false alarms in thousands of diaries are a matter of chance.",
    `With as many false alarms, ours finds ${rangeOf(matched)} of 100 of what the oracle finds (effects of 1 to 2 points);`,
    `${fallingShort(matched)}. Held against the lower end of the brackets it is ${fallingShort(atLeast)}.`,
    `With the most that both can raise it finds ${rangeOf(atCommonRate)} of 100 of what the oracle finds;`,
    `${fallingShort(atCommonRate)}. More than 100 is`,
    "possible: the oracle knows the errors, but not this diary’s luck.",
    `“Not told the curve” is someone who knows σ, φ and the noise, and of the curve only what ours believes: ${speedsOf(rates)}.`,
    `With as many false alarms, ours finds ${rangeOf(untold)} of 100 of what that one finds; ${fallingShort(untold)}.`,
    "",
    ...table(
      [
        "what it does",
        "ever “helping”",
        "our false alarms",
        "oracle, as many false alarms",
        "same, not told the curve",
        "most false alarms that both can raise, up to 5",
        "ours then",
        "oracle then",
        "ever at least “may be helping”",
        "ever “worse”",
        "“not enough” at the end",
        "mean effect found",
      ],
      helping.map(helpingRow),
    ),
    "",
    "## How good the ranges are",
    "",
    "Of 100 ranges at the end, how many held the true effect. The range that is shown is the middle 90 %, widened where the days",
    "hang together and narrowed where they hardly do (SPEC.md, RS-33). It is made for people whose own trends,",
    "curves and effects differ as the engine believes before the diary speaks (methods.md §3).",
    "",
    ...table(
      ["situation", "50 %", "90 %", "95 %"],
      believed.map((rate) => coverageRow(rate).slice(0, 4)),
    ),
    "",
    `In the situations above nobody has a trend of their own (but where it says so), and the effect is one figure for all: there the`,
    `range allows for more than happens, and holds the truth more often, in ${range(ninetyOf(all))} of 100.`,
    "",
    ...table(["situation", "50 %", "90 %", "95 %", "mean effect found"], all.map(coverageRow)),
    "",
    "## Treatments with a curve of their own",
    "",
    "The treatment of the lines above counts as two thirds there after three days, give or take. These are the others that the app",
    "has a curve for. In truth each comes and goes at one of the speeds that are believed in, drawn anew for each diary.",
    "",
    ...table(
      [
        "the app’s curve",
        "two thirds there, and gone, after",
        "taken to be",
        "does nothing: ever “helping”",
        "same, getting better anyway, long spells (φ 0.8 and noise)",
        "1.5 points better: ever “helping”",
        "does nothing: “not enough” at the end",
        "1.5 points better: 90 % range",
      ],
      ownCurves.map(ownCurveRow),
    ),
    "",
    "## Diaries that go on for half a year",
    "",
    "All other tables end after twelve weeks. A diary does not, and every week is another look. After twelve weeks the model lets the",
    "trend bend (SPEC.md, RS-3), because nobody's symptoms follow one straight line for half a year.",
    `${Math.min(...longer.map((rate) => rate.diaries))} diaries of each kind.`,
    "",
    ...table(
      [
        "situation",
        "ever “helping”, by twelve weeks",
        "ever “helping”",
        "“helping” at the end",
        "ever “worse”",
        "“not enough” at the end",
      ],
      longer.map(longerRow),
    ),
    "",
    "## An infection in the diary",
    "",
    "Two points worse for two weeks before the start, or for three weeks after it, whatever is taken. If it was written down, its",
    "days are set apart.",
    "",
    ...table(
      [
        "situation",
        "ever “helping”",
        "ever “worse”",
        "“not enough” at the end",
        "90 % range",
        "mean effect found",
      ],
      illness.map(illnessRow),
    ),
    "",
    "## Counts of spasms",
    "",
    "Negative binomial counts whose log rate has good and bad spells; the verdict on counts (SPEC.md, RS-44) with its own",
    "marks. The “90 % range” column: of 100 ranges at the end, how many held the true ratio.",
    "",
    ...table(
      ["situation", "ever “helping”", "ever “worse”", "“not enough” at the end", "90 % range"],
      counts.map(countRow),
    ),
    "",
    "The range that is shown is widened where the days hang together (SPEC.md, RS-43); it is made for people whose own trends and",
    "effects differ as the engine believes before the diary speaks. In the lines above nobody has a trend, and the effect is one",
    "figure for all: there it may hold the truth more often. As believed:",
    "",
    ...table(
      ["situation", "90 % range"],
      countsBelieved.map(({ situation, covered90 }) => [situation, one(covered90)]),
    ),
    "",
    "## Does what is said beforehand come true?",
    "",
    "The chances that are told before a fair test begins (SPEC.md, RS-72), and before further days (RS-22), beside what came at the end.",
    "Of people whose errors, trends and speeds differ as the engine believes before the diary speaks, after six weeks of diary. For one",
    "person it may be further off: how long one’s spells last is hardly known by then.",
    "",
    ...table(
      ["plan", "“helping”, said", "“helping”, came", "“not enough”, said", "“not enough”, came"],
      foretold.map((rate) => [
        rate.situation,
        one(rate.helpingSaid),
        one(rate.helpingCame),
        one(rate.notEnoughSaid),
        one(rate.notEnoughCame),
      ]),
    ),
    "",
    "## What this does not show",
    "",
    "Made-up people, one rating a day. The thresholds were chosen with simulations of the same kind ([methods.md](../methods.md)",
    "§5), with other seeds, and stood before these diaries were drawn. A person who knows what they take may also feel better because",
    "they expect to: no diary can tell that apart, and no figure here counts it.",
    "",
  ].join("\n");
}
