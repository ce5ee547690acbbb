//! Numbers: exact decimals, intervals, and a figure's value with its bound.
//!
//! In: digits and scales that the grammar read. Out: exact values and the interval that each can stand for, by the conventions for
//! rounding and hedges. What never happens here: floating point, any look at text. Read [`Value`] first.

mod conventions;
mod decimal;
mod interval;
mod settings;

pub use conventions::Hedging;
pub use decimal::Decimal;
pub use interval::{End, Interval};
pub use settings::{Own, Scale, Settings};

use crate::text::Name;

/// What kind of figure it is: the words around a number decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// "41", "6,000".
    #[default]
    Exact,
    /// "about 40".
    Approx,
    /// "at least 40".
    AtLeast,
    /// "more than 40".
    MoreThan,
    /// "up to 40".
    AtMost,
    /// "fewer than 40", "nearly 40".
    LessThan,
    /// "10,000 to 12,000".
    Range,
    /// "dozens".
    Vague,
    /// "from 4.8 to 4.7": before and after.
    Change,
}

/// Which way a quantity moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// A figure resolved: what was printed and the values it can stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The first figure as printed, scaled. `None` for a vague quantity.
    pub first: Option<Decimal>,
    /// The second figure of a range or a change.
    pub second: Option<Decimal>,
    /// Lowest value reported.
    pub low: Option<Decimal>,
    /// The value itself, where the words support a single one.
    pub best: Option<Decimal>,
    /// Highest value reported.
    pub high: Option<Decimal>,
    /// The values that the figure can stand for: what is compared.
    pub interval: Interval,
    /// What kind of figure.
    pub bound: Bound,
    /// Whether a word says that the figure is not exact.
    pub approximate: bool,
    /// Which way it moved, for a change.
    pub direction: Option<Direction>,
    /// Code of the unit: ISO 4217, `percent`, a symbol, `s min h d wk mo y`; `None` for counts and bare numbers.
    pub unit: Option<Name>,
    /// What it is counted by: `day`, `share`, `barrel`.
    pub per: Option<Name>,
}

impl Value {
    /// The one figure that is printed, whatever its bound; `None` where there are two, or none.
    ///
    /// ```
    /// use crosscheck::value::{Decimal, Value};
    /// let one = Value { first: Some(Decimal::from(40)), ..Value::default() };
    /// assert_eq!(one.single(), Some(Decimal::from(40).normal()));
    /// assert_eq!(Value { second: Some(Decimal::from(50)), ..one }.single(), None);
    /// ```
    pub fn single(&self) -> Option<Decimal> {
        self.first.filter(|_| self.second.is_none()).map(Decimal::normal)
    }

    /// Whether no word bounds or hedges it.
    pub fn is_exact(&self) -> bool {
        self.bound == Bound::Exact && !self.approximate
    }

    /// The figures as printed, in order.
    pub fn stated(&self) -> impl Iterator<Item = Decimal> + '_ {
        self.first.into_iter().chain(self.second)
    }
}
