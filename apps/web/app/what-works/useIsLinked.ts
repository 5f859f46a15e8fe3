import type { Question } from "@unclench/answers/argue";
import { useSearchParams } from "react-router";
import { useHydrated } from "../record/useHydrated.ts";
import { choicesIn } from "./argueLink.ts";

/** Does the address speak of this figure? Then it stands open. */
export function useIsLinked(question: Question): boolean {
  const hydrated = useHydrated();
  const [search] = useSearchParams();
  return hydrated && choicesIn(search, question) !== null;
}
