/** What the head of a page tells search engines and whoever shares it; see docs/decisions/0058-finish-of-every-page.md. */
import type { FinishedPage } from "./finishedPage.ts";
import { aboutOf, isMedical, isOwnRoom, kindOf, kindTitles, pictureOf } from "./kinds.ts";

export type Site = {
  /** "https://unclench.example"; null: not known at this build */
  readonly address: string | null;
  /** every page's path → its title, for the way back to the start */
  readonly titles: ReadonlyMap<string, string>;
  /** days on which the words of a page were last checked, where a page says so */
  readonly checked: ReadonlyMap<string, string>;
  /** the feed has entries */
  readonly hasFeed: boolean;
};

const NAME = "Unclench";

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** JSON that cannot end the script that holds it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** "Which sign is it? · Unclench" → "Which sign is it?" */
export const ownTitle = (title: string): string => title.replace(/ · Unclench$/, "");

/** "/learn/signs" → ["/", "/learn", "/learn/signs"], where there are such pages. */
export function wayTo(path: string, titles: ReadonlyMap<string, string>): string[] {
  const parts = path === "/" ? [] : path.slice(1).split("/");
  const steps = parts.map((_, place) => `/${parts.slice(0, place + 1).join("/")}`);
  return ["/", ...steps].filter((step) => titles.has(step));
}

/** [WB-06] Structured data in the words of schema.org. Addresses without a site are read against the page itself (JSON-LD 1.1). */
export function structuredData(page: FinishedPage, site: Site): object[] {
  const full = (path: string): string => `${site.address ?? ""}${path}`;
  const name = ownTitle(page.title ?? NAME);
  const publisher = { "@type": "Organization", name: NAME, url: full("/"), logo: full("/icon.svg") };
  const common = {
    "@context": "https://schema.org",
    name,
    description: page.description ?? undefined,
    url: full(page.path),
    inLanguage: "en",
    isAccessibleForFree: true,
    publisher,
  };
  if (page.path === "/") {
    const search = {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${full("/search")}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    };
    return [{ ...common, "@type": "WebSite", name: NAME, potentialAction: search }];
  }
  const checked = site.checked.get(page.path);
  const content = isMedical(page.path)
    ? {
        ...common,
        "@type": "MedicalWebPage",
        about: aboutOf(page.path),
        ...(checked === undefined ? {} : { lastReviewed: checked }),
      }
    : { ...common, "@type": "WebPage" };
  const way = wayTo(page.path, site.titles).map((step, place) => ({
    "@type": "ListItem",
    position: place + 1,
    name: step === "/" ? NAME : ownTitle(site.titles.get(step) ?? ""),
    item: full(step),
  }));
  return [content, { "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: way }];
}

/**
 * [WB-05] The tags that are added to a page's head. Each bears `data-of-page`: after a step from page to page inside the
 * app they would speak of the page before, so the app takes them out.
 */
export function headTags(page: FinishedPage, site: Site): string {
  const title = ownTitle(page.title ?? NAME);
  const description = page.description ?? "";
  const property = (name: string, content: string) =>
    `<meta data-of-page property="${name}" content="${escaped(content)}"/>`;
  const named = (name: string, content: string) =>
    `<meta data-of-page name="${name}" content="${escaped(content)}"/>`;
  const tags = [
    property("og:site_name", NAME),
    property("og:type", kindOf(page.path) === "article" && page.path !== "/articles" ? "article" : "website"),
    property("og:locale", "en_GB"),
    property("og:title", title),
    property("og:description", description),
    named("twitter:card", site.address === null ? "summary" : "summary_large_image"),
  ];
  if (isOwnRoom(page.path)) tags.push(named("robots", "noindex"));
  if (site.address !== null) {
    const address = `${site.address}${page.path}`;
    const picture = `${site.address}/share/${pictureOf(page.path)}.png`;
    tags.push(
      `<link data-of-page rel="canonical" href="${escaped(address)}"/>`,
      property("og:url", address),
      property("og:image", picture),
      property("og:image:width", "1200"),
      property("og:image:height", "630"),
      property(
        "og:image:alt",
        pictureOf(page.path) === kindOf(page.path) ? kindTitles[kindOf(page.path)] : title,
      ),
    );
  }
  if (site.hasFeed)
    tags.push(
      `<link rel="alternate" type="application/atom+xml" title="${NAME}: what was changed" href="/feed.xml"/>`,
    );
  for (const data of structuredData(page, site))
    tags.push(`<script data-of-page type="application/ld+json">${inScript(data)}</script>`);
  return tags.join("");
}
