import { type WhatMatters, type Wishes, whatMatters } from "@unclench/answers/what-matters";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

const stroke = ["what-works", "--condition", "stroke", "--pattern", "upper-limb"];
const theAnswer = (wishes: Wishes, options: readonly string[] | null = null): WhatMatters => {
  const answer = whatMatters({ condition: "stroke", pattern: "upper-limb", wishes, options });
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};

describe("unclench what-works --matters", () => {
  it("prints the object that the screen draws", () => {
    const { out, err, code } = unclench([
      ...stroke,
      "--matters",
      "stiffness=most,awake=lot,visits=little",
      "--json",
    ]);
    expect({ err, code }).toEqual({ err: "", code: 0 });
    expect(JSON.parse(out)).toEqual(theAnswer({ stiffness: "most", awake: "lot", visits: "little" }));
  });

  it("weighs those of --compare, by name or brand", () => {
    const typed = ["--matters", "needles=lot", "--compare", "botox,tolperisone,nothing-more,physiotherapy"];
    const { out } = unclench([...stroke, ...typed, "--json"]);
    expect(JSON.parse(out)).toEqual(
      theAnswer({ needles: "lot" }, ["botox", "tolperisone", "nothing-more", "physiotherapy"]),
    );
  });

  it("says everything of it as text: shares, why, what is not known, and that it is no advice", () => {
    const answer = theAnswer({ stiffness: "most", spasms: "lot", needles: "little" });
    const { out } = unclench([...stroke, "--matters", "stiffness=most,spasms=lot,needles=little"]);
    for (const text of [
      answer.sentence,
      answer.readingSentence,
      answer.surenessSentence ?? "",
      answer.apart?.sentence ?? "",
    ])
      expect(out).toContain(text);
    expect(out).toContain("No trial here counted spasms");
    for (const { name, ranks, why, toComeFirst } of answer.options) {
      expect(out).toMatch(new RegExp(`^ *${name} +${ranks.join(" +")}$`, "m"));
      for (const text of [...why.speaksFor, ...why.speaksAgainst, ...why.notKnown, toComeFirst])
        expect(out).toContain(text);
    }
    expect(out).toContain("stopping can be dangerous");
  });

  it("names a word that it does not know, and says what is wrong", () => {
    const wrong: [string[], string][] = [
      [["--matters", "stifness=most"], 'There is no wish "stifness"; there is: stiffness'],
      [["--matters", "stiffness=very"], 'There is no answer "very" to stiffness'],
      [["--matters", "stiffness"], "write it like stiffness=most"],
      [["--matters", "stiffness=no"], "Nothing matters yet"],
      [["--matters", "stiffness=most", "--compare", "snake oil,botox"], 'no treatment called "snake oil"'],
      [["--matters", "stiffness=most", "--treatment", "botulinum-toxin-a"], "name them with --compare"],
    ];
    for (const [typed, part] of wrong) expectFault(unclench([...stroke, ...typed]), part);
  });
});
