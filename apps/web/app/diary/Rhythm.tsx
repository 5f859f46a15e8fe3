import { type LocalDate, daysBetween, lastCheckIn, tables } from "@unclench/record";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { type Diary, saved, useRows } from "../record/useDiary.ts";
import { dateWords } from "@unclench/answers/dates";

type RhythmProps = { diary: Diary; today: LocalDate; say: (what: string) => void };

/** How long ago the last check-in was, without any blame, and a pause for whoever wants one. */
export function Rhythm({ diary, today, say }: RhythmProps) {
  const pauses = useRows(diary, tables.pause);
  const [problem, setProblem] = useState<string | null>(null);
  const { record } = diary;
  const running = pauses.find(({ from, until }) => from <= today && (until === null || until >= today));
  const last = lastCheckIn(diary.entries, today);
  const keep = async (what: Promise<string | null>, words: string) => {
    const failed = await what;
    setProblem(failed);
    if (failed === null) say(words);
  };
  if (record === null) return null;
  return (
    <section className="stack" aria-label="Your rhythm">
      <p className="soft">
        {running === undefined ? rhythmWords(last?.date ?? null, today) : pauseWords(running.from)}
      </p>
      <Problem>{problem}</Problem>
      {diary.entries.length === 0 ? null : (
        <div className="row">
          {running === undefined ? (
            <Press
              isDisabled={diary.readOnly}
              onPress={() =>
                void keep(saved(record.put(tables.pause, { from: today }, today)), "The diary is paused.")
              }
            >
              Pause the diary
            </Press>
          ) : (
            <Press
              isDisabled={diary.readOnly}
              onPress={() =>
                void keep(
                  saved(record.put(tables.pause, { ...running, until: today }, today, running.id)),
                  "The pause ends today.",
                )
              }
            >
              End the pause
            </Press>
          )}
        </div>
      )}
    </section>
  );
}

const pauseWords = (from: LocalDate): string =>
  `Paused since ${dateWords(from)}. Come back whenever you like: a pause is no gap.`;

function rhythmWords(last: LocalDate | null, today: LocalDate): string {
  if (last === null) return "Nothing yet: three check-ins draw your first line.";
  const days = daysBetween(last, today);
  const ago = days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  return `Last check-in: ${ago}. Every day shows most, and every three days is fine.`;
}
