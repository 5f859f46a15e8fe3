/** What a figure was pooled from, to take along: a table, a script for R, a list of sources. */
import type { Outcome, StudyLine } from "./types.ts";

/** R reads all digits that a number has; 17 significant ones bring the same number back. */
const digits = (value: number): string => Number(value.toPrecision(17)).toString();
const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

const methodInR: Readonly<Record<string, string>> = { REML: "REML", EE: "EE", "one study": "EE" };
const testInR: Readonly<Record<string, string>> = { z: "z", knha: "knha", adhoc: "adhoc" };

/** How exactly metafor climbs: with its own default the sixth digit is left to chance. */
export const exactClimb = "control = list(threshold = 1e-12, maxiter = 10000)";

/**
 * [AN-62] A script for R with metafor that yields the figure: estimate, interval, τ², I² and the weights.
 */
export function rScriptOf(outcome: Outcome, title: string): string {
  const { studies, measure, method, ci } = outcome;
  const vector = (of: (study: StudyLine) => string): string => studies.map(of).join(", ");
  const ratio = measure === "OR";
  return [
    `# ${title}`,
    `# ${ratio ? "log odds ratios" : "differences of means"}; shared control groups are split as in the table`,
    "library(metafor)",
    `study <- c(${vector(({ label }) => quoted(label))})`,
    `yi <- c(${vector(({ estimate }) => digits(estimate))})`,
    `sei <- c(${vector(({ se }) => digits(se))})`,
    `fit <- rma(yi = yi, sei = sei, slab = study, method = "${methodInR[method] ?? method}", test = "${testInR[ci] ?? ci}", ${exactClimb})`,
    "print(fit, digits = 6)",
    "print(weights(fit))",
    ...(ratio ? ["print(predict(fit, transf = exp), digits = 6)"] : ["print(predict(fit), digits = 6)"]),
    "forest(fit)",
    "",
  ].join("\n");
}

const cell = (value: string | number | null): string => {
  const text = value === null ? "" : String(value);
  // A cell that begins like a formula is text to a spreadsheet only with an apostrophe in front.
  const safe = typeof value === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** [AN-62] One line for each study: what was printed, and what was pooled. */
export function studiesCsvOf(outcome: Outcome): string {
  const head = [
    "study",
    "year",
    "events_with",
    "people_with",
    "events_without",
    "people_without",
    outcome.measure === "OR" ? "log_odds_ratio" : "difference",
    "standard_error",
    "weight_percent",
    "source",
    "link",
    "how_it_was_read",
  ];
  const lines = outcome.studies.map((study) => [
    study.label,
    study.year,
    study.active?.[0] ?? null,
    study.active?.[1] ?? null,
    study.control?.[0] ?? null,
    study.control?.[1] ?? null,
    study.estimate,
    study.se,
    study.weight,
    study.source.title,
    study.source.link,
    study.source.readWords,
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** [AN-62] The sources of a figure, each once, as plain text. */
export function citationsOf(outcome: Outcome): string {
  const lines = outcome.studies.map(({ source }) => {
    const about = [source.authors, source.title, source.journal, source.year].filter((part) => part !== null);
    return `${about.join(". ")}.${source.link === null ? "" : ` ${source.link}`} (${source.readWords})`;
  });
  return `${[...new Set(lines)].join("\n")}\n`;
}
