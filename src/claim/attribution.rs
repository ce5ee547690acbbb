//! Who says so: sources with the words that attribute, nearest first.
//!
//! In: a sentence. Out: its sources with the tokens that they take; for "he said", who spoke right before. What never happens here: any
//! other source looked for in another sentence; where no one is named, there is none.

use super::sentence::{Sentence, word};
use super::{Attribution, Claim, Event};
use crate::lexicon::{Classes, Forms};
use crate::mention::Kind;
use crate::text::{Few, Name, Shape, Span, hash_of};

/// A source in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// The first token of the source and the one after its last.
    pub(super) source: (usize, usize),
    /// The same of the cue.
    pub(super) cue: (usize, usize),
}

/// The sources of a sentence in the order of their cues.
pub(super) fn sources(sentence: &Sentence<'_>) -> Vec<Source> {
    let mut found: Vec<Source> = headed(sentence).into_iter().collect();
    let says = Classes::SAYING.and(Classes::SAY);
    // Of the prepositions, "according to" alone attributes.
    let cues = if sentence.may_hold([word!("according")]) { says.and(Classes::PREPOSITION) } else { says };
    if !sentence.has(cues) {
        return found;
    }
    for at in 0..sentence.len() {
        if !sentence.is(at, cues) {
            continue;
        }
        if found.last().is_some_and(|found| at < found.source.1 && found.cue.0 < at) {
            // "according to a police report": the noun says nothing of its own.
            continue;
        }
        let source = match () {
            () if sentence.is(at + 1, Classes::BY) && sentence.is(at, Classes::SAY) && sentence.has_form(at, Forms::PARTICIPLE) => {
                // "was estimated by the council at 200"
                after(sentence, at + 2).filter(|&(from, to)| speaks(sentence, from, to)).map(|source| (source, (at, at + 2)))
            }
            () if sentence.is(at, Classes::PREPOSITION) && sentence.is_word(at, word!("according")) && sentence.is(at + 1, Classes::TO) => {
                let what = usize::from(sentence.is_word(at + 2, word!("what")));
                after(sentence, at + 2 + what).map(|source| (source, (at, at + 2)))
            }
            () if sentence.is(at, Classes::SAYING) && (sentence.is_word(at, word!("citing")) || sentence.is_word(at, word!("quoting"))) => {
                after(sentence, at + 1).map(|source| (source, (at, at + 1)))
            }
            () if sentence.is(at, Classes::SAY) && sentence.name_around(at).is_none() => {
                said(sentence, at).map(|source| (source, (at, at + 1)))
            }
            () => None,
        };
        if let Some((source, cue)) = source {
            found.push(Source { source, cue });
        }
    }
    found
}

/// The source before the colon that opens a headline: "Harrow police: Two held over theft".
fn headed(sentence: &Sentence<'_>) -> Option<Source> {
    if !sentence.has_mark(':') {
        return None;
    }
    let colon = (1..6).find(|&at| sentence.is_mark(at, ':'))?;
    let named =
        (0..colon).all(|at| sentence.is_open(at) || sentence.is(at, Classes::DETERMINER) || sentence.token(at).shape == Shape::Clitic);
    (named && sentence.is(colon - 1, Classes::SOURCE) && colon + 1 < sentence.len())
        .then_some(Source { source: (0, colon), cue: (colon, colon + 1) })
}

/// The attributions of the figure at token `at`, nearest first.
/// `to` is the token after its phrase: what counts the source itself is not said by it. `saying` is the verb of saying that it dates.
pub(super) fn of(sentence: &Sentence<'_>, (at, to): (usize, usize), saying: Option<usize>, sources: &[Source]) -> Few<Attribution> {
    let name = |(from, to): (usize, usize)| Name::from(printed(sentence, from, to).of(sentence.text));
    let told = |found: &Source| Attribution { source: name(found.source), cue: name(found.cue) };
    // "Roe said on Friday" dates the saying; "on Friday, Roe said a man had fled", "Roe said that on Friday" what is said.
    let own = |found: &Source| {
        let first = found.source.0.min(found.cue.0);
        let dates = saying.is_some_and(|saying| (found.cue.0..found.cue.1).contains(&saying));
        dates && first < at && !(found.cue.1..at).any(|at| sentence.is_word(at, word!("that")))
    };
    let mut near =
        sources.iter().filter(|found| !(own(found) || found.source.0 < to && at < found.source.1) && reaches(sentence, found, at));
    // Few sentences name two.
    let Some(first) = near.next() else { return Few::new() };
    let Some(second) = near.next() else { return Few::from([told(first)]) };
    let mut near: Vec<&Source> = [first, second].into_iter().chain(near).collect();
    near.sort_by_key(|found| found.cue.0.abs_diff(at));
    near.into_iter().map(told).collect()
}

/// The verbs of saying whose subject is a pronoun for one who spoke before, "he said", or for several, "they said", and whether it is for
/// several.
pub(super) fn pronouns(sentence: &Sentence<'_>) -> impl Iterator<Item = (usize, bool)> {
    let end = if sentence.has(Classes::SAY) && sentence.has(Classes::SUBJECT) { sentence.len() } else { 0 };
    (1..end)
        .filter(|&at| sentence.is(at, Classes::SAY) && sentence.has_form(at, Forms::PAST.and(Forms::THIRD).and(Forms::BASE)))
        .filter_map(|at| {
            let said = |at: usize| matches!(sentence.of(at), "he" | "she" | "He" | "She").then_some(false);
            let several = |at: usize| matches!(sentence.of(at), "they" | "They").then_some(true);
            said(at - 1).or_else(|| several(at - 1)).map(|several| (at, several))
        })
}

/// Whether a claim can be told by someone: it states a figure, or the day of something that is no saying.
pub(super) fn is_told(claim: &Claim) -> bool {
    let says = |event: &Event| event.class.as_deref() == Some("report");
    claim.value.is_some() || claim.event.as_ref().is_none_or(|event| !says(event))
}

/// Who spoke last, told of by those that follow with a pronoun.
#[derive(Debug, Default)]
pub(super) struct Speaker {
    last: Option<(Name, bool, u32)>,
}

/// How far behind who spoke a pronoun still stands for that one, in bytes: about three sentences.
const NEAR: u32 = 400;

impl Speaker {
    /// Who spoke last, one or `several`, not long before `place`.
    pub(super) fn last(&self, several: bool, place: u32) -> Option<Name> {
        let (name, ..) = self.last.as_ref().filter(|(_, they, end)| *they == several && place.saturating_sub(*end) <= NEAR)?;
        Some(name.clone())
    }

    /// Gives the `claims` of a sentence in which "he" or "they" say something, and no one else does, who spoke last; then takes in who
    /// speaks in it.
    pub(super) fn hand_on(&mut self, sentence: &Sentence<'_>, claims: &mut [Claim]) {
        let named = claims.iter().rev().find_map(|claim| claim.attribution.first());
        if let Some(said) = named {
            let last = said.source.rsplit(' ').next().unwrap_or_default();
            let lexeme = sentence.words().get(hash_of(&last.to_ascii_lowercase()));
            let several = last.ends_with('s') && (!last.starts_with(char::is_uppercase) || lexeme.is(Classes::SOURCE))
                || lexeme.is(Classes::MASS)
                || said.source.contains(" and ");
            self.last = Some((said.source.clone(), several, sentence.span.end));
            return;
        }
        let Some((name, several, end)) = &mut self.last else { return };
        if sentence.span.start.saturating_sub(*end) > NEAR {
            return;
        }
        let Some((at, _)) = pronouns(sentence).next().filter(|(_, they)| they == several) else { return };
        for claim in claims.iter_mut().filter(|claim| is_told(claim)) {
            let cue = Name::from(sentence.of(at));
            claim.attribution.push(Attribution { source: name.clone(), cue });
            if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.field == "attribution") {
                evidence.rule = "who spoke before, for a pronoun";
            }
        }
        *end = sentence.span.end;
    }
}

/// Whether a source speaks of the figure at `at`: nothing but a semicolon keeps it from that, or a "but" after the figure's clause.
fn reaches(sentence: &Sentence<'_>, found: &Source, at: usize) -> bool {
    let (from, to) = if found.cue.0 < at { (found.cue.1, at) } else { (at + 1, found.source.0.min(found.cue.0)) };
    let opens = |at: usize| sentence.is(at, Classes::CAUSE) && sentence.is(at, Classes::SUBORDINATOR) && !sentence.is(at, Classes::AS);
    // "Nine died months ago, when the paper cited a doctor": what is said in a clause of its own tells of that clause.
    let first = found.source.0.min(found.cue.0);
    // "more than analysts had said": a figure to compare with.
    if first > 0 && sentence.is_word(first - 1, word!("than")) {
        return false;
    }
    let apart = at < first && (first.saturating_sub(2)..first).any(|before| before > at && opens(before));
    let parted = sentence.has_mark(';') || sentence.may_hold([word!("but")]);
    // All that a quotation says is told by one: "It sank with nine, but late," Roe said.
    let mark = |at: &usize| sentence.is_mark(*at, '"');
    let quoted = parted && (from..to).filter(mark).count() % 2 == 1;
    let (from, to) = match () {
        () if !parted => (from, from),
        () if quoted && found.cue.0 > at => ((from..to).rfind(mark).unwrap_or(from), to),
        () if quoted => (from, (from..to).find(mark).unwrap_or(to)),
        () => (from, to),
    };
    // "Ann Roe, 34; John Doe, 8; and": a list is told by one.
    let aged = sentence.mention(at).is_some_and(|mention| mention.kind == Kind::Age) || is_listed(sentence, at);
    let parts = |between: usize| sentence.is_mark(between, ';') && !aged || sentence.is_word(between, word!("but"));
    !(apart || (from..to).any(parts))
}

/// Whether the figure at `at` is followed by a semicolon, or one stands before the name that it is of: an item of a list.
fn is_listed(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 1
        && sentence.is_mark(at - 1, ',')
        && (sentence.is_mark(at + 1, ';') || (at.saturating_sub(6)..at).any(|at| sentence.is_mark(at, ';')))
}

/// The span of a source as printed, without a full stop at its end.
pub(super) fn printed(sentence: &Sentence<'_>, from: usize, to: usize) -> Span {
    let mut span = sentence.span_of(from, to);
    let words = span.of(sentence.text);
    if words.ends_with('.') && !words.trim_end_matches('.').contains('.') && words.len() > 6 {
        span.end -= 1;
    }
    span
}

/// The source of the verb of saying at `at`, before or after it.
fn said(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    // A noun or a passive says nothing: "the report", "was told", "is said to".
    let noun = sentence.token(before).shape == Shape::Clitic
        || sentence.is(before, Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::OF).and(Classes::ADJECTIVE))
            && !sentence.is(before, Classes::OTHERS);
    // "a Delaware state court", "the ministry report says".
    let noun = noun
        || sentence.has_form(at, Forms::BASE)
            && sentence.is(at, Classes::NOUN)
            && (sentence.is(at + 1, Classes::SAY)
                || !sentence.is_plural(before) && !sentence.is(before, Classes::MASS.and(Classes::PRONOUN)));
    // "Suspect identified as Roe"
    let passive = sentence.is(before, Classes::BE.and(Classes::GET).and(Classes::TO))
        || sentence.is_word(at, word!("identified")) && sentence.is(at + 1, Classes::AS);
    let put = matches!(sentence.of(at), "put" | "puts" | "Put" | "Puts");
    let figure = (at + 1..at + 4).any(|at| sentence.is(at, Classes::FIGURE_NOUN.and(Classes::TOLL)));
    let title = sentence.token(at + 1).shape == Shape::Clitic;
    // "the Harrow Boat Show has": part of a name.
    let name = sentence.token(at).shape == Shape::Capital && !sentence.titled;
    if noun || name || title || passive || put && !figure {
        return None;
    }
    if let Some(source) = before_verb(sentence, at) {
        return Some(source);
    }
    // "…, said Sheriff Roe": the source follows, where a quotation or a clause went before.
    let closes = sentence.is_mark(before, ',') || sentence.is_mark(before, '"');
    let inverted = sentence.has_form(at, Forms::PAST.and(Forms::THIRD)) && closes;
    if !inverted {
        return None;
    }
    // "told the Harrow Post": who comes after is told.
    if matches!(sentence.of(at), "told" | "tell" | "tells") {
        return None;
    }
    after(sentence, at + 1).filter(|&(from, to)| speaks(sentence, from, to))
}

/// The noun phrase right before a verb of saying, over auxiliaries and a parenthesis: "Lt. Roe, a spokesman, said".
fn before_verb(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let mut end = at;
    while end > 0 && sentence.is(end - 1, Classes::ADVERB.and(Classes::HAVE)) {
        end -= 1;
    }
    // "Harrow Mills (HM) said"
    if end > 2 && sentence.is_mark(end - 1, ')') && sentence.is_mark(end - 3, '(') {
        end -= 3;
    }
    if end > 0 && sentence.is_mark(end - 1, ',') {
        let open = (0..end - 1).rev().find(|&at| sentence.is_mark(at, ','))?;
        // What stands between the commas must be all of one phrase, an apposition, or a clause about the source: ", who had counted,".
        let clause = sentence.is_word(open + 1, word!("who")) || sentence.is_word(open + 1, word!("which"));
        if !clause && noun_phrase_before(sentence, end - 1)? != open + 1 {
            return None;
        }
        let from = noun_phrase_before(sentence, open)?;
        return speaks(sentence, from, open).then_some((from, open));
    }
    let from = noun_phrase_before(sentence, end)?;
    // "a film shared on Harrow shows": what hangs on another noun says nothing.
    let named = sentence.is(end - 1, Classes::SOURCE) && (from..end - 1).all(|at| sentence.token(at).is_capital());
    let hangs = !named && from > 0 && matches!(sentence.of(from - 1), "on" | "in" | "to" | "at" | "about" | "near" | "into");
    (!hangs && speaks(sentence, from, end)).then_some((from, end))
}

/// Where the noun phrase that ends before `end` begins.
fn noun_phrase_before(sentence: &Sentence<'_>, end: usize) -> Option<usize> {
    let mut from = end;
    while let Some(at) = from.checked_sub(1) {
        let lexeme = sentence.lexeme(at);
        let token = sentence.token(at);
        let joins = lexeme.is(Classes::OF)
            || lexeme.is(Classes::AND) && at > 0 && sentence.is_open(at - 1)
            || lexeme.is(Classes::PREPOSITION) && joins_source(sentence, at);
        let noun = sentence.is_open(at)
            && (!lexeme.is_verb()
                || lexeme.is(Classes::NOUN.and(Classes::SOURCE))
                || token.is_capital()
                || lexeme.has_form(Forms::ING.and(Forms::PARTICIPLE)) && from < end && !lexeme.is(Classes::SAY));
        let takes = token.is_word() && (noun || joins && from < end)
            || token.shape == Shape::Clitic
            || lexeme.is(Classes::DETERMINER.and(Classes::POSSESSIVE)) && !lexeme.is(Classes::RELATIVE);
        if !takes || end - at > 14 || lexeme.is(Classes::ADVERB) && !token.is_capital() {
            break;
        }
        from = at;
        if lexeme.is(Classes::DETERMINER) && !(at > 0 && (sentence.is(at - 1, Classes::OF) || joins_source(sentence, at - 1))) {
            break;
        }
    }
    while from < end && (sentence.is(from, Classes::AND.and(Classes::OF).and(Classes::PREPOSITION))) {
        from += 1;
    }
    (from < end).then_some(from)
}

/// "officials in the capital", "a spokesman for the ministry".
fn joins_source(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.of(at), "for" | "in" | "from" | "with" | "at" | "on")
        && at > 0
        && (sentence.is(at - 1, Classes::SOURCE.and(Classes::TITLE)) || sentence.token(at - 1).shape == Shape::Upper)
}

/// Whether something between these tokens can say something: a source noun or a name, and no pronoun; "what witnesses told" is said.
fn speaks(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    !sentence.is_word(from, word!("what"))
        && (from..to).any(|at| {
            let token = sentence.token(at);
            let name = token.is_capital()
                && !sentence.is(at, Classes::STARTER.and(Classes::WEEKDAY).and(Classes::MONTH).and(Classes::PRONOUN))
                && sentence.is_open(at);
            sentence.is(at, Classes::SOURCE) || name && !(at == 0 && to - from == 1 && sentence.lexeme(at).is_verb())
        })
}

/// The noun phrase that begins at `at`: the source after "according to" or an inverted verb.
fn after(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let mut here = at;
    while here < at + 18 {
        let lexeme = sentence.lexeme(here);
        let token = sentence.token(here);
        let listed = sentence.is_mark(here, ',') && lists(sentence, here);
        let noun = sentence.is_open(here)
            && !(lexeme.is_verb()
                && here > at
                && !token.is_capital()
                && !lexeme.is(Classes::NOUN.and(Classes::SOURCE))
                && !sentence.is(here - 1, Classes::DETERMINER)
                && !lexeme.has_form(Forms::ING));
        let joins = lexeme.is(Classes::OF.and(Classes::AND).and(Classes::DETERMINER).and(Classes::POSSESSIVE))
            && !lexeme.is(Classes::RELATIVE)
            || here > at && joins_source(sentence, here);
        if !(noun || joins || listed || token.shape == Shape::Clitic) {
            break;
        }
        here += 1;
    }
    while here > at
        && (sentence.is(here - 1, Classes::AND.and(Classes::PREPOSITION).and(Classes::DETERMINER).and(Classes::ADVERB))
            || sentence.is_mark(here - 1, ','))
    {
        here -= 1;
    }
    (here > at && !sentence.is(at, Classes::PRONOUN)).then_some((at, here))
}

/// Whether the comma at `at` goes on with a list of names: "US, South Korean and Ukraine officials".
fn lists(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut here = at + 1;
    while here < at + 6 && sentence.token(here).is_capital() {
        here += 1;
    }
    let joins = here > at + 1 && (sentence.is(here, Classes::AND) || sentence.is_mark(here, ','));
    // All of them modify one source, or what it is of; else another clause begins: "according to papers, Roe and Doe fled".
    let mut first = at;
    while first > 0 && sentence.token(first - 1).is_capital() {
        first -= 1;
    }
    let of = first > 1
        && (sentence.is(first - 1, Classes::OF) || sentence.is(first - 1, Classes::DETERMINER) && sentence.is(first - 2, Classes::OF));
    joins && (of || (here + 1..here + 5).take_while(|&at| sentence.is_open(at)).any(|at| sentence.is(at, Classes::SOURCE)))
}
