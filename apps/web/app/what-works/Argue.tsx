import type { Question } from "@unclench/answers/argue";
import { asPublished, type Choices } from "@unclench/answers/choices";
import type { Outcome } from "@unclench/answers/what-works";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { download } from "../controls/download.ts";
import { Press } from "../controls/Press.tsx";
import { ForestPlot } from "../pictures/ForestPlot.tsx";
import { arguingEngine, useArguing } from "../worker/useArguing.ts";
import { ByYear, Groups } from "./ByYear.tsx";
import { choicesIn, searchOf } from "./argueLink.ts";
import { useIsLinked } from "./useIsLinked.ts";
import { Of100 } from "./Of100.tsx";

type ArgueProps = { question: Question; outcome: Outcome; treatment: string; name: string };

/** "The reader may argue": folded away, and nothing is loaded before it is opened. */
export function Argue(props: ArgueProps) {
  const linked = useIsLinked(props.question);
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="argue no-print needs-script"
      open={linked || opened}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>Not convinced? Pool it your way, or take it along</summary>
      {linked || opened ? <Panel {...props} /> : null}
    </details>
  );
}

function Panel({ question, outcome, treatment, name }: ArgueProps) {
  const [search, setSearch] = useSearchParams();
  const [choices, setChoices] = useState(() => choicesIn(search, question) ?? asPublished);
  const result = useArguing(question, choices);
  const choose = (part: Partial<Choices>) => {
    const next = { ...choices, ...part };
    setChoices(next);
    setSearch((before) => searchOf(before, question, next), { replace: true, preventScrollReset: true });
  };
  if (result === null) return <p role="status">Fetching the trials …</p>;
  if (!result.ok) return <p className="notice warn">{result.error.sentence}</p>;
  const { after, trials, sentence, byYear, subgroups } = result.value;
  const ratio = outcome.measure === "OR";
  const ends = {
    ratio,
    lessLabel: ratio ? "fewer with it" : "lower with it",
    moreLabel: ratio ? "more with it" : "higher with it",
  };
  const enriched = trials.filter((trial) => trial.enriched);
  const leftOut = (id: string): boolean => choices.without.includes(id);
  const shown = trials.filter((trial) => choices.enriched || !trial.enriched);
  return (
    <div className="card-rows">
      <fieldset className="plain">
        <legend className="field-name">Leave out a trial</legend>
        {shown.map((trial) => (
          <label className="check" key={trial.id}>
            <input
              type="checkbox"
              checked={leftOut(trial.id)}
              onChange={() =>
                choose({
                  without: leftOut(trial.id)
                    ? choices.without.filter((id) => id !== trial.id)
                    : [...choices.without, trial.id],
                })
              }
            />
            Without {trial.name}
          </label>
        ))}
        {enriched.length === 0 ? null : (
          <label className="check">
            <input
              type="checkbox"
              checked={choices.enriched}
              onChange={() => choose({ enriched: !choices.enriched })}
            />
            Count the trials that kept only people who had already improved
          </label>
        )}
      </fieldset>
      <fieldset className="plain">
        <legend className="field-name">How alike are the trials?</legend>
        <div className="row">
          <Press pressed={choices.model === "random"} onPress={() => choose({ model: "random" })}>
            They may differ
          </Press>
          <Press pressed={choices.model === "common"} onPress={() => choose({ model: "common" })}>
            All the same
          </Press>
        </div>
      </fieldset>
      {outcome.per100 === null ? null : (
        <label className="field">
          Of 100 people like you without it, how many? (1 to 99; empty: as in the trials)
          <input
            type="number"
            min={1}
            max={99}
            inputMode="numeric"
            value={choices.baseline ?? ""}
            onChange={({ target: { value } }) => {
              const share = Number(value);
              choose({ baseline: value !== "" && share >= 1 && share <= 99 ? Math.round(share) : null });
            }}
          />
        </label>
      )}
      <p className="notice" role="status" aria-live="polite">
        {sentence}
      </p>
      {after === null ? null : (
        <>
          <Of100 outcome={after} treatment={treatment} />
          <p className="small">
            {after.rangeSentence} {after.robustness.sentence}
          </p>
          <ForestPlot
            title={`${name}, with your choices`}
            studies={after.studies}
            pooled={after.studies.length > 1 ? after : null}
            {...ends}
          />
          {byYear === null ? null : <ByYear answer={byYear} name={name} {...ends} />}
          {subgroups.map((groups) => (
            <Groups key={groups.by} answer={groups} ratio={ratio} />
          ))}
          <p className="small">The address of this page now holds your choices: copy it to share them.</p>
          <TakeAlong
            after={after}
            title={name}
            fileName={`unclench-${question.treatment}-${after.outcome}`}
          />
        </>
      )}
      <div className="row">
        <Press onPress={() => choose(asPublished)}>Back to the published figure</Press>
      </div>
    </div>
  );
}

function TakeAlong({ after, title, fileName }: { after: Outcome; title: string; fileName: string }) {
  return (
    <div className="row">
      <Press
        onPress={() =>
          void arguingEngine()
            .studiesCsvOf(after)
            .then((text) => download(`${fileName}.csv`, "text/csv", text))
        }
      >
        Table (CSV)
      </Press>
      <Press
        onPress={() =>
          void arguingEngine()
            .rScriptOf(after, title)
            .then((text) => download(`${fileName}.R`, "text/plain", text))
        }
      >
        Script for R
      </Press>
      <Press
        onPress={() =>
          void arguingEngine()
            .citationsOf(after)
            .then((text) => download(`${fileName}-sources.txt`, "text/plain", text))
        }
      >
        Sources
      </Press>
    </div>
  );
}
