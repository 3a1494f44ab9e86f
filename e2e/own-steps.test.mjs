import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAgo, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let young;
let mentor;
let course;

/** Every page on a screen and on a phone, and nothing wrong with it on either. */
async function look(page, name, options) {
  await expectAccessible(page, options);
  await screenshots(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, options);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Somebody of the staff takes a step on the young person's course: texts by field, boxes by field and value. */
async function step(page, kind, texts, boxes = []) {
  await open(page, `/courses/${course}/steps/${kind}`);
  // A box can bring a field into sight.
  for (const [field, value] of boxes) {
    await page.locator(`[name="${field}"][value="${value}"]`).check({ force: true });
  }
  for (const [field, text] of Object.entries(texts)) await page.locator(`[name="${field}"]`).fill(text);
  const send = () => page.locator('main form.lods-step button.button-primary').click();
  await send();
  await page.waitForLoadState();
  if (await page.locator('#warned').count()) {
    await page.locator('[name=cause]').first().check({ force: true });
    await page.locator('[name=reason]').fill('Vi tager resten næste gang');
    await send();
  }
  await page.waitForURL((address) => address.pathname === `/courses/${course}/steps`);
  // A step with a recommendation against it comes back once, on purpose.
  page.problems = page.problems.filter((problem) => !problem.includes('status of 422'));
}

before(async () => {
  site = await openSite();
  young = await site.visitor();
  await open(young, '/sign-in');
  await young.getByRole('button', { name: 'Åbn som den unge' }).click();
  await young.getByRole('button', { name: 'Åbn min side' }).click();
  await young.waitForURL((address) => address.pathname === '/me');
  course = (await young.locator('a.lods-do-link').first().getAttribute('href')).split('/')[3];
  mentor = await site.visitor({ login: 'mentor' });
});
after(() => site.close());

test('the mentor agrees with the young person, and the own page tells it', async () => {
  await step(mentor, 'goal', { title: 'Lave mad selv', 'small-steps': 'Koge ris', 'scale-low': 'jeg spiser ikke', 'scale-high': 'jeg laver mad hver dag' }, [['goal-kind', 'mastery']]);
  await step(mentor, 'appointment', { on: daysAgo(-3), at: '14.30', place: 'Biblioteket' });
  await step(mentor, 'task', { note: 'Gå en tur hver dag', 'next-on': daysAgo(-7) });
  await step(mentor, 'expectations', { 'own-wish': 'Jeg vil gerne arbejde med dyr.', 'can-help': 'At komme op og afsted. At ringe til steder.', 'cannot-help': 'Penge og bolig.', duration: 'Et halvt år.', 'how-it-ends': 'Vi mødes sjældnere til sidst.', 'if-broken-off': 'Mentoren ringer tre gange.' }, [['signed-by', 'young-person']]);
  await young.reload();
  for (const text of ['Biblioteket', 'Gå en tur hver dag', 'Jeg vil gerne arbejde med dyr.', 'Penge og bolig.']) {
    await young.getByText(text).first().waitFor();
  }
  await look(young, 'own-steps-me');
  const letter = await young.request.get(await young.getByRole('link', { name: 'Hent din aftale (PDF)' }).getAttribute('href'));
  assert.equal(letter.status(), 200);
  assert.equal((await letter.body()).subarray(0, 5).toString(), '%PDF-');
});

test('a goal gets a number on its own scale', async () => {
  await young.getByRole('link', { name: 'Giv dit mål et tal' }).click();
  await look(young, 'own-steps-which');
  await young.getByRole('link', { name: 'Lave mad selv' }).click();
  await young.getByText('10 = jeg laver mad hver dag').waitFor();
  await look(young, 'own-steps-score');
  await young.getByRole('button', { name: 'Send' }).click();
  await young.getByText('Der mangler én ting').waitFor();
  await look(young, 'own-steps-score-missing', { status: 422 });
  young.problems = [];
  await young.getByRole('radio', { name: '7', exact: true }).focus();
  await young.keyboard.press('Space');
  await young.getByRole('button', { name: 'Send' }).click();
  await young.getByText('Dit tal er gemt.').waitFor();
  await young.getByText('7 af 10').first().waitFor();
  assert.ok(await young.getByText('Dit tal er gemt.').evaluate((receipt) => {
    const box = receipt.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }), 'the receipt is in sight');
});

test('a success is told, and a draft waits for whoever is interrupted', async () => {
  await young.getByRole('link', { name: 'Noget, der gik godt' }).click();
  await look(young, 'own-steps-success');
  await young.getByLabel('Fortæl om det').fill('Jeg ringede selv til lægen.');
  await young.getByText('Det er ikke sendt endnu.').waitFor();
  await young.reload();
  assert.equal(await young.getByLabel('Fortæl om det').inputValue(), 'Jeg ringede selv til lægen.');
  await young.getByRole('button', { name: 'Send' }).click();
  await young.getByText('Godt gået!').waitFor();
  await young.getByText('Jeg ringede selv til lægen.').first().waitFor();
  await open(mentor, `/courses/${course}/steps`);
  await mentor.getByText('Jeg ringede selv til lægen.').first().waitFor();
});

test('another mentor can be asked for, and no reason is demanded', async () => {
  await open(young, `/own/steps/${course}/rematch`);
  await young.getByText('Du behøver ikke skrive noget.').waitFor();
  await look(young, 'own-steps-rematch');
});

test('both answer the same questions at the end, and see where they differ', async () => {
  const caseworker = await site.visitor({ login: 'sagsbehandler' });
  await step(caseworker, 'closing', { reasons: 'Målene er nået', tapering: 'Hver anden uge' }, [['end-kind', 'planned'], ['end-why', 'goals-reached']]);
  await open(young, '/me');
  await young.getByRole('link', { name: 'Hvad synes du om det hele?' }).click();
  await look(young, 'own-steps-evaluation');
  const own = { listened: 9, important: 8, fitted: 7, better: 4, overall: 8 };
  for (const [field, points] of Object.entries(own)) {
    await young.locator(`[name=${field}][value="${points}"]`).check({ force: true });
  }
  await young.getByRole('button', { name: 'Send' }).click();
  await young.getByText('Du har svaret.').first().waitFor();
  await step(mentor, 'evaluation', { on: daysAgo(0), listened: '9', important: '8', fitted: '8', better: '8', overall: '8' }, [['voice', 'mentor']]);
  await mentor.getByText('Spørg dem begge hvorfor.').waitFor();
  await look(mentor, 'own-steps-voices-staff');
  await open(young, '/me');
  await young.getByText('I svarede forskelligt på: Går det bedre for dig nu?').waitFor();
  await look(young, 'own-steps-voices');
});
