// The map of a course's network, drawn and as a table, at both widths.
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

const PERSONS = [
  ['parent', 'Karen', 'near', 'strong', 'weekly-news', true],
  ['parent', 'Bo', 'far', 'conflict', 'not-involved', false],
  ['family', 'Mormor', 'middle', 'strong', 'meetings', true],
  ['friend', 'Ali', 'near', 'weak', 'told', false],
  ['school', 'Studievejleder på VUC', 'middle', 'weak', 'meetings', true],
  ['employer', 'Bageren', 'far', 'strong', 'told', true],
];

async function add([relation, name, closeness, tie, involvement, agreed]) {
  const choose = (field, value) => page.locator(`[name=${field}][value=${value}]`).check({ force: true });
  await open(page, `${course}/network`);
  await page.getByRole('link', { name: 'Skriv en person på kortet' }).click();
  await choose('relation', relation);
  await page.locator('[name=person-name]').fill(name);
  await choose('closeness', closeness);
  await choose('tie', tie);
  await page.locator('[name=helps-with]').fill('Kan ringe om morgenen');
  await choose('involvement', involvement);
  if (agreed) await page.locator('[name=agreed-with-young]').check({ force: true });
  const submit = page.locator('main form.lods-step button[type=submit]').first();
  await submit.click();
  if (!agreed) {
    // The model asks for an agreement: going on takes a reason.
    await page.locator('[name=cause]').first().check({ force: true });
    await page.locator('[name=reason]').fill('Den unge vil vente');
    await submit.click();
  }
  await page.waitForURL((address) => address.pathname === `${course}/steps`);
  page.problems = page.problems.filter((problem) => !/status of 422/.test(problem));
}

test('the empty map tells how the network takes part', async () => {
  await open(page, course);
  await page.getByRole('link', { name: 'Se kortet over netværket' }).click();
  await page.getByText('Der står ingen på kortet endnu').waitFor();
  await page.getByText('kun, når den unge har sagt ja').waitFor();
  await expectAccessible(page);
});

test('six persons are drawn, and stand in the table', async () => {
  for (const person of PERSONS) await add(person);
  await open(page, `${course}/network`);
  assert.equal(await page.locator('main svg .lods-network-person').count(), PERSONS.length);
  assert.equal(await page.locator('main table tbody tr').count(), PERSONS.length);
  const said = await page.locator('main svg desc').textContent();
  for (const [, name] of PERSONS) assert.ok(said.includes(name), name);
  await page.getByText('1 person er med, uden at det er aftalt').waitFor();
  await expectAccessible(page);
  await screenshots(page, 'network');
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${course}/network`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('a person is taken off the map', async () => {
  await open(page, `${course}/network`);
  await page.getByRole('link', { name: 'Tag nr. 1 tilbage' }).click();
  await page.locator('[name=reason]').fill('Skrevet på det forkerte forløb');
  await page.locator('main form button[type=submit]').click();
  await open(page, `${course}/network`);
  assert.equal(await page.locator('main table tbody tr').count(), PERSONS.length - 1);
});
