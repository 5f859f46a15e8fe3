import { MOST_SUSPECTS, type WorseDays as Answer, worseDays } from "@unclench/answers/worse-days";
import { type LocalDate, type Measure, sameNameKey, tables } from "@unclench/record";
import { useState } from "react";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";
import { type Diary, saved, useRows } from "../record/useDiary.ts";
import { triggerWords } from "./triggerNames.ts";

type WorseDaysProps = { diary: Diary; measure: Measure; measureName: string; today: LocalDate };

/** Up to three suspects are picked before anything is shown; what was looked at is kept, for it has its price. */
export function WorseDays({ diary, measure, measureName, today }: WorseDaysProps) {
  const triggers = useRows(diary, tables.trigger);
  const injections = useRows(diary, tables.injection);
  const [row] = useRows(diary, tables.suspects);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { record, entries, treatments } = diary;
  if (record === null) return null;
  const days = new Map<string, number>();
  for (const { trigger } of triggers) days.set(trigger, (days.get(trigger) ?? 0) + 1);
  const offered = [...days].sort(([, left], [, right]) => right - left);
  const toggle = (trigger: string) => {
    setAnswer(null);
    setPicked((all) => (all.includes(trigger) ? all.filter((one) => one !== trigger) : [...all, trigger]));
  };
  const look = async () => {
    const before = row?.lookedAt ?? [];
    const result = worseDays({
      diary: entries,
      treatments,
      injections,
      measure,
      triggers,
      suspects: picked,
      lookedAt: before.map(({ trigger }) => trigger),
      nameOf: triggerWords,
    });
    if (!result.ok) {
      setProblem(result.error.sentence);
      return;
    }
    const isNew = (trigger: string): boolean =>
      !before.some((one) => sameNameKey(one.trigger) === sameNameKey(trigger));
    const added = picked.filter(isNew).map((trigger) => ({ trigger, on: today }));
    setProblem(
      added.length === 0 || diary.readOnly
        ? null
        : await saved(record.put(tables.suspects, { lookedAt: [...before, ...added] }, today)),
    );
    setAnswer(result.value);
  };
  return (
    <section className="card no-print" aria-labelledby="worse-days">
      <h2 id="worse-days">What goes with worse days?</h2>
      {offered.length === 0 ? (
        <p>
          No trigger is written down yet: one touch in the <Link to="/diary">check-in</Link>, under “What else
          happened”. What to check first:{" "}
          <Link to="/what-to-avoid/suddenly-worse">Why is it suddenly worse?</Link>
        </p>
      ) : (
        <>
          <p>
            Pick one to three that you suspect, before you look: {measureName.toLowerCase()} on days with them
            is held against days without.
          </p>
          <div className="row">
            {offered.map(([trigger, count]) => (
              <Press
                key={trigger}
                pressed={picked.includes(trigger)}
                isDisabled={!picked.includes(trigger) && picked.length >= MOST_SUSPECTS}
                onPress={() => toggle(trigger)}
              >
                {triggerWords(trigger)} ({count})
              </Press>
            ))}
          </div>
          <div className="row">
            <Press primary isDisabled={picked.length === 0} onPress={() => void look()}>
              Look at {picked.length === 1 ? "this one" : "these"}
            </Press>
          </div>
        </>
      )}
      <Problem>{problem}</Problem>
      <div role="status" className="stack">
        {answer === null ? null : (
          <>
            <ul>
              {answer.suspects.map(({ trigger, sentence }) => (
                <li key={trigger}>{sentence}</li>
              ))}
            </ul>
            <p>{answer.lookedAtSentence}</p>
            {answer.limits.map((limit) => (
              <p key={limit} className="soft small">
                {limit}
              </p>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
