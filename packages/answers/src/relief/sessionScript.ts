/** The steps of a routine sorted into what is said when. */
import type { SessionChoices, SessionSource } from "./sessionTypes.ts";

/** One way there, hold and way back; a routine may have several, one after the other. */
export type Movement = { readonly move: string; readonly hold: string; readonly back: string };

export type Script = {
  /** one sentence or more for each step of getting into position */
  readonly ready: readonly string[];
  readonly movements: readonly Movement[];
  readonly rest: string;
  readonly last: string;
  readonly during: readonly string[];
  readonly after: readonly string[];
};

export const sentencesOf = (text: string): string[] => text.trim().split(/(?<=[.!?])\s+/);

type Said = {
  readonly part: SessionSource["parts"][number][number];
  readonly text: string;
  readonly step: number;
};

/** [AN-332] Every sentence of every step is said, but for "do the other side", which the session does itself. */
export function scriptOf(source: SessionSource, company: SessionChoices["company"]): Script {
  const helper = source.forHelper;
  // A helper's steps that are not one for one would be said at the wrong moments.
  const steps = company === "helper" && helper?.length === source.steps.length ? helper : source.steps;
  const said: Said[] = steps.flatMap((step, place) => {
    const parts = source.parts[place] ?? ["ready"];
    return sentencesOf(step).map((text, at) => ({
      part: parts[Math.min(at, parts.length - 1)] ?? "ready",
      text,
      step: place,
    }));
  });
  const all = (part: Said["part"]): Said[] => said.filter((one) => one.part === part);
  const byStep = (part: Said["part"]): string[] => {
    const steps = new Map<number, string>();
    for (const { step, text } of all(part)) steps.set(step, join(steps.get(step) ?? "", text));
    return [...steps.values()];
  };
  const whole = (part: Said["part"]): string =>
    all(part)
      .map(({ text }) => text)
      .join(" ");
  return {
    ready: byStep("ready"),
    movements: movementsOf(said),
    rest: whole("rest"),
    last: whole("last"),
    during: byStep("during"),
    after: byStep("after"),
  };
}

const join = (before: string, text: string): string => (before === "" ? text : `${before} ${text}`);

/** A new movement begins where one goes somewhere after having come back. */
function movementsOf(said: readonly Said[]): Movement[] {
  const movements: Movement[] = [];
  let current = { move: "", hold: "", back: "" };
  const keep = (): void => {
    if (Object.values(current).some((text) => text !== "")) movements.push(current);
    current = { move: "", hold: "", back: "" };
  };
  for (const { part, text } of said) {
    if (part !== "move" && part !== "hold" && part !== "back") continue;
    if (part === "move" && current.back !== "") keep();
    current = { ...current, [part]: join(current[part], text) };
  }
  keep();
  return movements;
}
