//! What is known of a word: its grammatical classes, the verb or event noun that it is a form of, what it counts.
//!
//! In: words.toml, status.toml, attribution.toml, and the verbs, measures and agents beside them. Out: one [`Lexeme`] per word, found by hash,
//! so that a walk over a sentence asks once per token. What never happens here: a decision which of a word's classes holds in a
//! sentence.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::agents::{self, Agent};
use super::measures::{Measure, Measures};
use super::spelling::{plural, singular};
use super::verbs::{EventClass, Forms, Verbs};
use super::{Own, Table, rows};
use crate::text::sentence::Abbreviation;
use crate::text::{Name, Shape, Token, WordHash, hash_of};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// Whether it holds any of `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Declares each class with its name in the tables.
macro_rules! classes {
    ($($name:ident $key:literal $place:literal $doc:literal;)*) => {
        impl Classes {
            $(#[doc = $doc] pub const $name: Self = Self(1 << $place);)*
        }
        /// Every class and its name.
        const CLASSES: &[(&str, Classes)] = &[$(($key, Classes::$name)),*];
    };
}

classes! {
    DETERMINER "determiner" 0 "\"the\", \"every\".";
    ARTICLE "article" 1 "\"a\", \"an\".";
    POSSESSIVE "possessive" 2 "\"his\", \"their\".";
    PRONOUN "pronoun" 3 "\"they\", \"him\".";
    SUBJECT "subject" 4 "Pronouns that stand as a subject.";
    RELATIVE "relative" 5 "\"who\", \"which\".";
    PREPOSITION "preposition" 6 "\"in\", \"after\".";
    LOCATIVE "locative" 7 "Prepositions that a place follows.";
    COORDINATOR "coordinator" 8 "\"and\", \"or\".";
    SUBORDINATOR "subordinator" 9 "\"when\", \"because\".";
    BE "be" 10 "Forms of be.";
    HAVE "have" 11 "Forms of have.";
    DO "do" 12 "Forms of do.";
    GET "get" 13 "Forms of get.";
    MODAL "modal" 14 "\"will\", \"may\".";
    NEGATION "negation" 15 "\"not\", \"never\".";
    ADVERB "adverb" 16 "\"also\", \"fatally\".";
    ADJECTIVE "adjective" 17 "\"several\", \"military\".";
    OF "of" 18 "\"of\".";
    TO "to" 19 "\"to\".";
    BY "by" 20 "\"by\".";
    AT "at" 21 "\"at\".";
    AS "as" 22 "\"as\".";
    AND "and" 23 "\"and\", not \"or\".";
    OTHER "other" 24 "\"other\", \"more\".";
    OTHERS "others" 25 "\"others\".";
    INCREMENT "increment" 26 "Words that make a count come on top: \"another\".";
    WEEKDAY "weekday" 27 "Names of weekdays.";
    MONTH "month" 28 "Names of months.";
    FIGURE_NOUN "figure_noun" 29 "\"number\", \"total\".";
    TOLL "toll" 30 "\"toll\".";
    LABEL "label" 31 "Words before the number of one in a series: \"Route\".";
    STREET "street" 32 "\"Street\".";
    TITLE "title" 33 "\"Gen\", \"Mr\".";
    STARTER "starter" 34 "Capitalised words that open sentences.";
    PLURAL "plural" 35 "A plural noun.";
    NOT_PLURAL "not_plural" 36 "Ends in s and is none.";
    SAY "say" 37 "Verbs of saying, in forms that attribute.";
    SAYING "saying" 38 "Participles of saying.";
    SITE "site" 39 "Last words of names of sites: \"Airport\".";
    SOURCE "source" 40 "Nouns that can say something.";
    PLANNED "planned" 41 "Words that make what follows a plan.";
    POSSIBLE "possible" 42 "Words that make it a possibility.";
    DENIED "denied" 43 "Words that deny.";
    ONGOING "ongoing" 44 "Words that say that it goes on.";
    NOUN "noun" 45 "A noun that the lexicon knows.";
    FIGURE_VERB "figure" 46 "Verbs that a figure follows: \"rose to\".";
    PERSONAL "personal" 47 "Verbs whose object is people where none is printed.";
    MASS "mass" 48 "Singular nouns that plural numbers count: \"personnel\".";
    CAUSE "cause" 49 "Conjunctions and prepositions of time that end a clause.";
    NEW "new" 50 "\"newly\", \"new\".";
    INCLUDING "including" 51 "Words before a part of what was named.";
    STANDING "standing" 52 "Words that say that a count stands now.";
    TOTAL "total" 53 "Words that say that a count is all so far.";
    FATAL "fatal" 54 "\"fatally\", \"fatal\".";
    ABSENT "excluding" 55 "Words before what is left out of a count.";
    CULPRIT "culprit" 56 "Words for the one who did it: \"gunman\".";
    RATE "rate" 57 "Words for a period that a count is of, after \"per\" or \"a\".";
    ESTIMATED "estimated" 58 "Words that mark a figure as an estimate.";
    QUANTIFIER "quantifier" 60 "Words that take a part of a set: \"most of the 40\".";
    HOLDING "holding" 61 "Nouns after which \"in\" names no place: \"a stake in\".";
    WITHDRAWN "withdrawn" 59 "Words that take back what was said.";
    PLACE_KIND "place_kind" 63 "Last words of names of places: \"County\", \"Heights\".";
    EARLIER "earlier" 62 "Words for what was said before: \"an earlier version\".";
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexeme {
    /// Its classes.
    pub classes: Classes,
    /// The verb that it is a form of, counted from 1; 0 for none.
    pub(super) verb: u16,
    /// Which forms of that verb.
    pub forms: Forms,
    /// The class of events that it names as a noun, counted from 1; 0 for none.
    pub(super) event: u8,
    /// The class of events that it gives the outcome of as an adjective, counted from 1; 0 for none.
    pub(super) state: u8,
    /// The measure that it counts as a noun, counted from 1; 0 for none.
    pub(super) measure: u8,
    /// Which kind of agent it names as a noun.
    pub agent: Agent,
}

impl Lexeme {
    /// Whether it is of any of these classes.
    pub const fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Whether it is a form of a verb.
    pub const fn is_verb(&self) -> bool {
        self.verb != 0
    }

    /// Whether the lexicon knows the word at all.
    pub fn is_known(&self) -> bool {
        self.classes != Classes::default() || self.is_verb() || self.event != 0 || self.state != 0 || self.measure != 0
    }

    /// Whether it can be one of these forms.
    pub const fn has_form(&self, forms: Forms) -> bool {
        self.forms.any(forms)
    }
}

/// The words of claims.
#[derive(Debug)]
pub struct Words {
    table: Table<Lexeme>,
    singulars: Table<Name>,
    abbreviations: Table<Abbreviation>,
    verbs: Verbs,
    measures: Measures,
    person: Name,
}

#[derive(Deserialize)]
struct Rows {
    classes: BTreeMap<String, String>,
    abbreviations: BTreeMap<String, String>,
    irregular: Irregular,
}

#[derive(Deserialize)]
struct Irregular {
    pairs: String,
    not_plural: String,
}

/// Tables of word lists by class.
type Lists = BTreeMap<String, BTreeMap<String, String>>;

impl Words {
    /// Reads the tables.
    pub(super) fn read(own: &Own) -> Self {
        let mut lexemes: BTreeMap<String, Lexeme> = BTreeMap::new();
        let mut singulars: BTreeMap<String, Name> = BTreeMap::new();
        let rows_of_words: Rows = rows(include_str!("words.toml"));
        let status: Lists = rows(include_str!("status.toml"));
        let attribution: Lists = rows(include_str!("attribution.toml"));
        for (name, class) in CLASSES {
            let lists = [rows_of_words.classes.get(*name), status["status"].get(*name), attribution["attribution"].get(*name)];
            for word in lists.into_iter().flatten().flat_map(|list| list.split_whitespace()) {
                add(&mut lexemes, word, |lexeme| lexeme.classes = lexeme.classes.and(*class));
            }
        }
        for word in rows_of_words.irregular.not_plural.split_whitespace() {
            add(&mut lexemes, word, |lexeme| lexeme.classes = lexeme.classes.and(Classes::NOT_PLURAL));
        }
        let mut irregular = BTreeMap::new();
        for (many, one) in rows_of_words.irregular.pairs.split_whitespace().filter_map(|pair| pair.split_once('/')) {
            irregular.insert(one, many);
            add_noun(&mut lexemes, &mut singulars, one, many);
        }
        irregular.extend(own.measures.iter().flat_map(|measure| &measure.heads).filter_map(|head| head.split_once('/')));
        let measures = Measures::read(include_str!("measures.toml"), own);
        for (measure, noun) in measures.nouns() {
            let many = irregular.get(noun).map_or_else(|| plural(noun), |many| (*many).to_owned());
            add_noun(&mut lexemes, &mut singulars, noun, &many);
            for word in [noun, &many] {
                add(&mut lexemes, word, |lexeme| lexeme.measure = measure);
            }
        }
        for (noun, agent) in agents::nouns() {
            let many = irregular.get(&*noun).map_or_else(|| plural(&noun), |many| (*many).to_owned());
            for word in [noun, many] {
                add(&mut lexemes, &word, |lexeme| lexeme.agent = agent);
            }
        }
        let verbs = Verbs::read(include_str!("verbs.toml"), own);
        for (word, verb, forms) in verbs.forms() {
            add(&mut lexemes, &word, |lexeme| {
                if lexeme.verb == 0 || lexeme.verb == verb {
                    lexeme.verb = verb;
                    lexeme.forms = lexeme.forms.and(forms);
                }
            });
        }
        for (class, noun) in verbs.event_nouns() {
            let many = plural(noun);
            for word in [noun, &many] {
                add(&mut lexemes, word, |lexeme| lexeme.event = class);
            }
            add_noun(&mut lexemes, &mut singulars, noun, &many);
        }
        for (class, word) in verbs.states() {
            add(&mut lexemes, word, |lexeme| lexeme.state = class);
        }
        for (name, words) in verbs.groups() {
            let Some((_, class)) = CLASSES.iter().find(|(key, _)| *key == name) else { continue };
            for (word, _, _) in verbs.forms().filter(|(_, verb, _)| words.split_whitespace().any(|base| verbs.base(*verb) == base)) {
                add(&mut lexemes, &word, |lexeme| lexeme.classes = lexeme.classes.and(*class));
            }
        }
        // Whose measure is known of those to whom it happens may leave them out: "defused 41".
        let personal: Vec<&str> = own
            .verbs
            .iter()
            .filter(|row| row.undergoer.is_some())
            .flat_map(|row| row.verbs.iter().map(|verb| verb.split('/').next().unwrap_or(verb)))
            .collect();
        for (word, _, _) in verbs.forms().filter(|(_, verb, _)| personal.contains(&verbs.base(*verb))) {
            add(&mut lexemes, &word, |lexeme| lexeme.classes = lexeme.classes.and(Classes::PERSONAL));
        }
        let abbreviation = |name: &str, kind| {
            rows_of_words.abbreviations.get(name).into_iter().flat_map(|words| words.split_whitespace()).map(move |word| (word, kind))
        };
        Self {
            table: lexemes.iter().map(|(word, lexeme)| (word.as_str(), *lexeme)).collect(),
            singulars: singulars.iter().map(|(word, one)| (word.as_str(), one.clone())).collect(),
            abbreviations: abbreviation("maybe", Abbreviation::Maybe).chain(abbreviation("never", Abbreviation::Never)).collect(),
            verbs,
            measures,
            person: Name::from("person"),
        }
    }

    /// What is known of the word with this hash.
    pub fn get(&self, hash: WordHash) -> Lexeme {
        self.table.get(hash).copied().unwrap_or_default()
    }

    /// What is known of `token`: of the whole word, else of what follows its last hyphen ("ex-soldiers").
    pub fn of(&self, token: &Token) -> Lexeme {
        match self.table.get(token.hash) {
            Some(lexeme) => *lexeme,
            None if token.tail != token.hash => {
                let tail = self.get(token.tail);
                // The tail of a compound counts as a noun only: "drive-by" is no preposition.
                let nouns = Classes(tail.classes.0 & (Classes::NOUN.0 | Classes::PLURAL.0 | Classes::NOT_PLURAL.0));
                Lexeme { classes: nouns, measure: tail.measure, event: tail.event, agent: tail.agent, ..Lexeme::default() }
            }
            None => Lexeme::default(),
        }
    }

    /// What the word with this hash is before a point.
    pub fn abbreviation(&self, hash: WordHash) -> Abbreviation {
        self.abbreviations.get(hash).copied().unwrap_or_default()
    }

    /// Whether a token with this lexeme and these words is a plural noun by its form.
    pub fn is_plural(lexeme: &Lexeme, token: &Token, words: &str) -> bool {
        if lexeme.is(Classes::PLURAL) {
            return true;
        }
        let ends = |ending: &str| {
            words.len() > ending.len() && words.as_bytes()[words.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
        };
        token.is_word()
            && words.len() > 2
            && (ends("s") && !ends("ss") && !ends("us") && !ends("is"))
            && !lexeme.is(Classes::NOT_PLURAL)
            && (token.shape != Shape::Upper || words.ends_with('s'))
    }

    /// The singular of a noun in lower case.
    pub fn singular(&self, words: &str) -> Name {
        let hash = hash_of(words);
        if let Some(one) = self.singulars.get(hash) {
            return one.clone();
        }
        let plain = words.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let lower = if plain { Cow::from(words) } else { words.to_lowercase().into() };
        Name::from(&*singular(&lower, |tail| self.singulars.word(tail).map(|one| &**one)))
    }

    /// The head noun of people who are not named: "12 were killed".
    pub fn person(&self) -> &Name {
        &self.person
    }

    /// The base form of the verb that a lexeme is a form of.
    pub fn verb(&self, lexeme: &Lexeme) -> Option<&Name> {
        self.verbs.name(lexeme.verb)
    }

    /// The class of events of a verb form.
    pub fn verb_class(&self, lexeme: &Lexeme) -> Option<&EventClass> {
        self.verbs.class_of(lexeme.verb)
    }

    /// The class of events that a noun names.
    pub fn event_class(&self, lexeme: &Lexeme) -> Option<&EventClass> {
        self.verbs.class(lexeme.event)
    }

    /// The class of events whose outcome an adjective gives.
    pub fn state_class(&self, lexeme: &Lexeme) -> Option<&EventClass> {
        self.verbs.class(lexeme.state)
    }

    /// The measure that a noun counts by itself.
    pub fn measure(&self, lexeme: &Lexeme) -> Option<&Measure> {
        self.measures.get(lexeme.measure)
    }

    /// Whether a measure is of what happened to people, whoever they are.
    pub fn is_outcome(&self, measure: &str) -> bool {
        self.verbs.makes(measure) && self.measures.named(measure).is_none_or(|measure| !measure.people)
    }

    /// Whether claims can be of this measure: it is in the catalogue, or an event makes it of those to whom it happens.
    pub fn knows_measure(&self, name: &str) -> bool {
        self.measures.named(name).is_some() || self.verbs.makes(name)
    }

    /// Whether a verb tells what its subject undergoes, not what it does: "suffered", "received".
    pub fn undergoes(&self, lexeme: &Lexeme) -> bool {
        lexeme.is_verb() && self.verbs.undergoes(lexeme.verb)
    }

    /// Whether a word is a form of a verb that says only that what its subject names took place.
    pub fn occurs(&self, lexeme: &Lexeme) -> bool {
        lexeme.is_verb() && self.verbs.occurs(lexeme.verb)
    }

    /// The row of the catalogue with this name.
    pub fn measure_named(&self, name: &str) -> Option<&Measure> {
        self.measures.named(name)
    }
}

fn add(lexemes: &mut BTreeMap<String, Lexeme>, word: &str, change: impl FnOnce(&mut Lexeme)) {
    change(lexemes.entry(word.to_owned()).or_default());
}

/// Adds a noun in both numbers.
fn add_noun(lexemes: &mut BTreeMap<String, Lexeme>, singulars: &mut BTreeMap<String, Name>, one: &str, many: &str) {
    let name = Name::from(one);
    let mass = if one == many { Classes::MASS } else { Classes::default() };
    add(lexemes, one, |lexeme| lexeme.classes = lexeme.classes.and(Classes::NOUN).and(mass));
    add(lexemes, many, |lexeme| lexeme.classes = lexeme.classes.and(Classes::NOUN).and(Classes::PLURAL));
    singulars.entry(one.to_owned()).or_insert_with(|| name.clone());
    singulars.entry(many.to_owned()).or_insert(name);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[test]
    fn words_know_their_classes() {
        let words = &Language::english().words;
        let killed = words.get(hash_of("Killed"));
        assert_eq!(words.verb(&killed).map(|verb| &**verb), Some("kill"));
        assert!(killed.has_form(Forms::PAST.and(Forms::PARTICIPLE)) && killed.is(Classes::PERSONAL));
        assert_eq!(words.verb_class(&killed).and_then(|class| class.undergoer.as_deref()), Some("deaths"));
        let soldiers = words.get(hash_of("soldiers"));
        assert!(soldiers.is(Classes::PLURAL));
        assert_eq!(words.measure(&soldiers).map(|measure| (&*measure.name, measure.people)), Some(("troops", true)));
        assert_eq!(words.state_class(&words.get(hash_of("dead"))).map(|class| &*class.name), Some("die"));
    }

    #[test]
    fn singulars() {
        let words = &Language::english().words;
        for (many, one) in [
            ("people", "person"),
            ("Engineers", "engineer"),
            ("policewomen", "policewoman"),
            ("countries", "country"),
            ("boxes", "box"),
            ("bus", "bus"),
            ("glasses", "glass"),
            ("houses", "house"),
            ("viruses", "virus"),
            ("ex-wives", "ex-wife"),
            ("dwarves", "dwarve"),
            ("news", "news"),
            ("cinemas", "cinema"),
            ("personnel", "personnel"),
            ("deaths", "death"),
            ("crises", "crisis"),
        ] {
            assert_eq!(&*words.singular(many), one);
        }
    }
}
