//! Several articles in one document, blocks and their zones.
//!
//! In: a folded text. Out: articles as lists of blocks, each with its zone. What never happens here: reading of claims or dates for
//! their value.

mod articles;
#[cfg(test)]
mod corpus;
mod furniture;
mod line;
mod page;

pub(crate) use articles::dateline;

use furniture::Guess;
use line::Line;

use crate::lexicon::{Language, Pages};
use crate::source::Document;
use crate::text::{Folded, Span};

/// What a block of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// A headline of the article.
    Headline,
    /// The article itself.
    Body,
    /// A caption under a picture.
    Caption,
    /// A post or a quotation of another page.
    Embedded,
    /// What belongs to the page and not to the article.
    Furniture(Furniture),
}

/// The kinds of furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Furniture {
    /// "TT 20", share counts.
    Counter,
    /// A headline repeated.
    Repeated,
    /// A request to log in or to subscribe.
    Paywall,
    /// Buttons to share, to comment, to follow.
    Share,
    /// Headlines of other articles.
    Sidebar,
    /// The path to the page, section names, tags.
    Navigation,
    /// A date that the page prints.
    Stamp,
    /// The author's line.
    Byline,
    /// "Loading…", "COMMENTS" and the like.
    Other,
}

/// A piece of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub zone: Zone,
}

/// One article of a document.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// Its number in the document, from 1, where the document holds several.
    pub part: Option<u32>,
    /// Its blocks in order; they do not overlap.
    pub blocks: Vec<Block>,
}

/// The articles of a document, given its folded text.
///
/// ```
/// use crosscheck::layout::{self, Furniture, Zone};
/// use crosscheck::lexicon::Language;
/// use crosscheck::source::Document;
/// use crosscheck::text::Folded;
/// let text = "Mill burns in Alder\n\nThree people died when the mill in Alder burned down.\nShares\n20\n";
/// let laid = layout::read(Language::english(), &Document::default(), &Folded::new(text));
/// let zones: Vec<Zone> = laid[0].blocks.iter().map(|block| block.zone).collect();
/// assert_eq!(zones, [Zone::Headline, Zone::Body, Zone::Furniture(Furniture::Counter)]);
/// ```
pub fn read(language: &Language, document: &Document, folded: &Folded<'_>) -> Vec<Laid> {
    let text = folded.text();
    let lines = Line::all(text, folded.words(), document.body as usize);
    let addresses = memchr::memchr(b'@', text.as_bytes()).is_some();
    let guesses: Vec<Guess> = lines.iter().map(|line| furniture::guess(&language.pages, line, addresses)).collect();
    let whole = 0..lines.len();
    let ranges = if document.whole { vec![whole] } else { articles::ranges(&lines, &guesses) };
    let title = document.title.as_deref().filter(|_| ranges.len() == 1);
    let number = |index: usize| if ranges.len() > 1 { u32::try_from(index + 1).ok() } else { None };
    let laid = ranges.iter().enumerate().map(|(index, range)| {
        let (lines, guesses) = (&lines[range.clone()], &guesses[range.clone()]);
        Laid { part: number(index), blocks: blocks(&language.pages, lines, guesses, &page::zones(lines, guesses, title)) }
    });
    laid.collect()
}

/// Lines of text that follow each other are one block, as are those of a counter, a post and its signature; any other line is one by
/// itself. Buttons before the text of a line are a block of their own.
fn blocks(pages: &Pages, lines: &[Line<'_>], guesses: &[Guess], zones: &[Zone]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for ((line, guess), &zone) in lines.iter().zip(guesses).zip(zones) {
        if let Some(text) = Some(line).filter(|_| matches!(zone, Zone::Body | Zone::Caption)).and_then(|line| line.behind_buttons(pages)) {
            blocks.push(Block { span: Span { end: text, ..line.span }, zone: Zone::Furniture(Furniture::Share) });
            blocks.push(Block { span: Span { start: text, ..line.span }, zone });
            continue;
        }
        let joins = matches!(zone, Zone::Body | Zone::Furniture(Furniture::Counter)) || *guess == Guess::Signature;
        match blocks.last_mut() {
            Some(last) if joins && last.zone == zone => last.span = last.span.join(line.span),
            _ => blocks.push(Block { span: line.span, zone }),
        }
    }
    blocks
}
