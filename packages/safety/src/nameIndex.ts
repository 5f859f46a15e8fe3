/** All names of medicines, ready to be looked up: built once from the data, never changed. */
import { type MedicineNames, medicineNames } from "@unclench/knowledge";
import { type MedicineClass, medicineClasses, otherMedicines } from "@unclench/knowledge/alerts";
import { routeOfBrand, type Route } from "./routes.ts";
import { folded, lettersOf, wordsOf } from "./spelling.ts";

export type NameKind = "generic" | "brand" | "synonym" | "code";

/** What one name stands for. */
export type Named = {
  readonly kind: NameKind;
  /** As the data write it. */
  readonly written: string;
  /** Ids of the medicines in it; a combination has several. */
  readonly medicines: readonly string[];
  readonly route: Route | undefined;
};

/** A name with what the search of near spellings needs. */
export type Spelled = {
  readonly key: string;
  readonly letters: number;
  readonly fold: string;
  readonly foldLetters: number;
  readonly named: Named;
};

/** Names of one length. Their letters stand side by side: most names are ruled out by a look at those alone. */
export type SpelledAlike = {
  readonly names: readonly Spelled[];
  readonly letters: Int32Array;
  readonly foldLetters: Int32Array;
};

export type NameIndex = {
  /** By the words of the name, joined with a blank. */
  readonly exact: ReadonlyMap<string, Named>;
  /** Generic names in the form in which languages agree; where two medicines fall together, neither is in it. */
  readonly folded: ReadonlyMap<string, Named>;
  /** Brands that are another medicine in another country: Benadryl. */
  readonly ambiguous: ReadonlyMap<string, readonly Named[]>;
  readonly codes: ReadonlyMap<string, Named>;
  /** All names by their length, for the search of near spellings. */
  readonly byLength: ReadonlyMap<number, SpelledAlike>;
  readonly classes: ReadonlyMap<string, MedicineClass>;
  /**
   * The most words of any name that begins with this word, as written or folded: where none stands, no name begins, and no
   * longer part has to be looked up.
   */
  readonly firsts: ReadonlyMap<string, number>;
  /** The most words that a name or a class has. */
  readonly longest: number;
};

/** Names in the data may carry a remark: "baclofène (FR)". */
const withoutRemark = (name: string): string => name.replace(/\s*\([^)]*\)/g, "");

/** "onabotulinumtoxinA" says more than "botulinum toxin type A (any product)": the general entry yields. */
const isGeneral = (id: string): boolean => id.endsWith("(any product)");

/** Builds the index of names, ready to be looked up. */
export function buildNameIndex(
  names: readonly MedicineNames[],
  classes: readonly MedicineClass[],
): NameIndex {
  const exact = new Map<string, Named>();
  const byFold = new Map<string, Named | null>();
  const ambiguous = new Map<string, Named[]>();
  const codes = new Map<string, Named>();
  const put = (named: Named): void => {
    const words = wordsOf(named.written);
    const keys = new Set([words.join(" ")]);
    // "co-codamol" and "cocodamol"; "St John's" and "St Johns"
    if (/[-'’]/.test(named.written)) {
      keys.add(wordsOf(named.written.replace(/[-'’]/g, "")).join(" "));
    }
    for (const key of keys) {
      if (key.length < 2) continue;
      const known = exact.get(key);
      if (known === undefined) exact.set(key, named);
      else if (!same(known, named)) {
        if (known.medicines.every(isGeneral)) exact.set(key, named);
        else if (!named.medicines.every(isGeneral)) {
          const meanings = ambiguous.get(key) ?? [known];
          ambiguous.set(key, [...meanings, named]);
        }
      }
      if (named.kind === "brand") continue;
      const fold = folded(key);
      const there = byFold.get(fold);
      if (there === undefined) byFold.set(fold, named);
      else if (there !== null && !same(there, named)) byFold.set(fold, null);
    }
  };
  for (const entry of names) {
    const medicines = entry.ingredients ?? [entry.medicine];
    const plain = { medicines, route: undefined };
    put({ ...plain, kind: "generic", written: withoutRemark(entry.medicine) });
    if (/\(.*\)/.test(entry.medicine) && !isGeneral(entry.medicine)) {
      for (const [, inner = ""] of entry.medicine.matchAll(/\(([^)]*)\)/g)) {
        put({ ...plain, kind: "synonym", written: inner });
      }
    }
    for (const name of [...entry.synonyms, ...entry.misspellings]) {
      put({ ...plain, kind: "synonym", written: withoutRemark(name) });
    }
    for (const brand of entry.brands) {
      put({ medicines, kind: "brand", written: brand.name, route: routeOfBrand(brand.route) });
    }
    for (const code of entry.atc) {
      const named: Named = { ...plain, kind: "code", written: entry.medicine };
      const known = codes.get(code);
      // A code that several products share means the general entry, which stands for all of them.
      if (known === undefined || (isGeneral(entry.medicine) && !known.medicines.every(isGeneral))) {
        codes.set(code, named);
      }
    }
  }
  const classWords = new Map<string, MedicineClass>();
  for (const entry of classes) {
    for (const name of [entry.name, entry.member.replace(/^an? /, ""), ...(entry.words ?? [])]) {
      const key = wordsOf(name).join(" ");
      if (!exact.has(key) && !ambiguous.has(key) && !classWords.has(key)) classWords.set(key, entry);
    }
  }
  for (const key of ambiguous.keys()) exact.delete(key);
  const foldedNames = new Map<string, Named>();
  for (const [key, named] of byFold) if (named !== null) foldedNames.set(key, named);
  const longest = Math.max(1, ...[...exact.keys(), ...classWords.keys()].map((key) => key.split(" ").length));
  const spelled = new Map<number, Spelled[]>();
  for (const [key, named] of exact) {
    const list = spelled.get(key.length) ?? [];
    const fold = folded(key);
    list.push({ key, letters: lettersOf(key), fold, foldLetters: lettersOf(fold), named });
    spelled.set(key.length, list);
  }
  const byLength = new Map<number, SpelledAlike>();
  for (const [length, names] of spelled) {
    byLength.set(length, {
      names,
      letters: Int32Array.from(names, ({ letters }) => letters),
      foldLetters: Int32Array.from(names, ({ foldLetters }) => foldLetters),
    });
  }
  const firsts = new Map<string, number>();
  for (const key of [...exact.keys(), ...foldedNames.keys()]) {
    const parts = key.split(" ");
    const first = parts[0] ?? "";
    firsts.set(first, Math.max(parts.length, firsts.get(first) ?? 0));
  }
  return { exact, byLength, folded: foldedNames, ambiguous, codes, classes: classWords, firsts, longest };
}

/** Do two names stand for the same medicines? */
export function same(left: Named, right: Named): boolean {
  return (
    left.medicines.length === right.medicines.length &&
    left.medicines.every((id) => right.medicines.includes(id))
  );
}

let shared: NameIndex | undefined;

/** The index of all medicines that the product knows. Built at the first use. */
export function nameIndex(): NameIndex {
  shared ??= buildNameIndex([...medicineNames, ...otherMedicines], medicineClasses);
  return shared;
}
