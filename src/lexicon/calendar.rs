//! Words of time: months, weekdays, units, holidays, and the small words that bend them.
//!
//! In: `calendar.toml`. Out: what a word can mean, by its hash. What never happens here: a choice between meanings ("second" is a unit
//! and an ordinal, "may" a month and a verb): grammar chooses.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::{Table, Trigger, rows};
use crate::calendar::{DayPart, Feast, Season, Unit, weekday_from_monday};
use crate::text::{WordHash, Words, hash_of};

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
    Long, Old, Age, Oclock, Am, Pm, Noon, Midnight, Universal, Zone, Local, Once, Twice, Times, Era, Fy, Dated, Ever, Date, Period, Possessive, OLetter, PLetter, MLetter,
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

    /// Whether it shares a key with `other`.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a word can mean in a time expression. Numbers are 0 where it means none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
}

impl TimeWord {
    /// Whether it does this.
    pub const fn has(&self, key: Key) -> bool {
        self.keys.has(key)
    }
}

/// A holiday's name and how its day is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its words, without apostrophes.
    pub words: Vec<WordHash>,
    /// Its day.
    pub feast: Feast,
}

/// The words of time of one language.
#[derive(Debug)]
pub struct Calendar {
    day_first: bool,
    words: Table<TimeWord>,
    names: HashSet<(WordHash, WordHash)>,
    models: HashSet<WordHash>,
    figures: Vec<String>,
    counted: HashSet<WordHash>,
    results: HashSet<WordHash>,
    ahead: HashSet<WordHash>,
    back: HashSet<WordHash>,
    stops: Vec<(String, Trigger)>,
}

impl Calendar {
    /// What the word with this hash can mean; `None` for a word that is not one of time.
    pub fn word(&self, hash: WordHash) -> Option<&TimeWord> {
        self.words.get(hash)
    }

    /// Whether `next` after the calendar word `word` makes it a name: "March Madness".
    pub fn is_name(&self, word: WordHash, next: WordHash) -> bool {
        self.names.contains(&(word, next))
    }

    /// Whether a year before this word names a model: "2024 Ford".
    pub fn is_model(&self, hash: WordHash) -> bool {
        self.models.contains(&hash)
    }

    /// Whether a bare number before this word counts it.
    pub fn is_counted(&self, hash: WordHash) -> bool {
        self.counted.contains(&hash)
    }

    /// Whether the day comes before the month in a date in figures.
    pub const fn day_first(&self) -> bool {
        self.day_first
    }

    /// Whether these figures have become a name: "9/11".
    pub fn names_figures(&self, figures: &str) -> bool {
        self.figures.iter().any(|name| name == figures)
    }

    /// Whether this noun is of the results that a period has: "1989 earnings", "first-half profit".
    pub fn is_result(&self, hash: WordHash) -> bool {
        self.results.contains(&hash)
    }

    /// The words at which the candidate scan stops for a time expression.
    pub fn stops(&self) -> impl Iterator<Item = (&str, Trigger)> {
        self.stops.iter().map(|(word, trigger)| (word.as_str(), *trigger))
    }

    /// The vocabulary of a file such as `calendar.toml`.
    pub(super) fn read(toml: &str) -> Self {
        rows::<File>(toml).into_calendar()
    }

    /// Whether this word shows that a date beside it lies ahead: "will", "scheduled".
    pub fn looks_ahead(&self, hash: WordHash) -> bool {
        self.ahead.contains(&hash)
    }

    /// Whether this word shows that a date beside it lies behind: "was", "said".
    pub fn looks_back(&self, hash: WordHash) -> bool {
        self.back.contains(&hash)
    }
}

/// `calendar.toml` as it stands.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    order: OrderOfFigures,
    months: BTreeMap<String, u8>,
    months_short: BTreeMap<String, u8>,
    weekdays: BTreeMap<String, u8>,
    weekdays_plural: BTreeMap<String, u8>,
    weekdays_short: BTreeMap<String, u8>,
    seasons: BTreeMap<String, SeasonRow>,
    units: BTreeMap<String, UnitRow>,
    units_plural: BTreeMap<String, UnitRow>,
    units_short: BTreeMap<String, UnitRow>,
    parts: BTreeMap<String, PartRow>,
    parts_plural: BTreeMap<String, PartRow>,
    quarters: BTreeMap<String, u8>,
    halves: BTreeMap<String, u8>,
    cycles: BTreeMap<String, UnitRow>,
    counts: BTreeMap<String, u16>,
    decades: BTreeMap<String, u16>,
    ordinals: BTreeMap<String, u8>,
    keys: BTreeMap<Key, Vec<String>>,
    stops: Stops,
    names: BTreeMap<String, Vec<String>>,
    models: Models,
    figures: Figures,
    counted: Counted,
    results: Counted,
    tense: TenseWords,
    holidays: Vec<HolidayRow>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct OrderOfFigures {
    day_first: bool,
}

#[derive(Deserialize)]
struct Stops {
    keys: Vec<Key>,
}

#[derive(Deserialize)]
struct Figures {
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Models {
    makes: Vec<String>,
}

#[derive(Deserialize)]
struct TenseWords {
    ahead: Vec<String>,
    back: Vec<String>,
}

#[derive(Deserialize)]
struct Counted {
    nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayRow {
    names: Vec<String>,
    fixed: Option<(u32, u32)>,
    nth: Option<(i32, u8, u32)>,
    easter: Option<i32>,
    #[serde(default)]
    plus: i32,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(remote = "Season", rename_all = "kebab-case")]
enum SeasonName {
    Spring,
    Summer,
    Fall,
    Winter,
}

#[derive(Clone, Copy, Deserialize)]
struct SeasonRow(#[serde(with = "SeasonName")] Season);

#[derive(Clone, Copy, Deserialize)]
#[serde(remote = "DayPart", rename_all = "kebab-case")]
enum PartName {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

#[derive(Clone, Copy, Deserialize)]
struct PartRow(#[serde(with = "PartName")] DayPart);

#[derive(Clone, Copy, Deserialize)]
#[serde(remote = "Unit", rename_all = "kebab-case")]
#[rustfmt::skip]
enum UnitName { Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Season, Half, Year, Decade, Century }

#[derive(Clone, Copy, Deserialize)]
struct UnitRow(#[serde(with = "UnitName")] Unit);

impl HolidayRow {
    fn feast(&self) -> Option<Feast> {
        match (self.fixed, self.nth, self.easter) {
            (Some((month, day)), None, None) => Some(Feast::Fixed { month, day }),
            (None, Some((nth, weekday, month)), None) => {
                Some(Feast::Nth { nth, weekday: weekday_from_monday(weekday), month, plus: self.plus })
            }
            (None, None, Some(plus)) => Some(Feast::Easter { plus }),
            _ => None,
        }
    }
}

impl File {
    fn into_calendar(self) -> Calendar {
        let mut calendar = Draft::default();
        // The rows of the calendar itself stop the scan; of the abbreviations only those that are no other word.
        calendar.rows(&self.months, true, |word, month| word.month = month);
        calendar.rows(&self.months_short, true, |word, month| (word.month, word.short) = (month, true));
        calendar.rows(&self.weekdays, true, |word, weekday| word.weekday = weekday);
        calendar.rows(&self.weekdays_plural, true, |word, weekday| (word.weekday, word.plural) = (weekday, true));
        calendar.rows(&self.weekdays_short, true, |word, weekday| (word.weekday, word.short) = (weekday, true));
        calendar.rows(&self.seasons, true, |word, season| word.season = Some(season.0));
        calendar.rows(&self.units, true, |word, unit| word.unit = Some(unit.0));
        calendar.rows(&self.units_plural, true, |word, unit| (word.unit, word.plural) = (Some(unit.0), true));
        calendar.rows(&self.units_short, false, |word, unit| (word.unit, word.short) = (Some(unit.0), true));
        calendar.rows(&self.parts, true, |word, part| word.part = Some(part.0));
        calendar.rows(&self.parts_plural, true, |word, part| (word.part, word.plural) = (Some(part.0), true));
        calendar.rows(&self.quarters, true, |word, quarter| word.quarter = quarter);
        calendar.rows(&self.halves, true, |word, half| word.half = half);
        calendar.rows(&self.cycles, true, |word, unit| word.cycle = Some(unit.0));
        calendar.rows(&self.counts, true, |word, count| word.count = Some(count));
        calendar.rows(&self.decades, true, |word, decade| word.decade = decade);
        calendar.rows(&self.ordinals, true, |word, ordinal| word.ordinal = ordinal);
        for (&key, words) in &self.keys {
            let stops = self.stops.keys.contains(&key);
            for word in words {
                calendar.row(word, stops, |word| word.keys.0 |= Keys::of(&[key]).0);
            }
        }
        for row in &self.holidays {
            let Some(feast) = row.feast() else { continue };
            row.names.iter().for_each(|name| calendar.holiday(name, feast));
        }
        let hashes = |words: &[String]| words.iter().map(|word| hash_of(word)).collect();
        Calendar {
            day_first: self.order.day_first,
            words: calendar.words.iter().map(|(word, meaning)| (word.as_str(), meaning.clone())).collect(),
            names: self.names.iter().flat_map(|(word, next)| next.iter().map(|next| (hash_of(word), hash_of(next)))).collect(),
            models: hashes(&self.models.makes),
            figures: self.figures.names,
            counted: hashes(&self.counted.nouns),
            results: hashes(&self.results.nouns),
            ahead: hashes(&self.tense.ahead),
            back: hashes(&self.tense.back),
            stops: calendar.stops,
        }
    }
}

/// The words while the rows are gathered: a word can stand in several.
#[derive(Default)]
struct Draft {
    words: BTreeMap<String, TimeWord>,
    stops: Vec<(String, Trigger)>,
}

impl Draft {
    fn rows<T: Copy>(&mut self, rows: &BTreeMap<String, T>, stops: bool, set: impl Fn(&mut TimeWord, T)) {
        for (word, &value) in rows {
            self.row(word, stops, |word| set(word, value));
        }
    }

    fn row(&mut self, word: &str, stops: bool, set: impl FnOnce(&mut TimeWord)) {
        set(self.words.entry(word.to_owned()).or_default());
        if stops {
            self.stops.push((word.to_owned(), Trigger::TIME));
        }
    }

    fn holiday(&mut self, name: &str, feast: Feast) {
        // A name that holds a word at which the scan stops anyway ("memorial day") needs no stop of its own.
        let stops = !name.split(' ').any(|word| self.stops.iter().any(|(stop, _)| stop == word));
        for (index, word) in name.split(' ').enumerate() {
            self.row(word, stops && index == 0, |word| word.holiday = true);
        }
        let words: Vec<WordHash> = Words::new(name).map(|word| word.hash).collect();
        let first = name.split(' ').next().unwrap_or_default();
        let known = &mut self.words.entry(first.to_owned()).or_default().holidays;
        known.push(Holiday { words, feast });
        known.sort_by_key(|holiday| std::cmp::Reverse(holiday.words.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_mean_several_things() {
        let calendar = Calendar::read(include_str!("calendar.toml"));
        let word = |word: &str| calendar.word(hash_of(word)).unwrap();
        assert_eq!((word("second").unit, word("second").ordinal), (Some(Unit::Second), 2));
        assert_eq!((word("May").month, word("may").month), (5, 5));
        assert!(word("some").has(Key::About) && word("the").has(Key::The) && !word("the").has(Key::A));
        assert!(calendar.word(hash_of("table")).is_none());
    }

    #[test]
    fn every_holiday_row_says_how_its_day_is_found() {
        let table: File = toml::from_str(include_str!("calendar.toml")).unwrap();
        for row in &table.holidays {
            assert!(row.feast().is_some(), "{:?}", row.names);
        }
    }

    #[test]
    fn common_words_do_not_stop_the_scan() {
        let calendar = Calendar::read(include_str!("calendar.toml"));
        for word in ["the", "a", "new", "of", "in", "this", "good", "black", "s"] {
            assert!(calendar.stops().all(|(stop, _)| stop != word), "{word}");
        }
        for word in ["halloween", "monday", "sept", "yesterday"] {
            assert!(calendar.stops().any(|(stop, _)| stop == word), "{word}");
        }
    }
}
