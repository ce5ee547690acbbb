//! Units of time, seasons and parts of a day: the words of a calendar before any day is known.

use super::{Grain, Hemisphere, Weekday};

/// A unit in which time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weekends.
    Weekend,
    /// Weeks.
    Week,
    /// Two weeks.
    Fortnight,
    /// Months.
    Month,
    /// Three months.
    Quarter,
    /// Seasons, without saying which.
    Season,
    /// Half a year.
    Half,
    /// Years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// The grain of a period of this length; `None` below a day.
    pub const fn grain(self) -> Option<Grain> {
        Some(match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => Grain::Day,
            Self::Weekend => Grain::Weekend,
            Self::Week | Self::Fortnight => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
            Self::Season => Grain::Season,
            Self::Half => Grain::Half,
            Self::Year => Grain::Year,
            Self::Decade => Grain::Decade,
            Self::Century => Grain::Century,
        })
    }

    /// The unit in which a length is given (`s min h d wk mo y`) and how many of those one of these is.
    pub const fn code(self) -> (&'static str, i64) {
        match self {
            Self::Second => ("s", 1),
            Self::Minute => ("min", 1),
            Self::Hour => ("h", 1),
            Self::Day => ("d", 1),
            Self::Weekend => ("d", 2),
            Self::Week => ("wk", 1),
            Self::Fortnight => ("wk", 2),
            Self::Month => ("mo", 1),
            Self::Quarter | Self::Season => ("mo", 3),
            Self::Half => ("mo", 6),
            Self::Year => ("y", 1),
            Self::Decade => ("y", 10),
            Self::Century => ("y", 100),
        }
    }

    /// The letters of a TIMEX3 length, before and after the count, and how many of that unit one of these is.
    pub const fn letters(self) -> (&'static str, &'static str, i64) {
        match self {
            Self::Second => ("PT", "S", 1),
            Self::Minute => ("PT", "M", 1),
            Self::Hour => ("PT", "H", 1),
            Self::Day => ("P", "D", 1),
            Self::Weekend => ("P", "WE", 1),
            Self::Week => ("P", "W", 1),
            Self::Fortnight => ("P", "W", 2),
            Self::Month => ("P", "M", 1),
            Self::Quarter => ("P", "Q", 1),
            Self::Season => ("P", "M", 3),
            Self::Half => ("P", "M", 6),
            Self::Year => ("P", "Y", 1),
            Self::Decade => ("P", "Y", 10),
            Self::Century => ("P", "Y", 100),
        }
    }

    /// Whether it is shorter than a day.
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May in the north.
    Spring,
    /// June to August in the north.
    Summer,
    /// September to November in the north.
    Fall,
    /// December to February in the north.
    Winter,
}

impl Season {
    /// Its TIMEX3 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month, by the meteorological count.
    pub const fn first_month(self, hemisphere: Hemisphere) -> u32 {
        let north = match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        };
        match hemisphere {
            Hemisphere::Northern => north,
            Hemisphere::Southern => (north + 5) % 12 + 1,
        }
    }

    /// The season that begins with the third of months around `month`.
    pub const fn of_month(month: u32, hemisphere: Hemisphere) -> Self {
        let quarter = match hemisphere {
            Hemisphere::Northern => month % 12 / 3,
            Hemisphere::Southern => (month + 6) % 12 / 3,
        };
        match quarter {
            0 => Self::Winter,
            1 => Self::Spring,
            2 => Self::Summer,
            _ => Self::Fall,
        }
    }
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// Morning.
    Morning,
    /// Midday.
    Midday,
    /// Afternoon.
    Afternoon,
    /// Evening.
    Evening,
    /// Night.
    Night,
}

impl DayPart {
    /// Its TIMEX3 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// The weekday with this number, Monday being 1; any number counts on from there.
pub const fn weekday_from_monday(number: u8) -> Weekday {
    match (number + 6) % 7 {
        0 => Weekday::Mon,
        1 => Weekday::Tue,
        2 => Weekday::Wed,
        3 => Weekday::Thu,
        4 => Weekday::Fri,
        5 => Weekday::Sat,
        _ => Weekday::Sun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_turn_around_below_the_equator() {
        for month in 1..=12 {
            let north = Season::of_month(month, Hemisphere::Northern);
            assert_eq!(north, Season::of_month((month + 5) % 12 + 1, Hemisphere::Southern), "month {month}");
            let first = north.first_month(Hemisphere::Northern);
            assert!((month + 12 - first) % 12 < 3, "month {month} begins in {first}");
        }
        assert_eq!(Season::Winter.first_month(Hemisphere::Southern), 6);
    }
}
