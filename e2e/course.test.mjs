import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
});
after(() => site.close());

test('a course shows phases, sessions, follow-ups, goals and what is missing', async () => {
  await open(page, await activeCourse(page));
  for (const name of [/Sessioner/, /Opfølgning/, /Mål/, /modellen/]) {
    await page.getByRole('heading', { name }).first().waitFor();
  }
  assert.ok((await page.locator('main table caption').count()) > 0, 'a table with a caption');
  await expectAccessible(page);
  await screenshots(page, 'course');
});

test('a closed course and one that only waits show as well', async () => {
  for (const phase of ['closed', 'concern', 'start-up']) {
    await open(page, `/courses?phase=${phase}`);
    const link = page.locator('main table tbody a[href^="/courses/"]');
    if ((await link.count()) === 0) continue;
    await open(page, await link.first().getAttribute('href'));
    await expectAccessible(page);
  }
});
