/** The record itself: rows to read and edits to write, table by table. What happens to an edit is the ledger's business. */
import {
  EMERGENCY_CARD,
  EMERGENCY_CARD_ID,
  type EmergencyCard,
  type EmergencyCardEntry,
  emergencyCardFields,
  readEmergencyCard,
} from "./emergencyCard.ts";
import type { LocalDate } from "./localDate.ts";
import { Ledger, type LedgerOptions, READ_AT_ONCE, type WriteError } from "./ledger.ts";
import { liveRows } from "./merge.ts";
import {
  CIRCUMSTANCES,
  CIRCUMSTANCES_ID,
  type Circumstances,
  type CircumstancesEntry,
  circumstancesEdit,
  circumstancesFields,
  MEDICINE,
  type Medicine,
  type MedicineEntry,
  medicineEdit,
  medicineFields,
  medicineRowId,
  readCircumstances,
  readMedicine,
} from "./medicines.ts";
import type { Edit, Fields } from "./operation.ts";
import { err, ok, type Result } from "./result.ts";
import type { EntryOf, FieldFault, FieldShapes, ValuesOf } from "./fieldKinds.ts";
import {
  CHECK_IN,
  checkInEdit,
  checkInRowId,
  FAIR_TEST,
  fairTestEdit,
  fairTestRowId,
  readFairTest,
  PERSON,
  PERSON_ID,
  personEdit,
  readCheckIn,
  readPerson,
  readTreatment,
  removalOf,
  TREATMENT,
  treatmentEdit,
  treatmentRowId,
} from "./rows.ts";
import { firstNotBefore } from "./sorted.ts";
import type { StoreError } from "./store/store.ts";
import { byOrder, ONLY_ROW, readRow, type Table, tableEdit, tableFields, tableRowId } from "./tables.ts";
import { checkInFields, type EntryError, fairTestFields, personFields, treatmentFields } from "./entries.ts";
import {
  type CheckIn,
  type CheckInEntry,
  emptyCheckIn,
  type Person,
  type PersonEntry,
  type FairTest,
  type FairTestEntry,
  type Treatment,
  type TreatmentEntry,
} from "./vocabulary.ts";

export type RecordOptions = LedgerOptions & {
  /** the made-up example: exports carry the mark, so that it never becomes someone's own record */
  readonly isExample?: boolean;
};

const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : 1;

/** More rows than these at once come from a file. */
const MOST_PUT_IN_PLACE = 50;

/**
 * Reads the store and opens the record.
 *
 *     const opened = await openRecord({ store, now: Date.now, device });
 *     if (!opened.ok) return opened.error;
 *     await opened.value.putCheckIn({ date: today, stiffness: 6 }, today);
 *     opened.value.checkIns();
 *     await opened.value.undo();
 */
export async function openRecord(options: RecordOptions): Promise<Result<PersonalRecord, StoreError>> {
  const record = new PersonalRecord(options);
  const begun = await record.begin();
  return begun.ok ? ok(record) : begun;
}

export class PersonalRecord extends Ledger {
  readonly isExample: boolean;
  #checkIns: readonly CheckIn[] | null = null;
  #treatments: readonly Treatment[] | null = null;
  #person: Person | null = null;
  #fairTests: readonly FairTest[] | null = null;
  #medicines: readonly Medicine[] | null = null;
  #circumstances: Circumstances | null = null;
  #emergencyCard: EmergencyCard | null = null;
  readonly #rows = new Map<string, readonly unknown[]>();

  constructor(options: RecordOptions) {
    super(options);
    this.isExample = options.isExample ?? false;
  }

  protected override takenIn(changed: readonly (readonly [table: string, id: string])[]): void {
    this.#checkIns = this.#checkInsAfter(changed);
    this.#treatments = null;
    this.#person = null;
    this.#fairTests = null;
    this.#medicines = null;
    this.#circumstances = null;
    this.#emergencyCard = null;
    for (const [table] of changed) this.#rows.delete(table);
  }

  /** [RC-85] The check-ins, which are the most. */
  protected override async readAhead(inShortTurns: () => Promise<void>): Promise<void> {
    const rows: CheckIn[] = [];
    let read = 0;
    for (const [id, state] of liveRows(this.state, CHECK_IN)) {
      const row = readCheckIn(id, (field) => state.value(field));
      if (row !== null) rows.push(row);
      if (++read % READ_AT_ONCE === 0) await inShortTurns();
    }
    this.#checkIns = rows.sort(byId);
  }

  /** [RC-83] All check-ins by date, those of one day by their ids. The same array until something changes. */
  checkIns(): readonly CheckIn[] {
    this.#checkIns ??= this.#read(CHECK_IN, readCheckIn).sort(byId);
    return this.#checkIns;
  }

  /** [RC-78] Only what changed is read again: in a diary of ten years a check-in answers at once. */
  #checkInsAfter(changed: readonly (readonly [string, string])[]): readonly CheckIn[] | null {
    const ids = new Set(changed.filter(([table]) => table === CHECK_IN).map(([, id]) => id));
    if (this.#checkIns === null || ids.size === 0) return this.#checkIns;
    // A few are put in their place, many sorted anew.
    if (ids.size > MOST_PUT_IN_PLACE) return null;
    const rows = [...this.#checkIns];
    for (const id of ids) {
      const place = firstNotBefore(rows, (row) => row.id, id);
      const now = this.checkIn(id);
      rows.splice(place, rows[place]?.id === id ? 1 : 0, ...(now === null ? [] : [now]));
    }
    return rows;
  }

  /** The check-in of that id; the first one of a day has the date for its id. */
  checkIn(id: string): CheckIn | null {
    const row = this.state.get(CHECK_IN)?.get(id);
    if (row === undefined || row.isRemoved) return null;
    return readCheckIn(id, (field) => row.value(field));
  }

  /** [RC-80] The rows of a table, by day where it has days. The same array until something changes. */
  rows<Shape extends FieldShapes>(
    table: Table<Shape>,
  ): readonly (ValuesOf<Shape> & { readonly id: string })[] {
    type Row = ValuesOf<Shape> & { readonly id: string };
    const kept = this.#rows.get(table.name);
    if (kept !== undefined) return kept as readonly Row[];
    const rows = this.#read(table.name, (id, field) => readRow(table, id, field)).sort(byOrder(table));
    this.#rows.set(table.name, rows);
    return rows;
  }

  /** The row of that id; of a table with one row (the settings) that one, without an id. */
  row<Shape extends FieldShapes>(
    table: Table<Shape>,
    id: string = ONLY_ROW,
  ): (ValuesOf<Shape> & { readonly id: string }) | null {
    return this.rows(table).find((row) => row.id === id) ?? null;
  }

  /** All treatment rows by first day, then name. The same array until something changes. */
  treatments(): readonly Treatment[] {
    this.#treatments ??= this.#read(TREATMENT, readTreatment).sort((left, right) => {
      const [a, b] = [
        `${left.start} ${left.treatment} ${left.id}`,
        `${right.start} ${right.treatment} ${right.id}`,
      ];
      return a < b ? -1 : a > b ? 1 : 0;
    });
    return this.#treatments;
  }

  /** [RC-42] What was said of the person. The same object until something changes. */
  person(): Person {
    const row = this.state.get(PERSON)?.get(PERSON_ID);
    const said = row?.isRemoved === true ? undefined : row;
    this.#person ??= readPerson((field) => said?.value(field));
    return this.#person;
  }

  /** [RC-50] The emergency card. The same object until something changes. */
  emergencyCard(): EmergencyCard {
    const row = this.state.get(EMERGENCY_CARD)?.get(EMERGENCY_CARD_ID);
    const said = row?.isRemoved === true ? undefined : row;
    this.#emergencyCard ??= readEmergencyCard((field) => said?.value(field));
    return this.#emergencyCard;
  }

  /** [RC-43] The fair tests by their first day. The same array until something changes. */
  fairTests(): readonly FairTest[] {
    this.#fairTests ??= this.#read(FAIR_TEST, readFairTest).sort((left, right) => {
      const [a, b] = [`${left.from} ${left.id}`, `${right.from} ${right.id}`];
      return a < b ? -1 : a > b ? 1 : 0;
    });
    return this.#fairTests;
  }

  /** [RC-60] The list of medicines, by the name under which each was added. The same array until something changes. */
  medicines(): readonly Medicine[] {
    this.#medicines ??= this.#read(MEDICINE, readMedicine).sort((left, right) =>
      left.id < right.id ? -1 : 1,
    );
    return this.#medicines;
  }

  /** [RC-61] What was told of the circumstances. The same object until something changes. */
  circumstances(): Circumstances {
    const row = this.state.get(CIRCUMSTANCES)?.get(CIRCUMSTANCES_ID);
    const said = row?.isRemoved === true ? undefined : row;
    this.#circumstances ??= readCircumstances((field) => said?.value(field));
    return this.#circumstances;
  }

  /**
   * [RC-14] Writes what is known of one check-in: the first of the day, unless `id` names another. What `entry` leaves out
   * stays as it was. A day written down later than on the day itself is marked as filled in later, once and for all.
   */
  async putCheckIn(
    entry: CheckInEntry,
    today: LocalDate,
    id: string = entry.date,
  ): Promise<Result<null, WriteError | EntryError>> {
    const fields = checkInFields(entry);
    if (!fields.ok) return fields;
    const { date } = entry;
    if (date > today) return err({ type: "FutureDate", field: "date", text: date });
    return this.step(() => [this.#checkInEdit(id, date, today, fields.value)]);
  }

  /**
   * [RC-83] Writes one more check-in of the day that `entry` names and returns its id. The first of a day has the date for
   * its id; further ones have date and time. Two within one minute are one: an unsteady hand saves twice.
   */
  async addCheckIn(
    entry: CheckInEntry & { readonly time: string },
    today: LocalDate,
  ): Promise<Result<string, WriteError | EntryError>> {
    const fields = checkInFields(entry);
    if (!fields.ok) return fields;
    const { date, time } = entry;
    if (date > today) return err({ type: "FutureDate", field: "date", text: date });
    let id: string = date;
    const written = await this.step(() => {
      const first = this.checkIn(date);
      id = first === null || first.time === time ? date : checkInRowId(date, time);
      return [this.#checkInEdit(id, date, today, fields.value)];
    });
    return written.ok ? ok(id) : written;
  }

  #checkInEdit(id: string, date: LocalDate, today: LocalDate, set: Fields): Edit {
    if (this.checkIn(id) !== null) return checkInEdit(id, set);
    const recordedAt = new Date(this.now()).toISOString();
    // Of a removed check-in nothing comes back. Where none was, nothing is written over what another device may hold.
    const removed = this.state.get(CHECK_IN)?.get(id)?.fields;
    const nothing = Object.fromEntries(
      Object.entries(emptyCheckIn).filter(([field]) => removed?.has(field) === true),
    );
    return checkInEdit(id, { ...nothing, backfilled: date < today, recordedAt, ...set });
  }

  async removeCheckIn(id: string): Promise<Result<null, WriteError>> {
    return this.step(() => [removalOf(CHECK_IN, id)]);
  }

  /**
   * [RC-80] Writes a row of a table, a new one unless `id` names one, and returns its id. Of a table with one row (the
   * settings) what `entry` leaves out stays as it was; any other row is written whole.
   */
  async put<Shape extends FieldShapes>(
    table: Table<Shape>,
    entry: EntryOf<Shape>,
    today: LocalDate,
    id?: string,
  ): Promise<Result<string, WriteError | FieldFault>> {
    const fields = tableFields(table, entry, today);
    if (!fields.ok) return fields;
    const isOnly = table.idFrom.length === 0;
    const set = isOnly
      ? Object.fromEntries(Object.entries(fields.value).filter(([field]) => Object.hasOwn(entry, field)))
      : fields.value;
    let rowId = id ?? "";
    const written = await this.step(() => {
      rowId = id ?? tableRowId(table, fields.value, (taken) => this.row(table, taken));
      return [tableEdit(table, rowId, set)];
    });
    return written.ok ? ok(rowId) : written;
  }

  async remove(table: { readonly name: string }, id: string): Promise<Result<null, WriteError>> {
    return this.step(() => [removalOf(table.name, id)]);
  }

  /** [RC-15] Writes a whole treatment row, a new one unless `id` names one, and returns its id. */
  async putTreatment(entry: TreatmentEntry, id?: string): Promise<Result<string, WriteError | EntryError>> {
    const fields = treatmentFields(entry);
    if (!fields.ok) return fields;
    let rowId = id ?? "";
    const written = await this.step(() => {
      rowId = id ?? treatmentRowId(fields.value, new Set(this.treatments().map((row) => row.id)));
      return [treatmentEdit(rowId, fields.value)];
    });
    return written.ok ? ok(rowId) : written;
  }

  /** [RC-42] Writes what is known of the person. What `entry` leaves out stays as it was. */
  async putPerson(entry: PersonEntry): Promise<Result<null, WriteError | EntryError>> {
    const fields = personFields(entry);
    if (!fields.ok) return fields;
    return this.step(() => [personEdit(fields.value)]);
  }

  /** [RC-50] Writes what is said on the emergency card. What `entry` leaves out stays as it was. */
  async putEmergencyCard(entry: EmergencyCardEntry): Promise<Result<null, WriteError | EntryError>> {
    const fields = emergencyCardFields(entry);
    if (!fields.ok) return fields;
    return this.step(() => [
      { table: EMERGENCY_CARD, id: EMERGENCY_CARD_ID, set: fields.value, deleted: false },
    ]);
  }

  /** [RC-43] Keeps the plan of a fair test, or changes when it ended, and returns its id. */
  async putFairTest(entry: FairTestEntry): Promise<Result<string, WriteError | EntryError>> {
    const fields = fairTestFields(entry);
    if (!fields.ok) return fields;
    const id = fairTestRowId(fields.value);
    const written = await this.step(() => [fairTestEdit(id, fields.value)]);
    return written.ok ? ok(id) : written;
  }

  /** [RC-60] Writes a medicine of the list, a new one unless `id` names one, and returns its id. */
  async putMedicine(entry: MedicineEntry, id?: string): Promise<Result<string, WriteError | EntryError>> {
    const fields = medicineFields(entry);
    if (!fields.ok) return fields;
    let rowId = id ?? "";
    const written = await this.step(() => {
      rowId = id ?? medicineRowId(fields.value.text, new Set(this.medicines().map((row) => row.id)));
      return [medicineEdit(rowId, fields.value)];
    });
    return written.ok ? ok(rowId) : written;
  }

  async removeMedicine(id: string): Promise<Result<null, WriteError>> {
    return this.step(() => [removalOf(MEDICINE, id)]);
  }

  /** [RC-61] Writes what is told of the circumstances. What `entry` leaves out stays as it was. */
  async putCircumstances(entry: CircumstancesEntry): Promise<Result<null, WriteError | EntryError>> {
    const fields = circumstancesFields(entry);
    if (!fields.ok) return fields;
    return this.step(() => [circumstancesEdit(fields.value)]);
  }

  async removeFairTest(id: string): Promise<Result<null, WriteError>> {
    return this.step(() => [removalOf(FAIR_TEST, id)]);
  }

  async removeTreatment(id: string): Promise<Result<null, WriteError>> {
    return this.step(() => [removalOf(TREATMENT, id)]);
  }

  #read<Row>(
    table: string,
    read: (id: string, field: Parameters<typeof readCheckIn>[1]) => Row | null,
  ): Row[] {
    const rows: Row[] = [];
    for (const [id, state] of liveRows(this.state, table)) {
      const row = read(id, (field) => state.value(field));
      if (row !== null) rows.push(row);
    }
    return rows;
  }
}
