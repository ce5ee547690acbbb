//! Who did it: names near the verb and the figure.
//!
//! In: a sentence, a figure and how it was read. Out: a name or a noun with its weight. What never happens here: a pronoun as an actor, or a
//! noun for what cannot act: "horror", "the incident".

use super::Told;
use super::aged;
use super::clause;
use super::counted::Reading;
use super::event::{self, EVENT_NOUN, Part, Role};
use super::proper::{NOUN, is_name_word, is_people, name_ending, noun_ending, told};
use super::sentence::{Sentence, word};
use super::subject::{is_passive, of_clause as clause_of, subject};
use super::{dated, nominal};
use crate::lexicon::{Agent, Classes, Forms};
use crate::mention::Kind;
use crate::text::{Name, Shape, Span};

/// Who did it, with the words that say so.
pub(super) fn actor(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let class = reading.role.and_then(|role| role.class).map_or("", |class| &*class.name);
    // Those that are part of something do nothing, nor do those who suffer.
    let suffers = |role: &Role<'_>| role.class.is_none() && sentence.words().undergoes(&sentence.lexeme(role.at));
    if class == "include" || reading.role.is_some_and(|role| suffers(&role)) {
        return None;
    }
    doer(sentence, at, reading).filter(|(told, span)| told.weight > NOUN || acts(sentence, *span, class))
}

/// Whether the noun that `span` ends with can do what a verb of this class tells.
fn acts(sentence: &Sentence<'_>, span: Span, class: &str) -> bool {
    let Some(head) = sentence.ending(span) else { return false };
    let lexeme = sentence.lexeme(head);
    match lexeme.agent {
        Agent::Doer => true,
        Agent::Harmed => false,
        Agent::Cause => HARMFUL.contains(&class),
        Agent::Paper => class == "report",
        Agent::None => {
            // "Corven Glass" of a headline: one of its words is a name.
            let named = || {
                let inside = |at: &usize| sentence.token(*at).span.start >= span.start;
                sentence.titled && !lexeme.is_known() && (0..head).rev().take_while(inside).any(|at| is_single_name(sentence, at))
            };
            let name = is_single_name(sentence, head) || named();
            let word = sentence.of(head);
            // "lawman", "the 49ers"
            let formed = word.ends_with("man")
                || word.ends_with("men")
                || word.ends_with("ers") && word.starts_with(|first: char| first.is_ascii_digit());
            is_people(sentence, head) || name || formed
        }
    }
}

/// Whether a capitalised word that the lexicon does not know is a name: one within a sentence, or one that opens it and is no noun by its
/// ending, as "Inflation" is.
fn is_single_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.token(at);
    let heading = token.shape == Shape::Upper && token.span.len() > 5;
    if !token.is_capital() || heading || sentence.lexeme(at).is_known() {
        return false;
    }
    let rare = || sentence.language.rarity.get(token.hash).is_none();
    if sentence.is_plural(at) {
        // "the Larks", not "ten Dreamboats"
        return if at == 0 { rare() } else { sentence.is(at - 1, Classes::DETERMINER) };
    }
    let word = sentence.of(at);
    let abstracts = ["ion", "ment", "ness", "ence", "ance", "ity", "ism", "ing", "age", "ure", "ery", "fire", "ts", "ly"];
    if sentence.titled { rare() } else { at > 0 || !abstracts.iter().any(|ending| word.ends_with(ending)) }
}

/// Classes of what things do, too.
const HARMFUL: [&str; 10] =
    ["kill", "injure", "destroy", "damage", "attack", "strike-nature", "displace", "strand", "crash", "claim-lives"];

fn doer(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let own = phrase_actor(sentence, at, reading);
    // Who says something has not done what is said.
    let said = |role: &Role<'_>| {
        let report = sentence.is(role.at, Classes::SAY) || role.class.is_some_and(|class| &*class.name == "report");
        // Who identifies someone has done so.
        let names = matches!(sentence.of(role.at), "identified" | "identifies") && !sentence.is(role.at + 1, Classes::AS);
        clause::is_weak(role) && report && !names
    };
    let Some(role) = reading.role.filter(|role| !said(role) && role.rule != clause::COPULA) else {
        let near = || of_object(sentence, at, reading, false);
        return own.or_else(near).or_else(|| of_clause(sentence, at, reading));
    };
    let found = match role.part {
        Part::Doer => doers(sentence, at, &role, reading),
        Part::Undergoer if role.rule == "part of the figure before" => None,
        // Who dies does nothing.
        Part::Undergoer
            if sentence.words().verb_class(&sentence.lexeme(role.at)).is_some_and(|class| matches!(&*class.name, "die" | "survive")) =>
        {
            None
        }
        Part::Undergoer if role.rule == event::DEED => {
            let by = reading.phrase.and_then(|phrase| agent(sentence, phrase.to.checked_sub(1)?));
            by.or_else(|| owner(sentence, &role))
                .or_else(|| if harms(&role) { None } else { of_object(sentence, at.min(role.at), reading, true) })
        }
        Part::Undergoer if role.rule.starts_with(EVENT_NOUN) => {
            let told_of = role.class.is_some_and(|class| matches!(&*class.name, "report" | "announce" | "plan"));
            if told_of || harms(&role) { None } else { of_object(sentence, at.min(role.at), reading, true) }
        }
        Part::Undergoer if is_passive(sentence, role.at, role.group) => agent(sentence, role.at),
        Part::Undergoer if role.at < at || matches!(role.rule, dated::BEHIND_DATE | clause::BEHIND) => {
            let done_to = sentence.has_form(role.at, Forms::PARTICIPLE).then(|| agent(sentence, role.at)).flatten();
            done_to.or_else(|| subject(sentence, &role))
        }
        Part::Undergoer => agent(sentence, role.at),
    };
    // A nation in the phrase is a name, what was found may be a noun.
    let own = own.filter(|_| role.part == Part::Doer || !harms(&role));
    let named = found.as_ref().is_some_and(|(told, _)| told.is_named());
    if named { found } else { own.or(found) }
}

/// Whose deed it is: "a clerk's killing of two men". Whose death or injury it is, is told by the same words.
fn owner(sentence: &Sentence<'_>, role: &Role<'_>) -> Option<(Told, Span)> {
    let modifies = |at: usize| {
        sentence.is(at, Classes::ADJECTIVE.and(Classes::FATAL)) || sentence.token(at).shape == Shape::Lower && sentence.is_open(at)
    };
    let clitic = (role.at.saturating_sub(4)..role.at).rev().find(|&at| !modifies(at))?;
    let last = clitic.checked_sub(1).filter(|_| sentence.token(clitic).shape == Shape::Clitic)?;
    if role.class.is_some_and(|class| class.subject.is_some() || &*class.name == "injure") || sentence.mention(last).is_some() {
        return None;
    }
    name_ending(sentence, last, role, true).or_else(|| noun_ending(sentence, last, false))
}

/// The people that are counted, where they do to something what the verb tells: "Eight officers opened the gate".
fn doers(sentence: &Sentence<'_>, at: usize, role: &Role<'_>, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let counted = reading.phrase.filter(|phrase| !phrase.part).and_then(|phrase| phrase.head);
    let aged = || aged::person(sentence, at).map(|(head, _)| head).or_else(|| aged::named(sentence, at));
    let age = reading.counted.is_none() && sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age);
    let head = if age { aged() } else { counted }?;
    // "two relatives of a man who opened fire"
    let other = role.group > head + 2 && sentence.is(role.group - 1, Classes::RELATIVE) && !sentence.is_mark(role.group - 2, ',');
    // "a fight with nine men shook the town"
    let hangs = role.class.is_none() && !age && at > 0 && sentence.is(at - 1, Classes::PREPOSITION);
    if other || hangs || sentence.titled || !(is_people(sentence, head) || age && is_single_name(sentence, head)) {
        return None;
    }
    let befalls = sentence.words().undergoes(&sentence.lexeme(role.at))
        || role.class.is_some_and(|class| class.subject.is_some() || class.undergoer.is_some() && !clause::is_weak(role));
    let next = role.at + 1;
    // What has an object is done by someone: "Nine people met" tells of no deed.
    let object = sentence.is(next, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PRONOUN))
        || sentence.mention(next).is_some_and(|mention| mention.value.is_some())
        || sentence.is_word(next, word!("fire"))
        || sentence.is_open(next) && !sentence.is(next, Classes::ADVERB) && !sentence.lexeme(next).is_verb();
    let acts = object && sentence.lexeme(role.at).is_verb() && !is_passive(sentence, role.at, role.group) && head < role.at;
    let first = (0..head).rev().take_while(|&before| age && sentence.token(head).is_capital() && is_single_name(sentence, before)).last();
    let span = sentence.span_of(first.unwrap_or(head), head + 1);
    (acts && !befalls).then(|| (told(&Name::from(span.of(sentence.text)), NOUN), span))
}

/// Whether a measure counts those to whom something happened, which nobody that is told of need have done.
fn harmed(sentence: &Sentence<'_>, measure: Option<&str>) -> bool {
    measure.is_some_and(|measure| sentence.words().is_outcome(measure))
}

/// Who does what the verb of the figure's clause tells of, where the figure has no part in it; too unsure to name anything.
fn of_clause(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let harmed = harmed(sentence, reading.counted.as_ref().and_then(|counted| counted.measure.as_deref()));
    let named = reading.counted.is_none() && sentence.mention(at).is_some_and(|mention| matches!(mention.kind, Kind::Age | Kind::Ordinal));
    let note = at > 0 && sentence.is_mark(at - 1, '[');
    if harmed || named || note {
        return None;
    }
    let role = clause_of(sentence, at)?;
    let found = if is_passive(sentence, role.at, role.group) { agent(sentence, role.at) } else { subject(sentence, &role) };
    found.map(|(actor, span)| (Told { weight: actor.weight.min(Told::NAMED - 50), ..actor }, span))
}

/// Whether the event harms whom it counts, so that their nation is not the one who acts.
fn harms(role: &Role<'_>) -> bool {
    role.class.is_some_and(|class| class.undergoer.is_some() || class.subject.is_some())
}

/// The subject of the verb whose object the figure belongs to: "announced cuts of 21 %". `event` is whether a noun tells what was done.
fn of_object(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>, event: bool) -> Option<(Told, Span)> {
    let things = match &reading.counted {
        Some(counted) => !harmed(sentence, counted.measure.as_deref()),
        None => sentence.mention(at).is_none_or(|mention| matches!(mention.kind, Kind::Money | Kind::Percent)),
    };
    let governor = things.then(|| nominal::governor(sentence, at, event)).flatten()?;
    let (actor, span) = subject(sentence, &governor)?;
    Some((Told { weight: actor.weight.min(600), ..actor }, span))
}

/// The nation in the counted phrase: "10,000 DPRK troops", "North Korean soldiers".
fn phrase_actor(sentence: &Sentence<'_>, at: usize, reading: &Reading<'_>) -> Option<(Told, Span)> {
    let measure = reading.counted.as_ref()?.measure.as_deref()?;
    // A nation acts through its forces and its workers, not through its tourists.
    let people = matches!(measure, "troops" | "police" | "militants" | "engineers" | "workers");
    let (from, to) = reading.nominal?;
    let named = (from..to).find_map(|at| sentence.name_at(at).map(|(length, entry)| (at, length, entry)));
    let (first, length, entry) = named.filter(|_| people)?;
    let behind = from > at || to <= at;
    let actor = entry.actor.as_ref().filter(|_| behind)?;
    Some((told(actor, 800), sentence.span_of(first, first + length)))
}

/// The agent of a passive: "were killed by Russian forces".
fn agent(sentence: &Sentence<'_>, verb: usize) -> Option<(Told, Span)> {
    let by = (verb + 1..verb + 5).find(|&at| sentence.is(at, Classes::BY))?;
    let mut at = by + 1;
    while sentence.is(at, Classes::DETERMINER.and(Classes::ADJECTIVE)) && sentence.name_at(at).is_none() {
        at += 1;
    }
    // "by the U.S. Department of Labor": the name goes on.
    let whole = |length: usize| sentence.titled || !(sentence.token(at + length).is_capital() && sentence.is_open(at + length));
    if let Some((length, entry)) = sentence.name_at(at).filter(|(length, _)| whole(*length)) {
        let actor = entry.actor.as_ref().map(|actor| (told(actor, 750), sentence.span_of(at, at + length)));
        return actor.or_else(|| group(sentence, at));
    }
    let capital = |at: usize| sentence.token(at).is_capital() && sentence.is_open(at);
    let joins = |at: usize| sentence.token(at).shape == Shape::Clitic || sentence.is(at, Classes::OF);
    let part = |at: usize| capital(at) || joins(at) && capital(at + 1);
    let capitals = (at..at + 7).take_while(|&at| part(at)).last();
    let Some(last) = capitals else { return group(sentence, at) };
    // "by a Lee County deputy": the name only says which.
    let modifies = sentence.is_open(last + 1) && !sentence.lexeme(last + 1).is_verb() && !sentence.is(last + 1, Classes::ADVERB);
    if sentence.titled || modifies || !is_name_word(sentence, at) {
        return group(sentence, at);
    }
    let span = sentence.span_of(at, last + 1);
    Some((told(&Name::from(span.of(sentence.text)), 550), span))
}

/// Those without a name who did it, and what did: "by two gunmen", "by a Lee County grand jury", "by a stray bullet".
fn group(sentence: &Sentence<'_>, at: usize) -> Option<(Told, Span)> {
    let at = if sentence.mention(at).is_some() { at + 1 } else { at };
    let can = |at: usize| is_people(sentence, at) || matches!(sentence.lexeme(at).agent, Agent::Doer | Agent::Cause);
    // "by gun violence" is by no gun.
    let noun = |at: usize| {
        sentence.is_open(at)
            && !sentence.is(at, Classes::ADVERB)
            && (!(sentence.lexeme(at).is_verb() || sentence.of(at).ends_with("ing")) || sentence.is(at, Classes::NOUN) || can(at))
    };
    let last = (at..at + 6).take_while(|&at| noun(at)).last().filter(|&at| can(at))?;
    let span = sentence.span_of(at, last + 1);
    Some((told(&Name::from(span.of(sentence.text)), NOUN), span))
}
