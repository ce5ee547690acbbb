//! What the neighbours of a figure support: a weak unit, a currency rather than a mass, a score rather than a range.

use super::{Place, lead::Lead};
use crate::grammar::{Amount, Quantity};
use crate::lexicon::{Language, Unit, UnitKind};
use crate::value::Decimal;

/// The unit of a quantity, where its neighbours do not speak against it.
pub(super) fn unit<'l>(language: &'l Language, place: &Place<'_>, lead: &Lead, quantity: &Quantity<'_>, rest: &str) -> Option<&'l Unit> {
    let _ = (place, lead, rest);
    let unit = language.units.get(quantity.unit?)?;
    let Amount::Number(number) = quantity.first else { return Some(unit) };
    let scaled = number.scale >= Decimal::from(1_000_000);
    match &unit.money {
        Some(code) if scaled => language.units.with_code(code),
        _ if quantity.unit.is_some_and(|unit| unit.weak) && unit.kind == UnitKind::Money && !scaled => None,
        _ => Some(unit),
    }
}

/// Whether two bare numbers with a hyphen are a score or a vote.
pub(super) fn score(language: &Language, place: &Place<'_>, quantity: &Quantity<'_>, rest: &str) -> bool {
    let _ = (language, place, rest);
    let (Amount::Number(first), Some((_, second))) = (quantity.first, quantity.second) else { return false };
    first.value >= second.value && first.value.is_whole() && second.value.is_whole()
}
