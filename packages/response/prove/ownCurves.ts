/** Treatments whose curve is another one than the usual assumption: is their verdict as honest? */
import { USUAL_SITUATION } from "../src/errorRates.ts";
import { type OwnCurve, type Situation, SPEEDS } from "./situation.ts";
import { useless } from "./situations.ts";

type WithOwnCurve = {
  /** ids of the app's curves that are this one; each is held against the app's */
  readonly curves: readonly string[];
  readonly given: OwnCurve;
};

const takenDaily = (
  tauOnDays: number,
  tauOffDays: number,
  timeScales: OwnCurve["timeScales"] = SPEEDS,
): OwnCurve => ({ tauOnDays, tauOffDays, knots: null, timeScales });

/** Where a label says by when it is judged, at the slowest `factor` times as slow. */
const judgedBy = (factor: number): OwnCurve["timeScales"] => [
  { factor: 0.25, weight: 0.25 },
  { factor: 0.5, weight: 0.1 },
  { factor: 1, weight: 0.2 },
  { factor, weight: 0.45 },
];

const wave: OwnCurve = {
  tauOnDays: null,
  tauOffDays: null,
  knots: [
    [0, 0],
    [2, 0.0889],
    [4, 0.2317],
    [7, 0.4578],
    [10, 0.6502],
    [14, 0.828],
    [18, 0.9275],
    [21, 0.967],
    [25, 0.9919],
    [30, 1],
    [35, 0.9963],
    [42, 0.9805],
    [49, 0.954],
    [56, 0.916],
    [63, 0.8658],
    [70, 0.8043],
    [77, 0.734],
    [84, 0.6583],
    [98, 0.5068],
    [112, 0.3746],
    [126, 0.2716],
    [140, 0.1963],
    [168, 0.1052],
    [196, 0.0596],
    [252, 0.0227],
    [365, 0],
  ],
  timeScales: [
    { factor: 0.7, weight: 0.25 },
    { factor: 1, weight: 0.5 },
    { factor: 1.4, weight: 0.25 },
  ],
};

const given: readonly WithOwnCurve[] = [
  { curves: ["baclofen-oral"], given: takenDaily(3, 1.5) },
  { curves: ["tizanidine", "dronabinol", "baclofen-intrathecal"], given: takenDaily(0.5, 0.5) },
  { curves: ["dantrolene"], given: takenDaily(10, 4, judgedBy(1.5)) },
  { curves: ["nabiximols"], given: takenDaily(5, 2, judgedBy(2)) },
  { curves: ["botulinum-toxin"], given: wave },
];

/** The three situations in which each of them is looked at. */
export type OwnCurveSituations = WithOwnCurve & {
  readonly useless: Situation;
  /** does nothing, while several things look like help */
  readonly misled: Situation;
  readonly helping: Situation;
};

const named = (name: string): Situation => {
  const found = useless.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no situation ${name}`);
  return found;
};
const usual = named(USUAL_SITUATION);
const misleading = named("getting better anyway; long spells and noise (φ 0.8)");

export const ownCurves: readonly OwnCurveSituations[] = given.map((one) => {
  const of = (situation: Situation, change: Partial<Situation> = {}): Situation => ({
    ...situation,
    ...change,
    name: `${one.curves[0]!}: ${situation.name}`,
    ownCurve: one.given,
  });
  return {
    ...one,
    useless: of(usual),
    misled: of(misleading),
    helping: of({ ...usual, name: "1.5 points better" }, { effect: -1.5 }),
  };
});
