import { type Wishes, writeWishes } from "@unclench/answers/wishes";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Press } from "../controls/Press.tsx";
import { useHydrated } from "../record/useHydrated.ts";
import { useChosen } from "../what-works/chosen.tsx";
import { useMatters } from "../worker/useMatters.ts";
import { MattersResult } from "./MattersResult.tsx";
import { arguedIn, searchWith, wishesIn } from "./mattersLink.ts";
import { WishForm } from "./WishForm.tsx";

const FEWEST = 2;
const PRINTED = "matters";

/** Prints this part of the page alone. */
function printPart(): void {
  const { dataset } = document.documentElement;
  dataset.printed = PRINTED;
  addEventListener("afterprint", () => delete dataset.printed, { once: true });
  window.print();
}

type WhatMattersProps = {
  place: { readonly condition: string; readonly pattern: string };
  nameOf: (id: string) => string;
};

/** "What matters to me": the reader's wishes against the figures of the page, counted in a worker. */
export function WhatMatters({ place, nameOf }: WhatMattersProps) {
  const hydrated = useHydrated();
  const [search, setSearch] = useSearchParams();
  const { ids } = useChosen();
  const [wishes, setWishes] = useState<Wishes>({});
  const own = ids.length >= FEWEST;
  const isAsked = writeWishes(wishes) !== "";
  const result = useMatters(
    isAsked ? { ...place, wishes, options: own ? ids : null, argued: arguedIn(search, place) } : null,
  );
  const keep = (given: Wishes, chosen: readonly string[] | null) => {
    setWishes(given);
    setSearch((before) => searchWith(before, given, chosen), { replace: true, preventScrollReset: true });
  };
  const next = searchWith(search, wishes, ids);
  return (
    <section id="what-matters" className="stack" aria-labelledby="what-matters-title">
      <h2 id="what-matters-title">What matters to me?</h2>
      <p>
        Say what matters to you. Then it is counted how often each treatment would come first for you, as far
        as these trials tell. It names no winner: you see why, and what nobody knows.
      </p>
      <p className="notice without-script">
        This counting needs JavaScript, which is off here. It would ask six questions (stiffness, spasms,
        staying awake, strength, needles, visits) and count how often each treatment would come first. The
        figures that it would use stand on this page.
      </p>
      <p className="needs-script small">
        {own
          ? `Weighed: those that you chose to compare (${ids.map(nameOf).join(", ")}).`
          : "Weighed: the treatments with a gain in figures, and doing nothing more. To weigh others, press “Compare” on two to four of them."}
      </p>
      <WishForm
        linked={hydrated ? wishesIn(search) : {}}
        onAnswer={(given) => keep(given, ids)}
        onFound={(given) => keep(given, null)}
      />
      <p role="status" aria-live="polite" className="wish-said">
        {!isAsked
          ? null
          : result === null
            ? "Counting …"
            : result.ok
              ? result.value.sentence
              : result.error.sentence}
      </p>
      {isAsked && result?.ok ? (
        <>
          <MattersResult answer={result.value} />
          <div className="row no-print">
            <Link className="button" to={`?${next}#what-matters`} preventScrollReset>
              Permanent link to these answers
            </Link>
            <Press onPress={printPart}>Print this part</Press>
          </div>
        </>
      ) : null}
    </section>
  );
}
