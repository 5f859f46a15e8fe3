import { type ExperiencesPage, experiencesPage } from "@unclench/answers/experiences";
import { type Ways, waysOn } from "../../experiences/waysOn.ts";
import { Experiences } from "../../experiences/Experiences.tsx";
import type { Route } from "./+types/all";

export function loader(): { page: ExperiencesPage; ways: Ways } {
  const page = experiencesPage();
  if (!page.ok) throw new Error(page.error.sentence);
  return { page: page.value, ways: waysOn(null) };
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
