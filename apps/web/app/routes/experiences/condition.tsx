import { experienceChoices } from "@unclench/answers/experience-choices";
import { type ExperiencesPage, experiencesPage } from "@unclench/answers/experiences";
import { data } from "react-router";
import { type Ways, waysOn } from "../../experiences/waysOn.ts";
import { Experiences } from "../../experiences/Experiences.tsx";
import type { Route } from "./+types/condition";

type Shown = { page: ExperiencesPage; ways: Ways };

export function loader({ params }: Route.LoaderArgs): Shown {
  const page = experiencesPage(params.condition);
  if (!page.ok) throw new Error(page.error.sentence);
  return { page: page.value, ways: waysOn(page.value.chosen) };
}

/** In the browser: an address that was never written as a page is said to be none, instead of being asked for. */
export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<Shown> {
  if (!experienceChoices.some(({ id }) => id === params.condition))
    throw data("There is no such page.", { status: 404 });
  return serverLoader();
}

const nameOf = (chosen: string | null | undefined): string =>
  experienceChoices.find(({ id }) => id === chosen)?.name ?? "All conditions";

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `What people report: ${nameOf(loaderData?.page.chosen)} · Unclench` },
  {
    name: "description",
    content: "What people said in surveys and interviews: who was asked, how many, who paid, how sure it is.",
  },
];

export default function OfCondition({ loaderData }: Route.ComponentProps) {
  return <Experiences {...loaderData} />;
}
