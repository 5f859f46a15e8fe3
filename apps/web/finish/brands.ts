/**
 * After the build: an address for every brand and other name of a treatment. Each is a page of a few lines with a plain link
 * (and, where there is no choice, a step onwards by itself), so that it costs the app and its memory nothing.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrandPage, brandPages } from "@unclench/answers/brand-pages";

const built = join(import.meta.dirname, "../build/client/treatments");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function html({ name, to }: BrandPage): string {
  const [only, ...others] = to;
  const onwards =
    only === undefined || others.length > 0
      ? '<meta name="robots" content="noindex">'
      : `<meta http-equiv="refresh" content="0; url=${only.to}"><link rel="canonical" href="${only.to}">`;
  const links = to.map((way) => `<li><a href="${way.to}">${escaped(way.text)}</a></li>`).join("");
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(name)} · Unclench</title><meta name="description" content="${escaped(name)}: another name of a treatment, and the way to its page.">${onwards}<style>body{font:1.25rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:36rem;padding:0 1rem;color-scheme:light dark}a{display:inline-block;padding:.7rem 0;min-height:48px;min-width:48px;box-sizing:border-box}ul{list-style:none;padding:0}li+li{margin-top:12px}</style></head><body><main><h1>${escaped(name)}</h1><p>${
    others.length > 0 ? "This name stands for more than one treatment. Which one?" : "Another name for:"
  }</p><ul>${links}</ul><p><a href="/help-today">Needs help today?</a></p><p>Do not stop a medicine or a pump suddenly: stopping can be dangerous.</p></main></body></html>`;
}

for (const page of brandPages()) {
  const folder = join(built, page.slug);
  if (existsSync(join(folder, "index.html")))
    throw new Error(`treatments/${page.slug}: a brand has the address of a treatment`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), html(page));
}
