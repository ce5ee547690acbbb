//! The claims of a fact as rows: who gives which figure for which time.
//!
//! In: a fact of a report. Out: rows, the earlier and lower first, claims that say the same in one row. What never happens here: a
//! figure left out without its count.

use super::excerpt::columns;
use super::full::count;
use super::places::Places;
use crate::calendar::{DayInterval, NaiveDate};
use crate::claim::{self, AsOfBasis, Claim};
use crate::fact::{self, Counting, Role};
use crate::layout::Zone;
use crate::report::Report;
use crate::rules::{Finding, span, wording};
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

    /// The claim that is quoted: one of an article's own text before a headline.
    pub(super) fn quoted(&self, report: &Report) -> Option<claim::Id> {
        let body = self.claims.iter().find(|&&id| report.claim(id).zone == Zone::Body);
        body.or(self.claims.first()).copied()
    }

    /// Where its claims stand, with the outlets that are known: "Alder Post (a:3), b:7 and 4 more".
    pub(super) fn places(&self, places: &Places<'_>, most: usize) -> String {
        self.first(most, |_, id| places.with_outlet(id, usize::MAX))
    }

    /// The same in at most `room` columns, where that can be: outlets before files, as a desk knows those.
    pub(super) fn places_within(&self, places: &Places<'_>, room: usize) -> String {
        const MOST: usize = 3;
        // Each claim's own words once: whole, and its outlet alone.
        let told: Vec<(String, Option<String>)> =
            self.claims.iter().take(MOST).map(|&id| (places.with_outlet(id, usize::MAX), places.outlet(id))).collect();
        let whole = |at: usize, _| told[at].0.clone();
        let outlet = |at: usize, id| told[at].1.clone().filter(|_| at > 0).unwrap_or_else(|| whole(at, id));
        let alone = |at: usize, id| told[at].1.clone().unwrap_or_else(|| places.dated(id));
        let fits = |words: &String| columns(words) <= room;
        let found = (1..=MOST).rev().find_map(|most| {
            let found = Some(self.first(most, whole)).filter(fits).or_else(|| Some(self.first(most, outlet)).filter(fits));
            found.or_else(|| Some(self.first(most, alone)).filter(|words| self.claims.len() > 1 && fits(words)))
        });
        let found = found.or_else(|| (1..=MOST).rev().map(|most| self.first(most, |_, id| places.with_outlet(id, room))).find(fits));
        found.or_else(|| (1..=MOST).rev().map(|most| self.first(most, |_, id| places.dated(id))).find(fits)).unwrap_or_else(|| {
            // Nothing fits: whoever prints it cuts it.
            self.first(1, |_, id| places.dated(id))
        })
    }

    /// The first `most` of its claims, each in words, and how many more there are. What says the same is said once.
    fn first(&self, most: usize, words: impl Fn(usize, claim::Id) -> String) -> String {
        let mut shown: Vec<String> = Vec::new();
        for words in self.claims.iter().take(most).enumerate().map(|(at, &id)| words(at, id)) {
            if !shown.contains(&words) {
                shown.push(words);
            }
        }
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
        let named = |id: claim::Id| !report.claim(id).attribution.is_empty();
        let article = report.claim(id).article;
        match same.claims.iter_mut().find(|other| report.claim(**other).article == article) {
            // A headline seldom says whose figure it prints; the article's own text may.
            Some(other) if !named(*other) && named(id) => {
                *other = id;
                same.named += 1;
            }
            Some(_) => {}
            None => {
                same.claims.push(id);
                same.named += usize::from(named(id));
            }
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
    let unit = wording::in_common(report.case.common_unit(report.fact(id).claims.iter().copied()));
    apart.then(|| match (judgement.low, judgement.high) {
        (Some(low), Some(high)) if low == high => format!("latest{unit}: {}{when}", wording::digits(low)),
        _ => format!("latest{unit}: {}{when}", span(judgement)),
    })
}

/// `f_51cc03a7`: what `explain` and `baseline add` know a finding by, as far as one types it: its fact, else its fingerprint.
pub(super) fn id_of(report: &Report, finding: &Finding) -> String {
    let id = finding.fact.map_or(&*finding.fingerprint, |id| &report.fact(id).key);
    id.chars().take(10).collect()
}

/// "reports of the same time differ, 34 and 43": what a finding says of its fact, after the label.
pub(super) fn told(report: &Report, finding: &Finding) -> String {
    let label = finding.fact.map_or("", |id| &report.fact(id).label);
    let rest = finding.message.strip_prefix(label).unwrap_or(&finding.message);
    super::excerpt::clean(rest.trim_start_matches([':', ' ']))
}

/// "(Alder Post, Brack Herald)": the outlets of a fact, where all are known and few.
pub(super) fn outlets(report: &Report, id: fact::Id) -> Option<String> {
    const FEW: usize = 3;
    let names: Option<Vec<&str>> = report.articles_of(id).iter().map(|&article| report.article(article).publisher.as_deref()).collect();
    let mut names = names?;
    names.sort_unstable();
    names.dedup();
    ((1..=FEW).contains(&names.len())).then(|| format!("({})", super::excerpt::clean(&names.join(", "))))
}

/// "3 articles, 2 independent origins; none names a source": who stands behind a fact; `outlets` stand behind the articles.
pub(super) fn standing(report: &Report, id: fact::Id, rows: &[Row], outlets: Option<String>) -> String {
    let articles = report.articles_of(id);
    let mut origins: Vec<_> = articles.iter().map(|&article| report.origin_of(article)).collect();
    origins.sort_unstable();
    origins.dedup();
    let named = rows.iter().any(|row| row.role.is_empty() && row.who != NO_ONE);
    let all = [Some(count(articles.len(), "article", "articles")), outlets].into_iter().flatten().collect::<Vec<_>>().join(" ");
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
    let low = claim.compared().and_then(|value| value.low.or(value.high));
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
        Some(as_of) => {
            let days = moment.as_of.unwrap_or(as_of.days);
            (wording::days(days), Some(days), false)
        }
        None => ("no date".to_owned(), None, false),
    }
}

fn through_story(claim: &Claim) -> Option<(String, Option<DayInterval>, bool)> {
    let as_of = claim.as_of.filter(|as_of| as_of.basis == AsOfBasis::Story)?;
    Some((format!("about {}*", wording::days(as_of.days)), Some(as_of.days), true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::testing;
    use crate::rules::testing::{Batch, day};
    use crate::rules::{Settings, check};

    fn told(batch: Batch, outlets: &[&str]) -> Report {
        let case = batch.with(|case| testing::outlets(case, outlets)).judged();
        let findings = check(&case, &Settings::default());
        Report::new(case, findings, Vec::new())
    }

    #[test]
    fn who_says_so_is_read_from_the_text_where_the_headline_names_nobody() {
        let batch = Batch::toll("people killed")
            .article("a.md", Some(day(3, 1)), "[41 people|41] die in fire\n\nThe fire killed [41 people|41|police], police said.\n")
            .article("b.md", Some(day(3, 1)), "The fire killed [41 people|41].\n");
        let report = told(batch, &[]);
        let rows = rows(&report, fact::Id(0));
        assert_eq!((rows.len(), rows[0].told_by().as_str()), (1, "police (1 of 2)"));
        assert_eq!(rows[0].places(&Places::new(&report), 2), "a.md:3, b.md:1");
    }

    #[test]
    fn outlets_are_named_before_files_as_far_as_there_is_room() {
        let batch = Batch::toll("people killed")
            .article("a.md", Some(day(3, 1)), "The fire killed [41 people|41].\n")
            .article("b.md", Some(day(3, 1)), "It killed [41|41].\n")
            .article("c.md", Some(day(3, 1)), "It killed [41|41] on Friday.\n");
        let report = told(batch, &["Alder Post", "Brack Herald", "C.md"]);
        let (rows, places) = (rows(&report, fact::Id(0)), Places::new(&report));
        for (room, expected) in [
            (60, "Alder Post (a.md:1), Brack Herald (b.md:1), c.md:1"),
            (46, "Alder Post (a.md:1), Brack Herald, c.md:1"),
            (34, "Alder Post, Brack Herald, c.md:1"),
            (31, "Alder Post (a.md:1) and 2 more"),
            (22, "Alder Post and 2 more"),
            (20, "a.md:1 and 2 more"),
        ] {
            assert_eq!(rows[0].places_within(&places, room), expected, "{room}");
        }
        let alone = told(Batch::toll("people killed").article("a.md", Some(day(3, 1)), "[41 died|41].\n"), &["The Alder Morning Post"]);
        let places = Places::new(&alone);
        assert_eq!(super::rows(&alone, fact::Id(0))[0].places_within(&places, 22), "The Alder … (a.md:1)");
    }
}
