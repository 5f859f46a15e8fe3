import { rowsOf, timeColumns } from "../../../scripts/lib/time.mts";
import { poolEffects } from "../src/index.ts";

/** Effects of made-up studies, the same at every run. */
function effects(count: number): { study: string; estimate: number; variance: number }[] {
  return Array.from({ length: count }, (_, place) => ({
    study: `Study ${place}`,
    estimate: Math.sin(place * 1.7) * 0.8 - 0.4,
    variance: 0.05 + 0.2 * ((place * 37) % 11) * 0.1,
  }));
}

export default async function bench() {
  const works = [13, 40, 100].map((count) => {
    const studies = effects(count);
    return [
      `${count} studies, REML, Knapp-Hartung, with each left out once`,
      () => poolEffects(studies, { method: "REML", ci: "knha" }),
    ] as const;
  });
  return { title: "Pooling trials", columns: timeColumns, rows: rowsOf(works) };
}
