//! Words that say what kind of figure stands beside them.

use serde::Deserialize;

use super::{Phrases, Table, rows};
use crate::text::hash_of;
use crate::value::Direction;

/// What a hedge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HedgeWord {
    /// "about".
    Approx,
    /// "at least".
    AtLeast,
    /// "more than".
    MoreThan,
    /// "up to".
    AtMost,
    /// "fewer than".
    LessThan,
    /// "nearly".
    Nearly,
    /// "well", before another hedge.
    None,
}

/// What a phrase before a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// What kind of figure.
    Hedge(HedgeWord),
    /// It stands between a hedge and the number: "another".
    Between,
    /// Which way the quantity moved.
    Moved(Direction),
}

/// What belongs to a number before its hedges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// "minus 5".
    Minus,
    /// "plus or minus 5".
    Margin,
    /// "aged 41".
    Aged,
    /// "aged between 19 and 45".
    AgedBetween,
}

/// What a phrase behind a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// What kind of figure.
    Hedge(HedgeWord),
    /// Which way the quantity moved: "a 5 % increase".
    Moved(Direction),
}

/// The hedges of a language.
#[derive(Debug)]
pub struct Hedges {
    /// Phrases before a number, filed under their last word.
    pub before: Phrases<Before>,
    /// Phrases that belong to a number before its hedges, filed under their last word.
    pub leading: Phrases<Leading>,
    /// Phrases before an age that are no part of it, filed under their last word.
    pub living: Phrases<()>,
    /// Phrases behind a number that stand for a minus sign.
    pub below: Phrases<()>,
    /// Phrases behind a number.
    pub after: Phrases<After>,
    /// Words behind which "about" says of what, not how many.
    pub topics: Table<()>,
    /// Words behind which "around" says round what.
    pub circling: Table<()>,
    /// Words behind which "over eight years" says how long.
    pub lasting: Table<()>,
    /// "between".
    pub between: u64,
    /// "from".
    pub from: u64,
    /// "over".
    pub over: u64,
    /// "about".
    pub about: u64,
    /// "around".
    pub around: u64,
    /// "sub-": the one hedge that a hyphen joins to its figure.
    pub sub: u64,
}

#[derive(Deserialize)]
struct File {
    hedge: Vec<HedgeRow>,
    between: Words,
    topic: Words,
    circling: Words,
    minus: Words,
    aged: Aged,
    below: Words,
    margin: Words,
    living: Words,
    lasting: Words,
    up: Moves,
    down: Moves,
}

#[derive(Deserialize)]
struct HedgeRow {
    bound: HedgeWord,
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Aged {
    words: Vec<String>,
    between: Vec<String>,
}

#[derive(Deserialize)]
struct Moves {
    before: Vec<String>,
    after: Vec<String>,
}

impl Hedges {
    /// Reads the table.
    pub(super) fn read(toml: &str) -> Self {
        let file: File = rows(toml);
        let moves = [(&file.up, Direction::Up), (&file.down, Direction::Down)];
        let hedges = file.hedge.iter().flat_map(|row| row.before.iter().map(|phrase| (phrase.as_str(), Before::Hedge(row.bound))));
        let between = file.between.words.iter().map(|phrase| (phrase.as_str(), Before::Between));
        let ways = moves.iter().flat_map(|(row, way)| row.before.iter().map(|phrase| (phrase.as_str(), Before::Moved(*way))));
        let behind = file.hedge.iter().flat_map(|row| row.after.iter().map(|phrase| (phrase.as_str(), After::Hedge(row.bound))));
        let ways_behind = moves.iter().flat_map(|(row, way)| row.after.iter().map(|phrase| (phrase.as_str(), After::Moved(*way))));
        let minus = file.minus.words.iter().map(|phrase| (phrase.as_str(), Leading::Minus));
        let between_ages = file.aged.between.iter().map(|phrase| (phrase.as_str(), Leading::AgedBetween));
        let margin = file.margin.words.iter().map(|phrase| (phrase.as_str(), Leading::Margin));
        let leading = minus.chain(margin).chain(file.aged.words.iter().map(|phrase| (phrase.as_str(), Leading::Aged))).chain(between_ages);
        Self {
            before: Phrases::backwards(hedges.chain(between).chain(ways)),
            leading: Phrases::backwards(leading),
            living: Phrases::backwards(file.living.words.iter().map(|phrase| (phrase.as_str(), ()))),
            below: Phrases::forwards(file.below.words.iter().map(|phrase| (phrase.as_str(), ()))),
            after: Phrases::forwards(behind.chain(ways_behind)),
            topics: file.topic.words.iter().map(|word| (word.as_str(), ())).collect(),
            circling: file.circling.words.iter().map(|word| (word.as_str(), ())).collect(),
            lasting: file.lasting.words.iter().map(|word| (word.as_str(), ())).collect(),
            between: hash_of("between"),
            from: hash_of("from"),
            over: hash_of("over"),
            about: hash_of("about"),
            around: hash_of("around"),
            sub: hash_of("sub"),
        }
    }
}
