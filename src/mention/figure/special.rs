//! Figures of their own kind: ordinals, multiples, parts of so many, ages, and "no deaths".

use super::super::enumerate::OLDEST;
use super::super::hedge::{Hedged, phrase_before};
use super::super::{Kind, Mention};
use super::near;
use super::{Place, lead::Lead, year_like};
use crate::grammar::{self, Amount, Quantity, Written};
use crate::lexicon::{Classes, Language};
use crate::text::{Name, Span};
use crate::value::{Decimal, Hedging, Value};

/// What the candidate word itself says: "doubled", "sixth", "21st", "no" before what is counted.
pub(super) fn word(language: &Language, place: &Place<'_>, lead: &Lead, input: &str, hedged: Hedged) -> Option<Mention> {
    let word = place.word;
    if word.hash == language.numbers.no {
        return nothing(language, place, lead);
    }
    let numbers = &language.numbers;
    if word.digits {
        // "21st", "2,000th"
        let behind = input.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ',');
        let letters_behind = behind.starts_with(|first: char| first.is_ascii_alphabetic());
        return if letters_behind { ordinal(language, place, input) } else { None };
    }
    if numbers.multiples.get(word.hash).is_some() || numbers.twice.get(word.hash).is_some() {
        let input = Span { start: word.start, end: place.line.end }.of(place.text);
        let (rest, value) = grammar::multiple(language, input).ok()?;
        return Some(figure(place, word.start, hedged, Kind::Multiple, value, rest));
    }
    numbers.ordinals.get(word.hash)?;
    ordinal(language, place, Span { start: word.start, end: place.line.end }.of(place.text))
}

/// What stands behind the number and makes it another figure: "three times as many", "fivefold", "twenty-first", "one in five".
pub(super) fn behind(
    language: &Language,
    place: &Place<'_>,
    lead: &Lead,
    input: &str,
    quantity: &Quantity<'_>,
    hedged: Hedged,
) -> Option<Mention> {
    let Amount::Number(number) = quantity.first else { return None };
    if quantity.alone || lead.sign.is_some() || quantity.second.is_some() || lead.start != lead.outer() && !lead.negative {
        return None;
    }
    let after = quantity.after_number;
    let next = after.trim_start_matches([' ', '-']).as_bytes().first().map(u8::to_ascii_lowercase)?;
    // The first letters of "times", "fold", "x", "in", "out"; ordinals follow a hyphen.
    if matches!(next, b't' | b'f' | b'x')
        && !lead.negative
        && let Ok((rest, value)) = grammar::multiple(language, input)
    {
        return Some(figure(place, lead.start, hedged, Kind::Multiple, value, rest));
    }
    if matches!(next, b'i' | b'o')
        && let Ok((rest, value)) = grammar::ratio(language, input)
    {
        let value = if lead.negative { value.value.negate() } else { value.value };
        return Some(figure(place, lead.start, hedged, Kind::Number, value, rest));
    }
    if number.written == Written::Words && after.starts_with(['-', ' ']) {
        return ordinal(language, place, input);
    }
    None
}

/// An ordinal before what it orders.
fn ordinal(language: &Language, place: &Place<'_>, input: &str) -> Option<Mention> {
    let (rest, value) = grammar::ordinal(language, input).ok()?;
    let start = place.at(input);
    let next = near::behind(language, place, rest, true);
    let in_digits = place.word.digits;
    // "first-degree", "third party"
    let ranked = value < Decimal::from(13) && rest.starts_with(['-', ' ']) && ranked(language, rest);
    let names_street = next.is_some_and(|next| next.is(Classes::STREET) && next.capital());
    let orders = in_digits || next.is_some_and(|next| !next.function());
    let at_first = near::before(language, place, start).is_some_and(|left| left.is(Classes::AT));
    // "not in the first place"
    let idiom = rest.starts_with(" place") && place.before(start).ends_with("in the ");
    if ranked || idiom || names_street || !orders || at_first || rest.starts_with(|next: char| next.is_alphanumeric()) {
        return None;
    }
    let plain = Hedged { start, hedging: Hedging::NONE, moved: None };
    Some(figure(place, start, plain, Kind::Ordinal, value, rest))
}

/// Whether what stands behind an ordinal makes a fixed name of the two.
fn ranked(language: &Language, rest: &str) -> bool {
    let next = grammar::hyphen_or_gap(rest).and_then(|(rest, _)| grammar::word(rest));
    next.is_ok_and(|(_, hash)| language.numbers.ranked.get(hash).is_some())
}

/// "no deaths", "no arrests": nothing, where the catalogue knows what is counted.
fn nothing(language: &Language, place: &Place<'_>, lead: &Lead) -> Option<Mention> {
    let rest = Span { start: place.word.end, end: place.line.end }.of(place.text);
    let next = near::behind(language, place, rest, false)?;
    let counted = language.words.measure(&next.lexeme).is_some() && next.plural();
    let span = Span { start: lead.start, end: place.word.end };
    counted.then(|| Mention { span, figure: span, kind: Kind::Number, value: Some(Value::none()), time: None })
}

fn figure(place: &Place<'_>, start: u32, hedged: Hedged, kind: Kind, value: Decimal, rest: &str) -> Mention {
    let mut value = Value::figure(value, hedged.hedging);
    value.direction = hedged.moved;
    let end = place.at(rest);
    let figure = Span { start, end };
    Mention { span: Span { start: hedged.start.min(start), end }, figure, kind, value: Some(value), time: None }
}

/// The unit of an age and what follows its words: "17-year-old", "aged 41", "Osborne, 16,".
pub(super) fn age<'a>(language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'a>) -> Option<(Name, &'a str)> {
    let Amount::Number(number) = quantity.first else { return None };
    if lead.sign.is_some() || quantity.unit.is_some_and(|unit| !unit.weak) || number.scale > Decimal::from(1_000) {
        return None;
    }
    if !quantity.alone
        && let Ok((rest, unit)) = grammar::age(language, quantity.after_number)
    {
        return Some((unit, rest));
    }
    let last = quantity.second.map_or(number, |(_, second)| second);
    let possible = last.value > Decimal::ZERO && last.value <= OLDEST && last.value.is_whole() && !year_like(number);
    let fits = possible && !quantity.after_number.starts_with(|next: char| next.is_alphanumeric() || next == '%' || next == ':');
    let aged = fits && (lead.aged || apposed(language, place, lead, quantity) || living(language, place, lead, quantity));
    if aged { Some((language.units.periods.word("year")?.clone(), quantity.after_number)) } else { None }
}

/// "a boy of 11", "died at 91", but "a man of 3 talents".
fn living(language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>) -> bool {
    phrase_before(&language.hedges.living, place.left, lead.outer()).is_some()
        && !near::behind(language, place, quantity.after_number, true).is_some_and(|next| next.plural())
}

/// "Osborne, 16, was", "Maria Lopez, 41.": a number alone behind a name and a comma.
fn apposed(language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>) -> bool {
    if !place.word.digits || quantity.second.is_some() || quantity.per.is_some() {
        return false;
    }
    let after = quantity.after_number;
    if !after.starts_with([',', '.', ';', ')']) {
        return false;
    }
    let closed = after.starts_with(", ")
        || after.starts_with(',') && after.len() == 1
        || (after.starts_with(['.', ';', ')']) && !after.get(1..).is_some_and(|next| next.starts_with(char::is_alphanumeric)));
    let Some(before) = place.before(lead.outer()).strip_suffix(", ") else { return false };
    // "Jr., 38,"
    let before = before.strip_suffix('.').unwrap_or(before);
    if !closed {
        return false;
    }
    let at = place.line.start + Span::new(before.len(), before.len()).start;
    near::before(language, place, at).is_some_and(|name| {
        name.capital()
            && name.word.len() > 1
            && !name.is(Classes::MONTH.and(Classes::WEEKDAY))
            && !name.function()
            && !name.is(Classes::STREET.and(Classes::LABEL))
    })
}
