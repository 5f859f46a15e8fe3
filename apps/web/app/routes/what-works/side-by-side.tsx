import { type Board, type SideBySide as Arranged, sideBySideBoard } from "@unclench/answers/side-by-side";
import { arrange } from "@unclench/answers/side-by-side/arrange";
import type { CSSProperties, ReactNode } from "react";
import { Link, type ShouldRevalidateFunctionArgs, useSearchParams } from "react-router";
import { Press } from "../../controls/Press.tsx";
import { IconArrayDefinitions } from "../../pictures/IconArray.tsx";
import { useHydrated } from "../../record/useHydrated.ts";
import { chosenIn, searchFor } from "../../what-works/chosen.tsx";
import { NumberedSources } from "../../what-works/NumberedSources.tsx";
import { requirePlace } from "../../what-works/requirePlace.ts";
import { noteLetter, SideTable } from "../../what-works/SideTable.tsx";
import { sheetLetters } from "../../what-works/sheetLetters.ts";
import { dateWords } from "@unclench/answers/dates";
import { pageAtBuild } from "../../writtenPage.ts";
import type { Route } from "./+types/side-by-side";

export const loader = ({ params }: Route.LoaderArgs): Board =>
  pageAtBuild(sideBySideBoard(params.condition, params.pattern));

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<Board> {
  requirePlace(params);
  return serverLoader();
}

/** The page holds every treatment of its place: another choice needs nothing more from anywhere. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean =>
  currentUrl.pathname !== nextUrl.pathname;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: loaderData
      ? `${loaderData.about.condition.name}, ${loaderData.about.pattern.name.toLowerCase()}: side by side · Unclench`
      : "Side by side · Unclench",
  },
  {
    name: "description",
    content:
      "Two to four treatments of spasticity side by side: how they work and are taken, gains and harms out of 100 people, what to watch, stopping.",
  },
];

/** What goes on one sheet of paper, in letters that fit. */
function Sheet({ side, children }: { side: Arranged; children: ReactNode }) {
  const { points, people } = sheetLetters(side);
  const style: CSSProperties & Record<"--sheet-letters", string> = { "--sheet-letters": `${points}pt` };
  return (
    <div className={people ? "sheet" : "sheet no-people"} style={style}>
      {children}
    </div>
  );
}

export default function SideBySide({ loaderData: board }: Route.ComponentProps) {
  const hydrated = useHydrated();
  const [search] = useSearchParams();
  const named = hydrated ? chosenIn(search) : [];
  const result = arrange(board, named.length === 0 ? board.defaultPair : named);
  const place = `/what-works/${board.condition}/${board.pattern}`;
  return (
    <>
      <IconArrayDefinitions />
      <div className="intro">
        <h1>Side by side</h1>
        <p className="lead">
          {result.ok ? result.value.treatments.map(({ name }) => name).join(", ") : "Nothing to show yet"}
        </p>
      </div>
      {result.ok ? (
        <Sheet side={result.value}>
          <div className="row no-print">
            <Link
              className="button"
              to={`${place}${searchFor(result.value.treatments.map(({ treatment }) => treatment))}`}
            >
              Choose others
            </Link>
            {board.columns.some(({ figures }) => figures.length > 0) ? (
              <Link
                className="button"
                to={`${place}${searchFor(result.value.treatments.map(({ treatment }) => treatment))}#what-matters`}
              >
                What matters to me?
              </Link>
            ) : null}
            <Press className="needs-script" onPress={() => window.print()}>
              Print on one page
            </Press>
          </div>
          <SideTable side={result.value} />
          {result.value.notFound === null ? null : <p className="small">{result.value.notFound}</p>}
          {result.value.doingNothing === null ? null : (
            <p className="small">
              <b>Doing nothing more.</b> {result.value.doingNothing}
            </p>
          )}
          {result.value.measuredIn.length === 0 ? null : (
            <p className="small paper-only">
              {result.value.measuredIn.map((words, place) => (
                <span key={words}>
                  ({noteLetter(place)}) {words}{" "}
                </span>
              ))}
            </p>
          )}
          <NumberedSources sources={result.value.sources} />
          <p className="small soft">
            Trials searched and read up to {dateWords(board.readUntil)}. The words are ours; no pharmacist and
            no physiotherapist has checked them yet.{" "}
            <Link
              className="no-print"
              to={searchFor(result.value.treatments.map(({ treatment }) => treatment))}
            >
              Permanent link to this table
            </Link>
          </p>
        </Sheet>
      ) : (
        <div className="notice warn">
          <p>{result.error.sentence}</p>
          <p>
            <Link className="button" to={place}>
              Choose treatments
            </Link>
          </p>
        </div>
      )}
    </>
  );
}
