import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, openSite, screenshots } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

for (const login of ['sagsbehandler', 'mentor', 'leder']) {
  test(`${login} sees what is due, why, and comes to the course`, async () => {
    const page = await site.visitor({ login });
    assert.equal(await page.locator('h1').innerText(), 'I dag');
    const lines = page.locator('.lods-due');
    assert.ok((await lines.count()) > 0, 'something is due in the demonstration');
    for (const line of await lines.all()) {
      assert.match(await line.innerText(), /Kilde: \S/, 'each line names its source');
    }
    await expectAccessible(page);
    await screenshots(page, `today-${login}`);
    await page.locator('.lods-due-who a').first().click();
    assert.match(new URL(page.url()).pathname, /^\/courses\/[^/]+$/);
    await expectAccessible(page);
    await screenshots(page, `today-${login}-course`);
  });
}

test('one click leads to the place where it is done', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  const line = page.locator('.lods-due').first();
  const place = await line.locator('.lods-due-do').getAttribute('href');
  assert.match(place, /^\/courses\/\d+\/steps\/[a-z-]+$/);
  // The whole card is the way, not the words alone.
  const box = await line.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 6);
  await page.waitForURL((address) => address.pathname === place);
});

test('what is due is narrowed to one kind', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  await page.locator('.lods-due-kinds a', { hasText: 'Opfølgning' }).first().click();
  assert.equal(new URL(page.url()).search, '?kind=follow-up');
  const tags = await page.locator('.lods-due .lods-tag').allInnerTexts();
  assert.deepEqual([...new Set(tags)], ['Opfølgning']);
  await expectAccessible(page);
  await screenshots(page, 'today-one-kind');
});
