//! Times so far from another: "two days ago", "three weeks later", "two months after Easter", "the 10 previous weeks".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let span = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.span.of(text).to_owned());
//! assert_eq!(span("two days ago in Oslo").unwrap(), "two days ago");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::count;
use super::expr::{Amount, From, Step, TimeExpr, What};
use super::relative::{ends_clause, step_word};
use super::token::{Read, Tokens, any, hyphen, key, no, token_as, units, weekday};
use crate::calendar::{Unit, weekday_from_monday};
use crate::lexicon::Key;
use crate::value::Decimal;

/// "two days ago", "a year earlier", "three weeks from now", "two months after Easter".
pub(super) fn offset(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, amount) = count::amount(tokens)?;
    away(rest, amount)
}

/// What makes an amount a time so far away: "ago", "later", "from now".
pub(super) fn away(rest: Tokens<'_>, amount: Amount) -> Read<'_, TimeExpr> {
    // "a week ago Tuesday", "a year ago Friday": so long before the last one.
    let ago_weekday = |t| {
        let (t, ()) = key(Key::Ago)(t)?;
        weekday(t)
    };
    if matches!(amount.unit, Unit::Week | Unit::Month | Unit::Year)
        && let Ok((rest, found)) = ago_weekday(rest)
    {
        let day = TimeExpr::new(What::Weekday { weekday: found, step: Step::Bare, week: None });
        return Ok((rest, TimeExpr::new(What::Offset { amount, ahead: false, from: From::Expr(Box::new(day)) })));
    }
    let (rest, (ahead, from)) = direction(rest)?;
    Ok((rest, TimeExpr::new(What::Offset { amount, ahead, from })))
}

/// "five or six years ago", "two to three weeks later": from the one to the other.
pub(super) fn from_to_ago(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, (low, _)) = count::figure(tokens)?;
    let dash = |t| token_as(|token| matches!(token.mark(), Some(b'-' | b'~')).then_some(()))(t);
    let (rest, ()) = alt((dash, any(&[Key::To, Key::Or]))).parse(rest)?;
    let (rest, amount) = count::amount(rest)?;
    let (rest, far) = away(rest, amount)?;
    let near = Amount { figure: low, ..amount };
    match far.what.clone() {
        What::Offset { ahead, from: from @ (From::Anchor | From::Context), .. }
            if low.is_some() && low < amount.figure && !amount.unit.is_clock() =>
        {
            let near = TimeExpr::new(What::Offset { amount: near, ahead, from });
            let (first, last) = if ahead { (near, far) } else { (far, near) };
            Ok((rest, TimeExpr::new(What::Interval(Box::new(first), Box::new(last)))))
        }
        _ => no(),
    }
}

/// "5 upcoming years", "the 10 previous weeks": a run with its figure first.
pub(super) fn run_after_figure(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, (figure, vague)) = count::figure(tokens)?;
    let (rest, step) = step_word(rest)?;
    let (rest, unit) = units(rest)?;
    if matches!(step, Step::Same | Step::This) {
        return no();
    }
    Ok((rest, TimeExpr::new(What::Run { amount: Amount { figure, vague, unit, more: None, working: false }, step })))
}

/// "two Fridays ago": a week before the last one.
pub(super) fn weekdays_ago(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, (figure, _)) = count::figure(tokens)?;
    let (rest, found) =
        token_as(|token| (token.word.weekday > 0 && token.word.plural).then(|| weekday_from_monday(token.word.weekday)))(rest)?;
    let (rest, ()) = key(Key::Ago)(rest)?;
    let Some(count) = figure.and_then(Decimal::to_i64).filter(|&count| count > 1) else { return no() };
    let day = TimeExpr::new(What::Weekday { weekday: found, step: Step::Last, week: None });
    let amount = Amount::of(Decimal::from(count - 1), Unit::Week);
    Ok((rest, TimeExpr::new(What::Offset { amount, ahead: false, from: From::Expr(Box::new(day)) })))
}

/// "year-earlier", "year-ago" before a noun.
pub(super) fn year_ago(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, ()) = token_as(|token| (token.word.unit == Some(Unit::Year) && !token.word.plural).then_some(()))(tokens)?;
    let (rest, ()) = hyphen(rest)?;
    let (rest, from) = alt((value(From::Anchor, key(Key::Ago)), value(From::Context, key(Key::Earlier)))).parse(rest)?;
    Ok((rest, TimeExpr::new(What::Offset { amount: Amount::of(Decimal::ONE, Unit::Year), ahead: false, from })))
}

/// What turns a length into a point in time.
fn direction(tokens: Tokens<'_>) -> Read<'_, (bool, From)> {
    let from_now = |t| {
        let (t, ()) = key(Key::From)(t)?;
        let (t, _) = opt(key(Key::Just)).parse(t)?;
        // "from today" is exact to the day, "from now" is not.
        let exact = |t| key(Key::Today)(t).map(|(t, ())| (t, From::Expr(Box::new(TimeExpr::new(What::Unit(Unit::Day, Step::This))))));
        let (t, from) = alt((value(From::Anchor, key(Key::Now)), exact)).parse(t)?;
        Ok((t, (true, from)))
    };
    let of_date = |t| {
        let (t, ahead) = alt((value(true, any(&[Key::After, Key::From])), value(false, key(Key::Before)))).parse(t)?;
        let (t, date) = super::date(t)?;
        Ok((t, (ahead, From::Expr(Box::new(date)))))
    };
    // "two weeks ago today" is exact to the day, "a year ago this month" to the month.
    let ago_today = |t| {
        let (t, ()) = key(Key::Ago)(t)?;
        let this = |t| {
            let (t, ()) = key(Key::This)(t)?;
            token_as(|token| token.word.unit.filter(|unit| matches!(unit, Unit::Week | Unit::Month) && !token.word.plural))(t)
        };
        let (t, unit) = alt((value(Unit::Day, key(Key::Today)), this)).parse(t)?;
        Ok((t, (false, From::Expr(Box::new(TimeExpr::new(What::Unit(unit, Step::This)))))))
    };
    alt((
        ago_today,
        value((false, From::Anchor), key(Key::Ago)),
        |t| {
            let (t, ()) = key(Key::Back)(t)?;
            // "two years back" at the end of the words; "two weeks back pay" is something else.
            if t.first().is_none_or(|token| token.mark().is_some()) { Ok((t, (false, From::Anchor))) } else { no() }
        },
        value((true, From::Anchor), key(Key::Hence)),
        from_now,
        value((true, From::Context), compared(&[Key::Later])),
        value((false, From::Context), compared(&[Key::Earlier, Key::Previous])),
        of_date,
        of_event,
    ))
    .parse(tokens)
}

/// "later", but not "later than planned", which says only by how much.
fn compared<'t>(keys: &'static [Key]) -> impl Fn(Tokens<'t>) -> Read<'t, ()> {
    move |tokens| {
        let (rest, ()) = any(keys)(tokens)?;
        if rest.first().is_some_and(|next| next.is(Key::Than)) { no() } else { Ok((rest, ())) }
    }
}

/// "three years after.", "a day after the attack": at the end of its clause it looks back; before a noun it says how long, and the
/// preposition is no part of it.
fn of_event(tokens: Tokens<'_>) -> Read<'_, (bool, From)> {
    let (rest, ahead) = alt((value(true, key(Key::After)), value(false, key(Key::Before)))).parse(tokens)?;
    if ends_clause(rest) { Ok((rest, (ahead, From::Context))) } else { Ok((tokens, (ahead, From::Event))) }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn times_so_far_from_another_are_taken() {
        takes(&[
            ("It began [two days ago].", "offset"),
            ("It ended [three weeks later].", "offset"),
            ("It failed [two months after Easter].", "offset"),
            ("It earned $3 million [a year earlier].", "offset"),
            ("He died [two weeks ago today].", "offset"),
            ("He died [a year ago this month].", "offset"),
            ("It opens [a week from today].", "offset"),
            ("He died [a week ago Tuesday].", "offset"),
            ("He died [two Fridays ago] at home.", "offset"),
            ("He died [two days ago] Tuesday.", "offset"),
            ("It came [three days] later than planned.", "length"),
            ("It burned [five or six years ago].", "interval"),
            ("It burned two to [three weeks long].", "length"),
        ]);
    }

    #[test]
    fn what_goes_back_to_no_time_is_left() {
        refuses(&["He got back pay.", "They walked back and forth.", "Long ago and far away."]);
    }
}
