import { type AcceptabilityInput, acceptability } from "@unclench/evidence";
import { conditions, patterns } from "@unclench/knowledge";
import { addDays, type CheckIn, exampleDiary, localDateFrom } from "@unclench/record";
import { rowsOf, timeColumns } from "../../../scripts/lib/time.mts";
import { helpingInParts, isItHelping } from "../src/isItHelping/index.ts";
import { DRAWS, whatMatters } from "../src/whatMatters/index.ts";
import { whatWorks } from "../src/whatWorks/index.ts";

export default async function bench() {
  const today = localDateFrom(2026, 11, 24);
  if (today === null) throw new Error("no such day");
  const { checkIns, treatments } = exampleDiary(today);
  // No page has eight options with figures yet: as many as may be weighed, with every kind of measurement.
  const eight: AcceptabilityInput = {
    criteria: Array.from({ length: 6 }, (_, at) => ({
      id: `${at}`,
      worst: -20,
      best: 50,
      importance: 1 + at,
    })),
    options: Array.from({ length: 8 }, (_, at) => ({
      id: `${at}`,
      measurements: Object.fromEntries(
        Array.from({ length: 6 }, (__, wish) => [
          `${wish}`,
          wish < 4 ? { type: "odds-ratio", mean: at / 4, sd: 0.4, control: 0.3 } : { type: "unknown" },
        ]),
      ),
    })),
    draws: DRAWS,
    seed: 1,
  };
  const works = [
    ["What works? one page (stroke, arm and hand)", () => whatWorks("stroke", "upper-limb")],
    [
      `What works? all ${conditions.length * patterns.length} pages`,
      () => conditions.flatMap(({ id }) => patterns.map((pattern) => whatWorks(id, pattern.id))),
    ],
    ["What matters to me? 8 options, 6 wishes, 10,000 tries", () => acceptability(eight)],
    [
      "What matters to me? stroke, arm and hand, with its page and both runs",
      () =>
        whatMatters({
          condition: "stroke",
          pattern: "upper-limb",
          wishes: {
            stiffness: "most",
            spasms: "lot",
            awake: "lot",
            strength: "lot",
            needles: "little",
            visits: "little",
          },
        }),
    ],
    [
      "Is it helping me? the example diary with plan, hill and timeline",
      () => isItHelping({ diary: checkIns, treatments, measure: "stiffness" }),
    ],
  ] as const;
  // A year of the example, with all four ratings and three treatments: the page that must not keep anybody waiting.
  const year = exampleYear(checkIns);
  const three = [
    ...treatments,
    {
      treatment: "Stretching",
      kind: "session",
      start: addDays(today, -30),
      stop: null,
      dose: null,
      unit: null,
    },
  ] as const;
  const page = (diary: readonly CheckIn[]): void => {
    for (const part of helpingInParts({ diary, treatments: three, measure: "stiffness" }))
      if (part.part === "measures") return;
  };
  const pages = [
    [
      "A page with 4 measures: the verdicts of one, then gain and price of all, the example diary",
      () => page(checkIns),
    ],
    ["The same for a year of days", () => page(year)],
  ] as const;
  return { title: "Whole answers", columns: timeColumns, rows: rowsOf([...works, ...pages], 11) };
}

/** The example's days again and again, back to a year ago. */
function exampleYear(checkIns: readonly CheckIn[]): CheckIn[] {
  const last = checkIns.at(-1)?.date;
  if (last === undefined) throw new Error("no example");
  return Array.from({ length: 365 }, (_, back) => {
    const like = checkIns[checkIns.length - 1 - (back % checkIns.length)];
    if (like === undefined) throw new Error("no day");
    return { ...like, date: addDays(last, -back) };
  });
}
