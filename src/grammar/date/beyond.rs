//! One step away from what is said: "the week after next", "the day before yesterday", "the year before".
//!
//! In: the tokens behind "the" and its like. Out: the unit or weekday that is meant. What never happens here: lengths ("two days before
//! Easter"); [`super::offset`] reads them.
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let span = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.span.of(text).to_owned());
//! assert_eq!(span("the week after next in Oslo").unwrap(), "the week after next");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;

use super::clock;
use super::expr::{Amount, Clock, From, Step, TimeExpr, What};
use super::relative::ends_clause;
use super::token::{Read, Token, Tokens, any, key, no, unit, weekday};
use crate::calendar::Unit;
use crate::lexicon::Key;
use crate::value::Decimal;

/// "the day before", "the year after", where nothing follows to say before what: the neighbour of what the text spoke of.
pub(super) fn neighbour(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    if step != Step::The {
        return no();
    }
    let side = |t| {
        let before = value(Step::Previous, any(&[Key::Before, Key::Earlier]));
        let (t, side) = alt((before, value(Step::Following, any(&[Key::After, Key::Later])))).parse(t)?;
        if ends_clause(t) { Ok((t, side)) } else { no() }
    };
    if let Ok((rest, part)) = clock::part(tokens) {
        let (rest, side) = side(rest)?;
        return Ok((rest, TimeExpr { clock: Some(Clock::Part(part)), ..TimeExpr::new(What::Unit(Unit::Day, side)) }));
    }
    if let Ok((rest, weekday)) = weekday(tokens) {
        let (rest, step) = side(rest)?;
        return Ok((rest, TimeExpr::new(What::Weekday { weekday, step, week: None })));
    }
    let (rest, unit) = unit(tokens)?;
    let (rest, side) = side(rest)?;
    if unit.is_clock() { no() } else { Ok((rest, TimeExpr::new(What::Unit(unit, side)))) }
}

/// "after next", "before last" behind a unit or a weekday; "the week after next Monday" counts from a Monday.
pub(super) fn beyond(tokens: Tokens<'_>) -> Read<'_, Step> {
    let (rest, step) =
        alt((value(Step::AfterNext, (key(Key::After), key(Key::Next))), value(Step::BeforeLast, (key(Key::Before), key(Key::Last)))))
            .parse(tokens)?;
    let goes_on = |next: &Token<'_>| {
        let word = next.word;
        next.counts()
            || word.unit.is_some()
            || word.part.is_some()
            || word.season.is_some()
            || word.holiday
            || word.weekday + word.month > 0
    };
    if rest.first().is_some_and(goes_on) { no() } else { Ok((rest, step)) }
}

/// "the day before yesterday", "the week after Easter": one unit away from a date that is said.
pub(super) fn beside(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    if step != Step::The {
        return no();
    }
    let (rest, unit) = unit(tokens)?;
    let (rest, ahead) = alt((value(true, key(Key::After)), value(false, key(Key::Before)))).parse(rest)?;
    let (rest, date) = super::date(rest)?;
    let told = matches!(
        date.what,
        What::Day { .. }
            | What::DayOfMonth { .. }
            | What::Weekday { .. }
            | What::Holiday { .. }
            | What::Unit(Unit::Day, Step::Last | Step::This | Step::Next)
    );
    if !told || !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
        return no();
    }
    let amount = Amount::of(Decimal::ONE, unit);
    Ok((rest, TimeExpr::new(What::Offset { amount, ahead, from: From::Expr(Box::new(date)) })))
}

/// "Friday after next".
pub(super) fn weekday_beyond(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, weekday) = weekday(tokens)?;
    let (rest, step) = beyond(rest)?;
    Ok((rest, TimeExpr::new(What::Weekday { weekday, step, week: None })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn one_step_away_is_taken() {
        takes(&[
            ("They vote on [Friday after next].", "weekday"),
            ("They meet in [the week after next].", "unit"),
            ("He fell on [the night before last].", "unit"),
            ("He left on [the day before yesterday].", "offset"),
            ("[The night before], he had left.", "unit"),
            ("[The Monday before], he had left.", "weekday"),
            ("Shops open on [the day after Christmas].", "offset"),
            ("In [the week after next Monday] it shuts.", "offset"),
            ("A rise from [the year before].", "unit"),
        ]);
    }

    #[test]
    fn what_is_before_or_after_an_event_is_left() {
        refuses(&["The day after the attack was quiet.", "The month before the flood was dry."]);
    }
}
