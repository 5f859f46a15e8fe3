/**
 * Ten minutes of a routine in a tab that is really hidden: how late each cue comes, and whether that grows. The page's own
 * timers are measured beside it, to show that the browser did slow them down. Needs a built app and a Chromium.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findChromium } from "../../../scripts/lib/chromium.mjs";
import { createSite } from "../../../scripts/lib/site.mjs";
import { openTab } from "./hiddenTab.ts";

/** The routine with the most cues in ten minutes. */
const ROUTINE = "relax-and-breathe";
export const MOST_LATE_MS = 100;

export type Lateness = {
  /** planned and measured, milliseconds since the start, in order */
  readonly cues: readonly { readonly planned: number; readonly late: number }[];
  /** how far apart the page's own timers of 50 ms came, milliseconds, the middle one */
  readonly pageTimer: number;
  readonly visibility: string;
  /** how late timers of this very machine came outside of any browser, meanwhile, milliseconds: the latest */
  readonly machine: number;
};

/** Runs the session hidden for so many seconds and measures. */
export async function hiddenSession(seconds: number): Promise<Lateness> {
  const server = createServer(createSite());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tab = await openTab(await findChromium(), `${address}/relief/${ROUTINE}/go`);
  try {
    const start = `(() => {
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "Start");
      if (button === undefined) return false;
      button.click();
      return true;
    })()`;
    while (!(await tab.evaluate<boolean>(start))) await new Promise((done) => setTimeout(done, 200));
    await tab.hide();
    await tab.evaluate(`(() => {
      globalThis.gaps = [];
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        globalThis.gaps.push(now - last);
        last = now;
        setTimeout(tick, 50);
      };
      setTimeout(tick, 50);
    })()`);
    const machine = await busyness(seconds * 1000);
    const measured = await tab.evaluate<Omit<Lateness, "machine">>(`(() => {
      const marks = performance.getEntriesByName("unclench-cue");
      const [first] = marks;
      const gaps = globalThis.gaps.sort((left, right) => left - right);
      return {
        cues: marks.map(({ startTime, detail }) => ({ planned: detail, late: startTime - first.startTime - detail })),
        pageTimer: gaps[Math.floor(gaps.length / 2)],
        visibility: document.visibilityState,
      };
    })()`);
    return { ...measured, machine };
  } finally {
    await tab.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** Waits so long in steps of 50 ms, and tells how late the latest of them came: what the machine itself adds. */
async function busyness(milliseconds: number): Promise<number> {
  const STEP = 50;
  const end = performance.now() + milliseconds;
  let latest = 0;
  while (performance.now() < end) {
    const before = performance.now();
    await new Promise((done) => setTimeout(done, STEP));
    latest = Math.max(latest, performance.now() - before - STEP);
  }
  return latest;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How much later the cues of the last two minutes come than those of the first two: what adds up. */
export function driftOf({ cues }: Pick<Lateness, "cues">): number {
  const TWO_MINUTES = 120_000;
  const end = cues.at(-1)?.planned ?? 0;
  const lates = (from: number, to: number) =>
    cues.filter(({ planned }) => planned >= from && planned <= to).map(({ late }) => late);
  return middle(lates(end - TWO_MINUTES, end)) - middle(lates(0, TWO_MINUTES));
}

const SECONDS = 620;

export default async function prove(): Promise<Record<string, string>> {
  const measured = await hiddenSession(SECONDS);
  const { cues, pageTimer, visibility, machine } = measured;
  const lates = cues.map(({ late }) => late);
  const drift = driftOf(measured);
  const late = lates.filter((one) => one >= MOST_LATE_MS).length;
  const minutes = [0, 2, 4, 6, 8].map((from) => {
    const part = cues.filter(({ planned }) => planned >= from * 60_000 && planned < (from + 2) * 60_000);
    const ofPart = part.map((cue) => cue.late);
    return `| ${from} to ${from + 2} | ${part.length} | ${middle(ofPart).toFixed(1)} | ${Math.max(...ofPart).toFixed(1)} |`;
  });
  const passed = visibility === "hidden" && Math.abs(drift) < MOST_LATE_MS;
  return {
    "docs/proof/session.md": `# How late a cue comes in a hidden tab

Written by \`npm run prove\` (\`apps/web/prove/session.ts\`): the routine \`${ROUTINE}\` for ten minutes in a Chromium tab behind
another one (\`visibilityState\` was \`${visibility}\`). Lateness is counted from the first cue, so a first cue that came late
makes the others seem early. What adds up is the drift; what is late once is the machine, whose own timers were measured beside it.

| what | measured |
| --- | --- |
| cues and counts | ${cues.length} |
| drift: the middle of the last two minutes against the middle of the first two, ms | ${drift.toFixed(1)} |
| the last cue, planned ${((cues.at(-1)?.planned ?? 0) / 1000).toFixed(0)} s after the start: late by, ms | ${(cues.at(-1)?.late ?? Number.NaN).toFixed(1)} |
| the middle one, ms | ${middle(lates).toFixed(1)} |
| the latest, ms | ${Math.max(...lates).toFixed(1)} |
| ${MOST_LATE_MS} ms late or more | ${late} of ${cues.length} |
| a timer of 50 ms outside of the browser, on the same machine meanwhile: the latest came late by, ms | ${machine.toFixed(0)} |
| a timer of 50 ms of the hidden page itself, meanwhile: came after, ms (the middle one) | ${pageTimer.toFixed(0)} |

| minutes | cues | the middle one, ms | the latest, ms |
| --- | --- | --- | --- |
${minutes.join("\n")}

${passed ? `The drift is below ${MOST_LATE_MS} ms, as wanted.` : `**The drift is not below ${MOST_LATE_MS} ms.**`} The waiting is done in a worker, whose timers a browser does not
slow down; where a session stands is worked out from the clock each time, so nothing adds up. A device that sleeps stops all of
it: the session then waits where it was, and says so.
`,
  };
}
