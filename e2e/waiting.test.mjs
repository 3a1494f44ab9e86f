// The waiting list, and what a fast start would break, at both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
});
after(() => site.close());

const onPhone = async (path) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, path);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
};

test('a course is put on the list, with the price of speed beside the form', async () => {
  await open(page, '/courses?phase=concern&sort=case');
  const course = await page.locator('table tbody a[href^="/courses/"]').first().getAttribute('href');
  const form = `${course}/steps/waiting`;
  await open(page, form);
  await page.locator('summary').filter({ hasText: 'Hvad koster en hurtig start?' }).click();
  await page.getByText('Køb en mentor hos en leverandør').waitFor();
  await expectAccessible(page);
  await screenshots(page, 'waiting-form');
  await onPhone(form);
  await open(page, form);
  await page.locator('[name=wait-reason]').first().check({ force: true });
  await page.locator('[name=start-up-course]').fill('Vi ringer hver fredag.');
  await page.locator('main form.lods-step button[type=submit]').first().click();
  await page.waitForURL((address) => address.pathname === `${course}/steps`);
});

test('who waits, how long and why', async () => {
  await open(page, '/');
  await page.getByRole('link', { name: 'Venteliste', exact: true }).first().click();
  assert.match(await page.locator('h1').innerText(), /Venteliste/);
  await page.getByText('Vi ringer hver fredag.').first().waitFor();
  await page.getByRole('heading', { name: 'Hvad de venter på' }).waitFor();
  await page.getByRole('heading', { name: 'Hvad koster en hurtig start?' }).waitFor();
  assert.ok((await page.locator('.lods-speed a[href^="/model/"]').count()) > 0, 'recommendations at risk');
  await expectAccessible(page);
  await screenshots(page, 'waiting');
  await onPhone('/waiting');
});

test('the name leads to the steps of the course', async () => {
  await open(page, '/waiting');
  await page.locator('main table tbody a').first().click();
  assert.match(new URL(page.url()).pathname, /^\/courses\/\d+\/steps$/);
});
