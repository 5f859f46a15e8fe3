import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure, type Share } from "../labelled/measure.ts";
import { published } from "../labelled/published.ts";
import { regimens } from "../labelled/regimens.ts";

const percent = (value: number | null): string => (value === null ? "" : (100 * value).toFixed(1));
const row = (what: string, { found, of, share, lower, upper }: Share): string[] => [
  what,
  `${found} of ${of}`,
  percent(share),
  `${percent(lower)} to ${percent(upper)}`,
];

/** Accuracy of the check on the labelled regimens; the figures are kept for the page that shows them. */
export default async function bench() {
  const now = measure(regimens);
  writeFileSync(
    join(import.meta.dirname, "../labelled/result.json"),
    `${JSON.stringify({ firstRun: published.firstRun, now }, null, 1)}\n`,
  );
  const count = (what: string, value: number): string[] => [what, `${value}`, "", ""];
  return {
    title: `What to avoid: accuracy on ${now.regimens} labelled regimens, ${now.everyday} of them everyday lists`,
    columns: ["what", "count", "%", "95 % interval (Wilson)"],
    rows: [
      row("found: contraindicated, major or emergency", now.grave),
      row("found: emergency", now.byGrade.emergency),
      row("found: contraindicated", now.byGrade.contraindicated),
      row("found: major", now.byGrade.major),
      row("found: moderate and minor", now.mild),
      row("quiet where nothing is major or above", now.specificity),
      row("said that it was not checked", now.notChecked),
      count("alarms of major or above that no label expects", now.unexpected.length),
      count("forbidden alerts", now.forbidden.length),
      ...Object.entries(now.perHundredEveryday).map(([grade, value]) =>
        count(`${grade} alerts in 100 everyday lists`, value),
      ),
      row("before corrections: found, major or above", published.firstRun.grave),
      row("before corrections: found, moderate and minor", published.firstRun.mild),
      row("before corrections: quiet", published.firstRun.specificity),
    ],
  };
}

if (import.meta.main) console.table((await bench()).rows);
