//! What somebody typed into one of the forms of the team, and what it means.

use lods_app::courses::team::{Change, TeamFault};
use lods_domain::ids::MentorId;
use lods_i18n::Texts;
use serde::Deserialize;

use crate::csrf::Keyed;
use crate::form::{Fault, day};

/// The fields of all forms as they were typed; `change` says which form was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    pub csrf: String,
    pub change: String,
    pub department: String,
    pub name: String,
    pub mentor: String,
    pub from: String,
    pub to: String,
}

impl Keyed for Entered {
    fn csrf(&self) -> &str {
        &self.csrf
    }
}

impl Entered {
    /// The change that was meant, or what is wrong. A name that was typed goes before the choice in the list.
    pub fn change(&self, t: Texts) -> Result<Change<'_>, Vec<Fault>> {
        let name = self.name.trim();
        match self.change.as_str() {
            "add" => self.add(t),
            "end" => self.end(t),
            _ if !name.is_empty() => Ok(Change::DepartmentNamed(name)),
            _ => match self.department.parse() {
                Ok(department) => Ok(Change::Department(lods_domain::ids::DepartmentId(department))),
                Err(_) => Err(vec![Fault::new("department", t.team_department_missing())]),
            },
        }
    }

    fn add(&self, t: Texts) -> Result<Change<'_>, Vec<Fault>> {
        let mentor = self.mentor.parse().map(MentorId).map_err(|_| Fault::new("mentor", t.team_mentor_missing()));
        let wrong = |field| Fault::new(field, t.team_day_wrong());
        let from = day(self.from.trim()).ok_or_else(|| wrong("from"));
        let to = match self.to.trim() {
            "" => Ok(None),
            text => day(text).map(Some).ok_or_else(|| wrong("to")),
        };
        match (mentor, from, to) {
            (Ok(mentor), Ok(from), Ok(to)) => Ok(Change::Add { mentor, from, to }),
            (mentor, from, to) => Err([mentor.err(), from.err(), to.err()].into_iter().flatten().collect()),
        }
    }

    fn end(&self, t: Texts) -> Result<Change<'_>, Vec<Fault>> {
        let mentor = self.mentor.parse().map(MentorId).map_err(|_| vec![Fault::new("ends", t.team_mentor_missing())]);
        let last = day(self.to.trim()).ok_or_else(|| vec![Fault::new("ends", t.team_day_wrong())]);
        Ok(Change::End { mentor: mentor?, last: last? })
    }

    /// The field beside which the fault stands, and the fault in words.
    pub fn fault(&self, t: Texts, fault: TeamFault) -> Fault {
        let (field, text) = match fault {
            TeamFault::NoDepartment => ("department", t.team_department_missing()),
            TeamFault::DepartmentName => ("name", t.team_department_name()),
            TeamFault::NoMentor => ("mentor", t.team_mentor_missing()),
            TeamFault::OwnMentor => ("mentor", t.team_own_mentor()),
            TeamFault::AlreadyBeside => ("mentor", t.team_already_beside()),
            TeamFault::EndsBeforeItBegins => ("to", t.team_ends_first()),
        };
        Fault::new(if self.change == "end" { "ends" } else { field }, text)
    }
}
