import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, chooseFirst, daysAgo, open, openSite } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler', javaScriptEnabled: false });
});
after(() => site.close());

test('the menu and the filters work', async () => {
  await page.getByRole('link', { name: 'Forløb', exact: true }).first().click();
  assert.equal(new URL(page.url()).pathname, '/courses');
  await page.locator('main select[name=phase]').selectOption('active');
  await page.getByRole('button', { name: 'Vis forløb' }).click();
  await page.waitForURL((address) => address.searchParams.get('phase') === 'active');
  assert.ok((await page.locator('main table tbody tr').count()) > 0);
});

test('a search works', async () => {
  await open(page, '/courses');
  await page.getByLabel('Navn eller sagsnummer').fill('a');
  await page.getByRole('button', { name: 'Søg' }).click();
  await page.waitForURL((address) => address.searchParams.has('s'));
});

test('a session is registered', async () => {
  const course = await activeCourse(page);
  await open(page, `${course}/sessions/new`);
  await page.getByLabel('Dato').first().fill(daysAgo(1));
  await page.getByLabel('Klokkeslæt').fill('06:47');
  await chooseFirst(page, 'Hvordan mødtes I?');
  await chooseFirst(page, 'Hvordan gik det?');
  await page.getByLabel('Minutter ansigt til ansigt').fill('30');
  await page.getByRole('button', { name: 'Registrér session' }).click();
  await page.waitForURL((address) => address.pathname === course);
  await page.getByText('Sessionen er registreret.').first().waitFor();
});
