import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, daysAgo, expectAccessible, open, openSite, screenshots } from './browser.mjs';

const FORUM = 'Koordinationsforum';
// Each run asks for a recipient of its own, so that it can run again on the same demonstration.
const RECIPIENT = `Prøvesteder ${process.pid}`;

let site;
let page;
let sharing;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
  sharing = `${await activeCourse(page)}/sharing`;
});
after(() => site.close());

const unfold = (text) => page.locator('summary', { hasText: text }).click();
const section = (heading) => page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });

async function fillConsent(recipient, kind) {
  await open(page, sharing);
  await unfold('Registrér et samtykke');
  const form = section('Samtykker').locator('form.lods-form');
  await form.getByLabel('Hvem må få oplysningerne?').fill(recipient);
  await form.getByLabel(kind).check({ force: true });
  await form.getByLabel('Hvad skal de bruges til?').fill('samlet plan');
  await form.getByLabel('Mundtligt').check({ force: true });
  await form.getByLabel('Hvornår er det givet?').fill(daysAgo(0));
  await form.getByRole('button', { name: 'Gem samtykket' }).click();
}

/** Withdraws every consent to the recipient; the demonstration may have given one already. */
async function withdraw(recipient) {
  const row = section('Samtykker').locator('tr', { has: page.locator('summary') }).filter({ hasText: recipient });
  for (let left = await row.count(); left > 0; left -= 1) {
    await row.first().locator('summary').click();
    await row.first().getByRole('button').click();
    await page.getByText('Samtykket er trukket tilbage.').waitFor();
    await open(page, sharing);
  }
}

test('the page is reached from the course', async () => {
  await open(page, sharing.replace('/sharing', ''));
  await page.getByRole('link', { name: 'Samtykker og deling' }).click();
  assert.equal(new URL(page.url()).pathname, sharing);
  await expectAccessible(page);
  await screenshots(page, 'sharing');
});

test('an empty form lists what to correct, open, and leads to the field', async () => {
  await open(page, sharing);
  await unfold('Registrér et samtykke');
  await page.getByRole('button', { name: 'Gem samtykket' }).click();
  await page.getByText(/ting, du skal rette/).waitFor();
  await expectAccessible(page, { status: 422 });
  await page.locator('.lods-errors a').first().click();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  await screenshots(page, 'sharing-faults');
  page.problems = page.problems.filter((problem) => !/status of 422/.test(problem));
});

test('a consent is recorded, and covers what is shared under it and no more', async () => {
  await fillConsent(RECIPIENT, 'Helbred');
  await page.getByText('Samtykket er registreret.').waitFor();
  await unfold('Videregiv oplysninger');
  const form = section('Videregivelser').locator('form.lods-form');
  await form.getByLabel('Hvem får oplysningerne?').fill(RECIPIENT);
  await form.getByLabel('Helbred').check({ force: true });
  await form.getByLabel('Strafbare forhold').check({ force: true });
  await form.getByLabel('Hvad skal de bruges til?').fill('samlet plan');
  await form.getByRole('button', { name: 'Registrér videregivelsen' }).click();
  await page.getByText(/omfatter ikke strafbare forhold/).first().waitFor();
  await expectAccessible(page, { status: 422 });
  await screenshots(page, 'sharing-refused');
  page.problems = page.problems.filter((problem) => !/status of 422/.test(problem));
  await form.getByLabel('Strafbare forhold').uncheck({ force: true });
  await form.getByRole('button', { name: 'Registrér videregivelsen' }).click();
  await page.getByText('Videregivelsen er registreret.').waitFor();
  const first = section('Videregivelser').locator('tbody tr').first();
  assert.match(await first.innerText(), new RegExp(`${RECIPIENT}[\\s\\S]*Samtykke fra`));
});

test('waiting is written down and summed', async () => {
  await open(page, sharing);
  await unfold('Skriv ventetid ned');
  await page.getByLabel('Hvor mange dage?').fill('9');
  await page.getByLabel('Hvad manglede der adgang til?').fill('skolens udtalelse');
  await page.getByRole('button', { name: 'Gem ventetiden' }).click();
  await page.getByText(/Sagen har ventet \d+ dag/).waitFor();
  await expectAccessible(page);
  await screenshots(page, 'sharing-filled');
});

test('a consent opens the course to the forum, and its withdrawal closes it at once', async () => {
  const forum = await site.visitor();
  await forum.goto('/sign-in');
  await forum.locator('[name=login]').fill('forum');
  await forum.locator('[name=password]').fill('lods-demonstration');
  await forum.locator('[name=password]').press('Enter');
  await forum.waitForURL((address) => address.pathname === '/forum');
  await open(page, sharing);
  const lead = await page.locator('.lods-lead').innerText();
  const caseNumber = lead.match(/sagsnummer (\S+)/)[1];
  const row = forum.locator('tbody tr', { hasText: caseNumber });
  await fillConsent(FORUM, 'Mentorforløbet');
  await page.getByText('Samtykket er registreret.').waitFor();
  await open(forum, '/forum');
  assert.equal(await row.count(), 1);
  assert.equal(await forum.locator('main a[href^="/courses"]').count(), 0, 'nothing leads to the course');
  await expectAccessible(forum);
  await screenshots(forum, 'forum');
  await withdraw(FORUM);
  await expectAccessible(page);
  await open(forum, '/forum');
  assert.equal(await row.count(), 0);
  await open(forum, sharing, 403);
});
