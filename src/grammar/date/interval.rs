//! From one date to another: "March 10 to 20", "10–20 March", "between May and July", "2019–2021".
//!
//! Two dates that each stand alone ("between July 2003 and December 2004") are two expressions.
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let span = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.span.of(text).to_owned());
//! assert_eq!(span("March 10 to 20 in Oslo").unwrap(), "March 10 to 20");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::day;
use super::expr::{Order, Step, TimeExpr, What, Year};
use super::token::{Kind, Read, Token, Tokens, any, hyphen, key, maybe, no, token_as};
use crate::lexicon::{Key, Keys};

/// What joins the two ends: a dash, "to", or "and" after "between".
fn joint(tokens: Tokens<'_>, between: bool) -> Read<'_, ()> {
    let dash = |t| token_as(|token| matches!(token.mark(), Some(b'-' | b'~')).then_some(()))(t);
    // "July-to-September".
    let joined = |t| (hyphen, key(Key::To), hyphen).parse(t).map(|(t, _)| (t, ()));
    let word = |t| if between { any(&[Key::And, Key::To])(t) } else { any(&[Key::To, Key::Through, Key::Until])(t) };
    alt((joined, dash, word)).parse(tokens)
}

/// Whether a joint begins with this token.
fn joins(token: &Token<'_>, between: bool) -> bool {
    const PLAIN: Keys = Keys::of(&[Key::To, Key::Through, Key::Until]);
    matches!(token.kind, Kind::Mark(b'-' | b'~')) || token.word.keys.meets(PLAIN) || between && token.is(Key::And)
}

/// An interval with both its ends.
pub(super) fn interval(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, opened) =
        opt(alt((|t| key(Key::From)(t).map(|(t, ())| (t, false)), |t| key(Key::Between)(t).map(|(t, ())| (t, true))))).parse(tokens)?;
    let between = opened == Some(true);
    // Only what can begin a date with an end, and only before what can join the two: most words never get further than this.
    if opened.is_none()
        && !rest
            .first()
            .is_some_and(|token| token.digits().is_some() || token.word.month > 0 || token.word.weekday > 0 || token.is(Key::The))
        || !rest.iter().skip(1).any(|token| joins(token, between) || (token.is(Key::And) || token.is(Key::Or)) && rest[0].word.month > 0)
    {
        return no();
    }
    if opened.is_none()
        && let Ok((rest, (from, to))) = two_days(rest)
    {
        return Ok((rest, TimeExpr::new(What::Interval(Box::new(from), Box::new(to)))));
    }
    let (rest, (from, to)) = alt((|t| days_then_month(t, between), |t| two_dates(t, between, opened.is_some()))).parse(rest)?;
    Ok((rest, TimeExpr::new(What::Interval(Box::new(from), Box::new(to)))))
}

/// "May 3 and 4", "May 3 or 4": a day and the next one, where nothing that the second could count follows.
fn two_days(tokens: Tokens<'_>) -> Read<'_, (TimeExpr, TimeExpr)> {
    let (rest, month) = day::month(tokens)?;
    let (rest, first) = day::day_number(rest)?;
    let (rest, ()) = any(&[Key::And, Key::Or])(rest)?;
    let (rest, last) = day::day_number(rest)?;
    let (after, year) = opt(day::year_after).parse(rest)?;
    let closed =
        year.is_some() || super::relative::ends_clause(rest) || rest.first().is_some_and(|next| next.is(Key::In) || next.is(Key::At));
    if last != first + 1 || !closed {
        return no();
    }
    let of = |day| TimeExpr::new(What::Day { year: year.unwrap_or(Year::Open), month, day, weekday: None, order: Order::Told });
    Ok((after, (of(first), of(last))))
}

/// "10 to 20 March", "the 13th and the 15th of July".
fn days_then_month(tokens: Tokens<'_>, between: bool) -> Read<'_, (TimeExpr, TimeExpr)> {
    let (rest, from) = day::day_number(maybe(Key::The, tokens))?;
    let (rest, ()) = joint(rest, between)?;
    let (rest, to) = day::written(rest)?;
    let What::Day { year, month, day, .. } = to.what else { return no() };
    if from >= day {
        return no();
    }
    let from = TimeExpr::new(What::Day { year, month, day: from, weekday: None, order: Order::Told });
    Ok((rest, (from, to)))
}

/// "March 10 to 20", "May and July", "2019–2021", "Monday to Friday".
fn two_dates(tokens: Tokens<'_>, between: bool, opened: bool) -> Read<'_, (TimeExpr, TimeExpr)> {
    let now = |t| super::length::reference(t);
    let (rest, mut from) = if opened { alt((super::date, now)).parse(tokens)? } else { super::date(tokens)? };
    let dashed = rest.first().is_some_and(|token| matches!(token.mark(), Some(b'-' | b'~')));
    let (rest, ()) = joint(rest, between)?;
    let same_month = |t| {
        let What::Day { year, month, day, .. } = from.what else { return no() };
        let (t, last) = day::day_number(maybe(Key::The, t))?;
        let (t, after) = opt(day::year_after).parse(t)?;
        let year = after.unwrap_or(year);
        if last > day { Ok((t, TimeExpr::new(What::Day { year, month, day: last, weekday: None, order: Order::Told }))) } else { no() }
    };
    let short_year = |t| {
        let What::Year { year, fiscal: false } = from.what else { return no() };
        // "rose from 20 in 2008 to 29": only a dash or a "from" of its own makes years of the two.
        if !dashed && !opened {
            return no();
        }
        let (t, two) = token_as(|token| token.digits().filter(|d| d.len == 2).and_then(|_| token.whole(0, 99)))(t)?;
        let last = year / 100 * 100 + two.cast_signed();
        if last > year { Ok((t, TimeExpr::new(What::Year { year: last, fiscal: false }))) } else { no() }
    };
    let (rest, mut to) = alt((super::date, same_month, short_year, |t| if opened { now(t) } else { no() })).parse(rest)?;
    // "5/1-5/7, 2020".
    let mut rest = rest;
    if let What::Day { year: year @ Year::Open, .. } = &mut to.what
        && dashed
        && let Ok((after, found)) = day::year_after(rest)
    {
        (rest, *year) = (after, found);
    }
    // The year of the second end is that of the first too: "July-September 2024".
    let shared = match (&mut from.what, &to.what) {
        (What::Day { year, month, day, .. }, What::Day { year: last, month: last_month, day: last_day, .. }) => {
            share(year, *last, (*month, *day) <= (*last_month, *last_day), dashed)
        }
        (What::Month { step, .. }, What::Month { .. }) if *step != Step::Bare => true,
        (
            What::Month { year, month, .. },
            What::Month { year: last, month: last_month, .. } | What::Day { year: last, month: last_month, .. },
        ) => share(year, *last, *month <= *last_month, dashed),
        (What::Quarter { year, quarter, .. }, What::Quarter { year: last, quarter: last_quarter, .. }) => {
            share(year, *last, *quarter <= *last_quarter, dashed)
        }
        (What::Year { year, .. }, What::Year { year: last, .. }) => *year < *last,
        (What::Decade(first), What::Decade(last)) => *first < *last,
        (What::Weekday { .. }, What::Weekday { .. })
        | (What::Day { year: Year::Known(_), .. }, What::Unit(crate::calendar::Unit::Day, Step::This)) => true,
        // "from January 2019 to now".
        _ => opened && takes_end(&from.what) && takes_end(&to.what),
    };
    if shared { Ok((rest, (from, to))) } else { no() }
}

/// Whether an interval between dates of different kinds can end in it.
const fn takes_end(what: &What) -> bool {
    matches!(
        what,
        What::Day { .. }
            | What::Month { .. }
            | What::Year { .. }
            | What::Weekday { .. }
            | What::Unit(crate::calendar::Unit::Day, _)
            | What::Reference(super::expr::Reference::Present)
    )
}

/// Gives the first end the year of the second where only that says one. `false` where each says its own and no dash joins them.
fn share(year: &mut Year, last: Year, in_order: bool, dashed: bool) -> bool {
    match (*year, last) {
        (Year::Known(_), Year::Known(_)) => dashed,
        (Year::Open, Year::Known(last)) => {
            *year = Year::Known(if in_order { last } else { last - 1 });
            true
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn both_ends_are_one_expression() {
        takes(&[
            ("Drills ran [from March 10 to 20].", "interval"),
            ("Rain fell [10-20 March].", "interval"),
            ("The talks of [March 10-20, 2025].", "interval"),
            ("The war years [2019\u{2013}2021] were hard.", "interval"),
            ("Open [Monday to Friday].", "interval"),
            ("Open [5/1-5/7, 2020] for all.", "interval"),
            ("In [the July-to-September] quarter it fell.", "interval"),
            ("It ran [10-1-2018-10-7-2018] in Bern.", "interval"),
            ("Figures for [July-September 2024] rose.", "interval"),
            ("It rained [between May and July].", "interval"),
            ("In the [2014-15] season they won.", "interval"),
            ("It rained on [May 3 and 4].", "interval"),
            ("It rained on [Dec. 24 and 25, 2019], in Bern.", "interval"),
            ("On [May 3] and 4 men died.", "day"),
            ("It rained on [May 3 or 4].", "interval"),
            ("It rained on [May 3] and 4 June.", "day"),
        ]);
    }

    #[test]
    fn two_dates_that_stand_alone_stay_two() {
        takes(&[("Tested between [July 2003] and then.", "month"), ("Between July 2003 and [December 2004] it fell.", "month")]);
    }

    #[test]
    fn ranges_of_other_things_are_left() {
        refuses(&["They sent 10,000 to 12,000 men.", "Pages 10-20 are blank.", "It cost 3 to 5 euros.", "It rose to 29."]);
    }
}
