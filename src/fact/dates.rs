//! Which dates are of one event.
//!
//! In: the groups that subjects made, in which every date stands alone. Out: the same, dates of one event joined. What never happens here:
//! dates of two stories that cannot both be in one fact; two such dates are two events. Within a story they need the event and names
//! in common, at the head of both articles: a false conflict costs more than a missed one.

use std::collections::BTreeMap;

use super::Settings;
use super::closeness::{context, walls};
use super::clue::Clue;
use super::given::Given;
use super::parts::{Feature, Parts};
use crate::article;
use crate::calendar::{Datelike, DayInterval};
use crate::lexicon::Language;
use crate::story::linkage;
use crate::text::{Name, WordHash, hash_of};

/// Where dates start: in one story, and across stories.
const IN_STORY: i32 = 210;
const ACROSS: i32 = 170;
/// The event of both is of one class; it is that of one and told beside the other; both use one word for it.
const ONE_EVENT: i32 = 150;
const TOLD_BESIDE: i32 = 110;
const ONE_WORD: i32 = 40;
/// For each name that both sentences give, up to a number of names.
const NAME: i32 = 90;
const MOST_NAMES: usize = 3;
/// Days that cannot both be: all else must speak for one event.
const APART: i32 = -110;
/// Names in common from which dates of two stories, and dates that cannot both be, can be of one event.
const NAMES_ACROSS: usize = 3;
const NAMES_APART: usize = 2;
/// Names of a sentence by which it meets others across stories.
const KEYS: usize = 5;

/// Joins the dates of one event.
pub(super) fn join(
    groups: Vec<Vec<usize>>,
    clues: &[Clue<'_>],
    given: &Given,
    language: &Language,
    settings: &Settings,
) -> Vec<Vec<usize>> {
    let is_date = |group: &Vec<usize>| group.first().is_some_and(|&at| clues[at].is_date());
    let (alone, mut joined): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_date);
    let mut dates: Vec<usize> = alone.into_iter().flatten().collect();
    dates.sort_unstable();
    let mut by_key: Vec<(u64, usize)> = Vec::new();
    for (position, &at) in dates.iter().enumerate() {
        keys(&clues[at], |key| by_key.push((key, position)));
    }
    by_key.sort_unstable();
    let several = several(&dates, clues);
    let edges = by_key.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (pair[0].1, pair[1].1));
    for part in linkage::components(dates.len(), edges) {
        for chunk in part.chunks(settings.component_cap.max(1)) {
            let near = |a: usize, b: usize| {
                let (one, other) = (&clues[dates[chunk[a]]], &clues[dates[chunk[b]]]);
                if given.apart(one.id, other.id) { None } else { closeness(one, other, &several, language) }
            };
            let found = linkage::groups(chunk.len(), settings.closeness, near);
            joined.extend(found.into_iter().map(|group| group.into_iter().map(|at| dates[chunk[at]]).collect()));
        }
    }
    joined
}

/// The class of the event that a date dates.
fn class<'a>(clue: &Clue<'a>) -> Option<&'a Name> {
    clue.claim.told_event()?.class.as_ref()
}

/// The word for it.
fn word<'a>(clue: &Clue<'a>) -> Option<&'a Name> {
    Some(&clue.claim.told_event()?.verb)
}

fn days(clue: &Clue<'_>) -> Option<DayInterval> {
    clue.claim.date.as_ref()?.days
}

/// The keys under which a date meets others: an event of its sentence in its story; across stories with two of its names.
fn keys(clue: &Clue<'_>, mut meet: impl FnMut(u64)) {
    let mixed = |one: u64, other: u64| (one.rotate_left(29) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for class in clue.events() {
        let class = hash_of(class);
        meet(mixed(class, u64::from(clue.story.0)));
        let names = &clue.names()[..clue.names().len().min(KEYS)];
        for (index, one) in names.iter().enumerate() {
            names[index + 1..].iter().for_each(|other| meet(mixed(mixed(class, *one), *other)));
        }
    }
}

/// An article, and a class of events for which it gives dates that differ.
type Several<'a> = BTreeMap<(article::Id, &'a Name), Vec<DayInterval>>;

/// The articles that date several events of a class.
fn several<'a>(dates: &[usize], clues: &[Clue<'a>]) -> Several<'a> {
    let mut given: Several<'a> = BTreeMap::new();
    for &at in dates {
        if let (Some(class), Some(days)) = (class(&clues[at]), days(&clues[at])) {
            given.entry((clues[at].claim.article, class)).or_default().push(days);
        }
    }
    given.retain(|_, days| days.iter().any(|one| days.iter().any(|other| !one.meets(*other))));
    given
}

/// How close two dates are; `None` where they can't be of one event.
fn closeness(one: &Clue<'_>, other: &Clue<'_>, several: &Several<'_>, language: &Language) -> Option<u32> {
    let (a, b) = (days(one)?, days(other)?);
    let same_story = one.story == other.story;
    let names = both_names(one.names(), other.names());
    if !same_story && names < NAMES_ACROSS || walls(one, other, language).next().is_some() {
        return None;
    }
    let same = class(one).is_some() && class(one) == class(other);
    if !same && !beside(one, other) {
        return None;
    }
    if !a.meets(b) {
        let own = |clue: &Clue<'_>| clue.prominent && class(clue).is_none_or(|class| !several.contains_key(&(clue.claim.article, class)));
        let single = class(one).is_some_and(|class| !language.nouns.step(class));
        let told = same && single && names >= NAMES_APART && own(one) && own(other) && one.claim.article != other.claim.article;
        // The same weekday a week or more apart: a date of publication is more likely off than a report.
        let weekday = !(one.numbered() && other.numbered()) && a.days() == 1 && b.days() == 1 && a.start().weekday() == b.start().weekday();
        if !same_story || !told || weekday {
            return None;
        }
    }
    Some(parts(one, other).sum())
}

/// What speaks for two dates being of one event, and against.
pub(super) fn parts(one: &Clue<'_>, other: &Clue<'_>) -> Parts {
    let mut parts = Parts::default();
    parts.add(Feature::Story, if one.story == other.story { IN_STORY } else { ACROSS });
    if class(one).is_some() && class(one) == class(other) {
        parts.add(Feature::Event, ONE_EVENT);
    } else if beside(one, other) {
        parts.add(Feature::Event, TOLD_BESIDE);
    }
    parts.add(Feature::Event, if word(one) == word(other) { ONE_WORD } else { 0 });
    let names = both_names(one.names(), other.names()).min(MOST_NAMES);
    parts.add(Feature::Names, NAME * i32::try_from(names).unwrap_or(0));
    parts.add(Feature::Context, context(one, other));
    if let (Some(a), Some(b)) = (days(one), days(other))
        && !a.meets(b)
    {
        parts.add(Feature::Days, APART);
    }
    parts
}

/// Whether the event of one is told beside the other.
fn beside(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let told = |one: &Clue<'_>, other: &Clue<'_>| class(one).is_some_and(|class| other.events().contains(class));
    told(one, other) || told(other, one)
}

/// Names that both give.
fn both_names(one: &[WordHash], other: &[WordHash]) -> usize {
    one.iter().filter(|name| other.binary_search(name).is_ok()).count()
}
