//! Number words: values, powers, parts, vague quantities.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Table, rows};
use crate::text::{WordHash, hash_of};
use crate::value::Decimal;

/// What a word says in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// "zero" to "nineteen".
    One(i64),
    /// "twenty" to "ninety".
    Ten(i64),
    /// A power of ten: "hundred", "million"; `plural` for "millions".
    Power {
        /// Ten to this.
        power: i8,
        /// Whether it is a plural.
        plural: bool,
    },
    /// "dozen": what it counts.
    Group(i64),
    /// "a", "an": one, before a power or a part.
    Article,
}

/// A word that joins numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Join {
    /// "two hundred and five", "between 5 and 6".
    And,
    /// "5 or 6".
    Or,
    /// "5 to 6".
    To,
    /// "half of a million".
    Of,
    /// "one in five".
    In,
    /// "one out of five".
    Out,
    /// "one over five".
    Over,
    /// "one in every five".
    Every,
    /// "per".
    Per,
    /// "two point five".
    Point,
}

/// A word for a quantity without a number: what it is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VagueWord {
    /// The number that it does state: 2 for "a couple".
    pub stated: Option<Decimal>,
    /// Lowest value.
    pub low: Decimal,
    /// Best value.
    pub best: Option<Decimal>,
    /// Highest value.
    pub high: Option<Decimal>,
    /// What must stand beside it.
    pub needs: Option<Needs>,
    /// How a power may follow.
    pub times: Option<Times>,
}

/// What must stand beside a vague word for it to say a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Needs {
    /// An article before it: "a few"; "few" alone says that they are not many.
    Article,
    /// "of" behind it: "scores of homes".
    Of,
    /// An article before it and "of" behind it: "a number of".
    Both,
    /// A power behind it: "tens of thousands".
    Power,
}

/// How a power may follow a vague word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Times {
    /// "several hundred", "a couple of hundred".
    Direct,
    /// "tens of thousands".
    Of,
}

/// The number words of a language.
#[derive(Debug)]
pub struct Numbers {
    /// Values, powers, groups.
    pub words: Table<NumberWord>,
    /// What makes digits an ordinal, and the last digit before it: "st" behind 1, "th" behind 0.
    pub endings: Table<i64>,
    /// Words that say by how much something multiplies.
    pub multiples: Table<Decimal>,
    /// Words that do so before a comparison only.
    pub twice: Table<Decimal>,
    /// Words that begin a comparison.
    pub comparing: Table<()>,
    /// "no".
    pub no: WordHash,
    /// "up" of "5 up to 6".
    pub up: WordHash,
    /// "times".
    pub times: WordHash,
    /// "fold".
    pub fold: WordHash,
    /// Words before "one" that make it a pronoun.
    pub pronoun_before: Table<()>,
    /// Words behind "one" that make it one.
    pub pronoun_behind: Table<()>,
    /// Words before "many" that compare or ask.
    pub asking: Table<()>,
    /// Words behind a hyphen that leave a number open: "20-something".
    pub loose: Table<()>,
    /// Words behind a year: "above 2019 levels".
    pub of_years: Table<()>,
    /// Words for papers that are named by a number and a letter: "the 13F filing".
    pub filings: Table<()>,
    /// What a fixed ordinal stands before: "degree" of "first-degree".
    pub ranked: Table<()>,
    /// Words behind a stretch of house numbers.
    pub blocks: Table<()>,
    /// Pairs in digits that are idioms: "24/7".
    pub idioms: Vec<(i64, i64)>,
    /// Numbers that are names: "911".
    pub names: Vec<i64>,
    /// Plurals that such a name may stand before all the same: "911 calls".
    pub called: Table<()>,
    /// Numbers that are names of airliners: "737".
    pub airliners: Vec<i64>,
    /// Words of winning, losing and voting.
    pub scores: Table<()>,
    /// Words that join numbers.
    pub joins: Table<Join>,
    /// Letters behind digits that are nothing else: power of ten.
    pub suffixes: Table<i8>,
    /// Letters behind digits that are units as well: power of ten.
    pub letters: Table<i8>,
    /// "first": 1.
    pub ordinals: Table<i64>,
    /// Denominators: "thirds": 3.
    pub parts: Table<i64>,
    /// Words for a quantity without a number.
    pub vague: Table<VagueWord>,
    /// Every word at which a figure may begin.
    starts: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    values: BTreeMap<String, i64>,
    powers: BTreeMap<String, i8>,
    groups: BTreeMap<String, i64>,
    joins: BTreeMap<String, Join>,
    scores: Listed,
    endings: BTreeMap<String, i64>,
    multiples: BTreeMap<String, String>,
    twice: BTreeMap<String, String>,
    comparing: Listed,
    pronoun: Pronoun,
    asking: Listed,
    blocks: Listed,
    of_years: Listed,
    filings: Listed,
    loose: Listed,
    ranked: Listed,
    idioms: Idioms,
    suffixes: BTreeMap<String, i8>,
    letters: BTreeMap<String, i8>,
    ordinals: BTreeMap<String, i64>,
    parts: BTreeMap<String, i64>,
    vague: Vec<VagueRow>,
}

#[derive(Deserialize)]
struct Listed {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct VagueRow {
    words: Vec<String>,
    low: i64,
    stated: Option<i64>,
    best: Option<i64>,
    high: Option<i64>,
    needs: Option<Needs>,
    times: Option<Times>,
}

impl Numbers {
    /// Reads the table.
    pub(super) fn read(toml: &str) -> Self {
        let file: File = rows(toml);
        let mut words: Vec<(String, NumberWord)> = vec![("a".into(), NumberWord::Article), ("an".into(), NumberWord::Article)];
        for (word, value) in file.values {
            words.push((word, if value < 20 { NumberWord::One(value) } else { NumberWord::Ten(value) }));
        }
        for (word, power) in file.powers {
            words.push((format!("{word}s"), NumberWord::Power { power, plural: true }));
            words.push((word, NumberWord::Power { power, plural: false }));
        }
        for (word, size) in file.groups {
            words.push((format!("{word}s"), NumberWord::Group(size)));
            words.push((word, NumberWord::Group(size)));
        }
        let mut parts: Vec<(String, i64)> = file.parts.into_iter().collect();
        // "second" is a time, and nothing is cut in one.
        for (word, &value) in file.ordinals.iter().filter(|(_, value)| **value != 2) {
            parts.push((format!("{word}s"), value));
            if value > 2 {
                parts.push((word.clone(), value));
            }
        }
        let vague: Vec<(&String, VagueWord)> = file.vague.iter().flat_map(|row| row.words.iter().map(|word| (word, row.word()))).collect();
        let no = String::from("no");
        let starts = words
            .iter()
            .filter(|(_, word)| *word != NumberWord::Article)
            .map(|(word, _)| word)
            .chain(parts.iter().map(|(word, _)| word))
            .chain(file.ordinals.keys())
            .chain(file.multiples.keys())
            .chain(file.twice.keys())
            .chain(std::iter::once(&no))
            .chain(vague.iter().map(|(word, _)| *word))
            .cloned()
            .collect();
        Self {
            words: table(&words),
            endings: file.endings.iter().map(|(word, digit)| (word.as_str(), *digit)).collect(),
            multiples: decimals(&file.multiples),
            twice: decimals(&file.twice),
            comparing: file.comparing.table(),
            pronoun_before: known(&file.pronoun.before),
            pronoun_behind: known(&file.pronoun.behind),
            asking: file.asking.table(),
            blocks: file.blocks.table(),
            of_years: file.of_years.table(),
            filings: file.filings.table(),
            loose: file.loose.table(),
            ranked: file.ranked.table(),
            idioms: file.idioms.pairs,
            called: known(&file.idioms.called),
            names: file.idioms.alone,
            airliners: file.idioms.airliners,
            no: hash_of("no"),
            up: hash_of("up"),
            times: hash_of("times"),
            fold: hash_of("fold"),
            scores: file.scores.table(),
            joins: file.joins.iter().map(|(word, join)| (word.as_str(), *join)).collect(),
            suffixes: file.suffixes.iter().map(|(word, power)| (word.as_str(), *power)).collect(),
            letters: file.letters.iter().map(|(word, power)| (word.as_str(), *power)).collect(),
            ordinals: file.ordinals.iter().map(|(word, value)| (word.as_str(), *value)).collect(),
            parts: table(&parts),
            vague: vague.iter().map(|(word, row)| (word.as_str(), *row)).collect(),
            starts,
        }
    }

    /// The words at which a figure may begin.
    pub(super) fn starts(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().map(String::as_str)
    }
}

#[derive(Deserialize)]
struct Pronoun {
    before: Vec<String>,
    behind: Vec<String>,
}

#[derive(Deserialize)]
struct Idioms {
    alone: Vec<i64>,
    called: Vec<String>,
    airliners: Vec<i64>,
    pairs: Vec<(i64, i64)>,
}

impl Listed {
    fn table(&self) -> Table<()> {
        known(&self.words)
    }
}

fn known(words: &[String]) -> Table<()> {
    words.iter().map(|word| (word.as_str(), ())).collect()
}

fn decimals(rows: &BTreeMap<String, String>) -> Table<Decimal> {
    rows.iter().filter_map(|(word, value)| Some((word.as_str(), Decimal::parse(value)?))).collect()
}

impl VagueRow {
    fn word(&self) -> VagueWord {
        VagueWord {
            stated: self.stated.map(Decimal::from),
            low: Decimal::from(self.low),
            best: self.best.map(Decimal::from),
            high: self.high.map(Decimal::from),
            needs: self.needs,
            times: self.times,
        }
    }
}

fn table<T: Copy>(rows: &[(String, T)]) -> Table<T> {
    rows.iter().map(|(word, meaning)| (word.as_str(), *meaning)).collect()
}
