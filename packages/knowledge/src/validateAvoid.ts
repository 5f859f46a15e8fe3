/** What must hold for the files of "What should I avoid?" that are read without the engine: rules KN-40 to KN-45. */
import type {
  RedFlagWords,
  SideEffects,
  Stopping,
  Stretching,
  Trigger,
  TriggerWords,
} from "./avoidSchema.ts";
import type { RedFlag, Source } from "./schema.ts";
import { isWeakSource } from "./weakSource.ts";

type Listed = readonly { readonly id: string }[];
type AvoidFiles = {
  readonly redFlags: readonly RedFlag[];
  readonly redFlagWords: readonly RedFlagWords[];
  readonly triggers: readonly Trigger[];
  readonly triggerWords: readonly TriggerWords[];
  readonly stopping: readonly Stopping[];
  readonly sideEffects: readonly SideEffects[];
  readonly stretchingMistakes: Stretching;
  readonly sources: readonly Source[];
  readonly treatments: Listed;
  readonly medicineNames: readonly { readonly medicine: string }[];
};

/** One sentence for each fault. */
export const avoidFaults = (data: AvoidFiles): string[] => [
  ...rewordings(data),
  ...stoppingFaults(data),
  ...sideEffectFaults(data),
  ...unknownSources(data),
];

/** [KN-40, KN-41] Every fact has its words once, and every sign and step of it is among them. */
function rewordings({ redFlags, redFlagWords, triggers, triggerWords }: AvoidFiles): string[] {
  const found: string[] = [];
  const pairs: [string, Listed, Listed][] = [
    ["redFlagWords.json", redFlags, redFlagWords],
    ["triggerWords.json", triggers, triggerWords],
  ];
  for (const [file, facts, words] of pairs) {
    const worded = words.map(({ id }) => id);
    const known = new Set(facts.map(({ id }) => id));
    for (const { id } of facts) if (!worded.includes(id)) found.push(`${file}: ${id}: missing`);
    for (const id of worded) if (!known.has(id)) found.push(`${file}: unknown id ${id}`);
    for (const id of new Set(worded.filter((id, place) => worded.indexOf(id) !== place)))
      found.push(`${file}: the id ${id} stands twice`);
  }
  for (const flag of redFlags) {
    const words = redFlagWords.find(({ id }) => id === flag.id);
    if (words === undefined) continue;
    if (words.signs.length !== flag.value.signs.length)
      found.push(`redFlagWords.json: ${flag.id}: ${words.signs.length} signs for ${flag.value.signs.length}`);
    if (words.steps.length !== flag.value.do.length)
      found.push(`redFlagWords.json: ${flag.id}: ${words.steps.length} steps for ${flag.value.do.length}`);
    for (const more of ["silent", "emergency_if", "do_note"])
      if (flag.value[more] !== undefined && words.extra.length === 0)
        found.push(`redFlagWords.json: ${flag.id}: ${more} is lost`);
  }
  return found;
}

function stoppingFaults({ stopping, sources, treatments, medicineNames, redFlags }: AvoidFiles): string[] {
  const found: string[] = [];
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const isWeak = (id: string): boolean => {
    const source = sourceById.get(id);
    return source === undefined || isWeakSource(source);
  };
  const ids = stopping.map(({ id }) => id);
  const known = (list: readonly string[], id: string, where: string): void => {
    if (!list.includes(id)) found.push(`${where}: unknown id ${id}`);
  };
  for (const entry of stopping) {
    const where = `stopping.json: ${entry.id}`;
    if (ids.indexOf(entry.id) !== ids.lastIndexOf(entry.id)) found.push(`${where}: the id stands twice`);
    for (const medicine of entry.medicines)
      known(
        medicineNames.map((names) => names.medicine),
        medicine,
        where,
      );
    if (entry.treatment !== null)
      known(
        treatments.map(({ id }) => id),
        entry.treatment,
        where,
      );
    for (const flag of entry.flags)
      known(
        redFlags.map(({ id }) => id),
        flag,
        where,
      );
    const dangerous = entry.kind === "slowly" || entry.kind === "emergency";
    if ((entry.missing !== null) !== (entry.kind === "no-text"))
      found.push(`${where}: what is missing is said where, and only where, no text was read`);
    if (dangerous && (entry.signs.length === 0 || entry.lowered.length === 0 || entry.urgent === null))
      found.push(`${where}: signs, when to call, and how it is lowered are needed`);
    if (entry.kind === "no-text" && entry.lowered.length > 0)
      found.push(`${where}: says how it is lowered, although no text was read`);
    for (const lowered of entry.lowered)
      if (lowered.sources.every(({ id }) => isWeak(id)))
        found.push(`${where}, ${lowered.region}: only weak sources`);
  }
  return found;
}

/** [KN-43] Each row has a figure for every arm, and one without only where there is such a group; no more people than there are. */
function sideEffectFaults({ sideEffects, treatments }: AvoidFiles): string[] {
  const found: string[] = [];
  for (const { treatment, tables, serious, missing } of sideEffects) {
    const where = `sideEffects.json: ${treatment}`;
    if (!treatments.some(({ id }) => id === treatment)) found.push(`${where}: unknown id`);
    if (tables.length === 0 && serious === null && missing === null) found.push(`${where}: says nothing`);
    for (const { id, arms, without, rows } of tables) {
      for (const row of rows) {
        const place = `${where}, ${id}, ${row.term}`;
        if (row.with.length !== arms.length)
          found.push(`${place}: ${row.with.length} figures for ${arms.length} groups`);
        if (row.without !== null && without === null)
          found.push(`${place}: a figure for a group that is not there`);
        for (const figure of [...row.with, row.without]) {
          if (figure === null) continue;
          if ("events" in figure && figure.events > figure.people)
            found.push(`${place}: ${figure.events} of ${figure.people} people`);
          if ("from" in figure && figure.to !== null && figure.from > figure.to)
            found.push(`${place}: from ${figure.from} to ${figure.to}`);
        }
      }
    }
  }
  return found;
}

function unknownSources(data: AvoidFiles): string[] {
  const known = new Set(data.sources.map(({ id }) => id));
  const { groups, stopSigns, askFirst, honest } = data.stretchingMistakes;
  const used: [string, readonly string[]][] = [
    ...data.triggers.map(({ id, sources }): [string, string[]] => [
      `triggers.json: ${id}`,
      sources.map((source) => source.id),
    ]),
    ...data.stopping.map(({ id, sources, lowered }): [string, string[]] => [
      `stopping.json: ${id}`,
      [...sources, ...lowered.flatMap((one) => one.sources)].map((source) => source.id),
    ]),
    ...data.sideEffects.map(({ treatment, tables, serious }): [string, string[]] => [
      `sideEffects.json: ${treatment}`,
      [...tables.flatMap((table) => table.sources.map((source) => source.id)), ...(serious?.sources ?? [])],
    ]),
    [
      "stretchingMistakes.json",
      [...groups.flatMap(({ mistakes }) => mistakes), ...stopSigns, ...askFirst, ...honest].flatMap(
        ({ sources }) => sources.map(({ id }) => id),
      ),
    ],
  ];
  return used.flatMap(([where, ids]) =>
    ids.filter((id) => !known.has(id)).map((id) => `${where}: unknown id ${id}`),
  );
}
