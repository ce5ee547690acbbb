//! What every drawing needs: escaped text, percentages.

use std::fmt::{self, Write as _};

use crate::render::excerpt;

/// A drawing as it grows.
#[derive(Default)]
pub(super) struct Svg(pub(super) String);

impl Svg {
    /// Adds a part to it.
    pub(super) fn add(&mut self, part: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.0.write_fmt(part);
    }
}

/// Text as it may stand in an attribute or between tags, on one line.
pub(super) fn escaped(text: &str) -> String {
    excerpt::escaped(text, |letter| {
        Some(match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ => return None,
        })
    })
}

/// Hundredths of a percent as a percentage: "12.5%".
pub(super) fn percent(place: i128) -> String {
    let (whole, part) = (place / 100, place % 100);
    match part {
        0 => format!("{whole}%"),
        part if part % 10 == 0 => format!("{whole}.{}%", part / 10),
        part => format!("{whole}.{part:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_short() {
        assert_eq!([0, 1_250, 3_333, 105, 10_000].map(percent), ["0%", "12.5%", "33.33%", "1.05%", "100%"]);
    }

    #[test]
    fn nothing_gets_out_of_an_attribute() {
        assert_eq!(escaped("\"><a b='c'>&"), "&quot;&gt;&lt;a b=&#39;c&#39;&gt;&amp;");
    }
}
