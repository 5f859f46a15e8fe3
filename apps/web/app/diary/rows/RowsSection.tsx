import type { Table } from "@unclench/record";
import { type ReactNode, useId, useState } from "react";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { saved, useRows } from "../../record/useDiary.ts";
import { useHydrated } from "../../record/useHydrated.ts";
import { useDiaryScreen } from "../../routes/diary/frame.tsx";
import type { FieldSpec } from "./FieldInput.tsx";
import { RowForm } from "./RowForm.tsx";

export type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };

type RowsSectionProps = {
  table: Table;
  title: string;
  lead: string;
  /** "Add an appointment" */
  add: string;
  fields: readonly FieldSpec[];
  /** one row in words, as it stands in the list and is called by its buttons */
  words: (row: AnyRow) => string;
  /** what a new row begins with */
  start: Readonly<Record<string, unknown>>;
  /** below the words of a row */
  note?: (row: AnyRow) => ReactNode;
  /** the newest first */
  newestFirst?: boolean;
};

/** At once on the screen; the rest at a touch, so that ten years stay fluid. */
const PAGE = 30;

/** The rows of one table: read, add, change, remove; Undo stands below the page. */
export function RowsSection({
  table,
  title,
  lead,
  add,
  fields,
  words,
  start,
  note,
  newestFirst = false,
}: RowsSectionProps) {
  const heading = useId();
  const { diary, today, say, undone } = useDiaryScreen();
  const hydrated = useHydrated();
  const rows: readonly AnyRow[] = useRows(diary, table);
  const [writing, setWriting] = useState<{ readonly row: AnyRow | null } | null>(null);
  const [shown, setShown] = useState(PAGE);
  const [problem, setProblem] = useState<string | null>(null);
  const { record } = diary;
  const remove = async (row: AnyRow) => {
    if (record === null) return;
    const failed = await saved(record.remove(table, row.id));
    setProblem(failed);
    if (failed === null) say(`${words(row)}: removed.`);
  };
  const form = (row: AnyRow | null) =>
    record === null ? null : (
      <RowForm
        key={`${row?.id ?? ""} ${undone}`}
        record={record}
        table={table}
        fields={fields}
        start={row ?? start}
        id={row?.id ?? null}
        title={row === null ? add : `Change: ${words(row)}`}
        today={today}
        onSaved={() => {
          say("Saved.");
          setWriting(null);
        }}
        onCancel={() => setWriting(null)}
      />
    );
  const ordered = newestFirst ? rows.toReversed() : rows;
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p>{lead}</p>
      <Problem>{problem}</Problem>
      {!hydrated || diary.state !== "ready" ? null : (
        <>
          {ordered.length === 0 ? null : (
            <ul className="periods">
              {ordered.slice(0, shown).map((row) => (
                <li key={row.id}>
                  {writing?.row?.id === row.id ? (
                    form(row)
                  ) : (
                    <div className="row">
                      <div className="grow">
                        <span>{words(row)}</span>
                        {note?.(row)}
                      </div>
                      <Press
                        isDisabled={diary.readOnly}
                        aria-label={`Change: ${words(row)}`}
                        onPress={() => setWriting({ row })}
                      >
                        Change
                      </Press>
                      <Press
                        isDisabled={diary.readOnly}
                        aria-label={`Remove: ${words(row)}`}
                        onPress={() => void remove(row)}
                      >
                        Remove
                      </Press>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )}
          {shown < ordered.length ? (
            <p>
              <Press onPress={() => setShown((before) => before + PAGE)}>
                Show more: {ordered.length - shown} left
              </Press>
            </p>
          ) : null}
          {writing !== null && writing.row === null ? (
            form(null)
          ) : (
            <p>
              <Press isDisabled={diary.readOnly} onPress={() => setWriting({ row: null })}>
                {add}
              </Press>
            </p>
          )}
        </>
      )}
    </section>
  );
}
