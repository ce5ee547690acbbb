//! Colours: what a word is, and the escape codes that show it.
//!
//! In: words and what they are. Out: words, with codes where colours are on. What never happens here: a meaning that colour alone
//! carries; every severity is also a word.

use anstyle::{AnsiColor, Style as Ansi};

use crate::rules::Severity;

/// What a piece of output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The severity of a finding.
    Severity(Severity),
    /// Agreement.
    Agree,
    /// A sentence that stands alone.
    Strong,
    /// A figure within a sentence.
    Figure,
    /// Where something stands, what frames it.
    Frame,
}

impl Ink {
    fn style(self) -> Ansi {
        let colour = |colour: AnsiColor| colour.on_default();
        match self {
            Self::Severity(Severity::Error) => colour(AnsiColor::Red).bold(),
            Self::Severity(Severity::Warning) => colour(AnsiColor::Yellow).bold(),
            Self::Severity(Severity::Note) => colour(AnsiColor::Cyan).bold(),
            Self::Agree => colour(AnsiColor::Green).bold(),
            Self::Strong => Ansi::new().bold(),
            Self::Figure => Ansi::new().bold().underline(),
            Self::Frame => colour(AnsiColor::BrightBlack),
        }
    }
}

/// Whether to colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) on: bool,
}

impl Paint {
    /// `words` as what they are.
    pub(super) fn ink(self, ink: Ink, words: &str) -> String {
        if !self.on || words.is_empty() {
            return words.to_owned();
        }
        let style = ink.style();
        format!("{}{words}{}", style.render(), style.render_reset())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_words_stay_as_they_are() {
        assert_eq!(Paint { on: false }.ink(Ink::Figure, "41"), "41");
        let painted = Paint { on: true }.ink(Ink::Figure, "41");
        assert!(painted.contains("41") && painted.starts_with('\u{1b}') && painted.ends_with("\u{1b}[0m"));
    }
}
