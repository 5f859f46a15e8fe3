/** What must not be in a finished page: each fault is one sentence that says where and what to do. */
import type { FinishedPage } from "./finishedPage.ts";

/** Pages whose places come with their scripts: what their links point to cannot be seen in the file. */
const drawnLater = /^\/(diary|is-it-helping|what-do-i-ask|settings|relief\/plan)(\/|$)/;

/** "/search?q=x#found" → "/search" and "found"; an address elsewhere → null. */
function inside(href: string, from: string): { path: string; anchor: string } | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("//")) return null;
  const [before = "", anchor = ""] = href.split("#");
  const [path = ""] = before.split("?");
  return { path: path === "" ? from : path.replace(/(.)\/$/, "$1"), anchor: decodeURIComponent(anchor) };
}

const doubles = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, place) => values.indexOf(value) !== place)),
];

function faultsOfPage(page: FinishedPage): string[] {
  const faults: string[] = [];
  if (page.title === null) faults.push("has no title: give the route one in its `meta`");
  if (page.description === null) faults.push("has no description: give the route one in its `meta`");
  if (page.headings.length !== 1)
    faults.push(`has ${page.headings.length} first-level headings (h1), and one is wanted`);
  if (page.headings.includes("")) faults.push("has a first-level heading without words");
  for (const id of doubles(page.ids)) faults.push(`has the id "${id}" more than once`);
  for (const { href, name } of page.links)
    if (name === "") faults.push(`has a link without a name to ${href}: give it words or an aria-label`);
  for (const tag of page.wordless)
    faults.push(
      `has a picture without words, ${tag}: give it alt or aria-label, or aria-hidden if it only decorates`,
    );
  return faults;
}

function deadWays(
  page: FinishedPage,
  pages: ReadonlyMap<string, FinishedPage>,
  files: ReadonlySet<string>,
): string[] {
  const dead = page.links.flatMap(({ href }) => {
    const target = inside(href, page.path);
    if (target === null) return [];
    const to = pages.get(target.path);
    if (to === undefined)
      return files.has(target.path) ? [] : [`links to ${href}, and there is no such page`];
    if (target.anchor === "" || drawnLater.test(target.path) || to.ids.includes(target.anchor)) return [];
    return [`links to ${href}, and nothing on ${target.path} has the id "${target.anchor}"`];
  });
  const missing = page.fetched.flatMap((address) => {
    const target = inside(address, page.path);
    return target === null || files.has(target.path) ? [] : [`fetches ${address}, and there is no such file`];
  });
  return [...new Set([...dead, ...missing])];
}

/**
 * [WB-01 to WB-03] Everything that is wrong with the finished pages; empty where all is well.
 *
 * @param files addresses of everything that the server can hand out, such as "/feed.xml"
 * @example
 * faultsOf([readFinishedPage("/", "<h1>Hello</h1>")], new Set()) // ["/ has no title: …", "/ has no description: …"]
 */
export function faultsOf(pages: readonly FinishedPage[], files: ReadonlySet<string>): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const each = pages.flatMap((page) =>
    [...faultsOfPage(page), ...deadWays(page, byPath, files)].map((fault) => `${page.path} ${fault}`),
  );
  const titles = pages.flatMap(({ title }) => title ?? []);
  const shared = doubles(titles).map((title) => {
    const paths = pages.filter((page) => page.title === title).map(({ path }) => path);
    return `${paths.slice(0, 3).join(", ")}${paths.length > 3 ? " and more" : ""} have the same title "${title}": say in each what it is about`;
  });
  return [...each, ...shared];
}
