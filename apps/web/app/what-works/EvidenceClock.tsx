import type { EvidenceClock as Clock } from "@unclench/answers/what-works";
import { useState } from "react";
import { Press } from "../controls/Press.tsx";
import { Source } from "../pictures/Source.tsx";
import { dateWords } from "@unclench/answers/dates";

/** How old the evidence is, what is missing from it, what would change it, and how to put a mistake right. */
export function EvidenceClock({ clock }: { clock: Clock }) {
  return (
    <section className="stack" aria-labelledby="clock">
      <h2 id="clock">How old is this, and what is missing?</h2>
      <p>Trials were last searched and read on {dateWords(clock.searched)}; many in their abstracts only.</p>
      <details>
        <summary>Looked for and not found</summary>
        <ul className="stack">
          {clock.missing.map(({ id, words, reference, source }) => (
            <li key={id}>
              {words}
              {reference === null ? "" : ` (${reference})`}
              {source === null ? null : <Source source={source} />}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>What would change the picture</summary>
        <ul className="stack">
          {clock.wouldChange.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <details className="no-print">
        <summary>Found a mistake?</summary>
        <Correction text={clock.correction} />
      </details>
    </section>
  );
}

function Correction({ text }: { text: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
    } catch {
      setSaid("This browser did not allow it: mark the text above and copy it.");
    }
  };
  return (
    <div className="stack">
      <p>
        Copy these lines, fill them in, and give them to whoever you have Unclench from, or put them into the
        issues of its code repository. Nothing is sent from here. A correction counts once its source was
        read.
      </p>
      <pre className="letter">{text}</pre>
      <div className="row needs-script">
        <Press onPress={() => void copy()}>Copy these lines</Press>
        <p role="status" aria-live="polite">
          {said}
        </p>
      </div>
    </div>
  );
}
