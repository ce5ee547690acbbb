//! How two values, or two dates, relate by their intervals.
//!
//! In: two values in one unit, or two day intervals. Out: a [`Relation`]. What never happens here: a look at times or sources.

use super::Relation;
use crate::calendar::{DateValue, DayInterval};
use crate::value::{Bound, Decimal, End, Interval, Value};

/// How two figures in one unit relate. Figures that differ by up to `tolerance` per mille of the larger are taken to overlap.
///
/// "More than 40" and "40" share no value, yet they state one figure and differ in the hedge alone: that is an overlap.
pub fn of_values(one: &Value, other: &Value, tolerance: u32) -> Relation {
    if same_figure(one, other) || in_rounding(one, other) || in_rounding(other, one) {
        return Relation::Agree;
    }
    let (a, b) = (one.interval, other.interval);
    if a.within(b) || b.within(a) {
        return Relation::Within;
    }
    if !a.apart(b) || touch(a, b) || near(a, b, tolerance) {
        return Relation::Overlap;
    }
    Relation::Apart
}

/// How two scores, or two tallies of a vote, relate: each is one pair of figures, whichever stands first.
pub(super) fn of_scores(one: &Value, other: &Value) -> Relation {
    let pair = |value: &Value| (value.first.min(value.second), value.first.max(value.second));
    if pair(one) == pair(other) { Relation::Agree } else { Relation::Apart }
}

/// How the days of two dates relate. A day and its month agree, as a figure does with its rounding: "June 2024" lies in "last summer".
pub fn of_days(one: DayInterval, other: DayInterval) -> Relation {
    if one.contains(other) || other.contains(one) {
        Relation::Agree
    } else if one.meets(other) {
        Relation::Overlap
    } else {
        Relation::Apart
    }
}

/// How two dates relate; `None` where one is open. A date whose day and month could be the other way round is apart from no date
/// that either reading meets.
pub fn of_dates(one: &DateValue, other: &DateValue) -> Option<Relation> {
    let relation = of_days(one.days?, other.days?);
    let readings = |date: &DateValue| [date.days, date.swapped.map(DayInterval::day)].into_iter().flatten();
    let meet = || readings(one).any(|first| readings(other).any(|second| first.meets(second)));
    let doubtful = one.swapped.is_some() || other.swapped.is_some();
    Some(if relation == Relation::Apart && doubtful && meet() { Relation::Overlap } else { relation })
}

/// The same figures printed, and the same kind of bound.
fn same_figure(one: &Value, other: &Value) -> bool {
    one.bound == other.bound
        && one.approximate == other.approximate
        && one.direction == other.direction
        && if one.first.is_some() || other.first.is_some() {
            one.first == other.first && one.second == other.second
        } else {
            one.interval == other.interval
        }
}

/// Whether `fine` is a single figure that `coarse` rounds: 12,300 and "about 12,000".
fn in_rounding(fine: &Value, coarse: &Value) -> bool {
    let single = |value: &Value| matches!(value.bound, Bound::Exact | Bound::Approx);
    single(fine) && single(coarse) && fine.first.is_some_and(|figure| coarse.first.is_some() && coarse.interval.contains(figure))
}

/// Whether the intervals have an end value in common, open or not.
fn touch(a: Interval, b: Interval) -> bool {
    let meet = |high: Option<End>, low: Option<End>| matches!((high, low), (Some(high), Some(low)) if high.value == low.value);
    meet(a.high, b.low) || meet(b.high, a.low)
}

/// Whether the gap between two intervals is at most `tolerance` per mille of its upper end.
fn near(a: Interval, b: Interval, tolerance: u32) -> bool {
    let small = |high: Option<End>, low: Option<End>| {
        let (Some(high), Some(low)) = (high, low) else { return false };
        if tolerance == 0 || high.value > low.value {
            return false;
        }
        let gap = low.value.minus(high.value).and_then(|gap| gap.times(Decimal::from(1000)));
        let allowed = low.value.times(Decimal::from(i64::from(tolerance)));
        matches!((gap, allowed), (Some(gap), Some(allowed)) if gap <= allowed)
    };
    small(a.high, b.low) || small(b.high, a.low)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A value from a short note: `41`, `~40`, `>40`, `>=40`, `<40`, `<=40`, `10-12`, `12..99` (vague).
    pub(in crate::verdict) fn value(note: &str) -> Value {
        let number = |digits: &str| Decimal::parse(digits).unwrap();
        let single = |bound, digits: &str, interval: fn(Decimal) -> Interval| {
            let figure = number(digits);
            Value {
                first: Some(figure),
                low: Some(figure),
                high: Some(figure),
                best: Some(figure),
                interval: interval(figure),
                bound,
                ..Value::default()
            }
        };
        let open_high = |value: Value| Value { best: None, high: None, ..value };
        let open_low = |value: Value| Value { best: None, low: None, ..value };
        if let Some(digits) = note.strip_prefix(">=") {
            return open_high(single(Bound::AtLeast, digits, Interval::from));
        }
        if let Some(digits) = note.strip_prefix('>') {
            return open_high(single(Bound::MoreThan, digits, Interval::above));
        }
        if let Some(digits) = note.strip_prefix("<=") {
            return open_low(single(Bound::AtMost, digits, Interval::up_to));
        }
        if let Some(digits) = note.strip_prefix('<') {
            return open_low(single(Bound::LessThan, digits, Interval::below));
        }
        if let Some(digits) = note.strip_prefix('~') {
            let spread = number(digits).last_unit();
            let mut value = single(Bound::Approx, digits, Interval::point);
            value.interval = Interval::half_open(number(digits).minus(spread).unwrap(), number(digits).plus(spread).unwrap());
            value.approximate = true;
            return value;
        }
        if let Some((low, high)) = note.split_once("..") {
            let (low, high) = (number(low), number(high));
            let interval = Interval::closed(low, high);
            return Value { low: Some(low), high: Some(high), interval, bound: Bound::Vague, ..Value::default() };
        }
        if let Some((low, high)) = note.split_once('-') {
            let (low, high) = (number(low), number(high));
            let interval = Interval::closed(low, high);
            return Value {
                first: Some(low),
                second: Some(high),
                low: Some(low),
                high: Some(high),
                interval,
                bound: Bound::Range,
                ..Value::default()
            };
        }
        single(Bound::Exact, note, Interval::point)
    }

    #[test]
    fn figures_relate_by_their_intervals() {
        use Relation::{Agree, Apart, Overlap, Within};
        for (one, other, expected) in [
            ("41", "41", Agree),
            ("41.0", "41", Agree),
            ("12300", "~12000", Agree),
            (">=40", ">=40", Agree),
            (">=40", ">=45", Within),
            ("45", ">=40", Within),
            ("10000-12000", "11000", Within),
            ("10000-12000", "11000-15000", Overlap),
            ("41", "42", Apart),
            (">13000", "10000-12000", Apart),
            (">40", "40", Overlap),
            (">=50", "<=50", Overlap),
            (">50", "<50", Overlap),
            (">50", "49", Apart),
            ("12..99", "30", Within),
            ("12..99", "200", Apart),
        ] {
            assert_eq!(of_values(&value(one), &value(other), 0), expected, "{one} and {other}");
            assert_eq!(of_values(&value(other), &value(one), 0), expected, "{other} and {one}");
        }
    }

    #[test]
    fn a_tolerance_bridges_a_small_gap_only() {
        for (one, other, tolerance, expected) in
            [("1000", "1010", 10, Relation::Overlap), ("1000", "1011", 10, Relation::Apart), ("1000", "1001", 0, Relation::Apart)]
        {
            assert_eq!(of_values(&value(one), &value(other), tolerance), expected, "{one} and {other} at {tolerance}");
        }
    }

    #[test]
    fn a_date_agrees_with_one_that_holds_it() {
        let days = |from: &str, to: &str| DayInterval::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
        let june = days("2024-06-01", "2024-06-30");
        for (other, expected) in [
            (days("2024-06-01", "2024-08-31"), Relation::Agree),
            (days("2024-06-12", "2024-06-12"), Relation::Agree),
            (days("2024-06-20", "2024-07-10"), Relation::Overlap),
            (days("2024-07-01", "2024-07-31"), Relation::Apart),
        ] {
            assert_eq!(of_days(june, other), expected, "{other:?}");
            assert_eq!(of_days(other, june), expected, "{other:?}");
        }
    }

    #[test]
    fn a_date_that_can_be_swapped_is_apart_from_neither_day() {
        let date = |day: &str, swapped: Option<&str>| DateValue {
            days: day.parse().ok().map(DayInterval::day),
            grain: None,
            timex: day.into(),
            modifier: None,
            anchor: None,
            swapped: swapped.and_then(|day| day.parse().ok()),
        };
        let march = date("2025-03-10", Some("2025-10-03"));
        for (other, expected) in [("2025-03-10", Relation::Agree), ("2025-10-03", Relation::Overlap), ("2025-10-04", Relation::Apart)] {
            assert_eq!(of_dates(&march, &date(other, None)), Some(expected), "{other}");
            assert_eq!(of_dates(&date(other, None), &march), Some(expected), "{other}");
        }
        assert_eq!(of_dates(&march, &date("", None)), None);
    }
}
