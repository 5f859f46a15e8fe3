import { experienceChoices } from "@unclench/answers/experience-choices";
import { type ExperiencesPage, experiencesPage } from "@unclench/answers/experiences";
import { type Ways, waysOn } from "../../experiences/waysOn.ts";
import { Experiences } from "../../experiences/Experiences.tsx";
import { pageAtBuild, requirePage } from "../../writtenPage.ts";
import type { Route } from "./+types/condition";

type Shown = { page: ExperiencesPage; ways: Ways };

export function loader({ params }: Route.LoaderArgs): Shown {
  const page = pageAtBuild(experiencesPage(params.condition));
  return { page, ways: waysOn(page.chosen) };
}

export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<Shown> {
  requirePage(experienceChoices.some(({ id }) => id === params.condition));
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
