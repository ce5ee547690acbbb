//! Times told from another: "last week", "this fall", "next Tuesday", "yesterday"; [`super::offset`] reads "two days ago".
//!
//! ```
//! use crosscheck::{grammar::date, lexicon::Language};
//! let span = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.span.of(text).to_owned());
//! assert_eq!(span("yesterday morning, before dawn").unwrap(), "yesterday morning");
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::beyond::{beside, beyond, neighbour, weekday_beyond};
use super::expr::{Amount, Clock, From, Piece, Portion, Step, TimeExpr, Vague, What, Year};
use super::token::{Kind, Read, Tokens, any, hyphen, key, maybe, maybe_hyphen, no, token_as, unit, units, weekday};
use super::{clock, count, day, figures, holiday, offset, period};
use crate::calendar::{DayPart, Unit};
use crate::lexicon::Key;
use crate::value::Decimal;

/// One word that says which: "last", "previous".
pub(super) fn step_word(tokens: Tokens<'_>) -> Read<'_, Step> {
    alt((
        value(Step::Last, any(&[Key::Last, Key::Past])),
        value(Step::Previous, key(Key::Previous)),
        value(Step::Next, key(Key::Next)),
        value(Step::Coming, key(Key::Coming)),
        value(Step::Following, key(Key::Following)),
        value(Step::Same, key(Key::Same)),
        value(Step::This, key(Key::Current)),
    ))
    .parse(tokens)
}

/// "last", "this past", "the previous".
pub(super) fn step(tokens: Tokens<'_>) -> Read<'_, Step> {
    let this = |t| {
        let (t, ()) = key(Key::This)(t)?;
        alt((
            value(Step::Last, any(&[Key::Past, Key::Last])),
            value(Step::Coming, any(&[Key::Coming, Key::Next])),
            value(Step::This, any(&[Key::Same, Key::Current])),
            |t| Ok((t, Step::This)),
        ))
        .parse(t)
    };
    let that = value(Step::Same, (key(Key::That), opt(key(Key::Same))));
    let the = |t| {
        let (t, ()) = key(Key::The)(t)?;
        let (t, found) = opt(step_word).parse(t)?;
        Ok((t, found.unwrap_or(Step::The)))
    };
    // "following Friday's vote" is after it; "the following Friday" is another day.
    let bare = |t| match step_word(t)? {
        (_, Step::Following) => no(),
        found => Ok(found),
    };
    alt((this, bare, that, the)).parse(tokens)
}

/// "last month", "of the month" for one unit.
pub(super) fn stepped<'t>(wanted: Unit) -> impl Fn(Tokens<'t>) -> Read<'t, Step> {
    move |tokens| {
        let (rest, found) = step(tokens)?;
        let (rest, unit) = unit(rest)?;
        if unit == wanted { Ok((rest, found)) } else { no() }
    }
}

/// "last year", "this year" after a day, a month, a season.
pub(super) fn stepped_year(tokens: Tokens<'_>) -> Read<'_, Step> {
    stepped(Unit::Year)(tokens).and_then(|(rest, step)| if step == Step::The { no() } else { Ok((rest, step)) })
}

/// What a word like "last" or "this" stands before: a unit, several units, a month, a weekday, a season, a part of the day.
pub(super) fn modified(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, step) = step(tokens)?;
    if step == Step::The
        && let Ok(found) = latest(rest)
    {
        return Ok(found);
    }
    let past = tokens.len() - rest.len() <= 2
        && tokens[..tokens.len() - rest.len()].iter().any(|token| token.is(Key::Past))
        && !tokens[0].is(Key::This);
    // "the past year" is a length that ends now; "last year" is the one before this.
    if past
        && let Ok((rest, unit)) = unit(rest)
        && !matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Season)
    {
        // "the past year and a half".
        let half = |t| (key(Key::And), key(Key::A), key(Key::Half)).parse(t);
        let (rest, count) = half(rest).map_or((rest, Decimal::ONE), |(rest, _)| (rest, Decimal::new(15, -1)));
        return Ok((rest, TimeExpr::new(What::Run { amount: Amount::of(count, unit), step })));
    }
    alt((
        |t| same_period(t, step),
        |t| beside(t, step),
        |t| period::ends(t, step),
        |t| run(t, step),
        |t| period::ranked(t, step),
        |t| neighbour(t, step),
        |t| head(t, step),
    ))
    .parse(rest)
}

/// "the latest quarter", "the latest 12 months": the last ones that are over. Of days and seasons "latest" says that more may come.
fn latest(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, ()) = key(Key::Latest)(tokens)?;
    let one = |t| unit(t).map(|(t, unit)| (t, What::Unit(unit, Step::Last)));
    let (rest, what) = alt((one, |t| run(t, Step::Last).map(|(t, time)| (t, time.what)))).parse(rest)?;
    match what {
        What::Unit(Unit::Week | Unit::Month | Unit::Quarter | Unit::Year, _) | What::Run { amount: Amount { figure: Some(_), .. }, .. } => {
            Ok((rest, TimeExpr::new(what)))
        }
        _ => no(),
    }
}

/// Whether a clause ends here.
pub(super) fn ends_clause(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|token| matches!(token.mark(), Some(b',' | b'.' | b'~' | b')')) || token.kind == Kind::Other && token.hash == 0)
}

/// "a year earlier", for a whole year.
fn year_earlier(tokens: Tokens<'_>) -> Read<'_, ()> {
    let (rest, _) = opt(key(Key::A)).parse(tokens)?;
    let (rest, ()) = token_as(|token| (token.word.unit == Some(Unit::Year) && !token.word.plural).then_some(()))(rest)?;
    let (rest, _) = opt(hyphen).parse(rest)?;
    any(&[Key::Earlier, Key::Ago, Key::Before])(rest)
}

/// "the same period last year", "the same month a year earlier", "the year-earlier quarter".
fn same_period(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let what = |t| alt((value(None, any(&[Key::Period, Key::Time])), unit.map(Some))).parse(t);
    let back = Year::Step(Step::Previous);
    let (rest, unit, year) = match step {
        Step::The => {
            let (rest, year) = alt((value(back, year_earlier), day::year_figures.map(Year::Known))).parse(tokens)?;
            let (rest, unit) = what(maybe_hyphen(rest))?;
            // "the 1988 season" is the year's own.
            if matches!(year, Year::Known(_)) && unit.is_some_and(|unit| unit != Unit::Quarter) {
                return no();
            }
            (rest, unit, year)
        }
        Step::Same => {
            let (rest, unit) = what(tokens)?;
            let last_year = |t| match stepped_year(maybe(Key::Of, maybe(Key::In, t)))? {
                (t, Step::Last) => Ok((t, back)),
                _ => no(),
            };
            let known = |t| {
                let (t, ()) = any(&[Key::Of, Key::In])(t)?;
                day::year_figures(t).map(|(t, year)| (t, Year::Known(year)))
            };
            let (rest, year) = alt((value(back, year_earlier), last_year, known)).parse(rest)?;
            (rest, unit, year)
        }
        _ => return no(),
    };
    Ok((rest, TimeExpr::new(What::Same(unit, year))))
}

/// "last three weeks", "next few days": a run of units up to the anchor or on from it.
fn run(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    if !matches!(step, Step::Last | Step::Next | Step::Coming | Step::Previous | Step::Following) {
        return no();
    }
    let (rest, figure) = opt(count::figure).parse(tokens)?;
    let (rest, _) = opt(any(&[Key::Straight, Key::Coming, Key::Past, Key::Previous])).parse(rest)?;
    let (rest, working) = opt(key(Key::Working)).parse(rest)?;
    let (figure, vague) = figure.unwrap_or((None, Some(Vague::Many)));
    let (rest, unit) = if figure == Some(Decimal::ONE) { alt((unit, units)).parse(rest)? } else { units(rest)? };
    let amount = Amount { figure, vague, unit, more: None, working: working.is_some() };
    Ok((rest, TimeExpr::new(What::Run { amount, step })))
}

/// "to March" behind "the year".
fn to_month(tokens: Tokens<'_>) -> Read<'_, (bool, TimeExpr)> {
    let (rest, ()) = key(Key::To)(tokens)?;
    super::month(rest).map(|(rest, month)| (rest, (true, month)))
}

/// What stands after "last", "this", "the": "week", "fall", "March", "Tuesday", "night", "Christmas".
fn head(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    let definite = step == Step::The;
    alt((
        |t| {
            let (t, unit) = unit(if definite { maybe(Key::All, t) } else { t })?;
            // "the week after next".
            if definite
                && !unit.is_clock()
                && let Ok((t, step)) = beyond(t)
            {
                return Ok((t, TimeExpr::new(What::Unit(unit, step))));
            }
            // "the quarter ended Aug. 31": the date stands for itself.
            if definite
                && matches!(unit, Unit::Quarter | Unit::Half | Unit::Year)
                && let Ok((_, (true, day))) = alt((period::edge, to_month)).parse(t)
            {
                return Ok((t, TimeExpr::new(What::Around(unit, Box::new(day)))));
            }
            // "the year to date".
            if definite && let Ok((t, ((), ()))) = (key(Key::To), key(Key::Date)).parse(t) {
                let here = TimeExpr::new(What::Unit(unit, Step::This));
                return Ok((t, TimeExpr { portion: Some(Portion::Earlier), ..here }));
            }
            // "next week on Tuesday".
            if unit == Unit::Week
                && let Ok((t, weekday)) = weekday(maybe(Key::On, t))
            {
                return Ok((t, TimeExpr::new(What::Weekday { weekday, step: Step::Bare, week: Some(step) })));
            }
            if unit == Unit::Fortnight {
                return Ok((t, TimeExpr::new(What::Run { amount: Amount::of(Decimal::ONE, unit), step })));
            }
            // "the second", "the minute" count nothing.
            if unit.is_clock() && step != Step::Last && step != Step::Next { no() } else { Ok((t, TimeExpr::new(What::Unit(unit, step)))) }
        },
        |t| {
            let (t, ()) = key(Key::Fiscal)(t)?;
            let (t, ()) = token_as(|token| (token.word.unit == Some(Unit::Year)).then_some(()))(t)?;
            match period::edge(t) {
                Ok((_, (true, day))) => Ok((t, TimeExpr::new(What::Around(Unit::Year, Box::new(day))))),
                _ => Ok((t, TimeExpr::new(What::Unit(Unit::Year, step)))),
            }
        },
        |t| {
            let (t, part) = clock::part(t)?;
            // "the night before last".
            let (t, day) = match beyond(t) {
                Ok(found) if definite => found,
                _ => (t, if definite { Step::Same } else { step }),
            };
            Ok((t, TimeExpr { clock: Some(Clock::Part(part)), ..TimeExpr::new(What::Unit(Unit::Day, day)) }))
        },
        // "this Friday, June 15": the date says it all.
        |t| weekday(t).and_then(|_| alt((day::in_brackets, day::written, figures::figures, figures::short_figures)).parse(t)),
        |t| {
            let (t, mut time) = figures::short_figures(t)?;
            let What::Day { year, .. } = &mut time.what else { return no() };
            *year = Year::Step(Step::This);
            if step == Step::This { Ok((t, time)) } else { no() }
        },
        |t| if definite { weekday_beyond(t) } else { weekday_of_week(t, step) },
        |t| {
            let (t, month) = day::month(t)?;
            Ok((t, TimeExpr::new(What::Month { year: Year::Open, month, step: if definite { Step::Bare } else { step } })))
        },
        |t| period::season(t, step),
        |t| if definite { no() } else { holiday::holiday(t, step) },
    ))
    .parse(tokens)
}

/// "Tuesday", "Tuesday of last week", "Wednesday next week".
pub(super) fn weekday_of_week(tokens: Tokens<'_>, step: Step) -> Read<'_, TimeExpr> {
    if step == Step::Bare
        && let Ok(found) = weekday_beyond(tokens)
    {
        return Ok(found);
    }
    let (rest, found) = weekday(tokens)?;
    let rest = match rest {
        [point, ..] if tokens.first().is_some_and(|token| token.word.short) && point.mark() == Some(b'.') && rest.len() > 1 => &rest[1..],
        _ => rest,
    };
    let of_week = |t| stepped(Unit::Week)(maybe(Key::Of, t));
    // "Wednesday evening next week".
    let part_of_week = |t| {
        let (t, part) = clock::part(t)?;
        let (t, week) = of_week(t)?;
        if week == Step::The { no() } else { Ok((t, (part, week))) }
    };
    if let Ok((rest, (part, week))) = part_of_week(rest) {
        let day = TimeExpr::new(What::Weekday { weekday: found, step, week: Some(week) });
        return Ok((rest, TimeExpr { clock: Some(Clock::Part(part)), ..day }));
    }
    // "Monday two weeks from now".
    let in_weeks = |t| {
        let (t, time) = offset::offset(t)?;
        let weeks = matches!(time.what, What::Offset { amount: Amount { unit: Unit::Week, .. }, from: From::Anchor, .. });
        if weeks { Ok((t, time)) } else { no() }
    };
    if step == Step::Bare
        && let Ok((rest, week)) = in_weeks(rest)
    {
        return Ok((rest, TimeExpr::new(What::Nth { nth: 1, of: Piece::Weekday(found), whole: Box::new(week) })));
    }
    let (rest, week) = opt(of_week).parse(rest)?;
    let week = week.filter(|&week| week != Step::The);
    Ok((rest, TimeExpr::new(What::Weekday { weekday: found, step, week })))
}

/// "yesterday", "today", "tomorrow", "tonight", each perhaps with a part of the day.
pub(super) fn day_word(tokens: Tokens<'_>) -> Read<'_, TimeExpr> {
    let (rest, step) =
        alt((value(Step::Last, key(Key::Yesterday)), value(Step::This, key(Key::Today)), value(Step::Next, key(Key::Tomorrow)), |t| {
            let (t, ()) = key(Key::Tonight)(t)?;
            Ok((t, Step::Bare))
        }))
        .parse(tokens)?;
    if step == Step::Bare {
        return Ok((rest, TimeExpr { clock: Some(Clock::Part(DayPart::Night)), ..TimeExpr::new(What::Unit(Unit::Day, Step::This)) }));
    }
    Ok((rest, TimeExpr::new(What::Unit(Unit::Day, step))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{refuses, takes};

    #[test]
    fn times_told_from_others_are_taken() {
        takes(&[
            ("He left [last week].", "unit"),
            ("She spoke [last fall].", "season"),
            ("They meet [next Tuesday].", "weekday"),
            ("[The previous day] he had sung.", "unit"),
            ("Sales rose in [the past year].", "run"),
            ("Sales rose in [the past year and a half].", "run"),
            ("[That day] was cold.", "unit"),
            ("She won [the same day] he left.", "unit"),
            ("It was signed [overnight].", "clock"),
            ("For [the last three weeks] it has rained.", "run"),
            ("He arrived on [Wednesday].", "weekday"),
            ("He arrived on [Tuesday of last week].", "weekday"),
            ("They meet [Monday two weeks from now].", "nth"),
            ("It opens [later this year].", "unit"),
            ("It shut in [late February].", "month"),
            ("It is due at [the end of March].", "month"),
            ("More than in [the same period last year].", "same"),
            ("They came [last night].", "unit"),
            ("Orders fell in [the latest week].", "unit"),
            ("Sales for [the latest three months] rose.", "run"),
            ("It was higher in [the same quarter of 1988].", "same"),
            ("[The weekend] was quiet.", "unit"),
            ("In [the past], it was different.", "reference"),
            ("It rose in [the last five trading days].", "run"),
            ("It ends [this 5/12].", "day"),
            ("Sales for [the quarter] ended Aug. 31 rose.", "around"),
            ("In [the fiscal year] ended Sept. 30 it lost money.", "around"),
            ("They meet [Wednesday evening next week].", "weekday"),
            ("It was sold [late in the day Friday].", "weekday"),
            ("At [present] it has a staff of 100.", "reference"),
            ("It will change in [the near future].", "reference"),
        ]);
    }

    #[test]
    fn names_and_verbs_are_left() {
        refuses(&[
            "They may march on the capital.",
            "It may be so.",
            "April Jones sang.",
            "Prime Minister Theresa May spoke.",
            "The sun sat low.",
            "Tuesday Weld starred in it.",
            "Last but not least, he bowed.",
            "USA Today printed it.",
            "He said that day traders lost.",
            "She paid for an overnight stay.",
            "He told Channel Now about it.",
            "He walked past the house.",
            "The latest day care scandal broke.",
            "She was present in the hall.",
            "They buried the past with him.",
            "He dwells in the past, they say.",
            "The day of the attack was clear.",
        ]);
    }
}
