//! A baseline on a report: accepted findings are marked, and a desk is told what it should know of the entries.
//!
//! In: a report, a baseline, the day of the run. Out: the report with its marks, and what to tell. What never happens here: a finding
//! taken out; an entry changed.

use std::collections::BTreeSet;

use super::{Again, Baseline, Entry, Gone, View, Word};
use crate::calendar::NaiveDate;
use crate::report::Report;

/// What a desk should know of its baseline after a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told<'a> {
    /// Findings that were accepted and are open again, in the report's order.
    pub again: Vec<Opened<'a>>,
    /// Entries whose day has passed.
    pub expired: Vec<&'a Entry>,
    /// Entries whose fact was told again without the finding.
    pub settled: Vec<&'a Entry>,
    /// Entries that met nothing in this run.
    pub unseen: Vec<&'a Entry>,
}

/// A finding that was accepted and is open again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened<'a> {
    /// Its fingerprint now.
    pub fingerprint: String,
    /// Its sentence now.
    pub message: String,
    /// The entry that accepted it.
    pub entry: &'a Entry,
    /// Why it is open.
    pub why: Again,
}

impl Baseline {
    /// Marks the findings that it accepts on `today`.
    pub fn apply(&self, report: &mut Report, today: NaiveDate) -> Told<'_> {
        let mut told = Told::default();
        if self.is_empty() {
            return told;
        }
        let view = View::of(report, self);
        let mut met: BTreeSet<&str> = BTreeSet::new();
        for (finding, seen) in report.findings.iter_mut().zip(&view.findings) {
            match self.word(seen, today) {
                Word::Accepted(entry) => {
                    finding.suppressed = true;
                    met.insert(&entry.fingerprint);
                }
                Word::Again(entry, why) => {
                    met.insert(&entry.fingerprint);
                    let (fingerprint, message) = (seen.fingerprint.clone(), seen.message.clone());
                    told.again.push(Opened { fingerprint, message, entry, why });
                }
                Word::Unknown => {}
            }
        }
        for (entry, why) in self.gone(&view, today) {
            met.insert(&entry.fingerprint);
            match why {
                Gone::Expired(_) => told.expired.push(entry),
                Gone::Settled => told.settled.push(entry),
            }
        }
        told.unseen = self.entries().filter(|entry| !met.contains(&*entry.fingerprint)).collect();
        told
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day as date, entry};
    use super::*;
    use crate::rules::testing::{Batch, day};
    use crate::rules::{Settings, check};

    /// A report of one toll.
    fn report(articles: &[(&str, &str)]) -> Report {
        let batch = Batch::toll("toll");
        let batch = articles
            .iter()
            .fold(batch, |batch, (doc, figure)| batch.article(doc, Some(day(3, 1)), &format!("It killed [{figure} people|{figure}].")));
        let case = batch.judged();
        let findings = check(&case, &Settings::default());
        Report::new(case, findings, Vec::new())
    }

    fn accepted(report: &Report) -> Baseline {
        let mut baseline = Baseline::default();
        for seen in View::of(report, &baseline).findings {
            baseline.accept(seen.accepted("both printed", "ab", day(3, 1), None));
        }
        baseline
    }

    #[test]
    fn an_accepted_finding_is_marked_and_a_new_one_is_not() {
        let first = &[("a", "41"), ("b", "41"), ("c", "47")];
        let baseline = accepted(&report(first));
        let check = |articles: &[(&str, &str)], open: usize, again: usize| {
            let mut report = report(articles);
            let told = baseline.apply(&mut report, day(3, 2));
            assert_eq!((report.open().count(), told.again.len()), (open, again), "{articles:?}");
            assert!(told.unseen.is_empty() && told.expired.is_empty(), "{told:?}");
            assert_eq!(told.settled.len(), usize::from(report.findings.is_empty()), "{articles:?}");
        };
        check(first, 0, 0);
        check(&[("a", "41"), ("b", "41"), ("c", "47"), ("d", "41")], 0, 0);
        check(&[("a", "41"), ("b", "41"), ("c", "47"), ("d", "47")], 1, 1);
        check(&[("a", "41"), ("b", "41"), ("c", "47"), ("d", "52")], 1, 1);
        check(&[("a", "41"), ("c", "41")], 0, 0);
    }

    #[test]
    fn what_was_not_seen_stays_and_what_expired_is_told() {
        let mut baseline = accepted(&report(&[("a", "41"), ("b", "47")]));
        baseline.insert(Entry { expires: Some(date("2025-02-01")), ..entry("1:x", "f_elsewhere", &[], "2025-01-01") });
        let mut other = report(&[("a", "41")]);
        let told = baseline.apply(&mut other, day(3, 2));
        assert_eq!((told.unseen.len(), told.expired.len(), told.settled.len()), (1, 1, 0), "{told:?}");
    }
}
