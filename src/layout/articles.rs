//! Where one article of a file ends and the next begins.
//!
//! In: the lines of a file and what each looks like. Out: ranges of lines, one an article. What never happens here: a cut inside running
//! text; an article begins with a headline that a gap sets off and that the page bears out.

use std::ops::Range;

use super::furniture::Guess;
use super::line::Line;
use super::{Furniture, Zone};

/// How many lines after a headline it may stand again.
const AGAIN: usize = 14;

/// How many lines after a headline what bears it out may stand.
const NEAR: usize = 4;

/// The articles among `lines`.
pub(super) fn ranges(lines: &[Line<'_>], guesses: &[Guess]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    // Lines of text in the article so far, and the widest gap between two of them.
    let (mut texts, mut widest) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if line.is_prose() && guesses[at] == Guess::Plain {
            widest = if texts > 0 { widest.max(line.gap) } else { widest };
            texts += 1;
        } else if at > start && texts > 0 && begins(lines, guesses, at, texts, widest) {
            ranges.push(start..at);
            (start, texts, widest) = (at, 0, 0);
        }
    }
    ranges.push(start..lines.len());
    ranges
}

/// Whether an article begins with the line at `at`.
fn begins(lines: &[Line<'_>], guesses: &[Guess], at: usize, texts: usize, widest: usize) -> bool {
    let line = &lines[at];
    let headline = guesses[at] == Guess::Plain && line.gap > 0 && line.may_be_headline() && line.words(4) >= 4 && !line.has_bullet();
    headline && (stands_again(lines, guesses, at) || (texts > 1 && line.gap > widest.max(1) && is_borne_out(lines, guesses, at)))
}

/// Whether the headline is repeated soon, with captions or counters between, as pages print it above and below their picture.
fn stands_again(lines: &[Line<'_>], guesses: &[Guess], at: usize) -> bool {
    let mut furnished = false;
    for below in at + 1..lines.len().min(at + 1 + AGAIN) {
        if lines[below].text == lines[at].text {
            return furnished;
        }
        furnished |=
            matches!(guesses[below], Guess::Digits | Guess::Label | Guess::Zone(Zone::Caption | Zone::Furniture(Furniture::Counter)));
        if lines[below].is_prose() && guesses[below] == Guess::Plain {
            return false;
        }
    }
    false
}

/// Whether a byline, a stamp, a caption or a dateline follows before the text.
fn is_borne_out(lines: &[Line<'_>], guesses: &[Guess], at: usize) -> bool {
    for below in at + 1..lines.len().min(at + 1 + NEAR) {
        match guesses[below] {
            Guess::Zone(Zone::Caption | Zone::Furniture(Furniture::Byline | Furniture::Stamp)) => return true,
            Guess::Plain if lines[below].is_prose() => return has_dateline(lines[below].text),
            _ => {}
        }
    }
    false
}

/// "ALDER, March 3 (Reuters) - ", "Alder (AP) — ": a dash after a place near the start of a line.
fn has_dateline(text: &str) -> bool {
    dateline(text).is_some()
}

/// The dateline at the start of a text, without its dash: "ALDER, Wash., March 3 (AP)".
pub(crate) fn dateline(text: &str) -> Option<&str> {
    const LONGEST: usize = 90;
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end)?;
    let dash = [" \u{2014}", "\u{2014} ", " \u{2013} ", " -- ", " - ", ")- ", ")-- ", ") -"]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| at + usize::from(dash.starts_with(')'))))
        .min()?;
    let line = head.get(..dash)?.trim_end();
    let place = line.split(['(', ',', '/']).next()?.trim();
    let upper = place.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase);
    let named =
        place.split_ascii_whitespace().all(|word| word.starts_with(char::is_uppercase)) && place.split_ascii_whitespace().count() <= 4;
    let signed = line.contains('(') && line.ends_with(')');
    let alone = line == place && place.split_ascii_whitespace().count() <= 3;
    let dated = line.bytes().any(|byte| byte.is_ascii_digit());
    (place.len() >= 3 && named && !line.contains(['"', ';', ':', '!', '?']) && (signed || upper || alone || dated)).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_told_from_other_dashes() {
        for (text, expected) in [
            ("ALDER, March 3 (Reuters) - The mill burned.", Some("ALDER, March 3 (Reuters)")),
            ("ALDER, Wash. (AP) \u{2014} The mill burned.", Some("ALDER, Wash. (AP)")),
            ("Alder \u{2014} The mill burned.", Some("Alder")),
            ("ST. ALDER -- The mill burned.", Some("ST. ALDER")),
            ("The mill \u{2014} an old one \u{2014} burned.", None),
            ("He ran - and fell.", None),
            ("Forty people died in the fire, the mayor said.", None),
        ] {
            assert_eq!(dateline(text), expected, "{text}");
        }
    }
}
