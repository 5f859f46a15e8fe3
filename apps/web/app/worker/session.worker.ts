/**
 * [Note: A clock in a hidden page] Timers of a page that is not seen are slowed down to one a second, later to one a minute;
 * those of a worker are not. So the waiting is done here, and the page only looks at its own clock when it is called. How
 * exact that is in a hidden page is measured: docs/proof/session.md.
 */
export type ToTicker = { readonly callInMs: number | null };
/** Nothing but a call: the page looks at its own clock. A beat comes each second, and one as soon as the worker is there. */
export type FromTicker = "due" | "beat";

const BEAT_MS = 1000;
const worker = self as unknown as {
  onmessage: ((event: MessageEvent<ToTicker>) => void) | null;
  postMessage: (message: FromTicker) => void;
};

let waiting: ReturnType<typeof setTimeout> | undefined;
worker.onmessage = ({ data: { callInMs } }) => {
  clearTimeout(waiting);
  if (callInMs !== null) waiting = setTimeout(() => worker.postMessage("due"), Math.max(0, callInMs));
};
worker.postMessage("beat");
setInterval(() => worker.postMessage("beat"), BEAT_MS);
