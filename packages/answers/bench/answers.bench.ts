import { conditions, patterns } from "@unclench/knowledge";
import { exampleDiary, localDateFrom } from "@unclench/record";
import { rowsOf, timeColumns } from "../../../scripts/lib/time.mts";
import { isItHelping } from "../src/isItHelping/index.ts";
import { whatWorks } from "../src/whatWorks/index.ts";

export default async function bench() {
  const today = localDateFrom(2026, 11, 24);
  if (today === null) throw new Error("no such day");
  const { checkIns, treatments } = exampleDiary(today);
  const works = [
    ["What works? one page (stroke, arm and hand)", () => whatWorks("stroke", "upper-limb")],
    [
      `What works? all ${conditions.length * patterns.length} pages`,
      () => conditions.flatMap(({ id }) => patterns.map((pattern) => whatWorks(id, pattern.id))),
    ],
    [
      "Is it helping me? the example diary with plan, hill and timeline",
      () => isItHelping({ diary: checkIns, treatments, measure: "stiffness" }),
    ],
  ] as const;
  return { title: "Whole answers", columns: timeColumns, rows: rowsOf(works, 11) };
}
