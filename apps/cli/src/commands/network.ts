/** `unclench network`: many treatments of a file of studies, compared directly and through each other. */
import {
  type NetworkAnswer,
  type NetworkRequest,
  networkAnswer,
  networkFaultSentence,
  networkNoteSentence,
  readStudiesText,
  unknownReferenceSentence,
} from "@unclench/answers/your-studies";
import { networkMeasures, networkMethods, networkStudies } from "@unclench/evidence";
import { answer, type Command, fault, type Outcome, type Typed, textOption } from "../command.ts";
import { readText } from "../files.ts";
import { networkText } from "../networkText.ts";

const help = `unclench network FILE --measure OR [--reference placebo] [--method REML] [--model random]
                 [--small-values good] [--json]

Compares all treatments of a file of studies (docs/formats.md: the JSON of unclench pool, or a CSV table
study,treatment,events,n or study,treatment,n,mean,sd) in one network. What no chain of studies connects is not compared.

  --measure       OR, RR, RD (events) or MD, SMD, ROM (means); ready contrasts are taken on that scale
  --reference     the treatment that the others are shown against; unless given the one in most studies
  --method        how much studies differ: REML or DL; REML unless given
  --model         random, or common (all studies of a comparison share one effect); random unless given
  --small-values  whether small values of the measure are good or bad, for the P-scores; good unless given
  --json          the answer as JSON, every pair both ways; OR, RR and ROM as logarithms`;

const models = ["random", "common"] as const;
const goodOrBad = ["good", "bad"] as const;

type Fault = Extract<Outcome, { type: "fault" }>;

/** One of a list, whatever its capitals; the first of the list if nothing was typed. */
function choice<T extends string>(
  typed: Typed,
  name: string,
  list: readonly [T, ...(readonly T[])],
): T | Fault {
  const text = textOption(typed, name);
  if (text === undefined) return list[0];
  const found = list.find((entry) => entry.toLowerCase() === text.toLowerCase());
  return found ?? fault(`--${name} is one of ${list.join(", ")}, not "${text}".`);
}

export const network: Command = {
  help,
  options: {
    measure: { type: "string" },
    reference: { type: "string" },
    method: { type: "string" },
    model: { type: "string" },
    "small-values": { type: "string" },
    json: { type: "boolean" },
  },
  run(typed) {
    const [path, ...others] = typed.positionals;
    if (path === undefined) return fault("The file of studies is missing (unclench network --help).");
    if (others.length > 0) return fault(`One file at a time; "${others.join(" ")}" is too much.`);
    const request = requestOf(typed);
    if ("sentence" in request) return request;

    const file = readText(path);
    if ("sentence" in file) return file;
    const read = readStudiesText(file.text, path);
    if (!read.ok) return fault(read.sentence);
    const contrasts = networkStudies(read.studies, request.measure);
    if ("type" in contrasts) return fault(networkFaultSentence(contrasts));
    const answered = networkAnswer(contrasts, request);
    if ("type" in answered)
      return fault(
        answered.type === "UnknownReference"
          ? unknownReferenceSentence(answered)
          : networkFaultSentence(answered),
      );
    return answer(typed.values.json === true ? asJson(answered) : networkText(answered));
  },
};

function requestOf(typed: Typed): NetworkRequest | Fault {
  if (textOption(typed, "measure") === undefined)
    return fault(`--measure is missing; it is one of ${networkMeasures.join(", ")}.`);
  const measure = choice(typed, "measure", networkMeasures);
  if (typeof measure === "object") return measure;
  const method = choice(typed, "method", networkMethods);
  if (typeof method === "object") return method;
  const model = choice(typed, "model", models);
  if (typeof model === "object") return model;
  const smallValues = choice(typed, "small-values", goodOrBad);
  if (typeof smallValues === "object") return smallValues;
  return { measure, method, model, smallValues, reference: textOption(typed, "reference") };
}

/** The network with the reference stands at the top, and among all in `subnetworks`. */
function asJson({ measure, method, smallValues, subnetworks, notes }: NetworkAnswer): string {
  const sentences = notes.map((note) => ({ ...note, sentence: networkNoteSentence(note) }));
  return JSON.stringify(
    { measure, method, smallValues, ...subnetworks[0], subnetworks, notes: sentences },
    null,
    2,
  );
}
