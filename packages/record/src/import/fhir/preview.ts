/** What a FHIR file would add to the list of medicines and to the circumstances, before anything is added. */
import type { Edit } from "../../operation.ts";
import {
  type Circumstances,
  circumstancesEdit,
  type Medicine,
  medicineEdit,
  medicineRowId,
  MOST_WORDS,
} from "../../medicines.ts";
import { sameNameKey } from "../../text.ts";
import type { FhirItem, FhirLeftOut, FhirReading } from "./readFhir.ts";

export type FhirChoice = FhirItem & {
  /** tells the choices apart: "medicine 12" */
  readonly id: string;
  readonly kind: "medicine" | "condition";
  /** offered as chosen: nothing in the file speaks against it */
  readonly suggested: boolean;
};

export type FhirPreview = {
  readonly choices: readonly FhirChoice[];
  /** items that stand in the record already */
  readonly known: readonly FhirItem[];
  readonly reading: FhirReading;
};

/** [RC-111] Compares a FHIR file with the record. What stands there already is recognised and not offered. Writes nothing. */
export function previewFhir(
  reading: FhirReading,
  medicines: readonly Medicine[],
  circumstances: Circumstances,
): FhirPreview {
  const choices: FhirChoice[] = [];
  const known: FhirItem[] = [];
  const sort = (items: readonly FhirItem[], kind: FhirChoice["kind"], there: ReadonlySet<string>) => {
    for (const item of items) {
      if (there.has(sameNameKey(item.text))) known.push(item);
      else choices.push({ ...item, id: `${kind} ${item.place}`, kind, suggested: item.doubt === null });
    }
  };
  sort(reading.medicines, "medicine", new Set(medicines.map(({ text }) => sameNameKey(text))));
  sort(reading.conditions, "condition", new Set(circumstances.conditions.map(sameNameKey)));
  return { choices, known, reading };
}

/** [RC-111] The edits of what was chosen; written as one step, one undo takes it back. */
export function confirmFhir(
  preview: FhirPreview,
  chosen: ReadonlySet<string>,
  medicines: readonly Medicine[],
  circumstances: Circumstances,
): Edit[] {
  const taken = new Set(medicines.map(({ id }) => id));
  const edits: Edit[] = [];
  const conditions: string[] = [];
  for (const { id, kind, text, status } of preview.choices) {
    if (!chosen.has(id)) continue;
    if (kind === "condition") {
      conditions.push(text);
      continue;
    }
    const row = medicineRowId(text, taken);
    taken.add(row);
    edits.push(medicineEdit(row, { text, status }));
  }
  if (conditions.length === 0) return edits;
  const all = [...circumstances.conditions, ...conditions].slice(0, MOST_WORDS);
  return [...edits, circumstancesEdit({ conditions: all })];
}

const leftOutWords: Readonly<Record<FhirLeftOut, string>> = {
  ended: "stopped or over",
  "on-hold": "paused",
  "not-taken": "not taken",
  error: "marked as a mistake in the file itself",
  proposed: "only proposed",
  refuted: "ruled out",
  repeated: "named more than once",
};

/** What a person is told of the file. */
export function fhirSentences({ reading, known }: FhirPreview): string[] {
  const said: string[] = [];
  if (known.length > 0) said.push(`${counted(known.length)} in your list already: not offered again.`);
  for (const [why, count] of reading.leftOut) said.push(`${counted(count)} ${leftOutWords[why]}: left out.`);
  const other = [...reading.passedOver.values()].reduce((sum, count) => sum + count, 0);
  if (other > 0)
    said.push(
      `${other} other entr${other === 1 ? "y is" : "ies are"} about something else (visits, results, who you are): not read.`,
    );
  for (const { place, resourceType } of reading.unreadable)
    said.push(
      `Entry ${place}${resourceType === "" ? "" : ` (${resourceType})`} cannot be read: left out. Add it by hand if it matters.`,
    );
  return said;
}

const counted = (count: number): string => `${count} ${count === 1 ? "entry is" : "entries are"}`;
