import { planLines } from "@unclench/answers/relief-plan";
import type { PlanItem } from "@unclench/record";
import { isPlanFragment, planErrorSentence, readPlanFragment, type SharedItem } from "@unclench/record/plan";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { Press } from "../controls/Press.tsx";
import { useToday } from "../record/useDiary.ts";
import { incoming } from "./incomingPlan.ts";

export type SharedPlan = { readonly items: readonly SharedItem[]; readonly problem: string | null };

/** A plan that came with the link, read and not yet taken; putting it away takes it out of the address too. */
export function useShared(): [SharedPlan | null, (shared: SharedPlan | null) => void] {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const today = useToday();
  const [shared, setShared] = useState<SharedPlan | null>(null);
  useEffect(() => {
    const fragment = hash.slice(1);
    if (!isPlanFragment(fragment)) return;
    const read = readPlanFragment(fragment, today);
    setShared(
      read.ok ? { items: read.value, problem: null } : { items: [], problem: planErrorSentence(read.error) },
    );
  }, [hash, today]);
  const set = useCallback(
    (next: SharedPlan | null): void => {
      setShared(next);
      if (next === null && hash !== "") void navigate("/relief/plan", { replace: true });
    },
    [hash, navigate],
  );
  return [shared, set];
}

type SharedProps = {
  shared: SharedPlan;
  plan: readonly PlanItem[];
  readOnly: boolean;
  onAdd: (fresh: readonly SharedItem[]) => void;
  onLeave: () => void;
};

/** What came, to be looked at; nothing is added before it is wished. */
export function Shared({ shared: { items, problem }, plan, readOnly, onAdd, onLeave }: SharedProps) {
  const { fresh, there, unknown } = incoming(items, plan);
  const heading = useRef<HTMLHeadingElement>(null);
  // It may have come from a file chosen at the foot of the page.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card plan-shared" aria-labelledby="shared">
      <h2 id="shared" ref={heading} tabIndex={-1}>
        {problem === null ? "A plan was handed to you" : "This plan cannot be read"}
      </h2>
      {problem === null ? (
        <p>Nothing is added before you say so. Add it only if you know who it is from.</p>
      ) : (
        <p role="alert">{problem}</p>
      )}
      <ul>
        {planLines(fresh.map((item) => ({ ...item, place: null }))).map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same routine may stand there twice
          <li key={place}>
            <b>{line.name}</b>: {line.amountWords}. {line.daysWords}.
            {line.item.note === null ? "" : ` Note: ${line.item.note}`}
          </li>
        ))}
      </ul>
      {there === 0 ? null : <p>{there === 1 ? "1 is" : `${there} are`} in your plan already.</p>}
      {unknown.length === 0 ? null : (
        <p>
          {unknown.length === 1 ? "1 routine is" : `${unknown.length} routines are`} not known to this version
          of the app and will be left out.
        </p>
      )}
      <div className="row">
        {fresh.length === 0 ? null : (
          <Press primary isDisabled={readOnly} onPress={() => onAdd(fresh)}>
            Add to my plan
          </Press>
        )}
        <Press onPress={onLeave}>{fresh.length === 0 ? "Close" : "Not now"}</Press>
      </div>
    </section>
  );
}
