import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameIndex } from "../src/nameIndex.ts";
import { type MedicineMatch, resolveMedicine } from "../src/names.ts";
import { distance, folded, slipsAllowed, wordsOf } from "../src/spelling.ts";

/** "known tizanidine", "close tizanidine", "class statins", "unknown": what a line was taken for, in one word or two. */
const short = (match: MedicineMatch): string => {
  if (match.type === "known") return match.medicines.map(({ id }) => id).join(" + ");
  if (match.type === "close") return `close: ${match.suggestions.map(({ id }) => id).join(", ")}`;
  return match.type === "class" ? `class ${match.classId}` : "unknown";
};
const read = (text: string): string => short(resolveMedicine(text));
const route = (text: string): string | undefined => {
  const match = resolveMedicine(text);
  return match.type === "known" ? match.route : undefined;
};

describe("a medicine in a line of a list", () => {
  it("[SF-1] is found by its generic name, its brand, a synonym or a code, and says by which", () => {
    const by = (text: string): unknown => {
      const match = resolveMedicine(text);
      return match.type === "known" ? [match.medicines[0]?.id, match.matched, match.brand] : match.type;
    };
    expect(by("tizanidine")).toEqual(["tizanidine", "generic", undefined]);
    expect(by("Zanaflex")).toEqual(["tizanidine", "brand", "Zanaflex"]);
    expect(by("dalfampridine")).toEqual(["fampridine", "synonym", undefined]);
    expect(by("M03BX02")).toEqual(["tizanidine", "code", undefined]);
  });

  it("[SF-2] is found among doses, forms and marks", () => {
    for (const [text, id] of [
      ["Zanaflex 4mg tds", "tizanidine"],
      ["tab. baclofen 10 mg 1-1-2", "baclofen"],
      ["BACLOFEN 10MG TABLETS", "baclofen"],
      ["Lioresal® 10", "baclofen"],
      ["Sirdalud™ MR 6mg", "tizanidine"],
      ["Ciproxin 500", "ciprofloxacin"],
      ["take 2 Valium at night", "diazepam"],
      ["Baclofen-ratiopharm 25 mg", "baclofen"],
    ] as const) {
      expect(read(text), text).toBe(id);
    }
  });

  it("[SF-3] is found as other languages and habits of spelling write it", () => {
    for (const [text, id] of [
      ["Baclofène", "baclofen"],
      ["baclofeno", "baclofen"],
      ["Tizanidin", "tizanidine"],
      ["tizanidina", "tizanidine"],
      ["ciprofloxacine", "ciprofloxacin"],
      ["ciprofloxacino", "ciprofloxacin"],
      ["prégabaline", "pregabalin"],
      ["Diazépam", "diazepam"],
    ] as const) {
      expect(read(text), text).toBe(id);
    }
    expect(folded("acyclovir")).toBe(folded("aciclovir"));
    expect(folded("cephalexin")).toBe(folded("cefalexin"));
  });

  it("[SF-4] is told with its way into the body, where the line or the brand says so", () => {
    expect(route("ciprofloxacin eye drops")).toBe("eye");
    expect(route("Gablofen")).toBe("intrathecal");
    expect(route("baclofen pump")).toBe("intrathecal");
    expect(route("intrathecal baclofen 250 micrograms a day")).toBe("intrathecal");
    expect(route("Catapres-TTS")).toBe("patch");
    expect(route("diazepam rectal tubes")).toBe("rectal");
    expect(route("Dantrium Intravenous")).toBe("injection");
    expect(route("baclofen")).toBeUndefined();
    // A pump of another medicine does not go into the spine.
    expect(route("levetiracetam pump")).toBeUndefined();
  });

  it("[SF-5] is one of several in a line; what is not sure beside it is told too", () => {
    expect(read("baclofen + diazepam")).toBe("baclofen + diazepam");
    expect(read("gabapentin/baclofen")).toBe("gabapentin + baclofen");
    const match = resolveMedicine("baclofen and tizanadine");
    expect(match.type === "known" && match.also?.map(short)).toEqual(["close: tizanidine"]);
    const plain = resolveMedicine("baclofen 10 mg three times a day with food");
    expect(plain.type === "known" && plain.also).toBeUndefined();
  });

  it("[SF-6] that is misspelt is never known, but asked back", () => {
    for (const [text, id] of [
      ["tizanadine", "tizanidine"],
      ["baclophen 10 mg", "baclofen"],
      ["backlofen", "baclofen"],
      ["clonazapam", "clonazepam"],
      ["gabapentine 300", "gabapentin"],
      ["Zanaflx", "tizanidine"],
      ["fluvoxamin", "fluvoxamine"],
      ["ciprofloxicin", "ciprofloxacin"],
      ["dantroline", "dantrolene"],
    ] as const) {
      expect([id, `close: ${id}`], text).toContain(read(text));
    }
    expect(read("tizanadine")).toBe("close: tizanidine");
  });

  it("[SF-7] that could be two medicines is never one of them", () => {
    // One letter from both.
    const match = resolveMedicine("lonazepam");
    expect(match.type).toBe("close");
    for (const text of ["clorazepam", "clobazepam", "lorazepan", "clonidin"]) {
      const found = resolveMedicine(text);
      if (found.type !== "close") continue;
      const best = found.suggestions.map(({ asWritten }) =>
        distance(wordsOf(text).join(" "), wordsOf(asWritten).join(" "), 4),
      );
      expect(Math.max(...best) - Math.min(...best), text).toBeLessThanOrEqual(1);
    }
  });

  it("[SF-8] that nobody knows is unknown, and ordinary words are no medicine", () => {
    for (const text of [
      "",
      "   ",
      "xyzzy",
      "10 mg",
      "three times a day",
      "in the morning with food",
      "💊",
      "tablets",
    ]) {
      expect(read(text), text).toBe("unknown");
    }
  });

  it("[SF-11] has one meaning for each of its names", () => {
    const { exact } = nameIndex();
    for (const [key, named] of exact) {
      expect(read(key).split(" + "), key).toEqual([...named.medicines]);
    }
  });
});

describe("spelling", () => {
  it("[SF-12] counts letters put in, left out, changed and swapped as one slip each", () => {
    expect(distance("baclofen", "baclofen", 3)).toBe(0);
    expect(distance("baclofen", "backlofen", 3)).toBe(1);
    expect(distance("baclofen", "baclofn", 3)).toBe(1);
    expect(distance("baclofen", "baclofne", 3)).toBe(1);
    expect(distance("baclofen", "baglofen", 3)).toBe(1);
    expect(distance("zanaflex", "zantac", 9)).toBe(5);
    expect(distance("kitten", "sitting", 2)).toBe(3);
    expect(slipsAllowed(4)).toBe(0);
    expect(slipsAllowed(12)).toBe(3);
  });

  it("[SF-12] is the same in both directions and never more than the longer word", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        const there = distance(left, right, 99);
        expect(there).toBe(distance(right, left, 99));
        expect(there).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(there === 0).toBe(left === right);
      }),
    );
  });
});

describe("any text", () => {
  it("[SF-13] gives an answer, and a known medicine only where its name stands", () => {
    const names = [...nameIndex().exact.keys()];
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc
        .tuple(fc.constantFrom(...names), fc.string({ maxLength: 20 }))
        .map(([name, rest]) => `${rest} ${name}`),
    );
    fc.assert(
      fc.property(text, (line) => {
        const match = resolveMedicine(line);
        expect(["known", "class", "close", "unknown"]).toContain(match.type);
        if (match.type === "close") expect(match.suggestions.length).toBeGreaterThan(0);
        if (match.type === "known") expect(match.medicines.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
