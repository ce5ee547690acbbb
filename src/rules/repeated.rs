//! One finding for what the same sentences tell twice: "two dead, three hurt" against "one dead, four hurt".
//!
//! In: the findings of one rule. Out: the same, those whose every sentence another finding shows taken into that one. What never
//! happens here: a finding that is lost; what is taken in keeps its claims, its words and its part in the fingerprint.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Finding};
use crate::article;
use crate::claim::{self, Field};
use crate::text::stable_hash;

/// A sentence of the batch.
type Sentence = (article::Id, Field, u32);

/// The findings, each that repeats another taken into it.
pub(super) fn join(case: &Case, found: Vec<Finding>) -> Vec<Finding> {
    if found.len() < 2 {
        return found;
    }
    let shown = |finding: Finding| (sentences(case, &finding.claims), finding);
    let mut told: Vec<(BTreeSet<Sentence>, Finding)> = found.into_iter().map(shown).collect();
    // Those that show most first; of as many, what comes first in its article.
    told.sort_by_key(|(sentences, finding)| (Reverse(sentences.len()), finding.claims.first().copied()));
    let mut kept: Vec<Kept> = Vec::new();
    // The findings that show a sentence.
    let mut showing: BTreeMap<Sentence, Vec<usize>> = BTreeMap::new();
    for (sentences, finding) in told {
        let near = sentences.first().filter(|_| finding.fact.is_some()).and_then(|first| showing.get(first));
        let into = near.and_then(|near| near.iter().copied().find(|&at| sentences.is_subset(&kept[at].sentences)));
        if let Some(at) = into {
            kept[at].take_in(case, finding);
            continue;
        }
        for &sentence in &sentences {
            showing.entry(sentence).or_default().push(kept.len());
        }
        kept.push(Kept { prints: vec![finding.fingerprint.clone()], sentences, finding });
    }
    kept.into_iter().map(Kept::done).collect()
}

/// A finding with what it shows.
struct Kept {
    sentences: BTreeSet<Sentence>,
    finding: Finding,
    /// Its own fingerprint and those of the findings that it took in.
    prints: Vec<String>,
}

impl Kept {
    /// Takes in another: each of its sides into the one that it shares a sentence with.
    fn take_in(&mut self, case: &Case, other: Finding) {
        for side in other.sides {
            let own = sentences(case, &side);
            if let Some(with) = self.finding.sides.iter_mut().find(|with| !sentences(case, with).is_disjoint(&own)) {
                with.extend(side);
                with.sort_unstable();
                with.dedup();
            }
        }
        self.finding.claims.extend(other.claims);
        self.finding.claims.sort_unstable();
        self.finding.claims.dedup();
        self.finding.notes.push(format!("the same sentences: {}", other.message));
        self.prints.push(other.fingerprint);
    }

    /// The finding, with a fingerprint that is the same whichever of the joined took in the others.
    fn done(mut self) -> Finding {
        self.prints.sort_unstable();
        if let ([_, _, ..], Some((version, _))) = (&self.prints[..], self.finding.fingerprint.split_once(':')) {
            self.finding.fingerprint = format!("{version}:{:016x}", stable_hash(self.prints.iter().map(String::as_str)));
        }
        self.finding
    }
}

/// The sentences of claims.
fn sentences(case: &Case, claims: &[claim::Id]) -> BTreeSet<Sentence> {
    let of = |&id| {
        let claim = case.claim(id);
        (claim.article, claim.field, claim.sentence.start)
    };
    claims.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use crate::claim::Id;
    use crate::rules::testing::{Batch, day};

    fn joined(sides: [[u32; 2]; 2]) -> Vec<(usize, usize)> {
        let batch = Batch::toll("people hurt").article("a", Some(day(3, 1)), "Fire left [2 dead|2] and [3 hurt|3].").article(
            "b",
            Some(day(3, 1)),
            "Fire left [5 dead|5] and [7 hurt|7]. Later [9 were hurt|9].",
        );
        let case = batch.judged();
        let rule = crate::rules::rule("conflicting-figures").unwrap();
        let finding = |sides: [u32; 2]| {
            let sides = sides.map(|id| vec![Id(id)]).to_vec();
            super::Finding::on_fact(&case, rule.id, rule.severity, crate::fact::Id(0), sides).saying("differ".to_owned())
        };
        let found = super::join(&case, sides.into_iter().map(finding).collect());
        found.into_iter().map(|finding| (finding.sides[0].len() + finding.sides[1].len(), finding.notes.len())).collect()
    }

    #[test]
    fn what_the_same_sentences_tell_is_one_finding() {
        assert_eq!(joined([[0, 2], [1, 3]]), [(4, 1)]);
    }

    #[test]
    fn a_sentence_more_is_a_finding_more() {
        assert_eq!(joined([[0, 2], [1, 4]]), [(2, 0), (2, 0)]);
    }
}
