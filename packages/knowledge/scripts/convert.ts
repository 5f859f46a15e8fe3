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
import { learnUnread } from "./learnUnread.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Row = { [key: string]: Json };

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

/** One register of sources. The same id in two files must be the same work, else the run stops. */
const sources = new Map<string, Row>();
const addSources = (list: Row[], from: string): void => {
  for (const row of list) {
    const id = String(row.id);
    const entry: Row = {};
    for (const key of [
      "id",
      "kind",
      "title",
      "authors",
      "year",
      "journal",
      "doi",
      "pmid",
      "url",
      "read",
      "via",
    ]) {
      entry[key] = row[key] ?? null;
    }
    for (const key of ["extent", "trust", "note"]) if (row[key] != null) entry[key] = row[key];
    const known = sources.get(id);
    if (known === undefined) sources.set(id, entry);
    else if (known.doi !== null && entry.doi !== null && known.doi !== entry.doi) {
      throw new Error(`source ${id}: two different works share this id (${from})`);
    }
  }
};

const armIdsSeenAs: Record<string, string> = { "phenol-nerve-block": "phenol-block" };
const isFigure = (value: Json | undefined): boolean => value !== null && value !== undefined;

const trials: Row[] = [];
for (const file of trialFiles) {
  addSources(rows(`trials/${file}.sources.json`), file);
  for (const trial of rows(`trials/${file}.trials.json`)) {
    const arms = (trial.arms as Row[]).map((arm) => ({
      key: arm.key ?? null,
      treatment: armIdsSeenAs[String(arm.treatment)] ?? arm.treatment ?? null,
      product: arm.product ?? null,
      dose: arm.dose ?? null,
      n: arm.n ?? null,
    }));
    const outcomes = (trial.outcomes as Row[]).map((outcome) => ({
      measure: outcome.measure ?? null,
      detail: outcome.detail ?? null,
      week: outcome.week ?? null,
      direction: outcome.direction ?? null,
      kind: outcome.kind ?? null,
      where: outcome.where ?? null,
      source: outcome.source ?? outcome.extraSource ?? null,
      derived: outcome.derived ?? null,
      notes: outcome.notes ?? null,
      trials: outcome.trials ?? null,
      participants: outcome.participants ?? null,
      arms: ((outcome.arms as Row[] | null) ?? [])
        .filter((arm) =>
          ["n", "events", "mean", "sd", "se", "ci95", "percent"].some((key) => isFigure(arm[key])),
        )
        .map((arm) => ({
          key: arm.key ?? null,
          n: arm.n ?? null,
          events: arm.events ?? null,
          percent: arm.percent ?? null,
          mean: arm.mean ?? null,
          sd: arm.sd ?? null,
          se: arm.se ?? null,
          ci95: arm.ci95 ?? null,
        })),
      contrast:
        outcome.contrast && isFigure((outcome.contrast as Row).estimate)
          ? {
              of: (outcome.contrast as Row).of ?? null,
              versus: (outcome.contrast as Row).versus ?? null,
              estimate: (outcome.contrast as Row).estimate ?? null,
              ci95: (outcome.contrast as Row).ci95 ?? null,
              p: (outcome.contrast as Row).p ?? null,
              scale: (outcome.contrast as Row).scale ?? null,
            }
          : null,
    }));
    trials.push({
      id: trial.id ?? null,
      source: trial.source ?? null,
      registry: trial.registry ?? null,
      kind: trial.kind ?? "rct",
      condition: trial.condition ?? null,
      pattern: trial.pattern ?? null,
      design: trial.design ?? null,
      blinding: trial.blinding ?? null,
      weeks: trial.weeks ?? null,
      randomised: trial.randomised ?? null,
      funding: trial.funding ?? "unknown",
      use: trial.use ?? null,
      notes: trial.notes ?? null,
      arms,
      outcomes,
    });
  }
}

const pool = read("trials/pool.json") as Row;
const poolRow = (row: Row): Row => {
  const kept: Row = {};
  for (const key of [
    "outcomeGroup",
    "condition",
    "pattern",
    "stratum",
    "trial",
    "outcomeIndex",
    "treatment",
    "comparator",
    "activeArm",
    "controlArm",
    "design",
    "blinding",
    "week",
    "measure",
    "direction",
    "use",
    "verified",
    "data",
    "scaleGroup",
  ])
    kept[key] = row[key] ?? null;
  kept.scale = row.scale ?? null;
  kept.caveat = row.caveat ?? null;
  kept.sharedControl = (row.sharedControl as Row | undefined)?.key ?? null;
  kept.crossoverAsParallel = row.crossoverAsParallel === true;
  return kept;
};

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
const collect = (value: unknown): void => {
  if (Array.isArray(value)) value.forEach(collect);
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      if ((key === "source" || key === "id") && typeof inner === "string") pointed.add(inner);
      else if (key === "sources" && Array.isArray(inner)) {
        for (const source of inner) if (typeof source === "string") pointed.add(source);
      }
      collect(inner);
    }
  }
};
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
for (const name of keptFiles) collect(JSON.parse(readFileSync(join(out, `${name}.json`), "utf8")));
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
