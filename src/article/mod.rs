//! The publication date and its basis; an anchor for each block.
//!
//! In: a document, its blocks, its mentions. Out: an [`Article`]. What never happens here: a guess; where nothing says when an article
//! was published, what needs the date stays open.

use crate::calendar::{NaiveDate, NaiveTime, Weekday};
use crate::layout::Block;
use crate::layout::Laid;
use crate::mention::Mention;
use crate::source::Document;
use crate::text::{Folded, Name, Span};

/// How a publication date is known, first found wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Given by the user.
    Config,
    /// From the container: front matter, a JSONL field.
    Metadata,
    /// From the dateline.
    Dateline,
    /// From the author's line.
    Byline,
    /// From the address.
    Url,
    /// A date on the page outside the article.
    Stamp,
    /// A dated post whose weekday agrees with one in the article.
    Embedded,
    /// A dated photo whose weekday agrees with one in the article.
    Caption,
    /// The event is dated by other articles of its story: for as-of only.
    Story,
}

/// When an article was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub date: NaiveDate,
    /// The time, where it is given.
    pub time: Option<NaiveTime>,
    /// How it is known.
    pub basis: Basis,
    /// The words it was read from, in the folded text; `None` for metadata.
    pub span: Option<Span>,
    /// Why it anchors nothing.
    pub doubt: Option<Doubt>,
}

/// What does not fit a stamp.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubt {
    /// The article's own weekday that lies too long before the stamp, and the day that it would be.
    pub weekday: Option<(Span, Weekday, NaiveDate)>,
    /// The byline's words that credit another outlet than the page.
    pub byline: Option<Span>,
}

/// An article's place in the batch: articles are ordered by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// One article with its metadata. Spans point into the folded text until [`Article::to_given`].
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Its name: that of its document, with `#1`, `#2` … where that holds several.
    pub doc: Name,
    /// Its title.
    pub title: Option<Name>,
    /// Where the title stands in the text, where it is not a field of its own.
    pub title_span: Option<Span>,
    /// Who published it.
    pub publisher: Option<Name>,
    /// Where.
    pub url: Option<Name>,
    /// When.
    pub published: Option<Published>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// For each block the day from which its relative dates count.
    pub anchors: Vec<Option<NaiveDate>>,
}

impl Article {
    /// The day from which a relative date at this offset of the text counts; `None` outside the blocks, and where it is not known.
    pub fn anchor_at(&self, offset: u32) -> Option<NaiveDate> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let index = after.checked_sub(1).filter(|&index| offset < self.blocks[index].span.end)?;
        self.anchors.get(index).copied().flatten()
    }

    /// The day from which a relative date in the title counts: that of the first block which has one.
    pub fn anchor_of_title(&self) -> Option<NaiveDate> {
        self.anchors.iter().copied().flatten().next()
    }

    /// The same article with spans into the text as given.
    #[must_use]
    pub fn to_given(mut self, folded: &Folded<'_>) -> Self {
        let given = |span: &mut Span| *span = folded.to_given(*span);
        self.title_span.iter_mut().for_each(given);
        self.blocks.iter_mut().for_each(|block| given(&mut block.span));
        if let Some(published) = &mut self.published {
            published.span.iter_mut().for_each(given);
            if let Some(doubt) = &mut published.doubt {
                doubt.weekday.iter_mut().for_each(|(span, ..)| given(span));
                doubt.byline.iter_mut().for_each(given);
            }
        }
        self
    }
}

/// Reads the article that `laid` marks out of a document: its title, its date and the anchor of each block.
pub fn read(document: &Document, laid: &Laid, _text: &str, _mentions: &[Mention]) -> Article {
    let date = document.published.map(|published| published.date);
    Article {
        doc: document.name.clone(),
        title: document.title.clone(),
        publisher: document.publisher.clone(),
        url: document.url.clone(),
        title_span: None,
        published: date.map(|date| Published { date, time: None, basis: Basis::Metadata, span: None, doubt: None }),
        blocks: laid.blocks.clone(),
        anchors: vec![date; laid.blocks.len()],
    }
}
