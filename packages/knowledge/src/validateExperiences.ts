/** What must hold for what people report: rules KN-85 to KN-89. */
import type { Experience, Experiences } from "./experienceSchema.ts";
import type { Source } from "./schema.ts";

type Files = {
  readonly experiences: Experiences;
  readonly sources: readonly Source[];
  readonly conditions: readonly { readonly id: string }[];
  readonly treatments: readonly { readonly id: string }[];
};

const FILE = "experiences.json";

/** One sentence for each fault. */
export function experienceFaults(files: Files): string[] {
  const { findings } = files.experiences;
  const ids = findings.map(({ id }) => id);
  return [
    ...ids
      .filter((id, place) => ids.indexOf(id) !== place)
      .map((id) => `${FILE}: the finding ${id} stands twice`),
    ...placing(files.experiences),
    ...findings.flatMap((finding) =>
      [...pointers(finding, files), ...figures(finding), ...kept(finding), ...shares(finding)].map(
        (fault) => `${FILE}: ${finding.id}: ${fault}`,
      ),
    ),
  ];
}

/** [KN-85] Every subject stands in one group, and no group is empty. */
function placing({ groups, findings }: Experiences): string[] {
  const placed = groups.flatMap(({ subjects }) => subjects);
  const met = new Set(findings.map(({ subject }) => subject));
  return [
    ...[...met]
      .filter((subject) => placed.filter((one) => one === subject).length !== 1)
      .map((subject) => `${FILE}: the subject ${subject} does not stand in exactly one group`),
    ...placed
      .filter((subject) => !met.has(subject))
      .map((subject) => `${FILE}: no finding has the subject ${subject}`),
  ];
}

/** [KN-85] */
function pointers({ condition, treatments, sources }: Experience, files: Files): string[] {
  const has = (list: readonly { readonly id: string }[], id: string): boolean =>
    list.some((one) => one.id === id);
  return [
    ...(condition === "cp" || condition === "mixed" || has(files.conditions, condition) ? [] : [condition]),
    ...treatments.filter((id) => !has(files.treatments, id)),
    ...sources.filter(({ id }) => !has(files.sources, id)).map(({ id }) => id),
  ].map((id) => `unknown id ${id}`);
}

const numerals = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

/** Shares told as words, with the numbers of 100 for which they may stand. */
const spoken = [
  { word: /\bhalf\b/i, from: 45, to: 55 },
  { word: /\bthirds?\b/i, from: 30, to: 36 },
  { word: /\bquarters?\b/i, from: 23, to: 27 },
];

/** [KN-86] A figure of a claim stands in its value (as it is or rounded), in the number of people or in the caution. */
function figures({ claim, who, how, careful, value, n, population, design, caution }: Experience): string[] {
  const held = numerals(JSON.stringify([value, n, caution])).map(Number);
  const inValue = [100, ...held, ...held.map(Math.round)];
  const around = [...inValue, ...numerals(`${population} ${design}`).map(Number)];
  return [
    ...numerals(claim).filter((figure) => !inValue.includes(Number(figure))),
    ...numerals([who, how, careful].join(" ")).filter((figure) => !around.includes(Number(figure))),
    ...spoken
      .filter(({ word, from, to }) => word.test(claim) && !held.some((one) => from <= one && one <= to))
      .map(({ word }) => word.source.replace(/\\b|s\?/g, "")),
  ].map((figure) => `${figure} stands nowhere in what was collected`);
}

/** [KN-87, KN-88] A caution is told in plain words; a company that paid, or may have paid, is told. */
function kept({ caution, careful, funding, paid }: Experience): string[] {
  return [
    ...(caution !== null && careful === null ? ["its caution is not told"] : []),
    ...(funding === "industry" && !/company/i.test(paid ?? "")
      ? ["that a company paid is not told plainly"]
      : []),
    ...(funding !== "industry" && paid !== null ? ["who paid is told, but was not collected"] : []),
  ];
}

/** [KN-89] What is drawn as 100 people is a share of 100 people in the value. */
function shares(finding: Experience): string[] {
  return finding.shares
    .filter(({ key }) => {
      const share = finding.value[key];
      return !/(^|_)pct$/.test(key) || typeof share !== "number" || share < 0 || share > 100;
    })
    .map(({ key }) => `${key} is no share of 100 people`);
}
