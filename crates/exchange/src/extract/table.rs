//! The tables of the import format and how a column is described. Which columns a table has stands with its reader and
//! writer in `tables/`.

use super::tables;

/// A table of the import format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    Units,
    Prices,
    Mentors,
    People,
    Courses,
    TimeRecords,
    FollowUps,
    Goals,
    Scores,
    Supervisions,
    Consents,
    Postings,
    Budgets,
}

impl Table {
    /// In the order in which a table refers only to those before it.
    pub const ALL: [Table; 13] = [
        Table::Units,
        Table::Prices,
        Table::Mentors,
        Table::People,
        Table::Courses,
        Table::TimeRecords,
        Table::FollowUps,
        Table::Goals,
        Table::Scores,
        Table::Supervisions,
        Table::Consents,
        Table::Postings,
        Table::Budgets,
    ];

    /// The name of the table's file, without its ending.
    #[must_use]
    pub const fn stem(self) -> &'static str {
        match self {
            Table::Units => "enheder",
            Table::Prices => "priser",
            Table::Mentors => "mentorer",
            Table::People => "borgere",
            Table::Courses => "forloeb",
            Table::TimeRecords => "registreringer",
            Table::FollowUps => "opfoelgninger",
            Table::Goals => "maal",
            Table::Scores => "maalinger",
            Table::Supervisions => "supervision",
            Table::Consents => "samtykker",
            Table::Postings => "udgifter",
            Table::Budgets => "budget",
        }
    }

    /// The table's columns, in the order in which they are written.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Table::Units => tables::units::COLUMNS,
            Table::Prices => tables::prices::COLUMNS,
            Table::Mentors => tables::mentors::COLUMNS,
            Table::People => tables::people::COLUMNS,
            Table::Courses => tables::courses::COLUMNS,
            Table::TimeRecords => tables::time_records::COLUMNS,
            Table::FollowUps => tables::follow_ups::COLUMNS,
            Table::Goals => tables::goals::COLUMNS,
            Table::Scores => tables::scores::COLUMNS,
            Table::Supervisions => tables::supervisions::COLUMNS,
            Table::Consents => tables::consents::COLUMNS,
            Table::Postings => tables::postings::COLUMNS,
            Table::Budgets => tables::budgets::COLUMNS,
        }
    }
}

/// How a native cell of a spreadsheet is put as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Native {
    /// A number as it is, a date as a date.
    Plain,
    /// A date always with its time of day, midnight too.
    Time,
    /// A number with the leading zeros that the spreadsheet has lost, up to so many digits.
    Digits(usize),
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its place among the table's columns, from 0.
    pub at: usize,
    pub heading: &'static str,
    /// The column must be there and have a value in every row.
    pub required: bool,
    /// The column is ours and not of the format (docs/import-extensions.md): written only where it says something.
    pub extension: bool,
    pub native: Native,
}

impl Column {
    pub(crate) const fn new(at: usize, heading: &'static str) -> Column {
        Column { at, heading, required: false, extension: false, native: Native::Plain }
    }

    pub(crate) const fn required(mut self) -> Column {
        self.required = true;
        self
    }

    pub(crate) const fn extension(mut self) -> Column {
        self.extension = true;
        self
    }

    pub(crate) const fn native(mut self, native: Native) -> Column {
        self.native = native;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_stands_where_it_says() {
        for table in Table::ALL {
            for (at, column) in table.columns().iter().enumerate() {
                assert_eq!(column.at, at, "{table:?} {}", column.heading);
            }
            assert!(table.columns().is_sorted_by_key(|column| column.extension), "{table:?}: extensions come last");
        }
    }
}
