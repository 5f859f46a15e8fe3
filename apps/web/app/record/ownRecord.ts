/**
 * The person's own record on this device, opened once for the life of the page. All screens read the same one; other
 * tabs tell through a channel.
 */
import {
  createDeviceId,
  openIndexedDbStore,
  openRecord,
  type PersonalRecord,
  type RecordStore,
  writeErrorSentence,
} from "@unclench/record";

import { followRecord, forgetHands } from "../hands/settings.ts";
import { forgetSession } from "../relief/kept.ts";

const NAME = "unclench";

export type Opened =
  | { readonly ok: true; readonly record: PersonalRecord; readonly wipe: () => Promise<string | null> }
  | { readonly ok: false; readonly sentence: string };

let opening: Promise<Opened> | undefined;

/** Opens the record on first use. A failure is not kept: the next screen tries again. */
export function ownRecord(): Promise<Opened> {
  opening ??= open().then((opened) => {
    if (!opened.ok) opening = undefined;
    return opened;
  });
  return opening;
}

async function open(): Promise<Opened> {
  const store = await openIndexedDbStore(NAME);
  if (!store.ok) return { ok: false, sentence: writeErrorSentence(store.error) };
  const opened = await openRecord({
    store: store.value,
    now: Date.now,
    // Only to tell two writers apart; a new one for each page is as good and leaves no trace that identifies anyone.
    device: createDeviceId(crypto.getRandomValues(new Uint8Array(8))),
    channel: new BroadcastChannel(NAME),
  });
  if (!opened.ok) return { ok: false, sentence: writeErrorSentence(opened.error) };
  const record = opened.value;
  followRecord(record);
  return { ok: true, record, wipe: () => wipe(record, store.value) };
}

/** Removes everything for good; a sentence if that failed. The next `ownRecord` opens an empty one. */
async function wipe(record: PersonalRecord, store: RecordStore): Promise<string | null> {
  const wiped = await store.wipe();
  if (!wiped.ok) return writeErrorSentence(wiped.error);
  record.close();
  forgetHands();
  forgetSession();
  opening = undefined;
  return null;
}

/** Asks the browser to keep the record when the device runs short of room. Refusal changes nothing. */
export async function askToKeep(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}
