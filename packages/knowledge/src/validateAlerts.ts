/** What must hold of the names and classes of medicines on which the alerts stand (rules KN-20 to KN-24). */
import type { MedicineClass } from "./alertSchema.ts";
import type { MedicineNames } from "./schema.ts";

export type NamesAndClasses = {
  readonly medicineNames: readonly MedicineNames[];
  readonly otherMedicines: readonly MedicineNames[];
  readonly medicineClasses: readonly MedicineClass[];
  readonly sources: readonly { readonly id: string }[];
};

/** A name as it is compared: lower case, letters and figures only, without the remark "(FR)". */
const compared = (name: string): string =>
  name
    .replace(/\s*\([^)]*\)/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** "botulinum toxin type A (any product)" stands for its products and may share their names. */
const isGeneral = (id: string): boolean => id.endsWith("(any product)");

/**
 * All faults in names and classes, as sentences that say where. Empty: all holds.
 *
 * @example
 * nameFaults({ medicineNames, otherMedicines, medicineClasses, sources }) // []
 */
export function nameFaults(data: NamesAndClasses): string[] {
  return [
    ...membersExist(data),
    ...oneMeaning(data),
    ...haveSources(data),
    ...noneTwice(data),
    ...codes(data),
  ];
}

function membersExist({ medicineNames, otherMedicines, medicineClasses }: NamesAndClasses): string[] {
  const all = [...medicineNames, ...otherMedicines];
  const single = new Set(all.filter(({ ingredients }) => !ingredients).map(({ medicine }) => medicine));
  return [
    ...medicineClasses.flatMap(({ id, members }) =>
      members
        .filter((member) => !single.has(member))
        .map((member) => `medicineClasses.json: ${id}: no medicine ${member}`),
    ),
    ...all.flatMap(({ medicine, ingredients = [] }) =>
      ingredients
        .filter((part) => !single.has(part))
        .map((part) => `otherMedicines.json: ${medicine}: no medicine ${part}`),
    ),
  ];
}

/** A brand may be another medicine in another country (Benadryl); the reader is then asked. Other names may not. */
function oneMeaning({ medicineNames, otherMedicines }: NamesAndClasses): string[] {
  const found: string[] = [];
  const meaning = new Map<string, string>();
  for (const { medicine, synonyms, misspellings, ingredients } of [...medicineNames, ...otherMedicines]) {
    if (isGeneral(medicine)) continue;
    const id = (ingredients ?? [medicine]).toSorted().join(" + ");
    for (const name of [medicine, ...synonyms, ...misspellings].map(compared)) {
      const known = meaning.get(name);
      if (known !== undefined && known !== id) found.push(`the name ${name} means both ${known} and ${id}`);
      meaning.set(name, id);
    }
  }
  for (const { medicine, brands, ingredients } of [...medicineNames, ...otherMedicines]) {
    const id = (ingredients ?? [medicine]).toSorted().join(" + ");
    for (const { name } of brands) {
      const known = meaning.get(compared(name));
      if (known !== undefined && known !== id) found.push(`the brand ${name} of ${id} is a name of ${known}`);
    }
  }
  return found;
}

function haveSources({ medicineNames, otherMedicines, medicineClasses, sources }: NamesAndClasses): string[] {
  const known = new Set(sources.map(({ id }) => id));
  return [
    ...[...medicineNames, ...otherMedicines].flatMap(({ medicine, brands }) =>
      brands.flatMap((brand) => [
        ...(brand.sources.length === 0 ? [`${medicine}: the brand ${brand.name} has no source`] : []),
        ...brand.sources.filter((id) => !known.has(id)).map((id) => `${brand.name}: unknown source ${id}`),
      ]),
    ),
    ...medicineClasses.flatMap((entry) =>
      entry.sources
        .filter(({ id }) => !known.has(id))
        .map(({ id }) => `medicineClasses.json: ${entry.id}: unknown source ${id}`),
    ),
  ];
}

function noneTwice({ otherMedicines, medicineClasses }: NamesAndClasses): string[] {
  const twice = (ids: readonly string[]): string[] => ids.filter((id, place) => ids.indexOf(id) !== place);
  return [
    ...twice(otherMedicines.map(({ medicine }) => medicine)).map((id) => `otherMedicines.json: ${id} twice`),
    ...twice(medicineClasses.map(({ id }) => id)).map((id) => `medicineClasses.json: ${id} twice`),
    ...medicineClasses.flatMap(({ id, members }) =>
      twice(members).map((member) => `medicineClasses.json: ${id}: ${member} twice`),
    ),
  ];
}

function codes({ medicineNames, otherMedicines }: NamesAndClasses): string[] {
  return [...medicineNames, ...otherMedicines].flatMap(({ medicine, atc }) =>
    atc
      .filter((code) => !/^[A-Z]\d{2}[A-Z]{2}\d{2}$/.test(code))
      .map((code) => `${medicine}: ${code} is no code of a substance`),
  );
}
