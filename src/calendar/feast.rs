//! Days that a rule fixes: the same date every year, the nth weekday of a month, so many days from Easter or another new year.
//!
//! In: a rule and a year. Out: its days. What never happens here: a guess. A feast that begins when the moon is seen, or on another
//! day in each country, has a grain and no day.

use super::{Datelike, DayInterval, Grain, NaiveDate, Weekday, moon, period::add_days};

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// The same date every year.
    Fixed {
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
    },
    /// The nth weekday of a month.
    Nth {
        /// From 1; negative from the end.
        nth: i32,
        /// Which.
        weekday: Weekday,
        /// From 1.
        month: u32,
        /// Days after that weekday.
        plus: i32,
    },
    /// So many days after Easter Sunday, or before.
    Easter {
        /// Days.
        plus: i32,
    },
    /// So many days after Easter Sunday of the eastern churches, or before.
    EasternEaster {
        /// Days.
        plus: i32,
    },
    /// So many days after the Jewish new year, or before.
    Jewish {
        /// Days.
        plus: i32,
        /// How many days it lasts.
        lasts: u8,
    },
    /// So many days after the Chinese new year, or before.
    Chinese {
        /// Days.
        plus: i32,
    },
    /// No rule tells its day ahead; it is of this grain.
    Untold(Grain),
}

impl Feast {
    /// Its day in `year`, the first one of several.
    ///
    /// ```
    /// use crosscheck::calendar::{Feast, Weekday};
    /// let thanksgiving = Feast::Nth { nth: 4, weekday: Weekday::Thu, month: 11, plus: 0 };
    /// assert_eq!(thanksgiving.day(2025).unwrap().to_string(), "2025-11-27");
    /// ```
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth { nth, weekday, month, plus } => {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                let last = super::period::add_months(first, 1)?.pred_opt()?;
                add_days(nth_weekday(first, last, weekday, nth)?, i64::from(plus))
            }
            Self::Easter { plus } => add_days(easter(year)?, i64::from(plus)),
            Self::EasternEaster { plus } => add_days(eastern_easter(year)?, i64::from(plus)),
            Self::Jewish { plus, .. } => moon::from_tishri(year, plus),
            Self::Chinese { plus } => add_days(moon::chinese_new_year(year)?, i64::from(plus)),
            Self::Untold(_) => None,
        }
    }

    /// Its days in `year`.
    pub fn days(self, year: i32) -> Option<DayInterval> {
        let first = self.day(year)?;
        let more = if let Self::Jewish { lasts, .. } = self { i64::from(lasts) - 1 } else { 0 };
        DayInterval::new(first, add_days(first, more)?)
    }
}

/// The nth `weekday` from `first` to `last`; a negative `nth` counts from the end. `None` where there are not so many.
pub fn nth_weekday(first: NaiveDate, last: NaiveDate, weekday: Weekday, nth: i32) -> Option<NaiveDate> {
    let found = if nth > 0 {
        let ahead = i64::from(weekday.days_since(first.weekday()));
        add_days(first, ahead + 7 * (i64::from(nth) - 1))?
    } else {
        let back = i64::from(last.weekday().days_since(weekday));
        add_days(last, -back + 7 * (i64::from(nth) + 1))?
    };
    (nth != 0 && first <= found && found <= last).then_some(found)
}

/// Easter Sunday of the western churches, by the Gregorian computus.
pub fn easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let (golden, century) = (year % 19, year / 100);
    let leap_shift = century - century / 4;
    let moon_shift = (8 * century + 13) / 25;
    let epact = (19 * golden + leap_shift - moon_shift + 15) % 30;
    let full_moon = epact - i32::from(epact == 29 || epact == 28 && golden > 10);
    let weekday = (year + year / 4 + full_moon + 2 - leap_shift) % 7;
    let from_21_march = full_moon - weekday + 7;
    add_days(NaiveDate::from_ymd_opt(year, 3, 21)?, i64::from(from_21_march))
}

/// Easter Sunday of the eastern churches, by the Julian computus.
fn eastern_easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let full_moon = (19 * (year % 19) + 15) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7;
    let from_21_march = full_moon + weekday + 1;
    // The two calendars have drifted apart by three days in four centuries.
    let drift = year / 100 - year / 400 - 2;
    add_days(NaiveDate::from_ymd_opt(year, 3, 21)?, i64::from(from_21_march + drift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_churches_keep_it() {
        for (year, day) in [
            (2010, "2010-04-04"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (1981, "1981-04-19"),
            (1954, "1954-04-18"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
        for year in 1583..2500 {
            let found = easter(year).unwrap();
            assert_eq!(found.weekday(), Weekday::Sun, "{year}");
            assert!((3, 22) <= (found.month(), found.day()) && (found.month(), found.day()) <= (4, 25), "{found}");
        }
    }

    #[test]
    fn eastern_easter_falls_where_those_churches_keep_it() {
        for (year, day) in [
            (2010, "2010-04-04"),
            (2016, "2016-05-01"),
            (2019, "2019-04-28"),
            (2024, "2024-05-05"),
            (2025, "2025-04-20"),
            (1975, "1975-05-04"),
        ] {
            assert_eq!(eastern_easter(year).unwrap().to_string(), day);
        }
        for year in 1583..2500 {
            assert_eq!(eastern_easter(year).unwrap().weekday(), Weekday::Sun, "{year}");
        }
        assert_eq!(eastern_easter(33), None);
    }

    #[test]
    fn feasts_last_as_long_as_they_say() {
        let hanukkah = Feast::Jewish { plus: 83, lasts: 8 }.days(2024).unwrap();
        assert_eq!((hanukkah.start().to_string().as_str(), hanukkah.days()), ("2024-12-26", 8));
        assert_eq!(Feast::Untold(Grain::Day).days(2024), None);
    }

    #[test]
    fn nth_weekdays_count_from_either_end() {
        let (first, last) = (NaiveDate::from_ymd_opt(2025, 3, 1).unwrap(), NaiveDate::from_ymd_opt(2025, 3, 31).unwrap());
        let nth = |weekday, nth| nth_weekday(first, last, weekday, nth).map(|day| day.day());
        assert_eq!(nth(Weekday::Sat, 1), Some(1));
        assert_eq!(nth(Weekday::Mon, -1), Some(31));
        assert_eq!(nth(Weekday::Tue, 2), Some(11));
        assert_eq!((nth(Weekday::Tue, 5), nth(Weekday::Tue, 0), nth(Weekday::Mon, 6)), (None, None, None));
    }
}
