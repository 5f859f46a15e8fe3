/**
 * The grid of situations in which a diary may be kept, to simulate how often a verdict is wrong. It holds those of
 * docs/methods.md §5 and more; the diaries are drawn from seeds of their own, the verdicts are this engine's.
 */
import { DAYS, type Situation } from "./situation.ts";

export const usual: Omit<Situation, "name"> = {
  effect: 0,
  design: "once",
  baseDays: 28,
  days: DAYS,
  level: 6,
  phi: 0.6,
  noise: true,
  sd: 1.2,
  errors: "ar1",
  trend: 0,
  asBelieved: false,
  weekend: 0,
  missing: 0.15,
  worseMissing: false,
  badWeek: false,
  saidSo: false,
  neighbour: false,
  trueTau: 3,
  titrated: false,
  ownCurve: null,
  illness: null,
};
const of = (name: string, change: Partial<Situation> = {}): Situation => ({ ...usual, name, ...change });
export const blocks = { design: "blocks", baseDays: 14 } as const;
export const long = { phi: 0.8, noise: false } as const;

const designs: readonly (readonly [string, Partial<Situation>])[] = [
  ["28 days before, 56 on", {}],
  ["18 days before, 66 on", { baseDays: 18 }],
  ["14-day blocks by lot", blocks],
];

/** φ × noise × design, a treatment that does nothing. */
const grid = designs.flatMap(([design, change]) =>
  [0, 0.2, 0.4, 0.6, 0.8].flatMap((phi) =>
    // Without a lasting part there is nothing for the noise to be beside.
    (phi === 0 ? [false] : [false, true]).map((noise) =>
      of(`${design}; φ ${phi}${noise ? " and noise" : ""}`, { ...change, phi, noise }),
    ),
  ),
);

/** What else a diary may bring, each in the usual ups and downs (φ 0.6 and noise) and in long spells (φ 0.8). */
const special: readonly (readonly [string, Partial<Situation>])[] = [
  ["25 of 100 days missing, worse ones more often", { missing: 0.25, worseMissing: true }],
  ["40 of 100 days missing", { missing: 0.4 }],
  ["begun in a bad week", { badWeek: true }],
  ["begun in a bad week, and said so", { badWeek: true, saidSo: true }],
  ["begun in a bad week, only 18 days before", { badWeek: true, baseDays: 18 }],
  ["getting better anyway, 0.3 points a month", { trend: -0.3 }],
  ["worse at weekends by 1 point", { weekend: 1 }],
  ["another treatment that helps began 7 days later", { neighbour: true }],
  ["now and then a very bad day (heavy tails)", { errors: "heavy tails" }],
  ["ratings near 0, cut off there", { level: 1.5 }],
  ["the dose is raised over four weeks", { titrated: true }],
  ["larger ups and downs (SD 1.8)", { sd: 1.8 }],
];

/** Several things at once that mislead the same way. */
export const together: readonly Situation[] = [
  of("getting better anyway; hardly any spells (φ 0.2 and noise)", { trend: -0.3, phi: 0.2 }),
  of("getting better anyway; long spells and noise (φ 0.8)", { trend: -0.3, phi: 0.8 }),
  of("getting better anyway, only 18 days before; long spells and noise", {
    trend: -0.3,
    phi: 0.8,
    baseDays: 18,
  }),
  of("getting better anyway; 14-day blocks; long spells", { trend: -0.3, ...blocks, ...long }),
  of("getting better anyway; 14-day blocks; long spells and noise", { trend: -0.3, ...blocks, phi: 0.8 }),
  of("ratings near 0, only 18 days before; long spells and noise", { level: 1.5, baseDays: 18, phi: 0.8 }),
  of("getting better anyway; the dose is raised over four weeks", { trend: -0.3, titrated: true }),
  of("getting better anyway; another treatment that helps began 7 days later", {
    trend: -0.3,
    neighbour: true,
  }),
  of("getting better anyway; 40 of 100 days missing", { trend: -0.3, missing: 0.4 }),
  of("getting better anyway; larger ups and downs (SD 1.8)", { trend: -0.3, sd: 1.8 }),
  of("getting better anyway; small ups and downs (SD 0.7)", { trend: -0.3, sd: 0.7 }),
  // Three at once: of all that were tried, the ones that mislead most.
  of("getting better anyway; larger ups and downs (SD 1.8); long spells and noise", {
    trend: -0.3,
    sd: 1.8,
    phi: 0.8,
  }),
  of("getting better anyway; another treatment 7 days later; long spells and noise", {
    trend: -0.3,
    neighbour: true,
    phi: 0.8,
  }),
  // Four and five at once, the ratings swinging widely.
  of("getting better anyway, only 18 days before; SD 1.8; long spells and noise", {
    trend: -0.3,
    sd: 1.8,
    phi: 0.8,
    baseDays: 18,
  }),
  of("getting better anyway; 14-day blocks; SD 1.8; long spells and noise", {
    trend: -0.3,
    sd: 1.8,
    phi: 0.8,
    ...blocks,
  }),
  of("getting better anyway; another treatment 7 days later; SD 1.8; long spells and noise", {
    trend: -0.3,
    sd: 1.8,
    neighbour: true,
    phi: 0.8,
  }),
  of("getting better anyway, only 18 days before; SD 2.5; long spells and noise", {
    trend: -0.3,
    sd: 2.5,
    phi: 0.8,
    baseDays: 18,
  }),
];

export const useless: readonly Situation[] = [
  ...grid,
  ...special.map(([name, change]) => of(name, change)),
  ...special.map(([name, change]) => of(`${name}; long spells`, { ...change, ...long })),
  of("a slow drift of its own (random walk and noise)", { errors: "random walk" }),
  of("a slow drift of its own; 14-day blocks", { errors: "random walk", ...blocks }),
  of("getting better anyway; 14-day blocks", { trend: -0.3, ...blocks }),
  ...together,
];

/** For the ranges alone: effects and trends as different from person to person as the engine believes. */
export const believed: readonly Situation[] = [0.4, 0.8].flatMap((phi) => [
  of(`28 days before, 56 on; φ ${phi} and noise`, { asBelieved: true, phi }),
  of(`14-day blocks by lot; φ ${phi} and noise`, { asBelieved: true, phi, ...blocks }),
]);

const sizes = [-0.5, -1, -1.5, -2, -3] as const;
/** Time constants in days where three are assumed. */
const curves = [
  ["works four times as slowly as assumed", 12],
  ["works at once", 0.1],
] as const;
const points = (effect: number): string => `${-effect} ${effect === -1 ? "point" : "points"} better`;

export const helping: readonly Situation[] = [
  ...sizes.map((effect) =>
    of(`${points(effect)}; 28 days before, 56 on; φ 0.4 and noise`, { effect, phi: 0.4 }),
  ),
  ...sizes.map((effect) => of(`${points(effect)}; 28 days before, 56 on; φ 0.8`, { effect, ...long })),
  ...sizes.map((effect) =>
    of(`${points(effect)}; 14-day blocks by lot; φ 0.4 and noise`, { effect, phi: 0.4, ...blocks }),
  ),
  ...sizes.map((effect) =>
    of(`${points(effect)}; 14-day blocks by lot; φ 0.8`, { effect, ...long, ...blocks }),
  ),
  ...curves.flatMap(([name, trueTau]) => [
    of(`1.5 points better; ${name}`, { effect: -1.5, trueTau }),
    of(`1.5 points better; ${name}; long spells`, { effect: -1.5, trueTau, ...long }),
    of(`1.5 points better; ${name}; 14-day blocks`, { effect: -1.5, trueTau, ...blocks }),
    of(`1.5 points better; ${name}; 14-day blocks; long spells`, {
      effect: -1.5,
      trueTau,
      ...long,
      ...blocks,
    }),
  ]),
  of("1.5 points better; the dose is raised over four weeks", { effect: -1.5, titrated: true }),
  of("1.5 points better; another treatment that helps began 7 days later", { effect: -1.5, neighbour: true }),
  of("1.5 points better; 40 of 100 days missing", { effect: -1.5, missing: 0.4 }),
];

const before = { from: 15, to: 28 };
const after = { from: 43, to: 63 };

/** What a person may write down beside ratings: an infection of two or three weeks, told or not. */
export const illness: readonly Situation[] = [
  of("no effect; an infection in the two weeks before the start, not written down", {
    illness: { ...before, told: false },
  }),
  of("no effect; an infection in the two weeks before the start, written down", {
    illness: { ...before, told: true },
  }),
  of("1.5 points better; an infection for three weeks after the start, not written down", {
    effect: -1.5,
    phi: 0.4,
    illness: { ...after, told: false },
  }),
  of("1.5 points better; an infection for three weeks after the start, written down", {
    effect: -1.5,
    phi: 0.4,
    illness: { ...after, told: true },
  }),
];

/** The situation of the grid without an effect that a helping one is held against, for the same false-alarm rate. */
export function uselessTwinOf(situation: Situation): Situation | undefined {
  const same = (one: Situation): boolean =>
    (Object.keys(usual) as (keyof typeof usual)[]).every(
      (key) => key === "effect" || key === "trueTau" || one[key] === situation[key],
    );
  return useless.find(same);
}

/**
 * Time constants that the oracle knows the treatment to have: of a treatment that does nothing, those of the ones that help and
 * are held against it. Whoever knows another curve is misled by other diaries.
 */
export function knownTausOf(situation: Situation): readonly number[] {
  const held = helping.filter((one) => uselessTwinOf(one)?.name === situation.name);
  return [...new Set([situation.trueTau, ...held.map(({ trueTau }) => trueTau)])];
}

export { DAYS, type Situation };
