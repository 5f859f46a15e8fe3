/** `of="reading"`: how many of the collected sources of a kind could be read in full, and how many only in part. */
import { sources } from "@unclench/knowledge/sources";
import { sourceParts } from "../../sourceList/parts.ts";
import { fault, type FigureKind, made } from "./kind.ts";

const wanted = ["all", "full", "abstract", "secondary"] as const;

export const reading: FigureKind = {
  of: "reading",
  about:
    "How many of our sources of a kind there are, or were read in full, in the abstract only, or not themselves.",
  places: ["inline"],
  arguments: [
    {
      name: "part",
      about: "a part of the list of sources",
      required: true,
      choices: sourceParts.map(({ id }) => id),
    },
    { name: "show", about: "which of them", required: true, choices: wanted },
  ],
  make({ part, show }) {
    const kinds: readonly string[] = sourceParts.find(({ id }) => id === part)?.kinds ?? [];
    const counted = sources.filter(
      ({ kind, read }) => kinds.includes(kind ?? "") && (show === "all" || read === show),
    );
    if (counted.length === 0) return fault(`no source of ${part} was read so.`);
    return made("What was read", counted.length.toLocaleString("en"));
  },
};
