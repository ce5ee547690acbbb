//! A finding on one article: the lines of its text that show it, with a gutter.

use std::io::{self, Write};

use super::Page;
use crate::article;

use crate::render::excerpt::{clean, columns, cut_end, excerpt};
use crate::render::paint::Ink;
use crate::render::rows::id_of;
use crate::rules::{Finding, Mark};
use crate::text::Span;

impl Page<'_> {
    /// The marked places of a finding, its notes and its help.
    pub(super) fn article(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        if let Some(article) = finding.article {
            let mut marks: Vec<&Mark> = finding.marks.iter().collect();
            marks.sort_by_key(|mark| mark.span);
            if let Some(first) = marks.first() {
                let (line, column) = self.places.line(article, first.span);
                let place = format!("  --> {}:{line}:{column}", clean(&self.report.article(article).doc));
                writeln!(out, "{}", self.paint.ink(Ink::Frame, &self.cut(&place)))?;
            }
            let widest = marks.iter().map(|mark| self.places.line(article, mark.span).0.to_string().len()).max().unwrap_or(1);
            for mark in marks {
                self.mark(article, mark, widest, finding, out)?;
            }
        }
        for note in &finding.notes {
            self.note("=", note, out)?;
        }
        let id = id_of(self.report, finding);
        match &finding.help {
            Some(help) => self.note("help:", &format!("{help} ({id})"), out),
            None => self.note("=", &format!("({id})"), out),
        }
    }

    /// One line of an article with what to see in it.
    fn mark(&self, article: article::Id, mark: &Mark, gutter: usize, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let text = self.places.text(article);
        let (number, _) = self.places.line(article, mark.span);
        let line = self.places.lines_of(article).line(text, number).unwrap_or(mark.span);
        // A mark that runs over a line break is shown on its first line.
        let span = Span { start: mark.span.start, end: mark.span.end.min(line.end).max(mark.span.start) };
        let room = self.style.width.saturating_sub(gutter + 4);
        let shown = excerpt(text, line, span, room);
        let frame = |words: &str| self.paint.ink(Ink::Frame, words);
        writeln!(
            out,
            "{} {}{}{}",
            frame(&format!(" {number:>gutter$} |")),
            shown.before,
            self.paint.ink(Ink::Figure, &shown.marked),
            shown.after
        )?;
        let (before, under) = (columns(&shown.before), columns(&shown.marked).max(1));
        let blank = format!(" {:>gutter$} |", "");
        let carets = self.paint.ink(Ink::Severity(finding.severity), &"^".repeat(under));
        let label = clean(&mark.label);
        let fits = before + under + 1 + columns(&label) <= room;
        let (label, below) = if fits { (label, String::new()) } else { (String::new(), cut_end(&label, room)) };
        writeln!(out, "{}", format!("{} {}{carets} {label}", frame(&blank), " ".repeat(before)).trim_end())?;
        if !below.is_empty() {
            let indent = before.min(room.saturating_sub(columns(&below)));
            writeln!(out, "{} {}{below}", frame(&blank), " ".repeat(indent))?;
        }
        Ok(())
    }
}
