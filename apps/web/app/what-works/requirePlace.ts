import { type Condition, conditions, type Pattern, patterns } from "@unclench/knowledge";
import { noSuchPage } from "../writtenPage.ts";

/** The condition, and the pattern if the address names one; "there is no such page" for anything else. */
export function requirePlace(params: { readonly condition: string; readonly pattern?: string }): {
  condition: Condition;
  pattern: Pattern | undefined;
} {
  const condition = conditions.find(({ id }) => id === params.condition);
  const pattern = patterns.find(({ id }) => id === params.pattern);
  if (condition === undefined || (params.pattern !== undefined && pattern === undefined)) throw noSuchPage();
  return { condition, pattern };
}
