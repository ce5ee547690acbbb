//! The claims of a fact as rows: who gives which figure for which time.
//!
//! In: a fact of a report. Out: rows, the earlier and lower first, claims that say the same in one row. What never happens here: a
//! figure left out without its count.

use super::full::count;
use super::places::Places;
use crate::calendar::{DayInterval, NaiveDate};
use crate::claim::{self, AsOfBasis, Claim};
use crate::fact::{self, Counting, Role};
use crate::report::Report;
use crate::rules::{span, wording};
use crate::value::Decimal;
use crate::verdict::{Moment, Verdict};

/// Claims that state one figure for one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// For when: "Sep–Nov 2024", "by 21 Mar 2025", "about 12 Jul 2025*"; "no date".
    pub(super) when: String,
    /// The same days; `None` where no date is known.
    pub(super) days: Option<DayInterval>,
    /// Known only through other articles of the story.
    pub(super) through_story: bool,
    /// The figure in words.
    pub(super) figure: String,
    /// "+ " for an increment, "of these " for a part.
    pub(super) role: &'static str,
    /// Who says so: "police", "no one named".
    pub(super) who: String,
    /// How many of its claims name a source.
    named: usize,
    /// Its claims, one an article, the first one to be quoted.
    pub(super) claims: Vec<claim::Id>,
    order: (bool, bool, Option<NaiveDate>, Option<Decimal>, claim::Id),
}

impl Row {
    /// Who says so, with how many of its articles name a source where not all do.
    pub(super) fn told_by(&self) -> String {
        match self.named {
            0 => NO_ONE.to_owned(),
            named if named < self.claims.len() => format!("{} ({named} of {})", self.who, self.claims.len()),
            _ => self.who.clone(),
        }
    }

    /// Where its claims stand: "a:3, b:7 and 4 more".
    pub(super) fn places(&self, places: &Places<'_>, most: usize) -> String {
        let shown: Vec<String> = self.claims.iter().take(most).map(|&id| places.dated(id)).collect();
        match self.claims.len().saturating_sub(most) {
            0 => shown.join(", "),
            more => format!("{} and {more} more", shown.join(", ")),
        }
    }
}

/// The rows of a fact with those of the claims that bear on it.
pub(super) fn rows(report: &Report, id: fact::Id) -> Vec<Row> {
    let fact = report.fact(id);
    let mut rows: Vec<Row> = Vec::new();
    let plain = fact.claims.iter().map(|&claim| (claim, ""));
    let related = fact.related.iter().map(|&(claim, role)| (claim, role_word(role)));
    for (claim, role) in plain.chain(related) {
        let row = row(report, claim, role, fact.counting);
        match rows.iter_mut().find(|other| (&other.when, &other.figure, other.role) == (&row.when, &row.figure, row.role)) {
            Some(same) => join(report, same, row),
            None => rows.push(row),
        }
    }
    rows.sort_by_key(|row| row.order);
    rows
}

/// How the time column is headed.
pub(super) fn heading(counting: Counting) -> &'static str {
    match counting {
        Counting::AsOf => "as of",
        Counting::Toll(_) | Counting::Date => "reported",
    }
}

/// Puts a row's claim to another's, one an article, the sources of both.
fn join(report: &Report, same: &mut Row, row: Row) {
    for id in row.claims {
        let article = report.claim(id).article;
        if !same.claims.iter().any(|&other| report.claim(other).article == article) {
            same.claims.push(id);
            same.named += usize::from(!report.claim(id).attribution.is_empty());
        }
    }
    if same.who == NO_ONE {
        same.who = row.who;
    } else if row.who != NO_ONE && !same.who.contains(&row.who) {
        same.who = format!("{}; {}", same.who, row.who);
    }
    same.order = same.order.min(row.order);
}

/// What is said where no source is named.
pub(super) const NO_ONE: &str = "no one named";

/// "latest: low 41, best –, high 47 (1 Mar 2025)": what is reported for the latest time, where the figures are apart.
pub(super) fn latest(report: &Report, id: fact::Id) -> Option<String> {
    let judgement = report.case.judgements.get(id.0 as usize)?;
    let apart = judgement.verdict > Verdict::Range && (judgement.low.is_some() || judgement.high.is_some());
    let when = judgement.latest.map_or_else(String::new, |days| format!(" ({})", wording::days(days)));
    apart.then(|| match (judgement.low, judgement.high) {
        (Some(low), Some(high)) if low == high => format!("latest: {}{when}", wording::digits(low)),
        _ => format!("latest: {}{when}", span(judgement)),
    })
}

/// "3 articles, 2 independent origins; none names a source": who stands behind a fact.
pub(super) fn standing(report: &Report, id: fact::Id, rows: &[Row]) -> String {
    let articles = report.articles_of(id);
    let mut origins: Vec<_> = articles.iter().map(|&article| report.origin_of(article)).collect();
    origins.sort_unstable();
    origins.dedup();
    let named = rows.iter().any(|row| row.role.is_empty() && row.who != NO_ONE);
    let all = count(articles.len(), "article", "articles");
    let origins = match (articles.len(), origins.len()) {
        (1, _) => String::new(),
        (_, 1) => ", one origin".to_owned(),
        (articles, origins) if origins < articles => format!(", {origins} independent origins"),
        (2, _) => ", neither a copy of the other".to_owned(),
        _ => ", none a copy of another".to_owned(),
    };
    match (named, articles.len()) {
        (true, _) => format!("{all}{origins}"),
        (false, 1) => format!("{all}; no source named"),
        (false, 2) => format!("{all}{origins}; neither names a source"),
        (false, _) => format!("{all}{origins}; none names a source"),
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Increment => "+ ",
        Role::Part | Role::Narrower => OF_THESE,
        Role::Beside => "beside these ",
    }
}

/// What a part is marked with.
const OF_THESE: &str = "of these ";

fn row(report: &Report, id: claim::Id, role: &'static str, counting: Counting) -> Row {
    let claim = report.claim(id);
    let (when, days, through_story) = when(report, claim, counting);
    let day = days.map(DayInterval::end);
    let low = claim.value.as_ref().and_then(|value| value.low.or(value.high));
    Row {
        when,
        days,
        through_story,
        figure: report.case.stated(id),
        role,
        who: who(claim),
        named: usize::from(!claim.attribution.is_empty()),
        claims: vec![id],
        // What is a part of the whole stands below it.
        order: (role == OF_THESE, day.is_none(), day, low, id),
    }
}

/// Who says so, nearest first, at most two.
pub(super) fn who(claim: &Claim) -> String {
    let sources: Vec<&str> = claim.attribution.iter().map(|said| &*said.source).take(2).collect();
    if sources.is_empty() { NO_ONE.to_owned() } else { super::excerpt::clean(&sources.join(", quoted by ")) }
}

/// For when a claim holds, in words, with the day to order by.
fn when(report: &Report, claim: &Claim, counting: Counting) -> (String, Option<DayInterval>, bool) {
    let moment = Moment::of(claim, report.article(claim.article));
    if counting != Counting::AsOf {
        return match moment.report {
            Some(day) => (wording::day(day), Some(DayInterval::day(day)), false),
            None => through_story(claim).unwrap_or_else(|| ("no date".to_owned(), None, false)),
        };
    }
    match claim.as_of {
        Some(as_of) if as_of.basis == AsOfBasis::Story => through_story(claim).unwrap_or_else(|| ("no date".to_owned(), None, false)),
        Some(as_of) => (wording::days(as_of.days), Some(as_of.days), false),
        None => ("no date".to_owned(), None, false),
    }
}

fn through_story(claim: &Claim) -> Option<(String, Option<DayInterval>, bool)> {
    let as_of = claim.as_of.filter(|as_of| as_of.basis == AsOfBasis::Story)?;
    Some((format!("about {}*", wording::days(as_of.days)), Some(as_of.days), true))
}
