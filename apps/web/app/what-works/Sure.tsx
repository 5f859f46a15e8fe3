import type { Outcome } from "@unclench/answers/what-works";

/** How sure a figure is: one to four dots, and the words for whoever cannot see them. */
export const Sure = ({ certainty }: { certainty: Pick<Outcome["certainty"], "dots" | "words"> }) => (
  <p className="sure">
    <span aria-hidden="true">
      {[1, 2, 3, 4].map((dot) => (
        <i key={dot} className={dot <= certainty.dots ? "on" : ""} />
      ))}
    </span>
    How sure: {certainty.words}
  </p>
);
