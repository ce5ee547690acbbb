//! A fact on the terminal: its rows, a sentence for each, how the figures relate.

use std::io::{self, Write};

use super::Page;
use crate::claim;
use crate::fact::{self, Counting};
use crate::mention::Kind;
use crate::render::excerpt::{clean, columns, cut_end, excerpt};
use crate::render::layout::{pad, wrap};
use crate::render::paint::Ink;
use crate::render::rows::{Row, heading, id_of, latest, outlets, rows, standing};
use crate::rules::Finding;

/// Most rows of one fact.
const ROWS: usize = 10;
/// Most sentences of one fact.
const SENTENCES: usize = 6;
/// Widest columns: time, figure, place; the last is wider where there is room.
const WIDEST: [usize; 3] = [20, 28, 26];
/// Columns that a place has at least.
const PLACE: usize = 22;
/// Columns that who says so has, where it needs them: on a narrow page, on a wide one.
const WHO: [usize; 2] = [20, 28];
/// What a page leaves to the other columns.
const NARROW: usize = 60;

impl Page<'_> {
    /// A fact that a finding is about: rows, sentences, notes, and what else was found on it.
    pub(super) fn fact(&self, id: fact::Id, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let rows = rows(self.report, id);
        self.table(id, &rows, out)?;
        self.sentences(&rows, out)?;
        for note in &finding.notes {
            self.note("=", note, out)?;
        }
        if let Some(span) = latest(self.report, id) {
            self.note("=", &span, out)?;
        }
        self.closing(id, &rows, Some(finding), out)?;
        for other in self.report.findings_on(id).filter(|other| !other.suppressed && !std::ptr::eq(*other, finding)) {
            self.head(other, "   also ", out)?;
            for note in &other.notes {
                self.note("     =", note, out)?;
            }
        }
        if let Some(help) = &finding.help {
            self.note("help:", help, out)?;
        }
        Ok(())
    }

    /// A fact that its articles agree on.
    pub(super) fn agreement(&self, id: fact::Id, out: &mut dyn Write) -> io::Result<()> {
        let fact = self.report.fact(id);
        let rows = rows(self.report, id);
        let plain: Vec<&Row> = rows.iter().filter(|row| row.role.is_empty()).collect();
        let mut figures: Vec<&str> = plain.iter().map(|row| row.figure.as_str()).collect();
        figures.dedup();
        let (label, figures) = (clean(&fact.label), figures.join(" = "));
        // A count stands before its noun: "6,000 homes destroyed"; a size after its heading: "area burned: 2,300 acres".
        let before_noun = |id: &claim::Id| {
            let claim = self.report.claim(*id);
            claim.counted.is_some() && !matches!(claim.kind, Kind::Measure | Kind::Duration | Kind::Score)
        };
        let head = match fact.counting {
            Counting::AsOf if !fact.claims.iter().any(before_noun) => format!("{label}: {figures}"),
            Counting::Date => format!("{label}: {figures}"),
            Counting::AsOf | Counting::Toll(_) => format!("{figures} {label}"),
        };
        for (index, line) in wrap(&head, self.style.width, "agree  ", "       ").iter().enumerate() {
            let tag = if index == 0 { self.paint.ink(Ink::Agree, "agree") } else { "     ".to_owned() };
            writeln!(out, "{tag}{}", self.paint.ink(Ink::Strong, line.get(5..).unwrap_or_default()))?;
        }
        self.sentences_of(&plain.iter().flat_map(|row| row.claims.iter().copied()).collect::<Vec<_>>(), 2, out)?;
        self.closing(id, &rows, None, out)
    }

    /// The rows as a table.
    fn table(&self, id: fact::Id, rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
        let shown = rows.len().min(ROWS);
        let head = [heading(self.report.fact(id).counting).to_owned(), "figure".to_owned(), "where".to_owned()];
        let rest = rows[..shown].iter().map(|row| columns(&row.when) + columns(&row.figure) + columns(row.role)).max().unwrap_or_default();
        let who = rows[..shown].iter().map(|row| columns(&row.told_by())).max().unwrap_or_default();
        let who = who.min(self.style.width.saturating_sub(NARROW).clamp(WHO[0], WHO[1]));
        let for_place = self.style.width.saturating_sub(rest.min(WIDEST[0] + WIDEST[1]) + 9 + who).max(PLACE);
        let cells: Vec<[String; 3]> = rows[..shown]
            .iter()
            .map(|row| {
                let figure = format!("{}{}", row.role, clean(&row.figure));
                let place = row.places_within(&self.places, for_place);
                [row.when.clone(), cut_end(&figure, WIDEST[1]), cut_end(&place, for_place)]
            })
            .collect();
        let width = |column: usize| cells.iter().chain([&head]).map(|cells| columns(&cells[column])).max().unwrap_or_default();
        let widths = [width(0), width(1), width(2)];
        let left = 3 + widths.iter().sum::<usize>() + 6;
        let line = |cells: &[String; 3]| {
            format!("   {}  {}  {}  ", pad(&cells[0], widths[0]), pad(&cells[1], widths[1]), pad(&cells[2], widths[2]))
        };
        let head = self.cut(&format!("{}who says so", line(&head)));
        writeln!(out, "{}", self.paint.ink(Ink::Frame, head.trim_end()))?;
        for (row, cells) in rows.iter().zip(&cells) {
            let who = cut_end(&row.told_by(), self.style.width.saturating_sub(left));
            let plain = line(cells);
            let at = plain.len() - line_end(&plain, &cells[1]);
            let (before, after) = (plain.get(..at).unwrap_or_default(), plain.get(at + cells[1].len()..).unwrap_or_default());
            writeln!(out, "{before}{}{after}{who}", self.paint.ink(Ink::Figure, &cells[1]))?;
        }
        if shown < rows.len() {
            writeln!(out, "   {shown} of {} rows; all are in --format json", rows.len())?;
        }
        Ok(())
    }

    /// A sentence for each row.
    fn sentences(&self, rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
        let claims: Vec<claim::Id> = rows.iter().filter_map(|row| row.quoted(self.report)).collect();
        self.sentences_of(&claims, SENTENCES, out)
    }

    /// Sentences with their figures marked, at most `most`, each once.
    fn sentences_of(&self, claims: &[claim::Id], most: usize, out: &mut dyn Write) -> io::Result<()> {
        let shown = &claims[..claims.len().min(most)];
        let places: Vec<String> = shown.iter().map(|&id| self.places.of(id)).collect();
        let widest = places.iter().map(|place| columns(place)).max().unwrap_or_default().min(WIDEST[2]);
        for (&id, place) in shown.iter().zip(&places) {
            let place = pad(place, widest);
            let claim = self.report.claim(id);
            let room = self.style.width.saturating_sub(columns(&place) + 5);
            let line = excerpt(self.report.field_of(claim), claim.sentence, claim.span, room);
            writeln!(
                out,
                "   {}  {}{}{}",
                self.paint.ink(Ink::Frame, &place),
                line.before,
                self.paint.ink(Ink::Figure, &line.marked),
                line.after
            )?;
        }
        if shown.len() < claims.len() {
            writeln!(out, "   {} of {} sentences", shown.len(), claims.len())?;
        }
        Ok(())
    }

    /// Who stands behind the figures, with the name by which to ask for more of a finding; and what is known only through the story.
    fn closing(&self, id: fact::Id, rows: &[Row], finding: Option<&Finding>, out: &mut dyn Write) -> io::Result<()> {
        let words = match finding {
            // The rows name the outlets.
            Some(finding) => format!("{} ({})", standing(self.report, id, rows, None), id_of(self.report, finding)),
            None => standing(self.report, id, rows, outlets(self.report, id)),
        };
        self.note("=", &words, out)?;
        if let Some(&claim) = rows.iter().find(|row| row.through_story).and_then(|row| row.claims.first()) {
            let name = self.places.name(self.report.claim(claim).article);
            self.note("*", &format!("{name} has no date of its own; other articles of its story date the event"), out)?;
        }
        Ok(())
    }
}

/// Bytes from the start of `cell` to the end of the line in which it stands as the second column.
fn line_end(line: &str, cell: &str) -> usize {
    line.char_indices().skip(3).find_map(|(at, _)| line[at..].starts_with(cell).then(|| line.len() - at)).unwrap_or(line.len())
}
