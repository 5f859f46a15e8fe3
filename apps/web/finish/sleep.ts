/** After the build: lets every page that can be read sleep until someone reaches for more; see [Note: Pages that sleep]. */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { built } from "./built.ts";

/** These are nothing without their script: the diary, what is read from it, and what a person brings along, the card. */
const ALWAYS_AWAKE =
  /^(is-it-helping|diary|relief\/(plan|[^/]+\/go)|what-do-i-ask|settings|what-works\/your-studies|what-to-avoid\/(my-medicines|emergency-card))(\/|$)|^__spa-fallback/;

/** Awake soon, painted first. */
const WAKES_BY_ITSELF = /^diary$/;

const starter = stripTypeScriptTypes(readFileSync(join(import.meta.dirname, "wake.ts"), "utf8"))
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/^\s*\/\/.*$/gm, "")
  .replace(/^\s+/gm, "");

/** Takes exactly one piece out of a page; a page that no longer looks as expected stops the build. */
function takeOut(
  html: string,
  pattern: RegExp,
  file: string,
): { before: string; piece: string; after: string } {
  const found = [...html.matchAll(pattern)];
  const [match] = found;
  if (match === undefined || found.length > 1)
    throw new Error(`${file}: ${found.length} places match ${pattern}, and one was expected`);
  const [whole, piece = ""] = match;
  return { before: html.slice(0, match.index), piece, after: html.slice(match.index + whole.length) };
}

function asleep(html: string, file: string): { html: string; madeOf: string } {
  const quiet = html.replace(/<link rel="modulepreload"[^>]*>/g, "");
  const entry = takeOut(quiet, /<script type="module" async="">([\s\S]*?)<\/script>/g, file);
  const sleeping = `${entry.before}<script type="text/plain" id="asleep">${entry.piece}</script>${entry.after}`;
  // The elements stay, for React counts them when it wakes; only what they say goes into the file.
  const data = takeOut(
    sleeping,
    /<script>(window\.__reactRouterContext\.streamController\.enqueue\([\s\S]*?)<\/script>/g,
    file,
  );
  const close = takeOut(
    `${data.before}<script></script>${data.after}`,
    /<script>(window\.__reactRouterContext\.streamController\.close\(\);)<\/script>/g,
    file,
  );
  return { html: `${close.before}<script></script>${close.after}`, madeOf: `${data.piece}\n${close.piece}` };
}

/** Only the scripts wait; what the page was made of is little and stays in it. */
function wakingByItself(html: string, file: string): string {
  const also = [...html.matchAll(/<link rel="modulepreload" href="([^"]*)"[^>]*>/g)].map(([, href]) => href);
  const quiet = html.replace(/<link rel="modulepreload"[^>]*>/g, "");
  const entry = takeOut(quiet, /<script type="module" async="">([\s\S]*?)<\/script>/g, file);
  return `${entry.before}<script type="text/plain" id="asleep" data-also="${also.join(" ")}">${entry.piece}</script>${entry.after}`;
}

/** `data` is null where the page wakes by itself. */
const withStarter = (html: string, madeOf: string, data: string | null): string =>
  html.replace(
    "</head>",
    () =>
      `<script>${starter
        .replace("__MADE_OF__", madeOf)
        .replace("__DATA__", data ?? "")
        .replace("__WAKES__", data === null ? "yes" : "no")}</script></head>`,
  );

for (const file of globSync("**/index.html", { cwd: built }).concat("index.html")) {
  const folder = dirname(file);
  const wakes = WAKES_BY_ITSELF.test(folder);
  if (ALWAYS_AWAKE.test(folder) && !wakes) continue;
  const path = join(built, file);
  const page = readFileSync(path, "utf8");
  if (page.includes('id="asleep"')) continue;
  if (wakes) {
    writeFileSync(path, withStarter(wakingByItself(page, file), "", null));
    continue;
  }
  const { html, madeOf } = asleep(page, file);
  const data = folder === "." ? "_root.data" : `${folder}.data`;
  const source = folder === "." ? "/made-of.js" : `/${folder.replaceAll("\\", "/")}/made-of.js`;
  // A page that asked for nothing at the build has none.
  const hasData = existsSync(join(built, data)) ? `/${data.replaceAll("\\", "/")}` : "";
  writeFileSync(join(built, folder, "made-of.js"), madeOf);
  writeFileSync(path, withStarter(html, source, hasData));
}
