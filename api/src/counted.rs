//! Rows as statistics see them: what a number adds up is the list behind it.
//!
//! Each feature offers its own rows so (`counted.rs` beside its `store`), under its reader's right, with everything that
//! never counts left out: cancelled, withdrawn, merged and erased rows. Which of them make up a number is said by the
//! catalogue of `features/reports`.

use chrono::NaiveDate;

use crate::calendar;
use crate::db::types::{Id, Instant};

/// A row, what it is (marks) and how much it weighs (amounts).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub id: Id,
    /// Whose row it is, where the row itself is nothing that one opens: the child of a gift.
    pub of: Option<Id>,
    /// Words by dimension; a row may have several of one dimension (a child in two groups).
    pub marks: Vec<(&'static str, String)>,
    pub amounts: Vec<(&'static str, i64)>,
}

impl Counted {
    pub fn new(id: Id) -> Self {
        Self { id, of: None, marks: Vec::new(), amounts: Vec::new() }
    }

    pub fn of(mut self, owner: Id) -> Self {
        self.of = Some(owner);
        self
    }

    pub fn mark(mut self, dimension: &'static str, word: impl ToString) -> Self {
        self.marks.push((dimension, word.to_string()));
        self
    }

    /// Marks the row when it is so.
    pub fn flag(self, dimension: &'static str, is_so: bool) -> Self {
        if is_so { self.mark(dimension, "yes") } else { self }
    }

    /// The id of a unit, where there is one.
    pub fn unit(self, dimension: &'static str, unit: Option<&Id>) -> Self {
        match unit {
            Some(unit) => self.mark(dimension, unit),
            None => self,
        }
    }

    pub fn amount(mut self, name: &'static str, value: i64) -> Self {
        self.amounts.push((name, value));
        self
    }

    pub fn has(&self, dimension: &str, word: &str) -> bool {
        self.marks.iter().any(|(known, value)| *known == dimension && value == word)
    }

    pub fn words<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a str> {
        self.marks.iter().filter(move |(known, _)| *known == dimension).map(|(_, word)| word.as_str())
    }

    /// The amount of that name; nothing is zero.
    pub fn weight(&self, name: &str) -> i64 {
        self.amounts.iter().filter(|(known, _)| *known == name).map(|(_, value)| value).sum()
    }
}

/// The days that are counted, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Period {
    /// The first and the last moment, in the ward's time.
    pub fn instants(self) -> (Instant, Instant) {
        (Instant::new(calendar::start_of_ward_day(self.from)), Instant::new(calendar::end_of_ward_day(self.to)))
    }

    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}
