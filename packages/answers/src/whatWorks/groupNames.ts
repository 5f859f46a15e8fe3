/** What the kinds of treatments are called. */
import type { Treatment } from "@unclench/knowledge";

export const groupNames: Readonly<Record<Treatment["group"], string>> = {
  oral: "Taken by mouth",
  cannabis: "Cannabis-based",
  injection: "Injected",
  pump: "Pump",
  physical: "Physical",
  operation: "Operation",
  nothing: "Nothing more",
};
