-- A row in every table of migration 0002.
INSERT INTO departments (id, name) VALUES (1, 'Ungeafdelingen');
INSERT INTO keys (id, wrapped, made_at) VALUES (99, 'x', 1);
INSERT INTO assignments (user_id, role, department_id, unit_id, valid_from, valid_to) VALUES (1, 'caseworker', 1, NULL, 19000, NULL);
INSERT INTO sign_in_steps (token_hash, user_id, kept, expires_at) VALUES ({bytes}, 1, '', 1);
INSERT INTO one_time_links (token_hash, user_id, expires_at) VALUES ({bytes}, 1, 1);
INSERT INTO co_mentors (course_id, mentor_id, from_on, to_on) VALUES (1, 1, 19000, NULL);
INSERT INTO notes (key, course_id, author_id, written_at, visibility, class, text) VALUES ('k', 1, 1, 1, 'team', 'ordinary', '');
INSERT INTO disclosures (key, course_id, person_id, at, user_id, recipient, kinds, purpose, consent_on)
    VALUES ('k', 1, 1, 1, 1, 'Jobcenter', 'health', 'x', 19007);
INSERT INTO access_delays (key, course_id, recorded_at, user_id, days, cause) VALUES ('k', 1, 1, 1, 5, '');
INSERT INTO network_shares (user_id, field, shared_at) VALUES (1, 'goals', 1);
INSERT INTO emergency_accesses (user_id, course_id, reason, opened_at, until) VALUES (1, 1, '', 1, 2);
INSERT INTO access_log (at, user_id, role, purpose, relation, what, person_id, course_id, allowed)
    VALUES (1, 1, 'mentor', 'mentoring', 'mentee', 'course', 1, 1, 1);
INSERT INTO reading_reviews (user_id, day, kind, reviewed_at, reviewed_by, finding) VALUES (1, 19000, 'many', 1, 1, 'x');
INSERT INTO corrections (person_id, at, user_id, field, stood, became, reason) VALUES (1, 1, 1, 'name', '', '', 'x');
INSERT INTO retention_decisions (kind, subject, due_on, action, decided_at, decided_by, reason)
    VALUES ('closed-course', 1, 19000, 'pseudonymise', 1, 1, 'x');
