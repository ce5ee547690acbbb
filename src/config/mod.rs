//! `crosscheck.toml`: what a desk knows better than the tool.
//!
//! In: the text of the file and its name. Out: the settings of every room that has some, or an error that names the key, its line and the
//! nearest key there is. What never happens here: files looked for or read; a key passed over.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::article::{self, Given};
use crate::calendar::{self, Hemisphere};
use crate::claim;
use crate::error::{Error, Kind, Place};
use crate::fact;
use crate::rules::{self, RULES, Severity};
use crate::source::Moment;
use crate::story::{self, nearest};
use crate::text::Name;
use crate::value::{self, Own, Scale};
use crate::verdict;

/// The settings of every room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
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

const SECTIONS: [&str; 5] = ["articles", "compare", "dates", "rules", "vague"];
const ARTICLE: [&str; 3] = ["published", "publisher", "copy-of"];
const DATES: [&str; 2] = ["hemisphere", "day-first"];
const COMPARE: [&str; 1] = ["tolerance"];
const VAGUE: [&str; 5] = ["scale", "dozens", "scores", "hundreds", "thousands"];
const OWN: [&str; 3] = ["low", "best", "high"];

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

type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Value<'a> = Spanned<DeValue<'a>>;

/// A file being read: knows where things stand in it.
struct Reader<'a> {
    name: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn settings(&self, table: &DeTable<'_>) -> Result<Settings, Kind> {
        let mut settings = Settings::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "articles" => {
                    for (article, value) in self.table(key, value)? {
                        let given = self.given(article, value)?;
                        settings.articles.articles.insert(article.get_ref().as_ref().into(), given);
                    }
                }
                "rules" => {
                    for (rule, value) in self.table(key, value)? {
                        let severity = self.severity(rule, value)?;
                        settings.rules.severities.insert(rule.get_ref().to_string(), severity);
                    }
                }
                "dates" => self.dates(self.table(key, value)?, &mut settings.claims.dates)?,
                "compare" => self.compare(self.table(key, value)?, &mut settings.verdict)?,
                "vague" => self.vague(self.table(key, value)?, &mut settings.values)?,
                _ => return Err(self.unknown(key, "", SECTIONS)),
            }
        }
        Ok(settings)
    }

    /// What the user says of one article.
    fn given(&self, article: &Key<'_>, value: &Value<'_>) -> Result<Given, Kind> {
        let mut given = Given::default();
        for (key, value) in self.table(article, value)? {
            match &**key.get_ref() {
                "published" => given.published = Some(self.moment(key, value)?),
                "publisher" => given.publisher = Some(self.name(key, value)?),
                "copy-of" => given.copy_of = Some(self.name(key, value)?),
                _ => return Err(self.unknown(key, &format!("[articles.\"{}\"]", article.get_ref()), ARTICLE)),
            }
        }
        Ok(given)
    }

    /// The severity of a rule; `None` switches it off.
    fn severity(&self, rule: &Key<'_>, value: &Value<'_>) -> Result<Option<Severity>, Kind> {
        if rules::rule(rule.get_ref()).is_none() {
            return Err(self.unknown(rule, "[rules]", RULES.iter().map(|rule| rule.id)));
        }
        match value.get_ref().as_str() {
            Some("error") => Ok(Some(Severity::Error)),
            Some("warning") => Ok(Some(Severity::Warning)),
            Some("note") => Ok(Some(Severity::Note)),
            Some("off") => Ok(None),
            _ => Err(self.setting(rule, value, "\"error\", \"warning\", \"note\" or \"off\"")),
        }
    }

    fn dates(&self, table: &DeTable<'_>, dates: &mut calendar::Settings) -> Result<(), Kind> {
        for (key, value) in table {
            match (&**key.get_ref(), value.get_ref()) {
                ("hemisphere", found) => {
                    dates.hemisphere = match found.as_str() {
                        Some("northern") => Hemisphere::Northern,
                        Some("southern") => Hemisphere::Southern,
                        _ => return Err(self.setting(key, value, "\"northern\" or \"southern\"")),
                    }
                }
                ("day-first", DeValue::Boolean(first)) => dates.day_first = Some(*first),
                ("day-first", _) => return Err(self.setting(key, value, "true or false")),
                _ => return Err(self.unknown(key, "[dates]", DATES)),
            }
        }
        Ok(())
    }

    fn compare(&self, table: &DeTable<'_>, verdict: &mut verdict::Settings) -> Result<(), Kind> {
        for (key, value) in table {
            if key.get_ref() != "tolerance" {
                return Err(self.unknown(key, "[compare]", COMPARE));
            }
            let tolerance = value.get_ref().as_integer().and_then(|found| found.as_str().parse().ok()).filter(|found| *found <= 1000);
            verdict.tolerance = tolerance.ok_or_else(|| self.setting(key, value, "a whole number of per mille from 0 to 1000"))?;
        }
        Ok(())
    }

    fn vague(&self, table: &DeTable<'_>, values: &mut value::Settings) -> Result<(), Kind> {
        for (key, value) in table {
            let from = match &**key.get_ref() {
                "scale" => {
                    values.scale = match value.get_ref().as_str() {
                        Some("interval") => Scale::Interval,
                        Some("acled") => Scale::Acled,
                        Some("ccc") => Scale::Ccc,
                        Some("strict") => Scale::Strict,
                        _ => return Err(self.setting(key, value, "\"interval\", \"acled\", \"ccc\" or \"strict\"")),
                    };
                    continue;
                }
                "dozens" => 12,
                "scores" => 20,
                "hundreds" => 100,
                "thousands" => 1000,
                _ => return Err(self.unknown(key, "[vague]", VAGUE)),
            };
            values.own.push(self.own(from, key, value)?);
        }
        Ok(())
    }

    /// Own values for a vague quantity: `{ low = 24, best = 30, high = 99 }`.
    fn own(&self, from: i64, word: &Key<'_>, value: &Value<'_>) -> Result<Own, Kind> {
        let (mut low, mut best, mut high) = (None, None, None);
        for (key, value) in self.table(word, value)? {
            let number = value.get_ref().as_integer().and_then(|found| found.as_str().parse().ok());
            let place = match &**key.get_ref() {
                "low" => &mut low,
                "best" => &mut best,
                "high" => &mut high,
                _ => return Err(self.unknown(key, &format!("[vague.{}]", word.get_ref()), OWN)),
            };
            *place = Some(number.ok_or_else(|| self.setting(key, value, "a whole number"))?);
        }
        let low = low.ok_or_else(|| self.setting(word, value, "a table with at least `low`"))?;
        Ok(Own { from, low, best, high })
    }

    fn table<'v, 'i>(&self, key: &Key<'_>, value: &'v Value<'i>) -> Result<&'v DeTable<'i>, Kind> {
        value.get_ref().as_table().ok_or_else(|| self.setting(key, value, "a table"))
    }

    fn name(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Name, Kind> {
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        text.map(Name::from).ok_or_else(|| self.setting(key, value, "a string"))
    }

    /// A date as a string, or as TOML writes dates.
    fn moment(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Moment, Kind> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        text.parse().map_err(|_| self.setting(key, value, "a date like 2026-03-01"))
    }

    fn unknown<'k>(&self, key: &Key<'_>, section: &str, known: impl IntoIterator<Item = &'k str>) -> Kind {
        let known: Vec<&str> = known.into_iter().collect();
        let nearest = match nearest(key.get_ref(), known.iter().copied()) {
            Some(near) => format!("; did you mean `{near}`?"),
            None if known.len() <= 6 => format!("; known are `{}`", known.join("`, `")),
            None => "; `crosscheck explain` lists the rules".to_owned(),
        };
        let within = if section.is_empty() { String::new() } else { format!(" in {section}") };
        Kind::UnknownKey { key: key.get_ref().to_string(), within, nearest, at: self.place(key.span().start) }
    }

    fn setting(&self, key: &Key<'_>, value: &Value<'_>, expected: &str) -> Kind {
        let found = match value.get_ref() {
            DeValue::String(text) => format!("\"{text}\""),
            DeValue::Table(_) => "a table".to_owned(),
            DeValue::Array(_) => "a list".to_owned(),
            _ => format!("`{}`", self.text.get(value.span()).unwrap_or_default()),
        };
        Kind::Setting { key: key.get_ref().to_string(), expected: expected.to_owned(), found, at: self.place(value.span().start) }
    }

    /// The line of an offset.
    fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        Place::line(self.name, before.matches('\n').count() + 1)
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
        assert_eq!(settings.verdict.tolerance, 20);
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
