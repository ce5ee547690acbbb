//! A day of a month, written out: "Feb. 27, 2025", "the 27th of February", "Monday the 21st"; [`super::figures`] reads days in figures.
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let read = |text: &str| date::read(Language::english(), text, 0, 0).unwrap().time.absolute_day().unwrap().to_string();
//! assert_eq!(read("Friday, 7 March 2025"), "2025-03-07");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};

use super::count::{self, ordinal};
use super::expr::{Order, Step, TimeExpr, What, Year};
use super::figures::{self, MonthAndDay};
use super::relative;
use super::token::{Kind, Read, Token, Tokens, hyphen, key, mark, maybe, maybe_hyphen, next, no, token_as, weekday};
use crate::calendar::{NaiveDate, Weekday};
use crate::lexicon::Key;

/// A month's name, with the point of an abbreviation where something follows it.
pub(super) fn month(tokens: Tokens<'_>) -> Read<'_, u32> {
    let (rest, token) = next(tokens)?;
    if token.word.month == 0 {
        return no();
    }
    // "Oct . 13" in a text that was cut into words.
    let apart = |point: &Token<'_>, after: &Token<'_>| point.spaced && !(after.spaced && after.digits().is_some());
    let rest = match rest {
        [point, after, ..] if token.word.short && point.mark() == Some(b'.') && !apart(point, after) && continues(after) => &rest[1..],
        _ => rest,
    };
    Ok((rest, u32::from(token.word.month)))
}

/// Whether the point before this token does not end a sentence.
fn continues(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Digits(_)) || token.word.ordinal > 0 || token.is(Key::The) || token.mark() == Some(b',')
}

/// A day of a month in digits or as an ordinal.
pub(super) fn day_number(tokens: Tokens<'_>) -> Read<'_, u32> {
    let digits = token_as(|token| {
        token
            .digits()
            .filter(|d| d.fraction == 0 && !d.grouped && (d.ordinal || d.len <= 2) && (1..=31).contains(&d.value))
            .map(|d| d.value)
    });
    alt((digits, verify(ordinal, |day| (1..=31).contains(day)))).parse(tokens)
}

/// A day as an ordinal only: "the 21st".
fn day_ordinal(tokens: Tokens<'_>) -> Read<'_, u32> {
    verify(ordinal, |day| (1..=31).contains(day)).parse(tokens)
}

/// Two figures for a year.
pub(super) const fn full_year(two: u32) -> i32 {
    let two = two.cast_signed();
    if two < 30 { 2000 + two } else { 1900 + two }
}

/// A year in four figures, from 1000 to 2199.
pub(super) fn year_figures(tokens: Tokens<'_>) -> Read<'_, i32> {
    token_as(|token| token.digits().filter(|d| d.len == 4).and_then(|_| token.whole(1000, 2199)).map(u32::cast_signed))(tokens)
}

/// A year in two figures after an apostrophe: "'82".
pub(super) fn year_short(tokens: Tokens<'_>) -> Read<'_, i32> {
    let (tokens, ()) = mark(b'\'')(tokens)?;
    token_as(|token| token.digits().filter(|d| d.len == 2).and_then(|_| token.whole(0, 99)).map(full_year))(tokens)
}

/// The year after a day or a month: ", 2025", " '08", " of last year".
pub(super) fn year_after(tokens: Tokens<'_>) -> Read<'_, Year> {
    alt((year_known, year_stepped)).parse(tokens)
}

/// ", 2025", "of 2025", "-2025", "'08".
fn year_known(tokens: Tokens<'_>) -> Read<'_, Year> {
    let joints = alt((mark(b','), key(Key::Of), key(Key::In), hyphen, mark(b'/')));
    let (rest, _) = opt(joints).parse(tokens)?;
    alt((year_figures, year_short, year_words)).parse(rest).map(|(rest, year)| (rest, Year::Known(year)))
}

/// "nineteen ninety-six", "two thousand and five", "twenty twenty-four".
pub(super) fn year_words(tokens: Tokens<'_>) -> Read<'_, i32> {
    let count = |t| token_as(|token| token.word.count.filter(|_| token.word.ordinal == 0))(t);
    let (rest, hundreds) = count(tokens)?;
    let (rest, low) = match hundreds {
        2 => {
            let (rest, _) = verify(count, |&thousand| thousand == 1000).parse(rest)?;
            (maybe(Key::And, rest), 1)
        }
        18..=20 => (maybe_hyphen(rest), 10),
        _ => return no(),
    };
    let (rest, years) = verify(count::words, |years| (low..100).contains(years)).parse(rest)?;
    let first = if hundreds == 2 { 2000 } else { i32::from(hundreds) * 100 };
    Ok((rest, first + years.cast_signed()))
}

/// A day in words where a month and a year follow or the year does: "twenty-five January nineteen eighty-six".
fn day_in_words(tokens: Tokens<'_>) -> Read<'_, u32> {
    let (rest, day) = verify(count::words, |day| (1..=31).contains(day)).parse(tokens)?;
    let after = month(rest).map_or(rest, |(after, _)| after);
    // "May twenty-nine" closes its clause; "in May twenty men" goes on.
    if day > 20 && relative::ends_clause(rest) { Ok((rest, day)) } else { year_known(after).map(|_| (rest, day)) }
}

/// "31-Oct-74", "5/Aug/16".
fn year_joined(tokens: Tokens<'_>) -> Read<'_, Year> {
    let (rest, ()) = alt((hyphen, mark(b'/'))).parse(tokens)?;
    token_as(|token| token.digits().filter(|d| d.len == 2).and_then(|_| token.whole(0, 99)).map(|two| Year::Known(full_year(two))))(rest)
}

/// "of last year", "this year".
fn year_stepped(tokens: Tokens<'_>) -> Read<'_, Year> {
    let (rest, _) = opt(alt((key(Key::Of), mark(b',')))).parse(tokens)?;
    relative::stepped_year(rest).map(|(rest, step)| (rest, Year::Step(step)))
}

/// A weekday before a date, with its comma.
pub(super) fn weekday_before(tokens: Tokens<'_>) -> Read<'_, Weekday> {
    let (rest, found) = weekday(tokens)?;
    let (rest, _) = opt(|t| mark(b'.')(t)).parse(rest)?;
    let (rest, _) = opt(alt((mark(b','), hyphen))).parse(rest)?;
    Ok((maybe(Key::On, rest), found))
}

/// A day and its month in words, either first, with weekday and year where they stand.
pub(super) fn written(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, before) = opt(weekday_before).parse(tokens)?;
    let month_first = |t| {
        let (t, found) = month(t)?;
        let (t, _) = opt(alt((hyphen, |t| mark(b'/')(t)))).parse(t)?;
        let (t, day) = alt((day_number, day_in_words)).parse(maybe(Key::The, t))?;
        Ok((t, (found, day, None)))
    };
    let day_first = |t| {
        let (t, day) = alt((day_number, day_in_words)).parse(maybe(Key::The, t))?;
        let (t, _) = opt(alt((hyphen, |t| mark(b'/')(t), |t| key(Key::Of)(t)))).parse(t)?;
        let joined = tokens.iter().take(3).any(|token| matches!(token.mark(), Some(b'-' | b'/')));
        let (t, found) = month(maybe(Key::The, t))?;
        let (t, year) = if joined { opt(year_joined).parse(t)? } else { (t, None) };
        Ok((t, (found, day, year)))
    };
    let (rest, (month, day, joined)) = alt((month_first, day_first)).parse(rest)?;
    let (rest, year) = if joined.is_some() { (rest, joined) } else { opt(year_after).parse(rest)? };
    let year = year.unwrap_or(Year::Open);
    let (rest, after) = match before {
        Some(_) => (rest, before),
        None => opt(weekday_after).parse(rest)?,
    };
    finish(rest, year, (month, day, Order::Told), after)
}

/// "Friday (June 15)".
pub(super) fn in_brackets(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, before) = weekday(tokens)?;
    let (rest, ()) = mark(b'(')(rest)?;
    let (rest, mut time) = alt((written, figures::figures, figures::short_figures)).parse(rest)?;
    let (rest, ()) = mark(b')')(rest)?;
    if let What::Day { weekday, .. } = &mut time.what {
        *weekday = weekday.or(Some(before));
    }
    Ok((rest, time))
}

/// "18" in "18 and 19 June", "10, 11 and 12 June": a day whose month follows the last of its list.
pub(super) fn listed(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, day) = day_number(tokens)?;
    let next = |t| {
        let (t, ()) = alt((mark(b','), key(Key::And), key(Key::Or))).parse(t)?;
        day_number(maybe(Key::The, t))
    };
    let (after, _) = next(rest)?;
    let (after, _) = opt(next).parse(after)?;
    let (after, found) = month(maybe(Key::Of, after))?;
    let (_, year) = opt(year_known).parse(after)?;
    finish(rest, year.unwrap_or(Year::Open), (found, day, Order::Told), None)
}

/// A weekday after a date: "March 10 (Monday)", "Jul 18, Fri".
fn weekday_after(tokens: Tokens<'_>) -> Read<'_, Weekday> {
    let bracketed = |t| {
        let (t, ()) = mark(b'(')(t)?;
        let (t, found) = weekday(t)?;
        let (t, ()) = mark(b')')(t)?;
        Ok((t, found))
    };
    let plain = |t| {
        let (t, ()) = mark(b',')(t)?;
        let (t, found) = weekday(t)?;
        // "on March 10, Monday's vote" speaks of a Monday; the end of the words does not.
        if t.is_empty() { Ok((t, found)) } else { no() }
    };
    alt((bracketed, plain)).parse(tokens)
}

/// The day, if the calendar holds it: the 30th of February is none.
pub(super) fn finish(rest: Tokens<'_>, year: Year, (month, day, order): MonthAndDay, weekday: Option<Weekday>) -> Read<'_, TimeExpr> {
    let in_year = if let Year::Known(year) = year { year } else { 2024 };
    if NaiveDate::from_ymd_opt(in_year, month, day).is_none() {
        return no();
    }
    Ok((rest, TimeExpr::new(What::Day { year, month, day, weekday, order })))
}

/// "29th" where nothing follows: the caller sees to it that "on" or its like stands before.
pub(super) fn alone(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, day) = token_as(|token| token.digits().filter(|digits| digits.ordinal && (1..=31).contains(&digits.value)))(tokens)?;
    let dash = rest.first().is_some_and(|token| token.spaced && token.mark() == Some(b'-'));
    let time = TimeExpr::new(What::DayOfMonth { day: day.value, month: Step::Bare, weekday: None });
    if dash || relative::ends_clause(rest) { Ok((rest, time)) } else { no() }
}

/// A number that nothing follows: "Friday 31." but not "Friday 31 people".
fn last_number(tokens: Tokens<'_>) -> Read<'_, u32> {
    let (rest, day) = day_number(tokens)?;
    if relative::ends_clause(rest) { Ok((rest, day)) } else { no() }
}

/// A day of a month that is not named: "the 21st", "Monday the 21st", "the 20th of this month".
pub(super) fn of_month(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, before) = opt(weekday_before).parse(tokens)?;
    let of = |t| {
        let (t, day) = day_number(maybe(Key::The, t))?;
        let (t, _) = opt(key(Key::Of)).parse(t)?;
        let (t, step) = relative::stepped(crate::calendar::Unit::Month)(t)?;
        Ok((t, (day, step)))
    };
    let bare = |t| {
        let (t, ()) = key(Key::The)(t)?;
        day_ordinal(t).map(|(t, day)| (t, (day, Step::Bare)))
    };
    if before.is_some() {
        // "Mon 13th" needs no article.
        let plain = |t| {
            let (t, day) = alt((day_ordinal, last_number)).parse(t)?;
            Ok((t, (day, Step::Bare)))
        };
        let (rest, (day, month)) = alt((of, bare, plain)).parse(rest)?;
        return Ok((rest, TimeExpr::new(What::DayOfMonth { day, month, weekday: before })));
    }
    let (rest, (day, month)) = of(rest)?;
    Ok((rest, TimeExpr::new(What::DayOfMonth { day, month, weekday: None })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn days_are_taken_whole() {
        takes(&[
            ("The fire began on [Feb. 27, 2025], police said.", "2025-02-27"),
            ("She left on [27 February 2025].", "2025-02-27"),
            ("They met on [Friday, March 7, 2025] in Oslo.", "2025-03-07"),
            ("[the 27th of February 2024]", "2024-02-27"),
            ("Filed [31-Oct-74] and lost.", "1974-10-31"),
            ("Kept until [May 5, 1999].", "1999-05-05"),
            ("It fell on [Oct . 13 , 1989] again.", "1989-10-13"),
            ("She was born on [January twenty-five nineteen eighty-six].", "1986-01-25"),
            ("They meet on [Friday (June 13, 2025)] in Oslo.", "2025-06-13"),
            ("Rules were tightened after [the September 11th] terrorist attacks.", "2001-09-11"),
            ("It reminded her of [Sept. 11, 2012], attacks.", "2012-09-11"),
        ]);
    }

    #[test]
    fn days_without_a_year_are_taken_too() {
        takes(&[
            ("It ends on [March 10].", "day"),
            ("It ends on [10 March] at sea.", "day"),
            ("It ended on [Sept. 3rd] in rain.", "day"),
            ("Talks resume on [the 21st].", "day"),
            ("The deadline is [the 20th of next month].", "day"),
            ("He will be back on [May twenty-nine].", "day"),
            ("They dance on [Friday 31].", "day"),
            ("On [Friday] 31 people died.", "weekday"),
            ("In [May] twenty-nine men died.", "month"),
            ("The vote is on [29th].", "day"),
            ("They met on [18] and 19 June in Oslo.", "day"),
            ("They met on [the 3rd] and 4th of May.", "day"),
            ("They meet on [Friday (June 13)] in Oslo.", "day"),
            ("The ferry sails on [September 11] again.", "day"),
        ]);
    }

    #[test]
    fn figures_that_are_no_days_are_left() {
        refuses(&[
            "It takes 3/4 h.",
            "He left in 3/4 hour.",
            "She came in on the 21st floor.",
            "At $ 12 it was dear.",
            "He lives on 29th Street.",
        ]);
    }
}
