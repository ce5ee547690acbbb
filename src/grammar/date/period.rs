//! Periods of the calendar: "2023", "the 1990s", "the third quarter of 2024", "spring 2024", "the 19th century", "the last week of
//! March".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let span = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.span.of(text).to_owned());
//! assert_eq!(span("1990s style").unwrap(), "1990s");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::expr::{Piece, Portion, Step, TimeExpr, What, Year};
use super::token::{Read, Tokens, any, hyphen, key, mark, maybe, maybe_hyphen, no, token_as, unit, units, weekday};
use super::{count, day, relative};
use crate::calendar::{Third, Unit};
use crate::lexicon::Key;
use crate::text::hash_of;

/// A year, a decade, a business year, a century; a quarter or a half by its number.
pub(super) fn period(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    alt((decade, fiscal, numbered, year, |t| ends(t, Step::Bare), |t| ranked(t, Step::Bare))).parse(tokens)
}

/// What can stand after "the": all of these but a bare year, which is no part of "the 1988 crash".
pub(super) fn after_article(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    alt((decade, fiscal, numbered, |t| ends(t, Step::Bare), |t| ranked(t, Step::Bare))).parse(tokens)
}

/// "year-end", "month end", "year's end".
pub(super) fn end_of(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, unit) = unit(tokens)?;
    // The noun alone: "the year ended well" has a verb.
    let (rest, ()) = token_as(|token| (token.hash == hash_of("end")).then_some(()))(of_which(maybe_hyphen(rest)))?;
    if !matches!(unit, Unit::Year | Unit::Month | Unit::Quarter) {
        return no();
    }
    let last = Some(Portion::Third(Third::Last));
    Ok((rest, TimeExpr { portion: last, ..TimeExpr::new(What::Unit(unit, Step::This)) }))
}

/// What follows "'s", or all where that does not stand there.
fn of_which(tokens: Tokens<'_>) -> Tokens<'_> {
    (mark(b'\''), key(Key::Possessive)).parse(tokens).map_or(tokens, |(rest, _)| rest)
}

/// "2023", "'82". Whether it may stand for a year is for the caller, who sees what is around it.
fn year(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, year) = alt((day::year_figures, day::year_short, day::year_words)).parse(tokens)?;
    let (rest, _) = opt(|t| key(Key::Era)(t)).parse(rest)?;
    Ok((rest, TimeExpr::new(What::Year { year, fiscal: false })))
}

/// "the 1990s", "the '90s", "the nineties".
fn decade(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let named = token_as(|token| (token.word.decade > 0).then(|| i32::from(token.word.decade)));
    let figures = |t| {
        let (t, short) = opt(mark(b'\'')).parse(t)?;
        let (t, (first, len)) = token_as(|token| {
            let digits = token.digits().filter(|d| d.fraction == 0 && !d.grouped && !d.ordinal && d.value.is_multiple_of(10))?;
            let first = match digits.len {
                4 => (1000..2200).contains(&digits.value).then(|| digits.value.cast_signed()),
                2 => Some(day::full_year(digits.value)),
                _ => None,
            }?;
            Some((first, digits.len))
        })(t)?;
        let (t, apostrophe) = opt(mark(b'\'')).parse(t)?;
        // Some texts part the "s" from a year in four figures; "90 s" are seconds.
        let parts = len == 4 && apostrophe.is_none();
        let (t, ()) = token_as(|token| (token.is(Key::Possessive) && (parts || !token.spaced) && !token.capital).then_some(()))(t)?;
        // "1990's" is how some write the decade; "20's" without an apostrophe before is more often an age.
        if first % 100 == 0 && apostrophe.is_some() && short.is_none() { no() } else { Ok((t, first)) }
    };
    // "the 1800s" are a century; "the 2000s" are told as a decade.
    let what = |first: i32| if first % 100 == 0 && first < 2000 { What::Century(first) } else { What::Decade(first) };
    alt((figures, named)).parse(tokens).map(|(rest, first)| (rest, TimeExpr::new(what(first))))
}

/// "fiscal 2025", "fiscal year 2025", "FY 2025".
fn fiscal(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, ()) = any(&[Key::Fiscal, Key::Fy, Key::Calendar])(tokens)?;
    let business = !tokens[0].is(Key::Calendar);
    let (rest, _) = opt(token_as(|token| (token.word.unit == Some(Unit::Year)).then_some(()))).parse(rest)?;
    let (rest, year) = alt((day::year_figures, day::year_short)).parse(rest)?;
    // "fiscal 2024-25" names the year by both that it lies in; it is called by the one in which it ends.
    let second = |t| {
        let (t, ()) = hyphen(t)?;
        token_as(|token| token.digits().filter(|d| d.len == 2 && i64::from(d.value) == i64::from((year + 1) % 100)).map(|_| year + 1))(t)
    };
    let (rest, year) = second(rest).unwrap_or((rest, year));
    Ok((rest, TimeExpr::new(What::Year { year, fiscal: business })))
}

/// "Q3 2024", "H1", "week 10 of 2025", "2024 Q3".
pub(super) fn numbered(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, before) = opt(|t| {
        let (t, year) = day::year_figures(t)?;
        Ok((maybe_hyphen(of_which(t)), year))
    })
    .parse(tokens)?;
    // "the 1988 third quarter".
    if let Some(year) = before
        && let Ok((rest, TimeExpr { what: what @ (What::Quarter { year: Year::Open, .. } | What::Half { year: Year::Open, .. }), .. })) =
            ranked(rest, Step::Bare)
    {
        return Ok((rest, TimeExpr::new(with_year(what, Year::Known(year)))));
    }
    let quarter = |t| {
        let (t, quarter) = token_as(|token| (token.word.quarter > 0).then(|| u32::from(token.word.quarter)))(t)?;
        Ok((t, What::Quarter { year: Year::Open, quarter, fiscal: false }))
    };
    let half = |t| {
        let (t, half) = token_as(|token| (token.word.half > 0 && token.capital).then(|| u32::from(token.word.half)))(t)?;
        Ok((t, What::Half { year: Year::Open, half }))
    };
    let week = |t| {
        let (t, ()) = token_as(|token| (token.word.unit == Some(Unit::Week) && !token.word.plural).then_some(()))(t)?;
        let (t, week) = token_as(|token| token.whole(1, 53))(t)?;
        Ok((t, What::Week { year: Year::Open, week }))
    };
    let (rest, what) = alt((quarter, half, week)).parse(rest)?;
    let (rest, year) = match before {
        Some(year) => (rest, Year::Known(year)),
        None => in_year(rest).map(|(rest, (year, _))| (rest, year))?,
    };
    Ok((rest, TimeExpr::new(with_year(what, year))))
}

fn with_year(what: What, year: Year) -> What {
    match what {
        What::Quarter { quarter, fiscal, .. } => What::Quarter { year, quarter, fiscal },
        What::Half { half, .. } => What::Half { year, half },
        What::Week { week, .. } => What::Week { year, week },
        other => other,
    }
}

/// The year that a quarter, a half, a season lies in, if it says one, and whether that is the year of a business.
fn in_year(tokens: Tokens<'_>) -> Read<'_, (Year, bool)> {
    let fiscal = |t| {
        let (t, ()) = key(Key::Fiscal)(maybe(Key::Of, t))?;
        day::year_figures(t).map(|(t, year)| (t, (Year::Known(year), true)))
    };
    // "the first half of the year".
    let the_year = |t| {
        let (t, ()) = key(Key::Of)(t)?;
        let (t, ()) = key(Key::The)(t)?;
        token_as(|token| (token.word.unit == Some(Unit::Year) && !token.word.plural).then_some((Year::Step(Step::The), false)))(t)
    };
    let plain = |t| day::year_after(t).map(|(t, year)| (t, (year, false)));
    opt(alt((fiscal, |t| plain(maybe_the_year(t)), plain, the_year)))
        .parse(tokens)
        .map(|(rest, year)| (rest, year.unwrap_or((Year::Open, false))))
}

/// "of the year 2024", "of calendar 2024".
fn maybe_the_year(tokens: Tokens<'_>) -> Tokens<'_> {
    let skip = |t| {
        let (t, ()) = key(Key::Of)(t)?;
        let (t, _) = opt(key(Key::The)).parse(t)?;
        token_as(|token| (token.word.unit == Some(Unit::Year) || token.is(Key::Calendar)).then_some(()))(t)
    };
    skip(tokens).map_or(tokens, |(rest, ())| rest)
}

/// "spring 2024", "last fall", "the winter of 2023".
pub(super) fn season(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let (rest, season) = token_as(|token| token.word.season)(tokens)?;
    let (rest, (year, _)) = in_year(rest)?;
    // "2023-24" names the winter by both its years; the first is the one in which it begins.
    let (rest, _) = opt(|t| {
        let (t, ()) = hyphen(t)?;
        token_as(|token| token.digits().filter(|d| d.len == 2).map(|_| ()))(t)
    })
    .parse(rest)?;
    let step = if step == Step::The { Step::Bare } else { step };
    Ok((rest, TimeExpr::new(What::Season { year, season, step })))
}

/// "the first nine months of 1989", "the last two weeks of March": so many units at either end of a period.
pub(super) fn ends(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let first = token_as(|token| (token.word.ordinal == 1).then_some(()));
    let (rest, last) = match step {
        Step::Last => (tokens, true),
        Step::The | Step::Bare => (first(tokens)?.0, false),
        _ => return no(),
    };
    let (rest, amount) = count::amount(rest)?;
    let (after, whole) = opt(|t| {
        let (t, ()) = any(&[Key::Of, Key::In])(t)?;
        alt((relative::modified, super::plain_period)).parse(t)
    })
    .parse(rest)?;
    match whole {
        Some(whole) => Ok((after, TimeExpr::new(What::Ends { amount, last, whole: Some(Box::new(whole)) }))),
        // "the last two weeks" end now.
        None if last || amount.unit.is_clock() => no(),
        None => Ok((rest, TimeExpr::new(What::Ends { amount, last, whole: None }))),
    }
}

/// A day at the end or, `false`, at the beginning of what stands before: "ended Sept. 30", "starting Monday". It is only looked at.
pub(super) fn edge(tokens: Tokens<'_>) -> Read<'_, (bool, TimeExpr)> {
    // "the three months through March".
    if let Ok((rest, ())) = key(Key::Through)(tokens) {
        return super::month(rest).map(|(rest, month)| (rest, (true, month)));
    }
    let rest = maybe(Key::Period, tokens);
    let last = |t| key(Key::End)(t).map(|(t, ())| (t, true));
    let first = |t| {
        let (t, ()) = alt((key(Key::Start), |t| (mark(b','), key(Key::From)).parse(t).map(|(t, _)| (t, ())))).parse(t)?;
        Ok((t, false))
    };
    let (rest, side) = alt((last, first)).parse(rest)?;
    let (rest, _) = opt(any(&[Key::On, Key::From])).parse(rest)?;
    let (rest, day) = super::date(rest)?;
    if super::takes_clock(&day.what) { Ok((rest, (side, day))) } else { no() }
}

/// What begins with an ordinal: "third quarter", "19th century", "first half of 2025", "second Monday of March", "third week of January".
pub(super) fn ranked(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let last = |t| if step == Step::Last { Ok((t, -1)) } else { no() };
    // "the fiscal third quarter".
    let (tokens, business) = opt(key(Key::Fiscal)).parse(tokens)?;
    let nth = |t| count::ordinal(t).map(|(t, nth)| (t, nth.cast_signed()));
    let (rest, nth) = alt((last, nth, |t| key(Key::Last)(t).map(|(t, ())| (t, -1)))).parse(tokens)?;
    let rest = maybe_hyphen(rest);
    let (rest, fiscal) = opt(key(Key::Fiscal)).parse(rest)?;
    if let Ok((after, ())) = key(Key::Half)(rest) {
        let (after, (year, _)) = in_year(after)?;
        let half = u32::try_from(nth).unwrap_or(2);
        return if half > 2 { no() } else { Ok((after, TimeExpr::new(What::Half { year, half }))) };
    }
    let (after, piece) = alt((
        |t| unit(t).map(|(t, unit)| (t, Piece::Unit(unit))),
        |t| weekday(t).map(|(t, weekday)| (t, Piece::Weekday(weekday))),
        |t| units(t).and_then(|(t, unit)| if nth == 1 { Ok((t, Piece::Unit(unit))) } else { no() }),
    ))
    .parse(rest)?;
    match piece {
        Piece::Unit(Unit::Quarter) if (1..=4).contains(&nth) => {
            let (after, (year, of_business)) = in_year(after)?;
            let quarter = nth.unsigned_abs();
            let fiscal = business.is_some() || fiscal.is_some() || of_business;
            return Ok((after, TimeExpr::new(What::Quarter { year, quarter, fiscal })));
        }
        Piece::Unit(Unit::Century) if (1..=30).contains(&nth) => {
            return Ok((after, TimeExpr::new(What::Century((nth - 1) * 100))));
        }
        _ => {}
    }
    if business.is_some() || matches!(piece, Piece::Unit(Unit::Second | Unit::Minute | Unit::Hour | Unit::Season)) {
        return no();
    }
    let (after, ()) = any(&[Key::Of, Key::In])(after)?;
    let (after, whole) = alt((relative::modified, super::plain_period)).parse(after)?;
    let longer = match whole.what {
        What::Month { .. } | What::Year { .. } | What::Quarter { .. } | What::Season { .. } | What::Decade(_) | What::Century(_) => true,
        What::Unit(unit, _) => unit > Unit::Weekend,
        _ => false,
    };
    if longer { Ok((after, TimeExpr::new(What::Nth { nth, of: piece, whole: Box::new(whole) }))) } else { no() }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn periods_are_taken() {
        takes(&[
            ("It was built in [2023].", "year"),
            ("Prices since [1992] have doubled.", "year"),
            ("[The 1990s] were calm.", "decade"),
            ("[The 1800s] were not.", "century"),
            ("They met in [the summer of '98].", "season"),
            ("It grew at [2019] prices.", "year"),
            ("It fell in [fiscal year 2024-25].", "year"),
            ("Not seen since [the '90s].", "decade"),
            ("Sales in [the third quarter of 2024] fell.", "quarter"),
            ("[Q3 2024] was weak.", "quarter"),
            ("A church of [the 19th century].", "century"),
            ("In [fiscal 2025] it will grow.", "year"),
            ("It snowed in [the winter of 2023].", "season"),
            ("Since [spring 2024] it has been shut.", "season"),
            ("In [the last week of March] it froze.", "nth"),
            ("On [the first Monday of May] they march.", "nth"),
            ("In [the first nine months of 1989] it lost money.", "ends"),
            ("Profit in [the first half of 2025] rose.", "half"),
            ("Stocks near lows of [mid-2019].", "year"),
            ("They left in [nineteen ninety-six] for good.", "year"),
            ("He came back in [two thousand and five].", "year"),
            ("It will close by [year-end].", "unit"),
            ("At [year end] it had debts.", "unit"),
            ("It will close by [the year's end].", "unit"),
            ("It had debts at [year's end].", "unit"),
            ("[The fiscal third quarter] was weak.", "quarter"),
            ("It lost money in [the 1988 third quarter].", "quarter"),
            ("In [1988's fourth quarter] it rose.", "quarter"),
            ("It will report in [the first quarter of fiscal 1990].", "quarter"),
            ("In [the first half of the year] output rose.", "half"),
            ("[First-half] profit rose.", "half"),
            ("It said that [1989] earnings will fall.", "year"),
            ("[The October 1987] crash was worse.", "month"),
            ("In [the 1988 quarter] it lost money.", "same"),
        ]);
    }

    #[test]
    fn numbers_and_seasons_that_are_no_periods_are_left() {
        refuses(&[
            "The rally drew 2019 people.",
            "A survey of 1709 pupils was made.",
            "In two thousand and five cases it failed.",
            "He counted nineteen ninety times.",
            "He drove a 2024 Ford to work.",
            "It cost $2019 in all.",
            "They spring to their feet.",
            "The first half was dull.",
            "He scored twice in the first half.",
            "A first-half goal was not enough.",
            "The fall of the city shocked them.",
            "She lives at B-2019.",
            "It stood at 1112 p.",
            "He made it with iWork '09 at home.",
            "It ran 100 m in 90 s.",
            "The index gained 2,019 points.",
        ]);
    }
}
