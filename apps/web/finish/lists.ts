/** The lists that machines read: the site map, the rules for robots, and the feed. */
import { createHash } from "node:crypto";
import { escaped } from "./head.ts";
import { isOwnRoom } from "./kinds.ts";

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** [WB-07] Every page that anyone can read, with the day it was last checked where the page says one. */
export function siteMap(
  paths: readonly string[],
  address: string,
  checked: ReadonlyMap<string, string>,
): string {
  const entries = paths
    .filter((path) => !isOwnRoom(path))
    .map((path) => {
      const day = checked.get(path);
      return `<url><loc>${escaped(address + path)}</loc>${day === undefined ? "" : `<lastmod>${day}</lastmod>`}</url>`;
    });
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}

/** [WB-07] Everything may be read. The files of a page that sleeps are no pages. */
export const robots = (address: string | null): string =>
  ["User-agent: *", "Allow: /", "Disallow: /*/made-of.js", "Disallow: /*.data$", ""]
    .concat(address === null ? [] : [`Sitemap: ${address}/sitemap.xml`, ""])
    .join("\n");

/** What was changed on a page, and on which day: as its change log says. */
export type Change = {
  readonly path: string;
  readonly title: string;
  readonly on: string;
  readonly what: string;
};

/** A name that stays the same wherever the site stands (RFC 9562, version 8: from a hash of ours). */
function urn(text: string): string {
  const hex = createHash("sha256").update(`unclench ${text}`).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Change logs know days, no hours. */
const moment = (day: string): string => `${day}T00:00:00Z`;

/** [WB-08] The change logs as an Atom feed (RFC 4287), newest first; null without a single change. */
export function feed(changes: readonly Change[], address: string | null): string | null {
  const newest = changes.toSorted((a, b) => b.on.localeCompare(a.on) || a.path.localeCompare(b.path));
  const [latest] = newest;
  if (latest === undefined) return null;
  const full = (path: string): string => escaped(`${address ?? ""}${path}`);
  const entries = newest.map(
    ({ path, title, on, what }) =>
      `<entry><id>${urn(`${path} ${on} ${what}`)}</id><title>${escaped(title)}</title><updated>${moment(on)}</updated><link href="${full(path)}"/><summary>${escaped(what)}</summary></entry>`,
  );
  return `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>${urn("feed")}</id><title>Unclench: pages to read, and what was changed in them</title><updated>${moment(latest.on)}</updated><author><name>The makers of Unclench, not clinicians</name></author><link rel="self" href="${full("/feed.xml")}"/><link href="${full("/")}"/>\n${entries.join("\n")}\n</feed>\n`;
}
