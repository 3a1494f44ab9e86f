//! Every address, in one place: routes as axum writes them, and links as functions.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use lods_domain::figures::Figure;
use lods_domain::figures::fidelity::Recommendation;
use lods_domain::ids::{ConcernReportId, CourseId, NoteId, PersonId, StepId, UserId};
use lods_domain::rules::RuleCode;
use lods_domain::steps::StepKind;

pub const SIGN_IN: &str = "/sign-in";
/// The code of a second factor.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
/// A password of one's own in place of a temporary one.
pub const SIGN_IN_PASSWORD: &str = "/sign-in/password";
/// To the municipality's provider, and back.
pub const SIGN_IN_PROVIDER: &str = "/sign-in/oidc";
pub const SIGN_IN_PROVIDER_BACK: &str = "/sign-in/oidc/back";
pub const ACCOUNT: &str = "/account";
pub const ACCOUNT_PASSWORD: &str = "/account/password";
pub const ACCOUNT_SECOND_FACTOR: &str = "/account/second-factor";
pub const ACCOUNT_SECOND_FACTOR_REMOVE: &str = "/account/second-factor/remove";
pub const ACCOUNT_SIGN_OUT_EVERYWHERE: &str = "/account/sign-out-everywhere";
pub const USERS: &str = "/users";
pub const USER_NEW: &str = "/users/new";
pub const USER: &str = "/users/{user}";
pub const USER_ROLE: &str = "/users/{user}/roles";
pub const USER_ROLE_END: &str = "/users/{user}/roles/end";
pub const USER_PASSWORD: &str = "/users/{user}/password";
pub const USER_SECOND_FACTOR: &str = "/users/{user}/second-factor";
pub const USER_CLOSE: &str = "/users/{user}/close";
pub const SETTINGS: &str = "/settings";
pub const SETTING: &str = "/settings/{rule}";
pub const SIGN_OUT: &str = "/sign-out";
pub const LANGUAGE: &str = "/language";
/// The declaration of confidentiality, before anything of a case is seen.
pub const DECLARATION: &str = "/declaration";
pub const ALIVE: &str = "/alive";
pub const TODAY: &str = "/";
pub const COURSES: &str = "/courses";
pub const COURSES_SEARCH: &str = "/courses/search";
pub const COURSE: &str = "/courses/{course}";
pub const NEW_SESSION: &str = "/courses/{course}/sessions/new";
/// The mentors' supervision.
pub const SUPERVISION: &str = "/supervision";
/// The model's recommendations, one of them, and the two forms of its page.
pub const MODEL: &str = "/model";
pub const RECOMMENDATION: &str = "/model/{code}";
pub const RECOMMENDATION_STANCE: &str = "/model/{code}/stance";
pub const RECOMMENDATION_EXPERIENCES: &str = "/model/{code}/experiences";
/// Consents, disclosures and delays of a course; the others take the forms of that page.
pub const SHARING: &str = "/courses/{course}/sharing";
pub const SHARING_CONSENTS: &str = "/courses/{course}/sharing/consents";
pub const SHARING_WITHDRAWALS: &str = "/courses/{course}/sharing/withdrawals";
pub const SHARING_DISCLOSURES: &str = "/courses/{course}/sharing/disclosures";
pub const SHARING_DELAYS: &str = "/courses/{course}/sharing/delays";
/// A need that somebody saw: the open form, the staff's, what waits, and one report.
pub const CONCERN: &str = "/concern";
pub const NEW_CONCERN: &str = "/concerns/new";
pub const CONCERNS: &str = "/concerns";
pub const CONCERN_REPORT: &str = "/concerns/{report}";
/// The coordination forum's overview.
pub const FORUM: &str = "/forum";
/// The notes of a course, for those who work with it; and for the young person.
pub const NOTES: &str = "/courses/{course}/notes";
pub const OWN_NOTES: &str = "/own/notes/{course}";
pub const NEW_NOTE: &str = "/courses/{course}/notes/new";
pub const CORRECT_NOTE: &str = "/courses/{course}/notes/{note}/correct";
/// The letter of a step, as PDF.
pub const LETTER: &str = "/courses/{course}/steps/{step}/letter";
pub const TEAM: &str = "/courses/{course}/team";
/// What was done on a course, and the form of each step.
pub const STEPS: &str = "/courses/{course}/steps";
pub const STEP: &str = "/courses/{course}/steps/{kind}";
pub const STEP_DRAFT: &str = "/courses/{course}/steps/{kind}/draft";
pub const STEP_UNDO: &str = "/courses/{course}/steps/{step}/undo";
/// An own step of a young person, and a letter to them.
pub const OWN_STEP: &str = "/own/steps/{course}/{kind}";
pub const OWN_STEP_DRAFT: &str = "/own/steps/{course}/{kind}/draft";
pub const OWN_LETTER: &str = "/own/letters/{course}/{step}";
/// Who waits for a start; and the map of a course's network.
pub const WAITING: &str = "/waiting";
pub const NETWORK: &str = "/courses/{course}/network";
pub const FIGURES: &str = "/figures";
/// A figure's page, and with `.csv` or `.xlsx` its files.
pub const FIGURE: &str = "/figures/{figure}";
pub const FIGURE_SESSIONS: &str = "/figures/corps/sessions";
pub const FIGURE_POSTINGS: &str = "/figures/postings/list";
pub const FIGURE_BROKEN: &str = "/figures/fidelity/broken";

/// Emergency access, and the leader's review of it.
pub const EMERGENCY: &str = "/emergency";
pub const REVIEW: &str = "/review";
/// The access log; its filter is sent as a form, because it may hold a CPR number.
pub const TRACES: &str = "/traces";
pub const TRACES_FIND: &str = "/traces/find";
pub const TRACES_FILE: &str = "/traces.csv";
pub const TRACES_CHAIN: &str = "/traces/chain";
pub const TRACES_UNUSUAL: &str = "/traces/unusual";
/// The young person's own page.
pub const OWN: &str = "/me";
pub const OWN_INSIGHT_PDF: &str = "/me/insight.pdf";
pub const OWN_INSIGHT_JSON: &str = "/me/insight.json";
/// Everything held about a person.
pub const INSIGHT: &str = "/people/{person}/insight";
pub const INSIGHT_PDF: &str = "/people/{person}/insight.pdf";
pub const INSIGHT_JSON: &str = "/people/{person}/insight.json";
pub const CORRECT: &str = "/people/{person}/correct";
pub const RESTRICT: &str = "/people/{person}/restrict";
pub const OWN_SHARE: &str = "/me/share";
pub const OWN_WITHDRAW: &str = "/me/consents/withdraw";
/// What a young person shares with the network.
pub const SHARED: &str = "/shared";
/// What is past its period.
pub const RETENTION: &str = "/retention";
/// A link that signs in once.
pub const HELLO: &str = "/hello/{token}";
pub const HELLO_DEMO: &str = "/hello";

#[must_use]
pub fn person(person: PersonId) -> String {
    format!("/people/{person}")
}

#[must_use]
pub fn insight(person: PersonId) -> String {
    format!("/people/{person}/insight")
}

#[must_use]
pub fn hello(token: &str) -> String {
    format!("/hello/{token}")
}

#[must_use]
pub fn course(course: CourseId) -> String {
    format!("/courses/{course}")
}

#[must_use]
pub fn user(user: UserId) -> String {
    format!("/users/{user}")
}

/// The user whom a path names; what is no number names none.
#[must_use]
pub fn user_of(path: InPath) -> Option<UserId> {
    path.ok().and_then(|Path(text)| text.parse().ok())
}

#[must_use]
pub fn setting(rule: RuleCode) -> String {
    format!("/settings/{}", rule.code())
}

/// The rule that a path names.
#[must_use]
pub fn setting_of(path: InPath) -> Option<RuleCode> {
    path.ok().and_then(|Path(text)| RuleCode::from_code(&text))
}

#[must_use]
pub fn recommendation(of: Recommendation) -> String {
    format!("/model/{}", of.code())
}

/// The recommendation that a path names.
#[must_use]
pub fn recommendation_of(path: InPath) -> Option<Recommendation> {
    path.ok().and_then(|Path(text)| Recommendation::from_code(&text))
}

/// The course's part of a path, as it was sent.
pub type InPath = Result<Path<String>, PathRejection>;

/// The course that a path names; what is no number names none.
#[must_use]
pub fn course_of(path: InPath) -> Option<CourseId> {
    path.ok().and_then(|Path(text)| text.parse().ok())
}

/// The course's page after a session was registered on it.
#[must_use]
pub fn course_with_session(course: CourseId) -> String {
    format!("/courses/{course}?done=session")
}

#[must_use]
pub fn new_session(course: CourseId) -> String {
    format!("/courses/{course}/sessions/new")
}

#[must_use]
pub fn sharing(course: CourseId) -> String {
    format!("/courses/{course}/sharing")
}

/// The page after one of its forms was taken.
#[must_use]
pub fn sharing_done(course: CourseId, done: &str) -> String {
    format!("/courses/{course}/sharing?done={done}")
}

#[must_use]
pub fn notes(course: CourseId) -> String {
    format!("/courses/{course}/notes")
}

#[must_use]
pub fn own_notes(course: CourseId) -> String {
    format!("/own/notes/{course}")
}

#[must_use]
pub fn new_note(course: CourseId) -> String {
    format!("/courses/{course}/notes/new")
}

#[must_use]
pub fn correct_note(course: CourseId, note: NoteId) -> String {
    format!("/courses/{course}/notes/{note}/correct")
}

/// The course's and the note's part of a path, as they were sent.
pub type NoteInPath = Result<Path<(String, String)>, PathRejection>;

#[must_use]
pub fn note_of(path: NoteInPath) -> Option<(CourseId, NoteId)> {
    let Path((course, note)) = path.ok()?;
    Some((course.parse().ok()?, note.parse().ok()?))
}

#[must_use]
pub fn letter(course: CourseId, step: StepId) -> String {
    format!("/courses/{course}/steps/{step}/letter")
}

/// The course's and the step's part of a path, as they were sent.
pub type LetterInPath = Result<Path<(String, String)>, PathRejection>;

#[must_use]
pub fn letter_of(path: LetterInPath) -> Option<(CourseId, StepId)> {
    let Path((course, step)) = path.ok()?;
    Some((course.parse().ok()?, step.parse().ok()?))
}

#[must_use]
pub fn team(course: CourseId) -> String {
    format!("/courses/{course}/team")
}

#[must_use]
pub fn steps(course: CourseId) -> String {
    format!("/courses/{course}/steps")
}

/// The page after a step of the kind was taken.
#[must_use]
pub fn steps_done(course: CourseId, kind: StepKind) -> String {
    format!("/courses/{course}/steps?done={}", kind.code())
}

#[must_use]
pub fn step(course: CourseId, kind: StepKind) -> String {
    format!("/courses/{course}/steps/{}", kind.code())
}

#[must_use]
pub fn step_undo(course: CourseId, step: StepId) -> String {
    format!("/courses/{course}/steps/{step}/undo")
}

#[must_use]
pub fn own_step(course: CourseId, kind: StepKind) -> String {
    format!("/own/steps/{course}/{}", kind.code())
}

/// The own page after an own step of the kind was taken, at its receipt.
#[must_use]
pub fn own_step_done(kind: StepKind) -> String {
    format!("/me?done={}#do", kind.code())
}

#[must_use]
pub fn own_letter(course: CourseId, step: StepId) -> String {
    format!("/own/letters/{course}/{step}")
}

#[must_use]
pub fn network(course: CourseId) -> String {
    format!("/courses/{course}/network")
}

#[must_use]
pub fn concern_report(report: ConcernReportId) -> String {
    format!("/concerns/{report}")
}

/// The report that a path names; what is no number names none.
#[must_use]
pub fn concern_report_of(path: InPath) -> Option<ConcernReportId> {
    path.ok().and_then(|Path(text)| text.parse().ok())
}

#[must_use]
pub fn figure(figure: Figure) -> String {
    format!("/figures/{}", figure.code())
}

/// The path to return to, if it is one of ours: it begins with one slash and leads to no other host.
#[must_use]
pub fn own(path: &str) -> &str {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(|c: char| c == '\\' || c.is_control());
    if own { path } else { TODAY }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_leads_nowhere_else() {
        assert_eq!(own("/courses?page=2"), "/courses?page=2");
        for path in ["https://example.org", "//example.org", "/\\example.org", "", "/a\r\nb", "/\t/example.org"] {
            assert_eq!(own(path), "/", "{path}");
        }
    }
}
