//! Whether a finding is accepted, and where it is not though it once was: why it opens again.
//!
//! In: a finding and the entries that know its fact. Out: a word. What never happens here: a figure weighed; a figure is known or new,
//! an origin is known or new.

use std::collections::BTreeSet;

use super::{Baseline, Entry, Seen, Side};
use crate::calendar::NaiveDate;

/// What a baseline says of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    /// It is accepted.
    Accepted(&'a Entry),
    /// It was, and it opens again.
    Again(&'a Entry, Again),
    /// Nobody accepted it.
    Unknown,
}

/// Why an accepted finding opens again, the nearest to being accepted first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Again {
    /// These report a side that few reported when it was accepted.
    NewOrigin(BTreeSet<String>),
    /// These figures are new.
    NewFigure(BTreeSet<String>),
    /// It was accepted up to this day.
    Expired(NaiveDate),
}

impl Baseline {
    /// What it says of a finding on `today`.
    ///
    /// A finding is accepted where an entry has its fingerprint, or accepts all its figures for the same rule and fact, or for the same
    /// articles: a figure that is no longer reported is no news. It opens again on a new figure, and on a new origin on the side of fewer origins, or on any side
    /// where the sides were even.
    pub fn word(&self, seen: &Seen, today: NaiveDate) -> Word<'_> {
        let mut again: Option<(Again, &Entry)> = None;
        for entry in self.known(seen) {
            match opens(entry, seen, today) {
                None => return Word::Accepted(entry),
                Some(why) if again.as_ref().is_none_or(|(before, _)| why < *before) => again = Some((why, entry)),
                Some(_) => {}
            }
        }
        again.map_or(Word::Unknown, |(why, entry)| Word::Again(entry, why))
    }
}

/// Why an entry does not accept a finding of its fact; nothing where it does.
fn opens(entry: &Entry, seen: &Seen, today: NaiveDate) -> Option<Again> {
    if let Some(last) = entry.expires.filter(|_| entry.expired(today)) {
        return Some(Again::Expired(last));
    }
    if entry.fingerprint != seen.fingerprint {
        let known = entry.figures();
        let new: BTreeSet<String> =
            seen.sides.iter().flat_map(|side| &side.figures).filter(|figure| !known.contains(figure)).cloned().collect();
        if !new.is_empty() || seen.sides.is_empty() {
            return Some(Again::NewFigure(new));
        }
    }
    let new: BTreeSet<String> = seen.sides.iter().flat_map(|side| newcomers(entry, side)).collect();
    (!new.is_empty()).then_some(Again::NewOrigin(new))
}

/// Who newly reports a side that the fewest reported.
fn newcomers(entry: &Entry, side: &Side) -> BTreeSet<String> {
    let fewest = entry.sides.iter().map(|side| side.origins.len()).min().unwrap_or_default();
    let accepted: Vec<&Side> = entry.sides.iter().filter(|known| known.meets(side)).collect();
    if entry.sides.len() < 2 || !accepted.iter().any(|known| known.origins.len() == fewest) {
        return BTreeSet::new();
    }
    let known: BTreeSet<&String> = accepted.iter().flat_map(|side| side.names()).collect();
    let new = side.origins.iter().filter(|origin| !origin.iter().any(|name| known.contains(name)));
    new.flatten().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, entry, side};
    use super::*;

    /// What one entry says of a finding with `sides`, under its fingerprint or another.
    fn check(accepted: &[&str], fingerprint: &str, sides: &[&str], expected: &str) {
        let mut baseline = Baseline::default();
        baseline.accept(Entry { expires: Some(day("2025-09-01")), ..entry("1:a", "f", accepted, "2025-08-05") });
        let seen = Seen {
            fingerprint: fingerprint.to_owned(),
            rule: "conflicting-figures".to_owned(),
            fact: Some("f".to_owned()),
            message: String::new(),
            sides: sides.iter().map(|short| side(short)).collect(),
        };
        let all = |names: &BTreeSet<String>| names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let found = match baseline.word(&seen, day("2025-09-01")) {
            Word::Accepted(_) => "accepted".to_owned(),
            Word::Again(_, Again::NewFigure(figures)) => format!("figures {}", all(&figures)),
            Word::Again(_, Again::NewOrigin(names)) => format!("origins {}", all(&names)),
            Word::Again(_, Again::Expired(last)) => format!("expired {last}"),
            Word::Unknown => "unknown".to_owned(),
        };
        assert_eq!(found, expected, "{accepted:?} {sides:?}");
        let other = Seen { fingerprint: "1:c".to_owned(), rule: "disputed-figure".to_owned(), ..seen.clone() };
        assert_eq!(baseline.word(&other, day("2025-09-01")), Word::Unknown, "another rule says something else");
        assert!(!matches!(baseline.word(&seen, day("2025-09-02")), Word::Accepted(_)), "no longer after its last day");
    }

    #[test]
    fn a_new_figure_or_a_new_origin_on_the_side_of_fewer_alerts_again() {
        let accepted = &["34: Gazette", "43: Dispatch, Echo"];
        check(accepted, "1:a", &["34: Gazette", "43: Dispatch, Echo"], "accepted");
        check(accepted, "1:a", &["34: Gazette", "43: Dispatch"], "accepted");
        check(accepted, "1:a", &["34: Gazette", "43: Dispatch, Echo, Post"], "accepted");
        check(accepted, "1:a", &["34: Gazette, Post", "43: Dispatch, Echo"], "origins Post");
        // A copy of what is known is no new origin.
        check(accepted, "1:a", &["34: Gazette+Post", "43: Dispatch"], "accepted");
        check(accepted, "1:b", &["34: Gazette", "43: Dispatch", "52: Post"], "figures 52");
        check(accepted, "1:b", &["34: Gazette", "52: Dispatch"], "figures 52");
    }

    #[test]
    fn where_sides_are_even_any_new_origin_tells() {
        let accepted = &["34: Gazette", "43: Dispatch"];
        check(accepted, "1:a", &["34: Gazette", "43: Dispatch, Post"], "origins Post");
        check(accepted, "1:a", &["34: Gazette, Post", "43: Dispatch"], "origins Post");
    }

    #[test]
    fn a_figure_that_is_gone_is_no_news() {
        check(&["34: Gazette", "43: Dispatch", "52: Post"], "1:b", &["34: Gazette", "43: Dispatch"], "accepted");
        check(&["34/about 35: Gazette", "43: Dispatch"], "1:b", &["34: Gazette", "43: Dispatch"], "accepted");
    }

    #[test]
    fn what_the_same_articles_say_is_known_under_another_fact() {
        let from = |short: &str, doc: &str| Side { articles: BTreeSet::from([doc.to_owned()]), ..side(short) };
        let mut baseline = Baseline::default();
        let sides = vec![from("34: Gazette", "a"), from("43: Dispatch", "b")];
        baseline.accept(Entry { sides, ..entry("1:a", "f", &[], "2025-08-05") });
        let check = |sides: Vec<Side>, expected: &str| {
            let rule = "conflicting-figures".to_owned();
            let seen = Seen { fingerprint: "1:b".to_owned(), rule, fact: Some("g".to_owned()), message: String::new(), sides };
            let word = match baseline.word(&seen, day("2025-08-06")) {
                Word::Accepted(_) => "accepted",
                Word::Again(..) => "again",
                Word::Unknown => "unknown",
            };
            assert_eq!(word, expected, "{seen:?}");
        };
        check(vec![from("34: Gazette", "a"), from("43: Dispatch", "b")], "accepted");
        check(vec![from("34: Gazette", "a"), from("43: Dispatch", "b"), from("52: Post", "c")], "again");
        check(vec![from("34: Gazette", "a"), from("43: Dispatch", "c")], "unknown");
        check(vec![from("34: Gazette", "b"), from("43: Dispatch", "a")], "unknown");
    }

    #[test]
    fn an_entry_without_sides_goes_by_its_fingerprint() {
        check(&[], "1:a", &["34: Gazette", "43: Dispatch"], "accepted");
        check(&[], "1:b", &["34: Gazette"], "figures 34");
    }
}
