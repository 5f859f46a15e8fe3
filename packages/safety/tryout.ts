import { readFileSync, readdirSync } from "node:fs";
import * as v from "valibot";
import { check, readPerson } from "./src/index.ts";
const dir = process.argv[2]!;
const rules: any[] = readdirSync(dir).flatMap((f) => JSON.parse(readFileSync(`${dir}/${f}`, "utf8")));
console.log(rules.length, "rules");
const cases: [string, any][] = [
  ["tiz+cipro", { medicines: ["Sirdalud 4 mg", "Ciproxin 500"] }],
  ["tiz+levo", { medicines: ["tizanidine 4 mg", "levofloxacin 500 mg od"] }],
  ["tiz+cipro eye", { medicines: ["tizanidine 4 mg", "ciprofloxacin eye drops"] }],
  [
    "bac stop",
    {
      medicines: [{ text: "baclofen 10 mg tds", status: "stopping" }],
      context: ["stopped suddenly 24 h ago"],
    },
  ],
  ["bac stopping", { medicines: [{ text: "baclofen 10 mg tds", status: "stopping" }] }],
  ["pump alarm", { context: ["two-tone alarm"] }],
  ["pump wd", { context: ["pump"], symptoms: ["itching", "high fever", "suddenly stiffer"] }],
  ["dant lft", { medicines: ["dantrolene 50 mg tds"], labs: { alt_x_uln: 4 } }],
  ["dant nolft", { medicines: ["dantrolene 50 mg tds"] }],
  ["bac egfr25", { age: 60, medicines: ["baclofen 10 mg tds"], labs: { egfr: 25 } }],
  ["bac egfr45", { age: 60, medicines: ["baclofen 10 mg tds"], labs: { egfr: 45 } }],
  ["diaz+opioid", { age: 40, medicines: ["diazepam 5 mg tds", "oxycodone 10 mg"] }],
  ["botox+genta", { medicines: ["Botox 200 units", "gentamicin"] }],
  [
    "harmless",
    {
      age: 45,
      sex: "f",
      pregnant: false,
      breastfeeding: false,
      conditions: ["MS"],
      medicines: ["baclofen 10 mg three times a day", "paracetamol 500 mg", "vitamin D", "omeprazole 20 mg"],
    },
  ],
  [
    "harmless2",
    {
      age: 45,
      sex: "m",
      conditions: ["stroke"],
      medicines: ["tizanidine 4 mg tds", "paracetamol", "sertraline 50 mg", "atorvastatin 20 mg"],
      labs: { egfr: 90, alt_x_uln: 0.6 },
    },
  ],
];
for (const [name, p] of cases) {
  const t = performance.now();
  const r = check(readPerson(p).person, rules);
  const ms = performance.now() - t;
  console.log("##", name, ms.toFixed(2));
  for (const a of r.alerts)
    console.log(
      "   ",
      a.grade,
      a.kind,
      a.ruleId,
      "|",
      a.title,
      "|",
      a.medicines.join(","),
      a.also.length ? `also ${a.also.join(" ")}` : "",
    );
  for (const n of r.notChecked)
    if (n.type !== "always") console.log("      -", JSON.stringify(n).slice(0, 170));
}
