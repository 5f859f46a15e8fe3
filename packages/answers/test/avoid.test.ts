import { readFileSync } from "node:fs";
import { join } from "node:path";
import { redFlags } from "@unclench/knowledge";
import { sideEffects, stopping, stretching, triggers } from "@unclench/knowledge/avoid";
import { emptyEmergencyCard, type LocalDate } from "@unclench/record";
import { describe, expect, it } from "vitest";
import {
  emergencyCardSheet,
  mayHaveDysreflexia,
  stopSlowly,
  upperPressure,
} from "../src/avoid/emergencyCard.ts";
import { frequencyLine } from "../src/avoid/frequency.ts";
import { intendedUse, intendedUseMarkdown } from "../src/avoid/intendedUse.ts";
import { sideEffectIds, stoppingIds } from "../src/avoid/pageIds.ts";
import { areWeak } from "../src/avoid/sourceLines.ts";
import { sideEffectsList, sideEffectsSheet } from "../src/avoid/sideEffects.ts";
import { stoppingList, stoppingSheet } from "../src/avoid/stopping.ts";
import { stretchingWrong } from "../src/avoid/stretchingWrong.ts";
import { suddenlyWorse } from "../src/avoid/suddenlyWorse.ts";
import { redFlagOf, redFlagsToday } from "../src/redFlags.ts";
import { whatWorks } from "../src/whatWorks/index.ts";
import { brokenNumbers, forbiddenWords, ownWords } from "./walk.ts";

const value = <Value>(
  result: { ok: true; value: Value } | { ok: false; error: { sentence: string } },
): Value => {
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const stops = stopping.map(({ id }) => value(stoppingSheet(id)));
const effects = sideEffects.map(({ treatment }) => value(sideEffectsSheet(treatment)));

describe("help today", () => {
  it("[AN-200] begins with dysreflexia, says whom to call, and groups every emergency once", () => {
    const flags = redFlagsToday();
    expect(flags.emergency[0]?.id).toBe("redflag-autonomic-dysreflexia");
    expect(flags.emergency[0]?.steps[0]).toMatch(/^Sit up at once/);
    for (const flag of [...flags.emergency, ...flags.today]) expect(flag.call, flag.id).not.toBe("");
    expect(flags.groups.flatMap((group) => group.flags)).toEqual(flags.emergency);
    expect(redFlagOf("redflag-none")).toBeNull();
    expect(redFlagOf("redflag-shunt")).toEqual(flags.emergency.find(({ id }) => id === "redflag-shunt"));
    for (const { id } of redFlags) expect(redFlagOf(id)?.claim, id).not.toMatch(/\bSCI\b|\beGFR\b/);
  });

  it("[AN-200] names the exception for a high spinal injury wherever it says to lie down", () => {
    const steps = [...redFlagsToday().emergency, ...redFlagsToday().today].flatMap((flag) => flag.steps);
    const lying = steps.filter((step) => /\blie down\b/i.test(step));
    expect(lying.length).toBeGreaterThan(1);
    for (const step of lying)
      expect(step).toMatch(/Do not lie down|spinal cord injury at T6 or above.*sit up/);
  });
});

describe("stopping a medicine", () => {
  it("[AN-201] says what a sudden stop does, and how texts say it is lowered, with region and source", () => {
    for (const sheet of stops) {
      expect(sheet.what, sheet.id).not.toBe("");
      expect(sheet.ask.length, sheet.id).toBeGreaterThan(1);
      for (const { region, text, sources } of sheet.lowered) {
        expect([region, text], sheet.id).not.toContain("");
        expect(sources.length, sheet.id).toBeGreaterThan(0);
      }
      if (sheet.kind === "no-text") expect(sheet.loweredSentence).toMatch(/No text was read/);
      if (sheet.kind === "slowly") expect(sheet.loweredSentence).toMatch(/not a plan for you/);
      for (const flag of sheet.flags) expect(flag.steps.length).toBeGreaterThan(0);
    }
    expect(stops.find(({ id }) => id === "baclofen")?.lowered.length).toBeGreaterThan(2);
  });

  it("[AN-202] finds a medicine by id, name, brand and synonym, and names what is known when it does not", () => {
    const found = (called: string) => value(stoppingSheet(called)).id;
    expect(
      ["baclofen", "Lioresal", " baclofen TABLETS ", "Baclofen pump", "Gablofen", "Valium", "Sativex"].map(
        found,
      ),
    ).toEqual([
      "baclofen",
      "baclofen",
      "baclofen",
      "baclofen-intrathecal",
      "baclofen-intrathecal",
      "diazepam",
      "nabiximols",
    ]);
    for (const called of ["", "snake oil", "b"]) {
      const result = stoppingSheet(called);
      expect(result.ok, called).toBe(false);
      if (!result.ok) expect(result.error.sentence).toMatch(/no medicine called|may be/);
    }
    expect(sideEffectsSheet("Zanaflex").ok).toBe(true);
    const unknown = sideEffectsSheet("snake oil");
    expect(unknown.ok ? "" : unknown.error.sentence).toMatch(/no treatment called "snake oil"/);
    expect(stoppingList().map(({ id }) => id)).toEqual(stops.map(({ id }) => id));
    expect(stoppingIds).toEqual(stoppingList().map(({ id }) => id));
    expect(sideEffectIds).toEqual(sideEffectsList().map(({ treatment }) => treatment));
  });
});

describe("side effects", () => {
  it("[AN-203] are out of the same 100 people with and without, and without a comparison only in words", () => {
    const tizanidine = value(sideEffectsSheet("tizanidine"));
    expect(tizanidine.tables[0]?.rows[0]?.sentence).toBe(
      "Dry mouth: 49 of 100 with tizanidine; 10 of 100 with placebo.",
    );
    for (const { treatment, tables } of effects) {
      for (const table of tables) {
        if (table.without === null) {
          expect(table.pictured, `${treatment} ${table.id}`).toBe(0);
          expect(table.limits.join(" "), table.id).toMatch(/No figures without|counts nobody/);
        }
        for (const row of table.rows.slice(0, table.pictured))
          for (const side of [...row.with, row.without]) expect(side?.of100).toBeTypeOf("number");
      }
    }
  });

  it("[AN-203] are whole numbers, and what is rare is never none", () => {
    const words = (figure: Parameters<typeof frequencyLine>[0]) => frequencyLine(figure).words;
    expect(words({ percent: 35.7 })).toBe("36 of 100");
    expect(words({ percent: 0 })).toBe("0 of 100");
    expect(words({ percent: 0.4 })).toBe("fewer than 1 of 100");
    expect(words({ from: 10, to: 63 })).toBe("10 to 63 of 100");
    expect(words({ from: 10, to: null })).toBe("10 or more of 100");
    expect(words({ from: 0.1, to: 1 })).toBe("at most 1 of 100");
    expect(words({ events: 6, people: 103 })).toBe("6 of 100 (6 of 103 people)");
    expect(words({ reports: 152 })).toBe("152 reports");
    expect(words({ listed: true })).toBe("named, not counted");
    expect(frequencyLine({ from: 10, to: 63 }).of100).toBeNull();
    expect(frequencyLine({ events: 1, people: 103 }).of100).toBe(1);
  });

  it("[AN-204] that only a machine has read make no statement and no picture, only a question", () => {
    for (const { tables, unconfirmed } of effects) {
      for (const { sources } of tables) expect(areWeak(sources)).toBe(false);
      for (const { question, table } of unconfirmed) {
        expect(areWeak(table.sources)).toBe(true);
        expect(question).toMatch(/^Ask your pharmacist: .*\?/);
        expect(table.pictured).toBe(0);
      }
    }
    const clonazepam = value(sideEffectsSheet("clonazepam"));
    expect([clonazepam.tables.length, clonazepam.unconfirmed.length]).toEqual([0, 1]);
    for (const { treatment, tables } of sideEffects) {
      const sheet = value(sideEffectsSheet(treatment));
      expect(sheet.tables.length + sheet.unconfirmed.length, treatment).toBe(tables.length);
    }
    expect(sideEffectsList().find(({ treatment }) => treatment === "clonazepam")?.words).toBe(
      "No counts that a person has read",
    );
  });

  it("[AN-205] stand beside the pooled harms, in the words of the comparison", () => {
    const pooled = effects.flatMap((sheet) =>
      sheet.pooled.map((harm) => ({ treatment: sheet.treatment, harm })),
    );
    expect(pooled.length).toBeGreaterThan(5);
    for (const { treatment, harm } of pooled) {
      const page = value(whatWorks(harm.condition, harm.pattern));
      const row = page.rows.find((one) => one.treatment === treatment);
      const outcome = row?.outcomes.find(({ sentence }) => sentence === harm.sentence);
      expect(outcome?.side, harm.sentence).toBe("harm");
      expect(outcome?.certainty).toEqual(harm.certainty);
    }
  });
});

describe("why is it suddenly worse", () => {
  it("[AN-206] asks about every trigger once, the dangerous ones first, each with a place to look and a thing to do", () => {
    const { first, groups, before, lead } = suddenlyWorse();
    const lines = [first, ...groups.flatMap((group) => group.triggers)];
    expect(lines.map(({ id }) => id).sort()).toEqual(triggers.map(({ id }) => id).sort());
    expect(groups.map(({ id }) => id)).toEqual(["now", "today", "here"]);
    expect(groups[0]?.triggers.map(({ id }) => id)).toContain("trigger-medicine-change");
    expect(before.id).toBe("redflag-autonomic-dysreflexia");
    expect(lead).toContain("before blaming the medicine");
    for (const one of lines) {
      expect(one.look.length, one.id).toBeGreaterThan(0);
      expect(one.do, one.id).not.toBe("");
      expect(one.sources.length, one.id).toBeGreaterThan(0);
      expect(one.weak !== null, one.id).toBe(areWeak(one.sources));
    }
  });
});

describe("stretching done wrong", () => {
  it("[AN-207] marks what has no source, or only a weak one, as ours", () => {
    const { groups, stopSigns, askFirst, oursSentence } = stretchingWrong();
    const items = [...groups.flatMap(({ mistakes }) => mistakes), ...stopSigns, ...askFirst];
    expect(items.length).toBe(
      stretching.groups.flatMap(({ mistakes }) => mistakes).length +
        stretching.stopSigns.length +
        stretching.askFirst.length,
    );
    for (const { ours, sources } of items) expect(ours).toBe(areWeak(sources));
    expect(oursSentence).toContain("no physiotherapist has checked it");
  });
});

describe("the emergency card", () => {
  const today = "2026-05-04" as LocalDate;
  const card = (said: Partial<typeof emptyEmergencyCard>) =>
    emergencyCardSheet({ ...emptyEmergencyCard, ...said }, today);

  it("[AN-209] says what was written and nothing else", () => {
    expect(card({})).toEqual({ empty: true, lines: [], tell: [], due: [] });
    const { lines, empty, tell } = card({ holder: "A. Nobody", refillOn: "2026-06-01" as LocalDate });
    expect(empty).toBe(false);
    expect(lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      "Name: A. Nobody",
      "Refill due: 1 June 2026",
    ]);
    expect(tell).toEqual([]);
  });

  it("[AN-209] tells the crew of a pump, in the words of the red flag", () => {
    const [told] = card({ pump: "Model one" }).tell;
    expect(told?.text).toContain("baclofen pump withdrawal");
    expect(told?.text).toContain(redFlagOf("redflag-itb-withdrawal")?.steps.at(-1));
  });

  it("[AN-209] thinks of dysreflexia at every level that is not clearly below T10", () => {
    for (const level of ["C5", "c 6/7", "T4 complete", "t-6", "T10", "high", "D3"])
      expect(mayHaveDysreflexia(level), level).toBe(true);
    for (const level of [null, "T11", "T 12", "L1", "S2"])
      expect(mayHaveDysreflexia(level), String(level)).toBe(false);
    const text = (usualPressure: string | null) =>
      card({ injuryLevel: "T4", usualPressure }).tell[0]?.text ?? "";
    expect(text("95/60")).toContain("An upper blood pressure of 115 or more counts: 20 above the usual 95.");
    for (const unclear of [null, "low", "60/95", "1000/60", "95/60 or 110/70"])
      expect(text(unclear), String(unclear)).toContain("20 or more above the usual");
    expect(upperPressure("about 100 over 60")).toBe(100);
  });

  it("[AN-209] names what is dangerous to stop, by name and brand, as whole words", () => {
    expect(stopSlowly("Lioresal 10 mg\nparacetamol, VALIUM 2 mg")).toEqual(["Baclofen tablets", "Diazepam"]);
    expect(stopSlowly("gabapetin 300")).toEqual(["Gabapentin"]);
    for (const none of [null, "", "dantrolene", "notbaclofenish", "vitamin D"])
      expect(stopSlowly(none)).toEqual([]);
    expect(card({ medicines: "baclofen, gabapentin" }).tell[0]?.text).toContain(
      "Baclofen tablets and Gabapentin:",
    );
  });

  it("[AN-209] says that a refill or an alarm date has come", () => {
    expect(card({ refillOn: today }).due[0]).toContain("call the pump clinic today");
    expect(card({ alarmOn: "2026-05-01" as LocalDate }).due[0]).toContain("1 May 2026");
    expect(card({ refillOn: "2026-05-05" as LocalDate }).due).toEqual([]);
  });
});

describe("intended use", () => {
  it("[AN-208] is the same text in docs/intended-use.md, and says what it is not", () => {
    const written = readFileSync(join(import.meta.dirname, "../../../docs/intended-use.md"), "utf8");
    expect(written).toBe(intendedUseMarkdown(intendedUse));
    for (const part of [
      "No diagnosis",
      "No emergency service",
      "How to report a mistake",
      "What it cannot check",
    ])
      expect(written).toContain(part);
  });
});

describe("all of it", () => {
  it("[AN-16] is the same twice, survives JSON, and never says what cannot be printed or what to take", () => {
    const all = [redFlagsToday(), stops, effects, suddenlyWorse(), stretchingWrong(), intendedUse];
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    expect(brokenNumbers(all)).toEqual([]);
    expect(value(sideEffectsSheet("tizanidine"))).toEqual(
      effects.find(({ treatment }) => treatment === "tizanidine"),
    );
    for (const text of ownWords(all)) {
      expect(text).not.toMatch(forbiddenWords);
      expect(text).not.toMatch(/\bsafe(ly)?\b|stop taking/i);
    }
  });
});
