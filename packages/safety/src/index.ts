/** A list of medicines and circumstances → sourced alerts, and what could not be checked. Rules: SPEC.md. */
export type { Alert } from "./alert.ts";
export { check, type SafetyReport } from "./check.ts";
export { type Dose, parseDose } from "./doses.ts";
export { isLocal, type Mention, type Route } from "./mention.ts";
export { nameOf } from "./nameOf.ts";
export { type MedicineMatch, resolveMedicine } from "./names.ts";
export type { NotChecked } from "./notChecked.ts";
export { nobody, type Person, type WrittenMedicine } from "./person.ts";
export { readPerson, type UnreadPart } from "./readPerson.ts";
export { type Understood, understand } from "./words.ts";
