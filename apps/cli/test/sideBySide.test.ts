import { type SideBySide, sideBySide } from "@unclench/answers/side-by-side";
import { whatWorks } from "@unclench/answers/what-works";
import { describe, expect, it } from "vitest";
import { expectFault, unclench } from "./unclench.ts";

const stroke = ["what-works", "--condition", "stroke", "--pattern", "upper-limb"];
const theAnswer = (names: readonly string[]): SideBySide => {
  const side = sideBySide("stroke", "upper-limb", names);
  if (!side.ok) throw new Error(side.error.sentence);
  return side.value;
};

describe("unclench what-works --compare", () => {
  it("prints the object that the screen draws; ids, names and brands will do", () => {
    const { out, err, code } = unclench([
      ...stroke,
      "--compare",
      "Baclosign, botulinum-toxin-a,TENS",
      "--json",
    ]);
    expect({ err, code }).toEqual({ err: "", code: 0 });
    expect(JSON.parse(out)).toEqual(theAnswer(["baclofen-oral", "botulinum-toxin-a", "tens"]));
  });

  it("says every row, figure and source of it as text", () => {
    const side = theAnswer(["baclofen-oral", "botulinum-toxin-a"]);
    const { out } = unclench([...stroke, "--compare", "baclofen-oral,botox"]);
    for (const { title, cells } of side.rows) {
      expect(out.toLowerCase()).toContain(title.toLowerCase());
      for (const { words, figures } of cells) {
        for (const { text } of words) expect(out).toContain(text);
        for (const figure of figures) {
          for (const text of [figure.sentence, figure.rangeSentence, `How sure: ${figure.certainty.words}.`])
            expect(out).toContain(text);
        }
      }
    }
    for (const { number, title, readWords } of side.sources) {
      expect(out).toMatch(new RegExp(`^ {2}${number} .*${readWords}`, "m"));
      expect(out).toContain(title.replace(/\s+/g, " ").trim());
    }
    expect(out).toContain(side.readingSentence);
    expect(out).toContain(side.notFound ?? "");
    expect(out).toContain("stopping can be dangerous");
  });

  it("says what is wrong with what was typed", () => {
    const wrong: [string[], string][] = [
      [["--compare", "tizanidine"], "1 was named. Name 1 more."],
      [["--compare", "baclofen,tizanidine"], "name one of them"],
      [["--compare", "snake oil,tizanidine"], 'no treatment called "snake oil"'],
      [["--compare", "Zanaflex,tizanidine"], "Name each treatment once."],
      [["--compare", "a,b", "--treatment", "tizanidine"], "give one of the two"],
    ];
    for (const [typed, part] of wrong) expectFault(unclench([...stroke, ...typed]), part);
  });

  it("tells the evidence clock below the comparison", () => {
    const answer = whatWorks("stroke", "upper-limb");
    if (!answer.ok) throw new Error(answer.error.sentence);
    const { out } = unclench(stroke);
    const { clock } = answer.value;
    for (const { words } of clock.missing) expect(out).toContain(words);
    for (const sentence of clock.wouldChange) expect(out).toContain(sentence);
    expect(out).toContain(`searched and read up to ${clock.searched}`);
  });
});
