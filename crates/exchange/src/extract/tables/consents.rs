//! `samtykker`: consents to sharing with a department. The last three columns are extensions.

use lods_domain::sharing::{GivenHow, Kind};

use crate::extract::row::Row;
use crate::extract::rows::{ConsentDetails, ConsentRow};
use crate::extract::table::{Column, Native};
use crate::extract::written::Written;

const CPR: Column = Column::new(0, "CPR").required().native(Native::Digits(10));
const GIVEN: Column = Column::new(1, "Givet").required();
const WITHDRAWN: Column = Column::new(2, "Tilbagekaldt");
const RECIPIENT: Column = Column::new(3, "Til").required();
const PURPOSE: Column = Column::new(4, "Formål");
const KINDS: Column = Column::new(5, "Oplysninger").extension();
const HOW: Column = Column::new(6, "Måde").extension();
const VALID_TO: Column = Column::new(7, "Gyldigt til").extension();

pub(crate) const COLUMNS: &[Column] = &[CPR, GIVEN, WITHDRAWN, RECIPIENT, PURPOSE, KINDS, HOW, VALID_TO];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<ConsentRow> {
    let cpr = row.cpr(&CPR);
    let given_on = row.day(&GIVEN);
    let withdrawn_on = row.day(&WITHDRAWN);
    let recipient = row.text(&RECIPIENT).to_owned();
    let purpose = row.text(&PURPOSE).to_owned();
    let details = ConsentDetails {
        kinds: if row.has(&KINDS) { row.words(&KINDS, Kind::ALL, kind_word) } else { None },
        given_how: row.has(&HOW).then(|| row.word(&HOW, GivenHow::ALL, how_word)),
        valid_to: row.has(&VALID_TO).then(|| row.day(&VALID_TO)),
    };
    row.faultless()?;
    Some(ConsentRow { cpr: cpr?, given_on: given_on?, withdrawn_on, recipient, purpose, details })
}

/// The format speaks Danish.
const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Contact => "kontakt",
        Kind::Schooling => "skolegang",
        Kind::Employment => "beskæftigelse",
        Kind::Health => "helbred",
        Kind::Family => "familie",
        Kind::Offences => "strafbare forhold",
        Kind::Course => "forløb",
    }
}

const fn how_word(how: GivenHow) -> &'static str {
    match how {
        GivenHow::InWriting => "skriftligt",
        GivenHow::Orally => "mundtligt",
        GivenHow::Digitally => "digitalt",
    }
}

pub(crate) fn write(row: &ConsentRow, fields: &mut Written) {
    fields.cpr(row.cpr);
    fields.day(Some(row.given_on));
    fields.day(row.withdrawn_on);
    fields.text(&row.recipient);
    fields.text(&row.purpose);
    let ConsentDetails { kinds, given_how, valid_to } = &row.details;
    let kinds: Vec<&str> = kinds.iter().flatten().map(|kind| kind_word(*kind)).collect();
    fields.text(&kinds.join(","));
    fields.text(given_how.flatten().map_or("", how_word));
    fields.day(valid_to.flatten());
}
