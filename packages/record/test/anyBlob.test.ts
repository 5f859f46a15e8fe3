import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openExample } from "../src/example.ts";
import { diaryCsv } from "../src/export/csv.ts";
import { recordJson } from "../src/export/json.ts";
import { readAnyBlob } from "../src/import/anyBlob.ts";
import { fileErrorSentence } from "../src/import/sentences.ts";
import type { LocalDate } from "../src/localDate.ts";

const kindOf = async (...parts: BlobPart[]) => {
  const read = await readAnyBlob(new Blob(parts));
  return read.ok ? read.value.kind : read.error.type;
};
const sentenceOf = async (...parts: BlobPart[]) => {
  const read = await readAnyBlob(new Blob(parts));
  return read.ok ? "" : fileErrorSentence(read.error, "my file");
};

describe("a file of any kind", () => {
  it("[RC-105] is known by its content, whatever it is called", async () => {
    const example = await openExample("2026-03-29" as LocalDate);
    expect(await kindOf(recordJson(example))).toBe("record");
    expect(await kindOf(diaryCsv(example.checkIns()))).toBe("diary");
    expect(await kindOf("treatment,kind,start\nA,medicine,2026-01-05\n")).toBe("treatments");
    expect(await kindOf("full_date,weekday,time,mood,activities\n2026-01-05,Monday,21:00,rad,\n")).toBe(
      "foreign",
    );
    expect(await kindOf('\uFEFF {"resourceType":"Bundle","entry":[]}')).toBe("fhir");
    expect(await kindOf("<?xml version='1.0'?><HealthData locale='en'></HealthData>")).toBe("foreign");
    expect(await kindOf(zipSync({ "export.xml": strToU8("<HealthData></HealthData>") }))).toBe("foreign");
  });

  it("[RC-105] that is none of these is refused in one sentence that says what to do", async () => {
    expect(await sentenceOf(zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }))).toMatch(
      /^my file is a zip file.*save it as CSV\.$/,
    );
    expect(await sentenceOf("hello")).toMatch(/^my file has no column date: name it in the first line/);
    expect(await sentenceOf("")).toMatch(/^my file is empty/);
    expect(await sentenceOf('{"a":1}')).toMatch(/no saved record and no FHIR file/);
    expect(await sentenceOf("%PDF-1.7")).toMatch(/is a PDF/);
  });

  it("[RC-105] random bytes are refused with a sentence, never with a throw, and never taken for anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        expect(await sentenceOf(bytes as Uint8Array<ArrayBuffer>)).toMatch(/^my file .*\.$/s);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        const disguised = [new Uint8Array([0x50, 0x4b, 3, 4]), bytes as Uint8Array<ArrayBuffer>];
        expect(await sentenceOf(...disguised)).toMatch(/^my file .*\.$/s);
      }),
      { numRuns: 100 },
    );
  });

  it("[RC-105] a file that is too large is refused before it is read", async () => {
    const large = {
      size: 60_000_000,
      slice: () => new Blob(["a,b"]),
      arrayBuffer: () => Promise.reject(new Error("read")),
    };
    expect(await readAnyBlob(large as unknown as Blob)).toMatchObject({
      error: { type: "FileTooLarge", bytes: 60_000_000 },
    });
  });

  it("[RC-105] reading that was stopped ends as stopped", async () => {
    expect(await readAnyBlob(new Blob(["date,stiffness\n"]), { signal: AbortSignal.abort() })).toMatchObject({
      error: { type: "Cancelled" },
    });
  });
});
