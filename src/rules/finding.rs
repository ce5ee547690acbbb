//! A rule's word on a fact or an article, and its fingerprint.

use super::Case;
use crate::article;
use crate::claim::{self, Claim};
use crate::fact;
use crate::layout::Zone;
use crate::text::{Span, stable_hash};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a look.
    Warning,
    /// Fails the run by default.
    Error,
}

/// A rule's word on a fact or an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id: `conflicting-figures`.
    pub rule: &'static str,
    /// How grave.
    pub severity: Severity,
    /// The fact, where it is about one.
    pub fact: Option<fact::Id>,
    /// The article, where it is about one.
    pub article: Option<article::Id>,
    /// All claims that it is about.
    pub claims: Vec<claim::Id>,
    /// The sides that differ, the earlier or lower first.
    pub sides: Vec<Vec<claim::Id>>,
    /// One sentence that stands alone.
    pub message: String,
    /// Places in the article's text that show it, each with what to see there.
    pub marks: Vec<Mark>,
    /// Further lines: how the figures relate, what closes a gap.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// What stays the same when lines move and unrelated articles come and go.
    pub fingerprint: String,
    /// Accepted by a desk: it is marked where everything is written, else only counted, and fails no run. No rule sets it.
    pub suppressed: bool,
}

/// A place in an article's text, as given, and what to see there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// What to see; empty where the words speak for themselves.
    pub label: String,
}

/// Bytes of an article's text that stand for its title where it has none.
const OPENING: usize = 80;

/// The version of the fingerprints below: it changes when what they are made of does.
const VERSION: &str = "1";

impl Finding {
    /// A finding on a fact whose sides differ.
    ///
    /// Its fingerprint is made of the rule, the fact's own key (event, measure, actor, place) and the set of figures on the sides: one
    /// more article with the same figure changes nothing, a new figure does.
    pub(super) fn on_fact(case: &Case, rule: &'static str, severity: Severity, id: fact::Id, sides: Vec<Vec<claim::Id>>) -> Self {
        let fact = &case.facts[id.0 as usize];
        let mut claims: Vec<_> = sides.iter().flatten().copied().collect();
        claims.sort_unstable();
        claims.dedup();
        // A figure that many claims print is written out once.
        let mut told: Vec<&Claim> = Vec::new();
        for claim in claims.iter().map(|&id| case.claim(id)) {
            if !told.iter().any(|other| prints_as(other, claim)) {
                told.push(claim);
            }
        }
        let mut figures: Vec<String> = told.into_iter().map(|claim| canonical(case, claim)).collect();
        figures.sort_unstable();
        figures.dedup();
        let parts = [VERSION, rule, &fact.key].into_iter().chain(figures.iter().map(String::as_str));
        let fingerprint = format!("{VERSION}:{:016x}", stable_hash(parts));
        Self {
            rule,
            severity,
            fact: Some(id),
            article: None,
            claims,
            sides,
            message: String::new(),
            marks: Vec::new(),
            notes: Vec::new(),
            help: None,
            fingerprint,
            suppressed: false,
        }
    }

    /// A finding on one article. `detail` are the words that it is about; with the title, or the opening of the text, they make the fingerprint, never the name.
    pub(super) fn on_article(
        case: &Case,
        rule: &'static str,
        severity: Severity,
        id: article::Id,
        claims: Vec<claim::Id>,
        detail: &str,
    ) -> Self {
        let title = case.article(id).title.as_deref().unwrap_or_else(|| opening(case, id));
        let fingerprint = format!("{VERSION}:{:016x}", stable_hash([VERSION, rule, title, detail]));
        Self {
            rule,
            severity,
            fact: None,
            article: Some(id),
            sides: Vec::new(),
            claims,
            message: String::new(),
            marks: Vec::new(),
            notes: Vec::new(),
            help: None,
            fingerprint,
            suppressed: false,
        }
    }

    /// The finding against a figure that no article gives: another such figure is another finding.
    pub(super) fn beside(mut self, figure: &str) -> Self {
        self.fingerprint = format!("{VERSION}:{:016x}", stable_hash([&*self.fingerprint, figure]));
        self
    }

    /// The finding with its sentence.
    pub(super) fn saying(mut self, message: String) -> Self {
        self.message = message;
        self
    }

    /// The finding with a place that shows it.
    pub(super) fn marking(mut self, mark: Option<(Span, String)>) -> Self {
        self.marks.extend(mark.map(|(span, label)| Mark { span, label }));
        self
    }

    /// The finding with a further line; an empty one is dropped.
    pub(super) fn noting(mut self, note: impl Into<Option<String>>) -> Self {
        self.notes.extend(note.into().filter(|note| !note.is_empty()));
        self
    }

    /// The finding with what to do about it.
    pub(super) fn helping(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The first words of an article's own text.
fn opening(case: &Case, id: article::Id) -> &str {
    let article = case.article(id);
    let first = article.blocks.iter().find(|block| block.zone == Zone::Body).or_else(|| article.blocks.first());
    let words = first.map_or("", |block| block.span.of(&case.texts[id.0 as usize]));
    &words[..words.floor_char_boundary(OPENING)]
}

/// A claim's figure or date in a form that no wording changes.
fn canonical(case: &Case, claim: &Claim) -> String {
    match (&claim.value, &claim.date) {
        (Some(value), _) => {
            let stated: Vec<String> = value.stated().map(|number| number.normal().to_string()).collect();
            let unit = value.unit.as_deref().unwrap_or_default();
            let words = if stated.is_empty() { case.words(claim).to_lowercase() } else { String::new() };
            format!("{:?} {} {unit} {words}", value.bound, stated.join(".."))
        }
        (None, Some(date)) => date.days.map_or_else(|| date.timex.to_string(), |days| format!("{}..{}", days.start(), days.end())),
        (None, None) => String::new(),
    }
}

/// Whether two claims surely have one canonical form.
fn prints_as(one: &Claim, other: &Claim) -> bool {
    match (&one.value, &other.value) {
        (Some(one), Some(other)) => {
            one.first.is_some()
                && (one.first, one.second) == (other.first, other.second)
                && one.bound == other.bound
                && one.unit == other.unit
        }
        _ => false,
    }
}
