/** `unclench is-it-helping`: the verdict on each treatment from a diary, as the screens show it. */
import { isItHelping as assess, cyclesOf, hangsOnOf, measures } from "@unclench/answers/is-it-helping";
import { answer, type Command, fault, textOption } from "../command.ts";
import { isItHelpingText } from "../isItHelpingText.ts";
import { readPersonalFiles } from "../personalFiles.ts";

const help = `unclench is-it-helping DIARY.csv --treatments TREATMENTS.csv [--measure stiffness] [--cycles] [--json]

Says of each treatment whether the diary shows that it helps, how sure that is, or how many more days it needs. The two
files (docs/formats.md) look like this:

  date,stiffness,spasms,pain,sleep,note          treatment,kind,start,stop,dose,unit
  2026-01-05,6,4,2,3,                            My medicine,medicine,2026-02-02,,10,mg

  --treatments  what was taken or done, and when; kind is medicine, injection, session or other
  --measure     ${measures.join(", ")}; stiffness unless given
  --cycles      injections of botulinum toxin one by one: how strong, from when to when, and what to ask if one disappoints
  --json        the answer as JSON`;

export const isItHelping: Command = {
  help,
  options: {
    treatments: { type: "string" },
    measure: { type: "string" },
    cycles: { type: "boolean" },
    json: { type: "boolean" },
  },
  run(typed) {
    const [diaryPath, ...others] = typed.positionals;
    if (diaryPath === undefined) return fault("The diary file is missing (unclench is-it-helping --help).");
    if (others.length > 0) return fault(`One diary at a time; "${others.join(" ")}" is too much.`);
    const treatmentsPath = textOption(typed, "treatments");
    if (treatmentsPath === undefined)
      return fault(
        "--treatments is missing; it names the CSV file of treatments (unclench is-it-helping --help).",
      );
    const measureText = textOption(typed, "measure") ?? "stiffness";
    const measure = measures.find((name) => name === measureText.toLowerCase());
    if (measure === undefined)
      return fault(`--measure is one of ${measures.join(", ")}, not "${measureText}".`);

    const files = readPersonalFiles(diaryPath, treatmentsPath);
    if ("sentence" in files) return files;
    const input = { diary: files.diary, treatments: files.treatments, measure };
    const assessed = assess(input);
    if (!assessed.ok) return fault(assessed.error.sentence);
    const page = {
      ...assessed.value,
      hangsOn: hangsOnOf(input),
      ...(typed.values.cycles === true ? { cycles: cyclesOf(input) } : {}),
    };
    return answer(typed.values.json === true ? JSON.stringify(page, null, 2) : isItHelpingText(page, files));
  },
};
