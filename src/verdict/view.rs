//! A claim as the verdict looks at it: when it holds, and what it says from which position.
//!
//! In: a claim and its article. Out: a [`View`]. What never happens here: two claims held against each other.

use super::time::{Clock, Moment};
use crate::article::Article;
use crate::calendar::DayInterval;
use crate::claim::{self, Claim};
use crate::layout::Zone;
use crate::value::{Bound, Decimal, Value};

/// Bytes at the head of a text within which an article says what it reports.
const LEAD: u32 = 720;

/// A claim with what the verdict looks at.
pub(super) struct View<'a> {
    pub(super) id: claim::Id,
    pub(super) claim: &'a Claim,
    pub(super) moment: Moment,
    /// Who published it.
    pub(super) outlet: Option<&'a str>,
}

impl<'a> View<'a> {
    pub(super) fn of(id: claim::Id, claims: &'a [Claim], articles: &'a [Article]) -> Option<Self> {
        let claim = claims.get(id.0 as usize)?;
        let article = articles.get(claim.article.0 as usize)?;
        Some(Self { id, claim, moment: Moment::of(claim, article), outlet: article.publisher.as_deref() })
    }

    /// The days that order it under `clock`.
    pub(super) fn days(&self, clock: Clock) -> Option<DayInterval> {
        match clock {
            Clock::AsOf => self.moment.as_of,
            Clock::Report(_) | Clock::Ahead | Clock::Age => self.moment.report.map(DayInterval::day),
            Clock::Never => None,
        }
    }

    /// Whether it says the same as `other` from the same position: such claims are held against the others once.
    pub(super) fn stands_with(&self, other: &Self) -> bool {
        self.moment == other.moment
            && self.claim.value == other.claim.value
            && self.claim.date.as_ref().map(|date| date.days) == other.claim.date.as_ref().map(|date| date.days)
            && source(self.claim) == source(other.claim)
    }

    /// Whether its figure has two ends, and is not vague.
    pub(super) fn firm(&self) -> bool {
        let ends = |value: &Value| value.interval.low.is_some() && value.interval.high.is_some();
        self.claim.value.as_ref().is_none_or(|value| value.bound != Bound::Vague && ends(value))
    }

    /// The one figure that it prints, whatever its bound.
    pub(super) fn printed(&self) -> Option<Decimal> {
        self.claim.compared().and_then(Value::single)
    }

    /// Whether it stands past the headline and the lead of its article.
    pub(super) fn deep(&self) -> bool {
        !self.headline() && self.claim.span.start >= LEAD
    }

    pub(super) fn headline(&self) -> bool {
        self.claim.field == claim::Field::Title || self.claim.zone == Zone::Headline
    }
}

/// The nearest source of a claim.
pub(super) fn source(claim: &Claim) -> Option<&str> {
    claim.attribution.first().map(|attribution| &*attribution.source)
}

/// Whether both name a source, and no word of one stands in the other: "police" and "the police chief" may be one source.
pub(super) fn named_apart(a: &Claim, b: &Claim) -> bool {
    let (Some(one), Some(other)) = (source(a), source(b)) else { return false };
    if one == other {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|word| other.contains(word))
}
