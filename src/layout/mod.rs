//! Several articles in one document, blocks and their zones.
//!
//! In: a folded text. Out: articles as lists of blocks, each with its zone. What never happens here: reading of claims or dates for
//! their value.

use crate::source::Document;
use crate::text::Span;

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
pub fn read(_document: &Document, text: &str) -> Vec<Laid> {
    vec![Laid { part: None, blocks: vec![Block { span: Span::new(0, text.len()), zone: Zone::Body }] }]
}
