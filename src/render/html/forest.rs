//! The forest plot of a fact: for each of its rows the interval that its figure stands for, all on one axis.
//!
//! In: the rows of a fact. Out: for the head of the table an axis, for each row a strip, as SVG that stretches with its cell: places are
//! percentages, signs are drawn once in the page and named here. What never happens here: a row that is no side of the fact drawn as one,
//! text that is not escaped.

use super::axis::{Axis, Calendar, Tick, WHOLE};
use super::svg::{Svg, escaped, percent};
use crate::calendar::DayInterval;
use crate::claim;
use crate::render::rows::Row;
use crate::report::Report;
use crate::rules::wording;
use crate::value::{Decimal, End, Interval, Value};

/// Steps up to which the page holds the lines of a grid.
pub(super) const MOST_STEPS: usize = 6;

/// The lines of a grid of so many equal steps.
pub(super) fn grid(steps: usize) -> String {
    let mut lines = Svg::default();
    lines.add(format_args!(r#"<g id="grid-{steps}" class="grid">"#));
    for index in 0..=steps {
        let place = i128::try_from(index).unwrap_or(0) * WHOLE / i128::try_from(steps).unwrap_or(1).max(1);
        lines.add(format_args!(r#"<line x1="{0}" x2="{0}" y1="0" y2="100%"/>"#, percent(place)));
    }
    lines.0 + "</g>"
}

/// What a row draws.
enum Drawn<'a> {
    Figure(&'a Value),
    Days(DayInterval),
}

/// What a figure, or a date, is measured on.
enum Ruler {
    Figures(Axis),
    Days(Calendar),
}

/// The plot of a fact.
pub(super) struct Forest<'a> {
    ruler: Ruler,
    drawn: Vec<Option<Drawn<'a>>>,
}

impl<'a> Forest<'a> {
    /// The plot of `rows`; none where there is nothing to compare by eye: one interval only.
    pub(super) fn of(report: &'a Report, rows: &[Row]) -> Option<Self> {
        let drawn: Vec<Option<Drawn<'a>>> = rows.iter().map(|row| drawn(report, row)).collect();
        let figures: Vec<&Value> = drawn.iter().flatten().filter_map(Drawn::figure).collect();
        let days: Vec<DayInterval> = drawn.iter().flatten().filter_map(Drawn::days).collect();
        let differ = |intervals: Vec<Interval>| intervals.windows(2).any(|pair| pair[0] != pair[1]);
        if differ(figures.iter().map(|value| value.interval).collect()) {
            let ends: Vec<Decimal> = figures.iter().flat_map(|value| ends(value)).collect();
            let below = figures.iter().any(|value| value.interval.low.is_none());
            let above = figures.iter().any(|value| value.interval.high.is_none());
            return Some(Self { ruler: Ruler::Figures(Axis::of(&ends, below, above)?), drawn });
        }
        let differ = days.windows(2).any(|pair| pair[0] != pair[1]);
        differ.then(|| Calendar::of(&days).map(|axis| Self { ruler: Ruler::Days(axis), drawn })).flatten()
    }

    /// Whether each step of the axis multiplies.
    pub(super) fn logarithmic(&self) -> bool {
        matches!(&self.ruler, Ruler::Figures(axis) if axis.logarithmic)
    }

    /// The axis with its labels.
    pub(super) fn axis(&self) -> String {
        let mut labels = Svg::default();
        for tick in self.ticks().iter().filter(|tick| !tick.label.is_empty()) {
            let anchor = match tick.at {
                at if at * 10 < WHOLE => "start",
                at if at * 10 > WHOLE * 9 => "end",
                _ => "middle",
            };
            let (x, label) = (percent(tick.at), escaped(&tick.label));
            labels.add(format_args!(r#"<text x="{x}" y="12" text-anchor="{anchor}">{label}</text>"#));
        }
        format!(r#"<svg class="axis" width="100%" height="18" aria-hidden="true">{}</svg>"#, labels.0)
    }

    /// The strip of the row at `index`, with the sign of its side.
    pub(super) fn strip(&self, index: usize, side: Option<usize>) -> String {
        let grid = self.grid();
        let Some(drawn) = self.drawn.get(index).and_then(Option::as_ref) else {
            return format!(r#"<svg class="strip" width="100%" height="100%" aria-hidden="true">{grid}</svg>"#);
        };
        let signs = match (drawn, &self.ruler) {
            (Drawn::Figure(value), Ruler::Figures(axis)) => figure(value, axis, side),
            (Drawn::Days(days), Ruler::Days(axis)) => self::days(*days, axis, side),
            _ => String::new(),
        };
        let (class, words) = (class(side), escaped(&drawn.spoken()));
        format!(
            r#"<svg class="strip {class}" width="100%" height="100%" role="img" aria-label="{words}"><title>{words}</title>{grid}{signs}</svg>"#
        )
    }

    /// Lines at the ticks: where they divide the width into equal steps, those that the page holds for so many.
    fn grid(&self) -> String {
        let ticks = self.ticks();
        let steps = ticks.len().saturating_sub(1);
        let even =
            |(index, tick): (usize, &Tick)| tick.at == i128::try_from(index).unwrap_or(0) * WHOLE / i128::try_from(steps).unwrap_or(1);
        if (1..=MOST_STEPS).contains(&steps) && ticks.iter().enumerate().all(even) {
            return format!(r##"<use href="#grid-{steps}"/>"##);
        }
        let mut grid = Svg::default();
        for tick in ticks {
            grid.add(format_args!(r#"<line class="grid" x1="{0}" x2="{0}" y1="0" y2="100%"/>"#, percent(tick.at)));
        }
        grid.0
    }

    fn ticks(&self) -> &[Tick] {
        match &self.ruler {
            Ruler::Figures(axis) => &axis.ticks,
            Ruler::Days(axis) => &axis.ticks,
        }
    }
}

impl Drawn<'_> {
    fn figure(&self) -> Option<&Value> {
        match self {
            Self::Figure(value) => Some(value),
            Self::Days(_) => None,
        }
    }

    fn days(&self) -> Option<DayInterval> {
        match self {
            Self::Figure(_) => None,
            Self::Days(days) => Some(*days),
        }
    }

    /// What the strip shows, in words.
    fn spoken(&self) -> String {
        match self {
            Self::Figure(value) => spoken(value),
            Self::Days(days) => wording::days(*days),
        }
    }
}

/// "from 9,500 to under 12,500, given as a range", "over 13,000, no upper end", "34".
pub(super) fn spoken(value: &Value) -> String {
    let number = |end: End| wording::digits(end.value.normal());
    let range = match (value.interval.low, value.interval.high) {
        (Some(low), Some(high)) if low.value == high.value => return number(low),
        (Some(low), Some(high)) => {
            let (above, below) = (if low.open { "over" } else { "from" }, if high.open { "to under" } else { "to" });
            format!("{above} {} {below} {}", number(low), number(high))
        }
        (Some(low), None) => format!("{} {}, no upper end", if low.open { "over" } else { "from" }, number(low)),
        (None, Some(high)) => format!("{} {}, no lower end", if high.open { "under" } else { "up to" }, number(high)),
        (None, None) => "any figure".to_owned(),
    };
    let about = if value.approximate { ", approximate" } else { "" };
    let best = value.best.map_or_else(String::new, |best| format!(", best {}", wording::digits(best.normal())));
    format!("{range}{best}{about}")
}

/// What a row draws: its first claim's figure or days; nothing where it is no side of the fact.
fn drawn<'a>(report: &'a Report, row: &Row) -> Option<Drawn<'a>> {
    let first: claim::Id = *row.claims.first().filter(|_| row.role.is_empty())?;
    let claim = report.claim(first);
    match (claim.compared(), claim.date.as_ref().and_then(|date| date.days)) {
        (Some(value), _) => Some(Drawn::Figure(value)),
        (None, Some(days)) => Some(Drawn::Days(days)),
        (None, None) => None,
    }
}

/// The figures that an axis must hold.
pub(super) fn ends(value: &Value) -> impl Iterator<Item = Decimal> {
    let interval = value.interval;
    [interval.low.map(|end| end.value), interval.high.map(|end| end.value), value.best].into_iter().flatten()
}

/// The class of a side's colour.
pub(super) fn class(side: Option<usize>) -> String {
    side.map_or_else(|| "side-none".to_owned(), |side| format!("side-{}", side.min(MOST_SIDES - 1)))
}

/// Lines up to this long are drawn without their ends, in hundredths of a percent.
const SHORT: i128 = 800;

/// Sides that have a sign of their own.
pub(super) const MOST_SIDES: usize = 4;

/// The sign of a side: a shape of its own, so that colour is never alone.
pub(super) fn sign(side: Option<usize>, hollow: bool) -> String {
    let shape = side.map_or("plain", |side| ["dot", "diamond", "square", "triangle"][side.min(MOST_SIDES - 1)]);
    format!("m-{shape}{}", if hollow { "-open" } else { "" })
}

/// A sign of the page at a place.
fn at(name: &str, place: i128) -> String {
    format!(r##"<use href="#{name}" x="{}" y="50%"/>"##, percent(place))
}

/// The line, its ends and its best figure.
fn figure(value: &Value, axis: &Axis, side: Option<usize>) -> String {
    let place = |end: Option<End>| end.and_then(|end| axis.at(end.value));
    let (low, high) = (place(value.interval.low), place(value.interval.high));
    let mut signs = Svg::default();
    let (from, to) = (low.unwrap_or(0), high.unwrap_or(WHOLE));
    if from < to {
        let about = if value.approximate { " about" } else { "" };
        signs.add(format_args!(r#"<line class="bar{about}" x1="{}" x2="{}" y1="50%" y2="50%"/>"#, percent(from), percent(to)));
        let end = |end: Option<End>, unbounded: &'static str| match end {
            None => Some(unbounded),
            // A short line would be hidden by its ends.
            Some(_) if to - from < SHORT => None,
            Some(end) => Some(if end.open { "m-out" } else { "m-cap" }),
        };
        signs.0.extend(end(value.interval.low, "m-left").map(|sign| at(sign, from)));
        signs.0.extend(end(value.interval.high, "m-right").map(|sign| at(sign, to)));
    }
    if let Some(best) = value.best.and_then(|best| axis.at(best)) {
        signs.0.push_str(&at(&sign(side, value.approximate), best));
    }
    signs.0
}

/// A day as a sign, days as a line.
fn days(days: DayInterval, axis: &Calendar, side: Option<usize>) -> String {
    let (from, to) = axis.at(days);
    if days.start() == days.end() {
        return at(&sign(side, false), i128::midpoint(from, to));
    }
    let line = format!(r#"<line class="bar" x1="{}" x2="{}" y1="50%" y2="50%"/>"#, percent(from), percent(to));
    format!("{line}{}{}", at("m-cap", from), at("m-cap", to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Bound, Hedging};

    fn value(figure: i64, hedging: Hedging) -> Value {
        Value::figure(Decimal::from(figure), hedging)
    }

    #[test]
    fn a_strip_is_read_in_words() {
        for (value, expected) in [
            (value(41, Hedging::NONE), "41"),
            (value(6_000, Hedging::NONE), "from 5,500 to under 6,500, best 6,000"),
            (value(12_000, Hedging::ABOUT), "from 11,000 to under 13,000, best 12,000, approximate"),
            (value(13_000, Hedging::bound(Bound::MoreThan)), "over 13,000, no upper end"),
            (value(40, Hedging::bound(Bound::AtLeast)), "from 40, no upper end"),
            (value(40, Hedging::bound(Bound::AtMost)), "up to 40, no lower end"),
        ] {
            assert_eq!(spoken(&value), expected);
        }
    }

    #[test]
    fn ends_and_figures_have_their_signs() {
        let figures = [10, 20, 15, 14, 16].map(Decimal::from);
        let axis = Axis::of(&figures, false, false).unwrap();
        let at_least = figure(&value(15, Hedging::bound(Bound::AtLeast)), &axis, Some(1));
        assert!(at_least.contains("m-cap") && at_least.contains("m-right") && !at_least.contains("m-diamond"), "{at_least}");
        let exact = figure(&value(15, Hedging::NONE), &axis, Some(1));
        assert!(exact.contains("m-diamond") && !exact.contains("bar"), "{exact}");
        let about = figure(&value(15, Hedging::ABOUT), &axis, None);
        assert!(about.contains("bar about") && about.contains("m-plain-open"), "{about}");
    }
}
