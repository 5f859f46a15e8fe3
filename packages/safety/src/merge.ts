/** Alerts of one problem about the same medicine become one: the gravest speaks, the others are named with it. */
import { type AlertRule, grades } from "@unclench/knowledge/alerts";
import type { Alert } from "./alert.ts";

const sureness: readonly (AlertRule["certainty"] | null)[] = [
  "high",
  "moderate",
  "low",
  "very-low",
  "expert",
  null,
];

const gravestFirst = (one: Alert, other: Alert): number =>
  grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
  other.medicines.length - one.medicines.length ||
  sureness.indexOf(one.certainty) - sureness.indexOf(other.certainty) ||
  (one.ruleId < other.ruleId ? -1 : 1);

const isAboutTheSame = (one: Alert, other: Alert): boolean =>
  one.problem === other.problem &&
  (one.medicines.length === 0 ||
    other.medicines.length === 0 ||
    one.medicines.some((medicine) => other.medicines.includes(medicine)));

export function merged(alerts: readonly Alert[]): Alert[] {
  const kept: Alert[] = [];
  for (const alert of alerts.toSorted(gravestFirst)) {
    const place = kept.findIndex((speaker) => isAboutTheSame(speaker, alert));
    const speaker = kept[place];
    if (speaker === undefined) kept.push(alert);
    else kept[place] = joined(speaker, alert);
  }
  return kept;
}

const joined = (speaker: Alert, other: Alert): Alert => ({
  ...speaker,
  medicines: [...new Set([...speaker.medicines, ...other.medicines])],
  mentions: [...new Set([...speaker.mentions, ...other.mentions])],
  // What the milder rule rests on belongs to it as well, once.
  sources: [
    ...speaker.sources,
    ...other.sources.filter(({ id }) => !speaker.sources.some((source) => source.id === id)),
  ],
  also: [...new Set([...speaker.also, other.ruleId, ...other.also])].filter((id) => id !== speaker.ruleId),
  assumed: [
    ...speaker.assumed,
    ...other.assumed.filter(([written]) => !speaker.assumed.some(([known]) => known === written)),
  ],
});
