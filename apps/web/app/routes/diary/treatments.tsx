import { takenWords, type Treatment, type TreatmentCourse, treatmentCourses } from "@unclench/record";
import { type ReactNode, useState } from "react";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { Injections } from "../../diary/injections/Injections.tsx";
import { Plans } from "../../diary/Plans.tsx";
import { TreatmentForm } from "../../diary/TreatmentForm.tsx";
import { saved } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { dateWords } from "@unclench/answers/dates";
import { useDiaryScreen } from "./frame.tsx";
import { kindWords } from "../../diary/kindWords.ts";

export const meta = () => [
  { title: "My treatments · Unclench" },
  {
    name: "description",
    content: "What you take or do, since when and how much, so that your diary can say whether it helps.",
  },
];

/** What is being written: a new row, perhaps like another one, or a change of a row that is there. */
type Writing =
  | { readonly type: "new"; readonly like: Treatment | null }
  | { readonly type: "change"; readonly row: Treatment };

export default function Treatments() {
  const { diary, today, say, undone } = useDiaryScreen();
  const hydrated = useHydrated();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const courses = treatmentCourses(diary.treatments);
  const remove = async (row: Treatment) => {
    if (diary.record === null) return;
    const failed = await saved(diary.record.removeTreatment(row.id));
    setProblem(failed);
    if (failed === null) say(`${row.treatment} from ${dateWords(row.start)} is removed.`);
  };
  const form = (what: Writing) =>
    diary.record === null ? null : (
      <TreatmentForm
        key={`${what.type} ${what.type === "change" ? what.row.id : (what.like?.id ?? "")} ${undone}`}
        record={diary.record}
        row={what.type === "change" ? what.row : null}
        like={what.type === "new" ? what.like : null}
        today={today}
        known={[...new Set(courses.map(({ treatment }) => treatment))]}
        onSaved={(name) => {
          say(`${name} is saved.`);
          setWriting(null);
        }}
        onInjection={(name) => {
          setWriting(null);
          setBegun(name);
        }}
        onCancel={() => setWriting(null)}
      />
    );
  return (
    <>
      <div className="intro">
        <h1>My treatments</h1>
        <p className="lead">What you take or do, and since when. A new dose is a new line.</p>
      </div>
      <Problem>{problem}</Problem>
      {!hydrated || diary.state !== "ready" ? null : (
        <>
          {courses.length === 0 && writing === null ? (
            <section className="card">
              <p>
                Nothing yet. Add a treatment with the day it began, and your diary can say whether it helps.
                What you already took before the diary counts too.
              </p>
            </section>
          ) : null}
          {courses.map((course) => (
            <Course
              key={`${course.treatment} ${course.kind}`}
              course={course}
              rows={diary.treatments}
              disabled={diary.readOnly}
              changing={writing?.type === "change" ? writing.row.id : null}
              form={writing === null ? null : form(writing)}
              onChange={(row) => setWriting({ type: "change", row })}
              onAdd={(like) =>
                like.kind === "injection" ? setBegun(like.treatment) : setWriting({ type: "new", like })
              }
              onRemove={(row) => void remove(row)}
            />
          ))}
          {writing?.type === "new" ? (
            form(writing)
          ) : (
            <p>
              <Press
                primary
                isDisabled={diary.readOnly}
                onPress={() => setWriting({ type: "new", like: null })}
              >
                Add a treatment
              </Press>
            </p>
          )}
          <Injections begun={begun} onDone={() => setBegun(null)} />
          <Plans today={today} known={[...new Set(courses.map(({ treatment }) => treatment))]} />
        </>
      )}
    </>
  );
}

type CourseProps = {
  course: TreatmentCourse;
  /** The rows as they were written, before an open end was closed by the next dose. */
  rows: readonly Treatment[];
  disabled: boolean;
  changing: string | null;
  form: ReactNode;
  onChange: (row: Treatment) => void;
  onAdd: (like: Treatment) => void;
  onRemove: (row: Treatment) => void;
};

function Course({ course, rows, disabled, changing, form, onChange, onAdd, onRemove }: CourseProps) {
  const last = course.periods.at(-1);
  const injection = course.kind === "injection";
  return (
    <section className="card" aria-label={course.treatment}>
      <div>
        <h2>{course.treatment}</h2>
        <p className="soft small">{kindWords[course.kind]}</p>
      </div>
      <ul className="periods">
        {course.periods.map((period) => {
          const row = rows.find(({ id }) => id === period.id) ?? period;
          const words = periodWords(period);
          return changing === period.id ? (
            <li key={period.id}>{form}</li>
          ) : (
            <li key={period.id} className="row">
              <span className="grow">{words}</span>
              <Press
                isDisabled={disabled}
                aria-label={`Change ${course.treatment}, ${words}`}
                onPress={() => onChange(row)}
              >
                Change
              </Press>
              <Press
                isDisabled={disabled}
                aria-label={`Remove ${course.treatment}, ${words}`}
                onPress={() => onRemove(row)}
              >
                Remove
              </Press>
            </li>
          );
        })}
      </ul>
      {last === undefined ? null : (
        <p>
          <Press isDisabled={disabled} onPress={() => onAdd(last)}>
            {injection ? `${course.treatment}: another injection` : `${course.treatment}: a new dose`}
          </Press>
        </p>
      )}
    </section>
  );
}

/** "2 tablets, since 3 April 2026" */
function periodWords({ kind, dose, unit, taken, start, stop }: Treatment): string {
  const times = takenWords(taken, unit);
  const whole = dose === null ? "" : `${dose} ${unit ?? ""}`.trim();
  const amount = times === null ? whole : `${whole} a day (${times})`;
  const when =
    kind === "injection"
      ? `given ${dateWords(start)}`
      : stop === null
        ? `since ${dateWords(start)}`
        : `${dateWords(start)} to ${dateWords(stop)}`;
  return amount === "" ? `${when.charAt(0).toUpperCase()}${when.slice(1)}` : `${amount}, ${when}`;
}
