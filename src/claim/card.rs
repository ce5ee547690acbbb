//! One claim: the fields that the walks found, put together, with the evidence for each where it is asked for.
//!
//! In: a sentence, a mention and how it was read. Out: a [`Claim`], its spans in the text as given. What never happens here: reading.

use super::counted::Reading;
use super::event::Role;
use super::sentence::{Sentence, word};
use super::{Accumulation, Claim, Event, Evidence, Field, Settings, Status, Told};
use super::{actor, counted, noun, scope, status};
use crate::article;
use crate::layout::Zone;
use crate::mention::{Kind, Mention};
use crate::text::{Folded, Name, Span};

/// The claim of the mention at token `at`, but for its field, zone, date and sources. `beside` is whether the figure before it counts
/// something else.
pub(super) fn claim(
    sentence: &Sentence<'_>,
    mention: &Mention,
    at: usize,
    reading: &Reading<'_>,
    beside: bool,
    text: &Folded<'_>,
    settings: Settings,
) -> Claim {
    let printed = reading.phrase.filter(|_| reading.counted.is_some());
    let span = printed.map_or(mention.span, |phrase| mention.span.join(sentence.span_of(at, phrase.to)));
    let event = reading.role.map(|role| event(sentence, at, &role));
    // Who did it is no surer than what was done.
    let sure = reading.role.map_or(u16::MAX, |role| role.weight);
    let actor = actor::actor(sentence, at, reading).map(|(told, span)| (Told { weight: told.weight.min(sure), ..told }, span));
    let place = actor::place(sentence, at, reading);
    let (accumulation, accumulated) = scope::accumulation(sentence, at, mention, reading, beside);
    let mut claim = Claim {
        article: article::Id::default(),
        field: Field::Text,
        span: text.to_given(span),
        sentence: text.to_given(sentence.span),
        zone: Zone::Body,
        kind: match mention.kind {
            Kind::Number if reading.counted.is_some() => Kind::Count,
            Kind::Number | Kind::Count if reading.rule == counted::AGE => Kind::Age,
            kind => kind,
        },
        value: mention.value.clone(),
        date: None,
        counted: reading.counted.clone(),
        event: None,
        actor: None,
        place: None,
        as_of: None,
        accumulation,
        scope: scope::scope(sentence, at, reading),
        attribution: Vec::new(),
        evidence: Vec::new(),
    };
    if let (Accumulation::Rate, Some(by)) = (accumulation, accumulated)
        && let Some(value) = claim.value.as_mut().filter(|value| value.per.is_none())
    {
        value.per = scope::per_behind(sentence, by);
    }
    if claim.kind == Kind::Age
        && let Some(value) = claim.value.as_mut().filter(|value| value.unit.is_none())
    {
        let months = sentence.is_word(at + 1, word!("month")) || sentence.of(at + 1).starts_with("month");
        value.unit = Some(Name::from(if months { "mo" } else { "y" }));
    }
    if settings.evidence {
        let given = |span: Span| Some(text.to_given(span));
        let token = |at: usize| given(sentence.token(at).span);
        let mut note = |field, span, rule| claim.evidence.push(Evidence { field, span, rule });
        note("counted", reading.words.and_then(given), reading.rule);
        match (&reading.role, &event) {
            (Some(role), Some((_, said))) => {
                note("event", token(role.at), role.rule);
                if let Some(said) = said {
                    note("event.status", token(*said), "word before the verb");
                }
            }
            _ => note("event", None, "no verb is near"),
        }
        match &actor {
            Some((_, span)) => note("actor", given(*span), "name near the verb"),
            None => note("actor", None, "no name is its subject, agent or nation"),
        }
        match &place {
            Some((_, span)) => note("place", given(*span), "name after a preposition of place"),
            None => note("place", None, "no place is named"),
        }
        match accumulated {
            Some(at) => note("accumulation", token(at), "the words say so"),
            None if accumulation == Accumulation::Unknown => note("accumulation", None, "no word says so"),
            None => {}
        }
    }
    claim.event = event.map(|(event, _)| event);
    claim.actor = actor.map(|(told, _)| told);
    claim.place = place.map(|(told, _)| told);
    claim
}

/// The event of a role, and the token that gives its status where that is not "happened".
fn event(sentence: &Sentence<'_>, at: usize, role: &Role<'_>) -> (Event, Option<usize>) {
    let words = sentence.words();
    let lexeme = sentence.lexeme(role.at);
    let known = words.verb(&lexeme).cloned();
    let verb = known.unwrap_or_else(|| {
        let printed = sentence.of(role.at);
        if noun::looks_like_verb(sentence, role.at) { sentence.language.verb_base(printed) } else { words.singular(printed) }
    });
    let (status, said) = status::status(sentence, at, role);
    let class = role.class.map(|class| class.name.clone());
    debug_assert!(status != Status::Happened || said.is_none());
    (Event { verb, class, status, weight: role.weight }, said)
}
