/** `unclench experiences`: what people report in surveys and interviews, and who was asked. */
import {
  experienceChoices,
  type ExperiencesPage,
  experiencesPage,
  type Finding,
} from "@unclench/answers/experiences";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections, stopping } from "../lines.ts";
import { sourceText } from "../sourceText.ts";

const help = `unclench experiences [--condition CONDITION] [--json]

What people said in published surveys and interviews: who was asked, how many, how, who paid, how sure it is.
Answers of people, not effects of treatments; for effects see unclench what-works.

  --condition  one of: ${experienceChoices.map(({ id }) => id).join(", ")}; without it: all
  --json       the answer as JSON (docs/formats.md)`;

const lines = ({ claim, who, how, paid, sure, careful, sources }: Finding): string[] => [
  indented(1, claim),
  indented(2, `Who: ${who} How: ${how}`),
  indented(2, `Who paid: ${paid} How sure: ${sure}.`),
  ...(careful === null ? [] : [indented(2, `Note: ${careful}`)]),
  ...sources.map((source) => indented(3, sourceText(source))),
];

const text = ({ title, before, shown, groups }: ExperiencesPage): string =>
  sections(
    [title, before.what, before.who, before.adding, shown],
    ...groups.map(({ name, findings }) => [name.toUpperCase(), ...findings.flatMap(lines)]),
    [stopping],
  );

export const experiences: Command = {
  help,
  options: { condition: { type: "string" }, json: { type: "boolean" } },
  run(typed) {
    if (typed.positionals.length > 0)
      return fault("experiences takes no words, only --condition (unclench experiences --help).");
    const { condition } = typed.values;
    const page = experiencesPage(typeof condition === "string" ? condition : null);
    if (!page.ok) return fault(page.error.sentence);
    return answer(typed.values.json === true ? JSON.stringify(page.value, null, 2) : text(page.value));
  },
};
