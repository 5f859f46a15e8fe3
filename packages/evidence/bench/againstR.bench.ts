/**
 * The same work by this engine and by R on the same machine: metafor for one pair; for a network netmeta where it is
 * installed, else metafor's rma.mv with the same multivariate model. Warm times inside one process each.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timed } from "../../../scripts/lib/time.mts";
import { isNetworkFault, type NetworkStudy, network, poolEffects, type StudyEffect } from "../src/index.ts";
import { networkOf, pairOf } from "./network.bench.ts";

type Work = {
  readonly what: string;
  readonly ours: () => unknown;
  /** An R expression. */
  readonly theirs: string;
  readonly theirName: string;
  /** Timed runs of R after one that is not counted. */
  readonly repeats: number;
};

const vector = (name: string, values: readonly (number | string)[]): string =>
  `${name} <- c(${values.map((value) => (typeof value === "string" ? `"${value}"` : value)).join(", ")})`;

/** The contrasts of each study with its last arm and how they vary together; and all pairs for netmeta. */
function networkInR(studies: readonly NetworkStudy[]): string[] {
  const rows: { study: string; treatment: string; versus: string; estimate: number }[] = [];
  const blocks = studies.map(({ study, contrasts }) => {
    const names = [...new Set(contrasts.flatMap(({ treatment, versus }) => [treatment, versus]))];
    const base = names.at(-1) ?? "";
    const others = names.slice(0, -1);
    const of = (one: string, other: string) =>
      contrasts.find(({ treatment, versus }) => treatment === one && versus === other);
    const variance = (one: string, other: string): number =>
      one === other ? 0 : (of(one, other)?.variance ?? of(other, one)?.variance ?? Number.NaN);
    for (const treatment of others)
      rows.push({ study, treatment, versus: base, estimate: of(treatment, base)?.estimate ?? Number.NaN });
    const entries = others.flatMap((one) =>
      others.map((other) => (variance(one, base) + variance(other, base) - variance(one, other)) / 2),
    );
    return `matrix(c(${entries.join(", ")}), ${others.length})`;
  });
  const pairs = studies.flatMap(({ study, contrasts }) => contrasts.map((one) => ({ study, ...one })));
  return [
    vector(
      "study",
      rows.map(({ study }) => study),
    ),
    vector(
      "t1",
      rows.map(({ treatment }) => treatment),
    ),
    vector(
      "t2",
      rows.map(({ versus }) => versus),
    ),
    vector(
      "effect",
      rows.map(({ estimate }) => estimate),
    ),
    `blocks <- list(${blocks.join(",\n")})`,
    "V <- metafor::bldiag(blocks); first <- sort(unique(c(t1, t2)))[1]; names <- setdiff(sort(unique(c(t1, t2))), first)",
    "X <- sapply(names, function(name) (t1 == name) - (t2 == name))",
    "place <- factor(seq_along(effect))",
    "fitNetwork <- function(kept) rma.mv(effect[kept], V[kept, kept], mods = ~ X[kept, ] - 1,",
    '  random = ~ place | study, struct = "CS", rho = 0.5, data = data.frame(place = place[kept], study = study[kept]))',
    vector(
      "pairStudy",
      pairs.map(({ study }) => study),
    ),
    vector(
      "pair1",
      pairs.map(({ treatment }) => treatment),
    ),
    vector(
      "pair2",
      pairs.map(({ versus }) => versus),
    ),
    vector(
      "pairEffect",
      pairs.map(({ estimate }) => estimate),
    ),
    vector(
      "pairSe",
      pairs.map(({ variance }) => Math.sqrt(variance)),
    ),
    'fitNetmeta <- function(kept) netmeta::netmeta(pairEffect[kept], pairSe[kept], pair1[kept], pair2[kept], pairStudy[kept], method.tau = "REML")',
  ];
}

const has = (name: string): boolean =>
  spawnSync("Rscript", ["-e", `quit(status = if (requireNamespace("${name}", quietly = TRUE)) 0 else 3)`], {
    stdio: "ignore",
  }).status === 0;

/** Median milliseconds of each expression. */
function timesInR(preamble: readonly string[], works: readonly Work[]): number[] {
  const script = [
    "suppressMessages(library(metafor))",
    ...preamble,
    "time <- function(work, repeats) { work(); median(replicate(repeats, { from <- Sys.time(); work();",
    '  as.numeric(Sys.time() - from, units = "secs") * 1000 })) }',
    ...works.map(({ theirs, repeats }) => `cat("TIME", time(function() { ${theirs} }, ${repeats}), "\\n")`),
  ].join("\n");
  const path = join(mkdtempSync(join(tmpdir(), "unclench-bench-")), "bench.R");
  writeFileSync(path, script);
  const { status, stdout, stderr } = spawnSync("Rscript", ["--vanilla", path], { encoding: "utf8" });
  if (status !== 0) throw new Error(`R: ${stderr}`);
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("TIME"))
    .map((line) => Number(line.split(" ")[1]));
}

function fit(studies: readonly NetworkStudy[]): void {
  const answer = network(studies, "REML");
  if (isNetworkFault(answer)) throw new Error(answer.type);
}

export default async function bench() {
  const pair: readonly StudyEffect[] = pairOf(13);
  const studies = networkOf(40, 8, 1);
  const netmeta = has("netmeta");
  const fitInR = netmeta ? "fitNetmeta" : "fitNetwork";
  const networkName = netmeta ? "netmeta" : "metafor rma.mv";
  const own = netmeta ? "pairStudy" : "study";
  const pool = () => poolEffects(pair, { method: "REML", ci: "knha" });
  const works: readonly Work[] = [
    {
      what: "13 trials, REML, Knapp-Hartung (ours with τ²'s interval and each trial left out)",
      ours: pool,
      theirs: 'rma(yi, vi, method = "REML", test = "knha")',
      theirName: "metafor rma",
      repeats: 21,
    },
    {
      what: "the same with τ²'s interval and each trial left out on both sides",
      ours: pool,
      theirs: 'fit <- rma(yi, vi, method = "REML", test = "knha"); confint(fit); leave1out(fit)',
      theirName: "metafor rma, confint, leave1out",
      repeats: 11,
    },
    {
      what: "network of 40 trials, 8 treatments, REML (ours with league, direct and indirect, Q in parts)",
      ours: () => fit(studies),
      theirs: `${fitInR}(rep(TRUE, length(${own})))`,
      theirName: networkName,
      repeats: 7,
    },
    {
      what: "the same network without each trial in turn",
      ours: () => {
        for (const left of studies) fit(studies.filter((one) => one !== left));
      },
      theirs: `for (one in unique(${own})) ${fitInR}(${own} != one)`,
      theirName: networkName,
      repeats: 1,
    },
  ];
  const ours = works.map((work) => timed(work.ours, 21, 15).median);
  const theirs = has("metafor")
    ? timesInR(
        [
          vector(
            "yi",
            pair.map(({ estimate }) => estimate),
          ),
          vector(
            "vi",
            pair.map(({ variance }) => variance),
          ),
          ...networkInR(studies),
        ],
        works,
      )
    : null;
  return {
    title: "Against R on the same machine (warm, one process each)",
    columns: ["what", "ours, median ms", "theirs", "theirs, median ms", "theirs ÷ ours"],
    rows: works.map(({ what, theirName }, place) => {
      const own = ours[place] ?? Number.NaN;
      const other = theirs?.[place];
      return other === undefined
        ? [what, own.toFixed(2), theirName, "not timed: there is no R with metafor on this machine", "–"]
        : [what, own.toFixed(2), theirName, other.toFixed(1), (other / own).toFixed(0)];
    }),
  };
}

if (import.meta.main) {
  const { title, columns, rows } = await bench();
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  console.log(
    [`## ${title}`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n"),
  );
}
