//! Dates that have a name: a month, a weekday, a season, a holiday. Which of all of its kind is meant, the anchor and the tense say.

use super::point::{Point, Resolver};
use super::tense::Tense;
use crate::calendar::{Datelike, DayInterval, Days, Feast, Grain, NaiveDate, Period, Season, Unit, Weekday, timex};
use crate::grammar::date::{Order, Piece, Step, TimeExpr, Year};

impl Resolver<'_> {
    /// "Feb. 27, 2025", "March 10".
    pub(super) fn day(&self, year: Year, month: u32, day: u32, weekday: Option<Weekday>) -> Point {
        let date = |year| NaiveDate::from_ymd_opt(year, month, day);
        let open = || Point::open(Some(Grain::Day), timex::open_month(month, Some(day)));
        if let Year::Known(year) = year {
            return self.known(date(year).and_then(|day| Period::around(Grain::Day, day)));
        }
        let found = match year {
            Year::Step(step) => self.year_of(step).and_then(date),
            _ => self.anchor.and_then(|anchor| {
                let around = (anchor.year() - 1..=anchor.year() + 1).filter_map(date);
                match weekday {
                    // The weekday tells the year where it fits one nearby.
                    Some(weekday) => around.filter(|day| day.weekday() == weekday).min_by_key(|day| (*day - anchor).num_days().abs()),
                    None => choose(around, anchor, self.tense(), true),
                }
                .or_else(|| date(anchor.year()))
            }),
        };
        Point::of(found.and_then(|day| Period::around(Grain::Day, day)), self.anchor, self.settings).unwrap_or_else(open)
    }

    /// "3/10/2025", of which either figure could be the month: a weekday beside it tells, else the text's other dates, else the settings
    /// or the language choose and the other day is kept.
    pub(super) fn either(&self, year: Year, month: u32, day: u32, weekday: Option<Weekday>) -> Point {
        let (month_first, day_first) = (self.day(year, month, day, weekday), self.day(year, day, month, weekday));
        let fits = |point: &Point| weekday.is_some() && point.days.map(|days| days.start().weekday()) == weekday;
        match (fits(&month_first), fits(&day_first), (self.order)()) {
            (true, false, _) | (false, false, Some(Order::MonthFirst)) => month_first,
            (false, true, _) | (false, false, Some(Order::DayFirst)) => day_first,
            _ => {
                let day_leads = self.settings.day_first.unwrap_or(self.calendar.day_first());
                let (chosen, other) = if day_leads { (day_first, month_first) } else { (month_first, day_first) };
                Point { swapped: other.days.map(DayInterval::start), ..chosen }
            }
        }
    }

    /// "the 21st", "20 of next month".
    pub(super) fn day_of_month(&self, day: u32, month: Step, weekday: Option<Weekday>) -> Point {
        let open = || Point::open(Some(Grain::Day), format!("XXXX-XX-{day:02}"));
        let Some(anchor) = self.anchor else { return open() };
        let in_month = |period: Period| NaiveDate::from_ymd_opt(period.start().year(), period.start().month(), day);
        let found = if month == Step::Bare {
            let here = Period::around(Grain::Month, anchor);
            let around = (-12..=12).filter_map(|step| here?.step(step)).filter_map(in_month);
            let fits = around.filter(|day| weekday.is_none_or(|weekday| day.weekday() == weekday));
            choose(fits, anchor, self.tense(), false)
        } else {
            self.unit(Unit::Month, month).period.and_then(in_month)
        };
        Point::of(found.and_then(|day| Period::around(Grain::Day, day)), self.anchor, self.settings).unwrap_or_else(open)
    }

    /// "June 2024", "March", "last September".
    pub(super) fn month(&self, year: Year, month: u32, step: Step) -> Point {
        let period = match (year, self.anchor) {
            (Year::Known(year), _) => return self.known(Period::month(year, month)),
            (Year::Step(step), _) => self.year_of(step).and_then(|year| Period::month(year, month)),
            (Year::Open, None) => None,
            (Year::Open, Some(anchor)) => {
                // "in November, December and January": the list goes on from the month before it.
                if step == Step::Bare
                    && let Some(before) = self.in_sentence(Grain::Month, Grain::Month).filter(|spoken| spoken.days.start() > anchor)
                {
                    let year = before.days.start().year() + i32::from(month < before.days.start().month());
                    return Point::of(Period::month(year, month), self.anchor, self.settings).unwrap_or_default();
                }
                let months = (anchor.year() - 2..=anchor.year() + 2).filter_map(|year| Period::month(year, month));
                self.pick(months, anchor, step)
            }
        };
        Point::of(period, self.anchor, self.settings).unwrap_or_else(|| Point::open(Some(Grain::Month), timex::open_month(month, None)))
    }

    /// "spring 2024", "last fall".
    pub(super) fn season(&self, year: Year, season: Season, step: Step) -> Point {
        let of = |year| Period::season(year, season, self.settings.hemisphere);
        let period = match (year, self.anchor) {
            (Year::Known(year), _) => return self.known(of(year)),
            (Year::Step(step), _) => self.year_of(step).and_then(of),
            (Year::Open, None) => None,
            (Year::Open, Some(anchor)) => self.pick((anchor.year() - 2..=anchor.year() + 2).filter_map(of), anchor, step),
        };
        Point::of(period, self.anchor, self.settings).unwrap_or_else(|| Point::open(Some(Grain::Season), format!("XXXX-{}", season.code())))
    }

    /// Which of several periods "last", "this", "next" or none of them means.
    fn pick(&self, periods: impl DoubleEndedIterator<Item = Period> + Clone, anchor: NaiveDate, step: Step) -> Option<Period> {
        let ended = |period: &Period| period.days().is_some_and(|days| days.end() < anchor);
        let begins = |period: &Period| period.start() > anchor;
        let holds = |period: &Period| !ended(period) && !begins(period);
        match step {
            Step::Last | Step::Previous => periods.rev().find(ended),
            Step::BeforeLast => periods.rev().filter(ended).nth(1),
            Step::Next | Step::Following | Step::Coming => periods.clone().find(begins),
            Step::AfterNext => periods.clone().filter(begins).nth(1),
            Step::This => periods.clone().find(holds).or_else(|| periods.clone().find(|period| period.start().year() == anchor.year())),
            Step::Bare | Step::Same | Step::The => match self.tense() {
                Tense::Future => {
                    let next = periods.clone().find(|period| !ended(period));
                    // "October sales are due next week", said in November, are not those of the next year.
                    let near = |period: &Period| period.days().is_some_and(|days| (anchor - days.end()).num_days() < JUST_OVER);
                    let last = periods.rev().find(ended).filter(near);
                    if next.is_some_and(|next| (next.start() - anchor).num_days() > FAR_OFF) { last.or(next) } else { next }
                }
                Tense::Past | Tense::Unknown => periods.rev().find(|period| !begins(period)),
            },
        }
    }

    /// "the third quarter".
    pub(super) fn quarter(&self, year: Year, quarter: u32, fiscal: bool) -> Point {
        let of = |year| Period::month(year, quarter * 3 - 2).and_then(|month| Period::around(Grain::Quarter, month.start()));
        let period = match (year, self.anchor) {
            (Year::Known(year), _) => self.known(of(year)).period,
            (Year::Step(step), _) => self.year_of(step).and_then(of),
            (Year::Open, None) => None,
            (Year::Open, Some(anchor)) => {
                let around = (anchor.year() - 1..=anchor.year() + 1).filter_map(of);
                let last = around.clone().rev().find(|period| period.start() <= anchor);
                let next = around.clone().find(|period| period.start() > anchor);
                let tense = self.tense();
                // Results are told of within half a year; older ones are this year's.
                let stale = last.and_then(Period::days).is_none_or(|days| (anchor - days.end()).num_days() > 180);
                match tense {
                    Tense::Future if last.and_then(Period::days).is_some_and(|days| days.end() < anchor) => next,
                    _ if stale => of(anchor.year()).or(next),
                    _ => last,
                }
            }
        };
        let anchor = if matches!(year, Year::Known(_)) { None } else { self.anchor };
        let mut point =
            Point::of(period, anchor, self.settings).unwrap_or_else(|| Point::open(Some(Grain::Quarter), format!("XXXX-Q{quarter}")));
        if fiscal {
            // When a business year begins is not in the text.
            point.days = None;
        }
        point
    }

    /// "the first half of 2025".
    pub(super) fn half(&self, year: Year, half: u32) -> Point {
        let known = match year {
            Year::Known(year) => Some(year),
            Year::Step(step) => self.year_of(step),
            Year::Open => self.anchor.map(|anchor| anchor.year()),
        };
        let period = known.and_then(|year| Period::month(year, half * 6 - 5)).and_then(|month| Period::around(Grain::Half, month.start()));
        let anchor = if matches!(year, Year::Known(_)) { None } else { self.anchor };
        Point::of(period, anchor, self.settings).unwrap_or_else(|| Point::open(Some(Grain::Half), format!("XXXX-H{half}")))
    }

    /// "week 10 of 2025".
    pub(super) fn week(&self, year: Year, week: u32) -> Point {
        let known = match year {
            Year::Known(year) => Some(year),
            Year::Step(step) => self.year_of(step),
            Year::Open => self.anchor.map(|anchor| anchor.year()),
        };
        let anchor = if matches!(year, Year::Known(_)) { None } else { self.anchor };
        Point::of(known.and_then(|year| Period::week(year, week)), anchor, self.settings)
            .unwrap_or_else(|| Point::open(Some(Grain::Week), format!("XXXX-W{week:02}")))
    }

    /// "Wednesday", "next Tuesday", "Friday of last week".
    pub(super) fn weekday(&self, weekday: Weekday, step: Step, week: Option<Step>) -> Point {
        let open = || Point::open(Some(Grain::Day), timex::open_weekday(weekday));
        let in_week = |period: Period| period.start().checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())));
        let found = if let Some(week) = week {
            self.unit(Unit::Week, week).period.and_then(in_week)
        } else {
            self.anchor.and_then(|anchor| {
                let this_week = Period::around(Grain::Week, anchor)?;
                let told = || self.told_before().map_or(anchor, |spoken| spoken.days.start());
                match self.gone_on(step) {
                    Step::Last => weekday_before(anchor, weekday, false),
                    Step::Next => in_week(this_week.step(1)?),
                    Step::Coming => weekday_after(anchor, weekday, false),
                    Step::AfterNext => weekday_after(anchor, weekday, false)?.checked_add_days(Days::new(7)),
                    Step::BeforeLast => weekday_before(anchor, weekday, false)?.checked_sub_days(Days::new(7)),
                    Step::This => in_week(this_week),
                    Step::Previous => weekday_before(told(), weekday, false),
                    Step::Following => weekday_after(told(), weekday, false),
                    Step::Bare | Step::Same | Step::The => match self.tense() {
                        Tense::Future => weekday_after(anchor, weekday, true),
                        Tense::Past | Tense::Unknown => weekday_before(anchor, weekday, true),
                    },
                }
            })
        };
        Point::of(found.and_then(|day| Period::around(Grain::Day, day)), self.anchor, self.settings).unwrap_or_else(open)
    }

    /// "Christmas 2024", "last Thanksgiving", "Ramadan".
    pub(super) fn holiday(&self, feast: Feast, year: Year, step: Step) -> Point {
        let grain = if let Feast::Untold(grain) = feast { grain } else { Grain::Day };
        let open = || match (feast, year) {
            (Feast::Fixed { month, day }, _) => Point::open(Some(grain), timex::open_month(month, Some(day))),
            (_, Year::Known(year)) => Point::open(Some(grain), timex::year(year) + timex::open(grain).get(4..).unwrap_or_default()),
            _ => Point::open(Some(grain), timex::open(grain)),
        };
        let found = match year {
            Year::Known(year) => feast.days(year),
            Year::Step(step) => self.year_of(step).and_then(|year| feast.days(year)),
            Year::Open => self.anchor.and_then(|anchor| {
                let mut days = (anchor.year() - 2..=anchor.year() + 2).filter_map(|year| feast.day(year));
                let first = match step {
                    Step::Last | Step::Previous => days.rfind(|day| *day < anchor),
                    Step::BeforeLast => days.rev().filter(|day| *day < anchor).nth(1),
                    Step::Next | Step::Following | Step::Coming => days.find(|day| *day > anchor),
                    Step::AfterNext => days.filter(|day| *day > anchor).nth(1),
                    Step::This => feast.day(anchor.year()),
                    Step::Bare | Step::Same | Step::The => choose(days, anchor, self.tense(), true),
                };
                feast.days(first?.year())
            }),
        };
        let anchor = if matches!(year, Year::Known(_)) { None } else { self.anchor };
        let of_days = |days: DayInterval| {
            let point = Point::of(Period::around(grain, days.start()), anchor, self.settings)?;
            // A feast of several days is told as one from its first to its last.
            let last = timex::day(days.end());
            Some(if days.days() > 1 { Point { days: Some(days), timex: format!("{}/{last}", point.timex), ..point } } else { point })
        };
        found.and_then(of_days).unwrap_or_else(open)
    }

    /// "the last week of March", "the first Monday of next month".
    pub(super) fn nth(&self, nth: i32, of: Piece, whole: &TimeExpr) -> Point {
        let inner = self.expression(whole);
        let grain = match of {
            Piece::Unit(unit) => unit.grain().unwrap_or(Grain::Day),
            Piece::Weekday(_) => Grain::Day,
        };
        let period = inner.days.and_then(|days| match of {
            Piece::Weekday(weekday) => {
                crate::calendar::nth_weekday(days.start(), days.end(), weekday, nth).and_then(|day| Period::around(grain, day))
            }
            // A week belongs where its Thursday lies, a weekend where its Saturday does.
            Piece::Unit(Unit::Week | Unit::Weekend) => {
                let day = if grain == Grain::Week { Weekday::Thu } else { Weekday::Sat };
                crate::calendar::nth_weekday(days.start(), days.end(), day, nth).and_then(|day| Period::around(grain, day))
            }
            Piece::Unit(_) => {
                let found = if nth > 0 {
                    Period::around(grain, days.start())?.step(nth - 1)
                } else {
                    Period::around(grain, days.end())?.step(nth + 1)
                }?;
                found.days().is_some_and(|piece| days.contains(piece)).then_some(found)
            }
        });
        Point::of(period, inner.anchor, self.settings).unwrap_or_else(|| Point::open(Some(grain), timex::open(grain)))
    }

    /// The step that is meant: in the past, "the next day" follows the day that was told of, as "the following day" does.
    pub(super) fn gone_on(&self, step: Step) -> Step {
        if step == Step::Next && self.is_definite() && self.tense() == Tense::Past { Step::Following } else { step }
    }

    /// Whether it begins with "the".
    fn is_definite(&self) -> bool {
        self.span.of(self.text).get(..4).is_some_and(|first| first.eq_ignore_ascii_case("the "))
    }

    /// The day of the sentence that "the previous Monday" goes back to; "previous Monday" counts from the anchor.
    fn told_before(&self) -> Option<super::spoken::Spoken> {
        if self.is_definite() { self.in_sentence(Grain::Time, Grain::Day) } else { None }
    }

    /// The year that "last year" and its like mean.
    pub(super) fn year_of(&self, step: Step) -> Option<i32> {
        self.unit(Unit::Year, step).period.map(|period| period.start().year())
    }
}

/// A period that ended fewer than so many days ago is meant rather than one that begins more than [`FAR_OFF`] days ahead.
const JUST_OVER: i64 = 62;
const FAR_OFF: i64 = 270;

/// The last day of this weekday before `day`, or on it.
fn weekday_before(day: NaiveDate, weekday: Weekday, on: bool) -> Option<NaiveDate> {
    let back = u64::from(day.weekday().days_since(weekday));
    day.checked_sub_days(Days::new(if back == 0 && !on { 7 } else { back }))
}

/// The first day of this weekday after `day`, or on it.
fn weekday_after(day: NaiveDate, weekday: Weekday, on: bool) -> Option<NaiveDate> {
    let ahead = u64::from(weekday.days_since(day.weekday()));
    day.checked_add_days(Days::new(if ahead == 0 && !on { 7 } else { ahead }))
}

/// Which of several days the tense means. Where it does not tell, the last one not after the anchor, or the nearest: a day and month
/// that passed eleven months ago would have its year beside it.
fn choose(days: impl Iterator<Item = NaiveDate>, anchor: NaiveDate, tense: Tense, nearest: bool) -> Option<NaiveDate> {
    let (mut past, mut future) = (None, None);
    for day in days {
        if day <= anchor {
            past = Some(day);
        }
        if day >= anchor && future.is_none() {
            future = Some(day);
        }
    }
    let distance = |day: NaiveDate| (day - anchor).num_days().abs();
    match (tense, past, future) {
        (Tense::Past, Some(past), _) => Some(past),
        // "We will be away from October 1 to November 7", said in the midst of it.
        (Tense::Future, Some(past), Some(future)) if distance(future) > FAR_OFF && distance(past) < JUST_OVER => Some(past),
        (Tense::Future, _, Some(future)) => Some(future),
        (Tense::Unknown, Some(past), Some(future)) if nearest && distance(future) < 60 && distance(future) < distance(past) => Some(future),
        (_, past, future) => past.or(future),
    }
}
