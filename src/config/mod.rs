//! `crosscheck.toml`: what a desk knows better than the tool.
//!
//! In: the text of the file and its name. Out: the settings of every room that has some, or an error that names the key, its line and the
//! nearest key there is. What never happens here: files looked for or read; a key passed over.

mod amend;
mod house;
mod keys;
mod reader;
mod schema;
mod shown;
mod words;

use std::sync::Arc;

use toml::de::DeTable;

use crate::article::{self, Given, NORMAL, Sources};
use crate::calendar::{self, Hemisphere};
use crate::claim;
use crate::error::{Error, Kind};
use crate::fact;
use crate::lexicon::{self, Language};
use crate::rules::{self, RULES, Severity};
use crate::story;
use crate::value::{self, Own, Scale};
use crate::verdict::{self, Policy};

pub use amend::{Correction, Refused};
pub use keys::{KEYS, Key, Takes};
use reader::{Key as Written, Reader, Value};
pub use schema::schema;
pub use shown::{Setting, effective};

/// The settings of every room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The desk's own words.
    pub words: lexicon::Own,
    /// What the user says of single articles.
    pub articles: article::Settings,
    /// Vague quantities.
    pub values: value::Settings,
    /// Claims, and how their dates are read.
    pub claims: claim::Settings,
    /// Stories.
    pub story: story::Settings,
    /// Facts.
    pub facts: fact::Settings,
    /// Verdicts.
    pub verdict: verdict::Settings,
    /// Rules.
    pub rules: rules::Settings,
}

impl Settings {
    /// The vocabulary to read articles with: English, with the desk's own words where there are any. Built anew where there are, so asked
    /// once for a run.
    pub fn language(&self) -> Arc<Language> {
        Language::with(&self.words)
    }
}

/// Reads the settings in `text`, the content of the file `name`.
///
/// ```
/// use crosscheck::config;
/// let settings = config::read("crosscheck.toml", "[rules]\nfigure-range = \"off\"\n").unwrap();
/// assert_eq!(settings.rules.severities["figure-range"], None);
/// let error = config::read("crosscheck.toml", "[rules]\nfigure-rage = \"off\"\n").unwrap_err();
/// assert_eq!(error.to_string(), "unknown key `figure-rage` in [rules]; did you mean `figure-range`? (crosscheck.toml:2)");
/// ```
///
/// # Errors
///
/// Where the text is no TOML, holds a key that is none, or a value of the wrong kind.
pub fn read(name: &str, text: &str) -> Result<Settings, Error> {
    let reader = Reader { name, text };
    let table = DeTable::parse(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        Kind::Toml { found: error.message().trim().replace('\n', ", "), at: reader.place(start) }
    })?;
    Ok(reader.settings(table.get_ref())?)
}

impl Reader<'_> {
    fn settings(&self, table: &DeTable<'_>) -> Result<Settings, Kind> {
        let mut settings = Settings { words: self.own_words(table)?, ..Settings::default() };
        for (key, value) in table {
            match &**key.get_ref() {
                "articles" => {
                    for (article, value) in self.table(key, value)? {
                        let given = self.given(article, value)?;
                        settings.articles.articles.insert(article.get_ref().as_ref().into(), given);
                    }
                }
                "sources" => {
                    for (source, value) in self.table(key, value)? {
                        self.source(source, value, &mut settings.articles.sources)?;
                    }
                }
                "facts" => self.tables(key, value)?.into_iter().try_for_each(|table| self.said(key, table, &mut settings.facts))?,
                "house" => {
                    let language = settings.language();
                    for table in self.tables(key, value)? {
                        settings.rules.house.push(self.house(key, table, &language)?);
                    }
                }
                "rules" => {
                    for (rule, value) in self.table(key, value)? {
                        let severity = self.severity(rule, value)?;
                        settings.rules.severities.insert(rule.get_ref().to_string(), severity);
                    }
                }
                "dates" => self.dates(self.table(key, value)?, &mut settings.claims.dates)?,
                "compare" => self.compare(self.table(key, value)?, &mut settings)?,
                // Read before all else.
                "aliases" | "measures" | "verbs" | "units" => {}
                "vague" => self.vague(self.table(key, value)?, &mut settings.values)?,
                _ => return Err(self.unknown_section(key)),
            }
        }
        Ok(settings)
    }

    /// What the user says of one article.
    fn given(&self, article: &Written<'_>, value: &Value<'_>) -> Result<Given, Kind> {
        let mut given = Given::default();
        for (key, value) in self.table(article, value)? {
            match &**key.get_ref() {
                "published" => given.published = Some(self.moment(key, value)?),
                "publisher" => given.publisher = Some(self.name(key, value)?),
                "copy-of" => given.copy_of = Some(self.name(key, value)?),
                _ => return Err(self.unknown_in(key, "articles.*", &format!("[articles.\"{}\"]", article.get_ref()))),
            }
        }
        Ok(given)
    }

    /// What a desk says of a source.
    fn source(&self, source: &Written<'_>, value: &Value<'_>, sources: &mut Sources) -> Result<(), Kind> {
        let (mut reliability, mut names) = (None, Vec::new());
        for (key, value) in self.table(source, value)? {
            match &**key.get_ref() {
                "reliability" => reliability = Some(self.reliability(key, value)?),
                "publishers" => names = self.names(key, value)?,
                "wires" => {}
                _ => return Err(self.unknown_in(key, "sources.*", &format!("[sources.\"{}\"]", source.get_ref()))),
            }
        }
        sources.add(&source.get_ref().as_ref().into(), &names, reliability);
        Ok(())
    }

    fn reliability(&self, key: &Written<'_>, value: &Value<'_>) -> Result<u32, Kind> {
        match value.get_ref().as_str() {
            Some("high") => Ok(80),
            Some("normal") => Ok(NORMAL),
            Some("low") => Ok(20),
            _ => self.whole(key, value, 100, "\"high\", \"normal\", \"low\" or a whole number"),
        }
    }

    /// The severity of a rule; `None` switches it off.
    fn severity(&self, rule: &Written<'_>, value: &Value<'_>) -> Result<Option<Severity>, Kind> {
        if rules::rule(rule.get_ref()).is_none() {
            return Err(self.unknown(rule, "[rules]", RULES.iter().map(|rule| rule.id)));
        }
        let words = [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("note", Some(Severity::Note)), ("off", None)];
        self.one_of(rule, value, &words)
    }

    fn dates(&self, table: &DeTable<'_>, dates: &mut calendar::Settings) -> Result<(), Kind> {
        for (key, value) in table {
            match &**key.get_ref() {
                "hemisphere" => {
                    let words = [("northern", Hemisphere::Northern), ("southern", Hemisphere::Southern)];
                    dates.hemisphere = self.one_of(key, value, &words)?;
                }
                "day-first" => dates.day_first = Some(self.flag(key, value)?),
                _ => return Err(self.unknown_in(key, "dates", "[dates]")),
            }
        }
        Ok(())
    }

    fn compare(&self, table: &DeTable<'_>, settings: &mut Settings) -> Result<(), Kind> {
        let Settings { verdict, facts, .. } = settings;
        for (key, value) in table {
            match &**key.get_ref() {
                "closeness" => facts.closeness = self.whole(key, value, 1000, "a whole number of per mille")?,
                "tolerance" => verdict.tolerance = self.whole(key, value, 1000, "a whole number of per mille")?,
                "policy" => {
                    let words = [("range", Policy::Range), ("majority", Policy::Majority), ("priority", Policy::Priority)];
                    verdict.policy = self.one_of(key, value, &words)?;
                }
                _ => return Err(self.unknown_in(key, "compare", "[compare]")),
            }
        }
        Ok(())
    }

    /// What a desk says of claims: of one fact, or never of one.
    fn said(&self, section: &Written<'_>, table: &DeTable<'_>, facts: &mut fact::Settings) -> Result<(), Kind> {
        for (key, value) in table {
            let named = self.named(key, value)?;
            let entries = match &**key.get_ref() {
                "same" => &mut facts.same,
                "apart" => &mut facts.apart,
                _ => return Err(self.unknown_in(key, "facts[]", "[[facts]]")),
            };
            if named.len() < 2 {
                return Err(self.setting(key, value, "a list of two claims or more"));
            }
            entries.push(named);
        }
        if table.is_empty() { Err(self.missing(section, table, "`same` or `apart`")) } else { Ok(()) }
    }

    fn vague(&self, table: &DeTable<'_>, values: &mut value::Settings) -> Result<(), Kind> {
        for (key, value) in table {
            let from = match &**key.get_ref() {
                "scale" => {
                    let words = [("interval", Scale::Interval), ("acled", Scale::Acled), ("ccc", Scale::Ccc), ("strict", Scale::Strict)];
                    values.scale = self.one_of(key, value, &words)?;
                    continue;
                }
                "dozens" => 12,
                "scores" => 20,
                "hundreds" => 100,
                "thousands" => 1000,
                _ => return Err(self.unknown_in(key, "vague", "[vague]")),
            };
            values.own.push(self.own(from, key, value)?);
        }
        Ok(())
    }

    /// Own values for a vague quantity: `{ low = 24, best = 30, high = 99 }`.
    fn own(&self, from: i64, word: &Written<'_>, value: &Value<'_>) -> Result<Own, Kind> {
        let (mut low, mut best, mut high) = (None, None, None);
        for (key, value) in self.table(word, value)? {
            let number = value.get_ref().as_integer().and_then(|found| found.as_str().parse().ok());
            let place = match &**key.get_ref() {
                "low" => &mut low,
                "best" => &mut best,
                "high" => &mut high,
                _ => return Err(self.unknown(key, &format!("[vague.{}]", word.get_ref()), ["low", "best", "high"])),
            };
            *place = Some(number.ok_or_else(|| self.setting(key, value, "a whole number"))?);
        }
        let low = low.ok_or_else(|| self.setting(word, value, "a table with at least `low`"))?;
        Ok(Own { from, low, best, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let error = read("crosscheck.toml", text).unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    }

    #[test]
    fn every_key_is_read() {
        let text = "
[articles.\"a.txt#2\"]
published = 2025-03-21
publisher = \"Alder Post\"
copy-of = \"b.txt\"
[articles.\"b.txt\"]
published = \"March 3, 2025\"
[rules]
single-origin = \"note\"
[dates]
hemisphere = \"southern\"
day-first = true
[compare]
closeness = 600
tolerance = 20
[vague]
scale = \"ccc\"
dozens = { low = 24, high = 99 }
";
        let settings = read("crosscheck.toml", text).unwrap();
        let given = &settings.articles.articles["a.txt#2"];
        assert_eq!(given.published.map(|moment| moment.date.to_string()).as_deref(), Some("2025-03-21"));
        assert_eq!((given.publisher.as_deref(), given.copy_of.as_deref()), (Some("Alder Post"), Some("b.txt")));
        assert!(settings.articles.articles["b.txt"].published.is_some());
        assert_eq!(settings.rules.severities["single-origin"], Some(Severity::Note));
        assert_eq!(settings.claims.dates, calendar::Settings { hemisphere: Hemisphere::Southern, day_first: Some(true) });
        assert_eq!((settings.verdict.tolerance, settings.facts.closeness), (20, 600));
        assert_eq!(
            settings.values,
            value::Settings { scale: Scale::Ccc, own: vec![Own { from: 12, low: 24, best: None, high: Some(99) }] }
        );
        assert_eq!(read("crosscheck.toml", "# nothing").unwrap(), Settings::default());
    }

    #[test]
    fn what_is_no_setting_is_refused_by_its_line() {
        check("\n[artcles.\"a\"]\n", "unknown key `artcles`; did you mean `articles`? (crosscheck.toml:2)");
        check(
            "[articles.\"a\"]\n\npublishd = \"x\"",
            "unknown key `publishd` in [articles.\"a\"]; did you mean `published`? (crosscheck.toml:3)",
        );
        check("[dates]\nzone = 1", "unknown key `zone` in [dates]; known are `hemisphere`, `day-first` (crosscheck.toml:2)");
        check(
            "[articles.\"a\"]\npublished = \"soon\"",
            "expected a date like 2026-03-01 for `published`, found \"soon\" (crosscheck.toml:2)",
        );
        check("[dates]\nday-first = 1", "expected true or false for `day-first`, found `1` (crosscheck.toml:2)");
        check("rules = 3", "expected a table for `rules`, found `3` (crosscheck.toml:1)");
        check(
            "[rules]\nfigure-range = \"info\"",
            "expected \"error\", \"warning\", \"note\" or \"off\" for `figure-range`, found \"info\" (crosscheck.toml:2)",
        );
        check(
            "[compare]\ntolerance = 0.5",
            "expected a whole number of per mille from 0 to 1000 for `tolerance`, found `0.5` (crosscheck.toml:2)",
        );
        assert!(read("crosscheck.toml", "[rules\n").unwrap_err().to_string().ends_with("(crosscheck.toml:1)"));
    }
}
