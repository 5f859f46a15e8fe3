/** What trials are called in tables and pictures. */
import { sourceById } from "@unclench/knowledge/sources";
import { type PoolRow, trialById } from "@unclench/knowledge/trials";

/** "Gracies 2015": first author and year, or the trial's id where they are not known. */
export function studyName(trial: string): string {
  const source = sourceById.get(trialById.get(trial)?.source ?? "");
  const author = source?.authors?.split(/[\s,]/)[0];
  return author && source?.year ? `${author} ${source.year}` : trial;
}

/** "Gracies 2015, 500 U single session": first author and year, and what tells the rows of one trial apart. */
export function studyLabel(row: PoolRow, rows: readonly PoolRow[]): string {
  const trial = trialById.get(row.trial);
  const name = studyName(row.trial);
  const own = rows.filter((other) => other.trial === row.trial);
  if (own.length < 2) return name;
  const sameArm = own.some((other) => other !== row && other.activeArm === row.activeArm);
  const arm = trial?.arms.find((candidate) => candidate.key === row.activeArm);
  const measured = trial?.outcomes[row.outcomeIndex]?.detail ?? row.scale;
  const detail = sameArm ? measured : (arm?.dose ?? arm?.product)?.split(/[,(;]/)[0]?.trim();
  return `${name}, ${detail ?? `arm ${row.activeArm ?? "?"}, outcome ${row.outcomeIndex}`}`;
}
