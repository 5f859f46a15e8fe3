/** After the build: tells search engines, feed readers and whoever shares a page what each page is. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publicAddress } from "./address.ts";
import { checkedDays, pageChanges } from "./pageDays.ts";
import { built, builtPages, fileOf } from "./built.ts";
import { headTags, ownTitle } from "./head.ts";
import { kindOf, kindTitles, pictureOf } from "./kinds.ts";
import { feed, robots, siteMap } from "./lists.ts";

const address = publicAddress(process.env.UNCLENCH_ADDRESS);
const pages = builtPages();
const changes = feed(pageChanges, address);
const site = {
  address,
  titles: new Map(pages.map(({ path, title }) => [path, title ?? ""])),
  checked: checkedDays,
  hasFeed: changes !== null,
};

for (const page of pages) {
  if (page.html.includes("data-of-page")) continue;
  writeFileSync(
    fileOf(page.path),
    page.html.replace("</head>", () => `${headTags(page, site)}</head>`),
  );
}
writeFileSync(join(built, "robots.txt"), robots(address));
if (changes !== null) writeFileSync(join(built, "feed.xml"), changes);
if (address !== null) {
  writeFileSync(
    join(built, "sitemap.xml"),
    siteMap(
      pages.map(({ path }) => path),
      address,
      checkedDays,
    ),
  );
  // Fetched by whoever shows the link, never by a reader of the page.
  mkdirSync(join(built, "share"), { recursive: true });
  const { sharePicture } = await import("./sharePicture.ts");
  const titles = new Map<string, string>();
  for (const { path, title } of pages)
    titles.set(
      pictureOf(path),
      pictureOf(path) === kindOf(path) ? kindTitles[kindOf(path)] : ownTitle(title ?? ""),
    );
  for (const [name, title] of titles)
    writeFileSync(
      join(built, "share", `${name}.png`),
      await sharePicture(title, "Free, private and sourced, for people who live with spasticity"),
    );
}
