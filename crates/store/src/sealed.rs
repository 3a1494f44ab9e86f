//! Which columns are sealed, and the key of the row that each is tied to (crates/keys): CPR numbers, and the free texts
//! that may tell of health or offences. Everything that seals and opens them is here and in `keys.rs`.

use lods_domain::Cpr;
use lods_keys::Keyring;

use crate::Error;

/// A sealed column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    Cpr,
    Needs,
    Purpose,
    EndReason,
    GoalTitle,
    NoteText,
    NoteReason,
    EmergencyReason,
    CorrectionStood,
    CorrectionBecame,
    DelayCause,
    Totp,
    SignInStep,
    SearchText,
    StepAnswers,
    StepStood,
    DepartureReason,
    Draft,
    ConcernTold,
    ConcernReason,
    Experience,
}

impl Sealed {
    const fn name(self) -> &'static str {
        match self {
            Sealed::Cpr => "people.cpr",
            Sealed::Needs => "people.needs",
            Sealed::Purpose => "courses.purpose",
            Sealed::EndReason => "courses.end_reason",
            Sealed::GoalTitle => "goals.title",
            Sealed::NoteText => "notes.text",
            Sealed::NoteReason => "notes.reason",
            Sealed::EmergencyReason => "emergency_accesses.reason",
            Sealed::CorrectionStood => "corrections.stood",
            Sealed::CorrectionBecame => "corrections.became",
            Sealed::DelayCause => "access_delays.cause",
            Sealed::Totp => "users.totp",
            Sealed::SignInStep => "sign_in_steps.kept",
            Sealed::SearchText => "searches.text",
            Sealed::StepAnswers => "course_steps.answers",
            Sealed::StepStood => "course_steps.stood",
            Sealed::DepartureReason => "departures.reason",
            Sealed::Draft => "drafts.answers",
            Sealed::ConcernTold => "concern_reports.told",
            Sealed::ConcernReason => "concern_reports.reason",
            Sealed::Experience => "experiences.text",
        }
    }

    /// Seals the text for the row: by its CPR hash (people), case number (courses), code (goals), key or id (the rest).
    pub fn seal(self, keys: &Keyring, row: &str, text: &str) -> Result<String, Error> {
        Ok(keys.seal(self.name(), row, text)?)
    }

    pub fn open(self, keys: &Keyring, row: &str, sealed: &str) -> Result<String, Error> {
        Ok(keys.open_text(self.name(), row, sealed)?)
    }
}

/// The keyed hash by which a CPR number is found.
#[must_use]
pub fn cpr_hash(keys: &Keyring, cpr: Cpr) -> String {
    keys.lookup(Sealed::Cpr.name(), &cpr.reveal())
}

/// The CPR number of the row with the hash.
pub fn open_cpr(keys: &Keyring, hash: &str, sealed: &str) -> Result<Cpr, Error> {
    let digits = Sealed::Cpr.open(keys, hash, sealed)?;
    Cpr::parse(&digits).map_err(|_| Error::Unknown { what: "people.cpr" })
}
