import { startingBelief, treatments } from "@unclench/knowledge";
import { describe, expect, it } from "vitest";
import { catalogueTreatment } from "../src/isItHelping/catalogueTreatment.ts";
import { isItHelping } from "../src/isItHelping/index.ts";
import { trialsBelief } from "../src/isItHelping/trialsBelief.ts";
import { whatWorks } from "../src/whatWorks/index.ts";
import { madeDiary, row } from "./diaries.ts";

const ms = { condition: "ms", pattern: "generalised" };

describe("the catalogue's treatment by what a person writes", () => {
  it("[AN-90] is found by name, brand and other names, whatever stands around them", () => {
    for (const [text, kind, id] of [
      ["Baclofen", "medicine", "baclofen-oral"],
      ["baclofen 10 mg 1-1-2", "medicine", "baclofen-oral"],
      ["Lioresal", "medicine", "baclofen-oral"],
      ["BACLOSIGN", "medicine", "baclofen-oral"],
      ["Baclofène", "medicine", "baclofen-oral"],
      ["Baclofen pump", "other", "baclofen-intrathecal"],
      ["Lioresal Intrathecal", "medicine", "baclofen-intrathecal"],
      ["Sirdalud", "medicine", "tizanidine"],
      ["Sativex spray", "medicine", "nabiximols"],
      ["Dysport 500 units, left arm", "injection", "botulinum-toxin-a"],
      ["botulinum toxin", "injection", "botulinum-toxin-a"],
      ["Phenol", "injection", "phenol-block"],
      ["Stretching", "session", "stretch"],
      ["Night splint", "session", "splint"],
      ["Slow-release arbaclofen", "medicine", "arbaclofen-er"],
    ] as const) {
      expect(catalogueTreatment(text, kind), text).toBe(id);
    }
  });

  it("[AN-90] is never guessed", () => {
    for (const [text, kind] of [
      ["Baclo", "medicine"],
      ["Toxin-free diet", "other"],
      ["Magnesium", "medicine"],
      ["Myobloc", "injection"],
      ["", "medicine"],
      ["Botox", "session"],
    ] as const) {
      expect(catalogueTreatment(text, kind), text).toBeNull();
    }
  });

  it("[AN-90] every treatment of the catalogue is found under its own name in one of the kinds", () => {
    for (const { id, name, group } of treatments) {
      if (group === "nothing") continue;
      const kinds = ["medicine", "injection", "session", "other"] as const;
      expect(
        kinds.map((kind) => catalogueTreatment(name, kind)),
        name,
      ).toContain(id);
    }
  });
});

describe("what trials found, as a starting belief", () => {
  it("[AN-91] is our own pool where trials rated stiffness from 0 to 10", () => {
    const belief = trialsBelief("cannabis-extract-oral", ms, "stiffness");
    const page = whatWorks("ms", "generalised");
    if (!page.ok || belief === null) throw new Error("no answer");
    const rated = page.value.rows
      .find(({ treatment }) => treatment === "cannabis-extract-oral")
      ?.outcomes.find(({ outcome }) => outcome === "spasticity-nrs");
    expect(belief.basis).toBe("own-pool");
    expect(belief.prior.mean).toBeCloseTo(rated?.estimate ?? Number.NaN, 12);
    const variance = (rated?.se ?? 0) ** 2 + (rated?.tau2 ?? 0) + startingBelief.spreadOfPeople ** 2;
    expect(belief.prior.sd).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it("[AN-91] is a published pool of that rating where there is no own one", () => {
    const belief = trialsBelief("nabiximols", ms, "stiffness");
    // ma-wade-2010: −0.32 (−0.61 to −0.04).
    expect(belief?.basis).toBe("published-pool");
    expect(belief?.prior.mean).toBe(-0.32);
    expect(belief?.prior.sd).toBeCloseTo(Math.hypot(1.2, 0.57 / (2 * 1.959963984540054)), 9);
    expect(belief?.sources).toHaveLength(1);
  });

  it("[AN-91] is turned from shares where that is all there is, with half of its size as further spread", () => {
    const arm = { condition: "stroke", pattern: "upper-limb" };
    const belief = trialsBelief("botulinum-toxin-a", arm, "stiffness");
    const page = whatWorks("stroke", "upper-limb");
    if (!page.ok || belief === null) throw new Error("no answer");
    const shares = page.value.rows
      .find(({ treatment }) => treatment === "botulinum-toxin-a")
      ?.outcomes.find(({ outcome }) => outcome === "spasticity-responder");
    if (shares === undefined) throw new Error("no shares");
    const scale = (Math.sqrt(3) / Math.PI) * startingBelief.sdOfChange;
    expect(belief.basis).toBe("converted-shares");
    expect(belief.prior.mean).toBeCloseTo(-shares.estimate * scale, 12);
    expect(belief.prior.mean).toBeLessThan(0);
    const variance =
      (shares.se * scale) ** 2 + (shares.tau2 ?? 0) * scale ** 2 + 1.2 ** 2 + (belief.prior.mean / 2) ** 2;
    expect(belief.prior.sd).toBeCloseTo(Math.sqrt(variance), 9);
  });

  it("[AN-91] is not there for other ratings, other people, enriched trials or treatments without trials", () => {
    expect(trialsBelief("nabiximols", ms, "pain")).toBeNull();
    expect(
      trialsBelief("nabiximols", { condition: "stroke", pattern: "upper-limb" }, "stiffness"),
    ).toBeNull();
    expect(trialsBelief("gabapentin", ms, "stiffness")).toBeNull();
    expect(trialsBelief("no-such-treatment", ms, "stiffness")).toBeNull();
  });
});

describe("the answer with and without trials", () => {
  const diary = madeDiary({ seed: 3, days: 84, effectOn: (day) => (day < 29 ? 0 : -2) });
  const treatmentRows = [row("Sativex", 29)];
  const ask = (more: object) => {
    const answer = isItHelping({ diary, treatments: treatmentRows, measure: "stiffness", ...more });
    if (!answer.ok) throw new Error(answer.error.sentence);
    return answer.value;
  };

  it("[AN-92] says what the trials found, with its own hill, sources and the verdict without them", () => {
    const [answer] = ask({ about: ms }).treatments;
    expect(answer?.trials?.sentence).toContain("A published pool of trials with");
    expect(answer?.trials?.sentence).toContain("0.3 points less stiffness");
    expect(answer?.trials?.hill.length).toBeGreaterThan(50);
    expect(answer?.trials?.sources.length).toBe(1);
    expect(answer?.noTrials).toBeNull();
    expect(answer?.withoutTrials?.sentence).toContain("points");
    expect(answer?.effect?.mean).not.toBe(answer?.withoutTrials?.effect.mean);
  });

  it("[AN-91] [AN-92] says why no trial went in", () => {
    expect(ask({}).treatments[0]?.noTrials).toContain("Say what you live with");
    expect(ask({ about: ms, withTrials: false }).treatments[0]?.noTrials).toContain("as you chose");
    const unknown = isItHelping({
      diary,
      treatments: [row("Magnesium", 29)],
      measure: "stiffness",
      about: ms,
    });
    expect(unknown.ok && unknown.value.treatments[0]?.noTrials).toContain("not in our list");
    const none = isItHelping({ diary, treatments: [row("Gabapentin", 29)], measure: "stiffness", about: ms });
    expect(none.ok && none.value.treatments[0]?.noTrials).toContain("No trial that could be read");
  });

  it("[AN-92] leaving the trials out is the verdict that stands beside it", () => {
    const [withTrials] = ask({ about: ms }).treatments;
    const [without] = ask({ about: ms, withTrials: false }).treatments;
    expect(without?.effect).toEqual(withTrials?.withoutTrials?.effect);
    expect(without?.verdict).toBe(withTrials?.withoutTrials?.verdict);
  });

  it("[AN-93] says so if the days fit a slower curve", () => {
    const slow = madeDiary({ seed: 3, days: 98, missing: 0 }).map((entry, place) => {
      const days = place + 1 - 28;
      const x = days <= 0 ? 0 : 1 - Math.exp(-days / 12);
      return { ...entry, stiffness: Math.round(8 - 6 * x) };
    });
    const answer = isItHelping({ diary: slow, treatments: [row("Magnesium", 29)], measure: "stiffness" });
    if (!answer.ok) throw new Error(answer.error.sentence);
    expect(answer.value.treatments[0]?.speedSentence).toContain("more slowly than assumed");
  });
});
