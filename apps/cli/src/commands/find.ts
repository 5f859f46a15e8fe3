/** `unclench find WORDS`: search over everything, in everyday words. */
import { find as found, indexOf, searchDocuments } from "@unclench/answers/search";
import { answer, type Command, fault } from "../command.ts";
import { indented, sections } from "../lines.ts";

const help = `unclench find WORDS... [--json]

Looks for pages, treatments, routines, signs and questions in your own words; brands and slips of the pen are understood.

  unclench find my leg locks at night
  unclench find baclosign

  --json  what was found as JSON, best first and by kind`;

/** How many of each kind are printed; the JSON holds all. */
const MOST = 5;

export const find: Command = {
  help,
  options: { json: { type: "boolean" } },
  run: ({ values, positionals }) => {
    const query = positionals.join(" ").trim();
    if (query === "")
      return fault("Say what to look for, like: unclench find my leg locks at night (unclench find --help).");
    const result = found(indexOf(searchDocuments()), query);
    if (values.json === true) return answer(JSON.stringify(result, null, 2));
    return answer(
      sections(
        [result.sentence],
        ...result.groups.map(({ name, hits }) => [
          name.toUpperCase(),
          ...hits
            .slice(0, MOST)
            .map(({ title, path, by }) => indented(1, `${title}${by === null ? "" : ` (${by})`}  ${path}`)),
          ...(hits.length > MOST ? [indented(1, `and ${hits.length - MOST} more`)] : []),
        ]),
      ),
    );
  },
};
