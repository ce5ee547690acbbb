//! `conflicting-figures`: figures of one fact and one time that are apart. In: verdicts. Out: one finding a fact, a side a figure. What
//! never happens here: a word on which side is right.

use std::collections::BTreeMap;

use super::sides::{same_digits, sides};
use super::wording::list;
use super::{Case, Finding, Rule};
use crate::claim;
use crate::fact::{self, transposed};
use crate::mention::Kind;
use crate::value::Value;
use crate::verdict::{Judgement, Moment, Time, Verdict};

pub(super) fn find(case: &Case, rule: &Rule) -> Vec<Finding> {
    case.figure_facts()
        .filter_map(|(id, judgement)| {
            let fact = case.fact(id);
            let sides = sides(case, fact, judgement, Verdict::Conflict);
            if sides.len() < 2 || same_digits(case, &sides) {
                return None;
            }
            let settled = settled(judgement);
            let figures = together(judgement, &sides, settled).into_iter().map(|group| {
                let figures: Vec<String> = group.sides.into_iter().map(|side| case.figure_of(side)).collect();
                format!("{}{}", group.when, list(&figures))
            });
            let figures: Vec<String> = figures.collect();
            let when = if settled { "reports differ" } else { "reports of the same time differ" };
            Some(
                Finding::on_fact(case, rule.id, rule.severity, id, sides.clone())
                    .saying(format!("{}: {when}, {}", fact.label, figures.join("; ")))
                    .noting(apart(case, &sides))
                    .noting(late(case, id, judgement))
                    .noting(mistyped(case, &sides))
                    .helping("see which report goes back to whom; a correction or a later report may settle it"),
            )
        })
        .collect()
}

/// Sides that stand against one another.
struct Group<'a> {
    /// "later " or "earlier " of a side that stands only against those of another time.
    when: &'static str,
    sides: Vec<&'a Vec<claim::Id>>,
}

/// The sides that stand against one another, those of each time together: of two days, the figures of one are no conflict with those of
/// the other. Where some stand against others of their own time, what was told when the figure should have settled comes after them.
fn together<'a>(judgement: &Judgement, sides: &'a [Vec<claim::Id>], late: bool) -> Vec<Group<'a>> {
    let side = |id: claim::Id| sides.iter().position(|side| side.binary_search(&id).is_ok());
    let mut group: Vec<usize> = (0..sides.len()).collect();
    let (mut at_one_time, mut first) = (vec![late; sides.len()], vec![false; sides.len()]);
    for pair in judgement.pairs.iter().filter(|pair| pair.verdict == Verdict::Conflict) {
        if let (Some(one), Some(other)) = (side(pair.first), side(pair.second)) {
            first[one] |= pair.time == Time::Later;
            if pair.time == Time::Later && !late {
                continue;
            }
            (at_one_time[one], at_one_time[other]) = (true, true);
            let (from, to) = (group[one].max(group[other]), group[one].min(group[other]));
            group.iter_mut().filter(|number| **number == from).for_each(|number| *number = to);
        }
    }
    let mut groups: BTreeMap<(bool, usize), Group<'a>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        let when = match (at_one_time[at], first[at]) {
            (true, _) => "",
            (false, true) => "earlier ",
            (false, false) => "later ",
        };
        let entry = groups.entry((!at_one_time[at], group[at])).or_insert_with(|| Group { when, sides: Vec::new() });
        entry.sides.push(side);
    }
    groups.into_values().collect()
}

/// Whether the times of all conflicts are known to differ: the later report is of a time when the figure should have settled.
fn settled(judgement: &Judgement) -> bool {
    judgement.pairs.iter().filter(|pair| pair.verdict == Verdict::Conflict).all(|pair| pair.time == Time::Later)
}

/// "[10, 12] and 41 are apart".
pub(super) fn apart(case: &Case, sides: &[Vec<claim::Id>]) -> Option<String> {
    let plain = |side: &Vec<claim::Id>| {
        let interval = case.claim(*side.first()?).compared()?.interval;
        Some(super::wording::interval(interval))
    };
    let intervals: Vec<String> = sides.iter().filter_map(plain).collect();
    // Points say nothing that the sentence does not say.
    (intervals.len() > 1 && intervals.iter().any(|interval| interval.starts_with(['[', '('])))
        .then(|| format!("{}{} are apart", list(&intervals), super::wording::in_common(case.common_unit(sides.iter().flatten().copied()))))
}

/// Says that the later report comes when a toll has settled, or that the days between do not make the one age of the other.
fn late(case: &Case, id: fact::Id, judgement: &Judgement) -> Option<String> {
    if !settled(judgement) {
        return None;
    }
    let pair = judgement.pairs.iter().find(|pair| pair.verdict == Verdict::Conflict)?;
    let reported = |id: claim::Id| Moment::of(case.claim(id), case.article(case.claim(id).article)).report;
    let (first, second) = (reported(pair.first)?, reported(pair.second)?);
    debug_assert!(case.fact(id).claims.contains(&pair.first));
    let why = match case.claim(pair.first).kind {
        _ if one_mistyped(case, pair.first, pair.second) => return None,
        Kind::Age => "the days between do not make the one age of the other",
        _ => "later than the days in which a count settles, and neither says that it changed",
    };
    Some(format!("reported on {} and on {}: {why}", super::wording::day(first), super::wording::day(second)))
}

/// Whether two digits changed places from one claim to the other.
fn one_mistyped(case: &Case, one: claim::Id, other: claim::Id) -> bool {
    let figure = |id: claim::Id| case.claim(id).compared().and_then(Value::single);
    matches!((figure(one), figure(other)), (Some(one), Some(other)) if transposed(one, other))
}

/// Says that two figures are alike but for two digits.
fn mistyped(case: &Case, sides: &[Vec<claim::Id>]) -> Option<String> {
    let first: Vec<claim::Id> = sides.iter().filter_map(|side| side.first().copied()).collect();
    let alike = first.iter().any(|&one| first.iter().any(|&other| one_mistyped(case, one, other)));
    alike.then(|| "alike but for two digits that changed places: one may be mistyped".to_owned())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Batch, day};

    const ID: &str = "conflicting-figures";

    #[test]
    fn figures_apart_on_one_day_are_reported_with_a_side_a_figure() {
        let batch = Batch::toll("people killed in the Aster mill fire")
            .article("a", Some(day(3, 1)), "The fire killed [41 people|41].")
            .article("b", Some(day(3, 1)), "The fire killed [41 workers|41].")
            .article("c", Some(day(3, 1)), "The fire killed [47 people|47].");
        let case = batch.judged();
        let found = super::find(&case, crate::rules::rule(ID).unwrap());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message, "people killed in the Aster mill fire: reports of the same time differ, 41 and 47");
        let docs =
            |side: &[crate::claim::Id]| side.iter().map(|&id| case.article(case.claim(id).article).doc.to_string()).collect::<Vec<_>>();
        assert_eq!(found[0].sides.iter().map(|side| docs(side)).collect::<Vec<_>>(), [vec!["a", "b"], vec!["c"]]);
    }

    #[test]
    fn the_figures_of_two_days_are_told_apart() {
        let batch = Batch::toll("people killed")
            .article("a", Some(day(3, 1)), "It killed [41|41].")
            .article("b", Some(day(3, 1)), "It killed [47|47].")
            .article("c", Some(day(3, 3)), "It killed [60|60].")
            .article("d", Some(day(3, 3)), "It killed [66|66].");
        let found = super::find(&batch.judged(), crate::rules::rule(ID).unwrap());
        assert_eq!(found[0].message, "people killed: reports of the same time differ, 41 and 47; 60 and 66");
    }

    #[test]
    fn what_is_told_when_the_count_should_have_settled_comes_after() {
        let batch = Batch::toll("people hurt")
            .article("a", Some(day(3, 1)), "It hurt [seven|7].")
            .article("b", Some(day(3, 1)), "It hurt [11|11].")
            .article("c", Some(day(3, 20)), "It hurt [six|6].");
        let found = super::find(&batch.judged(), crate::rules::rule(ID).unwrap());
        assert_eq!(found[0].message, "people hurt: reports of the same time differ, 7 and 11; later 6");
    }

    #[test]
    fn the_fingerprint_outlives_a_reprint_and_not_a_new_figure() {
        let two =
            || Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", Some(day(3, 1)), "It killed [47|47].");
        let print = |batch: Batch| super::find(&batch.judged(), crate::rules::rule(ID).unwrap())[0].fingerprint.clone();
        let first = print(two());
        assert_eq!(print(two().article("c", Some(day(3, 1)), "\n\nAs told, it killed [41|41].")), first);
        assert_ne!(print(two().article("c", Some(day(3, 1)), "It killed [52|52].")), first);
    }

    #[test]
    fn what_can_hold_together_is_no_conflict() {
        for other in [">40", ">=41", "~40", "40-45", "41"] {
            let batch = Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article(
                "b",
                Some(day(3, 1)),
                &format!("It killed [x|{other}]."),
            );
            assert!(batch.found_by(ID).is_empty(), "{other}");
        }
        let later = Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", Some(day(3, 2)), "Now [47|47].");
        assert!(later.found_by(ID).is_empty());
    }

    #[test]
    fn long_after_the_count_settled_it_is_one() {
        let batch =
            Batch::toll("toll").article("a", Some(day(3, 1)), "It killed [41|41].").article("b", Some(day(3, 20)), "It killed [47|47].");
        assert_eq!(
            batch.found_by(ID),
            [
                "Error: toll: reports differ, 41 and 47\n= reported on 1 Mar 2025 and on 20 Mar 2025: later than the days in which a count settles, and neither says that it changed"
            ]
        );
    }
}
