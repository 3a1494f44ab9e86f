import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, open, openSite, screenshots, signIn } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test('the demonstration says that it is one and who can sign in', async () => {
  const page = await site.visitor();
  await open(page, '/sign-in');
  assert.match(await page.locator('h1').innerText(), /Log ind/);
  await page.getByText(/Demonstration/).first().waitFor();
  for (const login of ['sagsbehandler', 'mentor', 'leder']) {
    await page.getByRole('cell', { name: login, exact: true }).or(page.getByRole('rowheader', { name: login, exact: true })).first().waitFor();
  }
  await expectAccessible(page);
  await screenshots(page, 'sign-in');
});

test('without signing in there is only the sign-in page', async () => {
  const page = await site.visitor();
  await page.goto('/courses');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
});

test('a wrong password is told in words', async () => {
  const page = await site.visitor();
  await open(page, '/sign-in');
  await page.locator('[name=login]').fill('sagsbehandler');
  await page.locator('[name=password]').fill('forkert');
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.getByText(/er forkert/).first().waitFor();
  assert.equal(await page.locator('[name=password]').inputValue(), '');
  page.problems = page.problems.filter((problem) => !/status of 4\d\d/.test(problem));
  await expectAccessible(page);
});

test('signing out ends the session', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  await page.locator('.lods-account summary').click();
  await page.getByRole('button', { name: 'Log ud' }).first().click();
  await page.waitForURL((address) => address.pathname === '/sign-in');
  await page.goto('/courses');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
});

test('a mentor has no access to the figures', async () => {
  const page = await site.visitor();
  await signIn(page, 'mentor');
  await open(page, '/figures', 403);
  assert.match(await page.locator('h1').innerText(), /ikke adgang/);
  await expectAccessible(page, { status: 403 });
});

test('a page that is not there says so', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  await open(page, '/courses/999999999', 404);
  assert.match(await page.locator('h1').innerText(), /findes ikke/);
  await expectAccessible(page, { status: 404 });
});
