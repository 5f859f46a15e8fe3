/** A saved record whose routines are sessions: the command line says what the screen says. */
import { isItHelping } from "@unclench/answers/is-it-helping";
import { helpingInput, snapshotOf } from "@unclench/answers/what-to-ask";
import {
  addDays,
  createDeviceId,
  createMemoryStore,
  localDateFrom,
  openRecord,
  recordJson,
  tables,
} from "@unclench/record";
import { expect, it } from "vitest";
import { expectFault, fileOf, unclench } from "./unclench.ts";

const first = localDateFrom(2026, 1, 1);
if (first === null) throw new Error("no such day");

it("[AN-345] reads the routines of a saved record, with the assumptions that the screen shows", async () => {
  const opened = await openRecord({
    store: createMemoryStore([]),
    now: () => 0,
    device: createDeviceId(new Uint8Array(8)),
    isExample: false,
  });
  if (!opened.ok) throw new Error(opened.error.type);
  const record = opened.value;
  const today = addDays(first, 69);
  for (let day = 0; day < 70; day++) {
    const date = addDays(first, day);
    const on = day >= 14 && day % 28 >= 14;
    const stiffness = (on ? 3 : 6) + (day % 3 === 0 ? 1 : 0);
    await record.putCheckIn({ date, stiffness }, date);
    if (on && day % 7 < 5)
      await record.put(
        tables.routineDone,
        { date, routine: "Calf stretch with a towel, sitting", minutes: 8 },
        today,
      );
  }
  const file = fileOf("record.json", recordJson(record));
  const answer = isItHelping({ ...helpingInput(snapshotOf(record)), withTrials: true });
  if (!answer.ok) throw new Error(answer.error.sentence);
  const [one] = answer.value.treatments;
  expect(one?.treatment).toBe("Calf stretch with a towel, sitting");
  const ran = unclench(["is-it-helping", file]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  expect(ran.out).toContain("Calf stretch with a towel, sitting");
  expect(ran.out).toContain(one?.headline);
  expect(ran.out).toContain("A week with 40 minutes counts as full");
  expectFault(unclench(["is-it-helping", fileOf("noise.json", "{}")]), "noise.json");
});
