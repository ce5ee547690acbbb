//! A fact's key, which never depends on its figures.
//!
//! In: the clues of a fact. Out: a key. What never happens here: a decision; what it is called for people is [`super::wording`]'s.

use std::cmp::Reverse;

use super::Fact;
use super::clue::Clue;
use crate::calendar::NaiveDate;
use crate::claim::Told;
use crate::story::{self, Story};
use crate::text::{Name, id_of, stable_hash};

/// The name that most give; the shortest, then the first in the alphabet, of as many.
pub(super) fn common<'a>(names: impl Iterator<Item = &'a Name> + Clone) -> Option<&'a Name> {
    let given = names.filter(|name| !name.is_empty());
    let first = given.clone().next()?;
    // Mostly all give one.
    if given.clone().all(|name| name == first) {
        return Some(first);
    }
    let mut names: Vec<&Name> = given.collect();
    names.sort_unstable();
    let runs = names.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| (run.len(), Reverse(run[0].len()), Reverse(run[0]))).map(|run| run[0])
}

/// The name that a fact can be called by.
pub(super) fn named(told: Option<&Told>) -> Option<&Name> {
    told.filter(|told| told.is_named()).map(|told| &told.name)
}

/// A fact's key: of its story's event, measure, actor and place. Facts that hold across stories are not named by any of them.
pub(super) fn key(
    sides: &[&Clue<'_>],
    stories: &[story::Id],
    measure: Option<&str>,
    dimension: Option<&str>,
    event_day: Option<NaiveDate>,
    batch: &[Story],
) -> Name {
    let claims = || sides.iter().map(|clue| clue.claim);
    let head = common(claims().filter_map(|claim| Some(&claim.counted.as_ref()?.head)));
    let class = common(claims().filter_map(|claim| claim.told_event()).map(|event| event.class.as_ref().unwrap_or(&event.verb)));
    let actor = common(claims().filter_map(|claim| Some(&claim.told_actor()?.name)));
    let place = common(claims().filter_map(|claim| named(claim.place.as_ref())));
    let story = match stories {
        [one] => batch.get(one.0 as usize).map(|story| story.key.to_string()),
        _ => None,
    };
    let day = event_day.map(|day| day.to_string());
    let [head, class, actor, place] = [head, class, actor, place].map(|name| name.map(|name| &**name));
    let parts = [measure.or(head), dimension, class, actor, place, story.as_deref(), day.as_deref()];
    key_of(stable_hash(parts.into_iter().map(Option::unwrap_or_default)))
}

/// A key as it is shown.
fn key_of(hash: u64) -> Name {
    id_of('f', hash).into()
}

/// Gives facts of one key a number each, so that no two share one.
pub(super) fn tell_apart(facts: &mut [Fact]) {
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_unstable_by(|&a, &b| (&facts[a].key, a).cmp(&(&facts[b].key, b)));
    let runs = order.chunk_by(|&a, &b| facts[a].key == facts[b].key);
    let later: Vec<(usize, u32)> = runs.flat_map(|run| run.iter().copied().zip(1..).skip(1)).collect();
    for (at, count) in later {
        facts[at].key = key_of(stable_hash([&*facts[at].key, &count.to_string()]));
    }
}
