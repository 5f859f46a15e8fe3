/**
 * A made-up diary to look at before one has a diary of one's own.
 *
 * [Note: The example lives apart] It is a record of its own in a store that lives as long as the page. It never touches
 * the person's store, is marked `isExample`, its files carry the mark, and the import refuses files that do. Removing it
 * is letting go of it. Its medicine and its injection are called examples and its doses are counted in "example units",
 * so that nobody can take them for advice.
 */
import { createDeviceId, FIRST_STAMP, tick } from "./clock.ts";
import { addDays, type LocalDate, toDayNumber } from "./localDate.ts";
import { createOperation } from "./operation.ts";
import { openRecord, type PersonalRecord } from "./record.ts";
import { checkInEdit, treatmentEdit, treatmentRowId } from "./rows.ts";
import { createMemoryStore } from "./store/memory.ts";
import { type CheckIn, emptyCheckIn, type Treatment } from "./vocabulary.ts";

export const EXAMPLE_DAYS = 84;
export const EXAMPLE_MEDICINE = "Example medicine";
export const EXAMPLE_INJECTION = "Example injection";

const MEDICINE_DAY = 28;
const STEP_DAY = 42;
/** Nine days ago: too early to tell, whatever it does. */
const INJECTION_DAY = 75;

const notes: ReadonlyMap<number, string> = new Map([
  [3, "First days of writing this down."],
  [11, "Cold and wet. Legs like wood all morning."],
  [24, "Slept badly, cramps in the left calf around 3."],
  [MEDICINE_DAY, "Started the example medicine."],
  [33, "A bit sleepy after lunch."],
  [STEP_DAY, "Went up to the second dose, as agreed."],
  [51, "Walked to the corner shop and back!"],
  [62, "A cold coming on."],
  [INJECTION_DAY, "Had the example injection."],
  [80, "Hard to say yet."],
]);

/** Days that were forgotten, as people do; and days filled in afterwards. */
const forgotten = new Set([6, 7, 19, 30, 46, 47, 48, 58, 66, 77]);
const filledInLater = new Set([14, 37, 60, 71]);

export type Example = { readonly checkIns: readonly CheckIn[]; readonly treatments: readonly Treatment[] };

/** [RC-40] The same days for the same `today`, on every device. The last day is `today`. */
export function exampleDiary(today: LocalDate): Example {
  const first = addDays(today, 1 - EXAMPLE_DAYS);
  const chance = generator(2026);
  const bell = (): number => chance() + chance() + chance() + chance() - 2;
  const checkIns: CheckIn[] = [];
  let spell = 0;
  let exposure = 0;
  for (let day = 0; day < EXAMPLE_DAYS; day++) {
    // Bad days come in spells: today resembles yesterday.
    spell = 0.45 * spell + 1.1 * bell();
    const dose = day < MEDICINE_DAY ? 0 : day < STEP_DAY ? 0.5 : 1;
    exposure += (dose - exposure) * 0.35;
    const cold = day >= 61 && day <= 64 ? 1.2 : 0;
    const rating = (level: number, relief: number, noise: number): number =>
      Math.min(10, Math.max(0, Math.round(level - relief * exposure + 0.8 * spell + cold + noise * bell())));
    const date = addDays(first, day);
    const checkIn: CheckIn = {
      ...emptyCheckIn,
      id: date,
      date,
      stiffness: rating(6.6, 3, 0.8),
      spasms: rating(5, 2, 1.2),
      pain: rating(3.6, 0.4, 1.4),
      sleep: rating(4.4, 0.8, 1.6),
      note: notes.get(day) ?? null,
      backfilled: filledInLater.has(day),
    };
    if (!forgotten.has(day)) checkIns.push(day % 9 === 5 ? { ...checkIn, sleep: null } : checkIn);
  }
  const row = (fields: Omit<Treatment, "id" | "treatmentId">): Treatment => ({
    id: treatmentRowId(fields, new Set()),
    treatmentId: null,
    ...fields,
  });
  const medicine = { treatment: EXAMPLE_MEDICINE, kind: "medicine", unit: "example units" } as const;
  const stepDay = addDays(first, STEP_DAY);
  return {
    checkIns,
    treatments: [
      row({
        ...medicine,
        start: addDays(first, MEDICINE_DAY),
        stop: addDays(stepDay, -1),
        dose: 1,
        taken: null,
      }),
      row({ ...medicine, start: stepDay, stop: null, dose: 2, taken: null }),
      row({
        treatment: EXAMPLE_INJECTION,
        kind: "injection",
        start: addDays(first, INJECTION_DAY),
        stop: null,
        dose: null,
        unit: null,
        taken: null,
      }),
    ],
  };
}

/** [RC-41] The example as a record of its own. Nothing of it is saved. */
export async function openExample(today: LocalDate): Promise<PersonalRecord> {
  const { checkIns, treatments } = exampleDiary(today);
  const midnight = toDayNumber(today) * 86_400_000;
  const device = createDeviceId(new Uint8Array(8));
  let at = FIRST_STAMP;
  const operations = [
    ...checkIns.map(({ id, date: _, ...fields }) => checkInEdit(id, fields)),
    ...treatments.map(({ id, ...fields }) => treatmentEdit(id, fields)),
  ].map((edit) => {
    at = tick(at, midnight);
    return createOperation(edit, at, device);
  });
  const opened = await openRecord({
    store: createMemoryStore(operations),
    now: () => midnight,
    device,
    isExample: true,
  });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Park and Miller's minimal generator (CACM 31, 1988): enough for a made-up diary, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
