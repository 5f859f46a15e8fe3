/** The sources that articles cite, so that they are taken along even where no other page rests on them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Ids behind an `@` within square brackets, in every article of the folder; none if there is no folder. */
export const citedInArticles = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const groups = texts.flatMap((text) => text.match(/\[@[^\]]+\]/g) ?? []);
  return [
    ...new Set(groups.flatMap((group) => [...group.matchAll(/@([a-z0-9-]+)/g)].map(([, id = ""]) => id))),
  ];
};
