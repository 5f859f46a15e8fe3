/** FHIR in: medicines and conditions of a bundle as hospitals, portals and Synthea write them. */
import { describe, expect, it } from "vitest";
import { createDeviceId } from "../src/clock.ts";
import { confirmFhir, fhirSentences, previewFhir } from "../src/import/fhir/preview.ts";
import { readFhir } from "../src/import/fhir/readFhir.ts";
import { nothingSaid } from "../src/medicines.ts";
import { openRecord } from "../src/record.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import { value } from "./storeContract.ts";

const open = async () =>
  value(
    await openRecord({
      store: createMemoryStore(),
      now: () => Date.UTC(2026, 2, 1),
      device: createDeviceId(new Uint8Array([1])),
    }),
  );

const rxnorm = (code: string, display: string) => ({
  coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code, display }],
  text: display,
});
const snomed = (code: string, display: string) => ({
  coding: [{ system: "http://snomed.info/sct", code, display }],
  text: display,
});
const clinical = (code: string) => ({
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code }],
});
const verified = (code: string) => ({
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code }],
});
const subject = { reference: "urn:uuid:0a56854c" };

/** Made up, in the shape of a Synthea bundle. */
const syntheaLike = {
  resourceType: "Bundle",
  type: "transaction",
  entry: [
    {
      fullUrl: "urn:uuid:0a56854c",
      resource: {
        resourceType: "Patient",
        id: "0a56854c",
        name: [{ use: "official", family: "Made-Up", given: ["Nobody"] }],
        gender: "female",
      },
      request: { method: "POST", url: "Patient" },
    },
    { resource: { resourceType: "Encounter", status: "finished", class: { code: "AMB" }, subject } },
    {
      resource: {
        resourceType: "Condition",
        clinicalStatus: clinical("active"),
        verificationStatus: verified("confirmed"),
        code: snomed("24700007", "Multiple sclerosis (disorder)"),
        subject,
      },
    },
    {
      resource: {
        resourceType: "Condition",
        clinicalStatus: clinical("resolved"),
        verificationStatus: verified("confirmed"),
        code: snomed("444814009", "Viral sinusitis (disorder)"),
        abatementDateTime: "2012-07-09T20:41:48-04:00",
        subject,
      },
    },
    {
      resource: {
        resourceType: "Condition",
        clinicalStatus: clinical("active"),
        verificationStatus: verified("confirmed"),
        code: snomed("160903007", "Full-time employment (finding)"),
        subject,
      },
    },
    {
      fullUrl: "urn:uuid:med-1",
      resource: {
        resourceType: "Medication",
        id: "med-1",
        status: "active",
        code: rxnorm("197391", "baclofen 10 MG Oral Tablet"),
      },
    },
    {
      resource: {
        resourceType: "MedicationRequest",
        status: "active",
        intent: "order",
        medicationReference: { reference: "urn:uuid:med-1" },
        subject,
        dosageInstruction: [
          {
            sequence: 1,
            timing: { repeat: { frequency: 3, period: 1.0, periodUnit: "d" } },
            asNeededBoolean: false,
            doseAndRate: [{ type: { text: "ordered" }, doseQuantity: { value: 1.0 } }],
          },
        ],
      },
    },
    {
      resource: {
        resourceType: "MedicationRequest",
        status: "stopped",
        intent: "order",
        medicationCodeableConcept: rxnorm("310965", "Ibuprofen 200 MG Oral Tablet"),
        subject,
      },
    },
    ...[1, 2].map(() => ({
      resource: {
        resourceType: "MedicationRequest",
        status: "active",
        intent: "order",
        medicationCodeableConcept: rxnorm("308136", "amLODIPine 2.5 MG Oral Tablet"),
        subject,
      },
    })),
  ],
};

const read = (resource: unknown) => value(readFhir(JSON.stringify(resource)));
const one = (resource: Record<string, unknown>) => read({ resourceType: "Bundle", entry: [{ resource }] });
const statement = (more: Record<string, unknown>) =>
  one({
    resourceType: "MedicationStatement",
    status: "active",
    medicationCodeableConcept: { text: "baclofen" },
    ...more,
  });

describe("FHIR in", () => {
  it("[RC-110] takes medicines that are taken and conditions that hold from a bundle like Synthea's, and nothing of who it is", () => {
    const reading = read(syntheaLike);
    expect(reading.medicines).toEqual([
      { place: 7, text: "baclofen 10 MG Oral Tablet, 3 times a day", status: "current", doubt: null },
      { place: 9, text: "amLODIPine 2.5 MG Oral Tablet", status: "current", doubt: null },
    ]);
    expect(reading.conditions).toEqual([
      { place: 3, text: "Multiple sclerosis", status: "current", doubt: null },
      { place: 5, text: "Full-time employment (finding)", status: "current", doubt: "finding" },
    ]);
    expect([...reading.leftOut]).toEqual([
      ["ended", 2],
      ["repeated", 1],
    ]);
    expect([...reading.passedOver.keys()]).toEqual(["Patient", "Encounter", "Medication"]);
    expect(reading.unreadable).toEqual([]);
    expect(JSON.stringify(reading)).not.toMatch(/Nobody|Made-Up|female/);
  });

  it("[RC-110] says of each medicine whether it is taken: every status of R4 has its place", () => {
    const fates = [
      "active",
      "intended",
      "unknown",
      "completed",
      "stopped",
      "on-hold",
      "not-taken",
      "entered-in-error",
    ].map((status) => {
      const { medicines, leftOut } = statement({ status });
      return [status, medicines[0]?.status ?? [...leftOut.keys()][0], medicines[0]?.doubt ?? null];
    });
    expect(fates).toEqual([
      ["active", "current", null],
      ["intended", "starting", null],
      ["unknown", "current", "status-unknown"],
      ["completed", "ended", null],
      ["stopped", "ended", null],
      ["on-hold", "on-hold", null],
      ["not-taken", "not-taken", null],
      ["entered-in-error", "error", null],
    ]);
    const proposed = one({
      resourceType: "MedicationRequest",
      status: "active",
      intent: "proposal",
      medicationCodeableConcept: { text: "x" },
    });
    expect([...proposed.leftOut.keys()]).toEqual(["proposed"]);
  });

  it("[RC-110] finds a name as text, display, code, contained or referred to, and the words of the dose", () => {
    const named = (more: Record<string, unknown>) =>
      statement({ medicationCodeableConcept: undefined, ...more }).medicines[0]?.text;
    expect(named({ medicationCodeableConcept: { coding: [{ display: "Tizanidine" }] } })).toBe("Tizanidine");
    expect(named({ medicationCodeableConcept: { coding: [{ code: "M03BX02" }] } })).toBe("M03BX02");
    expect(named({ medicationReference: { display: "Dantrolene" } })).toBe("Dantrolene");
    const contained = [{ resourceType: "Medication", id: "m", code: { text: "Gabapentin" } }];
    expect(named({ medicationReference: { reference: "#m" }, contained })).toBe("Gabapentin");
    expect(statement({ dosage: [{ text: "10 mg in the morning" }] }).medicines[0]?.text).toBe(
      "baclofen, 10 mg in the morning",
    );
    const doseAndRate = [{ doseQuantity: { value: 10, unit: "mg" } }];
    const once = { repeat: { frequency: 1, period: 1, periodUnit: "d" } };
    expect(statement({ dosage: [{ timing: once, doseAndRate }] }).medicines[0]?.text).toBe(
      "baclofen, 10 mg, once a day",
    );
    expect(statement({ dosage: [{ text: "x".repeat(500) }] }).medicines[0]?.text).toBe("baclofen");
    expect(one({ resourceType: "MedicationStatement", status: "active" }).unreadable).toEqual([
      { place: 1, resourceType: "MedicationStatement" },
    ]);
  });

  it("[RC-110] conditions: ruled out and mistaken ones are left out, unconfirmed ones and those without a status are in doubt", () => {
    const of = (more: Record<string, unknown>) => {
      const { conditions, leftOut } = one({ resourceType: "Condition", code: { text: "Asthma" }, ...more });
      return conditions[0] === undefined ? [...leftOut.keys()][0] : conditions[0].doubt;
    };
    expect(of({ clinicalStatus: clinical("active") })).toBeNull();
    expect(of({})).toBe("status-unknown");
    expect(of({ clinicalStatus: clinical("active"), verificationStatus: verified("provisional") })).toBe(
      "not-confirmed",
    );
    expect(of({ clinicalStatus: clinical("active"), verificationStatus: verified("refuted") })).toBe(
      "refuted",
    );
    expect(of({ verificationStatus: verified("entered-in-error") })).toBe("error");
    expect(of({ clinicalStatus: clinical("inactive") })).toBe("ended");
    expect(of({ abatementDateTime: "2020" })).toBe("ended");
  });

  it("[RC-110] a single resource and a list of them are read too", () => {
    const condition = {
      resourceType: "Condition",
      clinicalStatus: clinical("active"),
      code: { text: "Asthma" },
    };
    expect(read(condition).conditions).toHaveLength(1);
    expect(read([condition, { ...condition, code: { text: "Other" } }]).conditions).toHaveLength(2);
  });

  it("[RC-111] the person chooses; what stands in the list already is recognised; one undo takes it back", async () => {
    const record = await open();
    value(await record.putMedicine({ text: "AMLODIPINE 2.5 mg oral tablet", status: "current" }));
    value(await record.putCircumstances({ conditions: ["asthma"], age: 50 }));
    const preview = previewFhir(read(syntheaLike), record.medicines(), record.circumstances());
    expect(preview.choices.map(({ id, suggested }) => [id, suggested])).toEqual([
      ["medicine 7", true],
      ["condition 3", true],
      ["condition 5", false],
    ]);
    expect(fhirSentences(preview)).toEqual([
      "1 entry is in your list already: not offered again.",
      "2 entries are stopped or over: left out.",
      "1 entry is named more than once: left out.",
      "3 other entries are about something else (visits, results, who you are): not read.",
    ]);
    const chosen = new Set(["medicine 7", "condition 3"]);
    const before = JSON.stringify([record.medicines(), record.circumstances()]);
    value(await record.write(confirmFhir(preview, chosen, record.medicines(), record.circumstances())));
    expect(record.medicines().map(({ text }) => text)).toEqual([
      "AMLODIPINE 2.5 mg oral tablet",
      "baclofen 10 MG Oral Tablet, 3 times a day",
    ]);
    expect(record.circumstances()).toMatchObject({ age: 50, conditions: ["asthma", "Multiple sclerosis"] });
    const again = previewFhir(read(syntheaLike), record.medicines(), record.circumstances());
    expect(again.choices.map(({ id }) => id)).toEqual(["condition 5"]);
    value(await record.undo());
    expect(JSON.stringify([record.medicines(), record.circumstances()])).toBe(before);
    expect(confirmFhir(preview, new Set(), [], nothingSaid)).toEqual([]);
  });

  it("[RC-110] files that are no FHIR, damaged, deep, huge or full of odd keys end in a value, never in a throw", () => {
    const refusal = (text: string) => {
      const file = readFhir(text);
      return file.ok ? "read" : file.error.type;
    };
    expect(refusal("{")).toBe("NotJson");
    expect(refusal('{"a":1}')).toBe("NotFhir");
    expect(refusal("[]")).toBe("NotFhir");
    expect(refusal("")).toBe("EmptyFile");
    const deep = `{"resourceType":"Condition","code":${'{"coding":[{"x":'.repeat(50_000)}1${"}]}".repeat(50_000)}}`;
    expect(["read", "NotJson"]).toContain(refusal(deep));
    const crowd = `{"resourceType":"Bundle","entry":[${"{},".repeat(200_001)}{}]}`;
    expect(refusal(crowd)).toBe("TooManyEntries");
    const odd =
      '{"resourceType":"Bundle","entry":[null,1,"x",{"resource":5},{"resource":{"resourceType":"Condition","code":7}},{"resource":{"resourceType":"__proto__"}},{"__proto__":{"resource":{"resourceType":"Condition","code":{"text":"Asthma"}}}}]}';
    const reading = value(readFhir(odd));
    expect(reading.conditions).toEqual([]);
    expect(reading.unreadable.map(({ place }) => place)).toEqual([2, 3, 4, 5]);
    expect([...reading.passedOver.keys()]).toEqual(["__proto__"]);
  });
});
