/** What a figure was pooled from, to take along: a table, a script for R, a list of sources. */
import { csvOf } from "../csv.ts";
import { digits, exactClimb, quoted } from "../rText.ts";
import type { Outcome, StudyLine } from "./types.ts";

const methodInR: Readonly<Record<string, string>> = { REML: "REML", EE: "EE", "one study": "EE" };
const testInR: Readonly<Record<string, string>> = { z: "z", knha: "knha", adhoc: "adhoc" };

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
  return csvOf([head, ...lines]);
}

/** [AN-62] The sources of a figure, each once, as plain text. */
export function citationsOf(outcome: Outcome): string {
  const lines = outcome.studies.map(({ source }) => {
    const about = [source.authors, source.title, source.journal, source.year].filter((part) => part !== null);
    return `${about.join(". ")}.${source.link === null ? "" : ` ${source.link}`} (${source.readWords})`;
  });
  return `${[...new Set(lines)].join("\n")}\n`;
}
