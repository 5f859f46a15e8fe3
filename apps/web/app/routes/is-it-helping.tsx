import type { HelpingInput } from "@unclench/answers/is-it-helping";
import { measureWords } from "@unclench/answers/measure-words";
import { type Measure, measures, tables } from "@unclench/record";
import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { ForCarer } from "../settings/ForCarer.tsx";
import { Press } from "../controls/Press.tsx";
import { Cycles } from "../is-it-helping/Cycles.tsx";
import { GainAndPrice } from "../is-it-helping/GainAndPrice.tsx";
import { KeptTests, openTests } from "../is-it-helping/KeptTests.tsx";
import { PeopleLikeMe } from "../is-it-helping/PeopleLikeMe.tsx";
import { PlanTest } from "../is-it-helping/PlanTest.tsx";
import { CombinedCard, VerdictCard } from "../is-it-helping/Verdict.tsx";
import { Weeks } from "../is-it-helping/Weeks.tsx";
import { Source } from "../pictures/Source.tsx";
import { Timeline } from "../pictures/Timeline.tsx";
import { ExampleBanner } from "../record/ExampleBanner.tsx";
import { RecordNotices } from "../record/RecordNotices.tsx";
import { UndoBar } from "../record/UndoBar.tsx";
import { useDiary, useRows, useToday } from "../record/useDiary.ts";
import { useHydrated } from "../record/useHydrated.ts";
import { dateWords } from "@unclench/answers/dates";
import { useHelping } from "../worker/useHelping.ts";

export const meta = () => [
  { title: "Is it helping me? · Unclench" },
  {
    name: "description",
    content: "An honest verdict on each treatment from your own diary, or how many more days it needs.",
  },
];

function Empty({ onExample }: { onExample: () => void }) {
  return (
    <section className="card" aria-labelledby="nothing-yet">
      <h2 id="nothing-yet">Nothing yet: three check-ins draw your first line</h2>
      <p>
        Rate your days from 0 to 10, best for two weeks before something changes and for some weeks after.
        Then this page says what your days show, how sure that is, or how many more days it needs.
      </p>
      <div className="row">
        <Link className="button primary" to="/diary">
          Start my diary
        </Link>
        <Press onPress={onExample}>Look at an example</Press>
        <Link className="button" to="/diary/data">
          Bring a CSV file
        </Link>
      </div>
    </section>
  );
}

export default function IsItHelping() {
  const [search, setSearch] = useSearchParams();
  const hydrated = useHydrated();
  const example = hydrated && search.has("example");
  const diary = useDiary(example);
  const [measure, setMeasure] = useState<Measure>("stiffness");
  const [withTrials, setWithTrials] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const today = useToday();
  const injections = useRows(diary, tables.injection);
  const missedDoses = useRows(diary, tables.missedDose);
  const triggers = useRows(diary, tables.trigger);
  const routinesDone = useRows(diary, tables.routineDone);
  const input = useMemo<HelpingInput | null>(
    () =>
      diary.state !== "ready" || diary.entries.length === 0
        ? null
        : {
            diary: diary.entries,
            treatments: diary.treatments,
            injections,
            missedDoses,
            triggers,
            routinesDone,
            measure,
            about:
              diary.person.condition === null || diary.person.pattern === null
                ? null
                : { condition: diary.person.condition, pattern: diary.person.pattern },
            withTrials,
            fairTests: diary.fairTests,
          },
    [
      diary.state,
      diary.entries,
      diary.treatments,
      injections,
      missedDoses,
      triggers,
      routinesDone,
      diary.person,
      diary.fairTests,
      measure,
      withTrials,
    ],
  );
  const { busy, answer, measures: all, cycles, hangsOn, progress, failed } = useHelping(input);
  const checksOf = (treatments: readonly string[]) => ({
    hangsOn: hangsOn.find((one) => one.treatments.join() === treatments.join()) ?? null,
    pending: progress !== null,
  });
  const tested = openTests(diary.fairTests, today);
  const rated = measures.filter((candidate) => diary.entries.some((entry) => entry[candidate] !== null));
  return (
    <>
      <div className="intro">
        <h1>Is it helping me?</h1>
        <p className="lead">What your own days show, and how sure that is.</p>
        <ForCarer on="helping" />
      </div>
      {example ? <ExampleBanner onClose={() => setSearch({})} /> : null}
      <RecordNotices diary={diary} />
      {diary.state === "loading" ? (
        <p role="status" className="needs-script">
          Opening your diary …
        </p>
      ) : null}
      <noscript>
        <p className="notice">
          Your diary is kept and computed by this browser itself, so this page needs JavaScript.
        </p>
      </noscript>
      {diary.state === "ready" && diary.entries.length === 0 ? (
        <Empty onExample={() => setSearch({ example: "" })} />
      ) : null}
      {rated.length > 1 ? (
        <fieldset className="plain row no-print">
          <legend className="hidden">Which rating to look at</legend>
          {rated.map((candidate) => (
            <Press key={candidate} pressed={candidate === measure} onPress={() => setMeasure(candidate)}>
              {measureWords[candidate].name}
            </Press>
          ))}
        </fieldset>
      ) : null}
      {diary.state === "ready" && diary.treatments.length + injections.length + routinesDone.length > 0 ? (
        <PeopleLikeMe
          diary={diary}
          withTrials={withTrials}
          onWithTrials={setWithTrials}
          onProblem={setProblem}
        />
      ) : null}
      {problem === null ? null : <p className="notice warn">{problem}</p>}
      {diary.state === "ready" ? <KeptTests diary={diary} today={today} say={setSaid} /> : null}
      {said === null ? null : <UndoBar diary={diary} said={said} onUndone={() => setSaid("Undone.")} />}
      <div role="status" aria-live="polite">
        {busy ? <p>Working it out …</p> : null}
      </div>
      {!busy && progress !== null ? (
        <p className="soft small">
          Looking further: {progress.done} of {progress.all} parts are there.
        </p>
      ) : null}
      {failed === null ? null : (
        <p className="notice warn">
          The answer could not be worked out ({failed}). Your diary was not changed.
        </p>
      )}
      {answer !== null && !answer.ok ? (
        <section className="card">
          <p>{answer.error.sentence}</p>
          {answer.error.type === "NoTreatments" && !example ? (
            <p>
              <Link className="button primary" to="/diary/treatments">
                Add a treatment
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
      {answer?.ok ? (
        <>
          {all === null || all.measures.length < 2 ? null : <GainAndPrice all={all} />}
          <section className="stack" aria-labelledby="verdicts">
            <h2 id="verdicts">What your days show</h2>
            <p className="soft">
              {answer.value.period.filled} of {answer.value.period.days} days filled in,{" "}
              {dateWords(answer.value.period.from)} to {dateWords(answer.value.period.to)}. Looked at once a
              week: last on {dateWords(answer.value.look.date)}, next on {dateWords(answer.value.look.next)}.
            </p>
            {answer.value.treatments.map((treatment) => (
              <VerdictCard
                key={treatment.treatment}
                answer={treatment}
                whole={answer.value}
                checks={checksOf([treatment.treatment])}
              />
            ))}
            {answer.value.combined.map((combined) => (
              <CombinedCard
                key={combined.treatments.join()}
                answer={combined}
                whole={answer.value}
                checks={checksOf(combined.treatments)}
              />
            ))}
          </section>
          {cycles.length === 0 ? null : (
            <section className="stack" aria-labelledby="cycles">
              <h2 id="cycles">Injection by injection</h2>
              {cycles.map((one) => (
                <Cycles key={one.treatment} answer={one} />
              ))}
            </section>
          )}
          {input === null ? null : (
            <PlanTest
              diary={diary}
              input={input}
              offered={answer.value.fairTestOf.filter((name) => !tested.includes(name))}
              today={today}
              say={setSaid}
            />
          )}
          <section className="card" aria-labelledby="timeline">
            <h2 id="timeline">Your days, left to right</h2>
            <Timeline
              title={`Daily ${answer.value.measureName} from 0 to 10 with treatments below`}
              days={answer.value.timeline.days}
              spans={answer.value.timeline.spans}
              injections={answer.value.timeline.injections}
              marks={answer.value.timeline.marks}
            />
            <p className="small soft">
              Dots: your check-ins; hollow dots were filled in later. Line: what the model sees behind them,
              with its likely range. Grey: three days or more without a check-in. Bars: treatments. Triangles:
              injections. Crosses: missed doses. Diamonds: triggers.
            </p>
            <Weeks answer={answer.value} />
          </section>
          <section className="card" aria-labelledby="limits">
            <h2 id="limits">What this cannot tell</h2>
            <ul>
              {answer.value.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
              <li>
                {answer.value.falseAlarms} <Link to="/show-me">Show me</Link>
              </li>
              <li>
                Never stop or change a medicine or a pump because of this page. Take it to the people who
                treat you.
              </li>
            </ul>
            <details>
              <summary>Where these figures come from</summary>
              <ul>
                {answer.value.sources.map(({ of, source }) => (
                  <li key={`${of} ${source.id}`}>
                    {of}:
                    <Source source={source} />
                  </li>
                ))}
              </ul>
            </details>
          </section>
        </>
      ) : null}
    </>
  );
}
