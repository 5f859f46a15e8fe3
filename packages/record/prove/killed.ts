/**
 * Kills the browser while the record is being written, and looks afterwards whether everything that was acknowledged is
 * there. One process after the other works on the same profile, so that what one kill left behind meets the next.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type * as Unclench from "../src/index.ts";
import { isWhole } from "./levelLog.ts";
import { emptySite, killableBrowser, recordScript } from "./recordInBrowser.ts";

export type Killed = {
  readonly kills: number;
  /** after how many of them the end of a file was cut off, as a kill in the middle of a write leaves it */
  readonly cut: number;
  /** kills that by themselves left a write half on the device, in one copy; there the other was not cut as well */
  readonly halfWritten: number;
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
  /** how often the browser had lost its first copy, and the second gave it back */
  readonly broughtBack: number;
  readonly seconds: number;
};

/** Every tenth write is an import of several segments, the others are check-ins: both ways into the storage are killed. */
const IMPORT_EVERY = 10;
const IMPORT_SIZE = 1_200;

/** A kill rarely meets the instant in which a write is half on the device. After every fifth one it is made to have. */
const CUT_EVERY = 5;

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
async function readBack(): Promise<{ writes: [number, number][]; damaged: number; broughtBack: number }> {
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
  const { damaged, broughtBack } = opened.value;
  opened.value.close();
  return { writes: [...writes], damaged, broughtBack };
}

type Place = "first" | "second";

/** The newest log of LevelDB in the browser's first or second place; undefined if the browser keeps none there. */
function newestLog(profile: string, place: Place): string | undefined {
  const folder = join(profile, "Default", place === "first" ? "IndexedDB" : "WebStorage");
  const logs = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /indexeddb\.leveldb\/\d+\.log$/.test(path))
    .map((path) => join(folder, path))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  return logs[0];
}

/**
 * Cuts up to 2,000 bytes off the newest log of a place: what a write that was killed half-way leaves behind. False if the browser
 * keeps no such log.
 */
export function cutLog(profile: string, place: Place, bytes: number): boolean {
  const newest = newestLog(profile, place);
  if (newest === undefined) return false;
  truncateSync(newest, Math.max(0, statSync(newest).size - bytes));
  return true;
}

/** The copies whose last write is there in part. */
const tornPlaces = (profile: string): ReadonlySet<Place> =>
  new Set(
    (["first", "second"] as const).filter((place) => {
      const newest = newestLog(profile, place);
      return newest !== undefined && !isWhole(readFileSync(newest));
    }),
  );

const sizeOf = (write: number): number => (write % IMPORT_EVERY === IMPORT_EVERY - 1 ? IMPORT_SIZE : 1);

/**
 * Kills `kills` browsers at moments drawn from `seed`, each while it writes, and counts what is missing. After every
 * `cutEvery`th kill one of the two copies is left with a write that is there in part, the first and the second in turn.
 */
export async function killWhileWriting(kills: number, seed = 7, cutEvery = CUT_EVERY): Promise<Killed> {
  const began = performance.now();
  const chance = chanceOf(seed);
  const script = await recordScript();
  const site = await emptySite();
  const folder = mkdtempSync(join(tmpdir(), "unclench-killed-"));
  const expected = new Set<number>();
  let tornBefore: ReadonlySet<Place> = new Set();
  const seen = {
    cut: 0,
    halfWritten: 0,
    acknowledged: 0,
    entries: 0,
    lost: 0,
    torn: 0,
    damaged: 0,
    broughtBack: 0,
  };
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const { page, kill: end } = await killableBrowser(folder);
      try {
        await page.goto(site.address);
        await page.evaluate(script);
        const { writes, damaged, broughtBack } = await page.evaluate(readBack);
        if (broughtBack > 0) seen.broughtBack += 1;
        const there = new Map(writes);
        for (const write of expected) {
          const missing = sizeOf(write) - (there.get(write) ?? 0);
          if (missing <= 0) continue;
          seen.lost += missing;
          // Counted once, however often it is missed.
          expected.delete(write);
        }
        for (const [write, found] of there) if (found !== sizeOf(write)) seen.torn += 1;
        seen.damaged += damaged;
        // The last browser only reads.
        if (kill === kills) continue;
        const first = Math.max(-1, ...there.keys(), ...expected) + 1;
        const begun = Promise.withResolvers<void>();
        await page.exposeFunction("acknowledged", (write: number) => {
          expected.add(write);
          seen.acknowledged += 1;
          seen.entries += sizeOf(write);
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
      const torn = tornPlaces(folder);
      if ([...torn].some((place) => !tornBefore.has(place))) seen.halfWritten += 1;
      if ((kill + 1) % cutEvery === 0) {
        const place = seen.cut % 2 === 0 ? "first" : "second";
        // One kill tears one copy: where it has torn the other by itself, to cut this one would be a second kill at once.
        const other = place === "first" ? "second" : "first";
        if (!torn.has(other) && cutLog(folder, place, 9 + Math.floor(chance() * 2_000))) seen.cut += 1;
      }
      tornBefore = tornPlaces(folder);
    }
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return { kills, ...seen, seconds: (performance.now() - began) / 1000 };
}

/** `npm run prove`: 150 kills, as a page of docs. */
export default async function prove(): Promise<Record<string, string>> {
  const runs = [await killWhileWriting(50), await killWhileWriting(50, 8), await killWhileWriting(50, 9)];
  const sum = (what: keyof Killed): number => runs.reduce((total, run) => total + run[what], 0);
  return {
    "docs/proof/killed.md": `# Killing the browser while it writes

Written by \`npm run prove\`. A real Chromium writes check-ins, and every tenth time an import of ${IMPORT_SIZE} entries, without
pause; at a drawn moment all its processes are killed (SIGKILL). The next one opens the same profile, counts, and goes on.
Three profiles, ${runs[0]?.kills ?? 0} kills each. After every ${CUT_EVERY}th kill the newest log file of the first or the second copy, in turn,
is cut short, as if the kill had met the middle of a write; not where the kill itself has left the other copy so, because one kill
tears one copy.

| what | count |
| --- | --- |
| browsers killed while writing | ${sum("kills")} |
| of them followed by cutting a file short | ${sum("cut")} |
| kills that left a write half on the device by themselves | ${sum("halfWritten")} |
| writes acknowledged before a kill | ${sum("acknowledged")} |
| entries in them | ${sum("entries")} |
| times the browser had lost its first copy or the end of it, and the second gave it back | ${sum("broughtBack")} |
| acknowledged entries lost | ${sum("lost")} |
| writes found in part | ${sum("torn")} |
| entries that could not be opened | ${sum("damaged")} |

It shows that the app keeps its word when the browser dies, in a browser that has a second place for it (Chromium and its
kin). It does not show what a device does that loses power: there the promise rests on the browser's strict durability, and
on the second copy. Why there are two: [decision 61](../decisions/0061-two-copies.md).
`,
  };
}
