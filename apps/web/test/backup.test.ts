/** The backup on the screen: made, lost, brought in again with its passphrase. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desktop, expectGoodScreen, type House, openHouse, openPage, phone } from "./browser.ts";
import { diaryFile } from "./madeDiary.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Deriving a key is slow by design, and the machine may be busy. */
const patient = { timeout: 60_000 };

describe("a backup with a passphrase", () => {
  it("is offered, suggests a passphrase, and brings everything back onto an empty device", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/diary/data");
    await page.getByText("There is nothing to back up yet.").waitFor();
    const file = page.getByLabel(/^File \(CSV/);
    await file.setInputFiles({
      name: "days.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(diaryFile({ days: 30, start: 15, effect: 2 })),
    });
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("days.csv was brought in.").waitFor();

    await page.getByLabel("Passphrase for the backup").fill("short");
    await page.getByRole("button", { name: "Save a backup" }).click();
    await page.getByText("too short to keep others out").waitFor(patient);
    await expectGoodScreen(watched, "too short");
    await page.getByRole("button", { name: "Suggest a passphrase" }).click();
    const passphrase = await page.getByLabel("Passphrase for the backup").inputValue();
    expect(passphrase).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const [download] = await Promise.all([
      page.waitForEvent("download", patient),
      page.getByRole("button", { name: "Save a backup" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^unclench-\d{4}-\d\d-\d\d\.age$/);
    const sealed = readFileSync(await download.path());
    expect(sealed.subarray(0, 22).toString("latin1")).toBe("age-encryption.org/v1\n");
    expect(sealed.toString("latin1")).not.toContain("checkIn");
    await expectGoodScreen(watched, "sealed");
    await watched.close();

    // Another device, which has nothing.
    const other = await openPage(house, { viewport: desktop });
    await other.page.goto("/diary/data");
    await other.page
      .getByLabel(/^File \(CSV/)
      .setInputFiles({ name: "my.age", mimeType: "application/octet-stream", buffer: sealed });
    await other.page.getByRole("heading", { name: "my.age is a backup with a passphrase" }).waitFor();
    await other.page.getByLabel("Its passphrase").fill("not this one");
    await other.page.keyboard.press("Enter");
    await other.page.getByText("This passphrase does not open my.age").waitFor(patient);
    await expectGoodScreen(other, "wrong passphrase");
    await other.page.getByLabel("Its passphrase").fill(passphrase);
    await other.page.getByRole("button", { name: "Open the backup" }).click();
    await other.page.getByRole("heading", { name: "my.age: nothing is changed yet" }).waitFor(patient);
    await other.page.getByText(/30 .* new/).waitFor();
    await other.page.getByRole("button", { name: "Bring it in" }).click();
    await other.page.getByText("my.age was brought in.").waitFor();
    await other.page.getByRole("button", { name: "Undo" }).waitFor();
    await expectGoodScreen(other, "brought in");
    await other.close();
  });
});

describe("a diary that the browser has lost", () => {
  it("[RC-88] is back at the next visit, from the second copy, and it is said; deleted, it stays away", async () => {
    const watched = await openPage(house, { viewport: phone });
    const { page } = watched;
    await page.goto("/diary/data");
    await page.getByLabel(/^File \(CSV/).setInputFiles({
      name: "days.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(diaryFile({ days: 30, start: 15, effect: 2 })),
    });
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("days.csv was brought in.").waitFor();

    await page.evaluate(async () => {
      const request = indexedDB.deleteDatabase("unclench");
      await new Promise((done) => request.addEventListener("success", done));
    });
    await page.goto("/diary");
    const notice = page.getByText("This browser had lost your diary");
    await notice.waitFor();
    // Below the form, which may be in use already.
    const [save, said] = [
      await page.getByRole("button", { name: "Save" }).boundingBox(),
      await notice.boundingBox(),
    ];
    expect(said?.y).toBeGreaterThan(save?.y ?? Number.POSITIVE_INFINITY);
    await expectGoodScreen(watched, "brought back, at the check-in");
    await page.getByRole("link", { name: "Save or bring in" }).click();
    await notice.waitFor();
    await page.getByRole("button", { name: "Remove everything …" }).waitFor();
    await expectGoodScreen(watched, "brought back");

    await page.reload();
    await page.getByRole("button", { name: "Remove everything …" }).waitFor();
    expect(await notice.count()).toBe(0);

    await page.getByRole("button", { name: "Remove everything …" }).click();
    await page.getByRole("button", { name: "Delete all of it" }).click();
    await page.getByText("Everything was removed from this device.").waitFor();
    await page.reload();
    await page.getByText("There is nothing to back up yet.").waitFor();
    await watched.close();
  });
});
