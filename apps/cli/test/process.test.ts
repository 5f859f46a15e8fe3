import { describe, expect, it } from "vitest";
import { expectFault, fileOf, spawned, unclench } from "./unclench.ts";

describe("unclench in a process of its own", () => {
  it("prints an answer and ends with 0, as the thread of the other tests says", () => {
    const args = ["what-works", "--condition", "stroke", "--pattern", "upper-limb", "--json"];
    const ran = spawned(args);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    expect(ran).toEqual(unclench(args));
  });

  it("says what is wrong in one sentence and ends with 2", () => {
    const empty = fileOf("empty.csv", "");
    const args = ["is-it-helping", empty, "--treatments", empty];
    expectFault(spawned(args), "empty.csv");
    expect(spawned(args)).toEqual(unclench(args));
  });
});
