/** A medicine as someone wrote it, with what could be read in it. */
import type { MedicineStatus } from "@unclench/knowledge/alerts";
import type { Dose } from "./doses.ts";
import type { Route } from "./routes.ts";

export type { Route } from "./routes.ts";

/** These hardly reach the rest of the body. */
const local: ReadonlySet<Route> = new Set(["eye", "ear", "skin", "nasal", "inhaled", "vaginal"]);
export const isLocal = (route: Route | null): boolean => route !== null && local.has(route);

export type Mention = {
  /** Place in the person's list. */
  readonly place: number;
  readonly asWritten: string;
  readonly status: MedicineStatus;
  /** Medicine ids; several for a product of several. Empty if only the class was written. */
  readonly ids: readonly string[];
  /** The class, where only that was written ("an opioid"). */
  readonly classId: string | null;
  /** What the reader calls it: the brand or the generic name. */
  readonly called: string;
  readonly route: Route | null;
  readonly dose: Dose;
  /** False where the spelling was near, not equal: it is checked as that medicine, and asked back. */
  readonly sure: boolean;
};
