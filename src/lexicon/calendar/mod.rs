//! Words of time: months, weekdays, units, holidays, and the small words that bend them.
//!
//! In: `calendar.toml`. Out: what a word can mean, by its hash. What never happens here: a choice between meanings ("second" is a unit
//! and an ordinal, "may" a month and a verb): grammar chooses.

mod file;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Table, Trigger, rows};
use crate::calendar::{DayPart, Feast, Season, Unit};
use crate::text::WordHash;

/// What a closed-class word does in a time expression. The names are those of the rows in `calendar.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the rows of calendar.toml are the words")]
#[rustfmt::skip]
pub enum Key {
    The, A, Of, In, On, At, By, From, To, Through, Until, Between, And, Or, Since, Before, After, For, During, Within, Into, As,
    This, That, These, Last, Latest, Past, Previous, Next, Following, Coming, Same, Current, Each, Every, Per, Other,
    Early, Mid, Late, Later, Earlier, Ago, Hence, Back, Now, Start, Middle, End, Rest, Half, Fiscal, Calendar,
    Yesterday, Today, Tomorrow, Tonight, Recent, Recently, Currently, Moment, Time, Present, Future, Near,
    Couple, Few, Several, Many, Dozen, About, Nearly, More, Less, Than, Over, Under, Least, Most, Up, Just, All, Straight, Working, Running,
    Long, Old, Age, Oclock, Am, Pm, Noon, Midnight, Universal, Zone, Local, Overnight, Once, Twice, Times, Era, Fy, Dated, Ever, Date, Period, Possessive, OLetter, PLetter, MLetter,
}

/// A set of [`Key`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys(u128);

impl Keys {
    /// The set of these.
    pub const fn of(keys: &[Key]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < keys.len() {
            set |= 1 << keys[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// Whether it holds `key`.
    pub const fn has(self, key: Key) -> bool {
        self.0 >> key as u32 & 1 == 1
    }

    /// Whether it holds no key but those of `other`.
    pub const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether it shares a key with `other`.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a word can mean in a time expression. Numbers are 0 where it means none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that a word can be")]
pub struct TimeWord {
    /// Month from 1.
    pub month: u8,
    /// Weekday from Monday, 1.
    pub weekday: u8,
    /// Ordinal: "third".
    pub ordinal: u8,
    /// Quarter: "Q3".
    pub quarter: u8,
    /// Half year: "H1".
    pub half: u8,
    /// First year of a decade: "nineties".
    pub decade: u16,
    /// Cardinal: "three", "hundred".
    pub count: Option<u16>,
    /// Season.
    pub season: Option<Season>,
    /// Unit of time.
    pub unit: Option<Unit>,
    /// How often: "daily".
    pub cycle: Option<Unit>,
    /// Part of a day.
    pub part: Option<DayPart>,
    /// A plural: "weeks", "Mondays".
    pub plural: bool,
    /// An abbreviation: "Feb".
    pub short: bool,
    /// The holidays whose names begin with it, longer names first.
    pub holidays: Vec<Holiday>,
    /// Part of a holiday's name.
    pub holiday: bool,
    /// What else it does.
    pub keys: Keys,
    /// Whether a time expression can rest on it, as [`TimeWord::tells_time`] says of the other fields.
    pub tells: bool,
}

impl TimeWord {
    /// Whether it does this.
    pub const fn has(&self, key: Key) -> bool {
        self.keys.has(key)
    }

    /// Whether a time expression can rest on it: all but cardinals, ordinals and the small words around figures of any kind. The small
    /// words of a holiday's name stand beside one on which it rests: "the fourth of july".
    pub const fn tells_time(&self) -> bool {
        #[rustfmt::skip]
        const SMALL: Keys = Keys::of(&[
            Key::The, Key::A, Key::Of, Key::In, Key::On, Key::At, Key::By, Key::From, Key::To, Key::Through,
            Key::Until, Key::Between, Key::And, Key::Or, Key::Since, Key::Before, Key::After, Key::For, Key::During, Key::Within,
            Key::Into, Key::As, Key::This, Key::That, Key::These, Key::Other, Key::Couple, Key::Few, Key::Several, Key::Many,
            Key::Dozen, Key::About, Key::Nearly, Key::More, Key::Less, Key::Than, Key::Over, Key::Under, Key::Least, Key::Most, Key::Up, Key::Just, Key::All,
        ]);
        self.keys.0 & !SMALL.0 != 0
            || self.month > 0
            || self.weekday > 0
            || self.quarter > 0
            || self.half > 0
            || self.decade > 0
            || self.season.is_some()
            || self.unit.is_some()
            || self.cycle.is_some()
            || self.part.is_some()
            || self.holiday && !self.keys.meets(SMALL) && self.ordinal == 0
    }
}

/// Where a date lies, seen from a word beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Ahead: "will", "scheduled".
    Ahead,
    /// Behind: "was", "said".
    Back,
}

/// A holiday's name and how its day is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its words, without apostrophes.
    pub words: Vec<WordHash>,
    /// Its day.
    pub feast: Feast,
    /// A place is called so too.
    pub place: bool,
}

/// The words of time of one language.
#[derive(Debug)]
pub struct Calendar {
    day_first: bool,
    words: Table<TimeWord>,
    names: Table<Vec<WordHash>>,
    models: Table<()>,
    figures: Vec<String>,
    weather: Table<()>,
    games: Vec<String>,
    awards: Table<()>,
    papers: Table<()>,
    other_feasts: Table<()>,
    remembered: BTreeMap<(u32, u32, WordHash), i32>,
    counted: Table<()>,
    results: Table<()>,
    looks: Table<Look>,
    stops: Vec<(String, Trigger)>,
}

impl Calendar {
    /// What the word with this hash can mean; `None` for a word that is not one of time.
    pub fn word(&self, hash: WordHash) -> Option<&TimeWord> {
        self.words.get(hash)
    }

    /// Whether `next` after the calendar word `word` makes it a name: "March Madness".
    pub fn is_name(&self, word: WordHash, next: WordHash) -> bool {
        self.names.get(word).is_some_and(|names| names.contains(&next))
    }

    /// Whether a year before this word names a model: "2024 Ford".
    pub fn is_model(&self, hash: WordHash) -> bool {
        self.models.get(hash).is_some()
    }

    /// Whether a bare number before this word counts it.
    pub fn is_counted(&self, hash: WordHash) -> bool {
        self.counted.get(hash).is_some()
    }

    /// Whether the day comes before the month in a date in figures.
    pub const fn day_first(&self) -> bool {
        self.day_first
    }

    /// The year of the day without one that `next` makes the name of what happened on it: "the September 11 attacks".
    pub fn remembered(&self, month: u32, day: u32, next: WordHash) -> Option<i32> {
        self.remembered.get(&(month, day, next)).copied()
    }

    /// Whether this word before the name of a holiday makes it another one: "Orthodox Easter".
    pub fn is_other_feast(&self, word: &str) -> bool {
        self.other_feasts.word(word).is_some()
    }

    /// Whether behind this word "the 80s" are degrees: "highs".
    pub fn is_weather(&self, hash: WordHash) -> bool {
        self.weather.get(hash).is_some()
    }

    /// Whether this text behind a time says that it is the clock of a game: " left in the half".
    pub fn is_game(&self, behind: &str) -> bool {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        behind.strip_prefix(' ').is_some_and(|behind| self.games.iter().any(|words| behind.strip_prefix(words.as_str()).is_some_and(ends)))
    }

    /// Whether one of this kind is "of the year" by title: "player".
    pub fn is_award(&self, word: &str) -> bool {
        self.awards.word(word).is_some()
    }

    /// Whether this word before "Today" makes a paper of the two: "USA Today".
    pub fn is_paper(&self, word: &str) -> bool {
        self.papers.word(word).is_some()
    }

    /// Whether these figures have become a name: "9/11".
    pub fn names_figures(&self, figures: &str) -> bool {
        self.figures.iter().any(|name| name == figures)
    }

    /// Whether this noun is of the results that a period has: "1989 earnings", "first-half profit".
    pub fn is_result(&self, hash: WordHash) -> bool {
        self.results.get(hash).is_some()
    }

    /// The words at which the candidate scan stops for a time expression.
    pub fn stops(&self) -> impl Iterator<Item = (&str, Trigger)> {
        self.stops.iter().map(|(word, trigger)| (word.as_str(), *trigger))
    }

    /// The vocabulary of a file such as `calendar.toml`.
    pub(super) fn read(toml: &str) -> Self {
        rows::<file::File>(toml).into_calendar()
    }

    /// Which way this word looks from a date beside it.
    pub fn looks(&self, hash: WordHash) -> Option<Look> {
        self.looks.get(hash).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash_of;

    #[test]
    fn a_word_can_mean_several_things() {
        let calendar = Calendar::read(include_str!("../calendar.toml"));
        let word = |word: &str| calendar.word(hash_of(word)).unwrap();
        assert_eq!((word("second").unit, word("second").ordinal), (Some(Unit::Second), 2));
        assert_eq!((word("May").month, word("may").month), (5, 5));
        assert!(word("some").has(Key::About) && word("the").has(Key::The) && !word("the").has(Key::A));
        assert!(calendar.word(hash_of("table")).is_none());
    }

    #[test]
    fn every_holiday_row_says_how_its_day_is_found() {
        let table: file::File = toml::from_str(include_str!("../calendar.toml")).unwrap();
        for row in &table.holidays {
            assert!(row.feast().is_some(), "{:?}", row.names);
        }
    }

    #[test]
    fn common_words_do_not_stop_the_scan() {
        let calendar = Calendar::read(include_str!("../calendar.toml"));
        for word in ["the", "a", "new", "of", "in", "this", "good", "black", "s"] {
            assert!(calendar.stops().all(|(stop, _)| stop != word), "{word}");
        }
        for word in ["halloween", "monday", "sept", "yesterday"] {
            assert!(calendar.stops().any(|(stop, _)| stop == word), "{word}");
        }
    }
}
