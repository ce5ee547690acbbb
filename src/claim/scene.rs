//! Where an event is told to have happened when its own sentence names no place: the sentence before it, the dateline, the headline, else
//! the street or the kind of site that its own words tell.
//!
//! In: the claims of a sentence after those of the sentences before. Out: the same, with a place that is too unsure to name a claim, to
//! join two or to keep them apart. What never happens here: a place for what happened long ago, or for what is no event.

use std::cell::OnceCell;

use super::noun::Phrase;
use super::place::{self, DATELINE};
use super::sentence::Sentence;
use super::site::{MINOR, minor, only, sites as sites_of};
use super::{AsOfBasis, Claim, Status, Told};
use crate::article::Article;
use crate::lexicon::{Language, Nouns};
use crate::text::{Name, Span};

/// The place that the sentences so far have told.
#[derive(Default)]
pub(super) struct Scene {
    /// That of the headline, once it is asked for.
    title: OnceCell<Option<Name>>,
    /// That of the last sentence with one, and where that sentence ends.
    last: Option<(Name, u32)>,
    dateline: Option<Name>,
}

/// How sure such a place is.
const WEIGHT: u16 = 300;
/// How far behind a sentence its place is still the place, in bytes: about three sentences.
const NEAR: u32 = 500;
/// The same for a date.
const RIGHT_BEFORE: u32 = 320;
/// Days by which an event may lie back and still be the one that the article is about.
const RECENT: i64 = 10;

/// Whether a place is a site where people are taken after what happened.
fn is_keeper(name: &str) -> bool {
    KEEPERS.iter().any(|keeper| name.to_ascii_lowercase().ends_with(keeper))
}

/// Such sites.
const KEEPERS: [&str; 6] = ["hospital", "center", "clinic", "jail", "prison", "courthouse"];

impl Scene {
    /// Fills the places of the `claims` of `sentence`, of which `read` gives the token and the phrase.
    pub(super) fn fill(&mut self, sentence: &Sentence<'_>, article: &Article, read: &[(usize, Option<Phrase>)], claims: &mut [Claim]) {
        let own = self.take_in(article, sentence.span, claims);
        let sites = OnceCell::new();
        let site = |claims: &mut [Claim], kept: bool| {
            for (claim, &(at, phrase)) in claims.iter_mut().zip(read) {
                if claim.place.is_some() || claim.event.is_none() {
                    continue;
                }
                let sites = sites.get_or_init(|| sites_of(sentence));
                let happened = !kept && is_event(&sentence.language.nouns, claim);
                let near = minor(sentence, sites, at, phrase.map_or(at + 1, |phrase| phrase.to));
                let far = || if happened { only(sentence, sites, at) } else { None };
                claim.place = near.or_else(far).filter(|place| kept || !is_keeper(&place.name));
                let told = claim.place.is_some();
                if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| told && evidence.field == "place") {
                    evidence.rule = "street or site in the clause";
                }
            }
        };
        site(claims, false);
        if !own {
            self.hand_on(sentence.language, article, sentence.span, claims);
        }
        site(claims, true);
    }

    /// Keeps the place that the `claims` of the sentence `span` name, and tells whether one does.
    fn take_in(&mut self, article: &Article, span: Span, claims: &[Claim]) -> bool {
        let own = claims.iter().filter(|claim| is_recent(claim, article) && !is_aside(claim)).filter_map(|claim| claim.place.as_ref());
        let own = own.max_by_key(|place| place.weight);
        if let Some(place) = own.filter(|place| place.weight > DATELINE) {
            self.last = (!is_keeper(&place.name)).then(|| (place.name.clone(), span.end)).or(self.last.take());
            return true;
        }
        self.dateline =
            own.filter(|place| matches!(place.weight, DATELINE | MINOR)).map(|place| place.name.clone()).or(self.dateline.take());
        false
    }

    /// Gives the claims the place that a sentence before, the dateline or the headline tells.
    fn hand_on(&mut self, language: &Language, article: &Article, span: Span, claims: &mut [Claim]) {
        let near = self.last.as_ref().filter(|(_, end)| span.start.saturating_sub(*end) < NEAR).map(|(name, _)| name);
        // A date may be that of another event than the one told of two sentences before.
        let far = self.last.as_ref().is_some_and(|(_, end)| (RIGHT_BEFORE..NEAR).contains(&span.start.saturating_sub(*end)));
        let told = |claim: &Claim| claim.value.is_some() || !far;
        let open = |claim: &Claim| claim.place.is_none() && told(claim) && is_event(&language.nouns, claim) && is_recent(claim, article);
        if !claims.iter().any(open) {
            return;
        }
        let title = || {
            let read = || article.title.as_ref().and_then(|title| place::of_title(language, title));
            self.title.get_or_init(read).as_ref()
        };
        let Some(name) = near.or(self.dateline.as_ref()).or_else(title) else { return };
        for claim in claims.iter_mut().filter(|claim| open(claim)) {
            claim.place = Some(Told { name: name.clone(), weight: WEIGHT });
            if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.field == "place") {
                evidence.rule = "place of a sentence before, of the dateline or of the headline";
            }
        }
    }
}

/// Whether a claim tells of what came of an event, or of something else, whose place is another: a trial, a plan, a career.
fn is_aside(claim: &Claim) -> bool {
    const ASIDE: [&str; 16] = [
        "file", "charge", "convict", "release", "report", "announce", "plan", "live", "work", "play", "vote", "receive", "attend", "meet",
        "protest", "treat",
    ];
    let state = claim.event.as_ref().is_some_and(|event| matches!(&*event.verb, "be" | "have"));
    state || claim.event.as_ref().and_then(|event| event.class.as_deref()).is_some_and(|class| ASIDE.contains(&class))
}

/// Whether something happened that has one place.
fn is_event(nouns: &Nouns, claim: &Claim) -> bool {
    let shots = claim.counted.as_ref().and_then(|counted| counted.measure.as_deref()) == Some("shots");
    // "found two victims"
    let people = claim.counted.as_ref().is_some_and(|counted| counted.measure.as_deref() == Some("people"));
    let befalls = |class: &str| nouns.scene(class) || people && class == "confiscate";
    claim.event.as_ref().is_some_and(|event| event.status == Status::Happened && (shots || event.class.as_deref().is_some_and(befalls)))
}

/// Whether no word dates it long before the article.
fn is_recent(claim: &Claim, article: &Article) -> bool {
    let told = claim.as_of.filter(|as_of| matches!(as_of.basis, AsOfBasis::Clause | AsOfBasis::Sentence)).map(|as_of| as_of.days);
    let days = told.or_else(|| claim.date.as_ref().and_then(|date| date.days));
    let published = article.published.as_ref().map(|published| published.date);
    match (days, published) {
        (Some(days), Some(published)) => (published - days.end()).num_days() <= RECENT,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::lexicon::Language;

    #[test]
    fn a_headline_names_the_place() {
        for (title, expected) in [
            ("Nine hurt in Tulsa mill fire", Some("Tulsa")),
            ("Tulsa police: nine shot at mill", Some("Tulsa")),
            ("Man from Dallas shoots nine in north Tulsa", Some("Tulsa")),
            ("Nine hurt on road between Dallas and Tulsa", None),
            ("Nine hurt in mill fire - Tulsa Post", None),
            ("Egypt sends nine ships", None),
            ("Tulsa man arrested after mill fire", None),
            ("Tulsa man hurt in mill fire", Some("Tulsa")),
            ("Nine shot on Tulsa Avenue", None),
        ] {
            assert_eq!(place::of_title(Language::english(), title).as_deref(), expected, "{title}");
        }
    }
}
