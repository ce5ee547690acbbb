//! `headline-differs`: an article's headline and its body give figures of one fact that are apart. In: facts with both. Out: one finding
//! an article. What never happens here: a finding where any figure of the body fits the headline.

use super::{Case, Finding, Rule};
use crate::claim::{self, Claim, Field};
use crate::layout::Zone;
use crate::verdict::Relation;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, fact, judgement) in case.judged_facts() {
        let mut told = Vec::new();
        for pair in judgement.pairs.iter().filter(|pair| pair.relation == Relation::Apart && !super::sides::across(case, pair)) {
            let (headline, body) = match (in_headline(case.claim(pair.first)), in_headline(case.claim(pair.second))) {
                (true, false) => (pair.first, pair.second),
                (false, true) => (pair.second, pair.first),
                _ => continue,
            };
            let article = case.claim(headline).article;
            let states = |&&other: &&claim::Id| case.claim(other).article == article && !in_headline(case.claim(other));
            let fits = |other: &claim::Id| fits(case.claim(headline), case.claim(*other));
            if told.contains(&article) || fact.claims.iter().filter(states).any(fits) {
                continue;
            }
            told.push(article);
            let mut finding = Finding::on_fact(case, rule.id, rule.severity, id, vec![vec![headline], vec![body]]);
            finding.article = Some(article);
            findings.push(
                finding
                    .saying(format!("{}: the headline says {}, the article {}", fact.label, case.stated(headline), case.stated(body)))
                    .helping("see which of the two the desk meant"),
            );
        }
    }
    findings
}

fn in_headline(claim: &Claim) -> bool {
    claim.field == Field::Title || claim.zone == Zone::Headline
}

/// Whether two claims can hold together.
fn fits(one: &Claim, other: &Claim) -> bool {
    one.held_against(other).is_some_and(|(one, other)| !one.interval.apart(other.interval))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    const ID: &str = "headline-differs";

    fn told(text: &str) -> Vec<String> {
        Batch::toll("toll").article("a", Some(day(3, 1)), text).found_by(ID)
    }

    #[test]
    fn a_headline_that_its_article_does_not_bear_out_is_reported() {
        assert_eq!(
            told("[45|45] die in mill fire!\nThe fire killed [41 people|41]."),
            ["Error: toll: the headline says 45, the article 41"]
        );
    }

    #[test]
    fn a_headline_that_any_sentence_bears_out_is_not() {
        assert!(told("[41|41] die in mill fire!\nThe fire killed [41 people|41].").is_empty());
        assert!(told("[45|45] die in mill fire!\nAt first [41|41] were found, then [45|45].").is_empty());
        assert!(told("Over [40|>40] die in mill fire!\nThe fire killed [41 people|41].").is_empty());
    }
}
