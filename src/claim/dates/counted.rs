//! Dates that are counted from another: "last week", "two days ago", "the previous day", "the same period last year".

use super::point::{Point, Resolver, is_long, length};
use super::tense::Tense;
use crate::calendar::{Datelike, DayInterval, Grain, NaiveDate, Period, Unit, Weekday, move_by, move_by_workdays, nth_weekday, timex};
use crate::grammar::date::{Amount, From, Step, TimeExpr, Year};
use crate::value::Decimal;

impl Resolver<'_> {
    /// "last week", "this month", "that year", "the previous day".
    pub(super) fn unit(&self, unit: Unit, step: Step) -> Point {
        let Some(grain) = unit.grain() else {
            return Point::open(None, length(&Amount::of(Decimal::ONE, unit)));
        };
        let anchored = |count: i32| {
            let anchor = self.anchor?;
            Point::of(Period::around(grain, anchor)?.step(count), self.anchor, self.settings)
        };
        let spoken = |count: i32| {
            let (period, from) = self.context(grain)?;
            Point::of(period.step(count), Some(from), self.settings)
        };
        let found = match self.gone_on(step) {
            Step::Last => anchored(-1),
            Step::Next | Step::Coming => anchored(1),
            Step::AfterNext => anchored(2),
            Step::BeforeLast => anchored(-2),
            Step::This | Step::Bare => anchored(0),
            Step::Previous => spoken(-1),
            Step::Following => spoken(1),
            Step::Same => spoken(0),
            Step::The => self.the(grain),
        };
        found.unwrap_or_else(|| Point::open(Some(grain), timex::open(grain)))
    }

    /// "the week", "the day": what the text spoke of, else the anchor's own. A weekend and a quarter are the last that began.
    fn the(&self, grain: Grain) -> Option<Point> {
        let of_anchor = || Some((Period::around(grain, self.anchor?)?, self.anchor?));
        let (period, from) = match grain {
            Grain::Day => self.context(grain)?,
            Grain::Weekend => {
                let (period, from) = of_anchor()?;
                (if period.start() > from { period.step(-1)? } else { period }, from)
            }
            Grain::Quarter => match self.memory.between(Grain::Quarter, Grain::Quarter) {
                Some(spoken) => (spoken.around(grain)?, spoken.days.start()),
                None => of_anchor().and_then(|(period, from)| Some((period.step(-1)?, from)))?,
            },
            _ => match self.in_sentence(Grain::Day, grain) {
                Some(spoken) => (spoken.around(grain)?, spoken.days.start()),
                None => of_anchor()?,
            },
        };
        Point::of(Some(period), Some(from), self.settings)
    }

    /// "the last three weeks", "the next few days".
    pub(super) fn run(&self, amount: &Amount, step: Step) -> Point {
        let ahead = matches!(step, Step::Next | Step::Following | Step::Coming | Step::AfterNext);
        let from = match step {
            Step::Previous | Step::Following => self.context(Grain::Day).map(|(_, from)| from).or(self.anchor),
            _ => self.anchor,
        };
        let days = from.and_then(|from| {
            let (unit, count) = whole(amount);
            let count = count?;
            if unit < Unit::Hour || unit == Unit::Hour && count < 12 {
                return Some(DayInterval::day(from));
            }
            if unit == Unit::Quarter {
                // Quarters are told of whole.
                let here = Period::around(Grain::Quarter, from)?;
                let count = i32::try_from(count).ok()?;
                let (first, last) = if ahead { (here.step(1)?, here.step(count)?) } else { (here.step(-count)?, here.step(-1)?) };
                return DayInterval::new(first.start(), last.days()?.end());
            }
            let count = if ahead { count } else { -count };
            let working = amount.working && unit == Unit::Day;
            let other = if working { move_by_workdays(from, count)? } else { move_by(from, unit, count)? };
            if ahead { DayInterval::new(from.succ_opt()?, other) } else { DayInterval::new(other, from) }
        });
        Point { days, grain: amount.unit.grain(), anchor: from, ..Point::open(None, length(amount)) }
    }

    /// "the first nine months of 1989".
    pub(super) fn ends(&self, amount: &Amount, last: bool, whole: Option<&TimeExpr>) -> Point {
        let inner = whole.map(|whole| self.expression(whole)).unwrap_or_default();
        let days = inner.days.and_then(|days| {
            let count = amount.whole()?;
            // Weeks are told of whole: the first is the one whose Thursday lies in the period.
            let edge = if amount.unit == Unit::Week {
                let thursday = |nth| nth_weekday(days.start(), days.end(), Weekday::Thu, nth);
                let week = |nth| thursday(nth).and_then(|day| Period::around(Grain::Week, day));
                DayInterval::new(week(1)?.start(), week(-1)?.days()?.end())?
            } else {
                days
            };
            if last {
                let after = edge.end().succ_opt()?;
                DayInterval::new(move_by(after, amount.unit, -count)?, edge.end())
            } else {
                DayInterval::new(edge.start(), move_by(edge.start(), amount.unit, count)?.pred_opt()?)
            }
        });
        Point { days, grain: days.and(amount.unit.grain()), anchor: inner.anchor, ..Point::open(None, length(amount)) }
    }

    /// "three weeks". "It will end in three weeks" says when, too.
    pub(super) fn duration(&self, amount: &Amount) -> Point {
        let open = Point::open(None, length(amount));
        let before = self.text.get(..self.span.start as usize).unwrap_or_default().trim_end_matches(' ');
        let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let ahead = word.eq_ignore_ascii_case("in") && self.tense() == Tense::Future;
        let day = if ahead {
            self.anchor
                .zip(amount.whole())
                .and_then(|(anchor, count)| if amount.unit < Unit::Hour { Some(anchor) } else { move_by(anchor, amount.unit, count) })
        } else {
            None
        };
        match day {
            Some(day) => Point { days: Some(DayInterval::day(day)), grain: Some(Grain::Day), anchor: self.anchor, ..open },
            None => open,
        }
    }

    /// "two days ago", "three weeks later", "two months after Easter".
    pub(super) fn offset(&self, amount: &Amount, ahead: bool, from: &From) -> Point {
        let vague = || Point::open(amount.unit.grain(), if ahead { "FUTURE_REF" } else { "PAST_REF" });
        let (base, base_grain) = match from {
            From::Anchor => (self.anchor, None),
            From::Context => match self.memory.fitting(amount.unit.grain().unwrap_or(Grain::Day).max(Grain::Day)) {
                Some(spoken) => (Some(spoken.days.start()), Some(spoken.grain)),
                None => (self.anchor, None),
            },
            From::Event => return self.beside_event(amount, ahead),
            From::Expr(date) => {
                let inner = self.expression(date);
                (inner.days.map(DayInterval::start), inner.grain)
            }
        };
        if let (Some((more, smaller)), Some(base)) = (amount.more, base)
            && let Some(point) = self.compound(amount, (more, smaller), base, ahead)
        {
            return point;
        }
        if amount.unit.is_clock()
            && matches!(from, From::Anchor | From::Context)
            && amount.whole().is_some_and(|count| amount.unit < Unit::Hour || count < 12)
        {
            // So near to the anchor, or to what the text spoke of, is most likely on its day.
            return Point { days: base.map(DayInterval::day), grain: Some(Grain::Time), anchor: base, ..Point::open(None, length(amount)) };
        }
        let (unit, count) = whole(amount);
        let (Some(count), Some(grain)) = (count, unit.grain()) else {
            return if amount.unit.is_clock() { Point::open(None, length(amount)) } else { vague() };
        };
        let grain = match (from, base_grain) {
            (From::Expr(_), Some(given)) => given.max(Grain::Day),
            // "a year earlier" than a quarter is a quarter.
            (_, Some(given)) if is_long(unit) && (Grain::Month..=Grain::Quarter).contains(&given) => given,
            _ => grain,
        };
        let moved = base.and_then(|base| move_by(base, unit, if ahead { count } else { -count }));
        Point::of(moved.and_then(|day| Period::around(grain, day)), base, self.settings)
            .unwrap_or_else(|| Point::open(Some(grain), timex::open(grain)))
    }

    /// "2 weeks and 2 days ago".
    fn compound(&self, amount: &Amount, (more, smaller): (Decimal, Unit), base: NaiveDate, ahead: bool) -> Option<Point> {
        let sign = if ahead { 1 } else { -1 };
        let moved = move_by(base, amount.unit, sign * amount.figure?.to_i64()?)?;
        let moved = move_by(moved, smaller, sign * more.to_i64()?)?;
        Point::of(Period::around(smaller.grain()?, moved), Some(base), self.settings)
    }

    /// "a day before the attack": the length is what is stated; the day is told only where the sentence dates the event.
    fn beside_event(&self, amount: &Amount, ahead: bool) -> Point {
        let event = self.in_sentence(Grain::Time, Grain::Day).map(|spoken| spoken.days.start());
        let day = event.and_then(|event| move_by(event, amount.unit, if ahead { amount.whole()? } else { -amount.whole()? }));
        let grain = amount.unit.grain();
        let days = day.zip(grain).and_then(|(day, grain)| Period::around(grain, day)?.days());
        Point { days, grain: days.and(grain), anchor: days.and(event), ..Point::open(None, length(amount)) }
    }

    /// "the same period last year", "the same quarter of 1988": what the text spoke of, a year back or in that year.
    pub(super) fn same(&self, unit: Option<Unit>, year: Year) -> Point {
        let grain = unit.and_then(Unit::grain);
        let spoken = match grain {
            Some(grain) => self.memory.fitting(grain),
            None => self.memory.between(Grain::Month, Grain::Half),
        };
        let grain = grain.or(spoken.map(|spoken| spoken.grain)).unwrap_or(Grain::Year);
        // The quarter that results are told of is the one before the anchor's.
        let told = if grain == Grain::Quarter { -1 } else { 0 };
        let of_anchor = || self.anchor.and_then(|anchor| Period::around(grain, anchor)?.step(told)).map(Period::start);
        let known = if let Year::Known(year) = year { NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| grain == Grain::Year) } else { None };
        let base: Option<NaiveDate> = spoken.map(|spoken| spoken.days.start()).or_else(of_anchor).or(known);
        let moved = base.and_then(|base| match year {
            Year::Known(year) => base.with_year(year),
            _ => move_by(base, Unit::Year, -1),
        });
        Point::of(moved.and_then(|day| Period::around(grain, day)), base, self.settings)
            .unwrap_or_else(|| Point::open(Some(grain), timex::open(grain)))
    }
}

/// A length in whole units: "48 hours" is two days, "half a century" fifty years, "a year and a half" eighteen months.
fn whole(amount: &Amount) -> (Unit, Option<i64>) {
    let times =
        |factor: i64| amount.figure.filter(|_| amount.more.is_none()).and_then(|figure| figure.times(Decimal::from(factor))?.to_i64());
    match (amount.unit, amount.whole()) {
        (Unit::Hour, Some(count)) if count % 24 == 0 => (Unit::Day, Some(count / 24)),
        (Unit::Century, None) => (Unit::Year, times(100)),
        (Unit::Decade, None) => (Unit::Year, times(10)),
        (Unit::Year, None) => (Unit::Month, times(12)),
        (unit, count) => (unit, count),
    }
}
