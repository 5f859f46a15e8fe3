import type { AlertRule } from "@unclench/knowledge/alerts";
import { nobody, type Person, type WrittenMedicine } from "../src/index.ts";

/** "baclofen 10 mg" or ["baclofen 10 mg", "stopping"]. */
type Written = string | readonly [string, WrittenMedicine["status"]];

export const person = (
  medicines: readonly Written[],
  rest: Partial<Omit<Person, "medicines">> = {},
): Person => ({
  ...nobody,
  ...rest,
  medicines: medicines.map((written) =>
    typeof written === "string"
      ? { text: written, status: "current" }
      : { text: written[0], status: written[1] },
  ),
});

/** A made-up rule, to try the logic without the knowledge base. */
export const rule = (when: AlertRule["when"], rest: Partial<AlertRule> = {}): AlertRule => ({
  id: "SF-made-up",
  kind: "interaction",
  grade: "moderate",
  problem: "made-up",
  title: "{a} with {b}",
  text: "Made up.",
  action: "Ask.",
  certainty: "high",
  conflict: null,
  sources: [{ id: "made-up", where: null }],
  ...rest,
  when,
});
