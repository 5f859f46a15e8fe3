import type { PlanLine } from "@unclench/answers/relief-plan";
import type { LocalDate } from "@unclench/record";
import {
  planErrorSentence,
  planFragment,
  planText,
  readPlanText,
  type SharedItem,
} from "@unclench/record/plan";
import { useEffect, useState } from "react";
import { download } from "../controls/download.ts";
import { Press } from "../controls/Press.tsx";
import { Problem } from "../controls/Problem.tsx";

type PlanShareProps = {
  lines: readonly PlanLine[];
  today: LocalDate;
  onBrought: (items: readonly SharedItem[]) => void;
};

/** The plan on paper, as a file, as a link and as a code to scan, and in a calendar. No server takes part. */
export function PlanShare({ lines, today, onBrought }: PlanShareProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const items = lines.map(({ item }) => item);
  const bring = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // Nobody's plan is larger; a mistaken video is not read into memory.
    const read = file.size > 200_000 ? null : readPlanText(await file.text(), today);
    if (read === null) setProblem(`${file.name} is too large for a plan.`);
    else if (read.ok) onBrought(read.value);
    setProblem(
      read === null
        ? `${file.name} is too large for a plan.`
        : read.ok
          ? null
          : planErrorSentence(read.error),
    );
  };
  return (
    <section className="card no-print" aria-labelledby="share">
      <h2 id="share">On paper, or to someone else</h2>
      {lines.length === 0 ? null : (
        <>
          <div className="row">
            <Press onPress={() => window.print()}>Print the plan</Press>
            <Press onPress={() => download("unclench-plan.json", "application/json", planText(items))}>
              Save as a file
            </Press>
            <Press pressed={shown} onPress={() => setShown(!shown)}>
              Link and code
            </Press>
          </div>
          {shown ? <LinkAndCode items={items} /> : null}
          <Calendar lines={lines} today={today} />
        </>
      )}
      <label className="field">
        Bring in a plan from a file
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            void bring(target.files?.[0]);
            target.value = "";
          }}
        />
      </label>
      <Problem>{problem}</Problem>
    </section>
  );
}

type Code = { readonly size: number; get(x: number, y: number): boolean };
/** Four modules of white around it, as readers expect. */
const BORDER = 4;

function LinkAndCode({ items }: { items: readonly SharedItem[] }) {
  const link = `${location.origin}/relief/plan#${planFragment(items)}`;
  const [code, setCode] = useState<Code | "too-long" | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void import("lean-qr").then(({ generate }) => {
      if (!here) return;
      try {
        setCode(generate(link));
      } catch {
        setCode("too-long");
      }
    });
    return () => {
      here = false;
    };
  }, [link]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied("Copied.");
    } catch {
      setCopied("This browser did not let us copy. Choose the text of the link and copy it.");
    }
  };
  return (
    <div className="plan-link">
      <div className="stack">
        <p>
          The whole plan is in the link, notes included: whoever has the link can read it. Nothing is stored
          on a server. The other side is asked before anything is added.
        </p>
        <label className="field">
          The link
          <textarea readOnly rows={4} value={link} />
        </label>
        <p>
          <Press onPress={() => void copy()}>Copy the link</Press>
        </p>
        <p role="status">{copied}</p>
      </div>
      {code === "too-long" ? <p>This plan is too long for a code. Use the link or the file.</p> : null}
      {code === null || code === "too-long" ? null : (
        <svg
          className="plan-code"
          role="img"
          aria-label="The link as a QR code"
          viewBox={`${-BORDER} ${-BORDER} ${code.size + 2 * BORDER} ${code.size + 2 * BORDER}`}
          shapeRendering="crispEdges"
        >
          <rect x={-BORDER} y={-BORDER} width="100%" height="100%" fill="#fff" />
          <path fill="#000" d={modules(code)} />
        </svg>
      )}
    </div>
  );
}

function modules(code: Code): string {
  let path = "";
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return path;
}

function Calendar({ lines, today }: { lines: readonly PlanLine[]; today: LocalDate }) {
  const [withNames, setWithNames] = useState(false);
  const save = async (): Promise<void> => {
    const { calendarFile } = await import("@unclench/record/out");
    const file = calendarFile({
      doses: [],
      injections: [],
      appointments: [],
      refillOn: null,
      checkIns: null,
      routines: lines.map(({ name, days, item, amountWords }) => ({
        name,
        days,
        at: item.at,
        amount: amountWords,
      })),
      withNames,
      today,
      now: new Date(),
    });
    download("unclench-plan.ics", "text/calendar", file);
  };
  return (
    <details>
      <summary>Into my calendar</summary>
      <div className="stack">
        <p>
          A calendar file that you open with your own calendar. Calendars are often copied to a company’s
          servers and shown on locked screens: without names every entry says “Exercise”.
        </p>
        <label className="check">
          <input
            type="checkbox"
            checked={withNames}
            onChange={({ target }) => setWithNames(target.checked)}
          />
          Write the names of the routines into it
        </label>
        <p>
          <Press onPress={() => void save()}>Save the calendar file</Press>
        </p>
      </div>
    </details>
  );
}
