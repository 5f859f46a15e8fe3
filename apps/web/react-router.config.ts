import type { Config } from "@react-router/dev/config";
import { articleIds } from "@unclench/content/article-ids";
import { conditions, patterns, treatments } from "@unclench/knowledge";
import { sideEffectIds, stoppingIds } from "@unclench/answers/avoid-pages";
import { learnIds } from "@unclench/answers/learn-pages";
import { experienceChoices } from "@unclench/answers/experience-choices";
import { sourceParts } from "@unclench/answers/source-parts";
import { routines } from "@unclench/knowledge/routines";

export default {
  ssr: false,
  /** Every page is written as a file: what anyone may read can be read without JavaScript. */
  prerender: [
    "/",
    "/what-works",
    "/what-works/your-studies",
    ...conditions.map((condition) => `/what-works/${condition.id}`),
    ...conditions.flatMap((condition) =>
      patterns.flatMap((pattern) => [
        `/what-works/${condition.id}/${pattern.id}`,
        `/what-works/${condition.id}/${pattern.id}/side-by-side`,
      ]),
    ),
    "/treatments",
    ...treatments.map((treatment) => `/treatments/${treatment.id}`),
    "/what-to-avoid/my-medicines",
    "/is-it-helping",
    "/what-do-i-ask",
    "/what-do-i-ask/visit-sheet",
    "/settings",
    "/help",
    "/diary",
    "/diary/entries",
    "/diary/timeline",
    "/diary/treatments",
    "/diary/measurements",
    "/diary/appointments",
    "/diary/data",
    "/what-to-avoid",
    "/what-to-avoid/suddenly-worse",
    "/what-to-avoid/stretching",
    "/what-to-avoid/stopping",
    ...stoppingIds.map((id) => `/what-to-avoid/stopping/${id}`),
    "/what-to-avoid/side-effects",
    ...sideEffectIds.map((id) => `/what-to-avoid/side-effects/${id}`),
    "/what-to-avoid/emergency-card",
    "/relief/plan",
    ...routines.map((routine) => `/relief/${routine.id}/go`),
    "/relief",
    "/relief/all",
    ...routines.map(({ id }) => `/relief/${id}`),
    "/articles",
    ...articleIds.map((id) => `/articles/${id}`),
    "/learn",
    "/learn/scales",
    "/learn/glossary",
    ...learnIds.map((id) => `/learn/${id}`),
    "/search",
    "/experiences",
    ...experienceChoices.map(({ id }) => `/experiences/${id}`),
    "/sources",
    ...sourceParts.map(({ id }) => `/sources/${id}`),
    "/help-today",
    "/about",
    "/about/intended-use",
    "/show-me",
  ],
} satisfies Config;
