/** The files of other diaries: what is read of them, and how the person's choice turns it into days. */
import { describe, expect, it } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import {
  ratingOf,
  suggestedChoices,
  scaleSentence,
  openQuestion,
  type ForeignChoices,
} from "../src/import/foreign/choices.ts";
import { foreignDays, previewMeasurements } from "../src/import/foreign/days.ts";
import { readForeignCsv } from "../src/import/foreign/readForeign.ts";
import type { ForeignReading } from "../src/import/foreign/reading.ts";
import { confirmDiary, previewDiary } from "../src/import/preview.ts";
import type { LocalDate } from "../src/localDate.ts";
import { openRecord } from "../src/record.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { measurement } from "../src/tables.ts";
import { value } from "./storeContract.ts";

const today = "2026-03-01" as LocalDate;
const open = async () =>
  value(
    await openRecord({
      store: createMemoryStore(),
      now: () => Date.UTC(2026, 2, 1),
      device: createDeviceId(new Uint8Array([1])),
    }),
  );
const rows = (reading: ForeignReading, choices: ForeignChoices) =>
  foreignDays(reading, choices, today).diary.rows.map(({ row }) => row);

const daylioFile = [
  "full_date,date,weekday,time,mood,activities,note_title,note",
  '2026-01-07,January 7,Wednesday,10:00 pm,rad,"walk | music",Good day,"Slept <b>well</b><br>a < b"',
  '2026-01-06,January 6,Tuesday,19:05,meh,"","",""',
  '2026-01-06,January 6,Tuesday,08:05,awful,"","",""',
  '2026-02-31,February 31,Tuesday,08:05,bad,"","",""',
].join("\n");

describe("Daylio", () => {
  it("[RC-100] is known by its columns, and a day that does not exist is named", () => {
    const reading = value(readForeignCsv(daylioFile));
    expect(reading.app).toBe("Daylio");
    expect(reading.series).toMatchObject([
      {
        name: "Mood",
        kind: "words",
        entries: [{ line: 2, value: "rad" }, { value: "meh" }, { value: "awful" }],
      },
    ]);
    expect(reading.unreadable).toMatchObject([{ type: "NoSuchDay", line: 5, text: "2026-02-31" }]);
    expect(reading.notes).toMatchObject([
      { date: "2026-01-07", value: "Good day\nSlept well\na < b\nwalk, music" },
    ]);
  });

  it("[RC-100] is read with tabs, semicolons, Windows line ends, and the column for scales of newer versions", () => {
    const file =
      "full_date\tdate\tweekday\ttime\tmood\tactivities\tscales\tnote_title\tnote\r\n2026-01-07\tJanuary 7\tWednesday\t22:20\tgood\t\tEnergy: 3\t\t\r\n";
    const reading = value(readForeignCsv(file));
    expect(reading.series).toMatchObject([{ name: "Mood", entries: [{ value: "good" }] }]);
    expect([...reading.leftOut]).toEqual([["scales", 1]]);
    expect(value(readForeignCsv(file.replaceAll("\t", ";"))).series).toEqual(reading.series);
  });

  it("[RC-101] its five names are suggested with the good end at 0; names of one's own are left for the person to say", () => {
    const reading = value(readForeignCsv(daylioFile));
    const [choice] = suggestedChoices(reading).series;
    if (choice?.scale.kind !== "words") throw new Error("words are expected");
    expect(choice.target).toBe("mood");
    expect(["rad", "meh", "awful"].map((word) => ratingOf(word, choice.scale))).toEqual([0, 5, 10]);
    const own = value(readForeignCsv(daylioFile.replace(",meh,", ",so so,")));
    const [open] = suggestedChoices(own).series;
    if (open === undefined || own.series[0] === undefined) throw new Error("one series is expected");
    expect(ratingOf("rad", open.scale)).toBeNull();
    expect(openQuestion(own.series[0], open)).toMatch(/at least one word of “Mood”/);
    expect(rows(own, { series: [open], notes: false })).toEqual([]);
  });

  it("[RC-104] makes one check-in a day, the mean of the day's entries; the same file again changes nothing; one undo takes it back", async () => {
    const record = await open();
    const reading = value(readForeignCsv(daylioFile));
    const days = foreignDays(reading, suggestedChoices(reading), today);
    expect(days.averagedDays).toBe(1);
    const preview = value(previewDiary(days.diary, record.checkIns()));
    expect(preview.additions.map(({ row }) => [row.id, row.mood])).toEqual([
      ["2026-01-06", 7.5],
      ["2026-01-07", 0],
    ]);
    value(await record.write(confirmDiary(preview, { changes: "keep-mine" })));
    expect(record.checkIn("2026-01-07")).toMatchObject({ mood: 0, stiffness: null, backfilled: false });
    const again = value(previewDiary(days.diary, record.checkIns()));
    expect([again.additions.length, again.changes.length, again.unchanged.length]).toEqual([0, 0, 2]);
    value(await record.undo());
    expect(record.checkIns()).toEqual([]);
  });

  it("[RC-32] where the diary says something else the person chooses, and what the file does not say stays", async () => {
    const record = await open();
    value(await record.putCheckIn({ date: "2026-01-07" as LocalDate, mood: 4, stiffness: 6 }, today));
    const reading = value(readForeignCsv(daylioFile));
    const { diary } = foreignDays(reading, { ...suggestedChoices(reading), notes: false }, today);
    const preview = value(previewDiary(diary, record.checkIns()));
    expect(preview.changes).toMatchObject([
      { fields: ["mood"], before: { mood: 4 }, after: { mood: 0, stiffness: 6 } },
    ]);
    value(await record.write(confirmDiary(preview, { changes: "keep-mine" })));
    expect(record.checkIn("2026-01-07")?.mood).toBe(4);
  });
});

describe("Bearable", () => {
  const file = [
    "date,weekday,time of day,category,rating/amount,detail,notes",
    '"8th Dec 2021","Wednesday","mid","Symptom","2","Neck pain (Moderate)",""',
    '"8th Dec 2021","Wednesday","pm","Symptom","3","Neck pain (Severe)","hard day"',
    '"8th Dec 2021","Wednesday","pm","Mood","4","Calm","hard day"',
    '"1st Jan 2022","Saturday","am","Energy","5","",""',
    '"1st Jan 2022","Saturday","am","Meds/Supplements","1","Something",""',
    '"31st Feb 2022","Saturday","am","Energy","2","",""',
    '"2nd Jan 2022","Sunday","am","Sleep","7h 30m","",""',
  ].join("\n");

  it("[RC-100] is read one reading a line; symptoms by name, other categories counted and left out", () => {
    const reading = value(readForeignCsv(file));
    expect(reading.series.map(({ name, entries }) => [name, entries.map((entry) => entry.value)])).toEqual([
      ["Neck pain", [2, 3]],
      ["Mood", [4]],
      ["Energy", [5]],
    ]);
    expect(reading.series[0]?.entries[0]).toEqual({ line: 2, date: "2021-12-08", value: 2 });
    expect([...reading.leftOut]).toEqual([
      ["Meds/Supplements", 1],
      ["Sleep", 1],
    ]);
    expect(reading.unreadable).toMatchObject([{ type: "NoSuchDay", line: 7 }]);
    const newer = file
      .replace("date,", "date,date formatted,")
      .replaceAll('"8th Dec 2021",', '"8th Dec 2021","2021-12-08",')
      .replaceAll('2022",', '2022","2022-01-01",');
    expect(value(readForeignCsv(newer)).series[0]).toEqual(reading.series[0]);
  });

  it("[RC-101] its ends are never guessed: nothing comes in until both are chosen, then in proportion", () => {
    const reading = value(readForeignCsv(file));
    const suggested = suggestedChoices(reading);
    expect(suggested.series.map(({ target }) => target)).toEqual([null, "mood", "tiredness"]);
    expect(rows(reading, { ...suggested, notes: false })).toEqual([]);
    for (const [place, series] of reading.series.entries()) {
      const choice = suggested.series[place];
      if (choice === undefined) throw new Error("one choice a series");
      expect(openQuestion(series, { ...choice, target: "pain" })).toMatch(/which number .* is the good end/);
    }
    const scale = { kind: "numbers", zero: 0, ten: 4 } as const;
    const chosen: ForeignChoices = {
      series: [
        { target: "pain", scale },
        { target: "mood", scale: { kind: "numbers", zero: 5, ten: 1 } },
        { target: null, scale },
      ],
      notes: true,
    };
    expect(rows(reading, chosen)).toMatchObject([
      { date: "2021-12-08", pain: 6.25, mood: 2.5, note: "hard day" },
    ]);
  });

  it("[RC-104] what lies outside of the chosen ends is named with its line", () => {
    const reading = value(readForeignCsv(file));
    const scale = { kind: "numbers", zero: 0, ten: 2 } as const;
    const left = { target: null, scale } as const;
    const { diary } = foreignDays(
      reading,
      { series: [{ target: "pain", scale }, left, left], notes: false },
      today,
    );
    expect(diary.rows.map(({ row }) => row.pain)).toEqual([10]);
    expect(diary.unreadable).toMatchObject([
      { type: "OutsideOfEnds", line: 3, column: "Neck pain", text: "3" },
      { type: "NoSuchDay" },
    ]);
  });

  it("[RC-101] what the chosen ends make of the file's numbers is said in words before anything is written", () => {
    const reading = value(readForeignCsv(file));
    const [series] = reading.series;
    if (series === undefined) throw new Error("a series is expected");
    const said = (zero: number | null, ten: number | null) =>
      scaleSentence(series, { kind: "numbers", zero, ten });
    expect(said(0, 4)).toBe("So of “Neck pain” 2 becomes 5, 2.5 becomes 6.3, 3 becomes 7.5.");
    expect(said(3, 2)).toBe("So of “Neck pain” 2 becomes 10, 2.5 becomes 5, 3 becomes 0.");
    expect(said(0, 2)).toBe("So of “Neck pain” 2 becomes 10, 2.5 is left out, 3 is left out.");
    expect(said(0, null)).toBeNull();
  });

  it("[RC-101] two ends that are the same number are asked back", () => {
    const reading = value(readForeignCsv(file));
    const [series] = reading.series;
    if (series === undefined) throw new Error("a series is expected");
    expect(openQuestion(series, { target: "pain", scale: { kind: "numbers", zero: 3, ten: 3 } })).toMatch(
      /the same number/,
    );
  });
});

describe("Track & Graph", () => {
  const file = [
    "FeatureName,Timestamp,Value,Label,Note",
    "Stiffness,2022-09-14T23:30:41.432+01:00,7.0,,",
    "Stiffness,2022-09-15T00:10:00Z,-2.0,low,",
    "Stretching,2022-09-14T12:55:37.508+01:00,0:20:00,,in the morning",
    "Stretching,2022-09-14T18:55:37.508+01:00,0:10:30,,",
    "Spasms,yesterday,1,,",
    "Spasms,2022-09-15T00:10:00Z,many,,",
  ].join("\r\n");

  it("[RC-100] takes the day on the clock on the wall, numbers of any sign, and durations in hours", () => {
    const reading = value(readForeignCsv(file));
    expect(reading.series).toMatchObject([
      {
        name: "Stiffness",
        kind: "numbers",
        entries: [
          { date: "2022-09-14", value: 7 },
          { date: "2022-09-15", value: -2 },
        ],
      },
      {
        name: "Stretching",
        kind: "amounts",
        unit: "hours",
        entries: [{ value: 0.333333 }, { value: 0.175 }],
      },
    ]);
    expect(reading.unreadable).toMatchObject([
      { type: "UnreadableDate", line: 6 },
      { type: "NotANumber", line: 7, text: "many" },
    ]);
    expect(reading.notes).toMatchObject([{ value: "Stretching: in the morning" }]);
    const legacy =
      "FeatureName,Timestamp,Value,Note\nC,2022-09-16T00:13:27.182+01:00,2.0:often,\nD,2022-09-16T00:13:27.182+01:00,1:10:00:Label,\n";
    expect(value(readForeignCsv(legacy)).series).toMatchObject([
      { name: "C", kind: "numbers", entries: [{ value: 2 }] },
      { name: "D", kind: "amounts", entries: [{ value: 1.166667 }] },
    ]);
  });

  it("[RC-104] a duration is kept as a measurement, added up for its day, and recognised the second time", async () => {
    const record = await open();
    const reading = value(readForeignCsv(file));
    const suggested = suggestedChoices(reading);
    expect(suggested.series.map(({ target }) => target)).toEqual([null, null]);
    const choices: ForeignChoices = {
      series: suggested.series.map((choice) => ({
        ...choice,
        target: choice.scale.kind === "amounts" ? "measurement" : null,
      })),
      notes: false,
    };
    const { measurements } = foreignDays(reading, choices, today);
    const ids = () => new Set(record.rows(measurement).map(({ id }) => id));
    const first = previewMeasurements(measurements, ids(), today);
    value(await record.write(first.edits));
    expect(record.rows(measurement)).toMatchObject([
      { date: "2022-09-14", kind: "other", what: "Stretching", unit: "hours", value: 0.508333 },
    ]);
    const second = previewMeasurements(measurements, ids(), today);
    expect([second.edits.length, second.known]).toEqual([0, 1]);
  });
});

describe("hostile and mistaken files", () => {
  it("[RC-100] a file of no known app is refused, and so is one whose columns are not all there", () => {
    expect(readForeignCsv("date,stiffness\n2026-01-05,6\n")).toMatchObject({ error: { type: "UnknownApp" } });
    expect(
      readForeignCsv("date,weekday,time,mood,activities\n18 May,Friday,11:54 pm,happy,\n"),
    ).toMatchObject({
      error: { type: "MissingForeignColumn", app: "Daylio", columns: ["full_date"] },
    });
    expect(readForeignCsv("category,rating/amount\n")).toMatchObject({
      error: { type: "MissingForeignColumn" },
    });
    expect(readForeignCsv("FeatureName,Timestamp,Value\n")).toMatchObject({ error: { type: "NoRows" } });
  });

  it("[RC-103] a file that invents a name in every line is refused, and names of JavaScript's own are names", () => {
    const head = "FeatureName,Timestamp,Value\n";
    const many = Array.from({ length: 600 }, (_, place) => `name ${place},2022-09-15T00:10:00Z,1`).join("\n");
    expect(readForeignCsv(head + many)).toMatchObject({ error: { type: "TooManyNames" } });
    const own = value(
      readForeignCsv(`${head}__proto__,2022-09-15T00:10:00Z,1\nconstructor,2022-09-15T00:10:00Z,2\n`),
    );
    expect(own.series.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    const mood = value(
      readForeignCsv("full_date,weekday,time,mood,activities\n2026-01-05,Monday,21:00,toString,\n"),
    );
    expect(rows(mood, suggestedChoices(mood))).toEqual([]);
  });

  it("[RC-104] days that have not come yet are named", () => {
    const reading = value(
      readForeignCsv(
        "full_date,weekday,time,mood,activities\n2026-03-02,Monday,21:00,rad,\n2027-01-05,Monday,21:00,rad,\n",
      ),
    );
    const { diary } = foreignDays(reading, suggestedChoices(reading), today);
    expect(diary.rows.map(({ row }) => row.date)).toEqual(["2026-03-02"]);
    expect(diary.unreadable).toMatchObject([{ type: "FutureDate", line: 3 }]);
  });
});
