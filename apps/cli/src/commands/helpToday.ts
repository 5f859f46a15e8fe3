/** `unclench help-today`: the signs that cannot wait, as on the page and the card. */
import { type RedFlagLine, type RedFlagsToday, redFlagsToday } from "@unclench/answers/red-flags";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections, stopping } from "../lines.ts";
import { sourceText } from "../sourceText.ts";

const help = `unclench help-today [--json]

Signs with spasticity and its treatments that cannot wait: what to look for, whom to call, what to do, in this order.

  --json  the answer as JSON (docs/formats.md)`;

const flagLines = (flag: RedFlagLine): string[] => [
  indented(1, flag.claim),
  indented(2, flag.why),
  indented(2, `CALL: ${flag.call}`),
  indented(2, `Signs: ${flag.signs.join("; ")}.`),
  ...flag.steps.map((step, place) => indented(2, `${place + 1}. ${step}`)),
  indented(2, `Concerns: ${flag.who}`),
  ...flag.extra.map((more) => indented(2, more)),
  ...flag.sources.map((source) => indented(3, sourceText(source))),
];

const text = (flags: RedFlagsToday): string =>
  sections(
    [flags.lead],
    ...flags.groups.map(({ title, flags: some }) => [
      `CALL AN AMBULANCE, OR GO NOW: ${title.toUpperCase()}`,
      ...some.flatMap(flagLines),
    ]),
    ["SPEAK TO SOMEONE TODAY", ...flags.today.flatMap(flagLines)],
    [stopping],
  );

export const helpToday: Command = {
  help,
  options: { json: { type: "boolean" } },
  run(typed) {
    const [extra] = typed.positionals;
    if (extra !== undefined)
      return fault(`help-today takes no words; "${extra}" is too much (unclench help-today --help).`);
    const flags = redFlagsToday();
    return answer(typed.values.json === true ? JSON.stringify(flags, null, 2) : text(flags));
  },
};
