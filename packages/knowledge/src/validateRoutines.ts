/** What must hold for routines, poses, signs and findings across their files: rules KN-60 to KN-63. */
import type { ReliefHonest } from "./reliefSchema.ts";
import type { Routine, RoutineFinding, RoutinePose } from "./routineSchema.ts";
import type { Source } from "./schema.ts";

type Pointed = { readonly id: string };
type Signs = {
  readonly stopSigns: readonly {
    readonly id: string;
    readonly text: string;
    readonly source: string | null;
  }[];
  readonly contraindications: readonly {
    readonly id: string;
    readonly text: string;
    readonly ask: string;
    readonly urgent: string | null;
    readonly source: string | null;
  }[];
};

export type RoutineFiles = {
  readonly routines: readonly Routine[];
  readonly poses: readonly RoutinePose[];
  readonly routineSigns: Signs;
  readonly routineEvidence: readonly RoutineFinding[];
  readonly reliefHonest: {
    readonly doesNotHelp: readonly ReliefHonest[];
    readonly mayHelp: readonly ReliefHonest[];
  };
  readonly sources: readonly Source[];
  readonly conditions: readonly Pointed[];
};

/** Words that promise or command, which no text of a routine may hold. */
const forbidden = /\b(should|safe|safely|unsafe|cure|cures|guaranteed?|promise[sd]?)\b/i;

/** One sentence for each fault. */
export function routineFaults(files: RoutineFiles): string[] {
  const { routines, poses, routineSigns, routineEvidence } = files;
  return [
    ...twice("routines.json", routines),
    ...twice("routineSigns.json", [...routineSigns.stopSigns, ...routineSigns.contraindications]),
    ...twice("routineEvidence.json", routineEvidence),
    ...twice(
      "poses.json",
      poses.map(({ routine }) => ({ id: routine })),
    ),
    ...pointers(files),
    ...posesOf(routines, poses),
    ...wording(files),
    ...doses(routines),
  ];
}

function twice(file: string, list: readonly Pointed[]): string[] {
  const ids = list.map(({ id }) => id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map(
    (id) => `${file}: ${id} stands twice`,
  );
}

/** [KN-60] Everything that is pointed to is there. */
function pointers({ routines, routineSigns, routineEvidence, sources, conditions }: RoutineFiles): string[] {
  const found: string[] = [];
  const known = (file: string, list: readonly Pointed[], ids: readonly string[], where: string): void => {
    for (const id of ids)
      if (!list.some((one) => one.id === id)) found.push(`${file}: ${where}: unknown id ${id}`);
  };
  for (const routine of routines) {
    const file = "routines.json";
    known(file, conditions, routine.conditions, routine.id);
    known(file, routineSigns.stopSigns, routine.stopSigns, routine.id);
    known(file, routineSigns.contraindications, routine.contraindications, routine.id);
    known(file, routineEvidence, routine.evidence, routine.id);
    known(
      file,
      sources,
      routine.dose.sources.map(({ id }) => id),
      routine.id,
    );
  }
  for (const { id, source } of [...routineSigns.stopSigns, ...routineSigns.contraindications])
    if (source !== null) known("routineSigns.json", sources, [source], id);
  for (const finding of routineEvidence)
    known(
      "routineEvidence.json",
      sources,
      finding.sources.map(({ id }) => id),
      finding.id,
    );
  return found;
}

/** [KN-61] Every routine has a pose to begin with and one to end with, and no pose is left over. */
function posesOf(routines: readonly Routine[], poses: readonly RoutinePose[]): string[] {
  const found: string[] = [];
  for (const { id } of routines)
    if (!poses.some(({ routine }) => routine === id)) found.push(`poses.json: ${id} has no pose`);
  for (const { routine } of poses)
    if (!routines.some(({ id }) => id === routine)) found.push(`poses.json: unknown routine ${routine}`);
  return found;
}

/** [KN-62] Texts are short, promise nothing and command nothing beyond the movement itself. */
function wording({ routines, routineSigns, routineEvidence, reliefHonest }: RoutineFiles): string[] {
  const told: [string, string][] = [
    ...routines.flatMap(({ id, name, why, steps, avoid, dose, forHelper, notForNow }) =>
      [name, why ?? "", notForNow ?? "", dose.note ?? "", ...steps, ...(forHelper ?? []), ...avoid].map(
        (text): [string, string] => [id, text],
      ),
    ),
    ...routineSigns.stopSigns.map(({ id, text }): [string, string] => [id, text]),
    ...routineSigns.contraindications.map(({ id, text, ask, urgent }): [string, string] => [
      id,
      `${text} ${ask} ${urgent ?? ""}`,
    ]),
    ...[...reliefHonest.doesNotHelp, ...reliefHonest.mayHelp].map(({ id, title, text }): [string, string] => [
      id,
      `${title} ${text}`,
    ]),
    ...routineEvidence.map(({ id, claim }): [string, string] => [id, claim]),
  ];
  return told
    .filter(([, text]) => forbidden.test(text))
    .map(([id, text]) => `routines: ${id}: a forbidden word in "${text}"`);
}

/** [KN-63] A dose that is said to be read has a source; one that is ours says so in its note. */
function doses(routines: readonly Routine[]): string[] {
  return routines.flatMap(({ id, dose }) => {
    const sourced = dose.basis !== "expert";
    if (sourced && dose.sources.length === 0) return [`routines.json: ${id}: a dose without a source`];
    return !sourced && dose.note === null ? [`routines.json: ${id}: a dose of ours without a note`] : [];
  });
}
