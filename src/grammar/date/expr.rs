//! What a time expression says, as written: which days it means depends on an anchor that grammar does not know.

use crate::calendar::{DayInterval, DayPart, Feast, Mod, NaiveDate, NaiveTime, Season, Third, Timelike, Unit, Weekday, half_day};
use crate::value::Decimal;

/// A time expression as written.
///
/// ```
/// use crosscheck::{grammar::date, lexicon::Language};
/// let read = |text: &str| date::read(Language::english(), text, 0, 0).map(|found| found.time);
/// assert_eq!(read("Feb. 27, 2025").unwrap().absolute_day().unwrap().to_string(), "2025-02-27");
/// assert!(read("Wednesday").unwrap().weekday().is_some());
/// assert!(read("may have").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpr {
    /// The core: a day, a week, a length …
    pub what: What,
    /// "early", "the end of".
    pub portion: Option<Portion>,
    /// A time of day.
    pub clock: Option<Clock>,
    /// What a hedge or a preposition does to it.
    pub modifier: Option<Mod>,
}

/// The core of a time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A month and a day, perhaps a year: "Feb. 27, 2025", "March 10". Month and day fit each other.
    Day {
        /// The year.
        year: Year,
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
        /// The weekday beside it.
        weekday: Option<Weekday>,
        /// How it is known which is the day.
        order: Order,
    },
    /// A day of no named month: "the 21st", "20 of next month".
    DayOfMonth {
        /// From 1.
        day: u32,
        /// Which month.
        month: Step,
        /// The weekday beside it.
        weekday: Option<Weekday>,
    },
    /// "June 2024", "March", "last September".
    Month {
        /// The year.
        year: Year,
        /// From 1.
        month: u32,
        /// "last", "next".
        step: Step,
    },
    /// "spring 2024", "last fall".
    Season {
        /// The year in which it begins.
        year: Year,
        /// Which.
        season: Season,
        /// "last", "next".
        step: Step,
    },
    /// "the third quarter", "Q3 2024".
    Quarter {
        /// The year.
        year: Year,
        /// From 1.
        quarter: u32,
        /// Of a business year.
        fiscal: bool,
    },
    /// "the first half of 2025".
    Half {
        /// The year.
        year: Year,
        /// 1 or 2.
        half: u32,
    },
    /// "2023", "fiscal 2025".
    Year {
        /// The year.
        year: i32,
        /// Of a business.
        fiscal: bool,
    },
    /// "the 1990s".
    Decade(i32),
    /// "the 19th century": its first year as people count by hundreds, 1800.
    Century(i32),
    /// "week 10 of 2025".
    Week {
        /// The year.
        year: Year,
        /// ISO number.
        week: u32,
    },
    /// "the week of March 10", "the weekend of Halloween".
    Around(Unit, Box<TimeExpr>),
    /// "Wednesday", "next Tuesday", "Friday of last week".
    Weekday {
        /// Which.
        weekday: Weekday,
        /// "last", "next".
        step: Step,
        /// The week it belongs to.
        week: Option<Step>,
    },
    /// "last week", "this month", "that year", "yesterday" (the day before the anchor).
    Unit(Unit, Step),
    /// "the last three weeks", "the next few days".
    Run {
        /// How many.
        amount: Amount,
        /// Backwards or forwards.
        step: Step,
    },
    /// "the first nine months of 1989": so many units at either end of a period.
    Ends {
        /// How many.
        amount: Amount,
        /// At its end.
        last: bool,
        /// Of what; not said in "the first nine months".
        whole: Option<Box<TimeExpr>>,
    },
    /// "two days ago", "three weeks later", "two months after Easter".
    Offset {
        /// How far.
        amount: Amount,
        /// Into the future.
        ahead: bool,
        /// From when.
        from: From,
    },
    /// "the last week of March", "the first Monday of next month".
    Nth {
        /// From 1; negative from the end.
        nth: i32,
        /// Of what.
        of: Piece,
        /// In what.
        whole: Box<TimeExpr>,
    },
    /// "the same period last year", "the same quarter of 1988": what the text spoke of last, in that year or a year back.
    Same(Option<Unit>, Year),
    /// "Christmas 2024", "last Thanksgiving".
    Holiday {
        /// How its day is found.
        feast: Feast,
        /// The year.
        year: Year,
        /// "last", "next".
        step: Step,
    },
    /// "now", "recently", "in the future".
    Reference(Reference),
    /// "three weeks", "11-day".
    Duration(Amount),
    /// "every Tuesday", "daily", "twice a week".
    Set(Cycle),
    /// "March 10 to 20", "2019–2021": both ends included.
    Interval(Box<TimeExpr>, Box<TimeExpr>),
    /// A time of day of no named day: "at 7:37 a.m.", "in the morning".
    Clock,
}

/// How it is known which of two figures is the day and which the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The month has its name, or the way of writing tells: "27 February", "2025-02-27".
    Told,
    /// The first figure is too large for a month: "27/2/2025".
    DayFirst,
    /// The second figure is: "2/27/2025".
    MonthFirst,
    /// Either could be: "3/10/2025", here with the month first.
    Either,
}

/// The year of a day or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// Not said.
    Open,
    /// Said.
    Known(i32),
    /// "of last year".
    Step(Step),
}

/// Which of many weeks, months, Tuesdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Not said.
    Bare,
    /// The one before that of the anchor.
    Last,
    /// That of the anchor.
    This,
    /// The one after that of the anchor.
    Next,
    /// The first one after the anchor: "this coming Friday".
    Coming,
    /// The one before what the text spoke of: "the previous day".
    Previous,
    /// The one after what the text spoke of: "the following week".
    Following,
    /// What the text spoke of: "that year", "the same month".
    Same,
    /// "the week": what the text spoke of, or that of the anchor.
    The,
    /// "the week after next".
    AfterNext,
    /// "the year before last".
    BeforeLast,
}

/// A piece of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// "early", "mid", "late".
    Third(Third),
    /// "earlier this year": up to the anchor.
    Earlier,
    /// "later this year", "the rest of the week": from the anchor on.
    Later,
}

/// A count of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How many; `None` for "weeks", "a few weeks".
    pub figure: Option<Decimal>,
    /// The words that stand for the figure.
    pub vague: Option<Vague>,
    /// Of what.
    pub unit: Unit,
    /// "and three months".
    pub more: Option<(Decimal, Unit)>,
    /// Whether only days on which people work count: "five trading days".
    pub working: bool,
}

/// Words in place of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// "a couple of": 2, roughly.
    Couple,
    /// "a few".
    Few,
    /// "several".
    Several,
    /// "weeks", "many weeks".
    Many,
}

/// From when an offset counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// The anchor: "ago".
    Anchor,
    /// What the text spoke of: "later", "earlier".
    Context,
    /// An event that the sentence names: "a day after the attack". The length is what is stated.
    Event,
    /// Another expression: "after Christmas".
    Expr(Box<TimeExpr>),
}

/// What an nth piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A week, a day, a month.
    Unit(Unit),
    /// A Monday.
    Weekday(Weekday),
}

/// A time that no calendar holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "in the future".
    Future,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// "every two weeks".
    Every(Amount),
    /// "every Tuesday", "Friday mornings".
    Weekday(Weekday, Option<DayPart>),
    /// "every morning".
    Part(DayPart),
    /// "every March".
    Month(u32),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// "7:37 a.m."
    Time {
        /// Hours and minutes, seconds where given.
        time: NaiveTime,
        /// Whether the seconds are given.
        seconds: bool,
        /// Whether it is universal time.
        universal: bool,
    },
    /// "morning".
    Part(DayPart),
    /// From one to another time of a day.
    Between(NaiveTime, NaiveTime),
}

impl Amount {
    /// So many of a unit.
    pub const fn of(figure: Decimal, unit: Unit) -> Self {
        Self { figure: Some(figure), vague: None, unit, more: None, working: false }
    }

    /// Its length in whole units, where it is counted in them.
    pub fn whole(&self) -> Option<i64> {
        if self.more.is_some() { None } else { self.figure?.to_i64() }
    }
}

impl Clock {
    /// The same times in this part of a day: "tonight from 7 to 7:30" is in the evening.
    #[must_use]
    pub fn within(self, part: DayPart) -> Self {
        let first = match part {
            DayPart::Morning | DayPart::Midday => return self,
            DayPart::Afternoon | DayPart::Evening => 1,
            // "last night at 2" is after midnight.
            DayPart::Night => 5,
        };
        let moved = |time: NaiveTime| if (first..12).contains(&time.hour()) { time + half_day() } else { time };
        match self {
            Self::Time { time, seconds, universal: false } => Self::Time { time: moved(time), seconds, universal: false },
            Self::Between(from, to) => Self::Between(moved(from), moved(to)),
            other => other,
        }
    }
}

impl From {
    /// Whether it is what the text spoke of.
    pub const fn is_context(&self) -> bool {
        matches!(self, Self::Context | Self::Event)
    }
}

impl TimeExpr {
    /// The core alone.
    pub const fn new(what: What) -> Self {
        Self { what, portion: None, clock: None, modifier: None }
    }

    /// The day, where the expression names one by itself; of figures that could be swapped, with the month first.
    pub fn absolute_day(&self) -> Option<NaiveDate> {
        match self.what {
            What::Day { year: Year::Known(year), month, day, .. } => NaiveDate::from_ymd_opt(year, month, day),
            What::Holiday { feast, year: Year::Known(year), .. } => {
                feast.days(year).filter(|days| days.days() == 1).map(DayInterval::start)
            }
            _ => None,
        }
    }

    /// The weekday that the words name, alone or beside a date.
    pub const fn weekday(&self) -> Option<Weekday> {
        match self.what {
            What::Weekday { weekday, .. } => Some(weekday),
            What::Day { weekday, .. } | What::DayOfMonth { weekday, .. } => weekday,
            _ => None,
        }
    }
}
