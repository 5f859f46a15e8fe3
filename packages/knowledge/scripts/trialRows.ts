/** Which of what was collected on trials is kept: everything that a figure is computed or shown with. */
import type { Json, Row } from "./json.ts";

const armIdsSeenAs: Record<string, string> = { "phenol-nerve-block": "phenol-block" };
const isFigure = (value: Json | undefined): boolean => value !== null && value !== undefined;

/** One trial with its arms and outcomes; an arm of an outcome is kept if it has a figure. */
export function trialRow(trial: Row): Row {
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
  return {
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
  };
}

/** One row of the pool: which figure of which trial goes into which outcome, and how. */
export const poolRow = (row: Row): Row => {
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
