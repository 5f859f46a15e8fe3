/** What a medicine or a treatment is called: names, brands and other names, for whoever types one. */
import { medicineNames } from "@unclench/knowledge";
import type { Callable } from "../sideBySide/called.ts";
import { whatWorks } from "../whatWorks/index.ts";

let rows: readonly Callable[] | undefined;

/** Any condition and pattern will do: every comparison has the whole catalogue in it. */
export function catalogue(): readonly Callable[] {
  if (rows === undefined) {
    const compared = whatWorks("ms", "generalised");
    rows = compared.ok ? compared.value.rows : [];
  }
  return rows;
}

/** The other names of an entry: those of its treatment in the catalogue, else those of its medicines. */
export function otherNames(
  treatment: string | null,
  medicines: readonly string[],
): Pick<Callable, "brands" | "synonyms"> {
  const known = catalogue().find((row) => row.treatment === treatment);
  if (known !== undefined) return { brands: known.brands, synonyms: [known.name, ...known.synonyms] };
  const names = medicineNames.filter(({ medicine }) => medicines.includes(medicine));
  return {
    brands: names.flatMap(({ brands }) => brands.map(({ name }) => name)),
    synonyms: names.flatMap(({ synonyms }) => synonyms),
  };
}
