//! Makes the letter and answers with it. The name of the file tells of nobody: the kind's word, and the step's number.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use lods_app::letters::make::{self, Letter};
use lods_domain::steps::StepKind;
use lods_reports::letters::{Earlier, LetterFacts, LetterGoal, PrintError, Signer, letter_pdf};

use crate::paths::{self, LetterInPath};
use crate::{Failure, SignedIn};

pub async fn show(who: SignedIn, path: LetterInPath) -> Result<Response, Failure> {
    let (course, step) = paths::letter_of(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let letter = make::letter(&who.app, &who.actor, course, step, who.now).await;
    answer(&who, letter.map_err(|error| who.failed(error))?).await
}

/// As [`show`], for the young person to whom it was written.
pub async fn show_own(who: SignedIn, path: LetterInPath) -> Result<Response, Failure> {
    let (course, step) = paths::letter_of(path).ok_or_else(|| who.failed(Failure::not_found()))?;
    let letter = make::own_letter(&who.app, &who.actor, course, step, who.now).await;
    answer(&who, letter.map_err(|error| who.failed(error))?).await
}

async fn answer(who: &SignedIn, letter: Letter) -> Result<Response, Failure> {
    let name = format!("inline; filename=\"{}-{}.pdf\"", word(letter.step.kind), letter.step.id);
    // Laying out a document takes a core for a while: not on the threads that answer requests.
    let made = tokio::task::spawn_blocking(move || pdf(&letter)).await;
    let made = made.map_err(|error| who.failed(Failure::internal(&error)))?;
    let bytes = made.map_err(|error| who.failed(Failure::internal(&error)))?;
    let bytes = bytes.ok_or_else(|| who.failed(Failure::not_found()))?;
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// As of the moment at which the step was recorded: a letter that is made again is the same.
fn pdf(letter: &Letter) -> Result<Option<Vec<u8>>, PrintError> {
    let goals: Vec<LetterGoal> = letter.goals.iter().map(goal).collect();
    let facts = LetterFacts {
        kind: letter.step.kind,
        answers: &letter.step.answers,
        day: letter.step.day,
        basis: letter.basis.as_ref(),
        earlier: letter.earlier.as_ref().map(|step| Earlier { kind: step.kind, day: step.day, answers: &step.answers }),
        municipality: &letter.municipality,
        citizen: &letter.citizen,
        address: &letter.address,
        case_number: &letter.case_number,
        signer: letter.signer.as_ref().map(|(name, role)| Signer { name, role: *role }),
        mentor: letter.mentor.as_deref(),
        goals: &goals,
        reassess_days: letter.reassess_days,
        outcome_months: letter.outcome_months,
    };
    letter_pdf(&facts, letter.step.at)
}

fn goal(goal: &make::Goal) -> LetterGoal {
    LetterGoal {
        title: goal.title.clone(),
        small_steps: goal.small_steps.clone(),
        low: goal.scale_low.clone(),
        high: goal.scale_high.clone(),
    }
}

/// The kind's word in the name of a file.
const fn word(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Grant | StepKind::Refusal | StepKind::Extension | StepKind::Change => "afgoerelse",
        StepKind::Hearing => "hoering",
        StepKind::Complaint => "klage",
        StepKind::Expectations => "aftale",
        StepKind::Closure => "afslutning",
        _ => "brev",
    }
}
