//! Figures that differ, each the only one of its kind that its article prints beside those both print: 14 crates in one article, 41 in
//! the other. A reader takes them for one figure told in two ways, whatever words tell what happened to the crates.
//!
//! In: the groups made so far. Out: the same, with two groups as one where each holds the one figure that is left, the figures could be
//! taken for each other, and nothing walls them off but the word for what happened. What never happens here: tolls, people who may be
//! anyone, bounds; an article that prints two such figures.

use std::collections::{BTreeMap, BTreeSet};

use super::Settings;
use super::closeness::{ONE_CONTEXT, Wall, closeness, walls};
use super::clue::Clue;
use super::given::Given;
use super::swapped::{digits, transposed};
use crate::article;
use crate::claim::{Field, Status};
use crate::lexicon::{Language, Noun};
use crate::mention::Kind;
use crate::story;
use crate::text::{Span, stable_hash};
use crate::value::{Bound, Decimal, Value};

/// What it adds to closeness that both articles print one figure of the kind; and that two digits of it changed places, or that it is
/// some hundred, thousand or million times the other.
const ONLY: i32 = 150;
const SLIP: i32 = 80;
/// And that one noun names two sums, which closeness leaves aside.
const NAMED: i32 = 110;
/// Figures of one kind in which an article may differ, where one of them could be a slip.
const BESIDE_SLIP: usize = 2;
/// Two figures of which one is more than so many times the other are hardly one that was mistaken.
const TIMES: i64 = 3;
/// Groups of one key that are held against each other, at most.
const MOST: usize = 12;

/// The words that bring two figures together: their story, and their kind, unit and noun.
type Key = (story::Id, u64);

/// Figures of one key, with what prints them.
#[derive(Default)]
struct Told {
    /// The groups.
    groups: Vec<usize>,
    /// What each article prints.
    printed: BTreeMap<article::Id, BTreeSet<Decimal>>,
}

/// The figures of each sentence, with the words that print them.
type Beside = BTreeMap<(article::Id, Field, u32), Vec<(Span, Decimal)>>;

/// The sentence of a claim.
fn sentence(clue: &Clue<'_>) -> (article::Id, Field, u32) {
    (clue.claim.article, clue.claim.field, clue.claim.sentence.start)
}

/// Makes one of two groups that hold the only figures of one kind in which their articles differ.
pub(super) fn join(
    mut groups: Vec<Vec<usize>>,
    clues: &[Clue<'_>],
    given: &Given,
    language: &Language,
    settings: &Settings,
) -> Vec<Vec<usize>> {
    let mut by_key: BTreeMap<Key, Told> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        for clue in group.iter().map(|&at| &clues[at]) {
            for key in keys(clue, language) {
                let told = by_key.entry((clue.story, key)).or_default();
                if told.groups.last() != Some(&number) {
                    told.groups.push(number);
                }
                let value = clue.claim.value.as_ref().filter(|_| rivals(clue));
                told.printed.entry(clue.claim.article).or_default().extend(value.into_iter().flat_map(Value::stated));
            }
        }
    }
    let mut beside = Beside::new();
    for (clue, figure) in clues.iter().filter_map(|clue| Some((clue, figure(clue)?))) {
        beside.entry(sentence(clue)).or_default().push((clue.claim.span, figure));
    }
    for told in by_key.into_values() {
        if told.groups.len() > MOST || told.printed.len() < 2 {
            continue;
        }
        for (index, &into) in told.groups.iter().enumerate() {
            for &from in &told.groups[index + 1..] {
                let pairs = || groups[into].iter().flat_map(|&a| groups[from].iter().map(move |&b| (&clues[a], &clues[b])));
                let across = |(a, b): (&Clue<'_>, &Clue<'_>)| a.claim.article != b.claim.article;
                let alone = |(a, b)| is_only(a, b, &told);
                let sum = |(a, b)| worth(a, b, &beside, given, language);
                if !groups[into].is_empty()
                    && pairs().all(across)
                    && pairs().all(alone)
                    && pairs().filter_map(sum).max() >= Some(settings.closeness)
                {
                    let more = std::mem::take(&mut groups[from]);
                    groups[into].extend(more);
                }
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Whether a figure could be another's rival: what may be, and at most so many, is.
fn rivals(clue: &Clue<'_>) -> bool {
    let possible = clue.claim.event.as_ref().is_some_and(|event| event.status == Status::Possible);
    let open = clue.claim.value.as_ref().is_none_or(|value| matches!(value.bound, Bound::AtMost | Bound::LessThan | Bound::Vague));
    !possible && !open
}

/// Whether two figures are the only ones of their key in which their articles differ. An article that has joined a group by its figure
/// may use another word for what it is of: a slip is told by the others.
fn is_only(one: &Clue<'_>, other: &Clue<'_>, told: &Told) -> bool {
    let (Some(a), Some(b)) = (told.printed.get(&one.claim.article), told.printed.get(&other.claim.article)) else {
        return figure(one).zip(figure(other)).is_some_and(|(one, other)| slipped(one, other));
    };
    let left = |from: &BTreeSet<Decimal>, by: &BTreeSet<Decimal>| from.difference(by).count();
    let slip = figure(one).zip(figure(other)).is_some_and(|(one, other)| slipped(one, other));
    let most = if slip { BESIDE_SLIP } else { 1 };
    // Nobody prints "4.2 billion" and means another sum than the one who prints "4.2 million".
    let scaled = || figure(one).zip(figure(other)).is_some_and(|(one, other)| of_scale(one, other));
    (1..=most).contains(&left(a, b)) && (1..=most).contains(&left(b, a)) || scaled()
}

/// How close two such claims are; `None` where they can't be of one fact.
fn worth(one: &Clue<'_>, other: &Clue<'_>, beside: &Beside, given: &Given, language: &Language) -> Option<u32> {
    let (a, b) = (figure(one)?, figure(other)?);
    let slip = slipped(a, b);
    let near = |one: Decimal, other: Decimal| one.times(Decimal::from(TIMES)).is_some_and(|most| other <= most);
    if a == b || !(slip || near(a, b) && near(b, a)) || given.apart(one.id, other.id) {
        return None;
    }
    // "Nine counts of fraud and two of theft" are eleven counts.
    let rest = if a < b { b.minus(a) } else { a.minus(b) };
    let less = beside.get(&sentence(if a < b { one } else { other }));
    if rest.zip(less).is_some_and(|(rest, less)| less.iter().any(|(_, figure)| *figure == rest)) {
        return None;
    }
    // "One rocket" may be any; and adults, and shares of one noun, are told of many things.
    // "Ran 205 yards" and "ran 140 yards" may be of two runs.
    let unnamed = one.claim.counted.is_none() || other.claim.counted.is_none();
    if !slip && (a == Decimal::ONE || b == Decimal::ONE || one.claim.kind == Kind::Percent || one.measured.anybody || unnamed) {
        return None;
    }
    // Cars stolen are not cars damaged.
    let class = |clue: &Clue<'_>| clue.claim.told_event().and_then(|event| event.class.clone());
    let other_event = || class(one).zip(class(other)).is_some_and(|(one, other)| one != other);
    let told_alike = || {
        !other_event()
            && one.prominent
            && other.prominent
            && one.context.shared_beyond(&other.context, &one.phrase) >= ONE_CONTEXT
            && one.noun.is_some()
    };
    walls(one, other, language).all(|wall| wall == Wall::Event && (slip || told_alike() || one_whole(one, other, beside))).then(|| {
        let named = one.claim.kind == Kind::Money && one.claim.counted.is_some() && other.claim.counted.is_some();
        let more = ONLY + if slip { SLIP } else { 0 } + if named { NAMED } else { 0 };
        closeness(one, other, language).saturating_add_signed(more)
    })
}

/// Whether both sentences give the figure that it is a part of: "74 of 150 seats", "78 of 150 seats".
fn one_whole(one: &Clue<'_>, other: &Clue<'_>, beside: &Beside) -> bool {
    let whole = |clue: &Clue<'_>| {
        let own = clue.claim.span;
        let inside = |(span, _): &&(Span, Decimal)| *span != own && own.contains(*span);
        beside.get(&sentence(clue))?.iter().find(inside).map(|(_, figure)| *figure)
    };
    whole(one).is_some_and(|of| Some(of) == whole(other))
}

/// Whether one figure could be a slip for the other: two digits that changed places, or another scale.
pub(crate) fn slipped(one: Decimal, other: Decimal) -> bool {
    transposed(one, other) || of_scale(one, other)
}

/// Whether two figures of several digits have the same, and one is a thousand or a million times the other.
fn of_scale(one: Decimal, other: Decimal) -> bool {
    let thousands = |times: i64| one.times(Decimal::from(times)) == Some(other) || other.times(Decimal::from(times)) == Some(one);
    digits(one).len() > 1 && (thousands(1_000) || thousands(1_000_000))
}

/// The one figure that a claim gives, hedged or not.
fn figure(clue: &Clue<'_>) -> Option<Decimal> {
    clue.claim.value.as_ref()?.single()
}

/// The keys of a claim: its kind and unit with its noun, with its measure, and, where it has neither, with its event.
fn keys(clue: &Clue<'_>, language: &Language) -> Vec<u64> {
    let claim = clue.claim;
    let kind = match claim.kind {
        Kind::Count => "count",
        Kind::Money => "money",
        Kind::Percent if !claim.tells_change() => "percent",
        Kind::Measure => "measure",
        Kind::Duration => "duration",
        Kind::Score => "score",
        _ => return Vec::new(),
    };
    let anyone = clue.measured.anybody || clue.measured.toll;
    if anyone && clue.noun.is_none_or(Noun::anyone) || figure(clue).is_none() || clue.measured.toll || clue.partial() {
        return Vec::new();
    }
    let value = claim.value.as_ref();
    let unit = language.units.dimension(value.and_then(|value| value.unit.as_deref()).unwrap_or_default());
    let per = value.and_then(|value| value.per.as_deref()).unwrap_or_default();
    let key = |name: &str| stable_hash([kind, unit, per, name]);
    match &claim.counted {
        Some(counted) if anyone => vec![key(&counted.head)],
        Some(counted) => vec![key(counted.measure.as_deref().unwrap_or(&counted.head))],
        None => {
            let event = claim.told_event().filter(|event| !matches!(&*event.verb, "be" | "have" | "say"));
            event.map(|event| key(event.class.as_deref().unwrap_or(&event.verb))).into_iter().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_may_be_a_slip_for_another() {
        for (one, other, expected) in [
            ("14", "41", true),
            ("1200", "2100", true),
            ("61.4", "64.1", true),
            ("460", "640", true),
            ("4200000", "4200000000", true),
            ("14", "14", false),
            ("14", "44", false),
            ("5", "5000", false),
            ("12", "210", false),
            ("1.4", "41", false),
            ("42", "420", false),
            ("123", "231", false),
        ] {
            let figure = |text: &str| Decimal::parse(text).unwrap().normal();
            assert_eq!(slipped(figure(one), figure(other)), expected, "{one} {other}");
        }
    }
}
