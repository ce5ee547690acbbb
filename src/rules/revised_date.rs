//! `revised-date`: a later report gives another date of an event that lies ahead. In: verdicts on dates. Out: one finding a fact, the
//! earlier report first. What never happens here: a choice of the day.

use super::sides::sides;
use super::{Case, Finding, Rule};
use crate::verdict::Verdict;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.date_facts()
        .filter_map(|(id, judgement)| {
            let sides = sides(case, case.fact(id), judgement, Verdict::Revision);
            let days: Vec<String> = sides.iter().map(|side| case.figure_of(side)).collect();
            (sides.len() > 1).then(|| {
                Finding::on_fact(case, rule.id, rule.severity, id, sides).saying(format!(
                    "{}: dated {}",
                    case.fact(id).label,
                    days.join(", later ")
                ))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::fact::Counting;
    use crate::rules::testing::{Batch, day};
    use crate::verdict::Verdict;

    #[test]
    fn a_later_date_follows_the_earlier() {
        let mut case = Batch::new("the launch", Counting::Date)
            .article("a", Some(day(3, 1)), "It is set for {10 March|2025-03-10}.")
            .article("b", Some(day(3, 5)), "It is set for {17 March|2025-03-17}.")
            .judged();
        let rule = crate::rules::rule("revised-date").unwrap();
        assert!(super::find(&case, rule).is_empty(), "a conflict is another rule's");
        case.judgements[0].pairs[0].verdict = Verdict::Revision;
        assert_eq!(super::find(&case, rule)[0].message, "the launch: dated 10 Mar 2025, later 17 Mar 2025");
    }
}
