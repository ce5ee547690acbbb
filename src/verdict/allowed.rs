//! Ways in which figures of one fact can both hold though their intervals are apart.
//!
//! In: a fact with what bears on it, two of its claims. Out: whether what the articles themselves say bridges the gap. What never happens
//! here: a sum that no article gives the parts of, a look at times.

use crate::article;
use crate::claim::{self, Accumulation, Claim, Status};
use crate::fact::{Fact, Role};
use crate::text::Span;
use crate::value::{Decimal, Interval};

/// Ways in which figures of one fact can both hold though they are apart.
pub(super) struct Allowed<'a> {
    /// Claims that count others than one of whom their article told before.
    after_one: &'a [claim::Id],
    /// Claims that count some of those of whom their article tells.
    some_of: &'a [claim::Id],
    /// One more or less: who did it counted or not.
    doer: bool,
    /// Figures that an article adds to its own: "15 cases, and two more".
    more: Vec<(article::Id, Interval)>,
    /// Figures that an article gives beside its own, and in which sentence: the dead beside the injured.
    beside: Vec<(article::Id, Span, Interval)>,
}

impl<'a> Allowed<'a> {
    pub(super) fn of(fact: &'a Fact, claims: &[Claim]) -> Self {
        let beside = fact.related.iter().filter(|(_, role)| *role == Role::Beside);
        let interval =
            |id: claim::Id| claims.get(id.0 as usize).and_then(|claim| Some((claim.article, claim.sentence, claim.compared()?.interval)));
        let more = fact.related.iter().filter(|(_, role)| *role == Role::Increment).filter_map(|(id, _)| interval(*id));
        Self {
            after_one: &fact.after_one,
            some_of: &fact.some_of,
            doer: fact.doer_died,
            more: more.map(|(article, _, interval)| (article, interval)).collect(),
            beside: beside.filter_map(|(id, _)| interval(*id)).collect(),
        }
    }

    /// Whether `whole` may count together what `part` counts apart: it names nobody else in its sentence, and no "others". Who was shot
    /// may have died of it: "four shot, one dead" counts four.
    fn summed(&self, part: &Claim, whole: &Claim, reaches: impl Fn(Interval) -> bool) -> bool {
        // Mostly no article gives any.
        if self.beside.is_empty() {
            return false;
        }
        let shot = whole.counted.as_ref().is_some_and(|counted| counted.measure.as_deref() == Some(CASUALTIES));
        let apart = !shot && self.stands_beside(whole);
        !apart && !others(whole) && self.beside.iter().any(|(article, _, more)| *article == part.article && reaches(*more))
    }

    /// Whether the sentence of `claim` gives the dead beside it.
    fn stands_beside(&self, claim: &Claim) -> bool {
        self.beside.iter().any(|(article, sentence, _)| *article == claim.article && *sentence == claim.sentence)
    }

    /// Whether two figures that are apart can both hold; at `one_time` an article may add to its own.
    pub(super) fn holds(&self, one: (claim::Id, &Claim), other: (claim::Id, &Claim), one_time: bool) -> bool {
        let some = |id: claim::Id| self.some_of.contains(&id);
        some(one.0) && some(other.0)
            || one_time && self.adds_up(one.1, other.1)
            || self.reach(one, other)
            || stands_of(one.1, other.1)
            || stands_of(other.1, one.1)
    }

    /// Whether the dead and the hurt of two articles make one sum, and the later one gives more dead: one of those hurt has died since.
    pub(super) fn died_since(&self, earlier: &Claim, later: &Claim) -> bool {
        let told = |claim: &Claim| {
            let (.., dead) = self.beside.iter().find(|(article, ..)| *article == claim.article)?;
            Some((*dead, claim.compared()?.interval.sum(*dead)?))
        };
        let (Some((before, first)), Some((after, second))) = (told(earlier), told(later)) else { return false };
        let more = matches!((before.high, after.low), (Some(high), Some(low)) if high.value < low.value);
        more && !first.apart(second)
    }

    /// Whether the article of one figure adds what it takes to reach the other.
    fn adds_up(&self, one: &Claim, other: &Claim) -> bool {
        let (Some(a), Some(b)) = (one.compared(), other.compared()) else { return false };
        self.more.iter().any(|(article, more)| {
            let reaches = |from: Interval, to: Interval| from.sum(*more).is_some_and(|sum| !sum.apart(to));
            *article == one.article && reaches(a.interval, b.interval) || *article == other.article && reaches(b.interval, a.interval)
        })
    }

    /// Whether one figure and what may come on top of it reach the other.
    fn reach(&self, (first, one): (claim::Id, &Claim), (second, other): (claim::Id, &Claim)) -> bool {
        let one_more = |id: claim::Id, claim: &Claim| self.doer || self.after_one.contains(&id) && !self.stands_beside(claim);
        let (Some(a), Some(b)) = (one.compared(), other.compared()) else { return false };
        let reaches = |from: Interval, more: Interval, to: Interval| from.sum(more).is_some_and(|sum| !sum.apart(to));
        let doer = Interval::point(Decimal::from(1));
        one_more(first, one) && reaches(a.interval, doer, b.interval)
            || one_more(second, other) && reaches(b.interval, doer, a.interval)
            || self.summed(one, other, |more| reaches(a.interval, more, b.interval))
            || self.summed(other, one, |more| reaches(b.interval, more, a.interval))
    }
}

/// Whether one claim says how many stand now of those whom the other says were sent, or are in all: no more than these.
fn stands_of(now: &Claim, ever: &Claim) -> bool {
    let sent = ever.told_event().is_some_and(|event| event.class.as_deref() == Some("send") && event.status == Status::Happened);
    let stands = now.accumulation == Accumulation::Standing && ever.accumulation != Accumulation::Standing;
    let (Some(a), Some(b)) = (now.compared(), ever.compared()) else { return false };
    let below = matches!((a.interval.high, b.interval.low), (Some(high), Some(low)) if high.value <= low.value);
    stands && below && (sent || ever.accumulation == Accumulation::Total)
}

/// The measure of those killed or injured, both counted.
const CASUALTIES: &str = "casualties";

/// Whether a claim counts some beside others: "two others".
fn others(claim: &Claim) -> bool {
    claim.counted.as_ref().is_some_and(|counted| &*counted.head == "other" || counted.phrase.contains("other"))
}
