import { type AcceptabilityInput, acceptability } from "@unclench/evidence";
import { conditions, patterns } from "@unclench/knowledge";
import { exampleDiary, localDateFrom } from "@unclench/record";
import { rowsOf, timeColumns } from "../../../scripts/lib/time.mts";
import { isItHelping } from "../src/isItHelping/index.ts";
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
  return { title: "Whole answers", columns: timeColumns, rows: rowsOf(works, 11) };
}
