import type { RequestListener } from "node:http";

/** The built app as a request handler: static files, the fallback page for unknown addresses, strict headers. */
export function createSite(folder?: string): RequestListener;
