//! Writing claims and reports as JSON one piece at a time: a batch of any size needs the memory of one claim.

use std::cell::RefCell;
use std::io;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::batch::{Article, Closeness, Decided, Fact, Finding, Mark, NotCompared, Published, SCHEMA, Story};
use super::names::{basis_name, counting_name, feature_name, policy_name, relation_name, severity_name, verdict_name, when_name};
use super::{Claim, Number, article_key};
use crate::article;
use crate::claim::{self, Field};
use crate::fact::Role;
use crate::report::Report;
use crate::text::{Lines, Name};

/// Writes `report` in its versioned form, indented by nothing, ended by a line break.
///
/// # Errors
///
/// Where `out` fails.
pub fn write(report: &Report, out: &mut impl io::Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Form(report))?;
    out.write_all(b"\n")
}

/// Writes the claims of one article, one a line. `text` is its document's text, as given.
///
/// # Errors
///
/// Where `out` fails.
pub fn claims(article: &article::Article, text: &str, claims: &[claim::Claim], out: &mut impl io::Write) -> io::Result<()> {
    if claims.is_empty() {
        return Ok(());
    }
    let title = article.title.as_deref().unwrap_or_default();
    let (text_lines, title_lines) = (Lines::new(text), Lines::new(title));
    for claim in claims {
        let form = match claim.field {
            Field::Title => super::claim(article, claim, title, &title_lines),
            Field::Text => super::claim(article, claim, text, &text_lines),
        };
        serde_json::to_writer(&mut *out, &form)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes the findings, one a line.
///
/// # Errors
///
/// Where `out` fails.
pub fn findings(report: &Report, out: &mut impl io::Write) -> io::Result<()> {
    for finding in &report.findings {
        serde_json::to_writer(&mut *out, &finding_form(report, finding))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// A report that serialises into the form of [`super::Report`], piece by piece.
struct Form<'a>(&'a Report);

impl Serialize for Form<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        let case = &report.case;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", SCHEMA)?;
        map.serialize_entry("complete", &report.complete())?;
        map.serialize_entry("articles", &Each::new(ids(case.articles.len()).map(|id| article_form(report, article::Id(id)))))?;
        map.serialize_entry("stories", &Each::new(ids(case.stories.len()).map(|id| story_form(report, id))))?;
        let mut reader = ClaimForms::new(report);
        map.serialize_entry("claims", &Each::new(ids(case.claims.len()).map(move |id| reader.form(claim::Id(id)))))?;
        map.serialize_entry("facts", &Each::new(ids(case.facts.len()).map(|id| fact_form(report, id))))?;
        map.serialize_entry("findings", &Each::new(report.findings.iter().map(|finding| finding_form(report, finding))))?;
        map.serialize_entry("not_compared", &Each::new(case.not_compared.iter().map(|left| not_compared_form(report, left))))?;
        map.serialize_entry("unread", &report.unread)?;
        map.serialize_entry("summary", &report.summary())?;
        map.end()
    }
}

/// A sequence that is made while it is written; it can be written once.
pub(crate) struct Each<I>(RefCell<Option<I>>);

impl<I> Each<I> {
    pub(crate) fn new(items: I) -> Self {
        Self(RefCell::new(Some(items)))
    }
}

impl<I: Iterator<Item: Serialize>> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for item in self.0.take().into_iter().flatten() {
            sequence.serialize_element(&item)?;
        }
        sequence.end()
    }
}

fn ids(count: usize) -> impl Iterator<Item = u32> {
    0..u32::try_from(count).unwrap_or(u32::MAX)
}

/// Claims in their JSON form, in order: the lines of a text are counted once.
pub(super) struct ClaimForms<'a> {
    report: &'a Report,
    text: Option<Name>,
    lines: Lines,
}

impl<'a> ClaimForms<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Self { report, text: None, lines: Lines::new("") }
    }

    pub(super) fn form(&mut self, id: claim::Id) -> Claim {
        let report = self.report;
        let claim = report.claim(id);
        let article = report.article(claim.article);
        let field = report.field_of(claim);
        let mut form = match claim.field {
            Field::Title => super::claim(article, claim, field, &Lines::new(field)),
            Field::Text => {
                let text = &report.case.texts[claim.article.0 as usize];
                if !self.text.as_ref().is_some_and(|last| Name::ptr_eq(last, text)) {
                    self.lines = Lines::new(text);
                    self.text = Some(text.clone());
                }
                super::claim(article, claim, field, &self.lines)
            }
        };
        form.fact = report.fact_of(id).map(|fact| report.fact(fact).key.to_string());
        form.origin = Some(report.origin_key(claim.article));
        form
    }
}

pub(super) fn article_form(report: &Report, id: article::Id) -> Article {
    let article = report.article(id);
    let text = |name: &Option<Name>| name.as_deref().map(str::to_owned);
    let copy_of = report.case.origins.copy_of.get(id.0 as usize).copied().flatten();
    Article {
        id: article_key(&article.doc),
        doc: article.doc.to_string(),
        title: text(&article.title),
        publisher: text(&article.publisher),
        url: text(&article.url),
        published: article.published.as_ref().map(|published| Published {
            date: published.date.to_string(),
            time: published.time.map(|time| time.to_string()),
            basis: basis_name(published.basis).to_owned(),
            doubtful: published.doubt.is_some(),
        }),
        origin: report.origin_key(id),
        copy_of: copy_of.map(|first| report.article(first).doc.to_string()),
        archived: article.archived.map(|day| day.to_string()),
    }
}

pub(super) fn story_form(report: &Report, id: u32) -> Story {
    let story = &report.case.stories[id as usize];
    Story {
        id: report.story_key(crate::story::Id(id)),
        label: story.label.to_string(),
        articles: story.articles.iter().map(|&article| report.article(article).doc.to_string()).collect(),
    }
}

pub(super) fn fact_form(report: &Report, id: u32) -> Fact {
    let id = crate::fact::Id(id);
    let fact = report.fact(id);
    let judgement = report.case.judgements.get(id.0 as usize);
    let mut origins: Vec<_> = report.articles_of(id).iter().map(|&article| report.origin_of(article)).collect();
    origins.sort_unstable();
    origins.dedup();
    let shared = report.articles_of(id).len() > 1;
    Fact {
        id: fact.key.to_string(),
        label: fact.label.to_string(),
        stories: fact.stories.iter().map(|&story| report.story_key(story)).collect(),
        measure: fact.measure.as_deref().map(str::to_owned),
        unit: fact.unit.as_deref().map(str::to_owned),
        claims: keys(report, &fact.claims),
        related: fact.related.iter().map(|&(claim, role)| (report.claim_key(claim), role_name(role).to_owned())).collect(),
        verdict: judgement.map_or("single", |judgement| verdict_name(judgement.verdict)).to_owned(),
        low: judgement.and_then(|judgement| judgement.low).map(Number),
        best: judgement.and_then(|judgement| judgement.best).map(Number),
        best_by: judgement.and_then(|judgement| judgement.best_by).map(|policy| policy_name(policy).to_owned()),
        high: judgement.and_then(|judgement| judgement.high).map(Number),
        origins: origins.into_iter().map(|article| report.origin_key(article)).collect(),
        articles: report.docs_of(id).map(ToString::to_string).collect(),
        relations: judgement.map_or_else(Vec::new, |judgement| {
            let relation = |pair: &crate::verdict::Pair| {
                (report.claim_key(pair.first), report.claim_key(pair.second), relation_name(pair.relation).to_owned())
            };
            judgement.pairs.iter().map(relation).collect()
        }),
        decided: judgement.map_or_else(Vec::new, |judgement| judgement.pairs.iter().map(decided_form).collect()),
        closeness: fact.joined.iter().map(|joined| closeness_form(report, joined)).collect(),
        counting: shared.then(|| counting_name(fact.counting).to_owned()),
        latest: judgement
            .and_then(|judgement| judgement.latest)
            .filter(|_| shared)
            .map(|days| (days.start().to_string(), days.end().to_string())),
    }
}

fn decided_form(pair: &crate::verdict::Pair) -> Decided {
    Decided { time: when_name(pair.when).to_owned(), row: pair.row + 1, verdict: verdict_name(pair.verdict).to_owned() }
}

fn closeness_form(report: &Report, joined: &crate::fact::Joined) -> Closeness {
    Closeness {
        claims: (report.claim_key(joined.with), report.claim_key(joined.claim)),
        sum: joined.parts.sum(),
        by: joined.parts.iter().map(|(feature, points)| (feature_name(feature).to_owned(), points)).collect(),
    }
}

pub(super) fn finding_form(report: &Report, finding: &crate::rules::Finding) -> Finding {
    let text = finding.article.map_or("", |article| &*report.case.texts[article.0 as usize]);
    let mark = |mark: &crate::rules::Mark| Mark {
        start: mark.span.start,
        end: mark.span.end,
        text: mark.span.of(text).to_owned(),
        label: mark.label.clone(),
    };
    Finding {
        rule: finding.rule.to_owned(),
        severity: severity_name(finding.severity).to_owned(),
        fact: finding.fact.map(|fact| report.fact(fact).key.to_string()),
        article: finding.article.map(|article| report.article(article).doc.to_string()),
        claims: keys(report, &finding.claims),
        sides: finding.sides.iter().map(|side| keys(report, side)).collect(),
        message: finding.message.clone(),
        marks: finding.marks.iter().map(mark).collect(),
        notes: finding.notes.clone(),
        help: finding.help.clone(),
        fingerprint: finding.fingerprint.clone(),
        suppressed: finding.suppressed,
    }
}

fn not_compared_form(report: &Report, left: &crate::fact::NotCompared) -> NotCompared {
    NotCompared { claims: keys(report, &left.claims), because: left.because.clone() }
}

fn keys(report: &Report, claims: &[claim::Id]) -> Vec<String> {
    claims.iter().map(|&claim| report.claim_key(claim)).collect()
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Increment => "increment",
        Role::Part | Role::Narrower => "part",
        Role::Beside => "beside",
    }
}
