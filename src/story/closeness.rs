//! How close two articles are, in per mille: shared terms against all terms, and the days between them.
//!
//! In: the terms of two articles. Out: an integer. What never happens here: floating point, a look at any third article.

use super::{TermKind, Terms};

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
    let (mut dot, mut shared, mut names) = (0_u64, 0_u64, 0_u64);
    // A merge of two sorted lists; most steps find nothing shared, so a step does nothing but move on.
    let (a, b) = (&*one.terms, &*other.terms);
    let (mut at, mut beside) = (0, 0);
    while let (Some(left), Some(right)) = (a.get(at), b.get(beside)) {
        if left.hash == right.hash {
            let less = u64::from(left.weight.min(right.weight));
            dot += u64::from(left.weight) * u64::from(right.weight);
            shared += less;
            if left.kind == TermKind::Name && right.kind == TermKind::Name {
                names += less;
            }
        }
        at += usize::from(left.hash <= right.hash);
        beside += usize::from(right.hash <= left.hash);
    }
    if dot == 0 {
        return 0;
    }
    let cosine = dot * 1_000_000 / (u64::from(one.norm) * u64::from(other.norm)).max(1);
    let close = cosine * shared.min(ENOUGH_SHARED) / ENOUGH_SHARED * time(one, other, names) / 1_000_000;
    u32::try_from(close).unwrap_or(u32::MAX)
}

/// The factor for the days between two articles.
fn time(one: &Terms, other: &Terms, names: u64) -> u64 {
    let (one, other) = match (one.days, other.days) {
        (Some(one), Some(other)) => (one, other),
        (None, None) => return UNDATED,
        _ => return HALF_DATED,
    };
    let factor = match one.gap(other) {
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
    use crate::calendar::{DayInterval, NaiveDate};
    use crate::lexicon::Language;

    fn terms(text: &str, day: Option<u32>) -> Terms {
        let mut reader = Reader::new(Language::english(), None);
        reader.read(text, false);
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
