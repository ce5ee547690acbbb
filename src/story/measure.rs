//! How close articles of a batch are, measured for many pairs at a time.
//!
//! In: an [`Index`]. Out: [`Measure`], which turns from article to article. What never happens here: a decision; what is measured here is
//! [`super::closeness`] to the digit.

use super::closeness::{Reach, Shared, Told};
use super::index::Index;

/// Measures one article against those after it.
pub(super) struct Measure<'a> {
    index: &'a Index,
    one: usize,
    /// What it shares with others in rare terms, each at its place; and the places where that is anything.
    shared: Vec<Shared>,
    touched: Vec<u32>,
    /// What it tells of each common term.
    told: Vec<Told>,
}

impl<'a> Measure<'a> {
    /// For up to `places` articles at a time.
    pub(super) fn new(index: &'a Index, places: usize) -> Self {
        let (shared, told) = (vec![Shared::default(); places], vec![Told::default(); index.columns]);
        Self { index, one: usize::MAX, shared, touched: Vec::new(), told }
    }

    /// Turns to an article, to hold it against later ones that have a place.
    pub(super) fn turn(&mut self, one: usize, place: impl Fn(u32) -> Option<u32>) {
        for place in self.touched.drain(..) {
            self.shared[place as usize] = Shared::default();
        }
        if self.one < self.index.articles() {
            for (column, _) in self.index.common.of(self.one) {
                self.told[*column as usize] = Told::default();
            }
        }
        self.one = one;
        self.index.rare.shared(one, |other, told, also| {
            let Some(place) = place(other) else { return };
            let shared = &mut self.shared[place as usize];
            if shared.dot == 0 {
                self.touched.push(place);
            }
            shared.add(told, also);
        });
        for (column, told) in self.index.common.of(one) {
            self.told[*column as usize] = *told;
        }
    }

    /// The article that it has turned to.
    pub(super) fn one(&self) -> usize {
        self.one
    }

    /// How close a later article is, which stands at `place`.
    pub(super) fn near(&self, other: usize, place: usize) -> u32 {
        let (frame, beside) = (&self.index.frames[self.one], &self.index.frames[other]);
        let mut shared = self.shared[place];
        shared.add_all(self.index.common.of(other), &self.told);
        self.index.dense.add(&mut shared, self.one, other, frame.fits(beside));
        shared.closeness(frame, beside)
    }

    /// The same for an article that is at least as close as `threshold`. Most that are not are told by what they can share at most.
    pub(super) fn near_enough(&self, threshold: u32, other: usize, place: usize) -> Option<u32> {
        let Index { frames, reach, dense, common, .. } = self.index;
        let (frame, beside) = (&frames[self.one], &frames[other]);
        let mut shared = self.shared[place];
        let most = |shared: Shared, reach: &[Reach]| shared.at_most(reach[self.one], reach[other]).closeness(frame, beside);
        if most(shared, reach) < threshold {
            return None;
        }
        shared.add_all(common.of(other), &self.told);
        if most(shared, dense.reach()) < threshold {
            return None;
        }
        dense.add(&mut shared, self.one, other, frame.fits(beside));
        Some(shared.closeness(frame, beside)).filter(|close| *close >= threshold)
    }
}

#[cfg(test)]
mod tests {
    use super::super::closeness::closeness;
    use super::super::terms::Reader;
    use super::super::{EventDays, Terms};
    use super::*;
    use crate::calendar::{DayInterval, Days, NaiveDate};
    use crate::lexicon::Language;
    use crate::text::Words;

    /// Articles of made-up names and of words that many of them share, a day after another.
    fn batch(count: u64) -> Vec<Terms> {
        let word = |seed: u64| ["Ostro", "Karve", "Malva", "Dornqui", "Jure", "Tremb"][(seed % 6) as usize].to_owned();
        let article = |at: u64| {
            let mut reader = Reader::new(Language::english(), None);
            let text: String = (0..30_u64)
                .map(|nth| {
                    let seed = (at + 1) * (nth + 7) * 2_654_435_761 % 1009;
                    match nth % 3 {
                        0 => format!("saw {}{} ", word(seed), ["win", "lla", "do", "st"][(seed / 6 % 4) as usize]),
                        1 => format!("saw {}x{} ", word(seed), word(seed / 7).to_lowercase()),
                        _ => "avalanche and cellist ".to_owned(),
                    }
                })
                .collect();
            reader.read(&text, &Words::new(&text).collect::<Vec<_>>(), false);
            let day = NaiveDate::from_ymd_opt(2025, 3, 1).and_then(|day| day.checked_add_days(Days::new(at % 50)));
            let days = day.filter(|_| !at.is_multiple_of(9)).map(DayInterval::day);
            Terms { days, events: EventDays::new(day.map(DayInterval::day).into_iter(), days), ..reader.finish() }
        };
        (0..count).map(article).collect()
    }

    #[test]
    fn what_is_measured_is_the_closeness() {
        let batch = batch(150);
        let articles: Vec<&Terms> = batch.iter().collect();
        let index = Index::new(&articles);
        assert!(index.columns > 0);
        let (mut every, mut odd) = (Measure::new(&index, batch.len()), Measure::new(&index, batch.len() / 2));
        for one in (0..batch.len()).rev().chain([3]) {
            every.turn(one, Some);
            odd.turn(one, |other| (other % 2 == 1).then_some(other / 2));
            for other in one + 1..batch.len() {
                let close = closeness(&batch[one], &batch[other]);
                assert_eq!(every.near(other, other), close);
                assert_eq!(every.near_enough(close, other, other), Some(close));
                assert_eq!(every.near_enough(close + 1, other, other), None);
                if other % 2 == 1 {
                    assert_eq!(odd.near(other, other / 2), close);
                }
            }
        }
    }
}
