/** Brands and other names as addresses of their own: `/treatments/baclosign` leads to baclofen tablets. */
import { medicineNames, treatments } from "@unclench/knowledge";
import { plainName } from "../whatWorks/find.ts";
import type { Way } from "./types.ts";

export type BrandPage = {
  /** as it stands in the address: "baclosign" */
  readonly slug: string;
  /** as it is written: "Baclosign" */
  readonly name: string;
  /** where it leads; one: there is no choice */
  readonly to: readonly Way[];
};

const slugOf = (name: string): string => plainName(name).replaceAll(" ", "-");

/** Baclofen by the mouth and by the pump are one medicine and two treatments: the route of a brand tells which. */
const isOf = (group: string, route: string | null): boolean =>
  (group === "pump") === (route === "intrathecal");

/**
 * [AN-463] Every brand and every other name of a treatment once. A name that belongs to several treatments gives the choice;
 * a name that is the id of a treatment has its page already.
 *
 * @example
 * brandPages().find(({ slug }) => slug === "baclosign")?.to // [{ to: "/treatments/baclofen-oral", text: "Baclofen tablets" }]
 */
export function brandPages(): BrandPage[] {
  const pages = new Map<string, BrandPage>();
  const add = (name: string, treatment: { readonly id: string; readonly name: string }): void => {
    const slug = slugOf(name);
    if (slug === "" || treatments.some(({ id }) => id === slug)) return;
    const way = { to: `/treatments/${treatment.id}`, text: treatment.name };
    const known = pages.get(slug) ?? { slug, name, to: [] };
    if (!known.to.some(({ to }) => to === way.to)) pages.set(slug, { ...known, to: [...known.to, way] });
  };
  for (const treatment of treatments) {
    const names = medicineNames.find(({ medicine }) => medicine === treatment.medicine);
    if (names === undefined) continue;
    for (const { name, route } of names.brands) if (isOf(treatment.group, route)) add(name, treatment);
    if (!/\(/.test(names.medicine)) add(names.medicine, treatment);
    for (const synonym of names.synonyms) add(synonym.replace(/\s*\(.*\)$/, ""), treatment);
  }
  return [...pages.values()];
}
