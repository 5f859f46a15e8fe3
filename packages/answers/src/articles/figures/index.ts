/** All kinds of computed figures, and the one way to ask for one. */
import type { FigureCall } from "@unclench/content/types";
import { collectedTrials } from "./collectedTrials.ts";
import { comingDown } from "./comingDown.ts";
import { effect } from "./effect.ts";
import { exampleVerdict } from "./exampleVerdict.ts";
import { falseAlarmsFigure } from "./falseAlarms.ts";
import { findings } from "./findings.ts";
import { harms } from "./harms.ts";
import { injectionCourse } from "./injectionCourse.ts";
import { fault, type FigureKind, type FigureResult, type Place } from "./kind.ts";
import { power } from "./power.ts";
import { reading } from "./reading.ts";
import { sideBySideFigure } from "./sideBySide.ts";
import { sideEffectsFigure } from "./sideEffects.ts";
import { starters } from "./starters.ts";

export const figureKinds: readonly FigureKind[] = [
  effect,
  sideBySideFigure,
  harms,
  findings,
  falseAlarmsFigure,
  power,
  injectionCourse,
  exampleVerdict,
  reading,
  collectedTrials,
  sideEffectsFigure,
  comingDown,
  starters,
];

/**
 * [AN-421] The figure that an article asks for, or a sentence that says what is wrong: an unknown kind, a place where
 * it cannot stand, an argument that is unknown, missing or takes other values.
 *
 * @example
 * figureFor({ of: "false-alarms", arguments: { show: "usual" } }, "inline")
 */
export function figureFor({ of, arguments: given }: FigureCall, place: Place): FigureResult {
  const kind = figureKinds.find((one) => one.of === of);
  if (kind === undefined)
    return fault(`there is no figure of "${of}". There are: ${figureKinds.map((one) => one.of).join(", ")}.`);
  if (!kind.places.includes(place))
    return fault(
      place === "inline"
        ? `the figure of "${of}" needs a line of its own: write ::figure{…}.`
        : `the figure of "${of}" stands within a line only: write :figure{…}.`,
    );
  for (const name of Object.keys(given))
    if (!kind.arguments.some((argument) => argument.name === name))
      return fault(
        `the figure of "${of}" has no argument "${name}". It has: ${kind.arguments.map((one) => one.name).join(", ")}.`,
      );
  for (const { name, required, choices } of kind.arguments) {
    const value = given[name];
    if (value === undefined) {
      if (required) return fault(`the figure of "${of}" needs "${name}".`);
    } else if (choices !== undefined && !choices.includes(value))
      return fault(`"${name}" of the figure of "${of}" is "${value}"; it can be: ${choices.join(", ")}.`);
  }
  return kind.make(given, place);
}
