import { evidenceOf, snapshotOf, whatToAsk } from "@unclench/answers/what-to-ask";
import { visitSheet } from "@unclench/answers/visit-sheet";
import { localDateFrom, openExample, recordJson } from "@unclench/record";
import { beforeAll, describe, expect, it } from "vitest";
import { expectFault, fileOf, unclench } from "./unclench.ts";

const today = localDateFrom(2026, 3, 29);
if (today === null) throw new Error("no such day");
let file = "";
beforeAll(async () => {
  file = fileOf("record.json", recordJson(await openExample(today)));
});

describe("unclench what-to-ask", () => {
  it("prints the questions that the screen shows, with their reasons, and the same as JSON", async () => {
    const record = await openExample(today);
    const expected = whatToAsk(snapshotOf(record), today);
    const ran = unclench(["what-to-ask", file, "--today", "2026-03-29"]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    for (const { text, because } of expected.questions) {
      expect(ran.out).toContain(text);
      expect(ran.out).toContain(because);
    }
    expect(ran.out).toMatch(/^Made-up example/);
    expect(ran.out).toContain("Do not stop a medicine or a pump suddenly");
    const json = unclench(["what-to-ask", file, "--today", "2026-03-29", "--json"]);
    expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it("says what is wrong with what was typed", () => {
    expectFault(unclench(["what-to-ask"]), "Name the file of the record");
    expectFault(unclench(["what-to-ask", file, file]), "one file too many");
    expectFault(unclench(["what-to-ask", file, "--today", "soon"]), "--today is a day such as");
    expectFault(unclench(["what-to-ask", fileOf("noise.json", Buffer.from([1, 2, 3]))]), "noise.json");
    expectFault(
      unclench([
        "visit-sheet",
        fileOf("broken.json", '{"format":"unclench-record","version":1,"operations":[5]}'),
      ]),
      "1 entry cannot be read",
    );
  });
});

describe("unclench visit-sheet", () => {
  it("writes the blocks of the screen as one HTML page, and the same as JSON", async () => {
    const snapshot = snapshotOf(await openExample(today));
    const sheet = visitSheet(snapshot, today, evidenceOf(snapshot, today));
    const ran = unclench(["visit-sheet", file, "--today", "2026-03-29"]);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    expect(ran.out).toMatch(/^<!doctype html>/);
    expect(ran.out).toContain("@page visit");
    for (const { title, sections } of sheet.pages)
      for (const words of [title, ...sections.map((section) => section.title)])
        expect(ran.out).toContain(words);
    const json = unclench(["visit-sheet", file, "--today", "2026-03-29", "--json"]);
    expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify(sheet)));
  });
});
