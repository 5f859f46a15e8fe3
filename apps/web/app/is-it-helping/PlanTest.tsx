import type { FairTestPlan, FairTestPlanned } from "@unclench/answers/fair-test";
import type { HelpingInput } from "@unclench/answers/is-it-helping";
import { addDays, type LocalDate } from "@unclench/record";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Source } from "../pictures/Source.tsx";
import { type Diary, saved } from "../record/useDiary.ts";
import { plannedTest } from "../worker/useHelping.ts";
import { Blocks } from "./Blocks.tsx";

/** Six digits: enough for a lot, short enough to read out. */
const drawnNumber = (): number => {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number % 1_000_000;
};

type PlanTestProps = {
  diary: Diary;
  input: HelpingInput;
  /** what may be paused, by the names in the answer */
  offered: readonly string[];
  today: LocalDate;
  say: (text: string) => void;
};

/** A fair test, only of what may be paused: first the plan and what it could find, then the choice to keep it. */
export function PlanTest({ diary, input, offered, today, say }: PlanTestProps) {
  const [plan, setPlan] = useState<FairTestPlanned | null>(null);
  // What is being worked out: it stands in its field at once, so that the keys can go on from there.
  const [wanted, setWanted] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { record, readOnly } = diary;
  if (record === null || offered.length === 0) return null;
  const draw = async (treatment: string, again: { seed: number; pairs?: number }): Promise<void> => {
    setProblem(null);
    setWanted(again.pairs ?? null);
    const question = { input, treatment, ...again, from: addDays(today, 1) };
    try {
      setPlan(await plannedTest(question));
    } catch (error) {
      setWanted(null);
      setProblem(`The fair test could not be worked out (${String(error)}). Your diary was not changed.`);
    }
  };
  const keep = async ({ row, treatment }: FairTestPlan): Promise<void> => {
    const failed = await saved(record.putFairTest(row));
    setProblem(failed);
    if (failed !== null) return;
    setPlan(null);
    say(`The fair test of ${treatment} is kept.`);
  };
  return (
    <section className="card" aria-labelledby="plan-test">
      <h2 id="plan-test">A fair test</h2>
      <p>
        Some weeks with it, some without, in an order drawn by lot: no other way shows so clearly what it does
        for you. Only for what may be left out for a while.
      </p>
      <div className="row no-print">
        {offered.map((treatment) => (
          <Press
            key={treatment}
            isDisabled={readOnly}
            onPress={() => void draw(treatment, { seed: drawnNumber() })}
          >
            Plan a fair test of {treatment}
          </Press>
        ))}
      </div>
      {problem === null ? null : <p className="notice warn">{problem}</p>}
      <div role="status" aria-live="polite">
        {plan !== null && !plan.ok ? <p>{plan.error.sentence}</p> : null}
        {plan?.ok ? <p className="size">{plan.value.sentence}</p> : null}
      </div>
      {plan?.ok ? (
        <div className="stack">
          <label className="field no-print">
            How long
            <select
              aria-describedby="test-length"
              value={wanted ?? plan.value.pairs}
              onChange={({ target }) => {
                const { treatment, seed } = plan.value;
                void draw(treatment, { seed, pairs: Number(target.value) });
              }}
            >
              {plan.value.lengths.map(({ pairs, words }) => (
                <option key={pairs} value={pairs}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <p id="test-length" className="soft small no-print">
            A shorter test finds less. What it would find stands below.
          </p>
          <p className="notice">
            {plan.value.askFirst} {plan.value.basis}
          </p>
          <p>How such a test would end, reckoned from your days so far:</p>
          <ul>
            {plan.value.power.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Blocks treatment={plan.value.treatment} blocks={plan.value.blocks} today={null} />
          <p className="soft small">{plan.value.seedSentence}</p>
          <details>
            <summary>Why it may be left out</summary>
            <div className="stack">
              <p>{plan.value.why}</p>
              {plan.value.sources.map((source) => (
                <Source key={source.id} source={source} />
              ))}
            </div>
          </details>
          <div className="row no-print">
            <Press
              primary
              isDisabled={readOnly || (wanted ?? plan.value.pairs) !== plan.value.pairs}
              onPress={() => void keep(plan.value)}
            >
              Keep this plan
            </Press>
            <Press onPress={() => setPlan(null)}>Not now</Press>
          </div>
        </div>
      ) : null}
    </section>
  );
}
