//! A change taken apart into what a person decides on: a fact with its findings, or a finding alone.
//!
//! In: what changed between the accepted report and the one that waits. Out: items, and an outline with one of them taken over. What
//! never happens here: half a fact accepted; a fact and its findings go together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, FactChange, FindingChange, Kind};
use super::outline::{FindingOutline, Outline};

/// What a person accepts or rejects as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The fact's id; the finding's fingerprint where no fact changed.
    pub id: String,
    /// What became of the fact.
    pub fact: Option<FactChange>,
    /// What became of its findings, the gravest first.
    pub findings: Vec<FindingChange>,
}

impl Change {
    /// What to decide on: first what has a finding that is new or worse, the gravest first, then facts in their order with their findings,
    /// then findings of which no fact changed.
    pub fn items(self) -> Vec<Item> {
        let mut items: Vec<Item> =
            self.facts.into_iter().map(|fact| Item { id: fact.id.clone(), fact: Some(fact), findings: Vec::new() }).collect();
        let ids = |(index, item): (usize, &Item)| {
            let was = item.fact.as_ref().and_then(|fact| fact.was.clone());
            [Some(item.id.clone()), was].into_iter().flatten().map(|id| (id, index)).collect::<Vec<_>>()
        };
        let mut at: BTreeMap<String, usize> = items.iter().enumerate().flat_map(ids).collect();
        for finding in self.findings {
            let id = finding.finding.fact.clone().unwrap_or_else(|| finding.fingerprint.clone());
            let index = *at.entry(id.clone()).or_insert_with(|| {
                items.push(Item { id, fact: None, findings: Vec::new() });
                items.len() - 1
            });
            items[index].findings.push(finding);
        }
        let alarm =
            |change: &FindingChange| matches!(change.kind, Kind::New | Kind::Worse | Kind::Changed).then_some(change.finding.severity);
        items.sort_by_key(|item| Reverse(item.findings.iter().filter_map(alarm).max()));
        items
    }
}

impl Outline {
    /// Takes over what `other` holds of an item. From the report that waits this accepts it, from the accepted one it takes it back.
    ///
    /// ```
    /// use crosscheck::diff::{Outline, compare, read};
    /// let new = read("crosscheck snapshot 1\n\nfact f_1 toll\n  single, low 1, best 1, high 1\n  - a | no date | police | 1\n").unwrap();
    /// let mut accepted = Outline::default();
    /// for item in compare(&accepted, &new).items() {
    ///     accepted.take(&item, &new);
    /// }
    /// assert_eq!(accepted, new);
    /// ```
    pub fn take(&mut self, item: &Item, other: &Self) {
        // A fact and all its findings go together, under either id.
        let facts: BTreeSet<&str> = item.fact.iter().flat_map(|fact| [Some(&*fact.id), fact.was.as_deref()]).flatten().collect();
        let named = item.findings.iter().flat_map(|change| [Some(&*change.fingerprint), change.was.as_deref()]).flatten();
        let named: BTreeSet<&str> = named.collect();
        let taken = |fingerprint: &String, finding: &FindingOutline| {
            named.contains(&**fingerprint) || finding.fact.as_ref().is_some_and(|fact| facts.contains(&**fact))
        };
        self.facts.retain(|id, _| !facts.contains(&**id));
        self.findings.retain(|fingerprint, finding| !taken(fingerprint, finding));
        self.facts.extend(other.facts.iter().filter(|(id, _)| facts.contains(&***id)).map(|(id, fact)| (id.clone(), fact.clone())));
        let findings = other.findings.iter().filter(|(fingerprint, finding)| taken(fingerprint, finding));
        self.findings.extend(findings.map(|(fingerprint, finding)| (fingerprint.clone(), finding.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{compare, read};
    use super::*;

    const OLD: &str = "crosscheck snapshot 1\n\nfact f_1 toll\n  agreement, low 34, best 34, high 34\n  - a | no date | police | 34\n\n\
        fact f_2 homes\n  conflict, low 1, best -, high 2\n  error[conflicting-figures] 1:x homes differ\n  - a | no date | police | 1\n\n\
        warning[reversed-range] 1:r a range\n";
    const NEW: &str = "crosscheck snapshot 1\n\nfact f_1 toll\n  conflict, low 34, best -, high 43\n  error[conflicting-figures] 1:a toll differs\n  - a | no date | police | 34\n\n\
        fact f_3 streets\n  agreement, low 2, best 2, high 2\n  - a | no date | police | 2\n";

    #[test]
    fn each_item_can_be_accepted_or_taken_back_alone() {
        let (old, new) = (read(OLD).unwrap(), read(NEW).unwrap());
        let items = compare(&old, &new).items();
        let shape: Vec<(&str, usize)> = items.iter().map(|item| (&*item.id, item.findings.len())).collect();
        assert_eq!(shape, [("f_1", 1), ("f_3", 0), ("f_2", 1), ("1:r", 1)]);
        for item in &items {
            let (mut accepted, mut rest) = (old.clone(), new.clone());
            accepted.take(item, &new);
            rest.take(item, &old);
            let left = |change: Change| change.items().into_iter().map(|item| item.id).collect::<Vec<_>>();
            assert_eq!(left(compare(&old, &accepted)), [&*item.id]);
            assert!(!left(compare(&accepted, &new)).contains(&item.id));
            assert_eq!(left(compare(&old, &rest)).len(), items.len() - 1);
        }
    }

    #[test]
    fn what_bears_another_id_is_taken_from_the_old_one() {
        let old = read(NEW).unwrap();
        let text = NEW.replace("f_1", "f_9").replace("1:a", "1:b").replace("low 2, best 2, high 2", "low 3, best 3, high 3");
        let new = read(&text.replace("  - a | no date | police | 34\n", "  - a | no date | police | 34\n  - b | no date | police | 43\n"))
            .unwrap();
        let items = compare(&old, &new).items();
        assert_eq!(items.iter().map(|item| &*item.id).collect::<Vec<_>>(), ["f_3", "f_9"]);
        let (mut accepted, mut rest) = (old.clone(), new.clone());
        accepted.take(&items[1], &new);
        assert!(accepted.facts.contains_key("f_9") && !accepted.facts.contains_key("f_1"));
        assert!(accepted.findings.contains_key("1:b") && !accepted.findings.contains_key("1:a"));
        rest.take(&items[1], &old);
        assert!(rest.facts.contains_key("f_1") && rest.findings.contains_key("1:a") && !rest.findings.contains_key("1:b"));
    }
}
