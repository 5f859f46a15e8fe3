/** What can be set about a session, and how far: rules AN-330 and AN-331. */
import type { SessionChoices, SessionSource } from "./sessionTypes.ts";

export type ChoiceLimit = {
  readonly least: number;
  readonly most: number;
  /** where it begins: the lower end of the dose */
  readonly usual: number;
  /** how far one touch goes */
  readonly step: number;
};

export type ChoiceLimits = {
  readonly holdSeconds: ChoiceLimit | null;
  readonly repeats: ChoiceLimit | null;
  readonly minutes: ChoiceLimit | null;
};

type Range = readonly [number, number] | null;

const limit = (range: Range, least: number, step: number): ChoiceLimit | null =>
  range === null
    ? null
    : { least: Math.min(least, range[0]), most: range[1], usual: Math.max(range[0], 1), step };

/**
 * [AN-330] Each begins at the lower end of the dose, never goes above its upper end, and may be less: less is always
 * allowed. Minutes are counted only where repetitions are not.
 */
export function choiceLimits({ shape, dose, pace }: SessionSource): ChoiceLimits {
  const holds = shape === "hold";
  const hold = holds ? dose.holdSeconds : null;
  const repeats = holds || shape === "repeat" || shape === "rhythm" ? dose.repeats : null;
  return {
    holdSeconds: limit(hold, pace.leastHoldSeconds, (hold?.[1] ?? 0) > 10 ? 5 : 1),
    repeats: limit(repeats, 1, 1),
    minutes: repeats === null ? limit(dose.minutes, 1, (dose.minutes?.[1] ?? 0) > 20 ? 5 : 1) : null,
  };
}

const within = (wanted: number | null | undefined, { least, most, usual }: ChoiceLimit): number =>
  wanted === null || wanted === undefined || !Number.isFinite(wanted)
    ? usual
    : Math.min(most, Math.max(least, Math.round(wanted)));

/**
 * Whole choices from what was wanted: what is missing is as usual, what lies outside is brought inside.
 * @example
 * sessionChoices(source, { holdSeconds: 500, side: "left" }) // { holdSeconds: 60, repeats: 3, minutes: null, side: "left", … }
 */
export function sessionChoices(source: SessionSource, wanted: Partial<SessionChoices> = {}): SessionChoices {
  const limits = choiceLimits(source);
  const of = (name: keyof ChoiceLimits): number | null => {
    const one = limits[name];
    return one === null ? null : within(wanted[name], one);
  };
  const usualSide = source.sides === "each" || source.sides === "turns" ? "both" : null;
  return {
    holdSeconds: of("holdSeconds"),
    repeats: of("repeats"),
    minutes: of("minutes"),
    speed: wanted.speed ?? "usual",
    side: source.sides === "none" ? null : (wanted.side ?? usualSide),
    company: wanted.company ?? "alone",
  };
}

const basisWords = {
  source: "These numbers were read for this exercise.",
  adapted: "These numbers are a general dose that we put on this exercise. Nobody tested them for it.",
  expert: "These numbers are ours: no source we read says how much.",
} as const;

const span = ([from, to]: readonly [number, number], one: string, many: string): string =>
  from === to ? `${from} ${from === 1 ? one : many}` : `${from} to ${to} ${many}`;

/** [AN-331] Where the numbers come from, and that the times between are ours. */
export function doseWords(source: SessionSource): string[] {
  const { dose } = source;
  const limits = choiceLimits(source);
  const parts = [
    limits.holdSeconds === null || dose.holdSeconds === null
      ? null
      : `hold ${span(dose.holdSeconds, "second", "seconds")}`,
    limits.repeats === null || dose.repeats === null ? null : span(dose.repeats, "time", "times"),
    limits.minutes === null || dose.minutes === null ? null : span(dose.minutes, "minute", "minutes"),
  ].filter((part) => part !== null);
  const note =
    dose.note === null
      ? []
      : [`${dose.note.charAt(0).toUpperCase()}${dose.note.slice(1)}.`.replace(/\.\.$/, ".")];
  return [
    `The dose: ${parts.join(", ")}. ${basisWords[dose.basis]}`,
    ...note,
    "We begin at the lower end. Less is fine. The time to get ready, to move and to rest is ours.",
  ];
}
