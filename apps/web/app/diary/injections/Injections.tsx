import { type Injection, tables } from "@unclench/record";
import { useState } from "react";
import { Press } from "../../controls/Press.tsx";
import { Problem } from "../../controls/Problem.tsx";
import { saved, useRows } from "../../record/useDiary.ts";
import { useDiaryScreen } from "../../routes/diary/frame.tsx";
import { dateWords } from "@unclench/answers/dates";
import { guidanceWords, InjectionForm } from "./InjectionForm.tsx";
import { muscleWords } from "./MuscleChoice.tsx";

/** A name that was typed before it was said to be an injection begins a new one. */
type InjectionsProps = { begun: string | null; onDone: () => void };

type Writing = { readonly row: Injection | null; readonly like: Partial<Injection> | null };

/** The injections, newest first, to add, repeat, change and remove. */
export function Injections({ begun, onDone }: InjectionsProps) {
  const { diary, today, say, undone } = useDiaryScreen();
  const rows = useRows(diary, tables.injection);
  const [chosen, setWriting] = useState<Writing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { record } = diary;
  const writing = begun === null ? chosen : { row: null, like: { product: begun } };
  const done = () => {
    setWriting(null);
    onDone();
  };
  const remove = async (row: Injection) => {
    if (record === null) return;
    const failed = await saved(record.remove(tables.injection, row.id));
    setProblem(failed);
    if (failed === null) say(`${row.product} of ${dateWords(row.date)} is removed.`);
  };
  const form = ({ row, like }: Writing) =>
    record === null ? null : (
      <InjectionForm
        key={`${row?.id ?? "new"} ${like?.product ?? ""} ${undone}`}
        record={record}
        row={row}
        like={like}
        today={today}
        known={[...new Set(rows.map(({ product }) => product))]}
        onSaved={(product) => {
          say(`${product} is saved.`);
          done();
        }}
        onCancel={done}
      />
    );
  return (
    <section className="stack" aria-labelledby="injections">
      <h2 id="injections">Injections</h2>
      <Problem>{problem}</Problem>
      {rows.length === 0 ? null : (
        <ul className="periods">
          {rows.toReversed().map((row) => (
            <li key={row.id}>
              {writing?.row?.id === row.id ? (
                form(writing)
              ) : (
                <InjectionCard
                  row={row}
                  disabled={diary.readOnly}
                  onChange={() => setWriting({ row, like: null })}
                  onAgain={() => setWriting({ row: null, like: row })}
                  onRemove={() => void remove(row)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {writing !== null && writing.row === null ? (
        form(writing)
      ) : (
        <p>
          <Press isDisabled={diary.readOnly} onPress={() => setWriting({ row: null, like: null })}>
            Add an injection
          </Press>
        </p>
      )}
    </section>
  );
}

type InjectionCardProps = {
  row: Injection;
  disabled: boolean;
  onChange: () => void;
  onAgain: () => void;
  onRemove: () => void;
};

function InjectionCard({ row, disabled, onChange, onAgain, onRemove }: InjectionCardProps) {
  const { product, date, muscles, guidance, clinic, next, note } = row;
  const name = `${product} of ${dateWords(date)}`;
  return (
    <section className="card" aria-label={name}>
      <div>
        <h3>{product}</h3>
        <p>Given {dateWords(date)}</p>
      </div>
      {muscles.length === 0 ? null : (
        <ul>
          {muscles.map((one) => (
            <li key={muscleWords(one)}>
              {muscleWords(one)}
              {one.units === null ? "" : `: ${one.units} units`}
            </li>
          ))}
        </ul>
      )}
      {guidance === null ? null : <p>How the muscle was found: {guidanceWords[guidance]}</p>}
      {clinic === null ? null : <p>{clinic}</p>}
      {next === null ? null : <p>Next one planned for {dateWords(next)}</p>}
      {note === null ? null : <p className="note">{note}</p>}
      <div className="row">
        <Press isDisabled={disabled} aria-label={`Change ${name}`} onPress={onChange}>
          Change
        </Press>
        <Press isDisabled={disabled} aria-label={`Another one like ${name}`} onPress={onAgain}>
          Another one
        </Press>
        <Press isDisabled={disabled} aria-label={`Remove ${name}`} onPress={onRemove}>
          Remove
        </Press>
      </div>
    </section>
  );
}
