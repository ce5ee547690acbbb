//! Wire services and how articles credit them.
//!
//! In: rows of `wires.toml`. Out: the wire that a text credits. What never happens here: a search through a whole article; callers hand
//! in its start and its end.

use serde::Deserialize;

use super::{Own, Signs, rows};
use crate::text::Name;

/// The wire services that the lexicon knows.
#[derive(Debug)]
pub struct Wires {
    names: Vec<Name>,
    /// What credits each of them, by number: at the start of an article and at its end.
    credits: Signs<usize>,
    contributed: Signs<usize>,
}

#[derive(Deserialize)]
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
    pub(super) fn read(toml: &str, own: &Own) -> Self {
        let Rows { wire: mut wires } = rows(toml);
        wires.extend(own.wires.iter().map(|(name, credits)| {
            let credits: Vec<String> = credits.iter().map(ToString::to_string).collect();
            Wire { name: name.clone(), contributed: credits.clone(), credits }
        }));
        let signs = |of: fn(&Wire) -> &[String]| {
            let all = wires.iter().enumerate();
            Signs::forwards(all.flat_map(|(number, wire)| of(wire).iter().map(move |sign| (sign.as_str(), number))))
        };
        Self {
            credits: signs(|wire| &wire.credits),
            contributed: signs(|wire| &wire.contributed),
            names: wires.iter().map(|wire| wire.name.clone()).collect(),
        }
    }

    /// The wire that the start of an article credits; the first one where it credits several.
    pub fn credited(&self, start: &str) -> Option<&Name> {
        self.names.get(self.credits.first_in(start)?)
    }

    /// The wire that the end of an article credits.
    pub fn contributed(&self, end: &str) -> Option<&Name> {
        self.names.get(self.contributed.first_in(end)?)
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
