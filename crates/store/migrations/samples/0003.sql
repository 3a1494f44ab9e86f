-- A row in every table of migration 0003.
INSERT INTO course_steps (key, course_id, kind, day, recorded_at, user_id, role, answers, stood, subject)
    VALUES ('k', 1, 'success', 19000, 1, 1, 'mentor', '', '', NULL);
INSERT INTO departures (step_id, recommendation, course_id, day, cause, reason) VALUES (1, 'F4.1', 1, 19000, 'weighed', '');
INSERT INTO drafts (user_id, course_id, form, answers, version, saved_at) VALUES (1, 1, 'success', '', 1, 1);
INSERT INTO concern_reports (key, received_at, user_id, need_on, told, cpr_hash, course_id) VALUES ('k', 1, 1, 19000, '', 'x', 1);
INSERT INTO stances (recommendation, valid_from, stance, reason, owner, procedure, user_id, recorded_at)
    VALUES ('F1.1', 19000, 'adapted', 'x', 'x', 'x', 1, 1);
INSERT INTO experiences (key, recommendation, user_id, written_at, kind, text) VALUES ('k', 'F1.1', 1, 1, 'idea', 'x');
