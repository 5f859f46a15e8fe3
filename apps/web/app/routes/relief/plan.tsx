import "../../styles/plan.css";
import { planLines, planOn, planWeek } from "@unclench/answers/relief-plan";
import { tableEdit, tables } from "@unclench/record";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { RoutineFigure } from "../../figure/RoutineFigure.tsx";
import { PlanForm, type PlanEntry } from "../../relief/PlanForm.tsx";
import { PlanShare } from "../../relief/PlanShare.tsx";
import { PlanSheet } from "../../relief/PlanSheet.tsx";
import { Shared, useShared } from "../../relief/SharedPlan.tsx";
import { additions } from "../../relief/incomingPlan.ts";
import { RecordNotices } from "../../record/RecordNotices.tsx";
import { UndoBar } from "../../record/UndoBar.tsx";
import { type Diary, saved, useDiary, useRows, useToday } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";

export const meta = () => [
  { title: "My plan of routines · Unclench" },
  {
    name: "description",
    content: "Which routines on which days, on your phone or on paper. It stays on this device.",
  },
];

export default function PlanPage() {
  const diary = useDiary(false);
  const hydrated = useHydrated();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <div className="plan">
      <div className="intro no-print">
        <p>
          <Link to="/relief">Relief today</Link>
        </p>
        <h1>My plan of routines</h1>
        <p className="lead">
          Set by you, or by your physiotherapist. It stays on this device unless you hand it on.
        </p>
      </div>
      <RecordNotices diary={diary} />
      <noscript>
        <p className="notice">Your plan is kept by this browser itself, so this page needs JavaScript.</p>
      </noscript>
      {!hydrated || diary.state === "loading" ? (
        <p role="status" className="needs-script">
          Opening your plan …
        </p>
      ) : null}
      {hydrated && diary.record !== null ? <Plan diary={diary} say={setSaid} /> : null}
      <UndoBar diary={diary} said={said} onUndone={() => setSaid("Taken back.")} />
    </div>
  );
}

type PlanProps = { diary: Diary; say: (what: string) => void };

function Plan({ diary, say }: PlanProps) {
  const today = useToday();
  const items = useRows(diary, tables.planItem);
  const done = useRows(diary, tables.routineDone);
  const lines = useMemo(() => planLines(items), [items]);
  const week = useMemo(
    () => planWeek(lines, done, diary.entries, today),
    [lines, done, diary.entries, today],
  );
  const [open, setOpen] = useState<string | "new" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [brought, setBrought] = useShared();
  const { record } = diary;
  const keep = async (change: Promise<string | null>, words: string): Promise<void> => {
    const failed = await change;
    setProblem(failed);
    if (failed !== null) return;
    say(words);
    setOpen(null);
  };
  if (record === null) return null;
  const save = (entry: PlanEntry, id?: string) =>
    keep(saved(record.put(tables.planItem, entry, today, id)), "Your plan is saved.");
  const move = (place: number): void => {
    const order = lines.map(({ item }) => item.id);
    const [moved] = order.splice(place, 1);
    if (moved !== undefined) order.splice(place - 1, 0, moved);
    void keep(
      saved(record.write(order.map((id, at) => tableEdit(tables.planItem, id, { place: at })))),
      "Moved up.",
    );
  };
  const onToday = planOn(lines, done, today);
  return (
    <>
      <div className="stack no-print">
        {brought === null ? null : (
          <Shared
            shared={brought}
            plan={items}
            readOnly={diary.readOnly}
            onAdd={(fresh) => {
              void keep(saved(record.write(additions(fresh, record))), `${fresh.length} added to your plan.`);
              setBrought(null);
            }}
            onLeave={() => setBrought(null)}
          />
        )}
        <Problem>{problem}</Problem>
      </div>
      {lines.length === 0 ? null : (
        <section className="card no-print" aria-labelledby="today">
          <h2 id="today">Today</h2>
          {onToday.length === 0 ? <p>Nothing is planned for today. A day off is part of a plan.</p> : null}
          <ul className="plan-today">
            {onToday.map(({ line, done: times, wanted }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same routine may be planned twice
              <li key={place}>
                <RoutineFigure routine={line.item.routine} />
                <div className="stack">
                  <h3>{line.name}</h3>
                  <p>{line.amountWords}</p>
                  <p className="soft">
                    {times >= wanted ? "Done today" : wanted === 1 ? "Not yet" : `${times} of ${wanted} done`}
                  </p>
                </div>
                {line.link === null ? null : (
                  <Link className="button" to={line.link} aria-label={`Start: ${line.name}`}>
                    Start
                  </Link>
                )}
              </li>
            ))}
          </ul>
          <p>{week.sentence}</p>
          {week.stiffness === null ? null : <p>{week.stiffness}</p>}
        </section>
      )}
      <section className="card no-print" aria-labelledby="whole">
        <h2 id="whole">The plan</h2>
        {lines.length === 0 ? (
          <p>Nothing here yet. Add a routine, or bring in a plan that someone made for you.</p>
        ) : null}
        <ul className="plan-list">
          {lines.map((line, place) => (
            <li key={line.item.id}>
              {open === line.item.id ? (
                <PlanForm
                  item={line.item}
                  place={place}
                  onSave={(entry) => void save(entry, line.item.id)}
                  onCancel={() => setOpen(null)}
                />
              ) : (
                <>
                  <div className="stack">
                    <h3>{line.name}</h3>
                    <p>
                      {line.amountWords}. {line.daysWords}.{" "}
                      {week.items[place] === undefined
                        ? null
                        : `This week ${week.items[place].done} of ${week.items[place].wanted}.`}
                    </p>
                    {line.item.note === null ? null : <p className="soft">{line.item.note}</p>}
                    {line.known ? null : (
                      <p className="notice">
                        This version of the app does not know this routine. Load the page again.
                      </p>
                    )}
                  </div>
                  <div className="row">
                    <Press
                      isDisabled={diary.readOnly}
                      aria-label={`Change: ${line.name}`}
                      onPress={() => setOpen(line.item.id)}
                    >
                      Change
                    </Press>
                    {place === 0 ? null : (
                      <Press
                        isDisabled={diary.readOnly}
                        aria-label={`Move up: ${line.name}`}
                        onPress={() => move(place)}
                      >
                        Move up
                      </Press>
                    )}
                    <Press
                      isDisabled={diary.readOnly}
                      aria-label={`Remove: ${line.name}`}
                      onPress={() =>
                        void keep(
                          saved(record.remove(tables.planItem, line.item.id)),
                          `${line.name}: removed.`,
                        )
                      }
                    >
                      Remove
                    </Press>
                  </div>
                </>
              )}
            </li>
          ))}
        </ul>
        {open === "new" ? (
          <PlanForm
            item={null}
            place={lines.length}
            onSave={(entry) => void save(entry)}
            onCancel={() => setOpen(null)}
          />
        ) : (
          <p>
            <Press isDisabled={diary.readOnly} onPress={() => setOpen("new")}>
              Add a routine
            </Press>
          </p>
        )}
      </section>
      <PlanShare
        lines={lines}
        today={today}
        onBrought={(read) => setBrought({ items: read, problem: null })}
      />
      <PlanSheet lines={lines} />
    </>
  );
}
