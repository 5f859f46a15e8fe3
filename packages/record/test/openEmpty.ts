import { createDeviceId } from "../src/clock.ts";
import { createMemoryStore, openRecord, type PersonalRecord } from "../src/index.ts";

/** An empty record in memory, at a time that stands still. */
export async function openEmpty(): Promise<PersonalRecord> {
  const opened = await openRecord({
    store: createMemoryStore(),
    now: () => 1_770_000_000_000,
    device: createDeviceId(Uint8Array.of(1, 2, 3)),
  });
  if (!opened.ok) throw new Error("no record");
  return opened.value;
}
