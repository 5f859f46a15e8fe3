import type { YourStudies } from "@unclench/answers/your-studies";
import { download } from "../controls/download.ts";
import { Press } from "../controls/Press.tsx";
import { studiesEngine } from "../worker/useStudies.ts";

/** The figures, the data, and scripts for R that yield the same figures. */
export function TakeAlong({ answer }: { answer: YourStudies }) {
  const { network, studies, parts } = answer;
  const engine = studiesEngine();
  const several = parts.length > 1;
  return (
    <section className="card no-print" aria-labelledby="take-along">
      <h2 id="take-along">Take it along</h2>
      <p>
        The scripts need R with the package metafor and give the same figures to six digits; where netmeta is
        installed, its league and ranking come with them.
      </p>
      <div className="row">
        <Press
          onPress={() =>
            void engine.leagueCsv(network).then((text) => download("unclench-league.csv", "text/csv", text))
          }
        >
          League (CSV)
        </Press>
        <Press
          onPress={() =>
            void engine
              .studiesJson(studies)
              .then((text) => download("unclench-studies.json", "application/json", text))
          }
        >
          The data (JSON)
        </Press>
        {parts.map(({ pair, network: part }, place) => (
          <Press
            key={part.treatments.join()}
            onPress={() =>
              void (
                pair === null ? engine.networkScript(network, part, studies) : engine.pairScript(pair)
              ).then((text) =>
                download(`unclench-studies${several ? `-${place + 1}` : ""}.R`, "text/plain", text),
              )
            }
          >
            {several ? `Script for R, group ${place + 1}` : "Script for R"}
          </Press>
        ))}
      </div>
    </section>
  );
}
