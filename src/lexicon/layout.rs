//! What lines of a page begin with that do not belong to its article, and the words of credits, stamps and bylines.
//!
//! In: `layout.toml`. Out: look-ups by the words of a line. What never happens here: a look at where a line stands on its page.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Table, rows};
use crate::text::{WordHash, Words, hash_of};

/// What a line is, as far as its own words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// What a counter counts: "Shares".
    Counter,
    /// A request to log in or to subscribe.
    Paywall,
    /// Buttons to share or to follow.
    Share,
    /// A heading over headlines of other articles.
    Heading,
    /// The same, of words that an article may use over a list of its own.
    LooseHeading,
    /// A link to another article.
    Link,
    /// Sections, menus, the path to the page.
    Navigation,
    /// A heading over the names of topics.
    Topics,
    /// When the page was published.
    Stamp,
    /// Who wrote it.
    Byline,
    /// What stands under a picture.
    Caption,
    /// Anything else that the page says for itself.
    Notice,
}

/// The vocabulary of pages.
#[derive(Debug)]
pub struct Pages {
    /// Phrases by their first word.
    phrases: Table<Vec<Phrase>>,
    /// Words of a picture credit.
    pub credits: Table<()>,
    /// Words that follow "photo" in a credit without brackets.
    pub after_photo: Table<()>,
    /// What may stand after a credit.
    pub tails: Vec<String>,
    /// Buttons that are printed in one line with the text, with those that are surely ones.
    pub buttons: Table<bool>,
    /// Words of a line that is only a date.
    pub dates: Table<()>,
    /// What people are who write.
    pub trades: Table<()>,
    /// What they do.
    pub writes: Table<()>,
    /// How to get hold of them.
    pub reach: Table<()>,
    /// What people did who helped.
    pub contributed: Table<()>,
    /// The last words of a line that thanks them.
    pub thanks: Table<()>,
    /// Words with which an article says that it was changed after it had appeared.
    pub notices: Table<()>,
}

#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<WordHash>,
    role: Role,
    /// The phrase is the whole line.
    whole: bool,
    /// A colon follows.
    colon: bool,
    /// The line has at most so many words.
    most: usize,
    /// One of these words stands in the line, where any are named.
    needs: Vec<WordHash>,
    /// The line may end like a sentence.
    sentence: bool,
}

#[derive(Deserialize)]
struct Rows {
    notices: Vec<String>,
    line: Vec<LineRow>,
    credit: CreditRow,
    buttons: ButtonsRow,
    stamp: StampRow,
    author: AuthorRow,
}

#[derive(Deserialize)]
struct LineRow {
    role: Role,
    #[serde(default)]
    whole: Vec<String>,
    #[serde(default)]
    start: Vec<String>,
    #[serde(default = "any_length")]
    most: usize,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default = "yes")]
    closed: bool,
}

#[derive(Deserialize)]
struct CreditRow {
    words: Vec<String>,
    after_photo: Vec<String>,
    tails: Vec<String>,
}

#[derive(Deserialize)]
struct ButtonsRow {
    words: Vec<String>,
    sure: Vec<String>,
}

#[derive(Deserialize)]
struct StampRow {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct AuthorRow {
    trades: Vec<String>,
    reach: Vec<String>,
    writes: Vec<String>,
    contributed: Vec<String>,
    thanks: Vec<String>,
}

fn any_length() -> usize {
    usize::MAX
}

fn yes() -> bool {
    true
}

/// The longest line, in words, that is looked at as a list of phrases.
const LIST: usize = 16;

impl Pages {
    /// The vocabulary in `toml`.
    pub(super) fn read(toml: &str) -> Self {
        let rows: Rows = rows(toml);
        let mut phrases: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        for row in &rows.line {
            let needs: Vec<WordHash> = row.needs.iter().map(|word| hash_of(word)).collect();
            for (text, whole) in row.whole.iter().map(|text| (text, true)).chain(row.start.iter().map(|text| (text, false))) {
                let words: Vec<WordHash> = hashes(text);
                let Some(first) = Words::new(text).next() else { continue };
                let first = text[first.start as usize..first.end as usize].to_ascii_lowercase();
                let phrase = Phrase {
                    words,
                    role: row.role,
                    whole,
                    colon: text.ends_with(':'),
                    most: row.most,
                    needs: needs.clone(),
                    sentence: !row.closed,
                };
                phrases.entry(first).or_default().push(phrase);
            }
        }
        // Of two phrases that fit, the longer says more.
        for list in phrases.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse((phrase.words.len(), phrase.colon)));
        }
        Self {
            phrases: phrases.iter().map(|(word, list)| (word.as_str(), list.clone())).collect(),
            credits: set(&rows.credit.words),
            after_photo: set(&rows.credit.after_photo),
            tails: rows.credit.tails,
            buttons: rows.buttons.words.iter().map(|word| (word.as_str(), rows.buttons.sure.contains(word))).collect(),
            dates: set(&rows.stamp.words),
            trades: set(&rows.author.trades),
            reach: set(&rows.author.reach),
            writes: set(&rows.author.writes),
            contributed: set(&rows.author.contributed),
            thanks: set(&rows.author.thanks),
            notices: set(&rows.notices),
        }
    }

    /// What a line without its bullet is, where its first words tell. `sentence` is whether it ends like one.
    pub fn role(&self, line: &str, sentence: bool) -> Option<Role> {
        self.role_of(line, Words::new(line).map(|word| word.hash), sentence)
    }

    /// The same, given the words of the line.
    pub fn role_of(&self, line: &str, mut words: impl Iterator<Item = WordHash>, sentence: bool) -> Option<Role> {
        let phrases = self.phrases.get(words.next()?)?;
        let second = words.next();
        let line = line.trim_end_matches(['…', '.', ' ']);
        // Nearly every phrase that begins with the first word goes on with another one.
        let begins = |phrase: &&Phrase| phrase.words.get(1).is_none_or(|word| Some(*word) == second);
        phrases.iter().filter(begins).find(|phrase| phrase.fits(line, sentence, self)).map(|phrase| phrase.role)
    }

    /// Whether every part of `rest`, the parts divided by words that no phrase begins with, is a phrase of `role`.
    fn lists(&self, rest: &str, role: Role) -> bool {
        let words: Vec<WordHash> = hashes(rest);
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let fits = |phrase: &&Phrase| phrase.whole && phrase.role == role && words[at..].starts_with(&phrase.words);
            let Some(phrase) = self.phrases.get(*first).and_then(|list| list.iter().find(fits)) else { return false };
            at += phrase.words.len();
        }
        true
    }
}

impl Phrase {
    fn fits(&self, line: &str, sentence: bool, pages: &Pages) -> bool {
        if sentence && !self.sentence && self.role == Role::Link {
            return false;
        }
        let mut words = Words::new(line);
        let mut end = 0;
        for expected in &self.words {
            match words.next() {
                Some(word) if word.hash == *expected => end = word.end as usize,
                _ => return false,
            }
        }
        let Some(rest) = line.get(end..) else { return false };
        if self.whole {
            return !words.any(|_| true) || (Words::new(rest).take(LIST).count() < LIST && pages.lists(rest, self.role));
        }
        (!self.colon || rest.trim_start().starts_with(':'))
            && (self.most == usize::MAX || words.by_ref().take(self.most).count() + self.words.len() <= self.most)
            && (self.needs.is_empty() || Words::new(rest).any(|word| self.needs.contains(&word.hash)))
    }
}

fn hashes(text: &str) -> Vec<WordHash> {
    Words::new(text).map(|word| word.hash).collect()
}

fn set(words: &[String]) -> Table<()> {
    words.iter().map(|word| (word.as_str(), ())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn a_line_is_told_by_its_first_words() {
        let pages = &Language::english().pages;
        for (line, sentence, expected) in [
            ("Facebook | Twitter", false, Some(Role::Share)),
            ("Follow WXYZ: Facebook | Twitter", false, Some(Role::Share)),
            ("Follow the river to Alder", false, None),
            ("Facebook cut 40 jobs", false, None),
            ("Already a subscriber? Log in.", true, Some(Role::Paywall)),
            ("Related: Mill burns in Alder", false, Some(Role::Link)),
            ("Related claims rose.", true, None),
            ("Read more about the fire here.", true, Some(Role::Link)),
            ("More: they died.", true, None),
            ("RANKING", false, Some(Role::LooseHeading)),
            ("Copyright 2019 Alder Post. All rights reserved.", true, Some(Role::Notice)),
            ("Loading…", false, Some(Role::Notice)),
            ("", false, None),
        ] {
            assert_eq!(pages.role(line, sentence), expected, "{line}");
        }
    }
}
