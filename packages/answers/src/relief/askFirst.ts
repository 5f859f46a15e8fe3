/** What a person has said about their body, held against one routine. */

export type AskFirst = { readonly id: string; readonly text: string };

type Answer = { readonly about: string; readonly answer: "yes" | "no"; readonly on: string };

/**
 * [AN-368] What speaks against this routine by the person's own latest answers, in one sentence; null: nothing was said.
 * However a routine was reached (a link, a plan, a list), a "yes" is said again before it starts.
 *
 * @example
 * askFirstNow(page.askFirst, record.row(tables.bodyCheck)?.answers ?? [])
 * // "You said yes to this: A blood clot in the leg, or a hot swollen calf. Ask a doctor or physiotherapist before this routine."
 */
export function askFirstNow(askFirst: readonly AskFirst[], answers: readonly Answer[]): string | null {
  const yes = askFirst.filter(({ id }) => {
    const [latest] = answers
      .filter(({ about }) => about === id)
      .toSorted((left, right) => (left.on < right.on ? 1 : left.on > right.on ? -1 : 0));
    return latest?.answer === "yes";
  });
  if (yes.length === 0) return null;
  const what = yes.map(({ text }) => text).join(" ");
  return `You said yes to ${yes.length === 1 ? "this" : "these"}: ${what} Ask a doctor or physiotherapist before this routine.`;
}
