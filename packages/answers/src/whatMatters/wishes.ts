/** The six wishes and how they are written down. Needs no trials, so that a page can show and read them by itself. */

export const wishIds = ["stiffness", "spasms", "awake", "strength", "needles", "visits"] as const;
export type WishId = (typeof wishIds)[number];

/** From the least to the most. */
export const answerIds = ["no", "little", "lot", "most"] as const;
export type AnswerId = (typeof answerIds)[number];

/** What somebody answered; a wish that is left out does not matter. */
export type Wishes = Readonly<Partial<Record<WishId, AnswerId>>>;

export const wishNames: Readonly<Record<WishId, string>> = {
  stiffness: "Less stiffness",
  spasms: "Fewer spasms",
  awake: "Staying awake",
  strength: "Keeping strength for standing and walking",
  needles: "No injections or operations",
  visits: "Few visits",
};

export const answerNames: Readonly<Record<AnswerId, string>> = {
  no: "Does not matter",
  little: "A little",
  lot: "A lot",
  most: "Most",
};

/** [AN-150] What each answer weighs against the others. */
export const importanceOf: Readonly<Record<AnswerId, number>> = { no: 0, little: 1, lot: 3, most: 6 };

const isOneOf = <const Id extends string>(ids: readonly Id[], text: string): text is Id =>
  (ids as readonly string[]).includes(text);

export type WishesRead =
  | { readonly ok: true; readonly value: Wishes }
  | { readonly ok: false; readonly sentence: string };

/**
 * [AN-150] Reads wishes as a link and the command line write them. A word that is not known is named.
 *
 * @example
 * readWishes("stiffness=most,visits=little") // { ok: true, value: { stiffness: "most", visits: "little" } }
 */
export function readWishes(text: string): WishesRead {
  const fault = (sentence: string): WishesRead => ({ ok: false, sentence });
  const value: Partial<Record<WishId, AnswerId>> = {};
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const [wish = "", answer, ...rest] = part.split("=").map((piece) => piece.trim());
    if (answer === undefined || rest.length > 0)
      return fault(`"${part}" is not a wish with an answer; write it like stiffness=most.`);
    if (!isOneOf(wishIds, wish)) return fault(`There is no wish "${wish}"; there is: ${wishIds.join(", ")}.`);
    if (!isOneOf(answerIds, answer))
      return fault(`There is no answer "${answer}" to ${wish}; there is: ${answerIds.join(", ")}.`);
    if (value[wish] !== undefined) return fault(`${wish} is answered twice; answer it once.`);
    value[wish] = answer;
  }
  return { ok: true, value };
}

/** Writes wishes so that `readWishes` reads them; what does not matter is left out. */
export const writeWishes = (wishes: Wishes): string =>
  wishIds
    .flatMap((wish) => {
      const answer = wishes[wish];
      return answer === undefined || answer === "no" ? [] : [`${wish}=${answer}`];
    })
    .join(",");
