//! An insight as a printed document, in Danish.

use lods_domain::concerns::Told;
use lods_domain::goals::Score;
use lods_domain::people::insight::{Held, HeldTable, Insight};
use lods_domain::steps::{Answers, Asked, Input, Need, StepField, StepKind, form};
use lods_domain::time::Clockface;
use lods_domain::{Cpr, Moment};
use lods_i18n::{Lang, Texts};
use lods_print::{Document, Part, PrintError, pdf};

/// Rows of one table on paper: the newest; the file for machines has all.
const ROWS: usize = 1_000;

/// The insight as PDF.
///
/// # Errors
/// As `lods_print::pdf`: faults of this program, or a moment beyond the year 9999.
pub fn insight_pdf(insight: &Insight, clock: &Clockface) -> Result<Vec<u8>, PrintError> {
    pdf(&document(insight, clock), insight.made_at.epoch())
}

/// The insight as a document: a section for each table; a table of one row as facts.
#[must_use]
pub fn document(insight: &Insight, clock: &Clockface) -> Document {
    let t = Texts::new(Lang::Da);
    let mut parts = vec![Part::Text(t.insight_text().to_owned())];
    if insight.courses_beyond > 0 {
        parts.push(Part::Note(t.insight_beyond(insight.courses_beyond)));
    }
    for table in &insight.tables {
        parts.push(Part::Heading(t.held_table(table.name).unwrap_or(table.name).to_owned()));
        parts.extend(table_parts(t, table, clock));
    }
    parts.push(Part::Heading(t.insight_left_out().to_owned()));
    parts.extend(insight.left_out.iter().map(|left_out| Part::Text(t.left_out(*left_out).to_owned())));
    parts.push(Part::Note(t.insight_rights().to_owned()));
    Document {
        lang: Lang::Da.code(),
        title: t.insight_title(&insight.name),
        subtitle: insight.municipality.clone(),
        issued: t.insight_issued(&moment(t, insight.made_at, clock)),
        footer: t.insight_footer().to_owned(),
        parts,
    }
}

fn table_parts(t: Texts, table: &HeldTable, clock: &Clockface) -> Vec<Part> {
    let cell = |held: &Held| said(t, held, clock);
    let head = |column: &&'static str| t.held_column(table.name, column).unwrap_or(column).to_owned();
    if table.rows.iter().flatten().any(|held| matches!(held, Held::Answers(..) | Held::Told(_))) {
        return answered_parts(t, table, clock);
    }
    if let [row] = table.rows.as_slice() {
        let facts = table.columns.iter().zip(row).filter(|(_, held)| **held != Held::Nothing);
        return vec![Part::Facts(facts.map(|(column, held)| (head(column), cell(held))).collect())];
    }
    let beyond = table.rows.len().saturating_sub(ROWS);
    let rows = table.rows.iter().skip(beyond).map(|row| row.iter().map(cell).collect()).collect();
    let head = table.columns.iter().map(head).collect();
    let caption = t.held_rows(i64::try_from(table.rows.len()).unwrap_or(i64::MAX));
    let mut parts = vec![Part::Table { caption, head, rows }];
    if beyond > 0 {
        parts.push(Part::Note(t.insight_rows_beyond(i64::try_from(beyond).unwrap_or(i64::MAX))));
    }
    parts
}

/// Rows that hold answers: each its own list of question and answer.
fn answered_parts(t: Texts, table: &HeldTable, clock: &Clockface) -> Vec<Part> {
    let beyond = table.rows.len().saturating_sub(ROWS);
    let facts = |row: &Vec<Held>| {
        let filled =
            table.columns.iter().zip(row).filter(|(_, held)| !matches!(held, Held::Nothing | Held::YesNo(false)));
        let pairs = filled.flat_map(|(column, held)| match held {
            Held::Answers(kind, answers) => answered(t, *kind, answers),
            Held::Told(told) => self::told(t, told),
            held => {
                let head = t.held_column(table.name, column).unwrap_or(column).to_owned();
                vec![(head, said(t, held, clock))]
            }
        });
        Part::Facts(pairs.collect())
    };
    let mut parts: Vec<Part> = table.rows.iter().skip(beyond).map(facts).collect();
    if beyond > 0 {
        parts.push(Part::Note(t.insight_rows_beyond(i64::try_from(beyond).unwrap_or(i64::MAX))));
    }
    parts
}

/// Question and answer. What the form asks for no longer was read as a text.
fn answered(t: Texts, kind: StepKind, answers: &Answers) -> Vec<(String, String)> {
    let asked = |field: StepField| {
        let asked = form(kind).iter().find(|asked| asked.field == field).copied();
        asked.unwrap_or(Asked { field, input: Input::Text, need: Need::Optional, when: None })
    };
    // The day is a column of its own.
    let told = answers.all(kind).filter(|(field, _)| *field != StepField::On);
    told.map(|(field, answer)| (t.step_field(kind, field).to_owned(), t.answer(kind, &asked(field), answer))).collect()
}

fn told(t: Texts, told: &Told) -> Vec<(String, String)> {
    let rest = [
        (t.concern_name(), told.name.clone()),
        (t.concern_cpr(), told.cpr.map(hyphened).unwrap_or_default()),
        (t.concern_born(), told.born.map(|born| t.date(born)).unwrap_or_default()),
        (t.concern_contact(), told.contact.clone()),
        (t.concern_knows(), told.knows.map(|knows| t.concern_yes_or_no(knows).to_owned()).unwrap_or_default()),
        (t.held_told_by(), told.teller.clone()),
    ];
    let mut pairs: Vec<(String, String)> = rest.into_iter().map(|(head, text)| (head.to_owned(), text)).collect();
    pairs.retain(|(_, text)| !text.is_empty());
    pairs.extend(answered(t, StepKind::Concern, &told.answers));
    pairs
}

fn moment(t: Texts, moment: Moment, clock: &Clockface) -> String {
    let local = clock.local(moment);
    t.date_and_time(clock.day(moment), local.hour(), local.minute())
}

/// `010190-1234`: the document is of the person and for the person.
fn hyphened(cpr: Cpr) -> String {
    let digits = cpr.reveal();
    digits.split_at_checked(6).map_or_else(|| digits.clone(), |(day, number)| format!("{day}-{number}"))
}

fn said(t: Texts, held: &Held, clock: &Clockface) -> String {
    match held {
        Held::Nothing => String::new(),
        Held::Text(text) => text.clone(),
        Held::Code(code) => t.held_code(code).unwrap_or(code).to_owned(),
        Held::Cpr(cpr) => hyphened(*cpr),
        Held::Day(day) => t.date(*day),
        Held::Moment(at) => moment(t, *at, clock),
        Held::Minutes(minutes) => t.hours_and_minutes(*minutes),
        Held::Number(number) => t.whole(*number),
        Held::Tenths(tenths) => Score::from_tenths(*tenths).map(|score| t.score(score)).unwrap_or_default(),
        Held::Hectometres(hectometres) => t.kilometres(*hectometres),
        Held::YesNo(true) => t.yes().to_owned(),
        Held::YesNo(false) => t.no().to_owned(),
        Held::Gender(gender) => t.gender(*gender).to_owned(),
        Held::Decision(decision) => t.decision(Some(*decision)).to_owned(),
        Held::EndKind(kind) => t.end_kind(*kind).to_owned(),
        Held::GoalKind(kind) => t.goal_kind(*kind).to_owned(),
        Held::Form(form) => t.session_form(*form).to_owned(),
        Held::Outcome(outcome) => t.session_outcome(*outcome).to_owned(),
        Held::Field(field) => t.own_share(*field).to_owned(),
        Held::Purpose(purpose) => t.purpose(*purpose).to_owned(),
        Held::What(what) => t.what(*what).to_owned(),
        Held::Visibility(visibility) => t.insight_visibility(*visibility).to_owned(),
        Held::Class(class) => t.insight_class(*class).to_owned(),
        Held::Kinds(kinds) => kinds.iter().map(|kind| t.insight_kind(*kind)).collect::<Vec<_>>().join(", "),
        Held::GivenHow(how) => t.insight_given_how(*how).to_owned(),
        Held::Correctable(field) => t.correctable(*field).to_owned(),
        Held::Step(kind) => t.step(*kind).to_owned(),
        Held::Answers(kind, answers) => lines(answered(t, *kind, answers)),
        Held::Recommendation(recommendation) => t.recommendation_name(*recommendation).to_owned(),
        Held::Cause(cause) => t.departure_cause(*cause).to_owned(),
        Held::Told(of) => lines(told(t, of)),
    }
}

fn lines(pairs: Vec<(String, String)>) -> String {
    pairs.into_iter().map(|(head, text)| format!("{head} {text}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use lods_domain::access::Field;
    use lods_domain::ids::PersonId;
    use lods_domain::people::Gender;
    use lods_domain::people::insight::LeftOut;
    use lods_domain::sessions::{SessionForm, SessionOutcome};
    use lods_domain::steps::{Answer, Choice};

    use super::*;

    fn table(name: &'static str, columns: &[&'static str], rows: &[Vec<Held>]) -> HeldTable {
        HeldTable { name, columns: columns.to_vec(), rows: rows.to_vec() }
    }

    fn steps() -> HeldTable {
        let mut answers = Answers::default();
        let day = |text: &str| Answer::Day(text.parse().unwrap());
        answers.set(StepField::On, day("2026-02-02"));
        answers.set(StepField::Mentor, Answer::Text("Frode Lindholm".to_owned()));
        answers.set(StepField::MatchBasis, Answer::Many(vec![Choice::Competence, Choice::YoungSay]));
        answers.set(StepField::Note, Answer::Text("Åse vil gerne ud at gå".to_owned()));
        let of_match = vec![Held::Step(StepKind::Match), Held::Answers(StepKind::Match, answers), Held::YesNo(true)];
        let mut answers = Answers::default();
        answers.set(StepField::NextOn, day("2026-03-01"));
        let paused = vec![Held::Step(StepKind::Pause), Held::Answers(StepKind::Pause, answers), Held::YesNo(false)];
        table("course_steps", &["kind", "answers", "undone_by"], &[of_match, paused])
    }

    fn told_by_school() -> Told {
        let mut answers = Answers::default();
        answers.set(StepField::SeenBy, Answer::One(Choice::School));
        answers.set(StepField::Observed, Answer::Text("Kommer ikke i skole".to_owned()));
        let (name, teller) = ("Åse".to_owned(), "Klasselærer, 9. b".to_owned());
        Told { name, teller, knows: Some(Choice::Yes), answers, ..Told::default() }
    }

    fn insight() -> Insight {
        let cpr = Cpr::parse("670190-1234").unwrap();
        let person = vec![Held::Cpr(cpr), Held::Gender(Gender::Female), Held::Nothing];
        let session = |hectometres| {
            let outcome = Held::Outcome(SessionOutcome::ClosedDoor);
            vec![Held::Form(SessionForm::HomeVisit), outcome, Held::Hectometres(hectometres)]
        };
        Insight {
            person: PersonId(1),
            name: "Åse Zachariassen".to_owned(),
            municipality: "Lodsby".to_owned(),
            made_at: Moment::from_epoch(1_760_000_000),
            tables: vec![
                table("people", &["cpr", "gender", "email"], &[person]),
                table("sessions", &["form", "outcome", "hectometres"], &[session(495), session(7)]),
                table("network_shares", &["field"], &[vec![Held::Field(Field::Goals)]]),
                table("users", &["language"], &[vec![Held::Code("da".to_owned())]]),
                steps(),
                table("concern_reports", &["told"], &[vec![Held::Told(Box::new(told_by_school()))]]),
            ],
            courses_beyond: 0,
            left_out: LeftOut::ALL.to_vec(),
        }
    }

    #[test]
    fn an_insight_says_words_and_each_heading_once() {
        let document = document(&insight(), &Clockface::copenhagen().unwrap());
        let text = format!("{:?}", document.parts);
        let words = [
            "670190-1234",
            "Kvinde",
            "Hjemmebesøg",
            "Lukket dør",
            "49,5 km",
            "0,7 km",
            "Mine mål",
            "Dansk",
            "2 linjer",
            "Frode Lindholm",
            "Åse vil gerne ud at gå",
            "1. marts 2026",
            "Taget tilbage",
            "Klasselærer, 9. b",
            "Kommer ikke i skole",
        ];
        for there in words {
            assert!(text.contains(there), "{there}: {text}");
        }
        for code in [
            "hjemmebesøg",
            "goals",
            "sessions",
            "hectometres",
            "E-mail",
            "competence",
            "match-basis",
            "seen-by",
            "2026-03-01",
        ] {
            assert!(!text.contains(code), "{code}: {text}");
        }
        assert_eq!(text.matches("Møder med mentor").count(), 1);
        assert_eq!(text.matches("C-579/21").count(), 1, "what is left out is told");
        let pdf = insight_pdf(&insight(), &Clockface::copenhagen().unwrap()).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        if let Ok(p) = std::env::var("PDFOUT") {
            std::fs::write(p, &pdf).unwrap();
        }
    }
}
