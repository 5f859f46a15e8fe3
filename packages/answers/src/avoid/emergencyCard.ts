/** The emergency card: what the person wrote, in the order in which a crew needs it, and what to tell them. */
import { medicineNames } from "@unclench/knowledge";
import { stopping } from "@unclench/knowledge/stopping";
import { type EmergencyCard, isEmptyCard, type LocalDate } from "@unclench/record";
import { dateWords } from "../dates.ts";
import { plainName } from "../whatWorks/find.ts";

export type CardLine = { readonly id: keyof EmergencyCard; readonly label: string; readonly text: string };
export type CardTelling = { readonly id: string; readonly title: string; readonly text: string };

export type EmergencyCardSheet = {
  readonly empty: boolean;
  readonly lines: readonly CardLine[];
  /** What to tell the crew, from the red flags that concern this card. */
  readonly tell: readonly CardTelling[];
  /** What the person has to look after: a refill or an alarm date that is near or over. */
  readonly due: readonly string[];
};

const labels: readonly (readonly [keyof EmergencyCard, string])[] = [
  ["holder", "Name"],
  ["pump", "Pump"],
  ["pumpDrug", "In the pump"],
  ["pumpDose", "Dose a day"],
  ["refillOn", "Refill due"],
  ["alarmOn", "Alarm date"],
  ["pumpClinicPhone", "Pump clinic"],
  ["injuryLevel", "Spinal cord injury"],
  ["usualPressure", "Usual blood pressure"],
  ["medicines", "Medicines"],
  ["allergies", "Allergies"],
  ["contacts", "Call"],
  ["emergencyNumber", "Emergency number"],
];

/**
 * Whether dysreflexia has to be thought of: with any level that is not clearly below T10, for it was seen down to T10.
 * @example mayHaveDysreflexia("T4 complete") // true
 */
export function mayHaveDysreflexia(level: string | null): boolean {
  if (level === null) return false;
  const found = /\b([CTDLS])\s*-?\s*(\d{1,2})\b/i.exec(level);
  if (found === null) return true;
  const [, segment = "", number = "0"] = found;
  if (/[ls]/i.test(segment)) return false;
  return /c/i.test(segment) || Number(number) <= 10;
}

/** The upper value of a blood pressure as people write it; null where it is not clear. */
export function upperPressure(text: string | null): number | null {
  const found = /^\D{0,20}(\d{2,3})\s*(?:\/|to|over|-)\s*(\d{2,3})\D{0,20}$/i.exec(text ?? "");
  const [, upper = "", lower = ""] = found ?? [];
  const value = Number(upper);
  return found === null || value < 50 || value > 250 || Number(lower) >= value ? null : value;
}

/** [Note: Twenty above the usual] The red flag on dysreflexia counts from 20 mmHg above a person's own upper value. */
const ABOVE_USUAL = 20;

function dysreflexia(card: EmergencyCard): CardTelling[] {
  if (!mayHaveDysreflexia(card.injuryLevel)) return [];
  const upper = upperPressure(card.usualPressure);
  const from =
    upper === null
      ? "20 or more above the usual upper blood pressure counts."
      : `An upper blood pressure of ${upper + ABOVE_USUAL} or more counts: ${ABOVE_USUAL} above the usual ${upper}.`;
  return [
    {
      id: "redflag-autonomic-dysreflexia",
      title: "Autonomic dysreflexia is possible",
      text: `Pounding headache, sweating, red face: sit me up, legs down, loosen everything, check catheter and bladder, then the bowel. ${from} Ask about medicines for erections before giving nitrates.`,
    },
  ];
}

function pump(card: EmergencyCard): CardTelling[] {
  const { pump: model, pumpDrug, pumpDose, pumpClinicPhone } = card;
  if ([model, pumpDrug, pumpDose, pumpClinicPhone].every((text) => text === null)) return [];
  return [
    {
      id: "redflag-itb-withdrawal",
      title: "I have a medicine pump",
      text: `Itching, sudden stiffness, fever, confusion or a fit: think of baclofen pump withdrawal. Do not count on baclofen tablets: they may not be enough. Floppy, sleepy, breathing slowly: think of too much. Call the pump clinic. Ask about the pump before an MRI.`,
    },
  ];
}

/** Medicines on the card that are dangerous to stop suddenly, by name or brand, as whole words. */
export function stopSlowly(medicines: string | null): string[] {
  if (medicines === null) return [];
  const written = ` ${plainName(medicines)} `;
  return stopping
    .filter(({ kind }) => kind === "slowly")
    .filter((entry) =>
      medicineNames
        .filter(({ medicine }) => entry.medicines.includes(medicine))
        .flatMap(({ medicine, brands, misspellings }) => [
          medicine,
          ...misspellings,
          ...brands.filter(({ route }) => route !== "intrathecal").map(({ name }) => name),
        ])
        .some((name) => written.includes(` ${plainName(name)} `)),
    )
    .map(({ name }) => name);
}

const spoken = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

function tablets(card: EmergencyCard): CardTelling[] {
  const names = stopSlowly(card.medicines);
  if (names.length === 0) return [];
  return [
    {
      id: "stop-slowly",
      title: "Never stop suddenly",
      text: `${spoken(names)}: a sudden stop can be dangerous. Tell the ward that I take ${names.length === 1 ? "it" : "them"}.`,
    },
  ];
}

function due({ refillOn, alarmOn }: EmergencyCard, today: LocalDate): string[] {
  return [
    ...(refillOn !== null && refillOn <= today
      ? [`The refill was due on ${dateWords(refillOn)}. Was it done? If not, call the pump clinic today.`]
      : []),
    ...(alarmOn !== null && alarmOn <= today
      ? [
          `The alarm date was ${dateWords(alarmOn)}. After a refill there is a new one; if there was no refill, call the pump clinic now.`,
        ]
      : []),
  ];
}

/**
 * [AN-209] The card of a record. What was not said is no line; what to tell the crew follows from what was said.
 *
 * @example
 * emergencyCardSheet({ ...emptyEmergencyCard, injuryLevel: "T4", usualPressure: "95/60" }, today).tell[0]?.text
 * // "… An upper blood pressure of 115 or more counts: 20 above the usual 95. …"
 */
export function emergencyCardSheet(card: EmergencyCard, today: LocalDate): EmergencyCardSheet {
  return {
    empty: isEmptyCard(card),
    lines: labels.flatMap(([id, label]) => {
      const text = card[id];
      if (text === null) return [];
      const isDate = id === "refillOn" || id === "alarmOn";
      return [{ id, label, text: isDate ? dateWords(text as LocalDate) : text }];
    }),
    tell: [...pump(card), ...dysreflexia(card), ...tablets(card)],
    due: due(card, today),
  };
}
