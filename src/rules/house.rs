//! The figures that a desk has settled on, and the claims that they are about.
//!
//! In: a desk's figures, the analysed batch. Out: for each figure the claims that state the same and differ from it, fact by fact. What
//! never happens here: a guess; a claim that leaves open what it counts, or where, is of no house figure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Case;
use crate::article;
use crate::calendar::{DayInterval, NaiveDate};
use crate::claim::{self, Accumulation, Claim, Field, Status, Told};
use crate::fact::{self, Counting, Role, meets, one_name};
use crate::layout::Zone;
use crate::lexicon::{Kin, Language};
use crate::mention::Kind;
use crate::text::{Name, Span, hash_of, tokens};
use crate::value::{Bound, Value};
use crate::verdict::{Moment, Relation, of_values};

/// A figure that the desk has settled on, and what it is of: all that is said must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// The fact's id, or the beginning of one.
    pub fact: Option<Name>,
    /// The measure.
    pub measure: Option<Name>,
    /// The counted noun.
    pub counted: Option<Name>,
    /// Where.
    pub place: Option<Name>,
    /// Who.
    pub actor: Option<Name>,
    /// What happened: a class of events, a verb or an event noun.
    pub event: Option<Name>,
    /// Words that stand in the title, in the lead or in the sentence.
    pub words: Vec<Name>,
    /// The figure.
    pub figure: Value,
    /// The figure as the desk writes it.
    pub written: Name,
    /// The day from which it holds.
    pub as_of: Option<NaiveDate>,
    /// What the desk notes with it.
    pub note: Option<Name>,
}

/// Claims of one fact that differ from a house figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The figure.
    pub house: Arc<House>,
    /// The fact.
    pub fact: fact::Id,
    /// The claims.
    pub claims: Vec<claim::Id>,
    /// Whether they are later than the house figure, which may then be the older one of the two.
    pub later: bool,
}

/// A name less sure than this is looked for in the text.
const SURE: u16 = 500;
/// Bytes of an article's text that are its lead.
const LEAD: usize = 700;

/// The claims that differ from a house figure, by figure and fact.
pub(crate) fn differing(house: &[House], case: &Case, language: &Language, tolerance: u32) -> Vec<Differing> {
    if house.is_empty() {
        return Vec::new();
    }
    let house: Vec<Arc<House>> = house.iter().map(|house| Arc::new(house.resolved(language))).collect();
    let desk = Desk { case, language, some: some(case) };
    let mut by_house: Vec<Vec<(claim::Id, fact::Id)>> = vec![Vec::new(); house.len()];
    for (id, fact, _) in case.judged_facts().filter(|(_, fact, _)| fact.counting != Counting::Date) {
        for (house, found) in house.iter().zip(&mut by_house) {
            match &house.fact {
                Some(key) if !fact.key.starts_with(&**key) => {}
                Some(_) => found.extend(fact.claims.iter().filter(|claim| desk.plain(house, **claim)).map(|claim| (*claim, id))),
                None => found.extend(fact.claims.iter().filter(|claim| desk.fits(house, **claim)).map(|claim| (*claim, id))),
            }
        }
    }
    let mut all = Vec::new();
    for (house, mut found) in house.into_iter().zip(by_house) {
        found.sort_unstable();
        let mut by_fact: BTreeMap<(fact::Id, bool), Vec<claim::Id>> = BTreeMap::new();
        for own in found.chunk_by(|a, b| case.claim(a.0).article == case.claim(b.0).article) {
            for (id, fact, later) in desk.differ(&house, own, tolerance) {
                by_fact.entry((fact, later)).or_default().push(id);
            }
        }
        let differing = |((fact, later), claims)| Differing { house: Arc::clone(&house), fact, claims, later };
        all.extend(by_fact.into_iter().map(differing));
    }
    all
}

/// Claims that count some of what a fact of the batch counts.
fn some(case: &Case) -> BTreeSet<claim::Id> {
    let related = case.facts.iter().flat_map(|fact| &fact.related);
    related.filter(|(_, role)| *role != Role::Beside).map(|(id, _)| *id).collect()
}

impl House {
    /// The same with names as the lexicon writes them, and the class of its event.
    fn resolved(&self, language: &Language) -> Self {
        let name = |name: &Name, actor: bool| {
            let mut cut = Vec::new();
            tokens(name, &[], Span::new(0, name.len()), &[], &mut cut);
            let found = language.names.at(name, &cut).filter(|(length, _)| *length == cut.len());
            let entry = found.and_then(|(_, number)| language.names.entry(number));
            entry.and_then(|entry| if actor { entry.actor.clone() } else { entry.place.clone() }).unwrap_or_else(|| name.clone())
        };
        let class = |event: &Name| {
            let lexeme = language.words.get(hash_of(event));
            let class = language.words.verb_class(&lexeme).or_else(|| language.words.event_class(&lexeme));
            class.map_or_else(|| event.clone(), |class| class.name.clone())
        };
        Self {
            place: self.place.as_ref().map(|place| name(place, false)),
            actor: self.actor.as_ref().map(|actor| name(actor, true)),
            event: self.event.as_ref().map(class),
            counted: self.counted.as_ref().map(|counted| language.words.singular(counted)),
            ..self.clone()
        }
    }
}

/// What house figures are held against.
struct Desk<'a> {
    case: &'a Case,
    language: &'a Language,
    some: BTreeSet<claim::Id>,
}

impl Desk<'_> {
    /// Whether a claim is of the kind that a house figure is, and a figure of the whole that is said to have happened.
    fn plain(&self, house: &House, id: claim::Id) -> bool {
        let claim = self.case.claim(id);
        let Some(value) = &claim.value else { return false };
        let status = claim.told_event().map_or(Status::Happened, |event| event.status);
        claim.kind != Kind::Ordinal
            && value.unit == house.figure.unit
            && value.per == house.figure.per
            && !matches!(value.bound, Bound::Vague | Bound::Change)
            && matches!(status, Status::Happened | Status::Ongoing)
            && matches!(claim.accumulation, Accumulation::Total | Accumulation::Standing | Accumulation::Change | Accumulation::Unknown)
            && claim.scope.is_none()
            && !self.some.contains(&id)
    }

    /// Whether a claim is of what a house figure is of.
    fn fits(&self, house: &House, id: claim::Id) -> bool {
        let claim = self.case.claim(id);
        let counted = claim.counted.as_ref();
        let measure = counted.and_then(|counted| counted.measure.as_deref());
        if house.measure.is_some() && measure != house.measure.as_deref() || !self.plain(house, id) {
            return false;
        }
        let nouns = &self.language.nouns;
        let noun = match (&house.counted, counted) {
            (Some(one), Some(counted)) => matches!(nouns.kin(one, &counted.head), Kin::Same | Kin::Synonym),
            (Some(_), None) => false,
            // "Three children" are some of the dead: only who counts anyone counts them all.
            (None, Some(counted)) => !measure.is_some_and(|measure| nouns.toll(measure)) || self.anyone(&counted.head, measure),
            (None, None) => true,
        };
        let happened = |event: &Name| {
            let told = claim.told_event();
            told.is_some_and(|told| told.class.as_ref() == Some(event) || told.verb == *event)
        };
        noun && house.event.as_ref().is_none_or(happened)
            && house
                .place
                .as_ref()
                .is_none_or(|place| self.named(claim.place.as_ref(), place, claim, |one, other| meets(one, other, self.language)))
            && house.actor.as_ref().is_none_or(|actor| self.named(claim.actor.as_ref(), actor, claim, one_name))
            && house.words.iter().all(|words| self.near(words, claim))
    }

    /// Whether a noun counts all of what its measure does: anyone for people, else any.
    fn anyone(&self, head: &str, measure: Option<&str>) -> bool {
        let people = ["deaths", "injuries", "casualties", "missing", "displaced", "hostages"];
        self.language.nouns.anyone(head) || !measure.is_some_and(|measure| people.contains(&measure))
    }

    /// Whether what a claim says of a name fits the house's; where it says nothing sure, whether the name stands near.
    fn named(&self, told: Option<&Told>, name: &Name, claim: &Claim, same: impl Fn(&str, &str) -> bool) -> bool {
        match told.filter(|told| told.weight >= SURE) {
            Some(told) => same(&told.name, name),
            None => self.near(name, claim),
        }
    }

    /// Whether words stand in a claim's sentence, in the title or in the lead of its article.
    fn near(&self, words: &str, claim: &Claim) -> bool {
        let article = self.case.article(claim.article);
        let text = &self.case.texts[claim.article.0 as usize];
        let from = article.blocks.iter().find(|block| block.zone == Zone::Body).map_or(0, |block| block.span.start as usize);
        let lead = text.get(from..text.floor_char_boundary(from + LEAD)).unwrap_or_default();
        let sentence = claim.sentence.of(self.case.field_of(claim));
        [sentence, article.title.as_deref().unwrap_or_default(), lead].iter().any(|text| stands(text, words))
    }

    /// The claims of one article that differ from a house figure, each with whether it is later. An article that also gives the house
    /// figure differs in nothing, and one that gives several others may speak of several things.
    fn differ(&self, house: &House, own: &[(claim::Id, fact::Id)], tolerance: u32) -> Vec<(claim::Id, fact::Id, bool)> {
        let value = |id: claim::Id| self.case.claim(id).value.as_ref();
        let apart = |id: claim::Id| value(id).is_some_and(|value| of_values(value, &house.figure, tolerance) == Relation::Apart);
        if own.iter().any(|(id, _)| !apart(*id)) {
            return Vec::new();
        }
        let lead: Vec<_> = own.iter().filter(|(id, _)| self.prominent(self.case.claim(*id))).collect();
        let chosen = if lead.is_empty() { own.iter().collect() } else { lead };
        let fit = |one: &Value, other: &Value| of_values(one, other, tolerance) != Relation::Apart;
        let one = chosen.iter().all(|(id, _)| value(chosen[0].0).zip(value(*id)).is_some_and(|(one, other)| fit(one, other)));
        if !one && house.fact.is_none() {
            return Vec::new();
        }
        let timed = |(id, fact): &(claim::Id, fact::Id)| {
            let later = match (self.days(*id, *fact), house.as_of) {
                (Some(days), Some(as_of)) if days.end() < as_of => return None,
                (Some(days), Some(as_of)) => days.start() > as_of,
                _ => false,
            };
            Some((*id, *fact, later))
        };
        chosen.into_iter().filter_map(timed).collect()
    }

    /// The days that a claim is of: the report's for the toll of one event, else those that it holds for.
    fn days(&self, id: claim::Id, fact: fact::Id) -> Option<DayInterval> {
        let claim = self.case.claim(id);
        let moment = Moment::of(claim, self.case.article(claim.article));
        let report = moment.report.map(DayInterval::day);
        match self.case.fact(fact).counting {
            Counting::Toll(_) => report.or(moment.as_of),
            Counting::AsOf | Counting::Date => moment.as_of.or(report),
        }
    }

    fn prominent(&self, claim: &Claim) -> bool {
        let blocks = &self.case.article(claim.article).blocks;
        let from = blocks.iter().find(|block| block.zone == Zone::Body).map_or(0, |block| block.span.start as usize);
        claim.field == Field::Title || claim.zone == Zone::Headline || (claim.span.start as usize) < from + LEAD
    }
}

/// Whether `words` stand in `text` as words, in any case.
fn stands(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    let edge = |rest: Option<char>| rest.is_none_or(|next| !next.is_alphanumeric());
    text.match_indices(&words).any(|(at, _)| {
        edge(text.get(..at).and_then(|before| before.chars().next_back()))
            && edge(text.get(at + words.len()..).and_then(|rest| rest.chars().next()))
    })
}

/// The first article of a list of claims, where all are of it.
pub(super) fn one_article(case: &Case, claims: &[claim::Id]) -> Option<article::Id> {
    let first = case.claim(*claims.first()?).article;
    claims.iter().all(|id| case.claim(*id).article == first).then_some(first)
}
