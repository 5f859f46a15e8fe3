/** [AN-100] Whether an answer hangs on what was assumed: the same days under other assumptions, in words. */
import { fromDayNumber, type LocalDate } from "@unclench/record";
import {
  type Alternative,
  type Assessment,
  type CurveChange,
  type EdgeCheck,
  edgeCheck,
  type GroupMember,
  type OutlierDay,
  sensitivity,
} from "@unclench/response";
import { outOf100 } from "./words.ts";

/** One other assumption, and what the days say under it. */
export type Check = {
  readonly of: "drift" | "odd-days" | CurveChange | "ends-of-scale";
  /** Does it say something else than the answer does? */
  readonly matters: boolean;
  readonly sentence: string;
  /** in points at full effect; negative is better */
  readonly effect: { readonly q05: number; readonly q50: number; readonly q95: number };
  readonly helps: number;
};

export type HangsOn = {
  /** The treatments that the answer is of: one, or those that cannot be told apart. */
  readonly treatments: readonly string[];
  readonly matters: boolean;
  readonly headline: string;
  /** What the checks are held against: the model without any trial and with the curve as it is written down. */
  readonly base: string;
  readonly checks: readonly Check[];
  readonly oddDays: readonly { readonly date: LocalDate; readonly rating: number }[];
};

const ifSentence: Readonly<Record<Check["of"], (treatment: string) => string>> = {
  drift: () => "If your symptoms drift slowly by themselves",
  "odd-days": () => "If odd days count less",
  "twice-as-fast": (treatment) => `If ${treatment} comes and goes twice as fast`,
  "half-as-fast": (treatment) => `If ${treatment} comes and goes half as fast`,
  saturating: () => "If half of the dose does more than half of the work",
  "ends-of-scale": () => "If 0 stands for “0 or better” and 10 for “10 or worse”",
};

const hangsOnWords: Readonly<Record<Check["of"], string>> = {
  drift: "how your symptoms drift by themselves",
  "odd-days": "a few odd days",
  "twice-as-fast": "how fast it works",
  "half-as-fast": "how fast it works",
  saturating: "how much a smaller dose does",
  "ends-of-scale": "what lies beyond the ends of the scale",
};

const checkOf = (of: Check["of"], treatment: string, found: Alternative): Check => {
  const { q05, q50, q95 } = found.effect;
  const { helps } = found.probabilities;
  return {
    of,
    matters: found.matters,
    sentence: `${ifSentence[of](treatment)}, the chance that it helps is ${outOf100(helps)}.`,
    effect: { q05, q50, q95 },
    helps,
  };
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/**
 * The checks of one answer: of one treatment with weight 1, or of several together, in the order of the answer.
 *
 * @example
 * hangsOn(assessment, [{ id: "Baclofen", weight: 1 }]).headline // "The answer stays about the same if the assumptions change."
 */
export function hangsOn({ fit, baseline }: Assessment, members: readonly GroupMember[]): HangsOn {
  const treatments = members.map(({ id }) => id);
  const weights = Object.fromEntries(members.map(({ id, weight }) => [id, weight]));
  const name = treatments.length === 1 ? (treatments[0] ?? "") : "each of them";
  const question = { weights, mcid: baseline.mcid };
  const { main, drift, robust, curves } = sensitivity(fit, question);
  const edges: EdgeCheck | null = edgeCheck(fit, question);
  const checks = [
    checkOf("drift", name, drift),
    checkOf("odd-days", name, robust),
    ...curves.map((curve) => checkOf(curve.change, name, curve)),
    ...(edges === null ? [] : [checkOf("ends-of-scale", name, edges)]),
  ];
  const on = [...new Set(checks.filter(({ matters }) => matters).map(({ of }) => hangsOnWords[of]))];
  return {
    treatments,
    matters: on.length > 0,
    headline:
      on.length === 0
        ? "The answer stays about the same if the assumptions change."
        : `The answer depends on ${listed(on)}.`,
    base: `As assumed, and without any trial, the chance that it helps is ${outOf100(main.probabilities.helps)}.`,
    checks,
    oddDays: robust.outlierDays.map(({ day, rating }: OutlierDay) => ({ date: fromDayNumber(day), rating })),
  };
}
