//! `weekday-mismatch`: a weekday stands beside a date that is another weekday. In: dated claims. Out: one finding a claim. What never
//! happens here: a finding on a date whose year is a guess.

use super::doubtful_date::name;
use super::{Case, Finding, Rule, wording};
use crate::calendar::{Datelike, DayInterval, Weekday};
use crate::claim::{self, Claim};

/// A date without a printed year is taken at its word within this many days of its article: farther off, the year is a guess.
const NEAR: i64 = 31;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| {
            let days = claim.date.as_ref()?.days.filter(|days| days.start() == days.end())?;
            let words = case.words(claim);
            let weekday = named(words)?;
            if weekday == days.start().weekday() || !certain(case, claim, words, days) {
                return None;
            }
            let id = claim::Id(u32::try_from(index).ok()?);
            let finding = Finding::on_article(case, rule.id, rule.severity, claim.article, vec![id], words)
                .marking(Some((claim.span, String::new())));
            let is = name(days.start().weekday());
            Some(finding.saying(format!("\"{words}\": {} is a {is}", wording::day(days.start()))).helping("see which of the two was meant"))
        })
        .collect()
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
    fn a_fitting_one_a_bare_one_and_a_far_one_without_a_year_are_not() {
        assert!(told("It met on {Sunday, 13 July 2025|2025-07-13}.").is_empty());
        assert!(told("It met on {Saturday|2025-07-13}.").is_empty());
        assert!(told("It met on {Saturday, 13 January|2025-01-13}.").is_empty());
        assert!(told("It met from {Saturday 12 to Monday 14 July|2025-07-12|2025-07-14}.").is_empty());
    }
}
