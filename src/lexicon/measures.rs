//! The catalogue of measures: what kind of thing a head noun counts.
//!
//! In: measures.toml. Out: measures by noun and by name. What never happens here: a look at what happened; that "three soldiers were
//! killed" counts deaths is for [`crate::claim`] to say.

use serde::Deserialize;

use super::{Own, rows};
use crate::text::Name;

/// A row of the catalogue.
#[derive(Debug)]
pub struct Measure {
    /// Its name: `troops`.
    pub name: Name,
    /// Whether its nouns are people, so that what happens to them decides what is counted.
    pub people: bool,
    /// The measure that it is a part of.
    pub within: Option<Name>,
}

/// The catalogue. Measures are counted from 1.
#[derive(Debug)]
pub(super) struct Measures {
    measures: Vec<Measure>,
    nouns: Vec<(u8, String)>,
}

#[derive(Deserialize)]
struct File {
    measure: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[serde(default)]
    people: bool,
    within: Option<String>,
    nouns: String,
}

impl Measures {
    pub(super) fn read(toml: &str, own: &Own) -> Self {
        let file: File = rows(toml);
        let mut read = Self { measures: Vec::new(), nouns: Vec::new() };
        for row in file.measure {
            let within = row.within.map(Name::from);
            read.measures.push(Measure { name: Name::from(row.name), people: row.people, within });
            let measure = u8::try_from(read.measures.len()).unwrap_or(0);
            read.nouns.extend(row.nouns.split_whitespace().map(|noun| (measure, noun.to_owned())));
        }
        for own in &own.measures {
            let known = read.measures.iter().position(|measure| measure.name == own.name);
            if known.is_none() {
                read.measures.push(Measure { name: own.name.clone(), people: own.people, within: None });
            }
            let measure = u8::try_from(known.map_or(read.measures.len(), |at| at + 1)).unwrap_or(0);
            read.nouns.extend(own.heads.iter().map(|head| (measure, head.split('/').next().unwrap_or(head).to_owned())));
        }
        read
    }

    /// Every noun with its measure.
    pub(super) fn nouns(&self) -> impl Iterator<Item = (u8, &str)> {
        self.nouns.iter().map(|(measure, noun)| (*measure, noun.as_str()))
    }

    pub(super) fn get(&self, measure: u8) -> Option<&Measure> {
        self.measures.get(usize::from(measure).checked_sub(1)?)
    }

    pub(super) fn named(&self, name: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| &*measure.name == name)
    }
}
