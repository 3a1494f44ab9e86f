-- Who may see and do what: departments, assignments, notes, consents, disclosures, emergency access, traces, keys, retention.

CREATE TABLE departments (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE courses ADD COLUMN department_id INTEGER REFERENCES departments (id);
CREATE INDEX courses_by_department ON courses (department_id, opened_on);

-- The number is kept sealed, and found by its keyed hash (crates/keys).
ALTER TABLE people RENAME COLUMN cpr TO cpr_hash;
ALTER TABLE people ADD COLUMN cpr TEXT NOT NULL DEFAULT '';
-- Processing is restricted since (GDPR article 18); pseudonymised on.
ALTER TABLE people ADD COLUMN restricted_on INTEGER;
ALTER TABLE people ADD COLUMN erased_on INTEGER;

-- A municipality's keys, wrapped by the master key, which is not in the database.
CREATE TABLE keys (
    id          INTEGER PRIMARY KEY,
    wrapped     TEXT NOT NULL,
    made_at     INTEGER NOT NULL
) STRICT;

-- A role that a user holds: in the whole municipality, or in one department or unit.
CREATE TABLE assignments (
    id              INTEGER PRIMARY KEY,
    user_id         INTEGER NOT NULL REFERENCES users (id),
    role            TEXT NOT NULL,
    department_id   INTEGER REFERENCES departments (id),
    unit_id         INTEGER REFERENCES units (id),
    valid_from      INTEGER NOT NULL,
    valid_to        INTEGER
) STRICT;
CREATE INDEX assignments_by_user ON assignments (user_id);
INSERT INTO assignments (user_id, role, valid_from) SELECT id, role, 0 FROM users;
ALTER TABLE users DROP COLUMN role;
ALTER TABLE users ADD COLUMN person_id INTEGER REFERENCES people (id);
ALTER TABLE users ADD COLUMN declared_on INTEGER;
ALTER TABLE users ADD COLUMN totp TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN totp_step INTEGER;
-- Who this is to the provider of sign-in: issuer, a blank, subject.
ALTER TABLE users ADD COLUMN external TEXT;
CREATE UNIQUE INDEX users_by_external ON users (external);
ALTER TABLE sign_ins ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sign_ins_by_user ON sign_ins (user_id);

-- A sign-in that waits for its second step: a code, or the answer of a provider. `kept` is sealed.
CREATE TABLE sign_in_steps (
    token_hash  BLOB PRIMARY KEY,
    user_id     INTEGER REFERENCES users (id),
    kept        TEXT NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_links (
    token_hash  BLOB PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE co_mentors (
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    mentor_id   INTEGER NOT NULL REFERENCES mentors (id),
    from_on     INTEGER NOT NULL,
    to_on       INTEGER,
    PRIMARY KEY (course_id, mentor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_mentors_by_mentor ON co_mentors (mentor_id);

-- Text and reason are sealed. A correction names the note that it corrects; both stand. The writer's form makes the key,
-- so that what is sent twice is one note.
CREATE TABLE notes (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    author_id   INTEGER NOT NULL REFERENCES users (id),
    written_at  INTEGER NOT NULL,
    visibility  TEXT NOT NULL,
    class       TEXT NOT NULL,
    text        TEXT NOT NULL,
    corrects    INTEGER REFERENCES notes (id),
    reason      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notes_by_course ON notes (course_id, written_at);
CREATE UNIQUE INDEX notes_by_corrected ON notes (corrects);

-- kinds: codes, one a line; empty where it is not on record.
ALTER TABLE consents ADD COLUMN kinds TEXT NOT NULL DEFAULT '';
ALTER TABLE consents ADD COLUMN given_how TEXT;
ALTER TABLE consents ADD COLUMN valid_to INTEGER;

-- What was shared outside the own department, and on which ground: a consent's day, or a legal basis.
CREATE TABLE disclosures (
    id              INTEGER PRIMARY KEY,
    key             TEXT NOT NULL UNIQUE,
    course_id       INTEGER NOT NULL REFERENCES courses (id),
    person_id       INTEGER NOT NULL REFERENCES people (id),
    at              INTEGER NOT NULL,
    user_id         INTEGER NOT NULL REFERENCES users (id),
    recipient       TEXT NOT NULL,
    kinds           TEXT NOT NULL,
    purpose         TEXT NOT NULL,
    consent_on      INTEGER,
    legal_basis     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX disclosures_by_person ON disclosures (person_id, at);

-- Days that a case waited because somebody lacked access to what was needed (R46).
CREATE TABLE access_delays (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    recorded_at INTEGER NOT NULL,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    days        INTEGER NOT NULL CHECK (days > 0),
    cause       TEXT NOT NULL
) STRICT;
CREATE INDEX access_delays_by_course ON access_delays (course_id);

CREATE TABLE network_shares (
    user_id     INTEGER NOT NULL REFERENCES users (id),
    field       TEXT NOT NULL,
    shared_at   INTEGER NOT NULL,
    PRIMARY KEY (user_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency_accesses (
    id          INTEGER PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    reason      TEXT NOT NULL,
    opened_at   INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    reviewed_at INTEGER,
    reviewed_by INTEGER REFERENCES users (id),
    finding     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX emergency_accesses_by_user ON emergency_accesses (user_id, until);
CREATE INDEX emergency_accesses_by_review ON emergency_accesses (reviewed_at, opened_at);

-- Every reading of a person's data, and every denial. role, purpose, what and relation are codes of domain::access.
CREATE TABLE access_log (
    id          INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    user_id     INTEGER,
    role        TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    relation    TEXT NOT NULL,
    what        TEXT NOT NULL,
    person_id   INTEGER,
    course_id   INTEGER,
    allowed     INTEGER NOT NULL
) STRICT;
CREATE INDEX access_log_by_person ON access_log (person_id, at);
CREATE INDEX access_log_by_time ON access_log (at, user_id);

-- A review of unusual reading: of one user, on one day, of one kind.
CREATE TABLE reading_reviews (
    user_id     INTEGER NOT NULL REFERENCES users (id),
    day         INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    reviewed_at INTEGER NOT NULL,
    reviewed_by INTEGER NOT NULL REFERENCES users (id),
    finding     TEXT NOT NULL,
    PRIMARY KEY (user_id, day, kind)
) STRICT, WITHOUT ROWID;

-- The chain: each event's link is made of the link before it (domain::audit). The head tells how many there are.
ALTER TABLE audit_events ADD COLUMN key_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE audit_events ADD COLUMN link TEXT NOT NULL DEFAULT '';
CREATE TABLE audit_head (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    last        INTEGER NOT NULL,
    link        TEXT NOT NULL,
    key_id      INTEGER NOT NULL,
    seal        TEXT NOT NULL
) STRICT;

-- stood and became are sealed.
CREATE TABLE corrections (
    id          INTEGER PRIMARY KEY,
    person_id   INTEGER NOT NULL REFERENCES people (id),
    at          INTEGER NOT NULL,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    field       TEXT NOT NULL,
    stood       TEXT NOT NULL,
    became      TEXT NOT NULL,
    reason      TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_person ON corrections (person_id, at);

CREATE TABLE retention_rules (
    kind        TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    months      INTEGER NOT NULL,
    action      TEXT NOT NULL,
    source      TEXT NOT NULL,
    PRIMARY KEY (kind, valid_from)
) STRICT, WITHOUT ROWID;

-- What somebody decided about what was due. `subject` is a person's id, or 0 where the kind is of no person.
CREATE TABLE retention_decisions (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    subject     INTEGER NOT NULL,
    due_on      INTEGER NOT NULL,
    action      TEXT NOT NULL,
    decided_at  INTEGER NOT NULL,
    decided_by  INTEGER REFERENCES users (id),
    reason      TEXT NOT NULL
) STRICT;
CREATE INDEX retention_decisions_by_subject ON retention_decisions (kind, subject);

INSERT INTO rules (code, valid_from, valid_to, value, source) VALUES
    ('mentor-access-days', -25567, NULL, 30, 'Lods: 30 dage efter forløbets slutning (issue 3); kommunen kan ændre det'),
    ('idle-minutes', -25567, NULL, 30, 'Lods: 30 minutter uden brug; kommunen kan ændre det'),
    ('emergency-hours', -25567, NULL, 4, 'Lods: nødadgang varer 4 timer; kommunen kan ændre det'),
    ('unusual-persons', -25567, NULL, 60, 'Lods: 60 personer på en dag uden egen relation; kommunen kan ændre det'),
    ('smallest-count', -25567, NULL, 5, 'Lods: antal fra 1 til 4 vises ikke for analytikere');

INSERT INTO retention_rules (kind, valid_from, months, action, source) VALUES
    ('closed-course', -25567, 60, 'pseudonymise', 'Lods: 5 år efter sidste forløb; efter arkivbekendtgørelsen § 5 først når sagen er afleveret eller må kasseres. Kommunen fastsætter fristen.'),
    ('refused-concern', -25567, 60, 'pseudonymise', 'Lods: 5 år efter afslaget; som lukkede forløb. Kommunen fastsætter fristen.'),
    ('access-log', -25567, 60, 'delete', 'Lods: 5 år; databeskyttelsesforordningens artikel 5, stk. 1, litra e. Kommunen fastsætter fristen.');
