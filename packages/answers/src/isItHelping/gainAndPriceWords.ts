/** The sentence of gain and price. */
import type { LocalDate } from "@unclench/record";
import { dateWords } from "../dates.ts";
import type { ChangeLine, Looked } from "./gainAndPrice.ts";
import { measureWords } from "./measureWords.ts";

export const measureName = (of: Looked): string =>
  of === "spasm-count" ? "spasms counted" : measureWords[of].name;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** "about 1.2 points less stiffness"; for counts "about 28 of 100 fewer spasms a day (times 0.72)". */
export function changeWords(of: Looked, middle: number): string {
  if (of === "spasm-count") {
    const share = Math.round(100 * Math.abs(1 - middle));
    return `about ${share} of 100 ${middle <= 1 ? "fewer" : "more"} spasms a day (times ${middle.toFixed(2)})`;
  }
  const { less, more } = measureWords[of];
  return `about ${Math.abs(middle).toFixed(1)} points ${middle <= 0 ? less : more}`;
}

const said = ({ words, sureness }: ChangeLine): string => `${words} (${sureness})`;

/** [AN-120] Gain, then price, then what showed no clear change, then what it is too early for. */
export function gainAndPriceSentence(
  treatments: readonly string[],
  lines: readonly ChangeLine[],
  began: LocalDate | null,
): string {
  const judged = lines.filter(({ verdict }) => verdict !== "inseparable");
  const of = (direction: ChangeLine["direction"]): ChangeLine[] =>
    judged.filter((line) => line.direction === direction && line.words !== null);
  const gains = of("gain").map(said);
  const prices = of("price").map(said);
  const early = judged.filter(({ verdict }) => verdict === "not-yet").map(({ name }) => name);
  const still = judged
    .filter(({ verdict, words }) => verdict !== "not-yet" && words === null)
    .map(({ name }) => name);
  const name = treatments.length === 1 ? listed(treatments) : treatmentsTogether(treatments);
  const lead = began === null ? `With ${name}` : `Since ${name} began on ${dateWords(began)}`;
  const changes =
    gains.length > 0 && prices.length > 0
      ? `${listed(gains)}, but ${listed(prices)}`
      : listed([...gains, ...prices]);
  const rest = [
    ...(still.length === 0 ? [] : [`no clear change in ${listed(still)}`]),
    ...(early.length === 0 ? [] : [`too early to say of ${listed(early)}`]),
  ];
  if (changes === "") return `${lead}: ${rest.join("; ")}.`;
  const [first = "", ...others] = rest;
  const tail = rest.length === 0 ? "" : ` ${[upperFirst(first), ...others].join("; ")}.`;
  return `${lead}: ${changes}.${tail}`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function treatmentsTogether(treatments: readonly string[]): string {
  const instead = treatments.filter((name) => name.startsWith("instead of "));
  const own = treatments.filter((name) => !name.startsWith("instead of "));
  return instead.length === 0 ? `${listed(own)} together` : `${listed(own)} ${listed(instead)}`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** [AN-122] How many answers were looked at, and what that means. */
export const lookedAtSentence = (answers: number, treatments: number, measures: number): string =>
  answers === 1
    ? "One answer was looked at."
    : `${answers} answers were looked at (${plural(treatments, "treatment")}, ${plural(measures, "measure")}). The more that are looked at, the more likely one of them seems a help or a harm by chance.`;
