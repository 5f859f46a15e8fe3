/** How large and how long what is kept may be, and in which years. */
import { isLocalDate, type LocalDate } from "./localDate.ts";

export const LOWEST_RATING = 0;
export const HIGHEST_RATING = 10;
export const MOST_SPASMS = 10_000;
export const LARGEST_DOSE = 1_000_000;
export const LONGEST_NOTE = 10_000;
export const LONGEST_NAME = 200;
export const LONGEST_UNIT = 50;

/** A diary outside of these years has a mistyped year in it. */
export const EARLIEST_DATE = "1900-01-01" as LocalDate;
export const LATEST_DATE = "2199-12-31" as LocalDate;

export const isRating = (value: unknown): value is number =>
  typeof value === "number" && value >= LOWEST_RATING && value <= HIGHEST_RATING;

export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST_SPASMS;

export const isDose = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= LARGEST_DOSE;

export const isPlausibleDate = (value: unknown): value is LocalDate =>
  isLocalDate(value) && value >= EARLIEST_DATE && value <= LATEST_DATE;

/** Numbers are kept to six decimals, so that they are written the same everywhere and never as 1e-7. */
export const tidyNumber = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
