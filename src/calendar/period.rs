//! A week, a month, a decade: a stretch of the calendar with its days, its neighbours and its thirds.

use super::{Datelike, DayInterval, Days, Grain, Hemisphere, Months, NaiveDate, Season, Weekday, timex};

/// Early, mid and late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Third {
    /// "early", "the beginning of".
    First,
    /// "mid".
    Second,
    /// "late", "the end of".
    Last,
}

/// A stretch of the calendar of one grain, known by its first day.
///
/// ```
/// use crosscheck::calendar::{Grain, NaiveDate, Period};
/// let week = Period::around(Grain::Week, NaiveDate::from_ymd_opt(2025, 3, 21).unwrap()).unwrap();
/// assert_eq!(week.timex(), "2025-W12");
/// assert_eq!(week.step(-1).unwrap().timex(), "2025-W11");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    grain: Grain,
    start: NaiveDate,
}

impl Period {
    /// The period of this grain that holds `day`. A day that belongs to no weekend gives the weekend of its week. `None` outside the
    /// years that have four digits.
    pub fn around(grain: Grain, day: NaiveDate) -> Option<Self> {
        if !(1..=9999).contains(&day.year()) {
            return None;
        }
        let first = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
        let start = match grain {
            Grain::Time | Grain::DayPart | Grain::Day => day,
            Grain::Week => day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?,
            Grain::Weekend => {
                let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
                monday.checked_add_days(Days::new(5))?
            }
            Grain::Month => first(day.year(), day.month())?,
            Grain::Quarter => first(day.year(), day.month0() / 3 * 3 + 1)?,
            Grain::Season => {
                let month = first(day.year(), day.month())?;
                month.checked_sub_months(Months::new(day.month() % 3))?
            }
            Grain::Half => first(day.year(), day.month0() / 6 * 6 + 1)?,
            Grain::Year => first(day.year(), 1)?,
            Grain::Decade => first((day.year() / 10 * 10).max(1), 1)?,
            Grain::Century => first((day.year() / 100 * 100).max(1), 1)?,
        };
        Some(Self { grain, start })
    }

    /// A whole year.
    pub fn year(year: i32) -> Option<Self> {
        Self::around(Grain::Year, NaiveDate::from_ymd_opt(year, 1, 1)?)
    }

    /// A month of a year.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::around(Grain::Month, NaiveDate::from_ymd_opt(year, month, 1)?)
    }

    /// A season of the year in which it begins.
    pub fn season(year: i32, season: Season, hemisphere: Hemisphere) -> Option<Self> {
        Self::around(Grain::Season, NaiveDate::from_ymd_opt(year, season.first_month(hemisphere), 1)?)
    }

    /// The ISO week with this number.
    pub fn week(year: i32, week: u32) -> Option<Self> {
        Self::around(Grain::Week, NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?)
    }

    /// Its grain.
    pub const fn grain(self) -> Grain {
        self.grain
    }

    /// Its first day.
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The period `count` further on, or back where `count` is negative.
    pub fn step(self, count: i32) -> Option<Self> {
        let start = match self.grain {
            Grain::Time | Grain::DayPart | Grain::Day => add_days(self.start, i64::from(count))?,
            Grain::Week | Grain::Weekend => add_days(self.start, i64::from(count) * 7)?,
            _ => add_months(self.start, i64::from(count) * months(self.grain))?,
        };
        (1..=9999).contains(&start.year()).then_some(Self { start, ..self })
    }

    /// Its days.
    pub fn days(self) -> Option<DayInterval> {
        let end = match self.grain {
            Grain::Time | Grain::DayPart | Grain::Day => self.start,
            Grain::Weekend => add_days(self.start, 1)?,
            Grain::Week => add_days(self.start, 6)?,
            _ => add_months(first_of_month(self.start)?, months(self.grain))?.pred_opt()?,
        };
        DayInterval::new(self.start, end)
    }

    /// A third of it: by days 10 and 20 for a month, by months for a year, by years for a decade.
    pub fn third(self, third: Third) -> Option<DayInterval> {
        let days = self.days()?;
        let pieces: u32 = match self.grain {
            Grain::Month => 30,
            Grain::Quarter | Grain::Season => 3,
            Grain::Half => 6,
            Grain::Year => 12,
            Grain::Decade => 10,
            Grain::Century => 100,
            _ => u32::try_from(days.days()).ok()?,
        };
        let (first, second) = (pieces / 3, pieces * 2 / 3);
        let at = |piece: u32| match self.grain {
            Grain::Quarter | Grain::Season | Grain::Half | Grain::Year => add_months(self.start, i64::from(piece)),
            Grain::Decade | Grain::Century => add_months(self.start, i64::from(piece) * 12),
            _ => add_days(self.start, i64::from(piece)),
        };
        if second == 0 {
            return Some(days);
        }
        match third {
            Third::First => DayInterval::new(self.start, at(first)?.pred_opt()?),
            Third::Second => DayInterval::new(at(first)?, at(second)?.pred_opt()?),
            Third::Last => DayInterval::new(at(second)?, days.end()),
        }
    }

    /// Its TIMEX3 value, with northern seasons: see [`timex::season`] for others.
    pub fn timex(self) -> String {
        let (year, month) = (self.start.year(), self.start.month());
        match self.grain {
            Grain::Time | Grain::DayPart | Grain::Day => timex::day(self.start),
            Grain::Weekend => format!("{}-WE", timex::week(self.start)),
            Grain::Week => timex::week(self.start),
            Grain::Month => timex::month(year, month),
            Grain::Quarter => format!("{year:04}-Q{}", month.div_ceil(3)),
            Grain::Season => timex::season(self.start, Hemisphere::Northern),
            Grain::Half => format!("{year:04}-H{}", month.div_ceil(6)),
            Grain::Year => timex::year(year),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Century => format!("{:02}", year / 100),
        }
    }
}

/// How many months a period of a grain above the week has.
const fn months(grain: Grain) -> i64 {
    match grain {
        Grain::Quarter | Grain::Season => 3,
        Grain::Half => 6,
        Grain::Year => 12,
        Grain::Decade => 120,
        Grain::Century => 1200,
        _ => 1,
    }
}

/// The first day of the month of `day`.
fn first_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)
}

/// `day` moved by `count` days; `None` past the calendar's end.
pub(super) fn add_days(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    let days = Days::new(count.unsigned_abs());
    if count < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// `day` moved by `count` months, to the month's last day where it has no such day; `None` past the calendar's end.
pub(super) fn add_months(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
    if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// `day` moved by `count` units of at least a day, as a person counts: a month on from 31 January is the last of February.
/// `None` for units below a day and past the calendar's end.
pub fn move_by(day: NaiveDate, unit: super::Unit, count: i64) -> Option<NaiveDate> {
    use super::Unit;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => add_days(day, count),
        Unit::Week | Unit::Weekend => add_days(day, count.checked_mul(7)?),
        Unit::Fortnight => add_days(day, count.checked_mul(14)?),
        Unit::Month | Unit::Quarter | Unit::Season | Unit::Half | Unit::Year | Unit::Decade | Unit::Century => {
            add_months(day, count.checked_mul(months(unit.grain()?))?)
        }
    }
}

/// `day` moved by `count` days on which people work; Saturdays and Sundays are passed over.
pub fn move_by_workdays(day: NaiveDate, count: i64) -> Option<NaiveDate> {
    // From a weekend one counts as from the working day behind one's back.
    let weekday = i64::from(day.weekday().num_days_from_monday());
    let from = match weekday {
        5 | 6 if count < 0 => add_days(day, 7 - weekday)?,
        5 | 6 => add_days(day, 4 - weekday)?,
        _ => day,
    };
    let place = i64::from(from.weekday().num_days_from_monday()) + count % 5;
    let weekend = if place > 4 { 2 } else { -2 * i64::from(place < 0) };
    add_days(from, (count / 5).checked_mul(7)? + count % 5 + weekend)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_hold_their_day_and_meet_their_neighbours() {
        let grains =
            [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Season, Grain::Half, Grain::Year, Grain::Decade, Grain::Century];
        for grain in grains {
            for text in ["2024-02-29", "2025-01-01", "1999-12-31", "2025-03-21"] {
                let period = Period::around(grain, day(text)).unwrap();
                let days = period.days().unwrap();
                assert!(days.contains(DayInterval::day(day(text))), "{grain:?} {text}");
                let next = period.step(1).unwrap();
                assert_eq!(days.end().succ_opt(), Some(next.start()), "{grain:?} {text}");
                assert_eq!(next.step(-1), Some(period), "{grain:?} {text}");
            }
        }
    }

    #[test]
    fn thirds_are_what_a_reader_takes_them_for() {
        for (grain, inside, third, start, end) in [
            (Grain::Month, "2025-02-05", Third::Last, "2025-02-21", "2025-02-28"),
            (Grain::Month, "2025-03-05", Third::First, "2025-03-01", "2025-03-10"),
            (Grain::Month, "2025-03-05", Third::Second, "2025-03-11", "2025-03-20"),
            (Grain::Year, "2025-03-05", Third::Last, "2025-09-01", "2025-12-31"),
            (Grain::Decade, "1994-03-05", Third::First, "1990-01-01", "1992-12-31"),
            (Grain::Week, "2025-03-19", Third::Last, "2025-03-21", "2025-03-23"),
            (Grain::Day, "2025-03-19", Third::Last, "2025-03-19", "2025-03-19"),
        ] {
            let days = Period::around(grain, day(inside)).unwrap().third(third).unwrap();
            assert_eq!((days.start(), days.end()), (day(start), day(end)), "{grain:?} {third:?}");
        }
    }

    #[test]
    fn working_days_pass_over_weekends() {
        // 21 March 2025 is a Friday.
        for (from, count, expected) in [
            ("2025-03-21", 1, "2025-03-24"),
            ("2025-03-21", -4, "2025-03-17"),
            ("2025-03-21", -5, "2025-03-14"),
            ("2025-03-22", 1, "2025-03-24"),
            ("2025-03-23", -1, "2025-03-21"),
            ("2025-03-18", 10, "2025-04-01"),
            ("2025-03-19", -3, "2025-03-14"),
        ] {
            assert_eq!(move_by_workdays(day(from), count), Some(day(expected)), "{from} {count}");
        }
        assert_eq!(move_by_workdays(day("2025-03-21"), i64::MAX), None);
    }

    #[test]
    fn counting_on_from_the_end_of_a_month_stays_in_the_next() {
        assert_eq!(move_by(day("2025-01-31"), super::super::Unit::Month, 1), Some(day("2025-02-28")));
        assert_eq!(move_by(day("2025-01-31"), super::super::Unit::Century, i64::MAX), None);
    }
}
