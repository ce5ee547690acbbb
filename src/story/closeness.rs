//! How close two articles are, in per mille: shared terms against all terms, and the days between them.
//!
//! In: the terms of two articles. Out: an integer. What never happens here: floating point, a look at any third article.

use super::{Term, TermKind, Terms};
use crate::calendar::DayInterval;

/// Shared weight, in hundredths of a bit, below which closeness fades: two articles that share one city are not yet close.
const ENOUGH_SHARED: u64 = 2350;
/// Shared weight of names that are no places at which the days between no longer matter: a trial a year on is the same story.
const NAMES_BRIDGE_TIME: u64 = 11_400;
/// Factor by days between two articles, in per mille: to the next day, in a week, in a month, past that; and where both are undated.
const NEXT_DAY: u64 = 1850;
const IN_A_WEEK: u64 = 1000;
const IN_A_MONTH: u64 = 600;
const LATER: u64 = 120;
const UNDATED: u64 = 420;
/// The factor where one of two articles is dated: what has no date beside what has one may be of any year.
const HALF_DATED: u64 = 240;

/// How close two articles are, in per mille; above 1000 for articles of one day that share nearly all.
pub fn closeness(one: &Terms, other: &Terms) -> u32 {
    let mut shared = Shared::default();
    // A merge of two sorted lists; most steps find nothing shared, so a step does nothing but move on.
    let (a, b) = (&*one.terms, &*other.terms);
    let (mut at, mut beside) = (0, 0);
    while let (Some(left), Some(right)) = (a.get(at), b.get(beside)) {
        if left.hash == right.hash {
            shared.add(left.told(), right.told());
        }
        at += usize::from(left.hash <= right.hash);
        beside += usize::from(right.hash <= left.hash);
    }
    shared.closeness(Frame::of(one), Frame::of(other))
}

/// How much a term tells in one article, and whether it is a name there: the weight, and a bit above it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told(u32);

impl Told {
    #[inline]
    pub(super) fn weight(self) -> u32 {
        self.0 & 0xffff
    }

    #[inline]
    pub(super) fn is_name(self) -> bool {
        self.0 > 0xffff
    }
}

impl Term {
    #[inline]
    pub(super) fn told(self) -> Told {
        Told(u32::from(self.weight) | u32::from(self.kind == TermKind::Name) << 16)
    }
}

/// What of an article counts in every comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    norm: u32,
    days: Option<(i32, i32)>,
}

impl Frame {
    pub(super) fn of(terms: &Terms) -> Self {
        Self { norm: terms.norm, days: terms.days.map(DayInterval::numbers) }
    }
}

/// What two articles share: the sum of the products of their weights, that of the lesser ones, and that of the lesser ones of names.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shared {
    pub(super) dot: u64,
    pub(super) weight: u32,
    pub(super) names: u32,
}

impl Shared {
    /// Adds a term that both tell; one that either tells with no weight adds nothing. Every pair comes through here, so it takes no turns.
    #[inline]
    pub(super) fn add(&mut self, one: Told, other: Told) {
        let less = one.weight().min(other.weight());
        self.dot += u64::from(one.weight()) * u64::from(other.weight());
        self.weight += less;
        self.names += less * ((one.0 & other.0) >> 16);
    }

    /// The closeness of two articles that share this. It never falls where more is shared.
    #[inline]
    pub(super) fn closeness(self, one: Frame, other: Frame) -> u32 {
        if self.dot == 0 {
            return 0;
        }
        let cosine = self.dot * 1_000_000 / (u64::from(one.norm) * u64::from(other.norm)).max(1);
        let shared = u64::from(self.weight).min(ENOUGH_SHARED);
        let close = cosine * shared / ENOUGH_SHARED * time(one.days, other.days, u64::from(self.names)) / 1_000_000;
        u32::try_from(close).unwrap_or(u32::MAX)
    }
}

/// The factor for the days between two articles.
fn time(one: Option<(i32, i32)>, other: Option<(i32, i32)>, names: u64) -> u64 {
    let (one, other) = match (one, other) {
        (Some(one), Some(other)) => (one, other),
        (None, None) => return UNDATED,
        _ => return HALF_DATED,
    };
    let factor = match (other.0 - one.1).max(one.0 - other.1) {
        ..=1 => NEXT_DAY,
        2..=7 => IN_A_WEEK,
        8..=30 => IN_A_MONTH,
        _ => LATER,
    };
    factor + 1000_u64.saturating_sub(factor) * names.min(NAMES_BRIDGE_TIME) / NAMES_BRIDGE_TIME
}

#[cfg(test)]
mod tests {
    use super::super::terms::Reader;
    use super::*;
    use crate::calendar::NaiveDate;
    use crate::lexicon::Language;
    use crate::text::Words;

    fn terms(text: &str, day: Option<u32>) -> Terms {
        let mut reader = Reader::new(Language::english(), None);
        reader.read(text, &Words::new(text).collect::<Vec<_>>(), false);
        let days = day.and_then(|day| NaiveDate::from_ymd_opt(2025, 3, day)).map(DayInterval::day);
        Terms { days, ..reader.finish() }
    }

    const BRIDGE: &str = "The Ostrowin bridge in Karvella collapsed, and ferry captain Jurek Malvado pulled commuters from the river.";
    const AGAIN: &str = "Jurek Malvado, a ferry captain, told how commuters swam when the Ostrowin bridge in Karvella gave way.";
    const OTHER: &str = "Voters in Karvella chose the botanist Ilse Dornquist over a former goalkeeper in the municipal runoff.";

    #[test]
    fn one_event_is_closer_than_one_city() {
        let close = |a, b| closeness(&terms(a, Some(3)), &terms(b, Some(4)));
        assert!(close(BRIDGE, AGAIN) > 4 * close(BRIDGE, OTHER).max(1));
        assert_eq!(close(BRIDGE, AGAIN), close(AGAIN, BRIDGE));
    }

    #[test]
    fn time_parts_what_only_places_join() {
        let at = |day| closeness(&terms(BRIDGE, Some(1)), &terms(OTHER, Some(day)));
        assert!(at(1) > at(5) && at(5) > at(20));
    }

    #[test]
    fn nothing_shared_is_not_close() {
        assert_eq!(closeness(&terms("", Some(1)), &terms("", Some(1))), 0);
        assert_eq!(closeness(&terms("Karvella", None), &terms("Ostrowin", None)), 0);
    }
}
