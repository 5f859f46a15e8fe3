/** The reader's choices in the address, so that a link holds them. */
import type { Question } from "@unclench/answers/argue";
import type { Choices } from "@unclench/answers/choices";

export const figureId = ({ treatment, key }: Question): string => `${treatment}~${key}`;

/** The choices that the address holds for this figure, or null if it speaks of none or of another one. */
export function choicesIn(search: URLSearchParams, question: Question): Choices | null {
  if (search.get("argue") !== figureId(question)) return null;
  const baseline = Number(search.get("baseline") ?? Number.NaN);
  return {
    without: (search.get("without") ?? "").split(",").filter((id) => id !== ""),
    model: search.get("model") === "common" ? "common" : "random",
    enriched: search.get("enriched") === "yes",
    baseline: Number.isInteger(baseline) && baseline >= 1 && baseline <= 99 ? baseline : null,
  };
}

/** The same address with these choices; what else it holds stays. */
export function searchOf(before: URLSearchParams, question: Question, choices: Choices): URLSearchParams {
  const search = new URLSearchParams(before);
  for (const name of ["without", "model", "enriched", "baseline"]) search.delete(name);
  search.set("argue", figureId(question));
  if (choices.without.length > 0) search.set("without", choices.without.join(","));
  if (choices.model === "common") search.set("model", "common");
  if (choices.enriched) search.set("enriched", "yes");
  if (choices.baseline !== null) search.set("baseline", String(choices.baseline));
  return search;
}
