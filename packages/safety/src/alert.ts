import type { AlertKind, AlertRule, Grade } from "@unclench/knowledge/alerts";
import type { Mention } from "./mention.ts";

/** One problem, told once. */
export type Alert = {
  readonly ruleId: string;
  readonly kind: AlertKind;
  readonly grade: Grade;
  /** Alerts of one problem about one medicine are told as one. */
  readonly problem: string;
  /** Generic names of the medicines that it is about. */
  readonly medicines: readonly string[];
  readonly mentions: readonly Mention[];
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** Of the fact behind it; null where there is none (an unknown medicine). */
  readonly certainty: AlertRule["certainty"] | null;
  /** Where sources or countries differ. */
  readonly conflict: string | null;
  readonly sources: readonly { readonly id: string; readonly where: string | null }[];
  /** Rules that say the same more mildly, or of fewer medicines. */
  readonly also: readonly string[];
  /** Where a name was spelt differently: it holds only if that was meant. [as written, read as] */
  readonly assumed: readonly (readonly [string, string])[];
};
