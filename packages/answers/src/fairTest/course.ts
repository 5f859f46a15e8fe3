/** [AN-134] The days of a kept fair test count as they were drawn, whatever was really done on each of them. */
import { type FairTest, sameNameKey, toDayNumber } from "@unclench/record";
import { asOnOff, fairTestCourse } from "@unclench/response";
import type { Course } from "../isItHelping/courses.ts";
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
  return {
    ...course,
    course: { ...tested, spans: [...tested.spans, ...after] },
    assumed: [
      ...course.assumed,
      `From ${dateWords(test.from)} on, the days of your fair test count as they were drawn (lot number ${test.seed}).`,
    ],
  };
}
