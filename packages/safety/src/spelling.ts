/** How alike two spellings are, and the form of a name in which accents, case and habits of spelling do not count. */

/**
 * The words of a text as names are compared: lower case, no accents, letters and figures apart.
 *
 * @example
 * wordsOf("Lioresal® 10MG, baclofène") // ["lioresal", "10", "mg", "baclofene"]
 */
export function wordsOf(text: string): string[] {
  const plain = /^[\n\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : text
        // The marks are taken away first: else ™ would become the letters "tm".
        .replace(/[®™©℠]/g, " ")
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/ß/g, "ss")
        .replace(/œ/g, "oe")
        .replace(/æ/g, "ae");
  return plain.match(/[a-z]+|\d+/g) ?? [];
}

/**
 * A generic name without what languages write differently: tizanidine, tizanidin and tizanidina are one, and so are
 * acyclovir and aciclovir. Only for names of substances; brand names differ by less than that.
 *
 * @example
 * folded("tizanidina") === folded("tizanidine") // true
 */
export function folded(name: string): string {
  return name.includes(" ") ? name.split(" ").map(foldedWord).join(" ") : foldedWord(name);
}

const foldedWord = (word: string): string =>
  word.length < 6
    ? word
    : word
        .replace(/ph/g, "f")
        .replace(/th/g, "t")
        .replace(/ae|oe/g, "e")
        .replace(/y/g, "i")
        .replace(/(.)\1/g, "$1")
        .replace(/(?:um|[aeo])$/, "");

/**
 * Damerau-Levenshtein distance (optimal string alignment): letters put in, left out, changed, or two neighbours
 * swapped. Stops when more than `most`, and then returns `most + 1`.
 * Damerau FJ, Commun ACM 1964;7:171; Levenshtein VI, Soviet Physics Doklady 1966;10:707.
 *
 * @example
 * distance("tizanadine", "tizanidine", 2) // 1
 */
export function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return Math.min(last[right.length] ?? 0, most + 1);
}

/** How many slips of the pen a name of so many letters may have and still be taken for a misspelling. */
export function slipsAllowed(letters: number): number {
  if (letters < 5) return 0;
  if (letters < 8) return 1;
  return letters < 12 ? 2 : 3;
}

/** The letters of a word as bits: a quick look at how different two words must be at least. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place++) {
    const letter = word.charCodeAt(place) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

/** Each slip changes at most two letters of the set, so more differing letters mean more slips than `most`. */
export function mayBeNear(left: number, right: number, most: number): boolean {
  // The bits that differ, counted side by side: in pairs, in fours, in bytes.
  let bits = left ^ right;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  const count = (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  return count <= 2 * most;
}
