//! Time expressions, read without a calendar.
//!
//! In: a language, a folded text and the place of a candidate word. Out: the expression that the word belongs to, with its words.
//! What never happens here: any calendar day, any look beyond the line. [`TimeExpr`] says what can be read; each file reads one
//! family of them; `check` refuses what only looks like one.

mod beyond;
mod check;
mod clock;
mod count;
mod day;
mod expr;
mod figures;
mod holiday;
mod interval;
mod length;
mod offset;
mod period;
mod plain;
mod relative;
#[cfg(test)]
mod testing;
mod token;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

pub use expr::{Amount, Clock, Cycle, From, Order, Piece, Portion, Reference, Step, TimeExpr, Vague, What, Year};

use crate::calendar::{Third, Unit};
use crate::lexicon::{Calendar, Key, Keys, Language};
use crate::text::{Span, Word, Words};
use token::{Kind, Read, Token, Tokens, Window, any, begins, hyphen, key, mark, maybe, maybe_hyphen, no, token_as};

/// A time expression and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// All its words, from the hedge on.
    pub span: Span,
    /// The figure in it; the whole where it states none.
    pub figure: Span,
    /// What it says.
    pub time: TimeExpr,
}

/// Reads the time expression that the word at `at` belongs to; nothing before `floor` does. `None` where it belongs to none.
pub fn read(language: &Language, text: &str, at: usize, floor: usize) -> Option<Found> {
    let words: Vec<Word> = Words::new(text).collect();
    let index = words.partition_point(|word| (word.start as usize) < at);
    Reader::new(language).read(text, (&words, index), at, floor)
}

/// Reads one expression after another, in one window that moves along.
pub struct Reader<'l> {
    calendar: &'l Calendar,
    window: Window<'l>,
}

impl<'l> Reader<'l> {
    /// A reader of a language's time expressions.
    pub const fn new(language: &'l Language) -> Self {
        Self { calendar: &language.calendar, window: Window::new() }
    }

    /// As [`read`]; `words` are those of the text, and the index of the first that does not begin before `at`.
    pub fn read(&mut self, text: &str, words: (&[Word], usize), at: usize, floor: usize) -> Option<Found> {
        let last = self.window.move_to(self.calendar, text, words, at, floor)?;
        found(self.calendar, text, &self.window, last)
    }
}

/// The expression in a window that its candidate belongs to; `last` is the last token on which one can rest.
fn found(calendar: &Calendar, text: &str, window: &Window<'_>, last: usize) -> Option<Found> {
    let (tokens, candidate) = (window.tokens(), window.candidate());
    (0..=candidate.min(last)).filter(|&start| opens(&tokens[start])).find_map(|start| {
        let (rest, mut time) = expression(&tokens[start..]).ok()?;
        if let (What::Day { year: year @ Year::Open, month, day, .. }, Some(next)) = (&mut time.what, rest.first()) {
            *year = calendar.remembered(*month, *day, next.hash).map_or(Year::Open, Year::Known);
        }
        let end = tokens.len() - rest.len();
        if end <= candidate || !check::stands(calendar, text, tokens, start..end, &time) {
            return None;
        }
        let words = &tokens[start..end];
        let figures = |token: &&Token<'_>| token.digits().is_some() || token.word.count.is_some() || token.word.ordinal > 0;
        let span = Span { start: words.first()?.start, end: words.last()?.end };
        let figure = match (words.iter().find(figures), words.iter().rfind(figures)) {
            (Some(first), Some(last)) => Span { start: first.start, end: last.end },
            _ => span,
        };
        Some(Found { span, figure, time })
    })
}

/// Whether an expression can begin here: not with a preposition that only leads to one.
fn opens(token: &Token<'_>) -> bool {
    const LEADS: Keys = Keys::of(&[
        Key::Of,
        Key::In,
        Key::On,
        Key::To,
        Key::Until,
        Key::Since,
        Key::For,
        Key::During,
        Key::Within,
        Key::Into,
        Key::Dated,
        Key::And,
    ]);
    match token.kind {
        Kind::Word => !token.word.keys.meets(LEADS),
        Kind::Digits(_) => true,
        Kind::Mark(found) => found == b'\'',
        Kind::Other => false,
    }
}

/// Any time expression.
fn expression(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    plain::plain(tokens).unwrap_or_else(|| in_full(tokens))
}

/// The same, with every family asked. Each begins with a look at the first word, so that most words cost most families no more than that.
fn in_full(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let date = alt((part_of_date, date_and_clock));
    alt((length::reference, length::set, interval::interval, clock_and_date, date, length::length, part_of_day, day::alone)).parse(tokens)
}

/// A date without a time of day, with what stands before it: "late February", "the end of the year".
fn date(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    alt((portion, core)).parse(tokens)
}

/// "early February", "the beginning of 2017", "later this year".
fn portion(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    const FIRST: Keys =
        Keys::of(&[Key::The, Key::Early, Key::Mid, Key::Late, Key::Later, Key::Earlier, Key::Start, Key::Middle, Key::End, Key::Rest]);
    begins(tokens, FIRST)?;
    let rest = maybe(Key::The, tokens);
    let adverb = |t| {
        let (t, portion) = alt((
            value(Portion::Third(Third::First), key(Key::Early)),
            value(Portion::Third(Third::Second), key(Key::Mid)),
            value(Portion::Third(Third::Last), key(Key::Late)),
            value(Portion::Later, key(Key::Later)),
            value(Portion::Earlier, key(Key::Earlier)),
        ))
        .parse(t)?;
        // "late in the day Friday".
        let in_the_day = |t| {
            let (t, ()) = key(Key::In)(t)?;
            let (t, ()) = key(Key::The)(t)?;
            let (t, ()) = token_as(|token| (token.word.unit == Some(Unit::Day) && !token.word.plural).then_some(()))(t)?;
            let t = maybe(Key::On, t);
            if token::weekday(t).is_ok() { Ok((t, ())) } else { no() }
        };
        let (t, _) = opt(alt((in_the_day, hyphen, |t| any(&[Key::In, Key::On])(t)))).parse(t)?;
        Ok((t, portion))
    };
    let noun = |t| {
        let (t, portion) = alt((
            value(Portion::Third(Third::First), key(Key::Start)),
            value(Portion::Third(Third::Second), key(Key::Middle)),
            value(Portion::Third(Third::Last), key(Key::End)),
            value(Portion::Later, key(Key::Rest)),
        ))
        .parse(t)?;
        let (t, ()) = key(Key::Of)(t)?;
        Ok((t, portion))
    };
    let (rest, portion) = alt((adverb, noun)).parse(rest)?;
    // "end of year" without its article.
    let bare = |t| token::unit(t).map(|(t, unit)| (t, TimeExpr::new(What::Unit(unit, Step::This))));
    let (rest, time) = if tokens.len() - rest.len() > 1 { alt((core, bare)).parse(rest)? } else { core(rest)? };
    let whole = !matches!(time.what, What::Clock | What::Set(_) | What::Duration(_) | What::Interval(..));
    let relative = matches!(portion, Portion::Third(_))
        || matches!(time.what, What::Unit(..) | What::Weekday { .. } | What::Month { .. } | What::Year { .. } | What::Season { .. });
    if whole && relative { Ok((rest, TimeExpr { portion: Some(portion), ..time })) } else { no() }
}

/// A date by itself. The first word decides which parsers are tried.
fn core(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let Some(first) = tokens.first() else { return no() };
    // What a day, a month or a year in figures goes on with; "12 hours" and a bare "Monday" do not.
    let goes_on = tokens.get(1).is_some_and(|next| {
        const NEXT: Keys = Keys::of(&[Key::The, Key::Of, Key::On, Key::Possessive, Key::And, Key::Or]);
        !matches!(next.kind, Kind::Word) || next.word.month > 0 || next.word.ordinal > 0 || next.word.keys.meets(NEXT)
    });
    match first.kind {
        Kind::Digits(digits) if digits.len < 4 && !digits.ordinal && tokens.len() > 1 && !goes_on => day::of_month(tokens),
        Kind::Digits(_) => alt((
            figures::figures,
            figures::year_first,
            figures::year_and_month,
            day::written,
            period::period,
            day::of_month,
            figures::short_figures,
            figures::month_and_year,
            day::listed,
        ))
        .parse(tokens),
        Kind::Mark(b'\'') => period::period(tokens),
        Kind::Word if first.is(Key::The) || first.is(Key::A) => {
            let numbered = |t| period::numbered(maybe(Key::The, t));
            let plain = |t| period::after_article(maybe(Key::The, t));
            let month = |t| month_of_year(maybe(Key::The, t));
            // "the year's end", "the 3rd and 4th of May".
            let end = |t| period::end_of(maybe(Key::The, t));
            let listed = |t| day::listed(maybe(Key::The, t));
            // "the Sept. 30 quarter".
            let dated = |t| day::written(maybe(Key::The, t));
            let first = alt((day::written, dated, month, the_year, numbered, around, end));
            alt((first, relative::modified, plain, day::of_month, listed, bare_day)).parse(tokens)
        }
        Kind::Word => {
            let word = first.word;
            if word.month > 0 {
                alt((day::written, month)).parse(tokens)
            } else if word.weekday > 0 && !goes_on {
                alt((|t| relative::weekday_of_week(t, Step::Bare), |t| holiday::holiday(t, Step::Bare))).parse(tokens)
            } else if word.weekday > 0 {
                alt((
                    day::in_brackets,
                    day::written,
                    figures::figures,
                    figures::short_figures,
                    day::of_month,
                    |t| relative::weekday_of_week(t, Step::Bare),
                    |t| holiday::holiday(t, Step::Bare),
                ))
                .parse(tokens)
            } else {
                alt((
                    |t| holiday::holiday(t, Step::Bare),
                    relative::day_word,
                    period::end_of,
                    |t| period::season(t, Step::Bare),
                    relative::modified,
                    day::written,
                    period::period,
                    the_year,
                ))
                .parse(tokens)
            }
        }
        Kind::Mark(_) | Kind::Other => no(),
    }
}

/// "June 2024", "March".
fn month(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, month) = day::month(tokens)?;
    let (rest, year) = opt(day::year_after).parse(rest)?;
    Ok((rest, TimeExpr::new(What::Month { year: year.unwrap_or(Year::Open), month, step: Step::Bare })))
}

/// "the October 1987 crash": a month whose year is said.
fn month_of_year(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, time) = month(tokens)?;
    if matches!(time.what, What::Month { year: Year::Known(_), .. }) { Ok((rest, time)) } else { no() }
}

/// A period that an nth piece can lie in, without a word like "last": "March", "2015", "October 2018".
fn plain_period(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    alt((month, |t| period::season(t, Step::Bare), |t| period::period(maybe(Key::The, t)))).parse(tokens)
}

/// "the year 2020".
fn the_year(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let rest = maybe(Key::The, tokens);
    let (rest, ()) = token_as(|token| (token.word.unit == Some(Unit::Year) && !token.word.plural).then_some(()))(rest)?;
    day::year_figures(rest).map(|(rest, year)| (rest, TimeExpr::new(What::Year { year, fiscal: false })))
}

/// "the week of March 10", "the weekend of Halloween".
fn around(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, unit) = token::unit(maybe(Key::The, tokens))?;
    // "the week ended Nov. 3", "the week to Nov. 3".
    let (rest, ()) = any(&[Key::Of, Key::Start, Key::End, Key::To])(rest)?;
    let rest = maybe(Key::On, rest);
    let (rest, day) = alt((day::written, |t| holiday::holiday(t, Step::Bare), bare_day)).parse(rest)?;
    if matches!(unit, Unit::Week | Unit::Weekend) { Ok((rest, TimeExpr::new(What::Around(unit, Box::new(day))))) } else { no() }
}

/// "the 21st", of a month that is not named.
fn bare_day(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, ()) = key(Key::The)(tokens)?;
    let (rest, day) =
        token_as(|token| token.digits().filter(|digits| digits.ordinal && (1..=31).contains(&digits.value)).map(|digits| digits.value))(
            rest,
        )?;
    Ok((rest, TimeExpr::new(What::DayOfMonth { day, month: Step::Bare, weekday: None })))
}

/// Whether a time of day can belong to it.
fn takes_clock(what: &What) -> bool {
    matches!(
        what,
        What::Day { .. }
            | What::DayOfMonth { .. }
            | What::Weekday { .. }
            | What::Unit(Unit::Day, _)
            | What::Holiday { .. }
            | What::Nth { .. }
    )
}

/// "Tuesday at 7 a.m.", "Thursday night", "tonight from 7 to 7:30", "yesterday", "March 3".
fn date_and_clock(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, mut date) = date(tokens)?;
    if !takes_clock(&date.what) {
        return Ok((rest, date));
    }
    let (rest, clock) = match date.clock {
        None => opt(clock_after).parse(rest)?,
        clock => (rest, clock),
    };
    date.clock = clock;
    let Some(Clock::Part(part)) = clock else { return Ok((rest, date)) };
    match clock_after(rest).or_else(|_| clock::hour_of_part(rest)) {
        Ok((rest, exact @ (Clock::Time { .. } | Clock::Between(..)))) => Ok((rest, TimeExpr { clock: Some(exact.within(part)), ..date })),
        _ => Ok((rest, date)),
    }
}

/// "early morning", "afternoon".
fn part_of_day(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, _) = opt(any(&[Key::Early, Key::Mid, Key::Late])).parse(tokens)?;
    let (rest, part) = clock::part(maybe_hyphen(rest))?;
    Ok((rest, TimeExpr { clock: Some(Clock::Part(part)), ..TimeExpr::new(What::Clock) }))
}

/// "the night of Oct. 17".
fn part_of_date(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, part) = clock::part(maybe(Key::The, tokens))?;
    // "overnight Friday"
    let direct = tokens.first().is_some_and(|first| first.is(Key::Overnight));
    let rest = match any(&[Key::Of, Key::On])(rest) {
        Ok((rest, ())) => rest,
        Err(_) if direct => rest,
        Err(error) => return Err(error),
    };
    // "the night of 3 to 4 May" is that of the first.
    if let Ok((rest, nights)) = interval::interval(rest)
        && let What::Interval(first, last) = nights.what
        && let (What::Day { day: from, .. }, What::Day { day: to, .. }) = (&first.what, &last.what)
    {
        let next = *to == from + 1 || *to == 1;
        return if next { Ok((rest, TimeExpr { clock: Some(Clock::Part(part)), ..*first })) } else { no() };
    }
    let (rest, day) = date(rest)?;
    let named = matches!(day.what, What::Day { .. } | What::DayOfMonth { .. } | What::Holiday { .. })
        || direct && matches!(day.what, What::Weekday { .. });
    if named && day.clock.is_none() { Ok((rest, TimeExpr { clock: Some(Clock::Part(part)), ..day })) } else { no() }
}

/// The time of day after a date.
fn clock_after(tokens: Tokens<'_>) -> Read<'_, Clock> {
    let part = |t| clock::part(t).map(|(t, part)| (t, Clock::Part(part)));
    let in_the = |t| {
        let (t, ()) = any(&[Key::In, Key::At])(t)?;
        part(maybe(Key::The, t))
    };
    let (rest, _) = opt(mark(b',')).parse(tokens)?;
    let (rest, _) = opt(any(&[Key::At, Key::By, Key::About, Key::After, Key::Before])).parse(rest)?;
    let (rest, _) = opt(key(Key::About)).parse(rest)?;
    alt((clock::clock, |t| if rest.len() == tokens.len() { part(t) } else { no() }, |_| in_the(tokens))).parse(rest)
}

/// "7 a.m. on Tuesday", "18:00 UTC today", "noon", "in the morning".
fn clock_and_date(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    const FIRST: Keys = Keys::of(&[Key::About, Key::From, Key::Between, Key::Noon, Key::Midnight, Key::A, Key::Half]);
    // "quarter past six".
    if !tokens.first().is_some_and(|first| first.counts() || first.word.unit == Some(Unit::Quarter)) {
        begins(tokens, FIRST)?;
    }
    let (rest, _) = opt(key(Key::About)).parse(tokens)?;
    let (rest, clock) = clock::clock(rest)?;
    let joined = |t| {
        let (t, _) = opt(mark(b',')).parse(t)?;
        let (t, _) = opt(any(&[Key::On, Key::Of])).parse(t)?;
        let (t, found) = date(t)?;
        // "9 p.m. Friday night"
        let (t, part) = opt(clock::part).parse(t)?;
        let part = match found.clock {
            None => part,
            Some(Clock::Part(part)) => Some(part),
            Some(_) => return no(),
        };
        if takes_clock(&found.what) { Ok((t, (found, part))) } else { no() }
    };
    let (rest, found) = opt(joined).parse(rest)?;
    let (time, part) = found.unwrap_or((TimeExpr::new(What::Clock), None));
    let clock = part.map_or(clock, |part| clock.within(part));
    Ok((rest, TimeExpr { clock: Some(clock), ..time }))
}
