/** The finish of every page: what it adds, and what it does not let pass. */
import { describe, expect, it } from "vitest";
import { publicAddress } from "../apps/web/finish/address.ts";
import { faultsOf } from "../apps/web/finish/faults.ts";
import { type FinishedPage, readFinishedPage } from "../apps/web/finish/finishedPage.ts";
import { headTags, type Site, structuredData } from "../apps/web/finish/head.ts";
import { shareDrawing, sharePicture } from "../apps/web/finish/sharePicture.ts";
import { feed, robots, siteMap } from "../apps/web/finish/lists.ts";

const page = (
  path: string,
  { title = `Title of ${path}`, head = "", body = "", description = "What it says." } = {},
): FinishedPage =>
  readFinishedPage(
    path,
    `<!DOCTYPE html><html lang="en"><head><title>${title}</title><meta name="description" content="${description}"/>${head}</head><body><main><h1>Heading</h1>${body}</main></body></html>`,
  );

const faults = (body: string, files: readonly string[] = []): string[] =>
  faultsOf([page("/a", { body }), page("/b", { body: '<h2 id="here">Here</h2>' })], new Set(files));

describe("what the finish does not let pass", () => {
  it("[WB-01] finds nothing on a sound page", () => {
    expect(
      faults(
        `<a href="/b#here">On</a><a href="#top" id="top">Up</a><a href="/b?x=1">B</a><a href="https://example.org">Out</a>
         <a href="mailto:x@example.org">Mail</a><a href="/"><img src="/p.png" alt="Start"/></a>
         <a href="/b" aria-label="To B"><svg aria-hidden="true"><title>b</title></svg></a>
         <svg role="img" aria-label="A hill"><svg></svg></svg><svg><title>A line</title></svg>
         <svg role="img" aria-labelledby="top"></svg><div aria-hidden="true"><svg></svg></div>
         <img src="/p.png" alt=""/>`,
        ["/p.png"],
      ).filter((fault) => !fault.includes("links to /,")),
    ).toEqual([]);
  });

  it("[WB-01] says what is missing, where, and what to do", () => {
    const bare = readFinishedPage("/bare", "<html><head></head><body><h1>A</h1><h1></h1></body></html>");
    expect(faultsOf([bare], new Set())).toEqual([
      "/bare has no title: give the route one in its `meta`",
      "/bare has no description: give the route one in its `meta`",
      "/bare has 2 first-level headings (h1), and one is wanted",
      "/bare has a first-level heading without words",
    ]);
    const titled = readFinishedPage("/drawn", "<body><svg><title>No title of a page</title></svg></body>");
    expect(titled.title).toBeNull();
    expect(faultsOf([titled], new Set())).toContain(
      "/drawn has 0 first-level headings (h1), and one is wanted",
    );
  });

  it("[WB-01] finds doubled ids, links without a name and pictures without words", () => {
    for (const [body, fault] of [
      ['<p id="x"></p><p id="x"></p>', '/a has the id "x" more than once'],
      ['<a href="/b"> </a>', "/a has a link without a name to /b: give it words or an aria-label"],
      [
        '<a href="/b"><span aria-hidden="true">→</span></a>',
        "/a has a link without a name to /b: give it words or an aria-label",
      ],
      [
        '<svg class="hill"><path d="M0 0"/></svg>',
        '/a has a picture without words, <svg class="hill">: give it alt or aria-label, or aria-hidden if it only decorates',
      ],
      [
        '<img src="/p.png"/>',
        '/a has a picture without words, <img class="">: give it alt or aria-label, or aria-hidden if it only decorates',
      ],
      [
        '<svg role="img" aria-labelledby="nobody"></svg>',
        '/a has a picture without words, <svg class="">: give it alt or aria-label, or aria-hidden if it only decorates',
      ],
    ] as const)
      expect(faults(body, ["/p.png"]), body).toEqual([fault]);
  });

  it("[WB-02] finds dead links, dead places on pages and missing files", () => {
    for (const [body, fault] of [
      ['<a href="/c">C</a>', "/a links to /c, and there is no such page"],
      ['<a href="/b#there">B</a>', '/a links to /b#there, and nothing on /b has the id "there"'],
      ['<a href="#there">B</a>', '/a links to #there, and nothing on /a has the id "there"'],
      ['<img src="/gone.png" alt=""/>', "/a fetches /gone.png, and there is no such file"],
      ['<script src="/gone.js"></script>', "/a fetches /gone.js, and there is no such file"],
    ] as const)
      expect(faults(body), body).toEqual([fault]);
    expect(faults('<a href="/feed.xml">Feed</a>', ["/feed.xml"])).toEqual([]);
    // A slash at the end is the same page; what stands on the device's own pages is drawn later.
    expect(faults('<a href="/b/">B</a>')).toEqual([]);
    expect(
      faultsOf([page("/a", { body: '<a href="/diary/data#copy">D</a>' }), page("/diary/data")], new Set()),
    ).toEqual([]);
  });

  it("[WB-03] finds two pages with the same title", () => {
    expect(faultsOf([page("/a", { title: "Same" }), page("/b", { title: "Same" })], new Set())).toEqual([
      '/a, /b have the same title "Same": say in each what it is about',
    ]);
  });
});

const site = (address: string | null): Site => ({
  address,
  titles: new Map([
    ["/", "Unclench: when muscles won’t let go"],
    ["/learn", "Learn about spasticity · Unclench"],
    ["/learn/cp", "Cerebral palsy · Unclench"],
    ["/treatments/tizanidine", "Tizanidine in practice · Unclench"],
    ["/articles/stretching", "Stretching · Unclench"],
  ]),
  checked: new Map([["/articles/stretching", "2026-11-26"]]),
  hasFeed: true,
});
const pageOf = (path: string): FinishedPage => page(path, { title: site(null).titles.get(path) ?? path });
const ADDRESS = "https://unclench.example";

describe("what the finish adds", () => {
  it("[WB-04] takes the address that is given, and makes none up", () => {
    expect(publicAddress(undefined)).toBeNull();
    expect(publicAddress(" ")).toBeNull();
    expect(publicAddress("https://unclench.example/")).toBe(ADDRESS);
    for (const wrong of ["unclench", "ftp://unclench.example", "https://unclench.example/app"])
      expect(() => publicAddress(wrong)).toThrow(`UNCLENCH_ADDRESS is "${wrong}"`);
    const without = headTags(pageOf("/learn/cp"), site(null));
    expect(without).not.toMatch(/canonical|og:url|og:image|https:\/\/(?!schema\.org)/);
    const given = headTags(pageOf("/learn/cp"), site(ADDRESS));
    expect(given).toContain(`<link data-of-page rel="canonical" href="${ADDRESS}/learn/cp"/>`);
    expect(given).toContain(`content="${ADDRESS}/share/learn.png"`);
  });

  it("[WB-10] draws the same picture for the same title, in the house typeface", async () => {
    const title = "Physiotherapy routines that make a difference, and those that don’t";
    const drawing = shareDrawing(title, "Free");
    expect(shareDrawing(title, "Free") === drawing).toBe(true);
    // Letters are drawn as shapes: no typeface is asked for where it is shown.
    expect(/<text|NaN/.test(drawing)).toBe(false);
    expect(drawing.match(/<path/g)?.length).toBeGreaterThanOrEqual(1 + 1 + 3 + 1);
    const picture = Buffer.from(await sharePicture(title, "Free"));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(picture.length).toBeLessThan(60_000);
    const article = headTags(pageOf("/articles/stretching"), site(ADDRESS));
    expect(article).toContain(`content="${ADDRESS}/share/article-stretching.png"`);
    expect(article).toContain('property="og:image:alt" content="Stretching"');
  });

  it("[WB-05] tells who shares a page its title and description, made harmless", () => {
    const tags = headTags(page("/learn/x", { title: 'A "b" &lt;c> · Unclench' }), site(null));
    expect(tags).toContain('property="og:title" content="A &quot;b&quot; &lt;c&gt;"');
    expect(tags).toContain('property="og:description" content="What it says."');
    expect(tags).toContain('name="twitter:card" content="summary"');
    expect(tags).not.toContain("noindex");
    for (const path of ["/settings", "/diary/data", "/relief/walking/go"])
      expect(headTags(page(path), site(null)), path).toContain('name="robots" content="noindex"');
    // Nothing in a title can end the script that holds it.
    const evil = headTags(page("/learn/x", { title: "&lt;/script>" }), site(null));
    expect(evil.match(/<\/script>/g)).toHaveLength(2);
  });

  it("[WB-06] says what kind of page it is, what it is about and the way to it", () => {
    expect(structuredData(pageOf("/"), site(ADDRESS))).toMatchObject([
      {
        "@type": "WebSite",
        name: "Unclench",
        potentialAction: { target: { urlTemplate: `${ADDRESS}/search?q={search_term_string}` } },
      },
    ]);
    expect(structuredData(pageOf("/learn/cp"), site(ADDRESS))).toMatchObject([
      {
        "@type": "MedicalWebPage",
        url: `${ADDRESS}/learn/cp`,
        about: [{ name: "Muscle spasticity" }, { "@type": "MedicalCondition", name: "Cerebral palsy" }],
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { position: 1, name: "Unclench", item: `${ADDRESS}/` },
          { position: 2, name: "Learn about spasticity", item: `${ADDRESS}/learn` },
          { position: 3, name: "Cerebral palsy", item: `${ADDRESS}/learn/cp` },
        ],
      },
    ]);
    const [drug] = structuredData(pageOf("/treatments/tizanidine"), site(null));
    expect(drug).toMatchObject({ about: [{}, { "@type": "Drug", name: "Tizanidine" }] });
    expect(drug).not.toHaveProperty("lastReviewed");
    expect(structuredData(pageOf("/articles/stretching"), site(null))[0]).toMatchObject({
      lastReviewed: "2026-11-26",
    });
    expect(structuredData(page("/about"), site(null))[0]).toMatchObject({ "@type": "WebPage" });
  });

  it("[WB-07] lists every page that anyone can read", () => {
    const map = siteMap(
      ["/", "/learn", "/settings", "/diary", "/diary/data", "/relief/walking/go", "/articles/stretching"],
      ADDRESS,
      site(null).checked,
    );
    expect([...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at]) => at)).toEqual(
      ["/", "/learn", "/diary", "/articles/stretching"].map((path) => ADDRESS + path),
    );
    expect(map.match(/<lastmod>/g)).toHaveLength(1);
    expect(robots(ADDRESS)).toContain(`Sitemap: ${ADDRESS}/sitemap.xml`);
    expect(robots(null)).not.toContain("Sitemap");
    expect(robots(null)).toContain("Allow: /");
  });

  it("[WB-08] makes a feed of the change logs, newest first, the same at every build", () => {
    const changes = [
      { path: "/articles/b", title: "B & more", on: "2026-11-25", what: "Written." },
      { path: "/articles/a", title: "A", on: "2026-11-26", what: "Written." },
    ];
    const made = feed(changes, null) ?? "";
    expect(
      [...made.matchAll(/<entry><id>(urn:uuid:[^<]*)<\/id><title>([^<]*)/g)].map(([, , title]) => title),
    ).toEqual(["A", "B &amp; more"]);
    expect(made).toContain("<updated>2026-11-26T00:00:00Z</updated>");
    for (const [id] of made.matchAll(/urn:uuid:[^<]*/g))
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set([...made.matchAll(/urn:uuid:[^<]*/g)].map(([id]) => id)).size).toBe(3);
    expect(feed(changes.toReversed(), null)).toBe(made);
    expect(feed(changes, ADDRESS)).toContain(`<link href="${ADDRESS}/articles/a"/>`);
    expect(feed([], ADDRESS)).toBeNull();
  });
});
