//! The conventions that turn a figure and its bound into the values that it can stand for.
//!
//! In: figures as printed, scaled, with their bound. Out: a [`Value`] with its interval. What never happens here: a midpoint of a range,
//! a guess where an end does not fit.

use super::{Bound, Decimal, End, Interval, Value};

/// Figures from this size on are taken as rounded where their last digits are zeros.
const ROUNDED_FROM: i64 = 100;

/// How much of a figure its rounding makes up at most, in per cent: with several significant digits, and with one.
const ROUNDING: [i64; 2] = [5, 10];

/// The same for "about".
const APPROXIMATION: [i64; 2] = [10, 15];

/// Words around a figure: which bound they set, whether they say that it is not exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hedging {
    /// The bound.
    pub bound: Bound,
    /// Whether a word says that the figure is not exact.
    pub approximate: bool,
}

impl Hedging {
    /// No words at all.
    pub const NONE: Self = Self { bound: Bound::Exact, approximate: false };
    /// "about".
    pub const ABOUT: Self = Self { bound: Bound::Approx, approximate: true };
    /// "nearly".
    pub const NEARLY: Self = Self { bound: Bound::LessThan, approximate: true };

    /// Only a bound.
    pub const fn bound(bound: Bound) -> Self {
        Self { bound, approximate: false }
    }

    /// Both, the outer one first: "at least about" keeps the bound of the first that sets one.
    #[must_use]
    pub fn and(self, inner: Self) -> Self {
        let weaker = self.bound == Bound::Exact || self.bound == Bound::Approx && inner.bound != Bound::Exact;
        let bound = if weaker { inner.bound } else { self.bound };
        Self { bound, approximate: self.approximate || inner.approximate }
    }
}

impl Value {
    /// One figure.
    ///
    /// ```
    /// use crosscheck::value::{Bound, Decimal, Hedging, Interval, Value};
    /// let rounded = Value::figure(Decimal::from(12_000), Hedging::NONE);
    /// assert_eq!(rounded.interval, Interval::half_open(Decimal::from(11_500), Decimal::from(12_500)));
    /// let over = Value::figure(Decimal::from(13_000), Hedging::bound(Bound::MoreThan));
    /// assert_eq!((over.low, over.high), (Some(Decimal::from(13_000)), None));
    /// ```
    pub fn figure(figure: Decimal, hedging: Hedging) -> Self {
        let bound = if hedging.approximate && hedging.bound == Bound::Exact { Bound::Approx } else { hedging.bound };
        let (low, best, high, interval) = match bound {
            Bound::Approx => (Some(figure), Some(figure), Some(figure), around(figure, unit(figure, APPROXIMATION))),
            Bound::AtLeast => (Some(figure), None, None, Interval::from(figure)),
            Bound::MoreThan => (Some(figure), None, None, Interval::above(figure)),
            Bound::AtMost => (None, None, Some(figure), Interval::up_to(figure)),
            Bound::LessThan if hedging.approximate => {
                let low = unit(figure, APPROXIMATION).and_then(|unit| figure.minus(unit));
                let low = low.map(|value| End { value, open: false });
                (None, None, Some(figure), Interval { low, ..Interval::below(figure) })
            }
            Bound::LessThan => (None, None, Some(figure), Interval::below(figure)),
            Bound::Exact | Bound::Range | Bound::Vague | Bound::Change => (Some(figure), Some(figure), Some(figure), rounded(figure)),
        };
        Self { first: Some(figure), low, best, high, interval, bound, approximate: hedging.approximate, ..Self::default() }
    }

    /// A figure counted in dozens: nobody means exactly 12 by "a dozen", and "about a dozen" is nearer to one dozen than to a half or to
    /// one and a half.
    pub fn dozens(figure: Decimal, hedging: Hedging) -> Self {
        let value = Self::figure(figure, hedging.and(Hedging { bound: Bound::Exact, approximate: true }));
        let quarter = (figure >= Decimal::from(12)).then_some(Decimal::from(3));
        let interval = match (value.bound, value.interval.low, quarter) {
            (Bound::Approx, _, Some(quarter)) => around(figure, Some(quarter)),
            (Bound::LessThan, Some(low), Some(quarter)) => {
                let value = figure.minus(quarter).unwrap_or(low.value);
                Interval { low: Some(End { value, ..low }), ..Interval::below(figure) }
            }
            _ => value.interval,
        };
        Self { interval, ..value }
    }

    /// A range as printed, the larger figure first or last; never a midpoint.
    pub fn range(first: Decimal, second: Decimal, hedging: Hedging) -> Self {
        let (low, high) = (first.min(second), first.max(second));
        let (stated_low, stated_high, bound, interval) = match hedging.bound {
            // "At least 10,000 to 12,000" says nothing of the end, "up to 10,000 to 12,000" nothing of the beginning.
            Bound::AtLeast => (Some(low), None, Bound::AtLeast, Interval::from(low)),
            Bound::MoreThan => (Some(low), None, Bound::MoreThan, Interval::above(low)),
            Bound::AtMost => (None, Some(high), Bound::AtMost, Interval::up_to(high)),
            Bound::LessThan if !hedging.approximate => (None, Some(high), Bound::LessThan, Interval::below(high)),
            _ if hedging.approximate || hedging.bound == Bound::Approx => {
                let half = low.last_unit().min(high.last_unit()).times(Decimal::new(5, -1));
                let widened = half.and_then(|half| Some(Interval::half_open(low.minus(half)?, high.plus(half)?)));
                (Some(low), Some(high), Bound::Range, widened.unwrap_or(Interval::closed(low, high)))
            }
            _ => (Some(low), Some(high), Bound::Range, Interval::closed(low, high)),
        };
        Self {
            first: Some(first),
            second: Some(second),
            low: stated_low,
            high: stated_high,
            interval,
            bound,
            approximate: hedging.approximate,
            ..Self::default()
        }
    }

    /// "45 ± 3". `None` where an end does not fit.
    pub fn margin(figure: Decimal, margin: Decimal) -> Option<Self> {
        let (low, high) = (figure.minus(margin.abs())?, figure.plus(margin.abs())?);
        Some(Self {
            first: Some(figure),
            low: Some(low),
            best: Some(figure),
            high: Some(high),
            interval: Interval::closed(low, high),
            bound: Bound::Range,
            ..Self::default()
        })
    }

    /// "From 4.8 to 4.7": what holds now is the second figure.
    pub fn change(from: Decimal, to: Decimal, hedging: Hedging) -> Self {
        let direction = if to < from { super::Direction::Down } else { super::Direction::Up };
        Self { first: Some(from), second: Some(to), bound: Bound::Change, direction: Some(direction), ..Self::figure(to, hedging) }
    }

    /// A quantity without a number, or with no more than "a couple": `low`, `best` and `high` are what the phrase is taken for.
    pub fn vague(stated: Option<Decimal>, low: Decimal, best: Option<Decimal>, high: Option<Decimal>, hedging: Hedging) -> Self {
        let plain = Self { first: stated, bound: Bound::Vague, approximate: true, ..Self::default() };
        let closed = |end: Decimal| End { value: end, open: false };
        match hedging.bound {
            Bound::AtLeast | Bound::MoreThan => {
                Self { low: Some(low), interval: Interval { low: Some(closed(low)), high: None }, bound: hedging.bound, ..plain }
            }
            Bound::AtMost | Bound::LessThan => {
                Self { high, interval: Interval { low: None, high: high.map(closed) }, bound: hedging.bound, ..plain }
            }
            _ => Self { low: Some(low), best, high, interval: Interval { low: Some(closed(low)), high: high.map(closed) }, ..plain },
        }
    }

    /// Nothing of the kind: "no deaths", "nobody".
    pub fn none() -> Self {
        Self { first: Some(Decimal::ZERO), ..Self::figure(Decimal::ZERO, Hedging::NONE) }
    }
}

/// `[N − unit, N + unit)`.
fn around(figure: Decimal, unit: Option<Decimal>) -> Interval {
    let ends = unit.filter(|unit| !unit.is_zero()).and_then(|unit| Some((figure.minus(unit)?, figure.plus(unit)?)));
    ends.map_or(Interval::point(figure), |(low, high)| Interval::half_open(low, high))
}

/// What a figure without any words can stand for: itself, or what rounds to it.
fn rounded(figure: Decimal) -> Interval {
    let size = figure.abs();
    if size < Decimal::from(ROUNDED_FROM) {
        return Interval::point(figure);
    }
    let unit = size.last_unit();
    if unit <= Decimal::ONE {
        return Interval::point(figure);
    }
    let half = unit.times(Decimal::new(5, -1)).map(|half| half.min(share(size, ROUNDING).unwrap_or(half)));
    around(figure, half)
}

/// One in the last significant digit, at most the given share of the figure.
fn unit(figure: Decimal, shares: [i64; 2]) -> Option<Decimal> {
    let size = figure.abs();
    Some(size.last_unit().min(share(size, shares)?))
}

/// The share, in per cent, of a figure with several significant digits, or with one.
fn share(size: Decimal, [several, one]: [i64; 2]) -> Option<Decimal> {
    size.times(Decimal::new(if size.significant_digits() == 1 { one } else { several }, -2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(interval: Interval) -> String {
        let end = |end: Option<End>| end.map_or_else(|| "-".to_owned(), |end| end.value.normal().to_string());
        let open = |end: Option<End>| end.is_none_or(|end| end.open);
        let (left, right) = (if open(interval.low) { '(' } else { '[' }, if open(interval.high) { ')' } else { ']' });
        format!("{left}{}, {}{right}", end(interval.low), end(interval.high))
    }

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn one_figure_and_its_bound() {
        for (figure, hedging, expected) in [
            ("41", Hedging::NONE, "[41, 41]"),
            ("90", Hedging::NONE, "[90, 90]"),
            ("1207", Hedging::NONE, "[1207, 1207]"),
            ("6000", Hedging::NONE, "[5500, 6500)"),
            ("12000", Hedging::NONE, "[11500, 12500)"),
            ("10000", Hedging::NONE, "[9000, 11000)"),
            ("100", Hedging::NONE, "[90, 110)"),
            ("1000.5", Hedging::NONE, "[1000.5, 1000.5]"),
            ("4.8", Hedging::NONE, "[4.8, 4.8]"),
            ("40", Hedging::ABOUT, "[34, 46)"),
            ("35", Hedging::ABOUT, "[34, 36)"),
            ("1200", Hedging::ABOUT, "[1100, 1300)"),
            ("0", Hedging::ABOUT, "[0, 0]"),
            ("50", Hedging::bound(Bound::AtLeast), "[50, -)"),
            ("50", Hedging::bound(Bound::MoreThan), "(50, -)"),
            ("50", Hedging::bound(Bound::AtMost), "(-, 50]"),
            ("50", Hedging::bound(Bound::LessThan), "(-, 50)"),
            ("50", Hedging::NEARLY, "[42.5, 50)"),
        ] {
            assert_eq!(show(Value::figure(number(figure), hedging).interval), expected, "{figure} {hedging:?}");
        }
    }

    #[test]
    fn scaled_figures_know_how_they_were_rounded() {
        let million = Value::figure(Decimal::new(12, 5), Hedging::NONE);
        assert_eq!(show(million.interval), "[1150000, 1250000)");
    }

    #[test]
    fn ranges_margins_and_changes() {
        let (ten, twelve) = (number("10000"), number("12000"));
        assert_eq!(show(Value::range(ten, twelve, Hedging::NONE).interval), "[10000, 12000]");
        assert_eq!(show(Value::range(ten, twelve, Hedging::ABOUT).interval), "[9500, 12500)");
        assert_eq!(show(Value::range(ten, twelve, Hedging::bound(Bound::AtLeast)).interval), "[10000, -)");
        let reversed = Value::range(twelve, ten, Hedging::NONE);
        assert_eq!((reversed.first, reversed.low, reversed.best), (Some(twelve), Some(ten), None));
        assert_eq!(Value::margin(number("45"), number("3")).map(|value| show(value.interval)).as_deref(), Some("[42, 48]"));
        let change = Value::change(number("4.8"), number("4.7"), Hedging::NONE);
        assert_eq!((change.best, change.direction), (Some(number("4.7")), Some(crate::value::Direction::Down)));
    }

    #[test]
    fn dozens_reach_to_the_next_half() {
        for (figure, hedging, expected) in [
            ("12", Hedging::NONE, "[9, 15)"),
            ("24", Hedging::ABOUT, "[21, 27)"),
            ("12", Hedging::NEARLY, "[9, 12)"),
            ("12", Hedging::bound(Bound::AtLeast), "[12, -)"),
            ("6", Hedging::NONE, "[5.1, 6.9)"),
        ] {
            assert_eq!(show(Value::dozens(number(figure), hedging).interval), expected, "{figure} {hedging:?}");
        }
    }

    #[test]
    fn nested_hedges_keep_the_bound_and_the_doubt() {
        let both = Hedging::bound(Bound::AtLeast).and(Hedging::ABOUT);
        assert_eq!((both.bound, both.approximate), (Bound::AtLeast, true));
        let both = Hedging::ABOUT.and(Hedging::bound(Bound::AtMost));
        assert_eq!((both.bound, both.approximate), (Bound::AtMost, true));
    }

    #[test]
    fn vague_words_are_wide() {
        let dozens = Value::vague(None, number("12"), Some(number("24")), Some(number("99")), Hedging::NONE);
        assert_eq!((show(dozens.interval).as_str(), dozens.bound), ("[12, 99]", Bound::Vague));
        let more = Value::vague(None, number("12"), Some(number("24")), Some(number("99")), Hedging::bound(Bound::MoreThan));
        assert_eq!((show(more.interval).as_str(), more.best), ("[12, -)", None));
        assert_eq!(show(Value::none().interval), "[0, 0]");
    }
}
