//! How many: "3", "thirty-one", "two and a half", "a few", "a couple of".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::expr::{Amount, Vague};
use super::token::{Kind, Read, Tokens, hyphen, key, maybe, maybe_hyphen, next, no, token_as, unit, units};
use crate::calendar::Unit;
use crate::lexicon::Key;
use crate::value::Decimal;

/// A figure, or the word in its place.
pub(super) type Figure = (Option<Decimal>, Option<Vague>);

/// A whole number in words below a million: "twenty-four", "two hundred".
pub(super) fn words(tokens: Tokens<'_>) -> Read<'_, u32> {
    let count = |tokens| token_as(|token| token.word.count.filter(|_| token.word.ordinal == 0))(tokens);
    let (mut rest, first) = count(tokens)?;
    let mut total = u32::from(first);
    let mut last = first;
    loop {
        let joined = maybe_hyphen(rest);
        // "twenty and four" is how some speak; "two hundred and six" how most do.
        let joined = if last >= 20 { maybe(Key::And, joined) } else { joined };
        let Ok((after, more)) = count(joined) else { break };
        let fits = match more {
            100 | 1000 => last < more && total < 1000,
            _ => last >= 20 && more < 10 && last < 100 || last >= 100 && more < 100,
        };
        if !fits {
            break;
        }
        total = if more >= 100 { total * u32::from(more) } else { total + u32::from(more) };
        (rest, last) = (after, more);
    }
    Ok((rest, total))
}

/// A figure before a unit: digits, words, with a half or a quarter more; or a word in its place.
pub(super) fn figure(tokens: Tokens<'_>) -> Read<'_, Figure> {
    alt((
        |t| exact(t).map(|(rest, found)| (rest, (Some(found), None))),
        value((None, Some(Vague::Several)), key(Key::Several)),
        value((None, Some(Vague::Many)), key(Key::Many)),
        value((None, Some(Vague::Few)), (opt(key(Key::A)), key(Key::Few))),
        value((Some(Decimal::from(2)), Some(Vague::Couple)), (opt(key(Key::A)), key(Key::Couple), opt(key(Key::Of)))),
        value((Some(Decimal::from(12)), None), (opt(key(Key::A)), key(Key::Dozen))),
        value((Some(Decimal::new(5, -1)), None), (key(Key::A), key(Key::Half), opt(hyphen))),
        value((Some(Decimal::new(5, -1)), None), (key(Key::Half), opt(key(Key::A)))),
        value((Some(Decimal::ONE), None), key(Key::A)),
    ))
    .parse(tokens)
}

/// A figure in digits or words, with its fraction: "2.5", "two and a half".
fn exact(tokens: Tokens<'_>) -> Read<'_, Decimal> {
    let (rest, token) = next(tokens)?;
    let (rest, found) = match token.kind {
        Kind::Digits(digits) if !digits.ordinal => {
            let exponent = i8::try_from(digits.fraction).map_or(0, |fraction| -fraction);
            (rest, Decimal::new(i64::from(digits.value), exponent))
        }
        Kind::Word => words(tokens).map(|(rest, found)| (rest, Decimal::from(i64::from(found))))?,
        _ => return no(),
    };
    let half = |t| (key(Key::And), opt(key(Key::A)), key(Key::Half)).parse(t);
    match half(rest) {
        Ok((after, _)) => found.plus(Decimal::new(5, -1)).map_or_else(no, |sum| Ok((after, sum))),
        Err(_) => Ok((rest, found)),
    }
}

/// A figure and its unit: "three weeks", "two and a half years", "11-day", "a year and a half".
pub(super) fn amount<'t>(tokens: Tokens<'t>) -> Read<'t, Amount> {
    let (rest, (figure, vague)) = figure(tokens)?;
    let article = tokens.first().is_some_and(|token| token.is(Key::A)) && figure == Some(Decimal::ONE);
    let hyphened = hyphen(rest).is_ok();
    let rest = maybe_hyphen(rest);
    // "six straight days", "two more weeks", "five trading days".
    let (rest, working) = opt(key(Key::Working)).parse(rest)?;
    let rest = if hyphened {
        rest
    } else {
        alt((key(Key::Straight), key(Key::More), key(Key::Less), key(Key::Running))).parse(rest).map_or(rest, |(rest, ())| rest)
    };
    let (rest, unit) = alt((
        units,
        token_as(|token| token.word.unit.filter(|_| token.word.short)),
        // "11 day" has lost its hyphen; "5 second place" has not.
        |t| {
            let (after, found) = unit(t)?;
            let single = figure == Some(Decimal::ONE) || figure == Some(Decimal::new(5, -1));
            let joined = hyphened || single && vague.is_none();
            let lost = !matches!(found, Unit::Second | Unit::Quarter | Unit::Half) && figure.is_some() && !article;
            if (joined || lost) && found != Unit::Season { Ok((after, found)) } else { no() }
        },
    ))
    .parse(rest)?;
    let bare = Amount { figure, vague, unit, more: None, working: working.is_some() };
    // "a year and a half".
    let half = |t| (key(Key::And), opt(key(Key::A)), key(Key::Half)).parse(t);
    if figure == Some(Decimal::ONE)
        && let Ok((after, _)) = half(rest)
    {
        return Ok((after, Amount { figure: Some(Decimal::new(15, -1)), ..bare }));
    }
    // "2 years and 3 months".
    let smaller = |t: Tokens<'t>| -> Read<'t, (Decimal, Unit)> {
        let (t, _) = opt(alt((key(Key::And), |t| super::token::mark(b',')(t)))).parse(t)?;
        let (t, more) = exact(t)?;
        let (t, smaller) = alt((units, super::token::unit)).parse(t)?;
        if smaller < unit { Ok((t, (more, smaller))) } else { no() }
    };
    if figure.is_some()
        && !hyphened
        && let Ok((after, more)) = smaller(rest)
        // A list that goes on is read piece by piece: years, months and days make no number of any one of them.
        && smaller(super::token::mark(b',')(after).map_or(after, |(after, ())| after)).is_err()
    {
        return Ok((after, Amount { more: Some(more), ..bare }));
    }
    Ok((rest, bare))
}

/// An ordinal from 1 to 39, or a longer one in digits: "third", "21st", "twenty-first".
pub(super) fn ordinal(tokens: Tokens<'_>) -> Read<'_, u32> {
    let digits = token_as(|token| token.digits().filter(|digits| digits.ordinal).map(|digits| digits.value));
    let word = token_as(|token| (token.word.ordinal > 0).then_some(u32::from(token.word.ordinal)));
    let tens = |t| {
        let (t, ten) = token_as(|token| token.word.count.filter(|&count| matches!(count, 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)))(t)?;
        let (t, one) = token_as(|token| (1..10).contains(&token.word.ordinal).then_some(u32::from(token.word.ordinal)))(maybe_hyphen(t))?;
        Ok((t, u32::from(ten) + one))
    };
    alt((digits, tens, word)).parse(tokens)
}
