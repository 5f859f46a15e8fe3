import {
  allQuestions,
  answered,
  type BodyAnswer,
  type BodyQuestion,
  chosenFrom,
  findRoutines,
  fromRecord,
  type ReliefFound,
} from "@unclench/answers/relief";
import { tables } from "@unclench/record";
import { useEffect, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { type Diary, saved, useDiary, useRows, useToday } from "../record/useDiary.ts";
import { useHydrated } from "../record/useHydrated.ts";
import type { Chosen } from "./Choices.tsx";

export type Relief = {
  readonly ready: boolean;
  readonly diary: Diary;
  readonly chosen: Chosen;
  /** the place of the last time, if none is chosen now */
  readonly lastPlace: string | null;
  readonly found: ReliefFound | null;
  readonly questions: readonly BodyQuestion[];
  readonly answers: readonly BodyAnswer[];
  readonly problem: string | null;
  readonly choose: (change: Partial<Chosen>) => void;
  readonly answer: (asked: readonly string[], ticked: readonly string[]) => Promise<void>;
};

/** Choices stand in the address, else as they were the last time; answers stand in the record. */
export function useRelief(): Relief {
  const hydrated = useHydrated();
  const diary = useDiary(false);
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const [kept] = useRows(diary, tables.reliefChoice);
  const [check] = useRows(diary, tables.bodyCheck);
  const injections = useRows(diary, tables.injection);
  /** where nothing can be kept, for this visit */
  const [spoken, setSpoken] = useState<readonly BodyAnswer[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { record, person, medicines, treatments } = diary;
  const ready = hydrated && diary.state !== "loading";
  const answers = useMemo(() => spoken ?? check?.answers ?? [], [spoken, check]);
  const chosen = useMemo(() => {
    const wish = (name: string) => (hydrated ? search.get(name) : null);
    return {
      ...chosenFrom(
        { position: wish("position"), minutes: wish("minutes"), company: wish("company") },
        kept ?? {},
      ),
      where: chosenFrom({ where: wish("where") }).where,
    };
  }, [hydrated, search, kept]);
  const { where } = chosen;
  const found = useMemo(() => {
    if (!ready || where === null) return null;
    const said = { condition: person.condition, answers, medicines, treatments, injections, today };
    const result = findRoutines({ ...chosen, where, ...fromRecord(said) });
    return result.ok ? result.value : null;
  }, [ready, chosen, where, person.condition, answers, medicines, treatments, injections, today]);

  const { position, minutes, company } = chosen;
  // Kept for the next time; only a convenience, so that nothing is said where it fails.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is what is kept; what another tab keeps is not written over
  useEffect(() => {
    if (!ready || record === null || diary.readOnly || where === null) return;
    const now = { place: where, position, minutes, company };
    if (kept !== undefined && Object.entries(now).every(([name, value]) => kept[name as "place"] === value))
      return;
    void record.put(tables.reliefChoice, now, today);
  }, [ready, where, position, minutes, company]);

  /** Only what was touched: it may be touched before the address and the record could be read. */
  const choose = (change: Partial<Chosen>) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change))
          if (value === null) next.delete(name);
          else next.set(name, String(value));
        return next;
      },
      { preventScrollReset: true },
    );
  };
  const answer = async (asked: readonly string[], ticked: readonly string[]) => {
    const next = answered(answers, asked, ticked, today);
    const failed =
      record === null || diary.readOnly
        ? "Your answers cannot be kept on this device; they hold until you leave this page."
        : await saved(record.put(tables.bodyCheck, { answers: next }, today));
    setProblem(failed);
    setSpoken(failed === null ? null : next);
  };
  return {
    ready,
    diary,
    chosen,
    lastPlace: where === null ? chosenFrom({ where: kept?.place ?? null }).where : null,
    found,
    questions: useMemo(() => allQuestions(answers), [answers]),
    answers,
    problem,
    choose,
    answer,
  };
}
