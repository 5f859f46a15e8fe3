import type { SeededRandom } from "@unclench/stats";
import type { AssessmentInput, DiaryDay, TreatmentCourse } from "../src/index.ts";

export interface Simulated {
  readonly days: number;
  readonly start: number;
  readonly effect: number;
}

/** AR(1) with ρ 0.6 plus reporting noise, SD about 1.2, whole ratings, 15 % missing: the reference situation. */
export function simulatedDiary(random: SeededRandom, { days, start, effect }: Simulated): AssessmentInput {
  const [lasting, noise, rho] = [0.9, 0.79, 0.6];
  let deviation = random.normal(0, lasting);
  const diary: DiaryDay[] = [];
  for (let day = 1; day <= days; day++) {
    deviation = rho * deviation + random.normal(0, lasting * Math.sqrt(1 - rho * rho));
    const exposure = day < start ? 0 : 1 - Math.exp(-(day - start + 1) / 3);
    const exact = 6 + effect * exposure + deviation + random.normal(0, noise);
    const missing = random.chance(0.15);
    diary.push({ day, rating: missing ? null : Math.min(10, Math.max(0, Math.round(exact))) });
  }
  return { diary, treatments: [treatmentFrom("treat", start)], today: days };
}

export function treatmentFrom(id: string, from: number, to: number | null = null): TreatmentCourse {
  return { kind: "on-off", id, tauOn: 3, tauOff: 3, spans: [{ from, to, doseShare: 1 }] };
}

/** A diary with these ratings on days 1, 2, 3 …; null = not rated. */
export function diaryOf(ratings: readonly (number | null)[]): DiaryDay[] {
  return ratings.map((rating, i) => ({ day: i + 1, rating }));
}
