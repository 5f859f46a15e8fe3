/** How a medicine gets into the body, as people write it. */

export const routes = [
  "oral",
  "intrathecal",
  "injection",
  "patch",
  "rectal",
  "vaginal",
  "eye",
  "ear",
  "skin",
  "nasal",
  "inhaled",
] as const;
export type Route = (typeof routes)[number];

/** In this order: "eye ointment" is for the eye, "nasal spray" for the nose. */
const words: readonly (readonly [RegExp, Route])[] = [
  [/\b(?:intrathecal(?:ly)?|it pump|itb|spinal pump|intrathekal)\b/, "intrathecal"],
  [/\b(?:eye|eyes|ophthalmic|augentropfen|augensalbe|collyre)\b/, "eye"],
  [/\b(?:ear drops?|ear spray|otic|ohrentropfen)\b/, "ear"],
  [/\b(?:nasal(?:ly)?|nose (?:spray|drops?)|intranasal|nasenspray|nasentropfen)\b/, "nasal"],
  [
    /\b(?:inhal(?:er|ers|ed|ation|ator)|puffs?|nebuli[sz]er|nebules?|nebuli[sz]ed|turbohaler|accuhaler|evohaler|respimat|diskus|hfa|easyhaler|nexthaler|breezhaler)\b/,
    "inhaled",
  ],
  [/\b(?:suppositor(?:y|ies)|supp|rectal(?:ly)?|enema|rectubes?|zapfchen)\b/, "rectal"],
  [/\b(?:vaginal(?:ly)?|pessar(?:y|ies)|vagifem)\b/, "vaginal"],
  [/\b(?:patch|patches|transdermal|tts|pflaster)\b/, "patch"],
  [
    /\b(?:cream|creams|ointment|emulgel|lotion|topical(?:ly)?|salbe|creme|gel(?! ?(?:caps?|capsules?)\b)|shampoo|plaster|mousse|rub)\b/,
    "skin",
  ],
  [
    /\b(?:injections?|injected|inject|infusions?|iv|im|sc|subcut(?:aneous(?:ly)?)?|intramuscular|intravenous|spritze|pen|syringe|depot)\b/,
    "injection",
  ],
  [
    /\b(?:oral(?:ly)?|by mouth|po|tablets?|tabs?|capsules?|caps|tabletten?|kapseln?|mouth spray|oromucosal|syrup)\b/,
    "oral",
  ],
];

const anyRoute = new RegExp(words.map(([pattern]) => pattern.source).join("|"));

/** Medicines that a pump brings into the spine; a pump of another medicine is none of ours. */
const inSpinalPumps = new Set(["baclofen", "morphine", "ziconotide", "clonidine", "hydromorphone"]);

/**
 * The route that a text names, or undefined when it names none.
 *
 * @param words the words of the text as `wordsOf` gives them
 * @param medicines ids of the medicines in it: "pump" speaks of the spine for some only
 * @example
 * routeOf(["ciprofloxacin", "eye", "drops"], ["ciprofloxacin"]) // "eye"
 */
export function routeOf(textWords: readonly string[], medicines: readonly string[]): Route | undefined {
  const text = textWords.join(" ");
  if (/\bpump\b/.test(text) && medicines.some((id) => inSpinalPumps.has(id))) return "intrathecal";
  if (!anyRoute.test(text)) return undefined;
  return words.find(([pattern]) => pattern.test(text))?.[1];
}

/** The route of a brand as the data write it; what goes into a vein or a muscle is an injection. */
export function routeOfBrand(route: string | null): Route | undefined {
  if (route === "intravenous" || route === "intramuscular" || route === "subcutaneous") return "injection";
  return routes.find((known) => known === route);
}
