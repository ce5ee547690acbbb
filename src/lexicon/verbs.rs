//! News verbs and event nouns, by class of event.
//!
//! In: verbs.toml. Out: verbs with their forms, event nouns, and for each class what it makes of the people in it. What never happens
//! here: a decision whether a word is a verb where it stands.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::spelling::{progressive, regular};
use super::{Own, rows};
use crate::text::Name;

/// Forms of a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    /// "send".
    pub const BASE: Self = Self(1);
    /// "sends".
    pub const THIRD: Self = Self(2);
    /// "sent", as in "they sent".
    pub const PAST: Self = Self(4);
    /// "sent", as in "was sent".
    pub const PARTICIPLE: Self = Self(8);
    /// "sending".
    pub const ING: Self = Self(16);

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

/// A class of events.
#[derive(Debug)]
pub struct EventClass {
    /// Its name: `kill`, `send`.
    pub name: Name,
    /// The measure of the people to whom it is done.
    pub undergoer: Option<Name>,
    /// The measure of the people who do it, or to whom it happens without an object.
    pub subject: Option<Name>,
}

#[derive(Debug)]
struct Verb {
    base: Name,
    class: u8,
    forms: Vec<(String, Forms)>,
    /// Whether it says only that what its subject names took place.
    occurs: bool,
    /// Whether its subject does nothing.
    undergoes: bool,
}

/// The verbs and event nouns of a language. Verbs and classes are counted from 1.
#[derive(Debug)]
pub(super) struct Verbs {
    rows: Vec<Verb>,
    classes: Vec<EventClass>,
    nouns: Vec<(u8, String)>,
    states: Vec<(u8, String)>,
    groups: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    class: Vec<Row>,
    words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    nouns: String,
    #[serde(default)]
    states: String,
    undergoer: Option<String>,
    subject: Option<String>,
}

impl Verbs {
    pub(super) fn read(toml: &str, own: &Own) -> Self {
        let file: File = rows(toml);
        let mut read = Self { rows: Vec::new(), classes: Vec::new(), nouns: Vec::new(), states: Vec::new(), groups: file.words };
        let mut names: Vec<Name> = file.class.iter().map(|row| Name::from(row.name.as_str())).collect();
        let (mut nouns, mut states) = (Vec::new(), Vec::new());
        // A desk's verbs stand first: of two rows with one form, the first counts.
        for row in &own.verbs {
            let at = names.iter().position(|name| *name == row.class).unwrap_or(names.len());
            if at == names.len() {
                names.push(row.class.clone());
            }
            let class = u8::try_from(at + 1).unwrap_or(0);
            read.rows.extend(row.verbs.iter().map(|verb| Verb::new(verb, class)));
            nouns.extend(row.nouns.iter().map(|noun| (class, noun.to_string())));
            states.extend(row.states.iter().map(|state| (class, state.to_string())));
        }
        for row in file.class {
            let name = |text: Option<String>| text.filter(|text| !text.is_empty()).map(Name::from);
            read.classes.push(EventClass { name: Name::from(row.name), undergoer: name(row.undergoer), subject: name(row.subject) });
            let class = u8::try_from(read.classes.len()).unwrap_or(0);
            read.rows.extend(row.verbs.split_whitespace().map(|verb| Verb::new(verb, class)));
            read.nouns.extend(row.nouns.split_whitespace().map(|noun| (class, noun.to_owned())));
            read.states.extend(row.states.split_whitespace().map(|state| (class, state.to_owned())));
        }
        read.rows.extend(read.groups.get("plain").into_iter().flat_map(|verbs| verbs.split_whitespace()).map(|verb| Verb::new(verb, 0)));
        let of = |group: &str| read.groups.get(group).into_iter().flat_map(|verbs| verbs.split_whitespace()).collect::<BTreeSet<&str>>();
        let (occurs, undergoes) = (of("occurs"), of("undergoes"));
        for verb in &mut read.rows {
            (verb.occurs, verb.undergoes) = (occurs.contains(&*verb.base), undergoes.contains(&*verb.base));
        }
        // Of two rows with one noun, the last counts.
        read.nouns.extend(nouns);
        read.states.extend(states);
        for row in &own.verbs {
            match read.classes.iter_mut().find(|class| class.name == row.class) {
                Some(class) => {
                    class.undergoer = row.undergoer.clone().or(class.undergoer.take());
                    class.subject = row.subject.clone().or(class.subject.take());
                }
                None => read.classes.push(EventClass {
                    name: row.class.clone(),
                    undergoer: row.undergoer.clone(),
                    subject: row.subject.clone(),
                }),
            }
        }
        read
    }

    /// Every form with its verb.
    pub(super) fn forms(&self) -> impl Iterator<Item = (String, u16, Forms)> {
        let numbered = (1_u16..).zip(&self.rows);
        numbered.flat_map(|(number, verb)| verb.forms.iter().map(move |(form, forms)| (form.clone(), number, *forms)))
    }

    pub(super) fn event_nouns(&self) -> impl Iterator<Item = (u8, &str)> {
        self.nouns.iter().map(|(class, noun)| (*class, noun.as_str()))
    }

    pub(super) fn states(&self) -> impl Iterator<Item = (u8, &str)> {
        self.states.iter().map(|(class, state)| (*class, state.as_str()))
    }

    /// Lists of verbs that other rules ask for, by name.
    pub(super) fn groups(&self) -> impl Iterator<Item = (&str, &str)> {
        self.groups.iter().map(|(name, words)| (name.as_str(), words.as_str()))
    }

    pub(super) fn base(&self, verb: u16) -> &str {
        self.name(verb).map_or("", |name| &**name)
    }

    pub(super) fn name(&self, verb: u16) -> Option<&Name> {
        Some(&self.rows.get(usize::from(verb).checked_sub(1)?)?.base)
    }

    /// Whether the verb says only that what its subject names took place.
    pub(super) fn occurs(&self, verb: u16) -> bool {
        usize::from(verb).checked_sub(1).and_then(|at| self.rows.get(at)).is_some_and(|verb| verb.occurs)
    }

    /// Whether the verb tells what its subject undergoes, not what it does.
    pub(super) fn undergoes(&self, verb: u16) -> bool {
        usize::from(verb).checked_sub(1).and_then(|at| self.rows.get(at)).is_some_and(|verb| verb.undergoes)
    }

    pub(super) fn class_of(&self, verb: u16) -> Option<&EventClass> {
        self.class(self.rows.get(usize::from(verb).checked_sub(1)?)?.class)
    }

    /// Whether an event makes this measure of the people in it.
    pub(super) fn makes(&self, measure: &str) -> bool {
        let made = |class: &EventClass| [&class.undergoer, &class.subject].into_iter().flatten().any(|made| &**made == measure);
        self.classes.iter().any(made)
    }

    pub(super) fn class(&self, class: u8) -> Option<&EventClass> {
        self.classes.get(usize::from(class).checked_sub(1)?)
    }
}

impl Verb {
    /// A verb from its row: `base`, `base/past/participle` or `base/past/participle/ing`.
    fn new(row: &str, class: u8) -> Self {
        let mut parts = row.split('/');
        let base = parts.next().unwrap_or(row);
        let [third, regular_past, ing] = regular(base);
        let past = parts.next().map_or(regular_past, str::to_owned);
        let participle = parts.next().map_or_else(|| past.clone(), str::to_owned);
        let ing = parts.next().map_or_else(|| if row.contains('/') { progressive(base) } else { ing }, str::to_owned);
        let forms = vec![
            (base.to_owned(), Forms::BASE),
            (third, Forms::THIRD),
            (past, Forms::PAST),
            (participle, Forms::PARTICIPLE),
            (ing, Forms::ING),
        ];
        Self { base: Name::from(base), class, forms, occurs: false, undergoes: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_give_forms() {
        let forms = |row: &str| Verb::new(row, 1).forms.into_iter().map(|(form, _)| form).collect::<Vec<_>>().join(" ");
        assert_eq!(forms("wound"), "wound wounds wounded wounded wounding");
        assert_eq!(forms("give/gave/given"), "give gives gave given giving");
        assert_eq!(forms("die/died/died/dying"), "die dies died died dying");
    }

    #[test]
    fn there_are_some_three_hundred_verbs() {
        let verbs = Verbs::read(include_str!("verbs.toml"), &Own::default());
        assert!(verbs.rows.len() >= 300, "{}", verbs.rows.len());
        assert!(verbs.classes.len() < usize::from(u8::MAX));
    }
}
