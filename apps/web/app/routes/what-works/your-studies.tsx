import type { StudiesExample } from "@unclench/answers/studies-examples";
import type { YourStudies, YourStudiesRequest } from "@unclench/answers/your-studies";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { useHydrated } from "../../record/useHydrated.ts";
import "../../styles/studies.css";
import { type Asked, studiesEngine, useStudies } from "../../worker/useStudies.ts";
import { NetworkView } from "../../your-studies/NetworkView.tsx";
import { PairView } from "../../your-studies/PairView.tsx";
import { StudiesChoices } from "../../your-studies/StudiesChoices.tsx";
import { StudiesInput } from "../../your-studies/StudiesInput.tsx";
import { TakeAlong } from "../../your-studies/TakeAlong.tsx";

export const meta = () => [
  { title: "Compare studies of your own · Unclench" },
  {
    name: "description",
    content:
      "Pool studies and compare many treatments in one network, on your own device: forest plot, league table, ranks, scripts for R.",
  },
];

const first: YourStudiesRequest = {
  measure: "OR",
  method: "REML",
  model: "random",
  smallValues: "good",
  reference: null,
};

/** For people who work with studies: their own data, the same engine. Nothing is kept, nothing is sent. */
export default function YourStudiesPage() {
  const hydrated = useHydrated();
  const [draft, setDraft] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [example, setExample] = useState<StudiesExample | null>(null);
  const [request, setRequest] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, result, failed } = useStudies(asked);
  const answerHeading = useRef<HTMLHeadingElement>(null);
  const faultLine = useRef<HTMLParagraphElement>(null);
  const leadThere = useRef(false);
  const answer = result?.ok === true ? result.value : null;
  const fault = problem ?? (result?.ok === false ? result.sentence : null);
  useEffect(() => {
    // Asked for by a press, the answer is shown; a choice changed above it moves nothing.
    if (busy || !leadThere.current || result === null) return;
    leadThere.current = false;
    (result.ok ? answerHeading : faultLine).current?.focus();
  }, [busy, result]);

  const compare = async (text: string, fileName: string, part: Partial<YourStudiesRequest> = {}) => {
    setProblem(null);
    if (text.trim() === "") {
      setProblem("There is nothing to compare yet: choose a file, paste a table or take public data.");
      return;
    }
    // The treatments of other data may have other names.
    const next = { ...request, reference: null, ...part };
    const measure = await studiesEngine().measureSuiting(text, fileName, next.measure);
    leadThere.current = true;
    setRequest({ ...next, measure });
    setAsked({ text, fileName, request: { ...next, measure } });
  };
  const take = async (file: File) => {
    setExample(null);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await studiesEngine().textOfFile(bytes, file.name);
      if (!read.ok) {
        setProblem(read.sentence);
        return;
      }
      setDraft(read.text);
      await compare(read.text, file.name);
    } catch {
      // The file was moved or taken away between choosing and reading.
      setProblem(`${file.name} could not be opened: choose it again.`);
    }
  };
  const choose = (part: Partial<YourStudiesRequest>) => {
    const next = { ...request, ...part };
    setRequest(next);
    if (asked !== null) setAsked({ ...asked, request: next });
  };
  return (
    <>
      <div className="intro">
        <h1>Studies of your own</h1>
        <p className="lead">
          Bring a table of studies and compare all treatments in it, directly and through each other. It is
          worked out on this device and sent nowhere.
        </p>
        <p className="soft">
          For people who work with studies. Looking for treatments of spasticity?{" "}
          <Link to="/what-works">What works?</Link> has them.
        </p>
      </div>
      <noscript>
        <p className="notice">
          The studies are read and compared by this browser itself, so this page needs JavaScript.
        </p>
      </noscript>
      <StudiesInput
        draft={draft}
        disabled={!hydrated}
        onDraft={(text) => {
          setDraft(text);
          setExample(null);
        }}
        onFile={(file) => void take(file)}
        onExample={(chosen) => {
          setDraft(chosen.text);
          setExample(chosen);
          const { measure, smallValues, reference } = chosen;
          void compare(chosen.text, "", { measure, smallValues, reference });
        }}
        onCompare={() => void compare(draft, "")}
      />
      {fault === null ? null : (
        <p className="notice warn" role="alert" tabIndex={-1} ref={faultLine}>
          {fault}
        </p>
      )}
      {failed === null ? null : (
        <p className="notice warn" role="alert">
          This could not be worked out, which is a fault of ours ({failed}).
        </p>
      )}
      <StudiesChoices
        request={request}
        treatments={answer?.treatments ?? (request.reference === null ? [] : [request.reference])}
        disabled={!hydrated}
        onChange={choose}
      />
      <div role="status" aria-live="polite">
        {busy ? <p>Comparing …</p> : null}
      </div>
      {answer === null || problem !== null ? null : (
        <>
          <section className="stack" aria-labelledby="answer">
            <h2 id="answer" tabIndex={-1} ref={answerHeading}>
              {answer.headline}
            </h2>
            {example === null ? null : (
              <p className="notice">
                <span>
                  {example.about}{" "}
                  <a href={example.link} rel="noreferrer">
                    Source
                  </a>
                </span>
              </p>
            )}
            {answer.notes.map((note) => (
              <p key={note} className="notice">
                {note}
              </p>
            ))}
          </section>
          <Parts answer={answer} />
          <TakeAlong answer={answer} />
        </>
      )}
    </>
  );
}

function Parts({ answer }: { answer: YourStudies }) {
  const { parts, ratio, measureName } = answer;
  return parts.map((part, place) => {
    const id = `part-${place + 1}`;
    return (
      <section className="card" aria-labelledby={id} key={part.network.treatments.join()}>
        <h2 id={id}>{part.pair === null || parts.length > 1 ? part.title : part.pair.title}</h2>
        {part.pair === null ? (
          <NetworkView part={part} answer={answer} />
        ) : (
          <PairView pair={part.pair} ratio={ratio} measureName={measureName} />
        )}
      </section>
    );
  });
}
