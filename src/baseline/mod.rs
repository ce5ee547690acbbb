//! What a desk accepted: findings that it knows, each with a reason, and until when.
//!
//! In: the lines of a baseline, a report, the day of the run. Out: which findings are accepted, which open again and why, which entries
//! can go. What never happens here: a file, a clock; an entry dropped because its fact was not seen: in news, not seen is not settled.
//! Read [`Entry`] first, then [`Baseline::word`].

mod lines;
mod seen;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::NaiveDate;

pub use lines::{Problem, SCHEMA, merge, read, write};
pub use seen::{Seen, View};
pub use word::{Again, Word};

/// An accepted finding: one line of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// The rule's id.
    pub rule: String,
    /// The fact's id, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// Its sentence, for people.
    pub message: String,
    /// Who reported what when it was accepted: what a new figure and a new origin are told by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<Side>,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    pub by: String,
    /// When.
    #[serde(with = "lines::day")]
    pub date: NaiveDate,
    /// The last day on which it is accepted; without one it is for good.
    #[serde(default, with = "lines::maybe_day", skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
}

/// A side of an accepted finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Its figures, in a form that no wording changes.
    pub figures: BTreeSet<String>,
    /// Who reports them: an origin is the publishers of the copies of one report, or the names of the articles where no publisher is known.
    pub origins: BTreeSet<BTreeSet<String>>,
}

impl Side {
    /// Everybody who reports it.
    fn names(&self) -> impl Iterator<Item = &String> {
        self.origins.iter().flatten()
    }

    /// Whether both hold a figure.
    fn meets(&self, other: &Self) -> bool {
        !self.figures.is_disjoint(&other.figures)
    }

    /// Takes over who reported its figures earlier and is not known.
    fn absorb(&mut self, earlier: &Self) {
        if !self.meets(earlier) {
            return;
        }
        let known: BTreeSet<String> = self.names().cloned().collect();
        self.origins.extend(earlier.origins.iter().filter(|origin| origin.is_disjoint(&known)).cloned());
    }
}

impl Entry {
    /// Whether it is no longer accepted on `today`.
    pub fn expired(&self, today: NaiveDate) -> bool {
        self.expires.is_some_and(|last| last < today)
    }

    /// All figures of its sides.
    fn figures(&self) -> BTreeSet<&String> {
        self.sides.iter().flat_map(|side| &side.figures).collect()
    }
}

/// Accepted findings, each fingerprint once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<String, Entry>,
    /// Fingerprints by rule and fact.
    on: BTreeMap<(String, String), BTreeSet<String>>,
}

impl Baseline {
    /// The entries, by fingerprint.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// Whether nothing is accepted.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Puts an entry in its place. Of two with one fingerprint the later one counts, whichever comes first.
    pub fn insert(&mut self, entry: Entry) {
        let later = |held: &Entry| (held.date, held) >= (entry.date, &entry);
        if !self.entries.get(&entry.fingerprint).is_some_and(later) {
            self.put(entry);
        }
    }

    /// Accepts a finding. What was accepted earlier of the same fact and rule goes into it, so that who is known stays known.
    pub fn accept(&mut self, mut entry: Entry) {
        let figures: BTreeSet<String> = entry.figures().into_iter().cloned().collect();
        let of_fact = self.on_fact(&entry.rule, entry.fact.as_deref());
        let replaced: BTreeSet<String> = of_fact
            .chain(self.entries.get(&entry.fingerprint))
            .filter(|held| held.figures().into_iter().all(|figure| figures.contains(figure)))
            .map(|held| held.fingerprint.clone())
            .collect();
        for held in replaced.iter().filter_map(|fingerprint| self.take(fingerprint)) {
            for side in &mut entry.sides {
                held.sides.iter().for_each(|earlier| side.absorb(earlier));
            }
        }
        self.put(entry);
    }

    /// The entries of a rule on a fact.
    fn on_fact(&self, rule: &str, fact: Option<&str>) -> impl Iterator<Item = &Entry> {
        let on = fact.and_then(|fact| self.on.get(&(rule.to_owned(), fact.to_owned())));
        on.into_iter().flatten().filter_map(|fingerprint| self.entries.get(fingerprint))
    }

    fn put(&mut self, entry: Entry) {
        self.take(&entry.fingerprint);
        if let Some(fact) = &entry.fact {
            self.on.entry((entry.rule.clone(), fact.clone())).or_default().insert(entry.fingerprint.clone());
        }
        self.entries.insert(entry.fingerprint.clone(), entry);
    }

    fn take(&mut self, fingerprint: &str) -> Option<Entry> {
        let entry = self.entries.remove(fingerprint)?;
        if let Some(fact) = &entry.fact {
            let key = (entry.rule.clone(), fact.clone());
            if let Some(on) = self.on.get_mut(&key) {
                on.remove(fingerprint);
                if on.is_empty() {
                    self.on.remove(&key);
                }
            }
        }
        Some(entry)
    }

    /// What has expired, and what was seen again without its finding, with why.
    pub fn gone<'a>(&'a self, view: &View, today: NaiveDate) -> Vec<(&'a Entry, Gone)> {
        let found: BTreeSet<&str> = view.findings.iter().map(|seen| &*seen.fingerprint).collect();
        let on: BTreeSet<(&str, Option<&str>)> = view.findings.iter().map(|seen| (&*seen.rule, seen.fact.as_deref())).collect();
        let open = |entry: &Entry| found.contains(&*entry.fingerprint) || on.contains(&(&*entry.rule, entry.fact.as_deref()));
        let gone = |entry: &Entry| match entry.expires {
            Some(last) if entry.expired(today) => Some(Gone::Expired(last)),
            _ => (!open(entry) && view.tells_again(entry)).then_some(Gone::Settled),
        };
        self.entries().filter_map(|entry| Some((entry, gone(entry)?))).collect()
    }

    /// Drops what has gone; returns it, and why.
    pub fn prune(&mut self, view: &View, today: NaiveDate) -> Vec<(Entry, Gone)> {
        let gone: Vec<(Entry, Gone)> = self.gone(view, today).into_iter().map(|(entry, why)| (entry.clone(), why)).collect();
        for (entry, _) in &gone {
            self.take(&entry.fingerprint);
        }
        gone
    }
}

/// Why an entry can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// It was accepted up to this day.
    Expired(NaiveDate),
    /// Its fact was told again, by somebody of each side, without the finding.
    Settled,
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A side in shorthand: `34: Gazette, Dispatch+Echo`; `+` joins copies.
    pub(crate) fn side(short: &str) -> Side {
        let (figures, origins) = short.split_once(": ").unwrap();
        let origin = |names: &str| names.split('+').map(str::to_owned).collect();
        Side { figures: figures.split('/').map(str::to_owned).collect(), origins: origins.split(", ").map(origin).collect() }
    }

    /// An accepted conflict.
    pub(crate) fn entry(fingerprint: &str, fact: &str, sides: &[&str], date: &str) -> Entry {
        Entry {
            fingerprint: fingerprint.to_owned(),
            rule: "conflicting-figures".to_owned(),
            fact: Some(fact.to_owned()),
            message: "homes destroyed: reports differ".to_owned(),
            sides: sides.iter().map(|short| side(short)).collect(),
            reason: "both printed".to_owned(),
            by: "ab".to_owned(),
            date: day(date),
            expires: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{day, entry, side};
    use super::*;

    #[test]
    fn of_two_lines_the_later_counts() {
        let (old, new) = (entry("1:a", "f", &[], "2025-08-05"), Entry { by: "cd".to_owned(), ..entry("1:a", "f", &[], "2025-08-06") });
        for order in [[&old, &new], [&new, &old]] {
            let mut baseline = Baseline::default();
            order.into_iter().for_each(|entry| baseline.insert(entry.clone()));
            assert_eq!(baseline.entries().map(|entry| &*entry.by).collect::<Vec<_>>(), ["cd"]);
        }
    }

    #[test]
    fn what_is_accepted_again_keeps_who_was_known() {
        let mut baseline = Baseline::default();
        baseline.accept(entry("1:a", "f", &["34: Gazette", "43: Dispatch"], "2025-08-05"));
        baseline.accept(entry("1:b", "f", &["34: Herald", "43: Dispatch+Echo", "52: Post"], "2025-08-06"));
        baseline.accept(entry("1:c", "g", &["7: Gazette", "8: Post"], "2025-08-06"));
        let held: Vec<&Entry> = baseline.entries().collect();
        assert_eq!(held.iter().map(|entry| &*entry.fingerprint).collect::<Vec<_>>(), ["1:b", "1:c"]);
        assert_eq!(held[0].sides, [side("34: Herald, Gazette"), side("43: Dispatch+Echo"), side("52: Post")]);
    }

    #[test]
    fn only_what_expired_or_was_told_again_without_the_finding_goes() {
        let mut baseline = Baseline::default();
        let until = Entry { expires: Some(day("2025-09-01")), ..entry("1:until", "f_other", &[], "2025-08-05") };
        for entry in [
            until,
            entry("1:settled", "f_settled", &["34: Gazette", "43: Dispatch"], "2025-08-05"),
            entry("1:one-side", "f_one_side", &["34: Gazette", "43: Dispatch"], "2025-08-05"),
            entry("1:unseen", "f_unseen", &["34: Gazette", "43: Dispatch"], "2025-08-05"),
            entry("1:still", "f_still", &["34: Gazette", "43: Dispatch"], "2025-08-05"),
        ] {
            baseline.insert(entry);
        }
        let told = |names: &str| side(&format!("0: {names}")).origins;
        let still = Seen { fingerprint: "1:new".to_owned(), fact: Some("f_still".to_owned()), ..Seen::default() };
        let view = View {
            findings: vec![Seen { rule: "conflicting-figures".to_owned(), ..still }],
            told: BTreeMap::from([
                ("f_settled".to_owned(), told("Gazette, Dispatch")),
                ("f_one_side".to_owned(), told("Dispatch, Herald")),
                ("f_still".to_owned(), told("Gazette, Dispatch")),
            ]),
        };
        let gone: Vec<(String, Gone)> =
            baseline.clone().prune(&view, day("2025-09-01")).into_iter().map(|(entry, gone)| (entry.fingerprint, gone)).collect();
        assert_eq!(gone, [("1:settled".to_owned(), Gone::Settled)], "the last day counts");
        let gone = baseline.prune(&view, day("2025-09-02"));
        assert_eq!(gone.len(), 2);
        assert_eq!(gone[1].1, Gone::Expired(day("2025-09-01")));
        assert_eq!(
            baseline.entries().map(|entry| &*entry.fingerprint).collect::<Vec<_>>(),
            ["1:one-side", "1:still", "1:unseen"],
            "not seen is not settled"
        );
    }
}
