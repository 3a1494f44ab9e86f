// What every page of a figure has: chart, table, definition, date, downloads.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, open, openSite, screenshots } from './browser.mjs';

const TYPES = { csv: /^text\/csv/, xlsx: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet/ };

/**
 * Declares the tests of a figure's page. `wrong` is a field and what it cannot be; `counts` says that its numbers count
 * courses, `costs` that it has costs with postings behind them; `more` gets the page for what is its own.
 */
export function figureTests(name, path, heading, { wrong, counts = true, costs = false, more = async () => {} }) {
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
    // Nothing stands behind a nought, so the first link is behind a number that has a list.
    const link = page.locator('main table a[href^="/courses?"], main table a[href*="/figures/"]:not([href*="/postings/"])').first();
    const number = (await link.innerText()).trim();
    await link.click();
    assert.ok((await page.locator('main a[href^="/courses/"]').count()) > 0, 'courses behind the figure');
    if (counts) await page.getByText(new RegExp(`^${number} forløb fundet$`)).waitFor();
    await expectAccessible(page);
  });

  if (costs) {
    test(`${name}: the postings behind a cost are its sum`, async () => {
      await open(page, path);
      const link = page.locator('main table a[href*="/postings/"]').first();
      const cost = (await link.innerText()).trim();
      await link.click();
      assert.ok((await page.locator('main table tbody tr').count()) > 0, 'postings behind the cost');
      assert.ok((await page.locator('.lods-lead').innerText()).includes(cost), `${cost} in all`);
      await expectAccessible(page);
      await screenshots(page, `figures-${name}-postings`);
    });
  }

  test(`${name}: a value that is none is told at its field`, async () => {
    const [field, value] = wrong;
    await open(page, `${path}?${field}=${value}`, 422);
    assert.equal(await page.locator(`#${field}`).inputValue(), value, 'what was typed is kept');
    assert.equal(await page.locator(`#${field}`).getAttribute('aria-invalid'), 'true');
    await expectAccessible(page, { status: 422 });
    page.problems.length = 0;
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
