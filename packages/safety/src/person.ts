/** Who the medicines are checked for. What is not told is `null`, and is never read as "no" where a rule hangs on it. */
import type { LabName, MedicineStatus } from "@unclench/knowledge/alerts";

export type WrittenMedicine = { readonly text: string; readonly status: MedicineStatus };

export type Person = {
  /** Years. */
  readonly age: number | null;
  readonly sex: "f" | "m" | null;
  /** Two letters, "UK" for the United Kingdom. Not known: the stricter rule counts. */
  readonly country: string | null;
  readonly pregnant: boolean | null;
  readonly breastfeeding: boolean | null;
  /** eGFR and creatinine clearance in ml/min (per 1.73 m²); liver tests as times the upper limit of the laboratory. */
  readonly labs: Readonly<Partial<Record<LabName, number | null>>>;
  /** mmHg */
  readonly systolic: number | null;
  readonly drinksAlcohol: boolean | null;
  readonly drives: boolean | null;
  /** As written, in everyday words. */
  readonly conditions: readonly string[];
  readonly context: readonly string[];
  readonly symptoms: readonly string[];
  readonly medicines: readonly WrittenMedicine[];
};

export const nobody: Person = {
  age: null,
  sex: null,
  country: null,
  pregnant: null,
  breastfeeding: null,
  labs: {},
  systolic: null,
  drinksAlcohol: null,
  drives: null,
  conditions: [],
  context: [],
  symptoms: [],
  medicines: [],
};
