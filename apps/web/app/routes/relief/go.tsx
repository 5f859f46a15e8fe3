import "../../styles/player.css";
import type { PlayerPage } from "@unclench/answers/relief-player";
import type { SessionChoices } from "@unclench/answers/relief-session";
import { Link, useSearchParams } from "react-router";
import { useSettings } from "../../hands/useSettings.ts";
import { Reading, Warning } from "../../relief/Before.tsx";
import { PlayerRoom } from "../../relief/PlayerRoom.tsx";
import { useHydrated } from "../../record/useHydrated.ts";
import { noSuchPage } from "../../writtenPage.ts";
import type { Route } from "./+types/go";

async function pageOf(routine: string): Promise<PlayerPage> {
  const { playerPage } = await import("@unclench/answers/relief-player");
  const page = playerPage(routine);
  if (page === null) throw noSuchPage();
  return page;
}

export const loader = ({ params }: Route.LoaderArgs): Promise<PlayerPage> => pageOf(params.routine);

/** In the browser the facts come with the app's own files: every routine runs without a connection, seen before or not. */
export const clientLoader = ({ params }: Route.ClientLoaderArgs): Promise<PlayerPage> =>
  pageOf(params.routine);

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.name ?? "A routine"}, step by step · Unclench` },
  { name: "description", content: "One step at a time, read aloud and counted, at your own pace." },
];

/** Choices that came with the address; what it does not know it leaves out. */
function wantedFrom(search: URLSearchParams, page: PlayerPage, caring: boolean): Partial<SessionChoices> {
  const side = search.get("side");
  const company = search.get("company");
  const number = (name: string): number | undefined => {
    const text = search.get(name);
    return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  };
  const amounts = { holdSeconds: number("hold"), repeats: number("repeats"), minutes: number("minutes") };
  return {
    ...Object.fromEntries(Object.entries(amounts).filter(([, value]) => value !== undefined)),
    ...(side === "left" || side === "right" || side === "both" ? { side } : {}),
    ...(company === "alone" || company === "helper"
      ? { company }
      : page.needsHelper || (caring && page.mayHaveHelper)
        ? { company: "helper" as const }
        : {}),
  };
}

export default function Go({ loaderData: page }: Route.ComponentProps) {
  const hydrated = useHydrated();
  const [search] = useSearchParams();
  const { role } = useSettings();
  const { source, none } = page;
  return (
    <div className="player">
      <div className="intro">
        <h1>{page.name}</h1>
      </div>
      {source === null ? (
        <>
          <div className="notice">
            <p>
              <b>There is nothing to count here.</b> {none?.why}
            </p>
            <p>{none?.instead}</p>
          </div>
          <Warning page={page} />
          <Reading page={page} steps={page.steps} />
          <p>
            <Link className="button" to="/relief">
              Find another routine
            </Link>
          </p>
        </>
      ) : hydrated ? (
        <PlayerRoom
          key={page.routine}
          page={page}
          source={source}
          wanted={wantedFrom(search, page, role === "caring")}
        />
      ) : (
        <>
          <Warning page={page} />
          <noscript>
            <p className="notice">Counting and reading aloud need JavaScript. The steps below do not.</p>
          </noscript>
          <Reading page={page} steps={source.steps} />
        </>
      )}
    </div>
  );
}
