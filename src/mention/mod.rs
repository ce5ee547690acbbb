//! The candidate scan, which parser to try, which reading wins.
//!
//! In: a language and a folded text. Out: mentions in order, none overlapping another, dates still relative. What never happens here:
//! any calendar day, any look at what is counted.

mod enumerate;
mod figure;
mod hedge;
mod time;

use crate::grammar;
use crate::grammar::date::{self, TimeExpr, What};
use crate::lexicon::{Classes, Join, Language, Trigger};
use crate::text::{Folded, Span, Word, Words};
use crate::value::Value;

/// What kind of thing a mention states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Things that are counted: "41 people".
    Count,
    /// A bare number.
    Number,
    /// An amount of money.
    Money,
    /// A percentage, or percentage points.
    Percent,
    /// A quantity in a unit: "5 km".
    Measure,
    /// A length of time: "three weeks".
    Duration,
    /// An age: "aged 41".
    Age,
    /// "sixth".
    Ordinal,
    /// "3-1".
    Score,
    /// "doubled", "three times as many".
    Multiple,
    /// A date or a period.
    Date,
    /// A clock time.
    Time,
    /// "every Tuesday".
    Set,
}

/// The words that state a number or a date; not yet tied to any calendar day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// From the hedge to the unit, in the folded text.
    pub span: Span,
    /// The figure itself within `span`, without hedge and unit.
    pub figure: Span,
    /// What kind.
    pub kind: Kind,
    /// The number, where it states one.
    pub value: Option<Value>,
    /// The time expression, where it is one; a duration has both.
    pub time: Option<TimeExpr>,
}

/// The candidate words of a text: those that begin with a digit, those that the language's trigger table holds,
/// and digits behind a currency code ("USD50").
///
/// This is the one pass over every byte; everything else looks only where it stops.
pub fn candidates<'a>(language: &'a Language, text: &'a str) -> impl Iterator<Item = (Word, Trigger)> + 'a {
    Words::new(text).filter_map(|word| candidate(language, text, word, trigger(language, word)))
}

/// What a word by itself may begin.
#[inline]
fn trigger(language: &Language, word: Word) -> Trigger {
    if word.digits { Trigger::FIGURE.and(Trigger::TIME) } else { language.triggers.get(word.hash) }
}

/// The candidate that a word is or ends with.
#[inline]
fn candidate(language: &Language, text: &str, word: Word, trigger: Trigger) -> Option<(Word, Trigger)> {
    if trigger != Trigger::default() {
        return Some((word, trigger));
    }
    let behind = if word.capital { figure::behind_code(language, text, word) } else { None };
    behind.map(|digits| (digits, Trigger::FIGURE))
}

/// The longer reading wins; of two as long, the date ("2019" is a year before it is a number). Of a length each knows its part: the
/// figure its hedges, the time expression its unit.
fn choose(language: &Language, text: &str, time: Mention, figure: Mention) -> Mention {
    if time.kind == Kind::Duration && figure.kind == Kind::Duration {
        let longer = if figure.span.len() > time.span.len() { figure.span } else { time.span };
        // "3 years and 2 months": the figure has the first of the two only.
        let composed = matches!(&time.time, Some(TimeExpr { what: What::Duration(amount), .. }) if amount.more.is_some());
        let value = if composed { time.value } else { figure.value.or(time.value) };
        return Mention { span: longer, figure: figure.figure, value, ..time };
    }
    // "the 1000 hp": a unit makes a figure of what alone would be a year.
    let unit = figure.value.as_ref().is_some_and(|value| value.unit.is_some());
    let measured = unit && time.kind == Kind::Date && figure.span.end > time.span.end;
    // "three-quarters of them" are no nine months.
    let share =
        time.kind == Kind::Duration && figure.kind == Kind::Number && time.span == figure.span && parts_whole(language, text, time.span);
    if measured || share || figure.span.len() > time.span.len() { figure } else { time }
}

/// Whether a hyphen inside a part, or "of the", "of them" behind it, tells it from so many quarters of a year.
fn parts_whole(language: &Language, text: &str, span: Span) -> bool {
    let behind = text.get(span.end as usize..).unwrap_or_default();
    let of = grammar::gap(behind).and_then(|(rest, _)| grammar::join(language, Join::Of, rest)).and_then(|(rest, ())| grammar::gap(rest));
    let whole = of.and_then(|(rest, _)| grammar::word(rest)).map(|(_, hash)| language.words.get(hash).classes);
    span.of(text).contains('-')
        || whole.is_ok_and(|classes| classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PRONOUN)))
}

/// The mentions of a text that needs no folding, in order; none overlaps another.
pub fn read(language: &Language, text: &str) -> Vec<Mention> {
    of_words(language, text, &Words::new(text).collect::<Vec<_>>())
}

/// The same of a folded text, whose words are cut once for all who look at them.
pub fn read_folded(language: &Language, text: &Folded<'_>) -> Vec<Mention> {
    of_words(language, text.text(), text.words())
}

fn of_words(language: &Language, text: &str, words: &[Word]) -> Vec<Mention> {
    // News states a figure or a date about every hundred bytes, some more; a long text without any reserves little.
    let mut mentions: Vec<Mention> = Vec::with_capacity((text.len() / 64).min(64));
    let mut dates = date::Reader::new(language);
    let (mut floor, mut line) = (0, Span::default());
    for (index, word) in words.iter().enumerate() {
        let trigger = trigger(language, *word);
        // Most words begin nothing.
        if trigger == Trigger::default() && !word.capital {
            continue;
        }
        let found = candidate(language, text, *word, trigger).filter(|(word, _)| word.start >= floor);
        let Some((word, trigger)) = found else { continue };
        let time = if trigger.has(Trigger::TIME) { time::read(language, &mut dates, text, (words, index), floor) } else { None };
        let figure = if trigger.has(Trigger::FIGURE) {
            line = figure::line_at(text, line, word.start);
            figure::read(language, text, &words[..=index], word, line, floor)
        } else {
            None
        };
        mentions.push(match (time, figure) {
            (Some(time), Some(figure)) => choose(language, text, time, figure),
            (Some(mention), None) | (None, Some(mention)) => mention,
            (None, None) => continue,
        });
        let Some(mention) = mentions.last_mut() else { continue };
        if mention.kind == Kind::Duration {
            hedge::spread(language, text, &words[..=index], floor, mention);
        }
        floor = mention.span.end;
    }
    enumerate::hand_on(language, text, &mut mentions);
    enumerate::close_in(language, text, &mut mentions);
    mentions
}
