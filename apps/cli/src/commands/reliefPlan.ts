/** `unclench relief-plan`: a plan of routines as text, from its file or its link. */
import { planLines, planSheet, stopAlways } from "@unclench/answers/relief-plan";
import { localDateOf } from "@unclench/record";
import {
  isPlanFragment,
  planErrorSentence,
  planFragment,
  readPlanFragment,
  readPlanText,
} from "@unclench/record/plan";
import { answer, type Command, fault } from "../command.ts";
import { readText } from "../files.ts";
import { indented, sections } from "../lines.ts";

const help = `unclench relief-plan PLAN.json|LINK [--json|--link]

Prints a plan of routines that was saved or handed on in the app (docs/formats.md): what, on which days, how much, with the
steps and the signs to stop.

  --json   the routines in words, as JSON
  --link   only the part of a link behind the #, for /relief/plan#…`;

export const reliefPlan: Command = {
  help,
  options: { json: { type: "boolean" }, link: { type: "boolean" } },
  run: ({ positionals: [path, ...more], values }) => {
    if (path === undefined) return fault("Name the file of the plan, as in: unclench relief-plan PLAN.json.");
    if (more.length > 0) return fault(`One plan at a time; "${more[0]}" is one too many.`);
    const today = localDateOf(new Date());
    const fragment = path.slice(path.indexOf("#") + 1);
    const file = isPlanFragment(fragment) ? null : readText(path);
    if (file !== null && "sentence" in file) return file;
    const read = file === null ? readPlanFragment(fragment, today) : readPlanText(file.text, today);
    if (!read.ok) return fault(planErrorSentence(read.error));
    if (values.link === true) return answer(planFragment(read.value));
    const lines = planLines(read.value);
    if (values.json === true)
      return answer(JSON.stringify({ question: "relief-plan", format: 1, routines: lines }, null, 2));
    return answer(
      sections(
        ...planSheet(lines)
          .flat()
          .map(({ line, steps, stop }) => [
            indented(0, line.name),
            indented(1, `${line.amountWords}. ${line.daysWords}.`),
            ...(line.item.note === null ? [] : [indented(1, `Note: ${line.item.note}`)]),
            ...(line.known ? [] : [indented(1, "This version does not know this routine.")]),
            ...steps.map((step, place) => indented(1, `${place + 1}. ${step}`)),
            ...(stop === "" ? [] : [indented(1, `Stop: ${stop}`)]),
          ]),
        ["Stop at once:", indented(1, stopAlways)],
      ),
    );
  },
};
