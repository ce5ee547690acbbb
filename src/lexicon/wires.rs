//! Wire services and how articles credit them.
//!
//! In: rows of `wires.toml`. Out: the wire that a text credits. What never happens here: a search through a whole article; callers hand
//! in its start and its end.

use serde::Deserialize;

use super::rows;
use crate::text::Name;

/// The wire services that the lexicon knows.
#[derive(Clone, Debug)]
pub struct Wires {
    wires: Vec<Wire>,
}

#[derive(Clone, Debug, Deserialize)]
struct Wire {
    name: Name,
    credits: Vec<String>,
    contributed: Vec<String>,
}

#[derive(Deserialize)]
struct Rows {
    wire: Vec<Wire>,
}

impl Wires {
    pub(super) fn read(toml: &str) -> Self {
        let rows: Rows = rows(toml);
        Self { wires: rows.wire }
    }

    /// The wire that the start of an article credits; the first one where it credits several.
    pub fn credited(&self, start: &str) -> Option<&Name> {
        self.first(start, |wire| &wire.credits)
    }

    /// The wire that the end of an article credits.
    pub fn contributed(&self, end: &str) -> Option<&Name> {
        self.first(end, |wire| &wire.contributed)
    }

    fn first(&self, text: &str, signs: impl Fn(&Wire) -> &[String]) -> Option<&Name> {
        let found =
            self.wires.iter().filter_map(|wire| Some((signs(wire).iter().filter_map(|sign| text.find(sign.as_str())).min()?, &wire.name)));
        found.min_by_key(|(at, _)| *at).map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Language;

    #[test]
    fn datelines_and_closing_lines_credit_a_wire() {
        let wires = &Language::english().wires;
        for (start, expected) in [
            ("KARVELLA (AP) - A bridge fell on Friday.", Some("AP")),
            ("KARVELLA, Oct 3 (Reuters) - A bridge fell, local AFP staff said.", Some("Reuters")),
            ("KARVELLA - A bridge fell, Reuters reported.", None),
        ] {
            assert_eq!(wires.credited(start).map(|name| &**name), expected, "{start}");
        }
        assert_eq!(wires.contributed("The Associated Press contributed to this report.").map(|name| &**name), Some("AP"));
        assert_eq!(wires.contributed("The association contributed 40 euros."), None);
    }
}
