/** [AN-145] Scripts for R that yield the figures beside them. */
import { isRatio, type NetworkMeasure, networkStudies, type Study } from "@unclench/evidence";
import { digits, exactClimb, oneLine, quoted } from "../rText.ts";
import type { NetworkAnswer, Subnetwork } from "./network.ts";
import type { PairAnswer } from "./pairs.ts";
import { measureWords } from "./words.ts";

const comment = (text: string): string => `# ${oneLine(text)}`;

const vector = (name: string, values: readonly string[]): string => {
  const lines: string[] = [];
  let line = `${name} <- c(`;
  for (const [place, value] of values.entries()) {
    const piece = place === values.length - 1 ? value : `${value}, `;
    // R stops reading a line of more than 4,095 signs at a terminal.
    if (line.length + piece.length > 110) {
      lines.push(line.trimEnd());
      line = "  ";
    }
    line += piece;
  }
  return [...lines, `${line})`].join("\n");
};

/** One pair: metafor's `rma` on the studies' effects. Leaves `fit` behind. */
export function pairScript({ title, measure, pooled, studies }: PairAnswer): string {
  const one = pooled.k === 1;
  return [
    comment(`${title}: ${measureWords[measure]} of each study and its standard error`),
    "library(metafor)",
    vector(
      "study",
      studies.map(({ label }) => quoted(label)),
    ),
    vector(
      "yi",
      studies.map(({ estimate }) => digits(estimate)),
    ),
    vector(
      "sei",
      studies.map(({ se }) => digits(se)),
    ),
    `fit <- rma(yi = yi, sei = sei, slab = study, method = "${one ? "EE" : pooled.method}", test = "${pooled.ci}", ${exactClimb})`,
    "print(fit, digits = 6)",
    isRatio(measure) ? "print(predict(fit, transf = exp), digits = 6)" : "print(predict(fit), digits = 6)",
    ...(pooled.k > 2 ? ["print(leave1out(fit), digits = 6)"] : []),
    "forest(fit)",
    "",
  ].join("\n");
}

/** Places of a study's contrasts with its last treatment in the vectors of the script, and how they vary together. */
type Block = {
  readonly size: number;
  readonly covariance: readonly number[];
  readonly independent: readonly number[];
};

/**
 * One network: the contrasts of each study with one of its treatments, how their sampling errors vary together, and a
 * multivariate model in which all contrasts differ by the same τ² and those of one study share half of it. Leaves
 * `table` (each treatment against the reference) and `tau2` behind.
 */
export function networkScript(answer: NetworkAnswer, part: Subnetwork, studies: readonly Study[]): string {
  const { measure, method } = answer;
  const { treatments, reference, model } = part;
  const rows: { study: string; treatment: string; versus: string; estimate: number }[] = [];
  const blocks: Block[] = [];
  const all = contrastsOf(studies, measure, treatments);
  for (const { study, contrasts, readyMade } of all) {
    const names = [...new Set(contrasts.flatMap(({ treatment, versus }) => [treatment, versus]))].sort();
    const of = (one: string, other: string): readonly [estimate: number, variance: number] => {
      const found = contrasts.find((each) => each.treatment === one && each.versus === other);
      if (found !== undefined) return [found.estimate, found.variance];
      const turned = contrasts.find((each) => each.treatment === other && each.versus === one);
      return turned === undefined ? [0, 0] : [-turned.estimate, turned.variance];
    };
    // As the engine does where there are contrasts only (EV-66): the reference, else the last.
    const base = names.includes(reference) ? reference : (names.at(-1) ?? "");
    const others = names.filter((name) => name !== base);
    for (const treatment of others)
      rows.push({ study, treatment, versus: base, estimate: of(treatment, base)[0] });
    const covariance = others.flatMap((one) =>
      others.map((other) =>
        one === other ? of(one, base)[1] : (of(one, base)[1] + of(other, base)[1] - of(one, other)[1]) / 2,
      ),
    );
    const own = others.flatMap((one, i) => others.map((_, j) => (i === j ? of(one, base)[1] : 0)));
    const apart = readyMade === true && method === "REML" && others.length > 1;
    blocks.push({ size: others.length, covariance, independent: apart ? own : covariance });
  }
  const apart = blocks.some(({ covariance, independent }) => covariance !== independent);
  const others = treatments.filter((name) => name !== reference);
  const matrices = (name: string, of: (block: Block) => readonly number[]): string[] => [
    `${name} <- metafor::bldiag(list(`,
    blocks.map((block) => `  matrix(c(${of(block).map(digits).join(", ")}), ${block.size})`).join(",\n"),
    "))",
  ];
  return [
    comment(`${treatments.join(", ")}: ${measureWords[measure]}`),
    comment("yi: the effect of t1 minus t2; contrasts of one study vary together as V says"),
    "library(metafor)",
    vector(
      "study",
      rows.map(({ study }) => quoted(study)),
    ),
    vector(
      "t1",
      rows.map(({ treatment }) => quoted(treatment)),
    ),
    vector(
      "t2",
      rows.map(({ versus }) => quoted(versus)),
    ),
    vector(
      "yi",
      rows.map(({ estimate }) => digits(estimate)),
    ),
    ...matrices("V", ({ covariance }) => covariance),
    vector("treatments", others.map(quoted)),
    `reference <- ${quoted(reference)}`,
    "X <- sapply(treatments, function(name) (t1 == name) - (t2 == name))",
    "X <- matrix(X, ncol = length(treatments), dimnames = list(NULL, treatments))",
    "contrast <- factor(seq_along(yi))",
    ...tauLines(model, method, apart, matrices),
    ...(model === "random"
      ? [
          'fit <- rma.mv(yi, V, mods = ~ X - 1, random = ~ contrast | study, struct = "CS", rho = 0.5, tau2 = tau2)',
        ]
      : ["tau2 <- 0", "fit <- rma.mv(yi, V, mods = ~ X - 1)"]),
    "table <- data.frame(treatment = treatments, versus = reference, estimate = c(fit$beta), se = fit$se,",
    "  ciLower = fit$ci.lb, ciUpper = fit$ci.ub)",
    'cat("tau2", format(tau2, digits = 10), "\\n")',
    "print(table, digits = 8)",
    ...(isRatio(measure) ? ["print(cbind(table[1:2], exp(table[c(3, 5, 6)])), digits = 6)"] : []),
    ...netmetaLines(answer, model, all),
    "",
  ].join("\n");
}

function contrastsOf(studies: readonly Study[], measure: NetworkMeasure, treatments: readonly string[]) {
  const all = networkStudies(studies, measure);
  return "type" in all
    ? []
    : all.studies.filter(({ contrasts }) => treatments.includes(contrasts[0]?.treatment ?? ""));
}

function tauLines(
  model: Subnetwork["model"],
  method: NetworkAnswer["method"],
  apart: boolean,
  matrices: (name: string, of: (block: Block) => readonly number[]) => string[],
): string[] {
  if (model === "common") return [];
  if (method === "DL")
    return [
      comment("tau2 by moments (Jackson, White & Riley 2012, Stat Med 31:3805)"),
      "W <- solve(V)",
      "P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W",
      'together <- outer(study, study, "==") * 0.5 + diag(0.5, length(yi))',
      "tau2 <- max(0, (c(t(yi) %*% P %*% yi) - (length(yi) - ncol(X))) / sum(diag(P %*% together)))",
    ];
  return [
    ...(apart
      ? [
          comment("for tau2, ready contrasts of one study are taken as independent, as netmeta does"),
          ...matrices("forTau", ({ independent }) => independent),
        ]
      : []),
    `tau2 <- rma.mv(yi, ${apart ? "forTau" : "V"}, mods = ~ X - 1, random = ~ contrast | study, struct = "CS", rho = 0.5,`,
    '  method = "REML", control = list(optimizer = "BFGS", reltol = 1e-15))$tau2',
  ];
}

/** netmeta's league, ranking and graph with the τ² of the lines above, where it is installed. */
function netmetaLines(
  { measure, smallValues }: NetworkAnswer,
  model: Subnetwork["model"],
  all: ReturnType<typeof contrastsOf>,
): string[] {
  const pairs = all.flatMap(({ study, contrasts }) => contrasts.map((one) => ({ study, ...one })));
  return [
    'if (requireNamespace("netmeta", quietly = TRUE)) {',
    "  library(netmeta)",
    vector(
      "  pairStudy",
      pairs.map(({ study }) => quoted(study)),
    ),
    vector(
      "  pair1",
      pairs.map(({ treatment }) => quoted(treatment)),
    ),
    vector(
      "  pair2",
      pairs.map(({ versus }) => quoted(versus)),
    ),
    vector(
      "  pairYi",
      pairs.map(({ estimate }) => digits(estimate)),
    ),
    vector(
      "  pairSe",
      pairs.map(({ variance }) => digits(Math.sqrt(variance))),
    ),
    "  net <- netmeta(pairYi, pairSe, pair1, pair2, pairStudy, reference.group = reference,",
    `    sm = "${measure}", tau.preset = sqrt(tau2), common = ${model === "common" ? "TRUE" : "FALSE"}, random = ${model === "random" ? "TRUE" : "FALSE"})`,
    "  print(summary(net))",
    "  print(netleague(net))",
    `  print(netrank(net, small.values = "${smallValues === "good" ? "desirable" : "undesirable"}"))`,
    "  netgraph(net)",
    "}",
  ];
}
