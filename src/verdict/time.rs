//! How the times of two claims relate: by what they hold for, or by when they were reported.
//!
//! In: the moments of two claims, and how their fact is counted. Out: a [`Time`] and what the table makes of it. What never happens
//! here: a look at figures.

use super::table::When;
use super::{Relation, Time};
use crate::article::{Article, Basis};
use crate::calendar::{DayInterval, Days, NaiveDate, NaiveTime};
use crate::claim::{AsOfBasis, Claim, Field};
use crate::value::{Decimal, Value};

/// Days after an event within which its toll is still being counted: three, the time that most tolls take to settle.
pub const SETTLES_AFTER: u64 = 3;

/// When a claim held and when it was reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The days for which it is told.
    pub as_of: Option<DayInterval>,
    /// The day of the report; `None` where the article's date is not known or doubted.
    pub report: Option<NaiveDate>,
    /// The time of the report.
    pub hour: Option<NaiveTime>,
    /// The claim's own words say that the figure changed: "rose to 41".
    pub changed: bool,
}

impl Moment {
    /// The moment of a claim in its article: what a dated post or photo tells, it told on its own day.
    pub fn of(claim: &Claim, article: &Article) -> Self {
        let published = article.published.as_ref().filter(|published| published.doubt.is_none() && published.basis != Basis::Story);
        let day = published.map(|published| published.date);
        let posted = if claim.field == Field::Text { article.day_of_post(claim.span.start) } else { None };
        let report = posted.or(day);
        // What another sentence dates is the event; how many it befell is told as of the report.
        Self {
            as_of: claim
                .as_of
                .and_then(|as_of| if as_of.basis == AsOfBasis::Event { report.map(DayInterval::day) } else { Some(as_of.days) }),
            report,
            hour: published.filter(|_| report == day).and_then(|published| published.time),
            changed: claim.value.as_ref().is_some_and(|value| value.direction.is_some()),
        }
    }
}

/// What orders the claims of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// What a figure holds for: totals, what stands now, money, rates.
    AsOf,
    /// The report: the toll of one event is counted until it settles. The day of the event, where it is known.
    Report(Option<NaiveDate>),
    /// The report, without end: the date of an event that lies ahead can be moved.
    Ahead,
    /// The report: an age grows with the years, and with nothing else.
    Age,
    /// Nothing: the date of an event that happened does not change with time.
    Never,
}

/// How the times of two claims relate, seen from the first.
pub fn between(one: Moment, other: Moment, clock: Clock) -> Time {
    match clock {
        Clock::AsOf => match (one.as_of, other.as_of) {
            (Some(one), Some(other)) if one.meets(other) => Time::Same,
            (Some(one), Some(other)) if one.end() < other.start() => Time::Later,
            (Some(_), Some(_)) => Time::Earlier,
            _ => Time::Unknown,
        },
        Clock::Report(_) | Clock::Ahead | Clock::Age => match (one.report, other.report) {
            (Some(a), Some(b)) if a != b => order(a < b),
            (Some(_), Some(_)) => match (one.hour, other.hour) {
                (Some(a), Some(b)) if a != b => order(a < b),
                _ => Time::Same,
            },
            _ => Time::Unknown,
        },
        Clock::Never => Time::Same,
    }
}

fn order(second_follows: bool) -> Time {
    if second_follows { Time::Later } else { Time::Earlier }
}

/// What the table makes of a time: a toll that has settled no longer changes without a word.
pub fn when(time: Time, one: Moment, other: Moment, clock: Clock) -> When {
    let (first, second) = match time {
        Time::Same => return When::Same,
        Time::Unknown => return When::Unknown,
        Time::Later => (one, other),
        Time::Earlier => (other, one),
    };
    let Clock::Report(event) = clock else { return When::Later };
    let counted_until = event.or(first.report).and_then(|day| day.checked_add_days(Days::new(SETTLES_AFTER)));
    match (counted_until, second.report) {
        (Some(until), Some(report)) if report > until && !second.changed => When::Settled,
        _ => When::Later,
    }
}

/// Whether the years between two reports make the later age of the earlier one: the birthday may have been on any of the days between.
pub(super) fn grown(first: (&Value, Moment), second: (&Value, Moment)) -> bool {
    let (Some(from), Some(to)) = (first.0.first, second.0.first) else { return true };
    let days = first.1.report.zip(second.1.report).map_or(0, |(one, other)| other.signed_duration_since(one).num_days());
    let years = |unit: &Value| unit.unit.as_deref() == Some("y");
    let most = from.plus(Decimal::from((days + DAYS_OF_YEAR - 1) / DAYS_OF_YEAR));
    !(years(first.0) && years(second.0)) || to >= from && most.is_some_and(|most| to <= most)
}

/// Days of a year.
pub(super) const DAYS_OF_YEAR: i64 = 365;

/// The pair's order, earlier first, and whether it had to be turned.
pub(super) fn turned(time: Time) -> bool {
    time == Time::Earlier
}

/// Relations in the order of gravity, for a fixed order of pairs.
pub(super) fn gravity(relation: Relation) -> u8 {
    match relation {
        Relation::Agree => 0,
        Relation::Within => 1,
        Relation::Overlap => 2,
        Relation::Apart => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, month, day).unwrap()
    }

    fn reported(month: u32, of_month: u32) -> Moment {
        Moment { report: Some(day(month, of_month)), ..Moment::default() }
    }

    fn held(from: NaiveDate, to: NaiveDate) -> Moment {
        Moment { as_of: DayInterval::new(from, to), ..Moment::default() }
    }

    #[test]
    fn totals_are_ordered_by_what_they_hold_for() {
        let spring = held(day(3, 1), day(5, 31));
        for (one, other, expected) in [
            (spring, held(day(7, 12), day(7, 12)), Time::Later),
            (held(day(7, 12), day(7, 12)), spring, Time::Earlier),
            (spring, held(day(5, 31), day(6, 2)), Time::Same),
            (spring, Moment::default(), Time::Unknown),
            (spring, reported(7, 12), Time::Unknown),
        ] {
            assert_eq!(between(one, other, Clock::AsOf), expected);
        }
    }

    #[test]
    fn tolls_are_ordered_by_report() {
        let clock = Clock::Report(None);
        assert_eq!(between(reported(3, 1), reported(3, 2), clock), Time::Later);
        assert_eq!(between(reported(3, 2), reported(3, 2), clock), Time::Same);
        assert_eq!(between(reported(3, 2), Moment::default(), clock), Time::Unknown);
        let at = |hour| Moment { hour: NaiveTime::from_hms_opt(hour, 0, 0), ..reported(3, 1) };
        assert_eq!(between(at(9), at(17), clock), Time::Later);
        assert_eq!(between(at(9), reported(3, 1), clock), Time::Same);
    }

    #[test]
    fn a_toll_settles_three_days_after_the_event() {
        let clock = Clock::Report(Some(day(3, 1)));
        let later = |of_month| when(Time::Later, reported(3, 1), reported(3, of_month), clock);
        assert_eq!([later(2), later(4), later(5)], [When::Later, When::Later, When::Settled]);
        let changed = Moment { changed: true, ..reported(3, 9) };
        assert_eq!(when(Time::Later, reported(3, 1), changed, clock), When::Later);
        assert_eq!(when(Time::Earlier, reported(3, 9), reported(3, 1), clock), When::Settled);
    }

    #[test]
    fn without_the_day_of_the_event_the_first_report_counts() {
        let clock = Clock::Report(None);
        assert_eq!(when(Time::Later, reported(3, 1), reported(3, 4), clock), When::Later);
        assert_eq!(when(Time::Later, reported(3, 1), reported(3, 5), clock), When::Settled);
    }

    #[test]
    fn an_age_grows_with_the_years() {
        let age = |years: i64, month: u32, of_month: u32| {
            let value = Value { first: Some(Decimal::from(years)), unit: Some("y".into()), ..Value::default() };
            (value, reported(month, of_month))
        };
        for (first, second, expected) in [
            (age(24, 3, 1), age(24, 3, 2), true),
            (age(24, 3, 1), age(25, 3, 2), true),
            (age(24, 3, 1), age(26, 12, 1), false),
            (age(25, 3, 1), age(24, 3, 2), false),
            (age(24, 3, 1), age(25, 3, 1), false),
        ] {
            assert_eq!(grown((&first.0, first.1), (&second.0, second.1)), expected, "{first:?} {second:?}");
        }
    }

    #[test]
    fn what_stands_now_never_settles() {
        assert_eq!(when(Time::Later, reported(1, 1), reported(12, 1), Clock::AsOf), When::Later);
    }
}
