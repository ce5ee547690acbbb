//! A correction written into the text of a `crosscheck.toml`, with its comments and everything else as they are.
//!
//! In: the text of the file, what a desk says. Out: the text with that in it, read once more before it is handed out. What never happens
//! here: a line rewritten that is not the one of the key; a file touched.

use toml::de::DeTable;

use super::read;
use crate::error::Error;

/// What a desk says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Of an article: `published`, `publisher` or `copy-of`.
    Article {
        /// The article's name.
        name: String,
        /// The key.
        key: &'static str,
        /// What it is.
        value: String,
    },
    /// Of claims, by their names: `same` or `apart`.
    Claims {
        /// The key.
        key: &'static str,
        /// The names.
        claims: Vec<String>,
    },
}

/// Why a correction could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The text, or what would become of it, is no settings file.
    Unread(Error),
    /// The article stands there in a form that no line can be added to.
    Inline,
}

impl Correction {
    /// The lines that say it.
    pub fn lines(&self) -> String {
        match self {
            Self::Article { name, key, value } => format!("[articles.{}]\n{key} = {}\n", quoted(name), quoted(value)),
            Self::Claims { key, claims } => {
                let claims: Vec<String> = claims.iter().map(|claim| quoted(claim)).collect();
                format!("[[facts]]\n{key} = [{}]\n", claims.join(", "))
            }
        }
    }

    /// The text of the settings file `name` with the correction in it. What was said of the same key of the same article goes.
    ///
    /// ```
    /// use crosscheck::config::Correction;
    /// let correction = Correction::Article { name: "quake.txt".to_owned(), key: "published", value: "2025-09-15".to_owned() };
    /// let text = correction.into_text("crosscheck.toml", "# Ours.\n[articles.\"quake.txt\"] # a wire\npublisher = \"Coastwire\"\n").unwrap();
    /// assert_eq!(text, "# Ours.\n[articles.\"quake.txt\"] # a wire\npublished = \"2025-09-15\"\npublisher = \"Coastwire\"\n");
    /// ```
    ///
    /// # Errors
    ///
    /// Where the text can't be read, before or after, or has no place for it.
    pub fn into_text(&self, name: &str, text: &str) -> Result<String, Refused> {
        read(name, text).map_err(Refused::Unread)?;
        let amended = match self {
            Self::Article { name, key, value } => self.in_article(text, name, key, value)?,
            Self::Claims { .. } => self.appended(text),
        };
        read(name, &amended).map_err(Refused::Unread)?;
        Ok(amended)
    }

    /// The text with the lines at its end.
    fn appended(&self, text: &str) -> String {
        let gap = match text {
            "" => "",
            _ if text.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        [text, gap, &self.lines()].concat()
    }

    fn in_article(&self, text: &str, name: &str, key: &str, value: &str) -> Result<String, Refused> {
        let Ok(table) = DeTable::parse(text) else { return Err(Refused::Inline) };
        let articles = table.get_ref().get("articles").and_then(|articles| articles.get_ref().as_table());
        let Some((header, article)) = articles.and_then(|articles| articles.get_key_value(name)) else {
            return Ok(self.appended(text));
        };
        let said = article.get_ref().as_table().and_then(|article| article.get(key));
        if let Some(old) = said {
            let (before, after) = (text.get(..old.span().start), text.get(old.span().end..));
            let (Some(before), Some(after)) = (before, after) else { return Err(Refused::Inline) };
            return Ok([before, &quoted(value), after].concat());
        }
        // The key of a table's header stands on a line of its own, and what the table says begins on the next.
        let start = text[..header.span().start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[header.span().end..].find('\n').map_or(text.len(), |at| header.span().end + at + 1);
        if !text[start..end].trim_start().starts_with('[') {
            return Err(Refused::Inline);
        }
        let gap = if text[..end].ends_with('\n') { "" } else { "\n" };
        Ok([&text[..end], gap, key, " = ", &quoted(value), "\n", &text[end..]].concat())
    }
}

/// A TOML string on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.extend(format!("\\u{:04X}", u32::from(letter)).chars()),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(name: &str, key: &'static str, value: &str) -> Correction {
        Correction::Article { name: name.to_owned(), key, value: value.to_owned() }
    }

    fn check(correction: &Correction, text: &str, expected: &str) {
        assert_eq!(correction.into_text("crosscheck.toml", text).as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn a_correction_finds_its_place_and_leaves_the_rest() {
        let said = article("b.txt", "published", "2025-03-03");
        check(&said, "", "[articles.\"b.txt\"]\npublished = \"2025-03-03\"\n");
        check(&said, "# Ours.", "# Ours.\n\n[articles.\"b.txt\"]\npublished = \"2025-03-03\"\n");
        check(
            &said,
            "[articles.\"b.txt\"] # late\ncopy-of = \"a\"\n[dates]\nday-first = true\n",
            "[articles.\"b.txt\"] # late\npublished = \"2025-03-03\"\ncopy-of = \"a\"\n[dates]\nday-first = true\n",
        );
        check(&said, "[articles.'b.txt']", "[articles.'b.txt']\npublished = \"2025-03-03\"\n");
        check(
            &said,
            "[articles.\"b.txt\"]\npublished = 2025-03-02 # by the page\n",
            "[articles.\"b.txt\"]\npublished = \"2025-03-03\" # by the page\n",
        );
        let odd = article("a \"quoted\" \\ name", "copy-of", "b\u{7}");
        check(&odd, "", "[articles.\"a \\\"quoted\\\" \\\\ name\"]\ncopy-of = \"b\\u0007\"\n");
        let claims = Correction::Claims { key: "same", claims: vec!["a.txt:3:1".to_owned(), "b.txt title".to_owned()] };
        check(&claims, "[dates]\nday-first = true\n", "[dates]\nday-first = true\n\n[[facts]]\nsame = [\"a.txt:3:1\", \"b.txt title\"]\n");
    }

    #[test]
    fn what_would_not_be_read_is_not_written() {
        let said = article("b.txt", "published", "2025-03-03");
        let refused = |correction: &Correction, text: &str| correction.into_text("crosscheck.toml", text).unwrap_err();
        assert_eq!(refused(&said, "[articles]\n\"b.txt\" = { publisher = \"Post\" }\n"), Refused::Inline);
        assert!(matches!(refused(&said, "[articles\n"), Refused::Unread(_)));
        assert!(matches!(refused(&said, "articles = { \"a\" = { publisher = \"Post\" } }\n"), Refused::Unread(_)));
        assert!(matches!(refused(&article("b.txt", "published", "soon"), ""), Refused::Unread(_)));
        assert!(matches!(refused(&Correction::Claims { key: "same", claims: vec!["a:1".to_owned()] }, ""), Refused::Unread(_)));
    }
}
