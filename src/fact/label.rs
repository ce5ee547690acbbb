//! A fact's key, which never depends on its figures.
//!
//! In: the clues of a fact. Out: a key. What never happens here: a decision; what it is called for people is [`super::wording`]'s.

use std::collections::BTreeMap;

use super::Fact;
use super::clue::Clue;
use crate::calendar::NaiveDate;
use crate::story::{self, Story};
use crate::text::{Name, stable_hash};

/// The name that most give; the shortest, then the first in the alphabet, of as many.
pub(super) fn common(names: impl Iterator<Item = Name>) -> Option<Name> {
    let mut counts: BTreeMap<Name, usize> = BTreeMap::new();
    for name in names.filter(|name| !name.is_empty()) {
        *counts.entry(name).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(name, count)| (*count, std::cmp::Reverse(name.len()), std::cmp::Reverse(name.clone())))
        .map(|(name, _)| name)
}

/// A fact's key: of its story's event, measure, actor and place. Facts that hold across stories are not named by any of them.
pub(super) fn key(
    sides: &[&Clue<'_>],
    stories: &[story::Id],
    measure: Option<&str>,
    unit: Option<&str>,
    event_day: Option<NaiveDate>,
    batch: &[Story],
) -> Name {
    let head = common(sides.iter().filter_map(|clue| clue.claim.counted.as_ref().map(|counted| counted.head.clone())));
    let class = common(
        sides.iter().filter_map(|clue| clue.claim.event.as_ref().map(|event| event.class.clone().unwrap_or_else(|| event.verb.clone()))),
    );
    let actor = common(sides.iter().filter_map(|clue| clue.claim.actor.as_ref().map(|actor| actor.name.clone())));
    let place = common(sides.iter().filter_map(|clue| clue.claim.place.as_ref().map(|place| place.name.clone())));
    let story = match stories {
        [one] => batch.get(one.0 as usize).map(|story| story.key.to_string()),
        _ => None,
    };
    let day = event_day.map(|day| day.to_string());
    let what = measure.or(head.as_deref());
    let parts = [what, unit, class.as_deref(), actor.as_deref(), place.as_deref(), story.as_deref(), day.as_deref()];
    ["f_", &format!("{:016x}", stable_hash(parts.into_iter().map(Option::unwrap_or_default)))].concat().into()
}

/// Gives facts of one key a number each, so that no two share one.
pub(super) fn tell_apart(facts: &mut [Fact]) {
    let mut seen: BTreeMap<Name, u32> = BTreeMap::new();
    for fact in facts {
        let count = seen.entry(fact.key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            fact.key = ["f_", &format!("{:016x}", stable_hash([&*fact.key, &count.to_string()]))].concat().into();
        }
    }
}
