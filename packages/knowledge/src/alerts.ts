/** The alert rules, the words people use, and the names and classes of medicines. `@unclench/safety` works on them. */
import * as v from "valibot";
import tizanidine from "../data/alerts/tizanidine.json" with { type: "json" };
import baclofen from "../data/alerts/baclofen.json" with { type: "json" };
import pump from "../data/alerts/pump.json" with { type: "json" };
import dantrolene from "../data/alerts/dantrolene.json" with { type: "json" };
import botulinum from "../data/alerts/botulinum.json" with { type: "json" };
import benzodiazepines from "../data/alerts/benzodiazepines.json" with { type: "json" };
import gabapentinoids from "../data/alerts/gabapentinoids.json" with { type: "json" };
import cannabinoids from "../data/alerts/cannabinoids.json" with { type: "json" };
import relaxants from "../data/alerts/relaxants.json" with { type: "json" };
import together from "../data/alerts/together.json" with { type: "json" };
import signs from "../data/alerts/signs.json" with { type: "json" };
import classesFile from "../data/medicineClasses.json" with { type: "json" };
import otherMedicinesFile from "../data/otherMedicines.json" with { type: "json" };
import { type AlertRule, alertRuleSchema, type MedicineClass, medicineClassSchema } from "./alertSchema.ts";
import { type MedicineNames, medicineNamesSchema } from "./schema.ts";

export type {
  AlertKind,
  AlertRule,
  Grade,
  LabName,
  MedicineClass,
  MedicineRef,
  MedicineStatus,
  VocabularyEntry,
  VocabularyKind,
  When,
} from "./alertSchema.ts";
export { vocabulary } from "./vocabulary.ts";
export { alertKinds, grades, labNames, medicineStatuses } from "./alertSchema.ts";

/** All rules; within one subject in the order of the file. */
export const alertRules: readonly AlertRule[] = v.parse(v.array(alertRuleSchema), [
  ...tizanidine,
  ...baclofen,
  ...pump,
  ...dantrolene,
  ...botulinum,
  ...benzodiazepines,
  ...gabapentinoids,
  ...cannabinoids,
  ...relaxants,
  ...together,
  ...signs,
]);

export const medicineClasses: readonly MedicineClass[] = v.parse(v.array(medicineClassSchema), classesFile);

/** Names of medicines beside those against spasticity (`medicineNames`): what else people take. */
export const otherMedicines: readonly MedicineNames[] = v.parse(
  v.array(medicineNamesSchema),
  otherMedicinesFile,
);
