import type { Grade } from "@unclench/knowledge/alerts";

/** What the report cannot speak for. The reader of the report owns the sentence. */
export type NotChecked =
  /** No list has this name. */
  | { readonly type: "unknownMedicine"; readonly asWritten: string }
  /** Near to several names, or to one: it was checked as `readAs`, if to one. */
  | {
      readonly type: "spelling";
      readonly asWritten: string;
      readonly readAs: string | null;
      readonly suggestions: readonly string[];
    }
  /** The dose could mean several things. `ids`: whose dose it is; empty where that is not known. */
  | {
      readonly type: "dose";
      readonly asWritten: string;
      readonly why: string;
      readonly ids: readonly string[];
    }
  /** Known by name; no rule speaks of it. */
  | { readonly type: "noRules"; readonly asWritten: string; readonly called: string }
  /** Drops, creams, sprays: they hardly reach the rest of the body. */
  | { readonly type: "localRoute"; readonly asWritten: string }
  /** Something that rules hang on is not known. */
  | {
      readonly type: "needs";
      readonly need:
        | {
            readonly type:
              | "kidney"
              | "liver"
              | "age"
              | "sex"
              | "pregnant"
              | "breastfeeding"
              | "bloodPressure"
              | "alcohol"
              | "driving";
          }
        | { readonly type: "dose" | "whichMedicine"; readonly asWritten: string };
      readonly rules: readonly string[];
      /** The gravest of what hangs on it. */
      readonly grade: Grade;
    }
  /** Words that nothing in the vocabulary fits, and words read as others. */
  | {
      readonly type: "word";
      readonly list: "conditions" | "context" | "symptoms";
      readonly asWritten: string;
    }
  | {
      readonly type: "respelt";
      readonly list: "conditions" | "context" | "symptoms";
      readonly asWritten: string;
      readonly readAs: string;
    }
  | {
      readonly type: "denied";
      readonly list: "conditions" | "context" | "symptoms";
      readonly asWritten: string;
    }
  /** Told to be allergic to something that no list has. */
  | { readonly type: "allergy"; readonly asWritten: string }
  /** Milder alerts beyond the most that are shown. */
  | { readonly type: "leftOut"; readonly count: number }
  /** What no report of ours can speak for. */
  | { readonly type: "always" };
