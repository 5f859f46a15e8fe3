import type { ImportChoice } from "@unclench/record";
import type { ReactNode } from "react";
import { Press } from "../controls/Press.tsx";
import type { Incoming } from "./incoming.ts";

/** Enough to see what is wrong with a file; a broken file of years would fill the page. */
const MOST_LINES = 20;

type ImportPreviewProps = {
  incoming: Incoming;
  choice: ImportChoice["changes"];
  disabled: boolean;
  onChoose: (choice: ImportChoice["changes"]) => void;
  onConfirm: () => void;
  onCancel: () => void;
};

/** What a file would change. Nothing has changed yet. */
export function ImportPreview({
  incoming,
  choice,
  disabled,
  onChoose,
  onConfirm,
  onCancel,
}: ImportPreviewProps) {
  const { counts, remarks, changes } = incoming;
  return (
    <section className="card" aria-labelledby="preview">
      <h2 id="preview">{incoming.name}: nothing is changed yet</h2>
      <ul>
        {counts.map((count) => (
          <li key={count}>{count}</li>
        ))}
      </ul>
      {remarks.length === 0 ? null : (
        <div className="stack">
          <h3>What to know about this file</h3>
          <Lines lines={remarks} />
        </div>
      )}
      {changes.length === 0 ? null : (
        <div className="stack">
          <h3>Where your diary and the file differ</h3>
          <Lines lines={changes} />
          <fieldset className="plain row">
            <legend className="field-name">Which of the two counts?</legend>
            <Press pressed={choice === "keep-mine"} onPress={() => onChoose("keep-mine")}>
              Keep mine
            </Press>
            <Press pressed={choice === "take-the-file"} onPress={() => onChoose("take-the-file")}>
              Take the file’s
            </Press>
          </fieldset>
        </div>
      )}
      <div className="row">
        {incoming.brings(choice) === 0 ? (
          <p>There is nothing to bring in.</p>
        ) : (
          <Press primary isDisabled={disabled} onPress={onConfirm}>
            Bring it in
          </Press>
        )}
        <Press onPress={onCancel}>{incoming.brings(choice) === 0 ? "Close" : "Cancel"}</Press>
      </div>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  const more = lines.length - MOST_LINES;
  return (
    <ul>
      {lines.slice(0, MOST_LINES).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {more > 0 ? <li>… and {more} more.</li> : null}
    </ul>
  );
}
