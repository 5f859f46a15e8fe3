import { useState } from "react";
import { Press } from "../controls/Press.tsx";

type Request = { readonly address: string; readonly here: boolean; readonly bytes: number | null };

/** The browser's own list of what this page has asked for since it was opened. */
function requestsSoFar(): readonly Request[] {
  return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].flatMap(
    (entry) => {
      // What a page makes in itself is no request.
      if (/^(blob|data):/.test(entry.name)) return [];
      const { origin, pathname } = new URL(entry.name, location.href);
      const here = origin === location.origin;
      const bytes = entry instanceof PerformanceResourceTiming ? entry.transferSize : null;
      return [{ address: here ? pathname : entry.name, here, bytes }];
    },
  );
}

/** What went over the network in this session: files of the app, and nothing to anyone else. */
export function NetworkLog() {
  const [requests, setRequests] = useState<readonly Request[] | null>(null);
  const elsewhere = requests?.filter(({ here }) => !here) ?? [];
  const fetched = requests?.filter(({ here }) => here) ?? [];
  const bytes = fetched.reduce((sum, request) => sum + (request.bytes ?? 0), 0);
  return (
    <section className="card" aria-labelledby="network">
      <h2 id="network">What went over the network</h2>
      <p>
        Your browser keeps a list of every file that a page asks for. This shows it, since this page was
        opened.
      </p>
      <p className="needs-script">
        <Press onPress={() => setRequests(requestsSoFar())}>
          {requests === null ? "Show the requests of this session" : "Look again"}
        </Press>
      </p>
      {requests === null ? null : (
        <div role="status" className="stack">
          <p>
            <b>
              {elsewhere.length === 0
                ? "To anyone else: none."
                : `To another address: ${elsewhere.length}. That is not meant to be; please tell us.`}
            </b>
          </p>
          {elsewhere.length === 0 ? null : (
            <ul>
              {elsewhere.map(({ address }) => (
                <li key={address}>{address}</li>
              ))}
            </ul>
          )}
          <p>
            Files of this app: {fetched.length}, {Math.round(bytes / 1024)} KB. They were fetched; this app
            has no code that sends an entry of your diary anywhere.
          </p>
        </div>
      )}
      {fetched.length === 0 ? null : (
        <details>
          <summary>The files</summary>
          <ul className="small addresses">
            {[...new Set(fetched.map(({ address }) => address))].map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="soft small">
        The list is the browser’s. It may stop at 250 files, and what the reckoning in the background fetches
        (files of this app, too) is not in it. Links that you open yourself, such as the source of a figure,
        go to other sites. As we serve it, the site’s own rules forbid the page to reach any other address.
      </p>
    </section>
  );
}
