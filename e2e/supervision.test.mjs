// The page of supervision: mentors, no citizens, at both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'leder' });
});
after(() => site.close());

test('a leader finds the mentors who wait for supervision', async () => {
  await open(page, '/');
  await page.getByRole('link', { name: 'Supervision', exact: true }).first().click();
  assert.match(await page.locator('h1').innerText(), /Supervision/);
  assert.ok((await page.locator('main table tbody tr').count()) > 0, 'mentors');
  assert.equal(await page.locator('main a[href^="/courses"]').count(), 0, 'no way to a citizen');
  await page.getByText('Ekstern leverandør').first().waitFor();
  await expectAccessible(page);
  await screenshots(page, 'supervision');
});

test('it is accessible on a phone too', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/supervision');
  await expectAccessible(page);
});
