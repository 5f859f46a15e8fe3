/** Made-up diaries as files, the same at every run. */

/** Park and Miller's minimal generator (CACM 31, 1988). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const dateAt = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

/** `days` of stiffness around 6, lower by `effect` from day `start` on. */
export function diaryFile({ days, start, effect }: { days: number; start: number; effect: number }): string {
  const chance = chanceOf(7);
  const lines = Array.from({ length: days }, (_, day) => {
    const noise = (chance() + chance() + chance() - 1.5) * 1.6;
    const level = 6 - (day >= start ? effect : 0) + noise;
    return `${dateAt(day)},${Math.round(Math.min(10, Math.max(0, level)))},3,,,`;
  });
  return ["date,stiffness,spasms,pain,sleep,note", ...lines].join("\n");
}

export const treatmentsFile = (start: number): string =>
  `treatment,kind,start,stop,dose,unit\nBaclofen,medicine,${dateAt(start)},,10,mg\n`;
