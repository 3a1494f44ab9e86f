// A course as people play it: a concern that is taken up, and step after step in its form. The pages are looked at once.
import assert from 'node:assert/strict';
import { daysAgo, expectAccessible, open, screenshots } from './browser.mjs';

const looked = new Set();

/** The first time that a page of the name comes by: no violation, and pictures of it at both widths. */
export async function look(page, name, { status = 200 } = {}) {
  if (!looked.has(name)) {
    looked.add(name);
    await expectAccessible(page, { status });
    await screenshots(page, name);
  }
  page.problems.length = 0;
}

/** A name and a test number (day + 60) that no other person of the demonstration has. */
export function somebody(given) {
  const tick = Date.now();
  const [day, month, last] = [61 + (tick % 28), 1 + (tick % 12), tick % 1000];
  const digits = (number, width) => String(number).padStart(width, '0');
  return { name: `${given} Test${tick % 100_000}`, cpr: `${digits(day, 2)}${digits(month, 2)}08-5${digits(last, 3)}` };
}

/** A professional without an account tells of the young person. */
export async function tell(site, { name, needDaysAgo, observed }) {
  const page = await site.visitor();
  await open(page, '/concern');
  await page.locator('#name').fill(name);
  await page.locator('#need_on').fill(daysAgo(needDaysAgo));
  await page.locator('#observed').fill(observed);
  await page.locator('#sign-less-chance').check({ force: true });
  await page.locator('#trigger').selectOption('end-of-school');
  await page.locator('#seen_by').selectOption('guidance');
  await page.locator('#teller').fill('Vera Vejleder');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/concern?done=1');
  await page.context().close();
}

/** The caseworker takes the concern up as a new course of a new person; the path of the course. */
export async function takeUp(page, { name, cpr }) {
  await open(page, '/concerns');
  await page.getByRole('link', { name }).click();
  await look(page, 'play-concern');
  await page.locator('#cpr').fill(cpr);
  await page.locator('#target_group').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Begynd forløbet' }).click();
  await page.waitForURL(/\/courses\/\d+$/);
  return new URL(page.url()).pathname;
}

/** Concern and course at once. */
export async function begin(site, page, given, needDaysAgo) {
  const person = somebody(given);
  await tell(site, { name: person.name, needDaysAgo, observed: 'Kommer sjældent i skole og sover om dagen.' });
  return { ...person, course: await takeUp(page, person) };
}

/** Opens the form of a step. */
export async function openStep(page, course, kind) {
  // What was refused on purpose before is no fault of this page.
  page.problems = page.problems.filter((problem) => !/status of 4\d\d/.test(problem));
  await open(page, `${course}/steps/${kind}`);
}

/**
 * Fills in a step's form. An answer is a text, the value of a choice, an array of such values, or `true` for a box; in a
 * list it may be a part of what the entry says.
 */
export async function fill(page, answers) {
  for (const [name, answer] of Object.entries(answers)) {
    const field = page.locator(`main form.lods-step [name="${name}"]`);
    const type = await field.first().evaluate((element) => element.type);
    if (type === 'radio' || type === 'checkbox') {
      for (const value of answer === true ? ['yes'] : [answer].flat()) {
        await page.locator(`main form.lods-step [name="${name}"][value="${value}"]`).check({ force: true });
      }
    } else if (type === 'select-one') {
      const offers = await field.locator('option').evaluateAll((all) => all.map(({ value, text }) => ({ value, text })));
      const offer = offers.find(({ value }) => value === answer) ?? offers.find(({ text }) => text.includes(answer));
      assert.ok(offer, `${name}: ${answer} among ${offers.map(({ text }) => text).join(', ')}`);
      await field.selectOption(offer.value);
    } else {
      await field.fill(answer);
    }
  }
}

/** Presses the button, and waits for the page that comes of it. */
export async function press(page, button) {
  const loaded = page.waitForEvent('load');
  await button.click();
  await loaded;
}

export const send = (page) => press(page, page.getByRole('button', { name: 'Gem', exact: true }));

/** Whatever the page says against the step. */
export const against = (page) => page.locator('.lods-errors, .lods-warned').allInnerTexts();

/** Takes a step as a person does. With `departs` the model warns first, and the warning is answered by that reason. */
export async function takeStep(page, course, kind, answers, { departs } = {}) {
  await openStep(page, course, kind);
  await look(page, `step-${kind}`);
  await fill(page, answers);
  await send(page);
  if (departs) {
    await page.locator('.lods-warned').waitFor();
    await page.getByRole('alert').getByText('ikke gemt').waitFor();
    await look(page, `step-${kind}-warned`, { status: 422 });
    await page.locator(`.lods-warned [name=cause][value="${departs.cause}"]`).check({ force: true });
    await page.locator('.lods-warned [name=reason]').fill(departs.reason);
    await send(page);
  }
  const { pathname, search } = new URL(page.url());
  assert.equal(`${pathname}${search}`, `${course}/steps?done=${kind}`, `${kind}: ${await against(page)}`);
}

/** The same step once more, as its form sends it, without a page to look at: what is done every week. */
export async function repeatStep(page, course, kind, answers) {
  const address = `${course}/steps/${kind}`;
  const html = await (await page.request.get(address)).text();
  const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(html.indexOf('data-draft=')))[1];
  const form = { csrf: hidden('csrf'), key: hidden('key'), seen: hidden('seen'), ...answers };
  const answer = await page.request.post(address, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `${kind}: ${JSON.stringify(answers)}`);
}

/** The article of a step on the page of the course's steps, newest first. */
export const recorded = (page, name) => page.locator('article.lods-done', { has: page.getByRole('heading', { name }) });

/** Takes back the step of the name that was recorded last, for a reason. */
export async function undo(page, course, name, reason) {
  await open(page, `${course}/steps`);
  await recorded(page, name).first().getByRole('link', { name: 'Tag tilbage' }).click();
  await look(page, 'step-undo');
  await page.locator('#reason').fill(reason);
  await press(page, page.getByRole('button', { name: 'Tag trinnet tilbage' }));
  assert.equal(new URL(page.url()).search, '?done=undo');
}

/** The phase that the course's page marks. */
export async function phase(page, course) {
  await open(page, course);
  return page.locator('.lods-head .lods-tag').first().innerText();
}

/** What the course's page says of the model: the codes by verdict, and each part with what is said of it. */
export async function fidelity(page, course) {
  await open(page, course);
  const found = await page.locator('.lods-askings > li').evaluateAll((all) =>
    all.map((one) => ({
      code: one.querySelector('strong').textContent.split(' ')[0],
      under: one.closest('details')?.querySelector('summary').textContent ?? '',
      parts: [...one.querySelectorAll('ul > li')].map((part) => part.textContent),
    })),
  );
  const of = (test) => found.filter(({ under }) => test(under)).map(({ code }) => code);
  return {
    broken: of((under) => under === ''),
    kept: of((under) => /fulgt/.test(under)),
    unjudged: of((under) => /vurderes/.test(under)),
    parts: Object.fromEntries(found.map(({ code, parts }) => [code, parts])),
  };
}

/** Registers meetings of the mentor, one on each of the days. */
export async function meet(page, course, days, minutes) {
  await open(page, `${course}/sessions/new`);
  const csrf = await page.locator('main input[name=csrf]').inputValue();
  for (const day of days) {
    const form = { csrf, date: daysAgo(day), time: '10:15', form: 'møde', outcome: 'afholdt', minutes: String(minutes) };
    const answer = await page.request.post(`${course}/sessions/new`, { form });
    assert.equal(answer.status(), 200, `a meeting ${day} days ago: ${answer.url()}`);
  }
}
