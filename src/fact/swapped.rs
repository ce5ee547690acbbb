//! Figures of one story that are each other with two neighbouring digits changed: £412 million and £421 million, 61.3 % and 63.1 %. Who
//! types a figure wrong changes digits; that two figures of a story are so alike by chance is rare.
//!
//! In: the groups made so far. Out: the same, with two groups as one where their figures are so alike, and nothing walls them off but the
//! word for what happened. What never happens here: figures of fewer than three digits; an article that prints both.

use std::collections::BTreeSet;

use super::Settings;
use super::alike::by_key;
use super::closeness::{Wall, closeness, walls};
use super::clue::Clue;
use super::given::Given;
use crate::article;
use crate::lexicon::Language;
use crate::mention::Kind;
use crate::story;
use crate::value::Decimal;

/// What it adds to closeness that two figures of three digits, or of more, are so alike.
const ALIKE: [i32; 2] = [250, 400];
/// Fewest digits, those at the end that are zero not counted.
const DIGITS: usize = 3;
/// Groups with the same digits in a story that are held against each other, at most.
const MOST: usize = 8;

/// What two such figures share: their story, unit, magnitude and digits.
type Key<'a> = (story::Id, Option<&'a str>, Option<&'a str>, i8, Vec<u8>);

/// Makes one of two groups whose figures differ in two digits that changed places.
pub(super) fn join(
    mut groups: Vec<Vec<usize>>,
    clues: &[Clue<'_>],
    given: &Given,
    language: &Language,
    settings: &Settings,
) -> Vec<Vec<usize>> {
    let mut by_key = by_key(&groups, clues, key);
    by_key.retain(|_, numbers| numbers.len() > 1);
    if by_key.is_empty() {
        return groups;
    }
    let printed: BTreeSet<(article::Id, Decimal)> = clues.iter().filter_map(|clue| Some((clue.claim.article, figure(clue)?))).collect();
    for numbers in by_key.into_values() {
        for (index, &into) in numbers.iter().take(MOST).enumerate() {
            for &from in numbers.iter().take(MOST).skip(index + 1) {
                if fits(&groups[into], &groups[from], clues, &printed, given, language, settings) {
                    let more = std::mem::take(&mut groups[from]);
                    groups[into].extend(more);
                }
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Whether two groups state one fact, with two digits changed in one of them.
fn fits(
    one: &[usize],
    other: &[usize],
    clues: &[Clue<'_>],
    printed: &BTreeSet<(article::Id, Decimal)>,
    given: &Given,
    language: &Language,
    settings: &Settings,
) -> bool {
    type Both<'a, 'b> = (&'a Clue<'b>, &'a Clue<'b>);
    let figures = |(a, b): Both<'_, '_>| figure(a).zip(figure(b));
    let unwalled = |(a, b): Both<'_, '_>, but: &[Wall]| walls(a, b, language).all(|wall| but.contains(&wall));
    // Others that say the same may give another day.
    let alike = |pair: Both<'_, '_>| {
        let changed = figures(pair).is_some_and(|(first, second)| swapped(first, second));
        let across = pair.0.claim.article != pair.1.claim.article;
        changed && across && !given.apart(pair.0.id, pair.1.id) && unwalled(pair, &[Wall::Event, Wall::Period])
    };
    let close = |pair: Both<'_, '_>| {
        let Some((first, second)) = figures(pair) else { return false };
        let prints = |clue: &Clue<'_>, figure: Decimal| printed.contains(&(clue.claim.article, figure));
        let worth = ALIKE[usize::from(digits(first).len() > DIGITS)];
        !prints(pair.0, second)
            && !prints(pair.1, first)
            && unwalled(pair, &[Wall::Event])
            && closeness(pair.0, pair.1, language).saturating_add_signed(worth) >= settings.closeness
    };
    let pairs = || one.iter().flat_map(|&a| other.iter().map(move |&b| (&clues[a], &clues[b])));
    let equal = |pair: Both<'_, '_>| figures(pair).is_some_and(|(first, second)| first == second);
    pairs().all(|pair| equal(pair) || alike(pair)) && pairs().any(|pair| alike(pair) && close(pair))
}

/// Whether two figures of three digits or more are each other with two neighbouring digits changed.
pub(crate) fn swapped(one: Decimal, other: Decimal) -> bool {
    digits(one.normal()).len() >= DIGITS && transposed(one, other)
}

/// Whether two figures of any length are each other with two neighbouring digits changed.
pub(crate) fn transposed(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (one.normal(), other.normal());
    if one.exponent() != other.exponent() {
        return false;
    }
    let (one, other) = (digits(one), digits(other));
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|&at| one[at] != other[at]).collect();
    let [first, second] = differ[..] else { return false };
    second == first + 1 && one.len() == other.len() && one[first] == other[second] && one[second] == other[first]
}

/// The digits of a figure, without zeros at its ends.
pub(super) fn digits(figure: Decimal) -> Vec<u8> {
    let printed = figure.to_string();
    let mut digits: Vec<u8> = printed.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').collect();
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    digits
}

/// The one figure that a claim gives as exact.
fn figure(clue: &Clue<'_>) -> Option<Decimal> {
    let kind = matches!(clue.claim.kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure);
    clue.claim.value.as_ref().filter(|value| kind && value.is_exact())?.single()
}

fn key<'a>(clue: &Clue<'a>) -> Option<Key<'a>> {
    let figure = figure(clue)?;
    let mut digits = digits(figure);
    if digits.len() < DIGITS || digits.iter().all(|digit| *digit == digits[0]) {
        return None;
    }
    digits.sort_unstable();
    let value = clue.claim.value.as_ref()?;
    Some((clue.story, value.unit.as_deref(), value.per.as_deref(), figure.exponent(), digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_may_have_changed_places() {
        for (one, other, expected) in [
            ("412", "421", true),
            ("412000000", "421000000", true),
            ("61.3", "63.1", true),
            ("41206", "42106", true),
            ("412", "412", false),
            ("412", "214", false),
            ("412", "413", false),
            ("123", "231", false),
            ("41.2", "4210", false),
            ("0.25", "2.05", false),
            ("41200000", "421", false),
        ] {
            let figure = |text: &str| Decimal::parse(text).unwrap();
            assert_eq!(swapped(figure(one), figure(other)), expected, "{one} {other}");
        }
    }
}
