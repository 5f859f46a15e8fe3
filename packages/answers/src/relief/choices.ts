/** What can be chosen when looking for a routine, in the words of the buttons. */
import { reliefPlaces } from "@unclench/knowledge/relief";
import type { Routine } from "@unclench/knowledge/routines";

export const positions = ["lying", "sitting", "wheelchair", "standing"] as const;
export type Position = (typeof positions)[number];
export const minuteChoices = [3, 8, 15] as const;
export type Minutes = (typeof minuteChoices)[number];
export const companies = ["alone", "helper"] as const;
export type Company = (typeof companies)[number];

export const positionNames: Readonly<Record<Position, string>> = {
  lying: "Lying",
  sitting: "Sitting",
  wheelchair: "In a wheelchair",
  standing: "Standing",
};
export const positionWords: Readonly<Record<Routine["positions"][number], string>> = {
  lying: "lying",
  sitting: "sitting",
  wheelchair: "in a wheelchair",
  standing: "standing",
  water: "in water",
};
export const companyNames: Readonly<Record<Company, string>> = { alone: "Alone", helper: "With a helper" };
export const minutesNames: Readonly<Record<Minutes, string>> = {
  3: "3 minutes",
  8: "8 minutes",
  15: "15 minutes",
};

/** What a list starts from before anyone has chosen. */
export const defaults = { position: "sitting", minutes: 8, company: "alone" } as const;

export const places: readonly { readonly id: string; readonly name: string }[] = reliefPlaces.map(
  ({ id, name }) => ({ id, name }),
);

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");

/**
 * The place by its id, its name or an everyday word; null: no place, or several, has that name.
 *
 * @example
 * placeCalled("ankle") // "calf"
 */
export function placeCalled(text: string): string | null {
  const wanted = plain(text);
  const exact = reliefPlaces.find(({ id, name }) => plain(id) === wanted || plain(name) === wanted);
  if (exact !== undefined) return exact.id;
  const found = reliefPlaces.filter(({ words }) => words.some((word) => plain(word) === wanted));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The places that an everyday word may mean. */
export const placesCalled = (text: string): readonly string[] =>
  reliefPlaces.filter(({ words }) => words.some((word) => plain(word) === plain(text))).map(({ id }) => id);

/** What may be chosen, as text: from an address, or as it was kept. */
export type Wish = {
  readonly where?: string | null;
  readonly position?: string | null;
  readonly minutes?: string | number | null;
  readonly company?: string | null;
};

/** The first wish that exists, for each choice by itself; else the default. Where it is stiff has none. */
export function chosenFrom(...wishes: readonly Wish[]): {
  readonly where: string | null;
  readonly position: Position;
  readonly minutes: Minutes;
  readonly company: Company;
} {
  const first = <Choice>(
    choices: readonly Choice[],
    wish: (one: Wish) => string | number | null | undefined,
  ): Choice | undefined => {
    for (const one of wishes) {
      const found = choices.find((choice) => String(choice) === String(wish(one)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const ids = places.map(({ id }) => id);
  return {
    where: first(ids, ({ where }) => where) ?? null,
    position: first(positions, ({ position }) => position) ?? defaults.position,
    minutes: first(minuteChoices, ({ minutes }) => minutes) ?? defaults.minutes,
    company: first(companies, ({ company }) => company) ?? defaults.company,
  };
}
