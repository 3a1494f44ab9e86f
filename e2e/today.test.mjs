import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, openSite, screenshots } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

for (const login of ['sagsbehandler', 'mentor']) {
  test(`${login} sees what is due, and comes to the course`, async () => {
    const page = await site.visitor({ login });
    assert.equal(await page.locator('h1').innerText(), 'I dag');
    const due = page.locator('main a[href^="/courses/"]');
    assert.ok((await due.count()) > 0, 'something is due in the demonstration');
    await expectAccessible(page);
    await screenshots(page, `today-${login}`);
    await due.first().click();
    assert.match(new URL(page.url()).pathname, /^\/courses\/[^/]+/);
  });
}
