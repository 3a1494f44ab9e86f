//! `mentorer`: mentors.

use lods_domain::mentors::Mentor;
use lods_domain::people::Gender;

use crate::extract::row::Row;
use crate::extract::rows::MentorRow;
use crate::extract::table::Column;
use crate::extract::written::Written;

const CODE: Column = Column::new(0, "MentorID").required();
const NAME: Column = Column::new(1, "Navn").required();
const UNIT: Column = Column::new(2, "Enhed").required();
const WEEKLY: Column = Column::new(3, "Ugentlige timer");
const GENDER: Column = Column::new(4, "Køn");
const COMPETENCES: Column = Column::new(5, "Kompetencer");
const INTERESTS: Column = Column::new(6, "Interesser");
const POSTCODE: Column = Column::new(7, "Postnr");

pub(crate) const COLUMNS: &[Column] = &[CODE, NAME, UNIT, WEEKLY, GENDER, COMPETENCES, INTERESTS, POSTCODE];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<MentorRow> {
    let mentor = Mentor {
        code: row.text(&CODE).to_owned(),
        name: row.text(&NAME).to_owned(),
        weekly: row.weekly_hours(&WEEKLY),
        gender: row.word(&GENDER, Gender::ALL, Gender::code),
        competences: row.list(&COMPETENCES),
        interests: row.list(&INTERESTS),
        postcode: row.text(&POSTCODE).to_owned(),
    };
    let unit = row.text(&UNIT);
    row.faultless()?;
    Some(MentorRow { unit: unit.to_owned(), mentor })
}

pub(crate) fn write(row: &MentorRow, fields: &mut Written) {
    fields.text(&row.mentor.code);
    fields.text(&row.mentor.name);
    fields.text(&row.unit);
    fields.hours(row.mentor.weekly);
    fields.text(row.mentor.gender.map_or("", Gender::code));
    fields.list(&row.mentor.competences);
    fields.list(&row.mentor.interests);
    fields.text(&row.mentor.postcode);
}
