import {
  type CheckIn,
  type Circumstances,
  type EmergencyCard,
  emptyEmergencyCard,
  type EntryError,
  type FairTest,
  entryErrorSentence,
  type LocalDate,
  localDateOf,
  type Medicine,
  nothingSaid,
  type FieldShapes,
  openExample,
  type Person,
  type PersonalRecord,
  type Result,
  type Table,
  type Treatment,
  type WriteError,
  writeErrorSentence,
} from "@unclench/record";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { askToKeep, type Opened, ownRecord } from "./ownRecord.ts";

export type Diary = {
  readonly state: "loading" | "ready" | "failed";
  /** Why the record could not be opened. */
  readonly problem: string | null;
  readonly record: PersonalRecord | null;
  readonly entries: readonly CheckIn[];
  readonly treatments: readonly Treatment[];
  readonly person: Person;
  readonly fairTests: readonly FairTest[];
  readonly medicines: readonly Medicine[];
  readonly circumstances: Circumstances;
  readonly emergencyCard: EmergencyCard;
  readonly readOnly: boolean;
  readonly canUndo: boolean;
  /** Removes everything from this device for good; a sentence if it failed. */
  readonly wipe: () => Promise<string | null>;
};

const none: readonly never[] = [];
const nobody: Person = { condition: null, pattern: null };
const keepStill = () => () => {};

/** The person's diary, or the made-up one, which lives apart and is never saved. Draws again after each change. */
export function useDiary(example: boolean): Diary {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let current = true;
    setOpened(null);
    const opening: Promise<Opened> = example
      ? openExample(localDateOf(new Date())).then((record) => ({ ok: true, record, wipe: async () => null }))
      : ownRecord();
    void opening.then((result) => {
      if (current) setOpened(result);
    });
    return () => {
      current = false;
    };
  }, [example]);
  const record = opened?.ok ? opened.record : null;
  const subscribe = useCallback(
    (listener: () => void) => (record === null ? keepStill() : record.subscribe(listener)),
    [record],
  );
  const entries = useSyncExternalStore(
    subscribe,
    () => record?.checkIns() ?? none,
    () => none,
  );
  const treatments = useSyncExternalStore(
    subscribe,
    () => record?.treatments() ?? none,
    () => none,
  );
  const person = useSyncExternalStore(
    subscribe,
    () => record?.person() ?? nobody,
    () => nobody,
  );
  const fairTests = useSyncExternalStore(
    subscribe,
    () => record?.fairTests() ?? none,
    () => none,
  );
  const medicines = useSyncExternalStore(
    subscribe,
    () => record?.medicines() ?? none,
    () => none,
  );
  const circumstances = useSyncExternalStore(
    subscribe,
    () => record?.circumstances() ?? nothingSaid,
    () => nothingSaid,
  );
  const emergencyCard = useSyncExternalStore(
    subscribe,
    () => record?.emergencyCard() ?? emptyEmergencyCard,
    () => emptyEmergencyCard,
  );
  const canUndo = useSyncExternalStore(
    subscribe,
    () => record?.canUndo ?? false,
    () => false,
  );
  const wipe = useCallback(async () => {
    if (!opened?.ok) return null;
    const failed = await opened.wipe();
    if (failed === null) setOpened(await ownRecord());
    return failed;
  }, [opened]);
  return {
    state: opened === null ? "loading" : opened.ok ? "ready" : "failed",
    problem: opened === null || opened.ok ? null : opened.sentence,
    record,
    entries,
    treatments,
    person,
    fairTests,
    medicines,
    circumstances,
    emergencyCard,
    readOnly: record?.isReadOnly ?? false,
    canUndo,
    wipe,
  };
}

/** The rows of one table of the record, drawn again after each change. */
export function useRows<Shape extends FieldShapes>(
  { record }: Pick<Diary, "record">,
  table: Table<Shape>,
): ReturnType<typeof PersonalRecord.prototype.rows<Shape>> {
  const subscribe = useCallback(
    (listener: () => void) => (record === null ? keepStill() : record.subscribe(listener)),
    [record],
  );
  return useSyncExternalStore(
    subscribe,
    () => record?.rows(table) ?? none,
    () => none,
  );
}

/** What a change came to: null if it was saved, else the sentence that says why not. */
export async function saved(
  change: Promise<Result<unknown, WriteError | EntryError>>,
): Promise<string | null> {
  const done = await change;
  if (done.ok) {
    void askToKeep();
    return null;
  }
  return isEntryError(done.error) ? entryErrorSentence(done.error) : writeErrorSentence(done.error);
}

const isEntryError = (error: WriteError | EntryError): error is EntryError => "field" in error;

/** The day it is for the person, also after midnight or when the page wakes up on another day. */
export function useToday(): LocalDate {
  return useSyncExternalStore(
    watchClock,
    () => localDateOf(new Date()),
    // Pages are written long before they are read: they draw no date, and this one is never shown.
    () => localDateOf(new Date(0)),
  );
}

function watchClock(listener: () => void): () => void {
  const timer = setInterval(listener, 60_000);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}
