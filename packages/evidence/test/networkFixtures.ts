/** The network vectors: their contrasts, and the arms behind them where the data set has arms. */
import {
  type Arm,
  hedgesFactor,
  type NetworkContrast,
  type NetworkMethod,
  type NetworkStudy,
  type Study,
} from "../src/index.ts";
import { readFixtures } from "./reference.ts";

export type Named = {
  rows: string[];
  cols: string[];
  values: (number | null)[][] | [(number | null)[][]];
};
type LeagueVector = { TE: Named; seTE: Named; lower: Named; upper: Named; pval: Named };
type Part = { Q: number[]; df: number[]; pval: (number | null)[] };
export type Result = {
  error?: string;
  sm: "OR" | "RR" | "RD" | "MD" | "SMD";
  method_tau: NetworkMethod;
  reference: string;
  k_studies: number;
  n_treatments: number;
  n_designs: number;
  tau2: number;
  Q: number;
  df_Q: number;
  p_Q: number;
  I2: number;
  Q_heterogeneity: number;
  df_Q_heterogeneity: number;
  p_Q_heterogeneity: number;
  Q_inconsistency: number;
  df_Q_inconsistency: number;
  p_Q_inconsistency: number;
  treatments: string[];
  common: LeagueVector;
  random: LeagueVector;
  prediction: { lower: Named; upper: Named };
  prop_direct_common: Record<string, number>;
  prop_direct_random: Record<string, number>;
  direct_common: Named;
  direct_random: Named;
  se_direct_random: Named;
  indirect_random: Named;
  se_indirect_random: Named;
  studies: Record<"studlab" | "treat1" | "treat2", string[]> &
    Record<"TE" | "seTE" | "seTE_adj_common" | "seTE_adj_random" | "fitted_common", number[]> & {
      leverage: (number | null)[];
    };
  p_scores: Record<
    "small_values_desirable" | "small_values_undesirable",
    { common: Record<string, number>; random: Record<string, number> }
  >;
  decomp_design?: {
    Q_het_design?: Part & { design: string[] };
    Q_inc_random: Part & { "tau.within": number[] };
  };
  netsplit?: Record<
    | "direct_random"
    | "direct_se_random"
    | "indirect_random"
    | "indirect_se_random"
    | "diff"
    | "diff_se"
    | "diff_p"
    | "prop_random",
    (number | null)[]
  > & {
    comparison: string[];
    k: number[];
  };
};
type Raw = Record<string, (string | number | null)[]>;
export type NetworkFixture = { id: string; raw: Raw; results: Result[] };

export const networkFixtures = readFixtures<NetworkFixture>("network-");

export const studiesOf = ({ studies }: Result): NetworkStudy[] => {
  const byName = new Map<string, NetworkStudy["contrasts"][number][]>();
  for (const [i, name] of studies.studlab.map(String).entries()) {
    const contrast = {
      treatment: studies.treat1[i]!,
      versus: studies.treat2[i]!,
      estimate: studies.TE[i]!,
      variance: studies.seTE[i]! ** 2,
    };
    byName.set(name, [...(byName.get(name) ?? []), contrast]);
  }
  return [...byName].map(([study, contrasts]) => ({ study, contrasts }));
};

/** Was the data set published as contrasts, without arms? */
export const isContrastData = ({ raw }: NetworkFixture): boolean => "TE" in raw;

/** Columns of the data sets by what they hold; `wide` ones have a number behind each name. */
const columnsByKind = {
  treatment: ["treatment", "treat", "Treatment"],
  events: ["event", "resp", "r", "exac", "death"],
  n: ["n", "N", "total"],
  mean: ["y"],
  sd: ["sd"],
} as const;

/** The arms of a data set as a person would write them into a file. */
export function armsOf({ id, raw }: NetworkFixture): Study[] {
  const rows = Object.values(raw)[0]!.length;
  const nameOf = (row: number): string => {
    const cell = (column: string) => String(raw[column]?.[row] ?? "");
    if (id === "network-baker2009") return `${cell("study")} ${cell("year")} ${cell("id")}`;
    return (
      cell("Study") ||
      (cell("author") && !("id" in raw) && cell("author")) ||
      cell("study") ||
      cell("id") ||
      String(row + 1)
    );
  };
  const byName = new Map<string, Arm[]>();
  for (let row = 0; row < rows; row++) {
    for (const suffix of ["", "1", "2", "3"]) {
      const cell = (kind: keyof typeof columnsByKind): string | number | undefined =>
        columnsByKind[kind]
          .map((column) => raw[`${column}${suffix}`]?.[row])
          .find((value) => value != null && value !== "") ?? undefined;
      const treatment = cell("treatment");
      if (treatment === undefined) continue;
      const numbers = (["n", "events", "mean", "sd"] as const).flatMap((kind) => {
        const value = cell(kind);
        return value === undefined ? [] : [[kind, Number(value)] as const];
      });
      // An arm that a trial did not report has no numbers.
      if (numbers.length < (Object.keys(raw).some((column) => column.startsWith("sd")) ? 3 : 2)) continue;
      const arm = { treatment: String(treatment), ...Object.fromEntries(numbers) } as Arm;
      byName.set(nameOf(row), [...(byName.get(nameOf(row)) ?? []), arm]);
    }
  }
  return [...byName].filter(([, arms]) => arms.length > 1).map(([study, arms]) => ({ study, arms }));
}

/**
 * [Note: Where netmeta's effect of a study is another]
 * SMD: netmeta takes Cohen's d, this engine Hedges' g (EV-3); they differ by J, and their variances by the g² in them.
 * With a zero in the study, netmeta adds one half to the events and, for RR, one half to the people; this engine adds
 * it to events and non-events alike (EV-5), so that `pool` and `network` agree. For RD netmeta corrects the variance
 * but not the estimate.
 */
export function fromNetmeta(sm: Result["sm"], study: Study, contrast: NetworkContrast): NetworkContrast {
  const arms = "arms" in study ? study.arms : [];
  const people = arms.reduce((sum, { n }) => sum + n, 0);
  if (sm === "SMD") {
    const factor = hedgesFactor(people - arms.length);
    const shrunk = ((1 - factor ** 2) * contrast.estimate ** 2) / (2 * people);
    return { ...contrast, estimate: factor * contrast.estimate, variance: contrast.variance - shrunk };
  }
  if (!arms.some(({ events, n }) => events === 0 || events === n) || (sm !== "RR" && sm !== "RD"))
    return contrast;
  const [one, other] = [contrast.treatment, contrast.versus].map((name) => {
    const { events = Number.NaN, n } = arms.find(({ treatment }) => treatment === name)!;
    return { events, n };
  }) as [{ events: number; n: number }, { events: number; n: number }];
  /** What the correction of this engine moves. */
  const moved = (f: (arm: { events: number; n: number }, more: number) => number, sign: 1 | -1): number =>
    f(one, 1) - f(one, 0) + sign * (f(other, 1) - f(other, 0));
  if (sm === "RD") {
    const share = ({ events, n }: { events: number; n: number }, more: number) =>
      (events + more / 2) / (n + more);
    return { ...contrast, estimate: contrast.estimate + moved(share, -1) };
  }
  const logPeople = ({ n }: { n: number }, more: number) => Math.log(n + (1 + more) / 2);
  const perPerson = ({ n }: { n: number }, more: number) => 1 / (n + (1 + more) / 2);
  return {
    ...contrast,
    estimate: contrast.estimate - moved(logPeople, -1),
    variance: contrast.variance - moved(perPerson, 1),
  };
}
