import { reportedAbout } from "@unclench/answers/experiences";
import { sideEffectIds } from "@unclench/answers/avoid-pages";
import { practicalSheet, type PracticalSheet } from "@unclench/answers/side-by-side";
import { treatments } from "@unclench/knowledge";
import { data, Link } from "react-router";
import { NumberedSources } from "../what-works/NumberedSources.tsx";
import { SourceMarks } from "../what-works/SideTable.tsx";
import type { Route } from "./+types/treatment";

type Shown = { readonly sheet: PracticalSheet; readonly reported: ReturnType<typeof reportedAbout> };

export function loader({ params }: Route.LoaderArgs): Shown {
  const sheet = practicalSheet(params.treatment);
  if (!sheet.ok) throw new Error(sheet.error.sentence);
  return { sheet: sheet.value, reported: reportedAbout(params.treatment) };
}

/** In the browser: an address that was never written as a page is said to be none, instead of being asked for. */
export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<Shown> {
  if (!treatments.some(({ id }) => id === params.treatment))
    throw data("There is no such page.", { status: 404 });
  return serverLoader();
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.sheet.name ?? "A treatment"} in practice · Unclench` },
  {
    name: "description",
    content: "How it works, how it is taken, how soon, what to watch for, stopping, and for whom it is not.",
  },
];

/** One treatment in practice; its gains and harms depend on the condition and stand in the comparison. */
export default function Treatment({ loaderData: { sheet, reported } }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>{sheet.name} in practice</h1>
        <p className="lead">{sheet.form}</p>
      </div>
      <dl className="card practice">
        {sheet.rows.map(({ id, title, told }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {told.text}
              <SourceMarks sources={told.sources} />
            </dd>
          </div>
        ))}
      </dl>
      {sheet.notFound === null ? null : <p>{sheet.notFound}</p>}
      <NumberedSources sources={sheet.sources} />
      <p className="small soft">
        The words are ours; no pharmacist and no physiotherapist has checked them yet.
      </p>
      <p className="row">
        <Link className="button" to="/what-works">
          Its gains and harms, for your condition
        </Link>
        {sideEffectIds.includes(sheet.treatment) ? (
          <>
            <Link className="button" to={`/what-to-avoid/side-effects/${sheet.treatment}`}>
              Its side effects
            </Link>
            <Link className="button" to="/what-to-avoid/stopping">
              Stopping a medicine
            </Link>
          </>
        ) : null}
        {reported === null ? null : (
          <Link className="button" to={reported.path}>
            What people report about it
          </Link>
        )}
      </p>
    </>
  );
}
