/** `of="findings"`: what was collected on routines, side by side, each with how sure it is. */
import { routineFindingById } from "@unclench/knowledge/routines";
import { sourceLines } from "../../avoid/sourceLines.ts";
import { sureWords } from "../../avoid/sureWords.ts";
import { fault, type FigureKind, made } from "./kind.ts";

export const findings: FigureKind = {
  of: "findings",
  about: "A table of collected findings on routines, as they are known, each with how sure it is.",
  places: ["block"],
  arguments: [
    { name: "title", about: "what they have in common", required: true },
    { name: "ids", about: "ids of findings in routineEvidence.json, with blanks between", required: true },
  ],
  make({ title = "", ids = "" }) {
    const wanted = ids.split(/\s+/).filter((id) => id !== "");
    const unknown = wanted.filter((id) => !routineFindingById.has(id));
    if (wanted.length === 0 || unknown.length > 0)
      return fault(`there is no finding on routines called "${unknown.join(", ")}".`);
    const found = wanted.flatMap((id) => routineFindingById.get(id) ?? []);
    return made(title, "", {
      table: {
        caption: "As they were collected",
        head: ["What was found", "How sure"],
        rows: found.map(({ claim, certainty }) => [claim, sureWords(certainty)]),
      },
      sources: sourceLines(found.flatMap(({ sources }) => sources)),
    });
  },
};
