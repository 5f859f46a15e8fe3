import { type EmergencyCardEntry, openExample, type PersonalRecord, tables } from "@unclench/record";
import { describe, expect, it } from "vitest";
import { broughtBack, cleared, moved, takenAway } from "../src/whatToAsk/arrange.ts";
import { questionBank } from "../src/whatToAsk/bank.ts";
import { wishChoices } from "../src/whatToAsk/wishChoices.ts";
import type { TreatmentAnswer } from "../src/isItHelping/index.ts";
import {
  type AskEvidence,
  type AskedQuestion,
  evidenceOf,
  snapshotOf,
  type WhatToAsk,
  whatToAsk,
} from "../src/whatToAsk/index.ts";
import { bankQuestions, questionSituations } from "@unclench/knowledge/questions";
import { ago, done, emptyRecord, rate, today } from "./visitRecord.ts";

const ask = (record: PersonalRecord): WhatToAsk => whatToAsk(snapshotOf(record), today);
const offered = (record: PersonalRecord): AskedQuestion[] =>
  ask(record).questions.filter(({ origin }) => origin === "offered");
const ids = (record: PersonalRecord): string[] => ask(record).questions.map(({ id }) => id);

describe("what do I ask", () => {
  it("[AN-260] rests on what the other answers say of the same record, and the same record and day give the same", async () => {
    const record = await openExample(today);
    const snapshot = snapshotOf(record);
    const evidence = evidenceOf(snapshot, today);
    expect(evidence.helping?.treatments.map(({ verdict }) => verdict)).toEqual([
      "helping-clearly",
      "not-yet",
    ]);
    expect(whatToAsk(snapshot, today)).toEqual(whatToAsk(snapshot, today, evidence));
    expect(JSON.parse(JSON.stringify(ask(record)))).toEqual(ask(record));
    expect(ask(record).isExample).toBe(true);
  });

  it("[AN-261] offers three at most, each with its reason, none twice, one of each kind before a second of any", async () => {
    for (const record of [await emptyRecord(), await openExample(today)]) {
      const found = offered(record);
      expect(found).toHaveLength(3);
      expect(new Set(found.map(({ id }) => id)).size).toBe(3);
      for (const { because, why } of found)
        expect([because, why].every((words) => (words ?? "").length > 10)).toBe(true);
    }
    expect(offered(await openExample(today)).map(({ pickedFor }) => pickedFor)).toEqual([
      "dose-changed",
      "too-early",
      "helping",
    ]);
  });

  it("[AN-262] what is dangerous comes first: a warning that cannot wait, a sudden change, then medicines that do not go together", async () => {
    const record = await emptyRecord();
    await done(record.putMedicine({ text: "Zanaflex 4 mg", status: "current" }));
    await done(record.putMedicine({ text: "fluvoxamine 50 mg", status: "starting" }));
    await rate(record, 35, (back) => ({ stiffness: back < 7 ? 8 : 4, sleep: 7 }));
    const [first, second] = offered(record);
    expect(first?.id).toBe("q-sudden-change");
    expect(first?.because).toBe("The diary: stiffness 8.0 of 10 in the last 7 days, 4.0 before.");
    expect(second?.id).toMatch(/^alert:/);
    expect(second?.why).toMatch(/ask|pharmacist|prescriber/i);
    expect(second?.facts[0]?.sources.length).toBeGreaterThan(0);
    await done(record.putCircumstances({ context: ["baclofen pump", "pump alarm, critical"] }));
    const answer = ask(record);
    if (answer.now.length > 0) expect(answer.questions[0]?.pickedFor).toBe("cannot-wait");
    // A usual week asks nothing of the kind.
    const calm = await emptyRecord();
    await rate(calm, 35, (back) => ({ stiffness: 4 + (back % 3) }));
    expect(offered(calm).map(({ pickedFor }) => pickedFor)).not.toContain("suddenly-worse");
  });

  it("[AN-263] a wish to come off, a last day and a missed dose bring the questions of stopping", async () => {
    const record = await emptyRecord();
    await done(
      record.putTreatment({ treatment: "Lioresal", kind: "medicine", start: ago(90), dose: 20, unit: "mg" }),
    );
    expect(ids(record)).not.toContain("q-stop-how");
    await done(record.put(tables.visitSheet, { wishes: [{ situation: "stopping" }] }, today));
    expect(offered(record)[0]).toMatchObject({
      id: "q-stop-how",
      because: "You want to speak about coming off a treatment.",
    });
    await done(record.put(tables.visitSheet, { wishes: [{ situation: "sleep" }] }, today));
    expect(offered(record)[0]).toMatchObject({ id: "q-sl-night", pickedFor: "wish" });
    await done(record.put(tables.missedDose, { date: ago(2), medicine: "Lioresal" }, today));
    expect(offered(record)[0]?.id).toBe("q-before-missed-dose");
  });

  it("[AN-264] the next appointment is named, and its kind brings its questions for what is taken", async () => {
    const record = await emptyRecord();
    await done(record.put(tables.goal, { text: "stairs", from: ago(9) }, today));
    await done(record.put(tables.appointment, { date: ago(1), with: "the old visit" }, today));
    expect(ask(record).visit).toBeNull();
    await done(record.put(tables.appointment, { date: ago(-5), with: "Physiotherapist" }, today));
    await done(record.putTreatment({ treatment: "Physiotherapy", kind: "session", start: ago(2) }));
    expect(ask(record).visit?.words).toBe("Physiotherapist, 3 April 2026");
    const kinds = offered(record).map(({ pickedFor }) => pickedFor);
    expect(kinds).toContain("appointment");
  });

  it("[AN-265] a dose that changed and tiredness since then are asked about with plain averages", async () => {
    const record = await emptyRecord();
    const medicine = { treatment: "Baclofen", kind: "medicine", unit: "mg" } as const;
    await done(record.putTreatment({ ...medicine, start: ago(60), stop: ago(15), dose: 10 }));
    await done(record.putTreatment({ ...medicine, start: ago(14), dose: 20 }));
    await rate(record, 50, (back) => ({ stiffness: 5, tiredness: back < 15 ? 8 : 3 }));
    const found = offered(record);
    expect(found.find(({ pickedFor }) => pickedFor === "price")).toMatchObject({
      id: "q-se-sleepy",
      because: "The diary: tiredness 8.0 of 10 since Baclofen began or changed on 15 March 2026, 3.0 before.",
    });
    expect(found.find(({ pickedFor }) => pickedFor === "dose-changed")).toMatchObject({
      id: "q-4w-dose",
      because: "The dose of Baclofen changed on 15 March 2026.",
    });
  });

  it("[AN-265] verdicts and injections bring their own questions, injections those of injections", async () => {
    const record = await openExample(today);
    const snapshot = snapshotOf(record);
    const evidence = evidenceOf(snapshot, today);
    const { helping } = evidence;
    const [medicine, injection] = helping?.treatments ?? [];
    if (helping === null || medicine === undefined || injection === undefined) throw new Error("no verdicts");
    const asked = (treatments: readonly TreatmentAnswer[], cycles: AskEvidence["cycles"] = []) =>
      whatToAsk(snapshot, today, {
        ...evidence,
        helping: { ...helping, treatments },
        cycles,
        measures: null,
      });
    const worse = asked([{ ...medicine, verdict: "worse", headline: "Your days are worse with it." }]);
    expect(worse.questions[0]).toMatchObject({
      id: "q-se-worse",
      because: "The diary on Example medicine: Your days are worse with it.",
    });
    const of = (answer: TreatmentAnswer, more: Partial<TreatmentAnswer>) =>
      asked([{ ...answer, ...more }]).questions.map(({ id }) => id);
    const none = { verdict: "not-enough" } as const;
    expect(of(medicine, none)).toContain("q-nw-dose-or-drug");
    expect(of(medicine, { ...none, catalogue: "stretch" })).toContain("q-nw-stretch-more");
    expect(of(injection, { ...none, catalogue: "botulinum-toxin-a" })).toContain("q-nw-injection-failed");
    expect(of(medicine, { verdict: "helping", catalogue: "nabiximols" })).toContain("q-4w-responder");
    const cycles: AskEvidence["cycles"] = [
      {
        treatment: "Dysport",
        measure: "stiffness",
        measureName: "stiffness",
        headline: "",
        cycles: [],
        weakerSince: null,
        next: { date: null, planned: false, reliefEndsBefore: 0.83, sentence: "" },
        assumed: [],
        leftOut: 0,
        reasons: [],
      },
    ];
    expect(asked([], cycles).questions[0]).toMatchObject({
      id: "q-bv-interval",
      because:
        "The chance that half of the relief of Dysport is gone before the next injection is 83 in 100.",
    });
  });

  it("[AN-265] a pump whose refill comes near is asked about", async () => {
    const record = await emptyRecord();
    const card: EmergencyCardEntry = { pump: "made-up pump", refillOn: ago(-10) };
    await done(record.putEmergencyCard(card));
    expect(offered(record)[0]).toMatchObject({
      id: "q-pv-alarm",
      pickedFor: "pump",
      because: "Your emergency card has 8 April 2026 as the day of the next refill.",
    });
  });

  it("[AN-266] someone who cares for the person gets words of their own", async () => {
    const record = await openExample(today);
    await done(record.put(tables.settings, { role: "caring" }, today));
    for (const { text, id } of offered(record)) {
      expect(text, id).not.toMatch(/\b(I|me|my)\b/i);
      expect(bankQuestions.some((question) => (question.carer ?? question.text) === text)).toBe(true);
    }
    const empty = await emptyRecord();
    await done(empty.put(tables.settings, { role: "caring" }, today));
    expect(ids(empty)).toContain("q-ca-emergency");
    expect(ask(empty).notes.join(" ")).toContain("the person you care for");
  });

  it("[AN-267] what was written, changed and ordered stands as it was put; what was taken away leaves its place empty", async () => {
    const record = await openExample(today);
    const [first, second] = offered(record);
    if (first === undefined || second === undefined) throw new Error("nothing offered");
    await done(record.put(tables.question, { text: "Which splint?", place: 2 }, today));
    await done(record.put(tables.question, { text: "In my words?", bank: first.id, place: 1 }, today));
    const answer = ask(record);
    expect(answer.questions.map(({ text, origin }) => `${origin}: ${text}`).slice(0, 2)).toEqual([
      "kept: In my words?",
      "own: Which splint?",
    ]);
    expect(answer.questions[0]?.because).toBe(first.because);
    expect(answer.questions.filter(({ origin }) => origin === "offered")).toHaveLength(2);
    await done(record.put(tables.question, { text: second.text, bank: second.id, takenAway: today }, today));
    expect(ids(record)).not.toContain(second.id);
    expect(offered(record)).toHaveLength(1);
    expect(ask(record).takenAway.map(({ text }) => text)).toEqual([second.text]);
    // After a month it may be offered again.
    const later = await openExample(today);
    await done(later.put(tables.question, { text: second.text, bank: second.id, takenAway: ago(31) }, today));
    expect(ids(later)).toContain(second.id);
  });

  it("[AN-267] a danger is offered beside whatever was kept", async () => {
    const record = await emptyRecord();
    for (const [place, bank] of ["q-goal", "q-treat-at-all", "q-useful-tone"].entries())
      await done(record.put(tables.question, { text: `kept ${place}?`, bank, place }, today));
    expect(offered(record)).toEqual([]);
    await done(record.putMedicine({ text: "Zanaflex 4 mg", status: "current" }));
    await done(record.putMedicine({ text: "fluvoxamine 50 mg", status: "current" }));
    expect(offered(record)[0]?.pickedFor).toBe("warning");
  });

  it("[AN-267] one step orders all of them, takes one away or clears the list, and one undo brings it back", async () => {
    const record = await openExample(today);
    const before = ask(record).questions.map(({ id }) => id);
    await done(record.write(moved(ask(record).questions, 2, -1)));
    expect(ids(record)).toEqual([before[0], before[2], before[1]]);
    expect(ask(record).questions.every(({ origin }) => origin === "kept")).toBe(true);
    expect(moved(ask(record).questions, 0, -1)).toEqual([]);
    await done(record.undo());
    expect(ids(record)).toEqual(before);
    const [first] = ask(record).questions;
    if (first === undefined) throw new Error("nothing offered");
    await done(record.write(takenAway(first, today)));
    expect(ids(record)).toEqual(before.slice(1));
    const [away] = ask(record).takenAway;
    await done(record.write(broughtBack(away?.row ?? "")));
    expect(ids(record)).toContain(before[0]);
    await done(record.put(tables.question, { text: "My own?" }, today));
    const own = ask(record).questions.find(({ origin }) => origin === "own");
    if (own === undefined) throw new Error("no own question");
    await done(record.write(takenAway(own, today)));
    expect(ask(record).questions.map(({ text }) => text)).not.toContain("My own?");
    await done(record.write(cleared(record.rows(tables.question))));
    expect(ids(record)).toEqual(before);
  });

  it("[AN-268] the bank holds every question once, with its reason and how sure that is", () => {
    const all = questionBank().flatMap(({ questions }) => questions);
    expect(all.map(({ id }) => id).sort()).toEqual(bankQuestions.map(({ id }) => id).sort());
    for (const { facts, carer } of all) {
      expect(carer).toContain("?");
      for (const { sureness, sources } of facts) {
        expect(sureness.length).toBeGreaterThan(3);
        expect(sources.length).toBeGreaterThan(0);
      }
    }
    for (const { id } of wishChoices)
      expect(
        questionSituations.some((situation) => situation.id === id),
        id,
      ).toBe(true);
  });

  it("[AN-269] tells nobody what to do, promises nothing and counts what was left out", async () => {
    for (const record of [await emptyRecord(), await openExample(today)]) {
      const written = JSON.stringify(
        ask(record).questions.map(({ text, because, why }) => [text, because, why]),
      );
      expect(written).not.toMatch(/\bshould\b|\bsafe(ly)?\b|stop taking/i);
    }
    expect(ask(await openExample(today)).notes).toContain(
      "4 questions could matter now; 3 are picked, because a visit is short.",
    );
  });
});
