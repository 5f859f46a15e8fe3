import { articlesBeside } from "@unclench/answers/articles-beside";
import { learnIds } from "@unclench/answers/learn-pages";
import { conditions } from "@unclench/knowledge";

export type Ways = readonly { readonly to: string; readonly text: string }[];

/** Where to go from what people report: to trials of the same condition, to what it is, to questions and to articles. */
export function waysOn(chosen: string | null): Ways {
  const condition = conditions.find(({ id }) => id === chosen);
  return [
    condition === undefined
      ? { to: "/what-works", text: "What works? From trials" }
      : { to: `/what-works/${condition.id}`, text: `What works? ${condition.name}` },
    chosen !== null && learnIds.includes(chosen)
      ? { to: `/learn/${chosen}`, text: "What it is, and how common" }
      : { to: "/learn", text: "Learn about spasticity" },
    { to: "/what-do-i-ask", text: "Questions for the visit" },
    ...articlesBeside("/experiences"),
  ];
}
