/** [AN-420] What keeps an article from being published: the build stops, and so does a test, when there is anything. */
import { articleProblems, type ArticleProblem } from "@unclench/content";
import { articles } from "@unclench/content/articles";
import type { Article } from "@unclench/content/types";
import { figureFor } from "./figures/index.ts";
import { isPath } from "./paths.ts";

/** All problems of these articles, and two that are called the same. */
export function articleFaults(checked: readonly Article[] = articles): readonly ArticleProblem[] {
  const twice = checked.filter(
    ({ title }, place) => checked.findIndex((other) => other.title === title) !== place,
  );
  return [
    ...checked.flatMap((article) =>
      articleProblems(article, {
        isPath,
        figureFault: (figure, place) => {
          const result = figureFor(figure, place);
          return result.ok ? null : result.sentence;
        },
      }),
    ),
    ...twice.map(
      ({ id, title }): ArticleProblem => ({
        type: "TwiceTheSame",
        file: `${id}.md`,
        line: 1,
        sentence: `${id}.md: another article is called “${title}” too.`,
      }),
    ),
  ];
}
