//! Concerns that wait in a demonstration. Nobody in them exists; the one number is a test number.

use lods_domain::concerns::Told;
use lods_domain::steps::{Answer, Answers, Choice, StepField};
use lods_domain::{Cpr, Moment};

use super::report::{Sent, by_anybody};
use crate::access::tokens::random_key;
use crate::{App, Result};

/// An invented concern.
struct Invented {
    name: &'static str,
    cpr: &'static str,
    days_ago: i64,
    seen_by: Choice,
    sign: Choice,
    trigger: Option<Choice>,
    voluntary: Choice,
    observed: &'static str,
    teller: &'static str,
}

const INVENTED: &[Invented] = &[
    Invented {
        name: "Frida Lundsgaard",
        cpr: "740608-4000",
        days_ago: 12,
        seen_by: Choice::School,
        sign: Choice::LessChance,
        trigger: Some(Choice::EndOfSchool),
        voluntary: Choice::Yes,
        observed: "Frida har været væk fra skolen tre dage om ugen siden februar. Hun siger selv, at hun ikke kan overskue det.",
        teller: "Klasselærer, 9. b",
    },
    Invented {
        name: "Frida Lundsgaard",
        cpr: "740608-4000",
        days_ago: 4,
        seen_by: Choice::Family,
        sign: Choice::MoreNeed,
        trigger: None,
        voluntary: Choice::Yes,
        observed: "Min niece bliver hjemme på sit værelse. Hun vil gerne have en at tale med, som ikke er familie.",
        teller: "",
    },
    Invented {
        name: "Malthe Bruun",
        cpr: "",
        days_ago: 8,
        seen_by: Choice::Guidance,
        sign: Choice::LessChance,
        trigger: Some(Choice::StudyStart),
        voluntary: Choice::Unknown,
        observed: "Malthe har meldt sig ud af to uddannelser på et år og svarer ikke på beskeder.",
        teller: "Ungevejleder",
    },
    Invented {
        name: "",
        cpr: "",
        days_ago: 2,
        seen_by: Choice::Family,
        sign: Choice::MoreRisk,
        trigger: None,
        voluntary: Choice::No,
        observed: "Min bror kører knallert uden hjelm om natten og skændes med alle. Han siger nej til hjælp.",
        teller: "",
    },
];

/// Tells of the invented ones, and of one who is known already.
pub async fn report(app: &App, known: Option<Cpr>, now: Moment) -> Result<()> {
    for invented in INVENTED {
        tell(app, &told(app, invented, now), now).await?;
    }
    if let (Some(cpr), Some(invented)) = (known, INVENTED.first()) {
        let again = Invented { name: "", days_ago: 6, observed: SEEN_AGAIN, seen_by: Choice::Police, ..*invented };
        tell(app, &Told { cpr: Some(cpr), ..told(app, &again, now) }, now).await?;
    }
    Ok(())
}

const SEEN_AGAIN: &str = "Vi har mødt den unge tre gange på banegården om natten.";

fn told(app: &App, invented: &Invented, now: Moment) -> Told {
    let mut answers = Answers::default();
    answers.set(StepField::NeedOn, Answer::Day(app.today(now).plus_days(-invented.days_ago)));
    answers.set(StepField::SeenBy, Answer::One(invented.seen_by));
    answers.set(StepField::Signs, Answer::Many(vec![invented.sign]));
    answers.set(StepField::Observed, Answer::Text(invented.observed.to_owned()));
    answers.set(StepField::Voluntary, Answer::One(invented.voluntary));
    if let Some(trigger) = invented.trigger {
        answers.set(StepField::Trigger, Answer::One(trigger));
    }
    Told {
        name: invented.name.to_owned(),
        cpr: Cpr::parse(invented.cpr).ok(),
        contact: if invented.name.is_empty() { "Tlf. 00 00 00 00".to_owned() } else { String::new() },
        answers,
        teller: invented.teller.to_owned(),
        ..Told::default()
    }
}

async fn tell(app: &App, told: &Told, now: Moment) -> Result<()> {
    // The demonstration's are the form's own: whatever it says of them, none is written twice.
    by_anybody(app, "", Sent { key: &random_key()?, told }, now).await.map(drop)
}
