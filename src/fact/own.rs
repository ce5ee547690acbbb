//! What an article says twice: which of its own figures stands for it in a fact.
//!
//! In: the clues of a group. Out: the sides of the fact, parts of it, and figures that are of something else. What never happens here:
//! a comparison of figures of two articles.

use std::collections::BTreeMap;

use super::clue::Clue;
use crate::article;
use crate::claim::{self, Field};
use crate::layout::Zone;
use crate::lexicon::Language;
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

/// Tells the claims of a group apart. Only tolls are: other figures of an article stand side by side.
pub(super) fn keep<'a, 'b>(group: &[&'b Clue<'a>], language: &Language) -> Kept<'a, 'b> {
    let mut kept = Kept::default();
    if !group.iter().any(|clue| clue.measure().is_some_and(|measure| language.nouns.toll(measure))) {
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
            let headline = |clue: &Clue<'_>| clue.claim.field == Field::Title || clue.claim.zone == Zone::Headline;
            if !one.interval.apart(whole.interval) || headline(clue) != headline(stands) && clue.prominent {
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

/// The highest figure that a claim reports, to order an article's own claims by.
fn figure(clue: &Clue<'_>) -> Option<Decimal> {
    let value = clue.claim.value.as_ref()?;
    value.high.or(value.best).or(value.low)
}
