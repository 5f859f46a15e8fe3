/** `unclench learn [TOPIC]`: the pages to learn from, as the app shows them. */
import { explainedTerms } from "@unclench/answers/glossary";
import { learnGroups, type LearnPage, learnPage } from "@unclench/answers/learn";
import { type ScalesPage, scalesPage } from "@unclench/answers/learn-scales";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections } from "../lines.ts";
import { sourceText } from "../sourceText.ts";

const ids = learnGroups()
  .flatMap(({ pages }) => pages)
  .map(({ id }) => id);

const help = `unclench learn [TOPIC] [--json]

What spasticity is and why it happens, the signs told apart, nights, scales (also grade by grade), and each condition: each
sentence with how sure it is and its sources. Without a topic: the list of pages. The topic glossary: every word that is explained.

  TOPIC   one of: ${ids.join(", ")}, glossary
  --json  the answer as JSON (docs/formats.md)`;

type Sourced = Pick<LearnPage["sections"][number]["facts"][number], "sure" | "sources">;

const rests = ({ sure, sources }: Sourced): string[] => [
  indented(2, `How sure: ${sure}.`),
  ...sources.map((source) => indented(2, sourceText(source))),
];

const text = (page: LearnPage): string =>
  sections(
    [page.title, page.lead],
    page.signs === null
      ? []
      : page.signs.flatMap((sign) => [
          sign.name.toUpperCase(),
          indented(1, sign.like),
          indented(1, sign.apart),
          ...rests(sign),
        ]),
    ...page.sections.map(({ heading, facts, missing, note }) => [
      heading.toUpperCase(),
      ...(missing === null ? [] : [indented(1, missing)]),
      ...facts.flatMap((fact) => [indented(1, fact.text), ...rests(fact)]),
      ...(note === null ? [] : [indented(1, note)]),
    ]),
    [`Checked on ${page.checked}. Written by ${page.author}. Reviewer: ${page.reviewer}.`, page.ownWords],
  );

const grades = (page: ScalesPage): string =>
  sections(
    [page.title, page.lead],
    ...page.scales.map(({ name, who, steps, sources, more, cannot, change, missing }) => [
      name.toUpperCase(),
      indented(1, who),
      ...steps.map(({ label, words }) => indented(1, `${label}: ${words}`)),
      ...sources.map((source) => indented(2, sourceText(source))),
      ...more.flatMap((fact) => [indented(1, fact.text), ...rests(fact)]),
      indented(1, "What it cannot say:"),
      ...cannot.flatMap((fact) => [indented(1, fact.text), ...rests(fact)]),
      indented(1, "How large a change has to be:"),
      ...change.flatMap((fact) => [indented(1, fact.text), ...rests(fact)]),
      ...(missing === null ? [] : [indented(1, missing)]),
    ]),
    [page.ownWords],
  );

export const learn: Command = {
  help,
  options: { json: { type: "boolean" } },
  run({ values, positionals }) {
    const called = positionals.join(" ");
    if (called === "") {
      const groups = learnGroups();
      if (values.json === true) return answer(JSON.stringify(groups, null, 2));
      return answer(
        sections(
          ...groups.map(({ name, pages }) => [
            name.toUpperCase(),
            ...pages.map(({ id, title }) => indented(1, `${id}: ${title}`)),
          ]),
        ),
      );
    }
    if (called === "glossary") {
      const terms = explainedTerms();
      if (values.json === true) return answer(JSON.stringify(terms, null, 2));
      return answer(
        sections(
          ...terms.map(({ term, plain, sources }) => [
            term,
            indented(1, plain),
            ...sources.map((source) => indented(2, sourceText(source))),
          ]),
        ),
      );
    }
    if (called.toLowerCase() === "scales")
      return answer(values.json === true ? JSON.stringify(scalesPage(), null, 2) : grades(scalesPage()));
    const page = learnPage(called);
    if (!page.ok) return fault(page.error.sentence);
    return answer(values.json === true ? JSON.stringify(page.value, null, 2) : text(page.value));
  },
};
