//! Days, and how exactly they were written: grains, day intervals, TIMEX3, arithmetic through chrono.
//!
//! In: years, months, days and counts that the grammar read. Out: inclusive day intervals. What never happens here: a clock (chrono
//! is built without one), any look at text. chrono is used in this room only; later rooms use the names re-exported here.
//! Read [`Period`] first: a week, a month, a decade, with its days and its neighbours.

mod feast;
mod moon;
mod period;
pub mod timex;
mod unit;

pub use chrono::{Datelike, Days, Month, Months, NaiveDate, NaiveTime, Timelike, Weekday};

pub use feast::{Feast, easter, nth_weekday};
pub use period::{Period, Third, move_by, move_by_workdays};
pub use unit::{DayPart, Season, Unit, weekday_from_monday};

use crate::text::Name;

/// How exactly a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A clock time within a day.
    Time,
    /// A part of a day: morning, night.
    DayPart,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month or a third of one.
    Month,
    /// A quarter.
    Quarter,
    /// A season.
    Season,
    /// Half a year.
    Half,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
}

/// TIMEX3 `mod`: how the words bend the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mod {
    /// "early February".
    Start,
    /// "mid-February".
    Mid,
    /// "late February".
    End,
    /// "about three weeks".
    Approx,
    /// "before March".
    Before,
    /// "after March".
    After,
    /// "by March".
    OnOrBefore,
    /// "since March".
    OnOrAfter,
    /// "nearly two decades".
    LessThan,
    /// "more than a week".
    MoreThan,
    /// "at most a week".
    EqualOrLess,
    /// "at least a week".
    EqualOrMore,
}

/// Where seasons fall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hemisphere {
    /// Summer is June to August.
    #[default]
    Northern,
    /// Summer is December to February.
    Southern,
}

/// What a user can set about dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Where the articles' seasons fall.
    pub hemisphere: Hemisphere,
    /// Whether the day comes before the month in figures: "03/10/2025" is 3 October. `None`: as the language has it.
    pub day_first: Option<bool>,
}

/// An inclusive interval of days.
///
/// ```
/// use crosscheck::calendar::{DayInterval, NaiveDate};
/// let day = |d| NaiveDate::from_ymd_opt(2025, 3, d).unwrap();
/// let march = DayInterval::new(day(1), day(31)).unwrap();
/// assert!(march.contains(DayInterval::day(day(21))) && march.days() == 31);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayInterval {
    start: NaiveDate,
    end: NaiveDate,
}

impl DayInterval {
    /// From `start` to `end`, both included; `None` where the end comes first.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self { start: day, end: day }
    }

    /// The first day.
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    pub const fn end(self) -> NaiveDate {
        self.end
    }

    /// Number of days.
    pub fn days(self) -> i64 {
        (self.end - self.start).num_days() + 1
    }

    /// Whether `other` lies inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether a day lies in both.
    pub fn meets(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The numbers of its first and its last day, counted from the year 1: for whoever takes the gaps between many.
    pub fn numbers(self) -> (i32, i32) {
        (self.start.num_days_from_ce(), self.end.num_days_from_ce())
    }

    /// Days between the two, 0 where they meet.
    pub fn gap(self, other: Self) -> i64 {
        (other.start - self.end).num_days().max((self.start - other.end).num_days()).max(0)
    }
}

/// Twelve hours: what lies between "5" in the morning and in the afternoon.
pub const fn half_day() -> chrono::TimeDelta {
    chrono::TimeDelta::hours(12)
}

/// A date resolved, as far as it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The days; `None` where it stays open.
    pub days: Option<DayInterval>,
    /// How exactly it was written.
    pub grain: Option<Grain>,
    /// The TIMEX3 value: `2025-02-27`, `2024-FA`, `XXXX-WXX-3`, `P11D`.
    pub timex: Name,
    /// The TIMEX3 mod.
    pub modifier: Option<Mod>,
    /// The day from which it was counted, where it was.
    pub anchor: Option<NaiveDate>,
    /// The day that it is if day and month are the other way round, where nothing in the article tells.
    pub swapped: Option<NaiveDate>,
}
