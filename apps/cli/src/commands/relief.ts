/** `unclench relief`: at most three routines for now, or the page of one routine. */
import {
  allQuestions,
  answered,
  defaults,
  findRoutines,
  minuteChoices,
  placeCalled,
  places,
  placesCalled,
  positions,
} from "@unclench/answers/relief";
import { routinePage } from "@unclench/answers/relief-page";
import { localDateOf } from "@unclench/record";
import { answer, type Command, fault, type Outcome, textOption, type Typed } from "../command.ts";
import { reliefText, routineText } from "../reliefText.ts";

const reasons = allQuestions([]);

const help = `unclench relief --where PLACE [options]
unclench relief ROUTINE [--json]

At most three routines for now, each with its reason, or everything about one routine.

  --where PLACE        ${places.map(({ id }) => id).join(", ")}; or an everyday word such as ankle
  --position POSITION  ${positions.join(", ")} (${defaults.position} if left out)
  --minutes MINUTES    ${minuteChoices.join(", ")} (${defaults.minutes} if left out)
  --alone, --helper    alone if neither is given
  --condition ID       leaves out what was not collected for it: ms, stroke, sci, cp-child, cp-adult, tbi, hsp
  --not IDS            what speaks against routines, with commas between; "none" if nothing does. What is not named then
                       counts as not so. Without it, the questions come first, for unknown is not "no".
  --json               the answer as JSON (docs/formats.md)

What can be named with --not:
${reasons.map(({ id, ask }) => `  ${id}: ${ask}`).join("\n")}`;

/** `--not` as answers of today; a sentence where an id is none. */
function bodyCheckFrom(text: string | undefined): ReturnType<typeof answered> | string {
  if (text === undefined) return [];
  const named = text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "" && id !== "none");
  const ids = reasons.map(({ id }) => id);
  const strange = named.find((id) => !ids.includes(id));
  if (strange !== undefined) return `--not: there is no "${strange}"; there is: none, ${ids.join(", ")}.`;
  if (text.split(",").every((id) => id.trim() === ""))
    return '--not needs ids with commas between, or "none" (unclench relief --help).';
  if (named.length > 0 && /\bnone\b/.test(text)) return `--not: "none" and ${named[0]} cannot both be so.`;
  return answered([], ids, named, localDateOf(new Date()));
}

function list(typed: Typed): Outcome {
  const called = textOption(typed, "where");
  if (called === undefined)
    return fault(`relief needs --where PLACE or the id of a routine (unclench relief --help).`);
  const where = placeCalled(called);
  if (where === null) {
    const several = placesCalled(called);
    return fault(
      several.length > 1
        ? `"${called}" may be several places: ${several.join(", ")}. Name one of them.`
        : `There is no place "${called}"; there is: ${places.map(({ id }) => id).join(", ")}.`,
    );
  }
  if (typed.values.alone === true && typed.values.helper === true)
    return fault("--alone and --helper cannot both be so: give one of them.");
  const bodyCheck = bodyCheckFrom(textOption(typed, "not"));
  if (typeof bodyCheck === "string") return fault(bodyCheck);
  const minutes = textOption(typed, "minutes");
  if (minutes !== undefined && !/^\d+$/.test(minutes))
    return fault(`--minutes ${minutes}: give one of ${minuteChoices.join(", ")}.`);
  const found = findRoutines({
    where,
    position: textOption(typed, "position") ?? defaults.position,
    minutes: minutes === undefined ? defaults.minutes : Number(minutes),
    company: typed.values.helper === true ? "helper" : "alone",
    condition: textOption(typed, "condition") ?? null,
    bodyCheck,
  });
  if (!found.ok) return fault(found.error.sentence);
  return answer(typed.values.json === true ? JSON.stringify(found.value, null, 2) : reliefText(found.value));
}

const oneRoutine = (called: string, typed: Typed): Outcome => {
  const given = Object.keys(typed.values).find((name) => name !== "json");
  if (given !== undefined)
    return fault(`--${given} goes with --where; the page of a routine takes only --json.`);
  const page = routinePage(called);
  if (!page.ok) return fault(page.error.sentence);
  return answer(typed.values.json === true ? JSON.stringify(page.value, null, 2) : routineText(page.value));
};

export const relief: Command = {
  help,
  options: {
    where: { type: "string" },
    position: { type: "string" },
    minutes: { type: "string" },
    alone: { type: "boolean" },
    helper: { type: "boolean" },
    condition: { type: "string" },
    not: { type: "string" },
    json: { type: "boolean" },
  },
  run(typed) {
    const called = typed.positionals.join(" ");
    return called === "" ? list(typed) : oneRoutine(called, typed);
  },
};
