//! The publication date and its basis; an anchor for each block.
//!
//! In: a document, its blocks, its mentions, what the user says of it. Out: an [`Article`]. What never happens here: a guess; where
//! nothing says when an article was published, what needs the date stays open.

mod doubt;
mod outlet;
mod published;
mod sources;

use std::collections::BTreeMap;

use crate::calendar::{NaiveDate, NaiveTime, Weekday};
use crate::layout::{Block, Laid, Zone};
use crate::lexicon::Language;
use crate::mention::Mention;
use crate::source::{Document, Moment, Record};
use crate::text::{Folded, Name, Span};

pub use sources::{NORMAL, Sources};

/// What a user says of single articles, by their names: it comes before anything that their pages say. And what is said of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// By the article's name, `#1`, `#2` … included.
    pub articles: BTreeMap<Name, Given>,
    /// The desk's sources.
    pub sources: Sources,
}

/// What a user says of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// When it was published.
    pub published: Option<Moment>,
    /// Who published it.
    pub publisher: Option<Name>,
    /// The name of the article that it copies.
    pub copy_of: Option<Name>,
}

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
    /// The last of several later days of which the article tells as past.
    pub later: Option<(Span, NaiveDate)>,
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
    /// Where it stands, where its file holds records.
    pub record: Option<Record>,
    /// The article that it copies, where the user says so.
    pub copy_of: Option<Name>,
    /// When.
    pub published: Option<Published>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// For each block the day from which its relative dates count.
    pub anchors: Vec<Option<NaiveDate>>,
    /// The day on which an article of an earlier batch was archived; `None` for one of the batch at hand.
    pub archived: Option<NaiveDate>,
}

impl Article {
    /// The day from which a relative date at this offset of the text counts; `None` outside the blocks, and where it is not known.
    pub fn anchor_at(&self, offset: u32) -> Option<NaiveDate> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let index = after.checked_sub(1).filter(|&index| offset < self.blocks[index].span.end)?;
        self.anchors.get(index).copied().flatten()
    }

    /// The day of the post or photo in which this offset of the text lies: its own, else that of the article. `None` elsewhere.
    pub fn day_of_post(&self, offset: u32) -> Option<NaiveDate> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let block = self.blocks.get(after.checked_sub(1)?)?;
        matches!(block.zone, Zone::Embedded | Zone::Caption).then(|| self.anchor_at(offset)).flatten()
    }

    /// The day from which a relative date in the title counts: that of publication, where it is not in doubt.
    pub fn anchor_of_title(&self) -> Option<NaiveDate> {
        self.published.as_ref().filter(|published| published.doubt.is_none()).map(|published| published.date)
    }

    /// The same article with spans into the text as `given`.
    #[must_use]
    pub fn to_given(mut self, folded: &Folded<'_>, text: &str) -> Self {
        let given = |span: &mut Span| *span = folded.to_given(*span);
        self.title_span.iter_mut().for_each(given);
        self.blocks.iter_mut().for_each(|block| given(&mut block.span));
        if let Some(published) = &mut self.published {
            published.span.iter_mut().for_each(given);
            if let Some(doubt) = &mut published.doubt {
                doubt.weekday.iter_mut().for_each(|(span, ..)| given(span));
                doubt.byline.iter_mut().for_each(given);
                doubt.later.iter_mut().for_each(|(span, _)| given(span));
            }
        }
        if let Some(span) = self.title_span {
            self.title = Some(title(span.of(text)).into());
        }
        self
    }
}

/// Reads the article that `laid` marks out of a document: its title, its date and the anchor of each block.
pub fn read(language: &Language, settings: &Settings, document: &Document, laid: &Laid, text: &str, mentions: &[Mention]) -> Article {
    let doc = match laid.part {
        Some(part) => format!("{}#{part}", document.name).into(),
        None => document.name.clone(),
    };
    let given = settings.articles.get(&doc).cloned().unwrap_or_default();
    let headline = laid.blocks.iter().find(|block| block.zone == Zone::Headline).map(|block| block.span);
    let own_title = document.title.clone().filter(|_| laid.part.is_none());
    let title_span = headline.filter(|_| own_title.is_none());
    let page = Page { language, document, blocks: &laid.blocks, text, mentions, sources: &settings.sources };
    let outlet = given.publisher.or_else(|| document.publisher.clone()).or_else(|| outlet::publisher(&page, headline));
    let outlet = outlet.map(|outlet| settings.sources.named(&outlet).cloned().unwrap_or(outlet));
    let published = published::find(&page, given.published, outlet.as_deref());
    let anchor = published.as_ref().filter(|published| published.doubt.is_none()).map(|published| published.date);
    Article {
        doc,
        title: own_title.or_else(|| title_span.map(|span| title(span.of(text)).into())),
        title_span,
        publisher: outlet,
        url: document.url.clone(),
        record: document.record.clone(),
        copy_of: given.copy_of,
        published,
        blocks: laid.blocks.clone(),
        anchors: laid.blocks.iter().map(|block| published::own_day(&page, block).or(anchor)).collect(),
        archived: None,
    }
}

/// What the parts of this room look at.
#[derive(Clone, Copy)]
struct Page<'a> {
    language: &'a Language,
    document: &'a Document,
    blocks: &'a [Block],
    text: &'a str,
    mentions: &'a [Mention],
    sources: &'a Sources,
}

impl<'a> Page<'a> {
    /// The blocks of one zone.
    fn zone(self, zone: Zone) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |block| block.zone == zone)
    }

    /// The mentions in a span.
    fn mentions_in(self, span: Span) -> &'a [Mention] {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let to = self.mentions.partition_point(|mention| mention.span.start < span.end);
        &self.mentions[from..to.max(from)]
    }

    /// The weekdays that the article names by themselves, in order; "last Friday" and "next Friday" are other days.
    fn weekdays(self) -> impl Iterator<Item = (Span, Weekday)> {
        self.zone(Zone::Body).flat_map(move |block| self.mentions_in(block.span)).filter_map(move |mention| {
            let time = mention.time.as_ref().filter(|time| time.absolute_day().is_none())?;
            let plain = mention.span.of(self.text).bytes().all(|byte| byte.is_ascii_alphabetic());
            time.weekday().filter(|_| plain).map(|weekday| (mention.span, weekday))
        })
    }
}

/// A headline without the marks that pages put before it.
fn title(line: &str) -> &str {
    line.trim_start_matches(['#', '\u{d7}', '\u{feff}', '*', ' ']).trim_end_matches(['*', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{layout, mention, source};

    fn article(text: &str) -> Article {
        let document = source::read("a.md", text.as_bytes()).unwrap().documents.remove(0).0;
        let language = Language::english();
        let laid = layout::read(language, &document, &Folded::new(text)).remove(0);
        read(language, &Settings::default(), &document, &laid, text, &mention::read(language, text))
    }

    fn check(text: &str, expected: Option<(&str, Basis)>) {
        let published = article(text).published.filter(|published| published.doubt.is_none());
        let found = published.map(|published| (published.date.to_string(), published.basis));
        assert_eq!(found.as_ref().map(|(date, basis)| (date.as_str(), *basis)), expected, "{text}");
    }

    #[test]
    fn the_first_that_says_when_counts() {
        let body = "The old mill in Alder burned down and three people died, the mayor said.";
        check(&format!("---\npublished: 2025-03-21\n---\nPublished March 3, 2025\n{body}"), Some(("2025-03-21", Basis::Metadata)));
        check(&format!("ALDER, March 3, 2025 (Reuters) - {body}\nPublished March 4, 2025"), Some(("2025-03-03", Basis::Dateline)));
        check(&format!("ALDER, March 3 (Reuters) - {body}\nPublished March 4, 2025"), Some(("2025-03-03", Basis::Dateline)));
        check(&format!("ALDER, March 3 (Reuters) - {body}"), None);
        check(&format!("---\nurl: https://alder.example/2025/03/05/mill\n---\n{body}\n{body}"), Some(("2025-03-05", Basis::Url)));
        check(&format!("Updated March 6, 2025\n{body}\nPublished March 4, 2025"), Some(("2025-03-04", Basis::Stamp)));
        check(&format!("{body}\nThe mill was built on March 4, 1925, by a miller from the north."), None);
    }

    #[test]
    fn the_page_gives_the_hour_of_the_day_on_which_it_was_published() {
        let hour = |stamp: &str| {
            let body = "The old mill in Alder burned down and three people died, the mayor said.";
            article(&format!("---\npublished: 2025-03-21\n---\n{stamp}\n{body}\n{body}"))
                .published
                .unwrap()
                .time
                .map(|time| time.to_string())
        };
        for (stamp, expected) in [
            ("Published March 21, 2025 9:15 AM", Some("09:15:00")),
            ("Published March 21, 2025 9:15 AM\nUpdated March 21, 2025 5:40 PM", Some("17:40:00")),
            ("Published March 20, 2025 9:15 AM\nUpdated March 21, 2025 5:40 PM", Some("17:40:00")),
            ("Published March 21, 2025 9:15 AM\nUpdated March 23, 2025 5:40 PM", None),
            ("Published March 20, 2025 9:15 AM", None),
            ("Published March 21, 2025", None),
        ] {
            assert_eq!(hour(stamp).as_deref(), expected, "{stamp}");
        }
    }

    #[test]
    fn a_date_that_the_container_gives_for_a_title_is_a_stamp() {
        let body = "The old mill in Alder burned down and three people died, the mayor said.";
        for (title, expected) in
            [("3 / 28 / 05", "2005-03-28"), ("Febuary 3,2005", "2005-02-03"), ("Last Updated: March 3, 2005", "2005-03-03")]
        {
            check(&format!("---\ntitle: \"{title}\"\n---\n{title}\nMill burns\n{body}"), Some((expected, Basis::Stamp)));
        }
        check(&format!("---\ntitle: \"3 / 4 / 05\"\n---\n3 / 4 / 05\n{body}"), None);
    }

    #[test]
    fn a_dated_post_or_photo_counts_where_its_weekday_is_the_article_s() {
        let body = |weekday| format!("The old mill in Alder burned down on {weekday} and three people died, the mayor said.");
        let photo = "Smoke over Alder on March 21, 2025. (Reuters)";
        let post = "Smoke over Alder pic.twitter.com/abc\n— Ann Ode (@annode) March 21, 2025";
        check(&format!("{photo}\n{}", body("Friday")), Some(("2025-03-21", Basis::Caption)));
        check(&format!("{photo}\n{}", body("Thursday")), None);
        check(&format!("{photo}\n{}", body("last Friday")), None);
        check(
            &format!("{}\n{post}\nIt had stood there since 1925, a neighbor said.", body("Friday")),
            Some(("2025-03-21", Basis::Embedded)),
        );
        check(&format!("{photo}\nSmoke over Fir on March 28, 2025. (Reuters)\n{}", body("Thursday")), None);
        // An article that tells of a later year is younger than the photo.
        check(&format!("{photo}\n{} It was rebuilt in January 2026.", body("Friday")), None);
    }

    #[test]
    fn a_stamp_that_does_not_fit_dates_nothing() {
        let page = |stamp: &str, weekday: &str, byline: &str| {
            article(&format!(
                "Home > Mill burns in Alder - Elm Insights\nMill burns in Alder\nDate:{stamp}\nThe old mill in Alder burned down, the mayor said {weekday}.\n{byline}\n"
            ))
        };
        let doubt = |article: &Article| article.published.as_ref().and_then(|published| published.doubt.clone());
        // 13 April 2025 is a Sunday.
        let doubted = page("2025-04-13 16:40:10", "Wednesday", "");
        let (_, weekday, day) = doubt(&doubted).and_then(|doubt| doubt.weekday).unwrap();
        assert_eq!((weekday, day.to_string().as_str()), (Weekday::Wed, "2025-04-09"));
        assert!(doubted.anchors.iter().all(Option::is_none) && doubted.anchor_of_title().is_none());
        assert!(doubt(&page("2025-04-13", "on Wednesday", "")).is_some());
        assert!(doubt(&page("2025-04-13", "after the fire of Wednesday", "")).is_none(), "an event may lie long before");
        let credited = page("2025-04-13", "Saturday", "Ann Ode is a city reporter for the Alder Post. Reach her at ann@alder.example.");
        assert!(doubt(&credited).is_some_and(|doubt| doubt.weekday.is_none() && doubt.byline.is_some()));
        let sound = page("2025-04-13", "Friday", "Ann Ode is a city reporter for Elm Insights. Reach her at ann@elm.example.");
        assert!(doubt(&sound).is_none() && sound.anchors.iter().all(Option::is_some));
    }

    #[test]
    fn a_day_before_several_of_which_the_article_tells_as_past_dates_nothing() {
        let doubted = |days: &str| {
            let body = "The old mill in Alder burned down and three people died, the mayor said.";
            article(&format!("---\npublished: 2025-03-21\n---\n{body} {days}\n{body}")).published.unwrap().doubt.is_some()
        };
        assert!(doubted("A fund began on May 3, 2025. On June 4, 2025, the council met. It was rebuilt by July 5, 2025."));
        assert!(!doubted("A fund began on May 3, 2025. On June 4, 2025, the council met."));
        assert!(!doubted("A fund will begin on May 3, 2025. On June 4, 2025, the council will meet. It would be rebuilt by July 5, 2025."));
        assert!(!doubted("It was built on May 3, 1925. It was sold on June 4, 1926. It was closed on July 5, 1927."));
    }

    #[test]
    fn the_user_comes_first_and_names_parts() {
        let language = Language::english();
        let document = Document { name: "a.txt".into(), text: "Forty died.".into(), ..Document::default() };
        let mut settings = Settings::default();
        let given = Given { published: "2025-03-21".parse().ok(), publisher: Some("Alder Post".into()), copy_of: Some("b.txt".into()) };
        settings.articles.insert("a.txt#2".into(), given);
        for (part, expected) in [(None, None), (Some(2), Some(Basis::Config))] {
            let laid = Laid { part, blocks: vec![Block { span: Span::new(0, 11), zone: Zone::Body }] };
            let read = read(language, &settings, &document, &laid, &document.text, &[]);
            assert_eq!(read.published.map(|published| published.basis), expected);
            assert_eq!(read.copy_of.is_some(), expected.is_some());
        }
    }

    #[test]
    fn title_and_publisher_are_read_off_the_page() {
        let read = article(
            "Home > News > Mill Burns in Alder - Alder Post\n# Mill Burns in Alder\nThe old mill in Alder burned down in a storm.\n",
        );
        assert_eq!((read.title.as_deref(), read.publisher.as_deref()), (Some("Mill Burns in Alder"), Some("Alder Post")));
        let read = article("Mill burns in Alder\nThe old mill in Alder burned down on a stormy night.");
        assert_eq!((read.title.as_deref(), read.publisher), (Some("Mill burns in Alder"), None));
    }
}
