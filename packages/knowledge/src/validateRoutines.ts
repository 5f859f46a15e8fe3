/** What must hold for routines, poses, signs and findings across their files: rules KN-60 to KN-66. */
import type { ReliefHonest } from "./reliefSchema.ts";
import type { JointLimit, Pose, Routine, RoutineFinding, RoutinePose } from "./routineSchema.ts";
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
  readonly jointLimits: readonly JointLimit[];
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
    ...touches(poses),
    ...wrongForms(poses),
    ...limits(files),
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

const carriers: Readonly<Record<string, readonly string[]>> = {
  table: ["table", "table-short", "table-high", "table-at-side"],
  worktop: ["worktop", "worktop-at-side", "standing-frame"],
  wall: ["wall"],
  bed: ["bed", "bed-edge", "floor"],
  stool: ["stool"],
  wedge: ["wedge"],
  pedal: ["bike", "pedal-trainer"],
  handlebar: ["bike"],
  rail: ["pool"],
  armrest: ["wheelchair", "armrests"],
};
const allPoses = ({ start, end, wrong }: RoutinePose): [string, Pose][] => [
  ["start", start],
  ["end", end],
  ...(wrong ? [["wrong", wrong.pose] as [string, Pose]] : []),
];

/** [KN-64] What is touched is there. */
function touches(poses: readonly RoutinePose[]): string[] {
  return poses.flatMap((pair) =>
    allPoses(pair).flatMap(([name, { touch, props }]) =>
      Object.entries(touch ?? {})
        .filter(([, place]) => !(carriers[place]?.some((prop) => props.includes(prop)) ?? true))
        .map(
          ([part, place]) => `poses.json: ${pair.routine}: ${name}: ${part} on ${place}, which is not there`,
        ),
    ),
  );
}

/** [KN-65] A wrong form is another pose than the right one, in a few words. */
function wrongForms(poses: readonly RoutinePose[]): string[] {
  return poses.flatMap(({ routine, end, wrong }) => {
    if (!wrong) return [];
    const same = JSON.stringify(wrong.pose) === JSON.stringify(end);
    return [
      ...(same ? [`poses.json: ${routine}: the wrong form is the right one`] : []),
      ...(wrong.words.length > 60 || forbidden.test(wrong.words)
        ? [`poses.json: ${routine}: the words of the wrong form: "${wrong.words}"`]
        : []),
    ];
  });
}

/** [KN-66] Limits are whole and sourced or ours, and the right poses keep them. */
function limits({ jointLimits, poses, sources }: RoutineFiles): string[] {
  const found = twice(
    "jointLimits.json",
    jointLimits.map(({ view, joint }) => ({ id: `${view} ${joint}` })),
  );
  for (const { view, joint, basis, source } of jointLimits) {
    const known = source !== null && sources.some(({ id }) => id === source);
    if (basis === "source" && !known) found.push(`jointLimits.json: ${view} ${joint} has no known source`);
  }
  const beyond = (view: Pose["view"], joint: string, degrees = 0): boolean => {
    const limit = jointLimits.find((one) => one.view === view && one.joint === joint);
    return limit === undefined || degrees < limit.from || degrees > limit.to;
  };
  for (const { routine, start, end } of poses)
    for (const { view, trunk, neck, near, far } of [start, end])
      for (const [joint, degrees] of [
        ["trunk", trunk] as const,
        ["neck", neck] as const,
        ...Object.entries(near),
        ...Object.entries(far),
      ])
        if (beyond(view, joint, degrees))
          found.push(`poses.json: ${routine}: ${joint} at ${degrees ?? 0} degrees`);
  return found;
}
