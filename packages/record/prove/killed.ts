/**
 * Kills the browser while the record is being written, and looks afterwards whether everything that was acknowledged is
 * there. One process after the other works on the same profile, so that what one kill left behind meets the next.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type * as Unclench from "../src/index.ts";
import { emptySite, killableBrowser, recordScript } from "./recordInBrowser.ts";

export type Killed = {
  readonly kills: number;
  /** writes that were reported as saved before a kill */
  readonly acknowledged: number;
  /** of these, the entries that they held */
  readonly entries: number;
  /** entries that had been acknowledged and were not there afterwards */
  readonly lost: number;
  /** writes that were there only in part */
  readonly torn: number;
  /** entries that could not be opened */
  readonly damaged: number;
  readonly seconds: number;
};

/** Every tenth write is an import of several segments, the others are check-ins: both ways into the storage are killed. */
const IMPORT_EVERY = 10;
const IMPORT_SIZE = 1_200;

/** Park and Miller's minimal generator (CACM 31, 1988): the moments of the kills. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Runs in the page: writes without pause and tells of each write that was acknowledged. */
async function writeWithoutPause([first, every, size]: [number, number, number]): Promise<void> {
  const page = globalThis as unknown as {
    Unclench: typeof Unclench;
    acknowledged: (write: number) => Promise<void>;
  };
  const { createDeviceId, openIndexedDbStore, openRecord } = page.Unclench;
  const store = await openIndexedDbStore("killed");
  if (!store.ok) throw new Error(store.error.type);
  const device = createDeviceId(crypto.getRandomValues(new Uint8Array(8)));
  const opened = await openRecord({ store: store.value, now: Date.now, device });
  if (!opened.ok) throw new Error(opened.error.type);
  for (let write = first; ; write++) {
    const count = write % every === every - 1 ? size : 1;
    const edits = Array.from({ length: count }, (_, part) => ({
      table: "written",
      id: `${write}/${part}`,
      set: { of: count, stiffness: part % 11 },
    }));
    const done = await opened.value.write(edits);
    if (!done.ok) throw new Error(done.error.type);
    // Not waited for: the next write begins at once.
    void page.acknowledged(write);
  }
}

/** Runs in the page: what is there, as the number of entries by write. */
async function readBack(): Promise<{ writes: [number, number][]; damaged: number }> {
  const { createDeviceId, openIndexedDbStore, openRecord } = (
    globalThis as unknown as { Unclench: typeof Unclench }
  ).Unclench;
  const store = await openIndexedDbStore("killed");
  if (!store.ok) throw new Error(store.error.type);
  const device = createDeviceId(new Uint8Array([1]));
  const opened = await openRecord({ store: store.value, now: Date.now, device });
  if (!opened.ok) throw new Error(opened.error.type);
  const writes = new Map<number, number>();
  for (const { id } of opened.value.operations()) {
    const write = Number(id.split("/")[0]);
    writes.set(write, (writes.get(write) ?? 0) + 1);
  }
  const damaged = opened.value.damaged;
  opened.value.close();
  return { writes: [...writes], damaged };
}

const sizeOf = (write: number): number => (write % IMPORT_EVERY === IMPORT_EVERY - 1 ? IMPORT_SIZE : 1);

/** Kills `kills` browsers at moments drawn from `seed`, each while it writes, and counts what is missing. */
export async function killWhileWriting(kills: number, seed = 7): Promise<Killed> {
  const began = performance.now();
  const chance = chanceOf(seed);
  const script = await recordScript();
  const site = await emptySite();
  const folder = mkdtempSync(join(tmpdir(), "unclench-killed-"));
  const acknowledged = new Set<number>();
  const seen = { lost: 0, torn: 0, damaged: 0 };
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const { page, kill: end } = await killableBrowser(folder);
      try {
        await page.goto(site.address);
        await page.evaluate(script);
        const { writes, damaged } = await page.evaluate(readBack);
        const there = new Map(writes);
        for (const write of acknowledged) {
          const found = there.get(write) ?? 0;
          if (found < sizeOf(write)) seen.lost += sizeOf(write) - found;
        }
        for (const [write, found] of there) if (found !== sizeOf(write)) seen.torn += 1;
        seen.damaged += damaged;
        // The last browser only reads.
        if (kill === kills) continue;
        const first = Math.max(-1, ...there.keys()) + 1;
        const begun = Promise.withResolvers<void>();
        await page.exposeFunction("acknowledged", (write: number) => {
          acknowledged.add(write);
          begun.resolve();
        });
        // Ends with the browser.
        page
          .evaluate(writeWithoutPause, [first, IMPORT_EVERY, IMPORT_SIZE] as [number, number, number])
          .catch((error: unknown) => begun.reject(error));
        await begun.promise;
        await new Promise((moment) => setTimeout(moment, chance() * 700));
      } finally {
        await end();
      }
    }
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    kills,
    acknowledged: acknowledged.size,
    entries: [...acknowledged].reduce((sum, write) => sum + sizeOf(write), 0),
    ...seen,
    seconds: (performance.now() - began) / 1000,
  };
}

/** `npm run prove`: 50 kills, as a page of docs. */
export default async function prove(): Promise<Record<string, string>> {
  const { kills, acknowledged, entries, lost, torn, damaged } = await killWhileWriting(50);
  return {
    "docs/proof/killed.md": `# Killing the browser while it writes

Written by \`npm run prove\`. A real Chromium writes check-ins, and every tenth time an import of ${IMPORT_SIZE} entries, without
pause; at a drawn moment all its processes are killed (SIGKILL). The next one opens the same profile, counts, and goes on.

| what | count |
| --- | --- |
| browsers killed while writing | ${kills} |
| writes acknowledged before a kill | ${acknowledged} |
| entries in them | ${entries} |
| acknowledged entries lost | ${lost} |
| writes found in part | ${torn} |
| entries that could not be opened | ${damaged} |

It shows that the app keeps its word when the browser dies. It does not show what a device does that loses power: there the
promise rests on the browser's strict durability.
`,
  };
}
