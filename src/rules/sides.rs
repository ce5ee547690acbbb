//! Who stands against whom: the claims of a fact put into sides, from the pairs that its judgement lists.
//!
//! In: a fact, its judgement and the verdict that a rule reports. Out: sides, the earlier or lower first. What never happens here: a
//! comparison of figures; two claims stand on different sides only where a pair says so.

use std::collections::BTreeMap;

use super::Case;
use crate::calendar::{DayInterval, NaiveDate, NaiveTime};
use crate::claim::{self, Claim};
use crate::fact::{Counting, Fact};
use crate::value::Decimal;
use crate::verdict::{Judgement, Moment, Pair, Relation, Time, Verdict};

/// The sides of a fact in its pairs of `verdict` between two articles; none where there is no such pair.
pub(super) fn sides(case: &Case, fact: &Fact, judgement: &Judgement, verdict: Verdict) -> Vec<Vec<claim::Id>> {
    let pairs = judgement.pairs_of(verdict);
    if pairs.is_empty() {
        return Vec::new();
    }
    let clock = (verdict == Verdict::Revision).then_some(fact.counting);
    let repeated = clock.map(|clock| Repeated::new(case, fact, clock));
    let differ: Vec<&Pair> = judgement.pairs.iter().filter(|pair| pair.verdict >= Verdict::Disputed && pair.time == Time::Same).collect();
    let again = |pair: &&Pair| {
        repeated.as_ref().is_some_and(|repeated| repeated.is(pair))
            || clock.is_some() && differ.iter().any(|other| one_difference(case, pair, other))
    };
    let pairs = pairs.iter().filter(|pair| across(case, pair)).filter(|pair| !again(pair));
    let mut involved: Vec<claim::Id> = pairs.flat_map(|pair| [pair.first, pair.second]).collect();
    if involved.is_empty() {
        return Vec::new();
    }
    involved.sort_unstable();
    involved.dedup();
    let mut figures = figures(case, fact, &involved);
    figures.sort_by_cached_key(|claims| position(case, claims, clock));
    // Which figures stand against each other, by their numbers.
    let mut figure_of: Vec<(claim::Id, usize)> =
        figures.iter().enumerate().flat_map(|(number, claims)| claims.iter().map(move |&id| (id, number))).collect();
    figure_of.sort_unstable();
    let number = |id: claim::Id| figure_of.binary_search_by_key(&id, |&(id, _)| id).ok().map(|at| figure_of[at].1);
    let against = judgement.pairs.iter().filter(|pair| pair.relation == Relation::Apart || pair.verdict == verdict);
    let count = figures.len();
    let mut apart = vec![false; count * count];
    for (a, b) in against.filter_map(|pair| Some((number(pair.first)?, number(pair.second)?))) {
        apart[a.min(b) * count + a.max(b)] = true;
    }
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for number in 0..count {
        match sides.iter_mut().find(|side| !side.iter().any(|&other| apart[other * count + number])) {
            Some(side) => side.push(number),
            None => sides.push(vec![number]),
        }
    }
    let claims = |side: Vec<usize>| {
        let mut claims: Vec<claim::Id> = side.into_iter().flat_map(|number| figures[number].iter().copied()).collect();
        claims.sort_unstable();
        claims
    };
    sides.into_iter().map(claims).collect()
}

/// Whether the figures of the sides have the same two or more digits but for a power of ten: that is `magnitude-slip`'s.
pub(super) fn same_digits(case: &Case, sides: &[Vec<claim::Id>]) -> bool {
    let digits = |side: &Vec<claim::Id>| {
        let value = case.claim(*side.first()?).compared()?;
        let first = value.first.filter(|_| value.second.is_none())?.normal();
        (first.significant_digits() > 1).then(|| first.mantissa())
    };
    let mut figures = sides.iter().map(digits);
    let Some(Some(first)) = figures.next() else { return false };
    sides.len() > 1 && figures.all(|other| other == Some(first))
}

/// Whether two pairs are of the same two figures: where reports of one time differ in them, a later report that gives one of the two again
/// revises nothing.
fn one_difference(case: &Case, one: &Pair, other: &Pair) -> bool {
    let states = |a: claim::Id, b: claim::Id| case.claim(a).states_as(case.claim(b));
    states(one.first, other.first) && states(one.second, other.second) || states(one.first, other.second) && states(one.second, other.first)
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
        let Some(group) = groups.iter_mut().find(|group| group.first().is_some_and(|&first| case.claim(first).states_as(claim))) else {
            continue;
        };
        if group.iter().any(|member| involved.binary_search(member).is_ok() && stands_with(case, case.claim(*member), claim)) {
            group.push(id);
        }
    }
    groups
}

/// Whether two claims that state the same say it of the same time from the same source: a judgement holds only one of them against others.
fn stands_with(case: &Case, one: &Claim, other: &Claim) -> bool {
    let moment = |claim: &Claim| Moment::of(claim, case.article(claim.article));
    let (said, by) = (one.attribution.first(), other.attribution.first());
    moment(one) == moment(other) && said.map(|said| &said.source) == by.map(|by| &by.source)
}

/// What each outlet said when: who prints today what it printed before the other report revises nothing. And when each figure was last
/// told: a toll that stands later at what it was before did not fall in between.
struct Repeated<'a> {
    case: &'a Case,
    clock: Counting,
    said: BTreeMap<&'a str, Vec<(Told, claim::Id)>>,
    last: Vec<(claim::Id, Told)>,
}

/// Most claims of one outlet, and most figures, that are looked through.
const SAID: usize = 64;

impl<'a> Repeated<'a> {
    fn new(case: &'a Case, fact: &Fact, clock: Counting) -> Self {
        let mut repeated = Self { case, clock, said: BTreeMap::new(), last: Vec::new() };
        for &id in &fact.claims {
            let Some(time) = time(case, id, clock) else { continue };
            let said = repeated.said.entry(outlet(case, id)).or_default();
            if said.len() < SAID {
                said.push((time, id));
            }
            match repeated.last.iter().position(|(other, _)| case.claim(*other).states_as(case.claim(id))) {
                Some(at) => repeated.last[at].1 = time.max(repeated.last[at].1),
                None if repeated.last.len() < SAID => repeated.last.push((id, time)),
                None => {}
            }
        }
        repeated
    }

    /// Whether the outlet of the later claim stated the same when the earlier one was made, or before; or a toll did not fall.
    fn is(&self, pair: &Pair) -> bool {
        let later = self.case.claim(pair.second);
        let Some(before) = time(self.case, pair.first, self.clock) else { return false };
        let said = self.said.get(outlet(self.case, pair.second)).into_iter().flatten();
        said.into_iter().any(|&(time, id)| time <= before && self.case.claim(id).states_as(later)) || self.stands_again(pair)
    }

    /// Whether the second figure of a toll is lower and the first is told again on that day or later. A report that says itself that the
    /// toll changed is left to stand.
    fn stands_again(&self, pair: &Pair) -> bool {
        let (first, second) = (self.case.claim(pair.first), self.case.claim(pair.second));
        let moment = Moment::of(second, self.case.article(second.article));
        let fell = first.lowest().zip(second.lowest()).is_some_and(|(first, second)| first > second);
        let last = self.last.iter().find(|(id, _)| self.case.claim(*id).states_as(first)).map(|&(_, last)| last);
        let told = time(self.case, pair.second, self.clock);
        matches!(self.clock, Counting::Toll(_)) && fell && !moment.changed && told.is_some() && last >= told
    }
}

/// Who published a claim: the outlet, else the article.
fn outlet(case: &Case, id: claim::Id) -> &str {
    let article = case.article(case.claim(id).article);
    article.publisher.as_deref().unwrap_or(&article.doc)
}

/// The day of a claim by which a revision is told.
pub(super) fn day(case: &Case, id: claim::Id, clock: Counting) -> Option<NaiveDate> {
    let moment = Moment::of(case.claim(id), case.article(case.claim(id).article));
    match clock {
        Counting::Toll(_) => moment.report,
        Counting::AsOf | Counting::Date => moment.as_of.map(DayInterval::end).or(moment.report),
    }
}

/// The hour of a report, which orders those of one day.
pub(super) fn hour(case: &Case, id: claim::Id, clock: Counting) -> Option<NaiveTime> {
    let claim = case.claim(id);
    Moment::of(claim, case.article(claim.article)).hour.filter(|_| matches!(clock, Counting::Toll(_)))
}

/// The day of a report, and its hour where that is known.
type Told = (NaiveDate, Option<NaiveTime>);

/// The day and hour of a claim by which a revision is told.
fn time(case: &Case, id: claim::Id, clock: Counting) -> Option<Told> {
    day(case, id, clock).map(|day| (day, hour(case, id, clock)))
}

/// The time of a revision's claim; the figure; the batch's order.
type Position = (Option<Told>, Option<Decimal>, claim::Id);

/// What sides are ordered by: the time, for a revision, then the figure, then the batch's order.
fn position(case: &Case, claims: &[claim::Id], clock: Option<Counting>) -> Position {
    let time = |&id: &claim::Id| time(case, id, clock?);
    let low = claims.iter().filter_map(|&id| case.claim(id).lowest()).min();
    (claims.iter().filter_map(time).min(), low, claims.first().copied().unwrap_or_default())
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
        let value = self.compared()?;
        value.low.or(value.interval.low.map(|end| end.value)).or(value.high)
    }
}
