//! How close two articles are, in per mille: shared terms against all terms, and the days between them.
//!
//! In: the terms of two articles. Out: an integer. What never happens here: floating point, a look at any third article.

use super::{EventDays, Term, TermKind, Terms};
use crate::calendar::DayInterval;

/// Shared weight, in hundredths of a bit, below which closeness fades: two articles that share one city are not yet close.
pub(super) const ENOUGH_SHARED: u32 = 2000;
/// Shared weight of names that are no places at which the days between no longer matter: a trial a year on is the same story.
const NAMES_BRIDGE_TIME: u64 = 11_400;
/// Factor by days between the publication of two articles, in per mille: to the next day, in a week, in a month, past that.
const NEXT_DAY: u64 = 1850;
const IN_A_WEEK: u64 = 1000;
const IN_A_MONTH: u64 = 600;
const LATER: u64 = 250;
/// The factor where neither has a date nor names a day, and where one has: beside it the other may be of any year.
const UNDATED: u64 = 500;
const HALF_DATED: u64 = 240;
/// Days between those of which two articles tell, up to which they date an article that has no date.
const A_WEEK: u32 = 7;
/// Factor where both tell of one day, and where all days of which they tell are more than a day apart: two events of one town.
const ONE_DAY: u64 = 1500;
const OTHER_DAYS: u64 = 500;
/// Shared weight of such names at which that no longer matters: who looks back names other days than who reports.
const NAMES_BRIDGE_DAYS: u64 = 28_000;
/// Factor where both give ages: where all that one gives the other gives too, they are the same people's; where none, other people's.
const SAME_AGES: u64 = 1400;
const OTHER_AGES: u64 = 700;

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
    shared.closeness(&Frame::of(one), &Frame::of(other))
}

/// How much a term tells in one article, and the same above it where it is a name there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told(u32);

impl Told {
    #[inline]
    pub(super) fn weight(self) -> u32 {
        self.0 & 0xffff
    }

    /// Its weight as a name.
    #[inline]
    pub(super) fn of_name(self) -> u32 {
        self.0 >> 16
    }

    /// Both.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "each half of it is 16 bits")]
    fn halves(self) -> (u16, u16) {
        (self.0 as u16, (self.0 >> 16) as u16)
    }
}

/// The most that an article can share with any other in some of its terms.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reach {
    /// The root of the sum of the squared weights, rounded up: the product of those of two articles is no less than what they share.
    norm: u32,
    weight: u32,
    names: u32,
}

/// What makes a [`Reach`], term by term.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reached {
    squares: u64,
    weight: u32,
    names: u32,
}

impl Reached {
    pub(super) fn add(&mut self, told: Told) {
        self.squares += u64::from(told.weight()).pow(2);
        self.weight += told.weight();
        self.names += told.of_name();
    }

    /// The reach of each article.
    pub(super) fn all(of: &[Self]) -> Vec<Reach> {
        of.iter().map(|of| of.reach()).collect()
    }

    fn reach(self) -> Reach {
        let root = self.squares.isqrt();
        let norm = root + u64::from(root.pow(2) < self.squares);
        Reach { norm: u32::try_from(norm).unwrap_or(u32::MAX), weight: self.weight, names: self.names }
    }
}

/// Terms that are looked up before they are added.
const AT_ONCE: usize = 16;

impl Term {
    #[inline]
    pub(super) fn told(self) -> Told {
        let weight = u32::from(self.weight);
        Told(weight | if self.kind == TermKind::Name { weight << 16 } else { 0 })
    }
}

/// What of an article counts in every comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    norm: u32,
    days: Option<(i32, i32)>,
    events: Option<EventDays>,
    ages: u128,
}

impl Frame {
    /// Whether the product of the norms of two takes no more than 32 bits.
    #[inline]
    pub(super) fn fits(&self, other: &Self) -> bool {
        ((u64::from(self.norm) + 1) * (u64::from(other.norm) + 1)) >> 32 == 0
    }

    pub(super) fn of(terms: &Terms) -> Self {
        Self { norm: terms.norm, days: terms.days.map(DayInterval::numbers), events: terms.events, ages: terms.ages }
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
        self.dot += u64::from(one.weight()) * u64::from(other.weight());
        self.weight += one.weight().min(other.weight());
        self.names += one.of_name().min(other.of_name());
    }

    /// Adds terms, each with its number; `told` is what the other article tells of each number, most of them nothing.
    #[inline]
    pub(super) fn add_all(&mut self, terms: &[(u32, Told)], told: &[Told]) {
        // Looked up a few at a time, so that what is looked up is multiplied and added side by side.
        for terms in terms.chunks(AT_ONCE) {
            let (mut one, mut other) = ([[0_u16; AT_ONCE]; 2], [[0_u16; AT_ONCE]; 2]);
            for (at, (number, here)) in terms.iter().enumerate() {
                let there = told[*number as usize];
                (one[0][at], one[1][at]) = here.halves();
                (other[0][at], other[1][at]) = there.halves();
            }
            let products = one[0].iter().zip(other[0]).map(|(a, b)| u32::from(*a) * u32::from(b));
            self.dot += products.map(u64::from).sum::<u64>();
            let least = |at: usize| one[at].iter().zip(other[at]).map(|(a, b)| u32::from((*a).min(b))).sum::<u32>();
            self.weight += least(0);
            self.names += least(1);
        }
    }

    /// This and the most that the two articles can share beside it.
    #[inline]
    pub(super) fn at_most(self, one: Reach, other: Reach) -> Self {
        Self {
            dot: self.dot + u64::from(one.norm) * u64::from(other.norm),
            weight: self.weight + one.weight.min(other.weight),
            names: self.names + one.names.min(other.names),
        }
    }

    /// The closeness of two articles that share this. It never falls where more is shared.
    #[inline]
    pub(super) fn closeness(self, one: &Frame, other: &Frame) -> u32 {
        if self.dot == 0 {
            return 0;
        }
        let cosine = self.dot * 1_000_000 / (u64::from(one.norm) * u64::from(other.norm)).max(1);
        let shared = u64::from(self.weight.min(ENOUGH_SHARED));
        let close = cosine * shared / u64::from(ENOUGH_SHARED) * time(one, other, u64::from(self.names)) / 1_000_000
            * ages(one.ages, other.ages)
            / 1000;
        u32::try_from(close).unwrap_or(u32::MAX)
    }
}

/// The factor for the days between two articles: those of which they tell, and those on which they appeared.
fn time(one: &Frame, other: &Frame, names: u64) -> u64 {
    let gap = match (one.events, other.events) {
        (Some(one), Some(other)) => one.gap(other),
        (None, None) => return UNDATED,
        _ => return HALF_DATED,
    };
    let told = match gap {
        0 => ONE_DAY,
        1 => 1000,
        _ => bridged(OTHER_DAYS, names, NAMES_BRIDGE_DAYS),
    };
    let apart = match (one.days, other.days) {
        (Some(one), Some(other)) => (other.0 - one.1).max(one.0 - other.1),
        // An article without a date is of the days that it names, where the other names them too; else it may look back on them.
        _ if gap <= A_WEEK => i32::try_from(gap).unwrap_or(i32::MAX),
        _ => return HALF_DATED * told / 1000,
    };
    let factor = match apart {
        ..=1 => NEXT_DAY,
        2..=7 => IN_A_WEEK,
        8..=30 => IN_A_MONTH,
        _ => LATER,
    };
    bridged(factor, names, NAMES_BRIDGE_TIME) * told / 1000
}

/// A factor that shared names raise: to one where they weigh `enough`.
fn bridged(factor: u64, names: u64, enough: u64) -> u64 {
    factor + 1000_u64.saturating_sub(factor) * names.min(enough) / enough
}

/// The factor for the ages that two articles give.
fn ages(one: u128, other: u128) -> u64 {
    match one & other {
        _ if one == 0 || other == 0 => 1000,
        0 => OTHER_AGES,
        same if same == one || same == other => SAME_AGES,
        _ => 1000,
    }
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
        let days = day.map(march);
        Terms { days, events: EventDays::new(std::iter::empty(), days), ..reader.finish() }
    }

    fn march(day: u32) -> DayInterval {
        DayInterval::day(NaiveDate::from_ymd_opt(2025, 3, day).unwrap())
    }

    /// The article, telling of a day.
    fn of(day: u32, terms: Terms) -> Terms {
        Terms { events: EventDays::new([march(day)].into_iter(), terms.days), ..terms }
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
    fn days_told_of_part_and_join_whatever_the_days_of_publication() {
        let at = |one, other| closeness(&of(one, terms(BRIDGE, Some(20))), &of(other, terms(AGAIN, Some(20))));
        assert!(at(12, 12) > at(12, 13) && at(12, 13) > at(12, 15));
        // Names that both share make up for some of it.
        assert!(2 * at(12, 15) > at(12, 13) + at(12, 13) / 20);
        // An article without a date is of the day that it names; one that names another is no closer than one that names none.
        let undated = |one: &Terms| closeness(one, &of(12, terms(AGAIN, Some(20))));
        let (same, other, none) = (of(12, terms(BRIDGE, None)), of(2, terms(BRIDGE, None)), terms(BRIDGE, None));
        assert!(undated(&same) > undated(&none) && undated(&none) > undated(&other));
    }

    #[test]
    fn ages_part_and_join() {
        let told = |age: u32| terms(&format!("{BRIDGE} The captain, {age}, was unhurt."), Some(1));
        let at = |one, other| closeness(&told(one), &told(other));
        let silent = closeness(&told(41), &terms(BRIDGE, Some(1)));
        assert!(at(41, 41) > silent && silent > at(41, 52));
        // One of two ages in common says nothing, all ages of the shorter article do.
        let both = |ages: [u32; 2]| terms(&format!("{BRIDGE} The captain, {}, and a guest, {}, were unhurt.", ages[0], ages[1]), Some(1));
        let beside = |other| closeness(&both([41, 52]), &other);
        assert!(beside(told(52)) > beside(both([52, 63])) && beside(both([52, 63])) > beside(told(63)));
    }

    #[test]
    fn nothing_shared_is_not_close() {
        assert_eq!(closeness(&terms("", Some(1)), &terms("", Some(1))), 0);
        assert_eq!(closeness(&terms("Karvella", None), &terms("Ostrowin", None)), 0);
    }
}
