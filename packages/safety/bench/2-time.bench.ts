import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { rowsOf, timeColumns } from "../../../scripts/lib/time.mts";
import { check, readPerson, resolveMedicine } from "../src/index.ts";

const twenty = [
  "Zanaflex 4 mg three times a day",
  "baclofen 10 mg 1-1-2",
  "gabapentin 300 mg tds",
  "sertraline 50 mg od",
  "ramipril 5 mg od",
  "bisoprolol 2.5 mg od",
  "atorvastatin 20 mg nocte",
  "omeprazole 20 mg od",
  "oxybutynin 5 mg bd",
  "co-codamol 30/500 two qds prn",
  "diazepam 2 mg nocte",
  "Botox 300 units every 3 months",
  "apixaban 5 mg bd",
  "metformin 500 mg bd",
  "levothyroxine 75 micrograms",
  "macrogol 1 sachet",
  "vitamin D 1000 IU",
  "tizanadine 2 mg at night",
  "latanoprost eye drops",
  "Zumblefax 10 mg",
];
const personWith = (texts: readonly string[]) =>
  readPerson({
    age: 67,
    sex: "f",
    country: "UK",
    conditions: ["multiple sclerosis", "high blood pressure"],
    labs: { egfr: 52, alt_x_uln: 0.8 },
    blood_pressure: "128/74",
    alcohol: false,
    driving: true,
    medicines: texts.map((text) => ({ text, status: "current" })),
  }).person;

/** Blanks at the end make a line that was not read before and says the same. */
const RUNS = 60;
const unread = Array.from({ length: RUNS }, (_, run) =>
  personWith(twenty.map((text) => `${text}${" ".repeat(run + 1)}`)),
);
const oneNew = Array.from({ length: RUNS }, (_, run) =>
  personWith(twenty.map((text, place) => (place === 1 ? `baclofen ${run + 1} mg 1-1-2` : text))),
);

/** A new process: reading the code, the data and building the indexes are what the first check waits for. */
function firstCheck(): number {
  const out = execFileSync(process.execPath, [join(import.meta.dirname, "firstCheck.mts")], {
    encoding: "utf8",
  });
  return Number(out);
}

const typed = (name: string): string[] => Array.from(name, (_, place) => name.slice(0, place + 1));

export default async function bench() {
  const first = Array.from({ length: 5 }, firstCheck).sort((a, b) => a - b)[2]!;
  const names = [...typed("tizanidine 4 mg tds"), ...typed("fluvoxamin"), ...typed("Oxybutinin")];
  let [at, whole, one] = [0, 0, 0];
  return {
    title: "What to avoid: time",
    columns: timeColumns,
    rows: [
      ...rowsOf([
        ["a check of 20 medicines, none of them read before", () => check(unread[whole++ % RUNS]!)],
        ["a check of 20 medicines after one of them was changed", () => check(oneNew[one++ % RUNS]!)],
        ["reading a name after a key was pressed", () => resolveMedicine(names[at++ % names.length]!)],
      ]),
      ["the first check of a new process, indexes built", first.toFixed(2), "", ""],
    ],
  };
}

if (import.meta.main) console.table((await bench()).rows);
