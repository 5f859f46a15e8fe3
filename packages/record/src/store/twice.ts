/**
 * [RC-87] Keeps the log twice. Browsers built on LevelDB lose all of it at once where they were killed in the middle of a
 * write: the torn end is built upon by the next session and found to be damaged by the one after it, which begins anew
 * without a word (docs/decisions/0061). One copy is written after the other, so that a kill meets at most one of them.
 */
import type { Operation } from "../operation.ts";
import { err, ok, type Result } from "../result.ts";
import { isDamaged, type RecordStore, type StoredOperations, type StoreError } from "./store.ts";

export type OpenCopy = () => Promise<Result<RecordStore, StoreError>>;

/**
 * A busy device takes its time, and an empty diary shown for one that was lost would be a fright; but a second copy that
 * never answers is waited for once a visit and no more.
 */
const PATIENCE_MS = 20_000;

/** The first time, a long log is copied in pieces, so that the page answers a hand in between. */
const COPIED_AT_ONCE = 2_000;

/** Other tabs can be first a few times. */
const MOST_ATTEMPTS = 5;

/** The first copy is the one that is read; what it has lost is brought back from the second when it is loaded. */
export function keepTwice(first: RecordStore, openSecond: OpenCopy): RecordStore {
  const opening = openSecond();
  let isWaitedFor = true;
  /** By how many operations the second copy is longer: by what lies in it twice or damaged. `null` if not known. */
  let ahead: number | null = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };
  /** `undefined` if it takes too long. */
  const patiently = async <Value>(work: Promise<Value>): Promise<Value | undefined> => {
    if (!isWaitedFor) return undefined;
    const done = await within(PATIENCE_MS, work);
    if (done === TOO_LONG) isWaitedFor = false;
    return done === TOO_LONG ? undefined : done;
  };
  const secondNow = async (): Promise<RecordStore | null> => {
    const opened = await opening;
    return opened.ok && !opened.value.isReadOnly ? opened.value : null;
  };

  async function load(): Promise<Result<StoredOperations, StoreError>> {
    const [loaded, second] = await Promise.all([first.load(), patiently(secondNow())]);
    if (!loaded.ok || second === undefined || second === null) return loaded;
    for (let attempt = 0, seen = loaded.value; attempt < MOST_ATTEMPTS; attempt++) {
      const copy = await patiently(compare(seen, second));
      if (copy === undefined || !copy.ok) return ok(seen);
      if (copy.value.state === "ahead") {
        // Another tab wrote meanwhile, to the first copy before the second: then it is there by now.
        const more = await first.since(seen.head);
        if (!more.ok) return ok(seen);
        const isStillAhead = more.value.operations.length === 0;
        seen = { operations: [...seen.operations, ...more.value.operations], head: more.value.head };
        if (!isStillAhead) continue;
      }
      if (copy.value.state === "in step") {
        const { head } = copy.value;
        ahead = 0;
        if (head < seen.head) void inTurn(() => catchUp(seen, head, second));
        return ok(await healed(seen, second));
      }
      const brought = await bringBack(seen, second);
      if (brought !== "again") return brought;
      const anew = await first.load();
      if (!anew.ok) return anew;
      seen = anew.value;
    }
    return first.load();
  }

  /**
   * [RC-88] Appends to each copy what only the other has. Nothing is ever taken away: at this moment neither can be relied
   * on. Where it fails, what was lost is shown all the same, and all of it is tried again next time.
   */
  async function bringBack(
    seen: StoredOperations,
    second: RecordStore,
  ): Promise<Result<StoredOperations, StoreError> | "again"> {
    const kept = await second.load();
    if (!kept.ok) return ok(seen);
    const lost = onlyIn(kept.value, seen);
    const operations = [...seen.operations, ...lost];
    const broughtBack = lost.length > 0 ? { broughtBack: lost.length } : {};
    const appended = await first.append(lost as Operation[], seen.head);
    if (!appended.ok)
      return appended.error.type === "Behind" ? "again" : ok({ operations, head: seen.head, ...broughtBack });
    const head = appended.value;
    void inTurn(async () => {
      const lacking = onlyIn(seen, kept.value);
      const copied = await second.append(lacking as Operation[], kept.value.head);
      ahead = copied.ok ? copied.value - head : null;
    });
    return ok({ operations, head, ...broughtBack });
  }

  /** Another tab that does the same is no harm: the copy refuses what is not its next piece. */
  async function catchUp(all: StoredOperations, from: number, second: RecordStore): Promise<void> {
    for (let head = from; head < all.head; ) {
      const piece = all.operations.slice(head, head + COPIED_AT_ONCE);
      const appended = await second.append(piece as Operation[], head);
      if (!appended.ok) return;
      head = appended.value;
      await new Promise((done) => setTimeout(done));
    }
  }

  async function copy(operations: readonly Operation[], before: number, after: number): Promise<void> {
    const second = await secondNow();
    if (second === null || ahead === null) return;
    let appended = await second.append(operations, before + ahead);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (appended.ok || appended.error.type !== "Behind" || appended.error.head >= after + ahead) return;
      const { head } = appended.error;
      const missed = await first.since(head - ahead);
      if (!missed.ok) return;
      appended = await second.append(missed.value.operations as Operation[], head);
    }
  }

  async function wipeSecond(): Promise<Result<null, StoreError>> {
    const opened = await opening;
    const second = opened.ok ? opened : await openSecond();
    return second.ok ? second.value.wipe() : second;
  }

  return {
    isReadOnly: first.isReadOnly,
    load,
    since: (head) => first.since(head),
    head: () => first.head(),
    append: async (operations, head) => {
      const appended = await first.append(operations, head);
      if (appended.ok && operations.length > 0)
        await patiently(inTurn(() => copy(operations, head, appended.value)));
      return appended;
    },
    // [RC-89] The second copy goes first: were it left behind, it would bring everything back.
    wipe: async () => {
      const wiped = await within(PATIENCE_MS, wipeSecond());
      if (wiped === TOO_LONG)
        return err({ type: "StorageUnavailable", reason: "the second copy does not answer" });
      return wiped.ok ? first.wipe() : wiped;
    },
    close: () => {
      first.close();
      void secondNow().then((second) => second?.close());
    },
  };
}

/** In their order; what cannot be opened is nobody's. */
function onlyIn(one: StoredOperations, other: StoredOperations): unknown[] {
  const known = new Set(other.operations.map((operation) => JSON.stringify(operation)));
  return one.operations.filter((operation) => !isDamaged(operation) && !known.has(JSON.stringify(operation)));
}

/** How the second copy stands to what the first one holds. Its last operation tells: both are written in one order. */
async function compare(
  seen: StoredOperations,
  second: RecordStore,
): Promise<Result<{ state: "in step"; head: number } | { state: "ahead" | "apart" }, StoreError>> {
  const counted = await second.head();
  if (!counted.ok) return counted;
  const head = counted.value;
  if (head > seen.head) return ok({ state: "ahead" });
  if (head === 0) return ok({ state: "in step", head });
  const last = await second.since(head - 1);
  if (!last.ok) return last;
  const [left, right] = [seen.operations[head - 1], last.value.operations[0]];
  const isSame = isDamaged(left) || isDamaged(right) || JSON.stringify(left) === JSON.stringify(right);
  return ok(isSame ? { state: "in step", head } : { state: "apart" });
}

/** [RC-88] What cannot be opened in the first copy and can be in the second stands in its place. */
async function healed(seen: StoredOperations, second: RecordStore): Promise<StoredOperations> {
  if (!seen.operations.some(isDamaged)) return seen;
  const kept = await second.load();
  if (!kept.ok) return seen;
  const copy = kept.value.operations;
  return {
    ...seen,
    operations: seen.operations.map((operation, place) =>
      isDamaged(operation) ? (copy[place] ?? operation) : operation,
    ),
  };
}

const TOO_LONG = Symbol("too long");

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | typeof TOO_LONG> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<typeof TOO_LONG>((done) => {
    timer = setTimeout(() => done(TOO_LONG), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
