/** What must hold for finding a routine: rules KN-67 to KN-72. */
import type { ReliefHonest, ReliefPlaces } from "./reliefSchema.ts";
import type { Routine, RoutineFinding } from "./routineSchema.ts";
import type { Source } from "./schema.ts";
import { isWeakSource } from "./weakSource.ts";

export type ReliefFiles = {
  readonly routines: readonly Routine[];
  readonly reliefPlaces: ReliefPlaces;
  readonly reliefHonest: {
    readonly doesNotHelp: readonly ReliefHonest[];
    readonly mayHelp: readonly ReliefHonest[];
  };
  readonly routineEvidence: readonly RoutineFinding[];
  readonly sources: readonly Source[];
  readonly conditions: readonly { readonly id: string }[];
};

/** One sentence for each fault. */
export const reliefFaults = (files: ReliefFiles): string[] => [
  ...places(files),
  ...forNow(files),
  ...forHelper(files),
  ...sidesAndTime(files),
  ...honest(files),
];

/** [KN-67] Every routine is found from a place, by its target; and a place names nothing that no routine has. */
function places({ routines, reliefPlaces }: ReliefFiles): string[] {
  const found: string[] = [];
  const all = reliefPlaces.places;
  const ids = all.map(({ id }) => id);
  for (const id of ids.filter((one, place) => ids.indexOf(one) !== place))
    found.push(`reliefPlaces.json: ${id} stands twice`);
  for (const { id, targets } of routines)
    if (!all.some((place) => targets.some((target) => place.targets.includes(target))))
      found.push(`reliefPlaces.json: ${id} is found from no place`);
  const targets = new Set(routines.flatMap((routine) => routine.targets));
  const patterns = new Set(routines.flatMap((routine) => routine.patterns));
  for (const pattern of patterns)
    if (!all.some((place) => place.patterns.includes(pattern)))
      found.push(`reliefPlaces.json: the pattern ${pattern} is at no place`);
  for (const place of all) {
    for (const target of place.targets)
      if (!targets.has(target)) found.push(`reliefPlaces.json: ${place.id}: no routine is for ${target}`);
    for (const pattern of place.patterns)
      if (!patterns.has(pattern)) found.push(`reliefPlaces.json: ${place.id}: no routine is for ${pattern}`);
  }
  for (const target of reliefPlaces.fillUp.targets)
    if (!targets.has(target)) found.push(`reliefPlaces.json: fillUp: no routine is for ${target}`);
  return found;
}

/** [KN-68] What needs a device, a frame, a pool or a clinic says why it is not proposed for now. */
const forNow = ({ routines }: ReliefFiles): string[] =>
  routines
    .filter(({ kind, setting }) => kind === "device" || kind === "standing" || setting !== "home")
    .filter(({ notForNow }) => notForNow === null)
    .map(({ id }) => `routines.json: ${id} does not say why it is not for now`);

/** [KN-69] Steps that speak to the person are told to a helper too, one for one. */
const forHelper = ({ routines }: ReliefFiles): string[] =>
  routines.flatMap(({ id, helper, steps, forHelper: told }) => {
    if (told === null)
      return helper === "needed" ? [] : [`routines.json: ${id} has no steps for whoever helps`];
    return told.length === steps.length
      ? []
      : [`routines.json: ${id} has ${steps.length} steps and tells ${told.length} of them to whoever helps`];
  });

/** [KN-70] What is done on two sides in itself is never done on one; a hold or a repeat has a place for its length. */
const sidesAndTime = ({ routines }: ReliefFiles): string[] =>
  routines.flatMap(({ id, steps, sides, contraindications }) => [
    ...(steps.some((step) => /other side|both sides|change sides/i.test(step)) &&
    sides[0] < 2 &&
    !steps.some((step) => /even on both sides/i.test(step))
      ? [`routines.json: ${id} tells of two sides and counts one`]
      : []),
    ...(new Set(contraindications).size === contraindications.length
      ? []
      : [`routines.json: ${id} names a contraindication twice`]),
  ]);

/** [KN-71] What helps little or nothing rests on findings that are there and not weak; its figures stand in them. */
function honest({ reliefHonest, routineEvidence, sources, conditions }: ReliefFiles): string[] {
  const found: string[] = [];
  for (const { id, text, findings, conditions: testedIn } of [
    ...reliefHonest.doesNotHelp,
    ...reliefHonest.mayHelp,
  ]) {
    const behind = findings.flatMap((one) => routineEvidence.find((finding) => finding.id === one) ?? []);
    for (const condition of testedIn ?? [])
      if (!conditions.some((one) => one.id === condition))
        found.push(`reliefHonest.json: ${id}: unknown condition ${condition}`);
    if (behind.length < findings.length) found.push(`reliefHonest.json: ${id}: unknown finding`);
    for (const finding of behind)
      if (
        finding.sources.every((pointed) => {
          const source = sources.find((one) => one.id === pointed.id);
          return source === undefined || isWeakSource(source);
        })
      )
        found.push(`reliefHonest.json: ${id}: ${finding.id} rests on weak sources alone`);
    const written = behind.map(({ claim }) => claim).join(" ");
    for (const [figure] of text.matchAll(/\d+(?:\.\d+)?/g))
      if (!new RegExp(`(?<![\\d.])${figure.replace(".", "\\.")}(?![\\d]|\\.\\d)`).test(written))
        found.push(`reliefHonest.json: ${id}: ${figure} stands in none of its findings`);
  }
  return found;
}
