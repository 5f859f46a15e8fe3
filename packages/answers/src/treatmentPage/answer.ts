/** The answer first: one gain and one harm of a treatment, in the words of the comparison. */
import { conditions, treatments } from "@unclench/knowledge";
import { trialById } from "@unclench/knowledge/trials";
import type { PublishedReview } from "../whatWorks/context.ts";
import { outcomeOrder } from "../whatWorks/outcomeOrder.ts";
import { statusWords } from "../whatWorks/words.ts";
import { factLines } from "./facts.ts";
import { figuresMet, type Met, placeName, reviewsOf, statusOf } from "./figures.ts";
import type { Answer, AnswerLine } from "./types.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A review on the page of a condition says "people with this condition"; elsewhere it has to be said which. */
export function namedReview(review: PublishedReview): PublishedReview {
  const condition = trialById.get(review.trial)?.condition;
  const people = conditions.find(({ id }) => id === condition)?.people;
  return people === undefined ? review : { ...review, population: people };
}

/** The figure that most people stand behind; one that counts people goes before one in points of a scale. */
const leading = (treatment: string): Met | undefined =>
  figuresMet(treatment)
    .filter(({ apart, outcome }) => !apart && outcome.side === "gain")
    .sort(
      (left, right) =>
        Number(right.outcome.per100 !== null) - Number(left.outcome.per100 !== null) ||
        (right.outcome.people ?? 0) - (left.outcome.people ?? 0) ||
        outcomeOrder.indexOf(left.outcome.outcome) - outcomeOrder.indexOf(right.outcome.outcome),
    )[0];

const lineOf = ({ outcome, condition, pattern }: Met, more: string | null = null): AnswerLine => ({
  people: placeName(condition, pattern),
  text: outcome.sentence,
  about: [`How sure: ${outcome.certainty.words}.`, more].filter((text) => text !== null).join(" "),
});

/** A figure from one condition says nothing of the others: where they have none, that is said beside it. */
function onlyHere(treatment: string): string | null {
  const gains = figuresMet(treatment).filter(({ apart, outcome }) => !apart && outcome.side === "gain");
  const counted = new Set(gains.map(({ outcome }) => outcome.measuredIn.condition));
  return counted.size === 1 ? "For no other condition is there a figure of a gain." : null;
}

const harmOrder = ["any-ae", "stop-ae"];
const harmPlace = ({ outcome }: Met): number =>
  harmOrder.includes(outcome.outcome) ? harmOrder.indexOf(outcome.outcome) : harmOrder.length;

/** A gain never stands alone where harms were counted: in the same people if possible. */
function harmOf(treatment: string, lead: Met | undefined): Answer["harm"] {
  const near = (one: Met): boolean => one.condition === lead?.condition && one.pattern === lead.pattern;
  const [found] = figuresMet(treatment)
    .filter(({ apart, outcome }) => !apart && outcome.side === "harm")
    .sort(
      (left, right) =>
        Number(near(right)) - Number(near(left)) ||
        harmPlace(left) - harmPlace(right) ||
        (right.outcome.people ?? 0) - (left.outcome.people ?? 0),
    );
  return found === undefined ? null : lineOf(found);
}

/** A review of this very treatment goes before one of several medicines together. */
const isOfItself = (treatment: string, { trial }: PublishedReview): boolean =>
  trialById.get(trial)?.arms.some((arm) => arm.treatment === treatment) ?? false;

/** The review of the treatment itself that most people stand behind. */
const leadingReview = (treatment: string): PublishedReview | undefined =>
  [...reviewsOf(treatment)]
    .sort(
      (left, right) =>
        Number(isOfItself(treatment, right)) - Number(isOfItself(treatment, left)) ||
        (right.people ?? 0) - (left.people ?? 0) ||
        (right.trials ?? 0) - (left.trials ?? 0),
    )
    .map(namedReview)[0];

function gainOf(treatment: string, lead: Met | undefined): AnswerLine {
  if (lead !== undefined) return lineOf(lead, onlyHere(treatment));
  const review = leadingReview(treatment);
  if (review !== undefined)
    return {
      people: capital(review.population),
      text: review.sentence,
      about: `Pooled by others${review.trials === null ? "" : ` from ${review.trials} trials`}; the size stands with its trials.`,
    };
  if (treatments.find(({ id }) => id === treatment)?.group === "nothing")
    return {
      people: null,
      text: "In trials some people got clearly less stiff without the treatment. How many stands with the trials.",
      about: null,
    };
  const [first] = factLines(treatment, "found", () => []);
  if (first !== undefined)
    return {
      people: null,
      text: first.text,
      about: `No figure could be pooled.${first.sure === null ? "" : ` How sure: ${first.sure}.`}`,
    };
  return { people: null, text: statusWords(statusOf(treatment), new Set()), about: null };
}

/** [AN-450] The gain that rests on most people, else what others pooled, else what was read; and a harm. */
export function answerOf(treatment: string): Answer {
  const lead = leading(treatment);
  return { gain: gainOf(treatment, lead), harm: harmOf(treatment, lead) };
}
