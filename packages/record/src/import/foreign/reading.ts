/**
 * What the file of another app says, before anyone has said what it means here. Nothing is turned into our 0 to 10 at this
 * point: other apps count in words, in stars or up to 5, often with the good end on top, and only the person knows what a
 * "3" was. `choices.ts` does that, by what the person chose.
 */
import type { LocalDate } from "../../localDate.ts";
import type { CsvRowError } from "../csvErrors.ts";

export const foreignApps = ["Daylio", "Bearable", "Track & Graph", "Apple Health"] as const;
export type ForeignApp = (typeof foreignApps)[number];

/** One value that was written at one time. */
export type ForeignEntry<Value> = {
  /** line of the file; 0 where a file has no lines that a person could look up */
  readonly line: number;
  readonly date: LocalDate;
  readonly value: Value;
};

/** Everything that the file says under one name. */
export type ForeignSeries = { readonly name: string } & (
  | { readonly kind: "words"; readonly entries: readonly ForeignEntry<string>[] }
  | { readonly kind: "numbers"; readonly entries: readonly ForeignEntry<number>[] }
  /** a quantity with a unit, which no scale of ours fits: hours asleep, walking speed */
  | { readonly kind: "amounts"; readonly unit: string; readonly entries: readonly ForeignEntry<number>[] }
);

export type ForeignReading = {
  readonly app: ForeignApp;
  readonly series: readonly ForeignSeries[];
  readonly notes: readonly ForeignEntry<string>[];
  readonly unreadable: readonly CsvRowError[];
  /** what the file also has and what is not brought in, with how often */
  readonly leftOut: ReadonlyMap<string, number>;
};

/** Collects entries by name, in the order in which names first appear. */
export class SeriesCollector {
  readonly #words = new Map<string, ForeignEntry<string>[]>();
  readonly #numbers = new Map<string, ForeignEntry<number>[]>();
  readonly #amounts = new Map<string, { name: string; unit: string; entries: ForeignEntry<number>[] }>();
  readonly #leftOut = new Map<string, number>();

  word(name: string, entry: ForeignEntry<string>): void {
    add(this.#words, name, entry);
  }

  number(name: string, entry: ForeignEntry<number>): void {
    add(this.#numbers, name, entry);
  }

  amount(name: string, unit: string, entry: ForeignEntry<number>): void {
    const key = JSON.stringify([name, unit]);
    const found = this.#amounts.get(key) ?? { name, unit, entries: [] };
    this.#amounts.set(key, found);
    found.entries.push(entry);
  }

  leaveOut(what: string): void {
    const name = what.slice(0, 80).toWellFormed();
    // A file that invents a new name in every line must not fill the memory.
    if (this.#leftOut.size < MOST_NAMES || this.#leftOut.has(name))
      this.#leftOut.set(name, (this.#leftOut.get(name) ?? 0) + 1);
  }

  get leftOut(): ReadonlyMap<string, number> {
    return this.#leftOut;
  }

  series(): ForeignSeries[] {
    return [
      ...[...this.#words].map(([name, entries]) => ({ name, kind: "words" as const, entries })),
      ...[...this.#numbers].map(([name, entries]) => ({ name, kind: "numbers" as const, entries })),
      ...[...this.#amounts.values()].map((found) => ({ ...found, kind: "amounts" as const })),
    ];
  }
}

/** More names than a person could go through are no diary. */
export const MOST_NAMES = 500;

function add<Value>(map: Map<string, ForeignEntry<Value>[]>, name: string, entry: ForeignEntry<Value>): void {
  const entries = map.get(name) ?? [];
  map.set(name, entries);
  entries.push(entry);
}
