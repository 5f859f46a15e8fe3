/** What could not be checked, as sentences. */
import type { NotChecked, UnreadPart } from "@unclench/safety";

type Needs = Extract<NotChecked, { type: "needs" }>;

const listNames = { conditions: "conditions", context: "circumstances", symptoms: "signs" } as const;

const missing: Readonly<Record<Exclude<Needs["need"]["type"], "dose" | "whichMedicine">, string>> = {
  kidney: "Needs your kidney value (eGFR or creatinine clearance)",
  liver: "Needs your liver tests (ALT or AST, as times the upper limit)",
  age: "Needs your age",
  sex: "Needs your sex",
  pregnant: "Needs to know whether you are pregnant",
  breastfeeding: "Needs to know whether you breastfeed",
  bloodPressure: "Needs your blood pressure",
  alcohol: "Needs to know whether you drink alcohol",
  driving: "Needs to know whether you drive",
};

/** What hangs on it, in a few words. */
function hanging({ rules, grade }: Needs): string {
  const isSerious = grade === "emergency" || grade === "contraindicated" || grade === "major";
  if (rules.length === 1) return isSerious ? "one serious check hangs on it" : "one milder check hangs on it";
  return `${rules.length} checks hang on it, ${isSerious ? "at least one of them serious" : "none of them grave"}`;
}

function needSentence(gap: Needs): string {
  const { need } = gap;
  if (need.type === "dose")
    return `Needs the dose of “${need.asWritten}”: how much, and how often. ${capital(hanging(gap))}.`;
  if (need.type === "whichMedicine")
    return `Which medicine is “${need.asWritten}”? Its name is on the pack. ${capital(hanging(gap))}.`;
  return `${missing[need.type]}. ${capital(hanging(gap))}.`;
}

export function notCheckedSentence(gap: NotChecked): string {
  switch (gap.type) {
    case "unknownMedicine":
      return `“${gap.asWritten}” is not a name we know, so we cannot check it.`;
    case "spelling":
      return gap.readAs === null
        ? `“${gap.asWritten}” was not checked. Did you mean ${listed(gap.suggestions, "or")}?`
        : `Did you mean ${gap.readAs}? “${gap.asWritten}” was checked as that.`;
    case "dose":
      return `The dose in “${gap.asWritten}” was not checked: ${gap.why}`;
    case "noRules":
      return `We know ${gap.called}, but have no rule about it. A pharmacist can check it with the others.`;
    case "localRoute":
      return `“${gap.asWritten}” was not checked against the others: we only check what reaches the whole body.`;
    case "needs":
      return needSentence(gap);
    case "word":
      return `“${gap.asWritten}” (${listNames[gap.list]}) was not understood and not used.`;
    case "respelt":
      return `“${gap.asWritten}” was read as “${gap.readAs}”.`;
    case "denied":
      return `“${gap.asWritten}” was read as not being the case.`;
    case "allergy":
      return `“${gap.asWritten}” was not used: we do not know what it names.`;
    case "leftOut":
      return `${gap.count} more of the milder warnings ${gap.count === 1 ? "was" : "were"} left out to keep the list short.`;
    case "always":
      return "Only medicines against spasticity, and what is taken with them, are checked. Herbal products, doses for children, and two other medicines against each other are not. Labels were read in part, so a missing rule proves nothing.";
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

export function unreadSentence({ at, problem, found, expected }: UnreadPart): string {
  if (problem === "not a description")
    return `This is no description of a person: ${found}. Expected: ${expected}.`;
  return problem === "unknown key"
    ? `“${at}” is not a part we know and was not used. Known parts: ${expected}.`
    : `${at}: “${found}” was not used. Expected: ${expected}.`;
}
