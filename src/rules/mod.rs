//! Findings: one file a rule, its page beside it, one list of them all.
//!
//! In: a [`Case`], the whole analysed batch. Out: findings, each with its severity, its sides and a fingerprint. What never happens
//! here: rendering, a new comparison of figures; a rule says what a verdict means to a desk. Read `registry.rs` first.

mod bound_flipped;
mod conflicting_dates;
mod conflicting_figures;
mod disputed_figure;
mod doubtful_date;
mod figure_range;
mod finding;
mod headline_differs;
mod hedge_dropped;
mod house;
mod house_figure;
mod impossible_date;
mod loose_bound;
mod magnitude_slip;
mod registry;
mod repeated;
mod reversed_range;
mod revised_date;
mod revised_figure;
mod sides;
mod silent_edit;
mod single_origin;
mod stale_figure;
#[cfg(test)]
pub(crate) mod testing;
mod undated_difference;
mod weekday_mismatch;
pub mod wording;

use crate::article::{self, Article};
use crate::claim::{self, Claim, Field};
use crate::fact::{self, Counting, Fact, NotCompared, Unmet};
use crate::origin::Origins;
use crate::story::Story;
use crate::text::Name;
use crate::verdict::Judgement;

pub(crate) use figure_range::span;
pub use finding::{Finding, Mark, Severity};
pub(crate) use house::differing;
pub use house::{Differing, House};
pub use registry::{RULES, Rule, Settings, check, rule};
pub use silent_edit::Version;

/// The analysed batch: what rules look at and a report is made of.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The articles, ordered by name; an [`article::Id`] indexes them.
    pub articles: Vec<Article>,
    /// The text of each article's document, as given; an [`article::Id`] indexes them.
    pub texts: Vec<Name>,
    /// The claims outside furniture; a [`claim::Id`] indexes them.
    pub claims: Vec<Claim>,
    /// Origins.
    pub origins: Origins,
    /// Stories; a [`crate::story::Id`] indexes them.
    pub stories: Vec<Story>,
    /// Facts; a [`crate::fact::Id`] indexes them.
    pub facts: Vec<Fact>,
    /// What the claims of each fact say together, in the order of the facts.
    pub judgements: Vec<Judgement>,
    /// What was not compared, and why.
    pub not_compared: Vec<NotCompared>,
    /// Claims that differ from a figure that the desk has settled on.
    pub house: Vec<Differing>,
    /// Names in the settings that could not be followed.
    pub unmet: Vec<Unmet>,
    /// Earlier versions of articles that neither bear a later date nor say that they were changed.
    pub versions: Vec<Version>,
}

impl Case {
    /// A claim.
    pub fn claim(&self, id: claim::Id) -> &Claim {
        &self.claims[id.0 as usize]
    }

    /// An article.
    pub fn article(&self, id: article::Id) -> &Article {
        &self.articles[id.0 as usize]
    }

    /// The field that a claim stands in, as given: what its spans point into.
    pub fn field_of(&self, claim: &Claim) -> &str {
        match claim.field {
            Field::Title => self.article(claim.article).title.as_deref().unwrap_or_default(),
            Field::Text => &self.texts[claim.article.0 as usize],
        }
    }

    /// The words of a claim, as printed.
    pub fn words(&self, claim: &Claim) -> &str {
        claim.span.of(self.field_of(claim))
    }

    /// A claim's figure, or its date, in words: "over 13,000", "12 Jul 2025".
    pub fn stated(&self, id: claim::Id) -> String {
        let claim = self.claim(id);
        match (&claim.value, claim.date.as_ref().and_then(|date| date.days)) {
            (Some(value), _) => wording::figure(value, self.words(claim)),
            (None, Some(days)) => wording::days(days),
            (None, None) => self.words(claim).to_owned(),
        }
    }

    /// The unit that claims of one fact are compared in, where they are printed in several.
    pub fn common_unit(&self, claims: impl Iterator<Item = claim::Id>) -> Option<&str> {
        let mut converted = claims.filter_map(|id| self.claim(id).converted.as_deref());
        converted.find_map(|value| value.unit.as_deref())
    }

    /// A fact.
    pub fn fact(&self, id: fact::Id) -> &Fact {
        &self.facts[id.0 as usize]
    }

    /// The figure of a side: that of its first claim.
    pub fn figure_of(&self, side: &[claim::Id]) -> String {
        side.first().map_or_else(String::new, |&first| self.stated(first))
    }

    /// The facts with what their claims say together.
    fn judged_facts(&self) -> impl Iterator<Item = (fact::Id, &Fact, &Judgement)> {
        self.facts.iter().zip(&self.judgements).enumerate().map(|(index, (fact, judgement))| {
            let id = fact::Id(u32::try_from(index).unwrap_or(u32::MAX));
            (id, fact, judgement)
        })
    }

    /// The facts about quantities.
    fn figure_facts(&self) -> impl Iterator<Item = (fact::Id, &Judgement)> {
        self.judged_facts().filter(|(_, fact, _)| fact.counting != Counting::Date).map(|(id, _, judgement)| (id, judgement))
    }

    /// The facts about the date of an event.
    fn date_facts(&self) -> impl Iterator<Item = (fact::Id, &Judgement)> {
        self.judged_facts().filter(|(_, fact, _)| fact.counting == Counting::Date).map(|(id, _, judgement)| (id, judgement))
    }
}
