/** What a page brings over the wire, compressed as our server sends it: to be read, and when it wakes. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const built = join(import.meta.dirname, "../build/client");
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const zipped = (path: string): number => gzipSync(readFileSync(join(built, path))).length;

/** Files of a kind that the page names, each once. */
function named(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, path = ""]) => path))];
}

const TYPEFACE = 34_000;

function weigh(page: string): (string | number)[] {
  const file = join(page, "index.html");
  const html = readFileSync(join(built, file), "utf8");
  const styles = named(html, /href="(\/assets\/[^"]+\.css)"/g);
  const scripts = named(html, /[" ](\/assets\/[^" ]+\.js)/g);
  const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + zipped(path), 0);
  const text = zipped(file);
  const style = sum(styles);
  const sleeps = html.includes('id="asleep"');
  const madeOf = join(page, "made-of.js");
  // The check-in has none: it wakes by itself.
  const script = sum(scripts) + (existsSync(join(built, madeOf)) ? zipped(madeOf) : 0);
  const first = text + style + TYPEFACE + (sleeps ? 0 : script);
  return [
    page === "" ? "/" : `/${page}`,
    kilobytes(text),
    kilobytes(first),
    sleeps ? kilobytes(script) : "at once",
  ];
}

export default async function bench() {
  const pages = [
    "",
    "what-works",
    "what-works/stroke/upper-limb",
    "what-works/stroke/upper-limb/side-by-side",
    "treatments/tizanidine",
    "what-works/your-studies",
    "is-it-helping",
    "diary",
    "help-today",
  ];
  return {
    title: "Size of a page on the first visit, kB gzipped",
    columns: ["page", "text", "with styles and typeface", "scripts, once someone reaches for more"],
    rows: pages.map(weigh),
  };
}
