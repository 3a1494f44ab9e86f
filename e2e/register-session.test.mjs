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

test('a session is registered once and stands on the course', async () => {
  await open(page, `${course}/sessions/new`);
  await chooseFirst(page, 'Mentor');
  await page.getByLabel('Dato').first().fill(daysAgo(1));
  await page.getByLabel('Klokkeslæt').fill('07:13');
  await chooseFirst(page, 'Hvordan mødtes I?');
  await chooseFirst(page, 'Hvordan gik det?');
  await page.getByLabel('Minutter ansigt til ansigt').fill('45');
  await send();
  await page.waitForURL((address) => address.pathname === course);
  await page.getByText('Sessionen er registreret.').first().waitFor();
  await page.getByText(/07[.:]13/).first().waitFor();
  await expectAccessible(page);
});
