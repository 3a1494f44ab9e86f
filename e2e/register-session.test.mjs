import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, chooseFirst, daysAgo, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
let course;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
  course = await activeCourse(page);
});
after(() => site.close());

const send = () => page.getByRole('button', { name: 'Registrér session' }).click();

test('the form is reached from the course', async () => {
  await open(page, course);
  await page.getByRole('link', { name: 'Registrér session' }).first().click();
  assert.equal(new URL(page.url()).pathname, `${course}/sessions/new`);
  await expectAccessible(page);
  await screenshots(page, 'register-session');
});

test('an empty form lists what to correct, and leads to the field', async () => {
  await open(page, `${course}/sessions/new`);
  await page.getByLabel('Dato').first().fill('31-02-2022');
  await send();
  await page.getByText(/skal rette/).first().waitFor();
  assert.equal(await page.getByLabel('Dato').first().inputValue(), '31-02-2022', 'what was typed stays');
  page.problems = page.problems.filter((problem) => !/status of 4\d\d/.test(problem));
  await expectAccessible(page);
  await page.locator('main a[href^="#"]').first().click();
  const focused = await page.evaluate(() => document.activeElement?.tagName ?? '');
  assert.match(focused, /INPUT|SELECT|FIELDSET|TEXTAREA/);
  await screenshots(page, 'register-session-faults');
});

test('a number that cannot be is told beside its field, and what was typed stays', async () => {
  await open(page, `${course}/sessions/new`);
  await page.getByLabel('Minutter ansigt til ansigt').fill('45');
  await page.getByLabel('Kilometer kørt').fill('12,55');
  await page.getByLabel('Borgeren udeblev').check({ force: true });
  await send();
  assert.match(await page.locator('#km-error').innerText(), /højst én decimal/);
  await page.getByLabel('Kilometer kørt').fill('12,5');
  await send();
  assert.match(await page.locator('#minutes-error').innerText(), /kan ikke have minutter/);
  assert.equal(await page.getByLabel('Kilometer kørt').inputValue(), '12,5');
  assert.ok(await page.getByLabel('Borgeren udeblev').isChecked());
  page.problems = page.problems.filter((problem) => !/status of 422/.test(problem));
});

test('a session is registered once and stands on the course', async () => {
  await open(page, `${course}/sessions/new`);
  await page.getByLabel('Dato').first().fill(daysAgo(1));
  await page.getByLabel('Klokkeslæt').fill('07:13');
  await chooseFirst(page, 'Hvordan mødtes I?');
  await chooseFirst(page, 'Hvordan gik det?');
  await page.getByLabel('Minutter ansigt til ansigt').fill('45');
  await send();
  await page.waitForURL((address) => address.pathname === course);
  await page.getByText('Sessionen er registreret.').first().waitFor();
  await page.getByText(/\b0?7[.:]13\b/).first().waitFor();
  await expectAccessible(page);
  const rows = page.locator('main table tbody tr', { hasText: /\b0?7[.:]13\b/ });
  assert.equal(await rows.count(), 1);
  const sent = { date: daysAgo(1), time: '07:13', form: 'møde', outcome: 'afholdt', minutes: '45' };
  await open(page, `${course}/sessions/new`);
  const csrf = await page.locator('main input[name=csrf]').inputValue();
  const again = (form) => page.request.post(`${course}/sessions/new`, { form: { ...form, csrf } });
  assert.equal((await again(sent)).status(), 200, 'the same once more is no fault');
  const other = await again({ ...sent, minutes: '50' });
  assert.equal(other.status(), 422);
  assert.match(await other.text(), /allerede en session på det tidspunkt/);
  await open(page, course);
  assert.equal(await rows.count(), 1, 'sent twice is one session');
});
