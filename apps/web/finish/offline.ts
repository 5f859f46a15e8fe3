/** After the build: writes the service worker with the list of what it keeps from the first visit on. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { addressOf, built, builtFiles } from "./built.ts";

/** Pages that must work without a connection; comparisons and side effects are kept once they were looked at. */
const pages = [
  "/",
  "/what-works",
  "/what-to-avoid",
  "/is-it-helping",
  "/diary",
  "/relief/plan",
  "/relief",
  "/relief/all",
  "/help-today",
  "/articles",
  "/learn",
  "/treatments",
  "/experiences",
  "/search",
  "/about",
  "/about/intended-use",
  "/show-me",
];

/**
 * A condition's page of places, but not the comparisons below it; what to avoid, but not the side effects of each treatment.
 * What a page is made of is kept with it.
 */
const isKept = (path: string): boolean =>
  (path.endsWith("/made-of.js") && isKept(path.replace(/\/made-of\.js$/, "") || "/")) ||
  path.startsWith("/assets/") ||
  path === "/__spa-fallback.html" ||
  /^\/(icon|icon-maskable)\.svg$/.test(path) ||
  path === "/app.webmanifest" ||
  path === "/search.json" ||
  pages.includes(path.replace(/\.data$/, "")) ||
  // Of a routine only what its page is made of; the fallback draws it.
  /^\/relief\/[^/.]+\.data$/.test(path) ||
  /^\/(diary\/[^/]+|learn\/[^/.]+|what-works\/[^/.]+|what-to-avoid\/([^/.]+|stopping\/[^/.]+))(\.data)?$/.test(
    path,
  );

const files = builtFiles().filter((file) => file !== "sw.js");
const kept = files.map(addressOf).filter(isKept);
const content = createHash("sha256");
for (const file of files) content.update(file).update(readFileSync(join(built, file)));

const source = readFileSync(join(import.meta.dirname, "sw.ts"), "utf8");
const script = stripTypeScriptTypes(source)
  .replace("__BUILD__", content.digest("hex").slice(0, 16))
  .replace('"__KEPT__"', JSON.stringify(JSON.stringify(kept)));
writeFileSync(join(built, "sw.js"), script);
