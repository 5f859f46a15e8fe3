import type { Outcome } from "@unclench/answers/what-works";
import { IconArray } from "../pictures/IconArray.tsx";

/** With and without the treatment, out of the same 100 people. */
export function Of100({ outcome, treatment }: { outcome: Outcome; treatment: string }) {
  const figures = outcome.per100;
  if (figures === null) return null;
  return (
    <div className="of-100">
      <div>
        <strong>{figures.with}</strong>
        <span>of 100 with {treatment}</span>
        <IconArray count={figures.with} side={outcome.side} />
      </div>
      <div>
        <strong>{figures.without}</strong>
        <span>of 100 with {outcome.comparator.name}</span>
        <IconArray count={figures.without} side={outcome.side} />
      </div>
    </div>
  );
}
