//! How close articles of a batch are, measured for many pairs at a time.
//!
//! In: an [`Index`], or the terms of a few articles. Out: [`Measure`], which bounds what is not close cheaply, and [`Pairs`], which tells
//! each two of a few. What never happens here: a decision; what is measured here is [`super::closeness`] to the digit.

use super::Terms;
use super::closeness::{Frame, Shared, Told};
use super::filed::{Filed, Filing};
use super::index::Index;
use super::rows::Rows;

/// Measures one article against those after it.
pub(super) struct Measure<'a> {
    index: &'a Index,
    one: usize,
    /// What each later article shares with it in rare terms, and which do.
    shared: Vec<Shared>,
    touched: Vec<u32>,
    /// What it tells of each common term.
    told: Vec<Told>,
}

impl<'a> Measure<'a> {
    pub(super) fn new(index: &'a Index) -> Self {
        let (shared, told) = (vec![Shared::default(); index.articles()], vec![Told::default(); index.columns]);
        Self { index, one: usize::MAX, shared, touched: Vec::new(), told }
    }

    /// Turns to an article.
    pub(super) fn turn(&mut self, one: usize) {
        for other in self.touched.drain(..) {
            self.shared[other as usize] = Shared::default();
        }
        if self.one < self.index.articles() {
            for (column, _) in self.index.common.of(self.one) {
                self.told[*column as usize] = Told::default();
            }
        }
        self.one = one;
        self.index.rare.shared(one, |other, told, also| {
            let shared = &mut self.shared[other as usize];
            if shared.dot == 0 {
                self.touched.push(other);
            }
            shared.add(told, also);
        });
        for (column, told) in self.index.common.of(one) {
            self.told[*column as usize] = *told;
        }
    }

    /// How close a later article is, where that reaches `threshold`.
    pub(super) fn near(&self, other: usize, threshold: u32) -> Option<u32> {
        let (frame, beside) = (&self.index.frames[self.one], &self.index.frames[other]);
        let (most, against) = (&self.index.most[self.one], &self.index.most[other]);
        let mut shared = self.shared[other];
        let at_most = Shared {
            dot: shared.dot + most.dot(against),
            weight: shared.weight + most.weight.min(against.weight),
            names: shared.names + most.names.min(against.names),
        };
        if at_most.closeness(frame, beside) < threshold {
            return None;
        }
        shared.add_all(self.index.common.of(other), &self.told);
        Some(shared.closeness(frame, beside)).filter(|close| *close >= threshold)
    }
}

/// Each two of a few articles.
pub(super) struct Pairs {
    frames: Vec<Frame>,
    filed: Filed,
    /// The article that was asked for last, and what those after it share with it.
    one: usize,
    shared: Vec<Shared>,
}

impl Pairs {
    pub(super) fn new(articles: &[&Terms]) -> Self {
        let count = articles.iter().map(|terms| terms.terms.len()).sum::<usize>();
        // Terms of one hash are brought together by its first bits; few others have the same.
        let bits = count.max(2).ilog2();
        let mut entries = Vec::with_capacity(count);
        for (article, terms) in (0_u32..).zip(articles) {
            let entry = |hash: u64| u32::try_from(hash >> (64 - bits)).unwrap_or_default();
            entries.extend(terms.terms.iter().map(|term| (entry(term.hash), (term.hash, article, term.told()))));
        }
        let entries = Rows::new(1 << bits, &entries).sorted(|(hash, article, _)| (*hash, *article));
        let mut filing = Filing::default();
        for held in entries.chunk_by(|a, b| a.0 == b.0).filter(|held| held.len() > 1) {
            filing.file(held.iter().map(|&(_, article, told)| (article, told)));
        }
        Self {
            frames: articles.iter().map(|terms| Frame::of(terms)).collect(),
            filed: filing.done(articles.len()),
            one: usize::MAX,
            shared: vec![Shared::default(); articles.len()],
        }
    }

    /// How close an article and a later one are; cheap where the same one is asked for again.
    pub(super) fn between(&mut self, one: usize, later: usize) -> u32 {
        if self.one != one {
            self.one = one;
            self.shared.fill(Shared::default());
            self.filed.shared(one, |other, told, also| self.shared[other as usize].add(told, also));
        }
        self.shared[later].closeness(&self.frames[one], &self.frames[later])
    }
}

#[cfg(test)]
mod tests {
    use super::super::EventDays;
    use super::super::closeness::closeness;
    use super::super::terms::Reader;
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
        let (mut measure, mut pairs) = (Measure::new(&index), Pairs::new(&articles));
        let (mut near, mut far) = (0, 0);
        for one in (0..batch.len()).rev().chain([3]) {
            measure.turn(one);
            for other in one + 1..batch.len() {
                let close = closeness(&batch[one], &batch[other]);
                assert_eq!(pairs.between(one, other), close);
                assert_eq!(measure.near(other, 110), Some(close).filter(|close| *close >= 110));
                *(if close < 110 { &mut far } else { &mut near }) += 1;
            }
        }
        assert!(near > 100 && far > 100, "{near} {far}");
    }
}
