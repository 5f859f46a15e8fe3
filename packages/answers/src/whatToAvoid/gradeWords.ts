import type { AlertKind, AlertRule, Grade } from "@unclench/knowledge/alerts";

export type GradeWords = { readonly name: string; readonly meaning: string };

/** What each grade asks of the reader. */
export const gradeWords: Readonly<Record<Grade, GradeWords>> = {
  emergency: { name: "Call now", meaning: "This cannot wait. Call your emergency number." },
  contraindicated: {
    name: "Not together",
    meaning:
      "A label rules this out. Speak to your prescriber or pharmacist before the next dose of what is new.",
  },
  major: { name: "Ask first", meaning: "This can do serious harm. Ask your prescriber or pharmacist today." },
  moderate: { name: "Bring it up", meaning: "Worth a question at the next chance, sooner if you notice it." },
  minor: { name: "Good to know", meaning: "A small thing, or one that is not sure." },
};

export const kindWords: Readonly<Record<AlertKind, string>> = {
  interaction: "Two medicines together",
  contraindication: "Does not go with what you have",
  dose: "The dose",
  kidney: "Your kidneys",
  liver: "Your liver",
  pregnancy: "Pregnancy",
  breastfeeding: "Breastfeeding",
  "older-age": "Age",
  "sedation-load": "Sleepiness adds up",
  monitoring: "A check that belongs to it",
  stopping: "Stopping or missing doses",
  caution: "Care is needed",
  food: "Food",
  "side-effect": "Side effect",
  "no-benefit": "Little to gain",
  device: "Your pump",
  alcohol: "Alcohol",
  driving: "Driving",
  "red-flag": "A sign that needs help",
  "unknown-medicine": "A name we do not know",
  duplicate: "The same twice",
};

const sureness: Readonly<Record<AlertRule["certainty"], string>> = {
  high: "Well sourced: a label or a guideline says so.",
  moderate: "Fairly sure: a good source says so, but not all of it could be read.",
  low: "Not very sure: the sources are thin.",
  "very-low": "Hardly sure: take it as a question.",
  expert: "The view of experts, without figures behind it.",
};

export const surenessOf = (certainty: AlertRule["certainty"] | null): string | null =>
  certainty === null ? null : sureness[certainty];
