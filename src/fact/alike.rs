//! Figures that no noun tells apart: a score, an age, a sum, a distance. Those of one story that print one figure state one fact, where
//! the words around them do not speak against it.
//!
//! In: the groups that subjects made. Out: the same, with claims that stood alone joined. What never happens here: figures that differ
//! meeting; for that a noun or an event must say what they are of, and a subject has brought them together already.

use std::collections::BTreeMap;

use super::Settings;
use super::closeness::{closeness, walls};
use super::clue::{Clue, tells_itself};
use super::given::Given;
use crate::lexicon::Language;
use crate::mention::Kind;
use crate::story;
use crate::value::{Bound, Decimal, Value};

/// What one figure shared adds to closeness, by its significant digits: "two" is told of many things, "65-53" of one.
const SAME_FIGURE: [i32; 3] = [190, 240, 290];
/// Taken off for shares and lengths of time: "two years" and "half" are told of anything.
const COMMON: i32 = 60;
/// Groups of one figure in a story that a claim is held against, at most.
const MOST_GROUPS: usize = 32;

/// What brings figures without a common subject together: their story, kind, unit and figure.
type Key<'a> = (story::Id, Kind, Option<&'a str>, Option<&'a str>, [Option<Decimal>; 2]);

/// Joins what stands alone to the group of its story that prints its figure and is closest; the first of as close.
pub(super) fn join(
    groups: Vec<Vec<usize>>,
    clues: &[Clue<'_>],
    given: &Given,
    language: &Language,
    settings: &Settings,
) -> Vec<Vec<usize>> {
    let (mut joined, alone): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| group.len() > 1 || group.iter().any(|&at| key(&clues[at]).is_none()));
    let mut by_key = by_key(&joined, clues, key);
    let mut alone: Vec<usize> = alone.into_iter().flatten().collect();
    alone.sort_unstable();
    for at in alone {
        let Some(key) = key(&clues[at]) else { continue };
        let worth = worth(&key);
        let numbers = by_key.entry(key).or_default();
        let fits = |number: &usize| {
            let members = &joined[*number];
            let close = |&other: &usize| {
                let (one, other) = (&clues[other], &clues[at]);
                let walled = given.apart(one.id, other.id) || walls(one, other, language).next().is_some();
                (!walled).then(|| u64::from(closeness(one, other, language).saturating_add_signed(worth)))
            };
            let sum = members.iter().map(close).sum::<Option<u64>>()?;
            let count = members.len() as u64;
            (sum >= u64::from(settings.closeness) * count).then_some((sum / count, *number))
        };
        let best = numbers.iter().take(MOST_GROUPS).filter_map(fits).max_by_key(|(close, number)| (*close, std::cmp::Reverse(*number)));
        if let Some((_, number)) = best {
            joined[number].push(at);
        } else {
            numbers.push(joined.len());
            joined.push(vec![at]);
        }
    }
    joined
}

/// The groups by the keys of their claims: the places of those that have one, in order, each once.
pub(super) fn by_key<'a, K: Ord>(
    groups: &[Vec<usize>],
    clues: &[Clue<'a>],
    key: impl Fn(&Clue<'a>) -> Option<K>,
) -> BTreeMap<K, Vec<usize>> {
    let mut by_key: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        for key in group.iter().filter_map(|&at| key(&clues[at])) {
            let numbers = by_key.entry(key).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    by_key
}

/// What the figure that two claims share is worth.
fn worth(key: &Key<'_>) -> i32 {
    let digits = key.4.iter().flatten().map(|figure| figure.significant_digits()).sum::<u32>();
    let common = if matches!(key.1, Kind::Percent | Kind::Duration) { COMMON } else { 0 };
    SAME_FIGURE[usize::try_from(digits).unwrap_or(usize::MAX).clamp(1, SAME_FIGURE.len()) - 1] - common
}

/// What one figure that two claims share adds to their closeness; 0 where it tells nothing.
pub(super) fn figure(one: &Clue<'_>, other: &Clue<'_>) -> i32 {
    key(one).filter(|shared| key(other).as_ref() == Some(shared)).map_or(0, |shared| worth(&shared))
}

/// The key of a claim whose figure can tell its fact: one that is printed, and not of a kind that its noun names.
fn key<'a>(clue: &Clue<'a>) -> Option<Key<'a>> {
    let claim = clue.claim;
    if !tells_itself(claim.kind) {
        return None;
    }
    let value: &'a Value = claim.value.as_ref().filter(|value| !matches!(value.bound, Bound::Vague | Bound::Change))?;
    let figures = match claim.kind {
        Kind::Score | Kind::Age => [value.first.or(value.second), value.first.and(value.second)],
        _ => [value.second.or(value.first), None],
    };
    // "A year", "a second".
    let one = claim.kind == Kind::Duration && figures[0] == Some(Decimal::ONE);
    let figures = figures.map(|figure| figure.map(Decimal::normal));
    (figures[0].is_some() && !one).then_some((clue.story, claim.kind, value.unit.as_deref(), value.per.as_deref(), figures))
}
