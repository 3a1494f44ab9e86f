// A course by the book: a concern that is answered within the days, a goal, follow-ups with all three, and a good end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAgo, open, openSite, signIn } from './browser.mjs';
import {
  against,
  begin,
  fidelity,
  fill,
  look,
  meet,
  openStep,
  phase,
  press,
  recorded,
  repeatStep,
  send,
  takeStep,
  undo,
} from './steps.mjs';

let site;
let caseworker;
let mentor;
let leader;
let course;
before(async () => {
  site = await openSite();
  [caseworker, mentor, leader] = await Promise.all(
    ['sagsbehandler', 'mentor', 'leder'].map((login) => site.visitor({ login })),
  );
});
after(() => site.close());

const on = (days) => ({ on: daysAgo(days) });
const ALL_THREE = { 'took-part': ['caseworker', 'mentor', 'young-person'] };

test('a concern becomes a course, and is granted within ten days', async () => {
  ({ course } = await begin(site, caseworker, 'Alma', 340));
  assert.equal(await phase(caseworker, course), 'Bekymring');
  await look(caseworker, 'play-course-concern');
  await open(caseworker, `${course}/steps`);
  await look(caseworker, 'play-steps-concern');
  await openStep(caseworker, course, 'grant');
  await send(caseworker);
  await caseworker.getByRole('alert').waitFor();
  await look(caseworker, 'step-grant-faults', { status: 422 });
  await takeStep(caseworker, course, 'grant', {
    ...on(332),
    'asked-for': 'fully',
    basis: 'lab-167',
    entitlement: 'may',
    decisive: 'Uden støtte når Alma ikke frem til vejledning og praktik.',
    'employment-aim': 'Praktik i en butik, og siden uddannelse.',
    'purpose-mastery': 'Selv at komme op og af sted om morgenen.',
    'purpose-education': 'At begynde på FGU og blive der.',
    'phase-out': 'Færre timer fra den dag, hun er begyndt på FGU.',
    weekly: '2,5',
    from: daysAgo(330),
    until: daysAgo(240),
  });
  assert.equal(await phase(caseworker, course), 'Opstart');
});

test('a mentor is matched, expectations are met, a goal is set, and the course starts', async () => {
  await takeStep(caseworker, course, 'match', {
    ...on(331),
    mentor: 'Bjørn Nørgaard',
    'match-basis': ['competence', 'young-say'],
    note: 'Alma mødte to og valgte ham, fordi han også tegner.',
    impartial: true,
  });
  await takeStep(mentor, course, 'expectations', {
    ...on(329),
    'own-wish': '"Jeg vil tegne spil."',
    'system-goal': 'Uddannelse.',
    reconciled: 'FGU har en linje, hvor man tegner.',
    'can-help': 'Komme op, læse post, gå med til møder.',
    'cannot-help': 'Låne penge ud eller ringe til lægen for Alma.',
    duration: 'Et halvt år, måske lidt mere.',
    'how-it-ends': 'Vi mødes sjældnere og sjældnere.',
    'if-broken-off': 'Alma kan altid ringe til sagsbehandler.',
    'signed-by': ['young-person', 'mentor', 'caseworker'],
  });
  await takeStep(mentor, course, 'goal', {
    ...on(329),
    title: 'Jeg kommer op, når vækkeuret ringer',
    'goal-kind': 'mastery',
    'small-steps': 'Telefonen ligger i stuen om natten\nOp før ni to dage om ugen',
    'scale-low': 'Jeg sover til middag',
    'scale-high': 'Jeg er oppe før ni hver dag',
  });
  await takeStep(caseworker, course, 'start', on(328));
  await takeStep(mentor, course, 'method', {
    ...on(328),
    method: 'motivational',
    'method-reason': 'Alma skal selv finde grunden til at stå op.',
  });
  assert.equal(await phase(caseworker, course), 'I gang');
});

test('the mentor works: meetings, weekly talks, scores, network, small successes', async () => {
  const weeks = Array.from({ length: 25 }, (_, week) => 327 - 7 * week);
  await meet(mentor, course, weeks, 150);
  const talk = (days) => ({ ...on(days), extent: 'same', note: 'Det passer.' });
  await takeStep(mentor, course, 'extent-talk', talk(weeks[0]));
  for (const days of weeks.slice(1)) await repeatStep(mentor, course, 'extent-talk', talk(days));
  for (const [days, points] of [[300, '3'], [230, '5,5'], [165, '8']]) {
    await takeStep(mentor, course, 'score', { ...on(days), goal: 'vækkeuret', points, voice: 'young-person' });
  }
  await takeStep(mentor, course, 'network-person', {
    ...on(290),
    relation: 'family',
    'person-name': 'Moster',
    closeness: 'near',
    tie: 'strong',
    'helps-with': 'Ringer om morgenen, når mentor er væk.',
    involvement: 'meetings',
    'agreed-with-young': true,
  });
  await takeStep(mentor, course, 'network-meeting', {
    ...on(240),
    'took-part': ['mentor', 'young-person', 'parent'],
    note: 'Moster tager morgenerne i ferien.',
  });
  await takeStep(mentor, course, 'success', { ...on(230), note: 'Var på biblioteket alene.' });
  await takeStep(mentor, course, 'task', { ...on(229), note: 'Prøv at ringe selv til FGU.', 'next-on': daysAgo(222) });
});

test('the three follow up every five weeks, and the law asks for its own', async () => {
  for (const days of [293, 258, 223, 188]) {
    await takeStep(caseworker, course, 'follow-up', {
      ...on(days),
      ...ALL_THREE,
      'goals-right': 'still-right',
      agreed: 'continue',
    });
  }
  await takeStep(caseworker, course, 'statutory-follow-up', {
    ...on(238),
    'young-says': 'Det går godt, og det må gerne blive ved.',
    'next-on': daysAgo(150),
    reasons: 'Alma vil helst tales med hver tredje måned.',
  });
  await takeStep(caseworker, course, 'transition', {
    'transition-kind': 'study-start',
    ...on(200),
    'held-on': daysAgo(215),
    departments: 'Jobcenter og FGU',
    'mentor-included': true,
  });
});

test('an extension is tried before it is done, and the leader reviews the case', async () => {
  await openStep(caseworker, course, 'extension');
  const extension = {
    ...on(245),
    'asked-for': 'fully',
    until: daysAgo(150),
    weekly: '2,5',
    decisive: 'Alma er begyndt på FGU og falder fra uden støtte.',
  };
  await fill(caseworker, extension);
  await press(caseworker, caseworker.getByRole('button', { name: /^Prøv først/ }));
  await caseworker.getByRole('heading', { name: 'Hvis du gør det' }).waitFor();
  await look(caseworker, 'step-extension-tried');
  const row = caseworker.locator('main table tbody tr', { hasText: 'Bevillingen slutter' });
  assert.equal(await caseworker.locator('#until').inputValue(), daysAgo(150), 'what was typed stays');
  const [now, then] = await row.locator('td').allInnerTexts();
  assert.notEqual(now, then);
  const periods = caseworker.locator('main table tbody tr', { hasText: 'Perioder brugt' });
  assert.deepEqual(await periods.locator('td').allInnerTexts(), ['1 af 4', '2 af 4']);
  await open(caseworker, `${course}/steps`);
  assert.equal(await recorded(caseworker, /^Forlængelse/).count(), 0, 'nothing was recorded');
  await openStep(caseworker, course, 'extension');
  await fill(caseworker, { ...extension, until: daysAgo(100) });
  await send(caseworker);
  await caseworker.getByText('De almindelige perioder er brugt.').first().waitFor();
  await look(caseworker, 'step-extension-spent', { status: 422 });
  await takeStep(caseworker, course, 'extension', extension);
  await takeStep(leader, course, 'case-review', { ...on(170), 'with-mentor': true, note: 'Trap ned fra nu af.' });
});

test('a mentor sees no decision, and can take none', async () => {
  await open(mentor, `${course}/steps`);
  await look(mentor, 'play-steps-mentor');
  // What is folded counts too.
  const said = await mentor.locator('main').textContent();
  for (const word of ['Bevilling', 'Forlængelse', 'Træf afgørelse', 'Uden støtte når Alma', 'Opfølgning efter loven']) {
    assert.ok(!said.includes(word), `a mentor reads ${word}`);
  }
  await open(mentor, course);
  await look(mentor, 'play-course-mentor');
  assert.ok(!(await mentor.locator('main').innerText()).includes('§ 167'), 'no legal basis');
  for (const kind of ['grant', 'refusal', 'extension', 'change']) {
    const answer = await mentor.goto(`${course}/steps/${kind}`);
    assert.ok([403, 404].includes(answer.status()), `${kind}: ${answer.status()}`);
  }
  await look(mentor, 'play-step-refused-to-mentor', { status: (await mentor.goto(`${course}/steps/grant`)).status() });
  await open(caseworker, `${course}/steps`);
  const letter = await recorded(caseworker, /^Bevilling/).locator('a[href$="/letter"]').getAttribute('href');
  assert.equal((await caseworker.request.get(letter)).status(), 200);
  assert.ok([403, 404].includes((await mentor.request.get(letter)).status()), 'no letter of a decision');
});

test('a draft waits for whoever signs out in the middle of it', async () => {
  const text = 'Vi talte om, hvem der ringer, når mentor er væk.';
  await openStep(mentor, course, 'contact-attempt');
  await mentor.locator('#note').fill(text);
  await mentor.getByText('Kladden er gemt.').waitFor();
  await look(mentor, 'step-draft-saved');
  await mentor.locator('.lods-account summary').click();
  await mentor.locator('form[action="/sign-out"] button').click();
  await mentor.waitForURL('**/sign-in**');
  await signIn(mentor, 'mentor');
  await openStep(mentor, course, 'contact-attempt');
  await mentor.getByText(/^Din kladde fra/).waitFor();
  assert.equal(await mentor.locator('#note').inputValue(), text);
  await look(mentor, 'step-draft-fetched');
  await press(mentor, mentor.getByRole('button', { name: 'Kassér kladden' }));
  assert.equal(await mentor.locator('#note').inputValue(), '');
});

test('of two who write at once, the second reads what the first recorded and loses nothing', async () => {
  const text = 'Sagsbehandlers egen tekst.';
  await openStep(caseworker, course, 'network-person');
  const person = { relation: 'friend', closeness: 'middle', tie: 'weak', involvement: 'not-involved' };
  const more = { 'helps-with': text, 'agreed-with-young': true };
  await fill(caseworker, { ...on(200), ...person, ...more });
  await takeStep(mentor, course, 'network-person', {
    ...on(201),
    ...person,
    'helps-with': 'Spiller spil.',
    'agreed-with-young': true,
  });
  const answer = caseworker.waitForResponse((answer) => answer.request().method() === 'POST');
  await send(caseworker);
  assert.equal((await answer).status(), 409);
  await caseworker.getByRole('heading', { name: 'Det er registreret i mellemtiden' }).waitFor();
  assert.match(await caseworker.locator('main').innerText(), /Person i netværket/);
  assert.equal(await caseworker.locator('[name="helps-with"]').inputValue(), text);
  await look(caseworker, 'step-since', { status: 409 });
  await send(caseworker);
  await caseworker.waitForURL(`**${course}/steps?done=network-person`);
  assert.equal(await recorded(caseworker, /^Person i netværket/).count(), 3);
});

test('a step that was a mistake is taken back for a reason, and both stay', async () => {
  await takeStep(mentor, course, 'success', { ...on(150), note: 'Det var en anden borger.' });
  await open(mentor, `${course}/steps`);
  await recorded(mentor, /^Noget, der lykkedes/).first().getByRole('link', { name: 'Tag tilbage' }).click();
  await press(mentor, mentor.getByRole('button', { name: 'Tag trinnet tilbage' }));
  await mentor.getByText('Skriv hvorfor.').waitFor();
  await look(mentor, 'step-undo-faults', { status: 422 });
  await undo(mentor, course, /^Noget, der lykkedes/, 'Skrevet på den forkerte.');
  const article = recorded(mentor, /^Noget, der lykkedes.*Taget tilbage/).first();
  await article.getByText('Det var en anden borger.').waitFor();
  await mentor.getByText('Skrevet på den forkerte.').waitFor();
  await look(mentor, 'play-steps-undone');
});

test('the course ends as planned: told, evaluated by both, and with the five elements', async () => {
  await takeStep(caseworker, course, 'closing', {
    ...on(165),
    'end-kind': 'planned',
    'end-why': 'in-education',
    reasons: 'Alma går på FGU hver dag.',
    tapering: 'En time om ugen, så hver anden uge.',
  });
  const points = { listened: '9', important: '8', fitted: '7,5', better: '8', overall: '9' };
  await takeStep(mentor, course, 'evaluation', { ...on(152), voice: 'mentor', ...points, listened: '7' });
  await takeStep(caseworker, course, 'evaluation', { ...on(151), voice: 'young-person', ...points });
  await open(caseworker, `${course}/steps`);
  const listened = caseworker.locator('.lods-voices tbody tr').first().locator('td');
  assert.deepEqual(await listened.allInnerTexts(), ['9', '7', '2'], 'the young person, the mentor, and the gap between them');
  await look(caseworker, 'play-steps-voices');
  await openStep(caseworker, course, 'closure');
  assert.ok(await caseworker.locator('[name="end-kind"][value=planned]').isChecked(), 'what is known is not asked again');
  await takeStep(caseworker, course, 'closure', {
    ...on(150),
    'why-told': true,
    'need-assessed': 'Ikke af mentor. Moster og FGU er nok.',
    'network-told': 'Moster og far ved, at vi stopper.',
    handover: 'Kontaktlærer på FGU, aftalt 1. maj.',
    'evaluated-with': 'Alma er glad for, at nogen blev ved.',
    'method-value': 'much-value',
    'method-assessed': 'At spørge i stedet for at sige virkede.',
  });
  assert.equal(await phase(caseworker, course), 'Afsluttet');
});

test('three months later it is asked what came of it', async () => {
  await takeStep(caseworker, course, 'outcome', { ...on(55), after: 'after-3', status: ['in-education'], 'still-needs': 'no' });
  await look(caseworker, 'play-steps-closed');
  assert.deepEqual(await against(caseworker), []);
});

test('the model is kept, and the page of the course says so', async () => {
  const said = await fidelity(caseworker, course);
  for (const code of ['F1.1', 'F2.1', 'F3.1', 'F3.2', 'F4.1', 'F4.2', 'F4.4', 'F4.5', 'F4.6', 'F5.1']) {
    assert.ok(said.kept.includes(code), `${code} is kept: ${JSON.stringify(said)}`);
  }
  assert.ok(said.unjudged.includes('F4.3'), 'no group, nothing to judge');
  await look(caseworker, 'play-course-closed');
});
