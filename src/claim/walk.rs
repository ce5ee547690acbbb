//! The walk over an article's mentions, sentence by sentence.
//!
//! In: an article, its folded text, its mentions. Out: its claims in order. What never happens here: a look at text in which nothing
//! is mentioned; a sentence is cut into tokens once, for all of its mentions.

use super::card;
use super::counted;
use super::event::Role;
use super::sentence::Sentence;
use super::{Claim, Field, Settings};
use super::{as_of, attribution};
use crate::article::Article;
use crate::calendar::DateValue;
use crate::layout::{Block, Zone};
use crate::lexicon::{Classes, Language};
use crate::mention::Mention;
use crate::text::{Folded, Span, hash_of, sentence};

/// Reads the claims of one field.
pub(super) fn read(
    language: &Language,
    article: &Article,
    field: Field,
    text: &Folded<'_>,
    mentions: &[Mention],
    dates: &[Option<DateValue>],
    settings: Settings,
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
        let inside_dates = dates.get(mentions.len() - rest.len()..).unwrap_or_default();
        let from = claims.len();
        claims_of(&walked, field, zone, text, inside_dates, settings, &mut claims);
        as_of::fill(&walked, article, &mut claims[from..]);
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
    settings: Settings,
    claims: &mut Vec<Claim>,
) {
    let mut before: Option<(Role<'a>, usize)> = None;
    let mut sources = None;
    let mut measure = None;
    for (index, mention) in sentence.mentions.iter().enumerate() {
        let Some(at) = sentence.token_of_mention(index) else { continue };
        let reading = counted::read(sentence, at, mention, before);
        before = reading.role.map(|role| (role, reading.phrase.map_or(at + 1, |phrase| phrase.to)));
        let counts = reading.counted.as_ref().map(|counted| counted.measure.clone());
        let beside = counts.is_some() && measure.is_some() && counts != measure;
        let mut claim = card::claim(sentence, mention, at, &reading, beside, text, settings);
        measure = counts.or(measure);
        if mention.value.is_some() {
            let sources = sources.get_or_insert_with(|| attribution::sources(sentence));
            claim.attribution = attribution::of(sentence, at, reading.phrase.map_or(at + 1, |phrase| phrase.to), sources);
        }
        claims.push(Claim { field, zone, date: dates.get(index).cloned().flatten(), ..claim });
    }
}
