//! `house-figure`: an article gives another figure than the one that the desk has settled on. In: house figures and the claims that differ
//! from them. Out: one finding a house figure and fact. What never happens here: a finding on an article that gives the house figure too,
//! or that is older than it.

use super::house::one_article;
use super::wording::{day, list};
use super::{Case, Finding, Rule, Severity};
use crate::claim;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.house
        .iter()
        .map(|differing| {
            let house = &differing.house;
            let severity = if differing.later { Severity::Warning } else { rule.severity };
            let sides = sides(case, &differing.claims);
            let figures: Vec<String> = sides.iter().map(|side| case.figure_of(side)).collect();
            let as_of = house.as_of.map_or_else(String::new, |date| format!(" (as of {})", day(date)));
            let label = &case.fact(differing.fact).label;
            let help = if differing.later {
                "if the later figure stands, change [[house]] in crosscheck.toml"
            } else {
                "correct the article, or change [[house]] in crosscheck.toml"
            };
            let mut finding = Finding::on_fact(case, rule.id, severity, differing.fact, sides)
                .beside(&house.written)
                .saying(format!("{label}: {}, the house figure is {}{as_of}", list(&figures), house.written))
                .noting(differing.later.then(|| "reported later: the house figure may be out of date".to_owned()))
                .noting(house.note.as_deref().map(str::to_owned))
                .helping(help);
            finding.article = one_article(case, &differing.claims);
            finding
        })
        .collect()
}

/// The claims by what they state.
fn sides(case: &Case, claims: &[claim::Id]) -> Vec<Vec<claim::Id>> {
    let mut sides: Vec<Vec<claim::Id>> = Vec::new();
    for &id in claims {
        match sides.iter_mut().find(|side| case.claim(side[0]).states_as(case.claim(id))) {
            Some(side) => side.push(id),
            None => sides.push(vec![id]),
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::claim;
    use crate::fact;
    use crate::rules::house::{Differing, House};
    use crate::rules::testing::{Batch, day, value};

    fn found(later: bool, note: Option<&str>) -> Vec<String> {
        let house =
            House { figure: value("87"), written: "87".into(), as_of: Some(day(3, 5)), note: note.map(Into::into), ..House::default() };
        Batch::toll("people killed in the Aster mill fire")
            .article("a", Some(day(3, 5)), "The fire killed [41 people|41].")
            .article("b", Some(day(3, 5)), "In all, [41|41] died.")
            .with(|case| {
                let claims = vec![claim::Id(0), claim::Id(1)];
                case.house = vec![Differing { house: Arc::new(house), fact: fact::Id(0), claims, later }];
            })
            .found_by("house-figure")
    }

    #[test]
    fn a_figure_that_differs_is_reported_with_the_house_figure() {
        assert_eq!(
            found(false, Some("the ministry's list")),
            ["Error: people killed in the Aster mill fire: 41, the house figure is 87 (as of 5 Mar 2025)\n= the ministry's list"]
        );
    }

    #[test]
    fn a_later_figure_is_a_warning() {
        assert_eq!(
            found(true, None),
            [
                "Warning: people killed in the Aster mill fire: 41, the house figure is 87 (as of 5 Mar 2025)\n= reported later: the house figure may be out of date"
            ]
        );
    }
}
