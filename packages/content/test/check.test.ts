import { describe, expect, it } from "vitest";
import { problemsOf, sentencesIn } from "./article.ts";

const typesIn = (body: string): string[] => problemsOf(body).map(({ type }) => type);

describe("an article that cannot be published", () => {
  it("[CT-3] cites a source that is not there, or weak ones alone", () => {
    expect(sentencesIn("A claim [@nobody-1900].")).toContain(
      "right.md, line 18: there is no source “nobody-1900”. If it was collected, run",
    );
    expect(typesIn("A claim [@rehabmeasures-psfs].")).toEqual(["WeakSource"]);
    expect(typesIn("A claim [@rehabmeasures-psfs; @farrar-2008].")).toEqual([]);
  });

  it("[CT-4] types a figure and cites nothing in that sentence", () => {
    expect(sentencesIn("First [@novotna-2011]. Then 572 people came.")).toContain(
      "line 18: “Then 572 people came.” has a figure and no source",
    );
    expect(typesIn("Ask how many of 100 got better, on a rating from 0 to 10.")).toEqual([]);
    expect(typesIn("| what | how many |\n| --- | --- |\n| better | 12 |")).toEqual(["FigureWithoutCitation"]);
    expect(sentencesIn("", { title: "Seven in 10" })).toContain("“Seven in 10” has a figure and no source");
    expect(typesIn("### The 12 weeks")).toEqual(["FigureWithoutCitation"]);
  });

  it("[CT-5] types a figure that was not read in what it cites", () => {
    expect(typesIn("Of these, 572 people came [@novotna-2011].")).toEqual([]);
    expect(sentencesIn("Of these, 573 people came [@novotna-2011].")).toContain(
      "573 was not read in novotna-2011",
    );
    expect(typesIn("It was 0.8 [@farrar-2008].")).toEqual([]);
    expect(typesIn("It was 10,353 [@bethoux-2016].")).toEqual([]);
  });

  it("[CT-6] marks a word that the glossary does not have", () => {
    expect(sentencesIn("A :term[wobble].")).toContain("the glossary has no “wobble”");
  });

  it("[CT-7] links to what is not there, or away", () => {
    expect(typesIn("[here](/learn/signs#clonus) and [there](#what-to-do-next)")).toEqual([]);
    expect(sentencesIn("[x](/learn/yoga)")).toContain("the page /learn/yoga is not there");
    expect(sentencesIn("[x](#nothing)")).toContain("no heading with the address #nothing");
    expect(sentencesIn("[x](https://example.org)")).toContain("leads away from this site");
    expect(sentencesIn("", { related: "\n  - /nowhere" })).toContain("the related page /nowhere");
    expect(sentencesIn("![a picture](/no.png)")).toContain("the picture /no.png is not there");
  });

  it("[CT-8] asks for a figure that cannot be computed", () => {
    expect(typesIn("::figure{of=known}\n\nAnd :figure{of=known}.")).toEqual([]);
    expect(sentencesIn("::figure{of=guess}")).toContain('line 18: there is no figure of "guess"');
    expect(sentencesIn("It is :figure{of=guess}.")).toContain('there is no figure of "guess"');
  });

  it("[CT-9] uses a technical word before it explains it", () => {
    expect(typesIn("A :term[placebo] first. Then placebo again.")).toEqual([]);
    expect(sentencesIn("A double-blind trial.")).toContain(
      '“double-blind” is not explained where it first stands. Write :term[double-blind]{id="blinded"}.',
    );
    expect(sentencesIn("Placebo first. Then :term[placebo].")).toContain("“Placebo” is not explained");
    expect(typesIn("### About placebo\n\nA :term[placebo].")).toEqual([]);
    expect(typesIn("Nobody was placeboed.")).toEqual([]);
  });

  it("[CT-10] commands, promises, or calls something safe", () => {
    expect(typesIn("You should stretch.")).toEqual(["Words"]);
    expect(typesIn("It is guaranteed.")).toEqual(["Words"]);
    expect(typesIn("It is safe.")).toEqual(["Words"]);
    expect(typesIn("That does not mean that it is safe.")).toEqual([]);
  });

  it("[CT-11] has headings that are called the same, too few, or a picture without text", () => {
    expect(typesIn("### Twice\n\n### Twice")).toEqual(["TwiceTheSame"]);
    expect(typesIn("![](/icon.svg)")).toEqual(["ImageWithoutText"]);
    expect(typesIn("#### Deep")).toEqual(["Heading"]);
  });

  it("[CT-12] is too long or too short", () => {
    expect(typesIn("word ".repeat(900))).toEqual(["Length"]);
  });

  it("[CT-13] is told with the file, the line and what to do", () => {
    const [problem] = problemsOf("Then 572 people came.");
    expect(problem).toMatchObject({ type: "FigureWithoutCitation", file: "right.md", line: 18 });
    expect(problem?.sentence).toContain("Cite one before the full stop");
  });
});
