/** `unclench what-works`: the comparison of all treatments for one condition and pattern, as the screens show it. */
import { sideBySide } from "@unclench/answers/side-by-side";
import {
  answerIds,
  answerNames,
  readWishes,
  whatMatters,
  wishIds,
  wishNames,
} from "@unclench/answers/what-matters";
import { type WhatWorks, whatWorks as compare } from "@unclench/answers/what-works";
import { conditions, patterns } from "@unclench/knowledge";
import { answer, type Command, fault, textOption } from "../command.ts";
import { sideBySideText } from "../sideBySideText.ts";
import { whatMattersText } from "../whatMattersText.ts";
import { whatWorksText } from "../whatWorksText.ts";

const idsOf = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(", ");
const choices = (list: readonly { readonly id: string; readonly name: string }[]): string =>
  list.map(({ id, name }) => `${id} (${name})`).join(", ");

const help = `unclench what-works --condition ms --pattern generalised [--treatment ID | --compare A,B] [--matters WISHES] [--json]

Every treatment of spasticity for one condition and one place in the body: gains and harms out of 100 people, how sure
that is, and the trials behind each figure.

  --condition  ${choices(conditions)}
  --pattern    where it is worst: ${choices(patterns)}
  --treatment  only this one, with the trials that gave no figures; an unknown id prints the known ones
  --compare    two to four treatments side by side, with a comma between; ids, names and brands will do
  --matters    what matters to you, like stiffness=most,awake=lot,visits=little: how often each treatment, or each of
               --compare (two to eight), would come first. Wishes: ${wishIds.map((id) => `${id} (${wishNames[id].toLowerCase()})`).join(", ")}.
               Answers: ${answerIds.map((id) => `${id} (${answerNames[id].toLowerCase()})`).join(", ")}
  --json       the answer as JSON (docs/formats.md)`;

export const whatWorks: Command = {
  help,
  options: {
    condition: { type: "string" },
    pattern: { type: "string" },
    treatment: { type: "string" },
    compare: { type: "string" },
    matters: { type: "string" },
    json: { type: "boolean" },
  },
  run(typed) {
    const [extra] = typed.positionals;
    if (extra !== undefined)
      return fault(`what-works takes options only; "${extra}" is too much (unclench what-works --help).`);
    const condition = textOption(typed, "condition");
    if (condition === undefined) return fault(`--condition is missing; it is one of ${idsOf(conditions)}.`);
    const pattern = textOption(typed, "pattern");
    if (pattern === undefined) return fault(`--pattern is missing; it is one of ${idsOf(patterns)}.`);
    const treatment = textOption(typed, "treatment");
    const together = textOption(typed, "compare");
    const matters = textOption(typed, "matters");
    if (matters !== undefined && treatment !== undefined)
      return fault("--treatment shows one treatment and --matters weighs several; name them with --compare.");
    if (matters !== undefined) {
      const wishes = readWishes(matters);
      if (!wishes.ok) return fault(`--matters: ${wishes.sentence}`);
      const weighed = whatMatters({
        condition,
        pattern,
        wishes: wishes.value,
        options: together?.split(",") ?? null,
      });
      if (!weighed.ok) return fault(weighed.error.sentence);
      return answer(
        typed.values.json === true ? JSON.stringify(weighed.value, null, 2) : whatMattersText(weighed.value),
      );
    }
    if (together !== undefined) {
      if (treatment !== undefined)
        return fault("--treatment shows one treatment and --compare several; give one of the two.");
      const side = sideBySide(condition, pattern, together.split(","));
      if (!side.ok) return fault(side.error.sentence);
      return answer(
        typed.values.json === true ? JSON.stringify(side.value, null, 2) : sideBySideText(side.value),
      );
    }
    const compared = compare(condition, pattern);
    if (!compared.ok) return fault(compared.error.sentence);
    const value = treatment === undefined ? compared.value : onlyOne(compared.value, treatment);
    if (value === undefined) {
      const known = compared.value.rows.map((row) => row.treatment).join(", ");
      return fault(`There is no treatment "${treatment}"; there is: ${known}.`);
    }
    if (typed.values.json === true) return answer(JSON.stringify(value, null, 2));
    return answer(whatWorksText(value, treatment === undefined ? "all" : "one"));
  },
};

const onlyOne = (value: WhatWorks, treatment: string): WhatWorks | undefined => {
  const rows = value.rows.filter((row) => row.treatment === treatment);
  return rows.length === 0 ? undefined : { ...value, rows };
};
