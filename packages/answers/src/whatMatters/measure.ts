/** What is known of each option on each wish, for the engine and in words. */
import type { Criterion, Measurement } from "@unclench/evidence";
import { burdenOf, visitLevels } from "@unclench/knowledge/burden";
import type { Outcome } from "../whatWorks/types.ts";
import { commonShare, type DrawnFigure, drawnFigure, isAgainstControl, moreOf100 } from "./shares.ts";
import type { Known } from "./types.ts";
import { importanceOf, type WishId, type Wishes, wishIds, wishNames } from "./wishes.ts";
import { nobodyCounted, noFigureSentence, nothingMoreSentence, sameForAll, shareSentence } from "./words.ts";

export type Weighed = { readonly treatment: string; readonly outcomes: readonly Outcome[] };

export type MeasuredWish = {
  readonly criterion: Criterion;
  /** By option, in their order. */
  readonly measured: readonly { readonly known: Known; readonly measurement: Measurement }[];
  readonly without: number | null;
  readonly cannotSeparate: string | null;
  /** The figures that were used. */
  readonly used: readonly Outcome[];
};

type ShareWish = "stiffness" | "awake" | "strength";
/** [AN-152] Where a wish is read from, the closest first; more of the outcome is a gain or a harm. */
const readFrom: Readonly<Record<ShareWish, { outcomes: readonly string[]; side: "gain" | "harm" }>> = {
  stiffness: { outcomes: ["spasticity-responder", "spasticity-nrs", "ashworth"], side: "gain" },
  awake: { outcomes: ["ae-drowsiness"], side: "harm" },
  strength: { outcomes: ["ae-weakness"], side: "harm" },
};

export const NOTHING_MORE = "nothing-more";
/** Where nobody is known to stand anywhere the ends do not matter; they only have to differ. */
const ANY_ENDS = { worst: 0, best: 1 };
const unknown: Measurement = { type: "unknown" };

/** The figure of a treatment for a wish: the closest outcome first, then the one with most people. */
export function figureFor(
  wish: ShareWish,
  { treatment, outcomes }: Weighed,
  place: { readonly condition: string; readonly pattern: string },
): { readonly figure: DrawnFigure | null; readonly isScoreOnly: boolean } {
  const wanted = readFrom[wish].outcomes;
  const candidates = outcomes
    .filter((outcome) => wanted.includes(outcome.outcome) && isAgainstControl(outcome))
    .sort(
      (left, right) =>
        wanted.indexOf(left.outcome) - wanted.indexOf(right.outcome) ||
        (right.people ?? 0) - (left.people ?? 0),
    );
  for (const outcome of candidates) {
    const figure = drawnFigure(outcome, treatment, place);
    if (figure !== null) return { figure, isScoreOnly: false };
  }
  return { figure: null, isScoreOnly: candidates.length > 0 };
}

function shareWish(
  wish: ShareWish,
  options: readonly Weighed[],
  place: { readonly condition: string; readonly pattern: string },
  chosenShare: number | null,
): Omit<MeasuredWish, "criterion"> & { readonly ends: { readonly worst: number; readonly best: number } } {
  const { side, outcomes } = readFrom[wish];
  const found = options.map((option) => figureFor(wish, option, place));
  const figures = found.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  const without = figures.length === 0 ? null : (chosenShare ?? commonShare(figures, outcomes[0] ?? ""));
  if (without === null) return { ...nobody(wish, options), ends: ANY_ENDS };
  const [all, measured]: [number[], { known: Known; measurement: Measurement }[]] = [[0], []];
  for (const [at, { treatment }] of options.entries()) {
    const { figure, isScoreOnly } = found[at] ?? { figure: null, isScoreOnly: false };
    if (treatment === NOTHING_MORE) {
      const speaks = side === "gain" ? "against" : "for";
      const sentence = nothingMoreSentence[wish];
      measured.push({
        known: { wish, speaks, of100: { more: 0, lower: 0, upper: 0 }, from: "kind", sentence },
        measurement: { type: "known", value: 0 },
      });
    } else if (figure === null) {
      measured.push(notKnown(wish, noFigureSentence(wish, isScoreOnly)));
    } else {
      const { outcome, from, mean, sd } = figure;
      const of100 = moreOf100(figure, without);
      all.push(of100.lower, of100.upper);
      const isGood = of100.more > 0 === (side === "gain");
      const isUnclear = of100.lower <= 0 && of100.upper >= 0;
      measured.push({
        known: {
          wish,
          speaks: isUnclear ? "unclear" : isGood ? "for" : "against",
          of100: {
            more: Math.round(of100.more),
            lower: Math.round(of100.lower),
            upper: Math.round(of100.upper),
          },
          from,
          sentence: shareSentence(wish, of100, outcome, from),
        },
        measurement: { type: "odds-ratio", mean, sd, control: without },
      });
    }
  }
  // [AN-154] The ends are the outermost that is seen here, doing nothing more included.
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return {
    measured,
    without: Math.round(100 * without),
    cannotSeparate: null,
    used: figures.map(({ outcome }) => outcome),
    ends: low === high ? ANY_ENDS : side === "gain" ? { worst: low, best: high } : { worst: high, best: low },
  };
}

const notKnown = (wish: WishId, sentence: string): { known: Known; measurement: Measurement } => ({
  known: { wish, speaks: "not-known", of100: null, from: "nothing", sentence },
  measurement: unknown,
});

/** [AN-155] Nobody counted it: not known of any option, doing nothing more included. */
const nobody = (wish: WishId, options: readonly Weighed[]): Omit<MeasuredWish, "criterion"> => ({
  measured: options.map(() => notKnown(wish, noFigureSentence(wish, false))),
  without: null,
  cannotSeparate: nobodyCounted(wish),
  used: [],
});

/** [AN-158] Needles and visits are known from what the treatment is, in steps from 0, the least. */
function kindWish(wish: "needles" | "visits", options: readonly Weighed[]): Omit<MeasuredWish, "criterion"> {
  const measured = options.map(({ treatment }) => {
    const burden = burdenOf.get(treatment);
    const step = wish === "needles" ? burden?.needles : burden?.visits;
    if (step === undefined || step === null)
      return notKnown(wish, `${wishNames[wish]}: how many was not found.`);
    const value =
      wish === "needles"
        ? Number(step.level !== "none")
        : (visitLevels as readonly string[]).indexOf(step.level);
    const known: Known = {
      wish,
      speaks: value <= (wish === "needles" ? 0 : 1) ? "for" : "against",
      of100: null,
      from: "kind",
      sentence: `${wishNames[wish]}: ${step.why.charAt(0).toLowerCase()}${step.why.slice(1)}`,
    };
    return { known, measurement: { type: "known", value } as const };
  });
  const values = measured.map(({ measurement }) => ("value" in measurement ? measurement.value : null));
  const isSame = values.every((value) => value !== null && value === values[0]);
  return { measured, without: null, cannotSeparate: isSame ? sameForAll(wish) : null, used: [] };
}

/** Every wish, measured for the options in their order. */
export function measureWishes(
  wishes: Wishes,
  options: readonly Weighed[],
  place: { readonly condition: string; readonly pattern: string },
  /** The share without treatment that the reader chose for an outcome, 0 to 1. */
  chosen: { readonly outcome: string; readonly share: number } | null,
): MeasuredWish[] {
  return wishIds.map((wish): MeasuredWish => {
    const criterion = { id: wish, importance: importanceOf[wishes[wish] ?? "no"] };
    if (wish === "needles")
      return { ...kindWish(wish, options), criterion: { ...criterion, worst: 1, best: 0 } };
    if (wish === "visits")
      return {
        ...kindWish(wish, options),
        criterion: { ...criterion, worst: visitLevels.length - 1, best: 0 },
      };
    if (wish === "spasms") return { ...nobody(wish, options), criterion: { ...criterion, ...ANY_ENDS } };
    const share = chosen !== null && readFrom[wish].outcomes.includes(chosen.outcome) ? chosen.share : null;
    const { ends, ...measured } = shareWish(wish, options, place, share);
    return { ...measured, criterion: { ...criterion, ...ends } };
  });
}
