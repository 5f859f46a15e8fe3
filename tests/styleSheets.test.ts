/** Class names are global: a name that two style sheets style on their own would take over the other's elements. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import postcss from "postcss";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Names that belong to the whole house; other sheets say how these look in their own place. */
const SHARED: Readonly<Record<string, string>> = {
  card: "a framed part of a page; a figure in a piece to read is one",
  choices: "a list of large links; experiences and the comparison have few or many of them",
  field: "a label with its control; sheets say how wide it is for what they ask",
  page: "everything; sheets for paper say what of it is printed",
  periods: "a list of periods; medicines draw a line between them",
  "react-aria-Button": "every button",
  "routine-sheet": "one routine; its drawings have a sheet of their own",
  scroll: "what may be wider than the window",
  stack: "things below each other",
  "visit-page": "the printed page for the visit, and its frame on the screen",
};

/** Sheets that restate the others: for paper, and for hands that need it otherwise. */
const restating = ["print.css", "printSheet.css", "hands.css"];

type Sheet = { readonly name: string; readonly css: string };

/** Class → sheets in which a selector begins with it. "alone" are those where it comes before any other class. */
function classesOf(sheets: readonly Sheet[]): Map<string, { alone: Set<string>; all: Set<string> }> {
  const found = new Map<string, { alone: Set<string>; all: Set<string> }>();
  for (const { name, css } of sheets)
    postcss.parse(css).walkRules((rule) => {
      for (const selector of rule.selectors) {
        const bare = selector.replace(/:(has|not|is|where)\((?:[^()]|\([^()]*\))*\)/g, "").trim();
        const [first = ""] = bare.split(/[\s>+~]+/);
        [...first.matchAll(/\.([a-zA-Z][\w-]*)/g)].forEach(([, of = ""], place) => {
          const sheetsOf = found.get(of) ?? { alone: new Set(), all: new Set() };
          if (place === 0) sheetsOf.alone.add(name);
          sheetsOf.all.add(name);
          found.set(of, sheetsOf);
        });
      }
    });
  return found;
}

/** Modifiers (".person.gain", ".side.gain") never stand alone, so they meet nobody. */
const clashes = (sheets: readonly Sheet[]): string[] =>
  [...classesOf(sheets)]
    .filter(([, { alone, all }]) => alone.size > 0 && all.size > 1)
    .map(([name]) => name)
    .sort();

const sheets = globSync("{apps,packages}/*/{app,src}/**/*.css", { cwd: root })
  .filter((path) => !restating.includes(basename(path)))
  .map((path) => ({ name: path, css: readFileSync(join(root, path), "utf8") }));

describe("style sheets", () => {
  it("[WB-09] style no class that another one styles, but for those that are shared", () => {
    expect(sheets.length).toBeGreaterThan(15);
    expect(clashes(sheets)).toEqual(Object.keys(SHARED).sort());
  });

  it("[WB-09] would be caught: the same name twice, also as a modifier of another", () => {
    const two = (a: string, b: string) =>
      clashes([
        { name: "a.css", css: a },
        { name: "b.css", css: b },
      ]);
    expect(two(".ticks { gap: 0 }", "@media print { .ticks li { gap: 1px } }")).toEqual(["ticks"]);
    expect(two(".chosen { position: fixed }", ".spot.chosen circle { fill: red }")).toEqual(["chosen"]);
    expect(two(".person.gain { fill: red }", ".side.gain { color: red }")).toEqual([]);
    expect(two(".card .lead { margin: 0 }", ".page:has(.lead) { margin: 0 }")).toEqual([]);
  });
});
