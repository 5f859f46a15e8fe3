// The built app as a request handler: static files, the fallback page for unknown addresses, strict headers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import { root } from "./house.mjs";

/** Nothing of the app may be loaded from, or sent to, anywhere else. The hashes of inline scripts vary per page. */
const headers = {
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

export function createSite(folder = join(root, "apps/web/build/client")) {
  const fallback = readFileSync(join(folder, "__spa-fallback.html"));
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    // Written beside each file after the build.
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (path === "/sw.js") response.setHeader("Cache-Control", "no-cache");
      if (path.startsWith("/assets/")) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      }
    },
  });
  return (request, response) => {
    files(request, response, () => {
      const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.statusCode = 404;
      response.setHeader(
        "Content-Type",
        wantsPage ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      );
      response.end(wantsPage ? fallback : "Not found");
    });
  };
}
