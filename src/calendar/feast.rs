//! Days that a rule fixes: the same date every year, the nth weekday of a month, so many days from Easter.

use super::{Datelike, NaiveDate, Weekday, period::add_days};

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
}

impl Feast {
    /// Its day in `year`.
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
        }
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
    fn nth_weekdays_count_from_either_end() {
        let (first, last) = (NaiveDate::from_ymd_opt(2025, 3, 1).unwrap(), NaiveDate::from_ymd_opt(2025, 3, 31).unwrap());
        let nth = |weekday, nth| nth_weekday(first, last, weekday, nth).map(|day| day.day());
        assert_eq!(nth(Weekday::Sat, 1), Some(1));
        assert_eq!(nth(Weekday::Mon, -1), Some(31));
        assert_eq!(nth(Weekday::Tue, 2), Some(11));
        assert_eq!((nth(Weekday::Tue, 5), nth(Weekday::Tue, 0), nth(Weekday::Mon, 6)), (None, None, None));
    }
}
