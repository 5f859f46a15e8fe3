/**
 * "What matters to me": how often each option comes first, second, … over what is not known of the figures and of the
 * wishes. It counts, and leaves the choice to the reader.
 */
import { type AcceptabilityResult, acceptability } from "@unclench/evidence";
import { argue } from "../whatWorks/argue.ts";
import { midSentence, NEITHER } from "../whatWorks/words.ts";
import { type WhatWorks, whatWorks } from "../whatWorks/index.ts";
import { figureFor, type MeasuredWish, measureWishes, NOTHING_MORE, type Weighed } from "./measure.ts";
import { type Candidate, candidatesOf, chosenOptions, defaultOptions } from "./options.ts";
import type { MattersError, MattersInput, MattersOption, MattersResult } from "./types.ts";
import { answerNames, wishNames } from "./wishes.ts";
import { wholeOf100 } from "./wholeOf100.ts";
import {
  nothingMattersSentence,
  readingSentence,
  SEPARATE,
  separateSentence,
  surenessSentence,
  toComeFirstSentence,
} from "./words.ts";

export type * from "./types.ts";
export * from "./wishes.ts";

export const DRAWS = 10_000;
/** A page has to be the same for everybody who follows its link. */
export const SEED = 1;

const fault = (type: MattersError["type"], sentence: string): MattersResult => ({
  ok: false,
  error: { type, sentence },
});

/**
 * [AN-150] … [AN-159] Rank acceptability of the options of one condition and pattern for what somebody answered.
 *
 * @example
 * const answer = whatMatters({ condition: "stroke", pattern: "upper-limb", wishes: { stiffness: "most", needles: "little" } });
 * // answer.ok && answer.value.options.map(({ name, ranks }) => [name, ranks])
 */
export function whatMatters(input: MattersInput): MattersResult {
  const page = whatWorks(input.condition, input.pattern);
  if (!page.ok) return page;
  const place = { condition: input.condition, pattern: input.pattern };
  const argued = arguedOn(page.value, input);
  const candidates = candidatesOf(argued.page);
  const hasGain = (option: Weighed): boolean => figureFor("stiffness", option, place).figure !== null;
  const hasFigure = (option: Weighed): boolean =>
    (["stiffness", "awake", "strength"] as const).some(
      (wish) => figureFor(wish, option, place).figure !== null,
    );
  const picked =
    input.options === undefined || input.options === null || input.options.length === 0
      ? defaultOptions(candidates, hasGain)
      : chosenOptions(candidates, input.options, hasFigure);
  if (!picked.ok) return { ok: false, error: picked.error };
  const { options, apart } = picked;
  const measured = measureWishes(input.wishes, options, place, argued.share);
  const seed = input.seed ?? SEED;
  const asked = ranked(options, measured, seed, ({ criterion }) => criterion.importance);
  if (asked === null) return fault("NothingMatters", nothingMattersSentence);
  // [AN-157] What nobody counted, or is the same for all, brings no option to the front.
  const alike = ranked(options, measured, seed, ({ cannotSeparate }) => Number(cannotSeparate === null));
  const shown = options.map((option, at) => optionOf(option, at, measured, asked, alike));
  return {
    ok: true,
    value: {
      question: "what-matters",
      format: 1,
      ...place,
      about: page.value.about,
      wishes: measured.map(({ criterion, without, cannotSeparate }) => {
        const wish = criterion.id as keyof typeof wishNames;
        const answer = input.wishes[wish] ?? "no";
        return {
          wish,
          name: wishNames[wish],
          answer,
          answerName: answerNames[answer],
          without,
          cannotSeparate,
        };
      }),
      options: shown,
      ...separation(shown, asked),
      surenessSentence: surenessSentence(
        measured
          .filter(({ criterion }) => criterion.importance > 0)
          .flatMap(({ used }) => used.map(({ certainty }) => certainty.level)),
      ),
      readingSentence,
      apart: apart.names.length === 0 ? null : { names: apart.names, sentence: `${apart.why}. ${NEITHER}` },
      arguedSentence: argued.sentence?.(measured.flatMap(({ used }) => used.map(({ key }) => key))) ?? null,
      draws: DRAWS,
      seed,
    },
  };
}

type Argued = {
  readonly page: WhatWorks;
  readonly share: { readonly outcome: string; readonly share: number } | null;
  /** What to say, once it is known which figures were used. */
  readonly sentence: ((used: readonly string[]) => string) | null;
};

/** [AN-159] The page with the one figure that the reader pools differently. */
function arguedOn(page: WhatWorks, { argued, condition, pattern }: MattersInput): Argued {
  const asPublished: Argued = { page, share: null, sentence: null };
  if (argued === undefined || argued === null) return asPublished;
  const { question, choices } = argued;
  if (question.condition !== condition || question.pattern !== pattern) return asPublished;
  const result = argue(question, choices);
  if (!result.ok) return asPublished;
  const { before, after } = result.value;
  const row = page.rows.find(({ treatment }) => treatment === question.treatment);
  const figure = `${midSentence(row?.name ?? question.treatment)}, “${before.label.toLowerCase()}”`;
  return {
    page: {
      ...page,
      rows: page.rows.map((one) =>
        one !== row
          ? one
          : {
              ...one,
              outcomes: one.outcomes.flatMap((outcome) =>
                outcome.key !== question.key ? [outcome] : after === null ? [] : [after],
              ),
            },
      ),
    },
    share:
      choices.baseline === null || before.kind !== "binary"
        ? null
        : { outcome: before.outcome, share: choices.baseline / 100 },
    sentence: (used) =>
      after === null
        ? `You left out every trial of ${figure}: it counts as not known.`
        : used.includes(question.key)
          ? `Counted as you pool it: ${figure}.`
          : `What you changed in ${figure} does not bear on any of these wishes.`,
  };
}

/** The engine's answer with these importances; `null` if nothing matters. */
function ranked(
  options: readonly Candidate[],
  measured: readonly MeasuredWish[],
  seed: number,
  importance: (wish: MeasuredWish) => number,
): AcceptabilityResult | null {
  const result = acceptability({
    criteria: measured.map((wish) => ({ ...wish.criterion, importance: importance(wish) })),
    options: options.map(({ treatment }, at) => ({
      id: treatment,
      measurements: Object.fromEntries(
        measured.flatMap(({ criterion, measured: byOption }) => {
          const one = byOption[at];
          return one === undefined ? [] : [[criterion.id, one.measurement]];
        }),
      ),
    })),
    draws: DRAWS,
    seed,
  });
  if (result.ok) return result.value;
  if (result.error.type === "NothingMatters") return null;
  throw new Error(`the measurements are not sound: ${JSON.stringify(result.error)}`);
}

function optionOf(
  { treatment, name }: Candidate,
  at: number,
  measured: readonly MeasuredWish[],
  asked: AcceptabilityResult,
  alike: AcceptabilityResult | null,
): MattersOption {
  const all = measured.flatMap(({ measured: byOption }) => byOption[at]?.known ?? []);
  const counts = measured
    .filter(({ criterion }) => criterion.importance > 0)
    .sort((left, right) => right.criterion.importance - left.criterion.importance);
  // What nobody counted is said once, with the wishes.
  const told = counts
    .filter(({ cannotSeparate }) => cannotSeparate === null)
    .flatMap(({ measured: byOption }) => byOption[at]?.known ?? []);
  const sentences = (...speaks: readonly string[]): string[] =>
    told.filter((known) => speaks.includes(known.speaks)).map(({ sentence }) => sentence);
  const isGuess = counts.some(({ measured: byOption }) => byOption[at]?.known.speaks === "not-known");
  const central = alike?.options[at]?.centralWeights ?? null;
  return {
    treatment,
    name,
    ranks: wholeOf100(asked.options[at]?.rankShares ?? [], isGuess),
    known: all,
    why: {
      speaksFor: sentences("for"),
      speaksAgainst: sentences("against"),
      notKnown: sentences("unclear", "not-known"),
    },
    toComeFirst: toComeFirstSentence(central),
    centralWeights:
      central === null
        ? null
        : Object.fromEntries(
            Object.entries(central).map(([wish, weight]) => [wish, Math.round(100 * weight)]),
          ),
  };
}

/** [AN-156] The option that comes first most often, against the one that it is ahead of least often. */
function separation(
  options: readonly MattersOption[],
  { options: exact, beats }: AcceptabilityResult,
): { separated: boolean; sentence: string } {
  const firsts = exact.map(({ rankShares }) => rankShares[0] ?? 0);
  const top = firsts.indexOf(Math.max(...firsts));
  const others = options.map((_, at) => at).filter((at) => at !== top);
  const nearest = others.reduce(
    (least, at) => ((beats[top]?.[at] ?? 1) < (beats[top]?.[least] ?? 1) ? at : least),
    others[0] ?? top,
  );
  const ahead = beats[top]?.[nearest] ?? 0.5;
  const separated = ahead >= SEPARATE;
  return {
    separated,
    sentence: separateSentence(
      { name: options[top]?.name ?? "", share: options[top]?.ranks[0] ?? 0 },
      { name: options[nearest]?.name ?? "", ahead },
      separated,
    ),
  };
}

export { NOTHING_MORE };
