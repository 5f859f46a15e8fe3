import type { NormalPrior } from "./exposure.ts";
import { type Mixture, mixtureDensity, mixtureQuantile } from "./mixture.ts";

export interface DensityPoint {
  readonly effect: number;
  readonly density: number;
}

/** [RS-18] The hill: the density of an effect on an even grid that holds all but 1e-4 at either end. */
export function densityOf(mixture: Mixture, points = 121): DensityPoint[] {
  const low = mixtureQuantile(mixture, 1e-4);
  const step = (mixtureQuantile(mixture, 1 - 1e-4) - low) / (points - 1);
  return Array.from({ length: points }, (_, i) => {
    const effect = low + i * step;
    return { effect, density: mixtureDensity(mixture, effect) };
  });
}

/** [RS-18] The same for a belief that no diary has moved yet. */
export function densityOfPrior({ mean, sd }: NormalPrior, points = 121): DensityPoint[] {
  const one = { weights: Float64Array.of(1), means: Float64Array.of(mean), sds: Float64Array.of(sd) };
  return densityOf(one, points);
}
