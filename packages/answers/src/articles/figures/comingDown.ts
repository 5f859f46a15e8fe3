/** `of="coming-down"`: what a sudden stop of a medicine can do, and how texts say it is brought down. A report, never a plan. */
import { stoppingSheet } from "../../avoid/stopping.ts";
import { fault, type FigureKind, made } from "./kind.ts";

export const comingDown: FigureKind = {
  of: "coming-down",
  about: "What a sudden stop of a medicine can do, and how texts say that it is brought down.",
  places: ["block"],
  arguments: [{ name: "medicine", about: "the id of its page on stopping", required: true }],
  make({ medicine = "" }) {
    const sheet = stoppingSheet(medicine);
    if (!sheet.ok) return fault(sheet.error.sentence);
    const { id, name, what, urgent, lowered, sources } = sheet.value;
    const texts =
      lowered.length === 0
        ? "How it is brought down was in no text that was read."
        : `How texts say it is brought down. ${lowered.map(({ region, text }) => `${region}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`).join(" ")}`;
    return made(name, [what, texts, urgent].filter((part) => part !== null).join(" "), {
      sources: [...sources, ...lowered.flatMap((one) => one.sources)],
      more: { to: `/what-to-avoid/stopping/${id}`, text: `Stopping ${name}: its signs, and what to ask` },
    });
  },
};
