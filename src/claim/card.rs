//! One claim: the fields that the walks found, put together, with the evidence for each where it is asked for.
//!
//! In: a sentence, a mention and how it was read. Out: a [`Claim`], its spans in the text as given. What never happens here: reading.

use super::counted::Reading;
use super::event::Role;
use super::sentence::{Sentence, word};
use super::walk::Setting;
use super::{Accumulation, Claim, Event, Evidence, Status, Told};
use super::{actor, noun, place, scope, single, status, whose};
use crate::article;
use crate::calendar::DateValue;
use crate::lexicon::Classes;
use crate::mention::{Kind, Mention};
use crate::text::{Few, Span, name};
use crate::value::Value;

/// The claim of the mention at token `at`, but for its sources and its as-of. `beside` is whether the figure before it counts something
/// else; what is counted is taken out of `reading`.
pub(super) fn claim(
    sentence: &Sentence<'_>,
    mention: &Mention,
    at: usize,
    reading: &mut Reading<'_>,
    beside: bool,
    date: Option<DateValue>,
    setting: Setting<'_, '_>,
) -> Claim {
    let Setting { field, zone, text, given: whole, settings, .. } = setting;
    let printed = reading.phrase.filter(|_| reading.counted.is_some());
    let span = printed.map_or(mention.span, |phrase| mention.span.join(sentence.span_of(at, phrase.to)));
    let (event, said) = reading.role.map(|role| event(sentence, at, &role)).unzip();
    // Who did it is no surer than what was done; whose troops are counted, the noun says.
    let sure = reading.role.map_or(u16::MAX, |role| role.weight);
    let own = |span| reading.nominal.is_some_and(|(from, to)| sentence.span_of(from, to).contains(span));
    let actor = actor::actor(sentence, at, reading)
        .map(|(told, span)| (Told { weight: if own(span) { told.weight } else { told.weight.min(sure) }, ..told }, span));
    let (actor, actor_words) = actor.unzip();
    let (place, place_words) = place::place(sentence, at, reading).unzip();
    let (accumulation, accumulated) = scope::accumulation(sentence, at, mention, reading, beside);
    let scope = scope::scope(sentence, at, reading);
    let kind = match mention.kind {
        Kind::Number if reading.counted.is_some() => Kind::Count,
        Kind::Number | Kind::Count if reading.rule == single::AGE => Kind::Age,
        kind => kind,
    };
    let (of_age, owner) = if kind == Kind::Age { whose::of(sentence, at) } else { None }.unzip();
    let mut evidence = Few::new();
    if settings.evidence {
        let given = |span: Span| Some(text.to_given(span));
        let token = |at: usize| given(sentence.token(at).span);
        let mut note = |field, span, rule| evidence.push(Evidence { field, span, rule });
        match owner {
            Some(span) => note("counted", given(span), whose::RULE),
            None => note("counted", reading.words.and_then(given), reading.rule),
        }
        match reading.role {
            Some(role) => {
                note("event", token(role.at), role.rule);
                if let Some(said) = said.flatten() {
                    note("event.status", token(said), "word before the verb");
                }
            }
            None => note("event", None, "no verb is near"),
        }
        match actor_words {
            Some(span) => note("actor", given(span), "name near the verb"),
            None => note("actor", None, "no name is its subject, agent or nation"),
        }
        match place_words {
            Some(span) => note("place", given(span), "name after a preposition of place"),
            None => note("place", None, "no place is named"),
        }
        match accumulated {
            Some(at) => note("accumulation", token(at), "the words say so"),
            None if accumulation == Accumulation::Unknown => note("accumulation", None, "no word says so"),
            None => {}
        }
    }
    Claim {
        article: article::Id::default(),
        field,
        span: text.to_given(span),
        sentence: whole,
        zone,
        kind,
        value: mention
            .value
            .as_ref()
            .map(|printed| value(sentence, at, printed, kind, accumulated.filter(|_| accumulation == Accumulation::Rate))),
        converted: None,
        date,
        counted: reading.counted.take().or(of_age),
        event,
        actor,
        place,
        as_of: None,
        accumulation,
        scope,
        attribution: Few::new(),
        evidence,
    }
}

/// The value with what its neighbours tell of its unit; `by` is the token that makes a rate of it.
fn value(sentence: &Sentence<'_>, at: usize, printed: &Value, kind: Kind, by: Option<usize>) -> Value {
    let mut value = printed.clone();
    if let Some(by) = by.filter(|_| value.per.is_none()) {
        value.per = scope::per_behind(sentence, by);
    }
    if kind == Kind::Age && value.unit.is_none() {
        let months = sentence.is_word(at + 1, word!("month")) || sentence.of(at + 1).starts_with("month");
        value.unit = Some(if months { name!("mo") } else { name!("y") });
    }
    value
}

/// The event of a role, and the token that gives its status where that is not "happened".
fn event(sentence: &Sentence<'_>, at: usize, role: &Role<'_>) -> (Event, Option<usize>) {
    let words = sentence.words();
    let lexeme = sentence.lexeme(role.at);
    let known = match () {
        () if lexeme.is(Classes::BE) => Some(name!("be")),
        () if lexeme.is(Classes::HAVE) => Some(name!("have")),
        () => words.verb(&lexeme).cloned(),
    };
    let verb = known.unwrap_or_else(|| {
        let printed = sentence.of(role.at);
        if noun::looks_like_verb(sentence, role.at) { sentence.language.verb_base(printed) } else { words.singular(printed) }
    });
    let (status, said) = status::status(sentence, at, role);
    let class = role.class.map(|class| class.name.clone());
    debug_assert!(status != Status::Happened || said.is_none());
    (Event { verb, class, status, weight: role.weight }, said)
}
