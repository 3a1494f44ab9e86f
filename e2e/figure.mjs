// What every page of a figure has: chart, table, definition, date, downloads.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, open, openSite, screenshots } from './browser.mjs';

const TYPES = { csv: /^text\/csv/, xlsx: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet/ };

/** Declares the tests of a figure's page. `path` may carry a query; `more` gets the page for what is its own. */
export function figureTests(name, path, heading, more = async () => {}) {
  let site;
  let page;
  before(async () => {
    site = await openSite();
    page = await site.visitor({ login: 'leder' });
  });
  after(() => site.close());

  test(`${name}: chart, table, definition and date`, async () => {
    await open(page, path);
    assert.match(await page.locator('h1').innerText(), heading);
    assert.ok((await page.locator('main svg[role=img]').count()) > 0, 'a chart');
    assert.ok((await page.locator('main table caption').count()) > 0, 'a table with a caption');
    assert.ok((await page.locator('main table tbody tr').count()) > 0, 'rows');
    await page.getByText('Sådan regnes det').first().waitFor();
    await page.getByText(/Opgjort/).first().waitFor();
    await expectAccessible(page);
    await more(page);
  });

  test(`${name}: the list behind a number`, async () => {
    await open(page, path);
    const course = page.locator('main a[href^="/courses/"]');
    const behind = page.locator('main table a[href*="/figures/"]');
    if ((await course.count()) === 0 && (await behind.count()) > 0) await behind.first().click();
    assert.ok((await course.count()) > 0, 'courses behind the figure');
    await expectAccessible(page);
  });

  for (const [extension, type] of Object.entries(TYPES)) {
    test(`${name}: download as ${extension}`, async () => {
      await open(page, path);
      const link = await page.locator(`main a[href*=".${extension}"]`).first().getAttribute('href');
      const answer = await page.request.get(link);
      assert.equal(answer.status(), 200);
      assert.match(answer.headers()['content-type'], type);
      assert.match(answer.headers()['content-disposition'] ?? '', /attachment/);
      assert.ok((await answer.body()).length > 50, 'something in it');
    });
  }

  test(`${name}: looks`, async () => {
    await open(page, path);
    await screenshots(page, `figures-${name}`);
  });
}
