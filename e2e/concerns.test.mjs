// Concerns: told by anybody without signing in, waiting by the clock, and taken up; at both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAgo, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
before(async () => {
  site = await openSite();
  page = await site.visitor();
});
after(() => site.close());

const PHONE = { width: 390, height: 844 };
const NAME = `Signe Test${Date.now() % 100000}`;

async function fill(page, name) {
  await page.locator('#name').fill(name);
  await page.locator('#need_on').fill(daysAgo(8));
  await page.locator('#observed').fill('Hun kommer ikke i skole.');
  await page.locator('#sign-less-chance').check({ force: true });
  await page.locator('#trigger').selectOption('end-of-school');
  await page.locator('#seen_by').selectOption('family');
}

test('a relative tells of a young person without signing in', async () => {
  await open(page, '/sign-in');
  await page.getByRole('link', { name: /bekymret for en ung/ }).click();
  await page.waitForURL('**/concern');
  await expectAccessible(page);
  await screenshots(page, 'concern-open');
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page, { status: 422 });
  await screenshots(page, 'concern-open-faults');
  await fill(page, NAME);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/concern?done=1');
  assert.ok(!(await page.locator('main').innerText()).includes(NAME), 'the answer names nobody');
  await expectAccessible(page, { status: 422 });
  await screenshots(page, 'concern-done');
});

test('a mentor reports from inside and sees nobody', async () => {
  const mentor = await site.visitor({ login: 'mentor' });
  await mentor.getByRole('link', { name: 'Meld bekymring' }).first().click();
  await expectAccessible(mentor);
  await screenshots(mentor, 'concern-staff');
});

test('a caseworker finds what waits and begins a course with it', async () => {
  const caseworker = await site.visitor({ login: 'sagsbehandler' });
  await caseworker.getByRole('link', { name: 'Bekymringer', exact: true }).first().click();
  await expectAccessible(caseworker);
  await screenshots(caseworker, 'concerns');
  await caseworker.setViewportSize(PHONE);
  await expectAccessible(caseworker);
  const names = await caseworker.locator('table tbody th a').allInnerTexts();
  assert.ok(names.includes('Frida Lundsgaard') && names.includes(NAME), names.join());
  await caseworker.getByRole('link', { name: 'Frida Lundsgaard' }).first().click();
  await caseworker.getByText('Samme CPR-nummer').waitFor();
  await expectAccessible(caseworker);
  await screenshots(caseworker, 'concern');
  await open(caseworker, '/concerns');
  await caseworker.getByRole('link', { name: NAME }).click();
  await caseworker.getByRole('button', { name: 'Begynd forløbet' }).click();
  await caseworker.getByRole('alert').waitFor();
  await expectAccessible(caseworker, { status: 422 });
  await screenshots(caseworker, 'concern-faults');
  await caseworker.locator('#cpr').fill('680208-4444');
  await caseworker.locator('#target_group').selectOption({ index: 1 });
  await caseworker.getByRole('button', { name: 'Begynd forløbet' }).click();
  await caseworker.waitForURL(/\/courses\/\d+$/);
  assert.match(await caseworker.locator('main').innerText(), new RegExp(NAME));
});

test('what nothing comes of is closed with a reason', async () => {
  const leader = await site.visitor({ login: 'leder' });
  await open(leader, '/concerns');
  await leader.locator('table tbody th a').last().click();
  const address = leader.url();
  await leader.locator('#left_as').check({ force: true });
  await leader.locator('#reason').fill('Har allerede hjælp.');
  await leader.getByRole('button', { name: 'Luk bekymringen' }).click();
  await leader.waitForURL('**/concerns?done=left');
  await leader.goto(address);
  await leader.getByText('Har allerede hjælp.').waitFor();
  await expectAccessible(leader);
  await screenshots(leader, 'concern-taken');
  await open(leader, '/concerns?list=left');
  await expectAccessible(leader);
});
