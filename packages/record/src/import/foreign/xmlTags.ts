/** The start tags of one kind of element in a text, and their attributes. No entities but the five of XML itself. */

/**
 * The next start tag of this name from a place on: where it begins and where it is over, or -1 if its end is not in the
 * text. Null if there is none. A `>` between quotation marks ends no tag.
 */
export function nextTag(text: string, name: string, from: number): { start: number; end: number } | null {
  const opening = `<${name}`;
  for (let start = text.indexOf(opening, from); start !== -1; start = text.indexOf(opening, start + 1)) {
    const next = text.charAt(start + opening.length);
    if (next === "") return { start, end: -1 };
    if (/[\s/>]/.test(next)) return { start, end: endOfTag(text, start + opening.length) };
  }
  return null;
}

function endOfTag(text: string, from: number): number {
  let place = from;
  while (true) {
    const close = text.indexOf(">", place);
    const quote = text.indexOf('"', place);
    if (close === -1) return -1;
    if (quote === -1 || close < quote) return close + 1;
    const ends = text.indexOf('"', quote + 1);
    if (ends === -1) return -1;
    place = ends + 1;
  }
}

/** The value of an attribute of a start tag, or null. */
export function attribute(tag: string, name: string): string | null {
  const label = ` ${name}="`;
  const start = tag.indexOf(label);
  if (start === -1) return null;
  const end = tag.indexOf('"', start + label.length);
  return end === -1 ? null : unescaped(tag.slice(start + label.length, end));
}

const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => characters[name] ?? "")
    : text;
