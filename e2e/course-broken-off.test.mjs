// Granted, started, and broken off after five weeks: once as the young person wished, once for another reason.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAgo, open, openSite } from './browser.mjs';
import { against, begin, fidelity, fill, look, openStep, phase, recorded, send, takeStep } from './steps.mjs';

let site;
let page;
let mentor;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
  mentor = await site.visitor({ login: 'mentor' });
});
after(() => site.close());

const on = (days) => ({ on: daysAgo(days) });

/** A course that started 50 days ago, ten days after the need was seen. */
async function started(given) {
  const { course } = await begin(site, page, given, 60);
  await takeStep(page, course, 'grant', {
    ...on(53),
    'asked-for': 'fully',
    basis: 'lab-167',
    entitlement: 'right',
    decisive: 'Uden støtte kommer hun ikke ud ad døren.',
    'employment-aim': 'En praktik på få timer.',
    'purpose-mastery': 'At gå ud selv.',
    'phase-out': 'Færre timer, når praktikken er i gang.',
    weekly: '2',
    from: daysAgo(50),
    until: daysAgo(-100),
  });
  await takeStep(page, course, 'match', {
    ...on(52),
    mentor: 'Bjørn Nørgaard',
    'match-basis': ['shared-interests', 'young-say'],
    note: 'De kan begge lide heste.',
    impartial: true,
  });
  await takeStep(mentor, course, 'expectations', {
    ...on(51),
    'own-wish': '"Jeg vil være i fred."',
    'can-help': 'Gå med ud.',
    'cannot-help': 'Være der om natten.',
    duration: 'Et halvt år.',
    'how-it-ends': 'Lidt efter lidt.',
    'if-broken-off': 'Hun kan ringe til ungevejlederen.',
    'signed-by': ['young-person', 'mentor'],
  });
  await takeStep(mentor, course, 'goal', {
    ...on(51),
    title: 'Gå en tur hver dag',
    'goal-kind': 'mastery',
    'small-steps': 'Ned til postkassen',
    'scale-low': 'Jeg går ikke ud',
    'scale-high': 'Jeg går ud hver dag',
  });
  await takeStep(page, course, 'start', on(50));
  await takeStep(mentor, course, 'method', {
    ...on(49),
    method: 'persistent-contact',
    'method-reason': 'Hun har slået op med alle andre.',
  });
  return course;
}

/** The end that the model asks for when it was not planned. */
async function close(course, days) {
  await takeStep(
    page,
    course,
    'closure',
    {
      ...on(days),
      'why-told': true,
      'need-assessed': 'Ja, men hun vil ikke have den nu.',
      'network-told': 'Hendes mor ved det.',
      handover: 'Ungevejlederen ringer om en måned.',
      'evaluated-with': 'Det var ikke det rette tidspunkt.',
      'method-value': 'little-value',
      'method-assessed': 'Hun svarede på beskeder, ikke på opkald.',
      alternatives: 'Ungevejleder og headspace.',
    },
    { departs: { cause: 'own-wish', reason: 'Hun vil ikke svare på flere spørgsmål.' } },
  );
  assert.equal(await phase(page, course), 'Afsluttet');
}

test('no contact: an appointment is replaced, does not take place, and every attempt counts', async () => {
  const course = await started('Cilje');
  const meeting = { at: '14.30', place: 'Biblioteket' };
  await takeStep(mentor, course, 'appointment', { ...on(40), ...meeting });
  await takeStep(mentor, course, 'appointment', { ...on(38), ...meeting, place: 'Hjemme', replaces: 'Biblioteket' });
  await openStep(mentor, course, 'not-held');
  const offers = await mentor.locator('#appointment option').allInnerTexts();
  assert.ok(!offers.join().includes('Biblioteket') && offers.join().includes('Hjemme'), `replaced: ${offers}`);
  await takeStep(mentor, course, 'not-held', { ...on(38), appointment: 'Hjemme', 'why-not': 'did-not-open' });
  for (const [days, how, reached] of [[36, 'call', 'no'], [33, 'message', 'no'], [28, 'visit', 'no'], [20, 'message', 'yes']]) {
    await takeStep(mentor, course, 'contact-attempt', { ...on(days), how, reached });
  }
  await open(mentor, `${course}/steps`);
  assert.equal(await recorded(mentor, /^Kontaktforsøg/).count(), 4);
  assert.equal(await recorded(mentor, /^Aftale,/).count(), 3, 'what was replaced still stands there, and what was not held');
  await look(mentor, 'play-steps-no-contact');
  await open(mentor, course);
  await look(mentor, 'play-course-no-contact');

  // As the young person wishes: the model has no objection.
  await openStep(page, course, 'closing');
  await fill(page, { ...on(16), 'end-kind': 'unplanned', 'end-why': 'wish', reasons: 'Hun vil klare sig selv.' });
  await send(page);
  await page.waitForURL(`**${course}/steps?done=closing`);
  await close(course, 15);
  const said = await fidelity(page, course);
  await look(page, 'play-course-broken-off');
  assert.ok(said.kept.includes('F4.4'), JSON.stringify(said));
  assert.deepEqual(
    said.parts['F4.4'].map((part) => /: (Ikke fulgt|Fulgt)$/.exec(part)?.[1]),
    ['Ikke fulgt', 'Fulgt'],
    'not three months, but for a good reason',
  );
  for (const code of ['F1.1', 'F2.1', 'F3.1', 'F4.6', 'F5.1']) assert.ok(said.kept.includes(code), `${code} is kept`);
  for (const code of ['F3.2', 'F4.5']) assert.ok(said.broken.includes(code), `${code} is not: no score, no network`);
});

const WHY = 'Familien flyttede fra den ene dag til den anden.';

test('for another reason the model warns, and what was said against it is read in the municipality', async () => {
  const course = await started('Dorte');
  await openStep(page, course, 'closing');
  await fill(page, { ...on(16), 'end-kind': 'unplanned', 'end-why': 'moved', reasons: 'Flyttet til en anden kommune.' });
  await send(page);
  await page.locator('.lods-warned').waitFor();
  assert.match((await against(page)).join(), /slutter før tid/);
  await look(page, 'step-closing-warned', { status: 422 });
  await page.locator('.lods-warned [name=cause][value=other]').check({ force: true });
  await send(page);
  await page.getByText('Skriv kort hvorfor, så kan du gå videre.').waitFor();
  await look(page, 'step-closing-no-reason', { status: 422 });
  await page.locator('.lods-warned [name=reason]').fill(WHY);
  await send(page);
  await page.waitForURL(`**${course}/steps?done=closing`);
  await close(course, 15);
  assert.ok((await fidelity(page, course)).broken.includes('F4.4'), 'it did not last');

  const leader = await site.visitor({ login: 'leder' });
  await open(leader, '/model/F4.4');
  await leader.getByText(WHY).first().waitFor();
  await look(leader, 'play-model-departed');
  await open(leader, '/model');
  await look(leader, 'play-model');
  await open(mentor, '/model/F4.4');
  assert.ok(!(await mentor.locator('main').innerText()).includes(WHY), 'a mentor reads numbers, not reasons');
});
