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
      ["Saroten 25 mg", "amitriptyline"],
      ["Tranxene", "potassium clorazepate"],
      ["Seropram", "citalopram"],
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
    expect(route("diclofenac gel")).toBe("skin");
    expect(route("ibuprofen liquid gel caps")).toBe("oral");
    expect(route("timolol eye drops")).toBe("eye");
    expect(route("Ventolin")).toBe("inhaled");
    expect(route("nicotine patch")).toBe("patch");
    expect(route("insulin pump")).toBeUndefined();
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
      ["ciproflaxin", "ciprofloxacin"],
      ["ciprofloxin", "ciprofloxacin"],
      ["fluvoxomine", "fluvoxamine"],
      ["Sirdaluud", "tizanidine"],
      ["paracetomol", "paracetamol"],
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

  it("[SF-9] that is named only by its class is told as the class", () => {
    for (const [text, id] of [
      ["a statin", "statins"],
      ["antibiotic", "antibiotics"],
      ["some antibiotics for a urine infection", "antibiotics"],
      ["blood pressure tablet", "blood-pressure-medicines"],
      ["muscle relaxant", "muscle-relaxants"],
      ["opioid", "opioids"],
      ["an opioid painkiller", "opioids"],
      ["the pill", "oral-contraceptives"],
      ["water tablets", "diuretics"],
      ["beta blockers", "beta-blockers"],
      ["sleeping tablet", "sedating"],
    ] as const) {
      expect(read(text), text).toBe(`class ${id}`);
    }
  });

  it("[SF-10] is never taken for one that looks or sounds alike", () => {
    // Each word is another medicine than its neighbours; pairs of the kind that pharmacists are warned of.
    const groups = [
      "hydroxyzine hydralazine hydrochlorothiazide",
      "clonidine clonazepam clobazam clozapine clomipramine",
      "tizanidine ranitidine nizatidine quetiapine",
      "Zanaflex Zantac Zoloft Xanax",
      "Celexa Celebrex Cerebyx",
      "Lamictal Lamisil Lioresal",
      "prednisone prednisolone primidone",
      "metformin metronidazole metoprolol",
      "carbamazepine oxcarbazepine",
      "tramadol trazodone tapentadol",
      "bupropion buspirone buprenorphine",
      "fluoxetine fluvoxamine paroxetine duloxetine",
      "levetiracetam levofloxacin levodopa",
      "nifedipine nimodipine nicardipine amlodipine amiloride",
      "morphine hydromorphone",
      "oxycodone oxybutynin hydrocodone",
      "risperidone ropinirole",
      "dantrolene baclofen gabapentin pregabalin",
      "diazepam lorazepam nitrazepam oxazepam temazepam",
      "methadone methylphenidate methotrexate methocarbamol",
      "cyproheptadine cyclobenzaprine cyclizine",
      "Valium valerian",
      "Zyprexa Zyrtec",
      "Keppra Kaletra",
      "chlorphenamine chlorpromazine",
      "sulfasalazine sulfamethoxazole",
      "azathioprine azithromycin",
      "ciprofloxacin citalopram escitalopram",
      "dimethyl-fumarate dimenhydrinate",
      "ethinylestradiol estradiol estriol",
      "vitamin-B1 vitamin-B6 vitamin-B12",
      "interferon-beta-1a interferon-beta-1b",
      "onabotulinumtoxinA abobotulinumtoxinA incobotulinumtoxinA",
    ];
    for (const group of groups) {
      const found = group.split(" ").map((name) => {
        const match = resolveMedicine(name);
        expect(match.type, name).toBe("known");
        return short(match);
      });
      expect(new Set(found).size, group).toBe(found.length);
    }
    // What is not in the lists does not become what is.
    for (const text of ["zanatidine", "hydroxazine hydralizine", "clonidapam", "prednisalone"]) {
      expect(resolveMedicine(text).type, text).not.toBe("known");
    }
  });

  it("[SF-5] is each ingredient of a combination product", () => {
    for (const [text, ids] of [
      ["Percocet 5/325", "oxycodone + paracetamol"],
      ["co-codamol 30/500", "codeine + paracetamol"],
      ["cocodamol", "codeine + paracetamol"],
      ["oxycodone/acetaminophen", "oxycodone + paracetamol"],
      ["Yasmin", "ethinylestradiol + drospirenone"],
      ["Microgynon 30", "ethinylestradiol + levonorgestrel"],
      ["Paxlovid", "nirmatrelvir + ritonavir"],
      ["Sativex", "nabiximols"],
    ] as const) {
      expect(read(text), text).toBe(ids);
    }
  });

  it("[SF-3] is one under the names of both sides of the Atlantic", () => {
    for (const [text, id] of [
      ["acetaminophen", "paracetamol"],
      ["acyclovir", "aciclovir"],
      ["albuterol inhaler", "salbutamol"],
      ["meperidine", "pethidine"],
      ["cephalexin", "cefalexin"],
      ["glyburide", "glibenclamide"],
      ["rifampin", "rifampicin"],
      ["epinephrine", "epinephrine"],
      ["adrenaline", "epinephrine"],
      ["frusemide", "furosemide"],
      ["aspirin", "acetylsalicylic acid"],
      ["Amitriptylin", "amitriptyline"],
      ["amitriptilina", "amitriptyline"],
      ["paracétamol", "paracetamol"],
      ["oméprazole", "omeprazole"],
      ["Johanniskraut", "st john's wort"],
    ] as const) {
      expect(read(text), text).toBe(id);
    }
  });

  it("[SF-5] is a mineral where it stands alone, and only a salt behind another name", () => {
    expect(read("magnesium 400 mg")).toBe("magnesium");
    expect(read("vitamin D + magnesium")).toBe("colecalciferol + magnesium");
    expect(read("losartan potassium 50 mg")).toBe("losartan");
  });

  it("[SF-5] leaves prose beside a name alone, but not a name behind a plus", () => {
    const also = (text: string): unknown => {
      const match = resolveMedicine(text);
      return match.type === "known" ? (match.also ?? []).map(short) : match.type;
    };
    expect(also("baclofen 10 mg, started in March for spasms")).toEqual([]);
    expect(also("baclofen and heat packs")).toEqual([]);
    expect(also("baclofen + fooquine")).toEqual(["unknown"]);
    expect(also("baclofen/fooquine")).toEqual(["unknown"]);
  });

  it("[SF-14] under a brand that is another medicine elsewhere is asked back, with both", () => {
    expect(read("Benadryl 25 mg")).toBe("close: acrivastine, diphenhydramine");
    expect(read("Dramamine")).toMatch(/^close: /);
    expect(read("Botox 200 units")).toBe("onabotulinumtoxinA");
    expect(read("botulinum toxin")).toBe("botulinum toxin type A (any product)");
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
  it("[SF-13] is the same whatever blanks stand in it", () => {
    const blanks = " ".repeat(300);
    expect(resolveMedicine(`baclofen${blanks}10 mg`)).toEqual(resolveMedicine("baclofen 10 mg"));
    expect(resolveMedicine(`baclofen${" ".repeat(60)}+${" ".repeat(60)}tizanidine`)).toEqual(
      resolveMedicine("baclofen + tizanidine"),
    );
    expect(resolveMedicine("baclofen \n\n tizanidine")).toEqual(resolveMedicine("baclofen\ntizanidine"));
  });

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
