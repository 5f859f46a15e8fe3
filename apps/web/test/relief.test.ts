/** "How do I find relief today?": from the start page to a routine, by hand and by keyboard, and what was answered is kept. */
import { answered, allQuestions, findRoutines } from "@unclench/answers/relief";
import { localDateOf } from "@unclench/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone, steadyClick } from "./browser.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const none = answered(
  [],
  allQuestions([]).map(({ id }) => id),
  [],
  localDateOf(new Date()),
);
const found = (position: string, minutes = 8, company = "alone") => {
  const answer = findRoutines({ where: "calf", position, minutes, company, bodyCheck: none });
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
};

describe("how do I find relief today", () => {
  it("needs four touches from the start page to a routine, three the next time", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/", { waitUntil: "networkidle" });
    // 1, 2, 3: the way, the place, and that nothing speaks against it.
    await page
      .getByRole("main")
      .getByRole("link", { name: /^How do I find relief today/ })
      .click();
    await page.getByRole("heading", { name: "Where is it stiff?" }).waitFor();
    await steadyClick(page.getByRole("button", { name: "Calf and foot", exact: true }));
    await page.getByRole("heading", { name: "Is any of this so?" }).waitFor();
    expect(await page.getByRole("link", { name: /^Start/ }).count()).toBe(0);
    await expectGoodScreen(watched, "questions first");
    await steadyClick(page.getByRole("button", { name: "None of these" }));
    // The fourth is the first of the list, and the same list as the command line prints.
    const { sentence, proposals } = found("sitting");
    const heading = page.getByRole("heading", { name: sentence });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    const starts = page.getByRole("link", { name: /^Start: / });
    expect(await starts.count()).toBe(proposals.length);
    expect(await starts.first().getAttribute("href")).toBe(`/relief/${proposals[0]?.id}/go?company=alone`);
    for (const { name } of proposals) await page.getByRole("heading", { name, exact: true }).waitFor();
    await expectGoodScreen(watched, "the list");
    // The state is in the address; what was answered and chosen is kept for the next time.
    expect(new URL(page.url()).searchParams.get("where")).toBe("calf");
    await steadyClick(page.getByRole("button", { name: "Standing" }));
    await page.getByRole("heading", { name: found("standing").sentence }).waitFor();
    // 4, and it runs: no second start. Opened again it waits.
    await steadyClick(page.getByRole("link", { name: /^Start: / }).first());
    await page.getByRole("button", { name: "Pain" }).waitFor();
    await page.goto("/relief/trunk-turn-sitting/go", { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Start", exact: true }).waitFor();
    await page.goto("/relief", { waitUntil: "networkidle" });
    // The page sleeps until something is reached for.
    await page.getByRole("button", { name: "Neck", exact: true }).focus();
    await steadyClick(page.getByRole("button", { name: "Last time: Calf and foot" }));
    await page.getByRole("heading", { name: found("standing").sentence }).waitFor();
    await watched.close();
  });

  it("leaves out what was ticked, says so, and lets it be changed; by keyboard and from the list", async () => {
    const watched = await openPage(house, { viewport: desktop, colorScheme: "dark" });
    const { page } = watched;
    // Scripts that take their time: what is chosen while the page sleeps counts.
    await page.route("**/*.js", async (route) => {
      await new Promise((done) => setTimeout(done, 200));
      await route.continue();
    });
    await page.goto("/relief?position=lying&minutes=8&company=alone");
    await page.getByLabel("Or from a list").selectOption("calf");
    await page.getByRole("checkbox", { name: /A blood clot in a leg/ }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Only this one" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Nothing that we have fits for the calf/ }).waitFor();
    await page.getByText("a swollen, hot calf needs a doctor the same day").waitFor();
    await page.getByText(/^Left out, and why/).click();
    await page.getByText("Left out because you said: a blood clot in the leg").first().waitFor();
    await expectGoodScreen(watched, "left out", ["color-contrast", "target-size"]);
    // Changed: it is back.
    await page.getByText("What I said about my body").click();
    await steadyClick(page.getByRole("checkbox", { name: /A blood clot in a leg/ }));
    await page.getByRole("heading", { name: found("lying").sentence }).waitFor();
    // What would find more is a button that does it.
    await steadyClick(page.getByRole("button", { name: /^With a helper: \d routines$/ }));
    await page.getByRole("heading", { name: found("lying", 8, "helper").sentence }).waitFor();
    expect(new URL(page.url()).searchParams.get("company")).toBe("helper");
    await page.goBack();
    await page.getByRole("heading", { name: found("lying").sentence }).waitFor();
    await watched.close();
  });

  it("reads a routine without JavaScript, and prints it on one leaf", async () => {
    const watched = await openPage(house, { javaScriptEnabled: false });
    const { page } = watched;
    await page.goto("/relief");
    await page.getByText(/^Calf and foot \(/).click();
    await page.getByRole("link", { name: "Calf stretch at the wall, knee straight" }).click();
    const main = await page.getByRole("main").innerText();
    for (const part of [
      "Keep the back heel on the floor",
      "Stand close beside them",
      "general advice that we put on this exercise",
      "A spasm that does not let go",
      "A minute of stretching does not lengthen a muscle",
      "No physiotherapist has checked",
    ])
      expect(main).toContain(part);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await watched.close();
  });
});
