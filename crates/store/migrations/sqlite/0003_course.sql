-- The course from concern to closure: what was done step by step, drafts, concerns that were reported, the dated catalogue
-- of legal bases, and how the municipality stands to the model.

-- Where an active or refused course stands within its phase: a code of domain::courses::Stage; '' is the ordinary.
ALTER TABLE courses ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE courses ADD COLUMN stage_on INTEGER;

-- What was done. Nothing here is altered or deleted; a step that was taken back names the one that did.
CREATE TABLE course_steps (
    id          INTEGER PRIMARY KEY,
    -- Made by the client: what is sent twice is one row.
    key         TEXT NOT NULL UNIQUE,
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    kind        TEXT NOT NULL,
    -- The day on which it took place.
    day         INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    -- NULL is the operator, or an import.
    user_id     INTEGER REFERENCES users (id),
    -- The role in which it was taken.
    role        TEXT NOT NULL,
    -- JSON, sealed by the key.
    answers     TEXT NOT NULL,
    -- What it changed of the course, as it stood before: JSON, sealed by the key; '' where it changed nothing.
    stood       TEXT NOT NULL DEFAULT '',
    -- The goal or the step that it is about.
    subject     INTEGER,
    undone_by   INTEGER REFERENCES course_steps (id)
) STRICT;
CREATE INDEX course_steps_by_course ON course_steps (course_id, id);
CREATE INDEX course_steps_by_kind ON course_steps (kind, course_id, day);

-- Recommendations that a step departed from, and why.
CREATE TABLE departures (
    step_id         INTEGER NOT NULL REFERENCES course_steps (id),
    recommendation  TEXT NOT NULL,
    course_id       INTEGER NOT NULL REFERENCES courses (id),
    day             INTEGER NOT NULL,
    cause           TEXT NOT NULL,
    -- Sealed by the step's key.
    reason          TEXT NOT NULL,
    PRIMARY KEY (step_id, recommendation)
) STRICT, WITHOUT ROWID;
CREATE INDEX departures_by_recommendation ON departures (recommendation, day);

-- What somebody had typed and not yet sent, by form.
CREATE TABLE drafts (
    user_id     INTEGER NOT NULL REFERENCES users (id),
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    form        TEXT NOT NULL,
    -- JSON, sealed.
    answers     TEXT NOT NULL,
    -- The course's version when the form was opened: a newer record goes before an older draft.
    version     INTEGER NOT NULL,
    saved_at    INTEGER NOT NULL,
    PRIMARY KEY (user_id, course_id, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_by_course ON drafts (course_id);

-- Needs that somebody saw and told of, until the authority takes them up.
CREATE TABLE concern_reports (
    id              INTEGER PRIMARY KEY,
    key             TEXT NOT NULL UNIQUE,
    received_at     INTEGER NOT NULL,
    -- Who of the staff told; NULL where it came by the open form.
    user_id         INTEGER REFERENCES users (id),
    need_on         INTEGER NOT NULL,
    -- Everything that was told, about the young person and by whom: JSON, sealed by the key.
    told            TEXT NOT NULL,
    -- Keyed hash of the CPR number, where one was told.
    cpr_hash        TEXT,
    -- How it was taken up: '' while it waits, 'course', 'no-course', 'duplicate'.
    taken_up        TEXT NOT NULL DEFAULT '',
    taken_up_at     INTEGER,
    taken_up_by     INTEGER REFERENCES users (id),
    -- The course that it began or was tied to.
    course_id       INTEGER REFERENCES courses (id),
    -- Why nothing came of it: sealed by the key.
    reason          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX concern_reports_by_waiting ON concern_reports (taken_up, need_on, id);
CREATE INDEX concern_reports_by_cpr ON concern_reports (cpr_hash);
CREATE INDEX concern_reports_by_course ON concern_reports (course_id);

-- What a decision can rest on, and when it could.
CREATE TABLE legal_bases (
    code            TEXT NOT NULL,
    valid_from      INTEGER NOT NULL,
    valid_to        INTEGER,
    -- As it is cited in a letter.
    citation        TEXT NOT NULL,
    title           TEXT NOT NULL,
    -- 'employment', 'children', 'adult', 'integration'.
    area            TEXT NOT NULL,
    -- The longest period of one grant in months; NULL where the law names none.
    longest_months  INTEGER,
    -- Months from the start until the law asks for the first follow-up; NULL where it does not.
    follow_up_months INTEGER,
    -- Whom a complaint goes to, and within how many weeks.
    appeal          TEXT NOT NULL,
    appeal_weeks    INTEGER NOT NULL,
    source          TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

-- How the municipality stands to a recommendation, from a day on.
CREATE TABLE stances (
    recommendation  TEXT NOT NULL,
    valid_from      INTEGER NOT NULL,
    -- 'adopted', 'adapted', 'not-used'.
    stance          TEXT NOT NULL,
    reason          TEXT NOT NULL,
    -- Who answers for it: a function of the municipality.
    owner           TEXT NOT NULL,
    -- How it is done here; the local threshold in words.
    procedure       TEXT NOT NULL,
    user_id         INTEGER REFERENCES users (id),
    recorded_at     INTEGER NOT NULL,
    PRIMARY KEY (recommendation, valid_from)
) STRICT, WITHOUT ROWID;

-- What was learned of a recommendation. Nothing personal belongs here; it is sealed all the same.
CREATE TABLE experiences (
    id              INTEGER PRIMARY KEY,
    key             TEXT NOT NULL UNIQUE,
    recommendation  TEXT NOT NULL,
    user_id         INTEGER NOT NULL REFERENCES users (id),
    written_at      INTEGER NOT NULL,
    -- 'worked', 'did-not-work', 'idea'.
    kind            TEXT NOT NULL,
    text            TEXT NOT NULL
) STRICT;
CREATE INDEX experiences_by_recommendation ON experiences (recommendation, written_at);

INSERT INTO rules (code, valid_from, valid_to, value, source) VALUES
    ('decision-warn-days', -25567, NULL, 7, 'Lods: advarsel fra 7. dag (F1.1, seed 001, l. 539)'),
    ('hearing-days', -25567, NULL, 14, 'Lods: frist for partens svar; forvaltningslovens § 19 nævner ingen'),
    ('right-and-duty-months', -25567, NULL, 6, 'Seed 002, l. 16-19: ret og pligt efter 6 måneder på ydelsen'),
    ('grant-period-months', -25567, NULL, 3, 'Seed 003, l. 72: op til 2 x 3 måneder'),
    ('grant-periods', -25567, NULL, 2, 'Seed 003, l. 72: op til 2 x 3 måneder'),
    ('grant-special-periods', -25567, NULL, 2, 'Seed 003, l. 73: i helt særlige tilfælde yderligere 2 x 3 måneder'),
    ('special-by-leader', -25567, NULL, 1, 'Lods: en leder bevilger i helt særlige tilfælde; kommunen kan ændre det'),
    ('complaint-days', -25567, NULL, 28, 'Retssikkerhedsloven § 66: genvurdering inden 4 uger (ikke efterprøvet)'),
    ('expectations-days', -25567, NULL, 14, 'Lods: forventningsafstemning senest 14 dage efter start (F3.2)'),
    ('network-days', -25567, NULL, 42, 'Lods: netværket kortlagt inden første opfølgning (F4.5)'),
    ('method-days', -25567, NULL, 42, 'Lods: metode valgt inden første opfølgning (F4.6)'),
    ('extent-days', -25567, NULL, 7, 'Model for mentorindsats 2018, F4.2: som minimum ugentligt (seed 001, l. 989)'),
    ('relation-months', -25567, NULL, 3, 'Model for mentorindsats 2018: mindst tre måneder (seed 001, l. 908)'),
    ('case-review-months', -25567, NULL, 6, 'Model for mentorindsats 2018, F4.6: halvårlige sagsgennemgange (seed 001, l. 1235)'),
    ('transition-months', -25567, NULL, 210, 'Model for mentorindsats 2018, F4.1: 17½-års møder (seed 001, l. 937)'),
    ('transition-plan-days', -25567, NULL, 60, 'Lods: mødet planlægges 60 dage før'),
    ('adult-months', -25567, NULL, 216, 'Barnets Lov: 18 år'),
    ('silence-days', -25567, NULL, 14, 'Lods: 14 dage uden kontakt'),
    ('pause-days', -25567, NULL, 30, 'Lods: en pause ses på efter 30 dage, når ingen dag er aftalt'),
    ('rematch-days', -25567, NULL, 14, 'Lods: svar på ønske om ny mentor inden 14 dage (F3.1)'),
    ('taper-days', -25567, NULL, 42, 'Lods: nedtrapning begynder 6 uger før udløb (seed 001, l. 885)'),
    ('closure-days', -25567, NULL, 14, 'Lods: afslutning inden 14 dage (F5.1)'),
    ('evaluation-days', -25567, NULL, 14, 'Lods: begge stemmer inden 14 dage efter slut (F5.1)'),
    ('outcome-first-months', -25567, NULL, 3, 'Domænet E4: 3 måneder efter'),
    ('outcome-second-months', -25567, NULL, 6, 'Domænet E4: 6 måneder efter'),
    ('outcome-third-months', -25567, NULL, 12, 'Domænet E4: 12 måneder efter');

INSERT INTO legal_bases (code, valid_from, valid_to, citation, title, area, longest_months, follow_up_months, appeal, appeal_weeks, source) VALUES
    ('lab-31b', 16071, 18261, '§ 31 b i den dagældende lov om en aktiv beskæftigelsesindsats', 'Mentorstøtte', 'employment', 6, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B1; seed 003'),
    ('lab-167', 18262, NULL, '§ 167 i lov om en aktiv beskæftigelsesindsats', 'Mentorstøtte', 'employment', 6, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B1 (lov 548 af 7. maj 2019)'),
    ('lab-167-2', 18262, NULL, '§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats', 'Mentor ved udskrivning fra psykiatrisk indlæggelse', 'employment', NULL, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B1'),
    ('lab-167-3', 18262, NULL, '§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats', 'Mentor ved studiestart', 'employment', 6, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B1'),
    ('int-23d', 16071, NULL, '§ 23 d i integrationsloven', 'Mentorstøtte efter integrationsloven', 'integration', 6, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B1'),
    ('sel-52', 14975, 19722, '§ 52, stk. 3, nr. 6, i den dagældende lov om social service', 'Fast kontaktperson', 'children', NULL, 3, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2; seed 001'),
    ('sel-11', 14975, 19722, '§ 11, stk. 3, i den dagældende lov om social service', 'Forebyggende indsats', 'children', NULL, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2; seed 001'),
    ('bl-32', 19723, NULL, '§ 32, stk. 1, nr. 3, i barnets lov', 'Fast kontaktperson', 'children', NULL, 3, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2 (LBK 282 af 17. marts 2025)'),
    ('bl-30', 19723, NULL, '§ 30 i barnets lov', 'Tidligt forebyggende indsats', 'children', NULL, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2 (paragraffen er ikke efterprøvet)'),
    ('bl-114', 19723, NULL, '§ 114 i barnets lov', 'Ungestøtte fra 18 til 22 år', 'adult', NULL, 3, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2'),
    ('sel-85', 14975, NULL, '§ 85 i lov om social service', 'Socialpædagogisk bistand', 'adult', NULL, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2; seed 003'),
    ('sel-99', 14975, NULL, '§ 99 i lov om social service', 'Støtte- og kontaktperson', 'adult', NULL, NULL, 'Ankestyrelsen, gennem kommunen, som først genvurderer afgørelsen', 4, 'Domænet B2');
