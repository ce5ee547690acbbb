//! The figures that the desk has settled on.
//!
//! In: tables under `[[house]]`. Out: figures with what they are of. What never happens here: a reading of figures of its own; the grammar
//! that reads articles reads them.

use toml::de::{DeTable, DeValue};

use super::reader::{Key, Reader, Value};
use crate::error::Kind;
use crate::lexicon::Language;
use crate::mention;
use crate::rules::House;
use crate::value;

impl Reader<'_> {
    /// One figure.
    pub(super) fn house(&self, section: &Key<'_>, table: &DeTable<'_>, language: &Language) -> Result<House, Kind> {
        let mut house = House::default();
        let mut figure = None;
        for (key, value) in table {
            match &**key.get_ref() {
                "fact" => house.fact = Some(self.name(key, value)?),
                "measure" => {
                    let name = self.name(key, value)?;
                    if !language.words.knows_measure(&name) {
                        return Err(self.setting(key, value, "a measure, such as \"deaths\", or one under [[measures]]"));
                    }
                    house.measure = Some(name);
                }
                "counted" => house.counted = Some(self.name(key, value)?),
                "place" => house.place = Some(self.name(key, value)?),
                "actor" => house.actor = Some(self.name(key, value)?),
                "event" => house.event = Some(self.name(key, value)?),
                "words" => house.words = self.names(key, value)?,
                "figure" => figure = Some(self.figure(key, value, language)?),
                "as-of" => house.as_of = Some(self.moment(key, value)?.date),
                "note" => house.note = Some(self.name(key, value)?),
                _ => return Err(self.unknown_in(key, "house[]", "[[house]]")),
            }
        }
        let Some((figure, written)) = figure else { return Err(self.missing(section, table, "a `figure`")) };
        (house.figure, house.written) = (figure, written.into());
        let narrowed = house.place.is_some() || house.actor.is_some() || house.event.is_some() || !house.words.is_empty();
        let named = house.measure.is_some() || house.counted.is_some() || house.figure.unit.is_some();
        if house.fact.is_none() && !(named && narrowed) {
            let expected = "a `fact`, or a `measure` or `counted` with a `place`, an `actor`, an `event` or `words`";
            return Err(self.missing(section, table, expected));
        }
        Ok(house)
    }

    /// A figure as articles write it: 87, "about 12,000", "$1.2 billion".
    fn figure(&self, key: &Key<'_>, value: &Value<'_>, language: &Language) -> Result<(value::Value, String), Kind> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Integer(_) | DeValue::Float(_) => self.text.get(value.span()).unwrap_or_default().replace('_', ""),
            _ => String::new(),
        };
        let read = |text: &str| {
            let mut read = mention::read(language, text);
            let one = read.pop().filter(|_| read.is_empty())?;
            one.value.filter(|_| one.time.is_none())
        };
        // "2025" alone is a year; before a noun it is a figure.
        let figure = read(&written).or_else(|| read(&format!("{written} people")));
        let figure = figure.ok_or_else(|| self.setting(key, value, "a figure as articles write it, such as \"87\" or \"about 12,000\""))?;
        Ok((figure, written))
    }
}
