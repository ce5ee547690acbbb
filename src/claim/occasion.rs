//! The day of an event that another sentence tells: "The shooting happened on Saturday. Two people were killed."
//!
//! In: the claims of each sentence in turn, with the days that their own sentence gives. Out: the same, those that tell of one event on
//! its day. What never happens here: a day for what stands, is planned or sums up several events; a day out of several that do not agree.

use super::as_of::{EVENT, RECENT, of_harm};
use super::sentence::{Sentence, word};
use super::{Accumulation, AsOf, AsOfBasis, Claim, Field, Status, scope};
use crate::calendar::{DayInterval, Mod, NaiveDate};
use crate::lexicon::{Classes, Forms, Language, Nouns};
use crate::mention::Kind;
use crate::text::Name;

/// Days behind a month within which an article tells of it.
const MONTH: i64 = 40;
/// A month dates an event to which the next sentences go on.
const LONGEST: i64 = 31;
/// How far behind a sentence its day is still the day, in bytes: about three sentences.
const NEAR: u32 = 500;

/// The days on which an article says that its events happened.
#[derive(Debug, Default)]
pub(super) struct Occasion {
    /// The first event of a kind and day, and the last so far.
    first: Option<(Name, DayInterval)>,
    last: Option<(Name, DayInterval)>,
    /// The sentences that date what befell people or a place: where each begins, in the text as given, and the day.
    scenes: Vec<(u32, DayInterval)>,
    /// Where sentences begin that give an age and tell of such an event.
    told: Vec<u32>,
}

impl Occasion {
    /// Gives the figures of what happened on a day that a sentence before has named that day, where their own sentence names none; then
    /// takes in the days of this sentence. The toll of an event grows: it waits for the last sentence.
    pub(super) fn hand_on(&mut self, sentence: &Sentence<'_>, published: Option<NaiveDate>, claims: &mut [Claim]) {
        let Some(published) = published else { return };
        let nouns = &sentence.language.nouns;
        for claim in claims.iter_mut().filter(|claim| undated(claim)) {
            let measure = claim.counted.as_ref().and_then(|counted| counted.measure.as_deref());
            let counts = claim.counted.is_some() && measure != Some("points");
            let dated = |event: &&Name| on_a_day(nouns, event) && !(counts && matches!(&***event, "play" | "close"));
            let Some(event) = happened(claim).filter(|_| !measure.is_some_and(|of| nouns.toll(of))).filter(dated) else { continue };
            let before = [&self.last, &self.first].into_iter().flatten().find(|(told, _)| one_kind(told, event));
            if let Some(&(_, days)) = before {
                claim.as_of = Some(AsOf { days, basis: AsOfBasis::Before });
            }
        }
        for claim in claims.iter() {
            // "It fell on a turbulent day yesterday, losing nine points": the figure is dated, whatever the date hangs on.
            let clause = claim.as_of.filter(|as_of| as_of.basis == AsOfBasis::Clause && as_of.days.days() == 1);
            if let (Some(as_of), Some(event)) = (clause, happened(claim).filter(|event| moves(event)))
                && (0..=RECENT).contains(&(published - as_of.days.end()).num_days())
            {
                self.take_in(event, as_of.days);
            }
            let Some(date) = claim.date.as_ref().filter(|_| claim.value.is_none()) else { continue };
            let Some(days) = date.days else { continue };
            let ago = (published - days.end()).num_days();
            let one = days.start() == days.end();
            let bare = claim.kind == Kind::Time && ago == 0;
            if days.days() <= LONGEST
                && ago >= 0
                && !bare
                && !matches!(date.modifier, Some(Mod::OnOrAfter | Mod::Before | Mod::After))
                && is_scene(sentence, claim)
            {
                self.scenes.push((claim.sentence.start, days));
            }
            let Some(event) = happened(claim) else { continue };
            // What markets did in the month before is told as one: "Sales fell in January. Harrow reported a drop of 9 %."
            let month = moves(event) && (28..=31).contains(&days.days());
            if (0..=if month { MONTH } else { RECENT }).contains(&ago) && (month || one) {
                self.take_in(event, days);
            }
        }
        let age = |claim: &&Claim| claim.kind == Kind::Age && undated(claim);
        if let Some(claim) = claims.iter().find(age)
            && claim.field == Field::Text
            && (0..sentence.len()).any(|at| tells(sentence, at))
        {
            self.told.push(claim.sentence.start);
        }
    }

    /// Keeps the day of an event that happened.
    fn take_in(&mut self, event: &Name, days: DayInterval) {
        let told = (event.clone(), days);
        self.first.get_or_insert_with(|| told.clone());
        self.last = Some(told);
    }

    /// Gives the tolls and ages of an article, and those of its title, the day of their event, once all sentences are read.
    pub(super) fn settle(&self, language: &Language, published: Option<NaiveDate>, claims: &mut [Claim]) {
        let Some(published) = published.filter(|_| !self.scenes.is_empty()) else { return };
        let open = |claim: &&mut Claim| {
            let aged = claim.kind == Kind::Age && claim.field == Field::Text && self.told.binary_search(&claim.sentence.start).is_ok();
            // A toll so far, and one that "rose to 41", is as of its own report.
            let so_far = matches!(claim.accumulation, Accumulation::Standing | Accumulation::Total)
                || claim.value.as_ref().is_some_and(|value| value.direction.is_some());
            let one = claim.scope.as_deref().is_none_or(scope::of_doer) && !so_far;
            undated(claim) && one && (aged || harmed(language, claim))
        };
        let recent = |days: DayInterval| (published - days.end()).num_days() <= RECENT;
        let close = |one: DayInterval, other: DayInterval| one.gap(other) <= 1;
        let told = |day: DayInterval| self.scenes.iter().filter(|(_, days)| *days == day).count();
        // The event that the article is about: all that is recent, else what most of it goes back to; told most often, else first.
        let days = || self.scenes.iter().map(|(_, days)| *days).filter(|days| days.start() == days.end());
        let often =
            |days: &mut dyn Iterator<Item = DayInterval>| days.reduce(|one, other| if told(other) > told(one) { other } else { one });
        let main = often(&mut days().filter(|days| recent(*days)))
            .filter(|main| days().filter(|days| recent(*days)).all(|days| close(*main, days)))
            .or_else(|| often(&mut days()).filter(|main| told(*main) > 1 && told(*main) * 2 > days().count()));
        for claim in claims.iter_mut().filter(open) {
            let before = self.scenes.partition_point(|(at, _)| *at <= claim.sentence.start);
            let near = before
                .checked_sub(1)
                .and_then(|at| self.scenes.get(at))
                .filter(|(at, _)| claim.field == Field::Text && claim.sentence.start - at < NEAR);
            let Some(days) = near.map(|(_, days)| *days).or(main) else { continue };
            claim.as_of = Some(AsOf { days, basis: AsOfBasis::Event });
            if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.field == "as_of") {
                evidence.rule = EVENT;
            }
        }
    }
}

/// Whether a figure has but the article's own day.
fn undated(claim: &Claim) -> bool {
    claim.as_of.is_some_and(|as_of| matches!(as_of.basis, AsOfBasis::Article(_)))
}

/// The class of what happened, where it did.
fn happened(claim: &Claim) -> Option<&Name> {
    claim.event.as_ref().filter(|event| event.status == Status::Happened)?.class.as_ref()
}

/// Whether a figure counts what befell people or a place, or the shots that were fired.
fn harmed(language: &Language, claim: &Claim) -> bool {
    let measure = claim.counted.as_ref().and_then(|counted| counted.measure.as_deref());
    let told = claim.event.as_ref().is_some_and(|event| event.status == Status::Happened);
    happened(claim).is_some_and(|class| language.nouns.scene(class)) && claim.counted.is_some()
        || measure.is_some_and(|measure| measure == "shots" || of_harm(language, measure)) && told
}

/// Whether the sentence tells that such an event happened on the day of `claim`: "The shooting happened on Saturday", "It began on Monday".
fn is_scene(sentence: &Sentence<'_>, claim: &Claim) -> bool {
    let nouns = &sentence.language.nouns;
    if happened(claim).is_some_and(|class| nouns.scene(class)) {
        return true;
    }
    let Some(event) = claim.event.as_ref().filter(|event| event.status == Status::Happened) else { return false };
    let it = |at: usize| matches!(sentence.of(at), "It" | "it" | "This" | "incident" | "which");
    let occurred = |at: usize| sentence.words().occurs(&sentence.lexeme(at)) && at > 0 && it(at - 1);
    let fired = |at: usize| {
        sentence.words().verb(&sentence.lexeme(at)).is_some_and(|verb| &**verb == "open") && sentence.is_word(at + 1, word!("fire"))
    };
    let verb = &*event.verb;
    (0..sentence.len()).any(|at| {
        occurred(at) && sentence.words().verb(&sentence.lexeme(at)).is_some_and(|base| &**base == verb) || verb == "open" && fired(at)
    })
}

/// Whether the word at `at` tells of such an event in the past: "was shot", "the 12-year-old's death", "dead".
fn tells(sentence: &Sentence<'_>, at: usize) -> bool {
    let (words, lexeme) = (sentence.words(), sentence.lexeme(at));
    let past = lexeme.has_form(Forms::PAST.and(Forms::PARTICIPLE)) && !sentence.is(at.wrapping_sub(1), Classes::MODAL);
    let verb = words.verb_class(&lexeme).filter(|_| past);
    verb.or_else(|| words.state_class(&lexeme)).is_some_and(|class| sentence.language.nouns.scene(&class.name))
}

/// Whether what is of a class happens on a day, once in an article: a shooting, not what was said or seen.
fn on_a_day(nouns: &Nouns, class: &str) -> bool {
    nouns.dated(class) || moves(class)
}

/// What rises and what falls in an article does so on one market.
fn one_kind(one: &Name, other: &Name) -> bool {
    one == other || moves(one) && moves(other)
}

/// What a market or a price does: it "lost 9 points" and "closed at 7,000" too.
fn moves(class: &str) -> bool {
    matches!(class, "rise" | "fall" | "play" | "close")
}
