import { type ReactNode, useState } from "react";
import { Press } from "../controls/Press.tsx";
import { type Diary, saved } from "./useDiary.ts";

type UndoBarProps = {
  diary: Diary;
  /** What was just done ("Saved for today."), or null. */
  said: ReactNode;
  onUndone: () => void;
};

/** Says what was saved and takes it back at a touch, step by step, for as long as the page lives. */
export function UndoBar({ diary, said, onUndone }: UndoBarProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const undo = async () => {
    if (diary.record === null) return;
    const failed = await saved(diary.record.undo());
    setProblem(failed);
    if (failed === null) onUndone();
  };
  return (
    <div className={said === null && problem === null ? "undo row quiet" : "undo row"}>
      <p role="status" aria-live="polite">
        {problem ?? said}
      </p>
      {diary.canUndo ? <Press onPress={() => void undo()}>Undo</Press> : null}
    </div>
  );
}
