/** `unclench convert`: every format out of a saved record, and out of a diary. */
import {
  addDays,
  createDeviceId,
  createMemoryStore,
  type LocalDate,
  localDateOf,
  openExample,
  openRecord,
  readDiaryCsv,
  readRecordJson,
  recordJson,
  tables,
} from "@unclench/record";
import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { expectFault, fileOf, unclench } from "./unclench.ts";

const today = localDateOf(new Date());
let saved = "";
beforeAll(async () => {
  const opened = await openRecord({
    store: createMemoryStore(),
    now: Date.now,
    device: createDeviceId(new Uint8Array([1])),
  });
  if (!opened.ok) throw new Error(opened.error.type);
  const record = opened.value;
  await record.putCheckIn({ date: today, stiffness: 0, note: "=1" }, today);
  await record.putMedicine({ text: "baclofen 10 mg", status: "current" });
  await record.put(
    tables.appointment,
    { date: addDays(today, 30), time: "09:30", with: "Dr Example" },
    today,
  );
  saved = fileOf("saved.json", recordJson(record));
});

const convert = (...args: string[]) => unclench(["convert", ...args]);

describe("unclench convert", () => {
  it("writes a record as the same record, as tables, as FHIR and as a calendar", () => {
    const json = convert(saved, "--to", "json");
    const read = readRecordJson(json.out);
    expect(read.ok && read.value.operations.map(({ table }) => table)).toEqual([
      "checkIn",
      "medicine",
      "appointment",
    ]);

    expect(convert(saved, "--to", "csv").out).toContain(`${today},0,,,,'=1`);
    expect(convert(saved, "--to", "csv", "--table", "medicine").out).toMatch(
      /text,status\r?\nbaclofen 10 mg,current/,
    );

    const bundle = JSON.parse(convert(saved, "--to", "fhir").out);
    expect(bundle).toMatchObject({ resourceType: "Bundle", type: "collection" });
    expect(bundle.entry[0].resource).toEqual({ resourceType: "Patient" });
    const named = JSON.parse(convert(saved, "--to", "fhir", "--name", "A Name").out);
    expect(named.entry[0].resource.name).toEqual([{ text: "A Name" }]);

    const summary = (...more: string[]) =>
      new ICAL.Component(ICAL.parse(convert(saved, "--to", "ics", ...more).out))
        .getAllSubcomponents("vevent")
        .map((event) => new ICAL.Event(event).summary);
    expect(summary()).toEqual(["Appointment"]);
    expect(summary("--names")).toEqual(["Appointment: Dr Example"]);
  });

  it("writes a diary as a record that holds the same days, and the mark of the example stays", async () => {
    const diary = "date,stiffness\r\n2026-01-05,6\r\n";
    const record = convert(fileOf("days.csv", diary), "--to", "json");
    const again = convert(fileOf("days.json", record.out), "--to", "csv");
    const read = readDiaryCsv(again.out);
    expect(read.ok && read.value.rows.map(({ row }) => [row.date, row.stiffness])).toEqual([
      ["2026-01-05", 6],
    ]);
    const example = fileOf("example.json", recordJson(await openExample("2026-03-29" as LocalDate)));
    const csv = readDiaryCsv(convert(example, "--to", "csv").out);
    expect(csv.ok && csv.value.isExample).toBe(true);
  });

  it("says in one sentence what is missing or cannot be", () => {
    expectFault(convert(), "Name the file");
    expectFault(convert(saved), "--to json, --to csv, --to fhir, --to ics");
    expectFault(convert(saved, "--to", "pdf"), "Say what to write");
    expectFault(convert(saved, "again.json", "--to", "csv"), "one too many");
    expectFault(convert(saved, "--to", "csv", "--table", "goal"), "there is: checkIn, medicine, appointment");
    expectFault(convert("nowhere.json", "--to", "csv"), "there is no such file");
    expectFault(
      convert(fileOf("noise.bin", Buffer.from([1, 2, 3, 0, 5])), "--to", "csv"),
      "is not a text file",
    );
    expectFault(
      convert(fileOf("bad.csv", "date,stiffness\n2026-01-05,14\n"), "--to", "json"),
      "Nothing was written",
    );
    const daylio = "full_date,weekday,time,mood,activities\n2026-01-05,Monday,21:00,rad,\n";
    expectFault(convert(fileOf("daylio.csv", daylio), "--to", "json"), "is a file of another program");
    expectFault(
      convert(fileOf("calm.csv", "date,stiffness\n2026-01-05,4\n"), "--to", "ics"),
      "nothing to be reminded of",
    );
  });
});
