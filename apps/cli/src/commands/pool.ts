/** `unclench pool`: many studies of one comparison, one effect. */
import { faultSentence, figure, measureWords, noteSentence } from "@unclench/answers/your-studies";
import {
  intervals,
  isPoolFault,
  isStudiesFault,
  measures,
  methods,
  type PooledStudies,
  pool as poolStudies,
  readStudies,
} from "@unclench/evidence";
import { answer, type Command, fault, textOption } from "../command.ts";
import { range, table } from "../figures.ts";
import { readText } from "../files.ts";

const help = `unclench pool STUDIES.json --measure OR [--method REML] [--ci knha] [--treatment x --versus y] [--json]

Pools the studies of a file (docs/formats.md) into one effect.

  --measure    OR, RR, RD (events) or MD, SMD, SMDH, ROM (means); ready contrasts are taken on that scale
  --method     how much studies differ: EE (equal effects), DL, REML, ML, PM, SJ, HE or EB; REML unless given
  --ci         z, knha (Knapp-Hartung) or adhoc (never narrower than z); unless given knha, with 2 to 4 studies
               adhoc, with EE z
  --treatment  what is compared, and
  --versus     against what; without them the first arm of each study stands against its second
  --json       the answer as JSON; OR, RR and ROM as logarithms, with "natural" beside`;

/** Other programs call equal effects "fixed" or "common". */
const methodByName = new Map<string, (typeof methods)[number]>([
  ...methods.map((method) => [method, method] as const),
  ["FE", "EE"],
  ["CE", "EE"],
]);

const pick = <T extends string>(list: readonly T[], text: string): T | undefined =>
  list.find((entry) => entry.toLowerCase() === text.toLowerCase());

export const pool: Command = {
  help,
  options: {
    measure: { type: "string" },
    method: { type: "string" },
    ci: { type: "string" },
    treatment: { type: "string" },
    versus: { type: "string" },
    json: { type: "boolean" },
  },
  run(typed) {
    const [path, ...others] = typed.positionals;
    if (path === undefined) return fault("The file of studies is missing (unclench pool --help).");
    if (others.length > 0) return fault(`One file at a time; "${others.join(" ")}" is too much.`);
    const measureText = textOption(typed, "measure");
    if (measureText === undefined) return fault(`--measure is missing; it is one of ${measures.join(", ")}.`);
    const measure = pick(measures, measureText);
    if (measure === undefined)
      return fault(`--measure is one of ${measures.join(", ")}, not "${measureText}".`);
    const methodText = textOption(typed, "method") ?? "REML";
    const method = methodByName.get(methodText.toUpperCase());
    if (method === undefined) return fault(`--method is one of ${methods.join(", ")}, not "${methodText}".`);
    const ciText = textOption(typed, "ci");
    const ci = ciText === undefined ? undefined : pick(intervals, ciText);
    if (ciText !== undefined && ci === undefined)
      return fault(`--ci is one of ${intervals.join(", ")}, not "${ciText}".`);
    const treatment = textOption(typed, "treatment");
    const versus = textOption(typed, "versus");

    const file = readText(path);
    if ("sentence" in file) return file;
    const studies = readStudies(file.text);
    if (isStudiesFault(studies)) return fault(faultSentence(studies));
    const pooled = poolStudies(studies, {
      measure,
      method,
      ...(ci === undefined ? {} : { ci }),
      ...(treatment === undefined ? {} : { treatment }),
      ...(versus === undefined ? {} : { versus }),
    });
    if (isPoolFault(pooled)) return fault(faultSentence(pooled));
    return answer(typed.values.json === true ? asJson(pooled) : asText(pooled));
  },
};

const asJson = (pooled: PooledStudies): string =>
  JSON.stringify(
    { ...pooled, notes: pooled.notes.map((note) => ({ ...note, sentence: noteSentence(note) })) },
    null,
    2,
  );

const intervalWords = {
  z: "normal interval",
  knha: "Knapp-Hartung interval",
  adhoc: "Knapp-Hartung interval with a floor",
};

function asText(pooled: PooledStudies): string {
  const { natural } = pooled;
  const how =
    pooled.k === 1 ? "single study" : `${pooled.k} studies, ${pooled.method}, ${intervalWords[pooled.ci]}`;
  const lines = [
    `${measureWords[pooled.measure]}, ${pooled.treatment} against ${pooled.versus}: ${how}`,
    "",
    ...table([
      ["study", "estimate", "se", "weight"],
      ...pooled.studies.map((one) => [
        one.study,
        figure(one.estimate),
        figure(one.se),
        `${one.weight.toFixed(1)} %`,
      ]),
    ]),
    "",
    `estimate   ${figure(pooled.estimate)} (95 % ${range(pooled.ciLower, pooled.ciUpper)}), se ${figure(pooled.se)}, p ${figure(pooled.p)}`,
  ];
  if (natural !== null)
    lines.push(`as ratio   ${figure(natural.estimate)} (95 % ${range(natural.ciLower, natural.ciUpper)})`);
  if (pooled.k > 1) {
    const bounds = pooled.tau2Lower === null ? "" : ` (95 % ${range(pooled.tau2Lower, pooled.tau2Upper)})`;
    lines.push(
      `tau²       ${figure(pooled.tau2)}${bounds}, I² ${pooled.i2?.toFixed(1)} %, H² ${figure(pooled.h2)}`,
      `Q          ${figure(pooled.q)} with ${pooled.qDf} degrees of freedom, p ${figure(pooled.qP)}`,
    );
  }
  if (pooled.predictionLower !== null)
    lines.push(
      `new study  95 % prediction interval ${range(pooled.predictionLower, pooled.predictionUpper)}`,
    );
  if (pooled.leaveOneOut.length > 0) {
    lines.push(
      "",
      ...table([
        ["without", "estimate", "95 % interval", "p", "tau²"],
        ...pooled.leaveOneOut.map((one) => [
          one.study,
          figure(one.estimate),
          range(one.ciLower, one.ciUpper),
          figure(one.p),
          figure(one.tau2),
        ]),
      ]),
    );
  }
  if (pooled.notes.length > 0) lines.push("", ...pooled.notes.map(noteSentence));
  return lines.join("\n");
}
