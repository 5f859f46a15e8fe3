import { type PlanLine, planSheet, stopAlways } from "@unclench/answers/relief-plan";
import { weekdayNames, weekdays } from "@unclench/record";
import { RoutineFigure } from "../figure/RoutineFigure.tsx";

/** The plan on paper: up to six routines on a leaf of A4, with figures and a box for each day. */
export function PlanSheet({ lines }: { lines: readonly PlanLine[] }) {
  const leaves = planSheet(lines);
  return (
    <div className="plan-sheet" aria-hidden="true">
      {leaves.map((leaf, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: leaves have no other name
        <section key={place} className={leaf.length > 4 ? "leaf full" : "leaf"}>
          <h2>
            My routines{leaves.length > 1 ? `, leaf ${place + 1} of ${leaves.length}` : ""}
            <span className="leaf-week">Week of: ________________</span>
          </h2>
          <div className="leaf-grid">
            {leaf.map(({ line, steps, stop }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same routine may stand there twice
              <article key={at}>
                <h3>{line.name}</h3>
                <p>
                  <b>{line.amountWords}.</b> {line.daysWords}.
                </p>
                <p className="leaf-note">{line.item.note}</p>
                <div className="leaf-body">
                  <RoutineFigure
                    routine={line.item.routine}
                    {...(line.item.side === "left" || line.item.side === "right"
                      ? { side: line.item.side }
                      : {})}
                  />
                  <ol>
                    {steps.map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                </div>
                <p className="leaf-stop">
                  {stop === "" ? null : (
                    <>
                      <b>Stop:</b> {stop}
                    </>
                  )}
                </p>
                <p className="leaf-boxes">
                  {weekdays.map((day) => (
                    <span key={day} className={line.days.includes(day) ? "leaf-day on" : "leaf-day"}>
                      {weekdayNames[day].slice(0, 2)}
                    </span>
                  ))}
                </p>
              </article>
            ))}
          </div>
          <p className="leaf-foot">
            <b>Stop at once:</b> {stopAlways}{" "}
            <b>A pounding headache with a spinal cord injury at T6 or above:</b> sit up, loosen everything,
            find the cause, call for emergency help. From Unclench; no doctor or physiotherapist has checked
            these texts yet.
          </p>
        </section>
      ))}
    </div>
  );
}
