/** The shapes of what is to be avoided: signs, triggers, stopping, side effects, wrong stretching, intended use. */
import * as v from "valibot";
import { certainty, pointedAt, someSources, text } from "./sharedSchema.ts";

/** Our own plain words for one red flag. `signs[i]` and `steps[i]` reword sign and step `i` of the fact, so nothing is lost. */
export const redFlagWordsSchema = v.strictObject({
  id: text,
  group: v.picklist(["spinal", "everyone", "pump", "tablets", "injection", "shunt", "ms"]),
  title: text,
  why: text,
  /** whom to call, and what to say */
  call: text,
  signs: v.array(text),
  steps: v.array(text),
  who: text,
  /** what else the fact holds: silent cases, limits, what is not confirmed */
  extra: v.array(text),
});
export type RedFlagWords = v.InferOutput<typeof redFlagWordsSchema>;

/** What can make spasticity worse, as collected. */
export const triggerSchema = v.looseObject({
  id: text,
  claim: text,
  value: v.looseObject({ type: text, what_to_check: v.array(text), what_to_do: text }),
  sources: v.pipe(v.array(v.looseObject({ id: text, where: v.optional(v.nullable(text)) })), v.minLength(1)),
  certainty,
});
export type Trigger = v.InferOutput<typeof triggerSchema>;

/** Our own words for one trigger: a question, where to look, and what to do. In the order in which they are asked. */
export const triggerWordsSchema = v.strictObject({
  id: text,
  /** `first`: the four to begin with; `now`: an emergency; `today`: someone sees it today; `here`: can be looked at at home */
  urgency: v.picklist(["first", "now", "today", "here"]),
  ask: v.pipe(text, v.endsWith("?")),
  look: v.pipe(v.array(text), v.minLength(1)),
  do: text,
});
export type TriggerWords = v.InferOutput<typeof triggerWordsSchema>;

/** How a text says that a medicine is usually brought down. A report of a text, never an instruction. */
const loweredSchema = v.strictObject({ region: text, text, sources: someSources });

export const stoppingSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z][a-z-]+$/)),
  name: text,
  /** ids of `medicineNames`, so that a brand finds its page */
  medicines: v.array(text),
  treatment: v.nullable(text),
  kind: v.picklist(["emergency", "slowly", "wears-off", "no-text"]),
  what: text,
  signs: v.array(text),
  /** when to call at once */
  urgent: v.nullable(text),
  lowered: v.array(loweredSchema),
  risk: v.nullable(text),
  ask: v.pipe(v.array(text), v.minLength(2)),
  /** red flags that belong to it */
  flags: v.array(text),
  sources: v.array(pointedAt),
  /** said where no text on coming off was read */
  missing: v.nullable(text),
  note: v.nullable(text),
});
export type Stopping = v.InferOutput<typeof stoppingSchema>;

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
/**
 * One figure as it was printed: of 100 people; from to of 100 (`to: null`: or more); people of people; reports (a person may
 * make several); or only listed, without a count.
 */
export const frequencySchema = v.union([
  v.strictObject({ percent }),
  v.strictObject({ from: percent, to: v.nullable(percent) }),
  v.strictObject({ events: v.number(), people: v.number() }),
  v.strictObject({ reports: v.number() }),
  v.strictObject({ listed: v.literal(true) }),
]);
export type Frequency = v.InferOutput<typeof frequencySchema>;

const arm = v.strictObject({ name: text, people: v.nullable(v.number()) });

export const sideEffectTableSchema = v.strictObject({
  id: text,
  /** who was counted */
  population: text,
  /** counted in people who do not have spasticity */
  indirect: v.boolean(),
  arms: v.pipe(v.array(arm), v.minLength(1)),
  /** the group without the treatment; null where no such column was read */
  without: v.nullable(arm),
  rows: v.pipe(
    v.array(
      v.strictObject({
        effect: text,
        /** the word of the source */
        term: text,
        /** one for each arm */
        with: v.array(frequencySchema),
        without: v.nullable(frequencySchema),
        note: v.nullable(text),
      }),
    ),
    v.minLength(1),
  ),
  certainty,
  sources: someSources,
  note: v.nullable(text),
});
export type SideEffectTable = v.InferOutput<typeof sideEffectTableSchema>;

export const sideEffectsSchema = v.strictObject({
  treatment: text,
  tables: v.array(sideEffectTableSchema),
  serious: v.nullable(
    v.strictObject({
      signs: v.pipe(v.array(text), v.minLength(1)),
      sources: v.pipe(v.array(text), v.minLength(1)),
    }),
  ),
  conflict: v.nullable(text),
  missing: v.nullable(text),
});
export type SideEffects = v.InferOutput<typeof sideEffectsSchema>;

const listed = v.strictObject({ id: text, text, sources: v.array(pointedAt) });

/** What goes wrong when stretching, and what to do instead. Without a source: our own words, to be checked. */
export const stretchingSchema = v.strictObject({
  groups: v.array(
    v.strictObject({
      id: text,
      name: text,
      mistakes: v.pipe(
        v.array(v.strictObject({ wrong: text, instead: text, sources: v.array(pointedAt) })),
        v.minLength(1),
      ),
    }),
  ),
  stopSigns: v.array(listed),
  askFirst: v.array(listed),
  honest: v.array(v.strictObject({ text, sources: someSources, certainty })),
});
export type Stretching = v.InferOutput<typeof stretchingSchema>;

export const intendedUseSchema = v.strictObject({
  title: text,
  lead: text,
  sections: v.array(v.strictObject({ id: text, title: text, items: v.pipe(v.array(text), v.minLength(1)) })),
});
export type IntendedUse = v.InferOutput<typeof intendedUseSchema>;
