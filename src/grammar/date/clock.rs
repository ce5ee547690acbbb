//! Times of day: "7:37 a.m.", "0737 GMT", "noon", "3 o'clock in the afternoon".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let found = date::read(Language::english(), "7:37 a.m. local time", 0, 0).unwrap();
//! assert_eq!(found.span.len(), 20);
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::count;
use super::expr::Clock;
use super::relative::ends_clause;
use super::token::{Digits, Read, Token, Tokens, any, hyphen, key, mark, maybe, no, token_as};
use crate::calendar::{DayPart, NaiveTime, Unit};
use crate::lexicon::{Key, Keys};

/// Whether a time is in the first or the second half of the day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// A time of day; every form carries a sign that it is one: a colon, "a.m.", a zone, "o'clock".
pub(super) fn clock(tokens: Tokens<'_>) -> Read<'_, Clock> {
    alt((between, time, named)).parse(tokens)
}

/// One time.
fn time(tokens: Tokens<'_>) -> Read<'_, Clock> {
    let (rest, (hour, minute, second, sure)) = alt((with_colon, past_or_to, military, spoken, bare_hour)).parse(tokens)?;
    let (rest, half) = opt(half_of_day).parse(rest)?;
    let (rest, part) = if half.is_none() { opt(part_after).parse(rest)? } else { (rest, None) };
    let half = half.or_else(|| {
        part.and_then(|part| match part {
            DayPart::Morning => Some(Half::Am),
            DayPart::Afternoon | DayPart::Evening => Some(Half::Pm),
            DayPart::Midday | DayPart::Night => None,
        })
    });
    let (rest, zone) = opt(zone).parse(rest)?;
    if !sure && half.is_none() && zone.is_none() {
        return no();
    }
    let Some(hour) = on_the_dial(hour, half) else { return no() };
    let Some(time) = NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0)) else { return no() };
    Ok((rest, Clock::Time { time, seconds: second.is_some(), universal: zone == Some(true) }))
}

/// The hour from 0, if the half of the day fits it.
const fn on_the_dial(hour: u32, half: Option<Half>) -> Option<u32> {
    match half {
        // "17:06 pm" says it twice.
        Some(Half::Pm) if matches!(hour, 13..=23) => Some(hour),
        Some(_) if hour == 0 || hour > 12 => None,
        Some(Half::Am) => Some(hour % 12),
        Some(Half::Pm) => Some(hour % 12 + 12),
        None => Some(hour),
    }
}

type Reading = (u32, u32, Option<u32>, bool);

fn small(tokens: Tokens<'_>) -> Read<'_, Digits> {
    token_as(|token| token.digits().filter(|digits| !digits.grouped && !digits.ordinal))(tokens)
}

/// "7:37", "18:00:05", "7.37" before "a.m.".
fn with_colon(tokens: Tokens<'_>) -> Read<'_, Reading> {
    let (rest, hour) = small(tokens)?;
    if hour.fraction == 2 && hour.len <= 4 {
        return Ok((rest, (hour.value / 100, hour.value % 100, None, false)));
    }
    let two = |t| {
        let (t, ()) = token_as(|token| (token.mark() == Some(b':') && !token.spaced).then_some(()))(t)?;
        token_as(|token| token.digits().filter(|d| d.len == 2 && d.fraction == 0 && !token.spaced && d.value < 60).map(|d| d.value))(t)
    };
    if hour.fraction > 0 || hour.len > 2 || hour.value > 24 {
        return no();
    }
    let (rest, minute) = two(rest)?;
    let (rest, second) = opt(two).parse(rest)?;
    Ok((rest, (hour.value, minute, second, true)))
}

/// "half past eight", "ten minutes to nine", "a quarter past six", "twenty past nine".
fn past_or_to(tokens: Tokens<'_>) -> Read<'_, Reading> {
    let half = |t| key(Key::Half)(t).map(|(t, ())| (t, (30, true)));
    let quarter = |t| {
        let (t, unit) = super::token::unit(maybe(Key::A, t))?;
        if unit == Unit::Quarter { Ok((t, (15, true))) } else { no() }
    };
    let minutes = |t| {
        let digits = token_as(|token| token.whole(1, 59));
        let (t, minutes) = alt((digits, count::words)).parse(t)?;
        let (t, unit) = opt(super::token::units).parse(t)?;
        if minutes > 59 || unit.is_some_and(|unit| unit != Unit::Minute) { no() } else { Ok((t, (minutes, unit.is_some()))) }
    };
    let (rest, (minutes, sure)) = alt((half, quarter, minutes)).parse(tokens)?;
    let (rest, past) = alt((nom::combinator::value(true, key(Key::Past)), nom::combinator::value(false, key(Key::To)))).parse(rest)?;
    let (rest, (hour, ..)) = bare_hour(rest)?;
    match (past, hour) {
        (_, 0 | 13..) => no(),
        // "twenty past nine"
        (true, hour) => Ok((rest, (hour, minutes, None, sure || minutes.is_multiple_of(5)))),
        // "5 to 6 p.m." is an hour long, and "half to" is said of nothing.
        (false, _) if minutes == 30 || !sure => no(),
        (false, hour) => {
            // "a quarter to two firms" is a share.
            let whole = minutes != 15 || ends_clause(rest) || rest.first().is_some_and(|next| next.is(Key::On));
            Ok((rest, (if hour == 1 { 12 } else { hour - 1 }, 60 - minutes, None, whole)))
        }
    }
}

/// "0737" before a zone or "local time".
fn military(tokens: Tokens<'_>) -> Read<'_, Reading> {
    let (rest, digits) = small(tokens)?;
    if digits.len != 4 || digits.fraction > 0 {
        return no();
    }
    // "1430 hours", where words before lead to a time; a zone may follow the hours.
    let (rest, hours) = match hours(rest) {
        Ok((after, ())) if zone(rest).is_err() => (after, true),
        _ => (rest, false),
    };
    Ok((rest, (digits.value / 100, digits.value % 100, None, hours)))
}

/// "seven forty-five" before "p.m.".
fn spoken(tokens: Tokens<'_>) -> Read<'_, Reading> {
    let (rest, hour) = token_as(|token| token.word.count.filter(|hour| (1..=12).contains(hour)))(tokens)?;
    let (rest, minute) = count::words(rest)?;
    if (10..60).contains(&minute) { Ok((rest, (u32::from(hour), minute, None, false))) } else { no() }
}

/// "at 8" behind a part of a day: "tonight at 8".
pub(super) fn hour_of_part(tokens: Tokens<'_>) -> Read<'_, Clock> {
    let (rest, ()) = key(Key::At)(tokens)?;
    let (rest, reading) = bare_hour(rest)?;
    let closed = ends_clause(rest) || rest.first().is_some_and(|next| next.is(Key::In) || next.is(Key::On));
    if closed && (1..=12).contains(&reading.0) { plain(rest, reading) } else { no() }
}

/// "7" before "a.m.", "o'clock" or a part of the day.
fn bare_hour(tokens: Tokens<'_>) -> Read<'_, Reading> {
    let digits = token_as(|token| token.digits().filter(|d| d.len <= 2).and_then(|_| token.whole(0, 24)));
    let (rest, hour) =
        alt((digits, |t| count::words(t).and_then(|(rest, hour)| if hour <= 24 { Ok((rest, hour)) } else { no() }))).parse(tokens)?;
    match oclock(rest) {
        Ok((rest, ())) => Ok((rest, (hour, 0, None, true))),
        Err(_) => Ok((rest, (hour, 0, None, false))),
    }
}

/// "o'clock".
fn oclock(tokens: Tokens<'_>) -> Read<'_, ()> {
    let (rest, _) = opt((token_as(|token| token.is(Key::OLetter).then_some(())), mark(b'\''))).parse(tokens)?;
    key(Key::Oclock)(rest)
}

/// "a.m.", "pm", "p.m".
fn half_of_day(tokens: Tokens<'_>) -> Read<'_, Half> {
    let whole = alt((nom::combinator::value(Half::Am, key(Key::Am)), nom::combinator::value(Half::Pm, key(Key::Pm))));
    let dotted = |t| {
        let (t, half) =
            alt((nom::combinator::value(Half::Am, key(Key::A)), nom::combinator::value(Half::Pm, key(Key::PLetter)))).parse(t)?;
        let (t, _) = opt(mark(b'.')).parse(t)?;
        let (t, ()) = key(Key::MLetter)(t)?;
        let (t, _) = opt(mark(b'.')).parse(t)?;
        Ok((t, half))
    };
    let glued = |t| {
        token_as(|token| match token {
            _ if token.spaced || token.end - token.start > 1 => None,
            _ if token.is(Key::A) => Some(Half::Am),
            _ if token.is(Key::PLetter) => Some(Half::Pm),
            _ => None,
        })(t)
    };
    alt((whole, dotted, glued)).parse(tokens)
}

/// "in the morning", "at night" after a time.
fn part_after(tokens: Tokens<'_>) -> Read<'_, DayPart> {
    let (rest, ()) = any(&[Key::In, Key::At])(tokens)?;
    token_as(|token| token.word.part.filter(|_| !token.word.plural))(maybe(Key::The, rest))
}

/// A zone, and whether it is universal time: "GMT", "(GMT +8)", "local time".
fn zone(tokens: Tokens<'_>) -> Read<'_, bool> {
    let offset = |t| {
        let (t, ()) = alt((mark(b'+'), hyphen)).parse(t)?;
        let (t, _) = small(t)?;
        Ok((t, ()))
    };
    let named = |t| {
        let (t, universal) = token_as(|token| {
            // "et" and "pt" are words in lower case.
            (token.is(Key::Universal) || token.is(Key::Zone) && token.capital).then_some(token.is(Key::Universal))
        })(t)?;
        let (t, shifted) = opt(offset).parse(t)?;
        Ok((t, universal && shifted.is_none()))
    };
    let bracketed = |t| {
        let (t, ()) = mark(b'(')(t)?;
        let (t, found) = named(t)?;
        let (t, ()) = mark(b')')(t)?;
        Ok((t, found))
    };
    let local = |t| {
        let (t, ()) = key(Key::Local)(t)?;
        let (t, ()) = key(Key::Time)(t)?;
        Ok((t, false))
    };
    let of_hours = |t| {
        let (t, ()) = hours(t)?;
        named(t)
    };
    alt((named, bracketed, local, of_hours)).parse(tokens)
}

/// "hours".
fn hours(tokens: Tokens<'_>) -> Read<'_, ()> {
    token_as(|token| (token.word.unit == Some(Unit::Hour) && token.word.plural).then_some(()))(tokens)
}

/// "noon", "midnight".
fn named(tokens: Tokens<'_>) -> Read<'_, Clock> {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).map(|time| Clock::Time { time, seconds: false, universal: false });
    let noon = token_as(move |token| if token.is(Key::Noon) { at(12) } else { None });
    let midnight = token_as(move |token| if token.is(Key::Midnight) { at(0) } else { None });
    alt((noon, midnight)).parse(tokens)
}

/// "5 to 6pm", "9:30-11:00", "from 7 a.m. to noon".
fn between(tokens: Tokens<'_>) -> Read<'_, Clock> {
    const JOINTS: Keys = Keys::of(&[Key::To, Key::Until, Key::Through, Key::And]);
    let joins = |token: &Token<'_>| matches!(token.mark(), Some(b'-' | b'~')) || token.word.keys.meets(JOINTS);
    if !tokens.iter().skip(1).any(joins) {
        return no();
    }
    let opened = any(&[Key::From, Key::Between])(tokens).is_ok();
    let rest = if opened { &tokens[1..] } else { tokens };
    let (rest, first) = alt((time, named, |t| bare_hour(t).and_then(|(rest, reading)| plain(rest, reading)))).parse(rest)?;
    let dash = |t| token_as(|token| matches!(token.mark(), Some(b'-' | b'~')).then_some(()))(t);
    let (rest, ()) = alt((dash, |t| any(&[Key::To, Key::Until, Key::Through, Key::And])(t))).parse(rest)?;
    if !opened && tokens.iter().take(6).any(|token| token.is(Key::And)) {
        return no();
    }
    let (rest, second) = alt((time, named)).parse(rest)?;
    let (Clock::Time { time: from, .. }, Clock::Time { time: to, .. }) = (first, second) else { return no() };
    // "5 to 6 pm": both in the afternoon.
    let from = match from.overflowing_add_signed(crate::calendar::half_day()) {
        (later, 0) if later < to && tokens_have_no_half(tokens) => later,
        _ => from,
    };
    Ok((rest, Clock::Between(from, to)))
}

fn plain(rest: Tokens<'_>, (hour, minute, ..): Reading) -> Read<'_, Clock> {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => Ok((rest, Clock::Time { time, seconds: false, universal: false })),
        None => no(),
    }
}

/// Whether the first of two times says no half of the day.
fn tokens_have_no_half(tokens: Tokens<'_>) -> bool {
    let first = tokens.iter().take_while(|token| !matches!(token.mark(), Some(b'-' | b'~')) && !token.is(Key::To) && !token.is(Key::And));
    !first
        .into_iter()
        .any(|token| token.is(Key::Am) || token.is(Key::Pm) || token.is(Key::MLetter) || token.is(Key::Noon) || token.is(Key::Midnight))
}

/// A part of a day in words: "morning".
pub(super) fn part(tokens: Tokens<'_>) -> Read<'_, DayPart> {
    token_as(|token| token.word.part.filter(|_| !token.word.plural))(tokens)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn times_of_day_are_taken() {
        takes(&[
            ("The quake struck at [7:37 a.m. local time].", "time"),
            ("It was reported at [0737 GMT].", "time"),
            ("Polls close at [7pm].", "time"),
            ("Polls close at [7p].", "time"),
            ("They met at [1430 hours] in Bern.", "time"),
            ("It struck at [17:06 pm].", "time"),
            ("He left at [7:42] to play ball.", "time"),
            ("The siren went at [18:00 UTC].", "time"),
            ("It opens at [9 o'clock] sharp.", "time"),
            ("The truce began at [noon].", "time"),
            ("They sat down at [3 o'clock in the afternoon].", "time"),
            ("Doors open [from 5 to 6pm].", "time"),
            ("He called at [8:05 p.m. on Tuesday].", "time"),
            ("It began at [half past eight].", "time"),
            ("It began at [9 p.m. Friday night].", "time"),
            ("It began at [ten minutes to nine] sharp.", "time"),
            ("Doors shut [tomorrow at a quarter past six].", "time"),
            ("It began at [quarter to nine].", "time"),
            ("It was [twenty past nine] by then.", "time"),
            ("The film begins at [seven forty-five p.m.]", "time"),
            ("They play [tonight from 7 to 7:30].", "time"),
            ("They play [tonight at 8 p.m.] in Bern.", "time"),
            ("He came [last night at 9].", "time"),
        ]);
    }

    #[test]
    fn figures_that_are_no_times_are_left() {
        refuses(&[
            "The score was 3:1.",
            "They sold 1200 for a song.",
            "It rose 7.37 points.",
            "They voted ten to six.",
            "They sell at ten to six shops.",
            "It gave a quarter to two firms.",
            "Mix it 2:1 with water.",
            "They led with 7:42 left in the game.",
            "He scored with 4:43 to play.",
            "Shares fell 4p to close low.",
        ]);
    }
}
