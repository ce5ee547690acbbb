//! `undated-difference`: figures that are apart, of times that nobody can tell. In: verdicts. Out: one finding a fact. What never happens
//! here: a guess at the time.

use super::sides::sides;
use super::wording::list;
use super::{Case, Finding, Rule};
use crate::verdict::Verdict;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let fact = case.fact(id);
            let sides = sides(case, fact, judgement, Verdict::Undated);
            if sides.len() < 2 {
                return None;
            }
            let figures: Vec<String> = sides.iter().map(|side| case.figure_of(side)).collect();
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, sides.clone())
                    .saying(format!("{}: {}, and nothing says whether at one time", fact.label, list(&figures)))
                    .noting(super::conflicting_figures::apart(case, &sides))
                    .noting(open_articles(case, &sides))
                    .helping("find when each was published: [articles.\"NAME\"] published = \"…\" in crosscheck.toml settles it"),
            )
        })
        .collect()
}

/// Names the articles without a date.
fn open_articles(case: &Case, sides: &[Vec<crate::claim::Id>]) -> Option<String> {
    let undated = |id: crate::claim::Id| {
        let article = case.article(case.claim(id).article);
        article.published.as_ref().is_none_or(|published| published.doubt.is_some()).then(|| article.doc.to_string())
    };
    let mut docs: Vec<String> = sides.iter().flatten().filter_map(|&id| undated(id)).collect();
    docs.sort_unstable();
    docs.dedup();
    let shown = docs.len().min(3);
    match docs.len() {
        0 => None,
        1 => Some(format!("{} has no date", docs[0])),
        all if all > shown => Some(format!("no date: {} ({shown} of {all})", docs[..shown].join(", "))),
        _ => Some(format!("{} have no date", list(&docs))),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    const ID: &str = "undated-difference";

    #[test]
    fn an_undated_article_leaves_the_difference_open() {
        let batch = Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", None, "It killed [47|47].");
        assert_eq!(batch.found_by(ID), ["Warning: toll: 41 and 47, and nothing says whether at one time\n= b has no date"]);
    }

    #[test]
    fn dated_articles_do_not() {
        let batch = Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", Some(day(3, 1)), "Or [47|47].");
        assert!(batch.found_by(ID).is_empty());
    }
}
