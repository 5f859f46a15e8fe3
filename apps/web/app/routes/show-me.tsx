import { alertRates } from "@unclench/answers/alert-rates";
import { type PowerLine, type Proof, proof } from "@unclench/answers/error-rates";
import { Link } from "react-router";
import { Scrollable } from "../controls/Scrollable.tsx";
import { AlarmTrack } from "../pictures/AlarmTrack.tsx";
import { PowerCurves } from "../pictures/PowerCurves.tsx";
import { AlertRatesCard } from "../what-to-avoid/AlertRatesCard.tsx";
import type { Route } from "./+types/show-me";

export const loader = () => ({ proof, alertRates });

export const meta = () => [
  { title: "Show me: how often is the verdict wrong? · Unclench" },
  {
    name: "description",
    content:
      "Thousands of made-up diaries in which the truth is known: how often the verdict praises what does nothing, and how often it finds what helps.",
  },
];

const figure = (of100: number): string => of100.toFixed(1);

function Alarms({ alarms, compared }: Pick<Proof, "alarms" | "compared">) {
  return (
    <section className="card" aria-labelledby="alarms">
      <h2 id="alarms">A treatment that does nothing</h2>
      <p>
        Of 100 such diaries, how many were ever told “very probably helping”. Filled dot: this app. Ring: a
        plain t-test of the days before against the days after, in {compared} of the same diaries. The line
        stands at 5.
      </p>
      <Scrollable label="False alarms in every situation">
        <table className="alarms">
          <caption className="hidden">False alarms of 100 diaries, by how the days went</caption>
          <thead>
            <tr>
              <th scope="col">How the days went</th>
              <th scope="col" className="figure">
                this app
              </th>
              <th scope="col" className="figure">
                t-test
              </th>
              <th scope="col" className="figure">
                ever “worse”
              </th>
              <th scope="col" className="figure">
                no verdict yet after 12 weeks
              </th>
            </tr>
          </thead>
          <tbody>
            {alarms.map((line) => (
              <tr key={line.situation}>
                <th scope="row">
                  {line.situation}
                  <AlarmTrack ours={line.ours} other={line.tTest} />
                </th>
                <td className="figure">{figure(line.ours)}</td>
                <td className="figure">{figure(line.tTest)}</td>
                <td className="figure">{figure(line.worse)}</td>
                <td className="figure">{figure(line.withheld)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <p className="soft small">
        φ says how much of a good or bad day lasts until the next: 0 is nothing, 0.8 is most of it. Noise is
        what one day alone adds. SD says how far days usually swing, in points of 10.
      </p>
    </section>
  );
}

/** Beneath it, how far it is known. */
function Known({ line: { oracle, oracleFrom, oracleTo } }: { line: PowerLine }) {
  if (oracle === null || oracleFrom === null || oracleTo === null) return "not simulated";
  return (
    <>
      {figure(oracle)}
      <br />
      <span className="soft small">
        ({Math.round(oracleFrom)} to {Math.round(oracleTo)})
      </span>
    </>
  );
}

function Power({ power, atCommonRateSentence }: Pick<Proof, "power" | "atCommonRateSentence">) {
  return (
    <section className="card" aria-labelledby="power">
      <h2 id="power">A treatment that helps</h2>
      <p>
        Of 100 such diaries, how many were told so within 12 weeks. Beside it: someone who knows everything
        about the days but the effect, asks for the same size, needs one look only, and raises as many false
        alarms; in brackets, how far so few false alarms let that be known. Then someone who, like the app, is
        not told either how fast the treatment works.
      </p>
      <PowerCurves lines={power} />
      <Scrollable label="How often help is found">
        <table>
          <caption className="hidden">Help found, of 100 diaries, by what the treatment does</caption>
          <thead>
            <tr>
              <th scope="col">What it does</th>
              <th scope="col" className="figure">
                this app
              </th>
              <th scope="col" className="figure">
                knows all but the effect
              </th>
              <th scope="col" className="figure">
                all but the effect and its speed
              </th>
              <th scope="col" className="figure">
                at least a hint
              </th>
              <th scope="col" className="figure">
                “not enough” at the end
              </th>
            </tr>
          </thead>
          <tbody>
            {power.map((line) => (
              <tr key={line.situation}>
                <th scope="row">{line.situation}</th>
                <td className="figure">{figure(line.ours)}</td>
                <td className="figure">
                  <Known line={line} />
                </td>
                <td className="figure">{line.untold === null ? "not simulated" : figure(line.untold)}</td>
                <td className="figure">{figure(line.hint)}</td>
                <td className="figure">{figure(line.notEnough)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <p>{atCommonRateSentence}</p>
    </section>
  );
}

type SharesProps = {
  label: string;
  /** what the lines are; situations, if nothing is said */
  head?: string;
  columns: readonly string[];
  rows: readonly { readonly situation: string; readonly shares: readonly number[] }[];
};

/** Situations down, shares of 100 across. */
function Shares({ label, head = "Situation", columns, rows }: SharesProps) {
  return (
    <Scrollable label={label}>
      <table>
        <caption className="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="figure">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ situation, shares }) => (
            <tr key={situation}>
              <th scope="row">{situation}</th>
              {shares.map((share, place) => (
                <td key={columns[place]} className="figure">
                  {figure(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function Ranges({ ranges }: Pick<Proof, "ranges">) {
  return (
    <section className="card" aria-labelledby="ranges">
      <h2 id="ranges">How good the ranges are</h2>
      <p>
        A size comes with a likely range that shall hold the truth in 90 of 100 diaries: the middle 90 % of
        what is likely, made wider where one day hangs together with the next and narrower where it hardly
        does. How many of 100 did hold it, for people whose effects and own trends differ as the app believes
        before the diary speaks.
      </p>
      <Shares
        label="How often ranges hold the truth"
        columns={["50 % range", "90 % range", "95 % range"]}
        rows={ranges.map(({ situation, held50, held90, held95 }) => ({
          situation,
          shares: [held50, held90, held95],
        }))}
      />
    </section>
  );
}

function OwnCurves({ ownCurves }: Pick<Proof, "ownCurves">) {
  return (
    <section className="card" aria-labelledby="own-curves">
      <h2 id="own-curves">Medicines that come and go in their own way</h2>
      <p>
        The treatment of the lines above counts as two thirds there after three days, give or take. These have
        a curve of their own. In truth each comes and goes somewhat faster or slower, in every diary anew. All
        figures are of 100 diaries.
      </p>
      <p>It does nothing, and “very probably helping” was ever said:</p>
      <Shares
        label="False alarms of medicines with a curve of their own, of 100 diaries"
        head="Medicine"
        columns={["an ordinary diary", "getting better anyway, long bad spells"]}
        rows={ownCurves.map(({ situation, alarms, misled }) => ({ situation, shares: [alarms, misled] }))}
      />
      <p>What was found in ordinary diaries:</p>
      <Shares
        label="What is found of medicines with a curve of their own, of 100 diaries"
        head="Medicine"
        columns={["1.5 points better: ever “helping”", "does nothing: “not enough” at the end"]}
        rows={ownCurves.map(({ situation, found, notEnough }) => ({ situation, shares: [found, notEnough] }))}
      />
    </section>
  );
}

function Longer({ longer }: Pick<Proof, "longer">) {
  return (
    <section className="card" aria-labelledby="longer">
      <h2 id="longer">Diaries that go on for half a year</h2>
      <p>
        The other tables end after twelve weeks. A diary does not, and every week is another look, at which
        chance may look like help. After twelve weeks the app lets your symptoms take another course by
        themselves every six weeks, and asks for a little more. All figures are of 100 diaries.
      </p>
      <p>“Very probably helping”:</p>
      <Shares
        label="“Very probably helping” in diaries of half a year, of 100 diaries"
        columns={["ever, by twelve weeks", "ever", "at the end"]}
        rows={longer.map(({ situation, byTwelveWeeks, ever, atEnd }) => {
          return { situation, shares: [byTwelveWeeks, ever, atEnd] };
        })}
      />
      <p>“Making things worse”:</p>
      <Shares
        label="“Making things worse” in diaries of half a year, of 100 diaries"
        columns={["ever"]}
        rows={longer.map(({ situation, worse }) => ({ situation, shares: [worse] }))}
      />
    </section>
  );
}

function Illness({ illness }: Pick<Proof, "illness">) {
  return (
    <section className="card" aria-labelledby="illness">
      <h2 id="illness">An infection in the diary</h2>
      <p>
        Two points worse for two weeks before the start, or for three weeks after it, whatever is taken. If it
        was written down, its days are set apart.
      </p>
      <Shares
        label="Verdicts where an infection fell into the diary, of 100 diaries"
        columns={["ever “helping”", "ever “worse”", "“not enough” at the end"]}
        rows={illness.map(({ situation, helping, worse, notEnough }) => ({
          situation,
          shares: [helping, worse, notEnough],
        }))}
      />
    </section>
  );
}

function Counts({ counts, countRanges }: Pick<Proof, "counts" | "countRanges">) {
  return (
    <section className="card" aria-labelledby="counts">
      <h2 id="counts">Counts of spasms</h2>
      <p>
        Spasms counted day by day have a model of their own. Of 100 such diaries, how many were ever told
        “very probably helping” or “worse”, and of 100 ranges of 90 % how many held the truth.
      </p>
      <Shares
        label="Verdicts on counts of spasms, of 100 diaries"
        columns={["ever “helping”", "ever “worse”", "90 % range"]}
        rows={counts.map(({ situation, helping, worse, held90 }) => ({
          situation,
          shares: [helping, worse, held90],
        }))}
      />
      <p>
        In these lines nobody has a trend of their own, and the effect is the same for all: there the ranges
        may hold the truth more often than 90 times. For people whose effects and own trends differ as the app
        believes before the diary speaks:
      </p>
      <Shares
        label="How often ranges of counts hold the truth"
        columns={["90 % range"]}
        rows={countRanges.map(({ situation, held90 }) => ({ situation, shares: [held90] }))}
      />
    </section>
  );
}

function Foretold({ foretold }: Pick<Proof, "foretold">) {
  return (
    <section className="card" aria-labelledby="foretold">
      <h2 id="foretold">Does what is said beforehand come true?</h2>
      <p>
        Before a fair test, and before you go on for some weeks, the app says how likely each answer is. Of
        100 such plans, how many it said would end so, and how many did, for people who differ as the app
        believes before the diary speaks. For one person it may be further off: after six weeks, little is
        known of how long your good and bad spells last.
      </p>
      <p>“Very probably helping”:</p>
      <Shares
        label="“Very probably helping”: said beforehand, and came, of 100 plans"
        columns={["said", "came"]}
        rows={foretold.map(({ situation, helpingSaid, helpingCame }) => {
          return { situation, shares: [helpingSaid, helpingCame] };
        })}
      />
      <p>“Not helping enough to notice”:</p>
      <Shares
        label="“Not helping enough to notice”: said beforehand, and came, of 100 plans"
        columns={["said", "came"]}
        rows={foretold.map(({ situation, notEnoughSaid, notEnoughCame }) => {
          return { situation, shares: [notEnoughSaid, notEnoughCame] };
        })}
      />
    </section>
  );
}

/** The published error rates of the verdict, in full. */
export default function ShowMe({ loaderData }: Route.ComponentProps) {
  const { diaries, weeks, falseAlarms, tTestSentence, alarms, compared, power, ranges } = loaderData.proof;
  const { illness, counts, countRanges, foretold, ownCurves, longer } = loaderData.proof;
  return (
    <>
      <div className="intro">
        <h1>Show me: how often is the verdict wrong?</h1>
        <p className="lead">
          At least {diaries} made-up diaries of {weeks} weeks for each line below. In each the truth is known,
          so every verdict can be checked.
        </p>
      </div>
      <section className="card stack" aria-label="In short">
        <p>{falseAlarms}</p>
        <p>{tTestSentence}</p>
        <p>
          Each diary is looked at every week, as in the app, and counts as soon as one look was wrong. Anyone
          can run this again: <code>npm run prove</code>.
        </p>
      </section>
      <Alarms alarms={alarms} compared={compared} />
      <Power power={power} atCommonRateSentence={loaderData.proof.atCommonRateSentence} />
      <Ranges ranges={ranges} />
      <OwnCurves ownCurves={ownCurves} />
      <Longer longer={longer} />
      <Illness illness={illness} />
      <Counts counts={counts} countRanges={countRanges} />
      <Foretold foretold={foretold} />
      <section className="card" aria-labelledby="not-shown">
        <h2 id="not-shown">Where it falls short, and what this does not show</h2>
        {loaderData.proof.shortfalls.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          The people are made up. Feeling better because one expects to is not counted: no diary can tell that
          apart. See also <Link to="/about">how this works</Link>.
        </p>
      </section>
      <AlertRatesCard rates={loaderData.alertRates} />
    </>
  );
}
