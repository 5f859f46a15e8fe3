import "../../styles/ask.css";
import { broughtBack, cleared, moved, takenAway } from "@unclench/answers/arrange-questions";
import { questionBank } from "@unclench/answers/question-bank";
import { type Edit, LONGEST_QUESTION, tables } from "@unclench/record";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Press } from "../../controls/Press.tsx";
import { ExampleBanner } from "../../record/ExampleBanner.tsx";
import { RecordNotices } from "../../record/RecordNotices.tsx";
import { UndoBar } from "../../record/UndoBar.tsx";
import { saved, useDiary, useToday } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { BankList } from "../../what-do-i-ask/BankList.tsx";
import { QuestionItem, TextForm } from "../../what-do-i-ask/QuestionItem.tsx";
import { TheVisit } from "../../what-do-i-ask/TheVisit.tsx";
import { useAsking, useSnapshot } from "../../worker/useAsking.ts";
import type { Route } from "./+types/questions";

export const loader = () => ({ groups: questionBank() });

export const meta = () => [
  { title: "What do I ask? · Unclench" },
  {
    name: "description",
    content:
      "At most three questions that matter now, each with its reason, and one page for your next visit.",
  },
];

export default function WhatDoIAsk({ loaderData }: Route.ComponentProps) {
  const [search, setSearch] = useSearchParams();
  const hydrated = useHydrated();
  const example = hydrated && search.has("example");
  const diary = useDiary(example);
  const today = useToday();
  const snapshot = useSnapshot(diary.record);
  const { found, failed } = useAsking(snapshot, today);
  const [said, setSaid] = useState<string | null>(null);
  const [undone, setUndone] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const { record } = diary;
  const caring = snapshot?.role === "caring";
  const asked = found?.asked ?? null;
  const questions = asked?.questions ?? [];
  const write = async (edits: readonly Edit[], done: string) => {
    if (record === null || edits.length === 0) return;
    const refused = await saved(record.write(edits));
    setProblem(refused);
    if (refused === null) setSaid(done);
  };
  const add = async (text: string, bank: string | null, row?: string): Promise<string | null> => {
    if (record === null) return null;
    const entry = { text, bank, place: questions.length, takenAway: null };
    const refused = await saved(record.put(tables.question, entry, today, row));
    if (refused === null) setSaid("The question is on your list.");
    return refused;
  };
  const sheetLink = example ? "/what-do-i-ask/visit-sheet?example" : "/what-do-i-ask/visit-sheet";
  return (
    <>
      <div className="intro">
        <h1>What do I ask?</h1>
        <p className="lead">
          {caring
            ? "A visit is short. These questions matter now for the person you care for, each with its reason."
            : "A visit is short. These questions matter now, each with its reason. Change them as you like."}
        </p>
      </div>
      {example ? <ExampleBanner onClose={() => setSearch({})} /> : null}
      <RecordNotices diary={diary} />
      <noscript>
        <p className="notice">
          Your own list is kept by this browser itself, so it needs JavaScript. The questions to choose from
          stand below and work without it.
        </p>
      </noscript>
      {hydrated && failed === null && (diary.state === "loading" || (record !== null && asked === null)) ? (
        <p role="status" className="needs-script">
          Looking at your diary …
        </p>
      ) : null}
      {[failed === null ? null : `The questions could not be picked (${failed}).`, problem].map((words) =>
        words === null ? null : (
          <p key={words} className="notice warn" role="alert">
            {words}
          </p>
        ),
      )}
      {!hydrated || record === null || asked === null ? null : (
        <>
          {asked.now.map((words) => (
            <div key={words} className="notice warn" role="alert">
              <p>
                <b>This cannot wait for a visit.</b> {words} <Link to="/help-today">Needs help today?</Link>
              </p>
            </div>
          ))}
          <section className="card" aria-labelledby="list">
            <h2 id="list">{asked.visit === null ? "For the next visit" : `For ${asked.visit.words}`}</h2>
            {questions.length === 0 ? (
              <p>Nothing is on the list. Add a question of your own, or choose one below.</p>
            ) : (
              <ol className="plain-list ruled" key={undone}>
                {questions.map((question, place) => (
                  <QuestionItem
                    key={question.id}
                    question={question}
                    number={place + 1}
                    last={place === questions.length - 1}
                    record={record}
                    today={today}
                    disabled={diary.readOnly}
                    say={setSaid}
                    onMove={(by) => void write(moved(questions, place, by), "The order is changed.")}
                    onTakeAway={() => void write(takenAway(question, today), "The question is taken away.")}
                  />
                ))}
              </ol>
            )}
            {asked.notes.map((note) => (
              <p key={note} className="soft">
                {note}
              </p>
            ))}
            <p>
              <Link className="button primary" to={sheetLink}>
                To the visit sheet
              </Link>
            </p>
          </section>
          <section className="card no-print" aria-labelledby="own">
            <h2 id="own">A question of my own</h2>
            <TextForm
              label="My question"
              start=""
              most={LONGEST_QUESTION}
              onCancel={null}
              onSave={(text) => add(text, null)}
            />
            {asked.takenAway.length === 0 ? null : (
              <details>
                <summary>Taken away ({asked.takenAway.length})</summary>
                <ul className="plain-list ruled">
                  {asked.takenAway.map(({ row, text }) => (
                    <li key={row} className="row">
                      <span className="grow">{text}</span>
                      <Press
                        aria-label={`Bring back: ${text}`}
                        isDisabled={diary.readOnly}
                        onPress={() => void write(broughtBack(row), "The question is back on your list.")}
                      >
                        Bring back
                      </Press>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {(snapshot?.questions.length ?? 0) === 0 ? null : (
              <details>
                <summary>The visit is over</summary>
                <div className="stack">
                  <p>
                    A new list begins with what matters then. What you wrote on this one, answers too, is
                    removed; Undo brings it back.
                  </p>
                  <p>
                    <Press
                      isDisabled={diary.readOnly}
                      onPress={() => void write(cleared(snapshot?.questions ?? []), "A new list has begun.")}
                    >
                      Begin a new list
                    </Press>
                  </p>
                </div>
              </details>
            )}
          </section>
          <TheVisit record={record} today={today} disabled={diary.readOnly} say={setSaid} />
        </>
      )}
      {hydrated && !example && record !== null && diary.entries.length === 0 ? (
        <p className="no-print">
          With a diary, these questions follow what your days show.{" "}
          <Press onPress={() => setSearch({ example: "" })}>Look at an example</Press>
        </p>
      ) : null}
      <BankList
        groups={loaderData.groups}
        caring={caring}
        taken={new Set(questions.map(({ id }) => id))}
        onAdd={
          record === null || diary.readOnly || asked === null
            ? null
            : (entry) => {
                const away = snapshot?.questions.find(({ bank }) => bank === entry.id);
                void add(caring ? entry.carer : entry.text, entry.id, away?.id).then(setProblem);
              }
        }
      />
      <UndoBar
        diary={diary}
        said={said}
        onUndone={() => {
          setSaid("Taken back.");
          setUndone((before) => before + 1);
        }}
      />
    </>
  );
}
