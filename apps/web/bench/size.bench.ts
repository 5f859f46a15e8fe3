/** What a page brings over the wire, compressed as a web server would: the text first, then what enlivens it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const built = join(import.meta.dirname, "../build/client");
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const zipped = (path: string): number => gzipSync(readFileSync(join(built, path))).length;

/** Files of a kind that the page names, each once. */
function named(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, path = ""]) => path))];
}

function weigh(page: string): (string | number)[] {
  const file = join(page, "index.html");
  const html = readFileSync(join(built, file), "utf8");
  const styles = named(html, /href="(\/assets\/[^"]+\.css)"/g);
  const scripts = named(html, /"(\/assets\/[^"]+\.js)"/g);
  const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + zipped(path), 0);
  const text = zipped(file);
  const style = sum(styles);
  const script = sum(scripts);
  return [
    page === "" ? "/" : `/${page}`,
    kilobytes(text),
    kilobytes(style),
    kilobytes(script),
    kilobytes(text + style + script),
  ];
}

export default async function bench() {
  const pages = [
    "",
    "what-works",
    "what-works/stroke/upper-limb",
    "what-works/your-studies",
    "is-it-helping",
    "diary",
    "help-today",
  ];
  return {
    title: "Size of a page, kB gzipped (the typeface of 34 kB and the icon not counted)",
    columns: ["page", "text", "styles", "scripts", "together"],
    rows: pages.map(weigh),
  };
}
