//! The walk over an article's mentions, sentence by sentence.
//!
//! In: an article, its folded text, its mentions. Out: its claims in order. What never happens here: a look at text in which nothing
//! is mentioned; a sentence is cut into tokens once, for all of its mentions.

use super::card;
use super::counted;
use super::event::Role;
use super::noun::Phrase;
use super::occasion::Occasion;
use super::quoted::Quoted;
use super::scene::Scene;
use super::sentence::{GAP, Sentence};
use super::{Claim, Counted, Evidence, Field, Settings, status, sum};
use super::{aged, as_of, attribution, single};
use crate::article::Article;
use crate::calendar::{DateValue, NaiveDate};
use crate::layout::{Block, Zone};
use crate::lexicon::{Classes, Language};
use crate::mention::{Kind, Mention};
use crate::text::{Folded, Span, Word, hash_of, sentence};

/// Reads the claims of one field, behind those in `claims`, which are of the article's title.
#[expect(clippy::too_many_arguments, reason = "what an article's claims are read from, each of another kind")]
pub(super) fn read(
    language: &Language,
    article: &Article,
    field: Field,
    text: &Folded<'_>,
    mentions: &[Mention],
    dates: &mut [Option<DateValue>],
    settings: Settings,
    claims: &mut Vec<Claim>,
) {
    let folded = text.text();
    let whole = [Block { span: Span::new(0, folded.len()), zone: Zone::Headline }];
    let blocks = if field == Field::Title { &whole[..] } else { &article.blocks };
    let mut walked = Sentence::new(language, text);
    let (mut islands, mut read) = (Vec::with_capacity(8), Vec::with_capacity(8));
    let mut days = Vec::new();
    let mut rest = mentions;
    let mut occasion = Occasion::default();
    let published = article.published.as_ref().filter(|published| published.doubt.is_none()).map(|published| published.date);
    let (mut block, mut word) = (0, 0);
    let mut scene = Scene::default();
    let mut speaker = attribution::Speaker::default();
    let mut quoted = Quoted::new(language, text);
    while let Some(first) = rest.first() {
        while block + 1 < blocks.len() && blocks[block].span.end <= first.span.start {
            block += 1;
        }
        let (within, zone) = blocks.get(block).map_or((Span::new(0, folded.len()), Zone::Body), |block| (block.span, block.zone));
        word += text.words()[word..].partition_point(|word| word.start < first.span.start);
        let span = bounds(language, folded, (text.words(), word), within, first.span);
        let here = rest.partition_point(|mention| mention.span.start < span.end).max(1);
        let (inside, after) = rest.split_at(here);
        walked.read(span, inside, word, &mut islands);
        let inside_dates = dates.get_mut(mentions.len() - rest.len()..).unwrap_or_default();
        let from = claims.len();
        let setting = Setting { field, zone, text, given: text.to_given(span), published, settings };
        claims_of(&walked, setting, inside_dates, claims, &mut read);
        as_of::fill(&walked, article, &read, &mut claims[from..], &mut days);
        occasion.hand_on(&walked, published, &mut claims[from..]);
        scene.fill(&walked, article, &read, &mut claims[from..]);
        quoted.fill(&walked, within, &read, &speaker, &mut claims[from..]);
        speaker.hand_on(&walked, &mut claims[from..]);
        if settings.evidence {
            claims[from..].iter_mut().filter(|claim| claim.value.is_some()).for_each(as_of::note);
        }
        sum::add(&walked, text, &read, claims, from);
        // All but sums stand in order already.
        if claims.len() > from + inside.len() {
            claims[from..].sort_by_key(|claim| (claim.span.start, claim.span.end));
        }
        rest = after;
    }
    occasion.settle(language, published, claims);
}

/// The sentence around a mention, within its block, given the words of the text and how many of them begin before the mention.
pub(super) fn bounds(language: &Language, text: &str, (cut, before): (&[Word], usize), block: Span, place: Span) -> Span {
    let words = &language.words;
    let starter = |word: &str| words.get(hash_of(word)).is(Classes::STARTER);
    sentence::around(text, cut, before, block, place, |hash| words.abbreviation(hash), starter)
}

/// What the claims of one sentence share.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a, 'b> {
    pub(super) field: Field,
    pub(super) zone: Zone,
    pub(super) text: &'b Folded<'a>,
    /// The sentence, in the text as given.
    pub(super) given: Span,
    /// When the article appeared, where that is sure.
    published: Option<NaiveDate>,
    pub(super) settings: Settings,
}

/// The claims of one sentence; `dates` are those of its mentions, taken where one states a date. `read` is filled with the token and the
/// phrase of each.
fn claims_of<'a>(
    sentence: &Sentence<'a>,
    setting: Setting<'_, '_>,
    dates: &mut [Option<DateValue>],
    claims: &mut Vec<Claim>,
    read: &mut Vec<(usize, Option<Phrase>)>,
) {
    let nouns = &sentence.language.nouns;
    read.clear();
    let from = claims.len();
    let mut before: Option<(Role<'a>, usize)> = None;
    let mut sources = None;
    for (index, mention) in sentence.mentions.iter().enumerate() {
        let at = sentence.token_of_mention(index);
        let mut reading = counted::read(sentence, at, mention, before);
        let earlier = claims[from..].iter().rev().filter(|claim| counts(claim)).find_map(|claim| claim.counted.as_ref());
        let share = |claim: &&Claim| claim.kind == mention.kind;
        let like = if mention.kind == Kind::Percent {
            claims[from..].last().filter(share).and_then(|claim| claim.counted.as_ref())
        } else {
            earlier
        };
        counted::compare(sentence, at, mention, like, right_before(sentence, setting, &claims[..from]), &mut reading);
        let (phrase, end) = (reading.phrase, reading.phrase.map_or(at + 1, |phrase| phrase.to));
        before = reading.role.filter(|_| mention.value.is_some()).map(|role| (role, end));
        if reading.role.is_none() && (mention.kind == Kind::Age || reading.rule == single::AGE) {
            reading.role = aged::role(sentence, at);
        }
        let toll = || reading.counted.as_ref().and_then(|counted| counted.measure.as_deref()).is_some_and(|name| nouns.toll(name));
        let earlier = earlier.or_else(|| if toll() { told_before(sentence, setting, &claims[..from]) } else { None });
        let beside = reading.counted.as_ref().zip(earlier).is_some_and(|(counted, earlier)| counted.measure != earlier.measure);
        let date = dates.get_mut(index).and_then(Option::take);
        let mut claim = card::claim(sentence, mention, at, &mut reading, beside, date, setting);
        // "(Published Friday)" is the page's own.
        let apart = reading.role.is_none() && mention.value.is_none() && sentence.mentions.len() == 1 && sentence.has_mark('(');
        if !apart {
            let sources = sources.get_or_insert_with(|| attribution::sources(sentence));
            // What is told of the day on which something was said is the saying itself.
            let saying = reading.role.filter(|role| mention.value.is_none() && sentence.is(role.at, Classes::SAY)).map(|role| role.at);
            claim.attribution = attribution::of(sentence, (at, end), saying, sources);
            if setting.settings.evidence {
                let named = sources.iter().find(|found| {
                    claim.attribution.first().is_some_and(|said| *said.cue == *sentence.span_of(found.cue.0, found.cue.1).of(sentence.text))
                });
                let span = named.map(|found| setting.text.to_given(sentence.span_of(found.source.0, found.cue.1.max(found.source.1))));
                let rule = if claim.attribution.is_empty() { "no one named" } else { "source beside a word that attributes" };
                claim.evidence.push(Evidence { field: "attribution", span: span.filter(|span| !span.is_empty()), rule });
            }
        }
        if let (Some(published), Some(role), Some(event)) = (setting.published, &reading.role, &mut claim.event)
            && let Some(days) = claim.date.as_ref().filter(|_| mention.value.is_none()).and_then(|date| date.days)
        {
            event.status = status::on_day(sentence, role, event.status, days, published);
        }
        read.push((at, phrase));
        claims.push(claim);
    }
}

/// The toll that the sentence right before told of last: "49 people were killed. Another 53 were hurt."
fn told_before<'c>(sentence: &Sentence<'_>, setting: Setting<'_, '_>, claims: &'c [Claim]) -> Option<&'c Counted> {
    let counted = right_before(sentence, setting, claims)?;
    counted.measure.as_deref().is_some_and(|name| sentence.language.nouns.toll(name)).then_some(counted)
}

/// What the sentence right before counted last.
fn right_before<'c>(sentence: &Sentence<'_>, setting: Setting<'_, '_>, claims: &'c [Claim]) -> Option<&'c Counted> {
    let start = setting.text.to_given(sentence.span).start;
    let right_before = |claim: &&Claim| claim.field == setting.field && (0..=GAP).contains(&start.wrapping_sub(claim.sentence.end));
    claims.iter().rev().take_while(right_before).filter(|claim| counts(claim)).find_map(|claim| claim.counted.as_ref())
}

/// Whether a claim counts what it is of: an ordinal orders what it stands before, a sum is named by it, and an age is that of one.
fn counts(claim: &Claim) -> bool {
    !matches!(claim.kind, Kind::Ordinal | Kind::Money | Kind::Age)
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::explained;

    #[test]
    fn evidence_is_kept_only_when_asked_for() {
        let text = "[Nine] soldiers may have been killed in Kursk, police said.";
        assert!(explained(text, false).is_empty());
        assert_eq!(
            explained(text, true),
            [
                "counted: soldiers, noun after the figure",
                "event: killed, passive after the noun",
                "event.status: may, word before the verb",
                "actor: -, no name is its subject, agent or nation",
                "place: Kursk, name after a preposition of place",
                "accumulation: -, no word says so",
                "attribution: police said, source beside a word that attributes",
                "as_of: -, no date in the sentence, and none of the article",
            ]
        );
    }
}
