//! The timeline of a fact: its figures by the day for which, or on which, they are reported.
//!
//! In: the rows of a fact. Out: one SVG; days are percentages of its width, figures are pixels of its height. What never happens here: a
//! line from one report to the next, as if the figure had moved between them; a label over another one.

use super::axis::{Axis, Calendar, WHOLE};
use super::forest::{class, ends, sign};
use super::svg::{Svg, escaped, percent};
use crate::calendar::DayInterval;
use crate::render::excerpt::{columns, cut_end};
use crate::render::rows::Row;
use crate::report::Report;
use crate::value::{Decimal, Value};

/// Height in pixels: all of it, and the part between the highest and the lowest figure.
const HEIGHT: i128 = 150;
const TOP: i128 = 18;
const BOTTOM: i128 = 118;
/// Where days begin and end, in hundredths of a percent: the labels of figures stand before them.
const LEFT: i128 = 1_400;
const RIGHT: i128 = 9_500;
/// Most lines across.
const LINES: usize = 4;
/// The longest label of a figure, in letters.
const LABEL: usize = 20;
/// Most labels of figures.
const LABELS: usize = 12;
/// The width of a letter on a telephone, in hundredths of a percent of the plot.
const LETTER: i128 = 230;

/// A figure on a day.
struct Point<'a> {
    row: &'a Row,
    value: &'a Value,
    days: DayInterval,
    side: Option<usize>,
}

/// The timeline of `rows`; none where all are of one day, or no two figures differ.
pub(super) fn timeline(report: &Report, rows: &[Row], sides: &[Option<usize>]) -> Option<String> {
    let points: Vec<Point<'_>> = rows
        .iter()
        .zip(sides)
        .filter_map(|(row, &side)| {
            let first = *row.claims.first().filter(|_| row.role.is_empty())?;
            Some(Point { row, value: report.claim(first).compared()?, days: row.days?, side })
        })
        .collect();
    let days: Vec<DayInterval> = points.iter().map(|point| point.days).collect();
    let several = days.windows(2).any(|pair| pair[0] != pair[1]);
    let differ = points.windows(2).any(|pair| pair[0].value.interval != pair[1].value.interval);
    if !several || !differ {
        return None;
    }
    let figures: Vec<Decimal> = points.iter().flat_map(|point| ends(point.value)).collect();
    let open = |low: bool| points.iter().any(|point| if low { point.value.interval.low } else { point.value.interval.high }.is_none());
    let (figures, calendar) = (Axis::of(&figures, open(true), open(false))?, Calendar::of(&days)?);
    let plot = Plot { figures, calendar };
    let words: Vec<String> = points.iter().map(|point| format!("{} {}", point.row.when.trim_end_matches('*'), point.row.figure)).collect();
    let grid = plot.grid();
    let signs = points.iter().map(|point| plot.point(point)).collect::<Vec<_>>().concat();
    let labels = plot.labels(&points);
    let scale = if plot.figures.logarithmic { " Each step up is ten times as much." } else { "" };
    Some(format!(
        r#"<svg class="timeline" width="100%" height="{HEIGHT}" role="img" aria-label="Figures by day: {}.{scale}">{grid}{signs}{labels}</svg>"#,
        escaped(&words.join("; "))
    ))
}

struct Plot {
    figures: Axis,
    calendar: Calendar,
}

impl Plot {
    fn across(place: i128) -> i128 {
        LEFT + place * (RIGHT - LEFT) / WHOLE
    }

    fn down(place: i128) -> i128 {
        BOTTOM - place * (BOTTOM - TOP) / WHOLE
    }

    /// Where a figure lies, in pixels from the top.
    fn height(&self, figure: Decimal) -> Option<i128> {
        self.figures.at(figure).map(Self::down)
    }

    /// The lines of the figures with their labels, and the labels of the days.
    fn grid(&self) -> String {
        let mut grid = Svg::default();
        let every = self.figures.ticks.len().div_ceil(LINES).max(1);
        for tick in self.figures.ticks.iter().step_by(every) {
            let y = Self::down(tick.at);
            grid.add(format_args!(r#"<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>"#));
            grid.add(format_args!(r#"<text class="tick" x="0" y="{}">{}</text>"#, y - 3, escaped(&tick.label)));
        }
        for (index, tick) in self.calendar.ticks.iter().enumerate() {
            let x = percent(Self::across(tick.at));
            let anchor = if index + 1 == self.calendar.ticks.len() && index > 0 { "end" } else { "middle" };
            let anchor = if tick.at > WHOLE * 9 / 10 { anchor } else { "middle" };
            grid.add(format_args!(r#"<line class="grid" x1="{x}" x2="{x}" y1="{BOTTOM}" y2="{}"/>"#, BOTTOM + 5));
            grid.add(format_args!(
                r#"<text class="tick" x="{x}" y="{}" text-anchor="{anchor}">{}</text>"#,
                BOTTOM + 19,
                escaped(&tick.label)
            ));
        }
        grid.0
    }

    /// The figure as a line from its low to its high end, its best as a sign, its days as a thin line.
    fn point(&self, point: &Point<'_>) -> String {
        let (from, to) = self.calendar.at(point.days);
        let x = percent(Self::across(i128::midpoint(from, to)));
        let interval = point.value.interval;
        let (low, high) = (interval.low.and_then(|end| self.height(end.value)), interval.high.and_then(|end| self.height(end.value)));
        let words = escaped(&format!("{}: {}, {}", point.row.when, point.row.figure, point.row.told_by()));
        let mut signs = Svg::default();
        signs.add(format_args!(r#"<g class="{}"><title>{words}</title>"#, class(point.side)));
        let (bottom, top) = (low.unwrap_or(BOTTOM), high.unwrap_or(TOP));
        let middle = self.stands_at(point.value).unwrap_or(i128::midpoint(bottom, top));
        if point.days.start() != point.days.end() {
            let (from, to) = (percent(Self::across(from)), percent(Self::across(to)));
            signs.add(format_args!(r#"<line class="during" x1="{from}" x2="{to}" y1="{middle}" y2="{middle}"/>"#));
        }
        if top < bottom {
            let about = if point.value.approximate { " about" } else { "" };
            signs.add(format_args!(r#"<line class="bar{about}" x1="{x}" x2="{x}" y1="{bottom}" y2="{top}"/>"#));
            let end = |known: bool, open: bool, unbounded: &'static str| match (known, open) {
                (false, _) => unbounded,
                (true, true) => "m-out",
                (true, false) => "m-flat",
            };
            let lower = end(low.is_some(), interval.low.is_some_and(|end| end.open), "m-down");
            let upper = end(high.is_some(), interval.high.is_some_and(|end| end.open), "m-up");
            signs.add(format_args!(r##"<use href="#{lower}" x="{x}" y="{bottom}"/><use href="#{upper}" x="{x}" y="{top}"/>"##));
        }
        if let Some(best) = point.value.best.and_then(|best| self.height(best)) {
            signs.add(format_args!(r##"<use href="#{}" x="{x}" y="{best}"/>"##, sign(point.side, point.value.approximate)));
        }
        signs.0 + "</g>"
    }

    /// The height at which a figure is labelled: its best, else the figure that is printed.
    fn stands_at(&self, value: &Value) -> Option<i128> {
        value.best.or(value.first).or(value.low).or(value.high).and_then(|figure| self.height(figure))
    }

    /// Each figure beside its sign, where there is room.
    fn labels(&self, points: &[Point<'_>]) -> String {
        let mut taken: Vec<(i128, i128, i128)> = Vec::new();
        let mut labels = Svg::default();
        for point in points.iter().take(LABELS) {
            let (from, to) = self.calendar.at(point.days);
            let x = Self::across(i128::midpoint(from, to));
            let Some(middle) = self.stands_at(point.value) else { continue };
            let label = cut_end(&point.row.figure, LABEL);
            let width = i128::try_from(columns(&label)).unwrap_or(0) * LETTER + 300;
            // To the right, where it ends before the page does.
            let right = x + width < WHOLE;
            let (from, to) = if right { (x, x + width) } else { (x - width, x) };
            let free =
                |y: &i128| *y > 8 && *y < BOTTOM && taken.iter().all(|&(left, end, at)| to < left || end < from || (y - at).abs() >= 14);
            let Some(y) = [middle + 4, middle - 8, middle + 16].into_iter().find(free) else { continue };
            taken.push((from, to, y));
            let (anchor, shift) = if right { ("start", 9) } else { ("end", -9) };
            labels.add(format_args!(
                r#"<text class="label {}" x="{}" dx="{shift}" y="{y}" text-anchor="{anchor}">{}</text>"#,
                class(point.side),
                percent(x),
                escaped(&label)
            ));
        }
        labels.0
    }
}
