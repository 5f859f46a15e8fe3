import {
  type SessionChoices,
  type SessionSource,
  type SessionState,
  sessionChoices,
  stateAt,
} from "@unclench/answers/relief-session";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useSettings } from "../hands/useSettings.ts";
import { type Phase, SessionEngine, type Snapshot } from "./engine.ts";
import {
  forgetSession,
  keepSession,
  keepSettings,
  keptSession,
  type PlayerSettings,
  playerSettings,
} from "./kept.ts";
import { canListen, listen } from "./listen.ts";
import { canVibrate, deviceVoice, hush, speak, vibrate, watchVoices } from "./voice.ts";
import { keepAwake } from "./wakeLock.ts";

export type Player = {
  readonly engine: SessionEngine;
  readonly phase: Phase;
  readonly snapshot: Snapshot;
  readonly state: SessionState;
  /** place of the figure, still where less movement is wished */
  readonly at: number;
  readonly choices: SessionChoices;
  readonly settings: PlayerSettings;
  readonly set: (change: Partial<PlayerSettings>) => void;
  readonly choose: (change: Partial<SessionChoices>) => void;
  /** what this device can do; null: not known yet */
  readonly can: { readonly speak: boolean; readonly vibrate: boolean; readonly listen: boolean };
  /** why the screen or the microphone does not do what was wished */
  readonly refusals: readonly string[];
  /** a session of this routine was left unfinished in this tab and waits */
  readonly wasKept: boolean;
  readonly start: () => void;
  readonly pause: () => void;
  readonly pain: () => void;
  readonly endEarly: () => void;
  readonly again: () => void;
};

/** How many places of the figure are told apart: drawing more often would not be seen. */
const PLACES = 60;

/** One session of one routine: the engine with voice, touch, screen and what is kept. */
export function usePlayer(source: SessionSource, wanted: Partial<SessionChoices>): Player {
  const [settings, setSettings] = useState(playerSettings);
  const current = useRef(settings);
  current.current = settings;
  const [kept] = useState(() => keptSession(source.routine));
  const [engine] = useState(() => {
    const engine = new SessionEngine(
      source,
      sessionChoices(source, { ...kept?.choices, ...wanted }),
      (utterance) => {
        if (current.current.speak) speak(utterance.say);
        if (current.current.vibrate && canVibrate()) vibrate(utterance.vibrate);
      },
    );
    if (kept !== null) engine.resumeAt(kept.elapsedMs);
    return engine;
  });
  const snapshot = useSyncExternalStore(engine.subscribe, engine.snapshot, engine.snapshot);
  const { phase, timetable } = snapshot;
  useEffect(() => () => engine.close(), [engine]);
  useKeeping(engine, source.routine);
  const still = useStill();
  const elapsed = useElapsed(engine, phase, still);
  const can = useCan();
  const awake = useAwake(phase === "running");
  const ear = useEar(engine, phase === "running" && settings.listen && can.listen);
  const state = stateAt(timetable, elapsed);
  const { cue } = state;
  const set = useCallback((change: Partial<PlayerSettings>) => {
    setSettings((before) => {
      const after = { ...before, ...change };
      keepSettings(after);
      return after;
    });
    if (change.speak === false) hush();
  }, []);
  return {
    engine,
    phase,
    snapshot,
    state,
    at: still ? (cue.swingMs === null ? cue.at[1] : 1) : state.at,
    choices: timetable.choices,
    settings,
    set,
    choose: (change) => engine.choose(sessionChoices(source, { ...timetable.choices, ...change })),
    can,
    refusals: [awake, ear].filter((refusal) => refusal !== null),
    wasKept: kept !== null,
    start: () => engine.start(),
    pause: () => {
      hush();
      engine.pause();
    },
    pain: () => {
      hush();
      engine.end("pain");
      if (current.current.speak) speak("Stopped. Let go slowly and rest.");
      if (current.current.vibrate && canVibrate()) vibrate([600]);
    },
    endEarly: () => {
      hush();
      engine.end("ended");
    },
    again: () => {
      forgetSession();
      engine.reset();
    },
  };
}

/** Keeps where it stands at each cue and whenever the page may go, until it is over. */
function useKeeping(engine: SessionEngine, routine: string): void {
  useEffect(() => {
    const keep = (): void => {
      const { phase, timetable } = engine.snapshot();
      if (phase === "running" || phase === "paused")
        keepSession({
          routine,
          choices: timetable.choices,
          elapsedMs: Math.round(engine.elapsed()),
          at: Date.now(),
        });
      else if (phase === "ended" || phase === "pain") forgetSession();
    };
    const stop = engine.subscribe(keep);
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    return () => {
      keep();
      hush();
      stop();
      removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", keep);
    };
  }, [engine, routine]);
}

/** Less movement, by the system or by the person's own choice: then pictures stand still. */
function useStill(): boolean {
  const { reducedMotion } = useSettings();
  const system = useSyncExternalStore(
    (listener) => {
      const query = matchMedia("(prefers-reduced-motion: reduce)");
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    () => true,
  );
  return system || reducedMotion;
}

/** The time that is over, as often as it can be seen to change. */
function useElapsed(engine: SessionEngine, phase: Phase, still: boolean): number {
  const [elapsed, setElapsed] = useState(() => engine.elapsed());
  useEffect(() => {
    const look = (): void => setElapsed(engine.elapsed());
    look();
    const stop = engine.subscribe(look);
    if (phase !== "running") return stop;
    let frame = 0;
    let drawn = "";
    const step = (): void => {
      frame = requestAnimationFrame(step);
      const now = engine.elapsed();
      const { place, secondsLeft, at } = stateAt(engine.snapshot().timetable, now);
      const seen = `${place} ${secondsLeft} ${still ? "" : Math.round(at * PLACES)}`;
      if (seen === drawn) return;
      drawn = seen;
      setElapsed(now);
    };
    step();
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [engine, phase, still]);
  return elapsed;
}

function useCan(): Player["can"] {
  const hasVoice = useSyncExternalStore(
    watchVoices,
    () => deviceVoice() !== null,
    () => false,
  );
  const [hears, setHears] = useState(false);
  useEffect(() => {
    let here = true;
    void canListen().then((can) => {
      if (here) setHears(can);
    });
    return () => {
      here = false;
    };
  }, []);
  return { speak: hasVoice, vibrate: canVibrate(), listen: hears };
}

function useAwake(running: boolean): string | null {
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!running) return;
    return keepAwake(setRefusal);
  }, [running]);
  return running ? refusal : null;
}

function useEar(engine: SessionEngine, on: boolean): string | null {
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!on) return;
    setRefusal(null);
    return listen(
      (what) => {
        hush();
        if (what === "pain") engine.end("pain");
        else engine.pause();
      },
      () =>
        setRefusal(
          "The microphone is not allowed here, so “stop” is not heard. Touch the screen or press any key instead.",
        ),
    );
  }, [engine, on]);
  return on ? refusal : null;
}
