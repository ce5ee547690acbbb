//! Where something stands, in few letters: short names of articles, and lines.
//!
//! In: a report. Out: "flood-2:14". What never happens here: a name that two articles share, lines counted for an article that is not
//! shown.

use std::cell::OnceCell;

use super::excerpt::{clean, columns, cut_end};
use crate::article;
use crate::calendar::Datelike;
use crate::claim::{self, Field};
use crate::report::Report;
use crate::rules::wording;
use crate::text::{Lines, Span};

/// Names up to this long are printed as they are.
const SHORT: usize = 12;
/// Letters that stand for a name of one long word, at least.
const PREFIX: usize = 8;
/// The longest name that is printed.
const LONGEST: usize = 28;
/// The longest outlet.
const OUTLET: usize = 48;

/// Short names and lines of a report's articles.
pub(super) struct Places<'a> {
    report: &'a Report,
    names: Vec<String>,
    lines: Vec<OnceCell<Lines>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        let docs: Vec<&str> = report.case.articles.iter().map(|article| &*article.doc).collect();
        Self { report, names: short(&docs), lines: vec![OnceCell::new(); docs.len()] }
    }

    /// The report.
    pub(super) fn report(&self) -> &'a Report {
        self.report
    }

    /// The short name of an article.
    pub(super) fn name(&self, article: article::Id) -> &str {
        &self.names[article.0 as usize]
    }

    /// Where a claim stands: "flood-2:14", "flood-2 title".
    pub(super) fn of(&self, id: claim::Id) -> String {
        let claim = self.report.claim(id);
        match claim.field {
            Field::Title => format!("{} title", self.name(claim.article)),
            Field::Text => format!("{}:{}", self.name(claim.article), self.line(claim.article, claim.span).0),
        }
    }

    /// Where a claim stands, and where its article is of an earlier batch, when that was archived: "flood-2:14 (archived 14 Sep)".
    pub(super) fn dated(&self, id: claim::Id) -> String {
        let archived = self.archived(self.report.claim(id).article);
        archived.map_or_else(|| self.of(id), |archived| format!("{} ({archived})", self.of(id)))
    }

    /// Where a claim stands with its outlet, where that is known and says more than the name: "Alder Post (flood-2:14)". The outlet is cut
    /// where the whole would take more than `room` columns.
    pub(super) fn with_outlet(&self, id: claim::Id, room: usize) -> String {
        // Fewer letters of an outlet tell nothing.
        const LEAST: usize = 9;
        let place = self.of(id);
        let archived = self.archived(self.report.claim(id).article).map_or_else(String::new, |archived| format!(", {archived}"));
        match self.outlet(id) {
            Some(outlet) => {
                let rest = format!(" ({place}{archived})");
                format!("{}{rest}", cut_end(&outlet, room.saturating_sub(columns(&rest)).max(LEAST)))
            }
            None => self.dated(id),
        }
    }

    /// The outlet of a claim's article, where it is known.
    pub(super) fn publisher(&self, id: claim::Id) -> Option<String> {
        let article = self.report.article(self.report.claim(id).article);
        article.publisher.as_deref().map(|outlet| cut_end(&clean(outlet), OUTLET))
    }

    /// The same, where the short name of the article does not say it anyway.
    pub(super) fn outlet(&self, id: claim::Id) -> Option<String> {
        let letters =
            |words: &str| words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let name = self.name(self.report.claim(id).article);
        self.publisher(id).filter(|outlet| letters(outlet) != letters(name))
    }

    /// When an article of an earlier batch was archived: "archived 14 Sep". The year is left out where it is that of its publication.
    pub(super) fn archived(&self, id: article::Id) -> Option<String> {
        let article = self.report.article(id);
        let day = article.archived?;
        let same_year = article.published.as_ref().is_some_and(|published| published.date.year() == day.year());
        Some(format!("archived {}", if same_year { wording::day_and_month(day) } else { wording::day(day) }))
    }

    /// Line and column of a span in an article's text.
    pub(super) fn line(&self, article: article::Id, span: Span) -> (u32, u32) {
        self.lines_of(article).position(self.text(article), span.start)
    }

    /// The lines of an article's text.
    pub(super) fn lines_of(&self, article: article::Id) -> &Lines {
        self.lines[article.0 as usize].get_or_init(|| Lines::new(self.text(article)))
    }

    /// The text of an article's document.
    pub(super) fn text(&self, article: article::Id) -> &'a str {
        &self.report.case.texts[article.0 as usize]
    }
}

/// A short name for each of the (different) names: its file's name up to a sign that no other name has the same up to.
fn short(docs: &[&str]) -> Vec<String> {
    let split = |doc: &&str| -> (String, String) {
        let (name, part) = match doc.rsplit_once('#') {
            Some((name, part)) if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) => (name, format!("#{part}")),
            _ => (*doc, String::new()),
        };
        (clean(name), part)
    };
    let parts: Vec<(String, String)> = docs.iter().map(split).collect();
    let mut whole: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    whole.sort_unstable();
    whole.dedup();
    let mut files: Vec<&str> = whole.iter().map(|name| file(name)).collect();
    files.sort_unstable();
    // Folders by day hold files of one name each: the name with its folder is shorter than the path.
    let mut within: Vec<&str> = whole.iter().map(|name| in_folder(name)).collect();
    within.sort_unstable();
    let alone_within = |end: &str| within.partition_point(|other| *other <= end) - within.partition_point(|other| *other < end) == 1;
    let alone = |start: &str| {
        let from = files.partition_point(|file| *file < start);
        files[from..].iter().take(2).filter(|file| file.starts_with(start)).count() == 1
    };
    parts
        .iter()
        .map(|(name, part)| {
            let file = file(name);
            let start = if columns(file) <= SHORT && files.iter().filter(|other| **other == file).take(2).count() == 1 {
                file
            } else {
                let cuts = file.char_indices().filter(|(at, letter)| *at > 2 && matches!(letter, '_' | '-' | '.' | ' ')).map(|(at, _)| at);
                match cuts.map(|at| &file[..at]).find(|start| alone(start)) {
                    Some(start) => start,
                    None if !alone(file) && alone_within(in_folder(name)) => in_folder(name),
                    None if !alone(file) => name,
                    // A name of one long word, as archives give: its first letters, as far as they are its own.
                    None if columns(file) > LONGEST => {
                        let mut starts = file.char_indices().map(|(at, _)| &file[..at]).skip(PREFIX);
                        return format!("{}…{part}", starts.find(|start| alone(start)).unwrap_or(file));
                    }
                    None => file,
                }
            };
            format!("{}{part}", middle(start))
        })
        .collect()
}

/// The file's name within a path.
fn file(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The file's name with that of its folder.
fn in_folder(name: &str) -> &str {
    let folder = name.len() - file(name).len();
    let start = name[..folder.saturating_sub(1)].rfind('/').map_or(0, |at| at + 1);
    &name[start..]
}

/// A long name without its middle.
fn middle(name: &str) -> String {
    let all = columns(name);
    if all <= LONGEST {
        return name.to_owned();
    }
    let half = (LONGEST - 1) / 2;
    let start: String = name.chars().take(half).collect();
    let end: String = name.chars().skip(all - half).collect();
    format!("{start}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_short_as_they_can_be_told_apart() {
        let docs = ["000_8b2effd7298e.txt#1", "000_8b2effd7298e.txt#2", "001_0e6443cc4334.txt", "a.txt", "x/brief.md", "y/brief.md"];
        assert_eq!(short(&docs), ["000#1", "000#2", "001", "a.txt", "x/brief.md", "y/brief.md"]);
        assert_eq!(
            short(&["news/2025-11-03/alder.md", "news/2025-11-04/alder.md", "a/x/b.md", "c/x/b.md"]),
            ["2025-11-03/alder.md", "2025-11-04/alder.md", "a/x/b.md", "c/x/b.md"]
        );
        assert_eq!(short(&["mill-fire-day-one.md", "mill-fire-day-two.md"]), ["mill-fire-day-one", "mill-fire-day-two"]);
        assert_eq!(short(&["0123456789012345678901234567890123456789"]), ["01234567…"]);
        assert_eq!(
            short(&["0123456789aa456789012345678901234567890", "0123456789ab4567890123456789012345678"]),
            ["0123456789aa…", "0123456789ab…"]
        );
    }
}
