//! The sentences behind a fact, those of one figure together, copies of one report once.
//!
//! In: the rows of a fact. Out: for each row its sentences with the figure marked, where each stands, who says so, and which other
//! articles go back to the same report. What never happens here: a sentence left out without its count.

use serde::Serialize;

use super::forest::sign;
use super::link;
use crate::article;
use crate::claim;
use crate::layout::Zone;
use crate::render::excerpt::{clean, excerpt};
use crate::render::places::Places;
use crate::render::rows::{NO_ONE, Row, who};
use crate::report::Report;
use crate::rules::wording;

/// Letters of a sentence.
const SENTENCE: usize = 300;
/// Most sentences of one row.
const SENTENCES: usize = 4;
/// Most copies that are named.
const COPIES: usize = 6;

/// The sentences of one row.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    pub(super) figure: String,
    pub(super) when: String,
    pub(super) side: Option<usize>,
    /// The sign of its side on the page.
    pub(super) sign: String,
    pub(super) quotes: Vec<Quote>,
    /// "4 of 9 sentences".
    pub(super) cut: Option<String>,
}

/// A sentence with the figure in it.
#[derive(Debug, Serialize)]
pub(super) struct Quote {
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
    pub(super) article: Article,
    /// "line 5", "title".
    pub(super) line: String,
    pub(super) who: String,
    /// Whether somebody is named.
    pub(super) named: bool,
    /// Other articles that go back to the same report.
    pub(super) copies: Vec<Article>,
    pub(super) more_copies: usize,
}

/// An article by name.
#[derive(Debug, Serialize)]
pub(super) struct Article {
    /// Its outlet, where it is known.
    pub(super) outlet: Option<String>,
    /// A short name.
    pub(super) name: String,
    /// Its whole name and its title.
    pub(super) full: String,
    /// The day of publication, and of an article of an earlier batch when it was archived.
    pub(super) day: Option<String>,
    /// Its address on the web.
    pub(super) url: Option<String>,
}

/// An article as the page names it.
pub(super) fn article(report: &Report, places: &Places<'_>, id: article::Id) -> Article {
    let article = report.article(id);
    let title = article.title.as_deref().map_or_else(String::new, |title| format!(" – {}", clean(title)));
    let day = article.published.as_ref().map(|published| {
        let doubt = if published.doubt.is_some() { " (in doubt)" } else { "" };
        format!("{}{doubt}", wording::day(published.date))
    });
    let days: Vec<String> = day.into_iter().chain(places.archived(id)).collect();
    Article {
        outlet: article.publisher.as_deref().map(clean),
        name: places.name(id).to_owned(),
        full: format!("{}{title}", clean(&article.doc)),
        day: (!days.is_empty()).then(|| days.join(", ")),
        url: article.url.as_deref().and_then(link),
    }
}

/// The sentences of `row`: of each origin the first, with the other articles of that origin beside it.
pub(super) fn group(report: &Report, places: &Places<'_>, row: &Row, side: Option<usize>) -> Group {
    let mut origins: Vec<(article::Id, Vec<claim::Id>)> = Vec::new();
    for &id in &row.claims {
        let origin = report.origin_of(report.claim(id).article);
        match origins.iter_mut().find(|(other, _)| *other == origin) {
            Some((_, claims)) => claims.push(id),
            None => origins.push((origin, vec![id])),
        }
    }
    let shown = origins.len().min(SENTENCES);
    let quotes = origins[..shown].iter().map(|(_, claims)| quote(report, places, claims)).collect();
    Group {
        figure: format!("{}{}", row.role, clean(&row.figure)),
        when: row.when.clone(),
        side,
        sign: sign(side, false),
        quotes,
        cut: (shown < origins.len()).then(|| format!("{shown} of {} sentences", origins.len())),
    }
}

/// One sentence for the claims of one origin: from an article's own text before a headline.
fn quote(report: &Report, places: &Places<'_>, claims: &[claim::Id]) -> Quote {
    let body = claims.iter().find(|&&id| report.claim(id).zone == Zone::Body);
    let id = body.or(claims.first()).copied().unwrap_or_default();
    let claim = report.claim(id);
    let words = excerpt(report.field_of(claim), claim.sentence, claim.span, SENTENCE);
    let place = places.of(id);
    let line = place.strip_prefix(places.name(claim.article)).unwrap_or(&place);
    let line = line.strip_prefix(':').map_or_else(|| line.trim().to_owned(), |number| format!("line {number}"));
    let others: Vec<article::Id> =
        claims.iter().map(|&other| report.claim(other).article).filter(|&other| other != claim.article).collect();
    let who = who(claim);
    Quote {
        before: words.before,
        marked: words.marked,
        after: words.after,
        article: article(report, places, claim.article),
        line,
        named: who != NO_ONE,
        who,
        copies: others.iter().take(COPIES).map(|&other| article(report, places, other)).collect(),
        more_copies: others.len().saturating_sub(COPIES),
    }
}
