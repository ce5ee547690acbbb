//! Intervals on one line each, on a common scale: which figures meet, and how far apart the others are.
//!
//! In: the ends of intervals. Out: lines of a fixed width. What never happens here: a figure through floating point; a scale that hides a
//! gap: both ends of it are figures that stand in the rows.

use crate::calendar::{Datelike, NaiveDate};
use crate::report::json;
use crate::value::Decimal;

/// The values that a claim can stand for; `None` reaches on without end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
    pub(super) low_open: bool,
    pub(super) high_open: bool,
}

impl Ends {
    /// Those of a claim; days count as numbers.
    pub(super) fn of(claim: &json::Claim) -> Self {
        if let Some(value) = claim.converted.as_ref().or(claim.value.as_ref()) {
            let json::Interval { low, high, low_open, high_open } = value.interval.clone();
            return Self { low: low.map(|low| low.0), high: high.map(|high| high.0), low_open, high_open };
        }
        let day = |text: &Option<String>| {
            let day: NaiveDate = text.as_ref()?.parse().ok()?;
            Some(Decimal::from(i64::from(day.num_days_from_ce())))
        };
        claim.date.as_ref().map_or_else(Self::default, |date| Self { low: day(&date.start), high: day(&date.end), ..Self::default() })
    }
}

/// A line of `width` columns for each interval; nothing where all are one value, or none has an end.
pub(super) fn plot(rows: &[Ends], width: usize) -> Option<Vec<String>> {
    let ends: Vec<Decimal> = rows.iter().flat_map(|row| row.low.into_iter().chain(row.high)).collect();
    let least = ends.iter().map(|end| end.exponent()).min()?;
    // One step is the last digit of the finest figure.
    let steps = |value: Decimal| {
        let power = u32::try_from(i32::from(value.exponent()) - i32::from(least)).ok()?;
        10_i128.checked_pow(power)?.checked_mul(i128::from(value.mantissa()))
    };
    let all: Vec<i128> = ends.into_iter().map(steps).collect::<Option<_>>()?;
    let (low, high) = (*all.iter().min()?, *all.iter().max()?);
    // A column on either side is left for what reaches on.
    let inner = i128::try_from(width.checked_sub(3)?).ok()?;
    let range = high.checked_sub(low).filter(|range| *range > 0)?;
    let column = |value: Decimal| {
        let from = steps(value)?.checked_sub(low)?.checked_mul(inner)?;
        usize::try_from((from + range / 2) / range).ok().map(|column| column + 1)
    };
    rows.iter().map(|row| line(*row, width, column)).collect()
}

fn line(row: Ends, width: usize, column: impl Fn(Decimal) -> Option<usize>) -> Option<String> {
    let mut line = vec![' '; width];
    if row.low.is_none() && row.high.is_none() {
        return Some(line.into_iter().collect());
    }
    let from = row.low.map_or(Some(0), &column)?;
    let to = row.high.map_or(Some(width - 1), &column)?;
    line.get_mut(from..=to)?.fill('─');
    let left = match (row.low, row.low_open) {
        (None, _) => '◀',
        (Some(_), true) => '(',
        (Some(_), false) => '├',
    };
    let right = match (row.high, row.high_open) {
        (None, _) => '▶',
        (Some(_), true) => ')',
        (Some(_), false) => '┤',
    };
    line[from] = left;
    line[to] = right;
    if from == to {
        line[from] = '●';
    }
    Some(line.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(low: Option<i64>, high: Option<i64>, low_open: bool, high_open: bool) -> Ends {
        Ends { low: low.map(Decimal::from), high: high.map(Decimal::from), low_open, high_open }
    }

    #[test]
    fn intervals_stand_on_one_scale() {
        let rows = [
            ends(Some(34), Some(34), false, false),
            ends(Some(43), Some(43), false, false),
            ends(Some(34), Some(40), false, true),
            ends(Some(40), None, true, false),
            ends(None, Some(37), false, false),
            ends(None, None, false, false),
        ];
        let expected = ["| ●        |", "|        ● |", "| ├────)   |", "|      (──▶|", "|◀──┤      |", "|          |"];
        let found: Vec<String> = plot(&rows, 10).unwrap().into_iter().map(|line| format!("|{line}|")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_value_alone_needs_no_scale() {
        assert_eq!(plot(&[ends(Some(34), Some(34), false, false)], 10), None);
        assert_eq!(plot(&[ends(None, None, false, false)], 10), None);
        assert_eq!(plot(&[], 10), None);
        let far = Ends { low: Some(Decimal::new(1, -120)), high: Some(Decimal::new(1, 120)), ..Ends::default() };
        assert_eq!(plot(&[far], 10), None, "too far apart to be counted");
        assert_eq!(plot(&[ends(Some(1), Some(2), false, false)], 2), None, "no room");
    }
}
