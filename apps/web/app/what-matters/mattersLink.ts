/** The answers in the address, beside what else it holds. */
import type { Question } from "@unclench/answers/argue";
import type { Choices } from "@unclench/answers/choices";
import { readWishes, type Wishes, writeWishes } from "@unclench/answers/wishes";
import { choicesIn } from "../what-works/argueLink.ts";

/** The answers that an address holds; none where they cannot be read. */
export function wishesIn(search: URLSearchParams): Wishes {
  const read = readWishes(search.get("matters") ?? "");
  return read.ok ? read.value : {};
}

/** The same address with these answers, and with what was chosen to compare; null: what it holds of that stays. */
export function searchWith(
  search: URLSearchParams,
  wishes: Wishes,
  ids: readonly string[] | null,
): URLSearchParams {
  const next = new URLSearchParams(search);
  const set = (name: string, value: string) => (value === "" ? next.delete(name) : next.set(name, value));
  set("matters", writeWishes(wishes));
  if (ids !== null) set("with", ids.join(","));
  return next;
}

/** The figure that the address pools differently, if it does. */
export function arguedIn(
  search: URLSearchParams,
  place: { readonly condition: string; readonly pattern: string },
): { readonly question: Question; readonly choices: Choices } | null {
  const [treatment = "", key = ""] = (search.get("argue") ?? "").split("~");
  const question = { ...place, treatment, key };
  const choices = choicesIn(search, question);
  return choices === null ? null : { question, choices };
}
