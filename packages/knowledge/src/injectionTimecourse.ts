/** How the effect of botulinum toxin comes and goes, as it was fitted to what was read: our model, and graded so. */
import * as v from "valibot";
import file from "../data/botulinumTimecourse.json" with { type: "json" };
import { botulinumTimecourseSchema } from "./schema.ts";

const { parameters } = v.parse(botulinumTimecourseSchema, file);

const numbers = v.union([v.number(), v.tuple([v.number(), v.number()])]);

/**
 * A parameter of the course by its key, in weeks: one number, or from and to.
 *
 * @example
 * timecourseWeeks("peak_window") // [3, 6]
 */
export function timecourseWeeks(key: string): readonly number[] {
  const found = parameters.find((parameter) => parameter.key === key);
  if (found === undefined || found.unit !== "weeks") throw new Error(`no parameter ${key} in weeks`);
  const value = v.parse(numbers, found.default);
  return typeof value === "number" ? [value] : value;
}
