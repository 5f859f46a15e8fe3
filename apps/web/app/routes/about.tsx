import { falseAlarms } from "@unclench/answers/error-rates";
import { Link } from "react-router";
import type { Route } from "./+types/about";

export const loader = () => ({ falseAlarms });

export const meta = () => [
  { title: "How this works · Unclench" },
  {
    name: "description",
    content: "Where the figures come from, how the verdict is made, and what stays private.",
  },
];

export default function About({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <div className="intro">
        <h1>How this works</h1>
        <p className="lead">
          Two questions, answered from two places: other people’s trials, and your own days.
        </p>
      </div>
      <section className="card" aria-labelledby="trials">
        <h2 id="trials">What works? From trials</h2>
        <p>
          Each figure comes from randomised trials, read one by one and pooled when they asked the same
          question: the same treatment, the same condition, the same part of the body, the same way of
          measuring.
        </p>
        <ul>
          <li>
            Gains and harms are counted out of the same 100 people, next to what happened without the
            treatment.
          </li>
          <li>“How sure” steps down for each weakness of the trials, and says which.</li>
          <li>Trials that kept only people who had already improved stand apart, never inside a figure.</li>
          <li>
            Every figure opens its trials, and each trial says where the figure stood and how much of the
            paper was read.
          </li>
          <li>“No figures” is not “does not work”. It is also not “safe”.</li>
        </ul>
      </section>
      <section className="card" aria-labelledby="verdict">
        <h2 id="verdict">Is it helping me? From your diary</h2>
        <p>
          Your ratings go up and down by themselves, and a bad day is often followed by another. The verdict
          allows for both, for days you missed, and for the time a treatment takes to work and to wear off.
        </p>
        <ul>
          <li>
            “Too early to say” and “cannot tell yet” are answers. They come with how many more days it may
            take.
          </li>
          <li>
            “Very probably helping” is said only when a change like yours would be rare without an effect, at
            two weekly looks in a row. {loaderData.falseAlarms} <Link to="/show-me">Show me</Link>
          </li>
          <li>
            You know what you take. Part of any change may be expectation: the verdict says so, and by how
            much people on dummy treatment improved in trials.
          </li>
          <li>Two things started together cannot be told apart; then there is no separate verdict.</li>
          <li>It never says “stop” or “take more”. Those are questions for the people who treat you.</li>
        </ul>
      </section>
      <section className="card" aria-labelledby="private">
        <h2 id="private">What stays private</h2>
        <p>
          Everything you enter stays in this browser on this device. There is no account and no server that
          receives it; the figures are computed here. Whoever can open this browser can read your diary. If
          you clear the browser’s data, the diary is gone: keep a copy with{" "}
          <Link to="/diary/data">Save a copy</Link>.
        </p>
        <p>
          A note can be spoken only where this browser turns speech into text on the device itself. Elsewhere
          your voice would leave the device, so there is no button.
        </p>
      </section>
      <section className="card" aria-labelledby="interests">
        <h2 id="interests">Who pays, and who gains</h2>
        <p>
          Nobody paid for this. There are no adverts, no sales and no gifts. The makers take nothing from
          anyone who sells medicines or devices. They are not clinicians, and nobody from outside has reviewed
          it yet.
        </p>
        <p>
          There is no fixed day for the next look at new trials. The day of the last one stands on each
          comparison.
        </p>
      </section>
      <section className="card" aria-labelledby="not">
        <h2 id="not">What it is not</h2>
        <p>
          Not a diagnosis, not a prescription, no dose calculator, no emergency service. If something cannot
          wait, see <Link to="/help-today">Needs help today?</Link> More:{" "}
          <Link to="/about/intended-use">What this is and is not</Link>.
        </p>
      </section>
    </>
  );
}
