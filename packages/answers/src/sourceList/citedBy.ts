/** Which pages rest on a source: found by walking the data behind each page, never kept by hand. */
import { articles } from "@unclench/content/articles";
import {
  conditions,
  expectation,
  exposures,
  medicineNames,
  patterns,
  redFlags,
  scales,
  smallestDifference,
  startingBelief,
  treatments,
} from "@unclench/knowledge";
import { alertRules, medicineClasses, otherMedicines } from "@unclench/knowledge/alerts";
import { sideEffects, stopping, stretching, triggers } from "@unclench/knowledge/avoid";
import { burdens } from "@unclench/knowledge/burden";
import { experiences } from "@unclench/knowledge/experiences";
import { glossary } from "@unclench/knowledge/glossary";
import { injectionReasons } from "@unclench/knowledge/injection-reasons";
import { learnFactById, learnPageFacts, signsToldApart } from "@unclench/knowledge/learn";
import { pausable } from "@unclench/knowledge/pausable";
import { knownGaps } from "@unclench/knowledge/practical";
import { bankQuestions, questionFactById } from "@unclench/knowledge/questions";
import { doesNotHelp, mayHelp } from "@unclench/knowledge/relief";
import { routineFindingById, routines } from "@unclench/knowledge/routines";
import { scaleSteps } from "@unclench/knowledge/scale-steps";
import { sourceById } from "@unclench/knowledge/sources";
import { fill } from "../articles/fill.ts";
import { mixedPopulations, pool, trialById } from "@unclench/knowledge/trials";
import { treatmentPage } from "../treatmentPage/index.ts";
import { scalesListed } from "../learn/scales.ts";

export type CitingPage = { readonly path: string; readonly title: string };

/** The ids of known sources anywhere in a piece of data. */
function sourcesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") {
    if (sourceById.has(value)) found.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) sourcesIn(inner, found);
  }
  return found;
}

const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id;

/** What the page of a treatment is made of, beyond its trials: each source as the page lists it. */
function behindTreatment(id: string): unknown {
  const page = treatmentPage(id);
  if (!page.ok) throw new Error(page.error.sentence);
  return [page.value.sources.map((source) => source.id), burdens.find(({ treatment }) => treatment === id)];
}

/** Each page with the data behind it. */
function* pagesAndData(): Generator<readonly [CitingPage, unknown]> {
  for (const { condition, pattern, trial } of pool.rows) {
    if (!conditions.some(({ id }) => id === condition)) continue;
    for (const place of patterns.filter(({ id }) => pattern === null || id === pattern)) {
      const title = `${nameOf(conditions, condition)}, ${place.name.toLowerCase()}`;
      yield [{ path: `/what-works/${condition}/${place.id}`, title }, trialById.get(trial ?? "")?.source];
    }
  }
  const works = { path: "/what-works", title: "What works?" };
  for (const data of [knownGaps, mixedPopulations, scales, smallestDifference]) yield [works, data];
  for (const { id, name } of treatments)
    yield [{ path: `/treatments/${id}`, title: name }, behindTreatment(id)];
  for (const effects of sideEffects)
    yield [
      {
        path: `/what-to-avoid/side-effects/${effects.treatment}`,
        title: `Side effects of ${nameOf(treatments, effects.treatment)}`,
      },
      effects,
    ];
  for (const entry of stopping)
    yield [{ path: `/what-to-avoid/stopping/${entry.id}`, title: `Stopping ${entry.name}` }, entry];
  yield [{ path: "/what-to-avoid/suddenly-worse", title: "Why is it suddenly worse?" }, triggers];
  yield [{ path: "/what-to-avoid/stretching", title: "Stretching done wrong" }, stretching];
  yield [{ path: "/help-today", title: "Needs help today?" }, redFlags];
  const medicines = { path: "/what-to-avoid/my-medicines", title: "My medicines" };
  for (const data of [alertRules, medicineClasses, otherMedicines, medicineNames]) yield [medicines, data];
  const helping = { path: "/is-it-helping", title: "Is it helping me?" };
  for (const data of [exposures, expectation, startingBelief, injectionReasons, pausable])
    yield [helping, data];
  const facts = bankQuestions.flatMap((question) => question.facts.map((id) => questionFactById.get(id)));
  yield [{ path: "/what-do-i-ask", title: "What do I ask?" }, facts];
  yield [{ path: "/experiences", title: "What people report" }, experiences];
  yield [{ path: "/relief", title: "How do I find relief today?" }, [doesNotHelp, mayHelp]];
  for (const { id, title, sections } of learnPageFacts) {
    const signs = id === "signs" ? signsToldApart : [];
    const behind = [...sections, ...signs].flatMap((part) =>
      part.facts.map((fact) => learnFactById.get(fact)),
    );
    yield [{ path: `/learn/${id}`, title }, behind];
  }
  const { path, title } = scalesListed;
  const drawn = scaleSteps.flatMap(({ cannot, change }) =>
    [...cannot, ...change].map((fact) => learnFactById.get(fact)),
  );
  yield [{ path, title }, [scaleSteps, drawn]];
  // What it cites, and what its computed figures rest on.
  for (const { id, title, blocks } of articles)
    yield [{ path: `/articles/${id}`, title }, [blocks, fill({ blocks }).sources]];
  yield [{ path: "/learn/glossary", title: "Words explained" }, glossary];
  for (const routine of routines)
    yield [
      { path: `/relief/${routine.id}`, title: routine.name },
      [routine.dose, routine.evidence.map((id) => routineFindingById.get(id))],
    ];
}

let known: ReadonlyMap<string, readonly CitingPage[]> | undefined;

/** [AN-384] For each source the pages that rest on it, each once, in the order of the app. */
export function citedBy(): ReadonlyMap<string, readonly CitingPage[]> {
  if (known !== undefined) return known;
  const cited = new Map<string, CitingPage[]>();
  for (const [page, data] of pagesAndData())
    for (const id of sourcesIn(data)) {
      const pages = cited.get(id) ?? [];
      if (!pages.some(({ path }) => path === page.path)) pages.push(page);
      cited.set(id, pages);
    }
  known = cited;
  return known;
}
