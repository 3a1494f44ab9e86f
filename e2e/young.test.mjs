import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activeCourse, expectAccessible, open, openSite, screenshots } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Comes in by a one-time link, as the demonstration's sign-in page offers it. */
async function comeIn(button, landing) {
  const page = await site.visitor();
  await open(page, '/sign-in');
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((address) => address.pathname.startsWith('/hello/'));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Åbn min side' }).click();
  await page.waitForURL((address) => address.pathname === landing);
  return page;
}

test('a young person opens the own page by a link, and it is readable at both widths', async () => {
  const page = await comeIn('Åbn som den unge', '/me');
  for (const heading of ['Din mentor', 'Dine mål', 'Hvem har set mine oplysninger?', 'Det deler jeg', 'Mine samtykker']) {
    await page.getByRole('heading', { name: heading }).waitFor();
  }
  await expectAccessible(page);
  await screenshots(page, 'me');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});

test('what the young person shares is seen by somebody close, and what is not shared is not', async () => {
  const young = await comeIn('Åbn som den unge', '/me');
  const network = await comeIn('Åbn som pårørende', '/shared');
  await network.getByRole('heading', { name: 'Mål' }).waitFor();
  await expectAccessible(network);
  await screenshots(network, 'shared');
  await network.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(network);
  await young.getByRole('button', { name: /^Del ikke mere Mine mål/ }).click();
  await young.getByText('Det er gemt.').waitFor();
  assert.ok(await young.getByText('Det er gemt.').evaluate((receipt) => {
    const box = receipt.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }), 'the receipt is in sight');
  await network.reload();
  assert.equal(await network.getByRole('heading', { name: 'Mål' }).count(), 0);
  await young.getByRole('button', { name: /^Del Mine mål/ }).click();
  await young.getByText('Det er gemt.').waitFor();
});

test('a consent is taken back when it is asked for twice, and the page of notes leads back', async () => {
  const page = await comeIn('Åbn som den unge', '/me');
  const first = page.locator('.lods-withdraw').first();
  if ((await first.count()) > 0) {
    await first.locator('summary').click();
    await first.getByRole('button', { name: /^Ja, træk tilbage/ }).waitFor();
    await expectAccessible(page);
    await first.getByRole('button').click();
    await page.getByText('Dit samtykke er trukket tilbage.').waitFor();
  }
  await page.getByRole('link', { name: /^Skriv til din mentor/ }).click();
  await page.getByRole('link', { name: 'Tilbage til min side' }).click();
  await page.waitForURL((address) => address.pathname === '/me');
});

test('a caseworker gives insight and corrects, and a leader sees what is past its period', async () => {
  const caseworker = await site.visitor({ login: 'sagsbehandler' });
  await open(caseworker, await activeCourse(caseworker));
  await caseworker.getByRole('link', { name: 'Indsigt og rettelser' }).click();
  await caseworker.getByRole('heading', { name: 'Ret en oplysning' }).waitFor();
  await expectAccessible(caseworker);
  await screenshots(caseworker, 'insight');
  await caseworker.getByRole('button', { name: 'Ret', exact: true }).click();
  await caseworker.getByText('Skriv en begrundelse.').waitFor();
  await expectAccessible(caseworker, { status: 422 });
  const leader = await site.visitor({ login: 'leder' });
  await open(leader, '/retention');
  await expectAccessible(leader);
  await screenshots(leader, 'retention');
});
