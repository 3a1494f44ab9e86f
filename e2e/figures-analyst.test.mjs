// What an analyst sees of the figures: no small numbers, no way to a person, and why.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PASSWORD, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor();
  await page.goto('/sign-in');
  await page.locator('[name=login]').fill('analytiker');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('[name=password]').press('Enter');
  await page.waitForURL((address) => address.pathname === '/figures');
});
after(() => site.close());

for (const figure of ['placements', 'courses', 'fidelity']) {
  test(`${figure}: no small number, no list behind, and the reason`, async () => {
    await open(page, `/figures/${figure}`);
    await page.getByText('Det beskytter de borgere').first().waitFor();
    // The shares' columns are counts too; headings with years are not cells.
    const cells = await page.locator('main table td.lods-right').allInnerTexts();
    const small = cells.map((cell) => cell.trim()).filter((cell) => /^[1-4]$/.test(cell));
    assert.deepEqual(small, [], 'no count from 1 to 4');
    // Every share of the model's recommendations can be of many courses.
    if (figure !== 'fidelity') assert.ok(cells.some((cell) => cell.includes('•')), 'something is hidden');
    assert.equal(await page.locator('main table a').count(), 0, 'nothing stands behind');
    await expectAccessible(page);
    await screenshots(page, `analyst-${figure}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
}
