// The model: a leader takes a stance with its threshold, others write what was learned, at both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAgo, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'leder' });
});
after(() => site.close());

const choose = (label) => page.getByLabel(label, { exact: true }).check({ force: true });
const phone = async (path) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, path);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
};
const refused = () => {
  page.problems = page.problems.filter((problem) => !/status of 422/.test(problem));
};

test('a leader sees which recommendations have no stance', async () => {
  await open(page, '/');
  await page.getByRole('link', { name: 'Modellen', exact: true }).first().click();
  assert.match(await page.locator('h1').innerText(), /Modellen/);
  assert.equal(await page.locator('main table tbody tr').count(), 15);
  await page.getByText('Ikke taget stilling').first().waitFor();
  await expectAccessible(page);
  await screenshots(page, 'model');
  await phone('/model');
});

test('what is missing is told beside its field, and the text stays', async () => {
  await open(page, '/model/F4.3');
  await page.getByText('Tag stilling', { exact: true }).click();
  await expectAccessible(page);
  await screenshots(page, 'model-stance');
  await choose('Tilpasset');
  await page.getByLabel('Sådan gør vi').fill('Grupper mødes på biblioteket.');
  await page.getByLabel('Deltagere i et gruppemøde, højst').fill('0');
  await page.getByLabel('Ansvarlig', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Gem stilling' }).click();
  await page.getByText('Der er 3 ting, du skal rette').waitFor();
  assert.match(await page.getByLabel('Sådan gør vi').inputValue(), /biblioteket/);
  refused();
  await expectAccessible(page);
  await screenshots(page, 'model-stance-faults');
});

test('a stance is taken, and its threshold holds', async () => {
  await page.getByLabel('Begrundelse', { exact: true }).fill('Vi har små lokaler.');
  await page.getByLabel('Ansvarlig', { exact: true }).fill('Leder af ungeindsatsen');
  await page.getByLabel('Deltagere i et gruppemøde, højst').fill('4');
  await page.getByRole('button', { name: 'Gem stilling' }).click();
  await page.getByText('Stillingen er gemt.').waitFor();
  await page.getByText('Højst 4 i en gruppe').waitFor();
  await expectAccessible(page);
  await screenshots(page, 'model-one');
  await phone('/model/F4.3');
  await open(page, '/model');
  const row = page.locator('main table tbody tr', { hasText: 'F4.3' });
  assert.match(await row.innerText(), /Tilpasset/);
});

test('the same day is not written over', async () => {
  await open(page, '/model/F4.3');
  await page.getByText('Tag ny stilling', { exact: true }).click();
  assert.equal(await page.getByLabel('Gælder fra').inputValue(), daysAgo(0));
  await choose('Bruges ikke');
  await page.getByRole('button', { name: 'Gem stilling' }).click();
  await page.locator('#from-error').waitFor();
  refused();
  await expectAccessible(page);
});

test('an experience is written and stands on top', async () => {
  await open(page, '/model/F4.1');
  await page.getByText('Skriv en erfaring', { exact: true }).click();
  await choose('Det virkede');
  await page.getByLabel('Erfaring', { exact: true }).fill('Mød ved skolen, så kommer de.');
  await page.getByRole('button', { name: 'Gem erfaring' }).click();
  await page.getByText('Erfaringen er gemt.').waitFor();
  await page.getByText('Mød ved skolen, så kommer de.').waitFor();
  await expectAccessible(page);
  await screenshots(page, 'model-experience');
});

test('a caseworker reads the stance and takes none', async () => {
  const worker = await site.visitor({ login: 'sagsbehandler' });
  await open(worker, '/model/F4.3');
  await worker.getByText('Vi har små lokaler.').first().waitFor();
  assert.equal(await worker.getByRole('button', { name: 'Gem stilling' }).count(), 0);
  await expectAccessible(worker);
});
