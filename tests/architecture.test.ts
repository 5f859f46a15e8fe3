/**
 * The arrows of the architecture, held against every import in the repository: parsed, not guessed by text search.
 * An arrow that is not listed here does not exist.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Who may import whom. Engines never import each other; `stats` imports nothing of ours. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  stats: [],
  evidence: ["stats"],
  response: ["stats"],
  knowledge: [],
  content: ["knowledge"],
  safety: ["knowledge"],
  figure: ["knowledge"],
  record: [],
  answers: ["content", "evidence", "response", "safety", "knowledge", "record"],
  web: ["answers", "content", "knowledge", "record", "figure"],
  cli: ["answers", "evidence", "knowledge", "record"],
};

/** Engines have no clock, no chance, no storage and no network; everything below may use only these libraries. */
const engines = new Set(["stats", "evidence", "response", "safety", "figure"]);
const libraries: Readonly<Record<string, readonly string[]>> = {
  stats: ["pure-rand"],
  evidence: [],
  response: [],
  safety: [],
  figure: [],
  knowledge: ["valibot"],
  content: [
    "mdast",
    "mdast-util-directive",
    "mdast-util-to-string",
    "node:fs",
    "node:path",
    "remark-directive",
    "remark-frontmatter",
    "remark-gfm",
    "remark-parse",
    "unified",
    "valibot",
    "yaml",
  ],
  record: ["age-encryption", "fflate", "ical-generator", "idb", "papaparse", "valibot"],
  answers: ["minisearch", "papaparse"],
};

type Module = { path: string; home: string; specifiers: string[]; source: string };

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (["node_modules", "build", ".react-router", "test", "bench", "prove", "scripts"].includes(entry.name))
      continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !/\.config\.ts$/.test(entry.name)) yield path;
  }
}

const modules: Module[] = ["packages", "apps"].flatMap((top) =>
  readdirSync(join(root, top)).flatMap((home) =>
    [...sourceFiles(join(root, top, home))].map((path) => {
      const source = readFileSync(path, "utf8");
      const parsed = parseSync(path, source);
      expect(parsed.errors, path).toEqual([]);
      const specifiers = [
        ...parsed.module.staticImports.map((entry) => entry.moduleRequest.value),
        ...parsed.module.staticExports.flatMap((entry) =>
          entry.entries.flatMap((inner) => (inner.moduleRequest ? [inner.moduleRequest.value] : [])),
        ),
        ...parsed.module.dynamicImports.map((entry) =>
          source.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1),
        ),
      ];
      return { path: relative(root, path), home, specifiers, source };
    }),
  ),
);

const ourPackage = (specifier: string): string | undefined => /^@unclench\/([a-z]+)/.exec(specifier)?.[1];

describe("the architecture", () => {
  it("is read from real modules", () => {
    expect(modules.length).toBeGreaterThan(40);
    const homes = new Set(modules.map((module) => module.home));
    for (const home of ["stats", "evidence", "response", "knowledge", "record", "answers", "web", "cli"]) {
      expect(homes, "every package was read").toContain(home);
    }
    expect(modules.flatMap((module) => module.specifiers).length).toBeGreaterThan(100);
  });

  it("has arrows that point down only", () => {
    const wrong = modules.flatMap((module) =>
      module.specifiers
        .map(ourPackage)
        .filter((target) => target !== undefined && target !== module.home)
        .filter((target) => !(arrows[module.home] ?? []).includes(target as string))
        .map((target) => `${module.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no relative import that leaves its package", () => {
    const wrong = modules.flatMap((module) =>
      module.specifiers
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => relative(root, join(root, dirname(module.path), specifier)))
        .filter((target) => target.split("/")[1] !== module.home)
        .map((target) => `${module.path} reaches ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("lets the packages use only the libraries that they are known to use", () => {
    const wrong = modules.flatMap((module) => {
      const allowed = libraries[module.home];
      if (allowed === undefined) return [];
      return module.specifiers
        .filter((specifier) => !specifier.startsWith(".") && ourPackage(specifier) === undefined)
        .filter(
          (specifier) => !allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
        )
        .map((specifier) => `${module.path} uses ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps the engines free of clock, chance, storage and network", () => {
    const forbidden = /\b(Date\.now|new Date|Math\.random|performance\.now|localStorage|indexedDB|fetch)\b/;
    const code = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    const wrong = modules
      .filter((module) => engines.has(module.home) && forbidden.test(code(module.source)))
      .map((module) => module.path);
    expect(wrong).toEqual([]);
  });
});
