/**
 * Turns the collected facts into the package's data files.
 *
 *   node packages/knowledge/scripts/convert.ts FOLDER
 *
 * FOLDER holds the collected facts (`trials/`, `measures/`, `safety/`, `practice/`). The result is committed;
 * nothing of the product reads FOLDER. The hand-kept lists (conditions, patterns, treatments, comparators,
 * outcome groups, scales, practical facts, known gaps) are not written here; only their sources are looked up. Run the package's tests afterwards: they validate every file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
// One id stands for two works; the trials' own comes first, and nothing here points to the other.
addSources(
  rows("practice/sources.json").filter(({ id }) => id !== "patel-2020"),
  "practice",
);

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
write("botulinumTimecourse.json", {
  id: timecourse.id,
  status: timecourse.status,
  formula: timecourse.formula,
  parameters: timecourse.parameters,
  curve: timecourse.default_curve,
  severalInjections: timecourse.several_injections,
});

/**
 * The exposure curve of an injection, from the fitted formula of the collected time course:
 * f(t) = (1 − exp(−(t/τ)^k)) / (1 + (t/T50)^h), τ = halfRise / ln(2)^(1/k), t in weeks, divided by its maximum.
 */
const parameter = (key: string): number => {
  const found = (timecourse.parameters as Row[]).find((row) => row.key === key);
  if (typeof found?.default !== "number") throw new Error(`time course: ${key} has no default`);
  return found.default;
};
const [halfRise, riseShape, halfWane, waneShape] = ["half_rise", "rise_shape_k", "T50", "decay_shape_h"].map(
  parameter,
) as [number, number, number, number];
const tau = halfRise / Math.log(2) ** (1 / riseShape);
const share = (day: number): number => {
  const week = day / 7;
  return (1 - Math.exp(-((week / tau) ** riseShape))) / (1 + (week / halfWane) ** waneShape);
};
const peak = Math.max(...Array.from({ length: 365 }, (_, day) => share(day)));
const knotDays = [
  0, 2, 4, 7, 10, 14, 18, 21, 25, 30, 35, 42, 49, 56, 63, 70, 77, 84, 98, 112, 126, 140, 168, 196, 252,
];

/** How much slower or faster than given a curve may be: half or twice, unless the sources say otherwise. */
const halfOrTwice = [
  { factor: 0.5, weight: 0.25 },
  { factor: 1, weight: 0.5 },
  { factor: 2, weight: 0.25 },
];
/** Half-wane 9 to 20 weeks around 14 in the collected time course. */
const waveScales = [
  { factor: 0.7, weight: 0.25 },
  { factor: 1, weight: 0.5 },
  { factor: 1.4, weight: 0.25 },
];

/** A medicine whose sources say how fast a dose works, but not how fast the days change: the time constants are ours. */
const takenDaily = (
  treatment: string,
  tauOnDays: number,
  tauOffDays: number,
  sourceIds: readonly string[],
  words: string,
) => ({
  id: treatment,
  treatments: [treatment],
  kind: "on-off",
  tauOnDays,
  tauOffDays,
  knots: null,
  timeScales: halfOrTwice,
  basis: "assumed-within-sources",
  sources: sourceIds,
  words: `${words} How long the days take to follow is our assumption; your diary may show it to be half or twice as long.`,
});

write("exposures.json", [
  {
    id: "botulinum-toxin",
    treatments: ["botulinum-toxin-a"],
    kind: "wave",
    tauOnDays: null,
    tauOffDays: null,
    // The last knot is 0: beyond nine months the formula leaves under 2 % of the peak, which no diary can see.
    knots: [...knotDays.map((day) => [day, Number((share(day) / peak).toFixed(4))]), [365, 0]],
    timeScales: waveScales,
    basis: "fitted-to-sources",
    sources: [...new Set((timecourse.parameters as Row[]).flatMap((row) => row.sources as string[]))],
    words:
      "The effect of an injection is taken to be half there after about 8 days, full from week 3 to 6, and half gone after about 14 weeks. Group averages from arms after a stroke; you may differ.",
  },
  takenDaily(
    "baclofen-oral",
    3,
    1.5,
    ["wholehealthmd-baclofen", "nephronpower-2017", "ozobax-efficacy"],
    "Baclofen by mouth leaves the blood within hours, but its effect may take hours to weeks. It counts as two thirds there after 3 days, and as two thirds gone 1 to 2 days after the last dose.",
  ),
  takenDaily(
    "tizanidine",
    0.5,
    0.5,
    ["medicine-com-tizanidine", "fda-tizanidine-old-label-glc"],
    "A dose of tizanidine works for hours, so each day counts nearly by itself.",
  ),
  takenDaily(
    "dantrolene",
    10,
    4,
    ["fda-dantrolene-dailymed-2024", "bahrain-moh-dantrolene"],
    "The gain from dantrolene may take weeks. It counts as two thirds there after 10 days, and as two thirds gone 4 days after the last dose.",
  ),
  takenDaily(
    "nabiximols",
    5,
    2,
    ["sativex-spc-2019-medthority", "sativex-uk-dosing"],
    "Finding the dose of the spray takes about two weeks. It counts as two thirds there after 5 days on a dose, and as two thirds gone 2 days after the last spray.",
  ),
  takenDaily(
    "dronabinol",
    0.5,
    0.5,
    ["fda-marinol-pd-clustermed"],
    "A dose of dronabinol works for hours, so each day counts nearly by itself.",
  ),
  takenDaily(
    "baclofen-intrathecal",
    0.5,
    0.5,
    ["fda-lioresal-it-pd-clustermed"],
    "A new rate of the pump is felt from 6 to 8 hours on, so each day counts nearly by itself.",
  ),
  {
    id: "taken-regularly",
    treatments: [],
    kind: "on-off",
    tauOnDays: 3,
    tauOffDays: 3,
    knots: null,
    timeScales: halfOrTwice,
    basis: "assumed",
    sources: [],
    words:
      "A treatment taken or done every day is assumed to be two thirds there after 3 days and nearly all there after 9, and to fade as fast after stopping. This is our assumption, not a measured figure; your diary may show it to be half or twice as long.",
  },
]);

/** Why an injection may disappoint, with the question to ask. What spoke to readers of the collection is said again here. */
const reasonInPlainWords: Readonly<Record<string, { reason?: string; ask?: string }>> = {
  "bont-fail-too-early": {
    reason: "It was judged too early (before about two weeks) or too late (after about ten).",
    ask: "On which day after the injection was it judged? Can we look at my diary for weeks 3 to 6?",
  },
  "bont-fail-contracture": {
    reason: "What holds the joint is shortened tissue and not spasticity.",
    ask: "If you move my joint very slowly, how far does it go? Would a cast, a splint or an operation be the better question?",
  },
  "bont-fail-wrong-muscle": {
    reason: "The muscle that makes the posture was not the one injected, or the needle missed it.",
    ask: "Which muscles were injected, and how were they found: by ultrasound, stimulation, EMG or by hand?",
  },
  "bont-fail-low-dose": { reason: "The dose was too small, or spread over too many muscles." },
  "bont-fail-too-weak": {
    reason: "The dose took away strength that was being used to stand or to grip.",
    ask: "Did I lose something I could do before? What does that mean for the next dose and for that muscle?",
  },
  "bont-fail-goal": {
    reason: "The goal was one that the toxin cannot reach, such as getting the use of the hand back.",
  },
  "bont-fail-widespread": {
    reason: "The spasticity is all over, and one session cannot cover it within the maximum dose.",
    ask: "What is the better tool for the rest of my body, and which one or two spots is the injection for?",
  },
  "bont-fail-wearing-off": {
    reason: "It works, and then wears off weeks before the next appointment.",
    ask: "In which week does it fade for me? What is the earliest time at which the next one can be given?",
  },
  "bont-fail-muscle-changed": { reason: "The muscle itself has turned stiff and fibrous over the years." },
  "bont-fail-antibodies": {
    reason:
      "It used to work, and two injections in a row did nothing. Antibodies are one cause, but only in about half of such people.",
    ask: "Has everything else been looked at? Is a test injection or another product worth a try?",
  },
  "bont-fail-no-follow-up": {
    reason: "Nothing followed the injection: no stretching, splint or plan, and nobody looked at the peak.",
    ask: "Who sees me at 4 to 6 weeks, and what is there to do in the days after the injection?",
  },
  "bont-fail-trigger": {
    reason:
      "Something else drives the spasms: an infection, a full bladder, constipation, sore skin, tight clothes, pain, a fracture, stress or a relapse.",
  },
};
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
for (const name of [
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
]) {
  collect(JSON.parse(readFileSync(join(out, `${name}.json`), "utf8")));
}
write(
  "sources.json",
  [...sources.values()].filter((source) => pointed.has(String(source.id))),
);
console.log(
  `${trials.length} trials, ${(pool.pool as Row[]).length} pool rows, ${pointed.size} ids pointed to`,
);
