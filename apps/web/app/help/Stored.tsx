import { useEffect, useState } from "react";
import { Link } from "react-router";

const rows = [
  [
    "Your diary, treatments, medicines, emergency card, questions and settings",
    "In this browser on this device (its database, under the name “unclench”). In Chrome, Edge and their like a second time beside it, because such browsers can lose a database at one blow",
  ],
  [
    "The app itself: pages, pictures, trials",
    "In this browser’s store for offline use, once you have opened it",
  ],
  ["Files that you save", "Where you put them. They are not encrypted unless you chose that"],
  ["What you typed and did not save", "Nowhere, once the page is closed"],
  ["On a server of ours", "Nothing. There is no account and no list of visitors in this app"],
] as const;

/** What is kept, and where; with what this browser says of its room. */
export function Stored() {
  const [room, setRoom] = useState<{ kilobytes: number; kept: boolean } | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.all([navigator.storage?.estimate?.(), navigator.storage?.persisted?.()]).then(
      ([estimate, kept]) => {
        if (current && estimate?.usage !== undefined)
          setRoom({ kilobytes: Math.ceil(estimate.usage / 1024), kept: kept === true });
      },
      () => {},
    );
    return () => {
      current = false;
    };
  }, []);
  return (
    <section className="card" aria-labelledby="stored">
      <h2 id="stored">What is stored where</h2>
      <dl className="stack">
        {rows.map(([what, where]) => (
          <div key={what}>
            <dt>
              <b>{what}</b>
            </dt>
            <dd>{where}.</dd>
          </div>
        ))}
      </dl>
      {room === null ? null : (
        <p>
          Diary and app take about {room.kilobytes.toLocaleString("en-GB")} KB on this device.{" "}
          {room.kept
            ? "The browser has promised to keep them when room runs short."
            : "The browser may delete them when room runs short, so save a copy from time to time."}
        </p>
      )}
      <p>
        Whoever can use this browser can open your diary. On a shared device, use a user account of your own.
      </p>
      <p className="row">
        <Link className="button" to="/diary/data">
          Save a copy, or delete everything
        </Link>
      </p>
    </section>
  );
}
