//! `silent-edit`: a figure or a date of an article became another under the same address, and the article does not say so. In: earlier
//! versions of articles. Out: one finding an article, each change marked. What never happens here: a finding on a sentence that was
//! written anew; only one that stands as it was but for its figures counts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Finding, Rule, wording};
use crate::article;
use crate::calendar::NaiveDate;
use crate::claim::{self, Claim, Field};
use crate::layout::Zone;
use crate::text::Name;
use crate::value::{Decimal, Value};

/// An earlier version of an article of the batch.
#[derive(Clone, Debug)]
pub struct Version {
    /// The article.
    pub article: article::Id,
    /// The day on which this version was archived.
    pub archived: NaiveDate,
    /// Its title, and its text, as given then; empty where it had none.
    pub title: Name,
    /// Its text.
    pub text: Name,
    /// Its claims.
    pub claims: Vec<Claim>,
}

/// Most changes that a sentence lists.
const LISTED: usize = 3;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.versions
        .iter()
        .filter_map(|version| {
            let changes = changes(case, version);
            // A headline and its article change together: one change in words.
            let mut seen = BTreeSet::new();
            let told = changes.iter().map(|(was, now)| (was.as_str(), words(case, *now))).filter(|change| seen.insert(change.clone()));
            let told: Vec<(&str, String)> = told.collect();
            let listed: Vec<String> = told.iter().take(LISTED).map(|(was, now)| format!("“{was}” is now “{now}”")).collect();
            let more = told.len().saturating_sub(LISTED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let detail: Vec<String> = told.iter().map(|(was, now)| format!("{was}>{now}")).collect();
            let doc = &case.article(version.article).doc;
            let claims: Vec<claim::Id> = changes.iter().map(|(_, now)| *now).collect();
            let mark = |(was, now): &(String, claim::Id)| {
                let claim = case.claim(*now);
                (claim.field == Field::Text).then(|| (claim.span, format!("was “{was}” on {}", wording::day(version.archived))))
            };
            let finding = Finding::on_article(case, rule.id, rule.severity, version.article, claims, &detail.join("|"))
                .saying(format!("{doc}: {}{more}, and the article does not say that it was changed", listed.join(", ")))
                .noting(Some(format!("the earlier version was archived on {}", wording::day(version.archived))))
                .helping("ask the outlet which figure holds; whoever took over the earlier one may have to change it too");
            (!changes.is_empty()).then(|| changes.iter().fold(finding, |finding, change| finding.marking(mark(change))))
        })
        .collect()
}

/// The claims that became others: the words as they were, and the claim as it is.
fn changes(case: &Case, version: &Version) -> Vec<(String, claim::Id)> {
    let field = |claim: &Claim| -> &str { if claim.field == Field::Title { &version.title } else { &version.text } };
    let old = sentences((0..).zip(&version.claims), field);
    let from = case.claims.partition_point(|claim| claim.article < version.article);
    let own = (from..).zip(case.claims[from..].iter().take_while(|claim| claim.article == version.article));
    let new = sentences(own, |claim| case.field_of(claim));
    let mut found = Vec::new();
    for (sentence, now) in &new {
        // A sentence that stands there twice says nothing of which became which.
        let (Some([was]), [now]) = (old.get(sentence).map(Vec::as_slice), now.as_slice()) else { continue };
        if was.len() != now.len() {
            continue;
        }
        for (&was, &now) in was.iter().zip(now) {
            let (before, after) = (&version.claims[was], &case.claims[now]);
            let printed = before.span.of(field(before));
            if differ(before, after) && printed.to_lowercase() != case.words(after).to_lowercase() {
                let id = claim::Id(u32::try_from(now).unwrap_or(u32::MAX));
                found.push((printed.split_whitespace().collect::<Vec<_>>().join(" "), id));
            }
        }
    }
    found.sort_by_key(|(_, id)| *id);
    found
}

/// Whether two claims at one place of a sentence give other figures of one thing, or other dates.
fn differ(before: &Claim, after: &Claim) -> bool {
    let head = |claim: &Claim| claim.counted.as_ref().map(|counted| counted.head.clone());
    if before.kind != after.kind || head(before) != head(after) {
        return false;
    }
    match (&before.value, &after.value, &before.date, &after.date) {
        (Some(was), Some(now), ..) => {
            let stated = |value: &Value| value.stated().map(Decimal::normal).collect::<Vec<_>>();
            let (was_stated, now_stated) = (stated(was), stated(now));
            was.unit == now.unit && !was_stated.is_empty() && !now_stated.is_empty() && was_stated != now_stated
        }
        (None, None, Some(was), Some(now)) => match (was.days, now.days) {
            (Some(was), Some(now)) => was != now,
            (None, None) => was.timex != now.timex,
            _ => false,
        },
        _ => false,
    }
}

/// Sentences by their field and their words, with a mark for each claim; and the places of the claims of each.
type Sentences = BTreeMap<(Field, Vec<String>), Vec<Vec<usize>>>;

/// The sentences of an article that hold claims.
fn sentences<'a>(claims: impl Iterator<Item = (usize, &'a Claim)>, field: impl Fn(&'a Claim) -> &'a str) -> Sentences {
    let read = |zone: Zone| matches!(zone, Zone::Headline | Zone::Body | Zone::Caption);
    let claims: Vec<(usize, &Claim)> = claims.filter(|(_, claim)| read(claim.zone)).collect();
    let of_sentence = |group: &[(usize, &'a Claim)]| {
        let (_, first) = group.first()?;
        let (text, sentence) = (field(first), first.sentence);
        let (mut words, mut at) = (Vec::new(), sentence.start);
        for (_, claim) in group {
            words_of(text.get(at as usize..claim.span.start as usize)?, &mut words);
            words.push("#".to_owned());
            at = claim.span.end;
        }
        words_of(text.get(at as usize..(sentence.end as usize).max(at as usize))?, &mut words);
        Some(((first.field, words), group.iter().map(|(place, _)| *place).collect()))
    };
    let mut found = Sentences::new();
    for (sentence, places) in claims.chunk_by(|a, b| (a.1.field, a.1.sentence) == (b.1.field, b.1.sentence)).filter_map(of_sentence) {
        found.entry(sentence).or_default().push(places);
    }
    found
}

fn words_of(text: &str, words: &mut Vec<String>) {
    words.extend(text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase));
}

fn words(case: &Case, id: claim::Id) -> String {
    case.words(case.claim(id)).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day, version};

    /// What is found where `before` became `now`.
    fn edited(before: &str, now: &str) -> Vec<String> {
        let version = version(before, day(9, 14));
        Batch::toll("toll").article("a", Some(day(9, 14)), now).with(|case| case.versions.push(version)).found_by("silent-edit")
    }

    #[test]
    fn a_figure_that_became_another_is_reported() {
        assert_eq!(
            edited("It killed [41 people|41] on {Sunday|2025-09-14}.", "It killed [43 people|43] on {Sunday|2025-09-14}."),
            ["Warning: a: “41 people” is now “43 people”, and the article does not say that it was changed\
              \n^ 43 people: was “41 people” on 14 Sep 2025\
              \n= the earlier version was archived on 14 Sep 2025"]
        );
        assert_eq!(edited("It shook on {Sunday|2025-09-14}.", "It shook on {Saturday|2025-09-13}.").len(), 1);
    }

    #[test]
    fn what_was_written_anew_or_says_the_same_is_not() {
        let before = "It killed [41 people|41].";
        for now in [
            before,
            "It killed [forty-one people|41].",
            "It killed [at least 41 people|>=41].",
            "The quake killed [43 people|43].",
            "It killed [43 people|43]. It killed [44 people|44].",
            "It killed many.",
        ] {
            assert!(edited(before, now).is_empty(), "{now}");
        }
    }
}
