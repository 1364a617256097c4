import { accessibilityFaults } from "../support/axe";
import { expect, test } from "../support/journey";

test("the accessibility check finds what it must find", async ({ page }) => {
  const small = "display:inline-block;width:10px;height:10px;padding:0;overflow:hidden";
  await page.setContent(`<!doctype html><html><head><title>Planted</title></head><body><main><h1>Planted</h1>
    <img src="data:,"><p style="color:#999;background:#fff">Too pale</p>
    <button style="${small}" aria-label="One"></button><button style="${small}" aria-label="Two"></button>
  </main></body></html>`);
  const faults = (await accessibilityFaults(page)).map(({ id }) => id);
  expect(faults.sort()).toEqual(["color-contrast", "html-has-lang", "image-alt", "target-size"]);
});
