import type { WaveTreatment } from "../exposure.ts";

type Knots = WaveTreatment["knots"];

/** Landmarks of a wave, in days since the injection. */
export interface WaveLandmarks {
  /** first day on which half of the peak is there */
  readonly onset: number;
  /** the middle of the days at the peak */
  readonly peak: number;
  /** last day on which half of the peak is still there */
  readonly wearOff: number;
}

/** [RS-50] The landmarks of a wave given by knots (linear between them, 0 outside). */
export function landmarksOf(knots: Knots): WaveLandmarks {
  const top = knots.reduce((most, [, share]) => Math.max(most, share), 0);
  const first = knots.findIndex(([, share]) => share === top);
  const last = knots.findLastIndex(([, share]) => share === top);
  const half = top / 2;
  let onset = knots[0]![0];
  for (let i = 1; i <= first; i++) {
    if (knots[i - 1]![1] < half && knots[i]![1] >= half) {
      onset = crossing(knots[i - 1]!, knots[i]!, half);
      break;
    }
  }
  let wearOff = knots.at(-1)![0];
  for (let i = knots.length - 1; i > last; i--) {
    if (knots[i - 1]![1] >= half && knots[i]![1] < half) {
      wearOff = crossing(knots[i - 1]!, knots[i]!, half);
      break;
    }
  }
  return { onset, peak: (knots[first]![0] + knots[last]![0]) / 2, wearOff };
}

function crossing([a, shareA]: Knots[number], [b, shareB]: Knots[number], at: number): number {
  return a + ((at - shareA) / (shareB - shareA)) * (b - a);
}
