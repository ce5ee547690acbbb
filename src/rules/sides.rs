//! Who stands against whom: the claims of a fact put into sides, from the pairs that its judgement lists.
//!
//! In: a fact, its judgement and the verdict that a rule reports. Out: sides, the earlier or lower first. What never happens here: a
//! comparison of figures; two claims stand on different sides only where a pair says so.

use super::Case;
use crate::calendar::{DayInterval, NaiveDate};
use crate::claim::{self, Claim};
use crate::fact::{Counting, Fact};
use crate::value::Decimal;
use crate::verdict::{Judgement, Moment, Pair, Relation, Verdict};

/// The sides of a fact in its pairs of `verdict` between two articles; none where there is no such pair.
pub(super) fn sides(case: &Case, fact: &Fact, judgement: &Judgement, verdict: Verdict) -> Vec<Vec<claim::Id>> {
    let pairs: Vec<&Pair> = judgement.pairs.iter().filter(|pair| pair.verdict == verdict && across(case, pair)).collect();
    let mut involved: Vec<claim::Id> = pairs.iter().flat_map(|pair| [pair.first, pair.second]).collect();
    involved.sort_unstable();
    involved.dedup();
    let clock = (verdict == Verdict::Revision).then_some(fact.counting);
    let mut figures = figures(case, fact, &involved);
    figures.sort_by_key(|claims| position(case, claims, clock));
    let meets = |side: &[claim::Id], claims: &[claim::Id]| {
        !judgement.pairs.iter().any(|pair| {
            let stands = |id: claim::Id, group: &[claim::Id]| group.contains(&id);
            (pair.relation == Relation::Apart || pair.verdict == verdict)
                && (stands(pair.first, side) && stands(pair.second, claims) || stands(pair.second, side) && stands(pair.first, claims))
        })
    };
    let mut sides: Vec<Vec<claim::Id>> = Vec::new();
    for claims in figures {
        match sides.iter_mut().find(|side| meets(side, &claims)) {
            Some(side) => side.extend(claims),
            None => sides.push(claims),
        }
    }
    for side in &mut sides {
        side.sort_unstable();
    }
    sides
}

/// Whether the figures of the sides have the same two or more digits but for a power of ten: that is `magnitude-slip`'s.
pub(super) fn same_digits(case: &Case, sides: &[Vec<claim::Id>]) -> bool {
    let digits = |side: &Vec<claim::Id>| {
        let value = case.claim(*side.first()?).value.as_ref()?;
        let first = value.first.filter(|_| value.second.is_none())?.normal();
        (first.significant_digits() > 1).then(|| first.mantissa())
    };
    let mut figures = sides.iter().map(digits);
    let Some(Some(first)) = figures.next() else { return false };
    sides.len() > 1 && figures.all(|other| other == Some(first))
}

/// Whether a pair stands between two articles.
pub(super) fn across(case: &Case, pair: &Pair) -> bool {
    case.claim(pair.first).article != case.claim(pair.second).article
}

/// The involved claims grouped by what they state, each group with the other claims of the fact that state it from the same position.
fn figures(case: &Case, fact: &Fact, involved: &[claim::Id]) -> Vec<Vec<claim::Id>> {
    let mut groups: Vec<Vec<claim::Id>> = Vec::new();
    for &id in involved {
        let same = |group: &Vec<claim::Id>| group.first().is_some_and(|&first| case.claim(first).states_as(case.claim(id)));
        match groups.iter_mut().find(|group| same(group)) {
            Some(group) => group.push(id),
            None => groups.push(vec![id]),
        }
    }
    for &id in fact.claims.iter().filter(|id| involved.binary_search(id).is_err()) {
        let claim = case.claim(id);
        let stands =
            |group: &Vec<claim::Id>| group.iter().any(|&member| involved.contains(&member) && stands_with(case, case.claim(member), claim));
        if let Some(group) = groups.iter_mut().find(|group| stands(group)) {
            group.push(id);
        }
    }
    groups
}

/// Whether two claims say the same of the same time from the same source: a judgement holds only one of them against others.
fn stands_with(case: &Case, one: &Claim, other: &Claim) -> bool {
    let source = |claim: &Claim| claim.attribution.first().map(|said| said.source.clone());
    let moment = |claim: &Claim| Moment::of(claim, case.article(claim.article));
    one.states_as(other) && moment(one) == moment(other) && source(one) == source(other)
}

/// What sides are ordered by: the time, for a revision, then the figure, then the batch's order.
fn position(case: &Case, claims: &[claim::Id], clock: Option<Counting>) -> (Option<NaiveDate>, Option<Decimal>, claim::Id) {
    let day = |&id: &claim::Id| {
        let moment = Moment::of(case.claim(id), case.article(case.claim(id).article));
        match clock? {
            Counting::Toll(_) => moment.report,
            Counting::AsOf | Counting::Date => moment.as_of.map(DayInterval::end).or(moment.report),
        }
    };
    let low = claims.iter().filter_map(|&id| case.claim(id).lowest()).min();
    (claims.iter().filter_map(day).min(), low, claims.first().copied().unwrap_or_default())
}

impl Claim {
    /// Whether both state the same figure with the same bound, or the same days.
    pub(super) fn states_as(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Some(one), Some(two)) => one.interval == two.interval && one.bound == two.bound && one.unit == two.unit,
            (None, None) => self.date.as_ref().map(|date| date.days) == other.date.as_ref().map(|date| date.days),
            _ => false,
        }
    }

    /// The lowest value that its figure can stand for.
    fn lowest(&self) -> Option<Decimal> {
        let value = self.value.as_ref()?;
        value.low.or(value.interval.low.map(|end| end.value)).or(value.high)
    }
}
