import { describe, expect, it } from "vitest";
import { readAnyFile } from "../src/import/anyFile.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a file that a person picked", () => {
  it("[RC-37] is known by its content", () => {
    expect(readAnyFile(bytes("date,stiffness\n2026-01-05,6\n"))).toMatchObject({
      ok: true,
      value: { kind: "diary", reading: { rows: [{ row: { stiffness: 6 } }] } },
    });
    expect(readAnyFile(bytes("\uFEFFtreatment;kind;start\nA;medicine;2026-01-05\n"))).toMatchObject({
      ok: true,
      value: { kind: "treatments", reading: { rows: [{ row: { treatment: "A" } }] } },
    });
    expect(
      readAnyFile(bytes('\uFEFF\r\n {"format":"unclench-record","version":1,"operations":[]}')),
    ).toMatchObject({ ok: true, value: { kind: "record", file: { operations: [] } } });
  });

  it("[RC-37] that is nothing of the three is refused with what is wrong", () => {
    expect(readAnyFile(bytes("colour,size\nred,3\n"))).toMatchObject({
      ok: false,
      error: { type: "MissingColumn", columns: ["date"] },
    });
    expect(readAnyFile(bytes('{"a":1}'))).toMatchObject({ ok: false, error: { type: "NotARecord" } });
    expect(readAnyFile(bytes(""))).toMatchObject({ ok: false, error: { type: "EmptyFile" } });
    expect(readAnyFile(bytes("treatment,kind\nA,medicine\n"))).toMatchObject({ ok: false });
  });
});
