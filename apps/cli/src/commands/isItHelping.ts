/** `unclench is-it-helping`: the verdict on each treatment from a diary, as the screens show it. */
import { randomInt } from "node:crypto";
import { planFor } from "@unclench/answers/fair-test";
import {
  type About,
  allMeasures,
  cyclesOf,
  type HelpingInput,
  hangsOnOf,
  isItHelping as assess,
  type Measure,
  measures,
} from "@unclench/answers/is-it-helping";
import { helpingInput } from "@unclench/answers/what-to-ask";
import { conditions, patterns } from "@unclench/knowledge";
import { addDays } from "@unclench/record";
import { answer, type Command, fault, type Outcome, textOption, type Typed } from "../command.ts";
import { allMeasuresText, isItHelpingText, type Page } from "../isItHelpingText.ts";
import { type PersonalFiles, readPersonalFiles } from "../personalFiles.ts";
import { savedRecord } from "../recordFile.ts";

const idsOf = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(", ");

const help = `unclench is-it-helping DIARY.csv --treatments TREATMENTS.csv [--measure stiffness] [--condition ms --pattern generalised]
                       [--no-trials] [--cycles] [--plan] [--lot 482913] [--blocks 6] [--json]

       unclench is-it-helping RECORD.json [the same options]

Says of each treatment whether the diary shows that it helps, how sure that is, or how many more days it needs. The two
files (docs/formats.md) look like this:

  date,stiffness,spasms,pain,sleep,note          treatment,kind,start,stop,dose,unit
  2026-01-05,6,4,2,3,                            My medicine,medicine,2026-02-02,,10,mg

A saved record holds more: injections, fair tests, and the routines that were done, each session by session.

  --treatments  what was taken or done, and when; kind is medicine, injection, session or other
  --measure     ${measures.join(", ")}, or all: gain and price in one sentence; stiffness unless given
  --condition   ${idsOf(conditions)}; with --pattern, what trials found for such people is the starting belief
  --pattern     ${idsOf(patterns)}
  --no-trials   leaves the trials out
  --cycles      injections of botulinum toxin one by one: how strong, from when to when, and what to ask if one disappoints
  --plan        how many more days it needs and, for what may be left out for a while, a fair test by lot
  --lot         the number that the fair test is drawn from; a new one unless given
  --blocks      of how many blocks the fair test is, an even number; as many as probably settle it unless given
  --json        the answer as JSON`;

const isFault = (value: object): value is Extract<Outcome, { type: "fault" }> =>
  "type" in value && value.type === "fault";

/** The people whose trials count; null where nobody was named. */
function aboutIn(typed: Typed): { about: About | null } | Extract<Outcome, { type: "fault" }> {
  const condition = textOption(typed, "condition");
  const pattern = textOption(typed, "pattern");
  if (condition === undefined && pattern === undefined) return { about: null };
  if (condition === undefined) return fault(`--condition is missing; it is one of ${idsOf(conditions)}.`);
  if (pattern === undefined) return fault(`--pattern is missing; it is one of ${idsOf(patterns)}.`);
  if (!conditions.some(({ id }) => id === condition))
    return fault(`--condition is one of ${idsOf(conditions)}, not "${condition}".`);
  if (!patterns.some(({ id }) => id === pattern))
    return fault(`--pattern is one of ${idsOf(patterns)}, not "${pattern}".`);
  return { about: { condition, pattern } };
}

/** Pairs of blocks, if a number of blocks is asked for. */
function pairsIn(typed: Typed): { pairs?: number } | Extract<Outcome, { type: "fault" }> {
  const text = textOption(typed, "blocks");
  if (text === undefined) return {};
  return /^\d{1,3}$/.test(text) && Number(text) % 2 === 0
    ? { pairs: Number(text) / 2 }
    : fault(`--blocks is an even number, half of them with it and half without, not "${text}".`);
}

/** What a fair test is drawn from. */
type Lot = { readonly seed: number; readonly pairs?: number };

function lotIn(typed: Typed): { lot: Lot } | Extract<Outcome, { type: "fault" }> {
  const pairs = pairsIn(typed);
  if (isFault(pairs)) return pairs;
  const text = textOption(typed, "lot");
  if (text === undefined) return { lot: { seed: randomInt(1_000_000), ...pairs } };
  return /^\d{1,9}$/.test(text)
    ? { lot: { seed: Number(text), ...pairs } }
    : fault(`--lot is a whole number of up to nine digits, not "${text}".`);
}

/** The page of one measure, with what was asked for beside it. */
function pageOf(input: HelpingInput, typed: Typed, lot: Lot): Page | Extract<Outcome, { type: "fault" }> {
  const assessed = assess(input);
  if (!assessed.ok) return fault(assessed.error.sentence);
  const { fairTestOf, period } = assessed.value;
  const from = addDays(period.to, 1);
  return {
    ...assessed.value,
    hangsOn: hangsOnOf(input),
    ...(typed.values.cycles === true ? { cycles: cyclesOf(input) } : {}),
    ...(typed.values.plan === true
      ? { fairTests: fairTestOf.map((treatment) => planFor({ input, treatment, ...lot, from })) }
      : {}),
  };
}

function answerToAll(
  input: HelpingInput,
  typed: Typed,
  lot: Lot,
  files: PersonalFiles,
): ReturnType<Command["run"]> {
  const found = allMeasures(input);
  if (found === null) {
    const page = pageOf(input, typed, lot);
    return isFault(page) ? page : fault("There is no check-in with a rating yet.");
  }
  const answers: Page[] = [];
  for (const measure of found.measures) {
    if (measure === "spasm-count") continue;
    const page = pageOf({ ...input, measure }, typed, lot);
    if (isFault(page)) return page;
    answers.push(page);
  }
  const whole = { question: "is-it-helping", format: 1, measure: "all", gainAndPrice: found, answers };
  return answer(
    typed.values.json === true ? JSON.stringify(whole, null, 2) : allMeasuresText(found, answers, files),
  );
}

type Told = { readonly input: HelpingInput; readonly files: PersonalFiles };

/** What the person wrote down: a saved record with all its tables, or two CSV files. */
async function toldBy(typed: Typed, path: string): Promise<Told | Extract<Outcome, { type: "fault" }>> {
  const treatmentsPath = textOption(typed, "treatments");
  if (treatmentsPath === undefined && path.endsWith(".json")) {
    const saved = await savedRecord(typed, "is-it-helping");
    if ("sentence" in saved) return saved;
    const { checkIns, treatments, isExample } = saved.snapshot;
    return {
      input: helpingInput(saved.snapshot),
      files: { diary: checkIns, treatments, isExample, remarks: [] },
    };
  }
  if (treatmentsPath === undefined)
    return fault(
      "--treatments is missing; it names the CSV file of treatments (unclench is-it-helping --help).",
    );
  const files = readPersonalFiles(path, treatmentsPath);
  if ("sentence" in files) return files;
  const { diary, treatments } = files;
  return { input: { diary, treatments, measure: "stiffness" }, files };
}

export const isItHelping: Command = {
  help,
  options: {
    treatments: { type: "string" },
    measure: { type: "string" },
    condition: { type: "string" },
    pattern: { type: "string" },
    "no-trials": { type: "boolean" },
    cycles: { type: "boolean" },
    plan: { type: "boolean" },
    lot: { type: "string" },
    blocks: { type: "string" },
    json: { type: "boolean" },
  },
  async run(typed) {
    const [diaryPath, ...others] = typed.positionals;
    if (diaryPath === undefined) return fault("The diary file is missing (unclench is-it-helping --help).");
    if (others.length > 0) return fault(`One diary at a time; "${others.join(" ")}" is too much.`);
    const measureText = (textOption(typed, "measure") ?? "stiffness").toLowerCase();
    const measure: Measure | undefined = measures.find((name) => name === measureText);
    if (measure === undefined && measureText !== "all")
      return fault(`--measure is one of ${measures.join(", ")} or all, not "${measureText}".`);
    const people = aboutIn(typed);
    if (isFault(people)) return people;
    const lot = lotIn(typed);
    if (isFault(lot)) return lot;

    const told = await toldBy(typed, diaryPath);
    if ("sentence" in told) return told;
    const { files } = told;
    const input: HelpingInput = {
      ...told.input,
      measure: measure ?? "stiffness",
      about: people.about ?? told.input.about ?? null,
      withTrials: typed.values["no-trials"] !== true,
    };
    if (measure === undefined) return answerToAll(input, typed, lot.lot, files);
    const page = pageOf(input, typed, lot.lot);
    if (isFault(page)) return page;
    return answer(typed.values.json === true ? JSON.stringify(page, null, 2) : isItHelpingText(page, files));
  },
};
