import { examples, type StudiesExample } from "@unclench/answers/studies-examples";
import { Press } from "../controls/Press.tsx";

type StudiesInputProps = {
  draft: string;
  /** Before the scripts of the page run nothing here would act. */
  disabled: boolean;
  onDraft: (text: string) => void;
  onFile: (file: File) => void;
  onExample: (example: StudiesExample) => void;
  onCompare: () => void;
};

const format = `study,year,treatment,events,n
A,2001,x,3,40
A,2001,placebo,9,41
B,2004,x,5,60
B,2004,y,8,61`;

/** A file, a table typed or pasted, or an example. */
export function StudiesInput({ draft, disabled, onDraft, onFile, onExample, onCompare }: StudiesInputProps) {
  return (
    <section className="card no-print" aria-labelledby="studies">
      <h2 id="studies">The studies</h2>
      <div className="stack needs-script">
        <label className="field">
          File of studies (CSV or JSON)
          <input
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            disabled={disabled}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) onFile(file);
              // The same file, once corrected, can be chosen again.
              target.value = "";
            }}
          />
        </label>
        <label className="field wide">
          Or type or paste a table
          <textarea
            className="pasted"
            value={draft}
            rows={7}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            disabled={disabled}
            onChange={({ target }) => onDraft(target.value)}
          />
        </label>
      </div>
      <details>
        <summary>What the table looks like</summary>
        <div className="stack">
          <p>
            One line for each group of people in a study. For scores the columns are <code>study</code>,{" "}
            <code>treatment</code>, <code>n</code>, <code>mean</code>, <code>sd</code>. A column{" "}
            <code>year</code> may be there; other columns are not used. Commas, semicolons or tabs divide the
            cells. A JSON file may hold ready effects instead.
          </p>
          <pre className="scroll">{format}</pre>
        </div>
      </details>
      <div className="row needs-script">
        <Press primary isDisabled={disabled} onPress={onCompare}>
          Compare
        </Press>
      </div>
      <div className="stack needs-script">
        <h3>Or try it with public data</h3>
        <div className="row">
          {examples.map((example) => (
            <Press key={example.id} isDisabled={disabled} onPress={() => onExample(example)}>
              {example.name}
            </Press>
          ))}
        </div>
      </div>
    </section>
  );
}
