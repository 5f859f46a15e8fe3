/**
 * The shape of the alert rules, of the words people use for what they have, and of the classes of medicines.
 * A rule is data that can be read aloud: when (`when`), what is said (`title`, `text`, `action`), how sure and who says so.
 * The logic that reads `when` is in `@unclench/safety`.
 */
import * as v from "valibot";
import { certainty, text } from "./sharedSchema.ts";

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const grades = ["emergency", "contraindicated", "major", "moderate", "minor"] as const;
export type Grade = (typeof grades)[number];

export const alertKinds = [
  "interaction",
  "contraindication",
  "dose",
  "kidney",
  "liver",
  "pregnancy",
  "breastfeeding",
  "older-age",
  "sedation-load",
  "monitoring",
  "stopping",
  "caution",
  "food",
  "side-effect",
  "no-benefit",
  "device",
  "alcohol",
  "driving",
  "red-flag",
  "unknown-medicine",
  "duplicate",
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const medicineStatuses = ["current", "starting", "changing", "stopping", "missed"] as const;
export type MedicineStatus = (typeof medicineStatuses)[number];

export const labNames = [
  "egfr",
  "creatinine_clearance",
  "alt_x_uln",
  "ast_x_uln",
  "bilirubin_x_uln",
] as const;
export type LabName = (typeof labNames)[number];

/** "tizanidine", "class:opioids", or a list of which any counts; "*" is every medicine that is listed. */
const medicineRef = v.union([text, v.pipe(v.array(text), v.minLength(1))]);
export type MedicineRef = v.InferOutput<typeof medicineRef>;

/** From `from` on (included), below `below` (excluded), above `above` (excluded), up to `upTo` (included). */
const range = {
  from: v.optional(v.number()),
  above: v.optional(v.number()),
  below: v.optional(v.number()),
  upTo: v.optional(v.number()),
};

export type When =
  | { all: When[] }
  | { any: When[] }
  | { not: When }
  | {
      /**
       * Takes such a medicine. Without `status`: in any status. Without `route`: by any way that reaches the whole
       * body or the spine; drops, creams, sprays for the nose and the like do not count and are listed as not checked.
       * A way that was not written counts as "oral".
       * Routes: oral, intrathecal, injection, patch, rectal, eye, ear, skin, nasal, inhaled.
       */
      takes: MedicineRef;
      status?: MedicineStatus[] | undefined;
      route?: string | undefined;
    }
  | {
      /** A condition, context or symptom of the vocabulary, or something that implies it. */
      has: string | string[];
    }
  | {
      /** A value in the blood. Not known: the rule asks for it. */
      lab: LabName | LabName[];
      from?: number | undefined;
      above?: number | undefined;
      below?: number | undefined;
      upTo?: number | undefined;
    }
  | {
      /** Years. */
      age: {
        from?: number | undefined;
        above?: number | undefined;
        below?: number | undefined;
        upTo?: number | undefined;
      };
    }
  | {
      systolic: {
        above?: number | undefined;
        below?: number | undefined;
        from?: number | undefined;
        upTo?: number | undefined;
      };
    }
  | { pregnant: true }
  | { breastfeeding: true }
  | { sex: "f" | "m" }
  | { drinksAlcohol: true }
  | { drives: true }
  | {
      /** None of these values is known. */
      labUnknown: LabName | LabName[];
    }
  | {
      /** Told to be allergic to it. */
      allergicTo: MedicineRef;
    }
  | { country: string[] }
  | {
      /** The dose of a day or of one taking, in mg (units of toxin: "U"; millilitres: "ml"; puffs: "sprays"). */
      dose: {
        of: MedicineRef;
        per: "day" | "single";
        unit: "mg" | "mcg" | "U" | "ml" | "sprays";
        from?: number | undefined;
        above?: number | undefined;
        below?: number | undefined;
        upTo?: number | undefined;
      };
    }
  | {
      /** So many different medicines of these. */
      count: { of: MedicineRef; from: number };
    }
  | {
      /** The same medicine written twice, or two different members of one class. */
      twice: MedicineRef;
    };

const comparison = v.strictObject(range);
const labs = v.union([v.picklist(labNames), v.pipe(v.array(v.picklist(labNames)), v.minLength(1))]);
const words = v.union([text, v.pipe(v.array(text), v.minLength(1))]);

export const whenSchema: v.GenericSchema<When> = v.lazy(() =>
  v.union([
    v.strictObject({ all: v.pipe(v.array(whenSchema), v.minLength(1)) }),
    v.strictObject({ any: v.pipe(v.array(whenSchema), v.minLength(1)) }),
    v.strictObject({ not: whenSchema }),
    v.strictObject({
      takes: medicineRef,
      status: v.optional(v.pipe(v.array(v.picklist(medicineStatuses)), v.minLength(1))),
      route: v.optional(text),
    }),
    v.strictObject({ has: words }),
    v.strictObject({ lab: labs, ...range }),
    v.strictObject({ age: comparison }),
    v.strictObject({ systolic: comparison }),
    v.strictObject({ pregnant: v.literal(true) }),
    v.strictObject({ breastfeeding: v.literal(true) }),
    v.strictObject({ sex: v.picklist(["f", "m"]) }),
    v.strictObject({ drinksAlcohol: v.literal(true) }),
    v.strictObject({ drives: v.literal(true) }),
    v.strictObject({ labUnknown: labs }),
    v.strictObject({ allergicTo: medicineRef }),
    v.strictObject({ country: v.pipe(v.array(text), v.minLength(1)) }),
    v.strictObject({
      dose: v.strictObject({
        of: medicineRef,
        per: v.picklist(["day", "single"]),
        unit: v.picklist(["mg", "mcg", "U", "ml", "sprays"]),
        ...range,
      }),
    }),
    v.strictObject({
      count: v.strictObject({ of: medicineRef, from: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
    }),
    v.strictObject({ twice: medicineRef }),
  ]),
);

export const pointedSourceSchema = v.strictObject({ id: text, where: v.nullable(v.string()) });

export const alertRuleSchema = v.strictObject({
  /** "SF-" and words: SF-tizanidine-fluvoxamine */
  id: v.pipe(v.string(), v.regex(/^SF-[a-z0-9]+(-[a-z0-9]+)*$/)),
  kind: v.picklist(alertKinds),
  grade: v.picklist(grades),
  /** Alerts of one problem are told as one; the strongest speaks. */
  problem: slug,
  when: whenSchema,
  /**
   * Up to about 80 letters; says what. "{a}", "{b}": the medicines that met the first, second leaf of `when` ("takes",
   * "dose", "count", "twice"); leaves of a branch that is not true, and the same leaf again, do not count.
   */
  title: text,
  /** What happens and why, plain words, one to three sentences. */
  text: text,
  /** What to do and whom to ask. Never "stop" and never a dose. */
  action: text,
  /** Of the fact, as in the knowledge base. */
  certainty,
  /** Where sources or countries differ, in one sentence. */
  conflict: v.nullable(text),
  sources: v.pipe(v.array(pointedSourceSchema), v.minLength(1)),
});
export type AlertRule = v.InferOutput<typeof alertRuleSchema>;

export const vocabularyKinds = ["condition", "context", "symptom"] as const;
export type VocabularyKind = (typeof vocabularyKinds)[number];

export const vocabularyEntrySchema = v.strictObject({
  id: slug,
  kind: v.picklist(vocabularyKinds),
  /** As the reader sees it. */
  name: text,
  /** Other ways people write it: words and phrases in lower case. */
  words: v.array(text),
  /** Ids that are true too where this one is ("T4 injury" implies "spinal cord injury at T6 or above"). */
  implies: v.array(slug),
});
export type VocabularyEntry = v.InferOutput<typeof vocabularyEntrySchema>;

export const medicineClassSchema = v.strictObject({
  id: slug,
  name: text,
  /** One of them, as a reader would say it: "an opioid". */
  member: text,
  /** Other ways people write one of the class or all of it: "blood pressure tablet". Lower case. */
  words: v.optional(v.array(text)),
  /** Ids of medicines. */
  members: v.pipe(v.array(text), v.minLength(1)),
  atc: v.array(text),
  note: v.nullable(text),
  sources: v.pipe(v.array(pointedSourceSchema), v.minLength(1)),
});
export type MedicineClass = v.InferOutput<typeof medicineClassSchema>;
