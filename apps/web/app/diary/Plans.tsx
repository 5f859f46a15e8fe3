import { tables } from "@unclench/record";
import { dateWords } from "@unclench/answers/dates";
import type { FieldSpec } from "./rows/FieldInput.tsx";
import { type AnyRow, RowsSection } from "./rows/RowsSection.tsx";

type PlansProps = { today: string; known: readonly string[] };

const stepWords = ({ medicine, from, text }: AnyRow): string =>
  `${String(medicine)}, from ${dateWords(String(from))}: ${String(text)}`;
const missedWords = ({ medicine, date }: AnyRow): string => `${String(medicine)}, ${dateWords(String(date))}`;

/** What the prescriber planned, step by step, and the doses that were missed. */
export function Plans({ today, known }: PlansProps) {
  const medicine: FieldSpec = { name: "medicine", label: "Medicine", as: "line", offered: known };
  return (
    <>
      <RowsSection
        table={tables.titrationStep}
        title="The plan for a dose, step by step"
        lead="Copy each step as your prescriber gave it. This page never suggests a step."
        add="Add a step"
        fields={[
          medicine,
          { name: "from", label: "From which day", as: "day" },
          { name: "text", label: "The step, in their words", as: "line" },
        ]}
        words={stepWords}
        start={{ from: today }}
      />
      <RowsSection
        table={tables.missedDose}
        title="Missed doses"
        lead="They can be kept in a check-in too. Do not catch up on your own: ask your prescriber or pharmacist."
        add="Add a missed dose"
        fields={[medicine, { name: "date", label: "Day", as: "day" }]}
        words={missedWords}
        start={{ date: today }}
        newestFirst
      />
    </>
  );
}
