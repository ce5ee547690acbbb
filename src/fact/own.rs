//! What an article says twice: which of its own figures stands for it in a fact.
//!
//! In: the clues of a group. Out: the sides of the fact, parts of it, and figures that are of something else. What never happens here:
//! a comparison of figures of two articles.

use std::collections::BTreeMap;

use super::closeness::NARROWED;
use super::clue::Clue;
use super::given::Given;
use crate::article;
use crate::calendar::DayInterval;
use crate::claim::{self, AsOfBasis, Field};
use crate::layout::Zone;
use crate::lexicon::{Language, Noun, Scope};
use crate::value::Decimal;

/// The claims of a group, told apart.
#[derive(Debug, Default)]
pub(super) struct Kept<'a, 'b> {
    /// The claims that stand for their articles.
    pub(super) sides: Vec<&'b Clue<'a>>,
    /// Smaller figures beside a larger one of the same article: "two of them died".
    pub(super) parts: Vec<claim::Id>,
    /// Larger figures past the lead: an older event recalled, a round-up.
    pub(super) others: Vec<&'b Clue<'a>>,
}

/// Tells the claims of a group apart. Only tolls are: other figures of an article stand side by side. What the settings join stands.
pub(super) fn keep<'a, 'b>(group: &[&'b Clue<'a>], given: &Given) -> Kept<'a, 'b> {
    let mut kept = Kept::default();
    if !group.iter().any(|clue| clue.measured.toll) {
        kept.sides = group.to_vec();
        return kept;
    }
    let mut by_article: BTreeMap<article::Id, Vec<&'b Clue<'a>>> = BTreeMap::new();
    for clue in group {
        by_article.entry(clue.claim.article).or_default().push(clue);
    }
    for own in by_article.into_values() {
        let candidates = if own.iter().any(|clue| clue.prominent) {
            own.iter().filter(|clue| clue.prominent).collect()
        } else {
            own.iter().collect::<Vec<_>>()
        };
        let Some(stands) = candidates.into_iter().max_by_key(|clue| (figure(clue), std::cmp::Reverse(clue.id))) else { continue };
        for clue in &own {
            let (Some(one), Some(whole)) = (&clue.claim.value, &stands.claim.value) else {
                kept.sides.push(clue);
                continue;
            };
            if given.holds(clue.id) || !one.interval.apart(whole.interval) || headline(clue) != headline(stands) && clue.prominent {
                kept.sides.push(clue);
            } else if figure(clue) < figure(stands) {
                kept.parts.push(clue.id);
            } else {
                kept.others.push(clue);
            }
        }
    }
    kept.sides.sort_by_key(|clue| clue.id);
    kept.parts.sort_unstable();
    kept
}

/// Marks tolls that are not the one that their article reports. That one is the highest of its lead, else the first; of those that no
/// word narrows, where there are any.
pub(super) fn mark_secondary(clues: &mut [Clue<'_>], language: &Language) {
    let toll = |(at, clue): (usize, &Clue<'_>)| (clue.measured.toll && !clue.partial()).then_some((clue.claim.article, clue.subject, at));
    let mut tolls: Vec<(article::Id, u64, usize)> = clues.iter().enumerate().filter_map(toll).collect();
    tolls.sort_unstable();
    for own in tolls.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let own: Vec<usize> = own.iter().map(|&(_, _, at)| at).collect();
        if own.iter().any(|&at| headline(&clues[at]) && clues[at].scope.any(Scope::ROUND_UP)) {
            for &at in &own {
                clues[at].scope = clues[at].scope.and(Scope::ROUND_UP);
            }
        }
        let listed = listed(&own, clues);
        let plain = |at: &&usize| {
            let clue = &clues[**at];
            !clue.scope.any(NARROWED) && !listed.contains(at) && clue.noun.is_none_or(Noun::anyone)
        };
        let by_figure = |at: &&usize| (figure(&clues[**at]), std::cmp::Reverse(**at));
        let prominent = |at: &&usize| clues[**at].prominent;
        let lead = own.iter().filter(plain).filter(prominent).max_by_key(by_figure);
        // "Slaying of 2 kids" above four children found dead.
        let some =
            || own.iter().filter(prominent).filter(|at| !clues[**at].scope.any(NARROWED) && !listed.contains(at)).max_by_key(by_figure);
        let Some(&stands) = lead.or_else(|| own.iter().find(plain)).or_else(some).or_else(|| own.first()) else { continue };
        let Some(whole) = clues[stands].claim.value.as_ref().map(|value| value.interval) else { continue };
        // "Two children and a man": the article gives no sum, or it stands among those that a word narrows.
        let some_only = clues[stands].scope.any(NARROWED) || listed.contains(&stands);
        let more = |at: &usize| some_only || figure(&clues[*at]) > figure(&clues[stands]);
        let no_sum = own.iter().filter(prominent).any(|at| listed.contains(at) && more(at));
        // A single person past the lead is one of whom the article tells, not its toll.
        let one = !clues[stands].prominent && figure(&clues[stands]) == Some(Decimal::from(1));
        // A headline that no figure of the text fits stands against the lead: that the two differ is worth telling.
        let fits = |at: usize| clues[at].claim.value.as_ref().is_some_and(|value| !value.interval.apart(whole));
        let alone = headline(&clues[stands]) && !own.iter().any(|&at| !headline(&clues[at]) && fits(at));
        let lead = own.iter().filter(plain).filter(prominent).filter(|at| !headline(&clues[**at])).max_by_key(by_figure);
        let against = lead.filter(|_| alone).copied();
        let secondary: Vec<bool> =
            own.iter().map(|&at| Some(at) != against && !fits(at) || no_sum || one || listed.contains(&at)).collect();
        for (at, secondary) in own.into_iter().zip(secondary) {
            clues[at].secondary = secondary;
        }
    }
    mark_beside_shot(clues);
    mark_without_sum(clues, language);
}

/// Marks counts of the hurt of whom their article tells in several places, and nowhere how many they are in all: "seven others. Two
/// clerks were also hurt"; past the lead, people in one place and officers in another.
fn mark_without_sum(clues: &mut [Clue<'_>], language: &Language) {
    let hurt = |clue: &Clue<'_>| !headline(clue) && !clue.partial() && clue.measure().is_some_and(|measure| super::HURT.contains(&measure));
    let mut by_article: BTreeMap<article::Id, Vec<usize>> = BTreeMap::new();
    for (at, clue) in clues.iter().enumerate().filter(|(_, clue)| hurt(clue)) {
        by_article.entry(clue.claim.article).or_default().push(at);
    }
    for own in by_article.into_values().filter(|own| own.len() > 1) {
        let sentence = |at: usize| clues[at].claim.sentence;
        let some = |at: usize| clues[at].noun.is_some_and(|noun| !noun.anyone()) && clues[at].of_people(language);
        let right_behind = |one: usize, other: usize| {
            sentence(one).end <= sentence(other).start && sentence(other).start - sentence(one).end <= RIGHT_BEHIND
        };
        let also = |one: usize, other: usize| clues[other].scope.any(Scope::ALSO) && right_behind(one, other);
        let elsewhere =
            |one: usize, other: usize| !clues[one].prominent && !some(one) && some(other) && sentence(one).end <= sentence(other).start;
        let without = |&one: &usize| own.iter().any(|&other| also(one, other) || also(other, one) || elsewhere(one, other));
        let marked: Vec<usize> = own.iter().copied().filter(without).collect();
        for at in marked {
            clues[at].secondary = true;
        }
    }
}

/// Bytes between a sentence and the next one, at most.
const RIGHT_BEHIND: u32 = 3;

/// Marks counts of the injured that a sentence sets beside fewer who were shot: "six were shot and 40 injured" in the flight.
fn mark_beside_shot(clues: &mut [Clue<'_>]) {
    let sentence = |clue: &Clue<'_>| (clue.claim.article, clue.claim.field, clue.claim.sentence.start);
    let mut shot: BTreeMap<(article::Id, Field, u32), Option<Decimal>> = BTreeMap::new();
    for clue in clues.iter().filter(|clue| clue.measure() == Some(SHOT)) {
        let most = shot.entry(sentence(clue)).or_default();
        *most = figure(clue).max(*most);
    }
    for clue in clues.iter_mut().filter(|clue| clue.measure() == Some(INJURED)) {
        clue.secondary |= shot.get(&sentence(clue)).is_some_and(|most| figure(clue) > *most);
    }
}

/// The measures of those shot, whatever became of them, and of the injured.
const SHOT: &str = "casualties";
const INJURED: &str = "injuries";

/// Tells the tolls of a headline, which names no day, that of the clause of the first toll that stands for the article.
pub(super) fn tell_days(clues: &mut [Clue<'_>]) {
    let mut days: BTreeMap<article::Id, DayInterval> = BTreeMap::new();
    for clue in clues.iter().filter(|clue| clue.measured.toll && clue.prominent && !clue.secondary && !clue.scope.any(NARROWED)) {
        let clause = clue.claim.as_of.filter(|as_of| as_of.basis == AsOfBasis::Clause && as_of.days.days() == 1);
        if let Some(as_of) = clause {
            days.entry(clue.claim.article).or_insert(as_of.days);
        }
    }
    for clue in clues.iter_mut().filter(|clue| clue.measured.toll && headline(clue)) {
        clue.event_day = days.get(&clue.claim.article).copied();
    }
}

/// The members of lists among an article's own tolls: "six children and two adults", "two officers wounded and three others injured".
fn listed(own: &[usize], clues: &[Clue<'_>]) -> Vec<usize> {
    let beside = |pair: &&[usize]| {
        let (one, other) = (clues[pair[0]].claim, clues[pair[1]].claim);
        let near = other.span.start.saturating_sub(one.span.end) <= LIST_GAP || clues[pair[1]].others();
        one.field == other.field && one.sentence == other.sentence && (near || of_others(&clues[pair[0]], &clues[pair[1]]))
    };
    own.windows(2).filter(beside).flatten().copied().collect()
}

/// Whether two tolls count some each, and not the same: "he killed his two children and shot dead three neighbours".
fn of_others(one: &Clue<'_>, other: &Clue<'_>) -> bool {
    let some = |clue: &Clue<'_>| clue.noun.is_some_and(|noun| !noun.anyone());
    some(one)
        && some(other)
        && one.claim.counted.as_ref().map(|counted| &counted.head) != other.claim.counted.as_ref().map(|counted| &counted.head)
}

/// Bytes between two members of a list, at most: " and ", ", ".
const LIST_GAP: u32 = 6;

fn headline(clue: &Clue<'_>) -> bool {
    clue.claim.field == Field::Title || clue.claim.zone == Zone::Headline
}

/// The highest figure that a claim reports, to order an article's own claims by.
fn figure(clue: &Clue<'_>) -> Option<Decimal> {
    let value = clue.claim.value.as_ref()?;
    value.high.or(value.best).or(value.low)
}
