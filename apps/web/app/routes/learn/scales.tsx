import "../../styles/learn.css";
import "../../styles/articles.css";
import "../../styles/scales.css";
import { type ScalesPage, scalesPage } from "@unclench/answers/learn-scales";
import { Link } from "react-router";
import { About } from "../../articles/About.tsx";
import { PrintButton } from "../../avoid/PrintButton.tsx";
import { WaysOn } from "../../controls/WaysOn.tsx";
import { ScaleCard } from "../../learn/ScaleCard.tsx";
import type { Route } from "./+types/scales";

export const loader = (): ScalesPage => scalesPage();

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.title ?? "The scales"} · Unclench` },
  {
    name: "description",
    content:
      "Ashworth, Tardieu, a rating from 0 to 10 and the Penn scale, grade by grade, and what each cannot say.",
  },
];

export default function Scales({ loaderData: page }: Route.ComponentProps) {
  return (
    <div className="learn">
      <div className="intro">
        <p className="no-print">
          <Link to="/learn">Learn about spasticity</Link>
        </p>
        <h1>{page.title}</h1>
        <p className="lead">{page.lead}</p>
        <p className="soft">{page.drawnWords}</p>
      </div>
      {page.scales.map((scale) => (
        <ScaleCard key={scale.id} scale={scale} />
      ))}
      <WaysOn id="next" heading="Where to go from here" ways={page.next}>
        <PrintButton>Print this page</PrintButton>
      </WaysOn>
      <About page={page} />
    </div>
  );
}
