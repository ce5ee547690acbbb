//! Words that a desk adds: rows like those of the compiled tables, read by the same tables beside them.
//!
//! In: rows, as the settings give them. Out: the same rows, for each table to take its own. What never happens here: a look-up; where a
//! word has a compiled row too, the desk's row wins.

use crate::text::Name;

/// The words of a desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Names and what they stand for: "Karvel Steel Works", "Karvel Steel".
    pub aliases: Vec<(Name, Name)>,
    /// What counts what.
    pub measures: Vec<OwnMeasure>,
    /// Verbs and event nouns.
    pub verbs: Vec<OwnVerbs>,
    /// Units of measure and currencies.
    pub units: Vec<OwnUnit>,
    /// Wire services, and how articles credit each.
    pub wires: Vec<(Name, Vec<Name>)>,
}

/// A measure: what kind of thing its nouns count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnMeasure {
    /// Its name; that of a compiled measure gives it more nouns.
    pub name: Name,
    /// Its nouns in the singular, each with its plural where that is irregular: "ox/oxen". They count the same things.
    pub heads: Vec<Name>,
    /// A noun that counts the same things as they do.
    pub like: Option<Name>,
    /// Whether they are people.
    pub people: bool,
    /// How its figures move with time.
    pub counts: Counts,
}

/// How the figures of a measure move with time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// Nothing is known.
    #[default]
    Anything,
    /// The toll of one event, counted until it settles.
    Toll,
    /// What stands over time.
    Standing,
    /// Happenings: each count belongs to its period.
    Happenings,
}

/// Verbs and event nouns of one class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnVerbs {
    /// The class; that of compiled verbs gives it more.
    pub class: Name,
    /// Verbs, as the compiled table writes them: "defuse", "slay/slew/slain".
    pub verbs: Vec<Name>,
    /// Nouns for the event.
    pub nouns: Vec<Name>,
    /// Adjectives that say that it happened to those they stand with.
    pub states: Vec<Name>,
    /// The measure of those to whom it happens.
    pub undergoer: Option<Name>,
    /// The measure of those who do it.
    pub subject: Option<Name>,
}

/// A unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnUnit {
    /// Its code, as reports print it.
    pub code: Name,
    /// What kind of quantity it makes.
    pub kind: super::UnitKind,
    /// Words behind a number, plurals spelled out.
    pub names: Vec<Name>,
    /// Signs behind a number.
    pub symbols: Vec<Name>,
    /// Signs before a number.
    pub before: Vec<Name>,
    /// The next smaller unit and how many of it make one.
    pub smaller: Option<(Name, i64)>,
}

impl Own {
    /// Whether the desk adds none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
