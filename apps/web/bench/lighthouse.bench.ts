/**
 * What Lighthouse finds on the kinds of pages that anyone may open, as on a slow phone and on a desktop. It is fetched for
 * the run (176 MB with all that it brings) and so is no dependency: `npm start` would have to install it for everybody.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findChromium } from "../../../scripts/lib/chromium.mjs";
import { createSite } from "../../../scripts/lib/site.mjs";

const LIGHTHOUSE = "lighthouse@13.5.0";
const pages = ["/", "/treatments/baclofen-oral", "/articles/stretching", "/what-works/stroke/upper-limb"];
/** A clock on a shared machine: the middle of so many runs. */
const RUNS = 3;

type Report = {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
};

/** One run in a process of its own; Lighthouse speaks with the browser, and the server here must go on answering. */
async function look(url: string, preset: "phone" | "desktop", chromium: string): Promise<Report> {
  const child = spawn(
    "npm",
    [
      ...["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", url, "--quiet", "--output=json"],
      ...["--no-enable-error-reporting", "--chrome-flags=--headless=new --no-sandbox"],
      ...(preset === "desktop" ? ["--preset=desktop"] : []),
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  const [code] = await once(child, "close");
  if (code !== 0)
    throw new Error(`${LIGHTHOUSE} could not look at ${url}: is the network there to fetch it?`);
  return JSON.parse(Buffer.concat(parts).toString()) as Report;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export default async function bench() {
  const chromium = await findChromium();
  const server = createServer(createSite());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rows: (string | number)[][] = [];
  for (const page of pages)
    for (const preset of ["phone", "desktop"] as const) {
      const reports: Report[] = [];
      for (let run = 0; run < RUNS; run++) reports.push(await look(address + page, preset, chromium));
      const score = (name: string) =>
        middle(reports.map(({ categories }) => Math.round((categories[name]?.score ?? 0) * 100)));
      const took = (name: string) =>
        middle(reports.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN));
      rows.push([
        `${page}, ${preset}`,
        score("performance"),
        score("accessibility"),
        score("best-practices"),
        score("seo"),
        (took("largest-contentful-paint") / 1000).toFixed(1),
        Math.round(took("total-blocking-time")),
        took("cumulative-layout-shift").toFixed(3),
      ]);
    }
  server.close();
  return {
    title: `Lighthouse (${LIGHTHOUSE}, Chromium, its own simulated slow phone and desktop; middle of ${RUNS} runs)`,
    columns: [
      "page",
      "performance",
      "accessibility",
      "best practices",
      "SEO",
      "largest paint, s",
      "blocked, ms",
      "layout shift",
    ],
    rows,
  };
}
