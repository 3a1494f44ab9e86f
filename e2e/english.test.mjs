import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, expectAccessible, open, openSite } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'leder' });
});
after(() => site.close());

/** The choice of language stands in the menu of the account. */
const openMenu = () => page.locator('.lods-account summary').click();

test('English by choice, on every page from then on', async () => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'da');
  await openMenu();
  await page.getByRole('button', { name: 'English' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const course = await activeCourse(page);
  for (const path of ['/', '/courses', course, '/figures', '/figures/placements', '/figures/corps']) {
    await open(page, path);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en', path);
    await expectAccessible(page);
  }
});

test('and back', async () => {
  await open(page, '/');
  await openMenu();
  await page.getByRole('button', { name: 'Dansk' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor();
});
