//! One time expression, resolved.
//!
//! In: what the words say, an anchor, the dates spoken of before. Out: a [`Point`]: days, grain, TIMEX3 value. What never happens here:
//! memory of what was resolved; [`super::resolve`] keeps it.

use super::clock_grain;
use super::spoken::{Memory, Spoken};
use super::tense::{self, Tense};
use crate::calendar::{Datelike, DayInterval, Grain, Mod, NaiveDate, NaiveTime, Period, Settings, Third, Unit, Weekday, move_by, timex};
use crate::grammar::date::{Amount, Clock, Cycle, Order, Portion, Reference, TimeExpr, What};
use crate::lexicon::Calendar;
use crate::text::{Span, Word};

/// How far before a date its sentence is searched for another, in bytes.
const REACH: usize = 400;

/// A time expression resolved, as far as it can be.
#[derive(Clone, Debug, Default)]
pub(super) struct Point {
    pub(super) days: Option<DayInterval>,
    pub(super) grain: Option<Grain>,
    pub(super) timex: String,
    pub(super) modifier: Option<Mod>,
    /// The day from which it was counted.
    pub(super) anchor: Option<NaiveDate>,
    /// The day that it is with day and month the other way round, where nothing tells.
    pub(super) swapped: Option<NaiveDate>,
    /// The period that it is, for what asks for a piece of it.
    pub(super) period: Option<Period>,
}

/// What one mention's date is resolved by.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) span: Span,
    pub(super) anchor: Option<NaiveDate>,
    pub(super) memory: &'a Memory,
    /// The order of day and month that the text's other dates show.
    pub(super) order: &'a dyn Fn() -> Option<Order>,
    pub(super) settings: Settings,
}

impl Point {
    /// A period, counted from `anchor`.
    pub(super) fn of(period: Option<Period>, anchor: Option<NaiveDate>, settings: Settings) -> Option<Self> {
        let period = period?;
        let value = if period.grain() == Grain::Season { timex::season(period.start(), settings.hemisphere) } else { period.timex() };
        let days = Some(period.days()?);
        Some(Self { days, grain: Some(period.grain()), timex: value, anchor, period: Some(period), ..Self::default() })
    }

    /// What stays open: its grain and a value in `X`.
    pub(super) fn open(grain: Option<Grain>, value: impl Into<String>) -> Self {
        Self { grain, timex: value.into(), ..Self::default() }
    }
}

impl Resolver<'_> {
    /// Resolves an expression.
    pub(super) fn expression(&self, time: &TimeExpr) -> Point {
        let mut point = self.core(time);
        if let Some(portion) = time.portion {
            self.narrow(&mut point, portion);
        }
        if let Some(clock) = time.clock {
            add_clock(&mut point, clock);
        }
        point
    }

    fn core(&self, time: &TimeExpr) -> Point {
        match &time.what {
            What::Day { year, month, day, weekday, order: Order::Either } => self.either(*year, *month, *day, *weekday),
            What::Day { year, month, day, weekday, .. } => self.day(*year, *month, *day, *weekday),
            What::DayOfMonth { day, month, weekday } => self.day_of_month(*day, *month, *weekday),
            What::Month { year, month, step } => self.month(*year, *month, *step),
            What::Season { year, season, step } => self.season(*year, *season, *step),
            What::Quarter { year, quarter, fiscal } => self.quarter(*year, *quarter, *fiscal),
            What::Half { year, half } => self.half(*year, *half),
            What::Year { year, fiscal: true } => Point::open(Some(Grain::Year), format!("FY{year:04}")),
            What::Year { year, .. } => self.known(Period::year(*year)),
            What::Decade(first) => self.known(NaiveDate::from_ymd_opt(*first, 1, 1).and_then(|day| Period::around(Grain::Decade, day))),
            What::Century(first) => {
                self.known(NaiveDate::from_ymd_opt((*first).max(1), 1, 1).and_then(|day| Period::around(Grain::Century, day)))
            }
            What::Week { year, week } => self.week(*year, *week),
            What::Around(unit, day) => {
                let inner = self.expression(day);
                let grain = unit.grain().unwrap_or(Grain::Week);
                let period = inner.days.and_then(|days| Period::around(grain, days.start()));
                // "the quarter ended Aug. 31" is one of a business: its months end with that day.
                if grain > Grain::Week
                    && let (Some(days), Some(period)) = (inner.days, period)
                {
                    let mut point = self.known(Some(period));
                    let first = days.end().succ_opt().and_then(|next| move_by(next, *unit, -1));
                    point.days = first.and_then(|first| DayInterval::new(first, days.end()));
                    point.anchor = inner.anchor;
                    return point;
                }
                // The weekend of a holiday on a Monday ends with it.
                if let (Grain::Weekend, Some(days), Some(next)) = (grain, inner.days, period)
                    && days.start().weekday() == Weekday::Mon
                    && let Some(before) = next.step(-1)
                {
                    let mut point = self.known(Some(before));
                    point.days = DayInterval::new(before.start(), days.start());
                    return Point { anchor: inner.anchor, ..point };
                }
                Point::of(period, inner.anchor, self.settings).unwrap_or_else(|| Point::open(Some(grain), timex::open(grain)))
            }
            What::Weekday { weekday, step, week } => self.weekday(*weekday, *step, *week),
            What::Unit(unit, step) => self.unit(*unit, *step),
            What::Run { amount, step } => self.run(amount, *step),
            What::Ends { amount, last, whole } => self.ends(amount, *last, whole.as_deref()),
            What::Offset { amount, ahead, from } => self.offset(amount, *ahead, from),
            What::Nth { nth, of, whole } => self.nth(*nth, *of, whole),
            What::Same(unit, year) => self.same(*unit, *year),
            What::Holiday { feast, year, step } => self.holiday(*feast, *year, *step),
            What::Reference(reference) => self.reference(*reference),
            What::Duration(amount) => self.duration(amount),
            What::Set(cycle) => Point::open(None, cycle_value(cycle)),
            What::Interval(from, to) => self.interval(from, to),
            What::Clock => self.day_of_clock(),
        }
    }

    /// A period that needs no anchor.
    pub(super) fn known(&self, period: Option<Period>) -> Point {
        Point::of(period, None, self.settings).unwrap_or_default()
    }

    /// The tense of the words around.
    pub(super) fn tense(&self) -> Tense {
        tense::around(self.calendar, self.text, self.words, self.span)
    }

    /// What the text spoke of last that fits a unit, or the anchor's own.
    pub(super) fn context(&self, grain: Grain) -> Option<(Period, NaiveDate)> {
        let spoken = self.memory.fitting(grain.max(Grain::Day));
        let period = match spoken {
            Some(spoken) => spoken.around(grain),
            None => Period::around(grain, self.anchor?),
        }?;
        Some((period, spoken.map_or(period.start(), |spoken| spoken.days.start())))
    }

    /// What the sentence spoke of before.
    pub(super) fn in_sentence(&self, low: Grain, high: Grain) -> Option<Spoken> {
        let place = self.span.start as usize;
        let from = self.text.floor_char_boundary(place.saturating_sub(REACH));
        let spoken = self.memory.between(low, high).filter(|spoken| spoken.at as usize >= from)?;
        (spoken.at as usize >= tense::sentence_start(self.text, self.words, place, REACH)).then_some(spoken)
    }

    /// "now", "recently".
    fn reference(&self, reference: Reference) -> Point {
        match reference {
            Reference::Past => Point::open(None, "PAST_REF"),
            Reference::Future => Point::open(None, "FUTURE_REF"),
            Reference::Present => {
                Point { days: self.anchor.map(DayInterval::day), anchor: self.anchor, ..Point::open(None, "PRESENT_REF") }
            }
        }
    }

    /// The day to which a bare time of day belongs: that of its sentence, else the last spoken of, else the anchor.
    fn day_of_clock(&self) -> Point {
        let day = self.memory.day_since(0).or(self.anchor);
        let period = day.and_then(|day| Period::around(Grain::Day, day));
        Point::of(period, day, self.settings).unwrap_or_else(|| Point::open(Some(Grain::Day), ""))
    }

    /// From one date to another, the first day of the one to the last of the other.
    fn interval(&self, from: &TimeExpr, to: &TimeExpr) -> Point {
        let first = self.expression(from);
        let mut last = self.expression(to);
        // "Monday to Friday", "November to March": the second follows the first.
        if let (Some(start), Some(end)) = (first.days, last.days)
            && end.end() < start.start()
        {
            let later = Resolver { anchor: Some(start.end()), ..*self };
            last = later.after(to).unwrap_or(last);
        }
        let days = first.days.zip(last.days).and_then(|(start, end)| DayInterval::new(start.start(), end.end()));
        Point {
            days,
            grain: last.grain,
            timex: format!("{}/{}", first.timex, last.timex),
            anchor: first.anchor.or(last.anchor),
            ..Point::default()
        }
    }

    /// The first day or month of this kind on or after the anchor.
    fn after(&self, time: &TimeExpr) -> Option<Point> {
        let anchor = self.anchor?;
        let year = |year| match time.what {
            What::Day { month, day, .. } => NaiveDate::from_ymd_opt(year, month, day).and_then(|day| Period::around(Grain::Day, day)),
            What::Month { month, .. } => Period::month(year, month),
            _ => None,
        };
        let period = match time.what {
            What::Weekday { weekday, .. } => {
                crate::calendar::nth_weekday(anchor, anchor.checked_add_days(crate::calendar::Days::new(6))?, weekday, 1)
                    .and_then(|day| Period::around(Grain::Day, day))
            }
            _ => [anchor.year(), anchor.year() + 1].into_iter().filter_map(year).find(|period| period.start() >= anchor),
        };
        Point::of(period, Some(anchor), self.settings)
    }

    /// A third of a period, or what of it lies before or after the anchor.
    fn narrow(&self, point: &mut Point, portion: Portion) {
        point.modifier = Some(match portion {
            Portion::Third(Third::First) => Mod::Start,
            Portion::Third(Third::Second) => Mod::Mid,
            Portion::Third(Third::Last) => Mod::End,
            Portion::Earlier => Mod::Before,
            Portion::Later => Mod::After,
        });
        let Some((period, days)) = point.period.zip(point.days) else { return };
        let narrowed = match portion {
            Portion::Third(third) => period.third(third),
            Portion::Earlier => self.anchor.and_then(|anchor| DayInterval::new(days.start(), anchor.pred_opt()?.min(days.end()))),
            Portion::Later => self.anchor.and_then(|anchor| DayInterval::new(anchor.succ_opt()?.max(days.start()), days.end())),
        };
        point.days = narrowed.or(point.days);
    }
}

/// Adds a time of day.
fn add_clock(point: &mut Point, clock: Clock) {
    // Which day of a feast of several it is, nothing says.
    if point.timex.contains('/') {
        return;
    }
    let value = match clock {
        Clock::Time { time, seconds, universal } => timex::clock(time, seconds, universal),
        Clock::Part(part) => format!("T{}", part.code()),
        Clock::Between(from, to) => {
            // A day that ends at midnight has 24 hours.
            let to = if to == NaiveTime::MIN { "T24:00".to_owned() } else { timex::clock(to, false, false) };
            point.timex = format!("{0}{1}/{0}{to}", point.timex, timex::clock(from, false, false));
            point.grain = Some(Grain::Time);
            return;
        }
    };
    point.grain = Some(clock_grain(matches!(clock, Clock::Part(_))));
    point.timex.push_str(&value);
}

/// The TIMEX3 value of a length.
pub(super) fn length(amount: &Amount) -> String {
    let value = timex::length(amount.figure, amount.unit);
    match amount.more {
        Some((more, unit)) => {
            let more = timex::length(Some(more), unit);
            let digits =
                if amount.unit.is_clock() && unit.is_clock() { more.trim_start_matches("PT") } else { more.trim_start_matches('P') };
            value + digits
        }
        None => value,
    }
}

/// The TIMEX3 value of a repetition.
fn cycle_value(cycle: &Cycle) -> String {
    match cycle {
        Cycle::Every(amount) => length(amount),
        Cycle::Weekday(weekday, part) => {
            let value = timex::open_weekday(*weekday);
            part.map_or(value.clone(), |part| format!("{value}T{}", part.code()))
        }
        Cycle::Part(part) => format!("XXXX-XX-XXT{}", part.code()),
        Cycle::Month(month) => timex::open_month(*month, None),
    }
}

/// The unit of a grain, for counting.
pub(super) const fn is_long(unit: Unit) -> bool {
    matches!(unit, Unit::Year | Unit::Decade | Unit::Century)
}
