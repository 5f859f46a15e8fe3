/** Everything that can be found: one document for each page, and for each thing on a page that people look for. */
import { flowsOf, textOf } from "@unclench/content";
import { articles } from "@unclench/content/articles";
import { conditions, medicineNames, patterns, treatments } from "@unclench/knowledge";
import { redFlagWords, sideEffects, stopping, triggerWords } from "@unclench/knowledge/avoid";
import { glossary } from "@unclench/knowledge/glossary";
import { learnFactById, learnPageFacts } from "@unclench/knowledge/learn";
import { experienceGroups, experiences } from "@unclench/knowledge/experiences";
import { bankQuestions } from "@unclench/knowledge/questions";
import { reliefPlaces } from "@unclench/knowledge/relief";
import { routines } from "@unclench/knowledge/routines";
import { scaleSteps } from "@unclench/knowledge/scale-steps";
import { vocabulary } from "@unclench/knowledge/vocabulary";
import { treatmentPage } from "../treatmentPage/index.ts";
import { scalesListed } from "../learn/scales.ts";
import { ownPages } from "./ownPages.ts";
import type { SearchDocument } from "./types.ts";

/** Brands and other names of a medicine, without remarks: "tizanidina (ES/PT/IT)". */
function namesOf(medicine: string | null, pumped = false): string {
  const entry = medicineNames.find((known) => known.medicine === medicine);
  if (entry === undefined) return "";
  const brands = entry.brands.filter(({ route }) => (route === "intrathecal") === pumped);
  const names = [entry.medicine, ...brands.map(({ name }) => name), ...entry.synonyms];
  return [...new Set(names.map((name) => name.replace(/\s*\([^)]*\)/g, "")))].join(", ");
}

/** Its brands are those that go into a pump. */
const PUMP = "baclofen-intrathecal";

const conditionWords = (id: string): string => {
  const words = vocabulary.filter(
    ({ id: known, kind }) => kind === "condition" && known === (vocabularyOf[id] ?? id),
  );
  return words.flatMap((entry) => entry.words).join(", ");
};
const vocabularyOf: Readonly<Record<string, string>> = {
  ms: "multiple-sclerosis",
  sci: "spinal-cord-injury",
  "cp-child": "cerebral-palsy",
  "cp-adult": "cerebral-palsy",
  tbi: "brain-injury",
  hsp: "hereditary-spastic-paraplegia",
};

/** Words by which people look for a treatment without a brand. */
const everydayNames: Readonly<Record<string, string>> = {
  "baclofen-intrathecal": "ITB, intrathecal baclofen, implant",
  "botulinum-toxin-a": "toxin, jab, injections",
  nabiximols: "cannabis spray, weed, marijuana",
  nmes: "FES, electrical stimulation, electrodes",
  tens: "electrical stimulation, electrodes",
  "selective-dorsal-rhizotomy": "SDR, nerve operation, surgery",
  "shock-wave": "ESWT, shockwave",
  rtms: "TMS, rTMS, brain stimulation",
  splint: "orthosis, brace, AFO, cast",
  physiotherapy: "physio, physical therapy, PT",
};

const treatmentDocuments = (): SearchDocument[] =>
  treatments.map(({ id, name, form, medicine }) => {
    const page = treatmentPage(id);
    const told = page.ok ? page.value.parts.filter((part) => toldParts.includes(part.id)) : [];
    return {
      id: `treatment:${id}`,
      kind: "treatment",
      title: name,
      path: `/treatments/${id}`,
      names: [namesOf(medicine, id === PUMP), everydayNames[id] ?? ""]
        .filter((text) => text !== "")
        .join(", "),
      text: [
        form ?? "",
        ...told.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ text }) => text))),
      ].join(" "),
    };
  });

/** What else a page says stands on pages of its own: trials, side effects, stopping, questions. */
const toldParts: readonly string[] = ["what", "for-whom", "taken", "watch", "effort"];

const comparisons = (): SearchDocument[] =>
  conditions.flatMap((condition) =>
    patterns.map(
      (pattern): SearchDocument => ({
        id: `comparison:${condition.id}:${pattern.id}`,
        kind: "comparison",
        title: `${condition.name}, ${pattern.name.toLowerCase()}: what works`,
        path: `/what-works/${condition.id}/${pattern.id}`,
        names: conditionWords(condition.id),
        text: "treatments side by side, trials, what helps",
      }),
    ),
  );

const routineDocuments = (): SearchDocument[] =>
  routines.map(({ id, name, targets, patterns: seen, steps, equipment }) => {
    const places = reliefPlaces.filter(
      (place) =>
        targets.some((target) => place.targets.includes(target)) ||
        seen.some((one) => place.patterns.includes(one)),
    );
    return {
      id: `routine:${id}`,
      kind: "routine",
      title: name,
      path: `/relief/${id}`,
      names: [...targets, ...seen.map((one) => one.replaceAll("-", " "))].join(", "),
      text: [...places.flatMap(({ words }) => words), ...equipment, ...steps].join(" "),
    };
  });

const medicineTitle = (id: string): string => treatments.find((one) => one.id === id)?.name ?? id;

/** [AN-380] All documents, each with a page that is there. */
export function searchDocuments(): SearchDocument[] {
  return [
    ...redFlagWords.map(
      ({ id, title, why, signs, call, who }): SearchDocument => ({
        id: `urgent:${id}`,
        kind: "urgent",
        title,
        path: `/help-today#${id}`,
        names: signs.join(", "),
        text: [why, call, who].join(" "),
      }),
    ),
    ...comparisons(),
    ...treatmentDocuments(),
    ...routineDocuments(),
    ...triggerWords.map(
      ({ id, ask, look, do: todo }): SearchDocument => ({
        id: `avoid:${id}`,
        kind: "avoid",
        title: ask,
        path: "/what-to-avoid/suddenly-worse",
        names: look.join(", "),
        text: `suddenly worse trigger ${todo}`,
      }),
    ),
    ...sideEffects.map(
      ({ treatment, tables }): SearchDocument => ({
        id: `side-effects:${treatment}`,
        kind: "side-effects",
        title: `Side effects of ${medicineTitle(treatment)}`,
        path: `/what-to-avoid/side-effects/${treatment}`,
        names: namesOf(treatments.find(({ id }) => id === treatment)?.medicine ?? null, treatment === PUMP),
        text: tables.flatMap(({ rows }) => rows.map(({ effect }) => effect)).join(", "),
      }),
    ),
    ...stopping.map(
      ({ id, name, medicines, what, signs }): SearchDocument => ({
        id: `stopping:${id}`,
        kind: "stopping",
        title: `Stopping ${name}`,
        path: `/what-to-avoid/stopping/${id}`,
        names: medicines.map((medicine) => namesOf(medicine, id === PUMP)).join(", "),
        text: ["stop, withdrawal, come off, quit, taper", what, ...signs].join(" "),
      }),
    ),
    ...bankQuestions.map(
      ({ id, text, why }): SearchDocument => ({
        id: `question:${id}`,
        kind: "question",
        title: text,
        path: "/what-do-i-ask",
        names: "",
        text: why,
      }),
    ),
    ...learnPageFacts.map(
      ({ id, title, lead, words, sections }): SearchDocument => ({
        id: `learn:${id}`,
        kind: "learn",
        title,
        path: `/learn/${id}`,
        names: words,
        text: [
          lead,
          ...sections.flatMap(({ heading, facts }) => [
            heading,
            ...facts.map((fact) => learnFactById.get(fact)?.text ?? ""),
          ]),
        ].join(" "),
      }),
    ),
    {
      id: "learn:scales",
      kind: "learn",
      title: scalesListed.title,
      path: scalesListed.path,
      names: "modified ashworth grades, MAS, tardieu angle, penn spasm score",
      text: [scalesListed.lead, ...scaleSteps.flatMap(({ name, who }) => [name, who])].join(" "),
    },
    ...articles.map(
      ({ id, title, summary, blocks }): SearchDocument => ({
        id: `article:${id}`,
        kind: "article",
        title,
        path: `/articles/${id}`,
        // What its parts are called counts more than what stands in them.
        names: blocks.flatMap((block) => (block.type === "heading" ? [block.text] : [])).join(", "),
        text: [summary, ...flowsOf(blocks).map(({ inlines }) => textOf(inlines))].join(" "),
      }),
    ),
    ...glossary.map(
      ({ id, term, plain, words }): SearchDocument => ({
        id: `word:${id}`,
        kind: "word",
        title: `The word “${term}”`,
        path: `/learn/glossary#${id}`,
        names: words.join(", "),
        text: plain,
      }),
    ),
    ...experienceGroups.map(
      ({ id, name, also, subjects }): SearchDocument => ({
        id: `experience:${id}`,
        kind: "experience",
        title: name,
        path: `/experiences#${id}`,
        names: also,
        text: [
          "what people report, what others say, experiences, survey, interviews",
          ...experiences.filter(({ subject }) => subjects.includes(subject)).map(({ claim }) => claim),
        ].join(" "),
      }),
    ),
    ...ownPages,
  ];
}
