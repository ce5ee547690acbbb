//! Intervals of exact numbers, with open and closed ends: what is compared.

use super::Decimal;

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct End {
    /// Where it lies.
    pub value: Decimal,
    /// Whether the value itself lies outside.
    pub open: bool,
}

/// The values that a figure can stand for. A missing end reaches to infinity.
///
/// ```
/// use crosscheck::value::{Decimal, Interval};
/// let over_13_000 = Interval::above(Decimal::from(13_000));
/// let at_most_12_000 = Interval::closed(Decimal::from(10_000), Decimal::from(12_000));
/// assert!(over_13_000.apart(at_most_12_000));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The low end.
    pub low: Option<End>,
    /// The high end.
    pub high: Option<End>,
}

impl Interval {
    /// `[low, high]`.
    pub const fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(End { value: low, open: false }), high: Some(End { value: high, open: false }) }
    }

    /// `[low, high)`.
    pub const fn half_open(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(End { value: low, open: false }), high: Some(End { value: high, open: true }) }
    }

    /// `[value, value]`.
    pub const fn point(value: Decimal) -> Self {
        Self::closed(value, value)
    }

    /// `[value, –)`.
    pub const fn from(value: Decimal) -> Self {
        Self { low: Some(End { value, open: false }), high: None }
    }

    /// `(value, –)`.
    pub const fn above(value: Decimal) -> Self {
        Self { low: Some(End { value, open: true }), high: None }
    }

    /// `(–, value]`.
    pub const fn up_to(value: Decimal) -> Self {
        Self { low: None, high: Some(End { value, open: false }) }
    }

    /// `(–, value)`.
    pub const fn below(value: Decimal) -> Self {
        Self { low: None, high: Some(End { value, open: true }) }
    }

    /// Whether no value lies in both.
    pub fn apart(self, other: Self) -> bool {
        before(self.high, other.low) || before(other.high, self.low)
    }

    /// Whether every value of this one lies in `other`.
    pub fn within(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(mine), Some(theirs)) => mine.value > theirs.value || mine.value == theirs.value && (mine.open || !theirs.open),
        };
        let high = match (self.high, other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(mine), Some(theirs)) => mine.value < theirs.value || mine.value == theirs.value && (mine.open || !theirs.open),
        };
        low && high
    }

    /// Whether `value` lies in it.
    pub fn contains(self, value: Decimal) -> bool {
        Self::point(value).within(self)
    }

    /// Every sum of a value of this one and a value of `other`. `None` where an end does not fit.
    pub fn sum(self, other: Self) -> Option<Self> {
        let end = |a: Option<End>, b: Option<End>| match (a, b) {
            (Some(a), Some(b)) => Some(Some(End { value: a.value.plus(b.value)?, open: a.open || b.open })),
            _ => Some(None),
        };
        Some(Self { low: end(self.low, other.low)?, high: end(self.high, other.high)? })
    }
}

/// Whether everything up to `high` lies before everything from `low` on.
fn before(high: Option<End>, low: Option<End>) -> bool {
    match (high, low) {
        (Some(high), Some(low)) => high.value < low.value || high.value == low.value && (high.open || low.open),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(whole: i64) -> Decimal {
        Decimal::from(whole)
    }

    #[test]
    fn open_ends_decide_at_a_shared_value() {
        assert!(Interval::above(number(50)).apart(Interval::up_to(number(50))));
        assert!(!Interval::from(number(50)).apart(Interval::up_to(number(50))));
        assert!(Interval::above(number(50)).within(Interval::from(number(50))));
        assert!(!Interval::from(number(50)).within(Interval::above(number(50))));
        assert!(
            Interval::half_open(number(1), number(3)).contains(number(1)) && !Interval::half_open(number(1), number(3)).contains(number(3))
        );
    }

    #[test]
    fn sums_keep_open_ends() {
        let sum = Interval::closed(number(10_000), number(12_000)).sum(Interval::closed(number(1_000), number(3_000)));
        assert_eq!(sum, Some(Interval::closed(number(11_000), number(15_000))));
        assert_eq!(Interval::above(number(1)).sum(Interval::up_to(number(1))), Some(Interval::default()));
    }
}
