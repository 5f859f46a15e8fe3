import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Seeded chance: the same seed gives the same numbers on every machine. For simulations, never for secrets. */
export interface SeededRandom {
  /** uniform on [0, 1) */
  uniform(): number;
  /** a whole number from 0 to below `bound` */
  below(bound: number): number;
  normal(mean?: number, sd?: number): number;
  /** true with probability p */
  chance(p: number): boolean;
  /** Gamma with this shape and mean = shape */
  gamma(shape: number): number;
  /** Student t with these degrees of freedom (variance df/(df − 2)) */
  studentT(degreesOfFreedom: number): number;
  poisson(mean: number): number;
  /** shuffles a copy */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/**
 * A generator for one stream of simulated numbers (xoroshiro128+ from pure-rand).
 * @example seededRandom(42).uniform() === seededRandom(42).uniform() // true
 */
export function seededRandom(seed: number): SeededRandom {
  const generator = xoroshiro128plus(seed);
  let spare: number | null = null;
  const uniform = () => uniformFloat64(generator);
  const below = (bound: number) => Math.floor(uniform() * bound);

  /** Marsaglia's polar method; the second number of each pair is kept. */
  function standardNormal(): number {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * scale;
      return u * scale;
    }
  }

  /** Marsaglia & Tsang, ACM TOMS 26 (2000) 363–372; for shape < 1 their boost by a power of a uniform. */
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = standardNormal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Counts exponential gaps, in pieces of 500 so that exp(−mean) does not become 0. */
  function poisson(mean: number): number {
    let rest = mean;
    let count = 0;
    while (rest > 500) {
      count += poisson(500);
      rest -= 500;
    }
    const limit = Math.exp(-rest);
    for (let product = 1 - uniform(); product > limit; product *= 1 - uniform()) count++;
    return count;
  }

  return {
    uniform,
    below,
    normal: (mean = 0, sd = 1) => mean + sd * standardNormal(),
    chance: (p) => uniform() < p,
    gamma,
    studentT: (df) => standardNormal() / Math.sqrt((2 * gamma(df / 2)) / df),
    poisson,
    shuffled: (items) => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}
