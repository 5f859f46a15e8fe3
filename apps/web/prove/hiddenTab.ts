/**
 * A Chromium in which a tab can really be hidden. Playwright tells every page that it has the focus, and so keeps the browser
 * from slowing it down; here the browser is spoken to directly, and the timers of the hidden page are as slow as a person's.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type HiddenTab = {
  /** runs an expression in the tab; promises are waited for */
  evaluate: <Value>(expression: string) => Promise<Value>;
  /** puts another tab in front */
  hide: () => Promise<void>;
  close: () => Promise<void>;
};

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

export async function openTab(executable: string, address: string): Promise<HiddenTab> {
  const folder = mkdtempSync(join(tmpdir(), "unclench-hidden-"));
  const chromium = spawn(
    executable,
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const endpoint = await new Promise<string>((found, failed) => {
    let text = "";
    chromium.once("exit", () => failed(new Error(`the browser ended: ${text}`)));
    chromium.stderr.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const match = /ws:\/\/\S+/.exec(text);
      if (match !== null) found(match[0]);
    });
  });
  const socket = new WebSocket(endpoint);
  await new Promise((opened) => socket.addEventListener("open", opened, { once: true }));
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  const send = <Value>(method: string, params: object, sessionId?: string): Promise<Value> =>
    new Promise((done, failed) => {
      last += 1;
      const id = last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) done(result as Value);
        else failed(new Error(`${method}: ${error.message}`));
      });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  const { targetId } = await send<{ targetId: string }>("Target.createTarget", { url: address });
  const { sessionId } = await send<{ sessionId: string }>("Target.attachToTarget", {
    targetId,
    flatten: true,
  });
  return {
    evaluate: async <Value>(expression: string) => {
      type Evaluated = { result: { value: Value }; exceptionDetails?: { text: string } };
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send<Evaluated>("Runtime.evaluate", options, sessionId);
      if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`);
      return result.value;
    },
    hide: async () => {
      const other = await send<{ targetId: string }>("Target.createTarget", { url: "about:blank" });
      await send("Target.activateTarget", { targetId: other.targetId });
    },
    close: async () => {
      socket.close();
      const ended = new Promise((done) => chromium.once("exit", done));
      chromium.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
