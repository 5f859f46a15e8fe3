/** [AN-134] The days of a kept fair test count as they were drawn, whatever was really done on each of them. */
import { addDays, type FairTest, fromDayNumber, sameNameKey, toDayNumber } from "@unclench/record";
import { asOnOff, fairTestCourse } from "@unclench/response";
import type { Course, TreatmentEntry } from "../isItHelping/courses.ts";
import { dateWords } from "../dates.ts";
import { blocksOf } from "./day.ts";

const isOf = (test: FairTest, { entries, kind }: Course): boolean =>
  kind === test.kind && sameNameKey(entries[0]?.treatment ?? "") === sameNameKey(test.treatment);

/** The courses with the drawn blocks in place of what the list of treatments says of those days. */
export function withFairTests(
  courses: readonly Course[],
  tests: readonly FairTest[],
  lastDay: number,
): Course[] {
  return courses.map((course) =>
    tests
      .filter((test) => isOf(test, course) && toDayNumber(test.from) <= lastDay)
      .sort((a, b) => toDayNumber(a.from) - toDayNumber(b.from))
      .reduce(withBlocks, course),
  );
}

function withBlocks(course: Course, test: FairTest): Course {
  if (course.course.kind === "wave") return course;
  const until = test.endedOn === null ? Number.POSITIVE_INFINITY : toDayNumber(test.endedOn);
  const blocks = blocksOf(test).flatMap(({ from, to, on }, place) => {
    const begin = toDayNumber(from);
    const end = Math.min(toDayNumber(to), until);
    return begin > end ? [] : [{ from: begin, to: end, on, pair: (place >> 1) + 1 }];
  });
  const last = blocks.at(-1)?.to;
  if (last === undefined) return course;
  // What the list says of the days after the test goes on as it says there.
  const after = asOnOff(course.course).spans.flatMap((span) =>
    span.to !== null && span.to <= last ? [] : [{ ...span, from: Math.max(span.from, last + 1) }],
  );
  const tested = fairTestCourse(course.course, blocks);
  const onBlocks = blocks.filter(({ on }) => on);
  return {
    ...course,
    entries: drawnEntries(course.entries, test, onBlocks, last),
    course: { ...tested, spans: [...tested.spans, ...after] },
    assumed: [
      ...course.assumed,
      `From ${dateWords(test.from)} on, the days of your fair test count as they were drawn (lot number ${test.seed}).`,
    ],
  };
}

/** The same for the picture: bars where the lot said so. */
function drawnEntries(
  entries: readonly TreatmentEntry[],
  { from }: FairTest,
  onBlocks: readonly { readonly from: number; readonly to: number }[],
  last: number,
): TreatmentEntry[] {
  const [eve, day] = [addDays(from, -1), fromDayNumber(last + 1)];
  const before = entries
    .filter(({ start }) => start < from)
    .map((entry) => ({ ...entry, stop: entry.stop === null || entry.stop > eve ? eve : entry.stop }));
  const like = before.findLast(({ dose }) => dose !== 0) ?? entries[0];
  const during =
    like === undefined
      ? []
      : onBlocks.map((block) => ({
          ...like,
          start: fromDayNumber(block.from),
          stop: fromDayNumber(block.to),
        }));
  const after = entries
    .filter(({ stop }) => stop === null || stop >= day)
    .map((entry) => (entry.start < day ? { ...entry, start: day } : entry));
  return [...before, ...during, ...after];
}
