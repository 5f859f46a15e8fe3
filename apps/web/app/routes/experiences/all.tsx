import { type ExperiencesPage, experiencesPage } from "@unclench/answers/experiences";
import { type Ways, waysOn } from "../../experiences/waysOn.ts";
import { Experiences } from "../../experiences/Experiences.tsx";
import { pageAtBuild } from "../../writtenPage.ts";
import type { Route } from "./+types/all";

export function loader(): { page: ExperiencesPage; ways: Ways } {
  const page = pageAtBuild(experiencesPage());
  return { page, ways: waysOn(null) };
}

export const meta = () => [
  { title: "What people report · Unclench" },
  {
    name: "description",
    content:
      "What people with spasticity said in surveys and interviews: who was asked, how many, who paid, how sure it is.",
  },
];

export default function All({ loaderData }: Route.ComponentProps) {
  return <Experiences {...loaderData} />;
}
