/** `unclench what-to-ask`: the questions that matter for the next visit, as the screen picks them. */
import { whatToAsk as ask } from "@unclench/answers/what-to-ask";
import { answer, type Command } from "../command.ts";
import { savedRecord } from "../recordFile.ts";
import { whatToAskText } from "../whatToAskText.ts";

const help = `unclench what-to-ask RECORD.json [--today 2026-03-29] [--json]

Picks at most three questions for the next visit from a record that was saved in the app (docs/formats.md), each with the
reason why it matters now: warnings, verdicts, doses that changed, injections that wear off, what you want to speak about.
Questions that were written or changed in the app stand where they were put.

  --today  the day to pick for; today unless given
  --json   the answer as JSON`;

export const whatToAsk: Command = {
  help,
  options: { today: { type: "string" }, json: { type: "boolean" } },
  run: async (typed) => {
    const saved = await savedRecord(typed, "what-to-ask");
    if ("sentence" in saved) return saved;
    const found = ask(saved.snapshot, saved.today);
    return answer(typed.values.json === true ? JSON.stringify(found, null, 2) : whatToAskText(found));
  },
};
