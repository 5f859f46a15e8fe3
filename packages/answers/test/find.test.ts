import { describe, expect, it } from "vitest";
import { findTreatments } from "../src/whatWorks/find.ts";
import { whatWorks } from "../src/whatWorks/index.ts";

const answer = whatWorks("ms", "generalised");
if (!answer.ok) throw new Error(answer.error.sentence);
const { rows } = answer.value;
const find = (typed: string) => findTreatments(rows, typed).map(({ treatment, by }) => [treatment, by]);

describe("finding a treatment", () => {
  it("[AN-63] finds every treatment by its name and each brand by its treatment", () => {
    for (const { treatment, name, brands, synonyms } of rows) {
      expect(findTreatments(rows, name).map((found) => found.treatment)).toContain(treatment);
      for (const other of [...brands, ...synonyms])
        expect(
          findTreatments(rows, other).map((found) => found.treatment),
          other,
        ).toContain(treatment);
    }
  });

  it("[AN-63] knows brands, accents, capitals and beginnings", () => {
    expect(find("Baclosign")).toEqual([["baclofen-oral", "Baclosign"]]);
    expect(find("  SATIVEX ")).toEqual([["nabiximols", "Sativex"]]);
    expect(find("baclofène").map(([treatment]) => treatment)).toContain("baclofen-oral");
    expect(find("dysp")).toEqual([["botulinum-toxin-a", "Dysport"]]);
    expect(find("bacl").map(([treatment]) => treatment)).toEqual(
      expect.arrayContaining(["baclofen-oral", "baclofen-intrathecal"]),
    );
  });

  it("[AN-63] guesses nothing", () => {
    for (const typed of ["", "   ", "-", "zzz", "aclofen", "(", "\\"]) expect(find(typed), typed).toEqual([]);
  });
});
