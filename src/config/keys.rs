//! The catalogue of keys: what each takes, what holds without it, what it says. Errors, the schema for editors and `config show` are made
//! of it.
//!
//! In: nothing. Out: [`KEYS`]. What never happens here: a value read; that every key of the catalogue is read, and no other, a test holds.

/// A key of `crosscheck.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its section: `dates`; `articles.*` where a name follows; `facts[]` for a list of tables.
    pub section: &'static str,
    /// Its name; `*` stands for any name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What holds where it is not set, for people.
    pub default: &'static str,
    /// What it says, in one line.
    pub says: &'static str,
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A string.
    Text,
    /// A string, or a list of them.
    Texts,
    /// A date.
    Date,
    /// `true` or `false`.
    Flag,
    /// A whole number up to this.
    Whole(u32),
    /// One of these.
    OneOf(&'static [&'static str]),
    /// One of these, or a whole number up to this.
    OneOfOrWhole(&'static [&'static str], u32),
    /// A figure: a string or a number.
    Figure,
    /// A table with `low`, and perhaps `best` and `high`.
    Values,
    /// A code and a number: `["m", 1000]`.
    Part,
}

macro_rules! keys {
    ($($section:literal { $($name:literal $takes:expr, $default:literal, $says:literal;)+ })+) => {
        /// Every key, section by section.
        pub const KEYS: &[Key] = &[$($(Key { section: $section, name: $name, takes: $takes, default: $default, says: $says }),+),+];
    };
}

use Takes::{Date, Figure, Flag, OneOf, OneOfOrWhole, Part, Text, Texts, Values, Whole};

/// What a rule can be set to.
pub(super) const SEVERITIES: &[&str] = &["error", "warning", "note", "off"];

keys! {
    "articles.*" {
        "published" Date, "as its page says", "When the article was published: a date, or a date and a time.";
        "publisher" Text, "as its page says", "Who published it.";
        "copy-of" Text, "what the texts show", "The name of the article that it was copied from.";
    }
    "sources.*" {
        "reliability" OneOfOrWhole(&["high", "normal", "low"], 100), "\"normal\"", "How reliable the desk holds the source to be: \"high\" (80), \"normal\" (50), \"low\" (20), or 0 to 100.";
        "wires" Texts, "none", "How articles credit it, where it is a wire service: \"(KN)\". Articles of one story that do are of one origin.";
        "publishers" Texts, "none", "Other names that the source goes by: as publisher, in an address, in a byline.";
    }
    "facts[]" {
        "same" Texts, "none", "Claims that are of one fact: `DOC:LINE`, `DOC:LINE:COLUMN`, `DOC title` or a claim's id.";
        "apart" Texts, "none", "Claims of which no two are ever of one fact, named in the same way.";
    }
    "house[]" {
        "fact" Text, "none", "The fact's id, or the beginning of one.";
        "measure" Text, "none", "The measure that the figure is of: \"deaths\".";
        "counted" Text, "none", "The counted noun: \"home\".";
        "place" Text, "none", "Where.";
        "actor" Text, "none", "Who.";
        "event" Text, "none", "What happened: a verb, an event noun or a class of events.";
        "words" Texts, "none", "Words that stand in the title, in the lead or in the sentence.";
        "figure" Figure, "none", "The figure: 87, \"about 12,000\", \"$1.2 billion\".";
        "as-of" Date, "none", "The day from which it holds.";
        "note" Text, "none", "What the desk notes with it.";
    }
    "rules" {
        "*" OneOf(SEVERITIES), "the rule's own", "The severity of a rule, by its id; \"off\" switches it off.";
    }
    "dates" {
        "hemisphere" OneOf(&["northern", "southern"]), "\"northern\"", "Whose seasons \"last fall\" is read by.";
        "day-first" Flag, "as the article writes its dates", "Whether 03/10/2025 is 3 October.";
    }
    "compare" {
        "closeness" Whole(1000), "500", "How close claims must be, in per mille and on average, to be of one fact; higher joins fewer.";
        "tolerance" Whole(1000), "0", "Figures that differ by up to so many per mille of the larger are taken to overlap.";
        "policy" OneOf(&["range", "majority", "priority"]), "\"range\"", "How a best figure is found where reports differ; the verdict stays the same.";
    }
    "aliases" {
        "*" Text, "the lexicon's names", "Another name, and the one that it stands for.";
    }
    "measures[]" {
        "name" Text, "none", "What is counted; the name of a measure that there is gives it more nouns.";
        "heads" Texts, "none", "The nouns that count it, in the singular; \"ox/oxen\" where the plural is irregular.";
        "like" Text, "none", "A noun that counts the same things.";
        "people" Flag, "false", "Whether they are people, so that what happens to them decides what is counted.";
        "counts" OneOf(&["toll", "standing", "happenings"]), "none", "How its figures move: until a toll settles, as things stand, or period by period.";
    }
    "verbs[]" {
        "class" Text, "none", "The kind of event that they tell of; the name of a class that there is gives it more words.";
        "verbs" Texts, "none", "Verbs: \"defuse\", or \"slay/slew/slain\" where irregular.";
        "nouns" Texts, "none", "Nouns for the event.";
        "states" Texts, "none", "Adjectives that say that it happened to those they stand with.";
        "undergoer" Text, "none", "The measure of those to whom it happens.";
        "subject" Text, "none", "The measure of those who do it.";
    }
    "units[]" {
        "code" Text, "none", "How reports print the unit.";
        "kind" OneOf(&["measure", "money", "percent"]), "\"measure\"", "What kind of quantity it makes.";
        "names" Texts, "none", "Words behind a number, plurals spelled out.";
        "symbols" Texts, "none", "Signs behind a number, exact.";
        "before" Texts, "none", "Signs before a number, exact.";
        "smaller" Part, "none", "The next smaller unit, and how many of it make one: [\"kg\", 100].";
    }
    "vague" {
        "scale" OneOf(&["interval", "acled", "ccc", "strict"]), "\"interval\"", "How \"dozens\" and \"hundreds\" are read.";
        "dozens" Values, "by the scale", "Own values for dozens.";
        "scores" Values, "by the scale", "Own values for scores.";
        "hundreds" Values, "by the scale", "Own values for hundreds.";
        "thousands" Values, "by the scale", "Own values for thousands.";
    }
}

/// The sections, in the order of the catalogue.
pub(super) fn sections() -> impl Iterator<Item = &'static str> {
    let mut last = "";
    KEYS.iter().map(|key| key.section).filter(move |section| std::mem::replace(&mut last, section) != *section)
}
