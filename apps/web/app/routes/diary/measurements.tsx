import { ashworthGrades, tables } from "@unclench/record";
import type { Draft, FieldSpec } from "../../diary/rows/FieldInput.tsx";
import { type AnyRow, RowsSection } from "../../diary/rows/RowsSection.tsx";
import { dateWords } from "@unclench/answers/dates";
import { useDiaryScreen } from "./frame.tsx";

export const meta = () => [
  { title: "Goals and measurements · Unclench" },
  {
    name: "description",
    content:
      "What you want to reach, and what was measured: walking time, range of motion, the Ashworth grade.",
  },
];

const kinds: Readonly<Record<string, { readonly words: string; readonly unit: string }>> = {
  "walk-10m": { words: "Walking 10 metres", unit: "seconds" },
  "timed-up-and-go": { words: "Stand up, walk and sit down again", unit: "seconds" },
  "range-of-motion": { words: "How far a joint moves", unit: "degrees" },
  "modified-ashworth": { words: "Modified Ashworth grade", unit: "" },
  other: { words: "Something else", unit: "" },
};

const is = (kind: string) => (draft: Draft) => draft.kind === kind;

const fields: readonly FieldSpec[] = [
  { name: "date", label: "Day", as: "day" },
  {
    name: "kind",
    label: "What was measured?",
    as: "choice",
    choices: Object.entries(kinds).map(([kind, { words }]) => [kind, words] as const),
  },
  { name: "what", label: "What it was", as: "line", when: is("other") },
  { name: "value", label: "Value", as: "number", when: is("other") },
  { name: "unit", label: "Unit (may be empty)", as: "line", most: 50, when: is("other") },
  { name: "value", label: "Seconds", as: "number", when: is("walk-10m") },
  { name: "value", label: "Seconds", as: "number", when: is("timed-up-and-go") },
  { name: "value", label: "Degrees", as: "number", when: is("range-of-motion") },
  {
    name: "grade",
    label: "Grade, as the person who tested it said",
    as: "choice",
    choices: ashworthGrades.map((grade) => [grade, grade] as const),
    when: is("modified-ashworth"),
  },
  {
    name: "where",
    label: "Which joint or muscle (may be empty)",
    as: "line",
    when: ({ kind }) => kind === "range-of-motion" || kind === "modified-ashworth" || kind === "other",
  },
  { name: "by", label: "Who measured (may be empty)", as: "line" },
];

function measurementWords({ date, kind, value, grade, what, unit, where, by }: AnyRow): string {
  const known = kinds[String(kind)];
  const name = kind === "other" ? String(what) : (known?.words ?? "");
  const size = kind === "modified-ashworth" ? String(grade) : String(value);
  const measuredIn = kind === "other" ? (unit === null ? "" : ` ${String(unit)}`) : ` ${known?.unit ?? ""}`;
  return [
    dateWords(String(date)),
    `${name}: ${size}${measuredIn.trimEnd()}`,
    ...(where === null ? [] : [String(where)]),
    ...(by === null ? [] : [`by ${String(by)}`]),
  ].join(", ");
}

const goalFields: readonly FieldSpec[] = [
  { name: "text", label: "What you want to be able to do", as: "line" },
  { name: "from", label: "First day", as: "day" },
  { name: "until", label: "Last day (empty: it goes on)", as: "day" },
];

const goalWords = ({ text, from, until }: AnyRow): string =>
  `${String(text)}, ${until === null ? `since ${dateWords(String(from))}` : `${dateWords(String(from))} to ${dateWords(String(until))}`}`;

export default function Measurements() {
  const { today } = useDiaryScreen();
  return (
    <>
      <div className="intro">
        <h1>Goals and measurements</h1>
        <p className="lead">What matters to you, and what was measured. Both are yours to use or to leave.</p>
      </div>
      <RowsSection
        table={tables.goal}
        title="Your goals"
        lead="A goal is something you would see in daily life, such as “open my hand for a cup”. It can be rated in a check-in."
        add="Add a goal"
        fields={goalFields}
        words={goalWords}
        start={{ from: today }}
      />
      <RowsSection
        table={tables.measurement}
        title="Your measurements"
        lead="What you or the people who treat you measured. The latest stands first."
        add="Add a measurement"
        fields={fields}
        words={measurementWords}
        start={{ date: today }}
        newestFirst
      />
    </>
  );
}
