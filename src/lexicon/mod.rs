//! Vocabulary as data: the words of a language, compiled in from TOML files beside this one.
//!
//! In: TOML tables. Out: look-ups by word. What never happens here: parsing of article text; a row says what a word means, grammar and
//! the later rooms say where it counts. A [`Language`] value goes into every parser; English is the only one so far.

use std::sync::{Arc, LazyLock};

use serde::de::DeserializeOwned;

use crate::text::{Name, hash_of, stable_hash};

mod agents;
mod calendar;
mod conversion;
mod hedges;
mod labels;
mod layout;
mod measures;
mod names;
mod nouns;
mod numbers;
mod onward;
mod own;
mod phrases;
mod rarity;
mod scopes;
mod spelling;
mod stories;
mod table;
mod triggers;
mod units;
mod verbs;
mod wires;
mod words;

pub use agents::Agent;
pub use calendar::{Calendar, Holiday, Key, Keys, Look, TimeWord};
pub use conversion::{Base, Conversion};
pub use hedges::{After, Before, HedgeWord, Hedges, Leading};
pub use labels::{EventWords, Labels};
pub use layout::{Pages, Role};
pub use measures::Measure;
pub use names::{Entry, Names};
pub use nouns::{Kin, Noun, Nouns};
pub use numbers::{Join, Needs, NumberWord, Numbers, Times, VagueWord};
pub use onward::{Onward, OnwardWords};
pub use own::{Counts, Own, OwnMeasure, OwnUnit, OwnVerbs};
pub use phrases::{Phrase, Phrases, Signs};
pub use rarity::Rarity;
pub use scopes::{Scope, Scopes};
pub use stories::StoryWords;
pub use table::Table;
pub use triggers::{Trigger, Triggers};
pub use units::{Unit, UnitKind, UnitRef, Units};
pub use verbs::{EventClass, Forms};
pub use wires::Wires;
pub use words::{Classes, Lexeme, Words};

/// The vocabulary of one language.
#[derive(Debug)]
pub struct Language {
    /// The sign between whole and fraction.
    pub decimal_sign: char,
    /// The sign between groups of three digits.
    pub group_sign: char,
    /// Verbs, nouns and closed-class words.
    pub words: Words,
    /// Names of places and of those who act.
    pub names: Names,
    /// Words of time.
    pub calendar: Calendar,
    /// Number words.
    pub numbers: Numbers,
    /// Words that say what kind of figure stands beside them.
    pub hedges: Hedges,
    /// Units and currencies.
    pub units: Units,
    /// Words that may carry a figure on behind its number.
    pub onward: OnwardWords,
    /// What belongs to a page and not to its article.
    pub pages: Pages,
    /// How counted nouns and measures relate.
    pub nouns: Nouns,
    /// Words that narrow or widen what figures count.
    pub scopes: Scopes,
    /// How the subject of a fact reads.
    pub labels: Labels,
    /// How rare words are.
    pub rarity: Rarity,
    /// Words that tell stories apart, or do not.
    pub stories: StoryWords,
    /// Wire services.
    pub wires: Wires,
    /// The words at which the candidate scan stops.
    pub triggers: Triggers,
}

static ENGLISH: LazyLock<Arc<Language>> = LazyLock::new(|| Arc::new(Language::read_english(&Own::default())));

impl Language {
    /// English as news writes it, built on first use.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// English with the words of a desk, looked up in the same tables; where both know a word, the desk's row wins.
    ///
    /// ```
    /// use crosscheck::lexicon::{Language, Own};
    /// let own = Own { aliases: vec![("Karvel Works".into(), "Karvel Steel".into())], ..Own::default() };
    /// let language = Language::with(&own);
    /// assert!(language.names.begins_actor(crosscheck::text::hash_of("Karvel")));
    /// ```
    pub fn with(own: &Own) -> Arc<Self> {
        if own.is_empty() { Arc::clone(&ENGLISH) } else { Arc::new(Self::read_english(own)) }
    }

    /// The base of a past or -ing form of a verb that the tables do not hold: of what it may be, the commonest word.
    pub(crate) fn verb_base(&self, form: &str) -> Name {
        let form = form.to_lowercase();
        let known = |base: &String| self.rarity.get(hash_of(base));
        let base = spelling::bases(&form).filter(|base| known(base).is_some()).min_by_key(known);
        base.or_else(|| spelling::base(&form)).map_or_else(|| Name::from(form.as_str()), Name::from)
    }

    fn read_english(own: &Own) -> Self {
        let numbers = Numbers::read(include_str!("numbers.toml"));
        let hedges = Hedges::read(include_str!("hedges.toml"));
        let units = Units::read(include_str!("units.toml"), include_str!("currencies.toml"), own);
        let onward = OnwardWords::new(&numbers, &hedges, &units);
        let figures = numbers.starts().map(|word| (word, Trigger::FIGURE));
        let names = Names::read(include_str!("names.toml"), own);
        let pages = Pages::read(include_str!("layout.toml"));
        let nouns = Nouns::read(include_str!("nouns.toml"), own);
        let labels = Labels::read(include_str!("labels.toml"));
        let rarity = Rarity::read(include_str!("rarity.txt"));
        let scopes = Scopes::read(include_str!("scopes.toml"));
        let stories = StoryWords::read(include_str!("stories.toml"), &rarity);
        let wires = Wires::read(include_str!("wires.toml"), own);
        let words = Words::read(own);
        let calendar = Calendar::read(include_str!("calendar.toml"));
        let triggers = Triggers::new(figures.chain(calendar.stops()));
        Self {
            decimal_sign: '.',
            group_sign: ',',
            words,
            names,
            calendar,
            numbers,
            hedges,
            units,
            onward,
            pages,
            nouns,
            labels,
            rarity,
            scopes,
            stories,
            wires,
            triggers,
        }
    }
}

/// Every table that is compiled in.
const TABLES: [&str; 19] = [
    include_str!("agents.toml"),
    include_str!("attribution.toml"),
    include_str!("calendar.toml"),
    include_str!("currencies.toml"),
    include_str!("hedges.toml"),
    include_str!("labels.toml"),
    include_str!("layout.toml"),
    include_str!("measures.toml"),
    include_str!("names.toml"),
    include_str!("nouns.toml"),
    include_str!("numbers.toml"),
    include_str!("rarity.txt"),
    include_str!("scopes.toml"),
    include_str!("status.toml"),
    include_str!("stories.toml"),
    include_str!("units.toml"),
    include_str!("verbs.toml"),
    include_str!("wires.toml"),
    include_str!("words.toml"),
];

/// A number that changes where the vocabulary does: what was read with another may be read anew.
pub fn version() -> u64 {
    stable_hash(TABLES)
}

/// The rows of a table that is compiled in.
#[expect(clippy::expect_used, reason = "the tables are part of the program and a test reads each of them")]
fn rows<T: DeserializeOwned>(toml: &str) -> T {
    toml::from_str(toml).expect("a compiled-in table is well-formed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_well_formed() {
        let language = Language::english();
        assert_eq!(language.numbers.words.word("forty"), Some(&NumberWord::Ten(40)));
    }
}
