import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ScaleSteps } from "../src/scaleStepsSchema.ts";
import { scaleFaults } from "../src/validateScales.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "data", `${name}.json`), "utf8"));
const rest = Object.fromEntries(["learn", "measures", "sources"].map((name) => [name, read(name)])) as Omit<
  Parameters<typeof scaleFaults>[0],
  "scaleSteps"
>;
/** The faults after one deliberate damage to the scale of this place. */
function damaged(place: number, change: Partial<ScaleSteps>): string {
  const scaleSteps = read("scaleSteps") as { scales: ScaleSteps[] };
  Object.assign(scaleSteps.scales[place] ?? {}, change);
  return scaleFaults({ ...rest, scaleSteps }).join("\n");
}
const step = (words: string, drawn: ScaleSteps["steps"][number]["drawn"]) => ({ label: "x", words, drawn });
const quiet = { kind: "hours", anHour: 0, touched: false } as const;

describe("the scales, step by step", () => {
  it("[KN-120] point to what is there, and do not keep silent on change", () => {
    expect(damaged(0, {})).toBe("");
    expect(damaged(0, { collected: "nothing" })).toContain("modified-ashworth: unknown id nothing");
    expect(damaged(0, { cannot: ["nothing"] })).toContain("unknown id nothing");
    expect(damaged(0, { sources: [{ id: "nowhere", where: null }] })).toContain("unknown id nowhere");
    expect(damaged(1, { missing: null })).toContain("tardieu: it does not say how large a change has to be");
  });

  it("[KN-121] have no number that was not collected", () => {
    expect(damaged(3, { steps: [step("More than 11 times an hour.", quiet)] })).toContain(
      "penn: 11 was not collected",
    );
    expect(damaged(3, { steps: [step("The angle R9 is no figure.", quiet)] })).toBe("");
    const more = [
      {
        text: "In 17 people.",
        certainty: "low",
        figures: [16],
        sources: [{ id: "patrick-ada-2006", where: null }],
      },
    ] as const;
    expect(damaged(1, { more: more as unknown as ScaleSteps["more"] })).toContain("17 was not read");
  });

  it("[KN-122] draw no more than the grade says, and command nothing", () => {
    const stretch = {
      kind: "stretch",
      resists: [{ from: 0.5, to: 0.9, how: "hard" }],
      catches: null,
      reaches: 0.8,
    };
    expect(damaged(0, { steps: [step("Hard.", stretch as ScaleSteps["steps"][number]["drawn"])] })).toContain(
      "it resists where the limb does not go",
    );
    expect(
      damaged(1, { steps: [step("Fast.", { kind: "angles", slow: 0.4, fast: 0.6, shown: "fast" })] }),
    ).toContain("fast goes as far as slow");
    expect(damaged(0, { who: "You should move it." })).toContain("a promise or a command");
  });
});
