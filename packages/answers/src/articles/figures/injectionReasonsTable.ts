/** `of="injection-reasons"`: every reason why an injection may disappoint, with the question to ask for it. */
import { injectionReasons } from "@unclench/knowledge/injection-reasons";
import { sourceLines } from "../../avoid/sourceLines.ts";
import { type FigureKind, made } from "./kind.ts";

export const injectionReasonsTable: FigureKind = {
  of: "injection-reasons",
  about: "Every reason why an injection may disappoint, with the question to ask for it.",
  places: ["block"],
  arguments: [],
  make: () =>
    made(
      "Why an injection may disappoint, and what to ask",
      "Each reason has its source; that they make a list to go through is ours, and no doctor has checked it yet.",
      {
        table: {
          caption: "Reasons, and the question for each",
          head: ["It may be that", "What to ask"],
          rows: injectionReasons.map(({ reason, ask }) => [reason, ask]),
        },
        sources: sourceLines(injectionReasons.flatMap(({ sources }) => sources)),
        more: { to: "/is-it-helping", text: "Which of them fit your own diary" },
      },
    ),
};
