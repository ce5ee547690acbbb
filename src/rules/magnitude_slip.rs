//! `magnitude-slip`: figures of one fact with the same digits, a power of ten apart, or one a million where the other has a billion. In:
//! pairs that are apart. Out: one finding a fact. What never happens here: a slip seen in a single digit of plain counts, for 5 and 50
//! are two figures.

use super::sides::across;
use super::{Case, Finding, Rule};
use crate::claim;
use crate::value::Decimal;
use crate::verdict::Relation;

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let slips = |pair: &&crate::verdict::Pair| {
                pair.relation == Relation::Apart && across(case, pair) && slip(case, pair.first, pair.second)
            };
            let pair = judgement.pairs.iter().find(slips)?;
            let (one, other) =
                if figure(case, pair.first) < figure(case, pair.second) { (pair.first, pair.second) } else { (pair.second, pair.first) };
            let fact = case.fact(id);
            let side = |id: claim::Id| fact.claims.iter().copied().filter(|&other| case.claim(other).states_as(case.claim(id))).collect();
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, vec![side(one), side(other)])
                    .saying(format!(
                        "{}: {} and {}, the same digits a power of ten apart",
                        fact.label,
                        case.stated(one),
                        case.stated(other)
                    ))
                    .helping("see which of the two lost or gained a zero, a comma or a scale word"),
            )
        })
        .collect()
}

/// The one figure of a claim.
fn figure(case: &Case, id: claim::Id) -> Option<Decimal> {
    let value = case.claim(id).compared()?;
    value.first.filter(|_| value.second.is_none())
}

fn slip(case: &Case, one: claim::Id, other: claim::Id) -> bool {
    let (Some(a), Some(b)) = (figure(case, one).map(Decimal::normal), figure(case, other).map(Decimal::normal)) else { return false };
    let power = a.exponent().abs_diff(b.exponent());
    let scaled = |id: claim::Id| scale_word(case.words(case.claim(id)));
    let words = || matches!((scaled(one), scaled(other)), (Some(a), Some(b)) if a != b);
    !a.is_zero() && a.mantissa() == b.mantissa() && power > 0 && (a.significant_digits() > 1 || words())
}

/// The scale word that is printed.
fn scale_word(words: &str) -> Option<&str> {
    words.split(|letter: char| !letter.is_alphabetic()).find(|word| matches!(*word, "million" | "billion" | "trillion"))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    fn told(one: &str, two: &str) -> Vec<String> {
        Batch::toll("budget")
            .article("a", Some(day(3, 1)), &format!("It is {one}."))
            .article("b", Some(day(3, 1)), &format!("It is {two}."))
            .found_by("magnitude-slip")
    }

    #[test]
    fn the_same_digits_a_power_of_ten_apart_are_a_slip() {
        assert_eq!(told("[1,200|1200]", "[12,000|12000]"), ["Error: budget: 1,200 and 12,000, the same digits a power of ten apart"]);
        assert_eq!(told("[5 million|5000000]", "[5 billion|5000000000]").len(), 1);
    }

    #[test]
    fn other_digits_and_single_digits_are_not() {
        assert!(told("[1,200|1200]", "[13,000|13000]").is_empty());
        assert!(told("[5|5]", "[50|50]").is_empty());
        assert!(told("[1,200|1200]", "[1,200|1200]").is_empty());
    }
}
