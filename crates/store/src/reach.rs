//! A reach as SQL: which courses (alias `c`) it holds, and by which of its clauses. `Clause::admits` says the same of one
//! course; a property test holds the two together.

use lods_domain::access::{Clause, Reach, To};
use lods_domain::sharing::FORUM;

use crate::{Query, Value};

/// The clause's condition, and its values.
fn condition(clause: &Clause) -> (&'static str, Vec<Value>) {
    match clause.to {
        To::All => ("1 = 1", Vec::new()),
        To::Department(department) => ("c.department_id = ?", vec![department.into()]),
        To::Unit(unit) => ("c.unit_id = ?", vec![unit.into()]),
        To::Mentee { mentor, ended_from, on } => (
            "(c.end_on IS NULL OR c.end_on >= ?) AND (c.mentor_id = ? OR c.id IN (SELECT co.course_id FROM co_mentors co
                WHERE co.mentor_id = ? AND co.from_on <= ? AND (co.to_on IS NULL OR co.to_on >= ?)))",
            vec![ended_from.into(), mentor.into(), mentor.into(), on.into(), on.into()],
        ),
        To::Person(person) => ("c.person_id = ?", vec![person.into()]),
        To::Forum { on } => (
            "c.person_id NOT IN (SELECT r.id FROM people r WHERE r.restricted_on IS NOT NULL) AND
             (c.person_id IN (SELECT s.person_id FROM consents s WHERE lower(trim(s.recipient)) = lower(?) AND s.given_on <= ?
                AND (s.withdrawn_on IS NULL OR s.withdrawn_on > ?) AND (s.valid_to IS NULL OR s.valid_to >= ?))
             OR c.id IN (SELECT d.course_id FROM disclosures d WHERE lower(trim(d.recipient)) = lower(?) AND d.legal_basis <> ''))",
            vec![FORUM.into(), on.into(), on.into(), on.into(), FORUM.into()],
        ),
        To::Emergency(course) => ("c.id = ?", vec![course.into()]),
    }
}

/// Adds ` AND (…)`: only courses that the reach holds. Nothing is added where it holds all.
pub(crate) fn narrow(list: &mut Query, reach: &Reach) {
    if !reach.is_all() {
        list.push(" AND (", []);
        either(list, reach);
        list.push(")", []);
    }
}

/// Adds the conditions of the clauses with `OR` between them; none holds nothing.
pub(crate) fn either(list: &mut Query, reach: &Reach) {
    list.push("1 = 0", []);
    for clause in reach.clauses() {
        let (text, values) = condition(clause);
        list.push(" OR (", []).push(text, values).push(")", []);
    }
}

/// Adds an expression whose bits say which clauses hold the course: bit 0 the first. [`Reach::picked`] reads it.
pub(crate) fn admitted(list: &mut Query, reach: &Reach) {
    list.push("CAST(0", []);
    for (at, clause) in reach.clauses().iter().enumerate().take(Reach::MOST) {
        let (text, values) = condition(clause);
        list.push(" + CASE WHEN ", []).push(text, values).push(&format!(" THEN {} ELSE 0 END", 1_i64 << at), []);
    }
    list.push(" AS BIGINT)", []);
}
