//! `impossible-date`: a date that no calendar has ("30 February"). In: dated claims that stayed open. Out: one finding a claim. What
//! never happens here: a repair.

use super::{Case, Finding, Rule};
use crate::calendar::{Month, NaiveDate};
use crate::claim;

/// A leap year: what it does not have, no year has.
const LEAP: i32 = 2024;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| {
            claim.date.as_ref().filter(|date| date.days.is_none())?;
            let words = case.words(claim);
            if !impossible(words) {
                return None;
            }
            let id = claim::Id(u32::try_from(index).ok()?);
            let finding = Finding::on_article(case, rule.id, rule.severity, claim.article, vec![id], words)
                .marking(Some((claim.span, String::new())));
            Some(finding.saying(format!("\"{words}\": no calendar has that day")).helping("see which day was meant"))
        })
        .collect()
}

/// Whether the words name a month and a day that it does not have.
fn impossible(words: &str) -> bool {
    let parts: Vec<&str> = words.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    // "Sept." is the one month that news shortens to four letters.
    let month = |word: &str| {
        let word = if word.eq_ignore_ascii_case("sept") { "sep" } else { word };
        word.parse::<Month>().ok().map(|month| month.number_from_month())
    };
    let number = |word: &str| word.trim_end_matches(|letter: char| letter.is_alphabetic()).parse::<u32>().ok();
    let Some(at) = parts.iter().position(|part| part.len() > 2 && month(part).is_some()) else { return false };
    let beside = [at.checked_sub(1), at.checked_add(1)];
    let day = beside.into_iter().flatten().filter_map(|index| parts.get(index)).find_map(|part| number(part).filter(|&day| day < 100));
    let year = parts.iter().filter(|part| part.len() == 4).find_map(|part| part.parse::<i32>().ok()).unwrap_or(LEAP);
    match (month(parts[at]), day) {
        (Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day).is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{Batch, day};

    #[test]
    fn days_that_no_month_has_are_told_from_those_it_has() {
        for words in ["February 30", "30 February 2025", "Feb. 29, 2025", "April 31st", "31 Sept. 2024", "March 0"] {
            assert!(impossible(words), "{words}");
        }
        for words in ["February 29", "Feb. 29, 2024", "March 10", "March 2025", "the 31st", "late February", "May 31"] {
            assert!(!impossible(words), "{words}");
        }
    }

    #[test]
    fn an_open_date_is_reported() {
        let batch = Batch::toll("toll").article("a", Some(day(3, 5)), "It met on {February 30|2025-03-01}.").with(|case| {
            case.claims[0].date.as_mut().unwrap().days = None;
        });
        assert_eq!(batch.found_by("impossible-date"), ["Warning: \"February 30\": no calendar has that day"]);
    }
}
