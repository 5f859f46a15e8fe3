import type { PlayerPage } from "@unclench/answers/relief-player";
import { askFirstNow, type SessionChoices, type SessionSource } from "@unclench/answers/relief-session";
import { type RoutineDone, tables } from "@unclench/record";
import { useEffect, useState } from "react";
import { RecordNotices } from "../record/RecordNotices.tsx";
import { UndoBar } from "../record/UndoBar.tsx";
import { saved, useDiary, useRows, useToday } from "../record/useDiary.ts";
import { Before, Reading, Warning } from "./Before.tsx";
import { takeBeginAtOnce } from "./beginAtOnce.ts";
import { Ended } from "./Ended.tsx";
import { PainPanel } from "./PainPanel.tsx";
import { Stage } from "./Stage.tsx";
import { usePlayer } from "./usePlayer.ts";

type PlayerRoomProps = { page: PlayerPage; source: SessionSource; wanted: Partial<SessionChoices> };

/** Minutes with one decimal, as they are noted. */
const minutesOf = (elapsedMs: number): number => Math.round(elapsedMs / 6_000) / 10;
const lengthWords = (elapsedMs: number): string => {
  const minutes = minutesOf(elapsedMs);
  return minutes < 1
    ? `${Math.round(elapsedMs / 1000)} seconds`
    : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
};

/** The session with its note in the diary. */
export function PlayerRoom({ page, source, wanted }: PlayerRoomProps) {
  const player = usePlayer(source, wanted);
  const note = useNote(page, player.choices.side, () => player.engine.elapsed());
  const { phase } = player;
  const [check] = useRows(note.diary, tables.bodyCheck);
  const [painNoted, setPainNoted] = useState(false);
  // By touch, by key or by voice: pain is noted once, however it was told.
  useEffect(() => {
    if (phase !== "pain") return setPainNoted(false);
    if (painNoted || !note.ready) return;
    setPainNoted(true);
    void note.keep({ pain: true, after: null }, "Noted in your diary: ended because of pain.");
  }, [phase, painNoted, note]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the player opens
  useEffect(() => {
    if (takeBeginAtOnce(page.routine) && phase === "before") player.start();
  }, []);
  // Each part of it begins at its top, wherever the page stood.
  const part = phase === "paused" ? "running" : phase;
  useEffect(() => {
    if (part !== "before") window.scrollTo({ top: 0 });
  }, [part]);
  const { company } = player.choices;
  const steps = company === "helper" ? (source.forHelper ?? source.steps) : source.steps;
  return (
    <>
      {phase === "before" ? (
        <>
          <Warning page={page} said={askFirstNow(page.askFirst, check?.answers ?? [])} />
          <Before page={page} source={source} player={player} />
          <Reading page={page} steps={steps} />
        </>
      ) : null}
      {phase === "running" || phase === "paused" ? (
        <>
          {phase === "paused" && player.wasKept ? (
            <p className="notice">
              You left this routine before its end. Go on where it stood, or end it here.
            </p>
          ) : null}
          <Stage page={page} source={source} player={player} />
        </>
      ) : null}
      {phase === "pain" ? (
        <PainPanel
          page={page}
          noted={note.problem}
          onSlip={() => {
            void note.drop();
            player.engine.takeBack();
          }}
        />
      ) : null}
      {phase === "ended" ? (
        <Ended
          length={lengthWords(player.snapshot.elapsedMs)}
          answered={note.answered}
          canNote={note.ready}
          onAnswer={(after) => void note.keep({ pain: null, after }, "Noted in your diary.")}
          onAgain={() => {
            note.forget();
            player.again();
          }}
        />
      ) : null}
      {phase === "ended" || phase === "pain" ? (
        <>
          {note.unsaved === null ? null : (
            <p className="notice warn" role="alert">
              <b>Nothing was noted.</b> {note.unsaved}
            </p>
          )}
          <RecordNotices diary={note.diary} />
          <UndoBar diary={note.diary} said={note.said} onUndone={note.undone} />
        </>
      ) : null}
    </>
  );
}

/** The one row of this session: written, changed or taken away; nothing is claimed that was not kept. */
function useNote(page: PlayerPage, side: SessionChoices["side"], elapsed: () => number) {
  const diary = useDiary(false);
  const today = useToday();
  const [row, setRow] = useState<string | null>(null);
  const [answered, setAnswered] = useState<RoutineDone["after"] | undefined>(undefined);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { record } = diary;
  const forget = (): void => {
    setRow(null);
    setAnswered(undefined);
    setSaid(null);
    setProblem(null);
  };
  const keep = async (what: Pick<RoutineDone, "pain" | "after">, words: string): Promise<void> => {
    if (record === null) return;
    const entry = {
      date: today,
      routine: page.name,
      routineId: page.routine,
      minutes: minutesOf(elapsed()),
      side,
      ...what,
    };
    let id = row;
    const failed = await saved(
      record.put(tables.routineDone, entry, today, row ?? undefined).then((done) => {
        if (done.ok) id = done.value;
        return done;
      }),
    );
    setProblem(failed);
    if (failed !== null) return;
    setRow(id);
    setAnswered(what.after);
    setSaid(words);
  };
  return {
    diary,
    keep,
    said,
    problem,
    answered,
    forget,
    ready: record !== null && !diary.readOnly,
    unsaved:
      problem ??
      (diary.state === "failed" ? "Your diary could not be opened, so this session is not in it." : null),
    drop: async (): Promise<void> => {
      if (record !== null && row !== null) await saved(record.remove(tables.routineDone, row));
      forget();
    },
    undone: (): void => {
      setRow(null);
      setAnswered(undefined);
      setSaid("Taken back.");
    },
  };
}
