//! Every effective setting, with where it comes from.
//!
//! In: a settings file and its name. Out: each key with its value, as TOML writes it, and its line; defaults for what the file leaves out.
//! What never happens here: a value read for use.

use toml::de::{DeTable, DeValue};

use super::keys::{KEYS, Takes};
use super::reader::Reader;
use crate::rules::{RULES, Severity};

/// A setting as it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting {
    /// The key with its section: `dates.hemisphere`, `house[1].figure`.
    pub key: String,
    /// The value, as TOML writes it; `None` where nothing is set and no one value holds.
    pub value: Option<String>,
    /// What holds where no value does, for people.
    pub default: &'static str,
    /// Where it is set: `crosscheck.toml:3`; `None` for a default.
    pub at: Option<String>,
}

/// What the file `name` sets, key by key, and the defaults of what it leaves out. The text must be one that [`super::read`] takes; of any
/// other, only the defaults are told.
pub fn effective(name: &str, text: &str) -> Vec<Setting> {
    let reader = Reader { name, text };
    let mut settings = Vec::new();
    if let Ok(table) = DeTable::parse(text) {
        reader.list("", table.get_ref(), &mut settings);
    }
    let set: Vec<String> = settings.iter().map(|setting| setting.key.clone()).collect();
    settings.extend(defaults().filter(|setting| !set.contains(&setting.key)));
    settings.sort();
    settings
}

/// The settings that hold in every run.
fn defaults() -> impl Iterator<Item = Setting> {
    let rules = RULES.iter().map(|rule| Setting {
        key: format!("rules.{}", rule.id),
        value: Some(if rule.on { severity(rule.severity) } else { "\"off\"" }.to_owned()),
        default: "",
        at: None,
    });
    let single = KEYS.iter().filter(|key| !key.section.ends_with(['*', ']']) && key.name != "*" && key.takes != Takes::Values);
    rules.chain(single.map(|key| Setting {
        key: format!("{}.{}", key.section, key.name),
        value: key.default.starts_with(|first: char| first == '"' || first.is_ascii_digit()).then(|| key.default.to_owned()),
        default: key.default,
        at: None,
    }))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\"error\"",
        Severity::Warning => "\"warning\"",
        Severity::Note => "\"note\"",
    }
}

impl Reader<'_> {
    /// Lists the values of a table, those of its tables first.
    fn list(&self, section: &str, table: &DeTable<'_>, settings: &mut Vec<Setting>) {
        for (key, value) in table {
            let name = key.get_ref();
            let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
            let name = if bare { name.to_string() } else { format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")) };
            let path = if section.is_empty() { name } else { format!("{section}.{name}") };
            let written = self.text.get(value.span()).unwrap_or_default();
            match value.get_ref() {
                DeValue::Table(table) if !written.starts_with('{') => self.list(&path, table, settings),
                DeValue::Array(items) if !written.starts_with('[') || written.starts_with("[[") && is_tables(items) => {
                    let tables = items.iter().filter_map(|item| item.get_ref().as_table());
                    tables.enumerate().for_each(|(at, table)| self.list(&format!("{path}[{}]", at + 1), table, settings));
                }
                _ => settings.push(Setting {
                    key: path,
                    value: Some(written.split_whitespace().collect::<Vec<_>>().join(" ")),
                    default: "",
                    at: Some(self.place(key.span().start).to_string()),
                }),
            }
        }
    }
}

fn is_tables(items: &toml::de::DeArray<'_>) -> bool {
    items.iter().all(|item| item.get_ref().as_table().is_some())
}
