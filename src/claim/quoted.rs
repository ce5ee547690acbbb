//! Who speaks a quotation that runs over several sentences: the source beside its opening or its closing mark, in the same paragraph or at
//! the end of the one before.
//!
//! In: a sentence and its claims, those that name a source told. Out: the same, with the speaker of the quotation that a claim stands in.
//! What never happens here: a source for what stands in no quotation; a paragraph is read once, and only where a quotation asks for it.

use super::attribution::{self, Source, Speaker, printed};
use super::noun::Phrase;
use super::sentence::Sentence;
use super::{Attribution, Claim};
use crate::lexicon::Language;
use crate::text::{Folded, Name, Span};

/// No paragraph is read further than this from its quotation, in bytes.
const REACH: usize = 1_200;
/// How far a quotation may begin behind its speaker: "Roe said in a statement on Monday.", in bytes.
const BESIDE: u32 = 80;

/// Reads the sentences beside a quotation.
pub(super) struct Quoted<'a> {
    text: &'a Folded<'a>,
    read: Sentence<'a>,
    islands: Vec<Span>,
}

impl<'a> Quoted<'a> {
    pub(super) fn new(language: &'a Language, text: &'a Folded<'a>) -> Self {
        Self { text, read: Sentence::new(language, text), islands: Vec::new() }
    }

    /// Gives the `claims` of `sentence` that stand in a quotation, and name no source, the one who speaks it. `block` is where the sentence
    /// stands, `read` the token of each claim.
    pub(super) fn fill(
        &mut self,
        sentence: &Sentence<'_>,
        block: Span,
        read: &[(usize, Option<Phrase>)],
        speaker: &Speaker,
        claims: &mut [Claim],
    ) {
        if !claims.iter().any(open) {
            return;
        }
        let paragraph = paragraph(sentence.text, block, sentence.span);
        let mut spoken = None;
        for (claim, &(at, _)) in claims.iter_mut().zip(read).filter(|(claim, _)| open(claim)) {
            let Some(quotation) = around(sentence.text, paragraph, sentence.token(at).span.start) else { continue };
            if spoken.as_ref().is_none_or(|(of, _)| *of != quotation) {
                spoken = Some((quotation, self.speaker(block, paragraph, quotation, speaker)));
            }
            let Some((_, Some((source, cue)))) = &spoken else { continue };
            claim.attribution.push(Attribution { source: source.clone(), cue: cue.clone() });
            if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.field == "attribution") {
                evidence.rule = "who speaks the quotation";
            }
        }
    }

    /// The source of a quotation and the words that attribute it.
    fn speaker(&mut self, block: Span, paragraph: Span, quotation: Span, speaker: &Speaker) -> Option<(Name, Name)> {
        let text = self.text.text();
        let end = block.range().start + Span { start: block.start, end: quotation.start }.of(text).trim_end().len();
        let end = u32::try_from(end).ok().filter(|&end| quotation.start - end < 4 && end > block.start);
        let before = |this: &mut Self| {
            let end = end?;
            this.told(block, end, speaker, |words| words.end <= end && end - words.end < BESIDE)
        };
        let behind = |this: &mut Self| {
            this.told(block, quotation.end, speaker, |words| {
                let gap = Span { start: quotation.end, end: words.start };
                let glue = |mark| matches!(mark, ' ' | ',' | '-' | '\u{2013}' | '\u{2014}');
                gap.start <= gap.end && gap.of(text).chars().all(glue)
            })
        };
        // One that opens its paragraph may go on from the paragraph before.
        if paragraph.start < quotation.start {
            return before(self).or_else(|| behind(self));
        }
        let closed = if quotation.end < paragraph.end { behind(self) } else { None };
        closed.or_else(|| before(self))
    }

    /// The last source of the sentence at `end`, where `fits` holds of its words.
    fn told(&mut self, block: Span, end: u32, speaker: &Speaker, fits: impl Fn(Span) -> bool) -> Option<(Name, Name)> {
        let place = Span { start: end - 1, end };
        let first = self.text.words().partition_point(|word| word.start < place.start);
        let language = self.read.language;
        let span = super::walk::bounds(language, self.text.text(), (self.text.words(), first), block, place);
        self.read.read(span, &[], first, &mut self.islands);
        let read = &self.read;
        let fits = |found: &Source| fits(read.span_of(found.source.0.min(found.cue.0), found.source.1.max(found.cue.1)));
        if let Some(found) = attribution::sources(read).into_iter().rfind(|found| fits(found)) {
            let name = |(from, to): (usize, usize)| Name::from(printed(read, from, to).of(read.text));
            return Some((name(found.source), name(found.cue)));
        }
        let said = |at: usize| Source { source: (at - 1, at), cue: (at, at + 1) };
        let (at, several) = attribution::pronouns(read).find(|&(at, _)| fits(&said(at)))?;
        Some((speaker.last(several, span.start)?, Name::from(read.of(at))))
    }
}

/// Whether a claim may be told by the one who speaks: it states a figure, or a day on which something happened that is no saying.
fn open(claim: &Claim) -> bool {
    claim.attribution.is_empty() && attribution::is_told(claim)
}

/// The paragraph of what stands at `place`, as far as it is read.
fn paragraph(text: &str, block: Span, place: Span) -> Span {
    let (block, place) = (block.range(), place.range());
    let near = text.floor_char_boundary(place.start.saturating_sub(REACH)).max(block.start);
    let far = text.ceil_char_boundary((place.end + REACH).min(text.len())).min(block.end).max(place.end);
    let start = text[near..place.start].rfind('\n').map_or(near, |at| near + at + 1);
    let end = text[place.end..far].find('\n').map_or(far, |at| place.end + at);
    let start = start + text[start..end].len() - text[start..end].trim_start().len();
    Span::new(start, end)
}

/// The quotation of a paragraph that what stands at `at` is in, with its marks; one that goes on in the next paragraph has no mark at its
/// end.
fn around(text: &str, paragraph: Span, at: u32) -> Option<Span> {
    let before = Span { start: paragraph.start, end: at }.of(text);
    let is_in = before.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let start = paragraph.range().start + before.rfind('"').filter(|_| is_in)?;
    let behind = Span { start: at, end: paragraph.end }.of(text);
    let end = behind.find('"').map_or(paragraph.range().end, |close| at as usize + close + 1);
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use crate::claim::testing::claims;

    #[test]
    fn a_quotation_over_several_sentences_keeps_its_speaker() {
        for (text, expected) in [
            ("\"It sank,\" Ann Roe said. \"We saw [nine] men.\"", "Ann Roe"),
            ("\"It sank,\" Ann Roe said. We saw [nine] men.", "-"),
            ("\"It sank. We saw [nine] men,\" Ann Roe said.", "Ann Roe"),
            ("\"It sank. We saw [nine] men. It was late,\" said Ann Roe.", "Ann Roe"),
            ("\"It sank. We saw [nine] men.\" The crew fled. Ann Roe said so.", "-"),
            ("Ann Roe, a guard, said on Friday in Marden: \"It sank. We saw [nine] men.\"", "Ann Roe"),
            ("John Doe saw it, he said.\n\n\"It sank. We saw [nine] men. It was late,\" said Ann Roe.", "Ann Roe"),
            ("\"It sank,\" Ann Roe said.\n\n\"We saw [nine] men.\"", "Ann Roe"),
            ("\"It sank,\" Ann Roe said.\n\nWe saw [nine] men.", "-"),
            ("Ann Roe heard it.\n\n\"We saw [nine] men.\"", "-"),
            ("[Two] men drowned, Ann Roe said.\n\n\"It sank,\" she said. \"We saw [nine] men.\"", "Ann Roe; Ann Roe"),
            ("[Two] men drowned, deputies said.\n\n\"It sank,\" she said. \"We saw [nine] men.\"", "deputies; -"),
            ("\"We saw [nine] men, but it was late,\" Ann Roe said.", "Ann Roe"),
            ("We saw [nine] men, but it was late, Ann Roe said.", "-"),
            ("\"They said it sank. We saw [nine] men,\" Ann Roe said.", "Ann Roe"),
        ] {
            let (_, claims) = claims(text);
            let show = |claim: &crate::claim::Claim| claim.attribution.first().map_or("-".to_owned(), |said| said.source.to_string());
            let shown = claims.iter().map(show).collect::<Vec<_>>().join("; ");
            assert_eq!(shown, expected, "{text}");
        }
    }
}
