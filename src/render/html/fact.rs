//! A fact as the page shows it: at a glance, then its plot, its sentences, and how it was put together.
//!
//! In: a fact of a report. Out: what the template prints, all of it words. What never happens here: markup, but for the drawings; a
//! decision about figures.

use std::collections::BTreeMap;

use serde::Serialize;

use super::forest::Forest;
use super::quotes::{self, Article, Group};
use super::timeline::timeline;
use super::{Page, said, word};
use crate::claim;
use crate::fact::{self, Counting, Feature};
use crate::render::excerpt::clean;
use crate::render::full::{count, words};
use crate::render::rows::{NO_ONE, Row, heading, latest, rows, standing};
use crate::report::json::{relation_name, severity_name, verdict_name};
use crate::rules::{Finding, Severity, rule, wording};
use crate::verdict::{Pair, Verdict, When};

/// Most rows of one fact.
const ROWS: usize = 20;
/// Most groups of sentences of one fact.
const GROUPS: usize = 8;
/// Most articles that are named in one row.
const PLACES: usize = 4;
/// Most figures that stand beside a fact's label.
const GLANCE: usize = 4;
/// Most pairs, and most claims left apart, that are listed.
const LISTED: usize = 8;

/// A fact.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    pub(super) id: String,
    /// Its place in the order of gravity.
    pub(super) rank: usize,
    pub(super) verdict: &'static str,
    /// What stands before its label: the verdict, or what was found where that is graver.
    pub(super) badge: Badge,
    /// The gravest severity of its findings.
    pub(super) severity: Option<&'static str>,
    pub(super) label: String,
    /// What it is of, where the label says so in brackets.
    pub(super) context: Option<String>,
    /// Its figures, at a glance.
    pub(super) glance: String,
    pub(super) articles: usize,
    /// Its latest day, counted from the year 1, to sort by; and in words.
    pub(super) day: Option<i32>,
    pub(super) latest_day: Option<String>,
    pub(super) measure: Option<String>,
    /// The numbers of its sources in the page's list.
    pub(super) sources: String,
    /// What changed since the accepted report.
    pub(super) changed: Option<String>,
    /// Whether the desk has accepted all that was found.
    pub(super) accepted: bool,
    pub(super) findings: Vec<Found>,
    /// What the page draws of it; none where it is listed only.
    pub(super) body: Option<Body>,
    /// Whether it stands open.
    pub(super) open: bool,
}

/// A sign and a word.
#[derive(Debug, Serialize)]
pub(super) struct Badge {
    name: &'static str,
    word: String,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct Found {
    pub(super) severity: &'static str,
    pub(super) rule: &'static str,
    /// What its rule finds.
    pub(super) finds: &'static str,
    pub(super) message: String,
    pub(super) notes: Vec<String>,
    pub(super) help: Option<String>,
    /// Whether the desk has accepted it.
    pub(super) accepted: bool,
}

/// All that stands below a fact's first line.
#[derive(Debug, Serialize)]
pub(super) struct Body {
    /// "as of" or "reported".
    heading: &'static str,
    /// The axis of the plot; none where all rows show one interval.
    axis: Option<String>,
    logarithmic: bool,
    rows: Vec<Line>,
    /// "20 of 60 rows".
    cut: Option<String>,
    /// Whether a row's day is known only through its story.
    through_story: bool,
    latest: Option<String>,
    standing: String,
    /// The fact's verdict, where its badge says something else.
    verdict: Option<&'static str>,
    timeline: Option<String>,
    groups: Vec<Group>,
    groups_cut: Option<String>,
    /// How many sentences the groups hold.
    sentences: String,
    /// How the figures were held against each other, and what joined the claims.
    pairs: Vec<String>,
    pairs_cut: Option<String>,
    joined: Option<String>,
    /// What was kept apart from it, and why.
    apart: Vec<String>,
    apart_cut: Option<String>,
}

/// A row of the table.
#[derive(Debug, Serialize)]
struct Line {
    when: String,
    role: &'static str,
    figure: String,
    side: Option<usize>,
    strip: Option<String>,
    places: Vec<Place>,
    more: usize,
    who: String,
    named: bool,
}

#[derive(Debug, Serialize)]
struct Place {
    article: Article,
    line: String,
}

impl Page<'_> {
    /// A fact as the page shows it; with its body, or on one line.
    pub(super) fn fact(&self, id: fact::Id, rank: usize, drawn: bool) -> Fact {
        let report = self.report;
        let (fact, rows) = (report.fact(id), rows(report, id));
        let mut findings: Vec<&Finding> = report.findings_on(id).collect();
        // What is open comes first.
        findings.sort_by_key(|finding| finding.suppressed);
        let (label, context) = split(&clean(&fact.label));
        let last = rows.iter().filter(|row| row.role.is_empty()).filter_map(|row| row.days).max_by_key(|days| days.end());
        let severity = findings.first().map(|finding| finding.severity);
        let listed: Vec<Found> = findings.iter().map(|finding| found(finding, &fact.label)).collect();
        let accepted = !listed.is_empty() && listed.iter().all(|finding| finding.accepted);
        Fact {
            id: fact.key.to_string(),
            rank,
            verdict: verdict_name(said(report, id)),
            badge: badge(said(report, id), findings.first().copied()),
            severity: severity.map(severity_name),
            label,
            context,
            glance: glance(&rows),
            articles: report.articles_of(id).len(),
            day: last.map(|days| days.numbers().1),
            latest_day: last.map(wording::days),
            measure: fact.measure.as_deref().map(clean),
            sources: self.sources.numbers(report, id),
            changed: self.changed.get(&*fact.key).cloned(),
            open: drawn && !accepted && severity.is_some_and(|severity| severity > Severity::Note),
            accepted,
            findings: listed,
            body: drawn.then(|| self.body(id, &rows, &findings)),
        }
    }

    fn body(&self, id: fact::Id, rows: &[Row], findings: &[&Finding]) -> Body {
        let (report, said) = (self.report, said(self.report, id));
        let sides: Vec<Option<usize>> = rows.iter().map(|row| side(findings, row)).collect();
        let shown = &rows[..rows.len().min(ROWS)];
        let forest = Forest::of(report, shown);
        let line = |(index, row): (usize, &Row)| Line {
            when: row.when.clone(),
            role: row.role,
            figure: clean(&row.figure),
            side: sides[index],
            strip: forest.as_ref().map(|forest| forest.strip(index, sides[index])),
            places: row.claims.iter().take(PLACES).map(|&claim| self.place(claim)).collect(),
            more: row.claims.len().saturating_sub(PLACES),
            who: row.told_by(),
            named: row.told_by() != NO_ONE,
        };
        // Sentences on what is no side of the fact come last.
        let mut told: Vec<(&Row, Option<usize>)> = rows.iter().zip(sides.iter().copied()).collect();
        told.sort_by_key(|(row, _)| !row.role.is_empty());
        let groups = told.iter().take(GROUPS).map(|&(row, side)| quotes::group(report, &self.places, row, side));
        let groups: Vec<Group> = groups.collect();
        let sentences = groups.iter().map(|group| group.quotes.len()).sum();
        let (pairs, all_pairs) = self.pairs(id);
        let (apart, all_apart) = self.apart(id);
        Body {
            heading: heading(report.fact(id).counting),
            axis: forest.as_ref().map(Forest::axis),
            logarithmic: forest.as_ref().is_some_and(Forest::logarithmic),
            rows: shown.iter().enumerate().map(line).collect(),
            cut: cut(shown.len(), rows.len(), "rows"),
            through_story: shown.iter().any(|row| row.through_story),
            latest: latest(report, id),
            standing: standing(report, id, rows, None),
            timeline: if said <= Verdict::Agreement || report.fact(id).counting == Counting::Date {
                None
            } else {
                timeline(report, shown, &sides)
            },
            verdict: (badge(said, findings.first().copied()).name != verdict_name(said)).then(|| verdict_name(said)),
            groups_cut: cut(groups.len(), rows.len(), "figures"),
            sentences: count(sentences, "sentence", "sentences"),
            groups,
            pairs_cut: cut(pairs.len(), all_pairs, "pairs"),
            pairs,
            joined: self.joined(id),
            apart_cut: cut(apart.len(), all_apart, "reasons"),
            apart,
        }
    }

    fn place(&self, id: claim::Id) -> Place {
        let article = self.report.claim(id).article;
        let place = self.places.of(id);
        let line = place.strip_prefix(self.places.name(article)).unwrap_or_default().to_owned();
        Place { article: quotes::article(self.report, &self.places, article), line }
    }

    /// "34 and 43: apart, at one time – conflict", pairs of which the same is said together; and how many lines there are.
    fn pairs(&self, id: fact::Id) -> (Vec<String>, usize) {
        let case = &self.report.case;
        let Some(judgement) = case.judgements.get(id.0 as usize) else { return (Vec::new(), 0) };
        let one = |pair: &Pair| {
            let time = match pair.when {
                When::Same => "at one time",
                When::Later => "the second later",
                When::Settled => "the second later, but too late or too far for a change",
                When::Unknown => "times not known",
            };
            let (first, second) = (clean(&case.stated(pair.first)), clean(&case.stated(pair.second)));
            format!("{first} and {second}: {}, {time} – {}", relation_name(pair.relation), verdict_name(pair.verdict))
        };
        let mut lines: Vec<(String, usize)> = Vec::new();
        for pair in &judgement.pairs {
            let line = one(pair);
            match lines.iter_mut().find(|(other, _)| *other == line) {
                Some((_, number)) => *number += 1,
                None => lines.push((line, 1)),
            }
        }
        let all = lines.len();
        let counted = |(line, number): (String, usize)| if number > 1 { format!("{line} ({number} pairs)") } else { line };
        (lines.into_iter().take(LISTED).map(counted).collect(), all)
    }

    /// What speaks for its claims being of one fact, and against: by how many of its claims.
    fn joined(&self, id: fact::Id) -> Option<String> {
        let joined = &self.report.fact(id).joined;
        let (mut speak, mut against): (BTreeMap<Feature, usize>, BTreeMap<Feature, usize>) = (BTreeMap::new(), BTreeMap::new());
        for (feature, points) in joined.iter().flat_map(|near| near.parts.iter()) {
            *if points > 0 { &mut speak } else { &mut against }.entry(feature).or_default() += 1;
        }
        let list = |features: &BTreeMap<Feature, usize>| {
            let one = |(feature, number): (&Feature, &usize)| {
                let some = if *number < joined.len() { format!(" ({number} of {})", joined.len()) } else { String::new() };
                format!("{}{some}", told(*feature))
            };
            features.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        (!speak.is_empty())
            .then(|| if against.is_empty() { list(&speak) } else { format!("{}; against it: {}", list(&speak), list(&against)) })
    }

    /// What was kept apart from a fact, and why; and how many there are.
    fn apart(&self, id: fact::Id) -> (Vec<String>, usize) {
        let report = self.report;
        let fact = report.fact(id);
        let mut left: Vec<usize> = fact.claims.iter().filter_map(|claim| self.left_of.get(claim)).flatten().copied().collect();
        left.sort_unstable();
        left.dedup();
        let one = |&index: &usize| {
            let left = &report.case.not_compared[index];
            let others = || left.claims.iter().filter(|claim| !fact.claims.contains(claim));
            let names: Vec<String> =
                others().take(3).map(|&claim| format!("{} ({})", words(report, claim), self.places.of(claim))).collect();
            let more = others().count().saturating_sub(names.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let names = if names.is_empty() { "its own claims".to_owned() } else { names.join(", ") };
            format!("{names}{more}: {}", clean(&left.because))
        };
        (left.iter().take(LISTED).map(one).collect(), left.len())
    }
}

/// A finding; `label` is what its sentence need not say again.
pub(super) fn found(finding: &Finding, label: &str) -> Found {
    let message = clean(&finding.message);
    let rest = message.strip_prefix(&clean(label)).and_then(|rest| rest.strip_prefix(": ").or(rest.strip_prefix(' ')));
    Found {
        severity: severity_name(finding.severity),
        rule: finding.rule,
        finds: rule(finding.rule).map_or("", |rule| rule.finds),
        message: rest.unwrap_or(&message).to_owned(),
        notes: finding.notes.iter().map(|note| clean(note)).collect(),
        help: finding.help.as_deref().map(clean),
        accepted: finding.suppressed,
    }
}

/// "20 of 60 rows", where not all are shown.
pub(super) fn cut(shown: usize, all: usize, noun: &str) -> Option<String> {
    (shown < all).then(|| format!("{shown} of {all} {noun}"))
}

/// The side of a finding, the gravest first, on which a row's claims stand.
fn side(findings: &[&Finding], row: &Row) -> Option<usize> {
    let sides = findings.iter().map(|finding| &finding.sides).find(|sides| sides.len() > 1)?;
    sides.iter().position(|side| row.claims.iter().any(|claim| side.contains(claim)))
}

/// The verdict; where articles agree and yet something grave was found of one of them, the name of that.
fn badge(said: Verdict, finding: Option<&Finding>) -> Badge {
    let grave = finding.filter(|finding| !finding.suppressed && finding.severity > Severity::Note && said <= Verdict::Range);
    match grave {
        Some(finding) => Badge { name: severity_name(finding.severity), word: capital(&finding.rule.replace('-', " ")) },
        None => Badge { name: verdict_name(said), word: word(said).to_owned() },
    }
}

/// A phrase with a capital at its head.
fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A label without what stands in its last brackets, and that.
fn split(label: &str) -> (String, Option<String>) {
    let cut = label.rsplit_once(" (").and_then(|(label, rest)| Some((label, rest.rsplit_once(')')?)));
    match cut {
        Some((label, (context, rest))) if rest.is_empty() || rest.starts_with(',') => (format!("{label}{rest}"), Some(context.to_owned())),
        _ => (label.to_owned(), None),
    }
}

/// Its figures in order, each once.
fn glance(rows: &[Row]) -> String {
    let mut figures: Vec<String> = Vec::new();
    for row in rows.iter().filter(|row| row.role.is_empty()) {
        let figure = clean(&row.figure);
        if !figures.contains(&figure) {
            figures.push(figure);
        }
    }
    let shown = figures.len().min(GLANCE);
    let more = if shown < figures.len() { format!(" and {} more", figures.len() - shown) } else { String::new() };
    format!("{}{more}", figures[..shown].join(" · "))
}

/// What a feature says, for people.
fn told(feature: Feature) -> &'static str {
    match feature {
        Feature::Story => "one story",
        Feature::Noun => "what is counted",
        Feature::Phrase => "the words with it",
        Feature::Event => "what happened",
        Feature::Actor => "who did it",
        Feature::Place => "the place",
        Feature::Names => "names in the sentence",
        Feature::Prominent => "both at the head of their articles",
        Feature::Scope => "what narrows it",
        Feature::Days => "the days",
        Feature::Figure => "the figure itself",
        Feature::Context => "rare words in the sentence",
        Feature::Settings => "the settings",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_keeps_its_brackets_apart() {
        assert_eq!(split("homes destroyed (Fire in Pell)"), ("homes destroyed".to_owned(), Some("Fire in Pell".to_owned())));
        assert_eq!(split("cost (Tunnel), planned"), ("cost, planned".to_owned(), Some("Tunnel".to_owned())));
        assert_eq!(split("homes (old) destroyed"), ("homes (old) destroyed".to_owned(), None));
    }

    #[test]
    fn what_is_cut_is_counted() {
        assert_eq!((cut(3, 3, "rows"), cut(20, 60, "rows").as_deref()), (None, Some("20 of 60 rows")));
    }
}
