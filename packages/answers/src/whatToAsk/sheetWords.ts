/** Small words of the visit sheet. */
import { conditions, patterns } from "@unclench/knowledge";
import { attainmentWords, type Injection, type Rating } from "@unclench/record";
import type { SheetBlock, SheetItem, SheetSection } from "./sheetTypes.ts";

export const text = (words: string, strong = false): SheetBlock => ({ type: "text", text: words, strong });
export const item = (words: string, note: string | null = null, room = false): SheetItem => ({
  text: words,
  note,
  room,
});
export const list = (items: readonly SheetItem[], ordered = false): SheetBlock => ({
  type: "list",
  ordered,
  items,
});

export const section = (id: string, title: string, blocks: readonly (SheetBlock | null)[]): SheetSection => ({
  id,
  title,
  blocks: blocks.filter((block) => block !== null),
});

/** How many of the most that fit, where all have only a share of the room; never none. */
export const part = (most: number, share: number): number => Math.max(1, Math.round(most * share));

/** The first ones, and a line that says how many more there are: a sheet has one page. */
export function first<Entry>(
  entries: readonly Entry[],
  most: number,
): { readonly shown: readonly Entry[]; readonly more: string | null } {
  const left = entries.length - most;
  return {
    shown: entries.slice(0, most),
    more: left <= 0 ? null : `And ${left} more, which stand in the app.`,
  };
}

/** Cut at a word, so that a long text does not push the rest off the page. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  const blank = cut.lastIndexOf(" ");
  return `${cut.slice(0, blank > most / 2 ? blank : most).toWellFormed()} …`;
}

/** The measures as a sheet names them, and what 10 means. */
export const ratingWords: Readonly<Record<Rating, { readonly name: string; readonly ten: string }>> = {
  stiffness: { name: "Stiffness", ten: "worst" },
  spasms: { name: "Spasms", ten: "worst" },
  pain: { name: "Pain", ten: "worst" },
  sleep: { name: "Sleep", ten: "did not sleep" },
  tiredness: { name: "Tiredness", ten: "worn out" },
  mood: { name: "Mood", ten: "very low" },
};

export function livesWith(condition: string | null, pattern: string | null): string | null {
  const what = conditions.find(({ id }) => id === condition)?.name;
  const where = patterns.find(({ id }) => id === pattern)?.name;
  const parts = [what, where].filter((part) => part !== undefined);
  return parts.length === 0
    ? null
    : parts
        .join(", ")
        .toLowerCase()
        .replace(/^\w/, (one) => one.toUpperCase());
}

export const attainment = (rating: number): string => attainmentWords[rating] ?? String(rating);

const guidanceWords: Readonly<Record<string, string>> = {
  ultrasound: "ultrasound",
  emg: "EMG",
  stimulation: "stimulation",
  none: "no guidance",
};

/** "left biceps brachii 100, right soleus (units not known)". */
export const musclesWords = ({ muscles }: Injection): string =>
  muscles.length === 0
    ? "muscles not written down"
    : muscles
        .map(({ muscle, side, units }) =>
          [side, muscle, units === null ? "(units not known)" : String(units)]
            .filter((part) => part !== null)
            .join(" "),
        )
        .join(", ");

export const guidanceOf = ({ guidance }: Injection): string =>
  guidance === null ? "guidance not written down" : (guidanceWords[guidance] ?? guidance);
