/**
 * Reads a description of a person from any value (a file, a form). Nothing is ignored in silence: every key and every
 * value that is not understood is named, the rest is used.
 */
import { type LabName, labNames, type MedicineStatus, medicineStatuses } from "@unclench/knowledge/alerts";
import { nobody, type Person, type WrittenMedicine } from "./person.ts";

/** A part of the description that could not be used. */
export type UnreadPart = {
  /** Where: "labs.egfr", "medicines[2].status". */
  readonly at: string;
  readonly problem: "unknown key" | "unknown value" | "not a description";
  readonly found: string;
  /** What may stand there. */
  readonly expected: string;
};

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Short, on one line, whatever it is. */
function shown(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === "string" ? value : JSON.stringify(value);
  } catch {
    text = undefined;
  }
  const line = (text ?? String(value)).replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const keys = [
  "age",
  "sex",
  "country",
  "conditions",
  "pregnant",
  "breastfeeding",
  "labs",
  "blood_pressure",
  "alcohol",
  "driving",
  "context",
  "symptoms",
  "medicines",
] as const;

const labByWord: Readonly<Record<string, LabName>> = {
  ...Object.fromEntries(labNames.map((name) => [name, name])),
  crcl: "creatinine_clearance",
};
const labBounds: Readonly<Record<LabName, number>> = {
  egfr: 250,
  creatinine_clearance: 300,
  alt_x_uln: 1000,
  ast_x_uln: 1000,
  bilirubin_x_uln: 1000,
};

const countryByWord: Readonly<Record<string, string>> = { GB: "UK", USA: "US" };

/** `person` is always usable; `unread` lists what it lacks. */
export function readPerson(value: unknown): { person: Person; unread: UnreadPart[] } {
  const unread: UnreadPart[] = [];
  const refuse = (at: string, found: unknown, expected: string): null => {
    unread.push({ at, problem: "unknown value", found: shown(found), expected });
    return null;
  };
  if (!isObject(value)) {
    unread.push({
      at: "",
      problem: "not a description",
      found: shown(value),
      expected: `an object with ${keys.join(", ")}`,
    });
    return { person: nobody, unread };
  }
  for (const key of Object.keys(value)) {
    if (!(keys as readonly string[]).includes(key)) {
      unread.push({ at: key, problem: "unknown key", found: shown(value[key]), expected: keys.join(", ") });
    }
  }

  const number = (
    at: string,
    found: unknown,
    lowest: number,
    highest: number,
    unit: string,
  ): number | null => {
    if (found === undefined || found === null) return null;
    if (typeof found === "number" && found >= lowest && found <= highest) return found;
    return refuse(at, found, `a number from ${lowest} to ${highest} (${unit}), or null for not known`);
  };
  const yesOrNo = (at: string, found: unknown): boolean | null => {
    if (found === undefined || found === null || typeof found === "boolean") return found ?? null;
    return refuse(at, found, "true, false, or null for not known");
  };
  const words = (at: string, found: unknown): string[] => {
    if (found === undefined || found === null) return [];
    if (!Array.isArray(found)) {
      refuse(at, found, "a list of words");
      return [];
    }
    return found.flatMap((entry: unknown, place) => {
      if (typeof entry === "string" && entry.trim() !== "") return [entry];
      refuse(`${at}[${place}]`, entry, "words");
      return [];
    });
  };

  const labs: Partial<Record<LabName, number | null>> = {};
  if (isObject(value.labs)) {
    for (const [word, found] of Object.entries(value.labs)) {
      const lab = Object.hasOwn(labByWord, word) ? labByWord[word] : undefined;
      if (lab === undefined) {
        unread.push({
          at: `labs.${word}`,
          problem: "unknown key",
          found: shown(found),
          expected: labNames.join(", "),
        });
      } else {
        const unit = lab.endsWith("_x_uln") ? "times the upper limit" : "ml/min";
        labs[lab] = number(`labs.${word}`, found, 0, labBounds[lab], unit);
      }
    }
  } else if (value.labs !== undefined && value.labs !== null) {
    refuse("labs", value.labs, "an object of values");
  }

  return {
    person: {
      age: number("age", value.age, 0, 130, "years"),
      sex: readSex(value.sex, refuse),
      country: readCountry(value.country, refuse),
      pregnant: yesOrNo("pregnant", value.pregnant),
      breastfeeding: yesOrNo("breastfeeding", value.breastfeeding),
      labs,
      systolic: readSystolic(value.blood_pressure, refuse),
      drinksAlcohol: yesOrNo("alcohol", value.alcohol),
      drives: yesOrNo("driving", value.driving),
      conditions: words("conditions", value.conditions),
      context: words("context", value.context),
      symptoms: words("symptoms", value.symptoms),
      medicines: readMedicines(value.medicines, refuse),
    },
    unread,
  };
}

type Refuse = (at: string, found: unknown, expected: string) => null;

function readSex(found: unknown, refuse: Refuse): "f" | "m" | null {
  if (found === undefined || found === null) return null;
  const word = typeof found === "string" ? found.trim().toLowerCase() : "";
  if (["f", "female", "woman"].includes(word)) return "f";
  if (["m", "male", "man"].includes(word)) return "m";
  return refuse("sex", found, '"f", "m", or null for not told');
}

function readCountry(found: unknown, refuse: Refuse): string | null {
  if (found === undefined || found === null) return null;
  const word = typeof found === "string" ? found.trim().toUpperCase() : "";
  if (/^[A-Z]{2,3}$/.test(word)) {
    const country = countryByWord[word] ?? word;
    if (country.length === 2) return country;
  }
  return refuse("country", found, 'two letters such as "US", "UK", "DE", or null for not told');
}

/** "118/76", or { systolic, diastolic }; mmHg. */
function readSystolic(found: unknown, refuse: Refuse): number | null {
  if (found === undefined || found === null) return null;
  const expected = '"120/80", or { "systolic": 120, "diastolic": 80 } (mmHg)';
  const written = typeof found === "string" ? /^\s*(\d{2,3})\s*\/\s*(\d{2,3})\s*$/.exec(found) : null;
  if (isObject(found)) {
    const strange = Object.keys(found).find((key) => key !== "systolic" && key !== "diastolic");
    if (strange !== undefined) return refuse(`blood_pressure.${strange}`, found[strange], expected);
    if (found.systolic === undefined || found.systolic === null) return null;
  }
  const systolic = written ? Number(written[1]) : isObject(found) ? found.systolic : undefined;
  if (typeof systolic === "number" && systolic >= 40 && systolic <= 300) return systolic;
  return refuse("blood_pressure", found, expected);
}

function readMedicines(found: unknown, refuse: Refuse): WrittenMedicine[] {
  if (found === undefined || found === null) return [];
  if (!Array.isArray(found)) {
    refuse("medicines", found, "a list of medicines");
    return [];
  }
  return found.flatMap((entry: unknown, place): WrittenMedicine[] => {
    const at = `medicines[${place}]`;
    if (typeof entry === "string" && entry.trim() !== "") return [{ text: entry, status: "current" }];
    if (!isObject(entry) || typeof entry.text !== "string" || entry.text.trim() === "") {
      refuse(at, entry, 'a medicine: { "text": "baclofen 10 mg three times a day", "status": "current" }');
      return [];
    }
    for (const key of Object.keys(entry)) {
      if (key !== "text" && key !== "status") refuse(`${at}.${key}`, entry[key], "text and status only");
    }
    return [{ text: entry.text, status: readStatus(`${at}.status`, entry.status, refuse) }];
  });
}

/** A status that is not understood is read as taken now: the medicine is then checked, and the status is named. */
function readStatus(at: string, found: unknown, refuse: Refuse): MedicineStatus {
  if (found === undefined || found === null) return "current";
  const status = medicineStatuses.find((known) => known === found);
  if (status !== undefined) return status;
  refuse(at, found, medicineStatuses.join(", "));
  return "current";
}
