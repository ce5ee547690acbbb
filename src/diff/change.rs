//! The comparison of two outlines.
//!
//! In: an older and a newer outline. Out: what changed, the gravest first. What never happens here: a change where both are the same;
//! turned round, every change is its opposite.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::moved::{Moved, told};
use super::outline::{FactOutline, FindingOutline, Outline, verdict_of};
use crate::rules::Severity;
use crate::value::Decimal;
use crate::verdict::Verdict;

/// What became of a fact, or of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A graver verdict, or a graver finding.
    Worse,
    /// Not in the older report.
    New,
    /// A finding that says something else of its fact.
    Changed,
    /// Its figures are higher.
    Rose,
    /// Its figures are lower.
    Fell,
    /// Its figures reach further.
    Widened,
    /// Its figures reach less far.
    Narrowed,
    /// It is told in other words, or by other articles.
    Retold,
    /// A milder verdict; a finding that its fact, seen again, no longer bears out.
    Settled,
    /// Not in the newer report; not seen is not settled.
    GoneQuiet,
}

impl Kind {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::New => "new",
            Self::Changed => "changed",
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Widened => "widened",
            Self::Narrowed => "narrowed",
            Self::Retold => "retold",
            Self::Settled => "settled",
            Self::GoneQuiet => "gone quiet",
        }
    }
}

/// What became of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// The fact's id.
    pub id: String,
    /// Its id in the older report, where it bore another one there.
    pub was: Option<String>,
    /// What became of it, the gravest first; never empty.
    pub kinds: Vec<Kind>,
    /// As it was.
    pub before: Option<FactOutline>,
    /// As it is.
    pub after: Option<FactOutline>,
}

impl FactChange {
    /// What it is about.
    pub fn label(&self) -> &str {
        self.after.as_ref().or(self.before.as_ref()).map_or("", |fact| &fact.label)
    }

    /// Lines of claims that are new, and lines that are gone.
    pub fn claims(&self) -> (Vec<&str>, Vec<&str>) {
        let has = |fact: &Option<FactOutline>, line: &String| fact.as_ref().is_some_and(|fact| fact.claims.binary_search(line).is_ok());
        let added = self.after.iter().flat_map(|fact| &fact.claims).filter(|line| !has(&self.before, line)).map(String::as_str).collect();
        let gone = self.before.iter().flat_map(|fact| &fact.claims).filter(|line| !has(&self.after, line)).map(String::as_str).collect();
        (added, gone)
    }
}

/// What became of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingChange {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Its fingerprint in the older report, where it bore another one there.
    pub was: Option<String>,
    /// New, changed, worse, settled or gone quiet.
    pub kind: Kind,
    /// What it said before, without the label of its fact, where that was something else.
    pub before: Option<String>,
    /// As it is; where it is gone, as it was.
    pub finding: FindingOutline,
}

/// What changed between two reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Facts, the gravest change first.
    pub facts: Vec<FactChange>,
    /// Findings, the gravest change first.
    pub findings: Vec<FindingChange>,
}

impl Change {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.findings.is_empty()
    }

    /// Whether a finding of `least` or graver that is not `accepted` (by its fingerprint) is new or worse, or changed by what is new.
    pub fn alarms(&self, least: Severity, accepted: impl Fn(&str) -> bool) -> bool {
        let told: BTreeSet<&str> = self.facts.iter().filter(|fact| !fact.claims().0.is_empty()).map(|fact| &*fact.id).collect();
        let alarm = |change: &FindingChange| match change.kind {
            Kind::New | Kind::Worse => true,
            // What an article that left the batch changes is no news.
            Kind::Changed => change.finding.fact.as_deref().is_some_and(|fact| told.contains(fact)),
            _ => false,
        };
        let grave = |change: &&FindingChange| change.finding.severity >= least && !accepted(&change.fingerprint);
        self.findings.iter().filter(grave).any(alarm)
    }
}

/// What changed from `old` to `new`. A fact that bears another id only because other articles tell its story is the same fact.
pub fn compare(old: &Outline, new: &Outline) -> Change {
    let mut change = Change::default();
    let moved = Moved::between(old, new);
    for (id, before) in &old.facts {
        let now = moved.new_of(id).unwrap_or(id);
        let after = new.facts.get(now);
        let kinds = after.map_or_else(|| vec![Kind::GoneQuiet], |after| fact_kinds(before, after));
        if !kinds.is_empty() {
            let was = (now != id).then(|| id.clone());
            change.facts.push(FactChange { id: now.clone(), was, kinds, before: Some(before.clone()), after: after.cloned() });
        }
    }
    for (id, after) in new.facts.iter().filter(|(id, _)| !old.facts.contains_key(*id) && moved.old_of(id).is_none()) {
        change.facts.push(FactChange { id: id.clone(), was: None, kinds: vec![Kind::New], before: None, after: Some(after.clone()) });
    }
    let mut same = moved.findings(old, new);
    let changed = moved.changed(old, new, &same);
    for (fingerprint, finding) in &new.findings {
        let other = changed.get(fingerprint);
        let was = same.get(fingerprint).or(other);
        let before = old.findings.get(was.unwrap_or(fingerprint));
        let kind = match before {
            None => Kind::New,
            Some(before) if before.severity < finding.severity => Kind::Worse,
            Some(_) if other.is_some() => Kind::Changed,
            Some(before) if before.severity > finding.severity => Kind::Settled,
            Some(_) => continue,
        };
        let before = before.map(|before| told(before, old)).filter(|before| *before != told(finding, new)).map(str::to_owned);
        change.findings.push(FindingChange { fingerprint: fingerprint.clone(), was: was.cloned(), kind, before, finding: finding.clone() });
    }
    same.extend(changed);
    let kept: BTreeSet<&String> = same.values().collect();
    let lost = |fingerprint: &String| !new.findings.contains_key(fingerprint) && !kept.contains(fingerprint);
    for (fingerprint, finding) in old.findings.iter().filter(|(fingerprint, _)| lost(fingerprint)) {
        let seen = finding.fact.as_ref().is_some_and(|fact| new.facts.contains_key(fact) || moved.new_of(fact).is_some());
        let kind = if seen { Kind::Settled } else { Kind::GoneQuiet };
        let (fingerprint, finding) = (fingerprint.clone(), finding.clone());
        change.findings.push(FindingChange { fingerprint, was: None, kind, before: None, finding });
    }
    change.facts.sort_by(|a, b| (&a.kinds, a.label(), &a.id).cmp(&(&b.kinds, b.label(), &b.id)));
    change.findings.sort_by(|a, b| {
        (a.kind, std::cmp::Reverse(a.finding.severity), &a.finding.message, &a.fingerprint).cmp(&(
            b.kind,
            std::cmp::Reverse(b.finding.severity),
            &b.finding.message,
            &b.fingerprint,
        ))
    });
    change
}

/// What became of a fact that both reports have.
fn fact_kinds(before: &FactOutline, after: &FactOutline) -> Vec<Kind> {
    if before == after {
        return Vec::new();
    }
    let gravity = |fact: &FactOutline| verdict_of(&fact.verdict).filter(|&verdict| verdict >= Verdict::Undated);
    let mut kinds: Vec<Kind> = match gravity(after).cmp(&gravity(before)) {
        Ordering::Greater => vec![Kind::Worse],
        Ordering::Less => vec![Kind::Settled],
        Ordering::Equal => Vec::new(),
    };
    kinds.extend(moved(before, after));
    if kinds.is_empty() {
        kinds.push(Kind::Retold);
    }
    kinds.sort_unstable();
    kinds
}

/// Which way the reported figures moved. A missing low reaches down without end, a missing high up.
fn moved(before: &FactOutline, after: &FactOutline) -> Option<Kind> {
    let ends = |fact: &FactOutline| (fact.low, fact.high);
    if ends(before) == ends(after) || ends(before) == (None, None) || ends(after) == (None, None) {
        return None;
    }
    let low = after.low.cmp(&before.low);
    let high = match (before.high, after.high) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(before), Some(after)) => Decimal::cmp(&after, &before),
    };
    match (low, high) {
        (Ordering::Greater, Ordering::Greater) => Some(Kind::Rose),
        (Ordering::Less, Ordering::Less) => Some(Kind::Fell),
        (Ordering::Less | Ordering::Equal, Ordering::Greater) | (Ordering::Less, Ordering::Equal) => Some(Kind::Widened),
        (Ordering::Greater, Ordering::Less | Ordering::Equal) | (Ordering::Equal, Ordering::Less) => Some(Kind::Narrowed),
        (Ordering::Equal, Ordering::Equal) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(verdict: &str, low: Option<i64>, high: Option<i64>) -> FactOutline {
        FactOutline {
            label: "toll".to_owned(),
            verdict: verdict.to_owned(),
            low: low.map(Decimal::from),
            high: high.map(Decimal::from),
            ..FactOutline::default()
        }
    }

    fn outline(facts: &[(&str, FactOutline)], findings: &[(&str, Severity, &str)]) -> Outline {
        let finding = |(fingerprint, severity, fact): &(&str, Severity, &str)| {
            let found =
                FindingOutline { rule: "x".to_owned(), severity: *severity, fact: Some((*fact).to_owned()), message: String::new() };
            ((*fingerprint).to_owned(), found)
        };
        Outline {
            facts: facts.iter().map(|(id, fact)| ((*id).to_owned(), fact.clone())).collect(),
            findings: findings.iter().map(finding).collect(),
        }
    }

    const NOBODY: fn(&str) -> bool = |_| false;

    #[test]
    fn every_change_has_its_opposite() {
        let one = |fact: &FactOutline| outline(&[("f", fact.clone())], &[]);
        let kinds = |before: &FactOutline, after: &FactOutline| {
            compare(&one(before), &one(after)).facts.first().map(|change| change.kinds.clone()).unwrap_or_default()
        };
        for (before, after, there, back) in [
            (fact("agreement", Some(41), Some(41)), fact("agreement", Some(47), Some(47)), Kind::Rose, Kind::Fell),
            (fact("range", Some(41), Some(45)), fact("range", Some(40), Some(47)), Kind::Widened, Kind::Narrowed),
            (fact("range", Some(41), Some(45)), fact("range", Some(41), None), Kind::Widened, Kind::Narrowed),
            (fact("agreement", Some(41), Some(41)), fact("conflict", Some(41), Some(41)), Kind::Worse, Kind::Settled),
            (fact("agreement", Some(41), Some(41)), fact("range", Some(41), Some(41)), Kind::Retold, Kind::Retold),
        ] {
            assert_eq!(kinds(&before, &after), [there], "{before:?} {after:?}");
            assert_eq!(kinds(&after, &before), [back], "{after:?} {before:?}");
            assert!(kinds(&before, &before).is_empty());
        }
    }

    #[test]
    fn facts_come_and_go_and_findings_with_them() {
        let empty = Outline::default();
        let full = outline(&[("f", fact("conflict", Some(41), Some(47)))], &[("1:a", Severity::Error, "f")]);
        let there = compare(&empty, &full);
        assert_eq!((there.facts[0].kinds[0], there.findings[0].kind), (Kind::New, Kind::New));
        assert!(there.alarms(Severity::Error, NOBODY) && there.alarms(Severity::Note, NOBODY));
        let back = compare(&full, &empty);
        assert_eq!((back.facts[0].kinds[0], back.findings[0].kind), (Kind::GoneQuiet, Kind::GoneQuiet));
        assert!(!back.alarms(Severity::Note, NOBODY));
        let settled = outline(&[("f", fact("agreement", Some(47), Some(47)))], &[]);
        assert_eq!(compare(&full, &settled).findings[0].kind, Kind::Settled);
        assert!(compare(&full, &full).is_empty());
    }

    #[test]
    fn a_fact_that_bears_another_id_is_the_same() {
        let told = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let with = |fact: FactOutline, lines: &[&str]| FactOutline { claims: told(lines), ..fact };
        let conflict = || fact("conflict", Some(41), Some(47));
        let old = outline(&[("f_old", with(conflict(), &["a | 41", "b | 47"]))], &[("1:a", Severity::Error, "f_old")]);
        let new = outline(&[("f_new", with(conflict(), &["a | 41", "b | 47"]))], &[("1:b", Severity::Error, "f_new")]);
        assert!(compare(&old, &new).is_empty(), "{:?}", compare(&old, &new));
        let more = outline(&[("f_new", with(conflict(), &["a | 41", "b | 47", "c | 41"]))], &[("1:b", Severity::Error, "f_new")]);
        let change = compare(&old, &more);
        assert_eq!((change.facts[0].kinds[0], change.facts[0].was.as_deref(), change.findings.len()), (Kind::Retold, Some("f_old"), 0));
        assert_eq!(compare(&more, &old).facts[0].kinds, [Kind::Retold]);
        // Of what shares no claim, one is gone and the other new; a finding that says something else is new.
        let other = outline(&[("f_new", with(conflict(), &["c | 41", "d | 47"]))], &[]);
        assert_eq!(compare(&old, &other).facts.len(), 2);
        let mut worse = more.clone();
        worse.findings.get_mut("1:b").unwrap().message = "41, 47 and 52".to_owned();
        assert!(compare(&old, &worse).alarms(Severity::Error, NOBODY));
    }

    #[test]
    fn a_finding_of_other_figures_is_one_change() {
        let with = |lines: &[&str], severity, found: &[(&str, &str)]| {
            let claims = lines.iter().map(|line| (*line).to_owned()).collect();
            let mut outline = outline(&[("f", FactOutline { claims, ..fact("conflict", Some(41), Some(47)) })], &[]);
            for (fingerprint, says) in found {
                let message = format!("toll: {says}");
                let found = FindingOutline { rule: "x".to_owned(), severity, fact: Some("f".to_owned()), message };
                outline.findings.insert((*fingerprint).to_owned(), found);
            }
            outline
        };
        let two = with(&["a | 41", "b | 47"], Severity::Error, &[("1:a", "41 and 47")]);
        let three = with(&["a | 41", "b | 47", "c | 52"], Severity::Error, &[("1:b", "41, 47 and 52")]);
        let [there, back] = [compare(&two, &three), compare(&three, &two)];
        for (change, was, before) in [(&there, "1:a", "41 and 47"), (&back, "1:b", "41, 47 and 52")] {
            let found = &change.findings[..];
            assert_eq!((found.len(), found[0].kind), (1, Kind::Changed), "{found:?}");
            assert_eq!((found[0].was.as_deref(), found[0].before.as_deref()), (Some(was), Some(before)));
        }
        assert!(there.alarms(Severity::Error, NOBODY), "a figure more is news");
        assert!(!back.alarms(Severity::Error, NOBODY), "an article that left is none");
        assert!(!there.alarms(Severity::Error, |_| true));
        // Of two findings of a rule each is held against one; what is left over is new, or settled.
        let both = with(&["a | 41", "b | 47"], Severity::Error, &[("1:c", "41"), ("1:d", "42")]);
        let kinds = |change: &Change| change.findings.iter().map(|change| change.kind).collect::<Vec<_>>();
        assert_eq!(kinds(&compare(&two, &both)), [Kind::New, Kind::Changed]);
        assert_eq!(kinds(&compare(&both, &two)), [Kind::Changed, Kind::Settled]);
        let graver = with(&["a | 41", "b | 47"], Severity::Error, &[("1:e", "41 or 47")]);
        assert_eq!(kinds(&compare(&with(&["a | 41"], Severity::Note, &[("1:a", "41")]), &graver)), [Kind::Worse]);
    }

    #[test]
    fn a_graver_finding_is_worse_and_only_as_grave_as_asked_for_alarms() {
        let with = |severity| outline(&[], &[("1:a", severity, "f")]);
        let change = compare(&with(Severity::Note), &with(Severity::Warning));
        assert_eq!(change.findings[0].kind, Kind::Worse);
        assert!(!change.alarms(Severity::Note, |_| true), "what a desk accepted");
        assert!(change.alarms(Severity::Warning, NOBODY) && !change.alarms(Severity::Error, NOBODY));
    }
}
