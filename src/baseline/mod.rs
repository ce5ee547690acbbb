//! What a desk accepted: findings that it knows, each with a reason, and until when.
//!
//! In: the lines of a baseline, a report, the day of the run. Out: which findings are accepted, which open again and why, which entries
//! can go. What never happens here: a file, a clock; an entry dropped because its fact was not seen: in news, not seen is not settled.
//! Read [`Entry`] first, then [`Baseline::word`] and [`Baseline::apply`].

mod apply;
mod lines;
mod seen;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::NaiveDate;

pub use apply::{Opened, Told};
pub use lines::{Problem, SCHEMA, merge, read, write};
pub use seen::{Seen, View};
pub use word::{Again, Word};

/// An accepted finding: one line of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: NaiveDate,
    /// The last day on which it is accepted; without one it is for good.
    #[serde(default, with = "lines::maybe_day", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub expires: Option<NaiveDate>,
}

/// The JSON schema of an entry.
#[cfg(feature = "schema")]
pub fn entry_schema() -> serde_json::Value {
    schemars::schema_for!(Entry).to_value()
}

/// A side of an accepted finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Its figures, in a form that no wording changes.
    pub figures: BTreeSet<String>,
    /// Who reports them: an origin is the publishers of the copies of one report, or the names of the articles where no publisher is known.
    pub origins: BTreeSet<BTreeSet<String>>,
    /// The names of the articles: by them a finding is known again where further articles have given its fact another id.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub articles: BTreeSet<String>,
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
        self.articles.extend(earlier.articles.iter().cloned());
        let known: BTreeSet<String> = self.names().cloned().collect();
        self.origins.extend(earlier.origins.iter().filter(|origin| origin.is_disjoint(&known)).cloned());
    }
}

impl Entry {
    /// What it accepted.
    fn as_seen(&self) -> Seen {
        let Self { fingerprint, rule, fact, message, sides, .. } = self.clone();
        Seen { fingerprint, rule, fact, message, sides }
    }

    /// Whether it is no longer accepted on `today`.
    pub fn expired(&self, today: NaiveDate) -> bool {
        self.expires.is_some_and(|last| last < today)
    }

    /// Whether two sides of `seen` are two of its sides: the same figure in the same article.
    fn stands_in(&self, seen: &Seen) -> bool {
        let known = |side: &&Side| self.sides.iter().any(|own| own.meets(side) && !own.articles.is_disjoint(&side.articles));
        seen.sides.iter().filter(known).count() > 1
    }

    /// What it is looked up by: its fact, and each of its articles.
    fn keys(&self) -> impl Iterator<Item = Key> {
        let articles = self.sides.iter().flat_map(|side| &side.articles).map(|article| Key::Article(article.clone()));
        self.fact.iter().map(|fact| Key::Fact(fact.clone())).chain(articles)
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
    /// Fingerprints by fact and article.
    on: BTreeMap<Key, BTreeSet<String>>,
}

/// What an entry is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Fact(String),
    Article(String),
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
        let known = self.known(&entry.as_seen());
        let replaced: BTreeSet<String> = known
            .into_iter()
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

    /// The entries that are about what a finding is about, each once: those of its fingerprint, of its rule and fact, and those that have
    /// two of its sides from the same articles.
    fn known(&self, seen: &Seen) -> Vec<&Entry> {
        let fact = seen.fact.iter().map(|fact| Key::Fact(fact.clone()));
        let articles = seen.sides.iter().flat_map(|side| &side.articles).map(|article| Key::Article(article.clone()));
        let looked_up = fact.chain(articles).filter_map(|key| self.on.get(&key)).flatten();
        let fingerprints: BTreeSet<&String> = looked_up.chain([&seen.fingerprint]).collect();
        let about = |entry: &&Entry| {
            let of_rule = entry.rule == seen.rule;
            entry.fingerprint == seen.fingerprint || of_rule && (seen.fact.is_some() && entry.fact == seen.fact || entry.stands_in(seen))
        };
        fingerprints.into_iter().filter_map(|fingerprint| self.entries.get(fingerprint)).filter(about).collect()
    }

    fn put(&mut self, entry: Entry) {
        self.take(&entry.fingerprint);
        for key in entry.keys() {
            self.on.entry(key).or_default().insert(entry.fingerprint.clone());
        }
        self.entries.insert(entry.fingerprint.clone(), entry);
    }

    fn take(&mut self, fingerprint: &str) -> Option<Entry> {
        let entry = self.entries.remove(fingerprint)?;
        for key in entry.keys() {
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
        let origins = origins.split(", ").map(origin).collect();
        Side { figures: figures.split('/').map(str::to_owned).collect(), origins, articles: BTreeSet::new() }
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
            for entry in order {
                baseline.insert(entry.clone());
            }
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
