//! How the subject of a fact reads for people.
//!
//! In: rows of `labels.toml`. Out: look-ups by measure and by class of event. What never happens here: a decision; labels decide
//! nothing.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Table, rows};
use crate::text::Name;

/// The words of labels.
#[derive(Clone, Debug)]
pub struct Labels {
    outcomes: Table<Name>,
    events: Table<EventWords>,
    /// Code of a unit and what it measures: codes differ by case, so that no table of words holds them.
    quantities: BTreeMap<String, Name>,
    dimensions: Table<()>,
}

/// The words for a class of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWords {
    /// What is said of the counted thing: "sent".
    pub after: Option<Name>,
    /// What is said of things, where that is another word: jobs "cut".
    pub after_things: Option<Name>,
    /// Whether that is said of things alone: people are not stolen.
    pub things: bool,
    /// What is said of ground that is measured: "burned".
    pub extent: Option<Name>,
    /// The word before the place: "to".
    pub to: Option<Name>,
    /// What its sum of money is called: "cost".
    pub sum: Option<Name>,
    /// The event as a noun: "signing".
    pub noun: Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    dimensions: Vec<String>,
    outcome: Vec<Outcome>,
    event: Vec<Event>,
    quantity: Vec<Quantity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Quantity {
    noun: String,
    units: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    measure: String,
    after: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    class: String,
    after: Option<String>,
    after_things: Option<String>,
    #[serde(default)]
    things: bool,
    extent: Option<String>,
    to: Option<String>,
    sum: Option<String>,
    noun: String,
}

impl Labels {
    pub(super) fn read(toml: &str) -> Self {
        let rows: Rows = rows(toml);
        let name = |text: &Option<String>| text.as_deref().map(Name::from);
        let event = |row: &Event| EventWords {
            after: name(&row.after),
            after_things: name(&row.after_things),
            things: row.things,
            extent: name(&row.extent),
            to: name(&row.to),
            sum: name(&row.sum),
            noun: Name::from(row.noun.as_str()),
        };
        Self {
            outcomes: rows.outcome.iter().map(|row| (row.measure.as_str(), Name::from(row.after.as_str()))).collect(),
            events: rows.event.iter().map(|row| (row.class.as_str(), event(row))).collect(),
            quantities: rows
                .quantity
                .iter()
                .flat_map(|row| row.units.iter().map(|unit| (unit.clone(), Name::from(row.noun.as_str()))))
                .collect(),
            dimensions: rows.dimensions.iter().map(|noun| (noun.as_str(), ())).collect(),
        }
    }

    /// Whether a noun says what is measured: "depth".
    pub fn dimension(&self, noun: &str) -> bool {
        self.dimensions.word(noun).is_some()
    }

    /// What a measure says of its people: "killed" for deaths.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let labels = &Language::english().labels;
    /// assert_eq!(labels.outcome("deaths").map(|words| &**words), Some("killed"));
    /// assert_eq!(labels.outcome("homes"), None);
    /// ```
    pub fn outcome(&self, measure: &str) -> Option<&Name> {
        self.outcomes.word(measure)
    }

    /// What a unit measures: "area" for acres.
    ///
    /// ```
    /// use crosscheck::lexicon::Language;
    /// let labels = &Language::english().labels;
    /// assert_eq!(labels.quantity("ha").map(|words| &**words), Some("area"));
    /// assert_eq!(labels.quantity("USD"), None);
    /// ```
    pub fn quantity(&self, unit: &str) -> Option<&Name> {
        self.quantities.get(unit)
    }

    /// The words for a class of events.
    pub fn event(&self, class: &str) -> Option<&EventWords> {
        self.events.word(class)
    }
}
