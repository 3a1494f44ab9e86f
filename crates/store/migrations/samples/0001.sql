-- A row or two in every table of migration 0001, so that a later migration meets data. The same text for both engines,
-- but for {bytes}: the one literal that they write differently.
INSERT INTO municipality (id, code, name, demo) VALUES (1, '0000', 'Prøvekøbing', 1);
INSERT INTO units (id, name, kind, cvr) VALUES (1, 'Korpset', 'intern', NULL), (2, 'Åben Dør', 'leverandør', '12345674');
INSERT INTO prices (unit_id, valid_from, valid_to, ore_per_hour) VALUES (2, 18628, NULL, 56000);
INSERT INTO mentors (id, code, name, sort_name, unit_id, weekly_minutes, gender, competences, interests, postcode)
    VALUES (1, 'M001', 'Østen Ågård', {bytes}, 1, 1350, 'M', 'ADHD', '', '8500');
INSERT INTO people (id, cpr, given_name, family_name, search_name, sort_name, address, postcode, city, phone, email, gender,
    interests, needs, address_protected)
    VALUES (1, '6701901234', 'Åse', 'Ærø', 'åse ærø', {bytes}, 'Vej 1', '8500', 'By', '', '', 'K', '', 'ADHD', 1);
INSERT INTO target_groups (id, name) VALUES (1, 'Kontanthjælp');
INSERT INTO courses (id, case_number, person_id, target_group_id, legal_basis, concern_on, decided_on, decision, start_on,
    expected_end_on, end_on, end_kind, end_reason, weekly_minutes, unit_id, mentor_id, purpose, opened_on)
    VALUES (1, '2022-00001', 1, 1, 'LAB § 167', 18993, 19001, 'bevilget', 19007, 19188, NULL, NULL, '', 120, 1, 1, 'x', 18993);
INSERT INTO sessions (course_id, started_at, mentor_id, day, month, form, outcome, ata_minutes, transport_minutes,
    hectometres, group_key) VALUES (1, 1642410000, 1, 19009, 24264, 0, 0, 60, 15, 125, NULL),
    (1, 1643014800, 1, 19016, 24264, 5, 0, 60, NULL, NULL, 'fælles');
INSERT INTO follow_ups (course_id, day, caseworker, mentor, mentee) VALUES (1, 19040, 1, 1, NULL);
INSERT INTO goals (id, code, course_id, kind, title, created_on) VALUES (1, 'G1', 1, 'mestring', 'Op kl. 8', 19007);
INSERT INTO goal_scores (goal_id, day, tenths) VALUES (1, 19007, 20);
INSERT INTO supervisions (mentor_id, day, form) VALUES (1, 19002, 'gruppe');
INSERT INTO consents (person_id, given_on, recipient, withdrawn_on, purpose) VALUES (1, 19007, 'Jobcenter', NULL, 'x');
INSERT INTO postings (id, voucher, day, account, unit_id, kind, ore) VALUES (1, 'B1', 19358, '05.68.90', 1, 'løn', 100);
INSERT INTO budgets (year, account, unit_id, ore) VALUES (2022, '05.68.90', 1, 458000000);
INSERT INTO users (id, login, name, password_hash, role, mentor_id, language) VALUES (1, 'a', 'A', 'x', 'mentor', 1, 'da');
INSERT INTO sign_ins (token_hash, user_id, csrf, expires_at) VALUES ({bytes}, 1, 'x', 1);
INSERT INTO sign_in_failures (subject, at, count) VALUES ({bytes}, 1, 1);
INSERT INTO searches (key, user_id, text, made_at) VALUES ('k', 1, 'åse', 1);
INSERT INTO audit_events (id, at, user_id, event, detail) VALUES (1, 1, 1, 'imported', '{}');
INSERT INTO course_facts (course_id, last_event_on, sessions, last_session_on, packed) VALUES (1, 19040, 2, 19016, {bytes});
INSERT INTO course_dues (course_id, kind, due_on, mentor_id) VALUES (1, 'follow-up', 19082, 1);
INSERT INTO mentor_months (mentor_id, month, ata_minutes) VALUES (1, 24264, 120);
INSERT INTO mentor_supervisions (mentor_id, packed) VALUES (1, {bytes});
