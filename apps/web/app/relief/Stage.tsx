import type { PlayerPage } from "@unclench/answers/relief-player";
import type { SessionSource } from "@unclench/answers/relief-session";
import { useEffect } from "react";
import { Press } from "../controls/Press.tsx";
import { RoutineFigure } from "../figure/RoutineFigure.tsx";
import { Choices, Senses } from "./Choices.tsx";
import type { Player } from "./usePlayer.ts";

const CONTROLS = "button, a, input, select, textarea, summary, label, [role=button]";
/** Keys that only lead somewhere else, or that hold another one. */
const NO_PAUSE = new Set(["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Fn"]);

/** While it runs or waits: one thing at a time, large, and the way out larger still. */
export function Stage({ page, source, player }: { page: PlayerPage; source: SessionSource; player: Player }) {
  const { phase, state, snapshot, settings, can } = player;
  const { cue } = state;
  const running = phase === "running";
  usePauseAnywhere(running, player.pause);
  const place = [
    cue.repetition === null ? null : `${cue.repetition.number} of ${cue.repetition.of}`,
    cue.side === null ? null : `${cue.side === "left" ? "Left" : "Right"} side`,
  ].filter((part) => part !== null);
  return (
    <div className="stage">
      <div className="stage-now">
        {/* The device reads it aloud itself where it speaks; two voices at once help nobody. */}
        <div className="stage-words" role="status" aria-live={settings.speak && can.speak ? "off" : "polite"}>
          <h2>{running ? cue.title : "Paused"}</h2>
          <p className="stage-show">{cue.show}</p>
          <p className="soft">{place.join(" · ")}</p>
        </div>
        {running ? (
          <p className="stage-count" role="timer" aria-label={`${state.secondsLeft} seconds left`}>
            {cue.counted ? clock(state.secondsLeft) : ""}
          </p>
        ) : null}
        <RoutineFigure
          routine={page.routine}
          at={player.at}
          {...(cue.side === null ? {} : { side: cue.side })}
          size="large"
        />
      </div>
      <div className="stage-over" aria-hidden="true">
        <span style={{ inlineSize: `${(state.over * 100).toFixed(1)}%` }} />
      </div>
      {snapshot.slept && !running ? (
        <p className="notice">The device was asleep, so the session waited here for you.</p>
      ) : null}
      <div className="stage-actions">
        {running ? (
          <Press key="pause" autoFocus onPress={player.pause}>
            Pause
          </Press>
        ) : (
          <Press key="go" autoFocus primary onPress={player.start}>
            Go on
          </Press>
        )}
        <Press className="pain" onPress={player.pain}>
          Pain
        </Press>
        <Press onPress={() => player.engine.go(-1)}>Back</Press>
        <Press onPress={() => player.engine.go(1)}>Next</Press>
        {running ? null : (
          <Press className="end-here" onPress={player.endEarly}>
            End here
          </Press>
        )}
      </div>
      {player.refusals.map((refusal) => (
        <p key={refusal} className="small soft">
          {refusal}
        </p>
      ))}
      <p className="small soft">
        {running ? "Touch anywhere, or press any key, to pause." : "Nothing runs while it is paused."}
      </p>
      <details className="card">
        <summary>Change how long, how often, how fast</summary>
        <Choices player={player} source={source} whileRunning />
        <Senses player={player} />
      </details>
    </div>
  );
}

const clock = (seconds: number): string =>
  seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Any touch outside of what can be pressed, and any key, pauses. */
function usePauseAnywhere(running: boolean, pause: () => void): void {
  useEffect(() => {
    if (!running) return;
    const onControl = (event: Event): boolean =>
      event.target instanceof Element && event.target.closest(CONTROLS) !== null;
    const touched = (event: MouseEvent): void => {
      if (!onControl(event)) pause();
    };
    const pressed = (event: KeyboardEvent): void => {
      if (NO_PAUSE.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.key === "Enter" || event.key === " ") && onControl(event)) return;
      event.preventDefault();
      pause();
    };
    document.addEventListener("click", touched);
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("click", touched);
      document.removeEventListener("keydown", pressed);
    };
  }, [running, pause]);
}
