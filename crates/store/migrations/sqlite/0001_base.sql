-- Days are days since 1970-01-01, moments are seconds since then in UTC, money is øre, time is minutes (docs/adr/0003).
-- The PostgreSQL text is the same but for the types' names; a test compares the two schemas.

CREATE TABLE municipality (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    code    TEXT,
    name    TEXT NOT NULL,
    demo    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE units (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    cvr         TEXT
) STRICT;

CREATE TABLE prices (
    unit_id     INTEGER NOT NULL REFERENCES units (id),
    valid_from  INTEGER NOT NULL,
    valid_to    INTEGER,
    ore_per_hour INTEGER NOT NULL,
    PRIMARY KEY (unit_id, valid_from)
) STRICT;

CREATE TABLE mentors (
    id              INTEGER PRIMARY KEY,
    code            TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    sort_name       BLOB NOT NULL,
    unit_id         INTEGER NOT NULL REFERENCES units (id),
    weekly_minutes  INTEGER,
    gender          TEXT,
    competences     TEXT NOT NULL,
    interests       TEXT NOT NULL,
    postcode        TEXT NOT NULL
) STRICT;
CREATE INDEX mentors_by_name ON mentors (sort_name);
CREATE INDEX mentors_by_unit ON mentors (unit_id, sort_name);

CREATE TABLE people (
    id                  INTEGER PRIMARY KEY,
    cpr                 TEXT NOT NULL UNIQUE,
    given_name          TEXT NOT NULL,
    family_name         TEXT NOT NULL,
    search_name         TEXT NOT NULL,
    sort_name           BLOB NOT NULL,
    address             TEXT NOT NULL,
    postcode            TEXT NOT NULL,
    city                TEXT NOT NULL,
    phone               TEXT NOT NULL,
    email               TEXT NOT NULL,
    gender              TEXT,
    interests           TEXT NOT NULL,
    needs               TEXT NOT NULL,
    address_protected   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX people_by_name ON people (sort_name);

CREATE TABLE target_groups (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE courses (
    id              INTEGER PRIMARY KEY,
    case_number     TEXT NOT NULL UNIQUE,
    person_id       INTEGER NOT NULL REFERENCES people (id),
    target_group_id INTEGER NOT NULL REFERENCES target_groups (id),
    legal_basis     TEXT NOT NULL,
    concern_on      INTEGER,
    decided_on      INTEGER,
    decision        TEXT,
    start_on        INTEGER,
    expected_end_on INTEGER,
    end_on          INTEGER,
    end_kind        TEXT,
    end_reason      TEXT NOT NULL,
    weekly_minutes  INTEGER,
    unit_id         INTEGER REFERENCES units (id),
    mentor_id       INTEGER REFERENCES mentors (id),
    purpose         TEXT NOT NULL,
    -- The first of concern, decision and start: what "newest first" sorts by.
    opened_on       INTEGER NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX courses_by_opening ON courses (opened_on, id);
CREATE INDEX courses_by_person ON courses (person_id);
CREATE INDEX courses_by_start ON courses (start_on, id);
CREATE INDEX courses_by_unit ON courses (unit_id, start_on);
CREATE INDEX courses_by_mentor ON courses (mentor_id, start_on);

-- The key is the table: a course's sessions lie together, in order of time. form and outcome are the positions of the
-- words in domain::sessions (0 is the first).
CREATE TABLE sessions (
    course_id           INTEGER NOT NULL REFERENCES courses (id),
    started_at          INTEGER NOT NULL,
    mentor_id           INTEGER NOT NULL REFERENCES mentors (id),
    day                 INTEGER NOT NULL,
    month               INTEGER NOT NULL,
    form                INTEGER NOT NULL,
    outcome             INTEGER NOT NULL,
    ata_minutes         INTEGER NOT NULL CHECK (ata_minutes >= 0),
    transport_minutes   INTEGER,
    hectometres         INTEGER,
    group_key           TEXT,
    PRIMARY KEY (course_id, started_at, mentor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_mentor ON sessions (mentor_id, started_at);
CREATE INDEX sessions_by_group ON sessions (group_key, day) WHERE group_key IS NOT NULL;

CREATE TABLE follow_ups (
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    day         INTEGER NOT NULL,
    caseworker  INTEGER,
    mentor      INTEGER,
    mentee      INTEGER,
    PRIMARY KEY (course_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE goals (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    created_on  INTEGER
) STRICT;
CREATE INDEX goals_by_course ON goals (course_id);

CREATE TABLE goal_scores (
    goal_id     INTEGER NOT NULL REFERENCES goals (id),
    day         INTEGER NOT NULL,
    tenths      INTEGER NOT NULL CHECK (tenths BETWEEN 0 AND 100),
    PRIMARY KEY (goal_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE supervisions (
    mentor_id   INTEGER NOT NULL REFERENCES mentors (id),
    day         INTEGER NOT NULL,
    form        TEXT,
    PRIMARY KEY (mentor_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE consents (
    person_id       INTEGER NOT NULL REFERENCES people (id),
    given_on        INTEGER NOT NULL,
    recipient       TEXT NOT NULL,
    withdrawn_on    INTEGER,
    purpose         TEXT NOT NULL,
    PRIMARY KEY (person_id, given_on, recipient)
) STRICT, WITHOUT ROWID;

CREATE TABLE postings (
    id          INTEGER PRIMARY KEY,
    voucher     TEXT NOT NULL UNIQUE,
    day         INTEGER NOT NULL,
    account     TEXT NOT NULL,
    unit_id     INTEGER NOT NULL REFERENCES units (id),
    kind        TEXT NOT NULL,
    ore         INTEGER NOT NULL
) STRICT;
CREATE INDEX postings_by_unit ON postings (unit_id, day);

CREATE TABLE budgets (
    year        INTEGER NOT NULL,
    account     TEXT NOT NULL,
    unit_id     INTEGER NOT NULL REFERENCES units (id),
    ore         INTEGER NOT NULL,
    PRIMARY KEY (year, account, unit_id)
) STRICT, WITHOUT ROWID;

-- Rules are data with dates (architecture.md, invariant 4).
CREATE TABLE rules (
    code        TEXT NOT NULL,
    valid_from  INTEGER NOT NULL,
    valid_to    INTEGER,
    value       INTEGER NOT NULL,
    source      TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO rules (code, valid_from, valid_to, value, source) VALUES
    ('decision-days', -25567, NULL, 10, 'Model for mentorindsats 2018, F1.1 (seed 001, l. 539)'),
    ('decision-working-days', -25567, NULL, 0, 'Modellen siger ikke hvilke dage; kalenderdage er valgt (measures.md, F1.1)'),
    ('follow-up-days', -25567, NULL, 42, 'Model for mentorindsats 2018, F4.1: mindst hver 6. uge (seed 001, l. 932)'),
    ('extent-tolerance', -25567, NULL, 25, 'Lods: procent om det bevilgede timetal (measures.md, F4.2)'),
    ('group-after-months', -25567, NULL, 3, 'Model for mentorindsats 2018, F4.3 (seed 001, l. 1039)'),
    ('group-size', -25567, NULL, 6, 'Lods: få mentees (measures.md, F4.3)'),
    ('minimum-months', -25567, NULL, 3, 'Model for mentorindsats 2018, F4.4 (seed 001, l. 1105)'),
    ('supervision-days', -25567, NULL, 42, 'Model for mentorindsats 2018, M3: hver 6. uge (seed 001, l. 403)');

CREATE TABLE users (
    id              INTEGER PRIMARY KEY,
    login           TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    password_hash   TEXT NOT NULL,
    role            TEXT NOT NULL,
    mentor_id       INTEGER REFERENCES mentors (id),
    language        TEXT NOT NULL,
    disabled        INTEGER NOT NULL DEFAULT 0,
    version         INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A signed-in browser. Only the SHA-256 of its token is kept.
CREATE TABLE sign_ins (
    token_hash  BLOB PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    csrf        TEXT NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

-- Failed sign-ins, for the rate limit. `subject` is the SHA-256 of a login or of an address.
CREATE TABLE sign_in_failures (
    subject     BLOB NOT NULL,
    at          INTEGER NOT NULL,
    count       INTEGER NOT NULL,
    PRIMARY KEY (subject, at)
) STRICT, WITHOUT ROWID;

-- What somebody searched for, so that the address of the list holds a key and no name (invariant 9).
CREATE TABLE searches (
    key         TEXT PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    text        TEXT NOT NULL,
    made_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_events (
    id          INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    user_id     INTEGER,
    event       TEXT NOT NULL,
    detail      TEXT NOT NULL
) STRICT;

-- Rollups, kept in the same transaction as what they are made of.

-- What `domain::figures::fidelity` gathers of a course. `packed` holds the facts that no query asks for (store/src/facts.rs).
CREATE TABLE course_facts (
    course_id       INTEGER PRIMARY KEY REFERENCES courses (id),
    last_event_on   INTEGER NOT NULL,
    sessions        INTEGER NOT NULL,
    last_session_on INTEGER,
    packed          BLOB NOT NULL
) STRICT;

CREATE TABLE course_dues (
    course_id   INTEGER NOT NULL REFERENCES courses (id),
    kind        TEXT NOT NULL,
    due_on      INTEGER NOT NULL,
    mentor_id   INTEGER,
    PRIMARY KEY (course_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX course_dues_by_day ON course_dues (due_on, course_id);
CREATE INDEX course_dues_by_mentor ON course_dues (mentor_id, due_on);

-- Face-to-face minutes of a mentor in a month; a group session counts once.
CREATE TABLE mentor_months (
    mentor_id   INTEGER NOT NULL REFERENCES mentors (id),
    month       INTEGER NOT NULL,
    ata_minutes INTEGER NOT NULL,
    PRIMARY KEY (mentor_id, month)
) STRICT, WITHOUT ROWID;

-- A mentor's days of supervision, in order, eight bytes each.
CREATE TABLE mentor_supervisions (
    mentor_id   INTEGER PRIMARY KEY REFERENCES mentors (id),
    packed      BLOB NOT NULL
) STRICT;
