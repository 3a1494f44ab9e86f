//! One course with whom it refers to: a projection of its row to what the reach shows of it.

use lods_domain::access::{Clause, Field, Fields, Reach};
use lods_domain::courses::{CourseDates, EndKind};
use lods_domain::ids::{CourseId, DepartmentId, MentorId, PersonId, UnitId};
use lods_domain::units::UnitKind;
use lods_domain::{Cpr, Minutes};
use lods_keys::Keyring;

use super::{day, decision};
use crate::Error;
use crate::query::row;
use crate::sealed::{Sealed, open_cpr};

/// The row as read; nothing of it leaves this module but through [`Shown`].
pub(super) struct Row {
    admitted: i64,
    id: i64,
    person_id: i64,
    case_number: String,
    cpr_hash: String,
    cpr: String,
    given_name: String,
    family_name: String,
    address: String,
    postcode: String,
    city: String,
    phone: String,
    email: String,
    interests: String,
    needs: String,
    address_protected: i64,
    restricted_on: Option<i64>,
    erased_on: Option<i64>,
    target_group: String,
    legal_basis: String,
    concern_on: Option<i64>,
    decided_on: Option<i64>,
    decision: Option<String>,
    start_on: Option<i64>,
    expected_end_on: Option<i64>,
    end_on: Option<i64>,
    end_kind: Option<String>,
    end_reason: String,
    weekly_minutes: Option<i64>,
    purpose: String,
    department_id: Option<i64>,
    department: Option<String>,
    unit_id: Option<i64>,
    unit: Option<String>,
    mentor_id: Option<i64>,
    mentor: Option<String>,
    mentor_code: Option<String>,
    competences: Option<String>,
    mentor_unit_kind: Option<String>,
    version: i64,
}
row!(Row {
    admitted,
    id,
    person_id,
    case_number,
    cpr_hash,
    cpr,
    given_name,
    family_name,
    address,
    postcode,
    city,
    phone,
    email,
    interests,
    needs,
    address_protected,
    restricted_on,
    erased_on,
    target_group,
    legal_basis,
    concern_on,
    decided_on,
    decision,
    start_on,
    expected_end_on,
    end_on,
    end_kind,
    end_reason,
    weekly_minutes,
    purpose,
    department_id,
    department,
    unit_id,
    unit,
    mentor_id,
    mentor,
    mentor_code,
    competences,
    mentor_unit_kind,
    version
});

pub(super) const COLUMNS: &str = "c.id, c.person_id, c.case_number, p.cpr_hash, p.cpr, p.given_name, p.family_name,
    p.address, p.postcode, p.city, p.phone, p.email, p.interests, p.needs, p.address_protected, p.restricted_on,
    p.erased_on,
    g.name AS target_group, c.legal_basis, c.concern_on, c.decided_on, c.decision, c.start_on, c.expected_end_on,
    c.end_on, c.end_kind, c.end_reason, c.weekly_minutes, c.purpose, c.department_id, d.name AS department, c.unit_id,
    u.name AS unit, c.mentor_id, m.name AS mentor, m.code AS mentor_code, m.competences,
    (SELECT mu.kind FROM units mu WHERE mu.id = m.unit_id) AS mentor_unit_kind, c.version
    FROM courses c JOIN people p ON p.id = c.person_id JOIN target_groups g ON g.id = c.target_group_id
        LEFT JOIN departments d ON d.id = c.department_id LEFT JOIN units u ON u.id = c.unit_id
        LEFT JOIN mentors m ON m.id = c.mentor_id";

/// One course, as far as the reader sees it.
pub struct Shown {
    row: Row,
    fields: Fields,
    by: Vec<Clause>,
    admitting: Vec<Clause>,
}

/// A postal address, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub street: String,
    pub postcode: String,
    pub city: String,
}

impl Shown {
    /// `None` when no clause admits it. The sealed texts are opened here.
    pub(super) fn of(mut row: Row, reach: &Reach, keys: &Keyring) -> Result<Option<Shown>, Error> {
        let (fields, by) = (reach.shown(row.admitted), reach.rights(row.admitted));
        if by.is_empty() {
            return Ok(None);
        }
        let admitting: Vec<Clause> = reach.picked(row.admitted).copied().collect();
        row.needs = Sealed::Needs.open(keys, &row.cpr_hash, &row.needs)?;
        row.purpose = Sealed::Purpose.open(keys, &row.case_number, &row.purpose)?;
        row.end_reason = Sealed::EndReason.open(keys, &row.case_number, &row.end_reason)?;
        if fields.has(Field::Cpr) && !row.cpr.is_empty() {
            row.cpr = open_cpr(keys, &row.cpr_hash, &row.cpr)?.reveal();
        } else {
            row.cpr = String::new();
        }
        Ok(Some(Shown { row, fields, by, admitting }))
    }

    #[must_use]
    pub fn id(&self) -> CourseId {
        CourseId(self.row.id)
    }

    #[must_use]
    pub fn person(&self) -> PersonId {
        PersonId(self.row.person_id)
    }

    /// The rights by which it is read.
    #[must_use]
    pub fn by(&self) -> &[Clause] {
        &self.by
    }

    /// Every clause that admits it.
    #[must_use]
    pub fn admitting(&self) -> &[Clause] {
        &self.admitting
    }

    /// What is seen of it.
    #[must_use]
    pub fn fields(&self) -> Fields {
        self.fields
    }

    #[must_use]
    pub fn version(&self) -> i64 {
        self.row.version
    }

    /// Empty where it is not seen.
    #[must_use]
    pub fn case_number(&self) -> &str {
        self.fields.show(Field::CaseNumber, self.row.case_number.as_str()).unwrap_or_default()
    }

    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.fields.show(Field::Name, format!("{} {}", self.row.given_name, self.row.family_name))
    }

    /// `None` where it is not seen, or the person is pseudonymised.
    #[must_use]
    pub fn cpr(&self) -> Option<Cpr> {
        self.fields.show(Field::Cpr, Cpr::parse(&self.row.cpr).ok()).flatten()
    }

    /// The address is protected: a mark that everybody sees who sees who it is.
    #[must_use]
    pub fn address_is_protected(&self) -> bool {
        self.fields.has(Field::Name) && self.row.address_protected == 1
    }

    /// `None` where it is not seen; a protected one is seen by the authority and the young person alone.
    #[must_use]
    pub fn address(&self) -> Option<Address> {
        let field = if self.row.address_protected == 1 { Field::ProtectedAddress } else { Field::Address };
        let row = &self.row;
        let address = Address { street: row.address.clone(), postcode: row.postcode.clone(), city: row.city.clone() };
        self.fields.show(field, address)
    }

    /// Processing is restricted: what is on record is kept, and used for nothing else. So it is once the person is
    /// pseudonymised: what was written then would stay for ever.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.row.restricted_on.is_some() || self.row.erased_on.is_some()
    }

    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        self.fields.show(Field::Contact, self.row.phone.as_str())
    }

    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.fields.show(Field::Contact, self.row.email.as_str())
    }

    /// One a line.
    #[must_use]
    pub fn interests(&self) -> Option<&str> {
        self.fields.show(Field::Interests, self.row.interests.as_str())
    }

    /// One a line.
    #[must_use]
    pub fn needs(&self) -> Option<&str> {
        self.fields.show(Field::Needs, self.row.needs.as_str())
    }

    #[must_use]
    pub fn target_group(&self) -> Option<&str> {
        self.fields.show(Field::TargetGroup, self.row.target_group.as_str())
    }

    #[must_use]
    pub fn legal_basis(&self) -> Option<&str> {
        self.fields.show(Field::LegalBasis, self.row.legal_basis.as_str())
    }

    #[must_use]
    pub fn purpose(&self) -> Option<&str> {
        self.fields.show(Field::Purpose, self.row.purpose.as_str())
    }

    #[must_use]
    pub fn end_reason(&self) -> Option<&str> {
        self.fields.show(Field::EndReason, self.row.end_reason.as_str())
    }

    #[must_use]
    pub fn weekly(&self) -> Option<Minutes> {
        self.fields.show(Field::GrantedHours, self.row.weekly_minutes.and_then(Minutes::from_i64)).flatten()
    }

    #[must_use]
    pub fn department(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.department.as_deref()).flatten()
    }

    #[must_use]
    pub fn department_id(&self) -> Option<DepartmentId> {
        self.fields.show(Field::Provider, self.row.department_id.map(DepartmentId)).flatten()
    }

    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.unit.as_deref()).flatten()
    }

    #[must_use]
    pub fn unit_id(&self) -> Option<UnitId> {
        self.fields.show(Field::Provider, self.row.unit_id.map(UnitId)).flatten()
    }

    #[must_use]
    pub fn mentor(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.mentor.as_deref()).flatten()
    }

    #[must_use]
    pub fn mentor_code(&self) -> Option<&str> {
        self.fields.show(Field::Provider, self.row.mentor_code.as_deref()).flatten()
    }

    /// Whose sessions are registered on the course; no page shows it.
    #[must_use]
    pub fn mentor_id(&self) -> Option<MentorId> {
        self.row.mentor_id.map(MentorId)
    }

    /// The kind of the unit that the mentor belongs to; no page shows it.
    #[must_use]
    pub fn mentor_unit_kind(&self) -> Option<UnitKind> {
        self.row.mentor_unit_kind.as_deref().and_then(UnitKind::from_code)
    }

    /// What the course is judged by, for whoever sees how the model is kept; the texts themselves are not shown from here.
    #[must_use]
    pub fn judged_by(&self) -> Option<JudgedBy<'_>> {
        let row = &self.row;
        let judged = JudgedBy {
            needs: &row.needs,
            competences: row.competences.as_deref(),
            end_reason: &row.end_reason,
            has_purpose: !row.purpose.is_empty(),
        };
        self.fields.show(Field::Fidelity, judged)
    }

    /// No dates where they are not seen.
    #[must_use]
    pub fn dates(&self) -> CourseDates {
        let dates = CourseDates {
            concern: day(self.row.concern_on),
            decided: day(self.row.decided_on),
            decision: decision(self.row.decision.as_deref()),
            start: day(self.row.start_on),
            expected_end: day(self.row.expected_end_on),
            end: day(self.row.end_on),
            end_kind: self.row.end_kind.as_deref().and_then(EndKind::from_code),
        };
        self.fields.show(Field::Dates, dates).unwrap_or_default()
    }
}

/// What a verdict needs of the course itself.
#[derive(Clone, Copy)]
pub struct JudgedBy<'a> {
    pub needs: &'a str,
    pub competences: Option<&'a str>,
    pub end_reason: &'a str,
    pub has_purpose: bool,
}
