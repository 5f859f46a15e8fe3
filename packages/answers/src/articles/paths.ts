/** Every page of the site that an article may link to, with its title. */
import { conditions } from "@unclench/knowledge";
import { experienceChoices } from "../experiences/choices.ts";
import { searchDocuments } from "../search/documents.ts";
import { sourceParts } from "../sourceList/parts.ts";

let known: ReadonlyMap<string, string> | undefined;

/** Title by path. What can be found has a page; the rest are parts of lists that search finds as a whole. */
export function titleByPath(): ReadonlyMap<string, string> {
  known ??= new Map([
    ["/", "Start"],
    ...conditions.map(({ id, name }): [string, string] => [`/what-works/${id}`, `What works? ${name}`]),
    ...experienceChoices.map(({ id, name }): [string, string] => [
      `/experiences/${id}`,
      `What people report: ${name.toLowerCase()}`,
    ]),
    ...sourceParts.map(({ id, name }): [string, string] => [
      `/sources/${id}`,
      `Sources: ${name.toLowerCase()}`,
    ]),
    ...conditions.flatMap(({ id, name }) =>
      searchDocuments()
        .filter(({ path }) => path.startsWith(`/what-works/${id}/`))
        .map(({ path }): [string, string] => [`${path}/side-by-side`, `Side by side: ${name}`]),
    ),
    ...searchDocuments()
      .filter(({ kind }) => kind !== "question" && kind !== "avoid" && kind !== "urgent")
      .map(({ path, title }): [string, string] => [path, title]),
  ]);
  return known;
}

/** True if there is a page at this path, without what stands behind a `#`. */
export function isPath(path: string): boolean {
  const pages = titleByPath();
  return pages.has(path) || [...pages.keys()].some((known) => known.replace(/#.*$/, "") === path);
}
