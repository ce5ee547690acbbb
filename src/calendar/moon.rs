//! New years that follow the moon: the Jewish one by its arithmetic, the Chinese one by a table.
//!
//! In: a year of our calendar. Out: a day. What never happens here: an observation. The Islamic months begin when the new moon is seen,
//! so no arithmetic gives their days.

use super::{NaiveDate, period::add_days};

/// The day so many days from the Jewish new year that falls in `year`: its months are counted as in a year of regular length, so that
/// each feast is at the same distance every year. Before the new year nothing varies; from Kislev on a complete year has a day more.
///
/// ```
/// # use crosscheck::calendar::Feast;
/// assert_eq!(Feast::Jewish { plus: 9, lasts: 1 }.day(2024).unwrap().to_string(), "2024-10-12"); // Yom Kippur
/// ```
pub(super) fn from_tishri(year: i32, plus: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let jewish = i64::from(year) + 3761;
    let new_year = day_of_new_year(jewish);
    // The second month has its thirtieth day where the whole year is a day longer than usual: 355 or 385.
    let complete = plus >= KISLEV && (day_of_new_year(jewish + 1) - new_year) % 10 == 5;
    // The first day of our year 1 has the number 1 here.
    add_days(NaiveDate::from_ymd_opt(1, 1, 1)?, new_year - 1 + i64::from(plus) + i64::from(complete))
}

/// The first day of the third month, counted from the new year.
const KISLEV: i32 = 59;

/// The number of the first day of a Jewish year, where 1 January of the year 1 has the number 1.
const fn day_of_new_year(year: i64) -> i64 {
    const EPOCH: i64 = -1_373_427;
    let (before, here, after) = (molad(year - 1), molad(year), molad(year + 1));
    // No year may be so long or so short that another one could not follow it.
    let put_off = if after - here == 356 {
        2
    } else if here - before == 382 {
        1
    } else {
        0
    };
    EPOCH + here + put_off
}

/// Days from the epoch to the new moon of a year's first month, put off where the feast would fall on a Sunday, Wednesday or Friday.
const fn molad(year: i64) -> i64 {
    // Seven of nineteen years have a thirteenth month; an hour has 1,080 parts.
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The first day of the Chinese year that begins in `year`; `None` outside the table.
pub(super) fn chinese_new_year(year: i32) -> Option<NaiveDate> {
    let row = usize::try_from(year - FIRST).ok()?;
    let &(month, day) = CHINESE.get(row)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The first year of the table.
const FIRST: i32 = 1980;

/// Month and day of the Chinese new year.
#[rustfmt::skip]
const CHINESE: [(u32, u32); 60] = [
    (2, 16), (2, 5), (1, 25), (2, 13), (2, 2), (2, 20), (2, 9), (1, 29), (2, 17), (2, 6),
    (1, 27), (2, 15), (2, 4), (1, 23), (2, 10), (1, 31), (2, 19), (2, 7), (1, 28), (2, 16),
    (2, 5), (1, 24), (2, 12), (2, 1), (1, 22), (2, 9), (1, 29), (2, 18), (2, 7), (1, 26),
    (2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19), (2, 8), (1, 28), (2, 16), (2, 5),
    (1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13),
    (2, 3), (1, 23), (2, 11), (1, 31), (2, 19), (2, 8), (1, 28), (2, 15), (2, 4), (1, 24),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Datelike, Weekday};

    #[test]
    fn jewish_feasts_fall_where_they_are_kept() {
        for (year, plus, day) in [
            (2000, 0, "2000-09-30"),
            (2020, 0, "2020-09-19"),
            (2023, 0, "2023-09-16"),
            (2025, 0, "2025-09-23"),
            (2023, 9, "2023-09-25"),
            (2024, -163, "2024-04-23"),
            (2025, -163, "2025-04-13"),
            (2025, -193, "2025-03-14"),
            (2022, 83, "2022-12-19"),
            (2023, 83, "2023-12-08"),
            (2024, 83, "2024-12-26"),
            (2013, 83, "2013-11-28"),
        ] {
            assert_eq!(from_tishri(year, plus).unwrap().to_string(), day, "{year} {plus}");
        }
        for year in 1583..2500 {
            let new_year = from_tishri(year, 0).unwrap();
            assert!(!matches!(new_year.weekday(), Weekday::Sun | Weekday::Wed | Weekday::Fri), "{new_year}");
            assert_eq!(new_year.year(), year);
        }
        assert_eq!(from_tishri(0, 0), None);
    }

    #[test]
    fn chinese_years_begin_with_a_new_moon() {
        assert_eq!(chinese_new_year(2025).unwrap().to_string(), "2025-01-29");
        assert_eq!((chinese_new_year(1979), chinese_new_year(2040)), (None, None));
        // A lunar month has between 29 and 30 days, and a lunar year twelve or thirteen of them.
        for year in 1980..2039 {
            let days = (chinese_new_year(year + 1).unwrap() - chinese_new_year(year).unwrap()).num_days();
            assert!(matches!(days, 353..=355 | 383..=385), "{year}: {days}");
        }
    }
}
