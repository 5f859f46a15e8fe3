/**
 * [Note: What is set apart] An infection, sore skin or a cold spell makes stiffness worse whatever is taken. Written down, its days
 * get a column of their own, so that they are laid neither to a treatment nor to its absence. Only what comes from outside is
 * set apart: tiredness, stress, pain, a full bowel and the like may themselves be changed by a treatment, and to take them out
 * would take out part of what it does.
 */
import { type LocalDate, toDayNumber } from "@unclench/record";
import { type Covariate, triggerCovariate } from "@unclench/response";
import type { Rated } from "./timeline.ts";

/** What comes from outside, by the ids of the sourced list of triggers, as it stands in a sentence: our own choice. */
export const comesFromOutside: Readonly<Record<string, string>> = {
  "trigger-urinary-infection": "a urine infection",
  "trigger-infection-fever": "fever or a cold",
  "trigger-pressure-sore": "sore skin",
  "trigger-ingrown-nail": "an ingrown nail",
  "trigger-heat-cold": "cold or heat",
};

/** Rated days with it and without it, below which it is not set apart: our own marks. */
const FEWEST_WITH = 3;
const FEWEST_WITHOUT = 14;

export type SetApart = {
  readonly covariates: readonly Covariate[];
  /** what was set apart, with its rated days */
  readonly days: readonly { readonly trigger: string; readonly days: number }[];
};

/** [AN-231] The triggers of which days are set apart, in the order of the list above. */
export function setApart(
  triggers: readonly { readonly date: LocalDate; readonly trigger: string }[],
  rated: readonly Rated[],
): SetApart {
  const filled = rated.filter(({ rating }) => rating !== null).map(({ day }) => day);
  const covariates: Covariate[] = [];
  const days: { trigger: string; days: number }[] = [];
  for (const trigger of Object.keys(comesFromOutside)) {
    const its = new Set(
      triggers.filter((one) => one.trigger === trigger).map(({ date }) => toDayNumber(date)),
    );
    const among = filled.filter((day) => its.has(day)).length;
    if (among < FEWEST_WITH || filled.length - among < FEWEST_WITHOUT) continue;
    const made = triggerCovariate({ id: `trigger ${trigger}`, days: [...its] });
    if (!made.ok) throw new Error(`${trigger}: ${made.error.type}`);
    covariates.push(made.value);
    days.push({ trigger, days: among });
  }
  return { covariates, days };
}

/** "Set apart: 6 days with a urine infection and 4 with cold or heat." with the reason; null if nothing was. */
export function setApartSentence(days: SetApart["days"]): string | null {
  if (days.length === 0) return null;
  const parts = days.map(
    ({ trigger, days: count }, place) =>
      `${count} ${place === 0 ? "days " : ""}with ${comesFromOutside[trigger] ?? trigger}`,
  );
  const listed = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  return `Set apart: ${listed}. Such days are worse whatever you take, so no treatment is praised or blamed for them.`;
}
