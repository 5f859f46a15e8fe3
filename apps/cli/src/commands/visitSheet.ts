/** `unclench visit-sheet`: the sheet for the next visit as an HTML page that prints on one leaf, and one for the clinician. */
import { readFileSync } from "node:fs";
import { visitSheet as sheetOf } from "@unclench/answers/visit-sheet";
import { sheetHtml } from "@unclench/answers/visit-sheet-html";
import { answer, type Command } from "../command.ts";
import { savedRecord } from "../recordFile.ts";

const help = `unclench visit-sheet RECORD.json [--today 2026-03-29] [--json] > sheet.html

Writes the sheet for the next visit from a record that was saved in the app (docs/formats.md): questions, goals, the trend,
doses, verdicts with their chances, what got worse, warnings; and a second page with the figures and methods for the
clinician. Notes of the diary stand there only if they were chosen in the app.

  --today  the day of the sheet; today unless given
  --json   the same blocks as JSON`;

export const visitSheet: Command = {
  help,
  options: { today: { type: "string" }, json: { type: "boolean" } },
  run: async (typed) => {
    const saved = await savedRecord(typed, "visit-sheet");
    if ("sentence" in saved) return saved;
    const sheet = sheetOf(saved.snapshot, saved.today);
    if (typed.values.json === true) return answer(JSON.stringify(sheet, null, 2));
    const style = readFileSync(new URL(import.meta.resolve("@unclench/answers/visit-sheet.css")), "utf8");
    return answer(sheetHtml(sheet, style));
  },
};
