//! Claims to facts: candidates by subject within a story, by actor, event, measure and place across stories; the average closeness
//! decides within each component.
//!
//! In: the batch's claims with their stories. Out: facts, and what was left apart for one reason only. What never happens here: a
//! comparison of all claims of a batch.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::closeness::{Wall, closeness, walls};
use super::clue::{Clue, Last};
use super::given::{Found, Given};
use super::{
    Counting, DEATHS, Fact, HURT, NotCompared, Role, Settings, Unmet, alike, dates, elsewhere, label, only, own, parts, swapped, wording,
};
use crate::article::{self, Article};
use crate::calendar::NaiveDate;
use crate::claim::{self, Accumulation, AsOfBasis, Claim, Field, Told};
use crate::lexicon::{Language, Scope};
use crate::mention::Kind;
use crate::story::linkage::{components, groups};
use crate::story::{self, Story};
use crate::text::{Few, Name, stable_hash};

/// What facts are made of.
#[derive(Clone, Copy, Debug)]
pub struct Batch<'a> {
    /// The claims outside furniture; a [`claim::Id`] indexes them.
    pub claims: &'a [Claim],
    /// The articles.
    pub articles: &'a [Article],
    /// The text of each article's document.
    pub texts: &'a [Name],
    /// The stories.
    pub stories: &'a [Story],
}

/// The facts of a batch.
#[derive(Clone, Debug, Default)]
pub struct Grouped {
    /// Facts, ordered by their first claim.
    pub facts: Vec<Fact>,
    /// What was left apart for one reason only.
    pub not_compared: Vec<NotCompared>,
    /// Names in the settings that could not be followed.
    pub unmet: Vec<Unmet>,
}

/// A claim less sure of its names than this says nothing across stories.
const SURE: u16 = 600;

/// Claims or groups that are read before what they give is put away, so that little stands twice in memory.
const AT_ONCE: usize = 1 << 14;

/// Groups the claims of a batch into facts.
pub fn group(batch: Batch<'_>, language: &Language, settings: &Settings) -> Grouped {
    let named = Found::of(batch, settings);
    let mut clues = clues(batch, &named, language);
    own::mark_secondary(&mut clues, language);
    let given = &Given::of(&named, &clues, language);
    own::tell_days(&mut clues);
    let (parts, too_large) = parts(&clues, settings.component_cap);
    let (found, not_compared) = parts
        .into_par_iter()
        .fold(Decided::default, |mut decided, part| {
            decide(part, &clues, given, language, settings, &mut decided);
            decided
        })
        .reduce(Decided::default, |mut first, mut then| {
            first.0.append(&mut then.0);
            first.1.append(&mut then.1);
            first
        });
    let mut grouped = Grouped { unmet: given.unmet.clone(), not_compared, ..Grouped::default() };
    let found = alike::join(found, &clues, given, language, settings);
    let found = swapped::join(found, &clues, given, language, settings);
    let found = only::join(found, &clues, given, language, settings);
    let found = dates::join(found, &clues, given, language, settings);
    let facts = |group: Vec<usize>| {
        let group: Vec<&Clue<'_>> = group.into_iter().map(|at| &clues[at]).collect();
        let kept = own::keep(&group, given);
        let others = kept.others.into_iter().map(|other| fact(&[other], Vec::new(), batch, given, language));
        std::iter::once(fact(&kept.sides, kept.parts, batch, given, language)).chain(others).collect::<Vec<_>>()
    };
    for groups in given.join_groups(found, &clues).chunks_mut(AT_ONCE) {
        grouped.facts.par_extend(groups.par_iter_mut().map(std::mem::take).flat_map_iter(facts));
    }
    grouped.not_compared.extend(too_large);
    grouped.not_compared.extend(given.not_compared());
    // No two facts share a claim.
    grouped.facts.sort_unstable_by_key(|fact| fact.claims.first().copied());
    relate(&mut grouped.facts, &clues, given, language);
    beside(&mut grouped.facts, &clues, batch);
    elsewhere::tell(&mut grouped.facts, batch, language);
    label::tell_apart(&mut grouped.facts);
    grouped.not_compared.sort_by(|a, b| (&a.claims, &a.because).cmp(&(&b.claims, &b.because)));
    grouped
}

/// The clues of all claims that have one.
fn clues<'a>(batch: Batch<'a>, named: &Found<'_>, language: &'a Language) -> Vec<Clue<'a>> {
    let mut story_of = vec![story::Id::default(); batch.articles.len()];
    for (index, story) in batch.stories.iter().enumerate() {
        for article in &story.articles {
            if let Some(slot) = story_of.get_mut(article.0 as usize) {
                *slot = story::Id(u32::try_from(index).unwrap_or(u32::MAX));
            }
        }
    }
    let clue = |last: &mut Last, (index, claim): (usize, &'a Claim)| {
        let article = claim.article.0 as usize;
        let field = match claim.field {
            Field::Title => batch.articles.get(article)?.title.as_deref()?,
            Field::Text => batch.texts.get(article)?,
        };
        let id = claim::Id(u32::try_from(index).ok()?);
        Clue::of(id, claim, *story_of.get(article)?, field, last, named.joins(id), language)
    };
    let mut clues = Vec::new();
    for (part, claims) in batch.claims.chunks(AT_ONCE).enumerate() {
        let numbered = claims.par_iter().enumerate().map(|(at, claim)| (part * AT_ONCE + at, claim));
        clues.par_extend(numbered.map_init(Last::default, clue).flatten_iter());
    }
    clues
}

/// The clues that are held against each other: one subject in one story; and stories whose claims agree in actor, event and place.
fn parts(clues: &[Clue<'_>], cap: usize) -> (Vec<Vec<usize>>, Vec<NotCompared>) {
    let mut by_story: Vec<(u64, story::Id, u32)> = Vec::with_capacity(clues.len());
    let mut across: Vec<(u64, usize)> = Vec::new();
    for (at, clue) in clues.iter().enumerate() {
        by_story.push((clue.subject, clue.story, u32::try_from(at).unwrap_or(u32::MAX)));
        across.extend(keys_across(clue).into_iter().map(|key| (key, at)));
    }
    by_story.par_sort_unstable();
    across.sort_unstable();
    let chunks: Vec<&[(u64, story::Id, u32)]> = by_story.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).collect();
    let members = |chunk: usize| chunks[chunk].iter().map(|&(_, _, at)| at as usize);
    let mut chunk_of = vec![0; clues.len()];
    for chunk in 0..chunks.len() {
        members(chunk).for_each(|at| chunk_of[at] = chunk);
    }
    let edges = across.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (chunk_of[pair[0].1], chunk_of[pair[1].1]));
    let (mut parts, mut too_large) = (Vec::new(), Vec::new());
    for joined in components(chunks.len(), edges) {
        let size: usize = joined.iter().map(|&chunk| chunks[chunk].len()).sum();
        if size <= cap {
            let mut part: Vec<usize> = joined.iter().flat_map(|&chunk| members(chunk)).collect();
            part.sort_unstable();
            parts.push(part);
            continue;
        }
        for chunk in joined {
            // Prominent claims first, so that what is left out of a chunk that is still too large matters least.
            let mut order: Vec<usize> = members(chunk).collect();
            order.sort_by_key(|&at| (!clues[at].prominent, at));
            let left = order.split_off(order.len().min(cap));
            order.sort_unstable();
            parts.push(order);
            parts.extend(left.iter().map(|&at| vec![at]));
            if !left.is_empty() {
                let claims = left.iter().map(|&at| clues[at].id).collect();
                too_large.push(NotCompared { claims, because: format!("a story holds more than {cap} figures of one kind") });
            }
        }
    }
    (parts, too_large)
}

/// The keys under which a claim of what stands over time meets those of other stories: who has it or does it, with what is done, and
/// with where.
fn keys_across(clue: &Clue<'_>) -> Vec<u64> {
    let sure = |told: Option<&Told>| told.filter(|told| told.weight >= SURE).map(|told| told.name.clone());
    if clue.claim.kind != Kind::Count || !clue.measured.standing {
        return Vec::new();
    }
    let Some(actor) = sure(clue.claim.actor.as_ref()) else { return Vec::new() };
    let class = clue.claim.told_event().and_then(|event| event.class.clone());
    let subject = clue.subject.to_string();
    let keys = [("event", class), ("place", sure(clue.claim.place.as_ref()))];
    keys.into_iter().filter_map(|(kind, name)| Some(stable_hash([&*subject, &*actor, kind, &*name?]))).collect()
}

/// Groups of clues, and what was left apart.
type Decided = (Vec<Vec<usize>>, Vec<NotCompared>);

/// Adds the groups of one component, and the claims of different articles that one wall alone keeps apart, by that wall.
fn decide(part: Vec<usize>, clues: &[Clue<'_>], given: &Given, language: &Language, settings: &Settings, decided: &mut Decided) {
    if let [_] = *part {
        decided.0.push(part);
        return;
    }
    let mut apart: BTreeMap<Wall, Vec<claim::Id>> = BTreeMap::new();
    // Asked once for each two.
    let near = |a: usize, b: usize| {
        let (one, other) = (&clues[part[a]], &clues[part[b]]);
        if given.apart(one.id, other.id) {
            return None;
        }
        let mut walls = walls(one, other, language);
        let Some(wall) = walls.next() else { return Some(closeness(one, other, language)) };
        if one.prominent
            && other.prominent
            && one.claim.article != other.claim.article
            && walls.next().is_none()
            && closeness(one, other, language) >= settings.closeness
        {
            apart.entry(wall).or_default().extend([one.id, other.id]);
        }
        None
    };
    let found = groups(part.len(), settings.closeness, near);
    let note = |(wall, mut claims): (Wall, Vec<claim::Id>)| {
        claims.sort_unstable();
        claims.dedup();
        NotCompared { claims, because: wall.because().to_owned() }
    };
    decided.0.extend(found.into_iter().map(|group| group.into_iter().map(|at| part[at]).collect()));
    decided.1.extend(apart.into_iter().map(note));
}

/// The fact that clues make.
fn fact(sides: &[&Clue<'_>], some: Vec<claim::Id>, batch: Batch<'_>, given: &Given, language: &Language) -> Fact {
    let mut claims: Vec<claim::Id> = sides.iter().map(|clue| clue.id).collect();
    claims.sort_unstable();
    let mut stories: Few<story::Id> = sides.iter().map(|clue| clue.story).collect();
    stories.sort_unstable();
    stories.dedup();
    let measure = sides.iter().find_map(|clue| clue.claim.counted.as_ref()?.measure.clone());
    let unit = sides.iter().find_map(|clue| clue.claim.value.as_ref()?.unit.clone());
    let related = some.into_iter().map(|part| (part, Role::Part)).collect();
    let counting = counting(sides, stories.len(), measure.as_deref(), language);
    let event_day = if let Counting::Toll(day) = counting { day } else { None };
    let dimension = unit.as_deref().map(|unit| language.units.dimension(unit));
    let key = label::key(sides, &stories, measure.as_deref(), dimension, event_day, batch.stories);
    let title = stories.first().and_then(|story| batch.stories.get(story.0 as usize)).map_or("", |story| &*story.label);
    let label = wording::label(&sides.iter().map(|clue| clue.claim).collect::<Vec<_>>(), title, language);
    let joined = parts::joined(sides, given, language);
    let after_one = sides.iter().filter(|clue| clue.after_one).map(|clue| clue.id).collect();
    let some_of = sides.iter().filter(|clue| clue.measured.toll && clue.scope.any(Scope::SOME_OF)).map(|clue| clue.id).collect();
    let (doer_died, changed) = (false, Few::new());
    Fact { key, label, stories, measure, unit, claims, related, counting, joined, doer_died, after_one, some_of, changed }
}

/// How the figures of a fact move with time.
fn counting(sides: &[&Clue<'_>], stories: usize, measure: Option<&str>, language: &Language) -> Counting {
    if sides.iter().any(|clue| clue.is_date()) {
        return Counting::Date;
    }
    let standing = sides.iter().any(|clue| clue.claim.accumulation == Accumulation::Standing);
    if stories == 1 && !standing && measure.is_some_and(|measure| language.nouns.toll(measure)) {
        Counting::Toll(event_day(sides))
    } else {
        Counting::AsOf
    }
}

/// The day on which most of the claims say that it happened; the earliest of as many.
fn event_day(sides: &[&Clue<'_>]) -> Option<NaiveDate> {
    let mut told: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let of_event = |clue: &&Clue<'_>| {
        let as_of = clue.claim.as_of?;
        (matches!(as_of.basis, AsOfBasis::Clause | AsOfBasis::Sentence) && as_of.days.days() == 1).then_some(as_of.days.start())
    };
    for day in sides.iter().filter_map(of_event) {
        *told.entry(day).or_default() += 1;
    }
    told.into_iter().max_by_key(|(day, count)| (*count, std::cmp::Reverse(*day))).map(|(day, _)| day)
}

/// Hangs parts and increments onto the fact of their subject that most claims tell.
fn relate(facts: &mut [Fact], clues: &[Clue<'_>], given: &Given, language: &Language) {
    let bears = |clue: &&Clue<'_>| clue.partial() || clue.prominent && clue.counts_some();
    let mut wholes: BTreeMap<(u64, story::Id), Option<(usize, usize)>> =
        clues.iter().filter(bears).map(|clue| ((clue.subject, clue.story), None)).collect();
    let clue_of = |id: &claim::Id| clues.binary_search_by_key(id, |clue| clue.id).ok().map(|at| &clues[at]);
    for (index, fact) in facts.iter().enumerate() {
        let Some(first) = fact.claims.first().and_then(clue_of) else { continue };
        if first.partial() || first.counts_some() {
            continue;
        }
        for story in &fact.stories {
            let Some(best) = wholes.get_mut(&(first.subject, *story)) else { continue };
            if best.is_none_or(|(count, _)| fact.claims.len() > count) {
                *best = Some((fact.claims.len(), index));
            }
        }
    }
    for clue in clues.iter().filter(bears) {
        let Some(&Some((_, index))) = wholes.get(&(clue.subject, clue.story)) else { continue };
        let Some(first) = facts[index].claims.first().and_then(clue_of) else { continue };
        let some = |wall| wall == Wall::Noun && clue.counts_some();
        let walled = || walls(first, clue, language).any(|wall| wall != Wall::Accumulation && !some(wall));
        let parted = || given.apart_from(clue.id, &facts[index].claims);
        if facts[index].claims.binary_search(&clue.id).is_ok() || given.holds(clue.id) || parted() || walled() {
            continue;
        }
        let role = match clue.claim.accumulation {
            Accumulation::Increment => Role::Increment,
            Accumulation::Part => Role::Part,
            // "5 killings" count no kind of people, so none of those whom the fact counts.
            _ if !clue.of_people(language) => continue,
            _ => Role::Narrower,
        };
        facts[index].related.push((clue.id, role));
    }
    for fact in facts {
        fact.related.sort_unstable();
        fact.related.dedup();
    }
}

/// Hangs the dead of each article onto the count of those whom it reports hurt: who counts both gives the sum.
fn beside(facts: &mut [Fact], clues: &[Clue<'_>], batch: Batch<'_>) {
    // The first of each article, in the order of the articles.
    let of_dead = clues.iter().filter(|clue| clue.measure() == Some(DEATHS) && !clue.partial());
    let mut dead: Vec<(article::Id, claim::Id)> = of_dead.map(|clue| (clue.claim.article, clue.id)).collect();
    dead.dedup_by_key(|(article, _)| *article);
    let beside = |id: &claim::Id| {
        let article = batch.claims.get(id.0 as usize)?.article;
        dead.binary_search_by_key(&article, |(article, _)| *article).ok().map(|at| (dead[at].1, Role::Beside))
    };
    for fact in facts.iter_mut().filter(|fact| fact.measure.as_deref().is_some_and(|measure| HURT.contains(&measure))) {
        fact.related.extend(fact.claims.iter().filter_map(beside));
        fact.related.sort_unstable();
        fact.related.dedup();
    }
}
