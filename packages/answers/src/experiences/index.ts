/** What published surveys and interviews say people live through: answers of people, never effects of treatments. */
import { type Experience, experienceGroups, experiences } from "@unclench/knowledge/experiences";
import { sourceLines } from "../avoid/sourceLines.ts";
import { sureWords } from "../avoid/sureWords.ts";
import type { SourceLine } from "../sources.ts";
import { type ExperienceChoice, experienceChoices } from "./choices.ts";
import { beforeReading, howSentence, paidSentence, whoSentence } from "./words.ts";

export { type ExperienceChoice, experienceChoices } from "./choices.ts";

/** One share of 100 people as a picture; `text` says the same in words. */
export type DrawnShare = { readonly of100: number; readonly text: string };

export type Finding = {
  readonly id: string;
  readonly claim: string;
  readonly who: string;
  /** how many people; null: not known */
  readonly n: number | null;
  readonly how: string;
  readonly paid: string;
  readonly sure: string;
  readonly careful: string | null;
  readonly shares: readonly DrawnShare[];
  readonly treatments: readonly string[];
  readonly sources: readonly SourceLine[];
};

export type FindingGroup = {
  readonly id: string;
  readonly name: string;
  readonly findings: readonly Finding[];
};

export type ExperiencesPage = {
  readonly question: "experiences";
  readonly format: 1;
  /** null: of all conditions */
  readonly chosen: ExperienceChoice | null;
  readonly title: string;
  readonly before: typeof beforeReading;
  readonly choices: readonly {
    readonly id: ExperienceChoice;
    readonly name: string;
    readonly count: number;
  }[];
  readonly count: number;
  /** which findings are shown, in a sentence */
  readonly shown: string;
  readonly groups: readonly FindingGroup[];
};

export type ExperiencesResult =
  | { readonly ok: true; readonly value: ExperiencesPage }
  | { readonly ok: false; readonly error: { readonly sentence: string } };

/** Those of one condition, and those of groups in which several stood together. */
const isAbout =
  (chosen: ExperienceChoice | null) =>
  ({ condition }: Experience): boolean =>
    chosen === null || condition === chosen || condition === "mixed";

function finding(experience: Experience): Finding {
  const { id, claim, n, careful, certainty, value, shares, treatments, sources } = experience;
  return {
    id,
    claim,
    who: whoSentence(experience),
    n,
    how: howSentence(experience),
    paid: paidSentence(experience),
    sure: sureWords(certainty),
    careful,
    shares: shares.map(({ key, words }) => {
      const of100 = Number(value[key]);
      return { of100, text: `${of100} in 100 ${words}` };
    }),
    treatments,
    sources: sourceLines(sources),
  };
}

function shownSentence(chosen: ExperienceChoice | null, count: number, all: number): string {
  if (chosen === null) return `All ${all} findings.`;
  if (chosen === "mixed")
    return `${count} of ${all} findings: from groups of people with several conditions. None that was read is about your condition alone.`;
  const name = experienceChoices.find(({ id }) => id === chosen)?.name.toLowerCase();
  return `${count} of ${all} findings: those about ${name}, and those from groups of people with several conditions. Yours may not be among these: see who was asked.`;
}

/**
 * [AN-410, AN-412] The page of what people report, of all conditions or of one: grouped by what people ask, each finding
 * with who was asked, how many, how, who paid, how sure it is and its sources. A condition that is no choice is an error.
 *
 * @example
 * experiencesPage("ms") // { ok: true, value: { chosen: "ms", groups: [...] } }
 */
export function experiencesPage(condition: string | null = null): ExperiencesResult {
  const chosen = experienceChoices.find(({ id }) => id === condition)?.id ?? null;
  if (condition !== null && chosen === null)
    return {
      ok: false,
      error: {
        sentence: `There is no condition called "${condition}" among what people report. Choose one of: ${experienceChoices
          .map(({ id }) => id)
          .join(", ")}.`,
      },
    };
  const about = experiences.filter(isAbout(chosen));
  return {
    ok: true,
    value: {
      question: "experiences",
      format: 1,
      chosen,
      title: "What people report",
      before: beforeReading,
      choices: experienceChoices.map(({ id, name }) => ({
        id,
        name,
        count: experiences.filter(isAbout(id)).length,
      })),
      count: about.length,
      shown: shownSentence(chosen, about.length, experiences.length),
      groups: experienceGroups
        .map(({ id, name, subjects }) => ({
          id,
          name,
          findings: subjects.flatMap((subject) =>
            about.filter((one) => one.subject === subject).map(finding),
          ),
        }))
        .filter(({ findings }) => findings.length > 0),
    },
  };
}

/**
 * [AN-414] How many findings are about a treatment of the catalogue, and where most of them stand; null where none is.
 *
 * @example
 * reportedAbout("botulinum-toxin-a")?.path // "/experiences#wearing-off"
 */
export function reportedAbout(treatment: string): { readonly count: number; readonly path: string } | null {
  const about = experiences.filter(({ treatments }) => treatments.includes(treatment));
  const [most] = experienceGroups
    .map(({ id, subjects }) => ({
      id,
      many: about.filter(({ subject }) => subjects.includes(subject)).length,
    }))
    .sort((left, right) => right.many - left.many);
  return about.length === 0 || most === undefined
    ? null
    : { count: about.length, path: `/experiences#${most.id}` };
}
