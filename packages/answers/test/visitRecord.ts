/** Made-up records for the tests of "What do I ask?": an empty one, and one that has more of everything than a page holds. */
import {
  addDays,
  createDeviceId,
  createMemoryStore,
  type LocalDate,
  localDateFrom,
  openRecord,
  type PersonalRecord,
  type Result,
  tables,
} from "@unclench/record";

const day = localDateFrom(2026, 3, 29);
if (day === null) throw new Error("no such day");
export const today: LocalDate = day;
export const ago = (days: number): LocalDate => addDays(today, -days);

export async function emptyRecord(): Promise<PersonalRecord> {
  const opened = await openRecord({
    store: createMemoryStore(),
    now: () => 1_770_000_000_000,
    device: createDeviceId(Uint8Array.of(1, 2, 3)),
  });
  if (!opened.ok) throw new Error("no record");
  return opened.value;
}

export async function done<Value>(change: Promise<Result<Value, unknown>>): Promise<Value> {
  const result = await change;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Ratings that go up and down by a fixed pattern; `level` by days ago. */
export async function rate(
  record: PersonalRecord,
  days: number,
  level: (
    daysAgo: number,
  ) => Partial<Record<"stiffness" | "spasms" | "pain" | "sleep" | "tiredness" | "mood", number>>,
): Promise<void> {
  for (let back = days - 1; back >= 0; back--)
    await done(record.putCheckIn({ date: ago(back), ...level(back) }, today));
}

const words = (count: number): string =>
  Array.from({ length: count }, (_, place) => `word${place}`).join(" ");

/** More of everything than a page has room for, and long. */
export async function crowdedRecord(): Promise<PersonalRecord> {
  const record = await emptyRecord();
  await rate(record, 120, (back) => ({
    stiffness: 3 + ((back * 7) % 5),
    spasms: (back * 3) % 7,
    pain: (back * 5) % 6,
    sleep: 5 + (back % 3),
    tiredness: back < 40 ? 8 : 3,
    mood: back < 40 ? 7 : 3,
  }));
  const names = ["baclofen", "tizanidine", "gabapentin", "diazepam", "dantrolene", "nabiximols"];
  for (const [place, treatment] of names.entries()) {
    const start = ago(90 - place * 9);
    await done(
      record.putTreatment({ treatment, kind: "medicine", start, stop: ago(41), dose: 10, unit: "mg" }),
    );
    await done(
      record.putTreatment({ treatment, kind: "medicine", start: ago(40), stop: null, dose: 20, unit: "mg" }),
    );
  }
  for (let place = 0; place < 5; place++) {
    const name = `Stretching ${place} ${words(25)}`.slice(0, 200);
    await done(record.putTreatment({ treatment: name, kind: "session", start: ago(80 - place * 5) }));
    await done(record.put(tables.goal, { text: `${place} ${words(25)}`, from: ago(80) }, today));
    await done(record.put(tables.question, { text: `${place}: ${words(30)}?`.slice(0, 290), place }, today));
    await done(
      record.put(
        tables.injection,
        {
          date: ago(115 - place * 28),
          product: "Dysport",
          muscles: Array.from({ length: 12 }, (_, at) => ({
            muscle: `muscle number ${at}`,
            side: "left" as const,
            units: 50,
          })),
          guidance: "ultrasound",
          clinic: words(20),
        },
        today,
      ),
    );
    await done(
      record.put(
        tables.measurement,
        { date: ago(place * 9), kind: "modified-ashworth", grade: "1+", where: words(20), by: words(20) },
        today,
      ),
    );
    await done(
      record.put(
        tables.titrationStep,
        { medicine: "baclofen", from: ago(place * 5), text: words(28) },
        today,
      ),
    );
    await done(record.put(tables.missedDose, { date: ago(place * 3), medicine: "baclofen" }, today));
    await done(record.putCheckIn({ date: ago(place * 2), note: words(200) }, today));
  }
  for (const text of ["fluvoxamine 50 mg", "ciprofloxacin 500 mg", "oxycodone 10 mg", "alcohol"])
    await done(record.putMedicine({ text, status: "current" }));
  await done(record.putEmergencyCard({ pump: words(20), pumpDrug: words(20), refillOn: addDays(today, 20) }));
  await done(record.putPerson({ condition: "ms", pattern: "generalised" }));
  await done(
    record.put(
      tables.visitSheet,
      {
        name: words(25),
        about: words(40).slice(0, 290),
        notes: [{ checkIn: ago(0) }, { checkIn: ago(2) }, { checkIn: ago(4) }],
      },
      today,
    ),
  );
  await done(
    record.put(tables.appointment, { date: addDays(today, 9), with: words(25), place: words(20) }, today),
  );
  return record;
}
