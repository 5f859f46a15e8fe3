/** Which medicine is meant by what somebody wrote. */
import { type NameIndex, type NameKind, type Named, nameIndex, same, type Spelled } from "./nameIndex.ts";
import { type Route, routeOf } from "./routes.ts";
import { distance, folded, lettersOf, mayBeNear, slipsAllowed, wordsOf } from "./spelling.ts";

export type { Route } from "./routes.ts";

export type Medicine = { readonly id: string; readonly name: string };
export type Suggestion = Medicine & { readonly asWritten: string };

export type CloseMatch = {
  readonly type: "close";
  readonly asWritten: string;
  readonly suggestions: readonly Suggestion[];
};
export type UnknownMatch = { readonly type: "unknown"; readonly asWritten: string };

export type MedicineMatch =
  | {
      readonly type: "known";
      /** All medicines named in the text; a combination product has several. */
      readonly medicines: readonly Medicine[];
      readonly asWritten: string;
      /** By what the first was found. */
      readonly matched: NameKind;
      /** The brand, as the data write it. */
      readonly brand?: string;
      readonly route?: Route;
      /** Parts of the text that look like a further medicine and were not recognised for sure. */
      readonly also?: readonly (CloseMatch | UnknownMatch)[];
    }
  | { readonly type: "class"; readonly classId: string; readonly name: string; readonly asWritten: string }
  | CloseMatch
  | UnknownMatch;

/** Words of a prescription that are no name of a medicine: never taken for a misspelt one. */
const noNames = new Set(
  (
    "a an the of in on at to for with without and or plus by per my his her some take takes taking taken give one two three four " +
    "five six seven eight nine ten half once twice thrice times time day days daily week weeks weekly month monthly year " +
    "night nights nightly bedtime morning mornings noon midday lunch lunchtime evening evenings afternoon breakfast dinner " +
    "supper food meals meal water hour hours hourly every each other alternate needed need required when if only after " +
    "before until since now new old start started starting stop stopped changed tablet tablets tab tabs pill pills capsule " +
    "capsules cap caps dose doses mg mcg ug gram grams microgram micrograms milligram milligrams ml millilitre millilitres " +
    "milliliter milliliters unit units iu drop drops spray sprays puff puffs inhaler inhaled cream ointment gel lotion " +
    "patch patches injection injections injected infusion syrup liquid solution suspension oral orally mouth nasal nose eye " +
    "eyes ear ears skin rectal vaginal suppository suppositories intrathecal pump spinal modified release extended prolonged " +
    "slow retard sr er xr xl la mr cr pr ir dr ec ret forte junior max maximum up about around roughly high low strength sodium " +
    "potassium hydrochloride hydrobromide hcl maleate succinate tartrate mesylate mesilate besylate besilate acetate phosphate " +
    "sulfate sulphate citrate fumarate nitrate bromide chloride calcium magnesium dihydrate monohydrate hemihydrate anhydrous " +
    "film coated dispersible effervescent chewable soluble orodispersible generic brand medicine medicines medication " +
    "medications medicament drug drugs remedy treatment therapy prn bd bid tds tid qds qid od qd qhs hs nocte mane stat po sos ac pc " +
    "tab tabl cps mite comp ratiopharm teva sandoz mylan stada hexal aristo accord actavis zentiva apotex pms apo novo " +
    "tablette tabletten kapsel kapseln tropfen morgens mittags abends nachts nacht taglich tgl bedarf comprime comprimes " +
    "diabetes diabetic syndrome lactose level levels active inactive breathing fluid fluids allergic allergy chamber problem problems disease severe chronic " +
    "normal various infection pain painful spasm spasms stiff stiffness muscle muscles weakness doctor nurse hospital " +
    "gelule gelules jour fois comprimido comprimidos dia noche manana"
  ).split(" "),
);

/** What separates two medicines in one line; "mg/ml" and "500/30" do not. */
const separators =
  /\s*[+&;,\n]\s*|(?<=[\p{L})®]{3,}\s*)\/\s*(?=\p{L}{4,})|\s+(?:and|with|plus|und|mit|et|y|con)\s+/u;

/** Signs that only ever stand between medicines. */
const listSigns = /\s*[+&]\s*|(?<=[\p{L})®]{3,}\s*)\/\s*(?=\p{L}{4,})/u;

type Found = { readonly named: Named; readonly from: number; readonly to: number };

/**
 * The longest names in the words, from left to right, none over another. "Potassium" and the like are mostly part of
 * another name ("losartan potassium"): they count only with `alone`.
 */
function exactNames(words: readonly string[], index: NameIndex, alone = false): Found[] {
  const found: Found[] = [];
  const folds = words.map(folded);
  let place = 0;
  while (place < words.length) {
    const most = Math.max(
      index.firsts.get(words[place] ?? "") ?? 0,
      index.firsts.get(folds[place] ?? "") ?? 0,
    );
    let hit: Found | undefined;
    for (let size = Math.min(most, words.length - place); size >= 1 && !hit; size--) {
      const key = words.slice(place, place + size).join(" ");
      if (size === 1 && noNames.has(key) && !alone) continue;
      const named = index.exact.get(key) ?? index.folded.get(folds.slice(place, place + size).join(" "));
      if (named !== undefined) hit = { named, from: place, to: place + size };
    }
    if (hit) found.push(hit);
    place = hit?.to ?? place + 1;
  }
  return found;
}

function classIn(words: readonly string[], index: NameIndex) {
  for (let size = Math.min(index.longest, words.length); size >= 1; size--) {
    for (let place = 0; place + size <= words.length; place++) {
      const key = words.slice(place, place + size).join(" ");
      const found =
        index.classes.get(key) ?? index.classes.get(key.replace(/s$/, "")) ?? index.classes.get(`${key}s`);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const suggestion = (named: Named): Suggestion => ({
  id: named.medicines.join(" + "),
  name: named.medicines.join(" + "),
  asWritten: named.written,
});

const nameLike = (word: string): boolean => /^[a-z]{4,}$/.test(word) && !noNames.has(word);

/** Names that a slip of the pen may have meant, best first; all that are nearly as close as the best. */
function closeNames(words: readonly string[], index: NameIndex): Suggestion[] {
  const candidates: { named: Named; slips: number }[] = [];
  for (let size = 1; size <= Math.min(3, words.length); size++) {
    for (let place = 0; place + size <= words.length; place++) {
      const part = words.slice(place, place + size);
      // A name begins and ends with letters; the figures behind it are its dose.
      const ends = [part[0] ?? "", part.at(-1) ?? ""];
      if (!part.some(nameLike) || ends.some((word) => noNames.has(word) || /^\d/.test(word))) continue;
      for (const written of new Set([part.join(" "), part.join("")])) {
        const allowed = slipsAllowed(written.length);
        if (allowed === 0) continue;
        const fold = folded(written);
        const letters = lettersOf(written);
        const foldLetters = lettersOf(fold);
        const reach = allowed + 2;
        const begin = written[0];
        for (let length = written.length - reach; length <= written.length + reach; length++) {
          if (slipsAllowed(length) < 1) continue;
          // Brands are short and near to everyday words: the shorter of the two counts, else the longer.
          const ofBrand = slipsAllowed(Math.min(length, written.length));
          const ofOthers = slipsAllowed(Math.max(length, written.length));
          const alike = index.byLength.get(length);
          if (alike === undefined) continue;
          const farthest = Math.max(1, ofBrand, ofOthers);
          for (let which = 0; which < alike.names.length; which++) {
            if (
              !mayBeNear(letters, alike.letters[which] ?? 0, farthest) &&
              !mayBeNear(foldLetters, alike.foldLetters[which] ?? 0, farthest - 1)
            )
              continue;
            const name = alike.names[which] as Spelled;
            const { named } = name;
            // A misspelling nearly always keeps the first letter; where it does not, only one slip is allowed.
            const most = name.key[0] !== begin ? 1 : named.kind === "brand" ? ofBrand : ofOthers;
            let slips = mayBeNear(letters, name.letters, most) ? distance(written, name.key, most) : most + 1;
            if (
              slips > most &&
              named.kind !== "brand" &&
              mayBeNear(foldLetters, name.foldLetters, most - 1)
            ) {
              slips = distance(fold, name.fold, most - 1) + 1;
            }
            if (slips <= most) candidates.push({ named, slips });
          }
        }
      }
    }
  }
  candidates.sort((left, right) => left.slips - right.slips);
  const best = candidates[0];
  if (best === undefined) return [];
  const kept: Named[] = [];
  for (const { named, slips } of candidates) {
    if (slips <= best.slips + 1 && !kept.some((known) => same(known, named))) kept.push(named);
  }
  return kept.slice(0, 5).map(suggestion);
}

/** All meanings of a brand that is another medicine in another country. */
function meanings(words: readonly string[], index: NameIndex): Suggestion[] {
  for (let size = Math.min(index.longest, words.length); size >= 1; size--) {
    for (let place = 0; place + size <= words.length; place++) {
      const found = index.ambiguous.get(words.slice(place, place + size).join(" "));
      if (found !== undefined) return found.map(suggestion);
    }
  }
  return [];
}

function unsure(text: string, index: NameIndex): CloseMatch | UnknownMatch {
  const words = wordsOf(text);
  const several = meanings(words, index);
  const suggestions = several.length > 0 ? several : closeNames(words, index);
  const asWritten = text.trim();
  return suggestions.length > 0 ? { type: "close", asWritten, suggestions } : { type: "unknown", asWritten };
}

/** A code of the WHO's classification in the text: M03BX01. */
function byCode(text: string, index: NameIndex): Named | undefined {
  const code = /\b[A-Za-z]\d{2}[A-Za-z]{2}\d{2}\b/.exec(text)?.[0];
  return code === undefined ? undefined : index.codes.get(code.toUpperCase());
}

/**
 * Which medicine is meant by a line of a medicine list. Never a guess: "known" only when a name stands there, letter
 * for letter or as another language writes it; a misspelling is "close" and is asked back; else "unknown".
 * One suggestion means that no other medicine is nearly as close.
 *
 * @example
 * resolveMedicine("Zanaflex 4mg tds") // { type: "known", medicines: [{ id: "tizanidine", … }], matched: "brand", brand: "Zanaflex", … }
 * resolveMedicine("tizanadine") // { type: "close", suggestions: [{ id: "tizanidine", … }] }
 */
export function resolveMedicine(text: string, index: NameIndex = nameIndex()): MedicineMatch {
  // A line of a list is short; what stands beyond is no name.
  // Runs of blanks are one: the patterns that part a line would try each of them over and over.
  const line = text
    .slice(0, 400)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n");
  const words = wordsOf(line);
  const coded = byCode(line, index);
  const parts = line.split(separators);
  const found = coded ? [{ named: coded, from: 0, to: 0 }] : namesInParts(words, parts, index);
  const first = found[0];
  if (first === undefined) {
    const named = classIn(words, index);
    if (named !== undefined) {
      return { type: "class", classId: named.id, name: named.name, asWritten: line.trim() };
    }
    return unsure(line, index);
  }
  const ids = [...new Set(found.flatMap(({ named }) => named.medicines))];
  const brand = found.find(({ named }) => named.kind === "brand")?.named;
  const route = routeOf(words, ids) ?? found.find(({ named }) => named.route !== undefined)?.named.route;
  // One part alone is the line itself, and that has a name.
  const also = coded || parts.length === 1 ? [] : furtherParts(line, parts, index);
  return {
    type: "known",
    medicines: ids.map((id) => ({ id, name: id })),
    asWritten: line.trim(),
    matched: first.named.kind,
    ...(brand ? { brand: brand.written } : {}),
    ...(route ? { route } : {}),
    ...(also.length > 0 ? { also } : {}),
  };
}

/** Names in the whole line; a part of it that has none may still be a mineral alone: "vitamin D + magnesium". */
function namesInParts(words: readonly string[], parts: readonly string[], index: NameIndex): Found[] {
  const found = exactNames(words, index);
  if (parts.length === 1) return found.length > 0 ? found : exactNames(words, index, true);
  const minerals = parts
    .map(wordsOf)
    .filter((part) => exactNames(part, index).length === 0)
    .flatMap((part) => exactNames(part, index, true));
  return [...found, ...minerals];
}

/**
 * Parts of a line beside a known name that look like a medicine of their own: "baclofen + tizanadine". After "and" or
 * a comma people also write prose; there only a misspelt medicine is told, after + and / any name.
 */
function furtherParts(
  line: string,
  parts: readonly string[],
  index: NameIndex,
): (CloseMatch | UnknownMatch)[] {
  const isPart = (part: string): boolean => {
    const words = wordsOf(part);
    return (
      words.some((word) => word.length >= 5 && nameLike(word)) &&
      namesInParts(words, [part], index).length === 0 &&
      classIn(words, index) === undefined
    );
  };
  const further = parts.filter(isPart);
  if (further.length === 0) return [];
  const listed = new Set(line.split(listSigns));
  return further
    .map((part) => unsure(part, index))
    .filter(({ type, asWritten }) => type === "close" || listed.has(asWritten));
}
