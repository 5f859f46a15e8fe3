/**
 * Makes the app work without a connection after one visit: the diary, the verdict and "Needs help today?" always, a
 * comparison once it was looked at.
 *
 * Pages and their data come from the network if it answers and from the device if it does not, so nobody is left on an
 * old page. Scripts and styles have their content in their names and never change: those come from the device first.
 * Nothing is ever fetched from anywhere but the app's own address.
 */
(() => {
  /** Written in by the build: a name that changes with the content, and what is kept from the first visit on. */
  const BUILD = "__BUILD__";
  const KEPT_FROM_THE_FIRST_VISIT = JSON.parse("__KEPT__") as string[];

  const worker = self as unknown as ServiceWorkerGlobalScope;
  const PAGES = `pages-${BUILD}`;
  const ASSETS = "assets";
  const FALLBACK = "/__spa-fallback.html";
  /** A connection that takes longer than this to answer is as good as none. */
  const PATIENCE_MS = 4_000;

  const isAsset = (path: string): boolean => path.startsWith("/assets/");
  /** "/diary/", "/diary" and "/diary?day=…" are one page. */
  const pageKey = ({ origin, pathname }: URL): string => origin + (pathname.replace(/\/$/, "") || "/");

  worker.addEventListener("install", (event) => {
    event.waitUntil(
      (async () => {
        const pages = await caches.open(PAGES);
        const assets = await caches.open(ASSETS);
        await Promise.all(
          KEPT_FROM_THE_FIRST_VISIT.map(async (path) => {
            if (isAsset(path) && (await assets.match(path)) !== undefined) return;
            const answer = await fetch(path, { cache: "no-cache" });
            if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
            await (isAsset(path) ? assets : pages).put(path, answer);
          }),
        );
      })(),
    );
  });

  worker.addEventListener("activate", (event) => {
    event.waitUntil(
      (async () => {
        for (const name of await caches.keys()) {
          if (name.startsWith("pages-") && name !== PAGES) await caches.delete(name);
        }
        const assets = await caches.open(ASSETS);
        for (const { url } of await assets.keys()) {
          if (!KEPT_FROM_THE_FIRST_VISIT.includes(new URL(url).pathname)) await assets.delete(url);
        }
        await worker.clients.claim();
      })(),
    );
  });

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== worker.location.origin) return;
    if (isAsset(url.pathname)) event.respondWith(fromDevice(url.pathname));
    else event.respondWith(fromNetwork(request, url));
  });

  async function fromDevice(path: string): Promise<Response> {
    const assets = await caches.open(ASSETS);
    const known = await assets.match(path);
    if (known !== undefined) return known;
    const answer = await fetch(path);
    if (answer.ok) await assets.put(path, answer.clone());
    return answer;
  }

  async function fromNetwork(request: Request, url: URL): Promise<Response> {
    const pages = await caches.open(PAGES);
    const key = pageKey(url);
    try {
      const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.ok) await pages.put(key, answer.clone());
      return answer;
    } catch (reason) {
      const known = await pages.match(key);
      if (known !== undefined) return known;
      const fallback = request.mode === "navigate" ? await pages.match(FALLBACK) : undefined;
      if (fallback !== undefined) return fallback;
      throw reason;
    }
  }
})();
