//! An insight in a form that a machine reads: one list for each table, one object for each row, named as in the database.
//! What is left out is told by codes (`LeftOut`), too: the PDF of the same insight says it in words.

use lods_domain::people::insight::{Held, HeldTable, Insight};
use lods_domain::time::Clockface;
use serde_json::{Map, Value, json};

/// The insight as JSON text. Days are ISO 8601, moments too, as the clock in Denmark shows them.
#[must_use]
pub fn json(insight: &Insight, clock: &Clockface) -> String {
    let tables: Map<String, Value> =
        insight.tables.iter().map(|table| (table.name.to_owned(), rows(table, clock))).collect();
    let whole = json!({
        "made_at": clock.local(insight.made_at).to_string(),
        "municipality": insight.municipality,
        "courses_beyond": insight.courses_beyond,
        "left_out": insight.left_out.iter().map(|left_out| left_out.code()).collect::<Vec<_>>(),
        "tables": tables,
    });
    format!("{whole:#}\n")
}

fn rows(table: &HeldTable, clock: &Clockface) -> Value {
    let row = |row: &Vec<Held>| {
        let named = table.columns.iter().zip(row);
        let object: Map<String, Value> =
            named.map(|(column, held)| ((*column).to_owned(), value(held, clock))).collect();
        Value::Object(object)
    };
    table.rows.iter().map(row).collect()
}

fn value(held: &Held, clock: &Clockface) -> Value {
    match held {
        Held::Nothing => Value::Null,
        Held::Text(text) | Held::Code(text) => json!(text),
        Held::Cpr(cpr) => json!(cpr.reveal()),
        Held::Day(day) => json!(day.to_string()),
        Held::Moment(moment) => json!(clock.local(*moment).to_string()),
        Held::Minutes(minutes) => json!(minutes.get()),
        Held::Number(number) | Held::Tenths(number) | Held::Hectometres(number) => json!(number),
        Held::YesNo(yes) => json!(yes),
        Held::Gender(gender) => json!(gender.code()),
        Held::Decision(decision) => json!(decision.code()),
        Held::EndKind(kind) => json!(kind.code()),
        Held::GoalKind(kind) => json!(kind.code()),
        Held::Form(form) => json!(form.code()),
        Held::Outcome(outcome) => json!(outcome.code()),
        Held::Field(field) => json!(field.code()),
        Held::Purpose(purpose) => json!(purpose.code()),
        Held::What(what) => json!(what.code()),
        Held::Visibility(visibility) => json!(visibility.code()),
        Held::Class(class) => json!(class.code()),
        Held::Kinds(kinds) => kinds.iter().map(|kind| json!(kind.code())).collect(),
        Held::GivenHow(how) => json!(how.code()),
        Held::Correctable(field) => json!(field.code()),
        Held::Step(kind) => json!(kind.code()),
        Held::Answers(_, answers) => answered(&answers.kept()),
        Held::Recommendation(recommendation) => json!(recommendation.code()),
        Held::Cause(cause) => json!(cause.code()),
        Held::Told(told) => answered(&told.kept()),
    }
}

/// One text for each field; a list where several were chosen.
fn answered(kept: &str) -> Value {
    let mut fields: Map<String, Value> = serde_json::from_str(kept).unwrap_or_default();
    for texts in fields.values_mut() {
        let only = texts.as_array_mut().filter(|texts| texts.len() == 1).and_then(Vec::pop);
        if let Some(text) = only {
            *texts = text;
        }
    }
    Value::Object(fields)
}
