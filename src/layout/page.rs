//! The lines of one article's page, each with its zone: what its neighbours make of what it looks like by itself.
//!
//! In: lines and guesses. Out: a zone for each line. What never happens here: a line of running text taken for furniture because of what
//! stands around it; only headlines, items and labels are.

use super::furniture::Guess;
use super::line::Line;
use super::{Furniture, Zone};

/// Lines of the page before its headline that are looked at for one.
const HEAD: usize = 12;

/// The fewest titles in a list below a heading of words that an article may use itself.
const LOOSE_LIST: usize = 3;

/// The zone of each of `lines`, given what each looks like and the title that the container gives.
pub(super) fn zones(lines: &[Line<'_>], guesses: &[Guess], title: Option<&str>) -> Vec<Zone> {
    if lines.len() == 1 {
        return vec![Zone::Body];
    }
    let mut page = Page { lines, guesses, zones: guesses.iter().copied().map(by_itself).collect() };
    // Most lines look like nothing special, and most pages have no other ones.
    let special = guesses.iter().any(|guess| !matches!(guess, Guess::Plain | Guess::Zone(_)));
    if special {
        page.counters();
        page.signatures();
    }
    page.headline(title);
    page.copies();
    if special {
        page.headings();
        page.topics();
        page.timed();
    }
    page.links();
    page.leftovers();
    page.finish()
}

/// What a guess says without its neighbours.
fn by_itself(guess: Guess) -> Option<Zone> {
    match guess {
        Guess::Zone(zone) => Some(zone),
        Guess::Heading => Some(Zone::Furniture(Furniture::Navigation)),
        _ => None,
    }
}

/// A page in the making: `None` is a line that nothing has claimed.
struct Page<'a> {
    lines: &'a [Line<'a>],
    guesses: &'a [Guess],
    zones: Vec<Option<Zone>>,
}

impl Page<'_> {
    /// Digits beside a counter's label belong to it; a label without digits is a button.
    fn counters(&mut self) {
        let counter = Some(Zone::Furniture(Furniture::Counter));
        for at in 0..self.lines.len() {
            let label = |beside: Option<usize>| beside.is_some_and(|beside| self.guesses.get(beside) == Some(&Guess::Label));
            let digits = |beside: Option<usize>| beside.is_some_and(|beside| self.guesses.get(beside) == Some(&Guess::Digits));
            let (before, after) = (at.checked_sub(1), Some(at + 1));
            match self.guesses[at] {
                Guess::Digits if label(before) || label(after) => self.zones[at] = counter,
                Guess::Label if digits(before) || digits(after) => self.zones[at] = counter,
                Guess::Label => self.zones[at] = Some(Zone::Furniture(Furniture::Other)),
                _ => {}
            }
        }
    }

    /// The line before a post's signature is the post.
    fn signatures(&mut self) {
        for at in 0..self.lines.len() {
            if self.guesses[at] == Guess::Signature {
                self.zones[at] = Some(Zone::Embedded);
                if let Some(before) = at.checked_sub(1).filter(|&before| self.zones[before].is_none() && self.lines[at].gap <= 1) {
                    self.zones[before] = Some(Zone::Embedded);
                }
            }
        }
    }

    /// The first line that may be one, with text after it, is the headline; the container's own title where a line repeats it.
    fn headline(&mut self, title: Option<&str>) {
        let head = self.lines.len().min(HEAD);
        // A container that has no title may give the first line for one, a date.
        let stamp = |&at: &usize| self.zones[at] == Some(Zone::Furniture(Furniture::Stamp));
        let title = title.filter(|title| !(0..head).filter(stamp).any(|at| same(self.lines[at].bare(), title)));
        let titled = title.and_then(|title| (0..head).find(|&at| same(self.lines[at].bare(), title)));
        let first = (0..head).find(|&at| self.zones[at].is_none() && self.guesses[at] == Guess::Plain);
        let plain = first.filter(|&at| {
            let line = &self.lines[at];
            let text = |line: &Line<'_>| line.is_prose() || (line.text.ends_with(':') && line.words(8) >= 8);
            let follows = self.lines[at + 1..].iter().take(HEAD).any(text);
            title.is_none() && line.may_be_headline() && !line.has_bullet() && follows
        });
        // "Alder Post | News" stands above the headline.
        let masthead = |at: &usize| self.lines[*at].text.contains(" | ") && self.lines[*at].words(6) <= 5;
        let below = |at: usize| self.zones.get(at + 1) == Some(&None) && self.lines[at + 1].may_be_headline();
        if let Some(at) = plain.filter(masthead).filter(|&at| below(at)) {
            self.zones[at] = Some(Zone::Furniture(Furniture::Navigation));
            self.zones[at + 1] = Some(Zone::Headline);
        } else if let Some(at) = titled.or(plain) {
            self.zones[at] = Some(Zone::Headline);
        }
    }

    /// A headline that stands again is furniture; of two like lines next to each other that are no text, both are captions.
    fn copies(&mut self) {
        let headline = self.zones.iter().position(|zone| *zone == Some(Zone::Headline));
        for at in 1..self.lines.len() {
            let line = &self.lines[at];
            if headline.is_some_and(|headline| headline < at && same(self.lines[headline].bare(), line.bare())) {
                self.zones[at] = Some(Zone::Furniture(Furniture::Repeated));
            }
            let twice = line.text.len() >= 30 && line.text == self.lines[at - 1].text && !line.is_prose();
            if twice && self.zones[at].is_none() && matches!(self.zones[at - 1], None | Some(Zone::Caption)) {
                self.zones[at - 1] = Some(Zone::Caption);
                self.zones[at] = Some(Zone::Caption);
            }
        }
    }

    /// What stands below a heading is headlines of other articles, up to the next line of text.
    fn headings(&mut self) {
        let sidebar = Zone::Furniture(Furniture::Sidebar);
        let last_text = self.last_text();
        for at in 0..self.lines.len() {
            let loose = self.guesses[at] == Guess::LooseHeading;
            if !loose && self.guesses[at] != Guess::Heading {
                continue;
            }
            let end = (at + 1..self.lines.len()).find(|&below| !self.is_title(below)).unwrap_or(self.lines.len());
            let below = at + 1..end;
            if loose {
                let told: usize = self.lines[below.clone()].iter().map(|line| line.words(16)).sum();
                let after_text = last_text.is_some_and(|last| last < at);
                if !after_text || below.len() < LOOSE_LIST || told < below.len() * 6 {
                    continue;
                }
                self.zones[at] = Some(Zone::Furniture(Furniture::Navigation));
            }
            for line in below {
                self.zones[line] = Some(sidebar);
            }
        }
    }

    /// Whether a line below a heading may be another article's headline.
    fn is_title(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let plain = self.zones[at].is_none() && matches!(self.guesses[at], Guess::Plain | Guess::Timed);
        plain && line.text.len() <= 200 && (line.has_bullet() || !line.stops_plainly) && !line.text.ends_with(':')
    }

    /// The last line of running text that nothing has claimed; titles in lists may ask or exclaim.
    fn last_text(&self) -> Option<usize> {
        let text = |line: &Line<'_>| line.is_prose() && line.stops_plainly && !line.has_bullet();
        (0..self.lines.len()).rev().find(|&at| self.zones[at].is_none() && text(&self.lines[at]))
    }

    /// Items below "In:" or "Tags" are topics where each is a word or a few.
    fn topics(&mut self) {
        let navigation = Some(Zone::Furniture(Furniture::Navigation));
        for at in 0..self.lines.len() {
            if self.guesses[at] != Guess::Topics {
                continue;
            }
            let topic = |below: &usize| {
                self.zones[*below].is_none()
                    && self.lines[*below].has_bullet()
                    && self.lines[*below].words(7) <= 6
                    && !self.lines[*below].stops
            };
            let end = (at + 1..self.lines.len()).find(|below| !topic(below)).unwrap_or(self.lines.len());
            if end > at + 1 {
                self.zones[at..end].fill(navigation);
            }
        }
    }

    /// Titles with the lengths of their videos stand in lists; times of day that begin lines are round.
    fn timed(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let end = (at..self.lines.len()).find(|&next| self.guesses[next] != Guess::Timed).unwrap_or(self.lines.len());
            let round = |line: &Line<'_>| line.text.split(' ').next().is_some_and(|time| time.ends_with(['0', '5']));
            if end - at >= 2 && !self.lines[at..end].iter().all(round) {
                self.zones[at..end].fill(Some(Zone::Furniture(Furniture::Sidebar)));
            }
            at = end.max(at + 1);
        }
    }

    /// A line set like a headline that stands alone between lines of running text leads to another article; where several do, one set
    /// like a sentence without its end does too.
    fn links(&mut self) {
        let alone: Vec<usize> = (1..self.lines.len().saturating_sub(1)).filter(|&at| self.is_alone(at)).collect();
        for &at in &alone {
            if alone.len() >= SEVERAL || self.lines[at].is_title_case() {
                self.zones[at] = Some(Zone::Furniture(Furniture::Sidebar));
            }
        }
    }

    /// Whether a line that may be a headline stands alone between lines of running text.
    fn is_alone(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let free = |at: usize| self.zones[at].is_none() && self.guesses[at] == Guess::Plain;
        free(at)
            && self.zones[at - 1].is_none()
            && self.lines[at - 1].is_prose()
            && self.lines[at + 1].is_prose()
            && line.may_be_headline()
            && !line.stops
            && line.words(7) >= 6
            && !line.text.contains('"')
    }

    /// After the text, what is no sentence and stands between furniture is furniture.
    fn leftovers(&mut self) {
        let Some(last) = self.last_text() else { return };
        for at in last + 2..self.lines.len() {
            let furniture = |zone: Option<&Option<Zone>>| matches!(zone, Some(Some(Zone::Furniture(_))));
            let between = furniture(self.zones.get(at - 1)) && (at + 1 == self.lines.len() || furniture(self.zones.get(at + 1)));
            if self.zones[at].is_none() && between && !self.lines[at].stops && self.lines[at].words(7) <= 6 {
                self.zones[at] = Some(Zone::Furniture(Furniture::Other));
            }
        }
    }

    /// What nothing has claimed is the article; where everything was claimed by the page, it is the article after all.
    fn finish(self) -> Vec<Zone> {
        let any = self.zones.iter().any(|zone| !matches!(zone, Some(Zone::Furniture(_))));
        self.zones.into_iter().map(|zone| zone.filter(|_| any).unwrap_or(Zone::Body)).collect()
    }
}

/// Lines that lead to other articles, set like sentences, that a page has where it has any.
const SEVERAL: usize = 2;

/// Whether two lines say the same, marks, spaces and case aside.
fn same(line: &str, other: &str) -> bool {
    if line.len().abs_diff(other.len()) > 24 {
        return false;
    }
    let letters = |letter: &char| letter.is_alphanumeric();
    let (one, two) = (line.chars().filter(letters), other.chars().filter(letters));
    one.flat_map(char::to_lowercase).eq(two.flat_map(char::to_lowercase))
}
