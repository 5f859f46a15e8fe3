import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/controls.css";
import "./styles/comparison.css";
import "./styles/diary.css";
import "./styles/pictures.css";
import "./styles/print.css";
import type { ReactNode } from "react";
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

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
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
        <Link className="button urgent" to="/help-today">
          Needs help today?
        </Link>
        <nav className="ways" aria-label="Questions">
          <NavLink to="/what-works">What works?</NavLink>
          <NavLink to="/is-it-helping">Is it helping me?</NavLink>
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
          Your diary stays on this device. Nothing is sent anywhere. <Link to="/about">How this works</Link>
        </p>
      </footer>
    </div>
  );
}

export default function App() {
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

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Frame>
      <title>{missing ? "No such page · Unclench" : "Something went wrong · Unclench"}</title>
      <h1>{missing ? "There is no such page" : "Something went wrong"}</h1>
      <p>
        {missing
          ? "The address may be mistyped, or the page has moved."
          : "This page stopped working. Your diary on this device was not changed. Load the page again; if it happens once more, please tell us what you did."}
      </p>
      {!missing && error instanceof Error ? <p className="soft small">{error.message}</p> : null}
      <p>
        <Link className="button" to="/">
          To the start
        </Link>
      </p>
    </Frame>
  );
}
