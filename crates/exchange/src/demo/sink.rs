//! Where the rows go, and how many there were of each kind.

use crate::extract::rows::{
    BudgetRow, ConsentRow, CourseRow, FollowUpRow, GoalRow, MentorRow, PersonRow, PostingRow, PriceRow, ScoreRow,
    SupervisionRow, TimeRecordRow, UnitRow,
};

/// How many rows of each table were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    pub units: u64,
    pub prices: u64,
    pub mentors: u64,
    pub people: u64,
    pub courses: u64,
    pub goals: u64,
    pub supervisions: u64,
    pub consents: u64,
    pub postings: u64,
    pub budgets: u64,
    pub follow_ups: u64,
    pub scores: u64,
    pub time_records: u64,
}

macro_rules! sink {
    ($($(#[$doc:meta])* $method:ident($row:ty) counts $field:ident),+ $(,)?) => {
        /// Takes the rows, one at a time. Rows of different tables come in the order of the methods, except that
        /// follow-ups, scores and time records of one course come before those of the next.
        pub trait Sink {
            type Error;
            $($(#[$doc])* fn $method(&mut self, row: &$row) -> Result<(), Self::Error>;)+
        }

        impl<S: Sink> Counted<'_, S> {
            $(pub(super) fn $method(&mut self, row: &$row) -> Result<(), S::Error> {
                self.summary.$field += 1;
                self.sink.$method(row)
            })+
        }
    };
}

sink! {
    unit(UnitRow) counts units,
    price(PriceRow) counts prices,
    mentor(MentorRow) counts mentors,
    supervision(SupervisionRow) counts supervisions,
    person(PersonRow) counts people,
    course(CourseRow) counts courses,
    goal(GoalRow) counts goals,
    consent(ConsentRow) counts consents,
    follow_up(FollowUpRow<'_>) counts follow_ups,
    score(ScoreRow<'_>) counts scores,
    time_record(TimeRecordRow<'_>) counts time_records,
    posting(PostingRow) counts postings,
    budget(BudgetRow) counts budgets,
}

/// A sink that is counted.
pub(super) struct Counted<'a, S> {
    sink: &'a mut S,
    pub(super) summary: Summary,
}

impl<'a, S: Sink> Counted<'a, S> {
    pub(super) fn new(sink: &'a mut S) -> Counted<'a, S> {
        Counted { sink, summary: Summary::default() }
    }
}
