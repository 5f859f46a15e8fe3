/** `unclench treatment [NAME]`: everything that is known of one treatment, as its page in the app shows it. */
import {
  type AnswerLine,
  type Block,
  type FiguresOfPlace,
  type Line,
  type PageFigure,
  type Part,
  treatmentGroups,
  treatmentPage,
  type TreatmentPage,
} from "@unclench/answers/treatment-page";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections, stopping } from "../lines.ts";

const help = `unclench treatment [NAME] [--json]

Everything that is known of one treatment: how it works, for whom, what trials found, what people report, how it is taken,
side effects, what to watch, stopping, effort, what if it does not help, and questions to ask. Without a name: the list of all.

  NAME    an id, a name or a brand: baclofen-oral, Baclosign, "shock wave"
  --json  the answer as JSON (docs/formats.md)`;

const marks = (sources: readonly number[]): string =>
  sources.length === 0 ? "" : ` [${sources.join(", ")}]`;

const lineText = ({ text, sure, sources }: Line): string =>
  `${text}${sure === null ? "" : ` How sure: ${sure}.`}${marks(sources)}`;

const blockLines = ({ heading, lines }: Block): string[] => [
  ...(heading === null ? [] : [indented(1, heading)]),
  ...lines.map((line) => indented(heading === null ? 1 : 2, lineText(line))),
];

const figureLines = (figure: PageFigure): string[] => [
  indented(
    2,
    `${figure.side === "gain" ? "Gain" : "Harm"}, ${figure.label}: ${figure.sentence}${marks(figure.sources)}`,
  ),
  indented(3, figure.rangeSentence),
  ...(figure.anotherGroupSentence === null ? [] : [indented(3, figure.anotherGroupSentence)]),
  ...(figure.measuredIn === null ? [] : [indented(3, figure.measuredIn)]),
  indented(3, `How sure: ${figure.certainty.words}. ${figure.certainty.reasons.join(" ")}`),
  indented(3, figure.expert),
];

const placeLines = ({ place, path, figures, apart }: FiguresOfPlace, why: string | null): string[] => [
  indented(1, `${place} (${path})`),
  ...figures.flatMap(figureLines),
  ...(apart.length === 0 ? [] : [indented(2, `KEPT APART. ${why ?? ""}`)]),
  ...apart.flatMap(figureLines),
];

function partLines(part: Part, page: TreatmentPage): string[] {
  const { id, heading, missing, blocks } = part;
  return [
    heading.toUpperCase(),
    ...(missing === null ? [] : [indented(1, missing)]),
    ...(id === "trials" ? page.places.flatMap((place) => placeLines(place, page.apartSentence)) : []),
    ...blocks.flatMap(blockLines),
    ...(id === "reported"
      ? page.reported.map(({ text, who, sure, sources }) =>
          indented(1, `${text} Who: ${who} How sure: ${sure}.${marks(sources)}`),
        )
      : []),
    ...(id === "beside" ? besideLines(page) : []),
    ...(id === "taken"
      ? page.routines.map(({ name, path }) => indented(1, `Routine: ${name} (${path})`))
      : []),
  ];
}

const besideLines = ({ beside, readingSentence }: TreatmentPage): string[] =>
  beside.length === 0
    ? []
    : [
        indented(1, readingSentence),
        ...beside.flatMap(({ place, rows }) => [
          indented(1, place),
          ...rows.flatMap(({ name, cells }) =>
            cells.map(({ text, sure }) => indented(2, `${name}: ${text} How sure: ${sure}.`)),
          ),
        ]),
      ];

const answerText = ({ people, text: words, about }: AnswerLine): string =>
  `${people === null ? "" : `${people}: `}${words}${about === null ? "" : ` (${about})`}`;

const text = (page: TreatmentPage): string =>
  sections(
    [
      page.name,
      `${page.groupName}: ${page.form}.`,
      ...(page.brands.length === 0 ? [] : [`Brands: ${page.brands.join(", ")}.`]),
      answerText(page.answer.gain),
      ...(page.answer.harm === null ? [] : [answerText(page.answer.harm)]),
    ],
    ...page.parts.map((part) => partLines(part, page)),
    [
      "SOURCES",
      ...page.sources.map(({ number, authors, title, year, link, readWords }) =>
        indented(
          1,
          `${number} ${[authors?.replace(/\.$/, ""), title, year, link].filter((one) => one != null).join(", ")} (${readWords})`,
        ),
      ),
    ],
    [`Trials searched and read up to ${page.readUntil}.`, page.ownWords, stopping],
  );

const list = (): string =>
  sections(
    ...treatmentGroups().map(({ name, treatments }) => [
      name.toUpperCase(),
      ...treatments.flatMap(({ treatment, answer: { gain, harm } }) => [
        indented(1, `${treatment}: ${answerText(gain)}`),
        ...(harm === null ? [] : [indented(2, answerText(harm))]),
      ]),
    ]),
  );

export const treatment: Command = {
  help,
  options: { json: { type: "boolean" } },
  run({ values, positionals }) {
    const called = positionals.join(" ").trim();
    if (called === "")
      return answer(values.json === true ? JSON.stringify(treatmentGroups(), null, 2) : list());
    const page = treatmentPage(called);
    if (!page.ok) return fault(page.error.sentence);
    return answer(values.json === true ? JSON.stringify(page.value, null, 2) : text(page.value));
  },
};
