//! The walk over an article's mentions, sentence by sentence.
//!
//! In: an article, its folded text, its mentions. Out: its claims in order. What never happens here: a look at text in which nothing
//! is mentioned; a sentence is cut into tokens once, for all of its mentions.

use super::counted::{self, Reading};
use super::event::Role;
use super::sentence::Sentence;
use super::{Accumulation, Claim, Event, Field, Status};
use crate::article::{self, Article};
use crate::calendar::DateValue;
use crate::layout::{Block, Zone};
use crate::lexicon::{Classes, Language};
use crate::mention::{Kind, Mention};
use crate::text::{Folded, Span, hash_of, sentence};

/// Reads the claims of one field.
pub(super) fn read(
    language: &Language,
    article: &Article,
    field: Field,
    text: &Folded<'_>,
    mentions: &[Mention],
    dates: &[Option<DateValue>],
) -> Vec<Claim> {
    let folded = text.text();
    let whole = [Block { span: Span::new(0, folded.len()), zone: Zone::Headline }];
    let blocks = if field == Field::Title { &whole[..] } else { &article.blocks };
    let mut claims = Vec::with_capacity(mentions.len());
    let mut walked = Sentence::new(language, folded);
    let mut islands = Vec::new();
    let mut rest = mentions;
    let mut block = 0;
    while let Some(first) = rest.first() {
        while block + 1 < blocks.len() && blocks[block].span.end <= first.span.start {
            block += 1;
        }
        let (within, zone) = blocks.get(block).map_or((Span::new(0, folded.len()), Zone::Body), |block| (block.span, block.zone));
        let span = bounds(language, folded, within, first.span);
        let here = rest.partition_point(|mention| mention.span.start < span.end).max(1);
        let (inside, after) = rest.split_at(here);
        walked.read(span, inside, &mut islands);
        let dated = dates.get(mentions.len() - rest.len()..).unwrap_or_default();
        claims_of(&walked, field, zone, text, dated, &mut claims);
        rest = after;
    }
    claims
}

/// The sentence around a mention, within its block.
fn bounds(language: &Language, text: &str, block: Span, place: Span) -> Span {
    let words = &language.words;
    sentence::around(text, block, place, |word| words.abbreviation(word), |word| words.get(hash_of(word)).is(Classes::STARTER))
}

/// The claims of one sentence.
fn claims_of<'a>(
    sentence: &Sentence<'a>,
    field: Field,
    zone: Zone,
    text: &Folded<'_>,
    dates: &[Option<DateValue>],
    claims: &mut Vec<Claim>,
) {
    let mut before: Option<(Role<'a>, usize)> = None;
    let mut at = 0;
    for (index, mention) in sentence.mentions.iter().enumerate() {
        at = (at..sentence.len()).find(|&at| sentence.mention(at).is_some()).unwrap_or(at);
        let reading = match sentence.token_of_mention(index) {
            Some(token) => {
                at = token;
                counted::read(sentence, token, mention, before)
            }
            None => continue,
        };
        before = reading.role.map(|role| (role, reading.phrase.map_or(at + 1, |phrase| phrase.to)));
        let date = dates.get(index).cloned().flatten();
        claims.push(Claim { date, ..claim(sentence, field, zone, text, mention, at, reading) });
    }
}

/// One claim.
fn claim(
    sentence: &Sentence<'_>,
    field: Field,
    zone: Zone,
    text: &Folded<'_>,
    mention: &Mention,
    at: usize,
    reading: Reading<'_>,
) -> Claim {
    let words = sentence.words();
    let printed = reading
        .phrase
        .filter(|_| reading.counted.is_some())
        .map_or(mention.span, |phrase| mention.span.join(sentence.span_of(at, phrase.to)));
    let event = reading.role.map(|role| {
        let lexeme = sentence.lexeme(role.at);
        let verb = words.verb(&lexeme).cloned().unwrap_or_else(|| words.singular(sentence.of(role.at)));
        Event { verb, class: role.class.map(|class| class.name.clone()), status: Status::Happened, weight: role.weight }
    });
    let kind = if mention.kind == Kind::Number && reading.counted.is_some() { Kind::Count } else { mention.kind };
    Claim {
        article: article::Id::default(),
        field,
        span: text.to_given(printed),
        sentence: text.to_given(sentence.span),
        zone,
        kind,
        value: mention.value.clone(),
        date: None,
        counted: reading.counted,
        event,
        actor: None,
        place: None,
        as_of: None,
        accumulation: Accumulation::Unknown,
        scope: None,
        attribution: Vec::new(),
        evidence: Vec::new(),
    }
}
