// Heard, refused, complained about, refused again, sent to the board, returned, and at last granted in part.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { daysAgo, open, openSite } from './browser.mjs';
import { begin, fidelity, fill, look, openStep, phase, recorded, send, takeStep, undo } from './steps.mjs';

let site;
let page;
let course;
before(async () => {
  site = await openSite();
  page = await site.visitor({ login: 'sagsbehandler' });
});
after(() => site.close());

const on = (days) => ({ on: daysAgo(days) });

/** The words of a PDF with single spaces between them; `null` where the machine has no `pdftotext`. */
async function words(pdf) {
  const folder = await mkdtemp(join(tmpdir(), 'lods-letter-'));
  try {
    const path = join(folder, 'letter.pdf');
    await writeFile(path, pdf);
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
    return stdout.replaceAll(/\s+/g, ' ');
  } catch (fault) {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Fetches the letter of the step that was recorded last under the name, and finds everything in it. */
async function letterSays(name, expected) {
  await open(page, `${course}/steps`);
  const link = recorded(page, name).first().locator('a[href$="/letter"]');
  const answer = await page.request.get(await link.getAttribute('href'));
  assert.equal(answer.status(), 200);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  const pdf = await answer.body();
  assert.equal(pdf.subarray(0, 4).toString(), '%PDF');
  assert.ok(pdf.length > 5_000, `${pdf.length} bytes`);
  const text = await words(pdf);
  if (text === null) return;
  for (const one of expected) assert.match(text, one);
}

const REFUSAL = {
  basis: 'lab-167',
  entitlement: 'may',
  facts: 'Borgeren har en praktik med en støtteperson på stedet.',
  reasons: 'Støtten på stedet er nok. Mentor er derfor ikke afgørende.',
  alternatives: 'Støttepersonen i praktikken og ungevejlederen.',
};

test('the party is heard before a refusal, and has time to answer', async () => {
  ({ course } = await begin(site, page, 'Bo', 150));
  await takeStep(page, course, 'notification', { ...on(149), to: 'Familieafsnittet' });
  await takeStep(page, course, 'waiting', { ...on(149), 'wait-reason': 'information', note: 'Vi mangler udtalelsen.' });
  await openStep(page, course, 'refusal');
  await fill(page, { ...on(147), ...REFUSAL, 'hearing-done': 'yes' });
  await send(page);
  await page.getByText('Der er ingen partshøring i forløbet.').first().waitFor();
  await look(page, 'step-refusal-unheard', { status: 422 });
  await takeStep(page, course, 'hearing', {
    ...on(147),
    'heard-about': 'Arbejdsgiveren skriver, at der er en støtteperson på stedet.',
    'answer-by': daysAgo(143),
  });
  await letterSays(/^Partshøring/, [/støtteperson på stedet/]);
  await openStep(page, course, 'refusal');
  await fill(page, { ...on(146), ...REFUSAL, 'hearing-done': 'yes' });
  await send(page);
  await page.getByText('Borgeren har stadig tid til at svare i partshøringen.').first().waitFor();
  await takeStep(page, course, 'hearing-answer', { ...on(144), note: 'Støttepersonen er der kun om mandagen.' });
});

test('it is refused, with reasons and where to complain', async () => {
  await takeStep(page, course, 'refusal', { ...on(142), ...REFUSAL, 'hearing-done': 'yes' });
  assert.equal(await phase(page, course), 'Afslag');
  await look(page, 'play-course-refused');
  await letterSays(/^Afslag/, [/§ 167/, /ikke afgørende/, /Ankestyrelsen/, /4 uger/, /Støttepersonen i praktikken/]);
  await open(page, `${course}/steps`);
  await look(page, 'play-steps-refused');
});

test('a complaint is looked at again: refused once more, sent to the board, and returned', async () => {
  await takeStep(page, course, 'complaint', { ...on(125), by: 'parent', about: 'Han har ikke støtte nok om morgenen.' });
  await look(page, 'play-steps-complaint');
  await letterSays(/^Klage/, [/klage/i]);
  await takeStep(page, course, 'refusal', {
    ...on(120),
    ...REFUSAL,
    'hearing-done': 'not-relevant',
    reasons: 'Klagen siger ikke noget nyt om støtten på stedet.',
  });
  assert.equal(await phase(page, course), 'Afslag');
  await takeStep(page, course, 'board-decision', {
    ...on(90),
    'board-said': 'returned',
    note: 'Det er ikke undersøgt, om støtten rækker om morgenen.',
  });
  assert.equal(await phase(page, course), 'Bekymring');
});

const GRANT = {
  'asked-for': 'partly',
  basis: 'lab-167',
  entitlement: 'may',
  decisive: 'Uden hjælp om morgenen når han ikke frem til praktikken.',
  'employment-aim': 'At blive i praktikken og få fast job.',
  'purpose-mastery': 'At komme op og af sted.',
  'phase-out': 'Han overtager en morgen mere hver måned.',
  weekly: '1',
  from: daysAgo(80),
  until: daysAgo(-90),
  facts: 'Støttepersonen er der kun om mandagen.',
  reasons: 'Der er søgt om tre timer. Morgenerne kan klares på én.',
  'hearing-done': 'yes',
};

test('decided anew it is granted in part; a wrong number of hours is taken back, and granted once more', async () => {
  await takeStep(page, course, 'grant', { ...on(82), ...GRANT, weekly: '10' });
  await undo(page, course, /^Bevilling/, 'Der skulle stå 1 time.');
  assert.equal(await phase(page, course), 'Bekymring');
  await takeStep(page, course, 'grant', { ...on(82), ...GRANT });
  assert.equal(await phase(page, course), 'Opstart');
  await letterSays(/^Bevilling/, [/kan klares på én/, /Ankestyrelsen/, /4 uger/]);
  await open(page, `${course}/steps`);
  assert.equal(await recorded(page, /^Bevilling/).count(), 2, 'both stay on record');
  assert.equal(await recorded(page, /^Bevilling.*Taget tilbage/).count(), 1);
  await page.getByText('Der skulle stå 1 time.').waitFor();
  await look(page, 'play-steps-granted-partly');
});

test('what is granted is judged at once: the decision came late, and no goal is set', async () => {
  const { broken, kept, parts } = await fidelity(page, course);
  assert.deepEqual(broken.filter((code) => ['F1.1', 'F2.1'].includes(code)), ['F1.1', 'F2.1'], JSON.stringify(parts));
  assert.ok(!kept.includes('F4.4') && !broken.includes('F4.4'), 'nothing has lasted yet');
  await look(page, 'play-course-granted-partly');
});
