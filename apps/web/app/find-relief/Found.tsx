import type { Change, ReliefFound } from "@unclench/answers/relief";
import type { FindingLine } from "@unclench/answers/relief-page";
import { Link } from "react-router";
import { Sources } from "../avoid/Sources.tsx";
import { Press } from "../controls/Press.tsx";
import type { Chosen } from "./Choices.tsx";
import { ProposalCard } from "./ProposalCard.tsx";

type FoundProps = {
  found: ReliefFound;
  /** every finding that the list may speak of, with its sources */
  findings: readonly FindingLine[];
  choose: (change: Partial<Chosen>) => void;
};

const changed = ({ choice, to }: Change): Partial<Chosen> =>
  ({ [choice]: choice === "minutes" ? Number(to) : to }) as Partial<Chosen>;

/** Left-out routines by the reason that they share. */
function byReason(leftOut: ReliefFound["leftOut"]): (readonly [why: string, names: string[]])[] {
  const groups = new Map<string, string[]>();
  for (const { why, name } of leftOut) groups.set(why, [...(groups.get(why) ?? []), name]);
  return [...groups];
}

/** The list: at most three routines, what else would find more, and what was left out and why. */
export function Found({ found, findings, choose }: FoundProps) {
  const { proposals, leftOut, changes, moments, known } = found;
  const linesOf = (ids: readonly string[]) => findings.filter(({ id }) => ids.includes(id));
  return (
    <>
      {proposals.length === 0 ? null : (
        <div className="proposals">
          {proposals.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} company={found.chosen.company} />
          ))}
        </div>
      )}
      {changes.length === 0 ? null : (
        <section className="card no-print" aria-labelledby="more">
          <h3 id="more">What would find more</h3>
          <div className="row">
            {changes.map((change) => (
              <Press key={`${change.choice} ${change.to}`} onPress={() => choose(changed(change))}>
                {change.words}: {change.count} {change.count === 1 ? "routine" : "routines"}
              </Press>
            ))}
          </div>
        </section>
      )}
      {moments.length === 0 ? null : (
        <section className="card" aria-labelledby="moments">
          <h3 id="moments">A good moment? An inference, not tested</h3>
          {moments.map(({ about, text, findings: ids }) => (
            <div key={about} className="stack">
              <p>{text}</p>
              <Sources sources={linesOf(ids).flatMap(({ sources }) => sources)} />
            </div>
          ))}
        </section>
      )}
      {known.length === 0 ? null : (
        <details className="card">
          <summary>What is known about routines like these</summary>
          <ul>
            {known.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
          <Sources
            sources={linesOf(known.flatMap((one) => one.findings)).flatMap(({ sources }) => sources)}
          />
        </details>
      )}
      {leftOut.length === 0 ? null : (
        <details className="card no-print">
          <summary>Left out, and why ({leftOut.length})</summary>
          <dl className="practice">
            {byReason(leftOut).map(([why, names]) => (
              <div key={why}>
                <dt>{names.join("; ")}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
          <p>
            They can all be read: <Link to="/relief/all">all routines</Link>.
          </p>
        </details>
      )}
    </>
  );
}
