//! The desk's own words: aliases, measures, verbs, units.
//!
//! In: their sections of the file. Out: rows for the lexicon. What never happens here: a look-up in an article; a row that names a measure
//! that there is none of.

use toml::de::{DeTable, DeValue};

use super::reader::{Key, Reader, Value};
use crate::error::Kind;
use crate::lexicon::{Counts, Language, Own, OwnMeasure, OwnUnit, OwnVerbs, UnitKind};
use crate::text::Name;

/// Most rows of each kind: a desk's words, not a dictionary.
const MOST: usize = 100;

impl Reader<'_> {
    /// The desk's words from all sections that have some.
    pub(super) fn own_words(&self, table: &DeTable<'_>) -> Result<Own, Kind> {
        let mut own = Own::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "aliases" => {
                    for (alias, name) in self.table(key, value)? {
                        own.aliases.push((alias.get_ref().as_ref().into(), self.alias(alias, name)?));
                    }
                }
                "measures" => own.measures = self.rows(key, value, Self::measure)?,
                "verbs" => own.verbs = self.rows(key, value, Self::verbs)?,
                "units" => own.units = self.rows(key, value, Self::unit)?,
                "sources" => {
                    for (source, value) in self.table(key, value)? {
                        for (key, value) in self.table(source, value)?.iter().filter(|(key, _)| key.get_ref() == "wires") {
                            own.wires.push((source.get_ref().as_ref().into(), self.names(key, value)?));
                        }
                    }
                }
                _ => {}
            }
        }
        self.check_measures(table, &own)?;
        Ok(own)
    }

    /// The tables of a section, each read by `read`.
    fn rows<T>(
        &self,
        section: &Key<'_>,
        value: &Value<'_>,
        read: impl Fn(&Self, &Key<'_>, &DeTable<'_>) -> Result<T, Kind>,
    ) -> Result<Vec<T>, Kind> {
        let tables = self.tables(section, value)?;
        if tables.len() > MOST {
            return Err(self.setting(section, value, &format!("at most {MOST} tables")));
        }
        tables.into_iter().map(|table| read(self, section, table)).collect()
    }

    /// What a name stands for. A name that the text holds begins with a capital.
    fn alias(&self, alias: &Key<'_>, value: &Value<'_>) -> Result<Name, Kind> {
        let name = self.name(alias, value)?;
        let capital = |name: &str| name.starts_with(|first: char| first.is_uppercase());
        if capital(alias.get_ref()) && capital(&name) {
            Ok(name)
        } else {
            Err(self.setting(alias, value, "a name with a capital, for another one"))
        }
    }

    fn measure(&self, section: &Key<'_>, table: &DeTable<'_>) -> Result<OwnMeasure, Kind> {
        let mut measure = OwnMeasure::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "name" => measure.name = self.name(key, value)?,
                "heads" => measure.heads = self.lower(key, value)?,
                "like" => measure.like = Some(self.name(key, value)?.to_lowercase().into()),
                "people" => measure.people = self.flag(key, value)?,
                "counts" => {
                    let words = [("toll", Counts::Toll), ("standing", Counts::Standing), ("happenings", Counts::Happenings)];
                    measure.counts = self.one_of(key, value, &words)?;
                }
                _ => return Err(self.unknown_in(key, "measures[]", "[[measures]]")),
            }
        }
        if measure.name.is_empty() || measure.heads.is_empty() {
            return Err(self.missing(section, table, "a `name` and `heads`"));
        }
        Ok(measure)
    }

    fn verbs(&self, section: &Key<'_>, table: &DeTable<'_>) -> Result<OwnVerbs, Kind> {
        let mut verbs = OwnVerbs::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "class" => verbs.class = self.name(key, value)?,
                "verbs" => verbs.verbs = self.lower(key, value)?,
                "nouns" => verbs.nouns = self.lower(key, value)?,
                "states" => verbs.states = self.lower(key, value)?,
                "undergoer" => verbs.undergoer = Some(self.name(key, value)?),
                "subject" => verbs.subject = Some(self.name(key, value)?),
                _ => return Err(self.unknown_in(key, "verbs[]", "[[verbs]]")),
            }
        }
        if verbs.class.is_empty() || verbs.verbs.is_empty() && verbs.nouns.is_empty() && verbs.states.is_empty() {
            return Err(self.missing(section, table, "a `class`, and `verbs`, `nouns` or `states`"));
        }
        Ok(verbs)
    }

    fn unit(&self, section: &Key<'_>, table: &DeTable<'_>) -> Result<OwnUnit, Kind> {
        let mut unit = OwnUnit::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "code" => unit.code = self.name(key, value)?,
                "kind" => {
                    let words = [("measure", UnitKind::Measure), ("money", UnitKind::Money), ("percent", UnitKind::Percent)];
                    unit.kind = self.one_of(key, value, &words)?;
                }
                "names" => unit.names = self.lower(key, value)?,
                "symbols" => unit.symbols = self.names(key, value)?,
                "before" => unit.before = self.names(key, value)?,
                "smaller" => unit.smaller = Some(self.smaller(key, value)?),
                _ => return Err(self.unknown_in(key, "units[]", "[[units]]")),
            }
        }
        if unit.code.is_empty() || unit.names.is_empty() && unit.symbols.is_empty() && unit.before.is_empty() {
            return Err(self.missing(section, table, "a `code`, and `names`, `symbols` or `before`"));
        }
        Ok(unit)
    }

    /// The smaller unit and how many of it make one: `["kg", 100]`.
    fn smaller(&self, key: &Key<'_>, value: &Value<'_>) -> Result<(Name, i64), Kind> {
        let pair = || {
            let [code, many] = &value.get_ref().as_array()?[..] else { return None };
            let many = many.get_ref().as_integer()?.as_str().parse().ok().filter(|many| *many > 0)?;
            match code.get_ref() {
                DeValue::String(code) => Some((Name::from(code.as_ref()), many)),
                _ => None,
            }
        };
        pair().ok_or_else(|| self.setting(key, value, "a unit's code and a number, like [\"kg\", 100]"))
    }

    /// Words in lower case, as tables hold them.
    fn lower(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Vec<Name>, Kind> {
        let words = self.names(key, value)?;
        Ok(words.iter().map(|word| Name::from(word.to_lowercase())).collect())
    }

    /// Holds that every measure that a row names is in the catalogue, or is one of the desk's own.
    fn check_measures(&self, table: &DeTable<'_>, own: &Own) -> Result<(), Kind> {
        let known = |name: &str| own.measures.iter().any(|measure| &*measure.name == name) || Language::english().words.knows_measure(name);
        let sections = table.iter().filter(|(key, _)| key.get_ref() == "verbs");
        for (key, value) in sections {
            for row in self.tables(key, value)? {
                for (key, value) in row.iter().filter(|(key, _)| matches!(&**key.get_ref(), "undergoer" | "subject")) {
                    let name = self.name(key, value)?;
                    if !known(&name) {
                        return Err(self.setting(key, value, "a measure, such as \"deaths\", \"people\" or one under [[measures]]"));
                    }
                }
            }
        }
        Ok(())
    }
}
