import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/controls.css";
import "./styles/comparison.css";
import "./styles/diary.css";
import "./styles/pictures.css";
import "./styles/sideBySide.css";
import "./styles/helping.css";
import "./styles/avoid.css";
import "./styles/figure.css";
import "./styles/print.css";
import "./styles/printSheet.css";
import "./styles/hands.css";
import { type ReactNode, useEffect } from "react";
import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  NavLink,
  Outlet,
  Scripts,
  ScrollRestoration,
} from "react-router";
import type { Route } from "./+types/root";
import { Press } from "./controls/Press.tsx";
import { lookStarter } from "./hands/settings.ts";
import { steadyHands } from "./hands/steady.ts";
import { keepForOffline } from "./offline.ts";
import { useOwnHead } from "./useOwnHead.ts";
import { useReminders } from "./reminders/useReminders.ts";

const Mark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <path
      d="M6 20c0-8 6-13 10-13s10 5 10 13"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
    />
    <circle cx="16" cy="21" r="4.4" fill="var(--accent)" />
  </svg>
);

const Glass = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.4" />
    <path d="m15.5 15.5 5 5" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
  </svg>
);

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/app.webmanifest" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, run before anything is drawn */}
        <script dangerouslySetInnerHTML={{ __html: lookStarter }} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="page">
      <a className="skip" href="#content">
        To the content
      </a>
      <header>
        <Link className="brand" to="/">
          <Mark />
          Unclench
        </Link>
        <Link className="to-search" to="/search">
          <Glass />
          Search
        </Link>
        <Link className="button urgent" to="/help-today">
          Needs help today?
        </Link>
        <nav className="ways" aria-label="Questions">
          <NavLink to="/what-works">What works?</NavLink>
          <NavLink to="/what-to-avoid">What to avoid?</NavLink>
          <NavLink to="/relief">Relief</NavLink>
          <NavLink to="/is-it-helping">Is it helping me?</NavLink>
          <NavLink to="/what-do-i-ask">What do I ask?</NavLink>
          <NavLink to="/diary">Diary</NavLink>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <p>
          Unclench informs and measures. It is no diagnosis, no prescription and no emergency service.
          Decisions stay with you and the people who treat you. Do not stop a medicine or a pump suddenly:
          stopping can be dangerous.
        </p>
        <p>
          Your diary stays on this device. Nothing is sent anywhere. <Link to="/about">How this works</Link> ·{" "}
          <Link to="/search">Search and all pages</Link> · <Link to="/learn">Learn</Link> ·{" "}
          <Link to="/articles">Articles</Link> · <Link to="/sources">Sources</Link> ·{" "}
          <Link to="/settings">Settings</Link> · <Link to="/help">Help</Link>
        </p>
      </footer>
    </div>
  );
}

export default function App() {
  useEffect(keepForOffline, []);
  useEffect(() => steadyHands(window), []);
  useReminders();
  useOwnHead();
  // The starter of a page that slept listens for this; see [Note: Pages that sleep].
  useEffect(() => void window.dispatchEvent(new Event("unclench:awake")), []);
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** Shown while the first script loads on an address that was not written as a page. */
export function HydrateFallback() {
  return (
    <Frame>
      <p>One moment …</p>
    </Frame>
  );
}

/** What went wrong, in words: no such page, no connection, or a fault of ours. */
function wordsFor(error: unknown): { title: string; text: string; detail: string | null; again: boolean } {
  if (isRouteErrorResponse(error) && error.status === 404) {
    return {
      title: "There is no such page",
      text: "The address may be mistyped, or the page has moved.",
      detail: null,
      again: false,
    };
  }
  if (typeof navigator !== "undefined" && !navigator.onLine) {
    return {
      title: "No connection",
      text: "This page was not looked at before, so it is not on this device yet. Your diary was not changed, and it works without a connection.",
      detail: null,
      again: true,
    };
  }
  return {
    title: "Something went wrong",
    text: "This page stopped working. Your diary on this device was not changed. Load the page again; if it happens once more, please tell us what you did.",
    detail: error instanceof Error ? error.message : null,
    again: true,
  };
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { title, text, detail, again } = wordsFor(error);
  return (
    <Frame>
      <title>{`${title} · Unclench`}</title>
      <h1>{title}</h1>
      <p>{text}</p>
      {detail === null ? null : <p className="soft small">{detail}</p>}
      <div className="row">
        {again ? <Press onPress={() => window.location.reload()}>Try again</Press> : null}
        <Link className="button" to="/">
          To the start
        </Link>
      </div>
    </Frame>
  );
}
