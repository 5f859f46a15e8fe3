import { ForCarer } from "../../settings/ForCarer.tsx";
import "../../styles/medicines.css";
import { describe as describePerson, fromDiary, signChoices } from "@unclench/answers/circumstances";
import { gradeWords } from "@unclench/answers/grade-words";
import { type Medicine, tables } from "@unclench/record";
import { useMemo, useRef, useState } from "react";
import { Link } from "react-router";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { RecordNotices } from "../../record/RecordNotices.tsx";
import { UndoBar } from "../../record/UndoBar.tsx";
import { saved, useDiary, useRows, useToday } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { AboutMe } from "../../what-to-avoid/AboutMe.tsx";
import { Alerts } from "../../what-to-avoid/Alerts.tsx";
import { MedicineForm } from "../../what-to-avoid/MedicineForm.tsx";
import { statusWords } from "../../what-to-avoid/statusWords.ts";
import { useAvoiding } from "../../worker/useAvoiding.ts";

export const meta = () => [
  { title: "My medicines: what to avoid · Unclench" },
  {
    name: "description",
    content:
      "Checks your medicines against each other and against what you have. Nothing leaves this device.",
  },
];

/** Opens the part and goes to its first field. */
function openAboutMe(part: HTMLDetailsElement | null): void {
  if (part === null) return;
  part.open = true;
  part.querySelector("input")?.focus();
}

export default function MyMedicines() {
  const hydrated = useHydrated();
  const diary = useDiary(false);
  const today = useToday();
  const [said, setSaid] = useState<string | null>(null);
  const [undone, setUndone] = useState(0);
  const [changing, setChanging] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [signs, setSigns] = useState<readonly string[]>([]);
  const aboutMe = useRef<HTMLDetailsElement>(null);
  const { medicines, circumstances, record } = diary;
  const description = useMemo(
    () =>
      diary.state !== "ready" ||
      (medicines.length === 0 && signs.length === 0 && circumstances.context.length === 0)
        ? null
        : describePerson({ medicines, circumstances, signs, condition: diary.person.condition }),
    [diary.state, medicines, circumstances, signs, diary.person.condition],
  );
  const { answer, failed } = useAvoiding(description);
  const injections = useRows(diary, tables.injection);
  const offered = fromDiary(diary.treatments, injections, medicines, today);
  const remove = async (medicine: Medicine) => {
    if (record === null) return;
    const refused = await saved(record.removeMedicine(medicine.id));
    setProblem(refused);
    if (refused === null) setSaid(`${medicine.text} is removed from the list.`);
  };
  return (
    <>
      <div className="intro">
        <h1>My medicines</h1>
        <p className="lead">
          What does not go together, what does not go with what you have, and what we cannot check. Nothing
          leaves this device.
        </p>
        <ForCarer on="medicines" />
      </div>
      <RecordNotices diary={diary} />
      <noscript>
        <p className="notice">
          Your list is kept and checked by this browser itself, so this page needs JavaScript. What stopping
          does, side effects and signs that need help can be read without it:{" "}
          <a href="/what-to-avoid">What should I avoid?</a>
        </p>
      </noscript>
      {diary.state === "loading" ? (
        <p role="status" className="needs-script">
          Opening your list …
        </p>
      ) : null}
      <Problem>{problem}</Problem>
      {hydrated && diary.state === "ready" && record !== null ? (
        <>
          <section className="card" aria-labelledby="list">
            <h2 id="list">My list</h2>
            {medicines.length === 0 ? (
              <p>
                Nothing yet. Add everything you take, prescribed or not, and what you are about to start: the
                pill, antibiotics and sleeping tablets count too.
              </p>
            ) : (
              <ul className="periods ruled">
                {medicines.map((medicine) => {
                  const read = answer?.medicines.find(({ asWritten }) => asWritten === medicine.text);
                  return changing === medicine.id ? (
                    <li key={medicine.id}>
                      <MedicineForm
                        key={undone}
                        record={record}
                        medicine={medicine}
                        onSaved={(text) => {
                          setChanging(null);
                          setSaid(`${text} is saved.`);
                        }}
                        onCancel={() => setChanging(null)}
                      />
                    </li>
                  ) : (
                    <li key={medicine.id} className="row">
                      <span className="grow stack tight">
                        <span>
                          <b>{medicine.text}</b>
                          {medicine.status === "current" ? "" : ` · ${statusWords[medicine.status]}`}
                        </span>
                        {read === undefined ? null : (
                          <span className="soft small">Read as: {read.readAs}</span>
                        )}
                      </span>
                      <Press
                        isDisabled={diary.readOnly}
                        aria-label={`Change ${medicine.text}`}
                        onPress={() => setChanging(medicine.id)}
                      >
                        Change
                      </Press>
                      <Press
                        isDisabled={diary.readOnly}
                        aria-label={`Remove ${medicine.text}`}
                        onPress={() => void remove(medicine)}
                      >
                        Remove
                      </Press>
                    </li>
                  );
                })}
              </ul>
            )}
            {offered.length === 0 ? null : (
              <div className="stack no-print">
                <h3>From your diary</h3>
                <div className="row">
                  {offered.map((text) => (
                    <Press
                      key={text}
                      isDisabled={diary.readOnly}
                      onPress={async () => {
                        const refused = await saved(record.putMedicine({ text, status: "current" }));
                        setProblem(refused);
                        if (refused === null) setSaid(`${text} is on the list.`);
                      }}
                    >
                      Add {text}
                    </Press>
                  ))}
                </div>
              </div>
            )}
          </section>
          {diary.readOnly ? null : (
            <div className="no-print">
              <MedicineForm
                key={`new ${undone}`}
                record={record}
                medicine={null}
                onSaved={(text) => setSaid(`${text} is on the list.`)}
                onCancel={null}
              />
            </div>
          )}
          {failed === null ? null : (
            <p className="notice warn" role="alert">
              The check could not be made ({failed}). Your list is saved. Load the page again, or ask a
              pharmacist.
            </p>
          )}
          {answer === null ? null : <Alerts answer={answer} onFillIn={() => openAboutMe(aboutMe.current)} />}
          <section className="card no-print" aria-label="What changes what to avoid">
            <AboutMe
              ref={aboutMe}
              key={undone}
              record={record}
              circumstances={circumstances}
              disabled={diary.readOnly}
              say={setSaid}
            />
            <details>
              <summary>Signs I have now</summary>
              <div className="stack">
                <p className="soft small">Only for this look: signs are not kept.</p>
                <div className="ticks">
                  {signChoices.map(({ id, name }) => (
                    <label key={id} className="check">
                      <input
                        type="checkbox"
                        checked={signs.includes(name)}
                        onChange={({ target }) =>
                          setSigns((before) =>
                            target.checked ? [...before, name] : before.filter((sign) => sign !== name),
                          )
                        }
                      />
                      {name}
                    </label>
                  ))}
                </div>
              </div>
            </details>
          </section>
          <section className="card" aria-labelledby="reading">
            <h2 id="reading">How to read this</h2>
            <dl className="terms">
              {Object.entries(gradeWords).map(([grade, { name, meaning }]) => (
                <div key={grade}>
                  <dt>{name}</dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
            <p>
              No warning is not the same as no danger. Do not stop or change a medicine or a pump because of
              this page: stopping suddenly can be dangerous.{" "}
              <Link to="/what-to-avoid/stopping">What stopping does</Link>
            </p>
            <p>
              <Link to="/show-me#alerts">How often these warnings are right</Link> ·{" "}
              <Link to="/about/intended-use">What this is, and what not</Link>
            </p>
            {answer === null ? null : (
              <p className="no-print">
                <Press onPress={() => window.print()}>Print for the pharmacy</Press>
              </p>
            )}
          </section>
          <UndoBar
            diary={diary}
            said={said}
            onUndone={() => {
              setSaid("Taken back.");
              setUndone((before) => before + 1);
            }}
          />
        </>
      ) : null}
    </>
  );
}
