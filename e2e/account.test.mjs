import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { PASSWORD, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Signs in and comes to wherever the user begins. */
async function enter(login, password = PASSWORD) {
  const page = await site.visitor();
  await page.goto('/sign-in');
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password]').press('Enter');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  return page;
}

/** The code of an authenticator app (RFC 6238), `steps` of 30 seconds from now. */
function code(secret, steps = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('a user turns the one-time code on, signs in with it, and turns it off', async () => {
  const page = await enter('leder');
  await page.locator('.lods-account summary').click();
  await page.getByRole('link', { name: 'Din konto' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Din konto');
  await expectAccessible(page);
  await screenshots(page, 'account');
  await page.getByRole('link', { name: 'Slå engangskode til' }).click();
  const secret = await page.locator('.lods-key').innerText();
  await expectAccessible(page);
  await screenshots(page, 'account-second-factor');
  await page.getByLabel('Kode').fill(code(secret));
  await page.getByRole('button', { name: 'Slå engangskode til' }).click();
  await page.getByText('Engangskode er slået til.').waitFor();

  const other = await enter('leder');
  assert.equal(new URL(other.url()).pathname, '/sign-in/code');
  await expectAccessible(other);
  await screenshots(other, 'sign-in-code');
  await other.getByLabel('Kode').fill('000000');
  await other.getByRole('button', { name: 'Log ind' }).click();
  await other.getByText(/Koden er forkert/).waitFor();
  await expectAccessible(other, { status: 422 });
  other.problems = [];
  // The step of the first code is used up; the app's clock may be one step ahead.
  await other.getByLabel('Kode').fill(code(secret, 1));
  await other.getByRole('button', { name: 'Log ind' }).click();
  await other.waitForURL((address) => address.pathname === '/');

  // Once more the next step: wait until there is one.
  await open(other, '/account/second-factor');
  await expectAccessible(other);
  for (let tries = 0; tries < 20; tries += 1) {
    await other.getByLabel('Kode').fill(code(secret, 1));
    await other.getByRole('button', { name: 'Slå engangskode fra' }).click();
    await other.waitForLoadState();
    if (new URL(other.url()).pathname === '/account') break;
    await other.waitForTimeout(8_000);
  }
  await other.getByText('Engangskode er slået fra.').waitFor();
});

test('an administrator adds an account, whose user chooses a password', async () => {
  const page = await enter('administrator');
  assert.equal(new URL(page.url()).pathname, '/users');
  await expectAccessible(page);
  await screenshots(page, 'users');
  await page.getByRole('link', { name: 'Ny bruger' }).click();
  await expectAccessible(page);
  await screenshots(page, 'users-new');
  const login = `ny-${Date.now()}`;
  await page.getByLabel('Brugernavn').fill(login);
  await page.getByLabel('Navn', { exact: true }).fill('Ny Kollega');
  await page.getByLabel('Rolle').selectOption('caseworker');
  await page.getByRole('button', { name: 'Opret bruger' }).click();
  const temporary = await page.locator('.lods-once').innerText();
  await expectAccessible(page);
  await screenshots(page, 'users-temporary');
  await page.getByRole('link', { name: 'Til brugeren' }).click();
  await expectAccessible(page);
  await screenshots(page, 'user');

  const user = await enter(login, temporary);
  assert.equal(new URL(user.url()).pathname, '/sign-in/password');
  await expectAccessible(user);
  await screenshots(user, 'sign-in-password');
  await user.locator('[name=new]').fill('grøn cykel på taget');
  await user.locator('[name=again]').fill('grøn cykel på taget');
  await user.getByRole('button', { name: 'Gem, og log ind' }).click();
  await user.waitForURL((address) => address.pathname === '/');
});

test('an administrator looks at the settings and is told what is wrong with a change', async () => {
  const page = await enter('administrator');
  await page.getByRole('link', { name: 'Indstillinger' }).click();
  await expectAccessible(page);
  await screenshots(page, 'settings');
  await page.getByRole('link', { name: 'Deltagere i et gruppemøde, højst' }).click();
  await expectAccessible(page);
  await screenshots(page, 'setting');
  await page.getByLabel('Ny værdi').fill('1');
  await page.getByLabel('Fra og med').fill('01-01-2199');
  await page.getByLabel('Kilde').fill('Byrådet');
  await page.getByRole('button', { name: 'Gem ændringen' }).click();
  await page.getByText(/for lille eller for stor/).waitFor();
  await expectAccessible(page, { status: 422 });
});
