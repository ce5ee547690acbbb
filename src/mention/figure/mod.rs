//! The figure around a candidate word.
//!
//! In: a candidate word. Out: the figure from its hedge to its unit, or nothing. The word is where a number may stand: what belongs to
//! it on the left is looked for from right to left, then one parser reads forward, then the neighbours are asked whether it is a figure
//! at all. What never happens here: a look past the line, a look at what is counted.

mod lead;
mod near;
mod refuse;
mod support;

use super::hedge::{self, Hedged};
use super::{Kind, Mention};
use crate::grammar::{self, Amount, Link, Number, Opener, Quantity, Written};
use crate::lexicon::{Language, UnitKind};
use crate::text::{Span, Word};
use crate::value::{Bound, Decimal, Direction, Hedging, Value};

/// A figure is looked for in this much text behind its first word: enough for any, so that no reading depends on the length of the text.
const REACH: usize = 240;

/// Reads the figure that the candidate `word` belongs to, from its hedge to its unit. Nothing before `floor` belongs to it: that is
/// another mention's. `None` where the word states no figure.
pub(super) fn read(language: &Language, text: &str, word: Word, floor: u32) -> Option<Mention> {
    let line = line_of(text, floor, word);
    let lead = lead::read(language, text, word, line.start);
    let input = text.get(lead.start as usize..line.end as usize)?;
    let place = Place { text, line, word };
    if refuse::before(&place, &lead) {
        return None;
    }
    if let Some(mention) = special(language, &place, &lead, input) {
        return Some(mention);
    }
    let hedged = hedge::before(language, text, lead.outer(), line.start);
    let opener = lead::opener(text, hedged.start, line.start);
    let (found, hedged, from_opener) = quantity(language, &place, &lead, input, hedged, opener)?;
    let (rest, quantity) = found;
    if refuse::quantity(language, &place, &lead, &quantity, rest, hedged) {
        return None;
    }
    build(language, &place, &lead, &quantity, rest, hedged, from_opener)
}

/// Where a figure is looked for.
pub(super) struct Place<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// What belongs to the figure's line and to no other mention, as far as it matters.
    pub(super) line: Span,
    /// The candidate word.
    pub(super) word: Word,
}

impl<'a> Place<'a> {
    /// Whether the line begins here and not only what belongs to no other mention.
    pub(super) fn opens_line(&self) -> bool {
        Span { start: 0, end: self.line.start }.of(self.text).ends_with('\n') || self.line.start == 0
    }

    /// The line up to an offset.
    pub(super) fn before(&self, at: u32) -> &'a str {
        Span { start: self.line.start, end: at }.of(self.text)
    }

    /// Where `rest`, an end of the line, begins.
    pub(super) fn at(&self, rest: &str) -> u32 {
        self.line.end - Span::new(rest.len(), rest.len()).start
    }
}

/// The part of the word's line from `floor` to [`REACH`] bytes behind the word, and as many before it.
fn line_of(text: &str, floor: u32, word: Word) -> Span {
    let (start, end) = (word.start as usize, word.end as usize);
    let mut from = (floor as usize).max(start.saturating_sub(REACH));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..start).unwrap_or_default();
    let from = memchr::memrchr2(b'\n', b'\r', before.as_bytes()).map_or(from, |at| from + at + 1);
    let mut to = end.saturating_add(REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let behind = text.get(end..to).unwrap_or_default();
    let to = memchr::memchr2(b'\n', b'\r', behind.as_bytes()).map_or(to, |at| end + at);
    Span::new(from, to)
}

/// What has a parser of its own: ages, ordinals, multiples, ratios.
fn special(language: &Language, place: &Place<'_>, lead: &lead::Lead, input: &str) -> Option<Mention> {
    let _ = (language, place, lead, input);
    None
}

type Found<'a> = ((&'a str, Quantity<'a>), Hedged, bool);

/// The quantity, its hedges, and whether the opening word belongs to it.
fn quantity<'a>(
    language: &Language,
    place: &Place<'_>,
    lead: &lead::Lead,
    input: &'a str,
    hedged: Hedged,
    opener: Option<(u32, Opener)>,
) -> Option<Found<'a>> {
    let moved = hedged.moved.is_some();
    if let Some((start, opener)) = opener {
        let found = grammar::quantity(language, grammar::Lead { sign: lead.sign, opener, moved, letters: false }, input).ok();
        if let Some(found) = found.filter(|(_, quantity)| quantity.second.is_some()) {
            let outer = hedge::before(language, place.text, start, place.line.start);
            let hedged = Hedged { start: outer.start, hedging: outer.hedging.and(hedged.hedging), moved: outer.moved.or(hedged.moved) };
            return Some((found, hedged, true));
        }
    }
    let plain = grammar::Lead { sign: lead.sign, opener: Opener::None, moved, letters: false };
    let found = grammar::quantity(language, plain, input).ok()?;
    let scaled = match found.1.first {
        Amount::Number(number) if place.word.digits => support::letter_is_scale(language, place, number, found.1.touches, found.0),
        _ => false,
    };
    let found = if scaled { grammar::quantity(language, grammar::Lead { letters: true, ..plain }, input).ok()? } else { found };
    Some((found, hedged, false))
}

/// The mention: kind, span and value.
fn build(
    language: &Language,
    place: &Place<'_>,
    lead: &lead::Lead,
    quantity: &Quantity<'_>,
    rest: &str,
    hedged: Hedged,
    opened: bool,
) -> Option<Mention> {
    let (taken, behind, moved_behind) = hedge::after(language, rest);
    let hedging = hedged.hedging.and(behind);
    let moved = hedged.moved.or(moved_behind);
    let mut value = value(language, quantity, lead, hedging, opened, moved)?;
    let unit = match support::unit(language, place, lead, quantity, rest) {
        support::Support::Unit(unit) => Some(unit),
        support::Support::None => None,
        support::Support::Refused => return None,
    };
    let score = matches!(quantity.second, Some((Link::Hyphen | Link::Dash | Link::To, _))) && value.bound == Bound::Range && {
        !opened && unit.is_none() && support::score(language, place, lead, quantity)
    };
    value.unit = quantity.smaller.clone().or_else(|| unit.map(|unit| unit.code.clone()));
    value.per.clone_from(&quantity.per);
    let kind = match unit.map(|unit| unit.kind) {
        Some(UnitKind::Money) => Kind::Money,
        Some(UnitKind::Percent) => Kind::Percent,
        Some(UnitKind::Measure) => Kind::Measure,
        None if score => Kind::Score,
        None => Kind::Number,
    };
    let end = if unit.is_none() && quantity.unit.is_some() { quantity.after_number } else { rest };
    let end = if taken > 0 { rest.get(taken..)? } else { end };
    Some(Mention {
        span: Span { start: hedged.start, end: place.at(end) },
        figure: Span { start: lead.start, end: place.at(quantity.after_number) },
        kind,
        value: Some(value),
        time: None,
    })
}

/// The value of a quantity between its hedges.
fn value(
    language: &Language,
    quantity: &Quantity<'_>,
    lead: &lead::Lead,
    hedging: Hedging,
    opened: bool,
    moved: Option<Direction>,
) -> Option<Value> {
    let _ = language;
    let sign = |number: Number| if lead.negative { number.value.negate() } else { number.value };
    let mut value = match (quantity.first, quantity.second) {
        (Amount::Vague(vague), _) => Value::vague(vague.stated, vague.low, vague.best, vague.high, hedging),
        (Amount::Number(first), None) => {
            let dozens = if first.dozens { Hedging { bound: Bound::Exact, approximate: true } } else { Hedging::NONE };
            Value::figure(sign(first), hedging.and(dozens))
        }
        (Amount::Number(first), Some((Link::Margin, second))) => Value::margin(sign(first), second.value)?,
        (Amount::Number(first), Some((link, second))) => {
            let from = opened && link == Link::To;
            if from && (moved.is_some() || second.value < first.value) {
                return Some(Value::change(sign(first), second.value, hedging));
            }
            let dozens = if first.dozens || second.dozens { Hedging { bound: Bound::Exact, approximate: true } } else { Hedging::NONE };
            Value::range(sign(first), second.value, hedging.and(dozens))
        }
    };
    value.direction = value.direction.or(moved);
    Some(value)
}

/// Whether a number is written in bare digits that may be a year.
fn year_like(number: Number) -> bool {
    number.written == Written::Plain && number.value >= Decimal::from(1700) && number.value < Decimal::from(2100)
}
