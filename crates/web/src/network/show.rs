//! The map as a drawing and as a table that say the same, and how family and network take part.

use askama::Template;
use axum::response::Html;
use lods_app::steps::network::{self, NetworkMap};
use lods_domain::steps::network::Person;
use lods_domain::steps::{Choice, StepKind};
use lods_i18n::Texts;
use lods_reports::chart::{Network, Placed, Ring, Tie};

use crate::page::{Nav, Page};
use crate::{Failure, SignedIn, paths};

/// A person in the table.
pub struct Row {
    pub number: String,
    pub who: String,
    pub relation: &'static str,
    pub closeness: &'static str,
    pub tie: &'static str,
    pub tie_class: &'static str,
    pub helps_with: String,
    pub involvement: &'static str,
    pub agreed: &'static str,
    pub lacks_agreement: bool,
    /// Where the person is taken off the map, if the reader may.
    pub take_back: Option<String>,
}

#[derive(Template)]
#[template(path = "network/show.html")]
pub struct NetworkPage {
    pub page: Page,
    pub back: String,
    pub who: String,
    /// Where somebody is put on the map, if the reader may.
    pub add: Option<String>,
    /// An `<svg>` element, made by us: every text in it is escaped. `None` where nobody is on the map.
    pub drawing: Option<String>,
    pub rows: Vec<Row>,
    /// Who takes part without the young person having agreed.
    pub lacking: i64,
    pub may_take_back: bool,
}

pub async fn show(who: SignedIn, course: paths::InPath) -> Result<Html<String>, Failure> {
    let id = paths::course_of(course).ok_or_else(|| who.failed(Failure::not_found()))?;
    let map = network::show(&who.app, &who.actor, id, who.now).await.map_err(|error| who.failed(error))?;
    let shown = view(&who, &map).map_err(|error| who.failed(error))?;
    Ok(Html(shown.render().map_err(|error| who.failed(error))?))
}

fn view(who: &SignedIn, map: &NetworkMap) -> Result<NetworkPage, askama::Error> {
    let (t, course) = (who.t, &map.course);
    let rows: Vec<Row> = (1..).zip(&map.persons).map(|(number, person)| row(t, map, number, person)).collect();
    let drawing = (!rows.is_empty()).then(|| drawing(t, &map.persons, &rows).svg(t)).transpose()?;
    let lacking = map.persons.iter().filter(|person| person.lacks_agreement()).count();
    Ok(NetworkPage {
        page: who.page(Nav::Courses, t.network_title(course.case_number())),
        back: paths::course(course.id()),
        who: t.notes_lead(&course.name().unwrap_or_default(), course.case_number()),
        add: map.may_add.then(|| paths::step(course.id(), StepKind::NetworkPerson)),
        drawing,
        rows,
        lacking: i64::try_from(lacking).unwrap_or(i64::MAX),
        may_take_back: map.may_take_back,
    })
}

fn row(t: Texts, map: &NetworkMap, number: i64, person: &Person) -> Row {
    let agreed = match (person.agreed, person.lacks_agreement()) {
        (true, _) => t.network_agreed_yes(),
        (false, true) => t.network_agreed_missing(),
        (false, false) => t.network_agreed_no(),
    };
    Row {
        number: t.whole(number),
        who: person.name.clone().unwrap_or_else(|| t.network_unnamed().to_owned()),
        relation: t.choice(person.relation),
        closeness: t.choice(person.closeness),
        tie: t.choice(person.tie),
        tie_class: if person.tie == Choice::Conflict { "lods-tag-late" } else { "lods-tag-quiet" },
        helps_with: person.helps_with.clone().unwrap_or_else(|| t.none().to_owned()),
        involvement: t.choice(person.involvement),
        agreed,
        lacks_agreement: person.lacks_agreement(),
        take_back: map.may_take_back.then(|| paths::step_undo(map.course.id(), person.step)),
    }
}

fn drawing(t: Texts, persons: &[Person], rows: &[Row]) -> Network {
    let said = |row: &Row| {
        let who = format!("{}, {}", row.relation, row.who);
        t.network_desc_person(&row.number, &who, &row.closeness.to_lowercase(), &row.tie.to_lowercase())
    };
    let count = t.network_desc_count(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    Network {
        id: "network-map".to_owned(),
        title: t.network_drawing_title().to_owned(),
        desc: [count].into_iter().chain(rows.iter().map(said)).collect::<Vec<_>>().join(" "),
        persons: persons.iter().map(|person| placed(t, person)).collect(),
        ties: [Choice::Strong, Choice::Weak, Choice::Conflict].map(|tie| t.choice(tie).to_owned()),
    }
}

fn placed(t: Texts, person: &Person) -> Placed {
    Placed {
        sector: t.choice(person.relation).to_owned(),
        ring: match person.closeness {
            Choice::Near => Ring::Near,
            Choice::Middle => Ring::Middle,
            _ => Ring::Far,
        },
        tie: match person.tie {
            Choice::Strong => Tie::Strong,
            Choice::Conflict => Tie::Conflict,
            _ => Tie::Weak,
        },
    }
}
