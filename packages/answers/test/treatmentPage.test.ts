import { medicineNames, treatments } from "@unclench/knowledge";
import { practicalFactsOf, type PracticalQuestion } from "@unclench/knowledge/practical";
import { treatmentFactById } from "@unclench/knowledge/treatment-facts";
import { sideEffects } from "@unclench/knowledge/avoid";
import { bankQuestions } from "@unclench/knowledge/questions";
import { describe, expect, it } from "vitest";
import { areWeak } from "../src/avoid/sourceLines.ts";
import { searchDocuments } from "../src/search/documents.ts";
import { brandPages } from "../src/treatmentPage/brands.ts";
import { type Part, treatmentGroups, treatmentPage, type TreatmentPage } from "../src/treatmentPage/index.ts";
import { everyComparison } from "../src/whatWorks/everywhere.ts";
import { enrichedSentence } from "../src/whatWorks/words.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const pageOf = (name: string): TreatmentPage => {
  const page = treatmentPage(name);
  if (!page.ok) throw new Error(page.error.sentence);
  return page.value;
};
const pages = treatments.map(({ id }) => pageOf(id));
const partOf = (page: TreatmentPage, id: Part["id"]): Part => {
  const part = page.parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`${page.treatment}: no part ${id}`);
  return part;
};
const textsOf = ({ blocks }: Part): string[] => blocks.flatMap(({ lines }) => lines.map(({ text }) => text));
const medicines = pages.filter(({ group }) => !["physical", "operation", "nothing"].includes(group));

describe("the page of a treatment", () => {
  it("[AN-450] begins with the answer, and a gain has its harm beside it", () => {
    const botulinum = pageOf("botulinum-toxin-a");
    const figures = botulinum.places.flatMap((place) => place.figures);
    const most = figures
      .filter(({ side, per100 }) => side === "gain" && per100 !== null)
      .sort((left, right) => (right.people ?? 0) - (left.people ?? 0))[0];
    expect(botulinum.answer.gain.text).toBe(most?.sentence);
    expect(botulinum.answer.gain.people).toBe("Stroke, arm and hand");
    expect(botulinum.answer.gain.about).toMatch(/^How sure: /);
    expect(botulinum.answer.harm?.people).toBe("Stroke, arm and hand");
    // A figure from children is not taken for everyone's.
    expect(pageOf("baclofen-oral").answer.gain).toMatchObject({
      people: "Cerebral palsy, child, whole body",
      about: expect.stringContaining("For no other condition"),
    });
    // Pooled by others: the review of the spray itself, not the larger one of all cannabis medicines.
    expect(pageOf("nabiximols").answer.gain.about).toContain("from 3 trials");
    expect(pageOf("gabapentin").answer.gain.about).toMatch(/^No figure could be pooled\. How sure: /);
    expect(pageOf("pregabalin").answer.gain.text).toContain("We found no trial");
    expect(pageOf("tizanidine").answer.harm?.text).toContain("had any unwanted effect");
  });

  it("[AN-451] has every figure of every comparison once, unchanged, with its way there", () => {
    for (const page of pages) {
      const here = page.places.flatMap(({ figures, apart }) => [...figures, ...apart]);
      const everywhere = new Set(
        everyComparison().flatMap(({ rows }) =>
          rows
            .filter(({ treatment }) => treatment === page.treatment)
            .flatMap(({ outcomes, enriched }) =>
              [...outcomes, ...enriched].map(({ key, sentence, rangeSentence }) =>
                [key, sentence, rangeSentence].join("|"),
              ),
            ),
        ),
      );
      const shown = here.map(({ key, sentence, rangeSentence }) => [key, sentence, rangeSentence].join("|"));
      expect(new Set(shown), page.treatment).toEqual(everywhere);
      for (const { path, figures, condition, pattern, apart } of page.places) {
        const row = everyComparison()
          .find((one) => one.condition === condition && one.pattern === pattern)
          ?.rows.find(({ treatment }) => treatment === page.treatment);
        expect(path).toBe(`/what-works/${condition}/${pattern}`);
        for (const figure of [...figures, ...apart]) {
          const same = [...(row?.outcomes ?? []), ...(row?.enriched ?? [])].find(
            ({ key, sentence }) => key === figure.key && sentence === figure.sentence,
          );
          expect(figure.certainty, figure.key).toEqual(same?.certainty);
          expect(figure.anotherGroupSentence).toBe(same?.anotherGroupSentence);
          expect(figure.expert).toMatch(/95 % interval/);
          expect(figure.sources.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it("[AN-452] keeps apart the trials of people it had already helped, and says what gave no figure and what is missing", () => {
    const spray = pageOf("nabiximols");
    expect(spray.places.flatMap(({ apart }) => apart).length).toBe(1);
    expect(spray.apartSentence).toBe(enrichedSentence);
    expect(spray.places.flatMap(({ figures }) => figures).some(({ side }) => side === "gain")).toBe(false);
    const headings = partOf(spray, "trials").blocks.map(({ heading }) => heading);
    expect(headings).toContain("Pooled by others");
    expect(headings).toContain("What is missing");
    expect(headings.at(-1)).toMatch(/^Trials that gave no figure, and why \(\d+\)$/);
    expect(textsOf(partOf(spray, "trials")).join(" ")).toContain("people with multiple sclerosis");
    for (const page of pages) expect(ownWords(page).join(" ")).not.toContain("with this condition");
    for (const id of ["stretch", "exercise", "selective-dorsal-rhizotomy"])
      expect(partOf(pageOf(id), "trials").missing).not.toContain("We found no trial");
  });

  it("[AN-453] tells practical and other facts word for word, and numbers its sources as it meets them", () => {
    for (const page of pages) {
      const told = page.parts.flatMap(textsOf);
      const facts = practicalFactsOf.get(page.treatment);
      const shown: readonly PracticalQuestion[] =
        page.group === "nothing"
          ? ["howItWorks", "watch", "stopping"]
          : ["howItWorks", "howTaken", "howSoon", "watch", "stopping", "visits", "driving", "whoNot"];
      for (const question of shown) {
        const fact = facts?.[question] ?? null;
        if (fact !== null) expect(told, `${page.treatment} ${question}`).toContain(fact.text);
      }
      const numbers = new Set(page.sources.map(({ number }) => number));
      expect([...numbers]).toEqual(page.sources.map((_, place) => place + 1));
      const cited = page.parts.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines));
      for (const { sources } of [
        ...cited,
        ...page.reported,
        ...page.places.flatMap((place) => place.figures),
      ])
        for (const number of sources) expect(numbers.has(number), page.treatment).toBe(true);
      for (const { readWords } of page.sources) expect(readWords.length).toBeGreaterThan(5);
    }
    const all = pages.flatMap((page) => page.parts.flatMap(textsOf));
    for (const { id, text } of treatmentFactById.values()) expect(all, id).toContain(text);
  });

  it("[AN-454] puts side effects beside those without it, or says that there is nothing beside them", () => {
    const texts = textsOf(partOf(pageOf("tizanidine"), "side-effects"));
    expect(texts.join(" ")).toMatch(/Dry mouth: \d+ of 100 with tizanidine; \d+ of 100 with placebo\./);
    expect(textsOf(partOf(pageOf("baclofen-intrathecal"), "side-effects")).join(" ")).toMatch(
      /nothing to compare|No figures without/,
    );
    expect(partOf(pageOf("splint"), "side-effects").missing).toContain("does not mean that there are none");
    for (const { treatment, tables } of sideEffects) {
      const told = textsOf(partOf(pageOf(treatment), "side-effects")).join(" ");
      for (const table of tables.filter(({ sources }) => areWeak(sources)))
        for (const { effect, with: counts } of table.rows)
          for (const figure of counts)
            if ("percent" in figure && figure.percent % 1 !== 0)
              expect(told, treatment).not.toContain(
                `${effect}: ${Math.round(figure.percent)} of 100 with ${table.arms[0]?.name};`,
              );
    }
  });

  it("[AN-455] names what does not go together for everyone, and that the list is not whole", () => {
    const watch = partOf(pageOf("tizanidine"), "watch");
    const texts = textsOf(watch);
    expect(texts).toContain("Forbidden with fluvoxamine.");
    expect(texts).toContain("Forbidden with ciprofloxacin.");
    // Only on the US list: not for everyone.
    expect(texts.join(" ")).not.toContain("zileuton");
    expect(texts.at(-1)).toContain("not whole");
    expect(watch.ways.map(({ to }) => to)).toContain("/what-to-avoid/my-medicines");
    for (const page of medicines.filter(({ sources }) => sources.length > 0))
      for (const { lines, heading } of partOf(page, "watch").blocks)
        if (heading === "Does not go together")
          for (const { sources } of lines) expect(sources.length).toBeGreaterThan(0);
  });

  it("[AN-456] says what was not read where it would stand, and guesses no price", () => {
    expect(partOf(pageOf("gabapentin"), "what").missing).toContain("not found in what we read");
    expect(partOf(pageOf("splint"), "taken").missing).toBe("Not found in what we read: how soon it works.");
    expect(partOf(pageOf("tens"), "stopping").missing).toContain("not found");
    for (const page of pages.filter(({ group }) => group !== "nothing"))
      expect(partOf(page, "effort").missing, page.treatment).toContain("No price was read");
    for (const page of pages.filter(({ group }) => group !== "nothing"))
      expect(page.parts.map(({ id }) => id)).toEqual([
        "what",
        "for-whom",
        "trials",
        "reported",
        "taken",
        "side-effects",
        "watch",
        ...(page.parts.some(({ id }) => id === "stopping") ? ["stopping"] : []),
        "effort",
        "if-not",
        "ask",
        "beside",
      ]);
  });

  it("[AN-457] looks for a trigger first, and tells nobody to end a medicine alone", () => {
    for (const page of medicines) {
      const texts = textsOf(partOf(page, "if-not")).join(" ");
      expect(texts).toContain("Common triggers are infection");
      expect(texts).toContain("Change or end nothing on your own");
    }
    const reasons = partOf(pageOf("Botox"), "if-not").blocks.find(
      ({ heading }) => heading === "Why an injection may disappoint",
    );
    expect(reasons?.lines.length).toBe(12);
    for (const { text } of reasons?.lines ?? []) expect(text).toMatch(/Ask: “.*\?”$/);
  });

  it("[AN-458] asks what the bank asks about it", () => {
    for (const page of pages) {
      const asked = textsOf(partOf(page, "ask"));
      expect(asked.length, page.treatment).toBeGreaterThanOrEqual(4);
      const bank = bankQuestions.map(({ text, why }) => `“${text}” ${why}`);
      for (const line of asked) expect(bank).toContain(line);
    }
  });

  it("[AN-459] says that what people report is no effect, before the first finding", () => {
    for (const page of pages.filter(({ reported }) => reported.length > 0)) {
      expect(textsOf(partOf(page, "reported"))[0]).toContain("They are not effects");
      for (const { who, sources } of page.reported) {
        expect(who).toMatch(/people|children|everyone|specialists|how many/i);
        expect(sources.length).toBeGreaterThan(0);
      }
    }
    expect(partOf(pageOf("tens"), "reported").missing).toContain("No survey");
  });

  it("[AN-460] puts beside it what has a gain in the same place, in the order of the catalogue", () => {
    const order = treatments.map(({ id }) => id);
    for (const page of pages) {
      for (const { rows } of page.beside) {
        expect(rows.filter(({ own }) => own).map(({ treatment }) => treatment)).toEqual([page.treatment]);
        const places = rows.map(({ treatment }) => order.indexOf(treatment));
        expect(places).toEqual([...places].sort((left, right) => left - right));
      }
      if (page.beside.length === 0 && page.group !== "nothing")
        expect(partOf(page, "beside").missing).toContain("No other treatment");
    }
    expect(pageOf("dronabinol").beside.length).toBeGreaterThan(0);
    expect(pageOf("dronabinol").readingSentence).toContain("no proof of a better treatment");
  });

  it("[AN-461] is listed once, by kind, with the answer first", () => {
    const listed = treatmentGroups().flatMap((group) => group.treatments);
    expect(listed.map(({ treatment }) => treatment).sort()).toEqual(treatments.map(({ id }) => id).sort());
    for (const { treatment, answer } of listed) expect(answer).toEqual(pageOf(treatment).answer);
  });

  it("[AN-462] is found by id, name and brand; an ambiguous name names the choices", () => {
    for (const name of ["baclofen-oral", "Baclofen tablets", "Baclosign", "lioresal"])
      expect(pageOf(name).treatment).toBe("baclofen-oral");
    expect(pageOf("Gablofen").treatment).toBe("baclofen-intrathecal");
    expect(pageOf("xeomin").treatment).toBe("botulinum-toxin-a");
    expect(treatmentPage("baclofen")).toMatchObject({ ok: false, error: { type: "AmbiguousTreatment" } });
    expect(treatmentPage("snake oil")).toMatchObject({
      ok: false,
      error: { type: "UnknownTreatment", sentence: expect.stringContaining("Known: baclofen-oral") },
    });
  });

  it("[AN-463] has an address for every brand; a name of two treatments gives the choice", () => {
    const brands = brandPages();
    const ids = new Set(treatments.map(({ id }) => id));
    expect(new Set(brands.map(({ slug }) => slug)).size).toBe(brands.length);
    for (const { slug, to } of brands) {
      expect(slug).toMatch(/^[\p{Ll}\p{N}-]+$/u);
      expect(ids.has(slug)).toBe(false);
      for (const way of to) expect(ids.has(way.to.replace("/treatments/", ""))).toBe(true);
    }
    const toOf = (wanted: string) => brands.find(({ slug }) => slug === wanted)?.to.map(({ to }) => to);
    expect(toOf("baclosign")).toEqual(["/treatments/baclofen-oral"]);
    expect(toOf("gablofen")).toEqual(["/treatments/baclofen-intrathecal"]);
    expect(toOf("baclofen")).toEqual(["/treatments/baclofen-oral", "/treatments/baclofen-intrathecal"]);
    const known = treatments.flatMap(({ medicine, group }) =>
      (medicineNames.find((entry) => entry.medicine === medicine)?.brands ?? [])
        .filter(({ route }) => (group === "pump") === (route === "intrathecal"))
        .map(({ name }) => name),
    );
    expect(brands.length).toBeGreaterThanOrEqual(new Set(known).size);
  });

  it("[AN-16] leads to pages that are there, is the same twice, and says nothing broken [AN-17]", () => {
    const paths = new Set(searchDocuments().map(({ path }) => path.replace(/#.*/, "")));
    for (const page of pages) {
      expect(brokenNumbers(page)).toEqual([]);
      expect(ownWords({ ...page, sources: [] }).filter((text) => forbiddenWords.test(text))).toEqual([]);
      for (const { to } of page.parts.flatMap(({ ways }) => ways))
        expect(paths.has(to.replace(/#.*/, "").replace(/\/side-by-side$/, "")), to).toBe(true);
      for (const { path } of page.routines) expect(paths.has(path), path).toBe(true);
    }
    expect(partOf(pageOf("nabiximols"), "what").ways.map(({ to }) => to)).toContain(
      "/articles/cannabis-trials",
    );
    expect(pageOf("tizanidine")).toEqual(JSON.parse(JSON.stringify(pageOf("tizanidine"))));
  });
});
