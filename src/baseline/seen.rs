//! What a baseline looks at in a report: findings with the figures and the origins of their sides, and who told the facts that it knows.
//!
//! In: a report, or its JSON form. Out: the same of either. What never happens here: a line, an id that an unrelated article changes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Baseline, Entry, Side};
use crate::article;
use crate::calendar::NaiveDate;
use crate::claim;
use crate::report::Report;
use crate::report::json::{self, bound_name};
use crate::rules::Finding;
use crate::value::Decimal;

/// A finding as far as a baseline looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Its fingerprint.
    pub fingerprint: String,
    /// The rule's id.
    pub rule: String,
    /// The fact's id, where it is about one.
    pub fact: Option<String>,
    /// Its sentence.
    pub message: String,
    /// Who reports what.
    pub sides: Vec<Side>,
}

impl Seen {
    /// What a report holds of a finding.
    pub fn of(report: &Report, finding: &Finding) -> Self {
        let side = |side: &Vec<claim::Id>| Side {
            figures: side.iter().map(|&id| stated(report, id)).collect(),
            origins: origins(side.iter().map(|&id| {
                let article = report.claim(id).article;
                (report.origin_of(article), name(report, article))
            })),
            articles: side.iter().map(|&id| report.article(report.claim(id).article).doc.to_string()).collect(),
        };
        Self {
            fingerprint: finding.fingerprint.clone(),
            rule: finding.rule.to_owned(),
            fact: finding.fact.map(|id| report.fact(id).key.to_string()),
            message: finding.message.clone(),
            sides: finding.sides.iter().map(side).collect(),
        }
    }

    /// An entry that accepts it.
    pub fn accepted(self, reason: &str, by: &str, date: NaiveDate, expires: Option<NaiveDate>) -> Entry {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Entry {
            fingerprint: self.fingerprint,
            rule: self.rule,
            fact: self.fact,
            message: one_line(&self.message),
            sides: self.sides,
            reason: one_line(reason),
            by: one_line(by),
            date,
            expires,
        }
    }
}

/// A report as far as a baseline looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Its findings.
    pub findings: Vec<Seen>,
    /// Who told each fact that the baseline names, by the fact's id.
    pub told: BTreeMap<String, BTreeSet<BTreeSet<String>>>,
}

impl View {
    /// What `baseline` looks at in a report.
    pub fn of(report: &Report, baseline: &Baseline) -> Self {
        let named: BTreeSet<&str> = baseline.entries().filter_map(|entry| entry.fact.as_deref()).collect();
        let facts = report.case.facts.iter().filter(|fact| named.contains(&*fact.key));
        let told = facts.map(|fact| {
            let articles = fact.claims.iter().map(|&id| report.claim(id).article);
            (fact.key.to_string(), origins(articles.map(|article| (report.origin_of(article), name(report, article)))))
        });
        Self { findings: report.findings.iter().map(|finding| Seen::of(report, finding)).collect(), told: together(told) }
    }

    /// What a baseline looks at in the JSON form of a report.
    pub fn of_json(report: &json::Report) -> Self {
        let claims: BTreeMap<&str, &json::Claim> = report.claims.iter().map(|claim| (&*claim.id, claim)).collect();
        let articles: BTreeMap<&str, &json::Article> = report.articles.iter().map(|article| (&*article.doc, article)).collect();
        let who = |claim: &&json::Claim| {
            let article = articles.get(&*claim.doc)?;
            Some((article.origin.clone(), article.publisher.clone().unwrap_or_else(|| article.doc.clone())))
        };
        let of = |ids: &[String]| -> Vec<&json::Claim> { ids.iter().filter_map(|id| claims.get(&**id).copied()).collect() };
        let side = |ids: &Vec<String>| {
            let claims = of(ids);
            Side {
                figures: claims.iter().map(|claim| stated_json(claim)).collect(),
                origins: origins(claims.iter().filter_map(who)),
                articles: claims.iter().map(|claim| claim.doc.clone()).collect(),
            }
        };
        let finding = |finding: &json::Finding| Seen {
            fingerprint: finding.fingerprint.clone(),
            rule: finding.rule.clone(),
            fact: finding.fact.clone(),
            message: finding.message.clone(),
            sides: finding.sides.iter().map(side).collect(),
        };
        let told = report.facts.iter().map(|fact| (fact.id.clone(), origins(of(&fact.claims).iter().filter_map(who))));
        Self { findings: report.findings.iter().map(finding).collect(), told: together(told) }
    }

    /// Whether the fact of an entry was told again, by two origins and somebody of each side.
    pub(super) fn tells_again(&self, entry: &Entry) -> bool {
        let Some(told) = entry.fact.as_ref().and_then(|fact| self.told.get(fact)) else { return false };
        let known = |side: &Side| side.names().any(|name| told.iter().any(|origin| origin.contains(name)));
        told.len() > 1 && entry.sides.iter().all(known)
    }
}

/// Facts of one id are one.
fn together<I>(facts: I) -> BTreeMap<String, BTreeSet<BTreeSet<String>>>
where
    I: Iterator<Item = (String, BTreeSet<BTreeSet<String>>)>,
{
    let mut told: BTreeMap<String, BTreeSet<BTreeSet<String>>> = BTreeMap::new();
    facts.for_each(|(fact, origins)| told.entry(fact).or_default().extend(origins));
    told
}

/// The names under each origin; an outlet that reports twice is one.
fn origins<O: Ord>(named: impl Iterator<Item = (O, String)>) -> BTreeSet<BTreeSet<String>> {
    let mut by: BTreeMap<O, BTreeSet<String>> = BTreeMap::new();
    for (origin, name) in named {
        by.entry(origin).or_default().insert(name);
    }
    by.into_values().collect()
}

/// The publisher of an article, where it is known; else its name.
fn name(report: &Report, id: article::Id) -> String {
    let article = report.article(id);
    article.publisher.as_ref().unwrap_or(&article.doc).to_string()
}

/// A claim's figure or days in a form that no wording changes: "34", "approx 40", "10000..12000 km".
fn stated(report: &Report, id: claim::Id) -> String {
    let claim = report.claim(id);
    match (&claim.value, claim.date.as_ref()) {
        (Some(value), _) => figure(bound_name(value.bound), value.stated(), value.unit.as_deref(), report.case.words(claim)),
        (None, Some(date)) => match date.days {
            Some(days) => between(&days.start().to_string(), &days.end().to_string()),
            None => date.timex.to_string(),
        },
        (None, None) => String::new(),
    }
}

/// The same from the JSON form.
fn stated_json(claim: &json::Claim) -> String {
    match (&claim.value, &claim.date) {
        (Some(value), _) => figure(&value.bound, value.stated.iter().map(|number| number.0), value.unit.as_deref(), &claim.text),
        (None, Some(date)) => match (&date.start, &date.end) {
            (Some(start), Some(end)) => between(start, end),
            _ => date.timex.clone(),
        },
        (None, None) => String::new(),
    }
}

fn figure(bound: &str, stated: impl Iterator<Item = Decimal>, unit: Option<&str>, words: &str) -> String {
    let numbers: Vec<String> = stated.map(|number| number.normal().to_string()).collect();
    let figure =
        if numbers.is_empty() { words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase() } else { numbers.join("..") };
    let bound = Some(bound).filter(|bound| !matches!(*bound, "exact" | "range"));
    bound.into_iter().chain([&*figure]).chain(unit).collect::<Vec<_>>().join(" ")
}

fn between(start: &str, end: &str) -> String {
    if start == end { start.to_owned() } else { format!("{start}..{end}") }
}

#[cfg(test)]
mod tests {
    use super::super::testing::side;
    use super::*;
    use crate::rules::testing::{Batch, day};
    use crate::rules::{Settings, check};

    #[test]
    fn figures_and_origins_are_seen_the_same_in_either_form() {
        let case = Batch::toll("toll")
            .article("a.md", Some(day(3, 1)), "It killed [41 people|41].")
            .article("b.md", Some(day(3, 1)), "It killed [over 47|>47].")
            .article("c.md", Some(day(3, 1)), "It killed [over 47|>47].")
            .with(|case| {
                case.articles[0].publisher = Some("Alder Post".into());
                case.origins.of[2] = case.origins.of[1];
            })
            .judged();
        let findings = check(&case, &Settings::default());
        let report = Report::new(case, findings, Vec::new());
        let mut form = Vec::new();
        json::write(&report, &mut form).unwrap();
        let form = json::read(std::str::from_utf8(&form).unwrap()).unwrap();
        let all = View::of_json(&form);
        assert_eq!(all.findings, View::of(&report, &Baseline::default()).findings);
        let with = |short, docs: &[&str]| Side { articles: docs.iter().map(|doc| (*doc).to_owned()).collect(), ..side(short) };
        assert_eq!(all.findings[0].sides, [with("41: Alder Post", &["a.md"]), with("more_than 47: b.md+c.md", &["b.md", "c.md"])]);
        let mut baseline = Baseline::default();
        baseline.accept(all.findings[0].clone().accepted("known", "ab", day(3, 2), None));
        assert_eq!(View::of(&report, &baseline).told, all.told);
    }

    #[test]
    fn words_without_a_number_are_themselves() {
        assert_eq!(figure("vague", std::iter::empty(), None, "Dozens  of\npeople"), "vague dozens of people");
        assert_eq!(figure("range", [10, 12].into_iter().map(Decimal::from), Some("km"), ""), "10..12 km");
        assert_eq!(between("2025-03-01", "2025-03-31"), "2025-03-01..2025-03-31");
    }
}
