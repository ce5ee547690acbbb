//! Figures of one fact in several units: 5 miles and 8 kilometres are compared in one of them.
//!
//! In: facts, and the claims of the batch. Out: the unit of each fact, and what the figures of its claims are in that unit, where they are
//! printed in another. What never happens here: money exchanged, or a unit converted that names several ("gallon", "ton").

use super::Fact;
use crate::claim::{self, Claim};
use crate::lexicon::{Conversion, Language};
use crate::text::Name;
use crate::value::{Decimal, End, Value};

/// Digits that a converted figure keeps at least, and how many more than were printed.
const DIGITS: u32 = 3;
const MORE_DIGITS: u32 = 1;
/// How much of a round figure the rounding of both sides makes up at most, in per cent: 10 miles are printed for 16 km.
const ROUNDING: i64 = 15;

/// Converts the figures of facts whose claims are in several units of one dimension into the first of these in the alphabet, whichever
/// articles come first.
pub fn convert(facts: &mut [Fact], claims: &mut [Claim], language: &Language) {
    for fact in facts {
        let ids = || fact.claims.iter().copied().chain(fact.related.iter().map(|(id, _)| *id));
        let unit = |id: claim::Id| claims.get(id.0 as usize)?.value.as_ref()?.unit.as_ref();
        let Some(common) = ids().filter_map(unit).min().cloned() else { continue };
        if ids().filter_map(unit).all(|unit| *unit == common) {
            continue;
        }
        for id in ids().collect::<Vec<_>>() {
            let Some(claim) = claims.get_mut(id.0 as usize) else { continue };
            let other = claim.value.as_ref().filter(|value| value.unit.as_ref().is_some_and(|unit| *unit != common));
            claim.converted = other.and_then(|value| in_unit(value, &common, language)).map(Box::new);
        }
        fact.unit = Some(common);
    }
}

/// A value in another unit. Its ends are further apart by what rounding may have taken: half a printed unit of its own, and as much of the
/// figures that it is held against.
fn in_unit(value: &Value, unit: &Name, language: &Language) -> Option<Value> {
    let conversion = language.units.conversion(value.unit.as_deref()?, unit)?;
    let figure = |figure: Option<Decimal>| match figure {
        Some(figure) => rounded(conversion.apply(figure)?, figure).map(Some),
        None => Some(None),
    };
    let end = |end: Option<End>, up: bool| match end {
        Some(end) => widened(&conversion, end, spread(value), up).map(Some),
        None => Some(None),
    };
    let mut converted = value.clone();
    (converted.first, converted.second) = (figure(value.first)?, figure(value.second)?);
    (converted.low, converted.best, converted.high) = (figure(value.low)?, figure(value.best)?, figure(value.high)?);
    (converted.interval.low, converted.interval.high) = (end(value.interval.low, false)?, end(value.interval.high, true)?);
    converted.unit = Some(unit.clone());
    Some(converted)
}

/// How far rounding may reach, in the printed unit: the last printed digit, of round figures a share at most.
fn spread(value: &Value) -> Decimal {
    let of = |figure: Decimal| {
        let share = figure.abs().times(Decimal::new(ROUNDING, -2)).filter(|_| figure.normal().exponent() > 0);
        share.map_or(figure.last_unit(), |share| share.min(figure.last_unit()))
    };
    // A vague figure is wide as it is.
    value.stated().map(of).min().unwrap_or(Decimal::ZERO)
}

/// An end in the other unit, moved outwards.
fn widened(conversion: &Conversion, end: End, spread: Decimal, up: bool) -> Option<End> {
    let moved = if up { end.value.plus(spread)? } else { end.value.minus(spread)? };
    Some(End { value: rounded(conversion.apply(moved)?, end.value)?, open: end.open })
}

/// A converted figure with hardly more digits than the printed one: 3.11 miles for 5 km.
fn rounded(converted: Decimal, printed: Decimal) -> Option<Decimal> {
    converted.rounded((printed.significant_digits() + MORE_DIGITS).max(DIGITS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Bound, Hedging};

    /// A figure, `>40` for one that is called the least.
    fn value(figure: &str) -> Value {
        let hedging = if figure.starts_with('>') { Hedging::bound(Bound::MoreThan) } else { Hedging::NONE };
        Value::figure(Decimal::parse(figure.trim_start_matches('>')).unwrap(), hedging)
    }

    /// A figure with its unit, in another unit.
    fn converted(figure: &str, from: &str, to: &str) -> Option<Value> {
        in_unit(&Value { unit: Some(from.into()), ..value(figure) }, &to.into(), Language::english())
    }

    #[test]
    fn a_figure_in_another_unit_keeps_its_bound() {
        for (figure, from, to, first) in [
            ("5", "mi", "km", "8.05"),
            (">40", "mi", "km", "64.4"),
            ("12345", "acre", "ha", "4995.84"),
            ("68", "°F", "°C", "20"),
            ("1.5", "h", "min", "90"),
        ] {
            let found = converted(figure, from, to).unwrap();
            assert_eq!(found.first, Decimal::parse(first), "{figure} {from}");
            assert_eq!((found.bound, found.unit.as_deref()), (value(figure).bound, Some(to)), "{figure} {from}");
            assert_eq!(found.high.is_none(), value(figure).high.is_none(), "{figure} {from}");
        }
        assert_eq!(converted("5", "km", "kg"), None);
        assert_eq!(converted("5", "gal", "L"), None);
    }

    #[test]
    fn what_rounding_explains_is_not_apart() {
        for (figure, from, other, to, apart) in [
            ("5", "mi", "8", "km", false),
            ("5", "mi", "9", "km", false),
            ("5", "mi", "10", "km", true),
            ("1", "mi", "2", "km", false),
            ("10", "mi", "16", "km", false),
            ("10", "mi", "20", "km", true),
            ("60", "mi", "100", "km", false),
            ("6", "ft", "1.8", "m", false),
            ("6", "ft", "2.4", "m", true),
            ("3200", "acre", "1300", "ha", false),
            ("3200", "acre", "3200", "ha", true),
            (">50", "mi", "60", "km", true),
        ] {
            let found = converted(figure, from, to).unwrap();
            assert_eq!(found.interval.apart(value(other).interval), apart, "{figure} {from}, {other} {to}");
        }
    }
}
