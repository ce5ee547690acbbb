//! When something was published, as containers write it: ISO 8601, RFC 2822, "March 3, 2018".
//!
//! In: the whole field. Out: a day and, where given, a time, both as written: an offset from UTC is read over, since a paper dates
//! itself by its own clock. What never happens here: dates inside running text; that is [`crate::grammar`]'s.

use std::str::FromStr;

use crate::calendar::{NaiveDate, NaiveTime};

/// A day, and a time where one is given.
///
/// ```
/// use crosscheck::source::Moment;
/// let day = |text: &str| text.parse::<Moment>().map(|moment| moment.date.to_string());
/// assert_eq!(day("2018-03-03T15:04:00-05:00").as_deref(), Ok("2018-03-03"));
/// assert_eq!(day("Sat, 3 Mar 2018 15:04:00 -0500").as_deref(), Ok("2018-03-03"));
/// assert!(day("yesterday").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, as written.
    pub time: Option<NaiveTime>,
}

/// The text is no date that a container would write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date like 2026-03-01, 1 March 2026 or Sun, 01 Mar 2026 15:04:00 +0000")]
pub struct NoMoment;

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let text = text.trim();
        let (date, rest) = iso(text).or_else(|| named(text)).or_else(|| slashed(text)).ok_or(NoMoment)?;
        let rest = rest.trim_start_matches([' ', ',', 'T', 't', '|', '-']);
        Ok(Self { date, time: clock(rest.strip_prefix("at ").unwrap_or(rest)) })
    }
}

/// Year, month, day in that order, `2018-03-03`, `2018/3/3` or `20180303`; and what follows.
fn iso(text: &str) -> Option<(NaiveDate, &str)> {
    let (year, rest) = digits(text)?;
    if rest.len() + 8 == text.len() {
        return Some((NaiveDate::from_ymd_opt(i32::try_from(year / 10_000).ok()?, year / 100 % 100, year % 100)?, rest));
    }
    let sign = rest.chars().next().filter(|sign| matches!(sign, '-' | '/' | '.'))?;
    let (month, rest) = digits(rest.strip_prefix(sign)?)?;
    let (day, rest) = digits(rest.strip_prefix(sign)?)?;
    let date = (1000..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day))??;
    Some((date, rest))
}

/// Day and month between slashes, in the one order that can be: "11/28/2005", "28 / 11 / 05"; and what follows.
fn slashed(text: &str) -> Option<(NaiveDate, &str)> {
    let (first, rest) = digits(text)?;
    let (second, rest) = digits(behind_slash(rest)?)?;
    let (year, rest) = digits(behind_slash(rest)?)?;
    let year = match year {
        1000..=9999 => year,
        0..=69 => year + 2000,
        _ => return None,
    };
    let (month, day) = match (first > 12, second > 12) {
        (false, true) => (first, second),
        (true, false) => (second, first),
        _ if first == second => (first, second),
        _ => return None,
    };
    Some((NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?, rest))
}

/// What stands behind a slash, spaces around it or not.
fn behind_slash(text: &str) -> Option<&str> {
    Some(text.trim_start_matches(' ').strip_prefix('/')?.trim_start_matches(' '))
}

/// A day with the month's name, in either order, perhaps after the weekday: "Sat, 3 Mar 2018", "March 3rd, 2018"; and what follows.
fn named(text: &str) -> Option<(NaiveDate, &str)> {
    let skip = |text: &'static [char]| move |rest: &str| rest.len() - rest.trim_start_matches(text).len();
    let gap = skip(&[' ', ',', '.']);
    let (mut month, mut day, mut year) = (None, None, None);
    let mut rest = text;
    for step in 0..4 {
        rest = rest.get(gap(rest)..)?;
        if let Some((number, after)) = digits(rest) {
            if day.is_none() && number <= 31 {
                day = Some(number);
                rest = ["st", "nd", "rd", "th"].iter().find_map(|end| after.strip_prefix(end)).unwrap_or(after);
            } else if year.is_none() && (1000..=9999).contains(&number) {
                year = Some(number);
                rest = after;
            } else {
                return None;
            }
        } else {
            let letters = rest.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(letters)?;
            match month_of(word) {
                Some(number) if month.is_none() => month = Some(number),
                _ if step == 0 && is_weekday(word) => {}
                _ => return None,
            }
            rest = after;
        }
        if let (Some(month), Some(day), Some(year)) = (month, day, year) {
            return Some((NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?, rest));
        }
    }
    None
}

/// `15:04`, `15:04:05`, `3:04 p.m.` at the start of `text`.
fn clock(text: &str) -> Option<NaiveTime> {
    let (hour, rest) = digits(text)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?)?;
    let (second, rest) = rest.strip_prefix(':').and_then(digits).unwrap_or((0, rest));
    let half = rest.trim_start().as_bytes().first().map(u8::to_ascii_lowercase);
    let hour = match half {
        Some(b'p') if hour < 12 => hour + 12,
        Some(b'a') if hour == 12 => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// Most letters between the hour and a date that follows it: ", Eastern Time on".
const FAR: usize = 24;

/// The hour with its half of the day that ends `text`, but for a time zone: "3:57 AM, ", "3:04 p.m. ET ".
pub(crate) fn hour_at_end(text: &str) -> Option<NaiveTime> {
    let colon = text.rfind(':')?;
    let hour = text.get(..colon)?.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let tail = text.get(colon + 1..)?;
    let half = tail.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
    let half = half.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '.').next()?.replace('.', "");
    let halved = half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    if halved && tail.len() <= FAR { clock(text.get(hour..)?) } else { None }
}

/// A run of up to eight digits at the start of `text`, and what follows.
fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (run, rest) = text.split_at_checked(end)?;
    if !(1..=8).contains(&run.len()) {
        return None;
    }
    Some((run.parse().ok()?, rest))
}

/// The number of a month's name or its abbreviation of three letters or more.
fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let index = abbreviates(word, &MONTHS).or_else(|| MONTHS.iter().position(|month| misspells(word, month)));
    index.and_then(|index| u32::try_from(index + 1).ok())
}

/// Whether `word` is a long name with one letter left out: "Novemer".
fn misspells(word: &str, name: &str) -> bool {
    let left_out = |at: usize| name.bytes().enumerate().filter(move |(place, _)| *place != at).map(|(_, letter)| letter);
    name.len() > 6
        && word.len() + 1 == name.len()
        && (1..name.len()).any(|at| left_out(at).eq(word.bytes().map(|letter| letter.to_ascii_lowercase())))
}

fn is_weekday(word: &str) -> bool {
    abbreviates(word, &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]).is_some()
}

/// The first of `names` that begins with `word`, which has three letters at least.
fn abbreviates(word: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|name| word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = text.parse::<Moment>().ok();
        let found = found.map(|moment| moment.date.to_string() + &moment.time.map(|time| format!(" {time}")).unwrap_or_default());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn the_forms_of_containers_are_read() {
        for (text, expected) in [
            ("2018-03-03", "2018-03-03"),
            (" 2018-03-03T15:04:09Z", "2018-03-03 15:04:09"),
            ("2018-03-03 15:04:09.123+01:00", "2018-03-03 15:04:09"),
            ("2018/3/3", "2018-03-03"),
            ("20180303", "2018-03-03"),
            ("Sat, 03 Mar 2018 15:04:00 -0500", "2018-03-03 15:04:00"),
            ("March 3, 2018", "2018-03-03"),
            ("3 March 2018", "2018-03-03"),
            ("Sept. 3rd, 2018", "2018-09-03"),
            ("Saturday, March 3, 2018, 3:04 p.m.", "2018-03-03 15:04:00"),
            ("Mar 3, 2018 12:10 AM", "2018-03-03 00:10:00"),
            ("Febuary 3,2018", "2018-02-03"),
            ("3/28/2018", "2018-03-28"),
            ("3 / 28 / 18", "2018-03-28"),
            ("28/3/18 15:04", "2018-03-28 15:04:00"),
        ] {
            check(text, Some(expected));
        }
    }

    #[test]
    fn what_names_no_one_day_is_refused() {
        for text in [
            "",
            "yesterday",
            "2018",
            "March 2018",
            "2018-02-30",
            "03/04/2018",
            "3/4/18",
            "3/28",
            "13/28/2018",
            "Novel 3, 2018",
            "Marchioness 3, 2018",
            "123456789-01-01",
            "3 3 2018",
            "é",
        ] {
            check(text, None);
        }
    }
}
