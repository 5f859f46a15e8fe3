/** The written line on its way to a dose: one manner of writing, and what is understood is taken out of it. */
import { type Dose, unclear } from "./dose.ts";
import { withFigures } from "./doseWords.ts";

/** Where in the line something stands. */
export type Mark = { readonly at: number; readonly end: number };

export const markOf = (match: RegExpExecArray): Mark => ({
  at: match.index,
  end: match.index + match[0].length,
});

const globals = new Map<RegExp, RegExp>();
/** The same pattern, for all matches. `matchAll` works on a copy of it, so it can be kept. */
function forAll(pattern: RegExp): RegExp {
  const known = globals.get(pattern);
  if (known !== undefined) return known;
  const all = new RegExp(pattern.source, "g");
  globals.set(pattern, all);
  return all;
}

/** The text being read; what is understood is blanked out, so that what is left over shows what is not. */
export class Line {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** Takes all matches out and hands them over. */
  take(pattern: RegExp): RegExpExecArray[] {
    // Most patterns are not in most lines, and a look is cheaper than a search for all.
    if (!pattern.test(this.text)) return [];
    const found = [...this.text.matchAll(forAll(pattern))];
    for (const { 0: whole, index } of found) {
      this.text =
        this.text.slice(0, index) + " ".repeat(whole.length) + this.text.slice(index + whole.length);
    }
    return found;
  }
}

/** Nothing but the signs of a plain keyboard. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Before the case is lost: "200 U"; "ON" and "OM" behind a unit are every night and every morning. */
const withCapitals = (text: string): string =>
  /(?:U|ON|OM)(?![\p{L}\d])/u.test(text)
    ? text
        .replace(/(\d) ?U(?![\p{L}\d])/gu, "$1 units")
        .replace(/((?:mg|mcg|g|ml|tabs?|tablets?|caps?|capsules?) )ON(?![\p{L}\d])/gu, "$1nocte")
        .replace(/((?:mg|mcg|g|ml|tabs?|tablets?|caps?|capsules?) )OM(?![\p{L}\d])/gu, "$1mane")
    : text;

/** Lower case in signs of a plain keyboard, as far as they can be written in them. */
const inPlainSigns = (text: string): string =>
  isPlain(text)
    ? withCapitals(text).toLowerCase()
    : withCapitals(
        text
          .replace(/[®™©℠]/g, " ")
          .replace(/(\d) ?½/g, "$1.5")
          .replace(/½/g, "0.5")
          .replace(/¼/g, "0.25")
          .replace(/¾/g, "0.75"),
      )
        .normalize("NFKC")
        .replace(/[μµ]g\b/g, "mcg")
        .toLowerCase()
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .replace(/[‐‑‒–—−]/g, "-")
        .replace(/[×✕]/g, "x");

/** The line in one manner of writing: lower case, no accents, figures for words, points for decimals. */
export function prepared(text: string): string {
  const plain = inPlainSigns(text.slice(0, 400)).replace(/\*/g, "x").replace(/\s+/g, " ").trim();
  return (
    withFigures(plain)
      // 1,000 mg is a thousand; 0,5 and 2,5 are decimals.
      .replace(/\b([1-9]\d{0,2}),(\d{3})\b(?![.,]?\d)/g, "$1$2")
      .replace(/(\d),(\d)/g, "$1.$2")
  );
}

/** Figures that belong to names, times and dates, not to a dose. */
export const notDoses: readonly RegExp[] = [
  /\b(?:for|x|since|over|during|fur) (?:the )?(?:last |past |next )?\d+(?:\.\d+)?(?: ?- ?\d+)? ?(?:days?|weeks?|wks?|months?|years?|tage?|wochen?)\b/,
  /\b(?:since|until|from|on|till|seit) (?:\w+ )?(?:19|20)\d{2}\b/,
  /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/,
  /\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}\b/,
  // Days, weeks and months as British prescribers write them: 7/7, 2/52, 3/12.
  /\b\d{1,2}\/(?:7|52|12)\b/,
  /\bomega[ -]?3\b/,
  /\bdelta[ -]9\b/,
  /\b[a-z]{1,12}-?\d+[a-z]?(?:-[a-z]+)?\b(?<!\b(?:x|q)\d+)/,
  /\b\d+-[a-z]{2,}\b/,
  /\b\d+(?:\.\d+)? ?%/,
];

/** Writings that have harmed people: "10u" reads as 100, "1.000" is one or a thousand, per kilogram needs a weight. */
export function riskyWriting(text: string): Dose | undefined {
  const short = text.slice(0, 400);
  const glued = /(?<![\p{L}\d])\d+(?:[.,]\d+)?\s?u(?![\p{L}\d])/u.exec(short);
  if (glued) {
    return unclear(
      "A “u” right behind a number is easily misread as a zero. If units are meant, write “units”.",
      glued[0],
    );
  }
  const thousand = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/.exec(short);
  if (thousand) {
    return unclear(
      "This point may stand for a thousand or for a decimal. Write the number without it, or as 0.5.",
      thousand[0],
    );
  }
  const naked = /(?<![\d\p{L}])\.\d+\s?(?:mg|mcg|g|ml)/u.exec(short);
  if (naked)
    return unclear("A point without a zero before it is easily overlooked. Write 0.5, not .5.", naked[0]);
  const weight = /(?:mg|mcg|µg|ug|units?|iu)\s?\/\s?kg|per (?:kg|kilo)/i.exec(short);
  if (weight) return unclear("This dose is per kilogram. Write how much is taken in all.", weight[0]);
  return undefined;
}
