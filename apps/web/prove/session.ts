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
    await new Promise((done) => setTimeout(done, seconds * 1000));
    return await tab.evaluate<Lateness>(`(() => {
      const marks = performance.getEntriesByName("unclench-cue");
      const [first] = marks;
      const gaps = globalThis.gaps.sort((left, right) => left - right);
      return {
        cues: marks.map(({ startTime, detail }) => ({ planned: detail, late: startTime - first.startTime - detail })),
        pageTimer: gaps[Math.floor(gaps.length / 2)],
        visibility: document.visibilityState,
      };
    })()`);
  } finally {
    await tab.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const SECONDS = 620;

export default async function prove(): Promise<Record<string, string>> {
  const { cues, pageTimer, visibility } = await hiddenSession(SECONDS);
  const lates = cues.map(({ late }) => late).sort((left, right) => left - right);
  const most = lates.at(-1) ?? Number.NaN;
  const median = lates[Math.floor(lates.length / 2)] ?? Number.NaN;
  const last = cues.at(-1);
  const minutes = [0, 2, 4, 6, 8].map((from) => {
    const part = cues.filter(({ planned }) => planned >= from * 60_000 && planned < (from + 2) * 60_000);
    return `| ${from} to ${from + 2} | ${part.length} | ${Math.max(...part.map(({ late }) => late)).toFixed(1)} |`;
  });
  const passed = visibility === "hidden" && most < MOST_LATE_MS;
  return {
    "docs/proof/session.md": `# How late a cue comes in a hidden tab

Written by \`npm run prove\` (\`apps/web/prove/session.ts\`): the routine \`${ROUTINE}\` for ten minutes in a Chromium tab behind
another one (\`visibilityState\` was \`${visibility}\`), on a machine that was doing other things too. Lateness is counted from the
first cue, so whatever adds up would show.

| what | measured |
| --- | --- |
| cues and counts | ${cues.length} |
| the latest, ms | ${most.toFixed(1)} |
| the middle one, ms | ${median.toFixed(1)} |
| the last one, planned ${((last?.planned ?? 0) / 1000).toFixed(0)} s after the start: late by, ms | ${(last?.late ?? Number.NaN).toFixed(1)} |
| a timer of 50 ms of the page itself, meanwhile: came after, ms (the middle one) | ${pageTimer.toFixed(0)} |

| minutes | cues | the latest, ms |
| --- | --- | --- |
${minutes.join("\n")}

${passed ? `Below ${MOST_LATE_MS} ms, as wanted.` : `**Not below ${MOST_LATE_MS} ms.**`} The waiting is done in a worker, whose timers a browser does not slow
down; where a session stands is worked out from the clock each time, so nothing adds up. A device that sleeps stops all of it:
the session then waits where it was, and says so.
`,
  };
}
