//! Where a finding stands in the files that were handed in, as other programs want it told.
//!
//! In: a finding of a report. Out: one place in the newest article, where a change under review shows, and the places in the others. What
//! never happens here: a line that the file does not have; the text of a record stands on the line of its record.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::excerpt::clean;
use super::places::Places;
use super::rows::who;
use crate::article;
use crate::calendar::{NaiveDate, NaiveTime};
use crate::claim::{self, AsOfBasis, Field};
use crate::report::document;
use crate::rules::Finding;
use crate::text::Span;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Location {
    /// The file, as it was handed in.
    pub(super) file: String,
    /// The line, from 1.
    pub(super) line: u32,
    /// The words on it, where they stand in the file as they are read.
    pub(super) words: Option<Words>,
}

/// The column of the first character, from 1, and line and column behind the last one; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Words {
    pub(super) column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
}

/// A place that shows a finding, with what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) location: Location,
    pub(super) says: String,
}

/// Day and time, article, text before title, place: the greatest is the newest.
type Age = (Option<(NaiveDate, Option<NaiveTime>)>, article::Id, bool, Reverse<u32>);

impl Location {
    /// "fire.md:7:12", or "batch.jsonl:3".
    pub(super) fn shown(&self) -> String {
        let column = self.words.map_or_else(String::new, |words| format!(":{}", words.column));
        format!("{}:{}{column}", clean(&self.file), self.line)
    }
}

impl Places<'_> {
    /// The place of a finding in the newest of its articles, and its other places, each once.
    pub(super) fn points(&self, finding: &Finding) -> (Option<Point>, Vec<Point>) {
        let mut points = match finding.article {
            Some(article) if !finding.marks.is_empty() || finding.claims.is_empty() => self.marked(article, finding),
            _ => self.claimed(finding),
        };
        let Some(first) = points.first().cloned() else { return (None, points) };
        points.retain(|point| point.location != first.location);
        let mut seen = BTreeSet::new();
        points.retain(|point| seen.insert(point.location.clone()));
        (Some(first), points)
    }

    /// The claims of a finding, one of the newest article first, then by sides.
    fn claimed(&self, finding: &Finding) -> Vec<Point> {
        // An archived article lies in no file that was handed in.
        let here = |id: &claim::Id| self.report().article(self.report().claim(*id).article).archived.is_none();
        let newest = finding.claims.iter().copied().filter(here).max_by_key(|&id| self.age(id));
        let sides = finding.sides.iter().flatten().chain(&finding.claims).copied().filter(here);
        let mut points: Vec<(claim::Id, Location)> = Vec::new();
        let mut seen: BTreeMap<Location, usize> = BTreeMap::new();
        for id in newest.into_iter().chain(sides) {
            let claim = self.report().claim(id);
            let location = self.location(claim.article, Some((claim.field, claim.span)));
            match seen.get(&location) {
                None => {
                    seen.insert(location.clone(), points.len());
                    points.push((id, location));
                }
                // All of a record stands on one line: its title may name nobody where its text does.
                Some(&at) if self.says_more(id, points[at].0) => points[at].0 = id,
                Some(_) => {}
            }
        }
        points.into_iter().map(|(id, _)| self.point(id)).collect()
    }

    /// Whether a claim gives the same figure as another, and who says so, which the other does not.
    fn says_more(&self, id: claim::Id, other: claim::Id) -> bool {
        let (claim, before) = (self.report().claim(id), self.report().claim(other));
        let stated = |id| self.report().case.stated(id);
        before.attribution.is_empty() && !claim.attribution.is_empty() && stated(id) == stated(other)
    }

    /// What orders claims by how new they are: the day of their article, or of its story where it has none of its own, its name, words of
    /// the text before those of a title.
    fn age(&self, id: claim::Id) -> Age {
        let claim = self.report().claim(id);
        let published = self.report().article(claim.article).published.as_ref().filter(|published| published.doubt.is_none());
        let told = claim.as_of.filter(|as_of| as_of.basis == AsOfBasis::Story).map(|as_of| (as_of.days.end(), None));
        let day = published.map(|published| (published.date, published.time)).or(told);
        (day, claim.article, claim.field == Field::Text, Reverse(claim.span.start))
    }

    /// The place of a claim, with its figure, the outlet where it is known, and who says so.
    pub(super) fn point(&self, id: claim::Id) -> Point {
        let claim = self.report().claim(id);
        let says = [self.publisher(id), Some(who(claim))].into_iter().flatten().collect::<Vec<_>>().join("; ");
        let says = format!("{} ({says})", self.report().case.stated(id));
        Point { location: self.location(claim.article, Some((claim.field, claim.span))), says: clean(&says) }
    }

    /// The marked words of an article; without any, its first line.
    fn marked(&self, article: article::Id, finding: &Finding) -> Vec<Point> {
        let point = |span: Span, says: &str| Point {
            location: self.location(article, Some((Field::Text, span))),
            says: clean(if says.is_empty() { span.of(self.text(article)) } else { says }),
        };
        let points: Vec<Point> = finding.marks.iter().map(|mark| point(mark.span, &mark.label)).collect();
        if points.is_empty() { vec![Point { location: self.location(article, None), says: String::new() }] } else { points }
    }

    /// Where words of an article stand; without any, where it begins.
    fn location(&self, article: article::Id, words: Option<(Field, Span)>) -> Location {
        let about = self.report().article(article);
        if let Some(record) = &about.record {
            return Location { file: record.file.to_string(), line: record.line, words: None };
        }
        let file = document(&about.doc).to_owned();
        match words {
            Some((Field::Text, span)) => {
                let (line, column) = self.line(article, span);
                let (end_line, end_column) = self.line(article, Span { start: span.end, end: span.end });
                Location { file, line, words: Some(Words { column, end_line, end_column }) }
            }
            Some((Field::Title, _)) => Location { file, line: title_line(self.text(article)), words: None },
            None => {
                let first = about.blocks.first().map(|block| self.line(article, block.span).0);
                Location { file, line: first.unwrap_or(1), words: None }
            }
        }
    }
}

/// The line of a front matter that holds the title.
fn title_line(text: &str) -> u32 {
    // A front matter ends where a line of its own says so, long before this.
    const LONGEST: usize = 100;
    let found = text.lines().take(LONGEST).position(|line| line.starts_with("title:"));
    found.and_then(|index| u32::try_from(index + 1).ok()).unwrap_or(1)
}
