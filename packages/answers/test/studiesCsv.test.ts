import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStudiesCsv } from "../src/yourStudies/studiesCsv.ts";

const runs = { seed: 3, numRuns: 2000 };
const header = "study,treatment,events,n";

describe("a table of studies", () => {
  it("never throws, whatever the text", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(",", ";", '"', "\n", "\t", "1", "1.5", "1,5", "-", "A", "x"),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(cell).map((cells) => `${header}\n${cells.join("")}`),
      fc
        .array(fc.array(cell, { minLength: 4, maxLength: 4 }))
        .map((rows) => [header, ...rows.map((row) => row.join(","))].join("\n")),
    );
    fc.assert(
      fc.property(text, (anything) => {
        const read = readStudiesCsv(anything);
        // A list of studies, or a fault with a type.
        expect("type" in read || read.length > 0).toBe(true);
      }),
      runs,
    );
  });

  it("reads what was written, whatever the separator, the line ends and the quotation marks", () => {
    const name = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `n${text.replace(/[\s"]/g, "")}`);
    const study = fc.record({
      study: name,
      arms: fc.uniqueArray(
        fc.record({
          treatment: name,
          n: fc.integer({ min: 100, max: 900 }),
          events: fc.double({ min: 0, max: 99, noNaN: true }),
        }),
        { minLength: 2, maxLength: 4, selector: ({ treatment }) => treatment },
      ),
    });
    const studies = fc.uniqueArray(study, { minLength: 1, maxLength: 5, selector: (one) => one.study });
    fc.assert(
      fc.property(
        studies,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        (written, separator, end) => {
          const quoted = (text: string) => `"${text}"`;
          // Four decimals: three may be thousands where the separator is not the comma.
          const rows = written.flatMap((one) =>
            one.arms.map(({ treatment, events, n }) =>
              [quoted(one.study), quoted(treatment), events.toFixed(4), n].join(separator),
            ),
          );
          const text = [header.replaceAll(",", separator), ...rows].join(end);
          expect(readStudiesCsv(text)).toEqual(
            written.map(({ study: own, arms }) => ({
              study: own,
              arms: arms.map(({ treatment, n, events }) => ({
                treatment,
                n,
                events: Number(events.toFixed(4)),
              })),
            })),
          );
        },
      ),
      runs,
    );
  });

  it("counts lines as an editor does, through blank lines and cells with line breaks", () => {
    const text = `\n\n${header}\n"A\nB",x,3,40\n\n"A\nB",y,nine,41\n`;
    expect(readStudiesCsv(text)).toEqual({ type: "NoNumber", line: 7, column: "events", found: "nine" });
  });

  it.each([
    ["1e2", 100],
    ["+5", 5],
    ["05", 5],
    [".5", 0.5],
    ["1.500", 1.5],
    [" 7 ", 7],
  ])("reads %s between commas", (cell, events) => {
    const read = readStudiesCsv(`${header}\nA,x,${cell},400\nA,y,3,400\n`);
    expect(read).toMatchObject([{ arms: [{ events }, { events: 3 }] }]);
  });

  it.each(["1.500", "1,500", "12,345"])("refuses %s between semicolons", (found) => {
    const read = readStudiesCsv(`${header.replaceAll(",", ";")}\nA;x;${found};40000\n`);
    expect(read).toEqual({ type: "Thousands", line: 2, column: "events", found });
  });

  it.each(["1.", "1.2.3", "--1", "1e", "1 000", "½", "NaN", "Infinity", "3%"])("refuses %s", (found) => {
    const read = readStudiesCsv(`${header}\nA,x,${found},40\n`);
    expect(read).toEqual({ type: "NoNumber", line: 2, column: "events", found });
  });
});
