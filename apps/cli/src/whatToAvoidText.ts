/** "What should I avoid?" for a terminal. */
import type { AlertCard, WhatToAvoid } from "@unclench/answers/what-to-avoid";
import { indented, sections, stopping } from "./lines.ts";

export function whatToAvoidText({ sentence, alerts, notChecked, medicines }: WhatToAvoid): string {
  return sections(
    ["What should I avoid?", indented(0, sentence)],
    medicines.length === 0
      ? []
      : ["READ AS", ...medicines.map(({ asWritten, readAs }) => indented(1, `${asWritten}: ${readAs}`))],
    // A name that nobody knows stands among what could not be checked.
    ...alerts.filter(({ kind }) => kind !== "unknown-medicine").map(alertLines),
    ["WHAT WE COULD NOT CHECK", ...notChecked.map(({ text }) => indented(1, text))],
    [stopping],
  );
}

function alertLines(alert: AlertCard): string[] {
  return [
    indented(0, `${alert.gradeName.toUpperCase()}: ${alert.title}`),
    indented(1, alert.text),
    indented(1, alert.action),
    ...[alert.assumption, alert.conflict, alert.sureness]
      .filter((line) => line !== null)
      .map((line) => indented(1, line)),
    ...alert.sources.map(({ title, year, where, readWords }) =>
      indented(
        2,
        `${[title, year === null ? null : `(${year})`, where === null ? null : `· ${where}`].filter((part) => part !== null).join(" ")}. ${readWords}.`,
      ),
    ),
    indented(1, `${alert.kindName} · rule ${[alert.ruleId, ...alert.also].join(", ")}`),
  ];
}
