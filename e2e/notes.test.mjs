import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
let page;
let course;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
  course = await activeCourse(page);
});
after(() => site.close());

const choose = (label) => page.getByLabel(label, { exact: true }).check({ force: true });
const notes = () => page.locator('section[aria-labelledby=notes]');
const refused = () => {
  page.problems = page.problems.filter((problem) => !/status of 422/.test(problem));
};

test('the form is reached from the notes of the course', async () => {
  await open(page, course);
  await notes().getByRole('link', { name: 'Skriv notat' }).click();
  assert.equal(new URL(page.url()).pathname, `${course}/notes/new`);
  await expectAccessible(page);
  await screenshots(page, 'note-new');
});

test('what is missing is told beside its field, and the text stays', async () => {
  await open(page, `${course}/notes/new`);
  await page.getByLabel('Notat', { exact: true }).fill('Et udkast\nmed to linjer');
  await page.getByRole('button', { name: 'Gem notat' }).click();
  await page.getByText('Der er 2 ting, du skal rette').waitFor();
  assert.equal(await page.getByLabel('Notat', { exact: true }).inputValue(), 'Et udkast\nmed to linjer');
  refused();
  await expectAccessible(page);
  await screenshots(page, 'note-new-faults');
});

test('a note is written, corrected, and what stood is folded under it', async () => {
  await open(page, `${course}/notes/new`);
  await choose('Teamet');
  await page.getByLabel('Notat', { exact: true }).fill('Mødte ikke op til mødet i dag.');
  await choose('Almindeligt');
  await page.getByRole('button', { name: 'Gem notat' }).click();
  await page.waitForURL((address) => address.pathname === course);
  await page.getByText('Notatet er gemt.').waitFor();
  await notes().getByText('Mødte ikke op til mødet i dag.').waitFor();
  await notes().getByRole('link', { name: /^Ret notatet/ }).first().click();
  await expectAccessible(page);
  await screenshots(page, 'note-correct');
  await page.getByLabel('Sådan skal der stå').fill('Mødte op, men en time for sent.');
  await page.getByLabel('Hvorfor retter du?').fill('Jeg tog fejl af klokken.');
  await page.getByRole('button', { name: 'Gem rettelse' }).click();
  await page.waitForURL((address) => address.pathname === course);
  await notes().getByText('Mødte op, men en time for sent.').waitFor();
  const before = notes().getByText('Mødte ikke op til mødet i dag.');
  assert.equal(await before.isVisible(), false, 'folded');
  await notes().getByText('Det stod her før rettelsen').click();
  assert.ok(await before.isVisible());
  await expectAccessible(page);
  await screenshots(page, 'notes');
});

test('all notes have a page of their own', async () => {
  await open(page, `${course}/notes`);
  await expectAccessible(page);
  await screenshots(page, 'notes-all');
});

test('a co-mentor is added to the team and ended', async () => {
  await open(page, course);
  await page.getByRole('link', { name: 'Ret, hvem der er med' }).click();
  await expectAccessible(page);
  await page.locator('#mentor').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Tilføj medmentor' }).click();
  await page.getByText('Ændringen er gemt.').waitFor();
  await expectAccessible(page);
  await screenshots(page, 'team');
  await page.locator('main table').getByLabel(/^Sidste dag for/).first().fill('31-02-2022');
  await page.getByRole('button', { name: /^Gem sidste dag/ }).first().click();
  await page.getByText('Der er én ting, du skal rette').waitFor();
  refused();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Gem sidste dag/ }).first().click();
  await page.getByText('Ændringen er gemt.').waitFor();
});
