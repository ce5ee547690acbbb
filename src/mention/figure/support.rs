//! What the neighbours of a figure support: a weak unit, a currency rather than a mass, a score rather than a range.

use super::near;
use super::{Place, lead::Lead};
use crate::grammar::{self, Amount, Number, Quantity, Written};
use crate::lexicon::{Classes, Language, Unit, UnitKind};
use crate::value::Decimal;

/// What is left of the unit of a quantity.
pub(super) enum Support<'l> {
    /// The neighbours do not speak against it.
    Unit(&'l Unit),
    /// The quantity has none, or its letter stands apart and is a word of its own.
    None,
    /// Its letter touches the number and is no unit: "5G", "13F".
    Refused,
}

/// The unit of a quantity, where its neighbours do not speak against it.
pub(super) fn unit<'l>(language: &'l Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, rest: &str) -> Support<'l> {
    let Some((unit_ref, unit)) = quantity.unit.and_then(|unit| Some((unit, language.units.get(unit)?))) else { return Support::None };
    let Amount::Number(number) = quantity.first else { return Support::Unit(unit) };
    let large =
        number.scale >= Decimal::from(1_000_000) || quantity.second.is_some_and(|(_, second)| second.scale >= Decimal::from(1_000_000));
    if let Some(code) = &unit.money
        && (large || paid(language, place, lead))
        && let Some(currency) = language.units.with_code(code)
    {
        return Support::Unit(currency);
    }
    if !unit_ref.weak || lead.sign == Some(unit_ref) {
        return Support::Unit(unit);
    }
    // "17c a share", "11c to 17c", "cost 5c"; "5c" may be a seat.
    if &*unit.code == "USc" && quantity.after_number.starts_with('c') {
        let counted = quantity.per.is_some() || quantity.second.is_some() || paid(language, place, lead);
        return if counted { Support::Unit(unit) } else { Support::Refused };
    }
    // "118.5p" are pence, "720p" is a picture.
    if unit.kind == UnitKind::Money && quantity.touches {
        let picture = [240, 360, 480, 540, 576, 720, 1080, 1440, 2160].iter().any(|&lines| number.value == Decimal::from(lines));
        return if picture { Support::Refused } else { Support::Unit(unit) };
    }
    if unit.kind == UnitKind::Money {
        return if large { Support::Unit(unit) } else { Support::None };
    }
    // An apostrophe and a quotation mark are feet and inches only together.
    if quantity.after_number.starts_with(['\'', '"']) {
        return if quantity.smaller.is_some() { Support::Unit(unit) } else { Support::None };
    }
    let fits = match &*unit.code {
        "°C" | "°F" => number.value.abs() <= Decimal::from(200) && number.scale == Decimal::ONE && number.written != Written::Words,
        "in" => quantity.touches || quantity.smaller.is_some() || rest.starts_with(" of ") || rest.starts_with(" long"),
        "m" => {
            number.written != Written::Words
                && (quantity.touches || !near::behind(language, place, rest, false).is_some_and(|next| next.plural()))
        }
        // "30 g/km"
        _ if quantity.per.is_some() && number.written != Written::Words && slashed(quantity) => true,
        // "5A" and "40N" are names and places; only "1.3 A/cm2" is a current.
        "A" => false,
        "L" => number.written != Written::Words,
        _ => quantity.touches || quantity.smaller.is_some(),
    };
    match fits {
        true => Support::Unit(unit),
        false if quantity.touches => Support::Refused,
        false => Support::None,
    }
}

/// Whether a letter that touches a number may be a currency's: "R5 million", "P10,000", but "R2", "N95", "P1.5".
pub(super) fn weighty(place: &Place<'_>, lead: &Lead, number: Number) -> bool {
    let grouped = number.written == Written::Marked && number.value.is_whole() && number.value >= Decimal::from(1_000);
    (number.scale >= Decimal::from(1_000) || grouped) && !place.before(lead.start).ends_with(' ')
}

/// Whether a slash stands behind the sign of the unit.
fn slashed(quantity: &Quantity<'_>) -> bool {
    quantity.after_number.trim_start_matches(' ').trim_start_matches(|sign: char| sign.is_alphabetic()).starts_with('/')
}

/// Whether a letter that touches a number is its scale: "5m people", "3.4m downloads", and not metres.
pub(super) fn letter_is_scale(language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, rest: &str) -> bool {
    let unscaled = |number: Number| number.scale == Decimal::ONE;
    let Amount::Number(number) = quantity.first else { return false };
    let after = quantity.after_number;
    if let [b' ', b'k' | b'K' | b'M' | b'B', b' ', ..] = after.as_bytes() {
        // "8 B people"
        return unscaled(number)
            && after.get(2..).and_then(|rest| near::behind(language, place, rest, false)).is_some_and(|next| next.plural());
    }
    let touches = quantity.unit.is_some() && after.starts_with(|first: char| first.is_ascii_alphabetic());
    if !touches || !unscaled(quantity.second.map_or(number, |(_, second)| second)) {
        return false;
    }
    // "revenue of 45.6m"
    if after.starts_with('m') && paid(language, place, lead) {
        return true;
    }
    // "5m Swiss francs", "40m tonnes"
    if grammar::unit(language, rest).is_ok_and(|(_, behind)| !behind.unit.weak) {
        return true;
    }
    let mut rest = rest;
    // Nobody counts half a metre of copies: "2.7m digital sales" may have words that are in no table, "2.7m deep trenches" has not.
    let most = if number.value.exponent() < 0 && after.starts_with('m') { 2 } else { 0 };
    let mut unknown = most;
    // "3.4m paid and free downloads": the noun may stand behind some words.
    for _ in 0..5 {
        let Some(next) = near::behind(language, place, rest, false) else { return false };
        if next.plural() {
            // What is sold or counted by the million is in the catalogue: "sales", not "fences".
            return unknown == most || language.words.measure(&next.lexeme).is_some();
        }
        if next.is(Classes::AND) {
            rest = next.rest;
            continue;
        }
        if next.function() || next.capital() || language.units.extents.get(next.hash).is_some() {
            return false;
        }
        if !next.is(Classes::ADJECTIVE) && language.words.verb(&next.lexeme).is_none() {
            if unknown == 0 {
                return false;
            }
            unknown -= 1;
        }
        rest = next.rest;
    }
    false
}

/// Whether a verb or noun of paying stands within three words before: "fined 20 pounds".
fn paid(language: &Language, place: &Place<'_>, lead: &Lead) -> bool {
    let mut at = lead.outer();
    for _ in 0..4 {
        let Some(word) = near::before(language, place, at) else { return false };
        if language.units.paying.get(word.hash).is_some() {
            return true;
        }
        at = word.start;
    }
    false
}

/// Whether two bare numbers are a score or a vote: the first is not below the second, or a word of winning and losing stands before.
pub(super) fn score(language: &Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>) -> bool {
    let (Amount::Number(first), Some((_, second))) = (quantity.first, quantity.second) else { return false };
    if !first.value.is_whole() || !second.value.is_whole() || second.value.is_negative() {
        return false;
    }
    // "(2-13)": a record.
    let bracketed = place.before(lead.outer()).ends_with('(') && quantity.after_number.starts_with(')');
    if first.value >= second.value || bracketed {
        return true;
    }
    let mut at = lead.outer();
    for _ in 0..3 {
        let Some(word) = near::before(language, place, at) else { return false };
        if language.numbers.scores.get(word.hash).is_some() {
            return true;
        }
        at = word.start;
    }
    false
}
