import { routines } from "@unclench/knowledge/routines";
import { describe, expect, it } from "vitest";
import { contactSheet } from "../src/relief/contactSheet.ts";

describe("the sheet of all routines", () => {
  it("[AN-340] has every routine once, in a group, with its positions and whether someone has to help", () => {
    const { groups, count } = contactSheet();
    const ids = groups.flatMap((group) => group.routines.map(({ id }) => id));
    expect(count).toBe(routines.length);
    expect([...ids].sort()).toEqual(routines.map(({ id }) => id).sort());
    for (const { name, routines: list } of groups) {
      expect(name.length).toBeGreaterThan(2);
      for (const { how } of list)
        expect(how).toMatch(/^(Lying|Sitting|In a wheelchair|Standing|In water)\b.*; .*\.$/);
    }
    const all = groups.flatMap((group) => group.routines);
    expect(all.find(({ id }) => id === "calf-helper-lying")?.how).toBe("Lying; with a helper.");
    expect(all.find(({ id }) => id === "wrist-prayer")?.how).toBe("Sitting or in a wheelchair; alone.");
  });
});
