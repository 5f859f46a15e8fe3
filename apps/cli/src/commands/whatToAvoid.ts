/** `unclench what-to-avoid`: alerts for a list of medicines and circumstances, and what could not be checked. */
import { whatToAvoidFrom } from "@unclench/answers/what-to-avoid";
import { answer, type Command, fault } from "../command.ts";
import { readText } from "../files.ts";
import { whatToAvoidText } from "../whatToAvoidText.ts";

const help = `unclench what-to-avoid PERSON.json [--json]

Checks medicines against each other, and against age, kidneys, liver, pregnancy, conditions and signs. Few warnings, each
with its grade, its sources and what to ask; and what could not be checked. No warning is never a sign that all is well.

PERSON.json (docs/formats.md), all of it optional, null where not known:

  { "age": 41, "sex": "f", "country": "UK", "conditions": ["multiple sclerosis"],
    "pregnant": null, "breastfeeding": null, "labs": { "egfr": 55, "alt_x_uln": 0.8 },
    "blood_pressure": "118/76", "alcohol": null, "driving": null, "context": ["pump"], "symptoms": [],
    "medicines": [{ "text": "Zanaflex 4 mg three times a day", "status": "current" },
                  { "text": "fluvoxamine 50 mg", "status": "starting" }] }

  status  current, starting, changing, stopping or missed
  --json  the answer as JSON`;

export const whatToAvoid: Command = {
  help,
  options: { json: { type: "boolean" } },
  run: ({ values, positionals }) => {
    const [path, ...more] = positionals;
    if (path === undefined)
      return fault("Name the file of the person, as in: unclench what-to-avoid PERSON.json.");
    if (more.length > 0) return fault(`One person at a time; "${more[0]}" is one file too many.`);
    const file = readText(path);
    if ("sentence" in file) return file;
    let value: unknown;
    try {
      value = JSON.parse(file.text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fault(`"${path}" is no JSON (${why}). unclench what-to-avoid --help shows what belongs in it.`);
    }
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return fault(
        `"${path}" holds no person: an object is expected, such as { "medicines": ["baclofen 10 mg"] }.`,
      );
    const found = whatToAvoidFrom(value);
    return answer(values.json === true ? JSON.stringify(found, null, 2) : whatToAvoidText(found));
  },
};
