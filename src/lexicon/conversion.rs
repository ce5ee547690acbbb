//! Units of one dimension, and what a figure in one of them is in another.
//!
//! In: what each row of the units says of its base unit. Out: exact decimals; a quotient without an end is rounded to 12 digits. What
//! never happens here: a unit that names several ("gallon", "ton", "ounce") is converted, or money is exchanged.

use crate::text::Name;
use crate::value::Decimal;

/// What one of a unit is in the base unit of its dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The code of the base unit.
    pub code: Name,
    times: Decimal,
    over: Decimal,
    /// What zero of the base unit is in the unit: 32 for °F.
    zero: Decimal,
}

impl Base {
    /// A base as a row gives it: how many of the base unit one makes ("1609.344", "5/9"), and where the two begin to count.
    pub(super) fn read(factor: &str, code: Name, zero: Option<&str>) -> Option<Self> {
        let (times, over) = factor.split_once('/').unwrap_or((factor, "1"));
        let [times, over, zero] = [times, over, zero.unwrap_or("0")].map(Decimal::parse);
        Some(Self { code, times: times?, over: over?, zero: zero? })
    }

    /// The base of a base unit, or of a unit that compares with itself only.
    pub(super) const fn own(code: Name) -> Self {
        Self { code, times: Decimal::ONE, over: Decimal::ONE, zero: Decimal::ZERO }
    }

    /// The base of a unit of which so many make one of this: of a mile, where this is a foot.
    pub(super) fn of_larger(&self, many: i64) -> Option<Self> {
        Some(Self { times: self.times.times(Decimal::from(many))?, ..self.clone() }).filter(|base| base.zero.is_zero())
    }
}

/// How figures in one unit read in another of its dimension. Larger figures stay larger, so that the ends of an interval keep their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    times: Decimal,
    over: Decimal,
    from_zero: Decimal,
    to_zero: Decimal,
}

impl Conversion {
    /// From one base to another of the same dimension.
    pub(super) fn between(from: &Base, to: &Base) -> Option<Self> {
        let (times, over) = (from.times.times(to.over)?, from.over.times(to.times)?);
        Some(Self { times, over, from_zero: from.zero, to_zero: to.zero }).filter(|_| from.code == to.code)
    }

    /// A figure in the other unit; `None` where it does not fit.
    pub fn apply(&self, figure: Decimal) -> Option<Decimal> {
        figure.minus(self.from_zero)?.times(self.times)?.over(self.over)?.plus(self.to_zero)
    }

    /// How far apart two figures are in the other unit, given their distance in the first: 9 °F are 5 °C.
    pub fn apply_to_distance(&self, distance: Decimal) -> Option<Decimal> {
        distance.times(self.times)?.over(self.over)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Own, OwnUnit};
    use super::*;

    fn converted(figure: &str, from: &str, to: &str) -> Option<String> {
        let found = Language::english().units.conversion(from, to)?.apply(Decimal::parse(figure)?)?;
        Some(found.normal().to_string())
    }

    #[test]
    fn figures_in_one_unit_and_in_another() {
        for (figure, from, to, expected) in [
            ("1", "mi", "km", "1.609344"),
            ("100", "km/h", "mph", "62.1371192237"),
            ("55", "mph", "km/h", "88.51392"),
            ("68", "°F", "°C", "20"),
            ("-40", "°C", "°F", "-40"),
            ("0", "K", "°C", "-273.15"),
            ("6", "ft", "in", "72"),
            ("12", "st", "lb", "168"),
            ("1", "ha", "acre", "2.47105381467"),
            ("2", "kWh", "MJ", "7.2"),
            ("3.5", "GB", "MB", "3500"),
            ("90", "min", "h", "1.5"),
            ("2", "y", "mo", "24"),
            ("250", "USc", "USD", "2.5"),
            ("25", "bp", "pp", "0.25"),
            ("29.92", "inHg", "hPa", "1013.2073368407"),
            ("5", "km", "km", "5"),
            ("5", "people", "people", "5"),
        ] {
            assert_eq!(converted(figure, from, to).as_deref(), Some(expected), "{figure} {from} in {to}");
        }
    }

    #[test]
    fn what_is_not_converted() {
        for (from, to) in
            [("km", "kg"), ("gal", "L"), ("ton", "t"), ("oz", "g"), ("USD", "EUR"), ("percent", "pp"), ("d", "mo"), ("km", "people")]
        {
            assert_eq!(converted("1", from, to), None, "{from} in {to}");
        }
        assert_eq!(converted("9000000000000000000", "ly", "nm"), None);
    }

    #[test]
    fn a_desk_says_what_its_own_units_are() {
        let bale = OwnUnit { code: "bale".into(), names: vec!["bales".into()], smaller: Some(("kg".into(), 227)), ..OwnUnit::default() };
        let language = Language::with(&Own { units: vec![bale], ..Own::default() });
        let found = language.units.conversion("bale", "t").and_then(|found| found.apply(Decimal::from(1_000)));
        assert_eq!(found, Some(Decimal::from(227)));
    }

    #[test]
    fn distances_know_no_zero() {
        let warmer = Language::english().units.conversion("°F", "°C").unwrap();
        assert_eq!(warmer.apply_to_distance(Decimal::from(9)), Some(Decimal::from(5)));
    }

    #[test]
    fn rows_agree_with_one_another() {
        let units = &Language::english().units;
        for unit in units.rows() {
            let base = units.with_code(&unit.base.code).unwrap_or_else(|| panic!("{}", unit.code));
            assert_eq!((&base.base.code, base.kind), (&base.code, unit.kind), "{}", unit.code);
            if let Some((smaller, many)) = unit.smaller.as_ref().filter(|_| unit.base.code != unit.code) {
                let of_smaller = units.conversion(&unit.code, smaller).map(|found| found.apply(Decimal::ONE));
                assert!(of_smaller.is_none_or(|found| found == Some(Decimal::from(*many))), "{}", unit.code);
            }
        }
    }
}
