//! A settings file being read: what a value must be, and how one that is not is told.
//!
//! In: keys and values with their places. Out: plain values, or an error that names the key, the line and the nearest key there is. What
//! never happens here: a default; what is not set is for the rooms to say.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{self, KEYS};
use crate::error::{Kind, Place};
use crate::fact::Named;
use crate::source::Moment;
use crate::story::nearest;
use crate::text::Name;

pub(super) type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// A file being read: knows where things stand in it.
pub(super) struct Reader<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

impl Reader<'_> {
    pub(super) fn table<'v, 'i>(&self, key: &Key<'_>, value: &'v Value<'i>) -> Result<&'v DeTable<'i>, Kind> {
        value.get_ref().as_table().ok_or_else(|| self.setting(key, value, "a table"))
    }

    /// The tables of a list of tables: `[[house]]`.
    pub(super) fn tables<'v, 'i>(&self, key: &Key<'_>, value: &'v Value<'i>) -> Result<Vec<&'v DeTable<'i>>, Kind> {
        let tables = value.get_ref().as_array().and_then(|list| list.iter().map(|item| item.get_ref().as_table()).collect());
        tables.ok_or_else(|| self.setting(key, value, &format!("tables, each under `[[{}]]`", key.get_ref())))
    }

    pub(super) fn name(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Name, Kind> {
        string(value).map(Name::from).ok_or_else(|| self.setting(key, value, "a string"))
    }

    /// A list of strings; a string alone is a list of one.
    pub(super) fn names(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Vec<Name>, Kind> {
        let named = self.named(key, value)?;
        Ok(named.into_iter().map(|named| named.name).collect())
    }

    /// The same, each with its place.
    pub(super) fn named(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Vec<Named>, Kind> {
        let one = |value: &Value<'_>| {
            let at = self.place(value.span().start).to_string().into();
            string(value).map(|text| Named { name: text.into(), at })
        };
        let all: Option<Vec<Named>> = match value.get_ref() {
            DeValue::Array(list) => list.iter().map(one).collect(),
            _ => one(value).map(|one| vec![one]),
        };
        all.filter(|all| !all.is_empty()).ok_or_else(|| self.setting(key, value, "a list of strings"))
    }

    /// A whole number from 0 to `most`.
    pub(super) fn whole(&self, key: &Key<'_>, value: &Value<'_>, most: u32, what: &str) -> Result<u32, Kind> {
        let number = value.get_ref().as_integer().and_then(|found| found.as_str().parse().ok()).filter(|found| *found <= most);
        number.ok_or_else(|| self.setting(key, value, &format!("{what} from 0 to {most}")))
    }

    pub(super) fn flag(&self, key: &Key<'_>, value: &Value<'_>) -> Result<bool, Kind> {
        value.get_ref().as_bool().ok_or_else(|| self.setting(key, value, "true or false"))
    }

    /// One of a few words, each with what it stands for.
    pub(super) fn one_of<T: Copy>(&self, key: &Key<'_>, value: &Value<'_>, words: &[(&str, T)]) -> Result<T, Kind> {
        let found = string(value).and_then(|text| words.iter().find(|(word, _)| *word == text));
        found.map(|(_, meaning)| *meaning).ok_or_else(|| {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let expected = match words.split_last() {
                Some((last, first)) if !first.is_empty() => format!("{} or {last}", first.join(", ")),
                _ => words.concat(),
            };
            self.setting(key, value, &expected)
        })
    }

    /// A date as a string, or as TOML writes dates.
    pub(super) fn moment(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Moment, Kind> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        text.parse().map_err(|_| self.setting(key, value, "a date like 2026-03-01"))
    }

    /// A key that `section` of the catalogue does not hold; `shown` is how the file names the section.
    pub(super) fn unknown_in(&self, key: &Key<'_>, section: &str, shown: &str) -> Kind {
        self.unknown(key, shown, KEYS.iter().filter(|known| known.section == section).map(|known| known.name))
    }

    /// A section that is none.
    pub(super) fn unknown_section(&self, key: &Key<'_>) -> Kind {
        self.unknown(key, "", keys::sections().map(|section| section.trim_end_matches(['.', '*', '[', ']'])))
    }

    pub(super) fn unknown<'k>(&self, key: &Key<'_>, section: &str, known: impl IntoIterator<Item = &'k str>) -> Kind {
        let known: Vec<&str> = known.into_iter().collect();
        let nearest = match nearest(key.get_ref(), known.iter().copied()) {
            Some(near) => format!("; did you mean `{near}`?"),
            None if section == "[rules]" => "; `crosscheck explain` lists the rules".to_owned(),
            None => format!("; known are `{}`", known.join("`, `")),
        };
        let within = if section.is_empty() { String::new() } else { format!(" in {section}") };
        Kind::UnknownKey { key: key.get_ref().to_string(), within, nearest, at: self.place(key.span().start) }
    }

    /// A key that a table must have.
    pub(super) fn missing(&self, section: &Key<'_>, table: &DeTable<'_>, expected: &str) -> Kind {
        let keys: Vec<String> = table.iter().map(|(key, _)| format!("`{}`", key.get_ref())).collect();
        let found = if keys.is_empty() { "an empty table".to_owned() } else { keys.join(", ") };
        let at = table.iter().map(|(key, _)| key.span().start).min().unwrap_or(section.span().start);
        Kind::Setting { key: section.get_ref().to_string(), expected: expected.to_owned(), found, at: self.place(at) }
    }

    pub(super) fn setting(&self, key: &Key<'_>, value: &Value<'_>, expected: &str) -> Kind {
        let found = match value.get_ref() {
            DeValue::String(text) => format!("\"{text}\""),
            DeValue::Table(_) => "a table".to_owned(),
            DeValue::Array(_) => "a list".to_owned(),
            _ => format!("`{}`", self.text.get(value.span()).unwrap_or_default()),
        };
        Kind::Setting { key: key.get_ref().to_string(), expected: expected.to_owned(), found, at: self.place(value.span().start) }
    }

    /// The line of an offset.
    pub(super) fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        Place::line(self.name, before.matches('\n').count() + 1)
    }
}

fn string<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty())
}
