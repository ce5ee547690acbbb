//! Lengths, repetitions and vague times: "three weeks", "nearly two decades", "every Tuesday", "twice a week", "recently".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let span = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.span.of(text).to_owned());
//! assert_eq!(span("11-day drills").unwrap(), "11-day");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, value};

use super::count;
use super::expr::{Amount, Cycle, From, Reference, TimeExpr, Vague, What};
use super::token::{Kind, Read, Tokens, any, begins, hyphen, key, maybe, no, token_as, unit, units, weekday};
use super::{clock, offset, period};
use crate::calendar::{Mod, Unit, weekday_from_monday};
use crate::lexicon::{Key, Keys};
use crate::text::hash_of;
use crate::value::Decimal;

/// The words before a length that bend it: "nearly", "more than", "at least".
fn hedge(tokens: Tokens<'_>) -> Read<'_, Mod> {
    let (rest, _) = opt(key(Key::Just)).parse(tokens)?;
    alt((
        value(Mod::Approx, key(Key::About)),
        value(Mod::LessThan, any(&[Key::Nearly, Key::Under])),
        value(Mod::MoreThan, (key(Key::More), key(Key::Than))),
        value(Mod::LessThan, (key(Key::Less), key(Key::Than))),
        value(Mod::MoreThan, key(Key::Over)),
        value(Mod::EqualOrMore, (key(Key::At), key(Key::Least))),
        value(Mod::EqualOrLess, (key(Key::At), key(Key::Most))),
        value(Mod::EqualOrLess, (key(Key::Up), key(Key::To))),
    ))
    .parse(rest)
}

/// A length, or a time so far from another: "three weeks", "about two years ago".
pub(super) fn length(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    #[rustfmt::skip]
    const FIRST: Keys = Keys::of(&[
        Key::Just, Key::About, Key::Nearly, Key::Under, Key::More, Key::Less, Key::Over, Key::At, Key::Up, Key::The,
        Key::A, Key::Half, Key::Several, Key::Many, Key::Few, Key::Couple, Key::Dozen,
    ]);
    if !tokens.first().is_some_and(|first| first.counts() || first.word.unit.is_some() || first.word.keys.meets(FIRST)) {
        return no();
    }
    let (rest, modifier) = opt(hedge).parse(tokens)?;
    let (rest, time) = match count::amount(rest) {
        Ok((rest, amount)) => offset::away(rest, amount).unwrap_or_else(|_| counted(rest, amount)),
        Err(_) => alt((offset::from_to_ago, offset::run_after_figure, offset::weekdays_ago, offset::year_ago, uncounted)).parse(rest)?,
    };
    // What is said to be earlier than an event is no more than a length.
    Ok((rest, TimeExpr { modifier, ..time }))
}

/// "three weeks", "11-day", "half an hour", "a year-long"; what follows the amount is given.
fn counted(rest: Tokens<'_>, amount: Amount) -> (Tokens<'_>, TimeExpr) {
    let rest = long(rest);
    // "the nine months ended Sept. 30", "three days starting Monday": the date stands for itself.
    match period::edge(rest) {
        Ok((_, (last, day))) if !amount.unit.is_clock() => (rest, TimeExpr::new(What::Ends { amount, last, whole: Some(Box::new(day)) })),
        _ => (rest, TimeExpr::new(What::Duration(amount))),
    }
}

/// "-long" and "long" after a length.
fn long(tokens: Tokens<'_>) -> Tokens<'_> {
    let joined = |t| {
        let (t, _) = opt(hyphen).parse(t)?;
        key(Key::Long)(t)
    };
    joined(tokens).map_or(tokens, |(rest, ())| rest)
}

/// "decades", "years ago", "weeklong", "month-long".
fn uncounted(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let many = |t| {
        // "over the years".
        let (t, unit) = units(maybe(Key::The, t))?;
        let amount = Amount { figure: None, vague: Some(Vague::Many), unit, more: None, working: false };
        let ago = value((false, From::Anchor), key(Key::Ago));
        let later = value((true, From::Context), key(Key::Later));
        match alt((ago, later)).parse(t) {
            Ok((t, (ahead, from))) => Ok((t, TimeExpr::new(What::Offset { amount, ahead, from }))),
            Err(_) => Ok((long(t), TimeExpr::new(What::Duration(amount)))),
        }
    };
    alt((many, one_long)).parse(tokens)
}

/// "weeklong", "month-long".
fn one_long(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (after, unit) = unit(tokens)?;
    let rest = long(after);
    // "year" needs its "-long"; "weeklong" has it.
    let joined = tokens.first().is_some_and(|token| token.end - token.start > 6 && unit < Unit::Decade && unit != Unit::Weekend);
    if (joined || rest.len() < after.len()) && !matches!(unit, Unit::Half | Unit::Fortnight | Unit::Quarter) {
        Ok((rest, TimeExpr::new(What::Duration(Amount::of(Decimal::ONE, unit)))))
    } else {
        no()
    }
}

/// How often: "every Tuesday", "each year", "daily", "twice a week", "Mondays".
pub(super) fn set(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, cycle) = alt((every, often, cycle, plural)).parse(tokens)?;
    Ok((rest, TimeExpr::new(What::Set(cycle))))
}

fn every(tokens: Tokens<'_>) -> Read<'_, Cycle> {
    let (rest, ()) = any(&[Key::Every, Key::Each])(tokens)?;
    // "every other week", "every second Tuesday", "every third day".
    let other = |t| {
        let (t, nth) =
            alt((value(2, key(Key::Other)), token_as(|token| Some(i64::from(token.word.ordinal)).filter(|&nth| nth > 1)))).parse(t)?;
        let several = |t| unit(t).map(|(t, unit)| (t, Cycle::Every(Amount::of(Decimal::from(nth), unit))));
        alt((several, |t| weekday(t).map(|(t, day)| (t, Cycle::Weekday(day, None))))).parse(t)
    };
    let several = |t| {
        let (t, amount) = count::amount(t)?;
        Ok((t, Cycle::Every(amount)))
    };
    alt((
        other,
        |t| unit(t).map(|(t, unit)| (t, Cycle::Every(Amount::of(Decimal::ONE, unit)))),
        |t| {
            let (t, day) = weekday(t)?;
            let (t, part) = opt(clock::part).parse(t)?;
            Ok((t, Cycle::Weekday(day, part)))
        },
        |t| clock::part(t).map(|(t, part)| (t, Cycle::Part(part))),
        token_as(|token| (token.word.month > 0).then_some(u32::from(token.word.month))).map(Cycle::Month),
        several,
    ))
    .parse(rest)
}

/// "twice a week", "three times a day", "per year".
fn often(tokens: Tokens<'_>) -> Read<'_, Cycle> {
    const FIRST: Keys = Keys::of(&[Key::Once, Key::Twice, Key::Per]);
    if !tokens.iter().any(|token| token.is(Key::Times)) {
        begins(tokens, FIRST)?;
    }
    let times = alt((any(&[Key::Once, Key::Twice]), |t| {
        // "78,000 times a minute" is a speed.
        let (t, ()) = peek(token_as(|token| (!token.digits().is_some_and(|digits| digits.grouped)).then_some(()))).parse(t)?;
        let (t, _) = count::figure(t)?;
        key(Key::Times)(t)
    }));
    let (rest, counted) = opt(times).parse(tokens)?;
    let (rest, ()) = if counted.is_some() { any(&[Key::A, Key::Per, Key::Each, Key::Every])(rest)? } else { key(Key::Per)(rest)? };
    let (rest, unit) = unit(rest)?;
    Ok((rest, Cycle::Every(Amount::of(Decimal::ONE, unit))))
}

/// "daily", "annual".
fn cycle(tokens: Tokens<'_>) -> Read<'_, Cycle> {
    let (rest, unit) = token_as(|token| token.word.cycle)(tokens)?;
    Ok((rest, Cycle::Every(Amount::of(Decimal::ONE, unit))))
}

/// "Mondays", "Friday mornings", "mornings", "weekends".
fn plural(tokens: Tokens<'_>) -> Read<'_, Cycle> {
    let days = token_as(|token| (token.word.weekday > 0 && token.word.plural).then(|| weekday_from_monday(token.word.weekday)));
    let parts = |t| token_as(|token| token.word.part.filter(|_| token.word.plural))(t);
    alt((
        |t| days(t).map(|(t, day)| (t, Cycle::Weekday(day, None))),
        |t| {
            let (t, day) = weekday(t)?;
            parts(t).map(|(t, part)| (t, Cycle::Weekday(day, Some(part))))
        },
        |t| parts(t).map(|(t, part)| (t, Cycle::Part(part))),
        |t| match units(t)? {
            (t, unit @ Unit::Weekend) => Ok((t, Cycle::Every(Amount::of(Decimal::ONE, unit)))),
            _ => no(),
        },
    ))
    .parse(tokens)
}

/// "now", "recently", "at the moment", "in the future", "recent years".
pub(super) fn reference(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    const FIRST: Keys = Keys::of(&[
        Key::The,
        Key::Just,
        Key::Now,
        Key::Currently,
        Key::Recently,
        Key::Recent,
        Key::Moment,
        Key::Present,
        Key::Near,
        Key::Future,
        Key::These,
    ]);
    begins(tokens, FIRST)?;
    let the = |t| maybe(Key::The, t);
    // Not "those".
    let these = |t| token_as(|token| (token.hash == hash_of("these")).then_some(()))(t);
    let found = alt((
        value(Reference::Present, (opt(key(Key::Just)), any(&[Key::Now, Key::Currently]))),
        value(Reference::Past, key(Key::Recently)),
        value(Reference::Past, (key(Key::Recent), units)),
        // "these days"
        value(Reference::Present, (these, token_as(|token| (token.word.unit == Some(Unit::Day) && token.word.plural).then_some(())))),
        |t| value(Reference::Present, (any(&[Key::Moment, Key::Present]), opt(key(Key::Time)))).parse(the(t)),
        |t| value(Reference::Future, (opt(key(Key::Near)), key(Key::Future))).parse(the(t)),
        the_past,
    ))
    .parse(tokens);
    found.map(|(rest, reference)| (rest, TimeExpr::new(What::Reference(reference))))
}

/// "the past" by itself: before another word of time it says which.
fn the_past(tokens: Tokens<'_>) -> Read<'_, Reference> {
    let (rest, _) = (key(Key::The), key(Key::Past)).parse(tokens)?;
    if rest.first().is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Digits(_))) { no() } else { Ok((rest, Reference::Past)) }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn lengths_and_repetitions_are_taken() {
        takes(&[
            ("It rained for [three weeks].", "length"),
            ("He ruled for [nearly two decades].", "length"),
            ("An [11-day] drill.", "length"),
            ("A [two-year] sentence.", "length"),
            ("It took [two and a half years].", "length"),
            ("[A decades-long] feud.", "length"),
            ("They spoke for [half an hour].", "length"),
            ("Net for the [nine months] ended Sept. 30 rose.", "ends"),
            ("It is shut for [three days] starting Monday.", "ends"),
            ("They meet [every Tuesday].", "set"),
            ("They meet [every second Tuesday].", "set"),
            ("The paper is a [weekly].", "set"),
            ("She swims [twice a week].", "set"),
            ("Shut on [Mondays].", "set"),
            ("On [weekends] they rest.", "set"),
            ("Few do so [these days].", "reference"),
            ("[Hours] after the blast they fled.", "length"),
            ("It has been [years] since they met.", "length"),
            ("He is [now] in Rome.", "reference"),
            ("It has [recently] grown.", "reference"),
        ]);
    }

    #[test]
    fn ages_and_idioms_are_left() {
        refuses(&[
            "The 41-year-old driver fled.",
            "She was two years old.",
            "He finished second.",
            "They sought a second man.",
            "He did it a second time.",
            "It was a zero-day flaw.",
            "She is the player of the year.",
            "He came in second place.",
            "Give it a second thought.",
            "The man of the hour sat down.",
            "Life was hard in those days.",
            "What a day it was.",
        ]);
    }
}
