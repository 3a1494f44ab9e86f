import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PASSWORD, expectAccessible, open, openSite, screenshots } from './browser.mjs';

const REASON = 'Borgeren er indlagt, og hospitalet mangler svar nu';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test('a caseworker is told what emergency access means, and what is missing in the form', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  await open(page, '/courses/999999999', 404);
  await expectAccessible(page, { status: 404 });
  await screenshots(page, 'emergency-not-found');
  page.problems.length = 0;
  await page.getByRole('link', { name: 'Åbn et forløb med nødadgang' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Nødadgang');
  await expectAccessible(page);
  await page.getByLabel('Sagsnummer').fill('findes-ikke');
  await page.getByRole('button', { name: 'Åbn forløbet' }).click();
  await page.locator('.lods-errors a[href="#reason"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'reason');
  await expectAccessible(page, { status: 422 });
  page.problems.length = 0;
  await page.getByLabel('Hvorfor haster det?').fill(REASON);
  await page.getByRole('button', { name: 'Åbn forløbet' }).click();
  await page.getByText('Ingen sag har det nummer').first().waitFor();
  await screenshots(page, 'emergency');
});

test('a leader sees the emergency accesses that wait', async () => {
  const page = await site.visitor({ login: 'leder' });
  await page.getByRole('link', { name: 'Nødadgange' }).first().click();
  assert.equal(await page.locator('h1').innerText(), 'Nødadgange');
  await expectAccessible(page);
  await screenshots(page, 'review');
  await open(page, '/review?list=reviewed');
  await expectAccessible(page);
});

test('the data protection officer reads the traces, checks the chain, and sees what is unusual', async () => {
  // The officer begins on the traces, and not on Today.
  const page = await site.visitor();
  await open(page, '/sign-in');
  await page.locator('[name=login]').fill('databeskyttelse');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('[name=password]').press('Enter');
  await page.waitForURL((address) => address.pathname === '/traces');
  assert.equal(await page.locator('h1').innerText(), 'Spor af læsninger');
  assert.ok((await page.locator('main table caption').count()) > 0, 'a table with a caption');
  await expectAccessible(page);
  await screenshots(page, 'traces');
  await page.getByLabel('Eller CPR-nummer').fill('123');
  await page.getByRole('button', { name: 'Vis' }).click();
  await page.locator('.lods-errors').waitFor();
  assert.ok(!page.url().includes('123'), 'a CPR number never stands in an address');
  await expectAccessible(page, { status: 422 });
  await screenshots(page, 'traces-form');
  page.problems.length = 0;
  await open(page, '/traces/chain');
  await page.getByRole('button', { name: 'Kontrollér kæden' }).click();
  await page.getByRole('heading', { name: 'Kæden er hel' }).waitFor();
  await expectAccessible(page);
  await screenshots(page, 'traces-chain');
  await open(page, '/traces/unusual');
  await expectAccessible(page);
  await screenshots(page, 'traces-unusual');
});
