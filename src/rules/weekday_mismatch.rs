//! `weekday-mismatch`: a weekday stands beside a date that is another weekday. In: dated claims. Out: one finding a claim. What never
//! happens here: a finding on a date whose year is a guess.

use std::collections::BTreeMap;

use super::doubtful_date::name;
use super::{Case, Finding, Rule, wording};
use crate::article;
use crate::calendar::{Datelike, DayInterval, Weekday};
use crate::claim::{self, Claim};

/// A date without a printed year is taken at its word within this many days of its article: farther off, the year is a guess.
const NEAR: i64 = 31;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    let mut told: Vec<Vec<claim::Id>> = Vec::new();
    // Where the same was told: the words of an article, and a sentence that several articles print.
    let mut seen: BTreeMap<(Option<article::Id>, &str), usize> = BTreeMap::new();
    for (index, claim) in case.claims.iter().enumerate() {
        let days = claim.date.as_ref().and_then(|date| date.days).filter(|days| days.start() == days.end());
        let words = case.words(claim);
        let Some((days, weekday)) = days.zip(named(words)) else { continue };
        let Ok(index) = u32::try_from(index) else { continue };
        if weekday == days.start().weekday() || !certain(case, claim, words, days) {
            continue;
        }
        let keys = [(Some(claim.article), words), (None, claim.sentence.of(case.field_of(claim)))];
        let at = keys.iter().find_map(|key| seen.get(key)).copied().unwrap_or(told.len());
        if at == told.len() {
            told.push(Vec::new());
        }
        told[at].push(claim::Id(index));
        for key in keys {
            seen.entry(key).or_insert(at);
        }
    }
    told.into_iter().filter_map(|claims| finding(case, rule, claims)).collect()
}

/// One finding for the same words of one article, and for the same sentence in several: it is about the first of them.
fn finding(case: &Case, rule: &Rule, claims: Vec<claim::Id>) -> Option<Finding> {
    let first = case.claim(*claims.first()?);
    let day = first.date.as_ref()?.days?.start();
    let words = case.words(first);
    let mut articles: Vec<article::Id> = claims.iter().map(|&id| case.claim(id).article).collect();
    articles.dedup();
    let others: Vec<String> = articles.iter().skip(1).map(|&id| case.article(id).doc.to_string()).collect();
    let also = (!others.is_empty()).then(|| format!("the same sentence in {}: {}", plural(others.len()), wording::list(&others)));
    let finding = Finding::on_article(case, rule.id, rule.severity, first.article, claims, words)
        .marking(Some((first.span, String::new())))
        .saying(format!("\"{words}\": {} is a {}", wording::day(day), name(day.weekday())))
        .noting(also)
        .helping("see which of the two was meant");
    Some(finding)
}

/// "one more article", "two more articles".
fn plural(count: usize) -> String {
    wording::plural(i64::try_from(count).unwrap_or(i64::MAX), "more article")
}

/// The one weekday that the words name beside a number.
fn named(words: &str) -> Option<Weekday> {
    if !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut names = words.split(|letter: char| !letter.is_alphabetic()).filter_map(|word| match word {
        "may" | "May" => None,
        _ => word.parse::<Weekday>().ok(),
    });
    names.next().filter(|_| names.next().is_none())
}

/// Whether the year is printed, or the date lies near its article.
fn certain(case: &Case, claim: &Claim, words: &str, days: DayInterval) -> bool {
    let year = days.start().year().to_string();
    let published = case.article(claim.article).published.as_ref().filter(|published| published.doubt.is_none());
    words.contains(&year) || published.is_some_and(|published| days.gap(DayInterval::day(published.date)) <= NEAR)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    fn told(text: &str) -> Vec<String> {
        Batch::toll("toll").article("a", Some(day(7, 20)), text).found_by("weekday-mismatch")
    }

    #[test]
    fn a_weekday_that_does_not_fit_its_date_is_reported() {
        assert_eq!(
            told("It met on {Saturday, 13 July 2025|2025-07-13}."),
            ["Warning: \"Saturday, 13 July 2025\": 13 Jul 2025 is a Sunday"]
        );
        assert_eq!(told("It met on {Sat., July 13|2025-07-13}.").len(), 1);
    }

    #[test]
    fn the_same_is_told_once() {
        let caption = "Smoke over the mill on {Saturday, 13 July 2025|2025-07-13}.";
        let batch = |second: &str| {
            let articles =
                Batch::toll("toll").article("a", Some(day(7, 20)), &format!("{caption} It met on {{Saturday, 13 July 2025|2025-07-13}}."));
            articles.article("b", Some(day(7, 20)), second).found_by("weekday-mismatch")
        };
        let message = "Warning: \"Saturday, 13 July 2025\": 13 Jul 2025 is a Sunday";
        assert_eq!(batch(caption), [format!("{message}\n= the same sentence in one more article: b")]);
        assert_eq!(batch("Nothing met."), [message]);
        // Other words of another article are another slip.
        assert_eq!(batch("They met on {Saturday, 13 July 2025|2025-07-13}.").len(), 2);
    }

    #[test]
    fn a_fitting_one_a_bare_one_and_a_far_one_without_a_year_are_not() {
        assert!(told("It met on {Sunday, 13 July 2025|2025-07-13}.").is_empty());
        assert!(told("It met on {Saturday|2025-07-13}.").is_empty());
        assert!(told("It met on {Saturday, 13 January|2025-01-13}.").is_empty());
        assert!(told("It met from {Saturday 12 to Monday 14 July|2025-07-12|2025-07-14}.").is_empty());
    }
}
