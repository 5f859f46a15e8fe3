/** What a drawing shows, in words: for whoever hears it instead of seeing it. */
import type { Limb, Pose, RoutinePose } from "@unclench/knowledge/poses";

const postures: Readonly<Record<Pose["base"], string>> = {
  standing: "standing",
  sitting: "sitting",
  wheelchair: "sitting in a wheelchair",
  supine: "lying on the back",
  prone: "lying on the front",
  "side-lying": "lying on the side",
  water: "standing in water",
};

/** Smaller changes are not worth a word, in degrees. */
const WORTH_TELLING = 8;
/** So many changes at most: the largest. */
const MOST = 4;

type JointWords = readonly [more: string, less: string];
const sideWords: Readonly<Record<keyof Limb, readonly [string, string, string]>> = {
  hip: ["hip", "bends", "straightens"],
  knee: ["knee", "bends", "straightens"],
  ankle: ["foot", "comes up at the toes", "goes down at the toes"],
  shoulder: ["arm", "goes forward and up", "goes down and back"],
  elbow: ["elbow", "bends", "straightens"],
  wrist: ["hand", "bends back", "bends down"],
};
const frontWords: Readonly<Record<keyof Limb, readonly [string, string, string]>> = {
  ...sideWords,
  hip: ["leg", "goes out to the side", "comes in"],
  shoulder: ["arm", "goes out to the side", "comes in"],
};
const turnWords: Readonly<Record<string, JointWords>> = {
  trunk: ["the body turns", "the body turns back"],
  neck: ["the head turns", "the head turns back"],
  hipExternal: ["the knees fall out to the sides", "the knees come together"],
  shoulderExternal: ["the arm turns out", "the arm turns in"],
  forearmSupination: ["the palm turns up", "the palm turns down"],
  fingersFlexion: ["the fingers close", "the fingers open"],
};

type Change = { readonly words: string; readonly degrees: number };

const plural = (noun: string): string => (noun === "foot" ? "feet" : `${noun}s`);
const many = (verb: string): string =>
  verb.replace(/^(\w+?)(es|s)\b/, (whole, stem: string, end: string) =>
    end === "es" && stem !== "go" ? whole.slice(0, -1) : stem,
  );

const ofArm: readonly (keyof Limb)[] = ["shoulder", "elbow", "wrist"];
/** A hand that rests on a limb or helps another only goes along with it. */
const goesAlong = ({ touch }: Pose, name: "near" | "far"): boolean =>
  /^(near|far)-/.test(touch[`${name}Hand`] ?? "");

function limbChanges(start: Pose, end: Pose, side: "left" | "right"): Change[] {
  const words = start.view === "front" ? frontWords : sideWords;
  const other = side === "right" ? "left" : "right";
  return (Object.keys(words) as (keyof Limb)[]).flatMap((joint) => {
    const [noun, more, less] = words[joint];
    const change = (name: "near" | "far"): number =>
      ofArm.includes(joint) && goesAlong(end, name) ? 0 : (end[name][joint] ?? 0) - (start[name][joint] ?? 0);
    const near = change("near");
    const far = change("far");
    const alike = near * far > 0 && Math.abs(near - far) < WORTH_TELLING;
    if (alike && Math.abs(near) >= WORTH_TELLING)
      return [{ words: `both ${plural(noun)} ${many(near > 0 ? more : less)}`, degrees: Math.abs(near) }];
    return (
      [
        [side, near],
        [other, far],
      ] as const
    )
      .filter(([, degrees]) => Math.abs(degrees) >= WORTH_TELLING)
      .map(([name, degrees]) => ({
        words: `the ${name} ${noun} ${degrees > 0 ? more : less}`,
        degrees: Math.abs(degrees),
      }));
  });
}

function bodyChanges(start: Pose, end: Pose): Change[] {
  const lies = start.base === "supine" || start.base === "prone" || start.base === "side-lying";
  const lean = end.trunkTilt - start.trunkTilt;
  const front = start.view === "front";
  const told: (readonly [string, string, number])[] = [
    lies
      ? ["the hips lift", "the body comes upright", lean]
      : ["the body leans forward", "the body leans back", lean],
    front
      ? ["the body bends to the side", "the body comes upright", end.trunk - start.trunk]
      : ["the back rounds", "the back straightens", end.trunk - start.trunk],
    front
      ? ["the head tips to the side", "the head comes upright", end.neck - start.neck]
      : ["the head bends forward", "the head goes back", end.neck - start.neck],
    ...Object.entries(turnWords).map(
      ([name, [more, less]]) =>
        [more, less, (end.rotation[name] ?? 0) - (start.rotation[name] ?? 0)] as const,
    ),
  ];
  return told
    .filter(([, , degrees]) => Math.abs(degrees) >= WORTH_TELLING)
    .map(([more, less, degrees]) => ({ words: degrees > 0 ? more : less, degrees: Math.abs(degrees) }));
}

/**
 * The text alternative of a drawing: the posture, and what changes from start to end, the largest changes first.
 *
 * @example sayPose(poseOf.get("toe-lifts"), 1, "right") // "Sitting. The right foot comes up at the toes."
 */
export function sayPose(pair: RoutinePose, at: number, side: "left" | "right"): string {
  const shown = at < 0.5 ? pair.start : pair.end;
  const posture = postures[shown.base];
  const first = `${posture[0]?.toUpperCase()}${posture.slice(1)}${at < 0.5 ? ", at the start" : ""}.`;
  if (pair.start.view !== pair.end.view || pair.start.base !== pair.end.base) {
    if (pair.start.base === pair.end.base || at < 0.5) return first;
    return `From ${postures[pair.start.base]} to ${posture}.`;
  }
  const changes = [...limbChanges(pair.start, pair.end, side), ...bodyChanges(pair.start, pair.end)]
    .sort((a, b) => b.degrees - a.degrees)
    .slice(0, MOST)
    .map(({ words }) => words);
  if (changes.length === 0) return first;
  const told = changes.join(", ");
  return `${first} ${at < 0.5 ? "Then " : ""}${at < 0.5 ? told : `${told[0]?.toUpperCase()}${told.slice(1)}`}.`;
}
