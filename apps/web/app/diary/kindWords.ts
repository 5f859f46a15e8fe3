import type { TreatmentKind } from "@unclench/record";

/** What the kinds of treatment are called on screen. */
export const kindWords: Readonly<Record<TreatmentKind, string>> = {
  medicine: "Medicine",
  injection: "Injection",
  session: "Routine or therapy",
  other: "Something else",
};
