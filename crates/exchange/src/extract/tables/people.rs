//! `borgere`: citizens.

use lods_domain::people::Gender;

use crate::extract::row::Row;
use crate::extract::rows::PersonRow;
use crate::extract::table::{Column, Native};
use crate::extract::written::Written;

const CPR: Column = Column::new(0, "CPR").required().native(Native::Digits(10));
const GIVEN_NAME: Column = Column::new(1, "Fornavn").required();
const FAMILY_NAME: Column = Column::new(2, "Efternavn").required();
const ADDRESS: Column = Column::new(3, "Adresse");
const POSTCODE: Column = Column::new(4, "Postnr");
const CITY: Column = Column::new(5, "By");
const PHONE: Column = Column::new(6, "Telefon");
const EMAIL: Column = Column::new(7, "E-mail");
const GENDER: Column = Column::new(8, "Køn");
const INTERESTS: Column = Column::new(9, "Interesser");
const NEEDS: Column = Column::new(10, "Behov");
const PROTECTED: Column = Column::new(11, "Adressebeskyttelse");

pub(crate) const COLUMNS: &[Column] =
    &[CPR, GIVEN_NAME, FAMILY_NAME, ADDRESS, POSTCODE, CITY, PHONE, EMAIL, GENDER, INTERESTS, NEEDS, PROTECTED];

pub(crate) fn read(row: &mut Row<'_, '_>) -> Option<PersonRow> {
    let cpr = row.cpr(&CPR);
    let given_name = row.text(&GIVEN_NAME).to_owned();
    let family_name = row.text(&FAMILY_NAME).to_owned();
    let gender = row.word(&GENDER, Gender::ALL, Gender::code);
    let address_protected = row.yes_or_no(&PROTECTED).unwrap_or(false);
    let address = row.text(&ADDRESS).to_owned();
    let postcode = row.text(&POSTCODE).to_owned();
    let city = row.text(&CITY).to_owned();
    let phone = row.text(&PHONE).to_owned();
    let email = row.text(&EMAIL).to_owned();
    let interests = row.list(&INTERESTS);
    let needs = row.list(&NEEDS);
    row.faultless()?;
    Some(PersonRow {
        cpr: cpr?,
        given_name,
        family_name,
        address,
        postcode,
        city,
        phone,
        email,
        gender,
        interests,
        needs,
        address_protected,
    })
}

pub(crate) fn write(person: &PersonRow, fields: &mut Written) {
    fields.cpr(person.cpr);
    fields.text(&person.given_name);
    fields.text(&person.family_name);
    fields.text(&person.address);
    fields.text(&person.postcode);
    fields.text(&person.city);
    fields.text(&person.phone);
    fields.text(&person.email);
    fields.text(person.gender.map_or("", Gender::code));
    fields.list(&person.interests);
    fields.list(&person.needs);
    fields.yes_or_no(Some(person.address_protected));
}
