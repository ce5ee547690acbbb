//! `single-origin`: every article of a fact goes back to one origin. In: facts, origins. Out: one finding a fact. Off by default. What
//! never happens here: a look at who is quoted; quoting is not copying.

use super::{Case, Finding, Rule, wording};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.judged_facts()
        .filter_map(|(id, fact, _)| {
            let mut articles: Vec<_> = fact.claims.iter().map(|&id| case.claim(id).article).collect();
            articles.sort_unstable();
            articles.dedup();
            let origin = |id: &crate::article::Id| case.origins.of.get(id.0 as usize).copied();
            let first = articles.first().and_then(origin)?;
            if articles.len() < 2 || !articles.iter().all(|id| origin(id) == Some(first)) {
                return None;
            }
            let count = wording::plural(i64::try_from(articles.len()).ok()?, "article");
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, vec![fact.claims.clone()])
                    .saying(format!("{}: {count}, one origin", fact.label))
                    .helping("copies corroborate nothing; look for a report that stands by itself"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::rules::testing::{Batch, day};

    #[test]
    fn copies_are_one_origin() {
        let two = || Batch::toll("toll").article("a", Some(day(3, 1)), "[41|41].").article("b", Some(day(3, 1)), "[41|41].");
        let copies = two().with(|case| case.origins.of[1] = article::Id(0));
        assert_eq!(copies.found_by("single-origin"), ["Note: toll: two articles, one origin"]);
        assert!(two().found_by("single-origin").is_empty());
    }
}
