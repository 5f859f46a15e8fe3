/** What a verdict is read from, and the rules in their order. */
import { LIKELY, type Marks } from "./marks.ts";
import { type Mixture, mixtureCdf, mixtureUpperTail } from "./mixture.ts";

export type VerdictName =
  | "not-yet"
  | "helping-clearly"
  | "helping"
  | "leaning"
  | "not-enough"
  | "worse"
  | "unclear"
  | "inseparable";

/** Of the effect β, in rating points (negative = better); MCID = the smallest difference that matters to a person. */
export interface Probabilities {
  /** P(β < 0) */
  readonly helps: number;
  /** P(β < −½ point); of counts P(β < 0): what "helping" is read from */
  readonly helpsSome: number;
  /** P(β < −MCID/2) */
  readonly helpsHalf: number;
  /** P(β < −MCID) */
  readonly helpsEnough: number;
  /** P(β > −MCID) */
  readonly notEnough: number;
  /** P(β > 0) */
  readonly worse: number;
}

export const isHelp = (verdict: VerdictName): boolean =>
  verdict === "helping" || verdict === "helping-clearly";

/** The differences that chances are told of: the smallest that matters, and the one of `Marks`. */
export interface Sizes {
  readonly mcid: number;
  readonly size: number;
}

export function probabilitiesOf(effect: Mixture, { mcid, size }: Sizes): Probabilities {
  return {
    helps: mixtureCdf(effect, 0),
    helpsSome: mixtureCdf(effect, -size),
    helpsHalf: mixtureCdf(effect, -mcid / 2),
    helpsEnough: mixtureCdf(effect, -mcid),
    notEnough: mixtureUpperTail(effect, -mcid),
    worse: mixtureUpperTail(effect, 0),
  };
}

/** What a verdict rests on besides the chances themselves. */
export interface Support {
  /** what the diary says by itself, from the sceptical belief */
  readonly alone?: Probabilities;
  /** did the look a week before show a help as well? */
  readonly confirmed: boolean;
}

/**
 * [RS-12] The first rule that holds. No belief from trials may turn a silent diary into praise or blame, so an effect has to be
 * shown by the diary alone as well, and a help at two looks in a row. "worse" and "not enough" come before "leaning": a rating
 * that surely got worse also surely did not get better enough, and an effect that is surely too small to notice must not be
 * sold as a hint.
 */
export function verdictFrom(
  p: Probabilities,
  marks: Marks,
  { alone = p, confirmed }: Support,
): Exclude<VerdictName, "not-yet" | "inseparable"> {
  const shown = confirmed && Math.min(p.helpsSome, alone.helpsSome) >= marks.helps;
  if (shown && p.helpsEnough >= LIKELY) return "helping-clearly";
  if (shown && p.helpsHalf >= LIKELY) return "helping";
  if (Math.min(p.worse, alone.worse) >= marks.worse) return "worse";
  if (Math.min(p.notEnough, alone.notEnough) >= 0.9) return "not-enough";
  if (Math.min(p.helps, alone.helps) >= 0.9) return "leaning";
  return "unclear";
}
