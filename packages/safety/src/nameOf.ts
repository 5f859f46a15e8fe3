import { medicineClasses } from "@unclench/knowledge/alerts";

const nameByClass = new Map(medicineClasses.map(({ id, member }) => [`class:${id}`, member]));

/** What a reader calls a medicine: its generic name; of a class that was written instead, "an opioid". */
export const nameOf = (id: string): string => nameByClass.get(id) ?? id.replace(" (any product)", "");
