// A visitor in a real Chromium: signs in, reads pages, and says what is wrong with them.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { demonstration } from './server.mjs';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCREENSHOTS = join(import.meta.dirname, 'screenshots');
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

export const PASSWORD = 'lods-demonstration';

/** A browser (with a profile of its own) and the demonstration that it looks at. */
export async function openSite() {
  const server = await demonstration();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { url: server.url, close, visitor: (options) => visitor(browser, server.url, options) };
}

/** A page of a new visitor, who is signed in when `login` is given. */
async function visitor(browser, url, { login, ...options } = {}) {
  const context = await browser.newContext({ baseURL: url, locale: 'da-DK', viewport: SIZES.desktop, ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
  page.on('pageerror', (fault) => page.problems.push(String(fault)));
  if (login) await signIn(page, login);
  return page;
}

/** Signs in on the page of the demonstration, and lands on Today. */
export async function signIn(page, login, password = PASSWORD) {
  await page.goto('/sign-in');
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill(password);
  await page.locator('[name=password]').press('Enter');
  await page.waitForURL((address) => ['/', '/declaration'].includes(address.pathname));
  // A mentor signs the declaration of confidentiality before anything else.
  if (new URL(page.url()).pathname === '/declaration') {
    await page.locator('[name=accept]').check({ force: true });
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL((address) => address.pathname === '/');
  }
}

/** No violation of WCAG 2.2 AA, a title, one main heading, a language, and nothing wrong in the console. */
export async function expectAccessible(page, { status = 200 } = {}) {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  assert.deepEqual(said, [], `accessibility of ${page.url()}`);
  assert.notEqual(await page.title(), '', 'a title');
  assert.equal(await page.locator('h1').count(), 1, 'one main heading');
  assert.match((await page.locator('html').getAttribute('lang')) ?? '', /^(da|en)$/);
  // Chromium reports a page that was refused on purpose as a resource that failed.
  const problems = page.problems.filter((problem) => status === 200 || !problem.includes(`status of ${status}`));
  assert.deepEqual(problems, [], `console of ${page.url()}`);
}

/** Pictures of the page, wide and as on a phone, where nothing may stick out sideways. */
export async function screenshots(page, name) {
  await mkdir(SCREENSHOTS, { recursive: true });
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(SCREENSHOTS, `${name}-${size}.png`), fullPage: true });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wider <= 0, `${name} is ${wider} px wider than a ${size}`);
  }
  await page.setViewportSize(SIZES.desktop);
}

/** Goes to a path, which has to answer with the status. */
export async function open(page, path, status = 200) {
  const answer = await page.goto(path);
  assert.equal(answer.status(), status, path);
}

/** The path of the oldest course that runs, on which a session can be registered. */
export async function activeCourse(page) {
  await open(page, '/courses?phase=active&sort=case');
  return page.locator('table tbody a[href^="/courses/"]').first().getAttribute('href');
}

/** Takes the first real choice of a field, be it a list or a group of radio buttons. */
export async function chooseFirst(page, label) {
  const list = page.getByRole('combobox', { name: label });
  if ((await list.count()) > 0) {
    const values = await list.locator('option').evaluateAll((options) => options.map((option) => option.value));
    if (!(await list.inputValue())) await list.selectOption(values.find((value) => value !== ''));
    return;
  }
  // The design system draws its own button beside the real one, which is clicked by its label.
  const radio = page.getByRole('group', { name: label }).getByRole('radio').first();
  await radio.check({ force: true });
}

/** `dd-mm-yyyy` of the day some days ago. */
export function daysAgo(days) {
  const day = new Date(Date.now() - days * 86_400_000);
  return new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric' })
    .format(day)
    .replaceAll('.', '-');
}
