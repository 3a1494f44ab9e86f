//! Choosing a role and where it is held; and why one was refused.

use lods_app::access::accounts::Places;
use lods_app::access::users::{PlaceName, Refused};
use lods_domain::access::Role;
use lods_i18n::Texts;

/// One choice of a list.
pub struct Offer {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// The roles that an account can be given here: those of one citizen are given where the CPR number is known.
pub fn roles(t: Texts, chosen: &str, mentor: bool) -> Vec<Offer> {
    let personal = |role: &&Role| matches!(role, Role::YoungPerson | Role::NetworkPerson);
    let offered = Role::ALL.iter().filter(|role| !personal(role) && (mentor || **role != Role::Mentor));
    let offer = |role: &Role| Offer {
        value: role.code().to_owned(),
        label: t.role(*role).to_owned(),
        chosen: role.code() == chosen,
    };
    offered.map(offer).collect()
}

const DEPARTMENT: &str = "d:";
const UNIT: &str = "u:";

/// The whole municipality, each department, each unit.
pub fn offers(t: Texts, places: &Places, chosen: &str) -> Vec<Offer> {
    let offer = |value: String, label: String| Offer { chosen: value == chosen, value, label };
    let whole = offer(String::new(), t.account_whole_municipality().to_owned());
    let departments =
        places.departments.iter().map(|name| offer(format!("{DEPARTMENT}{name}"), t.users_department(name)));
    let units = places.units.iter().map(|name| offer(format!("{UNIT}{name}"), t.users_unit(name)));
    std::iter::once(whole).chain(departments).chain(units).collect()
}

/// The place that was chosen.
pub fn place(chosen: &str) -> PlaceName<'_> {
    match (chosen.strip_prefix(DEPARTMENT), chosen.strip_prefix(UNIT)) {
        (Some(name), _) => PlaceName::Department(name),
        (None, Some(name)) => PlaceName::Unit(name),
        (None, None) => PlaceName::Municipality,
    }
}

/// Why it was refused.
pub const fn refused(t: Texts, why: Refused) -> &'static str {
    match why {
        Refused::Login => t.refused_login(),
        Refused::Taken => t.refused_taken(),
        Refused::Password => t.account_password_length(),
        Refused::Guessable => t.account_password_guessable(),
        Refused::NoMentor => t.refused_no_mentor(),
        Refused::MentorMissing => t.refused_mentor_missing(),
        Refused::NoUnit => t.refused_no_unit(),
        Refused::UnitMissing => t.refused_unit_missing(),
        Refused::NoPerson | Refused::PersonMissing => t.refused_person(),
        Refused::NoUser => t.refused_no_user(),
        Refused::OwnAccount => t.refused_own(),
        Refused::Over => t.refused_over(),
    }
}
