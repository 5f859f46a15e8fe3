import type { PlayerPage } from "@unclench/answers/relief-player";
import { type SessionSource, sessionWords } from "@unclench/answers/relief-session";
import { Link } from "react-router";
import { Press } from "../controls/Press.tsx";
import { RoutineFigure } from "../figure/RoutineFigure.tsx";
import { Choices, Senses } from "./Choices.tsx";
import type { Player } from "./usePlayer.ts";

/** Before the start: one touch begins; all else may be left as it is. */
export function Before({
  page,
  source,
  player,
}: {
  page: PlayerPage;
  source: SessionSource;
  player: Player;
}) {
  return (
    <>
      <p>{sessionWords(player.snapshot.timetable)}</p>
      <Press primary className="start" onPress={player.start}>
        Start
      </Press>
      <section className="card" aria-labelledby="set">
        <h2 id="set">As you like it</h2>
        <Choices player={player} source={source} whileRunning={false} />
        <Senses player={player} />
        <details>
          <summary>Where the numbers come from</summary>
          <div className="stack">
            {page.dose.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </details>
      </section>
    </>
  );
}

/** What can be read without any script: the warning, the steps and the picture. */
export function Reading({ page, steps }: { page: PlayerPage; steps: readonly string[] }) {
  return (
    <section className="card" aria-labelledby="steps">
      <h2 id="steps">The steps</h2>
      <div className="player-reading">
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <RoutineFigure routine={page.routine} size="large" />
      </div>
      {page.equipment.length === 0 ? null : <p className="soft">You need: {page.equipment.join(", ")}.</p>}
      <p>
        <Link to={`/relief/${page.routine}`}>More about this routine</Link> ·{" "}
        <Link to="/relief/plan">My plan of routines</Link>
      </p>
    </section>
  );
}

/** `said`: what the person's own answers speak against. */
export function Warning({ page, said = null }: { page: PlayerPage; said?: string | null }) {
  return (
    <div className="notice warn player-warning">
      <p>
        <b>{page.before}</b>
      </p>
      {said === null ? null : <p>{said}</p>}
      <details>
        <summary>Signs to stop, and when to ask first</summary>
        <div className="stack">
          <h2>Stop at any of these</h2>
          <ul>
            {page.stopSigns.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
          {page.askFirst.length === 0 ? null : (
            <>
              <h2>Ask a physiotherapist or doctor first if one of these is yours</h2>
              <ul>
                {page.askFirst.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </details>
    </div>
  );
}
