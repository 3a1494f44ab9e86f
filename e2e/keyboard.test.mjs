import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, openSite, PASSWORD } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Tabs until the element with the text has the focus. */
async function tabTo(page, text, most = 30) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === text) return;
  }
  assert.fail(`${text} is not reached in ${most} presses of Tab`);
}

test('signing in needs no mouse', async () => {
  const page = await site.visitor();
  await open(page, '/sign-in');
  await page.locator('[name=login]').focus();
  await page.keyboard.type('sagsbehandler');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname === '/');
});

test('the first stop is the way past the menu', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  await open(page, '/courses');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Gå til sidens indhold');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inContent = await page.evaluate(() => document.querySelector('main').contains(document.activeElement));
  assert.ok(inContent, 'the next stop is in the content');
});

test('the menu is reached, in its order, and shows where the focus is', async () => {
  const page = await site.visitor({ login: 'sagsbehandler' });
  await tabTo(page, 'Forløb');
  const mark = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return { outline: outlineStyle !== 'none' && outlineWidth !== '0px', shadow: boxShadow !== 'none' };
  });
  assert.ok(mark.outline || mark.shadow, 'the focus is visible');
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname === '/courses');
});
