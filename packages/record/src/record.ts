/** The record itself: rows to read, edits to write, one undo for each step, and the same view in every tab. */
import { type ClockError, type DeviceId, FIRST_STAMP, type Stamp, tick, witness } from "./clock.ts";
import {
  EMERGENCY_CARD,
  EMERGENCY_CARD_ID,
  type EmergencyCard,
  type EmergencyCardEntry,
  emergencyCardFields,
  readEmergencyCard,
} from "./emergencyCard.ts";
import type { LocalDate } from "./localDate.ts";
import { applyOperations, createState, isNews, liveRows, operationsOf, type RecordState } from "./merge.ts";
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
import { createOperation, type Edit, type Fields, type Operation, parseOperation } from "./operation.ts";
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
import { isDamaged, type RecordStore, type StoredOperations, type StoreError } from "./store/store.ts";
import { byOrder, ONLY_ROW, readRow, type Table, tableEdit, tableFields, tableRowId } from "./tables.ts";
import { changesSomething, editsToUndo, handBack, rememberBefore, type UndoStep } from "./undo.ts";
import {
  type CheckIn,
  type CheckInEntry,
  checkInFields,
  emptyCheckIn,
  type EntryError,
  type Person,
  type PersonEntry,
  type FairTest,
  type FairTestEntry,
  fairTestFields,
  personFields,
  type Treatment,
  type TreatmentEntry,
  treatmentFields,
} from "./vocabulary.ts";

/** How tabs tell each other; a `BroadcastChannel` is one. */
export type RecordChannel = {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: () => void): void;
  close(): void;
};

export type RecordOptions = {
  readonly store: RecordStore;
  /** milliseconds since 1970, for the stamps */
  readonly now: () => number;
  readonly device: DeviceId;
  readonly channel?: RecordChannel;
  /** the made-up example: exports carry the mark, so that it never becomes someone's own record */
  readonly isExample?: boolean;
};

export type WriteError =
  | StoreError
  | ClockError
  /** other tabs wrote without pause; nothing was written here */
  | { readonly type: "TooBusy" };

const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : 1;

/** More rows than these at once come from a file. */
const MOST_PUT_IN_PLACE = 50;

/** Another tab can be first a few times; more often than this is a fault. */
const MOST_ATTEMPTS = 50;

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

/** How many operations or rows are read in one go before the clock is looked at. */
const READ_AT_ONCE = 500;

/** A page that is busy for longer than this answers a touch late. */
const LONGEST_BUSY_MS = 25;

/** Lets whatever waits (a touch, a key) go first. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

export class PersonalRecord {
  readonly isExample: boolean;
  readonly #store: RecordStore;
  readonly #now: () => number;
  readonly #device: DeviceId;
  readonly #channel: RecordChannel | undefined;
  readonly #state: RecordState = createState();
  readonly #notUnderstood: unknown[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #steps: UndoStep[] = [];
  #hasNewerOperations = false;
  #last: Stamp = FIRST_STAMP;
  #head = 0;
  #broughtBack = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #checkIns: readonly CheckIn[] | null = null;
  #treatments: readonly Treatment[] | null = null;
  #person: Person | null = null;
  #fairTests: readonly FairTest[] | null = null;
  #medicines: readonly Medicine[] | null = null;
  #circumstances: Circumstances | null = null;
  #emergencyCard: EmergencyCard | null = null;
  readonly #rows = new Map<string, readonly unknown[]>();

  constructor(options: RecordOptions) {
    this.#store = options.store;
    this.#now = options.now;
    this.#device = options.device;
    this.#channel = options.channel;
    this.isExample = options.isExample ?? false;
    this.#channel?.addEventListener("message", () => void this.refresh());
  }

  /**
   * [RC-85] Reads everything that is stored, in short turns: a diary of ten years is opened while the page answers to a hand.
   * Called once, by `openRecord`; whatever else is asked for meanwhile waits.
   */
  begin(): Promise<Result<null, StoreError>> {
    return this.#inTurn(async () => {
      const loaded = await this.#store.load();
      if (!loaded.ok) return loaded;
      const { operations, head, broughtBack = 0 } = loaded.value;
      this.#broughtBack = broughtBack;
      let busySince = this.#now();
      const inShortTurns = async (): Promise<void> => {
        if (this.#now() - busySince < LONGEST_BUSY_MS) return;
        await breathe();
        busySince = this.#now();
      };
      for (let from = 0; from < operations.length; from += READ_AT_ONCE) {
        this.#takeIn({ operations: operations.slice(from, from + READ_AT_ONCE), head });
        await inShortTurns();
      }
      this.#head = head;
      const rows: CheckIn[] = [];
      let read = 0;
      for (const [id, state] of liveRows(this.#state, CHECK_IN)) {
        const row = readCheckIn(id, (field) => state.value(field));
        if (row !== null) rows.push(row);
        if (++read % READ_AT_ONCE === 0) await inShortTurns();
      }
      this.#checkIns = rows.sort(byId);
      return ok(null);
    });
  }

  /** [RC-17] True if a newer version of the app wrote here: everything can be read and exported, nothing written. */
  get isReadOnly(): boolean {
    return this.#hasNewerOperations || this.#store.isReadOnly;
  }

  /** True if nothing was ever written here, in any table, known to this version or not. */
  get isEmpty(): boolean {
    return this.#state.size === 0 && this.#notUnderstood.length === 0;
  }

  /** Stored operations that this version does not understand, as they are. They stay in the store. */
  get notUnderstood(): readonly unknown[] {
    return this.#notUnderstood;
  }

  /** [RC-71] How many operations are stored here and cannot be opened. */
  get damaged(): number {
    return this.#notUnderstood.filter(isDamaged).length;
  }

  /** [RC-88] How many operations the browser had lost, and its second copy gave back when this record was opened. */
  get broughtBack(): number {
    return this.#broughtBack;
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
    const row = this.#state.get(CHECK_IN)?.get(id);
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
    const row = this.#state.get(PERSON)?.get(PERSON_ID);
    const said = row?.isRemoved === true ? undefined : row;
    this.#person ??= readPerson((field) => said?.value(field));
    return this.#person;
  }

  /** [RC-50] The emergency card. The same object until something changes. */
  emergencyCard(): EmergencyCard {
    const row = this.#state.get(EMERGENCY_CARD)?.get(EMERGENCY_CARD_ID);
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
    const row = this.#state.get(CIRCUMSTANCES)?.get(CIRCUMSTANCES_ID);
    const said = row?.isRemoved === true ? undefined : row;
    this.#circumstances ??= readCircumstances((field) => said?.value(field));
    return this.#circumstances;
  }

  /** The fewest operations that rebuild this record, unknown tables and fields included: for files and other devices. */
  operations(): Operation[] {
    return operationsOf(this.#state);
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
    return this.#step(() => [this.#checkInEdit(id, date, today, fields.value)]);
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
    const written = await this.#step(() => {
      const first = this.checkIn(date);
      id = first === null || first.time === time ? date : checkInRowId(date, time);
      return [this.#checkInEdit(id, date, today, fields.value)];
    });
    return written.ok ? ok(id) : written;
  }

  #checkInEdit(id: string, date: LocalDate, today: LocalDate, set: Fields): Edit {
    if (this.checkIn(id) !== null) return checkInEdit(id, set);
    const recordedAt = new Date(this.#now()).toISOString();
    // Of a removed check-in nothing comes back. Where none was, nothing is written over what another device may hold.
    const removed = this.#state.get(CHECK_IN)?.get(id)?.fields;
    const nothing = Object.fromEntries(
      Object.entries(emptyCheckIn).filter(([field]) => removed?.has(field) === true),
    );
    return checkInEdit(id, { ...nothing, backfilled: date < today, recordedAt, ...set });
  }

  async removeCheckIn(id: string): Promise<Result<null, WriteError>> {
    return this.#step(() => [removalOf(CHECK_IN, id)]);
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
    const written = await this.#step(() => {
      rowId = id ?? tableRowId(table, fields.value, (taken) => this.row(table, taken));
      return [tableEdit(table, rowId, set)];
    });
    return written.ok ? ok(rowId) : written;
  }

  async remove(table: { readonly name: string }, id: string): Promise<Result<null, WriteError>> {
    return this.#step(() => [removalOf(table.name, id)]);
  }

  /** [RC-15] Writes a whole treatment row, a new one unless `id` names one, and returns its id. */
  async putTreatment(entry: TreatmentEntry, id?: string): Promise<Result<string, WriteError | EntryError>> {
    const fields = treatmentFields(entry);
    if (!fields.ok) return fields;
    let rowId = id ?? "";
    const written = await this.#step(() => {
      rowId = id ?? treatmentRowId(fields.value, new Set(this.treatments().map((row) => row.id)));
      return [treatmentEdit(rowId, fields.value)];
    });
    return written.ok ? ok(rowId) : written;
  }

  /** [RC-42] Writes what is known of the person. What `entry` leaves out stays as it was. */
  async putPerson(entry: PersonEntry): Promise<Result<null, WriteError | EntryError>> {
    const fields = personFields(entry);
    if (!fields.ok) return fields;
    return this.#step(() => [personEdit(fields.value)]);
  }

  /** [RC-50] Writes what is said on the emergency card. What `entry` leaves out stays as it was. */
  async putEmergencyCard(entry: EmergencyCardEntry): Promise<Result<null, WriteError | EntryError>> {
    const fields = emergencyCardFields(entry);
    if (!fields.ok) return fields;
    return this.#step(() => [
      { table: EMERGENCY_CARD, id: EMERGENCY_CARD_ID, set: fields.value, deleted: false },
    ]);
  }

  /** [RC-43] Keeps the plan of a fair test, or changes when it ended, and returns its id. */
  async putFairTest(entry: FairTestEntry): Promise<Result<string, WriteError | EntryError>> {
    const fields = fairTestFields(entry);
    if (!fields.ok) return fields;
    const id = fairTestRowId(fields.value);
    const written = await this.#step(() => [fairTestEdit(id, fields.value)]);
    return written.ok ? ok(id) : written;
  }

  /** [RC-60] Writes a medicine of the list, a new one unless `id` names one, and returns its id. */
  async putMedicine(entry: MedicineEntry, id?: string): Promise<Result<string, WriteError | EntryError>> {
    const fields = medicineFields(entry);
    if (!fields.ok) return fields;
    let rowId = id ?? "";
    const written = await this.#step(() => {
      rowId = id ?? medicineRowId(fields.value.text, new Set(this.medicines().map((row) => row.id)));
      return [medicineEdit(rowId, fields.value)];
    });
    return written.ok ? ok(rowId) : written;
  }

  async removeMedicine(id: string): Promise<Result<null, WriteError>> {
    return this.#step(() => [removalOf(MEDICINE, id)]);
  }

  /** [RC-61] Writes what is told of the circumstances. What `entry` leaves out stays as it was. */
  async putCircumstances(entry: CircumstancesEntry): Promise<Result<null, WriteError | EntryError>> {
    const fields = circumstancesFields(entry);
    if (!fields.ok) return fields;
    return this.#step(() => [circumstancesEdit(fields.value)]);
  }

  async removeFairTest(id: string): Promise<Result<null, WriteError>> {
    return this.#step(() => [removalOf(FAIR_TEST, id)]);
  }

  async removeTreatment(id: string): Promise<Result<null, WriteError>> {
    return this.#step(() => [removalOf(TREATMENT, id)]);
  }

  /** Writes many edits as one step: all or none, and one undo takes all of them back. */
  async write(edits: readonly Edit[]): Promise<Result<null, WriteError>> {
    return this.#step(() => edits);
  }

  /** [RC-35] Takes in operations of a backup or another device, with the stamps they have, as one step. */
  async restore(operations: readonly Operation[]): Promise<Result<null, WriteError>> {
    return this.#inTurn(async () => {
      const limit = this.#now();
      for (const { at } of operations) {
        const seen = witness(this.#last, at, limit);
        if (!seen.ok) return seen;
      }
      return this.#append(() => operations.filter((one) => isNews(this.#state, one)), true);
    });
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  /** [RC-18] Takes back the latest step of this page that was not taken back yet. False if there is none. */
  async undo(): Promise<Result<boolean, WriteError>> {
    return this.#inTurn(async () => {
      const step = this.#steps.at(-1);
      if (step === undefined) return ok(false);
      let operations: readonly Operation[] = [];
      const undone = await this.#append(() => {
        operations = this.#stamped(editsToUndo(this.#state, step));
        return operations;
      }, false);
      if (!undone.ok) return undone;
      this.#steps.pop();
      handBack(this.#steps, step, operations);
      this.#tell();
      return ok(true);
    });
  }

  /** Calls the listener after every change, from here or from another tab. Returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes in what other tabs have written. Called by itself when a channel is given. */
  async refresh(): Promise<Result<null, StoreError>> {
    return this.#inTurn(() => this.#catchUp());
  }

  close(): void {
    this.#channel?.close();
    this.#store.close();
  }

  #step(edits: () => readonly Edit[]): Promise<Result<null, WriteError>> {
    return this.#inTurn(() => this.#append(() => this.#stamped(edits()), true));
  }

  /** One write after the other, in the order in which they were asked for. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  #stamped(edits: readonly Edit[]): Operation[] {
    let at = this.#last;
    const now = this.#now();
    return edits.map((edit) => {
      at = tick(at, now);
      return createOperation(edit, at, this.#device);
    });
  }

  /** The view changes only after the store has acknowledged: what is shown as saved is saved. */
  async #append(make: () => readonly Operation[], canBeUndone: boolean): Promise<Result<null, WriteError>> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (this.isReadOnly) return err({ type: "WrittenByNewerVersion" });
      const operations = make();
      if (operations.length === 0) return ok(null);
      const appended = await this.#store.append(operations, this.#head);
      if (appended.ok) {
        const step = rememberBefore(this.#state, operations);
        if (canBeUndone && changesSomething(step)) this.#steps.push(step);
        this.#takeIn({ operations, head: appended.value });
        this.#channel?.postMessage({ head: appended.value });
        this.#tell();
        return ok(null);
      }
      if (appended.error.type !== "Behind") return err(appended.error);
      const caughtUp = await this.#catchUp();
      if (!caughtUp.ok) return caughtUp;
    }
    return err({ type: "TooBusy" });
  }

  async #catchUp(): Promise<Result<null, StoreError>> {
    const missed = await this.#store.since(this.#head);
    if (!missed.ok) return missed;
    if (missed.value.head === this.#head) return ok(null);
    this.#takeIn(missed.value);
    this.#tell();
    return ok(null);
  }

  #takeIn({ operations, head }: StoredOperations): void {
    const understood: Operation[] = [];
    for (const stored of operations) {
      const parsed = parseOperation(stored);
      if (parsed.ok) {
        understood.push(parsed.value);
        if (parsed.value.at > this.#last) this.#last = parsed.value.at;
      } else {
        this.#notUnderstood.push(stored);
        if (parsed.error.type === "NewerOperation") this.#hasNewerOperations = true;
      }
    }
    const changed = applyOperations(this.#state, understood);
    this.#head = head;
    this.#checkIns = this.#checkInsAfter(changed);
    this.#treatments = null;
    this.#person = null;
    this.#fairTests = null;
    this.#medicines = null;
    this.#circumstances = null;
    this.#emergencyCard = null;
    for (const [table] of changed) this.#rows.delete(table);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #read<Row>(
    table: string,
    read: (id: string, field: Parameters<typeof readCheckIn>[1]) => Row | null,
  ): Row[] {
    const rows: Row[] = [];
    for (const [id, state] of liveRows(this.#state, table)) {
      const row = read(id, (field) => state.value(field));
      if (row !== null) rows.push(row);
    }
    return rows;
  }
}
