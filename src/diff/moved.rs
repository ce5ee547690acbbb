//! Facts that bear another id in the newer report: a story is named by its commonest terms, and one article more can change them.
//!
//! In: two outlines. Out: pairs of ids, the older and the newer, of facts that have claims in common. What never happens here: a pair of
//! facts of which both reports know one; a pair that depends on which report is the newer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::outline::{FactOutline, FindingOutline, Outline};

/// Most facts that a claim's line is looked up in: a line that says as little as "Tuesday" may stand in many.
const MOST: usize = 16;

/// The facts of `old` and of `new` that are one under two ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moved {
    new_of: BTreeMap<String, String>,
    old_of: BTreeMap<String, String>,
}

impl Moved {
    /// Pairs those that share two claims or more, or all of one of them.
    pub(super) fn between(old: &Outline, new: &Outline) -> Self {
        let gone = || old.facts.iter().filter(|(id, _)| !new.facts.contains_key(*id));
        let come = || new.facts.iter().filter(|(id, _)| !old.facts.contains_key(*id));
        let mut told: BTreeMap<&str, Vec<(&String, &FactOutline)>> = BTreeMap::new();
        for (id, fact) in gone() {
            fact.claims.iter().for_each(|line| told.entry(line).or_default().push((id, fact)));
        }
        let mut pairs: Vec<(Reverse<usize>, [&String; 2], &String, &String)> = Vec::new();
        for (id, fact) in come() {
            let mut shared: BTreeMap<&String, (usize, usize)> = BTreeMap::new();
            for line in &fact.claims {
                for (other, held) in told.get(&**line).into_iter().filter(|facts| facts.len() <= MOST).flatten() {
                    shared.entry(other).or_insert((0, held.claims.len())).0 += 1;
                }
            }
            for (other, (count, all)) in shared {
                if count >= all.min(fact.claims.len()).min(2) {
                    let both = if other < id { [other, id] } else { [id, other] };
                    pairs.push((Reverse(count), both, other, id));
                }
            }
        }
        pairs.sort_unstable();
        let mut moved = Self::default();
        for (_, _, old, new) in pairs {
            if !moved.new_of.contains_key(old) && !moved.old_of.contains_key(new) {
                moved.new_of.insert(old.clone(), new.clone());
                moved.old_of.insert(new.clone(), old.clone());
            }
        }
        moved
    }

    /// The newer id of an older fact that bears another one now.
    pub(super) fn new_of(&self, old: &str) -> Option<&String> {
        self.new_of.get(old)
    }

    /// The older id of a newer fact that bore another one.
    pub(super) fn old_of(&self, new: &str) -> Option<&String> {
        self.old_of.get(new)
    }

    /// Findings of such facts that say the same under two fingerprints: the older by the newer.
    pub(super) fn findings(&self, old: &Outline, new: &Outline) -> BTreeMap<String, String> {
        let mut held: BTreeMap<(&str, &str, &str), &String> = BTreeMap::new();
        for (fingerprint, finding) in &old.findings {
            if let Some(fact) = finding.fact.as_deref().filter(|fact| self.new_of(fact).is_some()) {
                held.entry((fact, &finding.rule, told(finding, old))).or_insert(fingerprint);
            }
        }
        let mut taken: BTreeSet<&String> = BTreeSet::new();
        let of = |(fingerprint, finding): (&String, &FindingOutline)| {
            let fact = self.old_of(finding.fact.as_deref()?)?;
            let before = *held.get(&(fact, &finding.rule, told(finding, new)))?;
            taken.insert(before).then(|| (fingerprint.clone(), before.clone()))
        };
        new.findings.iter().filter_map(of).collect()
    }

    /// Findings of one rule on one fact that say something else in each report, beside those that say the `same`: the older by the newer.
    pub(super) fn changed(&self, old: &Outline, new: &Outline, same: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        type Of<'a> = BTreeMap<(&'a str, &'a str), Vec<(&'a str, &'a String)>>;
        let kept: BTreeSet<&String> = same.values().collect();
        let (mut gone, mut come): (Of<'_>, Of<'_>) = (BTreeMap::new(), BTreeMap::new());
        for (fingerprint, finding) in old.findings.iter().filter(|(one, _)| !new.findings.contains_key(*one) && !kept.contains(one)) {
            let Some(fact) = finding.fact.as_deref() else { continue };
            let now = self.new_of(fact).map_or(fact, String::as_str);
            gone.entry((now, &finding.rule)).or_default().push((told(finding, old), fingerprint));
        }
        for (fingerprint, finding) in new.findings.iter().filter(|(one, _)| !old.findings.contains_key(*one) && !same.contains_key(*one)) {
            let Some(fact) = finding.fact.as_deref() else { continue };
            come.entry((fact, &finding.rule)).or_default().push((told(finding, new), fingerprint));
        }
        let mut changed = BTreeMap::new();
        for (of, mut come) in come {
            let mut gone = gone.remove(&of).unwrap_or_default();
            come.sort_unstable();
            gone.sort_unstable();
            changed.extend(come.into_iter().zip(gone).map(|((_, new), (_, old))| (new.clone(), old.clone())));
        }
        changed
    }
}

/// What a finding says after the label of its fact, which may bear the title of another article.
pub(super) fn told<'a>(finding: &'a FindingOutline, of: &Outline) -> &'a str {
    let label = finding.fact.as_ref().and_then(|fact| of.facts.get(fact)).map_or("", |fact| &fact.label);
    finding.message.strip_prefix(label).map_or(&*finding.message, |says| says.trim_start_matches([':', ' ']))
}
