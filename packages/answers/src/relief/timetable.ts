/** From a routine and what was chosen to a timetable of cues: rules AN-333 to AN-336. */
import { CueBuilder } from "./cueBuilder.ts";
import { type Movement, type Script, scriptOf } from "./sessionScript.ts";
import type { SessionChoices, SessionSide, SessionSource, Timetable, Utterance } from "./sessionTypes.ts";
import { countsOf } from "./sessionCounts.ts";

const sideWords: Readonly<Record<SessionSide, string>> = { left: "Left side.", right: "Right side." };

/** Which sides, set by set; within a set in turns. */
function setsOf({ sides }: SessionSource, { side }: SessionChoices): (SessionSide | null)[][] {
  if (sides === "none" || side === null) return [[null]];
  if (side !== "both") return [[side]];
  return sides === "turns" ? [["left", "right"]] : [["left"], ["right"]];
}

/**
 * [AN-333] The timetable: position, then each repetition or the minutes, one side after the other, and the end. Times are
 * counted from 0; the same source and choices give the same timetable.
 *
 * @example
 * const timetable = sessionTimetable(source, sessionChoices(source, { side: "left" }));
 * timetable.cues[0] // { kind: "ready", startMs: 0, say: "Left side. Stand facing a wall. …", … }
 */
export function sessionTimetable(source: SessionSource, choices: SessionChoices): Timetable {
  const builder = new CueBuilder(source);
  const script = scriptOf(source, choices.company);
  const sets = setsOf(source, choices);
  for (const [place, sides] of sets.entries()) {
    const [side = null] = sides.length === 1 ? sides : [null];
    if (place > 0)
      builder.add({
        kind: "side",
        say: `Now the ${side ?? "other"} side. Take your time.`,
        at: [0, 0],
        side,
        seconds: source.pace[choices.speed].readySeconds,
      });
    addReady(builder, script, choices, side, place === 0);
    if (source.shape === "stay" || source.shape === "flow") addMinutes(builder, script, choices, side);
    else addRepetitions(builder, script, choices, sides);
  }
  for (const say of script.after)
    builder.add({ kind: "after", say, at: [0, 0], seconds: source.pace[choices.speed].readySeconds });
  const end = builder.add({
    kind: "end",
    say: "That is the end. How does it feel now?",
    at: [0, 0],
    seconds: 0,
    exact: true,
  });
  return {
    routine: source.routine,
    choices,
    cues: builder.cues,
    utterances: utterancesOf(builder, script),
    totalMs: end.startMs,
  };
}

function addReady(
  builder: CueBuilder,
  { ready }: Script,
  choices: SessionChoices,
  side: SessionSide | null,
  first: boolean,
): void {
  const { shape, pace } = builder.source;
  for (const [place, step] of ready.entries()) {
    const named = first && place === 0 && side !== null ? `${sideWords[side]} ${step}` : step;
    // Into a position one goes step by step; of a movement this is only its beginning.
    const share = (done: number): number => (shape === "stay" ? done / ready.length : 0);
    builder.add({
      kind: "ready",
      say: named,
      show: step,
      at: [share(place), share(place + 1)],
      side,
      seconds: pace[choices.speed].readySeconds,
    });
  }
}

function addMinutes(
  builder: CueBuilder,
  { during }: Script,
  { minutes, speed }: SessionChoices,
  side: SessionSide | null,
): void {
  const { shape, pace } = builder.source;
  const { moveSeconds, backSeconds } = pace[speed];
  const length = minutes === 1 ? "1 minute." : `${minutes} minutes.`;
  const [first = shape === "stay" ? "Stay like this." : "Begin."] = during;
  builder.add({
    kind: shape === "stay" ? "stay" : "flow",
    say: `${first} ${length}`,
    show: during.length === 0 ? first : during.join(" "),
    at: shape === "stay" ? [1, 1] : [0, 0],
    swingMs: shape === "flow" ? (moveSeconds + backSeconds) * 1000 : null,
    side,
    seconds: (minutes ?? 1) * 60,
    exact: true,
  });
}

/** [AN-334] Of minutes instead of repetitions: as many whole ones as fit, at least one. */
function repetitionsOf(source: SessionSource, choices: SessionChoices): number {
  if (choices.repeats !== null) return choices.repeats;
  const { moveSeconds, backSeconds, restSeconds } = source.pace[choices.speed];
  const goes = source.parts.flat().includes("move") ? moveSeconds + backSeconds : 0;
  const one = goes + (choices.holdSeconds ?? 0) + (source.restSeconds ?? restSeconds);
  return Math.max(1, Math.floor(((choices.minutes ?? 1) * 60) / one));
}

function addRepetitions(
  builder: CueBuilder,
  script: Script,
  choices: SessionChoices,
  sides: readonly (SessionSide | null)[],
): void {
  const of = repetitionsOf(builder.source, choices);
  const movements = script.movements.length === 0 ? [{ move: "", hold: "", back: "" }] : script.movements;
  for (let number = 1; number <= of; number++) {
    for (const [turn, side] of sides.entries())
      for (const [place, movement] of movements.entries()) {
        const isLast = number === of && turn === sides.length - 1 && place === movements.length - 1;
        const named = sides.length > 1 && place === 0 && side !== null ? sideWords[side] : "";
        const again = repetitionWords(builder, script, { number, of, first: turn === 0 && place === 0 });
        addMovement(builder, movement, {
          choices,
          side,
          number,
          of,
          isLast,
          // Of several movements each is named every time: a number alone would not say which one comes.
          full: (number === 1 && turn === 0) || movements.length > 1,
          lead: [named, again].filter((words) => words !== "").join(" "),
          during: script.rest,
        });
      }
  }
}

/** What stands in the place of the full text from the second time on. */
function repetitionWords(
  builder: CueBuilder,
  { last, during }: Script,
  { number, of, first }: { number: number; of: number; first: boolean },
): string {
  if (!first) return "";
  if (builder.source.shape === "rhythm") return number === 1 ? "" : (during[number - 2] ?? `${number}.`);
  const extra = number === of ? last : "";
  if (number === 1) return extra;
  return extra === ""
    ? `${number === of ? "Last one" : "Again"}: ${number} of ${of}.`
    : `${number} of ${of}. ${extra}`;
}

type Once = {
  choices: SessionChoices;
  side: SessionSide | null;
  number: number;
  of: number;
  isLast: boolean;
  /** the first time: every sentence is said */
  full: boolean;
  lead: string;
  during: string;
};

const generic = { move: "Move slowly.", hold: "Hold.", back: "Come back slowly." } as const;

/** [AN-335] There, hold, back, rest. A hold lasts exactly what was chosen; words that are longer are said on the way there. */
function addMovement(builder: CueBuilder, movement: Movement, once: Once): void {
  const { source } = builder;
  const { choices, side, full, lead } = once;
  const { moveSeconds, backSeconds, restSeconds } = source.pace[choices.speed];
  const repetition = { number: once.number, of: once.of };
  const holds = source.shape === "hold" ? (choices.holdSeconds ?? 0) : 0;
  const goes = movement.move !== "" || source.shape !== "hold";
  const holdText = full && movement.hold !== "" ? movement.hold : (source.short?.hold ?? generic.hold);
  const counted = `${holdText} ${holds === 1 ? "1 second" : `${holds} seconds`}.`;
  const fits = (text: string): boolean => builder.spokenSeconds(text) <= holds;
  const holdSay = fits(counted) ? counted : fits(holdText) ? holdText : generic.hold;
  const early = full && holdSay === generic.hold && movement.hold !== "" ? movement.hold : "";
  if (goes) {
    const words = full
      ? `${movement.move === "" ? generic.move : movement.move} ${early}`
      : lead === ""
        ? generic.move
        : "";
    builder.add({
      kind: "move",
      say: `${lead} ${words}`.trim(),
      show: movement.move === "" ? generic.move : movement.move,
      at: [0, 1],
      side,
      repetition,
      seconds: moveSeconds,
    });
  }
  if (holds > 0)
    builder.add({
      kind: "hold",
      say: holdSay,
      show: movement.hold === "" ? generic.hold : movement.hold,
      at: [1, 1],
      side,
      repetition,
      seconds: holds,
      exact: true,
    });
  const rocks = source.shape === "rhythm";
  const backText = movement.back === "" ? generic.back : movement.back;
  if (goes)
    builder.add({
      kind: "back",
      say: rocks ? "" : full ? backText : generic.back,
      show: rocks ? movement.move : backText,
      at: [1, 0],
      side,
      repetition,
      seconds: backSeconds,
    });
  if (once.isLast || rocks) return;
  // Nobody needs to rest longer than they worked, unless a source says how long.
  const worked = (goes ? moveSeconds : 0) + holds + (goes ? backSeconds : 0);
  const rests =
    source.restSeconds ??
    (once.during === "" ? Math.min(restSeconds, worked) : Math.max(restSeconds, worked));
  const restText = once.during === "" ? "Rest." : once.during;
  builder.add({
    kind: "rest",
    say: full ? restText : (source.short?.rest ?? "Rest."),
    show: restText,
    at: [0, 0],
    side,
    repetition,
    seconds: rests,
    exact: true,
  });
}

/** [AN-336] Cues and counts in order of time; nothing is said over what is still being said. */
function utterancesOf(builder: CueBuilder, script: Script): Utterance[] {
  const spoken = (text: string): number => builder.spokenSeconds(text) * 1000;
  return builder.cues.flatMap((cue) => [
    { atMs: cue.startMs, say: cue.say, vibrate: cue.vibrate },
    ...countsOf(cue, script, builder.source, spoken),
  ]);
}
