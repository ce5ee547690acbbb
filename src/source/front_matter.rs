//! What stands above a Markdown text between two lines of `---`: title, published, publisher, url.
//!
//! In: a text. Out: the keys we know with their values, and where the text goes on. Other keys are passed over, as are nested ones.
//! What never happens here: a full YAML reading; a value is the rest of its line, in quotes or plain.

use std::borrow::Cow;

/// The keys and values of a front matter, and the offset at which the article begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter<'a> {
    /// Key, value and the line (from 1) it stands on.
    pub(super) entries: Vec<(&'a str, Cow<'a, str>, usize)>,
    /// Where the article begins.
    pub(super) body: usize,
}

/// A front matter is at most this many lines long; what goes on longer is text between two rules.
const LONGEST: usize = 100;

/// The front matter of `text`; `None` where it has none.
pub(super) fn read(text: &str) -> Option<FrontMatter<'_>> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut found = FrontMatter { entries: Vec::new(), body: mark };
    for (number, line) in text.get(mark..)?.split_inclusive('\n').take(LONGEST).enumerate() {
        found.body += line.len();
        let line = line.trim_end();
        match number {
            0 if line != "---" => return None,
            0 => {}
            _ if matches!(line, "---" | "...") => return (!found.entries.is_empty()).then_some(found),
            _ => {
                if let Some((key, value)) = line.split_once(':').filter(|(key, _)| is_key(key)) {
                    found.entries.push((key, unquoted(value.trim()), number + 1));
                }
            }
        }
    }
    None
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// A value without its quotes.
fn unquoted(value: &str) -> Cow<'_, str> {
    if let Some(inner) = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        return if inner.contains("''") { inner.replace("''", "'").into() } else { inner.into() };
    }
    match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if inner.contains('\\') => inner.replace("\\\"", "\"").replace("\\\\", "\\").into(),
        Some(inner) => inner.into(),
        None => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_the_rest_is_passed_over() {
        let text =
            "---\ntitle: \"Quake: \\\"forty\\\" dead\"\ntags:\n  - quake\npublished: 2025-03-21\nurl: https://example.org/a\n---\nBody\n";
        let found = read(text).unwrap();
        let value = |key: &str| found.entries.iter().find(|(name, ..)| *name == key).map(|(_, value, line)| (value.as_ref(), *line));
        assert_eq!(value("title"), Some(("Quake: \"forty\" dead", 2)));
        assert_eq!(value("published"), Some(("2025-03-21", 5)));
        assert_eq!(value("url"), Some(("https://example.org/a", 6)));
        assert_eq!(&text[found.body..], "Body\n");
    }

    #[test]
    fn a_rule_in_a_text_is_no_front_matter() {
        for text in ["", "---", "---\nTwo men died.\n---\nMore", "title: a\n---\n", "--- \u{feff}", "---\ntitle: never closed\n"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn line_ends_and_marks_of_other_systems_are_no_hindrance() {
        let text = "\u{feff}---\r\ntitle: It''s\r\npublisher: 'It''s here'\r\n---\r\nBody";
        let found = read(text).unwrap();
        assert_eq!(found.entries[1].1, "It's here");
        assert_eq!(&text[found.body..], "Body");
    }
}
