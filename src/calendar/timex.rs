//! TIMEX3 values: what is known in digits and letters, what is not in `X`.

use super::{Datelike, Grain, Hemisphere, NaiveDate, NaiveTime, Season, Timelike, Unit, Weekday};
use crate::value::Decimal;

/// `2025-02-27`.
pub fn day(day: NaiveDate) -> String {
    let mut value = String::with_capacity(10);
    push_year(&mut value, day.year());
    value.push('-');
    push_two(&mut value, day.month());
    value.push('-');
    push_two(&mut value, day.day());
    value
}

/// `2025`.
pub fn year(year: i32) -> String {
    let mut value = String::with_capacity(4);
    push_year(&mut value, year);
    value
}

/// `2025-02`.
pub fn month(year: i32, month: u32) -> String {
    let mut value = String::with_capacity(7);
    push_year(&mut value, year);
    value.push('-');
    push_two(&mut value, month);
    value
}

/// A year in four digits; most claims of an article are dates, and formatting machinery costs more than the rest of their reading.
fn push_year(value: &mut String, year: i32) {
    match u32::try_from(year) {
        Ok(year @ 0..10_000) => {
            push_two(value, year / 100);
            push_two(value, year % 100);
        }
        _ => value.extend(std::iter::once(format!("{year:04}"))),
    }
}

/// A number below 100 in two digits.
fn push_two(value: &mut String, number: u32) {
    for digit in [number / 10, number % 10] {
        value.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

/// `2025-W09`.
pub fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// `2024-FA`, by the season's first day.
pub fn season(start: NaiveDate, hemisphere: Hemisphere) -> String {
    format!("{:04}-{}", start.year(), Season::of_month(start.month(), hemisphere).code())
}

/// A month and perhaps a day of no known year: `XXXX-03`, `XXXX-03-10`.
pub fn open_month(month: u32, day: Option<u32>) -> String {
    match day {
        Some(day) => format!("XXXX-{month:02}-{day:02}"),
        None => format!("XXXX-{month:02}"),
    }
}

/// A weekday of no known week: `XXXX-WXX-3`.
pub fn open_weekday(weekday: Weekday) -> String {
    format!("XXXX-WXX-{}", weekday.number_from_monday())
}

/// A period of which only the grain is known: `XXXX-WXX`, `XXXX-XX`.
pub const fn open(grain: Grain) -> &'static str {
    match grain {
        Grain::Time | Grain::DayPart | Grain::Day => "XXXX-XX-XX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Week => "XXXX-WXX",
        Grain::Month | Grain::Season => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        Grain::Half => "XXXX-HX",
        Grain::Year => "XXXX",
        Grain::Decade => "XXX",
        Grain::Century => "XX",
    }
}

/// `T07:37`, with `Z` for universal time.
pub fn clock(time: NaiveTime, seconds: bool, universal: bool) -> String {
    let zone = if universal { "Z" } else { "" };
    if seconds {
        format!("T{:02}:{:02}:{:02}{zone}", time.hour(), time.minute(), time.second())
    } else {
        format!("T{:02}:{:02}{zone}", time.hour(), time.minute())
    }
}

/// A length of time: `P3W`, `PT30M`, `P2.5Y`; `PXY` where it is not counted.
///
/// ```
/// use crosscheck::{calendar::{Unit, timex}, value::Decimal};
/// assert_eq!(timex::length(Some(Decimal::from(2)), Unit::Decade), "P20Y");
/// assert_eq!(timex::length(None, Unit::Week), "PXW");
/// ```
pub fn length(count: Option<Decimal>, unit: Unit) -> String {
    let (before, after, factor) = unit.letters();
    match count.and_then(|count| count.times(Decimal::from(factor))).map(Decimal::normal) {
        Some(count) => format!("{before}{count}{after}"),
        None if unit == Unit::Decade => "PXDE".to_owned(),
        None if unit == Unit::Century => "PXCE".to_owned(),
        None => format!("{before}X{after}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        assert_eq!(week(NaiveDate::from_ymd_opt(2024, 12, 31).unwrap()), "2025-W01");
        assert_eq!(week(NaiveDate::from_ymd_opt(2021, 1, 3).unwrap()), "2020-W53");
    }

    #[test]
    fn lengths_are_written_as_counted() {
        let half = Decimal::parse("2.5");
        assert_eq!(length(half, Unit::Year), "P2.5Y");
        assert_eq!(length(half, Unit::Hour), "PT2.5H");
        assert_eq!(length(half, Unit::Fortnight), "P5W");
    }
}
