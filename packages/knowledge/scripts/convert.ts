/**
 * Turns the collected facts into the package's data files.
 *
 *   node packages/knowledge/scripts/convert.ts FOLDER
 *
 * FOLDER holds the collected facts (`trials/`, `measures/`, `safety/`, `practice/`). The result is committed;
 * nothing of the product reads FOLDER. The hand-kept lists (conditions, patterns, treatments, comparators,
 * outcome groups, scales, practical facts, known gaps, alert rules) are not written here; only their sources are looked up. Run the package's tests afterwards: they validate every file.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { citedInArticles } from "./citedInArticles.ts";
import { exposureCurves } from "./exposureCurves.ts";
import { experienceGroups, experienceWords } from "./experienceWords.ts";
import { reasonInPlainWords } from "./injectionReasonWords.ts";
import { figuresReadFile, gatherFigures } from "./figuresRead.ts";
import type { Json, Row } from "./json.ts";
import { learnUnread } from "./learnUnread.ts";
import { createSourceRegister, gatherPointed } from "./sourceRegister.ts";
import { poolRow, trialRow } from "./trialRows.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error(
    "Give the folder with the collected facts: node packages/knowledge/scripts/convert.ts FOLDER",
  );
  process.exit(2);
}
const out = join(import.meta.dirname, "..", "data");
const read = (path: string): Json => JSON.parse(readFileSync(join(folder, path), "utf8")) as Json;
const rows = (path: string): Row[] => read(path) as Row[];
const write = (name: string, value: unknown): void =>
  writeFileSync(join(out, name), `${JSON.stringify(value, null, 1)}\n`);

const trialFiles = ["oral", "nonoral", "botulinum", "gaps"];

const { byId: sources, add: addSources } = createSourceRegister();

const trials: Row[] = [];
for (const file of trialFiles) {
  addSources(rows(`trials/${file}.sources.json`), file);
  trials.push(...rows(`trials/${file}.trials.json`).map(trialRow));
}

const pool = read("trials/pool.json") as Row;

const brandNames = (row: Row): Row[] =>
  (row.brands as Row[]).map((brand) => ({
    name: brand.name ?? null,
    countries: brand.countries ?? [],
    route: brand.route ?? null,
    sources: brand.src ?? [],
    certainty: brand.certainty ?? null,
  }));

const registered = rows("safety/names-sources.json").map((row) => ({ ...row, kind: "names" }));
addSources(registered, "names");
addSources(rows("measures/sources.json"), "measures");
addSources(rows("safety/sources.json"), "safety");
addSources(rows("safety/gaps-labels-sources.json"), "gaps-labels");
// One id stands for two works: the trials' own keeps it, the survey gets another.
const ofPractice = (id: Json | undefined): Json => (id === "patel-2020" ? "patel-2020-survey" : (id ?? null));
addSources(
  rows("practice/sources.json").map((row) => ({ ...row, id: ofPractice(row.id) })),
  "practice",
);

/** Sources of the lists kept by hand, which the collected facts do not hold. */
addSources(JSON.parse(readFileSync(join(out, "ownSources.json"), "utf8")) as Row[], "ownSources");

/** Only the sources of the botulinum time course that the trial files do not already hold live in `practice/`. */
const timecourse = read("practice/botulinum-timecourse.json") as Row;

write("trials.json", trials);
write("pool.json", {
  rules: pool.rules,
  rows: (pool.pool as Row[]).map(poolRow),
  standAlone: pool.standAlone,
  missingKnown: pool.missingKnown,
  excluded: (pool.excluded as Row[]).map((row) => ({
    trial: row.trial ?? null,
    outcomeIndex: row.outcomeIndex ?? null,
    measure: row.measure ?? null,
    reason: row.reason ?? null,
  })),
});
write(
  "medicineNames.json",
  rows("safety/names.json").map((row) => ({
    medicine: row.drug ?? null,
    atc: row.atc ?? [],
    rxcui: row.rxcui ?? null,
    brands: brandNames(row),
    synonyms: row.synonyms ?? [],
    misspellings: row.misspellings ?? [],
  })),
);
write("measures.json", rows("measures/measures.json"));
write("priors.json", read("measures/priors.json"));
/** What turns a pooled effect into the belief from which one person's diary starts. */
const priorFacts = read("measures/priors.json") as { found: Row[]; proposed: Row };
const changeSd = priorFacts.found.find((row) => row.id === "musec-change-sd");
if (changeSd === undefined) throw new Error("priors: musec-change-sd is gone");
const informed = priorFacts.proposed.beta_trial_informed as Row;
write("startingBelief.json", {
  spreadOfPeople: informed.s_ind,
  spreadWords:
    "How much the true effect differs from person to person cannot be read from trials that compare groups; 1.2 points is our proposal, a little above the rough 1.0 that one trial's spreads suggest.",
  sdOfChange: (changeSd.value as { placebo: number[] }).placebo[1],
  source: changeSd.source,
});
write("redFlags.json", rows("safety/red-flags.json"));
write("triggers.json", rows("safety/triggers.json"));
write("botulinumTimecourse.json", {
  id: timecourse.id,
  status: timecourse.status,
  formula: timecourse.formula,
  parameters: timecourse.parameters,
  curve: timecourse.default_curve,
  severalInjections: timecourse.several_injections,
});

write(
  "exposures.json",
  exposureCurves(timecourse.parameters as unknown as Parameters<typeof exposureCurves>[0]),
);

/** Why an injection may disappoint, with the question to ask. */
write(
  "injectionReasons.json",
  rows("practice/botulinum-response.json")
    .filter((row) => String(row.id).startsWith("bont-fail-"))
    .map((row) => {
      const value = row.value as { reason: string; ask: string };
      const plain = reasonInPlainWords[String(row.id)];
      if (plain === undefined) throw new Error(`${row.id}: no plain words yet`);
      return {
        id: row.id,
        reason: plain.reason ?? value.reason,
        ask: plain.ask ?? value.ask,
        sources: row.sources,
        certainty: row.certainty,
      };
    }),
);

/** The pages to learn from are worded by hand: nothing of them may differ from what was collected. */
const unread = learnUnread(JSON.parse(readFileSync(join(out, "learn.json"), "utf8")), [
  ...rows("practice/conditions.json"),
  ...rows("measures/measures.json"),
  ...rows("practice/routine-evidence.json"),
]);
/** So are the facts on the pages of treatments. A trial has no grade of its own: a sentence made of one is at most "moderate". */
const readTrials = trialFiles
  .flatMap((file) => rows(`trials/${file}.trials.json`))
  .map((trial) => ({
    id: trial.id,
    claim: trial.notes ?? "",
    value: trial,
    sources: [trial.source, ...(trial.outcomes as Row[]).map((outcome) => outcome.extraSource ?? null)],
    certainty: "moderate",
  }));
unread.push(
  ...learnUnread(
    JSON.parse(readFileSync(join(out, "treatmentFacts.json"), "utf8")),
    [
      ...readdirSync(join(folder, "safety"))
        .filter((file) => /^(drug-|gaps-labels\.)/.test(file))
        .flatMap((file) => rows(`safety/${file}`)),
      ...rows("practice/botulinum-response.json"),
      ...readTrials,
    ],
    "treatmentFacts.json",
  ),
);
if (unread.length > 0) throw new Error(unread.join("\n"));
/** What people report, in our plain words beside the words and figures that were collected. */
write("experiences.json", {
  groups: experienceGroups,
  findings: rows("practice/patient-experience.json").map((row) => {
    const plain = experienceWords[String(row.id)];
    if (plain === undefined) throw new Error(`${row.id}: no plain words yet`);
    return {
      id: row.id,
      subject: row.subject,
      condition: row.condition,
      claim: plain.claim,
      value: row.value,
      who: plain.who,
      population: row.population,
      n: row.n ?? null,
      how: plain.how,
      design: row.design,
      funding: row.funding,
      paid: plain.paid ?? null,
      careful: plain.careful,
      caution: row.caution ?? null,
      certainty: row.certainty,
      treatments: plain.treatments ?? [],
      shares: plain.shares ?? [],
      sources: (row.sources as Row[]).map(({ id, where }) => ({ id: ofPractice(id), where: where ?? null })),
    };
  }),
});

/** Only sources that something points to: a register of unused works would be dead weight. */
const pointed = new Set<string>();
const keptFiles = [
  "trials",
  "pool",
  "medicineNames",
  "measures",
  "priors",
  "redFlags",
  "botulinumTimecourse",
  "exposures",
  "injectionReasons",
  "pausable",
  "startingBelief",
  "practicalFacts",
  "burden",
  "knownGaps",
  ...readdirSync(join(out, "alerts")).map((file) => `alerts/${file.replace(/\.json$/, "")}`),
  "medicineClasses",
  "otherMedicines",
  "triggers",
  "stopping",
  "sideEffects",
  "stretchingMistakes",
  "questions",
  "learn",
  "treatmentFacts",
  "scaleSteps",
  "glossary",
  "routines",
  "routineSigns",
  "routineEvidence",
  "experiences",
];
for (const name of keptFiles)
  gatherPointed(JSON.parse(readFileSync(join(out, `${name}.json`), "utf8")), pointed);
for (const id of citedInArticles(join(import.meta.dirname, "../../content/articles"))) pointed.add(id);
write(
  "sources.json",
  [...sources.values()].filter((source) => pointed.has(String(source.id))),
);

/** Articles type figures beside a source: which ones were read in it. The collected files, and those kept by hand. */
const figures = new Map<string, Set<number>>();
const isFacts = (path: string): boolean => path.endsWith(".json") && !/sources\.json$|pool\.json$/.test(path);
for (const path of readdirSync(folder, { recursive: true }).map(String).filter(isFacts)) {
  const isPractice = path.startsWith("practice");
  const collected: Map<string, Set<number>> = isPractice ? new Map() : figures;
  gatherFigures(read(path), collected);
  if (!isPractice) continue;
  for (const [id, numbers] of collected) {
    const known = String(ofPractice(id));
    figures.set(known, new Set([...(figures.get(known) ?? []), ...numbers]));
  }
}
for (const name of keptFiles)
  gatherFigures(JSON.parse(readFileSync(join(out, `${name}.json`), "utf8")), figures);
write(
  "figuresRead.json",
  figuresReadFile(figures, (id) => pointed.has(id) && sources.has(id)),
);
console.log(
  `${trials.length} trials, ${(pool.pool as Row[]).length} pool rows, ${pointed.size} ids pointed to`,
);
