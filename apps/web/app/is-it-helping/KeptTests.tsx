import { type FairTestDay, fairTestDay } from "@unclench/answers/fair-test-day";
import type { FairTest, LocalDate } from "@unclench/record";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { type Diary, saved } from "../record/useDiary.ts";
import { Blocks, CalendarButton } from "./Blocks.tsx";

/** What is being tested already, by name: no second plan for it. */
export const openTests = (tests: readonly FairTest[], today: LocalDate): string[] =>
  tests
    .filter((test) => ["planned", "running"].includes(fairTestDay(test, today).state))
    .map(({ treatment }) => treatment);

/** The fair tests that still ask something of a day, and the last one that is over. */
export function testsToShow(
  tests: readonly FairTest[],
  today: LocalDate,
): { test: FairTest; day: FairTestDay }[] {
  const all = tests.map((test) => ({ test, day: fairTestDay(test, today) }));
  const open = all.filter(({ day }) => day.state === "planned" || day.state === "running");
  return open.length > 0 ? open : all.slice(-1);
}

/** What today is for, on the check-in page. */
export function TestToday({ diary, today }: { diary: Diary; today: LocalDate }) {
  const asked = testsToShow(diary.fairTests, today).filter(
    ({ day }) => day.state === "planned" || day.state === "running",
  );
  return asked.map(({ test, day }) => (
    <p key={test.id} className="notice">
      <strong>Fair test.</strong> {day.sentence}
    </p>
  ));
}

/** A kept test: what today is for, its blocks, and how to end it or take it away. */
export function KeptTests({
  diary,
  today,
  say,
}: {
  diary: Diary;
  today: LocalDate;
  say: (text: string) => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const { record, readOnly } = diary;
  const shown = testsToShow(diary.fairTests, today);
  if (record === null || shown.length === 0) return null;
  const after = async (change: Promise<string | null>, text: string): Promise<void> => {
    const failed = await change;
    setProblem(failed);
    if (failed === null) say(text);
  };
  return (
    <section className="card" aria-labelledby="kept-test">
      <h2 id="kept-test">Your fair test</h2>
      {problem === null ? null : <p className="notice warn">{problem}</p>}
      {shown.map(({ test, day }) => (
        <div key={test.id} className="stack">
          <p className="size">{day.sentence}</p>
          <details>
            <summary>All blocks</summary>
            <div className="stack">
              <Blocks treatment={test.treatment} blocks={day.blocks} today={day.today} />
              <p className="soft small">
                Drawn by lot, number {test.seed}. The days count as they were drawn. Stop whenever it does not
                suit you.
              </p>
            </div>
          </details>
          <div className="row no-print">
            <CalendarButton treatment={test.treatment} blocks={day.blocks} />
            {day.state === "running" ? (
              <Press
                isDisabled={readOnly}
                onPress={() => {
                  const { id: _, ...entry } = test;
                  const change = saved(record.putFairTest({ ...entry, endedOn: today }));
                  void after(change, `The fair test of ${test.treatment} ends today.`);
                }}
              >
                End it today
              </Press>
            ) : null}
            <Press
              isDisabled={readOnly}
              onPress={() =>
                void after(
                  saved(record.removeFairTest(test.id)),
                  `The fair test of ${test.treatment} was removed.`,
                )
              }
            >
              Remove it
            </Press>
          </div>
        </div>
      ))}
    </section>
  );
}
