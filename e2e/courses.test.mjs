import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
});
after(() => site.close());
beforeEach(() => open(page, '/courses'));

const rows = () => page.locator('main table tbody tr');
const query = () => new URL(page.url()).searchParams;

/** The filters may be folded away. */
async function filter(name) {
  const field = page.locator(`main select[name=${name}]`);
  if (!(await field.isVisible())) await page.getByText('Filtre', { exact: true }).first().click();
  return field;
}

async function chooseSecond(name) {
  const field = await filter(name);
  const values = await field.locator('option').evaluateAll((options) => options.map((option) => option.value));
  const value = values.find((one) => one !== '');
  await field.selectOption(value);
  return value;
}

test('the list is a table, a page at a time', async () => {
  assert.equal(await page.locator('h1').innerText(), 'Forløb');
  const count = await rows().count();
  assert.ok(count > 0 && count <= 100, `${count} rows`);
  await expectAccessible(page);
  await screenshots(page, 'courses');
});

for (const name of ['unit', 'group', 'phase', 'mentor']) {
  test(`the choice of ${name} stands in the address`, async () => {
    const value = await chooseSecond(name);
    await page.getByRole('button', { name: 'Vis forløb' }).click();
    await page.waitForURL((address) => address.searchParams.get(name) === value);
    assert.equal(await (await filter(name)).inputValue(), value);
    await expectAccessible(page);
  });
}

test('the order stands in the address', async () => {
  const newest = await rows().first().innerText();
  for (const [name, code] of [['Sagsnummer', 'case'], ['Navn', 'name']]) {
    await page.getByRole('navigation', { name: 'Sortér efter' }).getByRole('link', { name, exact: true }).click();
    await page.waitForURL((address) => address.searchParams.get('sort') === code);
    assert.notEqual(await rows().first().innerText(), newest, name);
  }
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Næste' }).click();
  await page.waitForURL((address) => address.searchParams.get('page') === '2');
  assert.equal(query().get('sort'), 'name', 'the next page keeps the order');
});

test('the next page has other courses', async () => {
  const first = await rows().first().innerText();
  await page.getByRole('navigation', { name: 'Sider' }).locator('a[href*="page=2"]').first().click();
  await page.waitForURL((address) => address.searchParams.get('page') === '2');
  assert.notEqual(await rows().first().innerText(), first);
});

test('a search finds by name, and keeps the name out of the address', async () => {
  const link = page.locator('main table tbody a[href^="/courses/"]').first();
  const [path, name] = [await link.getAttribute('href'), (await rows().first().innerText()).match(/[A-ZÆØÅ][a-zæøå]+/)[0]];
  await page.getByLabel('Navn eller sagsnummer').fill(name.toUpperCase());
  await page.getByRole('button', { name: 'Søg' }).click();
  await page.waitForURL((address) => address.searchParams.has('s'));
  assert.ok(!page.url().toLowerCase().includes(encodeURIComponent(name).toLowerCase()), page.url());
  assert.ok((await rows().count()) > 0, `${name} at ${path}`);
  await expectAccessible(page);
});

test('nothing found is told', async () => {
  await page.getByLabel('Navn eller sagsnummer').fill('qqqqqq');
  await page.getByRole('button', { name: 'Søg' }).click();
  await page.getByText('Ingen forløb passer').waitFor();
  await expectAccessible(page);
});

test('the list behind a number says what it is narrowed to, and each choice can be taken back', async () => {
  await open(page, '/courses?year=2026&started=1&kind=intern&phase=active');
  const chosen = page.getByRole('list', { name: 'Valgte filtre' });
  for (const text of ['Startet i 2026', 'Slags enhed: Intern', 'Fase: I gang']) {
    await chosen.getByRole('link', { name: text }).waitFor();
  }
  await page.getByRole('button', { name: 'Vis forløb' }).click();
  await page.waitForLoadState();
  assert.equal(query().get('started'), '1', 'the other choices stay');
  await page.getByRole('list', { name: 'Valgte filtre' }).getByRole('link', { name: 'Startet i 2026' }).click();
  await page.waitForURL((address) => !address.searchParams.has('year') && !address.searchParams.has('started'));
  assert.equal(query().get('kind'), 'intern');
  await expectAccessible(page);
});
