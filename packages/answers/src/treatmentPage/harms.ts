/** The parts on harm: side effects with it and without it, what to watch, what it does not go with, stopping. */
import { sideEffects, stopping } from "@unclench/knowledge/avoid";
import { sideEffectsSheet } from "../avoid/sideEffects.ts";
import { stoppingSheet } from "../avoid/stopping.ts";
import type { RedFlagLine } from "../redFlags.ts";
import { redFlagsToday } from "../redFlags.ts";
import { block, type PageContext, part, plain } from "./context.ts";
import { practicalLine } from "./facts.ts";
import { figuresMet } from "./figures.ts";
import { togetherLines } from "./together.ts";
import type { Line, Part } from "./types.ts";

const MOST_ROWS = 6;

/**
 * [AN-454] Counts beside those without it, in the words of the page of side effects. Tables with a comparison go first; where
 * none was read, that is said before the first figure.
 */
export function sideEffectsPart({ treatment, cite }: PageContext): Part {
  const { id } = treatment;
  const heading = "Side effects, with it and without it";
  const pooled = figuresMet(id).some(({ outcome }) => outcome.side === "harm");
  const above = pooled ? "The pooled figures above count unwanted effects in trials of stiffness." : null;
  if (!sideEffects.some((entry) => entry.treatment === id))
    return part(
      "side-effects",
      heading,
      block(null, above === null ? [] : [plain(above)]),
      pooled
        ? null
        : "No counts of unwanted effects were read for it. That does not mean that there are none.",
    );
  const sheet = sideEffectsSheet(id);
  if (!sheet.ok) throw new Error(sheet.error.sentence);
  const { tables, serious, missing, conflict } = sheet.value;
  const compared = tables.filter(({ without }) => without !== null);
  const shown = (compared.length > 0 ? compared : tables).slice(0, 2);
  return part(
    "side-effects",
    heading,
    [
      ...block(null, above === null ? [] : [plain(above)]),
      ...shown.flatMap((table) =>
        block(table.title, [
          ...table.limits.map((limit) => plain(limit)),
          ...table.rows.slice(0, MOST_ROWS).map(
            ({ sentence }, place): Line => ({
              text: sentence,
              sure: place === 0 ? table.certainty : null,
              sources: cite(table.sources),
            }),
          ),
        ]),
      ),
      ...block("Where sources differ", conflict === null ? [] : [plain(conflict)]),
      ...block(
        "Rare or serious",
        (serious?.signs ?? []).map((text) => ({ text, sure: null, sources: cite(serious?.sources ?? []) })),
        "list",
      ),
    ],
    missing,
    [{ to: `/what-to-avoid/side-effects/${id}`, text: "All side effects that were counted" }],
  );
}

/** The emergencies that belong to a treatment. */
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  "baclofen-oral": ["redflag-oral-baclofen-withdrawal", "redflag-baclofen-kidney-confusion"],
  "arbaclofen-er": ["redflag-oral-baclofen-withdrawal"],
  tizanidine: ["redflag-tizanidine-collapse", "redflag-liver-injury", "redflag-tizanidine-rebound"],
  clonidine: ["redflag-tizanidine-rebound"],
  dantrolene: ["redflag-liver-injury"],
  diazepam: ["redflag-benzodiazepine-withdrawal", "redflag-slow-breathing"],
  clonazepam: ["redflag-benzodiazepine-withdrawal", "redflag-slow-breathing"],
  gabapentin: ["redflag-slow-breathing"],
  pregabalin: ["redflag-slow-breathing"],
  "botulinum-toxin-a": ["redflag-botulinum-spread"],
  "baclofen-intrathecal": ["redflag-itb-withdrawal", "redflag-itb-overdose", "redflag-pump-alarm"],
};

const flagLine = ({ claim, call, sources }: RedFlagLine, { cite }: PageContext): Line => ({
  text: `${claim}. ${call}`,
  sure: null,
  sources: cite(sources),
});

export function watchPart(context: PageContext): Part {
  const { treatment, cite } = context;
  const { id, medicine, group } = treatment;
  const watch = practicalLine(id, "watch", cite);
  const { emergency, today } = redFlagsToday();
  const flags = (flagsOf[id] ?? []).flatMap((flag) => {
    const found = [...emergency, ...today].find((one) => one.id === flag);
    return found === undefined ? [] : [found];
  });
  const together = medicine === null ? [] : togetherLines(medicine, cite);
  const isMedicine = ["oral", "cannabis", "injection", "pump"].includes(group);
  return part(
    "watch",
    "What to watch and what to avoid",
    [
      ...block("Watch for", watch),
      ...block(
        "Needs help at once",
        flags.map((flag) => flagLine(flag, context)),
        "urgent",
      ),
      ...block("Does not go together", together),
      ...block(
        null,
        isMedicine && together.length > 0
          ? [
              plain(
                "This list is not whole, and what holds only for some people is left out. Your own list can be checked.",
              ),
            ]
          : [],
      ),
    ],
    watch.length === 0 ? "What to watch for was not found in what we read." : null,
    [
      ...(isMedicine ? [{ to: "/what-to-avoid/my-medicines", text: "Check my own medicines" }] : []),
      ...(id === "stretch" ? [{ to: "/what-to-avoid/stretching", text: "Stretching done wrong" }] : []),
      { to: "/help-today", text: "Needs help today?" },
    ],
  );
}

/** What belongs to the same medicine by another way is another danger: a pump is no tablet. */
export function stoppingPart({ treatment, cite }: PageContext): Part {
  const { id, group } = treatment;
  const entry = stopping.find((one) => one.treatment === id);
  if (entry === undefined) {
    const lines = practicalLine(id, "stopping", cite);
    const none = group === "physical" ? "What happens when it is ended was not found in what we read." : null;
    return part("stopping", "Stopping", block(null, lines), lines.length === 0 ? none : null);
  }
  const sheet = stoppingSheet(entry.id);
  if (!sheet.ok) throw new Error(sheet.error.sentence);
  const { kindWords, what, signs, urgent, missing, sources } = sheet.value;
  const cited = cite(sources);
  return part(
    "stopping",
    "Stopping",
    [
      ...block(`${kindWords}.`.replace(/\.\.$/, "."), [
        { text: what, sure: null, sources: cited },
        ...practicalLine(id, "stopping", cite),
      ]),
      ...block(
        "Signs",
        signs.map((text) => plain(text)),
        "list",
      ),
      ...block(
        "Call at once",
        urgent === null ? [] : [{ text: urgent, sure: null, sources: cited }],
        "urgent",
      ),
    ],
    missing,
    [{ to: `/what-to-avoid/stopping/${entry.id}`, text: "How texts say it is lowered, and what to ask" }],
  );
}
