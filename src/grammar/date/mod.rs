//! Time expressions, read without a calendar.

use crate::calendar::{NaiveDate, Weekday};

/// A time expression as written: which day it means depends on an anchor that grammar does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeExpr {
    /// A whole date: "Feb. 27, 2025".
    Day(NaiveDate),
    /// A weekday: "Wednesday".
    Weekday(Weekday),
}

impl TimeExpr {
    /// The day, where the expression names one by itself.
    pub fn absolute_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Weekday(_) => None,
        }
    }

    /// The weekday that the words name, alone or beside a date.
    pub fn weekday(&self) -> Option<Weekday> {
        match self {
            Self::Weekday(weekday) => Some(*weekday),
            Self::Day(_) => None,
        }
    }
}
