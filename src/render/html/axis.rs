//! Axes: where a figure or a day lies on a plot, and which ticks are readable.
//!
//! In: figures, or days. Out: places in hundredths of a percent of the plot's width, and ticks with labels. What never happens here:
//! floating point, a figure bent to fit; what can't be placed has no axis.

use crate::calendar::{Datelike, DayInterval, Days, Months, NaiveDate};
use crate::rules::wording;
use crate::value::Decimal;

/// The whole width, in hundredths of a percent.
pub(super) const WHOLE: i128 = 10_000;

/// Most steps of an axis.
const STEPS: i128 = 5;
/// Letters that labels may take together, each with a gap of two.
const LETTERS: usize = 36;
/// Figures that differ by more than this many times are drawn on a logarithmic axis.
const LOGARITHMIC: i128 = 100;

/// How a tick says what takes a word elsewhere.
const SHORTER: [(&str, &str); 3] = [(" trillion", "tn"), (" billion", "bn"), (" million", "m")];

/// A place with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    /// In hundredths of a percent.
    pub(super) at: i128,
    /// "12,000"; empty where there is no room for it.
    pub(super) label: String,
}

/// An axis of figures.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    /// Figures are counted in units of ten to this power.
    base: i8,
    from: i128,
    to: i128,
    /// Whether each step multiplies.
    pub(super) logarithmic: bool,
    /// Its ticks, the lowest first.
    pub(super) ticks: Vec<Tick>,
}

impl Axis {
    /// An axis that holds all of `figures`, with room for ends that reach on.
    pub(super) fn of(figures: &[Decimal], room_below: bool, room_above: bool) -> Option<Self> {
        let base = figures.iter().map(|figure| figure.normal().exponent()).min()?;
        let placed: Vec<i128> = figures.iter().map(|figure| units(*figure, base)).collect::<Option<_>>()?;
        let (low, high) = (*placed.iter().min()?, *placed.iter().max()?);
        if low > 0 && high / low > LOGARITHMIC {
            return Some(Self::by_powers(base, low, high, room_above));
        }
        // Where it costs less than half of the width, an axis begins at nothing.
        let low = if low >= 0 && low <= high / 2 { 0 } else { low };
        let spare = ((high - low) / 8).max(1);
        let low = if room_below && low != 0 { low - spare } else { low };
        let high = if room_above { high + spare } else { high };
        let step = step(high - low)?;
        let mut from = low.div_euclid(step).checked_mul(step)?;
        let mut to = (high + step - 1).div_euclid(step).checked_mul(step)?;
        if to - from < 2 * step {
            to += step;
            from -= if from == 0 { 0 } else { step };
        }
        let mut axis = Self { base, from, to, logarithmic: false, ticks: Vec::new() };
        let mut tick = from;
        while tick <= to {
            axis.ticks.push(axis.tick(tick)?);
            tick += step;
        }
        thin(&mut axis.ticks);
        Some(axis)
    }

    /// From one power of ten to another.
    fn by_powers(base: i8, low: i128, high: i128, room_above: bool) -> Self {
        let mut from: i128 = 1;
        while from <= low / 10 {
            from *= 10;
        }
        let (mut to, mut powers) = (from, 0);
        while to < high || room_above && to == high {
            to = to.saturating_mul(10);
            powers += 1;
        }
        let mut axis = Self { base, from, to, logarithmic: true, ticks: Vec::new() };
        let every = (powers + STEPS - 1) / STEPS;
        let (mut tick, mut power) = (from, 0);
        while power <= powers {
            if power % every.max(1) == 0 {
                axis.ticks.extend(axis.tick(tick));
            }
            tick = tick.saturating_mul(10);
            power += 1;
        }
        axis
    }

    fn tick(&self, units: i128) -> Option<Tick> {
        let number = Decimal::new(i64::try_from(units).ok()?, self.base);
        let label = wording::digits(number.normal());
        let label = SHORTER.iter().fold(label, |label, (word, short)| label.replace(word, short));
        Some(Tick { at: self.place(units), label })
    }

    /// Where a figure lies.
    pub(super) fn at(&self, figure: Decimal) -> Option<i128> {
        units(figure, self.base).map(|units| self.place(units))
    }

    fn place(&self, units: i128) -> i128 {
        let part = if self.logarithmic {
            let from = logarithm(self.from);
            (logarithm(units.max(1)) - from) * WHOLE / (logarithm(self.to) - from).max(1)
        } else {
            (units - self.from).saturating_mul(WHOLE) / (self.to - self.from).max(1)
        };
        part.clamp(0, WHOLE)
    }
}

/// Takes the labels of so many ticks away that the others don't touch.
fn thin(ticks: &mut [Tick]) {
    let letters = |every: usize| ticks.iter().step_by(every).map(|tick| tick.label.chars().count() + 2).sum::<usize>();
    let every = (1..ticks.len()).find(|every| letters(*every) <= LETTERS).unwrap_or(ticks.len().max(1));
    for tick in ticks.iter_mut().enumerate().filter(|(index, _)| index % every > 0).map(|(_, tick)| tick) {
        tick.label.clear();
    }
}

/// A figure in units of ten to the power of `base`; none where it is no whole number of them.
fn units(figure: Decimal, base: i8) -> Option<i128> {
    let figure = figure.normal();
    let power = if figure.is_zero() { 0 } else { u32::try_from(i32::from(figure.exponent()) - i32::from(base)).ok()? };
    10_i128.checked_pow(power)?.checked_mul(i128::from(figure.mantissa())).filter(|units| units.unsigned_abs() < 10_u128.pow(30))
}

/// 1, 2 or 5 times a power of ten, the smallest that divides `span` into at most [`STEPS`].
fn step(span: i128) -> Option<i128> {
    let mut power: i128 = 1;
    loop {
        if let Some(factor) = [1, 2, 5].into_iter().find(|factor| power * factor * STEPS >= span) {
            return Some(power * factor);
        }
        power = power.checked_mul(10).filter(|power| *power < 10_i128.pow(34))?;
    }
}

/// The binary logarithm of a positive number in units of 2^-16: whole part from its length, the rest by squaring.
fn logarithm(number: i128) -> i128 {
    let number = number.max(1).unsigned_abs();
    let whole = number.ilog2();
    // The number as 1.xxx with 31 bits behind the point.
    let mut rest = if whole > 31 { number >> (whole - 31) } else { number << (31 - whole) };
    let mut part = 0;
    for bit in (0..16).rev() {
        rest = (rest * rest) >> 31;
        if rest >= 1 << 32 {
            rest >>= 1;
            part |= 1 << bit;
        }
    }
    i128::from(whole) << 16 | part
}

/// An axis of days. Places are counted in half days, so that a day has a middle.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    from: i128,
    to: i128,
    /// Its ticks, the earliest first.
    pub(super) ticks: Vec<Tick>,
}

/// How far ticks of days lie apart.
#[derive(Clone, Copy)]
enum Step {
    Days(u64),
    Months(u32),
    Years(u32),
}

/// The steps that are tried, the smallest first.
const CALENDAR_STEPS: [Step; 14] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(50),
    Step::Years(100),
];

impl Calendar {
    /// An axis that holds all of `days`.
    pub(super) fn of(days: &[DayInterval]) -> Option<Self> {
        let all = days.iter().copied().reduce(DayInterval::join)?;
        let days: Vec<(NaiveDate, Step)> = CALENDAR_STEPS.into_iter().find_map(|step| ticks(all, step))?;
        let (&(first, step), &(last, _)) = (days.first()?, days.last()?);
        let by_day = matches!(step, Step::Days(_));
        let (from, to) = (half_days(first), if by_day { half_days(all.end()) + 2 } else { half_days(last) });
        let mut axis = Self { from, to, ticks: Vec::new() };
        for (index, &(day, step)) in days.iter().enumerate() {
            let label = match step {
                Step::Days(_) if index > 0 && day.year() == first.year() => day_of_year(day),
                Step::Days(_) => wording::day(day),
                Step::Months(_) => wording::days(month(day)),
                Step::Years(_) => day.year().to_string(),
            };
            let place = half_days(day) + i128::from(by_day);
            axis.ticks.push(Tick { at: axis.place(place), label });
        }
        thin(&mut axis.ticks);
        Some(axis)
    }

    /// Where days begin and end.
    pub(super) fn at(&self, days: DayInterval) -> (i128, i128) {
        (self.place(half_days(days.start())), self.place(half_days(days.end()) + 2))
    }

    fn place(&self, half_days: i128) -> i128 {
        ((half_days - self.from) * WHOLE / (self.to - self.from).max(1)).clamp(0, WHOLE)
    }
}

fn half_days(day: NaiveDate) -> i128 {
    i128::from(DayInterval::day(day).numbers().0) * 2
}

/// The month that begins on `day`.
fn month(day: NaiveDate) -> DayInterval {
    let last = day.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(day);
    DayInterval::new(day, last).unwrap_or(DayInterval::day(day))
}

/// "14 Sep".
fn day_of_year(day: NaiveDate) -> String {
    let words = wording::day(day);
    words.rsplit_once(' ').map_or_else(|| words.clone(), |(day, _)| day.to_owned())
}

/// The ticks of one step around `all`; none where they would be too many.
fn ticks(all: DayInterval, step: Step) -> Option<Vec<(NaiveDate, Step)>> {
    let start = all.start();
    let mut day = match step {
        Step::Days(_) => start,
        Step::Months(months) => NaiveDate::from_ymd_opt(start.year(), start.month0() / months * months + 1, 1)?,
        Step::Years(years) => NaiveDate::from_ymd_opt(start.year().div_euclid(years.cast_signed()) * years.cast_signed(), 1, 1)?,
    };
    let mut ticks = vec![(day, step)];
    loop {
        day = match step {
            Step::Days(days) => day.checked_add_days(Days::new(days)),
            Step::Months(months) => day.checked_add_months(Months::new(months)),
            Step::Years(years) => day.checked_add_months(Months::new(years * 12)),
        }?;
        // Months and years are closed by the tick that follows the last day.
        let past = day > all.end();
        if past && matches!(step, Step::Days(_)) {
            return Some(ticks);
        }
        ticks.push((day, step));
        if ticks.len() > 5 {
            return None;
        }
        if past {
            return Some(ticks);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(numbers: &[i64]) -> Vec<Decimal> {
        numbers.iter().copied().map(Decimal::from).collect()
    }

    fn labels(axis: &[Tick]) -> String {
        axis.iter().map(|tick| format!("{} {}", tick.at / 100, tick.label)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn ticks_are_round_and_few() {
        for (figures, expected) in [
            (&[34, 43][..], "0 34, 20 36, 40 38, 60 40, 80 42, 100 44"),
            (&[12_000, 40_000], "0 0, 25 10,000, 50 20,000, 75 30,000, 100 40,000"),
            // Labels that would touch leave some out.
            (&[2_400_000_000, 3_100_000_000], "0 2.4bn, 25 2.6bn, 50 2.8bn, 75 3bn, 100 3.2bn"),
            (&[1_210_300, 1_230_400], "0 1.21m, 20 , 40 1.22m, 60 , 80 1.23m, 100 "),
            (&[6_000, 7_000], "0 5,000, 33 6,000, 66 7,000, 100 8,000"),
            (&[0, 1], "0 0, 50 1, 100 2"),
            (&[-4, 4], "0 \u{2212}4, 25 \u{2212}2, 50 0, 75 2, 100 4"),
            (&[41], "0 40, 50 41, 100 42"),
        ] {
            assert_eq!(labels(&Axis::of(&numbers(figures), false, false).unwrap().ticks), expected, "{figures:?}");
        }
    }

    #[test]
    fn fractions_keep_their_places() {
        let axis = Axis::of(&[Decimal::new(47, -1), Decimal::new(51, -1)], false, false).unwrap();
        assert_eq!(labels(&axis.ticks), "0 4.7, 25 4.8, 50 4.9, 75 5, 100 5.1");
        assert_eq!(axis.at(Decimal::new(49, -1)), Some(5_000));
    }

    #[test]
    fn figures_far_apart_stand_by_powers_of_ten() {
        let axis = Axis::of(&numbers(&[30, 4_000]), false, false).unwrap();
        assert!(axis.logarithmic);
        assert_eq!(labels(&axis.ticks), "0 10, 33 100, 66 1,000, 100 10,000");
        assert_eq!(axis.at(Decimal::from(1_000)), Some(6_666));
        assert!(!Axis::of(&numbers(&[30, 3_000]), false, false).unwrap().logarithmic);
    }

    #[test]
    fn an_end_that_reaches_on_has_room() {
        let axis = Axis::of(&numbers(&[10_000, 13_000]), false, true).unwrap();
        assert!(axis.at(Decimal::from(13_000)).unwrap() < 9_500);
    }

    #[test]
    fn what_does_not_fit_has_no_axis() {
        assert!(Axis::of(&[], false, false).is_none());
        assert!(Axis::of(&[Decimal::new(1, 100), Decimal::new(1, -18)], false, false).is_none());
    }

    fn days(first: (i32, u32, u32), last: (i32, u32, u32)) -> String {
        let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let days = DayInterval::new(day(first), day(last)).unwrap();
        labels(&Calendar::of(&[days]).unwrap().ticks)
    }

    #[test]
    fn days_are_ticked_by_what_is_readable() {
        assert_eq!(days((2025, 9, 14), (2025, 9, 16)), "16 14 Sep 2025, 50 15 Sep, 83 16 Sep");
        assert_eq!(days((2025, 9, 14), (2025, 9, 14)), "50 14 Sep 2025");
        assert_eq!(days((2024, 9, 1), (2024, 11, 30)), "0 Sep 2024, 32 , 67 Nov 2024, 100 ");
        assert_eq!(days((2024, 9, 1), (2025, 7, 12)), "0 Jul 2024, 33 , 66 Jul 2025, 100 ");
        assert_eq!(days((1998, 3, 1), (2025, 1, 1)), "0 1990, 24 2000, 50 2010, 74 2020, 100 2030");
    }
}
