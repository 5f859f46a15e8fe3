/**
 * The log behind a record: operations with their stamps, one undo for each step, and the same in every tab. What the rows mean
 * is the record's business.
 */
import { type ClockError, type DeviceId, FIRST_STAMP, type Stamp, tick, witness } from "./clock.ts";
import { applyOperations, createState, isNews, operationsOf, type RecordState } from "./merge.ts";
import { createOperation, type Edit, type Operation, parseOperation } from "./operation.ts";
import { err, ok, type Result } from "./result.ts";
import { isDamaged, type RecordStore, type StoredOperations, type StoreError } from "./store/store.ts";
import { changesSomething, editsToUndo, handBack, rememberBefore, type UndoStep } from "./undo.ts";

/** How tabs tell each other; a `BroadcastChannel` is one. */
export type RecordChannel = {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: () => void): void;
  close(): void;
};

export type LedgerOptions = {
  readonly store: RecordStore;
  /** milliseconds since 1970, for the stamps */
  readonly now: () => number;
  readonly device: DeviceId;
  readonly channel?: RecordChannel;
};

export type WriteError =
  | StoreError
  | ClockError
  /** other tabs wrote without pause; nothing was written here */
  | { readonly type: "TooBusy" };

/** Another tab can be first a few times; more often than this is a fault. */
const MOST_ATTEMPTS = 50;

/** How many operations or rows are read in one go before the clock is looked at. */
export const READ_AT_ONCE = 500;

/** A page that is busy for longer than this answers a touch late. */
const LONGEST_BUSY_MS = 25;

/** Lets whatever waits (a touch, a key) go first. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

export abstract class Ledger {
  readonly #store: RecordStore;
  protected readonly now: () => number;
  readonly #device: DeviceId;
  readonly #channel: RecordChannel | undefined;
  protected readonly state: RecordState = createState();
  readonly #notUnderstood: unknown[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #steps: UndoStep[] = [];
  #hasNewerOperations = false;
  #last: Stamp = FIRST_STAMP;
  #head = 0;
  #broughtBack = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LedgerOptions) {
    this.#store = options.store;
    this.now = options.now;
    this.#device = options.device;
    this.#channel = options.channel;
    this.#channel?.addEventListener("message", () => void this.refresh());
  }

  /** After every change, from here or from another tab, before anybody is told: the rows that it touched, by table and id. */
  protected abstract takenIn(changed: readonly (readonly [table: string, id: string])[]): void;

  /** What is read of a big log before anything is asked for; waits for `inShortTurns` now and then. */
  protected abstract readAhead(inShortTurns: () => Promise<void>): Promise<void>;

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
      let busySince = this.now();
      const inShortTurns = async (): Promise<void> => {
        if (this.now() - busySince < LONGEST_BUSY_MS) return;
        await breathe();
        busySince = this.now();
      };
      for (let from = 0; from < operations.length; from += READ_AT_ONCE) {
        this.#takeIn({ operations: operations.slice(from, from + READ_AT_ONCE), head });
        await inShortTurns();
      }
      this.#head = head;
      await this.readAhead(inShortTurns);
      return ok(null);
    });
  }

  /** [RC-17] True if a newer version of the app wrote here: everything can be read and exported, nothing written. */
  get isReadOnly(): boolean {
    return this.#hasNewerOperations || this.#store.isReadOnly;
  }

  /** True if nothing was ever written here, in any table, known to this version or not. */
  get isEmpty(): boolean {
    return this.state.size === 0 && this.#notUnderstood.length === 0;
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

  /** The fewest operations that rebuild this record, unknown tables and fields included: for files and other devices. */
  operations(): Operation[] {
    return operationsOf(this.state);
  }

  /** Writes many edits as one step: all or none, and one undo takes all of them back. */
  async write(edits: readonly Edit[]): Promise<Result<null, WriteError>> {
    return this.step(() => edits);
  }

  /** [RC-35] Takes in operations of a backup or another device, with the stamps they have, as one step. */
  async restore(operations: readonly Operation[]): Promise<Result<null, WriteError>> {
    return this.#inTurn(async () => {
      const limit = this.now();
      for (const { at } of operations) {
        const seen = witness(this.#last, at, limit);
        if (!seen.ok) return seen;
      }
      return this.#append(() => operations.filter((one) => isNews(this.state, one)), true);
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
        operations = this.#stamped(editsToUndo(this.state, step));
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

  /** Writes edits as one step, made only when their turn has come. */
  protected step(edits: () => readonly Edit[]): Promise<Result<null, WriteError>> {
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
    const now = this.now();
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
        const step = rememberBefore(this.state, operations);
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
    const changed = applyOperations(this.state, understood);
    this.#head = head;
    this.takenIn(changed);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
