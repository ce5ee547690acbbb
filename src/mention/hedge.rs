//! The words around a number that say what kind of figure it is: before it from right to left, behind it from left to right.

use std::cell::Cell;

use super::Mention;
use crate::grammar;
use crate::lexicon::{After, Before, HedgeWord, Language, Phrases};
use crate::text::{Span, Word, WordHash, hash_of, hash_of_bytes, last_before};
use crate::value::{Bound, Direction, Hedging, Value};

/// No figure has more phrases before it than this: "well over", "another", "rose by".
const MOST_PHRASES: usize = 4;

/// Longer runs of letters are no word of any table.
const LONGEST: usize = 25;
/// As many places on the left of a figure are remembered.
const PLACES: usize = 8;

/// What stands before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hedged {
    /// Where the first of its words begins; where the figure itself begins, if there is none.
    pub(super) start: u32,
    /// What they say together.
    pub(super) hedging: Hedging,
    /// Which way the quantity moved.
    pub(super) moved: Option<Direction>,
}

/// A word that ends before a place on the same line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Previous {
    /// Where it begins.
    pub(super) start: u32,
    /// Where it ends.
    pub(super) end: u32,
    /// The hash of its letters.
    pub(super) hash: WordHash,
}

/// Whether a letter or a digit ends at `at`.
fn ends_in_letter(text: &str, at: usize) -> bool {
    match text.as_bytes()[at - 1] {
        byte if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric)),
    }
}

/// The word before `at`, not before `floor`: ASCII letters, with nothing but spaces (or one point, as in "approx.") behind it. `words`
/// are those of the text up to one that does not begin before `at`.
pub(super) fn word_before(text: &str, words: &[Word], at: u32, floor: u32) -> Option<Previous> {
    let bytes = text.as_bytes();
    let byte_before = |at: u32| if at > floor { bytes.get(at as usize - 1) } else { None };
    let mut end = at;
    while matches!(byte_before(end), Some(b' ' | b'\t')) {
        end -= 1;
    }
    if end < at && byte_before(end) == Some(&b'.') {
        end -= 1;
    }
    let word = last_before(words, end).filter(|word| word.end >= end)?;
    // The line may begin within a word, and a figure too: "USD50".
    let (start, whole) = (word.start.max(floor), word.start >= floor && word.end == end);
    let letters = bytes.get(start as usize..end as usize)?;
    if letters.is_empty() || letters.len() > LONGEST || !letters.iter().all(u8::is_ascii_alphabetic) {
        return None;
    }
    if start > floor && ends_in_letter(text, start as usize) {
        return None;
    }
    Some(Previous { start, end, hash: if whole { word.hash } else { hash_of_bytes(letters) } })
}

/// The words on the left of a figure, looked up again and again at the same few places.
pub(super) struct Left<'a> {
    pub(super) text: &'a str,
    /// The words of the text up to the figure's own.
    pub(super) words: &'a [Word],
    /// Nothing before this belongs to the figure.
    pub(super) floor: u32,
    /// Places where a word was looked for, and what was found, filed under the last bits of the place.
    seen: [Cell<(u32, Option<Previous>)>; PLACES],
}

impl<'a> Left<'a> {
    /// The words after `floor`.
    pub(super) fn new(text: &'a str, words: &'a [Word], floor: u32) -> Self {
        Self { text, words, floor, seen: [const { Cell::new((u32::MAX, None)) }; PLACES] }
    }

    /// The word before `at`.
    pub(super) fn word(&self, at: u32) -> Option<Previous> {
        let seen = &self.seen[at as usize % PLACES];
        let (place, found) = seen.get();
        if place == at {
            return found;
        }
        let found = word_before(self.text, self.words, at, self.floor);
        seen.set((at, found));
        found
    }

    /// What stands before `at`.
    pub(super) fn before(&self, at: u32) -> &'a str {
        Span { start: self.floor, end: at }.of(self.text)
    }
}

/// The hedges before `at`.
pub(super) fn before(language: &Language, left: &Left<'_>, at: u32) -> Hedged {
    let mut found = Hedged { start: at, hedging: Hedging::NONE, moved: None };
    let mut edge = at;
    for _ in 0..MOST_PHRASES {
        if let Some((start, sign)) = sign_before(left.before(edge), left.floor) {
            found = Hedged { start, hedging: sign.and(found.hedging), ..found };
            edge = start;
            continue;
        }
        let Some((start, meaning)) = phrase_before(&language.hedges.before, left, edge) else { break };
        match meaning {
            Before::Hedge(HedgeWord::None) if found.start == at => break,
            Before::Hedge(HedgeWord::None) => found.start = start,
            // "worried about 5 rules".
            Before::Hedge(HedgeWord::Approx) if of_topic(language, left, start, edge) => break,
            Before::Hedge(word) => found = Hedged { start, hedging: hedging(word).and(found.hedging), ..found },
            Before::Moved(direction) if found.moved.is_none() => found.moved = Some(direction),
            Before::Moved(_) => break,
            Before::Between => {}
        }
        edge = start;
        if matches!(meaning, Before::Moved(_)) {
            break;
        }
    }
    found
}

/// "$160 million over eight years": behind what it spreads, "over" says during which time, not for how long at least. Takes the word
/// off such a length.
pub(super) fn spread(language: &Language, text: &str, words: &[Word], floor: u32, length: &mut Mention) {
    let Some(value) = length.value.as_ref().filter(|value| value.bound == Bound::MoreThan && value.second.is_none()) else { return };
    let printed = length.span.of(text);
    let Some(gap) = printed.find(' ').filter(|&gap| hash_of(&printed[..gap]) == language.hedges.over) else { return };
    let before = word_before(text, words, length.span.start, floor);
    let lasting = before.is_some_and(|word| language.hedges.lasting.get(word.hash).is_some());
    let (false, Some(figure)) = (lasting, value.first) else { return };
    length.value = Some(Value { unit: value.unit.clone(), per: value.per.clone(), ..Value::figure(figure, Hedging::NONE) });
    length.span.start += Span::new(gap + 1, gap + 1).start;
    if let Some(time) = &mut length.time {
        time.modifier = None;
    }
}

/// What a hedge says of a figure.
pub(super) fn hedging(word: HedgeWord) -> Hedging {
    match word {
        HedgeWord::Approx => Hedging::ABOUT,
        HedgeWord::AtLeast => Hedging::bound(Bound::AtLeast),
        HedgeWord::MoreThan => Hedging::bound(Bound::MoreThan),
        HedgeWord::AtMost => Hedging::bound(Bound::AtMost),
        HedgeWord::LessThan => Hedging::bound(Bound::LessThan),
        HedgeWord::Nearly => Hedging::NEARLY,
        HedgeWord::None => Hedging::NONE,
    }
}

/// The longest phrase that ends before `at`, where it begins and what it means.
pub(super) fn phrase_before<T: Copy>(phrases: &Phrases<T>, left: &Left<'_>, at: u32) -> Option<(u32, T)> {
    // "minus-5" and "mid-40" hang on a hyphen.
    let hyphen = at.checked_sub(1).filter(|&hyphen| hyphen >= left.floor && left.text.as_bytes().get(hyphen as usize) == Some(&b'-'));
    let last = left.word(hyphen.unwrap_or(at))?;
    phrases.under(last.hash).iter().find_map(|phrase| {
        let mut start = last.start;
        let whole = phrase.further.iter().all(|&wanted| {
            let word = left.word(start).filter(|word| word.hash == wanted);
            start = word.map_or(start, |word| word.start);
            word.is_some()
        });
        whole.then_some((start, phrase.meaning))
    })
}

/// "about" behind a word of thinking and talking says of what, "around" behind one of turning round what.
fn of_topic(language: &Language, left: &Left<'_>, start: u32, end: u32) -> bool {
    let hedges = &language.hedges;
    // "around the 40 tents": what stands between belongs to the stretch.
    let word = Span { start, end }.of(left.text).split(' ').next().unwrap_or_default();
    let verbs = match hash_of(word) {
        hash if hash == hedges.about => &hedges.topics,
        hash if hash == hedges.around => &hedges.circling,
        _ => return false,
    };
    left.word(start).is_some_and(|word| verbs.get(word.hash).is_some())
}

/// "~", ">", "≤" before a number.
fn sign_before(before: &str, floor: u32) -> Option<(u32, Hedging)> {
    let trimmed = before.strip_suffix(' ').unwrap_or(before);
    if !matches!(trimmed.as_bytes().last(), Some(b'=' | b'<' | b'>' | b'~' | 0x80..)) {
        return None;
    }
    let (rest, hedging) = [
        (">=", Hedging::bound(Bound::AtLeast)),
        ("<=", Hedging::bound(Bound::AtMost)),
        ("≥", Hedging::bound(Bound::AtLeast)),
        ("≤", Hedging::bound(Bound::AtMost)),
        (">", Hedging::bound(Bound::MoreThan)),
        ("<", Hedging::bound(Bound::LessThan)),
        ("~", Hedging::ABOUT),
        ("≈", Hedging::ABOUT),
    ]
    .into_iter()
    .find_map(|(sign, hedging)| Some((trimmed.strip_suffix(sign)?, hedging)))?;
    // "<>", "=>", "->": no comparison; "<b>5": a tag.
    let stands_alone = !rest.ends_with(['<', '>', '=', '-', '/', '"']);
    stands_alone.then(|| (floor + Span::new(rest.len(), rest.len()).start, hedging))
}

/// What stands behind a figure: how many bytes of it belong to the figure, what it says of its kind, which way the quantity moved.
pub(super) fn after(language: &Language, rest: &str) -> (usize, Hedging, Option<Direction>) {
    let plus = rest.strip_prefix('+').filter(|left| grammar::word_end(left).is_ok());
    if let Some(left) = plus {
        return (rest.len() - left.len(), Hedging::bound(Bound::AtLeast), None);
    }
    match grammar::hedge_behind(language, rest) {
        Ok((left, After::Hedge(word))) => (rest.len() - left.len(), hedging(word), None),
        Ok((_, After::Moved(direction))) => (0, Hedging::NONE, Some(direction)),
        Err(_) => (0, Hedging::NONE, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    fn read(text: &str) -> (&str, Bound, bool, Option<Direction>) {
        let at = u32::try_from(text.find(|found: char| found.is_ascii_digit()).unwrap()).unwrap();
        let words: Vec<_> = Words::new(text).collect();
        let found = before(Language::english(), &Left::new(text, &words, 0), at);
        (Span { start: found.start, end: at }.of(text).trim_end(), found.hedging.bound, found.hedging.approximate, found.moved)
    }

    #[test]
    fn hedges_before_a_number() {
        for (text, words, bound, approximate) in [
            ("killed about 40", "about", Bound::Approx, true),
            ("killed at least 40", "at least", Bound::AtLeast, false),
            ("killed no fewer than 40", "no fewer than", Bound::AtLeast, false),
            ("well over 40", "well over", Bound::MoreThan, false),
            ("no more than 40", "no more than", Bound::AtMost, false),
            ("as many as 40", "as many as", Bound::AtMost, false),
            ("just shy of 40", "just shy of", Bound::LessThan, true),
            ("just under 40", "just under", Bound::LessThan, true),
            ("under 40", "under", Bound::LessThan, false),
            ("at least another 40", "at least another", Bound::AtLeast, false),
            ("up to about 40", "up to about", Bound::AtMost, true),
            ("approx. 40", "approx.", Bound::Approx, true),
            ("~40", "~", Bound::Approx, true),
            ("> 40", ">", Bound::MoreThan, false),
            ("only 40", "", Bound::Exact, false),
            ("another 40", "", Bound::Exact, false),
            ("worried about 40", "", Bound::Exact, false),
            ("centred around the 40", "", Bound::Exact, false),
            ("around the 40", "around the", Bound::Approx, true),
            ("a sub-40", "sub-", Bound::LessThan, false),
            ("=> 40", "", Bound::Exact, false),
            ("over\n40", "", Bound::Exact, false),
        ] {
            let found = read(text);
            assert_eq!((found.0, found.1, found.2), (words, bound, approximate), "{text}");
        }
    }

    #[test]
    fn rise_and_fall_are_directions_and_no_bounds() {
        for (text, bound, moved) in [
            ("shares up 5", Bound::Exact, Some(Direction::Up)),
            ("up to 5", Bound::AtMost, None),
            ("down to 3", Bound::Exact, Some(Direction::Down)),
            ("fell by about 12", Bound::Approx, Some(Direction::Down)),
            ("rose more than 4", Bound::MoreThan, Some(Direction::Up)),
        ] {
            let found = read(text);
            assert_eq!((found.1, found.3), (bound, moved), "{text}");
        }
    }

    #[test]
    fn over_behind_what_it_spreads_is_no_bound() {
        let english = Language::english();
        for (text, words, bound) in [
            ("a deal of $160 million over eight years", "eight years", Bound::Exact),
            ("it lasted over nine hours", "over nine hours", Bound::MoreThan),
            ("he was away for over eight years", "over eight years", Bound::MoreThan),
        ] {
            let last = super::super::read(english, text).pop().unwrap();
            assert_eq!((last.span.of(text), last.value.unwrap().bound), (words, bound), "{text}");
        }
    }

    #[test]
    fn hedges_behind_a_number() {
        for (text, length, bound) in [
            (" or more", 8, Bound::AtLeast),
            ("+ people", 1, Bound::AtLeast),
            ("-plus", 5, Bound::AtLeast),
            (" or fewer", 9, Bound::AtMost),
            (" or so", 6, Bound::Approx),
            ("-odd", 4, Bound::Approx),
            (" more", 0, Bound::Exact),
            (" or 6", 0, Bound::Exact),
        ] {
            let (taken, hedging, _) = after(Language::english(), text);
            assert_eq!((taken, hedging.bound), (length, bound), "{text}");
        }
    }
}
